package io.github.statecraft.internal.numerics;

import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.text.Numbers;
import java.util.concurrent.CancellationException;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;

/**
 * A linear programme in inequality form: maximise c&middot;x subject to a&middot;x &lt;= b for each row, and to a lower and
 * an upper bound of each variable.
 *
 * <p>ojAlgo's simplex method on a dense tableau, dual then primal, finds a vertex (G. B. Dantzig, Linear Programming and
 * Extensions, Princeton 1963). It runs in the calling thread and takes the four operations and comparisons only, so that
 * the answer depends on the programme alone. The vertex is then checked here, without the solver: it keeps each bound and
 * each row to {@link #FEASIBILITY} relative to the size of the terms, or the call fails. Where several vertices are
 * optimal, which one is given depends on the order of rows and variables; the optimal value does not.
 *
 * <p>Give rows and variables of like size: coefficients within some six powers of ten of each other.
 */
public final class LinearProgramme {
    /** By how much an answer may break a row or a bound, relative to the larger of 1 and the sum of absolute terms. */
    public static final double FEASIBILITY = 1e-9;

    private LinearProgramme() {}

    /** What solving comes to. */
    public sealed interface Outcome permits Optimum, NoOptimum {}

    /**
     * A feasible point with the largest objective.
     *
     * @param x the value of each variable, finite, within its bounds
     * @param value c&middot;x, correctly rounded
     */
    public record Optimum(ImmutableDoubleArray x, double value) implements Outcome {
        /** In one line, such as {@code Optimum(3 at 1, 2)}. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("Optimum(").append(Numbers.shortest(value));
            for (int i = 0; i < x.length(); i++) {
                text.append(i == 0 ? " at " : ", ").append(Numbers.shortest(x.get(i)));
            }
            return text.append(')').toString();
        }
    }

    /** Why there is no optimum. */
    public enum NoOptimum implements Outcome {
        /** No point keeps all rows and bounds. */
        INFEASIBLE,
        /** There are feasible points with arbitrarily large objectives. */
        UNBOUNDED
    }

    /**
     * Solves a programme.
     *
     * @param objective c, a finite coefficient for each variable, at least one variable
     * @param rows a, rows x variables, finite; may be empty
     * @param limits b, a finite number for each row
     * @param lower the smallest value of each variable; minus infinity for none
     * @param upper the largest value of each variable, not below lower; infinity for none
     * @return an optimum, or why there is none
     * @throws IllegalArgumentException if the sizes differ or a number is out of range
     * @throws CancellationException if the thread is interrupted
     * @throws ArithmeticException if rounding left the solver without an answer that passes the check
     */
    public static Outcome maximise(
            double[] objective, double[][] rows, double[] limits, double[] lower, double[] upper) {
        check(objective, rows, limits, lower, upper);
        LinearSolver.Builder builder = LinearSolver.newBuilder();
        builder.objective(negated(objective));
        builder.lower(lower).upper(upper);
        for (int row = 0; row < rows.length; row++) {
            builder.inequality(limits[row], rows[row]);
        }
        Optimisation.Options options = new Optimisation.Options();
        options.sparse = Boolean.FALSE;
        options.linear().dual();
        Optimisation.Result result = builder.build(options).solve();
        return switch (result.getState()) {
            case OPTIMAL, DISTINCT -> optimum(objective, rows, limits, lower, upper, result);
            case INFEASIBLE -> NoOptimum.INFEASIBLE;
            case UNBOUNDED -> NoOptimum.UNBOUNDED;
            default -> {
                if (Thread.currentThread().isInterrupted()) { // the solver stops then
                    throw new CancellationException("the thread that asked for an optimum was interrupted");
                }
                throw new ArithmeticException("LinearProgramme.maximise found no answer to a programme of "
                        + rows.length + " rows and " + objective.length + " variables");
            }
        };
    }

    private static Outcome optimum(
            double[] objective,
            double[][] rows,
            double[] limits,
            double[] lower,
            double[] upper,
            Optimisation.Result result) {
        double[] x = new double[objective.length];
        for (int i = 0; i < x.length; i++) {
            double found = result.doubleValue(i);
            double slack = FEASIBILITY * Math.max(1, Math.abs(found));
            // negated, so that NaN fails
            if (!(found >= lower[i] - slack && found <= upper[i] + slack && Double.isFinite(found))) {
                throw new ArithmeticException("LinearProgramme.maximise found variable " + i + " to be "
                        + Numbers.shortest(found) + ", outside its bounds " + Numbers.shortest(lower[i]) + " and "
                        + Numbers.shortest(upper[i]));
            }
            // adding 0 makes a negative zero positive
            x[i] = Math.min(Math.max(found, lower[i]), upper[i]) + 0.0;
        }
        for (int row = 0; row < rows.length; row++) {
            double size = Math.abs(limits[row]);
            for (int i = 0; i < x.length; i++) {
                size += Math.abs(rows[row][i] * x[i]);
            }
            double sum = ExactSum.ofProducts(rows[row], x);
            if (!(sum <= limits[row] + FEASIBILITY * Math.max(1, size))) {
                throw new ArithmeticException("LinearProgramme.maximise found a point at which row " + row + " is "
                        + Numbers.shortest(sum) + ", above its limit " + Numbers.shortest(limits[row]));
            }
        }
        return new Optimum(ImmutableDoubleArray.copyOf(x), ExactSum.ofProducts(objective, x));
    }

    private static void check(double[] objective, double[][] rows, double[] limits, double[] lower, double[] upper) {
        int n = objective.length;
        if (n == 0 || lower.length != n || upper.length != n || limits.length != rows.length) {
            throw new IllegalArgumentException("LinearProgramme.maximise needs bounds for each of at least one variable"
                    + " and a limit for each row but got " + n + " coefficients, " + lower.length + " lower and "
                    + upper.length + " upper bounds, " + rows.length + " rows and " + limits.length + " limits");
        }
        requireFinite("objective", objective);
        requireFinite("limits", limits);
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != n) {
                throw new IllegalArgumentException("LinearProgramme.maximise needs " + n
                        + " coefficients in each row but" + " row " + row + " has " + rows[row].length);
            }
            requireFinite("rows", rows[row]);
        }
        for (int i = 0; i < n; i++) {
            if (!(lower[i] <= upper[i] && lower[i] < Double.POSITIVE_INFINITY && upper[i] > Double.NEGATIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "LinearProgramme.maximise needs lower <= upper but the bounds of variable " + i + " were "
                                + Numbers.shortest(lower[i]) + " and " + Numbers.shortest(upper[i]));
            }
        }
    }

    private static void requireFinite(String name, double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                throw new IllegalArgumentException("LinearProgramme.maximise needs finite " + name + " but number " + i
                        + " was " + Numbers.shortest(numbers[i]));
            }
        }
    }

    private static double[] negated(double[] numbers) {
        double[] negated = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            negated[i] = -numbers[i];
        }
        return negated;
    }
}
