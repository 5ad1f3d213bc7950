package io.github.statecraft.score;

import io.github.statecraft.internal.numerics.ExactSum;

/**
 * Orthogonal rotation of a loading matrix to simple structure by the varimax criterion with Kaiser's normalisation: the
 * variance of the squared loadings of each factor, summed over factors, is largest, with each row scaled to length 1
 * meanwhile. Found by planar rotations of pairs of factors, each to its best angle (H. F. Kaiser, "The varimax criterion
 * for analytic rotation in factor analysis", Psychometrika 23 (1958) 187-200). A local maximum, as everywhere; the sums
 * of squares of rows do not change. Pure.
 */
final class Varimax {
    /** Rotation ends with a sweep over all pairs of factors that turns none by more than this, in radians. */
    static final double LARGEST_LAST_TURN = 1e-12;

    /** More sweeps than this are not tried; some ten are usual. */
    static final int MOST_SWEEPS = 1_000;

    /** A pair whose criterion changes by less than this part with the angle has no best angle and is left alone. */
    private static final double INDIFFERENT = 1e-13;

    private Varimax() {}

    /**
     * Rotates loadings.
     *
     * @param loadings children x factors; each child has a loading that is not 0; not changed
     * @return the rotated loadings, children x factors
     * @throws IllegalArgumentException if the rotation did not settle within {@link #MOST_SWEEPS} sweeps
     */
    static double[][] rotate(double[][] loadings) {
        int children = loadings.length;
        int factors = loadings[0].length;
        double[] lengths = new double[children];
        double[][] columns = new double[factors][children];
        for (int i = 0; i < children; i++) {
            lengths[i] = Math.sqrt(ExactSum.ofProducts(loadings[i], loadings[i]));
            for (int f = 0; f < factors; f++) {
                columns[f][i] = loadings[i][f] / lengths[i];
            }
        }
        int sweeps = 0;
        double largest = Double.POSITIVE_INFINITY;
        while (largest > LARGEST_LAST_TURN) {
            if (sweeps++ == MOST_SWEEPS) {
                throw new IllegalArgumentException("varimax rotation of " + factors + " factors did not settle within "
                        + MOST_SWEEPS + " sweeps; keep another number of factors");
            }
            largest = 0;
            for (int p = 0; p < factors; p++) {
                for (int q = p + 1; q < factors; q++) {
                    largest = Math.max(largest, Math.abs(turn(columns[p], columns[q])));
                }
            }
        }
        double[][] rotated = new double[children][factors];
        for (int i = 0; i < children; i++) {
            for (int f = 0; f < factors; f++) {
                rotated[i][f] = columns[f][i] * lengths[i];
            }
        }
        return rotated;
    }

    /** Rotates two columns in their plane to the angle at which their criterion is largest, and gives that angle. */
    private static double turn(double[] x, double[] y) {
        int n = x.length;
        double[] u = new double[n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            u[i] = (x[i] - y[i]) * (x[i] + y[i]);
            v[i] = 2 * x[i] * y[i];
        }
        double sumU = ExactSum.of(u);
        double sumV = ExactSum.of(v);
        double squares = ExactSum.ofProducts(u, u) + ExactSum.ofProducts(v, v);
        double numerator = 2 * (ExactSum.ofProducts(u, v) - sumU * sumV / n);
        double denominator = ExactSum.ofProducts(u, u) - ExactSum.ofProducts(v, v) - (sumU - sumV) * (sumU + sumV) / n;
        if (Math.abs(numerator) + Math.abs(denominator) <= INDIFFERENT * squares) {
            return 0;
        }
        double angle = StrictMath.atan2(numerator, denominator) / 4;
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        for (int i = 0; i < n; i++) {
            double turned = x[i] * cosine + y[i] * sine;
            y[i] = y[i] * cosine - x[i] * sine;
            x[i] = turned;
        }
        return angle;
    }
}
