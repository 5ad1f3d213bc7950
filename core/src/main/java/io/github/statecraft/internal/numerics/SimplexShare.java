package io.github.statecraft.internal.numerics;

import io.github.statecraft.internal.text.Numbers;

/**
 * The share of the standard simplex, by volume, in which a linear function is positive: of all {@code w >= 0} that sum
 * to 1, how many have {@code d w > 0}.
 *
 * <p>With the positive coefficients Y, the sizes X of the negative ones, and zeros left out, the share P(p, q) follows
 * from {@code P(h, 0) = 1}, {@code P(0, k) = 0} and {@code P(h, k) = (Y_h P(h, k-1) + X_k P(h-1, k)) / (Y_h + X_k)}: G.
 * Varsi, "The multidimensional content of the frustum of the simplex", Pacific J. Math. 46 (1973) 303-314; M. M. Ali,
 * "Content of the frustum of a simplex", Pacific J. Math. 48 (1973) 313-322. All steps are convex combinations of what
 * is not negative, so nothing cancels: no two coefficients are too close to each other, and the relative error is that
 * of as many products as there are coefficients.
 *
 * <p>Computed is the side on which the centroid is not. It has at most 1 - 1/e of the volume (B. Gruenbaum, "Partitions
 * of mass-distributions and of convex bodies by hyperplanes", Pacific J. Math. 10 (1960) 1257-1261), so that the other
 * side, as 1 minus it, loses less than one bit; and a share of 1e-180 is as accurate as one of 1/2. A share is 0 only
 * where no coefficient is positive, and 1 only where one is positive and none negative: what would round to them is
 * {@link Double#MIN_VALUE} or {@code 1 - 2^-53}.
 *
 * <p>Cost: a division for each two steps of the recursion, of which there are at most a quarter of the squared number of
 * coefficients. Instances are mutable workspaces and not thread-safe; the static method is pure.
 */
public final class SimplexShare {
    /** From 2 to the -250 to 2 to the 250, products of two sums, and their reciprocals, are normal doubles. */
    private static final double SMALLEST = 0x1p-250;

    private static final double LARGEST = 0x1p250;

    private static final int SIGN_BIT = 63;
    private static final double NEARLY_ONE = 1 - 0x1p-53;
    private static final double HALF = 0.5;

    private final double[] origin;
    private final double[] higher;
    private final double[] lower;
    private final double[] row;
    private double rest;

    /**
     * A workspace.
     *
     * @param coefficients the largest number of coefficients of a function
     */
    public SimplexShare(int coefficients) {
        origin = new double[coefficients];
        higher = new double[coefficients + 1];
        lower = new double[coefficients + 1];
        row = new double[coefficients];
    }

    /**
     * The share in which a function is positive.
     *
     * @param d its finite coefficients
     * @return from 0 to 1; 0 if all are zero
     * @throws IllegalArgumentException if a coefficient is not finite
     */
    public static double of(double... d) {
        return new SimplexShare(d.length).share(d);
    }

    /**
     * The share in which a function is positive.
     *
     * @param d its finite coefficients, no more than this workspace holds
     * @return from 0 to 1; 0 if all are zero
     * @throws IllegalArgumentException if a coefficient is not finite
     */
    public double share(double[] d) {
        return ahead(d, origin);
    }

    /**
     * The share in which one point has the larger product with the weights: in which {@code (a - b) w > 0}. Each
     * difference is rounded once, so it has the right sign, and is zero only where the two are equal.
     *
     * @param a finite coefficients, no more than this workspace holds
     * @param b as many or more, of which the first count
     * @return from 0 to 1; 0 if both are equal
     * @throws IllegalArgumentException if a difference is not finite
     */
    public double ahead(double[] a, double[] b) {
        double sum = 0;
        int up = 0;
        int down = 0;
        boolean isFarApart = false;
        for (int i = 0; i < a.length; i++) {
            double d = a[i] - b[i];
            double size = Math.abs(d);
            if (!(size >= SMALLEST && size <= LARGEST)) {
                if (size == 0) {
                    continue;
                }
                isFarApart = true;
            }
            sum += d;
            // stored on both sides and counted on one: signs of random data cannot be guessed, so this has no branch on
            // them
            int isNegative = (int) (Double.doubleToRawLongBits(d) >>> SIGN_BIT);
            higher[up] = size;
            lower[down] = size;
            up += 1 - isNegative;
            down += isNegative;
        }
        if (isFarApart) {
            requireFinite(higher, up);
            requireFinite(lower, down);
        }
        if (up == 0 || down == 0) {
            rest = down > 0 ? 1 : 0;
            return up > 0 ? 1 : 0;
        }
        if (isFarApart) {
            double share = byRatios(higher, up, lower, down);
            return share > HALF ? settleNegative(byRatios(lower, down, higher, up)) : settlePositive(share);
        }
        return sum > 0
                ? settleNegative(byReciprocals(lower, down, higher, up))
                : settlePositive(byReciprocals(higher, up, lower, down));
    }

    /**
     * The share in which the function that was asked for last is negative; as accurate as the other one.
     *
     * @return from 0 to 1; 0 if all coefficients are zero
     */
    public double rest() {
        return rest;
    }

    private double settlePositive(double share) {
        double kept = share == 0 ? Double.MIN_VALUE : share;
        rest = complement(kept);
        return kept;
    }

    private double settleNegative(double share) {
        rest = share == 0 ? Double.MIN_VALUE : share;
        return complement(rest);
    }

    private static double complement(double share) {
        double complement = 1 - share;
        return complement == 1 ? NEARLY_ONE : complement;
    }

    private static void requireFinite(double[] sizes, int count) {
        for (int i = 0; i < count; i++) {
            if (!Double.isFinite(sizes[i])) {
                throw new IllegalArgumentException(
                        "SimplexShare needs finite coefficients but one was " + Numbers.shortest(sizes[i]));
            }
        }
    }

    /** The recursion, two rows at a time with one division for both; the first rows need none before them. */
    private double byReciprocals(double[] y, int up, double[] x, int down) {
        int h = 2 - (up & 1);
        if (h == 1) {
            firstRow(y[0], x, down);
        } else {
            firstRows(y[0], y[1], x, down);
        }
        double[] before = row;
        for (; h < up; h += 2) {
            double first = y[h];
            double second = y[h + 1];
            double share = 1;
            double below = 1;
            for (int k = 0; k < down; k++) {
                double size = x[k];
                double sum = first + size;
                double sumBelow = second + size;
                double reciprocal = 1 / (sum * sumBelow);
                double part = sumBelow * reciprocal;
                double partBelow = sum * reciprocal;
                share = (first * part) * share + (size * part) * before[k];
                below = (second * partBelow) * below + (size * partBelow) * share;
                before[k] = below;
            }
        }
        return before[down - 1];
    }

    private void firstRow(double first, double[] x, int down) {
        double share = 1;
        for (int k = 0; k < down; k++) {
            share *= first / (first + x[k]);
            row[k] = share;
        }
    }

    private void firstRows(double first, double second, double[] x, int down) {
        double share = 1;
        double below = 1;
        for (int k = 0; k < down; k++) {
            double size = x[k];
            double sum = first + size;
            double sumBelow = second + size;
            double reciprocal = 1 / (sum * sumBelow);
            double partBelow = sum * reciprocal;
            share = (first * (sumBelow * reciprocal)) * share;
            below = (second * partBelow) * below + (size * partBelow) * share;
            row[k] = below;
        }
    }

    /** The recursion for sizes however far apart: formed are only ratios of the smaller to the larger. */
    private double byRatios(double[] y, int up, double[] x, int down) {
        for (int k = 0; k < down; k++) {
            row[k] = 0;
        }
        for (int h = 0; h < up; h++) {
            double share = 1;
            for (int k = 0; k < down; k++) {
                double ratio = Math.min(y[h], x[k]) / Math.max(y[h], x[k]);
                double large = 1 / (1 + ratio);
                double small = ratio / (1 + ratio);
                share = y[h] >= x[k] ? large * share + small * row[k] : small * share + large * row[k];
                row[k] = share;
            }
        }
        return row[down - 1];
    }
}
