package io.github.statecraft.robustness;

import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.text.Numbers;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The sums over all blocks, added in the order of their numbers whichever is finished first. Thread-safe. */
final class SmaaTotals {
    /** Errors of chains below this are good enough, in shares and in ranks. */
    private static final double SMALL_ERROR = 0.01;

    /** By what factor the errors of chains may exceed those of independent draws. */
    private static final double LARGEST_INFLATION = 10;

    /**
     * As how many independent draws a chain must count at least: with fewer, the potential scale reduction of A. Gelman, D. B.
     * Rubin, Statistical Science 7 (1992) 457-472, is above 1.1.
     */
    private static final double LEAST_EFFECTIVE = 5;

    private final int units;
    private final int criteria;
    private final double[] ranks;
    private final double[] ahead;
    private final double[] firsts;
    private final double[] weights;
    private final double[] squares;
    private final Map<Integer, BlockTally> waiting = new TreeMap<>();
    private final @Nullable Chains chains;
    private int next;
    private long draws;

    /** What chains need for standard errors. */
    private record Chains(
            BlockMoments ranks, BlockMoments ahead, BlockMoments expected, BlockMoments firsts, BlockMoments weights) {}

    SmaaTotals(int units, int criteria, boolean isChained) {
        this.units = units;
        this.criteria = criteria;
        ranks = new double[units * units];
        ahead = new double[units * units];
        firsts = new double[units];
        weights = new double[units * criteria];
        squares = new double[units * criteria];
        chains = isChained
                ? new Chains(
                        new BlockMoments(units * units),
                        new BlockMoments(units * units),
                        new BlockMoments(units),
                        new BlockMoments(units),
                        new BlockMoments(units * criteria))
                : null;
    }

    /** Takes a block; it may be used for nothing else afterwards. */
    synchronized void add(int number, BlockTally block) {
        waiting.put(number, block);
        for (BlockTally tally = waiting.remove(next); tally != null; tally = waiting.remove(next)) {
            add(tally);
            next++;
        }
    }

    private void add(BlockTally tally) {
        draws += tally.draws;
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] += tally.ranks[i];
            ahead[i] += tally.ahead[i];
        }
        for (int i = 0; i < tally.shared.length; i++) {
            ranks[i] += tally.shared[i];
        }
        for (int unit = 0; unit < units; unit++) {
            firsts[unit] += tally.firsts[unit];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] += tally.weights[i];
            squares[i] += tally.squares[i];
        }
        if (chains != null) {
            addChain(chains, tally);
        }
    }

    private void addChain(Chains moments, BlockTally tally) {
        double[] expected = new double[units];
        for (int i = 0; i < ranks.length; i++) {
            double held = tally.ranks[i] + (tally.shared.length == 0 ? 0 : tally.shared[i]);
            moments.ranks.add(i, held, tally.draws);
            moments.ahead.add(i, tally.ahead[i], tally.draws);
            expected[i % units] += (i / units + 1) * held;
        }
        for (int unit = 0; unit < units; unit++) {
            moments.expected.add(unit, expected[unit], tally.draws);
            moments.firsts.add(unit, tally.firsts[unit], tally.draws);
            for (int i = unit * criteria; i < (unit + 1) * criteria; i++) {
                moments.weights.add(i, tally.weights[i], tally.firsts[unit]);
            }
        }
        moments.ranks.endBlock();
        moments.ahead.endBlock();
        moments.expected.endBlock();
        moments.firsts.endBlock();
        moments.weights.endBlock();
    }

    /** The central weights of units, units x criteria; NaN for those that are never first. */
    double[][] centralWeights() {
        double[][] central = new double[units][criteria];
        for (int i = 0; i < weights.length; i++) {
            central[i / criteria][i % criteria] = weights[i] / firsts[i / criteria];
        }
        return central;
    }

    /** All figures but the confidence factors. */
    SmaaFigures figures(ImmutableDoubleArray confidence, ImmutableDoubleArray confidenceErrors) {
        Chains moments = chains;
        boolean isChained = moments != null;
        if (moments != null) {
            requireAgreement(moments);
        }
        return new SmaaFigures(
                units,
                criteria,
                draws,
                array(units * units, i -> ranks[i % units * units + i / units] / draws),
                moments == null
                        ? ImmutableDoubleArray.of()
                        : array(units * units, i -> moments.ranks.standardError(i % units * units + i / units)),
                array(units * units, i -> ahead[i] / draws),
                moments == null ? ImmutableDoubleArray.of() : array(units * units, moments.ahead::standardError),
                array(units, unit -> firsts[unit] / draws),
                moments == null ? ImmutableDoubleArray.of() : array(units, moments.firsts::standardError),
                array(units, moments == null ? this::expectedRankError : moments.expected::standardError),
                array(units * criteria, i -> weights[i] / firsts[i / criteria]),
                array(
                        units * criteria,
                        i -> firsts[i / criteria] < 2
                                ? Double.NaN
                                : moments == null ? weightError(i) : moments.weights.standardError(i)),
                confidence,
                confidenceErrors,
                isChained);
    }

    private void requireAgreement(Chains moments) {
        for (int unit = 0; unit < units; unit++) {
            requireAgreement(
                    "share of first rank",
                    moments.firsts.standardError(unit),
                    SmaaFigures.binomial(firsts[unit] / draws, draws));
            requireAgreement("expected rank", moments.expected.standardError(unit), expectedRankError(unit));
        }
    }

    private void requireAgreement(String figure, double error, double independent) {
        double inflation = error / independent;
        if (error > SMALL_ERROR
                && inflation > LARGEST_INFLATION
                && (double) draws / next / (inflation * inflation) < LEAST_EFFECTIVE) {
            throw new ArithmeticException("Smaa: chains of hit-and-run disagree: the standard error of a " + figure
                    + " is " + Numbers.shortest(error) + ", " + Numbers.grouped((long) inflation)
                    + " times that of independent draws; raise Smaa.withThinning and Smaa.withBurnIn, or give wider"
                    + " weights");
        }
    }

    private static ImmutableDoubleArray array(int length, IntToDoubleFunction figure) {
        ImmutableDoubleArray.Builder array = ImmutableDoubleArray.builder(length);
        for (int i = 0; i < length; i++) {
            array.add(figure.applyAsDouble(i));
        }
        return array.build();
    }

    private double expectedRankError(int unit) {
        double mean = 0;
        double square = 0;
        for (int rank = 1; rank <= units; rank++) {
            double held = ranks[(rank - 1) * units + unit];
            mean += rank * held / draws;
            square += (double) rank * rank * held / draws;
        }
        return Math.sqrt(Math.max(square - mean * mean, 0) / draws);
    }

    private double weightError(int i) {
        double count = firsts[i / criteria];
        double variance = (squares[i] - weights[i] * weights[i] / count) / (count - 1);
        return Math.sqrt(Math.max(variance, 0) / count);
    }
}
