package io.github.statecraft.internal.numerics;

import io.github.statecraft.internal.text.Numbers;
import java.util.Arrays;

/**
 * Descriptive statistics of one column of numbers in which NaN marks a missing one: centre, spread, shape and quantiles of
 * the known numbers. Missing ones are skipped and count for nothing.
 *
 * <p>Sums are exact and deviations are correct to about an ulp, so results do not depend on the order of the rows and are
 * accurate to a few ulps however far the column is from zero; {@link #skewness} and {@link #excessKurtosis} relative to the
 * sums of magnitudes in them. Nothing overflows on the way. Infinite numbers are refused, and so is a statistic that does not
 * exist: too few known numbers, or a constant column where the statistic divides by the spread. No result is NaN.
 *
 * <p>Pure functions. Each costs a few passes over the column; {@link #quantile} and {@link #median} sort a copy.
 */
public final class Statistics {
    /** What the sum of squared deviations is divided by. */
    public enum Denominator {
        /** n - 1, the unbiased estimate of the variance of what the column is a sample of. */
        SAMPLE,
        /** n, the variance of the column itself. */
        POPULATION
    }

    /**
     * Definitions of sample skewness and kurtosis, numbered as in R's e1071, from D. N. Joanes and C. A. Gill, "Comparing
     * measures of sample skewness and kurtosis", The Statistician 47 (1998) 183-189.
     */
    public enum ShapeType {
        /** g1 and g2: moments of the column, with denominator n. Stata, scipy's default. */
        TYPE_1,
        /** G1 and G2: ratios of unbiased cumulant estimates. SAS, SPSS, Excel, COINr. */
        TYPE_2,
        /** b1 and b2: as type 1, divided by powers of the sample standard deviation. MINITAB, BMDP, e1071's default. */
        TYPE_3
    }

    private static final double NORMAL_KURTOSIS = 3;

    private Statistics() {}

    /**
     * How many numbers are known.
     *
     * @param column numbers, NaN where missing
     * @return a count, 0 or more
     */
    public static int count(double[] column) {
        return Known.count(column);
    }

    /**
     * The arithmetic mean: the correctly rounded sum divided by n, never outside the range of the numbers.
     *
     * @param column numbers, NaN where missing; at least one known
     * @return the mean
     * @throws IllegalArgumentException if none is known or one is infinite
     */
    public static double mean(double... column) {
        return Deviations.of(Known.atLeast(1, "Statistics.mean", column)).mean();
    }

    /**
     * The variance.
     *
     * @param column numbers, NaN where missing; at least one known, two for a sample
     * @param denominator what the sum of squares is divided by
     * @return the variance, 0 or more; 0 if the column is constant
     * @throws IllegalArgumentException if too few are known, one is infinite, or the variance is too large for a double
     */
    public static double variance(double[] column, Denominator denominator) {
        Deviations deviations = deviations("Statistics.variance", column, denominator);
        double scaled = scaledVariance(deviations, denominator);
        return Known.requireFinite(
                "Statistics.variance", Math.scalb(Math.scalb(scaled, deviations.exponent()), deviations.exponent()));
    }

    /**
     * The standard deviation, the square root of the variance.
     *
     * @param column numbers, NaN where missing; at least one known, two for a sample
     * @param denominator what the sum of squares is divided by
     * @return the standard deviation, 0 or more; 0 if the column is constant
     * @throws IllegalArgumentException if too few are known, one is infinite, or the result is too large for a double
     */
    public static double standardDeviation(double[] column, Denominator denominator) {
        Deviations deviations = deviations("Statistics.standardDeviation", column, denominator);
        double scaled = Math.sqrt(scaledVariance(deviations, denominator));
        return Known.requireFinite("Statistics.standardDeviation", Math.scalb(scaled, deviations.exponent()));
    }

    /**
     * The skewness: 0 for a symmetric column, positive if the tail is on the side of large numbers. Type 1 is
     * {@code g1 = m3 / m2^(3/2)}, type 2 {@code g1 sqrt(n (n - 1)) / (n - 2)}, type 3 {@code g1 ((n - 1) / n)^(3/2)}, where
     * mk is the mean of the k-th powers of deviations (Joanes and Gill 1998, page 183).
     *
     * @param column numbers, NaN where missing; at least two known, three for type 2, and not all the same
     * @param type the definition
     * @return the skewness
     * @throws IllegalArgumentException if too few are known, all are the same, or one is infinite
     */
    public static double skewness(double[] column, ShapeType type) {
        Deviations deviations = shape("Statistics.skewness", column, type == ShapeType.TYPE_2 ? 3 : 2);
        double n = deviations.count();
        double square = deviations.meanSquare();
        double ofMoments = deviations.meanCube() / (square * Math.sqrt(square));
        return switch (type) {
            case TYPE_1 -> ofMoments;
            case TYPE_2 -> ofMoments * Math.sqrt(n * (n - 1)) / (n - 2);
            case TYPE_3 -> ofMoments * ((n - 1) / n) * Math.sqrt((n - 1) / n);
        };
    }

    /**
     * The kurtosis in excess of 3, the kurtosis of the normal distribution: positive if tails are heavier. Type 1 is
     * {@code g2 = m4 / m2^2 - 3}, type 2 {@code (n - 1) ((n + 1) g2 + 6) / ((n - 2) (n - 3))}, type 3
     * {@code (g2 + 3) (1 - 1/n)^2 - 3} (Joanes and Gill 1998, page 184).
     *
     * @param column numbers, NaN where missing; at least two known, four for type 2, and not all the same
     * @param type the definition
     * @return the excess kurtosis, -2 or more for types 1 and 3
     * @throws IllegalArgumentException if too few are known, all are the same, or one is infinite
     */
    public static double excessKurtosis(double[] column, ShapeType type) {
        Deviations deviations = shape("Statistics.excessKurtosis", column, type == ShapeType.TYPE_2 ? 4 : 2);
        double n = deviations.count();
        double square = deviations.meanSquare();
        double kurtosis = deviations.meanFourthPower() / (square * square);
        double excess = kurtosis - NORMAL_KURTOSIS;
        return switch (type) {
            case TYPE_1 -> excess;
            case TYPE_2 -> (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6);
            case TYPE_3 -> kurtosis * ((n - 1) / n) * ((n - 1) / n) - NORMAL_KURTOSIS;
        };
    }

    /**
     * The median, the quantile of 1/2.
     *
     * @param column numbers, NaN where missing; at least one known
     * @return the middle number, or the mean of the middle two, correctly rounded
     * @throws IllegalArgumentException if none is known or one is infinite
     */
    public static double median(double... column) {
        return quantile(column, 0.5);
    }

    /**
     * A quantile by linear interpolation between order statistics, definition 7 of R. J. Hyndman and Y. Fan, "Sample
     * Quantiles in Statistical Packages", The American Statistician 50 (1996) 361-365: with h = (n - 1) p, between the
     * numbers of places floor(h) and floor(h) + 1 from the bottom, counted from 0. The default of R, numpy and Excel.
     * The interpolation is rounded once.
     *
     * @param column numbers, NaN where missing; at least one known
     * @param p in [0, 1]; 0 gives the smallest, 1 the largest number
     * @return the quantile, never outside the range of the numbers
     * @throws IllegalArgumentException if p is out of range, none is known, or one is infinite
     */
    public static double quantile(double[] column, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(
                    "Statistics.quantile.p must be in [0, 1] but was " + Numbers.shortest(p));
        }
        double[] sorted = Known.atLeast(1, "Statistics.quantile", column);
        Arrays.sort(sorted);
        return at(sorted, (sorted.length - 1) * p);
    }

    /**
     * The percentile, as {@link #quantile}: that of a whole percentage at a number of the column is that number, to the bit.
     *
     * @param column numbers, NaN where missing
     * @param percent which, from 0 to 100
     * @return the percentile
     * @throws IllegalArgumentException if percent is out of range, no number is known, or one is infinite
     */
    public static double percentile(double[] column, double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException(
                    "Statistics.percentile.percent must be in [0, 100] but was " + Numbers.shortest(percent));
        }
        double[] sorted = Known.atLeast(1, "Statistics.percentile", column);
        Arrays.sort(sorted);
        return at(sorted, (sorted.length - 1) * percent / 100);
    }

    private static double at(double[] sorted, double place) {
        int below = (int) place;
        double share = place - below;
        if (share == 0) {
            return sorted[below];
        }
        double low = sorted[below];
        double high = sorted[below + 1];
        return ExactSum.ofProducts(new double[] {1, -share, share}, new double[] {low, low, high});
    }

    private static Deviations deviations(String owner, double[] column, Denominator denominator) {
        return Deviations.of(Known.atLeast(denominator == Denominator.SAMPLE ? 2 : 1, owner, column));
    }

    private static double scaledVariance(Deviations deviations, Denominator denominator) {
        double squares = deviations.products(deviations);
        return squares / (denominator == Denominator.SAMPLE ? deviations.count() - 1 : deviations.count());
    }

    private static Deviations shape(String owner, double[] column, int least) {
        double[] known = Known.atLeast(least, owner, column);
        Known.requireSpread(owner, known);
        return Deviations.of(known);
    }
}
