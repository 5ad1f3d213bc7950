package io.github.statecraft.robustness;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * For every unit the share of weightings under which it is first: nobody is strictly ahead of it. A share is no probability that
 * the unit is the best.
 *
 * <p>Shares sum to 1 over units that differ. Units with the same scores on every criterion are first together: each has the whole
 * share of both, and {@link #tiedWith} names the others, so that a sum over all units counts that share once for each. Other ties
 * happen on a set of weights without volume and take no share.
 *
 * <p>Immutable, thread-safe, serialisable; equal if criteria, weights, method and all numbers are equal.
 */
public final class FirstRankShares implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Criteria criteria;
    private final WeightSet weightSet;
    private final String method;
    private final boolean isExact;
    private final ImmutableDoubleArray shares;
    private final ImmutableDoubleArray standardErrors;
    /** Weights by unit; empty where there are none. */
    private final ImmutableList<ImmutableDoubleArray> centres;
    /** Vertices by unit. */
    private final ImmutableList<ImmutableList<ImmutableDoubleArray>> regions;

    private FirstRankShares(
            Criteria criteria,
            WeightSet weightSet,
            String method,
            boolean isExact,
            ImmutableDoubleArray shares,
            ImmutableDoubleArray standardErrors,
            ImmutableList<ImmutableDoubleArray> centres,
            ImmutableList<ImmutableList<ImmutableDoubleArray>> regions) {
        this.criteria = criteria;
        this.weightSet = weightSet;
        this.method = method;
        this.isExact = isExact;
        this.shares = shares;
        this.standardErrors = standardErrors;
        this.centres = centres;
        this.regions = regions;
    }

    static FirstRankShares exact(WeightSpace space, Iterable<FirstRankRegions.Region> regions) {
        ImmutableList<FirstRankRegions.Region> found = ImmutableList.copyOf(regions);
        return new FirstRankShares(
                space.criteria(),
                space.weights(),
                "Exact: volumes of polytopes.",
                true,
                ImmutableDoubleArray.copyOf(found.stream().mapToDouble(FirstRankRegions.Region::share)),
                ImmutableDoubleArray.copyOf(new double[found.size()]),
                found.stream().map(FirstRankRegions.Region::centre).collect(toImmutableList()),
                found.stream().map(FirstRankRegions.Region::vertices).collect(toImmutableList()));
    }

    /**
     * Shares that were estimated from drawn data; they have no regions.
     *
     * @param criteria the criteria
     * @param weightSet the weights
     * @param method what was drawn, how often and from which seed, as a sentence
     * @param shares by number of the unit, from 0 to 1
     * @param standardErrors by number of the unit
     * @param centralWeights units x criteria; an empty row for a unit that is never first
     */
    static FirstRankShares estimated(
            Criteria criteria,
            WeightSet weightSet,
            String method,
            double[] shares,
            double[] standardErrors,
            double[][] centralWeights) {
        int units = criteria.units().size();
        if (shares.length != units || standardErrors.length != units || centralWeights.length != units) {
            throw new IllegalArgumentException(
                    "FirstRankShares needs one share, standard error and row of central weights"
                            + " for each of " + units + " units but got " + shares.length + ", " + standardErrors.length
                            + " and "
                            + centralWeights.length);
        }
        return new FirstRankShares(
                criteria,
                weightSet,
                method,
                false,
                ImmutableDoubleArray.copyOf(shares),
                ImmutableDoubleArray.copyOf(standardErrors),
                Arrays.stream(centralWeights).map(ImmutableDoubleArray::copyOf).collect(toImmutableList()),
                criteria.units().stream()
                        .map(unit -> ImmutableList.<ImmutableDoubleArray>of())
                        .collect(toImmutableList()));
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
     * How the shares were found.
     *
     * @return a sentence
     */
    public String method() {
        return method;
    }

    /**
     * Whether the shares are exact, up to rounding (about 1e-15), rather than estimated from draws.
     *
     * @return false if they have standard errors
     */
    public boolean isExact() {
        return isExact;
    }

    /**
     * The share of weightings under which a unit is first.
     *
     * @param unit its id
     * @return from 0 to 1; units that tie under all weights have the same share each
     * @throws IllegalArgumentException if there is no such unit
     */
    public double share(String unit) {
        return shares.get(criteria.row(unit));
    }

    /**
     * All shares.
     *
     * @return shares by unit, in the order of the criteria
     */
    public ImmutableMap<String, Double> shares() {
        ImmutableMap.Builder<String, Double> all = ImmutableMap.builder();
        criteria.units().forEach(unit -> all.put(unit, share(unit)));
        return all.buildOrThrow();
    }

    /**
     * How far off a share may be.
     *
     * @param unit its id
     * @return the standard error of the share; 0 if it is exact
     * @throws IllegalArgumentException if there is no such unit
     */
    public double standardError(String unit) {
        return standardErrors.get(criteria.row(unit));
    }

    /**
     * The mean of the weights under which a unit is first: what somebody weighs, typically, to whom it is the best.
     *
     * @param unit its id
     * @return weights by criterion, which sum to 1 up to rounding; empty if the share is 0
     * @throws IllegalArgumentException if there is no such unit
     */
    public Optional<ImmutableMap<String, Double>> centralWeights(String unit) {
        ImmutableDoubleArray centre = centres.get(criteria.row(unit));
        return centre.isEmpty() ? Optional.empty() : Optional.of(named(centre));
    }

    /**
     * The weights of the set under which nobody is strictly ahead of a unit: a polytope. It does not depend on the measure. Where
     * the share is 0 it has no volume: the unit is first only together with others, or never.
     *
     * @param unit its id
     * @return the vertices of the polytope, each with weights by criterion; empty if somebody is always ahead, or if shares are
     *     not exact
     * @throws IllegalArgumentException if there is no such unit
     */
    public ImmutableList<ImmutableMap<String, Double>> region(String unit) {
        return regions.get(criteria.row(unit)).stream().map(this::named).collect(toImmutableList());
    }

    private ImmutableMap<String, Double> named(ImmutableDoubleArray weights) {
        ImmutableMap.Builder<String, Double> named = ImmutableMap.builder();
        for (int i = 0; i < weights.length(); i++) {
            named.put(criteria.criteria().get(i), weights.get(i));
        }
        return named.buildOrThrow();
    }

    /**
     * Who ties with a unit whatever the weights.
     *
     * @param unit its id
     * @return other units with the same scores on every criterion
     * @throws IllegalArgumentException if there is no such unit
     */
    public ImmutableList<String> tiedWith(String unit) {
        double[][] rows = FirstRankRegions.rows(criteria);
        int own = criteria.row(unit);
        ImmutableList.Builder<String> tied = ImmutableList.builder();
        for (int other = 0; other < rows.length; other++) {
            if (other != own && Arrays.equals(rows[other], rows[own])) {
                tied.add(criteria.units().get(other));
            }
        }
        return tied.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FirstRankShares that
                && criteria.equals(that.criteria)
                && weightSet.equals(that.weightSet)
                && method.equals(that.method)
                && isExact == that.isExact
                && shares.equals(that.shares)
                && standardErrors.equals(that.standardErrors)
                && centres.equals(that.centres)
                && regions.equals(that.regions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(criteria, weightSet, method, isExact, shares, standardErrors, centres, regions);
    }

    /** A table of the units that are first somewhere, the largest share first, with central weights. */
    @Override
    public String toString() {
        return FirstRankText.of(this);
    }
}
