package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.score.ScoreTable;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Exact answers about units over all weightings of some criteria: over a set of weights with a measure, uniform unless stated.
 * A share of weightings says how much of that set agrees; it is no probability that something is true.
 *
 * <p>Immutable, thread-safe, serialisable; equal if criteria and set are equal.
 */
public final class WeightSpace implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** So many characters of gaps are shown in a refusal. */
    private static final int MOST_GAPS_SHOWN = 600;

    private final Criteria criteria;
    private final WeightSet weightSet;
    private final transient WeightRegion region;

    private WeightSpace(Criteria criteria, WeightSet weightSet) {
        this.criteria = criteria;
        this.weightSet = weightSet;
        region = WeightRegion.of(criteria.criteria(), weightSet);
    }

    /** What is laid out follows from the set, so it is not written. */
    @Serial
    private Object readResolve() {
        return new WeightSpace(criteria, weightSet);
    }

    /**
     * All weights of the pillars of an index.
     *
     * @param table scored units
     * @return the space
     * @throws IllegalArgumentException if there is no exact answer: the root is no mean of its children, or a unit lacks a
     *     pillar; the message says which, and what to do
     */
    public static WeightSpace of(ScoreTable table) {
        return of(Criteria.of(table));
    }

    /**
     * All weights of some criteria.
     *
     * @param criteria the criteria
     * @return the space
     * @throws IllegalArgumentException if a unit lacks a criterion; the message says which, and what to do
     */
    public static WeightSpace of(Criteria criteria) {
        String gaps = IntStream.range(0, criteria.units().size())
                .filter(unit -> !criteria.missing(unit).isEmpty())
                .mapToObj(unit -> criteria.units().get(unit) + " has no " + criteria.missing(unit))
                .collect(Collectors.joining("; "));
        if (!gaps.isEmpty()) {
            throw new IllegalArgumentException("WeightSpace of " + criteria.title()
                    + ": there is no exact answer for units that lack a criterion: "
                    + Problems.cut(gaps, MOST_GAPS_SHOWN)
                    + "; leave them out by WeightSpace.of(Criteria.of(table).complete()), or ask Smaa, which answers by"
                    + " sampling");
        }
        return new WeightSpace(criteria, WeightSet.simplex());
    }

    /**
     * The same criteria over another set of weights.
     *
     * @param weights the set, with its measure
     * @return the space
     * @throws IllegalArgumentException if the set names a criterion that there is not, or leaves no room for weights
     */
    public WeightSpace within(WeightSet weights) {
        return new WeightSpace(criteria, Objects.requireNonNull(weights, "WeightSpace.weights"));
    }

    /**
     * What is compared.
     *
     * @return criteria without gaps
     */
    public Criteria criteria() {
        return criteria;
    }

    /**
     * Over which weights.
     *
     * @return the set and its measure
     */
    public WeightSet weights() {
        return weightSet;
    }

    /**
     * The weights nearest to the stated ones, among those of the set, at which a unit overtakes another. The measure of the set
     * has no part in it; the stated weights may lie outside the set. Costs two or three linear or quadratic programmes of as
     * many variables as criteria.
     *
     * @param ahead id of the unit that is ahead at the stated weights, {@link Criteria#weights}
     * @param behind id of the one that is behind
     * @param norm how distances are measured; where several weights are as near, they are the nearest of these in the Euclidean
     *     norm
     * @return empty if the second is ahead under no weights of the set, by 1e-9 of the largest difference on a criterion
     * @throws IllegalArgumentException if there is no such unit, or the first is not ahead at the stated weights (by 1e-12 of
     *     the largest difference on a criterion)
     */
    public Optional<WeightFlip> nearestFlip(String ahead, String behind, WeightFlip.Norm norm) {
        return new FlipSearch(this).flip(ahead, behind, norm);
    }

    /**
     * The weights nearest to the stated ones, among those of the set, at which a unit is first among all. Units that have the
     * very same scores count as one. Costs as {@link #nearestFlip}, with a row for each unit.
     *
     * @param unit id of a unit that is not first at the stated weights
     * @param norm how distances are measured; where several weights are as near, they are the nearest of these in the Euclidean
     *     norm
     * @return empty if the unit is strictly ahead of all others under no weights of the set: decided exactly for up to 8
     *     criteria, by 1e-9 of each rival's largest difference for more. Where differences of rivals lie some nine powers of ten
     *     apart, the unit still leads at the weights, but {@link WeightFlip#isNearest} may be false
     * @throws IllegalArgumentException if there is no such unit, or it is first at the stated weights, alone or with others
     */
    public Optional<WeightFlip> nearestLead(String unit, WeightFlip.Norm norm) {
        return new FlipSearch(this).lead(unit, norm);
    }

    /**
     * How far each weight can vary alone before the first rank changes hands.
     *
     * @return intervals by criterion, as {@link #stabilityIntervals(int)} of 1
     * @throws IllegalArgumentException if the stated weights are outside the set
     */
    public StabilityIntervals stabilityIntervals() {
        return stabilityIntervals(1);
    }

    /**
     * How far each weight can vary alone, the others keeping their proportions, before the first ranks change. Intervals end at
     * the edge of the set, whose measure has no part in it. A rank is 1 + the number of units that are ahead; units that tie
     * wherever the weight goes stay as they are, while a tie at the stated weights (within 1e-12 of the largest difference on a
     * criterion) that any change breaks makes the interval a point. Costs units x (units + criteria) x criteria operations.
     *
     * @param firstRanks how many ranks have to keep the units they have at the stated weights, {@link Criteria#weights}: 1 for
     *     the first, the number of units for the whole ranking
     * @return intervals by criterion, and who overtakes whom beyond each end
     * @throws IllegalArgumentException if firstRanks is out of range or the stated weights are outside the set
     */
    public StabilityIntervals stabilityIntervals(int firstRanks) {
        return StabilitySearch.of(this, firstRanks);
    }

    /**
     * The weights of the set that are best for a unit: nobody is ahead of it, and its margin over the best rival is the largest.
     * Margins are of scores, under a geometric mean of their logarithms, under other power means of their powers; rivals that
     * have the very same scores do not count. Where several weights give that margin it is one of them, always the same. Exact, up
     * to the rounding of weights, for up to 8 criteria; for more by two linear programmes (some milliseconds at 200 units x 40
     * criteria).
     *
     * @param unit id of a unit
     * @return shares by criterion; empty if somebody is ahead under all weights of the set: for more than 8 criteria by more than
     *     1e-9 of the largest difference of that rival on a criterion
     * @throws IllegalArgumentException if there is no such unit
     */
    public Optional<ImmutableMap<String, Double>> bestWeights(String unit) {
        return new FlipSearch(this).best(unit);
    }

    /**
     * The units that are first under some weights of the set, ties included. Exact for up to 8 criteria: those whose best rank is
     * 1 in {@link #possibleRanks()}. For more by at most two linear programmes for each unit (in all about a second at 200 units x
     * 40 criteria), up to 1e-9 of each rival's largest difference; whoever is behind another on every criterion is never listed.
     *
     * @return ids in the order of the rows, at least one
     */
    public ImmutableList<String> potentiallyOptimal() {
        return new FlipSearch(this).potentiallyOptimal();
    }

    /**
     * For every unit the share of weightings under which it is first, the region of these weights and its centre. Cost: grows
     * steeply with the number of criteria; milliseconds for 20 units x 6 criteria.
     *
     * @return shares, exact up to rounding
     * @throws IllegalArgumentException if there are more than 8 criteria, or the weights have a Dirichlet distribution whose
     *     parameters are not whole or sum to more than 8: Smaa answers then, by sampling
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays so
     */
    public FirstRankShares firstRankShares() {
        return FirstRankRegions.of(this);
    }

    /**
     * The best and the worst rank of every unit over the whole set of weights, boundary included. Cost: a second or so for 100
     * units x 6 criteria whose scores have nothing to do with each other; it grows steeply with both.
     *
     * @return ranks, exact; they do not depend on the measure
     * @throws IllegalArgumentException if there are more than 8 criteria: Smaa answers then, by sampling
     * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays so
     */
    public PossibleRanks possibleRanks() {
        return PossibleRanks.of(this);
    }

    /**
     * On which share of the weightings each unit is ahead of each other, and the expected ranks.
     *
     * <p>By the recursion of G. Varsi, "The multidimensional content of the frustum of the simplex", Pacific J. Math. 46 (1973)
     * 303-314, and M. M. Ali, "Content of the frustum of a simplex", Pacific J. Math. 48 (1973) 313-322, over all weights, an
     * order, lower bounds, and Dirichlet distributions with whole parameters that sum to at most 1,000; under other linear
     * conditions by volumes, up to 8 criteria.
     *
     * <p>Exact means: the answer to the doubles given, with a relative error of some 1e-15 also of the smallest share. Under an
     * arithmetic mean these doubles are the scores, and whatever differs counts as different, be it the last digit; scores that
     * are to count as equal are rounded before. Under other means they are the logarithms or powers of the scores, each
     * rounded once, so that scores next to each other may be alike.
     *
     * @return units x units; cost: units x units x criteria x criteria / 8 steps of a nanosecond; under other linear conditions
     *     milliseconds for each pair of units
     * @throws IllegalArgumentException if there is no exact answer over this set of weights, or there are more than
     *     {@link PairwiseWinning#MOST_UNITS} units; the message says what to do
     */
    public PairwiseWinning pairwiseWinning() {
        return PairwiseWinning.of(this);
    }

    /**
     * On which share of the weightings one unit is strictly ahead of another; exact as {@link #pairwiseWinning()} is, and the
     * same number.
     *
     * @param unit id of a unit
     * @param other id of another
     * @return from 0 to 1; 0 only if the unit is nowhere better
     * @throws IllegalArgumentException if there is no such unit, or no exact answer over this set of weights; the message says
     *     what to do
     */
    public double pairwiseWinning(String unit, String other) {
        int row = criteria.row(unit);
        int against = criteria.row(other);
        double[][] rows = {criteria.linear(Math.min(row, against)), criteria.linear(Math.max(row, against))};
        double[] shares = new ExactShares(region).pairs(rows);
        return row == against ? 0 : row < against ? shares[1] : shares[2];
    }

    /**
     * How the score of one unit is distributed over the weightings; exact as {@link #pairwiseWinning()} is.
     *
     * @param unit id of a unit
     * @return its distribution; cost: next to nothing, and each question to it criteria x criteria / 4 steps
     * @throws IllegalArgumentException if there is no such unit, or no exact answer over this set of weights; the message says
     *     what to do
     */
    public ScoreDistribution scoreDistribution(String unit) {
        return ScoreDistribution.of(this, unit);
    }

    /** The set laid out. */
    WeightRegion region() {
        return region;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeightSpace that && criteria.equals(that.criteria) && weightSet.equals(that.weightSet);
    }

    @Override
    public int hashCode() {
        return Objects.hash(criteria, weightSet);
    }

    /** What is compared, and over which weights. */
    @Override
    public String toString() {
        return "Weight space of " + criteria.title() + ", " + weightSet + ", "
                + criteria.units().size() + " units";
    }
}
