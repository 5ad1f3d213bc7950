package io.github.statecraft.score;

import io.github.statecraft.internal.numerics.LeastSquares;
import java.util.Optional;

/**
 * Fills gaps of a column by simple regression on a covariate: the straight line of least squares through the donors, the rows
 * that have both numbers (OECD and JRC, Handbook on Constructing Composite Indicators (2008), section 3.2, regression
 * imputation). The spread is that of donors around the line. A gap whose covariate is missing stays. Pure functions.
 */
final class RegressionImputation {
    /** Two donors are always on the line; from three on it says something. */
    static final int LEAST_DONORS = 3;

    private RegressionImputation() {}

    /**
     * Fills gaps.
     *
     * @param column numbers, NaN where missing
     * @param covariate as many numbers, NaN where missing
     * @return the filled gaps; none if no gap has a covariate
     * @throws IllegalArgumentException if the lengths differ, a number is infinite, or there is a gap to fill but fewer than
     *     three donors, or donors whose covariate is constant
     */
    static Imputed of(double[] column, double[] covariate) {
        if (column.length != covariate.length) {
            throw new IllegalArgumentException("Imputation.Regression needs as many rows in the covariate but got "
                    + covariate.length + " for " + column.length);
        }
        Imputed.Filling filling = new Imputed.Filling(column.length);
        if (!hasGap(column, covariate)) {
            return filling.done();
        }
        requireDonors(column, covariate);
        LeastSquares line = LeastSquares.fit(covariate, column);
        Optional<DonorSpread> spread = DonorSpread.of(line.residuals(covariate, column));
        for (int row = 0; row < column.length; row++) {
            if (isGap(column, covariate, row)) {
                filling.put(row, line.at(covariate[row]), spread);
            }
        }
        return filling.done();
    }

    private static boolean hasGap(double[] column, double[] covariate) {
        for (int row = 0; row < column.length; row++) {
            if (isGap(column, covariate, row)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGap(double[] column, double[] covariate, int row) {
        return Double.isNaN(column[row]) && !Double.isNaN(covariate[row]);
    }

    private static void requireDonors(double[] column, double[] covariate) {
        int donors = 0;
        for (int row = 0; row < column.length; row++) {
            if (!Double.isNaN(column[row]) && !Double.isNaN(covariate[row])) {
                donors++;
            }
        }
        if (donors < LEAST_DONORS) {
            throw new IllegalArgumentException("Imputation.Regression needs at least " + LEAST_DONORS
                    + " rows with both the indicator and the covariate but got " + donors);
        }
    }
}
