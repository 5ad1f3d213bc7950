package io.github.statecraft.data;

import io.github.statecraft.internal.input.Problems;
import java.nio.file.Path;
import java.util.Locale;

/** How strategies and frameworks are written down. Both say the same; YAML is easier on the eye. */
public enum TextFormat {
    /** RFC 8259. */
    JSON,
    /** YAML 1.2 without anchors, aliases and tags: what JSON can say. */
    YAML;

    /**
     * The format of a file, by its name.
     *
     * @param path a name that ends in {@code .json}, {@code .yaml} or {@code .yml}
     * @return the format
     * @throws IllegalArgumentException if the name ends otherwise
     */
    public static TextFormat of(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".json")) {
            return JSON;
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return YAML;
        }
        throw new IllegalArgumentException(
                "a file name must end in .json, .yaml or .yml but was " + Problems.quote(String.valueOf(path)));
    }
}
