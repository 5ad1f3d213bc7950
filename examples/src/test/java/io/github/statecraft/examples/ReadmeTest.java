package io.github.statecraft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.data.ReferenceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;

/** The code of the README runs as it stands there, and what the README says comes out. */
class ReadmeTest {
    private static final String IMPORTS = """
            import io.github.statecraft.compare.*;
            import io.github.statecraft.data.*;
            import io.github.statecraft.estimate.*;
            import io.github.statecraft.model.*;
            import io.github.statecraft.score.*;
            import java.time.Year;
            """;

    private static String readme() throws IOException {
        Path here = Path.of("README.md");
        return Files.readString(Files.exists(here) ? here : Path.of("..", "README.md"));
    }

    /** The first fenced block of Java. */
    private static String code(String readme) {
        int start = readme.indexOf("```java") + "```java".length();
        return readme.substring(start, readme.indexOf("```", start));
    }

    private static List<SnippetEvent> evaluate(JShell shell, String snippet) {
        List<SnippetEvent> events = shell.eval(snippet);
        for (SnippetEvent event : events) {
            assertThat(event.status())
                    .as(
                            "%s: %s",
                            snippet,
                            shell.diagnostics(event.snippet())
                                    .map(d -> d.getMessage(Locale.ROOT))
                                    .toList())
                    .isEqualTo(Snippet.Status.VALID);
            assertThat(event.exception()).as(snippet).isNull();
        }
        return events;
    }

    /** Runs a text line by line, as somebody would type it, and gives what came of each snippet. */
    private static List<SnippetEvent> run(String source) {
        List<SnippetEvent> events = new ArrayList<>();
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
            StringBuilder open = new StringBuilder();
            for (String line : source.lines().toList()) {
                open.append(line).append('\n');
                SourceCodeAnalysis.Completeness completeness = shell.sourceCodeAnalysis()
                        .analyzeCompletion(open.toString())
                        .completeness();
                if (completeness.isComplete()) {
                    events.addAll(evaluate(shell, open.toString()));
                    open.setLength(0);
                }
            }
            assertThat(open.toString()).isBlank();
        }
        return events;
    }

    @Test
    void itsCodeRunsAndSaysWhatItsCommentsSay() throws IOException {
        String code = code(readme());
        assertThat(code.lines().count()).isBetween(5L, 25L);
        List<SnippetEvent> events = run(IMPORTS + code + "\nintensity.score(bolder).interval().toString()");
        assertThat(events.get(events.size() - 1).value()).contains("covers 1 of 10 inputs");
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
