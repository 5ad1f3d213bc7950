package io.github.statecraft.robustness;

import io.github.statecraft.internal.work.RandomBits;

/** Uniform weights in a polytope: those of the uniform weights of the whole simplex that lie in it. */
final class RejectionSampler implements WeightSampler {
    /** Where fewer of the pilot draws lie in the set, a chain is cheaper. */
    static final double LEAST_SHARE = 0.01;

    /** Draws that say what share of the simplex the set is. */
    static final int PILOT_DRAWS = 20_000;

    /** Stream of the pilot draws; blocks have those from 0. */
    private static final int PILOT_STREAM = -1;

    private final int criteria;
    private final double[][] conditions;
    private final long seed;
    private final double share;

    private RejectionSampler(WeightRegion region, long seed) {
        criteria = region.criteria().size();
        conditions = region.conditions();
        this.seed = seed;
        share = pilot();
    }

    static RejectionSampler of(WeightRegion region, long seed) {
        return new RejectionSampler(region, seed);
    }

    private double pilot() {
        Candidates candidates = new Candidates(RandomBits.of(seed, PILOT_STREAM));
        int inside = 0;
        int drawn = 0;
        while (drawn < PILOT_DRAWS) {
            candidates.draw();
            drawn += TileRanks.TILE;
            for (int draw = 0; draw < TileRanks.TILE; draw++) {
                inside += candidates.isInside(draw) ? 1 : 0;
            }
        }
        return (double) inside / drawn;
    }

    /** Whether the set holds enough of the simplex. */
    boolean isWorthwhile() {
        return share >= LEAST_SHARE;
    }

    @Override
    public int blockSize() {
        return SimplexSampler.BLOCK_SIZE;
    }

    @Override
    public Block block(int number) {
        Candidates candidates = new Candidates(RandomBits.of(seed, number));
        return candidates::fill;
    }

    @Override
    public String toString() {
        return "drawn independently, by rejection from all weights";
    }

    /** Draws from the whole simplex, used up one by one. */
    private final class Candidates {
        private final RandomBits bits;
        private final double[][] drawn = new double[criteria][TileRanks.TILE];
        private int next = TileRanks.TILE;

        private Candidates(RandomBits bits) {
            this.bits = bits;
        }

        private void draw() {
            SimplexSampler.simplex(bits, drawn, TileRanks.TILE);
            next = 0;
        }

        private boolean isInside(int draw) {
            for (double[] condition : conditions) {
                double sum = 0;
                for (int i = 0; i < criteria; i++) {
                    sum += condition[i] * drawn[i][draw];
                }
                if (!(sum >= 0)) {
                    return false;
                }
            }
            return true;
        }

        private void fill(double[][] weights, int count) {
            for (int filled = 0; filled < count; next++) {
                if (next == TileRanks.TILE) {
                    draw();
                }
                if (isInside(next)) {
                    for (int i = 0; i < criteria; i++) {
                        weights[i][filled] = drawn[i][next];
                    }
                    filled++;
                }
            }
        }
    }
}
