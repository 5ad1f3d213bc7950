package io.github.statecraft.examples.shell;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the files of the clone are from which the classes were built. */
final class Checkout {
    private Checkout() {}

    /**
     * The directory of the module that a class belongs to.
     *
     * @param type the class
     * @return the nearest directory with a {@code pom.xml} above the class, at most three up; empty if it comes from a jar
     *     elsewhere
     */
    static Optional<Path> module(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            Path classes = Path.of(source.getLocation().toURI());
            return Stream.iterate(classes, path -> path != null, Path::getParent)
                    .limit(4)
                    .filter(path -> Files.exists(path.resolve("pom.xml")))
                    .findFirst();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
