package io.github.statecraft.robustness;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.method.Aggregation;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The scores whose weights are varied, in a matrix of units x criteria: those of the children of one node for every unit that
 * holds a rank, or anybody's own. Units are compared by a mean of them, arithmetic, geometric, harmonic or of another power. All
 * of these rise with {@code sum(w f(s))}, with f the identity, the logarithm or a power; so who is ahead of whom depends on a
 * function that is linear in the weights.
 *
 * <p>A higher score is better on every criterion. Values may be missing; a mean is then of what is there, its weights divided by
 * their sum. Immutable, thread-safe, serialisable; equal if all of it is equal.
 */
public final class Criteria implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final double DEFAULT_WEIGHT = 1;

    private final String title;
    private final Aggregation aggregation;
    /** Shares by criterion; they sum to 1 up to rounding. */
    private final ImmutableMap<String, Double> weights;
    /** Labels by unit. */
    private final ImmutableMap<String, String> units;

    private final ImmutableMap<String, String> leftOut;
    /** Units x criteria, row by row; NaN marks what is missing and never leaves this package. */
    private final ImmutableDoubleArray values;
    /** Scores by unit that were given with what is known of their uncertainty. */
    private final ImmutableMap<String, ImmutableList<Estimate>> estimates;

    private Criteria(
            String title,
            Aggregation aggregation,
            ImmutableMap<String, Double> weights,
            ImmutableMap<String, String> units,
            ImmutableMap<String, String> leftOut,
            ImmutableDoubleArray values,
            ImmutableMap<String, ImmutableList<Estimate>> estimates) {
        this.title = title;
        this.aggregation = aggregation;
        this.weights = weights;
        this.units = units;
        this.leftOut = leftOut;
        this.values = values;
        this.estimates = estimates;
    }

    /**
     * The children of the root: the pillars of the index.
     *
     * @param table scored units
     * @return units that hold a rank x pillars
     * @throws IllegalArgumentException if the root is no mean of its children with weights that are the same for all; the
     *     message says why
     */
    public static Criteria of(ScoreTable table) {
        return of(table, table.framework().index().id());
    }

    /**
     * The children of a node. Units are compared by the score of that node; weights inside the children stay as they are.
     *
     * @param table scored units
     * @param node the id of a pillar
     * @return units that hold a rank x children
     * @throws IllegalArgumentException if there is no such pillar, or it is no mean of its children with weights that are the
     *     same for all; the message says why
     */
    public static Criteria of(ScoreTable table, String node) {
        return TreeCriteria.children(table, node);
    }

    /**
     * The indicators, with the weights they have in the whole index.
     *
     * @param table scored units
     * @return units that hold a rank x indicators
     * @throws IllegalArgumentException if the tree is neither arithmetic throughout nor geometric throughout, or a unit lacks an
     *     indicator; the message says which
     */
    public static Criteria flattened(ScoreTable table) {
        return TreeCriteria.leaves(table);
    }

    /**
     * Starts a matrix of one's own.
     *
     * @return a builder: first the criteria, then the units
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What the weights belong to.
     *
     * @return framework, version and node, or what the builder was given
     */
    public String title() {
        return title;
    }

    /**
     * The columns.
     *
     * @return ids of criteria
     */
    public ImmutableList<String> criteria() {
        return weights.keySet().asList();
    }

    /**
     * The weights that are stated: where the varied ones are compared with something.
     *
     * @return shares by criterion, which sum to 1 up to rounding
     */
    public ImmutableMap<String, Double> weights() {
        return weights;
    }

    /**
     * The mean by which units are compared.
     *
     * @return an arithmetic, geometric, harmonic or power mean
     */
    public Aggregation aggregation() {
        return aggregation;
    }

    /**
     * The rows.
     *
     * @return unit ids
     */
    public ImmutableList<String> units() {
        return units.keySet().asList();
    }

    /**
     * The readable name of a unit.
     *
     * @param unit its id
     * @return its label; the id if it has none
     * @throws IllegalArgumentException if there is no such unit
     */
    public String label(String unit) {
        return Objects.requireNonNull(units.get(units().get(row(unit))));
    }

    /**
     * The units that hold a rank but are not compared.
     *
     * @return reasons by unit
     */
    public ImmutableMap<String, String> leftOut() {
        return leftOut;
    }

    /**
     * A score.
     *
     * @param unit id of a unit
     * @param criterion id of a criterion
     * @return empty if it is missing
     * @throws IllegalArgumentException if there is no such unit or criterion
     */
    public OptionalDouble value(String unit, String criterion) {
        double value = value(row(unit), column(criterion));
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * Whether every unit has every criterion.
     *
     * @return false if something is missing
     */
    public boolean isComplete() {
        return values.stream().noneMatch(Double::isNaN);
    }

    /**
     * These criteria without the units that lack one: whom exact answers leave out. Who is left out bears on ranks and on who
     * is first; results name them.
     *
     * @return criteria without gaps
     * @throws IllegalArgumentException if no unit is left
     */
    public Criteria complete() {
        ImmutableMap.Builder<String, String> kept = ImmutableMap.builder();
        Map<String, String> without = new LinkedHashMap<>(leftOut);
        ImmutableDoubleArray.Builder left = ImmutableDoubleArray.builder();
        for (int unit = 0; unit < units().size(); unit++) {
            String missing = missing(unit);
            String id = units().get(unit);
            if (missing.isEmpty()) {
                kept.put(id, label(id));
                left.addAll(values.subArray(unit * weights.size(), (unit + 1) * weights.size()));
            } else {
                without.put(id, "no " + missing);
            }
        }
        ImmutableMap<String, String> rest = kept.buildOrThrow();
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("Criteria of " + title + ": no unit has all of " + criteria());
        }
        return new Criteria(
                title,
                aggregation,
                weights,
                rest,
                ImmutableMap.copyOf(without),
                left.build(),
                ScoreSpreads.of(estimates, rest));
    }

    /**
     * The same scores with other stated weights.
     *
     * @param stated relative weights by criterion, not negative, of a positive sum; all criteria
     * @return criteria with these weights, divided by their sum
     * @throws IllegalArgumentException if a criterion lacks a weight, or has a negative one
     */
    public Criteria withWeights(Map<String, Double> stated) {
        return new Criteria(
                title,
                aggregation,
                CriteriaChecks.shares(title, criteria(), stated),
                units,
                leftOut,
                values,
                estimates);
    }

    /** What a unit lacks; empty if nothing. */
    String missing(int unit) {
        return IntStream.range(0, weights.size())
                .filter(criterion -> Double.isNaN(value(unit, criterion)))
                .mapToObj(criteria()::get)
                .collect(Collectors.joining(", "));
    }

    /** NaN if it is missing. */
    double value(int unit, int criterion) {
        return values.get(unit * weights.size() + criterion);
    }

    /** Scores by unit that were given with what is known of their uncertainty, in the order of the criteria. */
    ImmutableMap<String, ImmutableList<Estimate>> estimates() {
        return estimates;
    }

    /** The number of a unit. */
    int row(String unit) {
        int row = units().indexOf(unit);
        if (row >= 0) {
            return row;
        }
        throw CriteriaChecks.unknownUnit(title, unit, units(), leftOut.get(unit));
    }

    /** The number of a criterion. */
    int column(String criterion) {
        int column = criteria().indexOf(criterion);
        if (column < 0) {
            throw CriteriaChecks.unknown(title, "criterion", criterion, criteria());
        }
        return column;
    }

    /**
     * What the comparison is linear in, units x criteria: {@code f(s)}; NaN where it is missing. Whoever has the higher
     * {@code sum(w f(s))} has the higher mean.
     */
    double[][] linear() {
        return IntStream.range(0, units.size()).mapToObj(this::linear).toArray(double[][]::new);
    }

    /** What the comparison is linear in, of one unit. */
    double[] linear(int unit) {
        double[] row = new double[weights.size()];
        for (int criterion = 0; criterion < row.length; criterion++) {
            row[criterion] = PowerMean.linear(aggregation, value(unit, criterion));
        }
        return row;
    }

    /** The stated weights, by number of the criterion. */
    double[] statedWeights() {
        return weights.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Criteria that
                && title.equals(that.title)
                && aggregation.equals(that.aggregation)
                && weights.equals(that.weights)
                && criteria().equals(that.criteria())
                && units.equals(that.units)
                && units().equals(that.units())
                && leftOut.equals(that.leftOut)
                && values.equals(that.values)
                && estimates.equals(that.estimates);
    }

    @Override
    public int hashCode() {
        return Objects.hash(title, aggregation, weights, units, leftOut, values, estimates);
    }

    /** The matrix, with the stated weights, the mean and who is left out. */
    @Override
    public String toString() {
        return CriteriaText.of(this);
    }

    /** Builds {@link Criteria}; not thread-safe. */
    public static final class Builder {
        private String title = "criteria";
        private Aggregation aggregation = new Aggregation.Arithmetic();
        private final Map<String, Double> weights = new LinkedHashMap<>();
        private final Map<String, String> units = new LinkedHashMap<>();
        private final Map<String, String> leftOut = new LinkedHashMap<>();
        private final List<double[]> rows = new ArrayList<>();
        private final Map<String, ImmutableList<Estimate>> estimates = new LinkedHashMap<>();

        private Builder() {}

        /**
         * What the weights belong to, for titles of results.
         *
         * @param words never blank
         * @return this builder
         */
        public Builder title(String words) {
            if (words.isBlank()) {
                throw new IllegalArgumentException("Criteria.title must not be blank");
            }
            title = words;
            return this;
        }

        /**
         * The mean by which units are compared; arithmetic unless stated.
         *
         * @param mean an arithmetic, geometric, harmonic or power mean
         * @return this builder
         * @throws IllegalArgumentException if it is another method
         */
        public Builder aggregation(Aggregation mean) {
            PowerMean.check(mean);
            aggregation = mean;
            return this;
        }

        /**
         * Adds criteria that weigh the same.
         *
         * @param ids their ids
         * @return this builder
         * @throws IllegalArgumentException if a criterion is there already, or units are
         */
        public Builder criteria(String... ids) {
            for (String id : ids) {
                criterion(id, DEFAULT_WEIGHT);
            }
            return this;
        }

        /**
         * Adds a criterion.
         *
         * @param id its id
         * @param weight its relative weight, not negative
         * @return this builder
         * @throws IllegalArgumentException if it is there already, or units are
         */
        public Builder criterion(String id, double weight) {
            if (!rows.isEmpty()) {
                throw new IllegalArgumentException("Criteria of " + title + ": criteria come before units");
            }
            if (weights.putIfAbsent(id, weight) != null) {
                throw new IllegalArgumentException(
                        "Criteria of " + title + ": " + Problems.quote(id) + " is there twice");
            }
            return this;
        }

        /**
         * Adds a unit.
         *
         * @param id its id
         * @param scores its score on each criterion, in their order
         * @return this builder
         * @throws IllegalArgumentException if the unit is there already, the number of scores differs from that of criteria, or
         *     one is not finite or not positive enough for the mean
         */
        public Builder unit(String id, double... scores) {
            CriteriaChecks.finite(title, id, scores);
            return row(id, id, scores);
        }

        /**
         * Adds a unit with what is known of the uncertainty of its scores, which {@link Smaa} draws: independently, a two-piece
         * normal distribution for a 90 % interval, a triangular one for a range. Exact answers take the values as they are.
         *
         * @param id its id
         * @param scores its score on each criterion, in their order; one of unknown spread is taken as it is
         * @return this builder
         * @throws IllegalArgumentException as for scores without a spread, or if a range is not positive enough for the mean
         */
        public Builder unit(String id, Estimate... scores) {
            row(id, id, Arrays.stream(scores).mapToDouble(Estimate::value).toArray());
            for (int i = 0; i < scores.length; i++) {
                ScoreSpreads.check(
                        aggregation, id, List.copyOf(weights.keySet()).get(i), scores[i]);
            }
            estimates.put(id, ImmutableList.copyOf(scores));
            return this;
        }

        /** Adds a unit; NaN marks what is missing. */
        Builder row(String id, String label, double[] scores) {
            if (scores.length != weights.size()) {
                throw new IllegalArgumentException("Criteria of " + title + ": " + Problems.quote(id) + " must have "
                        + weights.size() + " scores but has " + scores.length);
            }
            for (int criterion = 0; criterion < scores.length; criterion++) {
                if (!Double.isNaN(scores[criterion])) {
                    PowerMean.check(
                            aggregation,
                            scores[criterion],
                            id,
                            List.copyOf(weights.keySet()).get(criterion));
                }
            }
            if (units.putIfAbsent(id, label) != null) {
                throw new IllegalArgumentException(
                        "Criteria of " + title + ": unit " + Problems.quote(id) + " is there twice");
            }
            rows.add(scores.clone());
            return this;
        }

        /** Says why a unit that holds a rank is not compared. */
        Builder leftOut(String unit, String reason) {
            leftOut.put(unit, reason);
            return this;
        }

        /**
         * Builds the matrix.
         *
         * @return at least one unit x at least one criterion
         * @throws IllegalArgumentException if there is no criterion or no unit, or no weight is positive
         */
        public Criteria build() {
            if (weights.isEmpty() || rows.isEmpty()) {
                throw new IllegalArgumentException(
                        "Criteria of " + title + " need at least one criterion and one unit but have " + weights.size()
                                + " and " + rows.size());
            }
            ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder(rows.size() * weights.size());
            rows.forEach(values::addAll);
            return new Criteria(
                    title,
                    aggregation,
                    CriteriaChecks.shares(title, weights.keySet().stream().collect(toImmutableList()), weights),
                    ImmutableMap.copyOf(units),
                    ImmutableMap.copyOf(leftOut),
                    values.build(),
                    ImmutableMap.copyOf(estimates));
        }
    }
}
