package io.github.statecraft.internal.numerics;

import java.math.BigInteger;
import java.util.List;

/**
 * Homogeneous linear equations in whole numbers, without fractions: E. H. Bareiss, "Sylvester's identity and multistep
 * integer-preserving Gaussian elimination", Mathematics of Computation 22 (1968) 565-578, every column eliminated from all rows.
 * All numbers on the way are minors of the equations, so divisions leave no rest.
 */
final class WholeLines {
    private WholeLines() {}

    /**
     * The vector that solves all equations.
     *
     * @param equations rows of coefficients, of rank one less than there are unknowns; overwritten
     * @param unknowns how many
     * @return a solution that is not 0, up to a factor of either sign
     * @throws IllegalArgumentException if the rank is another
     */
    static BigInteger[] common(List<BigInteger[]> equations, int unknowns) {
        int[] pivotRow = new int[unknowns];
        BigInteger divisor = BigInteger.ONE;
        int rank = 0;
        int free = -1;
        for (int column = 0; column < unknowns; column++) {
            int row = rank;
            while (row < equations.size() && equations.get(row)[column].signum() == 0) {
                row++;
            }
            if (row == equations.size()) {
                if (free >= 0) {
                    throw new IllegalArgumentException("equations leave more than one line of solutions");
                }
                free = column;
                continue;
            }
            BigInteger[] pivot = equations.get(row);
            equations.set(row, equations.get(rank));
            equations.set(rank, pivot);
            eliminate(equations, rank, column, divisor);
            divisor = pivot[column];
            pivotRow[column] = rank++;
        }
        if (free < 0) {
            throw new IllegalArgumentException("equations have no solution but 0");
        }
        BigInteger[] solution = new BigInteger[unknowns];
        for (int column = 0; column < unknowns; column++) {
            solution[column] = column == free ? divisor : equations.get(pivotRow[column])[free].negate();
        }
        return solution;
    }

    /** Takes a column out of all rows but one; all pivots are then that of this row. */
    private static void eliminate(List<BigInteger[]> rows, int pivotRow, int column, BigInteger divisor) {
        BigInteger[] pivot = rows.get(pivotRow);
        for (int i = 0; i < rows.size(); i++) {
            BigInteger[] row = rows.get(i);
            if (row == pivot) {
                continue;
            }
            BigInteger factor = row[column];
            for (int j = 0; j < row.length; j++) {
                BigInteger product = row[j].multiply(pivot[column]);
                if (factor.signum() != 0 && pivot[j].signum() != 0) {
                    product = product.subtract(factor.multiply(pivot[j]));
                }
                row[j] = product.signum() == 0 ? product : product.divide(divisor);
            }
        }
    }
}
