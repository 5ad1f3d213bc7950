package io.github.statecraft.benchmark;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs the benchmarks with the options of JMH, then says what each takes next to the yardsticks of the same run. It compares the
 * fastest iterations: whatever else a machine does makes the others slower, never faster.
 */
public final class Benchmarks {
    private static final String FLOOR = "memoryFloor";
    private static final String BY_HAND = "ByHand";
    private static final String RANKS_BY_HAND = "ranksByHand";
    private static final String SMAA = "smaa";

    private Benchmarks() {}

    /**
     * Runs them.
     *
     * @param options as for {@code org.openjdk.jmh.Main}
     * @throws CommandLineOptionException if JMH does not know an option
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] options) throws CommandLineOptionException, RunnerException {
        Map<String, Map<String, Double>> byShape = new TreeMap<>();
        Collection<RunResult> results = new Runner(new CommandLineOptions(options)).run();
        for (RunResult result : results) {
            byShape.computeIfAbsent(shape(result), key -> new TreeMap<>())
                    .put(
                            result.getPrimaryResult().getLabel(),
                            result.getPrimaryResult().getStatistics().getMin());
        }
        System.out.println();
        System.out.println("fastest iteration; ratios to reading every cell twice, and to the same by hand");
        byShape.forEach((shape, times) -> times.forEach((name, time) -> System.out.printf(
                Locale.ROOT,
                "%-12s %-18s %10.4f ms %8s %8s%n",
                shape,
                name,
                time,
                ratio(time, times.get(FLOOR)),
                ratio(time, yardstick(name, times)))));
    }

    /** What a benchmark was run on: units x indicators or criteria, or its other parameters. */
    private static String shape(RunResult result) {
        BenchmarkParams params = result.getParams();
        return params.getParamsKeys().stream()
                .filter(key -> !key.equals("draws"))
                .map(params::getParam)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable Double yardstick(String name, Map<String, Double> times) {
        if (name.startsWith(SMAA)) {
            return times.get(RANKS_BY_HAND);
        }
        return times.getOrDefault(
                name + BY_HAND, times.get((name.startsWith("geometric") ? "geometric" : "arithmetic") + BY_HAND));
    }

    private static String ratio(double time, @Nullable Double yardstick) {
        return yardstick == null ? "-" : String.format(Locale.ROOT, "%.2f", time / yardstick);
    }
}
