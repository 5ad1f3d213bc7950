package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.numerics.Statistics;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serial;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What scores and ranks owe to the method: over all combinations of a finite design, or over the 2 x rows base points of a
 * sampled one. Combinations and points that cannot be scored are counted and listed, and enter no share. A share of methods is no
 * probability that something is true.
 *
 * <p>Immutable, thread-safe, serialisable; equal if all of it is equal.
 */
public final class MethodResult implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final MethodDesign design;
    /** Labels by unit. */
    private final ImmutableMap<String, String> units;

    private final ImmutableMap<String, Double> statedRanks;
    /** Why the framework as it is has no ranks; empty if it has. */
    private final String unstated;

    private final long counted;
    private final long failed;
    private final ImmutableMap<String, String> failures;
    private final ImmutableList<String> combinations;
    /** Units x (no rank, first, second, ...): in how many combinations or points. */
    private final ImmutableLongArray rankCounts;

    private final ImmutableMap<MethodDesign.Output, Outcome> outcomes;
    /** Null if data do not vary. */
    private final @Nullable DataCoverage coverage;

    private MethodResult(Builder builder) {
        design = builder.design;
        units = builder.units;
        statedRanks = ImmutableMap.copyOf(builder.statedRanks);
        unstated = builder.unstated;
        counted = builder.counted;
        failed = builder.failed;
        failures = builder.failures;
        combinations = builder.combinations;
        rankCounts = ImmutableLongArray.copyOf(builder.rankCounts);
        outcomes = builder.outcomes.buildOrThrow();
        coverage = builder.coverage;
    }

    /**
     * What is known of an output.
     *
     * @param values by combination or point, NaN where it has none; never leaves this class so
     * @param indices null if a value is missing
     */
    private record Outcome(
            ImmutableDoubleArray values, @Nullable SobolIndices indices) implements Serializable {
        @Override
        public String toString() {
            return values.length() + " values";
        }
    }

    /**
     * What was varied.
     *
     * @return the design
     */
    public MethodDesign design() {
        return design;
    }

    /**
     * Whether all combinations were scored.
     *
     * @return false if it was sampled
     */
    public boolean isExact() {
        return design.isFinite();
    }

    /**
     * Over how many combinations, or base points of a sampled design, shares are taken.
     *
     * @return those that could be scored
     */
    public long scored() {
        return counted - failed;
    }

    /**
     * How many combinations, or base points of a sampled design, could not be scored.
     *
     * @return 0 if all could
     */
    public long failed() {
        return failed;
    }

    /**
     * The combinations of alternatives that cannot be scored, or not at some point.
     *
     * @return the error, or the first of them, by combination in words
     */
    public ImmutableMap<String, String> failures() {
        return failures;
    }

    /**
     * The combinations of a finite design.
     *
     * @return in words; empty if it was sampled
     */
    public ImmutableList<String> combinations() {
        return combinations;
    }

    /**
     * The units that hold a rank.
     *
     * @return ids in the order of the table
     */
    public ImmutableList<String> units() {
        return units.keySet().asList();
    }

    /**
     * What was asked.
     *
     * @return the outputs
     */
    public ImmutableList<MethodDesign.Output> outputs() {
        return outcomes.keySet().asList();
    }

    /**
     * In which share of the methods a unit holds a rank.
     *
     * @param unit its id
     * @param rank from 1 to the number of {@link #units()}; one more than there are units strictly ahead
     * @return from 0 to 1, of those that could be scored
     * @throws IllegalArgumentException if there is no such unit that holds a rank, or the rank is out of range
     */
    public double rankShare(String unit, int rank) {
        int row = row(unit);
        if (rank < 1 || rank > units.size()) {
            throw new IllegalArgumentException("MethodResult.rankShare.rank must be from 1 to " + units.size()
                    + ", the number of units that hold a rank, but was " + rank);
        }
        return (double) count(row, rank) / scored();
    }

    /**
     * In which share of the methods a unit is first, alone or together with others.
     *
     * @param unit its id
     * @return from 0 to 1, of those that could be scored
     * @throws IllegalArgumentException if there is no such unit that holds a rank
     */
    public double firstShare(String unit) {
        return rankShare(unit, 1);
    }

    /**
     * In which share of the methods a unit has no score.
     *
     * @param unit its id
     * @return from 0 to 1, of those that could be scored
     * @throws IllegalArgumentException if there is no such unit that holds a rank
     */
    public double unscoredShare(String unit) {
        return (double) count(row(unit), 0) / scored();
    }

    /**
     * The best rank that a unit holds under any method.
     *
     * @param unit its id
     * @return empty if it never has a score
     * @throws IllegalArgumentException if there is no such unit that holds a rank
     */
    public OptionalInt bestRank(String unit) {
        int row = row(unit);
        for (int rank = 1; rank <= units.size(); rank++) {
            if (count(row, rank) > 0) {
                return OptionalInt.of(rank);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * The worst rank that a unit holds under any method.
     *
     * @param unit its id
     * @return empty if it never has a score
     * @throws IllegalArgumentException if there is no such unit that holds a rank
     */
    public OptionalInt worstRank(String unit) {
        int row = row(unit);
        for (int rank = units.size(); rank >= 1; rank--) {
            if (count(row, rank) > 0) {
                return OptionalInt.of(rank);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * The rank under the framework as it is.
     *
     * @param unit its id
     * @return empty if it has no score there
     * @throws IllegalArgumentException if there is no such unit that holds a rank
     */
    public OptionalDouble statedRank(String unit) {
        Double rank = statedRanks.get(units().get(row(unit)));
        return rank == null ? OptionalDouble.empty() : OptionalDouble.of(rank);
    }

    /**
     * The indices of an output: which factor it owes its variance to.
     *
     * @param output one of those that were asked for
     * @return empty if some run has no value, since indices need all of them
     * @throws IllegalArgumentException if it was not asked for
     */
    public Optional<SobolIndices> indices(MethodDesign.Output output) {
        return Optional.ofNullable(outcome(output).indices());
    }

    /**
     * The values of an output.
     *
     * @param output one of those that were asked for
     * @return of the combinations or base points that have one, in their order
     * @throws IllegalArgumentException if it was not asked for
     */
    public ImmutableDoubleArray values(MethodDesign.Output output) {
        ImmutableDoubleArray.Builder known = ImmutableDoubleArray.builder();
        outcome(output).values().stream().filter(value -> !Double.isNaN(value)).forEach(known::add);
        return known.build();
    }

    /**
     * The value of an output in each combination of a finite design.
     *
     * @param output one of those that were asked for
     * @return by combination in words, without those that have none; empty if it was sampled
     * @throws IllegalArgumentException if it was not asked for
     */
    public ImmutableMap<String, Double> byCombination(MethodDesign.Output output) {
        ImmutableDoubleArray values = outcome(output).values();
        ImmutableMap.Builder<String, Double> known = ImmutableMap.builder();
        for (int i = 0; i < combinations.size(); i++) {
            if (!Double.isNaN(values.get(i))) {
                known.put(combinations.get(i), values.get(i));
            }
        }
        return known.buildOrThrow();
    }

    /**
     * A quantile of an output over the methods.
     *
     * @param output one of those that were asked for
     * @param p from 0 to 1
     * @return by linear interpolation; empty if no run has a value
     * @throws IllegalArgumentException if it was not asked for, or p is out of range
     */
    public OptionalDouble quantile(MethodDesign.Output output, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(
                    "MethodResult.quantile.p must be from 0 to 1 but was " + Numbers.shortest(p));
        }
        double[] known = values(output).toArray();
        return known.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Statistics.quantile(known, p));
    }

    /** The reason why the framework as it is has no ranks; empty if it has. */
    String unstated() {
        return unstated;
    }

    long counted() {
        return counted;
    }

    /** What the data of a factor cover; null if they do not vary. */
    @Nullable
    DataCoverage coverage() {
        return coverage;
    }

    String label(String unit) {
        return Objects.requireNonNull(units.get(unit));
    }

    private long count(int row, int rank) {
        return rankCounts.get(row * (units.size() + 1) + rank);
    }

    private int row(String unit) {
        int row = units().indexOf(unit);
        if (row < 0) {
            String nearest = Problems.nearest(unit, units());
            throw new IllegalArgumentException("MethodResult: no unit " + Problems.quote(unit) + " that holds a rank"
                    + (nearest.isEmpty() ? "" : "; " + nearest));
        }
        return row;
    }

    private Outcome outcome(MethodDesign.Output output) {
        Outcome outcome = outcomes.get(output);
        if (outcome == null) {
            throw new IllegalArgumentException(
                    "MethodResult: the " + output + " was not asked for; asked were " + outputs());
        }
        return outcome;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MethodResult that
                && design.equals(that.design)
                && units.equals(that.units)
                && statedRanks.equals(that.statedRanks)
                && counted == that.counted
                && failed == that.failed
                && failures.equals(that.failures)
                && combinations.equals(that.combinations)
                && rankCounts.equals(that.rankCounts)
                && Objects.equals(coverage, that.coverage)
                && outcomes.equals(that.outcomes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(design, units, counted, failed, rankCounts);
    }

    /** Ranks of all units, then each output with its indices, and what could not be scored. */
    @Override
    public String toString() {
        return MethodText.of(this);
    }

    /** Builds results; not thread-safe. */
    static final class Builder {
        private final MethodDesign design;
        private final ImmutableMap<String, String> units;
        private final long counted;
        private final long[] rankCounts;
        private final Map<String, Double> statedRanks = new LinkedHashMap<>();
        private final ImmutableMap.Builder<MethodDesign.Output, Outcome> outcomes = ImmutableMap.builder();
        private ImmutableList<String> combinations = ImmutableList.of();
        private ImmutableMap<String, String> failures = ImmutableMap.of();
        private String unstated = "";
        private @Nullable DataCoverage coverage;
        private long failed;

        Builder(MethodDesign design, ImmutableMap<String, String> units, long counted) {
            this.design = design;
            this.units = units;
            this.counted = counted;
            rankCounts = new long[units.size() * (units.size() + 1)];
        }

        long counted() {
            return counted;
        }

        /** Counts the ranks of one combination or point; 0 for no rank. */
        void count(int[] ranks) {
            for (int row = 0; row < ranks.length; row++) {
                rankCounts[row * (units.size() + 1) + ranks[row]]++;
            }
        }

        void combinations(ImmutableList<String> labels) {
            combinations = labels;
        }

        void add(MethodDesign.Output output, ImmutableDoubleArray values, @Nullable SobolIndices indices) {
            outcomes.put(output, new Outcome(values, indices));
        }

        void statedRank(String unit, double rank) {
            statedRanks.put(unit, rank);
        }

        void unstated(String why) {
            unstated = why;
        }

        void coverage(DataCoverage ofData) {
            coverage = ofData;
        }

        Builder failures(ImmutableMap<String, String> errors, long count) {
            failures = errors;
            failed = count;
            return this;
        }

        MethodResult build() {
            return new MethodResult(this);
        }
    }
}
