package io.github.statecraft.data;

import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;
import io.github.statecraft.score.ScoringFramework;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Scoring frameworks in and out of files, format {@value #FORMAT}. What is written is read back equal.
 */
public final class FrameworkFiles {
    /** What the field {@code format} of a framework file must say. */
    public static final String FORMAT = "statecraft/framework/1";

    private FrameworkFiles() {}

    /**
     * Reads a framework.
     *
     * @param path a file that ends in {@code .json}, {@code .yaml} or {@code .yml}
     * @return the framework
     * @throws io.github.statecraft.InvalidDataException with all problems of the file, if it has any
     * @throws UncheckedIOException if the file cannot be read
     */
    public static ScoringFramework read(Path path) {
        TextFormat format = TextFormat.of(Objects.requireNonNull(path, "path"));
        return read(TextInput.of(path), format);
    }

    /**
     * Reads a framework from a text.
     *
     * @param text the document
     * @param format how it is written
     * @return the framework
     * @throws io.github.statecraft.InvalidDataException with all problems of the text, if it has any
     */
    public static ScoringFramework parse(String text, TextFormat format) {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(format, "format");
        return read(TextInput.of("framework", text), format);
    }

    /**
     * Writes a framework.
     *
     * @param framework the framework
     * @param path a file that ends in {@code .json}, {@code .yaml} or {@code .yml}; replaced if it exists
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(ScoringFramework framework, Path path) {
        writeText(path, format(framework, TextFormat.of(path)));
    }

    /**
     * Writes a framework as text.
     *
     * @param framework the framework
     * @param format how to write it
     * @return the document
     */
    public static String format(ScoringFramework framework, TextFormat format) {
        return Documents.write(FrameworkWriter.document(framework), format);
    }

    /**
     * The JSON Schema (draft 2020-12) of framework files, for editors and other tools: every field with its title, meaning and
     * range. A YAML file is checked by it as the JSON that it stands for. What this class reads the schema allows; what it
     * refuses the schema refuses too, but for what only a program can tell: sums of weights, ids that must be unique or must
     * exist, pairs of numbers that must be in order, units that must fit an attribute, numbers that a double cannot hold.
     *
     * @return the schema as JSON, with the id {@code urn:statecraft:framework:1}
     * @throws UncheckedIOException if the library's own jar cannot be read
     */
    public static String schema() {
        try (InputStream stream = FrameworkFiles.class.getResourceAsStream("framework.schema.json")) {
            return new String(
                    Objects.requireNonNull(stream, "framework.schema.json").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read framework.schema.json: " + e, e);
        }
    }

    static ScoringFramework read(TextInput input, TextFormat format) {
        Problems problems = new Problems();
        Optional<ScoringFramework> framework = FrameworkReader.framework(Documents.parse(input, format, problems));
        problems.throwIfAny();
        return framework.orElseThrow();
    }

    static void writeText(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path + ": " + e, e);
        }
    }
}
