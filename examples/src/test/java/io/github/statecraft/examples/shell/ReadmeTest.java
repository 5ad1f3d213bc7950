package io.github.statecraft.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.examples.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The code of the README runs as it stands there, and what the README says comes out. */
class ReadmeTest {
    private static String readme() throws IOException {
        Path here = Path.of("README.md");
        return Files.readString(Files.exists(here) ? here : Path.of("..", "README.md"));
    }

    /** The first fenced block of Java. */
    private static String code(String readme) {
        int start = readme.indexOf("```java") + "```java".length();
        return readme.substring(start, readme.indexOf("```", start));
    }

    @Test
    void itsCodeRunsAndSaysWhatItsCommentsSay() throws IOException, ScriptFailure {
        String code = code(readme());
        assertThat(code.lines().count()).isBetween(5L, 25L);
        List<String> values = new ArrayList<>();
        try (Session session = Session.open()) {
            session.run("README.md", code + "\nintensity.score(bolder).interval().toString()", values::add);
        }
        assertThat(values.get(values.size() - 1)).contains("covers 1 of 10 inputs");
        assertThat(values).allSatisfy(Printed::assertFitsAScreen);
    }

    @Test
    void itsNumbersComeOutOfTheBundledData() throws IOException {
        ReferenceData ref = ReferenceData.load();
        assertThat(readme().replaceAll("\\s+", " "))
                .contains("rank China " + rankOfChina(ref, "total") + "st and " + rankOfChina(ref, "intensity") + "th")
                .contains(String.format(
                        Locale.ROOT,
                        "%,d observations of %d indicators from 92 sources and %d policy events",
                        ref.dossier().size(),
                        ref.dossier().attributes().size(),
                        ref.dossier().events().size()));
    }

    private static long rankOfChina(ReferenceData ref, String basis) {
        return (long) ref.framework("deployment-at-scale." + basis)
                .scoreAll(ref.strategies())
                .ranking()
                .rank("CHN");
    }
}
