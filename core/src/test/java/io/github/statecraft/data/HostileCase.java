package io.github.statecraft.data;

import io.github.statecraft.InvalidDataException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that means harm, the reader it is given to, and what it must be refused with.
 *
 * @param name what the file holds
 * @param target which reader reads it
 * @param charset its encoding
 * @param content writes it
 * @param mostProblems how many problems may be reported
 * @param fragments what the message must hold, separated by {@code |}
 */
record HostileCase(
        String name, Target target, Charset charset, Content content, int mostProblems, List<String> fragments) {
    /** However many problems there are, nobody reads more than twenty of them. */
    private static final int MOST = 50_000;

    /** Writes a file piece by piece. */
    interface Content {
        void write(Pieces out) throws IOException;
    }

    /** Which reader, by the name of the file. */
    enum Target {
        FRAMEWORK_JSON("framework.json"),
        FRAMEWORK_YAML("framework.yaml"),
        STRATEGY_JSON("strategy.json"),
        STRATEGY_YAML("strategy.yaml"),
        OBSERVATIONS("observations.csv"),
        SOURCES("sources.csv"),
        SUPPLEMENT("supplement.csv"),
        EVENTS("events.csv"),
        NUMBERS("numbers.csv"),
        COIN_DATA("iData.csv"),
        COIN_META("iMeta.csv");

        final String file;

        Target(String file) {
            this.file = file;
        }

        /** Writes what must lie beside the file. */
        private void prepare(Path directory) throws IOException {
            switch (this) {
                case OBSERVATIONS, SOURCES, SUPPLEMENT, EVENTS -> TableCases.writeSound(directory);
                case COIN_DATA -> Files.writeString(directory.resolve(COIN_META.file), HostileNumberTables.SOUND_META);
                case COIN_META -> Files.writeString(directory.resolve(COIN_DATA.file), "uCode,a\nU,1\n");
                default -> {}
            }
        }

        private void read(Path directory) {
            switch (this) {
                case FRAMEWORK_JSON, FRAMEWORK_YAML -> FrameworkFiles.read(directory.resolve(file));
                case STRATEGY_JSON, STRATEGY_YAML -> StrategyFiles.read(directory.resolve(file));
                case NUMBERS -> TableFiles.read(directory.resolve(file));
                case COIN_DATA, COIN_META ->
                    CoinFiles.read(directory.resolve(COIN_DATA.file), directory.resolve(COIN_META.file));
                default -> DossierFiles.read(directory);
            }
        }
    }

    /** Where a file is written to. */
    record Pieces(BufferedWriter writer) {
        Pieces put(String text) throws IOException {
            writer.write(text);
            return this;
        }

        Pieces repeat(String text, int times) throws IOException {
            int block = Math.max(1, 65_536 / text.length());
            String many = text.repeat(Math.min(block, times));
            int left = times;
            while (left >= block) {
                writer.write(many);
                left -= block;
            }
            writer.write(text.repeat(left));
            return this;
        }
    }

    static HostileCase of(String name, Target target, int mostProblems, Content content, String fragments) {
        return new HostileCase(
                name, target, StandardCharsets.UTF_8, content, mostProblems, List.of(fragments.split("\\|")));
    }

    HostileCase inCharset(Charset other) {
        return new HostileCase(name, target, other, content, mostProblems, fragments);
    }

    /** What reading the file is refused with; whatever else is thrown goes through. */
    InvalidDataException refusal(Path directory) {
        Path path = directory.resolve(target.file);
        try {
            target.prepare(directory);
            try (BufferedWriter writer = Files.newBufferedWriter(path, charset)) {
                content.write(new Pieces(writer));
            }
            target.read(directory);
        } catch (InvalidDataException e) {
            return e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            path.toFile().delete();
        }
        throw new AssertionError("was read: " + this);
    }

    /** What a refusal lacks; empty if it is as it should be. */
    List<String> faults(InvalidDataException refusal) {
        List<String> faults = new ArrayList<>();
        String message = refusal.getMessage();
        if (refusal.problems().isEmpty() || refusal.problems().size() > mostProblems) {
            faults.add(refusal.problems().size() + " problems, at most " + mostProblems + " expected");
        }
        fragments.stream().filter(f -> !message.contains(f)).forEach(f -> faults.add("does not say: " + f));
        message.lines()
                .filter(line -> line.length() > 2_000)
                .forEach(line -> faults.add("a line of " + line.length() + " characters"));
        if (message.length() > MOST) {
            faults.add("a message of " + message.length() + " characters");
        }
        if (message.lines().count() > 25) {
            faults.add(message.lines().count() + " lines");
        }
        refusal.problems().stream()
                .filter(p ->
                        p.rule().isBlank() || p.remedy().isBlank() || p.source().isBlank())
                .forEach(p -> faults.add("no rule, remedy or source: " + p));
        if (message.contains("jackson") || message.contains("snakeyaml") || message.contains("Exception")) {
            faults.add("shows the parser");
        }
        return faults;
    }

    @Override
    public String toString() {
        return target.file + " with " + name;
    }
}
