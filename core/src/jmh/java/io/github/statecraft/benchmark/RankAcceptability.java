package io.github.statecraft.benchmark;

import io.github.statecraft.robustness.Criteria;
import io.github.statecraft.robustness.Smaa;
import io.github.statecraft.robustness.SmaaResult;
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
 * SMAA-2 of uniform random tables under uniform weights: rank acceptabilities, central weights and pairwise winning. Beside it a
 * yardstick that counts ranks only, in single precision, and merges scores that differ by less than 1.2e-7.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
public class RankAcceptability {
    private static final long SEED = 20261124;

    /** Units x criteria. */
    @Param({"20x6", "50x20", "200x40"})
    public String problem = "";

    /** How many weights. */
    @Param("1000000")
    public int draws;

    private float[][] values = {};
    private Criteria criteria =
            Criteria.builder().criteria("none").unit("none", 0).build();

    /** Makes the table once. */
    @Setup
    public void prepare() {
        String[] sizes = problem.split("x", -1);
        int units = Integer.parseInt(sizes[0]);
        int count = Integer.parseInt(sizes[1]);
        SplittableRandom random = new SplittableRandom(SEED);
        values = new float[units][count];
        Criteria.Builder builder = Criteria.builder();
        for (int i = 0; i < count; i++) {
            builder.criteria("criterion" + i);
        }
        for (int unit = 0; unit < units; unit++) {
            double[] row = new double[count];
            for (int i = 0; i < count; i++) {
                row[i] = random.nextDouble();
                values[unit][i] = (float) row[i];
            }
            builder.unit("unit" + unit, row);
        }
        criteria = builder.build();
    }

    /** By the library on one thread. */
    @Benchmark
    public SmaaResult smaa() {
        return Smaa.withDefaults().withDraws(draws).withThreads(1).analyse(criteria);
    }

    /** By the library on two threads. */
    @Benchmark
    public SmaaResult smaaOnTwoThreads() {
        return Smaa.withDefaults().withDraws(draws).withThreads(2).analyse(criteria);
    }

    /** Ranks alone, by hand. */
    @Benchmark
    public int[] ranksByHand() {
        return new RanksByHand(values).count(draws, SEED);
    }
}
