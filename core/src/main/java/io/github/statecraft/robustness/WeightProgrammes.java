package io.github.statecraft.robustness;

import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.numerics.LinearProgramme;
import io.github.statecraft.internal.numerics.QuadraticProgramme;
import io.github.statecraft.internal.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Linear and quadratic programmes over a set of weights. Comparisons are rows d of which {@code d w} is how far a rival is
 * ahead under weights w; those of one call are of one scale.
 */
final class WeightProgrammes {
    /**
     * A margin counts as positive from this on, and as negative below minus it, relative to the largest absolute coefficient:
     * the accuracy that the linear programmes are checked to.
     */
    static final double MARGIN = LinearProgramme.FEASIBILITY;

    /** By how much a shortest distance is exceeded where the nearest of several as near is sought; the next if that fails. */
    private static final double[] ROOM = {1e-13, 1e-11, 1e-9};

    private final int n;
    /** The conditions of the set and the comparisons as {@code row w <= 0}, each divided by its largest coefficient. */
    private final List<double[]> conditions = new ArrayList<>();

    private final List<double[]> comparisons = new ArrayList<>();

    WeightProgrammes(WeightRegion region, List<double[]> comparisons) {
        n = region.criteria().size();
        for (double[] condition : region.conditions()) {
            double[] row = divided(condition, -largest(List.of(condition)));
            if (largest(List.of(row)) > 0) {
                conditions.add(row);
            }
        }
        this.comparisons.addAll(comparisons);
    }

    /** The largest absolute number; 0 if there is none. */
    static double largest(List<double[]> rows) {
        return rows.stream()
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    private static double[] divided(double[] row, double by) {
        return by == 0 ? row.clone() : Arrays.stream(row).map(x -> x / by + 0.0).toArray();
    }

    /**
     * The largest margin and weights that have it.
     *
     * @param margin the largest t with {@code d w <= -t} for all comparisons, over their largest absolute coefficient: from -1
     *     to 1
     */
    record Lead(double margin, ImmutableDoubleArray weights) {
        /** Whether nobody is ahead at these weights. */
        boolean isFirst() {
            return margin >= -MARGIN;
        }

        /** Whether everybody is behind at these weights. */
        boolean isStrict() {
            return margin > MARGIN;
        }

        @Override
        public String toString() {
            return "Lead(" + Numbers.shortest(margin) + ")";
        }
    }

    /** The weights of the set under which the nearest of the comparisons is the furthest behind. */
    Lead largestMargin() {
        double size = largest(comparisons);
        List<double[]> rows = new ArrayList<>();
        comparisons.forEach(comparison -> rows.add(wider(divided(comparison, size), 1, 1)));
        conditions.forEach(condition -> rows.add(wider(condition, 1, 0)));
        double[] limits = new double[rows.size() + 2];
        addSum(rows, limits, wider(ones(n), 1, 0), 1);
        double[] objective = new double[n + 1];
        objective[n] = 1;
        double[] lower = new double[n + 1];
        lower[n] = -1;
        LinearProgramme.Optimum optimum = solved(objective, rows, limits, lower, ones(n + 1));
        return new Lead(optimum.x().get(n), optimum.x().subArray(0, n).trimmed());
    }

    /**
     * The weights of the set, nearest to some others in a norm, at which no rival of the comparisons is ahead. Where several are
     * as near, the nearest of them in the Euclidean norm.
     */
    double[] nearest(double[] stated, WeightFlip.Norm norm) {
        return switch (norm) {
            case EUCLIDEAN -> orElseThrow(project(stated, List.of(), new double[0]));
            case CHEBYSHEV -> chebyshev(stated);
            case MANHATTAN -> manhattan(stated);
        };
    }

    /** Variables: weights, then the largest change. */
    private double[] chebyshev(double[] stated) {
        List<double[]> rows = new ArrayList<>();
        scaled().forEach(row -> rows.add(wider(row, 1, 0)));
        double[] limits = Arrays.copyOf(new double[rows.size()], rows.size() + 2 * n + 2);
        for (int i = 0; i < n; i++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                limits[rows.size()] = sign * stated[i];
                rows.add(wider(unit(n, i, sign), 1, -1));
            }
        }
        addSum(rows, limits, wider(ones(n), 1, 0), 1);
        double[] objective = new double[n + 1];
        objective[n] = -1;
        double distance = solved(objective, rows, limits, new double[n + 1], ones(n + 1))
                .x()
                .get(n);
        List<double[]> box = new ArrayList<>();
        double[] most = new double[2 * n];
        for (double room : ROOM) {
            box.clear();
            for (int i = 0; i < n; i++) {
                box.add(unit(n, i, 1));
                most[2 * i] = stated[i] + distance + room;
                box.add(unit(n, i, -1));
                most[2 * i + 1] = distance + room - stated[i];
            }
            Optional<double[]> nearest = project(stated, box, most);
            if (nearest.isPresent()) {
                return nearest.orElseThrow();
            }
        }
        return orElseThrow(Optional.empty());
    }

    /** Variables: what each weight gains, then what each loses. */
    private double[] manhattan(double[] stated) {
        List<double[]> rows = new ArrayList<>();
        List<Double> bounds = new ArrayList<>();
        for (double[] row : scaled()) {
            double at = 0;
            double[] both = new double[2 * n];
            for (int i = 0; i < n; i++) {
                both[i] = row[i];
                both[n + i] = -row[i];
                at += row[i] * stated[i];
            }
            rows.add(both);
            bounds.add(-at);
        }
        double[] change = ones(2 * n);
        Arrays.fill(change, n, 2 * n, -1);
        double[] limits =
                Arrays.copyOf(bounds.stream().mapToDouble(Double::doubleValue).toArray(), rows.size() + 2);
        double rest = 1 - Arrays.stream(stated).reduce(0, Double::sum);
        addSum(rows, limits, change, rest);
        double[] upper = ones(2 * n);
        System.arraycopy(stated, 0, upper, n, n);
        double distance = -solved(divided(ones(2 * n), -1), rows, limits, new double[2 * n], upper)
                .value();
        List<double[]> all = new ArrayList<>();
        all.add(change);
        all.addAll(rows.subList(0, rows.size() - 2));
        double[] most = new double[all.size() + 3 * n + 1];
        most[0] = rest;
        System.arraycopy(limits, 0, most, 1, rows.size() - 2);
        for (int i = 0; i < 2 * n; i++) {
            all.add(unit(2 * n, i, -1));
        }
        for (int i = 0; i < n; i++) {
            most[all.size()] = stated[i];
            all.add(unit(2 * n, n + i, 1));
        }
        all.add(ones(2 * n));
        for (double room : ROOM) {
            most[most.length - 1] = distance + room;
            Optional<ImmutableDoubleArray> parts =
                    QuadraticProgramme.nearest(new double[2 * n], all.toArray(double[][]::new), most, 1);
            if (parts.isPresent()) {
                double[] weights = stated.clone();
                for (int i = 0; i < n; i++) {
                    double moved = parts.get().get(i) - parts.get().get(n + i);
                    weights[i] = Math.min(Math.max(stated[i] + moved, 0), 1);
                }
                return weights;
            }
        }
        return orElseThrow(Optional.empty());
    }

    /** The nearest point in the Euclidean norm that keeps some more rows. */
    private Optional<double[]> project(double[] stated, List<double[]> more, double[] most) {
        List<double[]> rows = new ArrayList<>();
        rows.add(ones(n));
        rows.addAll(scaled());
        for (int i = 0; i < n; i++) {
            rows.add(unit(n, i, -1));
        }
        double[] limits = new double[rows.size() + more.size()];
        limits[0] = 1;
        System.arraycopy(most, 0, limits, rows.size(), more.size());
        rows.addAll(more);
        return QuadraticProgramme.nearest(stated, rows.toArray(double[][]::new), limits, 1)
                .map(x -> x.stream()
                        .map(weight -> Math.min(Math.max(weight, 0), 1))
                        .toArray());
    }

    /** The conditions of the set, and the comparisons, each divided by its largest coefficient. */
    private List<double[]> scaled() {
        List<double[]> rows = new ArrayList<>(conditions);
        comparisons.forEach(comparison -> rows.add(divided(comparison, largest(List.of(comparison)))));
        return rows;
    }

    private static LinearProgramme.Optimum solved(
            double[] objective, List<double[]> rows, double[] limits, double[] lower, double[] upper) {
        LinearProgramme.Outcome outcome =
                LinearProgramme.maximise(objective, rows.toArray(double[][]::new), limits, lower, upper);
        if (outcome instanceof LinearProgramme.Optimum optimum) {
            return optimum;
        }
        throw noAnswer();
    }

    private static double[] orElseThrow(Optional<double[]> weights) {
        return weights.orElseThrow(WeightProgrammes::noAnswer);
    }

    private static ArithmeticException noAnswer() {
        return new ArithmeticException("WeightSpace: rounding left no weights in a set that has some");
    }

    /** The sum of weights as two inequalities, the last two limits. */
    private static void addSum(List<double[]> rows, double[] limits, double[] row, double sum) {
        rows.add(row);
        rows.add(divided(row, -1));
        limits[limits.length - 2] = sum;
        limits[limits.length - 1] = -sum;
    }

    private static double[] wider(double[] row, int by, double last) {
        double[] wider = Arrays.copyOf(row, row.length + by);
        wider[row.length] = last;
        return wider;
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] unit(int size, int at, double number) {
        double[] unit = new double[size];
        unit[at] = number;
        return unit;
    }
}
