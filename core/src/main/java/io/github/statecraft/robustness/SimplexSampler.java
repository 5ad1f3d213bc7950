package io.github.statecraft.robustness;

import io.github.statecraft.internal.numerics.Logarithm;
import io.github.statecraft.internal.work.RandomBits;
import java.util.Arrays;

/**
 * Uniform weights on a simplex: exponential numbers divided by their sum (L. Devroye, Non-Uniform Random Variate Generation
 * (1986), chapter XI, theorem 4.1; uniform numbers divided by their sum would not be uniform), taken by a linear map to the
 * corners of the set.
 */
final class SimplexSampler implements WeightSampler {
    /** Draws of a block where blocks are independent draw by draw. */
    static final int BLOCK_SIZE = 2048;

    private final double[][] corners;
    private final boolean isWhole;
    private final long seed;

    private SimplexSampler(double[][] corners, boolean isWhole, long seed) {
        this.corners = corners;
        this.isWhole = isWhole;
        this.seed = seed;
    }

    /** On the simplex with some corners, corners x criteria. */
    static SimplexSampler of(double[][] corners, long seed) {
        boolean isWhole = true;
        for (int corner = 0; corner < corners.length; corner++) {
            isWhole &= corners[corner][corner] == 1;
        }
        return new SimplexSampler(corners, isWhole, seed);
    }

    /** Over all weights. */
    static SimplexSampler uniform(int criteria, long seed) {
        return new SimplexSampler(new double[criteria][criteria], true, seed);
    }

    @Override
    public int blockSize() {
        return BLOCK_SIZE;
    }

    @Override
    public Block block(int number) {
        RandomBits bits = RandomBits.of(seed, number);
        if (isWhole) {
            return (weights, count) -> simplex(bits, weights, count);
        }
        double[][] simplex = new double[corners.length][TileRanks.TILE];
        return (weights, count) -> {
            simplex(bits, simplex, count);
            map(simplex, weights, count);
        };
    }

    /** Fills weights that are uniform over all. */
    static void simplex(RandomBits bits, double[][] weights, int count) {
        for (double[] row : weights) {
            WeightSampler.uniform(bits, row, count);
            Logarithm.of(row, 0, row, count);
        }
        WeightSampler.normalise(weights, count);
    }

    private void map(double[][] simplex, double[][] weights, int count) {
        for (int criterion = 0; criterion < weights.length; criterion++) {
            Arrays.fill(weights[criterion], 0, count, 0);
            for (int corner = 0; corner < corners.length; corner++) {
                if (corners[corner][criterion] != 0) {
                    addMultiple(corners[corner][criterion], simplex[corner], weights[criterion], count);
                }
            }
        }
    }

    private static void addMultiple(double factor, double[] from, double[] to, int count) {
        for (int draw = 0; draw < count; draw++) {
            to[draw] += factor * from[draw];
        }
    }

    @Override
    public String toString() {
        return "drawn independently";
    }
}
