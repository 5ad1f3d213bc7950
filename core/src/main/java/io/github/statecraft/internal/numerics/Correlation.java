package io.github.statecraft.internal.numerics;

/**
 * Correlation of two columns in which NaN marks a missing number, over the rows where both are known. Exact sums of
 * deviations that are correct to about an ulp: results do not depend on the order of the rows. Pure functions.
 */
public final class Correlation {
    private Correlation() {}

    /**
     * The product-moment correlation of Pearson, {@code sum(dx dy) / sqrt(sum(dx^2) sum(dy^2))} with d the deviations from
     * the means.
     *
     * @param x numbers, NaN where missing
     * @param y as many numbers
     * @return a number in [-1, 1]
     * @throws IllegalArgumentException if the lengths differ, fewer than two rows have both numbers, a column is constant in
     *     these rows, or a number is infinite
     */
    public static double pearson(double[] x, double[] y) {
        return ofPairs("Correlation.pearson", Known.pairs(2, "Correlation.pearson", x, y));
    }

    /**
     * The rank correlation of Spearman: the correlation of Pearson of the ranks among the rows where both are known, equal
     * numbers having their mean rank.
     *
     * @param x numbers, NaN where missing
     * @param y as many numbers
     * @return a number in [-1, 1]
     * @throws IllegalArgumentException if the lengths differ, fewer than two rows have both numbers, a column is constant in
     *     these rows, or a number is infinite
     */
    public static double spearman(double[] x, double[] y) {
        double[][] pairs = Known.pairs(2, "Correlation.spearman", x, y);
        for (double[] column : pairs) {
            Known.requireSpread("Correlation.spearman", column);
        }
        return ofPairs("Correlation.spearman", new double[][] {Ranks.mean(pairs[0]), Ranks.mean(pairs[1])});
    }

    private static double ofPairs(String owner, double[][] pairs) {
        for (double[] column : pairs) {
            Known.requireSpread(owner, column);
        }
        Deviations x = Deviations.of(pairs[0]);
        Deviations y = Deviations.of(pairs[1]);
        double r = x.products(y) / (Math.sqrt(x.products(x)) * Math.sqrt(y.products(y)));
        return Math.min(1, Math.max(-1, r));
    }
}
