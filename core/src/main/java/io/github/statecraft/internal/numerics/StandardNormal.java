package io.github.statecraft.internal.numerics;

import io.github.statecraft.internal.text.Numbers;

/**
 * The normal distribution with mean 0 and standard deviation 1: its cumulative probability and its quantiles.
 *
 * <p>Pure functions with the same bits on every Java runtime.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // coefficients stand as they are printed
public final class StandardNormal {
    /** Up to this |x| the Taylor series is used; beyond, 1/2 - series would cancel and the continued fraction is short. */
    private static final double CENTRE = 1.5;

    /** Beyond this |x| the tail is below the smallest double: Phi(-38.5) is 1.4e-324. */
    private static final double UNDERFLOW = 39;

    /**
     * The continued fraction is cut off after this / x^2 levels, plus {@link #EXTRA_LEVELS}. Found by trial against 40
     * digits (mpmath 1.3.0) for x from 1.5 to 11.5: the relative error of cutting off is then at most 2e-17.
     */
    private static final double LEVELS_TIMES_SQUARE = 300;

    private static final int EXTRA_LEVELS = 8;

    private static final double DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);

    /**
     * AS 241, PPND16: |p - 1/2| up to which the central approximation holds, its square, the r up to which the
     * intermediate one holds, and its shift.
     */
    private static final double SPLIT_CENTRE = 0.425;

    private static final double SPLIT_CENTRE_SQUARED = 0.180625;
    private static final double SPLIT_TAIL = 5;
    private static final double SHIFT_INTERMEDIATE = 1.6;

    /** AS 241, PPND16, coefficients a0 to a7: numerator for p close to 1/2. */
    private static final double[] CENTRE_NUMERATOR = {
        3.3871328727963666080e0,
        1.3314166789178437745e2,
        1.9715909503065514427e3,
        1.3731693765509461125e4,
        4.5921953931549871457e4,
        6.7265770927008700853e4,
        3.3430575583588128105e4,
        2.5090809287301226727e3
    };

    /** AS 241, PPND16, coefficients 1, b1 to b7: denominator for p close to 1/2. */
    private static final double[] CENTRE_DENOMINATOR = {
        1,
        4.2313330701600911252e1,
        6.8718700749205790830e2,
        5.3941960214247511077e3,
        2.1213794301586595867e4,
        3.9307895800092710610e4,
        2.8729085735721942674e4,
        5.2264952788528545610e3
    };

    /** AS 241, PPND16, coefficients c0 to c7: numerator for p neither close to 1/2 nor to 0 or 1. */
    private static final double[] INTERMEDIATE_NUMERATOR = {
        1.42343711074968357734e0,
        4.63033784615654529590e0,
        5.76949722146069140550e0,
        3.64784832476320460504e0,
        1.27045825245236838258e0,
        2.41780725177450611770e-1,
        2.27238449892691845833e-2,
        7.74545014278341407640e-4
    };

    /** AS 241, PPND16, coefficients 1, d1 to d7: denominator for p neither close to 1/2 nor to 0 or 1. */
    private static final double[] INTERMEDIATE_DENOMINATOR = {
        1,
        2.05319162663775882187e0,
        1.67638483018380384940e0,
        6.89767334985100004550e-1,
        1.48103976427480074590e-1,
        1.51986665636164571966e-2,
        5.47593808499534494600e-4,
        1.05075007164441684324e-9
    };

    /** AS 241, PPND16, coefficients e0 to e7: numerator for p near 0 or 1. */
    private static final double[] TAIL_NUMERATOR = {
        6.65790464350110377720e0,
        5.46378491116411436990e0,
        1.78482653991729133580e0,
        2.96560571828504891230e-1,
        2.65321895265761230930e-2,
        1.24266094738807843860e-3,
        2.71155556874348757815e-5,
        2.01033439929228813265e-7
    };

    /** AS 241, PPND16, coefficients 1, f1 to f7: denominator for p near 0 or 1. */
    private static final double[] TAIL_DENOMINATOR = {
        1,
        5.99832206555887937690e-1,
        1.36929880922735805310e-1,
        1.48753612908506148525e-2,
        7.86869131145613259100e-4,
        1.84631831751005468180e-5,
        1.42151175831644588870e-7,
        2.04426310338993978564e-15
    };

    private StandardNormal() {}

    /**
     * The probability of a value of x or less. Relative accuracy in the lower tail is better than 1e-14 down to x = -37,
     * where the probability is 5.7e-300; below, digits are lost to underflow, and from x = -39 on it is 0.
     *
     * <p>G. Marsaglia, "Evaluating the Normal Distribution", Journal of Statistical Software 11(4) (2004) 1-11, section 1,
     * gives the Taylor series used for |x| up to 1.5; beyond, the continued fraction of M. Abramowitz and I. A. Stegun,
     * Handbook of Mathematical Functions (1964), 26.2.14. Costs some 10 to 150 multiplications or divisions.
     *
     * @param x any number, infinite ones included
     * @return a probability in [0, 1]
     * @throws IllegalArgumentException if x is NaN
     */
    public static double cumulative(double x) {
        if (Double.isNaN(x)) {
            throw new IllegalArgumentException("StandardNormal.cumulative needs a number but x was NaN");
        }
        double distance = Math.abs(x);
        if (distance <= CENTRE) {
            return 0.5 + density(x) * oddSeries(x);
        }
        double tail = distance >= UNDERFLOW ? 0 : density(distance) * millsRatio(distance);
        return x < 0 ? tail : 1 - tail;
    }

    /**
     * The x that a value stays at or below with probability p; the inverse of {@link #cumulative}. Relative accuracy
     * about 1e-16 by the author's account, a few 1e-16 with rounding.
     *
     * <p>M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", Applied Statistics 37
     * (1988) 477-484, routine PPND16. Costs two polynomials of degree 7 and, outside [0.075, 0.925], a logarithm and a
     * root.
     *
     * @param p a probability in (0, 1)
     * @return the quantile, a finite number; 0 for p = 1/2
     * @throws IllegalArgumentException if p is not in (0, 1)
     */
    public static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException(
                    "StandardNormal.quantile needs p in (0, 1) but p was " + Numbers.shortest(p));
        }
        double offset = p - 0.5;
        if (Math.abs(offset) <= SPLIT_CENTRE) {
            double r = SPLIT_CENTRE_SQUARED - offset * offset;
            return offset * polynomial(CENTRE_NUMERATOR, r) / polynomial(CENTRE_DENOMINATOR, r);
        }
        double root = Math.sqrt(-StrictMath.log(offset < 0 ? p : 1 - p));
        double size = root <= SPLIT_TAIL
                ? ratio(INTERMEDIATE_NUMERATOR, INTERMEDIATE_DENOMINATOR, root - SHIFT_INTERMEDIATE)
                : ratio(TAIL_NUMERATOR, TAIL_DENOMINATOR, root - SPLIT_TAIL);
        return offset < 0 ? -size : size;
    }

    /** exp(-x^2 / 2) / sqrt(2 pi), with the rounding error of x^2 put right. */
    private static double density(double x) {
        double square = x * x;
        double squareError = Math.fma(x, x, -square);
        double exponential = StrictMath.exp(-square / 2);
        return DENSITY_AT_ZERO * (exponential - exponential * (squareError / 2));
    }

    /** x + x^3 / 3 + x^5 / (3 5) + x^7 / (3 5 7) + ... */
    private static double oddSeries(double x) {
        double square = x * x;
        double term = x;
        double sum = x;
        double before = 0;
        for (int odd = 3; sum != before; odd += 2) {
            before = sum;
            term *= square / odd;
            sum += term;
        }
        return sum;
    }

    /**
     * The upper tail over the density: 1 / (x + 1 / (x + 2 / (x + 3 / (x + ...)))), from the innermost level outwards. What
     * is cut off is taken to be d = x + n / d, as if all levels further in were alike.
     */
    private static double millsRatio(double x) {
        int levels = (int) Math.ceil(LEVELS_TIMES_SQUARE / (x * x)) + EXTRA_LEVELS;
        double denominator = (x + Math.sqrt(x * x + 4 * (levels + 1))) / 2;
        for (int level = levels; level > 0; level--) {
            denominator = x + level / denominator;
        }
        return 1 / denominator;
    }

    private static double ratio(double[] numerator, double[] denominator, double r) {
        return polynomial(numerator, r) / polynomial(denominator, r);
    }

    private static double polynomial(double[] coefficients, double r) {
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * r + coefficients[i];
        }
        return sum;
    }
}
