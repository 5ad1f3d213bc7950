package io.github.statecraft.examples;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of this module stand, seen from the root of the repository or from the module itself. */
final class ExampleFiles {
    /** Observations for non-commercial use only. */
    static final Path NONCOMMERCIAL = path("data/noncommercial");
    /** How much of the chip chain a country supplies; needs {@link #NONCOMMERCIAL}. */
    static final Path SELF_RELIANCE = path("frameworks/self-reliance.yaml");
    /** A strategy of one's own, with invented figures. */
    static final Path MY_STRATEGY = path("data/my-strategy.json");
    /** A framework of one's own. */
    static final Path PREPARED_STATE = path("frameworks/prepared-state.yaml");

    /** Indices that others publish, a directory each. */
    static final Path INDICES = path("indices");

    private ExampleFiles() {}

    private static Path path(String name) {
        Path fromRoot = Path.of("examples").resolve(name);
        return Files.exists(fromRoot) ? fromRoot : Path.of(name);
    }

    /**
     * The file named by the only argument of a program, or its own.
     *
     * @param args what the program was started with
     * @param own the file to take where none is named
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
