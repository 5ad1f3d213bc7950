package io.github.statecraft.internal.numerics;

import io.github.statecraft.internal.text.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * The two-piece (split) normal distribution: the left half of one normal and the right half of another, joined at their
 * common mode. With mode m and standard deviations s1 below and s2 above, the density is sqrt(2 / pi) / (s1 + s2) times
 * exp(-(x - m)^2 / (2 s^2)), and the mass below the mode is s1 / (s1 + s2).
 *
 * <p>K. F. Wallis, "The Two-Piece Normal, Binormal, or Double Gaussian Distribution: Its Origin and Rediscoveries",
 * Statistical Science 29 (2014) 106-112; S. John, "The Three-Parameter Two-Piece Normal Family of Distributions and Its
 * Fitting", Communications in Statistics - Theory and Methods 11 (1982) 879-885. A standard deviation of 0 means that
 * there is nothing on that side; both 0 make a point mass at the mode.
 *
 * <p>Immutable and thread-safe. All values are in the unit of the mode.
 */
public final class TwoPieceNormal {
    private final double mode;
    private final double lowerSigma;
    private final double upperSigma;
    private final double massBelowMode;

    private TwoPieceNormal(double mode, double lowerSigma, double upperSigma, double massBelowMode) {
        this.mode = mode;
        this.lowerSigma = lowerSigma;
        this.upperSigma = upperSigma;
        this.massBelowMode = massBelowMode;
    }

    /**
     * The distribution with the given parameters.
     *
     * @param mode the most likely value, finite
     * @param lowerSigma the standard deviation of the piece below the mode, at least 0
     * @param upperSigma the standard deviation of the piece above the mode, at least 0
     * @return the distribution
     * @throws IllegalArgumentException if a parameter is out of range or the two deviations have no finite sum
     */
    public static TwoPieceNormal of(double mode, double lowerSigma, double upperSigma) {
        double sum = lowerSigma + upperSigma;
        if (!(Double.isFinite(mode) && lowerSigma >= 0 && upperSigma >= 0 && Double.isFinite(sum))) {
            throw new IllegalArgumentException(
                    "TwoPieceNormal.of needs a finite mode and deviations of at least 0 but they were "
                            + list(mode, lowerSigma, upperSigma));
        }
        return new TwoPieceNormal(mode, lowerSigma, upperSigma, sum == 0 ? 0 : lowerSigma / sum);
    }

    /**
     * The distribution with the given mode whose 5 % quantile is low and whose 95 % quantile is high.
     *
     * <p>With r the mass below the mode and z(p) the upper p point of the standard normal, s1 = (mode - low) / z(0.05 /
     * (2 r)) and s2 = (high - mode) / z(0.05 / (2 (1 - r))), which must agree with r = s1 / (s1 + s2). The difference s1
     * (1 - r) - s2 r falls in r over (0.05, 0.95), so that there is exactly one solution: found by bisection to the last
     * bit, some 55 steps of two quantiles. Where the mode is low, r is 0.05, the whole lower tail; where it is high, r is
     * 0.95; where all three are equal the distribution is a point mass. The quantiles are met to about 1e-15 of the
     * width.
     *
     * @param mode the most likely value, between low and high
     * @param low the 5 % quantile
     * @param high the 95 % quantile
     * @return the distribution
     * @throws IllegalArgumentException if the values are not in order or their range is not finite
     */
    public static TwoPieceNormal fromInterval90(double mode, double low, double high) {
        double width = high - low;
        if (!(low <= mode && mode <= high && Double.isFinite(width))) {
            throw new IllegalArgumentException("TwoPieceNormal.fromInterval90 needs finite low <= mode <= high but low,"
                    + " mode, high were " + list(low, mode, high));
        }
        if (width == 0) {
            return new TwoPieceNormal(mode, 0, 0, 0);
        }
        double below = mode - low;
        double above = high - mode;
        double far = Math.max(below, above);
        double nearMass = IntervalFit.massOfNearSide(Math.min(below, above) / far);
        double farSigma = IntervalFit.sigma(far, 1 - nearMass);
        double nearSigma = farSigma * nearMass / (1 - nearMass);
        return below <= above
                ? new TwoPieceNormal(mode, nearSigma, farSigma, nearMass)
                : new TwoPieceNormal(mode, farSigma, nearSigma, 1 - nearMass);
    }

    /**
     * The most likely value.
     *
     * @return a finite number
     */
    public double mode() {
        return mode;
    }

    /**
     * The standard deviation of the normal that the piece below the mode is taken from.
     *
     * @return at least 0
     */
    public double lowerSigma() {
        return lowerSigma;
    }

    /**
     * The standard deviation of the normal that the piece above the mode is taken from.
     *
     * @return at least 0
     */
    public double upperSigma() {
        return upperSigma;
    }

    /**
     * The probability of a value below the mode, lowerSigma / (lowerSigma + upperSigma).
     *
     * @return a probability in [0, 1]; 0 for a point mass
     */
    public double massBelowMode() {
        return massBelowMode;
    }

    /**
     * The probability of a value of x or less. Costs one normal probability.
     *
     * @param x any number, infinite ones included
     * @return a probability in [0, 1], with the relative accuracy of {@link StandardNormal#cumulative} below the mode
     * @throws IllegalArgumentException if x is NaN
     */
    public double cumulative(double x) {
        if (Double.isNaN(x)) {
            throw new IllegalArgumentException("TwoPieceNormal.cumulative needs a number but x was NaN");
        }
        if (x <= mode && lowerSigma > 0) {
            return 2 * massBelowMode * StandardNormal.cumulative((x - mode) / lowerSigma);
        }
        return x < mode ? 0 : 1 - exceedance(x);
    }

    /**
     * The value that the distribution stays at or below with probability u; the mode for a point mass. Costs one normal
     * quantile.
     *
     * @param u a probability in (0, 1)
     * @return a finite number
     * @throws IllegalArgumentException if u is not in (0, 1)
     */
    public double quantile(double u) {
        return quantile(u, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * The quantile of this distribution cut off at the bounds: the value that is not exceeded with probability u, given
     * that the value lies within the bounds. Accurate in either tail. Costs one normal quantile and up to two normal
     * probabilities.
     *
     * @param u a probability in (0, 1)
     * @param lowerBound the smallest value possible, may be minus infinity
     * @param upperBound the largest value possible, may be infinity; not below lowerBound
     * @return a number within the bounds
     * @throws IllegalArgumentException if u is not in (0, 1), the bounds are out of order or NaN, or the mass between
     *     them is smaller than the smallest double
     */
    public double quantile(double u, double lowerBound, double upperBound) {
        if (!(u > 0 && u < 1)) {
            throw new IllegalArgumentException(
                    "TwoPieceNormal.quantile needs u in (0, 1) but u was " + Numbers.shortest(u));
        }
        if (!(lowerBound <= upperBound)) {
            throw new IllegalArgumentException("TwoPieceNormal.quantile needs lowerBound <= upperBound but they were "
                    + Numbers.shortest(lowerBound) + " and " + Numbers.shortest(upperBound));
        }
        if (lowerBound == upperBound && Double.isFinite(lowerBound)) {
            return lowerBound;
        }
        double massBetween = massBetween(lowerBound, upperBound);
        if (!(massBetween > 0)) {
            throw new IllegalArgumentException("TwoPieceNormal.quantile needs bounds that hold some mass but " + this
                    + " has none between " + Numbers.shortest(lowerBound) + " and " + Numbers.shortest(upperBound));
        }
        return Math.min(Math.max(quantileBetween(u, lowerBound, upperBound, massBetween), lowerBound), upperBound);
    }

    /** Equal if all parameters are equal to the last bit. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TwoPieceNormal that
                && Double.compare(mode, that.mode) == 0
                && Double.compare(lowerSigma, that.lowerSigma) == 0
                && Double.compare(upperSigma, that.upperSigma) == 0
                && Double.compare(massBelowMode, that.massBelowMode) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Double.hashCode(mode) + Double.hashCode(lowerSigma)) + Double.hashCode(upperSigma);
    }

    /** The parameters in one line, such as {@code TwoPieceNormal(mode 55, sigma 6.1 below and 7.2 above)}. */
    @Override
    public String toString() {
        return "TwoPieceNormal(mode " + Numbers.shortest(mode) + ", sigma " + Numbers.shortest(lowerSigma)
                + " below and " + Numbers.shortest(upperSigma) + " above)";
    }

    /** The probability of a value above x, for x at or above the mode. */
    private double exceedance(double x) {
        return upperSigma == 0 ? 0 : 2 * (1 - massBelowMode) * StandardNormal.cumulative((mode - x) / upperSigma);
    }

    private double massBetween(double lowerBound, double upperBound) {
        if (massBelowMode == 0 && upperSigma == 0) {
            return lowerBound <= mode && mode <= upperBound ? 1 : 0;
        }
        if (lowerBound >= mode) {
            return exceedance(lowerBound) - exceedance(upperBound);
        }
        if (upperBound <= mode) {
            return cumulative(upperBound) - cumulative(lowerBound);
        }
        return 1 - cumulative(lowerBound) - exceedance(upperBound);
    }

    private double quantileBetween(double u, double lowerBound, double upperBound, double massBetween) {
        double below = lowerBound >= mode ? 1 : cumulative(lowerBound) + u * massBetween;
        if (lowerBound < mode && (below <= massBelowMode || upperBound <= mode)) {
            return mode + lowerSigma * halfQuantile(below, massBelowMode);
        }
        double above = exceedance(upperBound) + (1 - u) * massBetween;
        return mode - upperSigma * halfQuantile(above, 1 - massBelowMode);
    }

    /** The quantile, 0 or less, of the half of a standard normal that holds the given mass; never below a double's range. */
    private static double halfQuantile(double p, double massOfHalf) {
        return massOfHalf == 0
                ? 0
                : StandardNormal.quantile(Math.min(Math.max(p / (2 * massOfHalf), Double.MIN_VALUE), 0.5));
    }

    private static String list(double a, double b, double c) {
        return Numbers.shortest(a) + ", " + Numbers.shortest(b) + ", " + Numbers.shortest(c);
    }
}
