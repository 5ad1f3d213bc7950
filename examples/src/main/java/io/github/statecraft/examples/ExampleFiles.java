package io.github.statecraft.examples;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the files that the examples read. */
final class ExampleFiles {
    private ExampleFiles() {}

    /**
     * The file named by the only argument of a program, or its own.
     *
     * @param args what the program was started with
     * @param own the file to take where none is named, as seen from the root of the repository
     * @return a file that exists
     * @throws IllegalArgumentException if there is no such file; the message says what to do
     */
    static Path named(String[] args, Path own) {
        Path file = args.length == 0 ? own : Path.of(args[0]);
        if (args.length > 1 || !Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    args.length > 1
                            ? "one file can be named but there were " + args.length + " arguments"
                            : "there is no file " + file.toAbsolutePath()
                                    + "; start from the root of the repository, or name a file with -Dexec.args=FILE");
        }
        return file;
    }
}
