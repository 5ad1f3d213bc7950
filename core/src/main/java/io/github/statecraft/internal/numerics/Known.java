package io.github.statecraft.internal.numerics;

import io.github.statecraft.internal.text.Numbers;

/** The known numbers of columns in which NaN marks a missing one, and the rules that several statistics share. */
final class Known {
    private Known() {}

    /** The known numbers of a column, in its order; both zeros become +0.0. */
    static double[] of(String owner, double[] column) {
        double[] known = new double[count(column)];
        int next = 0;
        for (int row = 0; row < column.length; row++) {
            if (!Double.isNaN(column[row])) {
                known[next++] = finite(owner, column, row);
            }
        }
        return known;
    }

    /** How many numbers of a column are known. */
    static int count(double[] column) {
        int count = 0;
        for (double x : column) {
            if (!Double.isNaN(x)) {
                count++;
            }
        }
        return count;
    }

    /** The known numbers of a column, at least so many. */
    static double[] atLeast(int least, String owner, double[] column) {
        double[] known = of(owner, column);
        requireCount(least, owner, known.length, "known values");
        return known;
    }

    /** The numbers of two columns in rows where both are known: first those of x, then those of y. */
    static double[][] pairs(int least, String owner, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    owner + " needs as many rows in both columns but got " + x.length + " and " + y.length);
        }
        double[] knownX = x.clone();
        double[] knownY = y.clone();
        for (int row = 0; row < x.length; row++) {
            if (Double.isNaN(x[row]) || Double.isNaN(y[row])) {
                knownX[row] = Double.NaN;
                knownY[row] = Double.NaN;
            }
        }
        double[][] pairs = {of(owner, knownX), of(owner, knownY)};
        requireCount(least, owner, pairs[0].length, "rows with both values");
        return pairs;
    }

    /** Refuses numbers that are all the same. */
    static void requireSpread(String owner, double[] known) {
        for (double x : known) {
            if (x != known[0]) {
                return;
            }
        }
        throw new IllegalArgumentException(
                owner + " needs values that differ but all " + known.length + " were " + Numbers.shortest(known[0]));
    }

    /** Refuses a result that is too large for a double. */
    static double requireFinite(String owner, double result) {
        if (!Double.isFinite(result)) {
            throw new IllegalArgumentException(owner + " is too large for a double; rescale the column");
        }
        return result;
    }

    private static double finite(String owner, double[] column, int row) {
        if (Double.isInfinite(column[row])) {
            throw new IllegalArgumentException(owner + " needs finite values but the one in row " + (row + 1) + " was "
                    + Numbers.shortest(column[row]));
        }
        return column[row] + 0.0;
    }

    private static void requireCount(int least, String owner, int count, String what) {
        if (count < least) {
            throw new IllegalArgumentException(owner + " needs at least " + least + " " + what + " but got " + count);
        }
    }
}
