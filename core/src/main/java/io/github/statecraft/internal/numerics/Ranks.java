package io.github.statecraft.internal.numerics;

import java.util.Arrays;

/**
 * Ranks of the known numbers of a column from the smallest, which has rank 1. A missing number, NaN, has the rank NaN and
 * counts for nothing; both zeros are the same number. Pure functions; they sort a copy.
 */
public final class Ranks {
    private Ranks() {}

    /**
     * Ranks in which equal numbers share the mean of the ranks that they would have one by one.
     *
     * @param column numbers, NaN where missing
     * @return as many ranks, in [1, n] and multiples of 1/2; NaN where missing
     * @throws IllegalArgumentException if a number is infinite
     */
    public static double[] mean(double[] column) {
        return ranks("Ranks.mean", column, 0.5);
    }

    /**
     * Ranks in which equal numbers have the lowest of the ranks that they would have one by one: 1 plus how many are smaller.
     *
     * @param column numbers, NaN where missing
     * @return as many ranks, whole numbers in [1, n]; NaN where missing
     * @throws IllegalArgumentException if a number is infinite
     */
    public static double[] lowest(double[] column) {
        return ranks("Ranks.lowest", column, 0);
    }

    /** The rank is 1 + how many are smaller + the share of ties times how many others are equal. */
    private static double[] ranks(String owner, double[] column, double shareOfTies) {
        double[] sorted = Known.of(owner, column);
        Arrays.sort(sorted);
        double[] ranks = new double[column.length];
        for (int row = 0; row < column.length; row++) {
            double x = column[row] + 0.0;
            if (Double.isNaN(x)) {
                ranks[row] = Double.NaN;
            } else {
                int smaller = firstNotBelow(sorted, x);
                int notLarger = firstNotBelow(sorted, StrictMath.nextUp(x));
                ranks[row] = 1 + smaller + shareOfTies * (notLarger - smaller - 1);
            }
        }
        return ranks;
    }

    private static int firstNotBelow(double[] sorted, double x) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
