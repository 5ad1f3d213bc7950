package io.github.statecraft.internal.numerics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The dual method of D. Goldfarb and A. Idnani (A numerically stable dual method for solving strictly convex quadratic
 * programs, Mathematical Programming 27 (1983) 1-33, section 3) for the nearest point to a target, where the Hessian is the
 * identity. It starts at the target without rows; the row that is broken most becomes active, others leave as their
 * multipliers reach zero, and the distance grows with each full step, so that no set of active rows comes twice.
 *
 * <p>The active rows are kept as Q R, by Gram and Schmidt twice over (L. Giraud, J. Langou, M. Rozloznik, Computers and
 * Mathematics with Applications 50 (2005) 1069-1075). The point is computed anew from the last ones. Rows have length 1.
 */
final class ActiveRows {
    /** A row is broken from here on. */
    private static final double BROKEN = 1e-12;

    /** What is left of a row beside the active ones, if it is no longer than this, is rounding. */
    private static final double DEPENDENT = 1e-10;

    /** Steps of the multipliers that are no larger come from rounding. */
    private static final double LEVEL = 1e-14;

    private static final int STEPS_PER_ROW = 50;
    private static final int NONE = -1;

    private final double[] target;
    private final double[][] a;
    private final double[] b;
    private final int equalities;

    private final double[] x;
    /** Numbers of the active rows, with their multipliers. */
    private final List<Integer> active = new ArrayList<>();

    private final List<Double> multipliers = new ArrayList<>();
    /** Orthonormal columns, and the coefficients of each active row in them. */
    private final List<double[]> q = new ArrayList<>();

    private final List<double[]> r = new ArrayList<>();

    ActiveRows(double[] target, double[][] a, double[] b, int equalities) {
        this.target = target;
        this.a = a;
        this.b = b;
        this.equalities = equalities;
        x = target.clone();
    }

    /** Whether there is a point that keeps all rows. */
    boolean solve() {
        for (int row = 0; row < equalities; row++) {
            if (!add(row)) {
                return false;
            }
        }
        int most = STEPS_PER_ROW * (a.length + target.length);
        for (int step = 0; step < most; step++) {
            int row = mostBroken();
            if (row == NONE) {
                finish();
                return true;
            }
            if (!add(row)) {
                return false;
            }
        }
        throw new ArithmeticException("QuadraticProgramme.nearest found no answer within " + most + " steps");
    }

    private int mostBroken() {
        int worst = NONE;
        double most = BROKEN;
        for (int row = equalities; row < a.length; row++) {
            double excess = dot(a[row], x) - b[row];
            if (excess > most * Math.max(1, Math.abs(b[row])) && !active.contains(row)) {
                most = excess / Math.max(1, Math.abs(b[row]));
                worst = row;
            }
        }
        return worst;
    }

    /** Makes a row active; false if the active ones leave no room for it. */
    private boolean add(int row) {
        double multiplier = 0;
        // an equality that is slack is pressed from the other side
        double side = row < equalities && dot(a[row], x) < b[row] ? -1 : 1;
        while (true) {
            double[] rest = a[row].clone();
            double[] part = split(rest);
            double square = dot(rest, rest);
            boolean isDependent = Math.sqrt(square) <= DEPENDENT;
            double excess = side * (dot(a[row], x) - b[row]);
            if (isDependent && row < equalities && excess <= BROKEN * Math.max(1, Math.abs(b[row]))) {
                return true;
            }
            double[] shares = solveUpper(part);
            int leaving = leaving(shares, side);
            double partial =
                    leaving == NONE ? Double.POSITIVE_INFINITY : multipliers.get(leaving) / (side * shares[leaving]);
            double full = isDependent ? Double.POSITIVE_INFINITY : excess / square;
            double step = Math.min(partial, full);
            if (step == Double.POSITIVE_INFINITY) {
                return false;
            }
            for (int i = 0; i < active.size(); i++) {
                multipliers.set(i, multipliers.get(i) - side * step * shares[i]);
            }
            multiplier += side * step;
            if (!isDependent) {
                for (int i = 0; i < x.length; i++) {
                    x[i] -= side * step * rest[i];
                }
            }
            if (full <= partial) {
                active.add(row);
                multipliers.add(multiplier);
                append(rest, part);
                return true;
            }
            remove(leaving);
        }
    }

    /** The active inequality whose multiplier reaches zero first. */
    private int leaving(double[] shares, double side) {
        int leaving = NONE;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < shares.length; i++) {
            double share = side * shares[i];
            if (active.get(i) >= equalities && share > LEVEL && multipliers.get(i) / share < least) {
                least = multipliers.get(i) / share;
                leaving = i;
            }
        }
        return leaving;
    }

    /** Leaves of a vector what is orthogonal to the active rows, and returns its coefficients in their columns. */
    private double[] split(double[] vector) {
        double[] part = new double[q.size()];
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < part.length; k++) {
                double[] column = q.get(k);
                double along = dot(column, vector);
                part[k] += along;
                for (int i = 0; i < vector.length; i++) {
                    vector[i] -= along * column[i];
                }
            }
        }
        return part;
    }

    private void append(double[] rest, double[] part) {
        double length = Math.sqrt(dot(rest, rest));
        double[] column = new double[rest.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = rest[i] / length;
        }
        double[] coefficients = Arrays.copyOf(part, part.length + 1);
        coefficients[part.length] = length;
        q.add(column);
        r.add(coefficients);
    }

    private void remove(int leaving) {
        active.remove(leaving);
        multipliers.remove(leaving);
        q.subList(leaving, q.size()).clear();
        r.subList(leaving, r.size()).clear();
        for (int i = leaving; i < active.size(); i++) {
            double[] rest = a[active.get(i)].clone();
            double[] part = split(rest);
            append(rest, part);
        }
    }

    /** The solution y of R y = z. */
    private double[] solveUpper(double[] z) {
        double[] y = z.clone();
        for (int k = y.length - 1; k >= 0; k--) {
            y[k] /= r.get(k)[k];
            for (int i = 0; i < k; i++) {
                y[i] -= r.get(k)[i] * y[k];
            }
        }
        return y;
    }

    /** Point and multipliers from the active rows alone: target - A'm with A x = b. */
    private void finish() {
        double[] excess = new double[active.size()];
        for (int k = 0; k < excess.length; k++) {
            int row = active.get(k);
            double left = dot(a[row], target) - b[row];
            for (int i = 0; i < k; i++) {
                left -= r.get(k)[i] * excess[i];
            }
            excess[k] = left / r.get(k)[k];
        }
        double[] exact = solveUpper(excess);
        System.arraycopy(target, 0, x, 0, x.length);
        for (int k = 0; k < exact.length; k++) {
            multipliers.set(k, exact[k]);
            for (int i = 0; i < x.length; i++) {
                x[i] -= excess[k] * q.get(k)[i];
            }
        }
    }

    /** The nearest point. */
    double[] point() {
        // adding 0 makes a negative zero positive
        return Arrays.stream(x).map(number -> number + 0.0).toArray();
    }

    /** By row; 0 for those that are not active. */
    double[] multipliers() {
        double[] all = new double[a.length];
        for (int k = 0; k < active.size(); k++) {
            all[active.get(k)] = multipliers.get(k);
        }
        return all;
    }

    private static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * v[i];
        }
        return sum;
    }
}
