package io.github.statecraft.score.method;

import com.google.common.collect.ImmutableSortedMap;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;

/**
 * How the values of an indicator, or the aggregated scores of a pillar, come to the common scale, whose good end is the
 * high one. The numbers of a normalisation are in the unit of the value that is normalised: that of the column, or what
 * its {@link Denomination} and {@link Treatment}s make of it. The common scale is the {@link OutputRange} of the node, from
 * 0 to 100 unless it states another; methods that state their scores themselves, as said at each, leave it aside.
 *
 * <p>Methods whose formula needs other units look at the <i>reference</i>, of which they take the units that hold a rank
 * and have a value: the table that is scored, or the one that a framework was fitted to. They have no meaning for one unit
 * alone. Methods are immutable and thread-safe.
 *
 * <p>Source of the methods where none is named: OECD/JRC, Handbook on Constructing Composite Indicators, 2008, pages 27-31
 * and 83-88.
 */
public sealed interface Normalisation extends Serializable {

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
     * Goalposts at the smallest and largest value of the reference: {@code 100 (x - min) / (max - min)}. Adding a unit may
     * change every score. Needs at least two different values. Values beyond them, which only a frozen reference or a unit
     * without rank can have, score beyond the range.
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
                if (!Double.isFinite(level.getKey()) || !(score >= 0 && score <= 100)) {
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
            return "ordinal map " + ScorePoints.arrows(levels);
        }
    }

    /**
     * The value is the score: it is on the common scale already, as a survey's answers from 1 to 7 may be. The direction
     * must be HIGHER_IS_BETTER; goalposts turn a scale round. Any finite value is allowed.
     */
    record AsIs() implements Normalisation {
        @Override
        public String toString() {
            return "as is";
        }
    }

    /** By what a sum of squares is divided. */
    enum Divisor {
        /** One less than the number of values: R, COINr. */
        SAMPLE,
        /** The number of values: numpy, and the formula of the Handbook. */
        POPULATION
    }

    /**
     * {@code mean + standardDeviation (x - m) / s}, with m and s those of the reference. Scores about half of which are
     * below {@code mean}; the output range is left aside. Needs at least two different values.
     *
     * @param mean the score of the mean value
     * @param standardDeviation how many points one standard deviation is, positive
     * @param divisor how s is computed
     */
    record ZScore(double mean, double standardDeviation, Divisor divisor) implements Normalisation {
        /** Checks the scale. */
        public ZScore {
            Objects.requireNonNull(divisor, "Normalisation.ZScore.divisor");
            if (!(Double.isFinite(mean) && standardDeviation > 0 && Double.isFinite(standardDeviation))) {
                throw new IllegalArgumentException(
                        "Normalisation.ZScore must have a finite mean and a positive standard deviation but had "
                                + Numbers.shortest(mean) + " and " + Numbers.shortest(standardDeviation));
            }
            mean += 0.0;
        }

        @Override
        public String toString() {
            return "z-score, mean " + Numbers.shortest(mean) + ", standard deviation "
                    + Numbers.shortest(standardDeviation) + (divisor == Divisor.SAMPLE ? "" : " of the population");
        }
    }

    /** How a value x is set against a benchmark b; the result, 1 at the good end, is mapped onto the output range. */
    enum DistanceForm {
        /** {@code x / b}, where lower is better {@code b / x}: the Handbook's distance to a reference. b must be positive. */
        RATIO,
        /**
         * {@code 1 - (b - x) / (b - min)}, where lower is better {@code 1 - (x - b) / (max - b)}, with min and max of the
         * reference: COINr's n_dist2max, n_dist2ref and n_dist2targ.
         */
        RANGE,
        /** {@code (x - b) / b}, where lower is better with its sign turned: the relative difference. b must be positive. */
        DIFFERENCE
    }

    /**
     * Distance to the maximum, to the mean, to a unit or to a target.
     *
     * @param form how the value is set against the benchmark
     * @param benchmark against what
     * @param outOfRange what a result above 1 or below 0 does; the relative difference is always extended
     */
    record Distance(DistanceForm form, Benchmark benchmark, OutOfRange outOfRange) implements Normalisation {
        /** Checks that nothing is null. */
        public Distance {
            Objects.requireNonNull(form, "Normalisation.Distance.form");
            Objects.requireNonNull(benchmark, "Normalisation.Distance.benchmark");
            Objects.requireNonNull(outOfRange, "Normalisation.Distance.outOfRange");
            if (form == DistanceForm.DIFFERENCE && outOfRange != OutOfRange.EXTEND) {
                throw new IllegalArgumentException(
                        "Normalisation.Distance: a DIFFERENCE goes both ways, so outOfRange must be EXTEND but was "
                                + outOfRange);
            }
        }

        @Override
        public String toString() {
            return switch (form) {
                case RATIO -> "ratio to " + benchmark + ", " + outOfRange;
                case RANGE -> "distance to " + benchmark + " in the range, " + outOfRange;
                case DIFFERENCE -> "relative difference from " + benchmark;
            };
        }
    }

    /**
     * Which percentile rank. With b values of the reference below x (above it where lower is better), e equal to it, n in
     * all.
     */
    enum PercentileForm {
        /**
         * {@code b / (n - 1)}, at most 1: COINr's n_prank, and for values of the reference Excel's PERCENTRANK.INC (which
         * interpolates where another value lies between two of them). Needs two different values.
         */
        INCLUSIVE,
        /** {@code (b + e/2) / n}: Hazen's plotting position, scipy's "mean". */
        HAZEN,
        /** {@code (b + (e + 1)/2) / (n + 1)}: Weibull's plotting position, for values of the reference. */
        WEIBULL,
        /** {@code (b + e) / n}: the empirical distribution function, scipy's "weak". */
        WEAK,
        /** {@code b / n}: scipy's "strict". */
        STRICT
    }

    /**
     * The percentile rank, mapped onto the output range.
     *
     * @param form which
     */
    record PercentileRank(PercentileForm form) implements Normalisation {
        /** Checks that it says which. */
        public PercentileRank {
            Objects.requireNonNull(form, "Normalisation.PercentileRank.form");
        }

        @Override
        public String toString() {
            return "percentile rank, " + form;
        }
    }

    /** The place that values which are equal take. */
    enum EqualValues {
        /** The lowest of their places. */
        LOWEST,
        /** The mean of their places. */
        MEAN
    }

    /**
     * The place in the reference counted from the worst, which is 1; the best of n is n. COINr's n_rank. The output range is
     * left aside. (A rank counted from the best is the rank of a table of scores.)
     *
     * @param equal the place of values that are equal
     */
    record Rank(EqualValues equal) implements Normalisation {
        /** Checks that it says what equal values do. */
        public Rank {
            Objects.requireNonNull(equal, "Normalisation.Rank.equal");
        }

        @Override
        public String toString() {
            return "rank from the worst, equal values at the " + (equal == EqualValues.MEAN ? "mean" : "lowest");
        }
    }

    /**
     * Borda's count: how many of the reference are worse, which is one less than the {@link Rank}. COINr's n_borda. The
     * output range is left aside.
     *
     * @param equal the place of values that are equal
     */
    record Borda(EqualValues equal) implements Normalisation {
        /** Checks that it says what equal values do. */
        public Borda {
            Objects.requireNonNull(equal, "Normalisation.Borda.equal");
        }

        @Override
        public String toString() {
            return "Borda count, equal values at the " + (equal == EqualValues.MEAN ? "mean" : "lowest");
        }
    }

    /** What the bounds of categories are. */
    enum BoundsOf {
        /** Values. */
        VALUES,
        /** Percentiles of the reference, from 0 to 100 (type 7 of Hyndman and Fan). */
        PERCENTILES
    }

    /**
     * A score for each category of values: {@code lowest} below the first bound, then from each bound on the score beside it.
     * The scores say which way is good; the direction must be HIGHER_IS_BETTER. The output range is left aside.
     *
     * @param boundsOf what the bounds are
     * @param lowest the score below the first bound
     * @param scoreFrom scores by lower bound, at least one
     * @param reason why these; may be empty
     */
    record Categorical(BoundsOf boundsOf, double lowest, ImmutableSortedMap<Double, Double> scoreFrom, String reason)
            implements Normalisation {
        /** Checks bounds and scores. */
        public Categorical {
            Objects.requireNonNull(boundsOf, "Normalisation.Categorical.boundsOf");
            Objects.requireNonNull(reason, "Normalisation.Categorical.reason");
            scoreFrom = ScorePoints.checked("Categorical.scoreFrom", scoreFrom, 1);
            if (!Double.isFinite(lowest)) {
                throw new IllegalArgumentException(
                        "Normalisation.Categorical.lowest must be finite but was " + Numbers.shortest(lowest));
            }
            lowest += 0.0;
            if (boundsOf == BoundsOf.PERCENTILES && !(scoreFrom.firstKey() >= 0 && scoreFrom.lastKey() <= 100)) {
                throw new IllegalArgumentException(
                        "Normalisation.Categorical.scoreFrom must have percentiles in [0, 100] but had "
                                + Numbers.shortest(scoreFrom.firstKey()) + " to "
                                + Numbers.shortest(scoreFrom.lastKey()));
            }
        }

        @Override
        public String toString() {
            return "categories" + (boundsOf == BoundsOf.PERCENTILES ? " by percentile" : "") + ": below "
                    + Numbers.shortest(lowest) + ", from " + ScorePoints.arrows(scoreFrom);
        }
    }

    /**
     * Straight lines between points. The scores say which way is good, and may go up and down; the direction must be
     * HIGHER_IS_BETTER. The output range is left aside. EXTEND goes on with the first and last line.
     *
     * @param points score by value, at least two
     * @param outOfRange what a value before the first or behind the last point does
     * @param reason why these; may be empty
     */
    record PiecewiseLinear(ImmutableSortedMap<Double, Double> points, OutOfRange outOfRange, String reason)
            implements Normalisation {
        /** Checks the points. */
        public PiecewiseLinear {
            Objects.requireNonNull(outOfRange, "Normalisation.PiecewiseLinear.outOfRange");
            Objects.requireNonNull(reason, "Normalisation.PiecewiseLinear.reason");
            points = ScorePoints.checked("PiecewiseLinear.points", points, 2);
        }

        @Override
        public String toString() {
            return "piecewise linear " + ScorePoints.arrows(points) + ", " + outOfRange;
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

    /**
     * The value is the score.
     *
     * @return the method
     */
    static Normalisation asIs() {
        return new AsIs();
    }

    /**
     * Standard deviations from the mean, of mean 0 and standard deviation 1, by the divisor of a sample.
     *
     * @return the method
     */
    static Normalisation zScore() {
        return new ZScore(0, 1, Divisor.SAMPLE);
    }

    /**
     * Distance to a benchmark; results beyond the range are extended.
     *
     * @param form how the value is set against the benchmark
     * @param benchmark against what
     * @return the method
     */
    static Normalisation distance(DistanceForm form, Benchmark benchmark) {
        return new Distance(form, benchmark, OutOfRange.EXTEND);
    }

    /**
     * Percentile rank.
     *
     * @param form which
     * @return the method
     */
    static Normalisation percentileRank(PercentileForm form) {
        return new PercentileRank(form);
    }

    /**
     * Place counted from the worst.
     *
     * @param equal the place of values that are equal
     * @return the method
     */
    static Normalisation rank(EqualValues equal) {
        return new Rank(equal);
    }

    /**
     * How many are worse.
     *
     * @param equal the place of values that are equal
     * @return the method
     */
    static Normalisation borda(EqualValues equal) {
        return new Borda(equal);
    }

    /**
     * A score for each category of values.
     *
     * @param boundsOf what the bounds are
     * @param lowest the score below the first bound
     * @param scoreFrom scores by lower bound
     * @return the method
     * @throws IllegalArgumentException if there is no bound or a number is out of range
     */
    static Normalisation categorical(BoundsOf boundsOf, double lowest, Map<Double, Double> scoreFrom) {
        return new Categorical(boundsOf, lowest, ImmutableSortedMap.copyOf(scoreFrom), "");
    }

    /**
     * Straight lines between points, beyond which values are refused.
     *
     * @param points score by value, at least two
     * @return the method
     * @throws IllegalArgumentException if there are fewer than two points or one is not finite
     */
    static Normalisation piecewiseLinear(Map<Double, Double> points) {
        return new PiecewiseLinear(ImmutableSortedMap.copyOf(points), OutOfRange.REFUSE, "");
    }

    private static void checkGoalposts(String type, double low, double high) {
        if (!(Double.isFinite(low) && Double.isFinite(high) && low < high && Double.isFinite(high - low))) {
            throw new IllegalArgumentException("Normalisation." + type + " must have finite low < high but was "
                    + Numbers.shortest(low) + " to " + Numbers.shortest(high) + "; direction says which way is good");
        }
    }
}
