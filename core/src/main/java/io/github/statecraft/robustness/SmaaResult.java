package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.numerics.Logarithm;
import io.github.statecraft.score.Ranking;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What {@link Smaa} found: shares of the draws of weights, and of values where these are uncertain, with standard errors. A share
 * of weightings says how much of the set of weights agrees; it is no probability that something is true. A share that was met in
 * no draw, or in all, has a standard error of 0; with n draws it may still be off by 3 / n (the 95 % bound of J. A. Hanley and
 * A. Lippman-Hand, JAMA 249 (1983) 1743-1745). Immutable, thread-safe, serialisable; equal if input, method and figures are equal.
 */
public final class SmaaResult implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final double LOWER_PART = 0.05;
    private static final double UPPER_PART = 0.95;

    private final Criteria criteria;
    /** The weights and how they were drawn, in words. */
    private final String weighting;
    /** What is drawn of the values, in words; empty if nothing. */
    private final String data;

    private final long seed;
    private final boolean isSeeded;
    private final Ranking.Ties ties;
    private final SmaaFigures figures;

    SmaaResult(
            Criteria criteria,
            String weighting,
            String data,
            long seed,
            boolean isSeeded,
            Ranking.Ties ties,
            SmaaFigures figures) {
        this.criteria = criteria;
        this.weighting = weighting;
        this.data = data;
        this.seed = seed;
        this.isSeeded = isSeeded;
        this.ties = ties;
        this.figures = figures;
    }

    /**
     * Ranks from one to another.
     *
     * @param best the smaller number, from 1
     * @param worst the larger number
     */
    public record RankInterval(int best, int worst) implements Serializable {
        /** Such as {@code 2 to 5}; one number if they are equal. */
        @Override
        public String toString() {
            return best == worst ? Integer.toString(best) : best + " to " + worst;
        }
    }

    /**
     * What was analysed.
     *
     * @return units x criteria
     */
    public Criteria criteria() {
        return criteria;
    }

    /**
     * The number of draws.
     *
     * @return at least 1
     */
    public long draws() {
        return figures.draws();
    }

    /**
     * The seed of the draws.
     *
     * @return empty if weights were passed in and no value is uncertain
     */
    public OptionalLong seed() {
        return isSeeded ? OptionalLong.of(seed) : OptionalLong.empty();
    }

    /**
     * Which ranks units of one score hold.
     *
     * @return the treatment of ties
     */
    public Ranking.Ties ties() {
        return ties;
    }

    /**
     * In what share of the draws a unit holds a rank. Under {@link Ranking.Ties#AVERAGE} a draw in which units have one score
     * counts in equal parts for each of the ranks they take up.
     *
     * @param unit its id
     * @param rank from 1 to the number of units
     * @return from 0 to 1
     * @throws IllegalArgumentException if there is no such unit or rank
     */
    public double rankAcceptability(String unit, int rank) {
        return figures.rank(criteria.row(unit), checked(rank));
    }

    /**
     * The standard error of a rank acceptability; under {@link Ranking.Ties#AVERAGE} an upper bound of it.
     *
     * @param unit its id
     * @param rank from 1 to the number of units
     * @return from 0 to 1
     * @throws IllegalArgumentException if there is no such unit or rank
     */
    public double rankAcceptabilityError(String unit, int rank) {
        return figures.rankError(criteria.row(unit), checked(rank));
    }

    private int checked(int rank) {
        if (!(rank >= 1 && rank <= figures.units())) {
            throw new IllegalArgumentException(
                    "SmaaResult: a rank must be in [1, " + figures.units() + "] but was " + rank);
        }
        return rank;
    }

    /**
     * In what share of the draws nobody is strictly ahead of a unit. Units that are first together count whole each, whatever the
     * treatment of ties.
     *
     * @param unit its id
     * @return from 0 to 1
     * @throws IllegalArgumentException if there is no such unit
     */
    public double firstRankShare(String unit) {
        return figures.firsts().get(criteria.row(unit));
    }

    /**
     * The standard error of a first-rank share.
     *
     * @param unit its id
     * @return from 0 to 1
     * @throws IllegalArgumentException if there is no such unit
     */
    public double firstRankShareError(String unit) {
        return figures.error(figures.firsts(), figures.firstErrors(), criteria.row(unit));
    }

    /**
     * The mean of the weights under which nobody is strictly ahead of a unit: the weights of somebody who would put it first.
     *
     * @param unit its id
     * @return weights by criterion; empty if it is first in no draw
     * @throws IllegalArgumentException if there is no such unit
     */
    public Optional<ImmutableMap<String, Double>> centralWeights(String unit) {
        return byCriterion(figures.weights(), criteria.row(unit));
    }

    /**
     * The standard errors of central weights.
     *
     * @param unit its id
     * @return by criterion; empty if the unit is first in fewer than two draws, or chains
     * @throws IllegalArgumentException if there is no such unit
     */
    public Optional<ImmutableMap<String, Double>> centralWeightErrors(String unit) {
        return byCriterion(figures.weightErrors(), criteria.row(unit));
    }

    private Optional<ImmutableMap<String, Double>> byCriterion(ImmutableDoubleArray values, int row) {
        int count = figures.criteria();
        if (Double.isNaN(values.get(row * count))) {
            return Optional.empty();
        }
        ImmutableMap.Builder<String, Double> result = ImmutableMap.builder();
        for (int criterion = 0; criterion < count; criterion++) {
            result.put(criteria.criteria().get(criterion), values.get(row * count + criterion));
        }
        return Optional.of(result.buildOrThrow());
    }

    /**
     * In what share of the draws of values nobody is strictly ahead of a unit at its central weights: whether values are known
     * well enough to tell. It is 1 or 0 for values that are not uncertain. Otherwise it rests on draws of its own, as many as the
     * analysis has but no more than 10,000.
     *
     * @param unit its id
     * @return from 0 to 1; empty if the unit has no central weights
     * @throws IllegalArgumentException if there is no such unit
     */
    public OptionalDouble confidenceFactor(String unit) {
        double factor = figures.confidence().get(criteria.row(unit));
        return Double.isNaN(factor) ? OptionalDouble.empty() : OptionalDouble.of(factor);
    }

    /**
     * The standard error of a confidence factor, the central weights being taken as they are.
     *
     * @param unit its id
     * @return from 0 to 1, and 0 for values that are not uncertain; empty if the unit has no central weights
     * @throws IllegalArgumentException if there is no such unit
     */
    public OptionalDouble confidenceFactorError(String unit) {
        int row = criteria.row(unit);
        if (Double.isNaN(figures.confidence().get(row))) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                figures.confidenceErrors().isEmpty()
                        ? 0
                        : figures.confidenceErrors().get(row));
    }

    /**
     * In what share of the draws a unit is strictly ahead of another (P. Leskinen, J. Viitanen, A. Kangas, J. Kangas, Forest
     * Science 52 (2006) 304-312).
     *
     * @param unit its id
     * @param other id of another unit
     * @return from 0 to 1
     * @throws IllegalArgumentException if there is no such unit
     */
    public double pairwiseWinning(String unit, String other) {
        return figures.ahead(criteria.row(unit), criteria.row(other));
    }

    /**
     * The standard error of a pairwise winning share.
     *
     * @param unit its id
     * @param other id of another unit
     * @return from 0 to 1
     * @throws IllegalArgumentException if there is no such unit
     */
    public double pairwiseWinningError(String unit, String other) {
        return figures.aheadError(criteria.row(unit), criteria.row(other));
    }

    /**
     * The mean of the ranks that a unit holds.
     *
     * @param unit its id
     * @return from 1 to the number of units
     * @throws IllegalArgumentException if there is no such unit
     */
    public double expectedRank(String unit) {
        return figures.expectedRank(criteria.row(unit));
    }

    /**
     * The standard error of an expected rank; under {@link Ranking.Ties#AVERAGE} an upper bound of it.
     *
     * @param unit its id
     * @return not negative
     * @throws IllegalArgumentException if there is no such unit
     */
    public double expectedRankError(String unit) {
        return figures.expectedErrors().get(criteria.row(unit));
    }

    /**
     * The entropy of the ranks of a unit, {@code -sum(b log2 b)} over its rank acceptabilities b (C. E. Shannon, Bell System
     * Technical Journal 27 (1948) 379-423): 0 if it holds one rank always, log2(n) if it holds each of n as often. An estimate
     * from a sample lies a little too low, by about (ranks held - 1) / (1.4 draws).
     *
     * @param unit its id
     * @return in bits
     * @throws IllegalArgumentException if there is no such unit
     */
    public double entropy(String unit) {
        int row = criteria.row(unit);
        double sum = 0;
        for (int rank = 1; rank <= figures.units(); rank++) {
            double share = figures.rank(row, rank);
            sum -= share > 0 ? share * Logarithm.of(share) : 0;
        }
        return sum / Logarithm.of(2) + 0.0;
    }

    /**
     * The interval from the 5 % to the 95 % quantile of the ranks of a unit, over weights and values: each is the best rank at or
     * below which the unit is in 5 % and in 95 % of the draws. It covers at least 90 % of them.
     *
     * @param unit its id
     * @return ranks
     * @throws IllegalArgumentException if there is no such unit
     */
    public RankInterval rankInterval90(String unit) {
        int row = criteria.row(unit);
        return new RankInterval(figures.quantile(row, LOWER_PART), figures.quantile(row, UPPER_PART));
    }

    /**
     * The best and the worst rank that a unit holds in any draw. Ranks beyond them may be possible: a sample does not meet all.
     *
     * @param unit its id
     * @return ranks
     * @throws IllegalArgumentException if there is no such unit
     */
    public RankInterval observedRanks(String unit) {
        int row = criteria.row(unit);
        int best = 1;
        while (figures.rank(row, best) == 0) {
            best++;
        }
        int worst = figures.units();
        while (figures.rank(row, worst) == 0) {
            worst--;
        }
        return new RankInterval(best, worst);
    }

    SmaaFigures figures() {
        return figures;
    }

    String weighting() {
        return weighting;
    }

    String data() {
        return data;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SmaaResult that
                && criteria.equals(that.criteria)
                && weighting.equals(that.weighting)
                && data.equals(that.data)
                && seed == that.seed
                && isSeeded == that.isSeeded
                && ties == that.ties
                && figures.equals(that.figures);
    }

    @Override
    public int hashCode() {
        return Objects.hash(criteria, weighting, data, seed, ties.name(), figures);
    }

    /** A table: shares by rank for up to ten units, else a summary of them; with method, seed and standard errors. */
    @Override
    public String toString() {
        return SmaaText.of(this);
    }
}
