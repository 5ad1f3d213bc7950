package io.github.statecraft.internal.numerics;

/**
 * The straight line {@code y = a + b x} with the least sum of squared residuals in y, fitted to the rows of two columns in
 * which both numbers are known; NaN marks a missing one.
 *
 * <p>Fitted from exact sums of deviations that are correct to about an ulp. Immutable and thread-safe.
 */
public final class LeastSquares {
    private final double slope;
    private final double meanX;
    private final double meanY;
    private final int count;

    private LeastSquares(double slope, Deviations x, Deviations y) {
        this.slope = slope;
        this.meanX = x.mean();
        this.meanY = y.mean();
        this.count = x.count();
    }

    /**
     * Fits the line.
     *
     * @param x the covariate, NaN where missing
     * @param y as many numbers to explain, NaN where missing
     * @return the line
     * @throws IllegalArgumentException if the lengths differ, fewer than two rows have both numbers, x is constant in these
     *     rows, a number is infinite, or the slope is too large for a double
     */
    public static LeastSquares fit(double[] x, double[] y) {
        double[][] pairs = Known.pairs(2, "LeastSquares.fit", x, y);
        Known.requireSpread("LeastSquares.fit.x", pairs[0]);
        Deviations dx = Deviations.of(pairs[0]);
        Deviations dy = Deviations.of(pairs[1]);
        double slope = dx.products(dy) / dx.products(dx);
        return new LeastSquares(
                Known.requireFinite("LeastSquares.fit.slope", Math.scalb(slope, dy.exponent() - dx.exponent())),
                dx,
                dy);
    }

    /**
     * The slope b.
     *
     * @return units of y for one unit of x
     */
    public double slope() {
        return slope;
    }

    /**
     * The intercept a, the line at x = 0.
     *
     * @return in the unit of y
     */
    public double intercept() {
        return at(0);
    }

    /**
     * How many rows have both numbers.
     *
     * @return at least 2
     */
    public int count() {
        return count;
    }

    /**
     * The line at x, computed from the means of the fit.
     *
     * @param x any finite number, or NaN
     * @return y on the line; NaN for NaN
     */
    public double at(double x) {
        return Math.fma(slope, x - meanX, meanY);
    }

    /**
     * What the line leaves unexplained: y minus the line at x.
     *
     * @param x the covariate, NaN where missing
     * @param y as many numbers
     * @return as many residuals; NaN where either is missing
     * @throws IllegalArgumentException if the lengths differ
     */
    public double[] residuals(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("LeastSquares.residuals needs as many rows in both columns but got "
                    + x.length + " and " + y.length);
        }
        double[] residuals = new double[x.length];
        for (int row = 0; row < x.length; row++) {
            residuals[row] = Math.fma(-slope, x[row] - meanX, y[row] - meanY);
        }
        return residuals;
    }
}
