package io.github.statecraft.internal.numerics;

import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.text.Numbers;
import java.util.Optional;

/**
 * The point of a polytope that is nearest to a target in the Euclidean norm: minimise |x - target|&sup2; subject to
 * a&middot;x = b for the first rows and a&middot;x &lt;= b for the others. There is at most one such point.
 *
 * <p>{@link ActiveRows} finds it by the dual method. The point is then checked here, apart from the method, by the conditions
 * of Karush, Kuhn and Tucker, which are sufficient for a convex programme: x keeps each row to {@link #TOLERANCE}, x - target
 * is minus the sum of multiplier times row, multipliers of inequalities are not negative, and they are zero where there is
 * slack. Otherwise the call fails. (S. Boyd, L. Vandenberghe, Convex Optimization, Cambridge 2004, section 5.5.3.)
 *
 * <p>The method is our own, since the convex solver of ojAlgo 57.1.0 is right to 1e-15 where active rows are far from
 * dependent on each other, but was seen to be wrong by 5e-7 where they are not. Give variables of the order of 1.
 */
public final class QuadraticProgramme {
    /** By how much an answer may break a condition, relative to the larger of 1 and the numbers in it. */
    public static final double TOLERANCE = 1e-11;

    private QuadraticProgramme() {}

    /**
     * Finds the nearest point.
     *
     * @param target a finite number for each variable, at least one
     * @param rows a, rows x variables, finite; none may be zero throughout
     * @param limits b, a finite number for each row
     * @param equalities how many rows, the first ones, hold with equality
     * @return the value of each variable; empty if no point keeps all rows
     * @throws IllegalArgumentException if the sizes differ, a number is not finite or a row is zero
     * @throws ArithmeticException if rounding left no answer that passes the check
     */
    public static Optional<ImmutableDoubleArray> nearest(
            double[] target, double[][] rows, double[] limits, int equalities) {
        check(target, rows, limits, equalities);
        double[][] a = new double[rows.length][target.length];
        double[] b = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            double length = Math.sqrt(ExactSum.ofProducts(rows[row], rows[row]));
            for (int i = 0; i < target.length; i++) {
                a[row][i] = rows[row][i] / length;
            }
            b[row] = limits[row] / length;
        }
        ActiveRows active = new ActiveRows(target, a, b, equalities);
        return active.solve()
                ? Optional.of(checked(active.point(), active.multipliers(), target, a, b, equalities))
                : Optional.empty();
    }

    private static ImmutableDoubleArray checked(
            double[] x, double[] multipliers, double[] target, double[][] a, double[] b, int equalities) {
        double[] gradient = new double[target.length];
        for (int i = 0; i < x.length; i++) {
            gradient[i] = x[i] - target[i];
        }
        double largest = 1;
        for (int row = 0; row < a.length; row++) {
            double size = Math.max(1, Math.abs(b[row]));
            double slack = b[row] - ExactSum.ofProducts(a[row], x);
            double multiplier = multipliers[row];
            largest = Math.max(largest, Math.abs(multiplier));
            boolean keeps = row < equalities ? Math.abs(slack) <= TOLERANCE * size : slack >= -TOLERANCE * size;
            require(keeps, "row " + row + " to be broken, by ", slack);
            if (row >= equalities) {
                require(multiplier >= -TOLERANCE * largest, "the multiplier of row " + row + " to be ", multiplier);
                double product = Math.abs(multiplier * slack);
                require(product <= TOLERANCE * largest, "row " + row + " to press with slack, product ", product);
            }
            for (int i = 0; i < x.length; i++) {
                gradient[i] += multiplier * a[row][i];
            }
        }
        for (int i = 0; i < x.length; i++) {
            require(Math.abs(gradient[i]) <= TOLERANCE * largest, "no balance in variable " + i + ": ", gradient[i]);
        }
        return ImmutableDoubleArray.copyOf(x);
    }

    private static void require(boolean holds, String what, double number) {
        if (!holds) {
            throw new ArithmeticException("QuadraticProgramme.nearest found " + what + Numbers.shortest(number));
        }
    }

    private static void check(double[] target, double[][] rows, double[] limits, int equalities) {
        if (target.length == 0 || limits.length != rows.length || equalities < 0 || equalities > rows.length) {
            throw new IllegalArgumentException(
                    "QuadraticProgramme.nearest needs at least one variable, a limit for each"
                            + " row and no more equalities than rows but got " + target.length + ", " + limits.length
                            + " limits, " + rows.length + " rows and " + equalities + " equalities");
        }
        requireFinite("target", target);
        requireFinite("limits", limits);
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != target.length) {
                throw new IllegalArgumentException("QuadraticProgramme.nearest needs " + target.length
                        + " coefficients in each row but row " + row + " has " + rows[row].length);
            }
            requireFinite("rows", rows[row]);
            boolean isZero = true;
            for (double coefficient : rows[row]) {
                isZero &= coefficient == 0;
            }
            if (isZero) {
                throw new IllegalArgumentException("QuadraticProgramme.nearest needs a coefficient that is not zero in"
                        + " each row but row " + row + " has none");
            }
        }
    }

    private static void requireFinite(String name, double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                throw new IllegalArgumentException("QuadraticProgramme.nearest needs finite " + name + " but number "
                        + i + " was " + Numbers.shortest(numbers[i]));
            }
        }
    }
}
