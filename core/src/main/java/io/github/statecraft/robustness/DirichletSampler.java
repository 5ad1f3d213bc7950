package io.github.statecraft.robustness;

import io.github.statecraft.internal.numerics.Logarithm;
import io.github.statecraft.internal.work.RandomBits;

/**
 * Weights from a Dirichlet distribution: gamma numbers divided by their sum (L. Devroye, Non-Uniform Random Variate Generation
 * (1986), chapter XI, theorem 4.1). They are made as logarithms, so that small parameters do not run out of range.
 */
final class DirichletSampler implements WeightSampler {
    private final double[] parameters;
    private final long seed;

    private DirichletSampler(double[] parameters, long seed) {
        this.parameters = parameters;
        this.seed = seed;
    }

    static DirichletSampler of(double[] parameters, long seed) {
        return new DirichletSampler(parameters.clone(), seed);
    }

    @Override
    public int blockSize() {
        return SimplexSampler.BLOCK_SIZE;
    }

    @Override
    public Block block(int number) {
        RandomBits bits = RandomBits.of(seed, number);
        double[] logarithms = new double[parameters.length];
        return (weights, count) -> {
            for (int draw = 0; draw < count; draw++) {
                double largest = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < logarithms.length; i++) {
                    logarithms[i] = logGamma(bits, parameters[i]);
                    largest = Math.max(largest, logarithms[i]);
                }
                for (int i = 0; i < logarithms.length; i++) {
                    weights[i][draw] = StrictMath.exp(logarithms[i] - largest);
                }
            }
            WeightSampler.normalise(weights, count);
        };
    }

    /**
     * The logarithm of a number from a gamma distribution of scale 1: G. Marsaglia and W. W. Tsang, "A simple method for
     * generating gamma variables", ACM Trans. Math. Softw. 26 (2000) 363-372; below a shape of 1 by their section 6, with
     * {@code gamma(a) = gamma(a + 1) U^(1/a)}.
     */
    static double logGamma(RandomBits bits, double shape) {
        if (shape == 1) {
            return Logarithm.of(-Logarithm.of(bits.nextOpen()));
        }
        if (shape < 1) {
            return logGamma(bits, shape + 1) + Logarithm.of(bits.nextOpen()) / shape;
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal(bits);
            double root = 1 + c * x;
            if (root > 0) {
                double v = root * root * root;
                double logV = Logarithm.of(v);
                if (Logarithm.of(bits.nextOpen()) < x * x / 2 + d - d * v + d * logV) {
                    return Logarithm.of(d) + logV;
                }
            }
        }
    }

    /** A standard normal number, by the polar method: G. Marsaglia and T. A. Bray, SIAM Review 6 (1964) 260-264. */
    static double normal(RandomBits bits) {
        while (true) {
            double x = 2 * bits.nextOpen() - 1;
            double y = 2 * bits.nextOpen() - 1;
            double square = x * x + y * y;
            if (square < 1 && square > 0) {
                return x * Math.sqrt(-2 * Logarithm.of(square) / square);
            }
        }
    }

    @Override
    public String toString() {
        return "drawn independently";
    }
}
