package io.github.statecraft.internal.numerics;

import io.github.statecraft.internal.text.Numbers;

/**
 * The logarithmic mean of two positive numbers: the mean that turns a difference of logarithms into a difference.
 *
 * <p>Pure functions with the same bits on every Java runtime.
 */
public final class LogarithmicMean {
    private LogarithmicMean() {}

    /**
     * L(a, b) = (a - b) / (ln a - ln b), and a where b equals a. It lies between the geometric and the arithmetic mean:
     * B. C. Carlson, "The Logarithmic Mean", American Mathematical Monthly 79 (1972) 615-618.
     *
     * <p>Computed as d / log1p(d / b) with d = a - b for a above b, which does not cancel where a is close to b: d is
     * then exact and log1p as accurate as its argument. Relative accuracy is a few 1e-16; symmetric to the last bit.
     * Costs one logarithm.
     *
     * @param a positive and finite
     * @param b positive and finite, in the unit of a
     * @return a value between a and b, in their unit
     * @throws IllegalArgumentException if an argument is not positive and finite
     */
    public static double of(double a, double b) {
        requirePositive(a);
        requirePositive(b);
        double larger = Math.max(a, b);
        double smaller = Math.min(a, b);
        double difference = larger - smaller;
        if (difference == 0) {
            return a;
        }
        double growth = difference / smaller;
        double logarithm =
                Double.isFinite(growth) ? StrictMath.log1p(growth) : StrictMath.log(larger) - StrictMath.log(smaller);
        return Math.min(Math.max(difference / logarithm, smaller), larger);
    }

    private static void requirePositive(double x) {
        if (!(x > 0 && x <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "LogarithmicMean.of needs positive finite numbers but got " + Numbers.shortest(x));
        }
    }
}
