package io.github.statecraft.data;

import io.github.statecraft.InvalidDataException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Reads all hostile files one after the other; started as a program of its own with little memory. */
public final class HostileFiles {
    private static final int SHOWN = 150;

    private HostileFiles() {}

    /**
     * Prints how much memory there is, then one line a file, and ends with 1 if a file is not refused as it should be.
     *
     * @param args a directory to write the files into
     */
    public static void main(String[] args) {
        System.out.println(Runtime.getRuntime().maxMemory());
        boolean isSound = true;
        for (HostileCase file : Stream.of(HostileCases.small(), HostileCases.large())
                .flatMap(List::stream)
                .toList()) {
            long start = System.nanoTime();
            String outcome;
            boolean isRefused = false;
            try {
                InvalidDataException refusal = file.refusal(Path.of(args[0]));
                List<String> faults = file.faults(refusal);
                isRefused = faults.isEmpty();
                String first = refusal.getMessage().lines().findFirst().orElse("");
                outcome = refusal.problems().size() + " problems: " + (isRefused ? "" : faults + " ")
                        + first.substring(0, Math.min(SHOWN, first.length()));
            } catch (Throwable e) {
                outcome = e.toString();
            }
            isSound &= isRefused;
            System.out.println(String.format(
                    Locale.ROOT,
                    "%s | %s | %d ms | %s",
                    isRefused ? "refused" : "FAILED",
                    file,
                    (System.nanoTime() - start) / 1_000_000,
                    outcome.replace('\n', ' ')));
        }
        System.exit(isSound ? 0 : 1);
    }
}
