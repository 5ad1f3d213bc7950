package io.github.statecraft.guard;

import io.github.statecraft.InvalidDataException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Where the classes, the sources and the repository of the library are, seen from a running test. */
final class CoreTree {
    private CoreTree() {}

    /** The folder with the compiled classes of core. */
    static Path classes() {
        return codeSource(InvalidDataException.class);
    }

    /** The folder with the compiled tests of core. */
    static Path testClasses() {
        return core().resolve("target").resolve("test-classes");
    }

    /** The folder with the sources of core. */
    static Path sources() {
        return core().resolve("src/main/java");
    }

    /** The folder that holds {@code core} and {@code examples}. */
    static Path repository() {
        return Objects.requireNonNull(core().getParent(), "core stands in the repository");
    }

    /** All files below a folder whose name ends as given, in a stable order. */
    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a tool of the JDK prints; fails with what it printed if the tool is absent or unhappy. */
    static String output(String tool, List<String> arguments) {
        ToolProvider provider = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new AssertionError("no tool '" + tool + "': run the tests on a JDK"));
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        int exit = provider.run(writer, writer, arguments.toArray(String[]::new));
        writer.flush();
        if (exit != 0) {
            throw new AssertionError(tool + " ended with " + exit + ":\n" + out);
        }
        return out.toString();
    }

    private static Path core() {
        return Objects.requireNonNull(classes().getParent().getParent(), "classes stand in core/target");
    }

    private static Path codeSource(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
