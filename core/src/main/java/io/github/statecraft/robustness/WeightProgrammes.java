package io.github.statecraft.robustness;

import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.numerics.LinearProgramme;
import io.github.statecraft.internal.numerics.QuadraticProgramme;
import io.github.statecraft.internal.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Linear and quadratic programmes over a set of weights. Comparisons are rows d of which {@code d w} is how far a rival is
 * ahead under weights w.
 */
final class WeightProgrammes {
    /**
     * A margin counts as positive from this on, and as negative below minus it, relative to the largest absolute coefficient:
     * the accuracy that the linear programmes are checked to.
     */
    static final double MARGIN = LinearProgramme.FEASIBILITY;

    /** By how much a shortest distance is exceeded where the nearest of several as near is sought; the next if that fails. */
    private static final double[] ROOM = {1e-13, 1e-11, 1e-9};

    /** By how much rows may be exceeded in the search of the nearest weights; the next if rounding left no answer. */
    private static final double[] SLACK = {0, 1e-13, 1e-11, MARGIN};

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
     * @param margin the largest t with {@code d w <= -t} for all comparisons, each divided by its
     *     largest absolute coefficient: from -1 to 1
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

    /**
     * The weights of the set under which the nearest of the comparisons is the furthest behind, each divided by its own largest
     * absolute coefficient, so that none hides what another decides.
     */
    Lead clearestLead() {
        double[] x = furthest(scaledComparisons(), ones(comparisons.size()));
        return new Lead(x[n], ImmutableDoubleArray.copyOf(Arrays.copyOf(x, n)));
    }

    private double[] furthest(List<double[]> behind, double[] by) {
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < by.length; i++) {
            rows.add(wider(behind.get(i), 1, by[i]));
        }
        conditions.forEach(condition -> rows.add(wider(condition, 1, 0)));
        double[] limits = new double[rows.size() + 2];
        addSum(rows, limits, wider(ones(n), 1, 0), 1);
        double[] objective = new double[n + 1];
        objective[n] = 1;
        double[] lower = new double[n + 1];
        lower[n] = -1;
        return solved(objective, rows, limits, lower, ones(n + 1)).x().toArray();
    }

    /**
     * The weights of the set under which the nearest rival is the furthest behind, without dividing. No margin exceeds the least
     * of the rivals' largest distances on a criterion, so a rival that is that far behind on all criteria never binds and is left
     * out; the margin is counted in that distance.
     *
     * @param known weights at which nobody is ahead: the answer too if rounding leaves nothing better
     */
    ImmutableDoubleArray widest(Lead known) {
        double most = comparisons.stream()
                .mapToDouble(d -> -Arrays.stream(d).min().orElse(0))
                .min()
                .orElse(0);
        if (!(most > 0)) {
            return known.weights();
        }
        List<double[]> binding = new ArrayList<>();
        List<Double> by = new ArrayList<>();
        for (double[] comparison : comparisons) {
            if (-Arrays.stream(comparison).max().orElse(0) < most) {
                double size = largest(List.of(comparison));
                binding.add(divided(comparison, size));
                by.add(most / size);
            }
        }
        if (binding.isEmpty()) {
            return known.weights();
        }
        try {
            double[] x = furthest(
                    binding, by.stream().mapToDouble(Double::doubleValue).toArray());
            ImmutableDoubleArray weights = ImmutableDoubleArray.copyOf(Arrays.copyOf(x, n));
            return margin(weights) > margin(known.weights()) ? weights : known.weights();
        } catch (ArithmeticException roundingLeftNoAnswer) {
            return known.weights();
        }
    }

    private double margin(ImmutableDoubleArray weights) {
        double[] w = weights.toArray();
        return comparisons.stream()
                .mapToDouble(comparison -> -ExactSum.ofProducts(comparison, w))
                .min()
                .orElse(0);
    }

    /**
     * The weights of the set, nearest to some others in a norm, at which no rival of the comparisons is ahead. Where several are
     * as near, the nearest of them in the Euclidean norm. Where rounding leaves nothing of a narrow part, rivals and conditions
     * may exceed their planes by the least of some room, up to {@link #MARGIN} of their largest coefficient.
     */
    double[] nearest(double[] stated, WeightFlip.Norm norm) {
        ArithmeticException failure = null;
        for (double slack : SLACK) {
            try {
                Optional<double[]> weights =
                        switch (norm) {
                            case EUCLIDEAN -> project(stated, slack, List.of(), new double[0]);
                            case CHEBYSHEV -> chebyshev(stated, slack);
                            case MANHATTAN -> manhattan(stated, slack);
                        };
                if (weights.isPresent()) {
                    return weights.orElseThrow();
                }
            } catch (ArithmeticException roundingLeftNoAnswer) {
                failure = roundingLeftNoAnswer;
            }
        }
        throw failure == null ? noAnswer() : failure;
    }

    /** Variables: weights, then the largest change. */
    private Optional<double[]> chebyshev(double[] stated, double slack) {
        List<double[]> rows = new ArrayList<>();
        scaled().forEach(row -> rows.add(wider(row, 1, 0)));
        double[] limits = new double[rows.size() + 2 * n + 2];
        Arrays.fill(limits, 0, rows.size(), slack);
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
            Optional<double[]> nearest = project(stated, slack, box, most);
            if (nearest.isPresent()) {
                return nearest;
            }
        }
        return Optional.empty();
    }

    /** Variables: what each weight gains, then what each loses. */
    private Optional<double[]> manhattan(double[] stated, double slack) {
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
            bounds.add(slack - at);
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
                return Optional.of(weights);
            }
        }
        return Optional.empty();
    }

    /** The nearest point in the Euclidean norm that keeps some more rows. */
    private Optional<double[]> project(double[] stated, double slack, List<double[]> more, double[] most) {
        List<double[]> rows = new ArrayList<>();
        rows.add(ones(n));
        rows.addAll(scaled());
        for (int i = 0; i < n; i++) {
            rows.add(unit(n, i, -1));
        }
        double[] limits = new double[rows.size() + more.size()];
        limits[0] = 1;
        Arrays.fill(limits, 1, rows.size() - n, slack);
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
        rows.addAll(scaledComparisons());
        return rows;
    }

    private List<double[]> scaledComparisons() {
        return comparisons.stream()
                .map(comparison -> divided(comparison, largest(List.of(comparison))))
                .toList();
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
