package io.github.statecraft.robustness;

import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.Progress;
import io.github.statecraft.internal.work.Parts;
import io.github.statecraft.internal.work.RandomBits;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** One analysis: blocks of draws, each of weights, of scores under them and of ranks, counted and added up in their order. */
final class SmaaRun {
    /** Draws of data on which confidence factors rest, at most. */
    static final int CONFIDENCE_DRAWS = 10_000;

    /** Streams of the draws for confidence factors. */
    private static final long CONFIDENCE_STREAMS = 1L << 41;

    private final Smaa smaa;
    private final WeightSampler sampler;
    private final @Nullable ValueDraws values;
    private final int draws;
    private final Progress progress;
    private final double[][] linear;
    private final UnitScores scores;
    private final SmaaTotals totals;
    private final Queue<Workspace> idle = new ConcurrentLinkedQueue<>();
    private final int blocks;
    private final int confidenceParts;

    private SmaaRun(
            Smaa smaa,
            double[][] linear,
            WeightSampler sampler,
            int draws,
            @Nullable ValueDraws values,
            Progress progress) {
        this.smaa = smaa;
        this.linear = linear;
        this.sampler = sampler;
        this.draws = draws;
        this.values = values;
        this.progress = progress;
        scores = UnitScores.of(linear);
        totals = new SmaaTotals(linear.length, linear[0].length, sampler.isChained());
        blocks = parts(draws, sampler.blockSize());
        confidenceParts = values == null ? 0 : parts(confidenceDraws(), TileRanks.TILE);
    }

    static SmaaFigures of(
            Smaa smaa,
            double[][] linear,
            WeightSampler sampler,
            int draws,
            @Nullable ValueDraws values,
            Progress progress) {
        return new SmaaRun(smaa, linear, sampler, draws, values, progress).run();
    }

    private static int parts(int count, int size) {
        return (int) (((long) count + size - 1) / size);
    }

    private int confidenceDraws() {
        return Math.min(draws, CONFIDENCE_DRAWS);
    }

    private SmaaFigures run() {
        int all = blocks + confidenceParts;
        Parts.all(blocks, smaa.threads(), (done, total) -> progress.report(done, all), this::block);
        double[][] central = totals.centralWeights();
        int units = linear.length;
        if (values == null) {
            int[] firsts = new int[units];
            countFirsts(linear, central, firsts);
            return totals.figures(confidence(central, firsts, 1), ImmutableDoubleArray.of());
        }
        List<int[]> parts = Parts.all(
                confidenceParts,
                smaa.threads(),
                (done, total) -> progress.report(blocks + done, all),
                part -> confidencePart(values, central, part));
        int[] firsts = new int[units];
        for (int[] part : parts) {
            for (int unit = 0; unit < units; unit++) {
                firsts[unit] += part[unit];
            }
        }
        ImmutableDoubleArray confidence = confidence(central, firsts, confidenceDraws());
        return totals.figures(
                confidence,
                ImmutableDoubleArray.copyOf(
                        confidence.stream().map(share -> SmaaFigures.binomial(share, confidenceDraws()))));
    }

    private static ImmutableDoubleArray confidence(double[][] central, int[] firsts, int draws) {
        ImmutableDoubleArray.Builder confidence = ImmutableDoubleArray.builder(firsts.length);
        for (int unit = 0; unit < firsts.length; unit++) {
            confidence.add(Double.isNaN(central[unit][0]) ? Double.NaN : (double) firsts[unit] / draws);
        }
        return confidence.build();
    }

    /** What one thread works with. */
    private static final class Workspace {
        private final double[][] weights;
        private final double[][] scores;
        private final TileRanks ranks;

        private Workspace(int units, int criteria, TileRanks ranks) {
            weights = new double[criteria][TileRanks.TILE];
            scores = new double[units][TileRanks.TILE];
            this.ranks = ranks;
        }
    }

    private Workspace workspace() {
        Workspace free = idle.poll();
        if (free != null) {
            return free;
        }
        int units = linear.length;
        if (values != null) {
            ExactOrder whole = new ExactOrder(new double[units][0]);
            return new Workspace(units, linear[0].length, new TileRanks(whole, units, smaa.ties(), 1, units));
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] row : linear) {
            for (double value : row) {
                if (!Double.isNaN(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        TileRanks ranks = new TileRanks(new ExactOrder(linear), units, smaa.ties(), low, high);
        return new Workspace(units, linear[0].length, ranks);
    }

    private Integer block(int number) {
        Workspace space = workspace();
        BlockTally tally = new BlockTally(linear.length, linear[0].length);
        WeightSampler.Block weights = sampler.block(number);
        UnitScores.Block scored = values == null ? scores.known() : scores.drawn(values, smaa.seed(), number);
        int size = Math.min(sampler.blockSize(), draws - number * sampler.blockSize());
        for (int done = 0; done < size; done += TileRanks.TILE) {
            int count = Math.min(TileRanks.TILE, size - done);
            weights.fill(space.weights, count);
            scored.fill(space.weights, space.scores, count);
            space.ranks.count(space.scores, space.weights, count, tally);
        }
        space.ranks.finish(tally);
        totals.add(number, tally);
        idle.add(space);
        return number;
    }

    /** In how many draws of data each unit is first at its central weights. */
    private int[] confidencePart(ValueDraws drawn, double[][] central, int part) {
        int[] firsts = new int[linear.length];
        RandomBits bits = RandomBits.of(smaa.seed(), CONFIDENCE_STREAMS + part);
        double[][] matrix = new double[linear.length][linear[0].length];
        int count = Math.min(TileRanks.TILE, confidenceDraws() - part * TileRanks.TILE);
        for (int draw = 0; draw < count; draw++) {
            drawn.draw(bits, matrix);
            countFirsts(matrix, central, firsts);
        }
        return firsts;
    }

    /** Counts the units that nobody is ahead of at their central weights. */
    private static void countFirsts(double[][] matrix, double[][] central, int[] firsts) {
        double[] result = new double[matrix.length];
        ExactOrder exact = new ExactOrder(matrix);
        for (int unit = 0; unit < matrix.length; unit++) {
            if (!Double.isNaN(central[unit][0])) {
                UnitScores.single(matrix, central[unit], result);
                if (exact.isFirst(unit, result, central[unit])) {
                    firsts[unit]++;
                }
            }
        }
    }
}
