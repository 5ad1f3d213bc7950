package io.github.statecraft.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands that are named in texts exist. */
class ShellCommandsTest {
    private static Path module() {
        return Checkout.module(Script.class).orElseThrow();
    }

    private static Path pom() {
        return module().resolve("pom.xml");
    }

    private static List<Path> texts() throws IOException {
        try (Stream<Path> scripts = Files.list(module().resolve("jshell"))) {
            return Stream.concat(Stream.of(module().resolveSibling("README.md")), scripts)
                    .toList();
        }
    }

    @Test
    void everyExecutionThatATextNamesIsInAPom() throws IOException {
        String pom = Files.readString(pom()) + Files.readString(module().resolveSibling("core/pom.xml"));
        TreeSet<String> named = new TreeSet<>();
        for (Path text : texts()) {
            Matcher matcher = Pattern.compile("exec:exec@(\\w+)").matcher(Files.readString(text));
            while (matcher.find()) {
                named.add(matcher.group(1));
            }
        }
        assertThat(named).contains("script");
        assertThat(named).allSatisfy(id -> assertThat(pom).contains("<id>" + id + "</id>"));
    }

    @Test
    void everyScriptThatATextNamesExists() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        for (Path text : texts()) {
            Matcher matcher = Pattern.compile("examples/jshell/([\\w-]+\\.jsh)").matcher(Files.readString(text));
            while (matcher.find()) {
                named.add(matcher.group(1));
            }
        }
        assertThat(named).contains("first-hour.jsh");
        assertThat(named)
                .allSatisfy(file ->
                        assertThat(module().resolve("jshell").resolve(file)).exists());
    }

    @Test
    void thePomStartsClassesThatExist() throws IOException {
        Matcher matcher = Pattern.compile("<argument>(io\\.github\\.statecraft\\.[\\w.]+)</argument>")
                .matcher(Files.readString(pom()));
        assertThat(matcher.results().map(found -> found.group(1)))
                .containsExactly(Shell.class.getName(), Script.class.getName());
    }
}
