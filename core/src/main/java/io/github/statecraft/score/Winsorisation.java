package io.github.statecraft.score;

import java.io.Serializable;

/**
 * A column whose most extreme numbers were set to the next ones until a rule of skewness and kurtosis was met.
 *
 * <p>Step by step, while the rule is not met and fewer numbers than allowed are changed: if skewness is not negative, every
 * number that equals the largest becomes the next smaller one, otherwise every number that equals the smallest becomes the
 * next larger one. So numbers that are tied at the end change together and each counts, and more than the allowed number may
 * be changed by the last step; this is what {@code winsorise()} of COINr 1.1.14 does, whose method is that of the Joint
 * Research Centre of the European Commission. Unlike there, a step that would make the whole column constant is not taken.
 *
 * <p>The result is the same as that of two limits, {@link #caps}, which treat another column in the same way. Immutable and
 * thread-safe. Costs a few passes for each distinct number that is changed.
 */
final class Winsorisation implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] column;
    private final double[] treated;
    private final Caps caps;
    private final boolean ruleMet;

    private Winsorisation(double[] column, Caps caps, SkewnessRule rule) {
        this.column = column.clone();
        this.caps = caps;
        this.treated = caps.apply(column);
        this.ruleMet = rule.isMetBy(treated);
    }

    /**
     * Winsorises a column.
     *
     * @param column numbers, NaN where missing
     * @param maximumPoints no further step is taken once so many numbers are changed, at least 0
     * @param rule when to stop
     * @return the treated column and what was done
     * @throws IllegalArgumentException if maximumPoints is negative or a number is infinite
     */
    static Winsorisation of(double[] column, int maximumPoints, SkewnessRule rule) {
        if (maximumPoints < 0) {
            throw new IllegalArgumentException(
                    "Winsorisation.maximumPoints must not be negative but was " + maximumPoints);
        }
        Winsorisation result = new Winsorisation(column, Caps.NONE, rule);
        while (!result.ruleMet && result.changedCount() < maximumPoints) {
            Caps next = next(result);
            if (!(next.lower() < next.upper())) {
                return result;
            }
            result = new Winsorisation(column, next, rule);
        }
        return result;
    }

    /** The limits after one more step; equal if the column would become constant. */
    private static Caps next(Winsorisation before) {
        double[] treated = before.treated;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double x : treated) {
            low = x < low ? x : low;
            high = x > high ? x : high;
        }
        double aboveLow = high;
        double belowHigh = low;
        for (double x : treated) {
            aboveLow = x > low && x < aboveLow ? x : aboveLow;
            belowHigh = x < high && x > belowHigh ? x : belowHigh;
        }
        boolean lowerTheTop = SkewnessRule.skewness(treated) >= 0;
        if (lowerTheTop ? belowHigh == low : aboveLow == high) {
            return new Caps(low, low);
        }
        return lowerTheTop ? new Caps(before.caps.lower(), belowHigh) : new Caps(aboveLow, before.caps.upper());
    }

    /** The treated column, NaN where missing: a new array. */
    double[] column() {
        return treated.clone();
    }

    /** The limits with the same effect; infinite on a side where nothing was changed. */
    Caps caps() {
        return caps;
    }

    /** Whether the treated column meets the rule. */
    boolean isRuleMet() {
        return ruleMet;
    }

    /** Whether the number in a row, counted from 0, was changed. */
    boolean isChanged(int row) {
        return caps.change(column[row]);
    }

    /** How many numbers were changed. */
    int changedCount() {
        int count = 0;
        for (double x : column) {
            if (caps.change(x)) {
                count++;
            }
        }
        return count;
    }
}
