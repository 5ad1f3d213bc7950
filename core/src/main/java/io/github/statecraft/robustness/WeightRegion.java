package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.numerics.LinearProgramme;
import io.github.statecraft.internal.text.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * A set of weights laid out by number of the criterion: its linear conditions and, for sets that are simplices themselves, its
 * corners.
 */
final class WeightRegion {
    /** A set whose largest inscribed ball, measured by its conditions, has a smaller radius counts as empty. */
    static final double SMALLEST_RADIUS = 1e-12;

    private final ImmutableList<String> criteria;
    private final WeightSet set;
    private final List<double[]> conditions = new ArrayList<>();
    private final double[] centre;

    private WeightRegion(ImmutableList<String> criteria, WeightSet set) {
        this.criteria = criteria;
        this.set = set;
        if (set instanceof WeightSet.Ordered ordered) {
            addOrder(ordered.order());
        } else if (set instanceof WeightSet.LowerBounds lower) {
            lower.bounds().forEach((criterion, bound) -> add(WeightSet.Constraint.atLeast(criterion, bound)));
        } else if (set instanceof WeightSet.Dirichlet dirichlet) {
            dirichlet.parameters().keySet().forEach(this::column);
        } else if (set instanceof WeightSet.Polytope polytope) {
            polytope.constraints().forEach(this::add);
            conditions.sort((a, b) -> Arrays.compare(b, a)); // maps of bounds may have them in any order
        }
        centre = chebyshevCentre();
    }

    /**
     * Lays out a set.
     *
     * @param criteria the criteria in their order
     * @param set a set that names some of them
     * @throws IllegalArgumentException if it names another, or leaves no room for weights
     */
    static WeightRegion of(ImmutableList<String> criteria, WeightSet set) {
        return new WeightRegion(criteria, set);
    }

    private void addOrder(ImmutableList<String> order) {
        order.forEach(this::column);
        if (new LinkedHashSet<>(order).size() != criteria.size() || order.size() != criteria.size()) {
            throw new IllegalArgumentException(
                    "WeightSet.Ordered.order must have each of " + criteria + " once but was " + order);
        }
        for (int i = 1; i < order.size(); i++) {
            add(WeightSet.Constraint.notBelow(order.get(i - 1), order.get(i)));
        }
    }

    /** As weights sum to 1, {@code c w >= limit} is {@code (c - limit) w >= 0}. */
    private void add(WeightSet.Constraint constraint) {
        double[] condition = new double[criteria.size()];
        Arrays.fill(condition, -constraint.limit());
        constraint.coefficients().forEach((criterion, coefficient) -> condition[column(criterion)] += coefficient);
        conditions.add(condition);
    }

    private int column(String criterion) {
        int column = criteria.indexOf(criterion);
        if (column < 0) {
            String nearest = Problems.nearest(criterion, criteria);
            throw new IllegalArgumentException(
                    "WeightSet: no criterion " + Problems.quote(criterion) + (nearest.isEmpty() ? "" : "; " + nearest));
        }
        return column;
    }

    /** The point of the set that is furthest from its nearest condition, each condition measured by its largest coefficient. */
    private double[] chebyshevCentre() {
        int n = criteria.size();
        List<double[]> rows = new ArrayList<>();
        for (double[] condition : conditions) {
            double size = Arrays.stream(condition).map(Math::abs).max().orElse(0);
            double[] row = new double[n + 1];
            for (int i = 0; i < n; i++) {
                row[i] = size == 0 ? 0 : -condition[i] / size;
            }
            row[n] = size == 0 ? 0 : 1;
            rows.add(row);
        }
        for (int i = 0; i < n; i++) {
            double[] row = new double[n + 1];
            row[i] = -1;
            row[n] = 1;
            rows.add(row);
        }
        double[] sum = new double[n + 1];
        Arrays.fill(sum, 0, n, 1);
        rows.add(sum);
        rows.add(Arrays.stream(sum).map(x -> -x).toArray());
        double[] limits = new double[rows.size()];
        limits[rows.size() - 2] = 1;
        limits[rows.size() - 1] = -1;
        double[] objective = new double[n + 1];
        objective[n] = 1;
        double[] lower = new double[n + 1];
        lower[n] = -1;
        double[] upper = new double[n + 1];
        Arrays.fill(upper, 1);
        LinearProgramme.Outcome outcome =
                LinearProgramme.maximise(objective, rows.toArray(double[][]::new), limits, lower, upper);
        if (!(outcome instanceof LinearProgramme.Optimum optimum) || !(optimum.value() > SMALLEST_RADIUS)) {
            throw new IllegalArgumentException("WeightSet leaves no room for weights: no point lies inside all of \""
                    + set + "\"; loosen a bound, and state no equalities");
        }
        return Arrays.copyOf(optimum.x().toArray(), n);
    }

    ImmutableList<String> criteria() {
        return criteria;
    }

    WeightSet set() {
        return set;
    }

    /** The conditions beside those that weights are not negative and sum to 1: rows c with {@code c w >= 0}. */
    double[][] conditions() {
        return conditions.stream().map(double[]::clone).toArray(double[][]::new);
    }

    /** A point well inside. */
    double[] centre() {
        return centre.clone();
    }

    /**
     * The corners of a set that is a simplex with the uniform measure, corners x criteria; empty for others. The set is the image
     * of the whole simplex under the linear map that takes its corners to these.
     */
    Optional<double[][]> corners() {
        int n = criteria.size();
        double[][] corners = new double[n][n];
        if (set instanceof WeightSet.Ordered ordered) {
            for (int corner = 0; corner < n; corner++) {
                for (int i = 0; i <= corner; i++) {
                    corners[corner][column(ordered.order().get(i))] = 1.0 / (corner + 1);
                }
            }
            return Optional.of(corners);
        }
        if (set instanceof WeightSet.LowerBounds lower) {
            double[] bound = new double[n];
            lower.bounds().forEach((criterion, least) -> bound[column(criterion)] = least);
            double rest = 1 - Arrays.stream(bound).reduce(0, Double::sum);
            for (int corner = 0; corner < n; corner++) {
                corners[corner] = bound.clone();
                corners[corner][corner] += rest;
            }
            return Optional.of(corners);
        }
        if (set instanceof WeightSet.Simplex
                || (set instanceof WeightSet.Polytope polytope
                        && polytope.constraints().isEmpty())) {
            for (int corner = 0; corner < n; corner++) {
                corners[corner][corner] = 1;
            }
            return Optional.of(corners);
        }
        return Optional.empty();
    }

    /** The parameters of a Dirichlet distribution by criterion; 1 for each under the uniform measure. */
    double[] parameters() {
        double[] parameters = new double[criteria.size()];
        Arrays.fill(parameters, 1);
        if (set instanceof WeightSet.Dirichlet dirichlet) {
            dirichlet.parameters().forEach((criterion, parameter) -> parameters[column(criterion)] = parameter);
        }
        return parameters;
    }

    /** Whether all parameters are whole numbers, so that weights are sums of that many weights of a larger simplex. */
    boolean isWhole() {
        return Arrays.stream(parameters()).allMatch(parameter -> parameter == StrictMath.rint(parameter));
    }

    /** The set in words. */
    @Override
    public String toString() {
        return set + " of " + Numbers.grouped(criteria.size()) + " criteria";
    }
}
