package io.github.statecraft.benchmark;

import io.github.statecraft.internal.numerics.SimplexShare;
import java.util.SplittableRandom;
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
 * Units x criteria of uniform random values: the share of weightings under which one is ahead of the other, for all pairs.
 * Beside it a yardstick: the recursion by hand, one division a step, the share of one side only.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx3g", "-XX:+UseSerialGC"})
public class PairwiseShares {
    private static final long SEED = 20261124;

    /** Units x criteria. */
    @Param({"20x6", "50x20", "200x40"})
    public String problem = "";

    private double[][] rows = {};
    private SimplexShare workspace = new SimplexShare(0);
    private double[] shares = {};

    /** Makes the table once. */
    @Setup
    public void prepare() {
        String[] sizes = problem.split("x", -1);
        int criteria = Integer.parseInt(sizes[1]);
        rows = new double[Integer.parseInt(sizes[0])][criteria];
        SplittableRandom random = new SplittableRandom(SEED);
        for (double[] row : rows) {
            for (int i = 0; i < criteria; i++) {
                row[i] = random.nextDouble();
            }
        }
        workspace = new SimplexShare(criteria);
        shares = new double[rows.length * rows.length];
    }

    /** Both sides of every pair, by the library's recursion. */
    @Benchmark
    public double[] recursion() {
        int count = rows.length;
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                shares[i * count + j] = workspace.ahead(rows[i], rows[j]);
                shares[j * count + i] = workspace.rest();
            }
        }
        return shares;
    }

    /** One side of every pair, and the other as what is left of 1. */
    @Benchmark
    public double[] recursionByHand() {
        int count = rows.length;
        int criteria = rows[0].length;
        double[] higher = new double[criteria];
        double[] lower = new double[criteria];
        double[] before = new double[criteria + 1];
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                double share = byHand(rows[i], rows[j], higher, lower, before);
                shares[i * count + j] = share;
                shares[j * count + i] = 1 - share;
            }
        }
        return shares;
    }

    private static double byHand(double[] a, double[] b, double[] higher, double[] lower, double[] before) {
        int ahead = 0;
        int behind = 0;
        for (int i = 0; i < a.length; i++) {
            double d = a[i] - b[i];
            if (d > 0) {
                higher[ahead++] = d;
            } else {
                lower[behind++] = -d;
            }
        }
        before[0] = 1;
        for (int k = 1; k <= behind; k++) {
            before[k] = 0;
        }
        for (int h = 0; h < ahead; h++) {
            double y = higher[h];
            double left = 1;
            for (int k = 0; k < behind; k++) {
                double x = lower[k];
                left = (y * left + x * before[k + 1]) / (y + x);
                before[k + 1] = left;
            }
        }
        return behind == 0 ? 1 : before[behind];
    }
}
