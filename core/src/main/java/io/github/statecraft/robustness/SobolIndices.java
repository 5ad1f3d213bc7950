package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which part of the variance of an output each factor accounts for: by itself (first order, S1), and with all interactions that
 * it takes part in (total order, ST). First orders sum to 1 at most, and to 1 if factors only add; total orders to 1 at least.
 * Sampled ones are estimates, which may be a little below 0 or above 1.
 *
 * <p>An output that does not vary has no indices. Immutable, thread-safe, serialisable; equal if all of it is equal.
 */
public final class SobolIndices implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int DECIMALS = 3;

    /**
     * An interval.
     *
     * @param low its lower end
     * @param high its upper end
     */
    public record Interval(double low, double high) implements Serializable {
        /**
         * Whether a number lies in it.
         *
         * @param number any number
         * @return true at the ends, too
         */
        public boolean contains(double number) {
            return number >= low && number <= high;
        }

        @Override
        public String toString() {
            return Numbers.fixed(low, DECIMALS) + " to " + Numbers.fixed(high, DECIMALS);
        }
    }

    private final ImmutableList<String> factors;
    private final double mean;
    private final double variance;
    /** 0 if exact. */
    private final int size;

    private final long seed;
    private final int bootstraps;
    private final long runs;
    /** First orders, then total orders; empty if the output does not vary. */
    private final ImmutableDoubleArray indices;
    /** In the order of the indices; empty if there are none. */
    private final ImmutableDoubleArray low;

    private final ImmutableDoubleArray high;

    private SobolIndices(Builder builder) {
        factors = builder.factors;
        mean = builder.mean;
        variance = builder.variance;
        size = builder.size;
        seed = builder.seed;
        bootstraps = builder.bootstraps;
        runs = builder.runs;
        indices = builder.indices;
        low = builder.low;
        high = builder.high;
    }

    /**
     * What varies.
     *
     * @return names in their order
     */
    public ImmutableList<String> factors() {
        return factors;
    }

    /**
     * The part of the variance that a factor accounts for by itself: the variance of the mean output given the factor, over the
     * variance of the output.
     *
     * @param factor its name
     * @return empty if the output does not vary
     * @throws IllegalArgumentException if there is no such factor
     */
    public OptionalDouble firstOrder(String factor) {
        return index(number(factor));
    }

    /**
     * The part of the variance that a factor accounts for with all its interactions: the mean variance of the output given all
     * other factors, over the variance of the output.
     *
     * @param factor its name
     * @return empty if the output does not vary
     * @throws IllegalArgumentException if there is no such factor
     */
    public OptionalDouble totalOrder(String factor) {
        return index(factors.size() + number(factor));
    }

    /**
     * The 90 % interval of the index of first order: from the 5 % to the 95 % quantile of bootstraps.
     *
     * @param factor its name
     * @return empty if indices are exact, no bootstraps were asked for, or the output (of some bootstrap) does not vary
     * @throws IllegalArgumentException if there is no such factor
     */
    public Optional<Interval> firstOrderInterval(String factor) {
        return interval(number(factor));
    }

    /**
     * The 90 % interval of the index of total order: from the 5 % to the 95 % quantile of bootstraps.
     *
     * @param factor its name
     * @return empty if indices are exact, no bootstraps were asked for, or the output (of some bootstrap) does not vary
     * @throws IllegalArgumentException if there is no such factor
     */
    public Optional<Interval> totalOrderInterval(String factor) {
        return interval(factors.size() + number(factor));
    }

    /**
     * The mean of the output.
     *
     * @return in the unit of the output
     */
    public double mean() {
        return mean;
    }

    /**
     * The variance of the output, its squared deviations from the mean over their number.
     *
     * @return in the squared unit of the output, not negative
     */
    public double variance() {
        return variance;
    }

    /**
     * Whether all combinations were enumerated.
     *
     * @return false if the indices are estimates
     */
    public boolean isExact() {
        return size == 0;
    }

    /**
     * The rows of the sampled design.
     *
     * @return a power of two; 0 if the indices are exact
     */
    public int size() {
        return size;
    }

    /**
     * The seed of the sampled design.
     *
     * @return 0 if the indices are exact
     */
    public long seed() {
        return seed;
    }

    /**
     * How often the model was run.
     *
     * @return rows x (factors + 2), or the number of combinations
     */
    public long runs() {
        return runs;
    }

    private int number(String factor) {
        int number = factors.indexOf(factor);
        if (number < 0) {
            String nearest = Problems.nearest(factor, factors);
            throw new IllegalArgumentException(
                    "SobolIndices: no factor " + Problems.quote(factor) + (nearest.isEmpty() ? "" : "; " + nearest));
        }
        return number;
    }

    private OptionalDouble index(int number) {
        return indices.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(indices.get(number));
    }

    private Optional<Interval> interval(int number) {
        return low.isEmpty() ? Optional.empty() : Optional.of(new Interval(low.get(number), high.get(number)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SobolIndices that
                && factors.equals(that.factors)
                && Double.compare(mean, that.mean) == 0
                && Double.compare(variance, that.variance) == 0
                && size == that.size
                && seed == that.seed
                && bootstraps == that.bootstraps
                && runs == that.runs
                && indices.equals(that.indices)
                && low.equals(that.low)
                && high.equals(that.high);
    }

    @Override
    public int hashCode() {
        return Objects.hash(factors, mean, variance, size, seed, runs, indices);
    }

    /** One line for each factor, with its intervals, and how they were found. */
    @Override
    public String toString() {
        return table("Sobol' indices").toString();
    }

    TextTable table(String title) {
        TextTable.Builder text = TextTable.builder()
                .title(title + ", mean " + Numbers.significant(mean, 5) + ", variance "
                        + Numbers.significant(variance, 4))
                .left("factor")
                .right("first order");
        boolean hasIntervals = !low.isEmpty();
        if (hasIntervals) {
            text.right("90 %");
        }
        text.right("total order");
        if (hasIntervals) {
            text.right("90 %");
        }
        for (int factor = 0; factor < factors.size(); factor++) {
            addRow(text, factor, hasIntervals);
        }
        if (indices.isEmpty()) {
            text.note("The output does not vary, so there are no indices.");
        }
        String beyond = firstBeyondTotal();
        if (!beyond.isEmpty()) {
            text.note("Too few rows: " + beyond
                    + " has a first order above its total order by more than the intervals allow,"
                    + " which no model has; take more rows.");
        }
        return text.note(method())
                .note(
                        "First order: the part of the variance that a factor accounts for by itself; total order: with all "
                                + "interactions that it takes part in.")
                .build();
    }

    /** The factors whose interval of first order lies above that of total order as a whole. */
    private String firstBeyondTotal() {
        return IntStream.range(0, low.isEmpty() ? 0 : factors.size())
                .filter(factor -> low.get(factor) > high.get(factors.size() + factor))
                .mapToObj(factors::get)
                .collect(Collectors.joining(", "));
    }

    private void addRow(TextTable.Builder text, int factor, boolean hasIntervals) {
        String first = fixed(index(factor));
        String total = fixed(index(factors.size() + factor));
        if (hasIntervals) {
            text.row(
                    factors.get(factor),
                    first,
                    interval(factor).orElseThrow().toString(),
                    total,
                    interval(factors.size() + factor).orElseThrow().toString());
        } else {
            text.row(factors.get(factor), first, total);
        }
    }

    private static String fixed(OptionalDouble index) {
        return index.isEmpty() ? "-" : Numbers.fixed(index.getAsDouble(), DECIMALS);
    }

    /** How the indices were found. */
    String method() {
        if (isExact()) {
            return "Exact: all " + Numbers.grouped(runs) + " combinations.";
        }
        String intervals = !low.isEmpty()
                ? "; intervals from " + Numbers.grouped(bootstraps) + " bootstraps"
                : bootstraps == 0 ? "; no intervals asked for" : "; no intervals, as the output varies too rarely";
        return "Sampled: " + Numbers.grouped(size) + " rows of a Sobol' sequence x " + (factors.size() + 2) + " = "
                + Numbers.grouped(runs) + " runs, seed " + seed + ", Jansen's estimators" + intervals + ".";
    }

    /** Builds indices; not thread-safe. */
    static final class Builder {
        private final ImmutableList<String> factors;
        private final double mean;
        private final double variance;
        private int size;
        private long seed;
        private int bootstraps;
        private long runs;
        private ImmutableDoubleArray indices = ImmutableDoubleArray.of();
        private ImmutableDoubleArray low = ImmutableDoubleArray.of();
        private ImmutableDoubleArray high = ImmutableDoubleArray.of();

        Builder(ImmutableList<String> factors, double mean, double variance) {
            this.factors = factors;
            this.mean = mean;
            this.variance = variance;
        }

        Builder sampled(SobolAnalysis analysis) {
            size = analysis.size();
            seed = analysis.seed();
            bootstraps = analysis.bootstraps();
            runs = (long) size * (factors.size() + SaltelliDesign.MIXED);
            return this;
        }

        Builder exact(long combinations) {
            runs = combinations;
            return this;
        }

        /** First orders, then total orders. */
        Builder indices(double[] found) {
            indices = ImmutableDoubleArray.copyOf(found);
            return this;
        }

        Builder intervals(ImmutableDoubleArray from, ImmutableDoubleArray to) {
            low = from;
            high = to;
            return this;
        }

        SobolIndices build() {
            return new SobolIndices(this);
        }
    }
}
