package io.github.statecraft.benchmark;

import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Units x indicators into 20 pillars, 4 sub-indices and an index: normalise and aggregate. Beside them two yardsticks: every
 * cell read twice; and weighted means by hand, normalised alike, rounded as they come, nothing checked.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx3g", "-XX:+UseSerialGC"})
public class IndexScores {
    private static final Aggregation ARITHMETIC = Aggregation.arithmetic();
    private static final Aggregation GEOMETRIC = Aggregation.geometric(50);

    /** Units x indicators. */
    @Param({"1000x100", "10000x100", "50000x100", "100000x100", "10000x20", "10000x40", "10000x200"})
    public String shape = "";

    private double[][] values = {};
    private double[] weights = {};
    private IndicatorTable table = IndicatorTable.builder().build();
    private ScoringFramework arithmetic = Workload.of("0x20").framework(ARITHMETIC, ARITHMETIC);
    private ScoringFramework geometric = arithmetic;
    private ScoringFramework geometricInside = arithmetic;
    private ScoringFramework geometricAbove = arithmetic;

    /** Makes the table once. */
    @Setup
    public void prepare() {
        Workload workload = Workload.of(shape);
        values = workload.values();
        weights = workload.weights();
        table = workload.table();
        arithmetic = workload.framework(ARITHMETIC, ARITHMETIC);
        geometric = workload.framework(GEOMETRIC, GEOMETRIC);
        geometricInside = workload.framework(GEOMETRIC, ARITHMETIC);
        geometricAbove = workload.framework(ARITHMETIC, GEOMETRIC);
    }

    /** Every cell read twice, with eight sums so that no addition waits for another. */
    @Benchmark
    public double memoryFloor() {
        return sum() + sum();
    }

    private double sum() {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        for (double[] column : values) {
            for (int i = 0; i + 7 < column.length; i += 8) {
                s0 += column[i];
                s1 += column[i + 1];
                s2 += column[i + 2];
                s3 += column[i + 3];
                s4 += column[i + 4];
                s5 += column[i + 5];
                s6 += column[i + 6];
                s7 += column[i + 7];
            }
        }
        return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7;
    }

    /** Column after column into one sum for each unit. */
    @Benchmark
    public double[] arithmeticByHand() {
        double[] result = new double[values[0].length];
        double range = Workload.HIGH - Workload.LOW;
        for (int i = 0; i < values.length; i++) {
            addNormalised(values[i], weights[i], range, result);
        }
        return result;
    }

    private static void addNormalised(double[] column, double weight, double range, double[] result) {
        for (int unit = 0; unit < result.length; unit++) {
            result[unit] += weight * (100 * (column[unit] - Workload.LOW) / range);
        }
    }

    /** Column after column, with the logarithm and the exponential of the JDK. */
    @Benchmark
    public double[] geometricByHand() {
        double[] result = new double[values[0].length];
        double range = Workload.HIGH - Workload.LOW;
        for (int i = 0; i < values.length; i++) {
            addLogarithms(values[i], weights[i], range, result);
        }
        for (int unit = 0; unit < result.length; unit++) {
            result[unit] = Math.exp(result[unit]);
        }
        return result;
    }

    private static void addLogarithms(double[] column, double weight, double range, double[] result) {
        for (int unit = 0; unit < result.length; unit++) {
            result[unit] += weight * Math.log(100 * (column[unit] - Workload.LOW) / range);
        }
    }

    /** Arithmetic means at all levels. */
    @Benchmark
    public ScoreTable arithmetic() {
        return arithmetic.scoreAll(table);
    }

    /** Geometric means at all levels. */
    @Benchmark
    public ScoreTable geometric() {
        return geometric.scoreAll(table);
    }

    /** Geometric means inside the pillars, arithmetic ones above. */
    @Benchmark
    public ScoreTable geometricInside() {
        return geometricInside.scoreAll(table);
    }

    /** Arithmetic means inside the pillars, geometric ones above. */
    @Benchmark
    public ScoreTable geometricAbove() {
        return geometricAbove.scoreAll(table);
    }
}
