package io.github.statecraft.data;

import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;
import io.github.statecraft.model.NationalAiStrategy;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * National AI strategies in and out of files, format {@value #FORMAT}. What is written is read back equal.
 */
public final class StrategyFiles {
    /** What the field {@code format} of a strategy file must say. */
    public static final String FORMAT = "statecraft/strategy/1";

    private StrategyFiles() {}

    /**
     * Reads a strategy.
     *
     * @param path a file that ends in {@code .json}, {@code .yaml} or {@code .yml}
     * @return the strategy
     * @throws io.github.statecraft.InvalidDataException with all problems of the file, if it has any
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static NationalAiStrategy read(Path path) {
        TextFormat format = TextFormat.of(Objects.requireNonNull(path, "path"));
        return read(TextInput.of(path), format);
    }

    /**
     * Reads a strategy from a text.
     *
     * @param text the document
     * @param format how it is written
     * @return the strategy
     * @throws io.github.statecraft.InvalidDataException with all problems of the text, if it has any
     */
    public static NationalAiStrategy parse(String text, TextFormat format) {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(format, "format");
        return read(TextInput.of("strategy", text), format);
    }

    /**
     * Writes a strategy.
     *
     * @param strategy the strategy
     * @param path a file that ends in {@code .json}, {@code .yaml} or {@code .yml}; replaced if it exists
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public static void write(NationalAiStrategy strategy, Path path) {
        FrameworkFiles.writeText(path, format(strategy, TextFormat.of(path)));
    }

    /**
     * Writes a strategy as text.
     *
     * @param strategy the strategy
     * @param format how to write it
     * @return the document
     */
    public static String format(NationalAiStrategy strategy, TextFormat format) {
        return Documents.write(StrategyWriter.document(strategy), format);
    }

    private static NationalAiStrategy read(TextInput input, TextFormat format) {
        Problems problems = new Problems();
        Optional<NationalAiStrategy> strategy = StrategyReader.strategy(Documents.parse(input, format, problems));
        problems.throwIfAny();
        return strategy.orElseThrow();
    }
}
