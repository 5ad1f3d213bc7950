package io.github.statecraft.robustness;

import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.work.RandomBits;

/**
 * Weights in a polytope by hit-and-run: from where the chain is, a random direction, then a uniform point of the chord (R. L.
 * Smith, Operations Research 32 (1984) 1296-1308; T. Tervonen, G. van Valkenhoef, N. Basturk, D. Postmus, European J. of
 * Operational Research 229 (2013) 552-559). Directions are as long and as flat as the set. Each block is a chain of its own from
 * a random start; draws of one chain hang together, those of different chains do not.
 */
final class HitAndRunSampler implements WeightSampler {
    /** Chains, unless there are fewer draws. */
    static final int CHAINS = 64;

    private final double[][] conditions;
    private final SetExtremes extremes;
    private final int criteria;
    private final long seed;
    private final int blockSize;
    private final int burnIn;
    private final int thinning;

    private HitAndRunSampler(WeightRegion region, Smaa smaa) {
        conditions = region.conditions();
        extremes = SetExtremes.of(region);
        criteria = region.criteria().size();
        seed = smaa.seed();
        blockSize = (int) (((long) smaa.draws() + CHAINS - 1) / CHAINS);
        burnIn = smaa.burnIn().orElse(Smaa.defaultBurnIn(criteria));
        thinning = smaa.thinning().orElse(Smaa.defaultThinning(criteria));
    }

    static HitAndRunSampler of(WeightRegion region, Smaa smaa) {
        return new HitAndRunSampler(region, smaa);
    }

    @Override
    public int blockSize() {
        return blockSize;
    }

    @Override
    public boolean isChained() {
        return true;
    }

    @Override
    public Block block(int number) {
        Chain chain = new Chain(RandomBits.of(seed, number));
        chain.walk(burnIn);
        return chain::fill;
    }

    @Override
    public String toString() {
        return "drawn by hit-and-run in at most " + CHAINS + " chains of " + Numbers.grouped(blockSize)
                + " draws, burn-in " + Numbers.grouped(burnIn) + " steps, every " + Numbers.grouped(thinning)
                + ". step kept";
    }

    private final class Chain {
        private final RandomBits bits;
        private final double[] at;
        private final double[] direction = new double[criteria];
        private double least;
        private double most;

        private Chain(RandomBits bits) {
            this.bits = bits;
            at = extremes.start(bits);
        }

        private void fill(double[][] weights, int count) {
            for (int draw = 0; draw < count; draw++) {
                walk(thinning);
                double sum = 0;
                for (int i = 0; i < at.length; i++) {
                    at[i] = Math.max(at[i], 0);
                    sum += at[i];
                }
                for (int i = 0; i < at.length; i++) {
                    at[i] /= sum;
                    weights[i][draw] = at[i];
                }
            }
        }

        private void walk(int steps) {
            for (int step = 0; step < steps && at.length > 1; step++) {
                extremes.direction(bits, direction);
                least = Double.NEGATIVE_INFINITY;
                most = Double.POSITIVE_INFINITY;
                for (int i = 0; i < at.length; i++) {
                    cut(at[i], direction[i]);
                }
                for (double[] condition : conditions) {
                    cut(product(condition, at), product(condition, direction));
                }
                double far = least + (most - least) * bits.nextOpen();
                for (int i = 0; i < at.length; i++) {
                    at[i] += far * direction[i];
                }
            }
        }

        /** Cuts the chord where {@code value + t rate} falls below 0. */
        private void cut(double value, double rate) {
            double far = -Math.max(value, 0) / rate;
            if (rate > 0) {
                least = Math.max(least, far);
            } else if (rate < 0) {
                most = Math.min(most, far);
            }
        }

        private double product(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }
    }
}
