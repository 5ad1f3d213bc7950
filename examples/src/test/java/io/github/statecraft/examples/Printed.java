package io.github.statecraft.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What a program prints. */
final class Printed {
    private Printed() {}

    /**
     * Runs a program.
     *
     * @param main its main method
     * @param args what it is started with
     * @return what it wrote to the standard output
     */
    static String by(Consumer<String[]> main, String... args) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            main.accept(args);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A file of the examples, whether tests run in the module or in the root of the repository. */
    static Path example(String folder, String file) {
        Path here = Path.of(folder, file);
        return Files.exists(here) ? here : Path.of("examples", folder, file);
    }
}
