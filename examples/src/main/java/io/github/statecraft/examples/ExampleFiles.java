package io.github.statecraft.examples;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the files of this module stand, seen from the root of the repository or from the module itself. */
final class ExampleFiles {
    /** Observations for non-commercial use only. */
    static final Path NONCOMMERCIAL = path("data/noncommercial");
    /** How much of the chip chain a country supplies; needs {@link #NONCOMMERCIAL}. */
    static final Path SELF_RELIANCE = path("frameworks/self-reliance.yaml");

    private ExampleFiles() {}

    private static Path path(String name) {
        Path fromRoot = Path.of("examples").resolve(name);
        return Files.exists(fromRoot) ? fromRoot : Path.of(name);
    }
}
