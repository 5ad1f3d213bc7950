package io.github.statecraft.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.examples.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The code of the guides runs as it stands there, block after block in one session, and what a guide shows below a block is
 * what the block prints: each line of it, in this order, where three dots stand for anything.
 */
class GuidesTest {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private record Block(String language, String text) {}

    private static Path root() {
        return Files.exists(Path.of("core", "docs")) ? Path.of("") : Path.of("..");
    }

    /** The pages whose code runs as it stands: the guides, and what robustness means. */
    static Stream<Path> pages() throws IOException {
        return Stream.concat(
                guides(), Stream.of(root().resolve("core").resolve("docs").resolve("robustness.md")));
    }

    static Stream<Path> guides() throws IOException {
        try (Stream<Path> files = Files.list(root().resolve("core").resolve("docs"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("guide-")).sorted().toList().stream();
        }
    }

    private static List<Block> blocks(Path guide) throws IOException {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(Files.readString(guide));
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        return blocks;
    }

    @Test
    void thereIsOneForEachUser() throws IOException {
        assertThat(guides().map(guide -> guide.getFileName().toString()))
                .containsExactly("guide-developer.md", "guide-researcher.md", "guide-reuse.md");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void itsCodeRunsAndPrintsWhatItShows(Path guide) throws Throwable {
        String printed = "";
        int shown = 0;
        try (Session session = Session.open()) {
            for (Block block : blocks(guide)) {
                if (block.language().equals("java")) {
                    printed = Printed.during(
                            () -> session.run(guide.getFileName().toString(), block.text(), System.out::println));
                    assertThat(printed.lines())
                            .allSatisfy(
                                    line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(240));
                } else if (block.language().equals("text")) {
                    shown++;
                    assertPrints(printed, block.text());
                }
            }
        }
        assertThat(shown).as("blocks of output").isGreaterThanOrEqualTo(5);
    }

    private static void assertPrints(String printed, String shown) {
        List<String> lines = printed.lines().toList();
        int at = 0;
        for (String expected : shown.lines().filter(line -> !line.equals("...")).toList()) {
            Pattern pattern = Pattern.compile(Stream.of(expected.split(Pattern.quote("..."), -1))
                    .map(Pattern::quote)
                    .reduce((a, b) -> a + ".*" + b)
                    .orElseThrow());
            int found = at;
            while (found < lines.size() && !pattern.matcher(lines.get(found)).matches()) {
                found++;
            }
            assertThat(found).as("'%s' in%n%s", expected, printed).isLessThan(lines.size());
            at = found + 1;
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void takesTenMinutes(Path guide) throws IOException {
        String text = Files.readString(guide);
        // 200 words a minute to read, and as long again to type the code
        assertThat(text.split("\\s+").length).isLessThanOrEqualTo(1_200);
        assertThat(text.lines())
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(120));
    }
}
