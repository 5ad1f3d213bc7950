package io.github.statecraft.score;

import io.github.statecraft.internal.numerics.LeastSquares;
import io.github.statecraft.internal.numerics.Statistics;
import io.github.statecraft.internal.text.Numbers;

/**
 * The power transformation of G. E. P. Box and D. R. Cox, "An Analysis of Transformations", Journal of the Royal Statistical
 * Society B 26 (1964) 211-252, equation 1: {@code (x^lambda - 1) / lambda}, and {@code ln x} for lambda 0. It rises with x for
 * every lambda, and is defined for positive x. Pure functions.
 */
final class BoxCox {
    /** The search for lambda looks no further than this in either direction. */
    static final double LARGEST_LAMBDA = 5;

    /** The search stops when lambda is known to this, absolutely. */
    static final double TOLERANCE = 1e-10;

    /** Natural logarithms up to this far from their mean, 60 powers of ten, overflow under no lambda of the range. */
    private static final double LARGEST_DISTANCE = 140;

    /** Below this magnitude of lambda z, the derivative is summed as a series, whose first terms dropped are below 1e-17. */
    private static final double SERIES_RADIUS = 0.03;

    private static final int SERIES_TERMS = 9;

    private BoxCox() {}

    /**
     * The transformed number, by {@code expm1(lambda ln x) / lambda}, which is accurate for lambda near 0 too.
     *
     * @param x a positive number, or NaN
     * @param lambda any finite power
     * @return the transformed number; NaN for NaN
     * @throws IllegalArgumentException if x is not positive and finite, lambda is not finite, or the result is too large for a
     *     double
     */
    static double apply(double x, double lambda) {
        if (!Double.isFinite(lambda)) {
            throw new IllegalArgumentException("BoxCox.lambda must be finite but was " + Numbers.shortest(lambda));
        }
        if (Double.isNaN(x)) {
            return x;
        }
        double log = StrictMath.log(requirePositive(x));
        double power = lambda == 0 ? log : StrictMath.expm1(lambda * log) / lambda;
        if (!Double.isFinite(power)) {
            throw new IllegalArgumentException("BoxCox of " + Numbers.shortest(x) + " with lambda "
                    + Numbers.shortest(lambda) + " is too large for a double; rescale the column");
        }
        return power;
    }

    /**
     * The transformed number, or the limit where there is none: that towards 0 for what is not positive.
     *
     * @param x any number, also infinite
     * @param lambda any finite power
     * @return the transformed number; may be infinite
     */
    static double limit(double x, double lambda) {
        double log = x > 0 ? StrictMath.log(x) : Double.NEGATIVE_INFINITY;
        return lambda == 0 ? log : StrictMath.expm1(lambda * log) / lambda;
    }

    /**
     * The transformed column.
     *
     * @param column positive numbers, NaN where missing
     * @param lambda any finite power
     * @return a new column, NaN where missing
     * @throws IllegalArgumentException as for one number
     */
    static double[] apply(double[] column, double lambda) {
        double[] powers = new double[column.length];
        for (int row = 0; row < column.length; row++) {
            powers[row] = apply(column[row], lambda);
        }
        return powers;
    }

    /**
     * The lambda in [-5, 5] under which a normal distribution fits the transformed column best (maximum likelihood; Box and
     * Cox 1964, section 3), to {@link #TOLERANCE}. An end of the range is returned if likelihood still rises there.
     *
     * <p>With z = ln x less its mean, the likelihood is highest where the variance of {@code w = (exp(lambda z) - 1) / lambda}
     * is smallest. That variance is log-convex in lambda: it is a sum over pairs of the squares of {@code w_i - w_j}, the
     * integral of {@code exp(lambda s)} for s from z_j to z_i, and integrals, squares and sums of log-convex functions are
     * log-convex. So the covariance of w and its derivative changes sign at most once, and bisection finds where. Costs 38
     * passes with one exponential for each number.
     *
     * @param column positive numbers, NaN where missing; at least two known, not all the same
     * @return lambda
     * @throws IllegalArgumentException if a number is not positive and finite, too few are known, the logarithms of all
     *     are the same, or one is more than 60 powers of ten from the geometric mean
     */
    static double lambda(double[] column) {
        double[] logs = new double[Statistics.count(column)];
        int next = 0;
        for (double x : column) {
            if (!Double.isNaN(x)) {
                logs[next++] = StrictMath.log(requirePositive(x));
            }
        }
        centre(logs);
        double low = -LARGEST_LAMBDA;
        double high = LARGEST_LAMBDA;
        if (varianceRises(logs, low)) {
            return low;
        }
        if (!varianceRises(logs, high)) {
            return high;
        }
        while (high - low > TOLERANCE) {
            double middle = (low + high) / 2;
            if (varianceRises(logs, middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Takes the mean off logarithms. */
    private static void centre(double[] logs) {
        double mean = Statistics.mean(logs);
        double least = Statistics.quantile(logs, 0) - mean;
        double most = Statistics.quantile(logs, 1) - mean;
        if (!(least < most && most <= LARGEST_DISTANCE && -least <= LARGEST_DISTANCE)) {
            throw new IllegalArgumentException(
                    "BoxCox.lambda needs numbers that differ and lie within 60 powers of ten of"
                            + " their geometric mean but their natural logarithms lay from " + Numbers.shortest(least)
                            + " to "
                            + Numbers.shortest(most) + " around the mean");
        }
        for (int i = 0; i < logs.length; i++) {
            logs[i] -= mean;
        }
    }

    /** Whether the variance of w rises with lambda: whether the line of dw/dlambda over w does. */
    private static boolean varianceRises(double[] centredLogs, double lambda) {
        double[] powers = new double[centredLogs.length];
        double[] derivatives = new double[centredLogs.length];
        for (int i = 0; i < centredLogs.length; i++) {
            double z = centredLogs[i];
            double t = lambda * z;
            double growth = StrictMath.expm1(t);
            powers[i] = t == 0 ? z : z * (growth / t);
            derivatives[i] = z * z * curvature(t, growth);
        }
        return LeastSquares.fit(powers, derivatives).slope() > 0;
    }

    /** {@code (t exp(t) - expm1(t)) / t^2}, the sum of {@code (k + 1) t^k / (k + 2)!}; 1/2 at 0. */
    private static double curvature(double t, double growth) {
        if (Math.abs(t) >= SERIES_RADIUS) {
            return (t + t * growth - growth) / (t * t);
        }
        double sum = 0;
        for (int k = SERIES_TERMS - 1; k > 0; k--) {
            sum = (sum + 1) * t * (k + 1) / (k * (k + 2.0));
        }
        return (sum + 1) / 2;
    }

    private static double requirePositive(double x) {
        if (!(x > 0 && Double.isFinite(x))) {
            throw new IllegalArgumentException(
                    "BoxCox needs positive numbers but one was " + Numbers.shortest(x) + "; shift the column first");
        }
        return x;
    }
}
