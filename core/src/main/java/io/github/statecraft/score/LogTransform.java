package io.github.statecraft.score;

import io.github.statecraft.internal.numerics.Statistics;
import io.github.statecraft.internal.text.Numbers;

/**
 * Logarithms that pull in a long tail. All keep the order of numbers. A transform is fitted to one column, from which it takes
 * its smallest and largest number, and then applied to that or another one.
 */
enum LogTransform {
    /** {@code ln x}, for positive x; nothing is fitted. */
    NATURAL,
    /** {@code sign(x) ln(1 + |x|)}, for any x; nothing is fitted. */
    SIGNED,
    /**
     * {@code ln(x - min + a)} with {@code a = (max - min) / 100}: {@code log_CT()} of COINr 1.1.14, its default after
     * winsorisation; modified from the COIN Tool of the Joint Research Centre.
     */
    SHIFTED,
    /** {@code ln(x - min + 1)}: the COIN Tool's own, {@code log_CT_orig()} of COINr 1.1.14. */
    SHIFTED_BY_ONE,
    /**
     * As {@link #SHIFTED} if skewness of type 2 is positive; otherwise mirrored, {@code -ln(max - x + a)}, so that a long tail
     * of small numbers is pulled in: {@code log_CT_plus()} of COINr 1.1.14.
     */
    SHIFTED_EITHER_WAY,
    /**
     * {@code ln((max - 1) (x - min) / (max - min) + 1)}, which is 0 for the smallest and ln(max) for the largest number: the
     * Global Innovation Index 2020, {@code log_GII()} of COINr. It would turn the order of numbers if max were below 1, and
     * depends on the unit of measurement; such columns are refused.
     */
    GII;

    private static final double SHARE_OF_RANGE = 0.01;

    /** Skewness of type 2 is defined from so many numbers on. */
    private static final int LEAST_FOR_SKEWNESS = 3;

    /**
     * Fits this transform to a column.
     *
     * @param column numbers, NaN where missing; not all the same, unless nothing is fitted
     * @return the transform with its constants
     * @throws IllegalArgumentException if the constants cannot be fitted: all numbers are the same, too few are known, one is
     *     infinite, the range is too large for a double, or max is not above 1 for {@link #GII}
     */
    FittedLog fit(double[] column) {
        if (this == NATURAL || this == SIGNED) {
            return new FittedLog(this, 0, 1, 1, 0);
        }
        double min = Statistics.quantile(column, 0);
        double max = Statistics.quantile(column, 1);
        double range = max - min;
        if (!(range > 0 && Double.isFinite(range))) {
            throw new IllegalArgumentException("Treatment.LogForm." + name()
                    + " needs a column with a range that is positive and finite but its numbers went from "
                    + Numbers.shortest(min) + " to " + Numbers.shortest(max));
        }
        return switch (this) {
            case SHIFTED -> upwards(min, range);
            case SHIFTED_BY_ONE -> new FittedLog(this, min, 1, 1, 1);
            case SHIFTED_EITHER_WAY ->
                isSkewedUpwards(column) ? upwards(min, range) : new FittedLog(this, max, -1, 1, SHARE_OF_RANGE * range);
            case GII -> innovationIndex(min, max);
            default -> throw new AssertionError(name());
        };
    }

    private FittedLog upwards(double min, double range) {
        return new FittedLog(this, min, 1, 1, SHARE_OF_RANGE * range);
    }

    private FittedLog innovationIndex(double min, double max) {
        if (!(max > 1)) {
            throw new IllegalArgumentException("Treatment.LogForm.GII needs a largest number above 1 but it was "
                    + Numbers.shortest(max) + "; use SHIFTED, or another unit of measurement");
        }
        return new FittedLog(this, min, 1, (max - 1) / (max - min), 1);
    }

    /** Two numbers have no skewness; they are taken as not skewed upwards, as a skewness of 0 is. */
    private static boolean isSkewedUpwards(double[] column) {
        return Statistics.count(column) >= LEAST_FOR_SKEWNESS && SkewnessRule.skewness(column) > 0;
    }
}
