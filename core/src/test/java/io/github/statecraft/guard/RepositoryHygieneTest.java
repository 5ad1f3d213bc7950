package io.github.statecraft.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The repository holds what it should, names no machine, and its README starts with two commands. */
class RepositoryHygieneTest {
    private static final List<String> TOP_LEVEL =
            List.of("pom.xml", "core", "examples", "README.md", "CHANGELOG.md", "LICENSE");

    /** Written with brackets so that this file does not match itself. */
    private static final List<Pattern> UNWANTED = List.of(
            Pattern.compile("\\b(?:T[O]DO|F[I]XME)\\b"),
            Pattern.compile("(?:^|[^\\w.-])/(?:[w]ork|[t]mp|[r]oot|[f]arm|[h]ome|[U]sers)/"),
            Pattern.compile("\\brepo\\d*\\.[m]aven\\.|\\bregistry\\.[n]pmjs\\b|\\bdeb\\.[d]ebian\\b"));

    @Test
    void topLevelHoldsTheAgreedEntriesOnly() throws Exception {
        assertThat(trackedFiles())
                .extracting(file -> file.getName(0).toString())
                .filteredOn(name -> !name.startsWith("."))
                .isSubsetOf(TOP_LEVEL);
    }

    @Test
    void noTrackedTextIsUnfinishedOrNamesAMachine() throws Exception {
        List<String> found = new ArrayList<>();
        for (Path file : trackedFiles()) {
            Path path = CoreTree.repository().resolve(file);
            if (Files.isRegularFile(path)) {
                found.addAll(unwanted(file.toString(), Files.readAllBytes(path)));
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"// T" + "ODO: later", "cd /t" + "mp/x", "=/ho" + "me/me/.m2", "https://repo1.ma" + "ven.org"})
    void noticesUnwantedText(String line) {
        assertThat(unwanted("file", ("first\n" + line + "\n").getBytes(StandardCharsets.UTF_8)))
                .containsExactly("file line 2: " + line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/ho" + "me/page", "target/t" + "mp/x", "mastodon", "maven.apache.org"})
    void leavesOtherTextAlone(String line) {
        assertThat(unwanted("file", line.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"## Run it", "## Test it"})
    void readmeGivesOneCommandUnder(String heading) throws IOException {
        Path readme = CoreTree.repository().resolve("README.md");
        assumeTrue(Files.exists(readme), "not in a checkout");
        assertThat(firstBlock(Files.readAllLines(readme), heading))
                .as("the first fenced block under '%s'", heading)
                .singleElement()
                .asString()
                .startsWith("mvn ");
    }

    private static List<String> unwanted(String name, byte[] content) {
        List<String> found = new ArrayList<>();
        String text = new String(content, StandardCharsets.UTF_8);
        if (text.indexOf('\0') < 0) {
            int number = 0;
            for (String line : text.split("\n", -1)) {
                number++;
                if (UNWANTED.stream().anyMatch(pattern -> pattern.matcher(line).find())) {
                    found.add(name + " line " + number + ": " + line.strip());
                }
            }
        }
        return found;
    }

    private static List<String> firstBlock(List<String> lines, String heading) {
        int start = lines.indexOf(heading);
        assertThat(start).as("README.md has the heading '%s'", heading).isNotNegative();
        List<String> block = new ArrayList<>();
        boolean inside = false;
        for (String line : lines.subList(start + 1, lines.size())) {
            if (line.startsWith("```")) {
                if (inside) {
                    return block;
                }
                inside = true;
            } else if (inside) {
                block.add(line);
            } else if (line.startsWith("## ")) {
                break;
            }
        }
        return List.of();
    }

    /** What git tracks; where there is no git or no checkout, the test is skipped. */
    private static List<Path> trackedFiles() throws IOException, InterruptedException {
        Path repository = CoreTree.repository();
        assumeTrue(Files.exists(repository.resolve(".git")), "not in a checkout");
        Process git;
        try {
            git = new ProcessBuilder("git", "ls-files", "-z")
                    .directory(repository.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return abort("git is not installed");
        }
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(git.waitFor() == 0, "git does not list this checkout");
        return List.of(names.split("\0")).stream().map(Path::of).toList();
    }
}
