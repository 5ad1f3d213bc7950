package io.github.statecraft.robustness;

import io.github.statecraft.internal.work.RandomBits;
import java.util.Arrays;

/** Where weights come from: numbered blocks, each a function of its number alone. Immutable; called by several threads. */
interface WeightSampler {
    /** Starts a block; not thread-safe. */
    Block block(int number);

    /** How many draws a block has; the last has what is left. */
    int blockSize();

    /** Whether the draws of a block hang together, so that only blocks are independent of each other. */
    default boolean isChained() {
        return false;
    }

    /** How weights are drawn, in words for results. */
    @Override
    String toString();

    /** The draws of one block, in their order. */
    interface Block {
        /**
         * Gives the next weights.
         *
         * @param weights criteria x draws; each draw sums to 1 up to rounding
         * @param count how many draws, at most the length of a row
         */
        void fill(double[][] weights, int count);
    }

    /**
     * The sampler of a set.
     *
     * @param region the set
     * @param smaa seed, number of draws, burn-in and thinning
     */
    static WeightSampler of(WeightRegion region, Smaa smaa) {
        if (region.set() instanceof WeightSet.Dirichlet) {
            double[] parameters = region.parameters();
            return Arrays.stream(parameters).allMatch(parameter -> parameter == 1)
                    ? SimplexSampler.uniform(parameters.length, smaa.seed())
                    : DirichletSampler.of(parameters, smaa.seed());
        }
        return region.corners()
                .<WeightSampler>map(corners -> SimplexSampler.of(corners, smaa.seed()))
                .orElseGet(() -> polytope(region, smaa));
    }

    private static WeightSampler polytope(WeightRegion region, Smaa smaa) {
        return TriangulationSampler.of(region, smaa.seed())
                .<WeightSampler>map(sampler -> sampler)
                .orElseGet(() -> large(region, smaa));
    }

    private static WeightSampler large(WeightRegion region, Smaa smaa) {
        RejectionSampler rejection = RejectionSampler.of(region, smaa.seed());
        return rejection.isWorthwhile() ? rejection : HitAndRunSampler.of(region, smaa);
    }

    /** Divides weights by their sum, draw by draw. */
    static void normalise(double[][] weights, int count) {
        double[] sums = weights[0].clone();
        for (int criterion = 1; criterion < weights.length; criterion++) {
            add(weights[criterion], sums, count);
        }
        for (int draw = 0; draw < count; draw++) {
            sums[draw] = 1 / sums[draw];
        }
        for (double[] row : weights) {
            multiply(row, sums, count);
        }
    }

    private static void add(double[] row, double[] sums, int count) {
        for (int draw = 0; draw < count; draw++) {
            sums[draw] += row[draw];
        }
    }

    private static void multiply(double[] row, double[] factors, int count) {
        for (int draw = 0; draw < count; draw++) {
            row[draw] *= factors[draw];
        }
    }

    /** Uniform numbers strictly between 0 and 1. */
    static void uniform(RandomBits bits, double[] to, int count) {
        for (int draw = 0; draw < count; draw++) {
            to[draw] = bits.nextOpen();
        }
    }
}
