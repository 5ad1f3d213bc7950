package io.github.statecraft.score;

import io.github.statecraft.internal.numerics.Statistics;
import io.github.statecraft.internal.numerics.Statistics.ShapeType;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;

/**
 * When a column counts as free of outliers: its skewness is below one threshold in magnitude, or its excess kurtosis is below
 * another. Both must be reached for a column to need treatment.
 *
 * <p>Both are of type 2, the G1 and G2 of Joanes and Gill (1998), and kurtosis is in excess of the 3 of a normal
 * distribution, as in {@code check_SkewKurt()} of COINr 1.1.14 and in spreadsheets. The thresholds 2 and 3.5 are those of the
 * Joint Research Centre of the European Commission and of the Global Innovation Index (which has used 2.25 for the first).
 *
 * <p>A column whose shape is not defined, with fewer than four known numbers or all of them the same, meets every rule.
 *
 * @param skewness the smallest magnitude of skewness that is too much, not negative
 * @param kurtosis the smallest excess kurtosis that is too much
 */
record SkewnessRule(double skewness, double kurtosis) implements Serializable {
    /** Skewness 2, excess kurtosis 3.5. */
    static final SkewnessRule USUAL = new SkewnessRule(2, 3.5);

    /** From so many numbers on, kurtosis of type 2 is defined. */
    private static final int LEAST_KNOWN = 4;

    /** Checks that thresholds are finite and that of skewness is not negative. */
    SkewnessRule {
        if (!(skewness >= 0 && Double.isFinite(skewness))) {
            throw new IllegalArgumentException(
                    "SkewnessRule.skewness must not be negative but was " + Numbers.shortest(skewness));
        }
        if (!Double.isFinite(kurtosis)) {
            throw new IllegalArgumentException(
                    "SkewnessRule.kurtosis must be finite but was " + Numbers.shortest(kurtosis));
        }
    }

    /**
     * Whether a column is free of outliers by this rule.
     *
     * @param column numbers, NaN where missing
     * @return true if it needs no treatment
     * @throws IllegalArgumentException if a number is infinite
     */
    boolean isMetBy(double[] column) {
        return !hasShape(column)
                || Math.abs(skewness(column)) < skewness
                || Statistics.excessKurtosis(column, ShapeType.TYPE_2) < kurtosis;
    }

    /** The skewness that the rule looks at; the column must have a shape. */
    static double skewness(double[] column) {
        return Statistics.skewness(column, ShapeType.TYPE_2);
    }

    private static boolean hasShape(double[] column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double x : column) {
            if (Double.isInfinite(x)) {
                throw new IllegalArgumentException(
                        "SkewnessRule needs finite numbers but one was " + Numbers.shortest(x));
            }
            if (!Double.isNaN(x)) {
                low = Math.min(low, x);
                high = Math.max(high, x);
            }
        }
        return low < high && Statistics.count(column) >= LEAST_KNOWN;
    }

    /** In words. */
    @Override
    public String toString() {
        return "skewness below " + Numbers.shortest(skewness) + " in magnitude or excess kurtosis below "
                + Numbers.shortest(kurtosis);
    }
}
