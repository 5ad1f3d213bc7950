package io.github.statecraft.score;

import com.google.common.collect.ImmutableSortedMap;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How the values of an indicator come to the common scale from 0 to 100, whose good end is 100. The numbers of a
 * normalisation are in the unit of the value that is normalised: that of the attribute, or what its {@link Denomination}
 * makes of it. Methods are immutable and thread-safe.
 *
 * <p>Source of the methods: OECD/JRC, Handbook on Constructing Composite Indicators, 2008, pages 27-31 and 83-88.
 */
public sealed interface Normalisation extends Serializable {
    /** The bad end of the common scale. */
    double LOWEST = 0;
    /** The good end of the common scale. */
    double HIGHEST = 100;

    /**
     * Fixed goalposts: {@code 100 (x - low) / (high - low)}, reversed where lower is better. What one unit scores does not
     * depend on the others. UNDP's Human Development Index uses this method.
     *
     * @param low the value that stands at one end
     * @param high the value that stands at the other end, above {@code low}
     * @param outOfRange what a value beyond them does
     * @param reason why these goalposts; may be empty
     */
    record Goalposts(double low, double high, OutOfRange outOfRange, String reason) implements Normalisation {
        /** Checks the goalposts. */
        public Goalposts {
            checkGoalposts("Goalposts", low, high);
            low += 0.0;
            high += 0.0;
            Objects.requireNonNull(outOfRange, "Normalisation.Goalposts.outOfRange");
            Objects.requireNonNull(reason, "Normalisation.Goalposts.reason");
        }

        @Override
        public String toString() {
            return "goalposts " + Numbers.shortest(low) + " to " + Numbers.shortest(high) + ", " + outOfRange;
        }
    }

    /**
     * Fixed goalposts on a logarithmic scale: {@code 100 (ln x - ln low) / (ln high - ln low)}. Values of zero or less have
     * no logarithm: they are beyond the low goalpost, and under EXTEND they are refused.
     *
     * @param low the value that stands at one end, positive
     * @param high the value that stands at the other end, above {@code low}
     * @param outOfRange what a value beyond them does
     * @param reason why these goalposts; may be empty
     */
    record LogGoalposts(double low, double high, OutOfRange outOfRange, String reason) implements Normalisation {
        /** Checks the goalposts. */
        public LogGoalposts {
            checkGoalposts("LogGoalposts", low, high);
            if (!(low > 0)) {
                throw new IllegalArgumentException(
                        "Normalisation.LogGoalposts.low must be positive but was " + Numbers.shortest(low));
            }
            if (!(StrictMath.log(low) < StrictMath.log(high))) {
                throw new IllegalArgumentException("Normalisation.LogGoalposts must have different logarithms but was "
                        + Numbers.shortest(low) + " to " + Numbers.shortest(high));
            }
            Objects.requireNonNull(outOfRange, "Normalisation.LogGoalposts.outOfRange");
            Objects.requireNonNull(reason, "Normalisation.LogGoalposts.reason");
        }

        @Override
        public String toString() {
            return "log goalposts " + Numbers.shortest(low) + " to " + Numbers.shortest(high) + ", " + outOfRange;
        }
    }

    /**
     * Goalposts at the smallest and largest value of the table: {@code 100 (x - min) / (max - min)}. Adding a unit may change
     * every score. Needs at least two different values.
     */
    record MinMax() implements Normalisation {
        @Override
        public String toString() {
            return "min-max";
        }
    }

    /**
     * A score for each of a few levels, for codes whose differences have no meaning. A value that is no level is refused.
     * The scores say which way is good; the direction of the indicator must be HIGHER_IS_BETTER.
     *
     * @param levels score from 0 to 100 by level, at least two
     * @param reason why these scores; may be empty
     */
    record OrdinalMap(ImmutableSortedMap<Double, Double> levels, String reason) implements Normalisation {
        /** Checks levels and scores. */
        public OrdinalMap {
            Objects.requireNonNull(reason, "Normalisation.OrdinalMap.reason");
            if (levels.size() < 2) {
                throw new IllegalArgumentException(
                        "Normalisation.OrdinalMap.levels must be at least two but was " + levels.size());
            }
            for (Map.Entry<Double, Double> level : levels.entrySet()) {
                double score = level.getValue();
                if (!Double.isFinite(level.getKey()) || !(score >= LOWEST && score <= HIGHEST)) {
                    throw new IllegalArgumentException(
                            "Normalisation.OrdinalMap.levels must map finite levels to scores in [0, 100] but mapped "
                                    + Numbers.shortest(level.getKey()) + " to " + Numbers.shortest(score));
                }
            }
            // in natural order, and with one zero
            ImmutableSortedMap.Builder<Double, Double> canonical = ImmutableSortedMap.naturalOrder();
            levels.forEach((level, score) -> canonical.put(level + 0.0, score + 0.0));
            levels = canonical.buildOrThrow();
        }

        @Override
        public String toString() {
            return levels.entrySet().stream()
                    .map(e -> Numbers.shortest(e.getKey()) + " -> " + Numbers.shortest(e.getValue()))
                    .collect(Collectors.joining(", ", "ordinal map ", ""));
        }
    }

    /**
     * Fixed goalposts that refuse values beyond them.
     *
     * @param low the value that scores 0 (100 where lower is better)
     * @param high the value that scores 100 (0 where lower is better)
     * @return the method
     * @throws IllegalArgumentException if an end is not finite or {@code low < high} does not hold
     */
    static Normalisation goalposts(double low, double high) {
        return new Goalposts(low, high, OutOfRange.REFUSE, "");
    }

    /**
     * Fixed goalposts on a logarithmic scale that refuse values beyond them.
     *
     * @param low the value that scores 0 (100 where lower is better), positive
     * @param high the value that scores 100 (0 where lower is better)
     * @return the method
     * @throws IllegalArgumentException if an end is not finite or {@code 0 < low < high} does not hold
     */
    static Normalisation logGoalposts(double low, double high) {
        return new LogGoalposts(low, high, OutOfRange.REFUSE, "");
    }

    /**
     * Smallest and largest value of the table as goalposts.
     *
     * @return the method
     */
    static Normalisation minMax() {
        return new MinMax();
    }

    /**
     * A score for each level.
     *
     * @param levels score from 0 to 100 by level
     * @return the method
     * @throws IllegalArgumentException if there are fewer than two levels or a score is out of range
     */
    static Normalisation ordinalMap(Map<Double, Double> levels) {
        return new OrdinalMap(ImmutableSortedMap.copyOf(levels), "");
    }

    private static void checkGoalposts(String type, double low, double high) {
        if (!(Double.isFinite(low) && Double.isFinite(high) && low < high && Double.isFinite(high - low))) {
            throw new IllegalArgumentException("Normalisation." + type + " must have finite low < high but was "
                    + Numbers.shortest(low) + " to " + Numbers.shortest(high) + "; direction says which way is good");
        }
    }
}
