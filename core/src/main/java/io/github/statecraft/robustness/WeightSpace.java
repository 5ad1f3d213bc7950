package io.github.statecraft.robustness;

import io.github.statecraft.score.ScoreTable;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;

/**
 * Exact answers about units over all weightings of some criteria: over a set of weights with a measure, uniform unless stated.
 * A share of weightings says how much of that set agrees; it is no probability that something is true.
 *
 * <p>Immutable, thread-safe, serialisable; equal if criteria and set are equal.
 */
public final class WeightSpace implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

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
        for (int unit = 0; unit < criteria.units().size(); unit++) {
            String missing = criteria.missing(unit);
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException(
                        "WeightSpace of " + criteria.title() + ": there is no exact answer, since "
                                + criteria.units().get(unit) + " has no " + missing
                                + "; leave such units out by Criteria.complete(), or ask Smaa, which answers by sampling");
            }
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
        return new WeightSpace(criteria, weights);
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
     * For every unit the share of weightings under which it is first, the region of these weights and its centre. Cost: grows
     * steeply with the number of criteria; milliseconds for 20 units x 6 criteria.
     *
     * @return shares, exact up to rounding
     * @throws IllegalArgumentException if there are more than 8 criteria, or the weights have a Dirichlet distribution whose
     *     parameters are not whole or sum to more than 8: Smaa answers then, by sampling
     */
    public FirstRankShares firstRankShares() {
        return FirstRankRegions.of(this);
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
