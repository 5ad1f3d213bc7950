package io.github.statecraft.internal.numerics;

import io.github.statecraft.internal.text.Numbers;

/**
 * The triangular distribution between a low and a high value with its peak at the mode.
 *
 * <p>Pure functions with the same bits on every Java runtime.
 */
public final class Triangular {
    private Triangular() {}

    /**
     * The value that the distribution stays at or below with probability u.
     *
     * <p>With w = high - low and c = (mode - low) / w: low + w sqrt(u c) up to u = c, high - w sqrt((1 - u)(1 - c))
     * above; S. Kotz and J. R. van Dorp, Beyond Beta: Other Continuous Families of Distributions with Bounded Support
     * and Applications (World Scientific 2004), chapter 1. The mode may equal low, high or both; where all three are
     * equal the result is that value. Costs one square root.
     *
     * @param u a probability in [0, 1]
     * @param low the smallest value, in the unit of the result
     * @param mode the most likely value
     * @param high the largest value
     * @return a value in [low, high], low for u = 0 and high for u = 1
     * @throws IllegalArgumentException if u is not in [0, 1], the values are not in order, or their range is not finite
     */
    public static double quantile(double u, double low, double mode, double high) {
        if (!(u >= 0 && u <= 1)) {
            throw new IllegalArgumentException(
                    "Triangular.quantile needs u in [0, 1] but u was " + Numbers.shortest(u));
        }
        double width = high - low;
        if (!(low <= mode && mode <= high && Double.isFinite(width))) {
            throw new IllegalArgumentException("Triangular.quantile needs finite low <= mode <= high but they were "
                    + Numbers.shortest(low) + ", " + Numbers.shortest(mode) + ", " + Numbers.shortest(high));
        }
        if (width == 0) {
            return mode;
        }
        double share = (mode - low) / width;
        double value = u <= share
                ? low + width * Math.sqrt(u * share)
                : high - width * Math.sqrt((1 - u) * ((high - mode) / width));
        return Math.min(Math.max(value, low), high);
    }
}
