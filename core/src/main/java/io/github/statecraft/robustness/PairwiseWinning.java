package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.score.Ranking;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * For every two units, the share of weightings under which one is strictly ahead of the other; and what follows from
 * these shares alone, the expected ranks. The other share and that of ties make up the rest: {@code share(a, b) +
 * share(b, a) + tied(a, b)} is 1 up to rounding. Also called pairwise winning indices (P. Leskinen, J. Viitanen, A.
 * Kangas, J. Kangas, "Alternatives to incorporate uncertainty and risk attitude in multicriteria evaluation of forest
 * plans", Forest Science 52 (2006) 304-312).
 *
 * <p>A share of weightings is no probability that a unit is better. To be ahead of another is no statement on third
 * units: the share under which a unit is first among all is never larger, and mostly much smaller.
 *
 * <p>Immutable, thread-safe, serialisable; equal if criteria, weights, method and all shares are equal.
 */
public final class PairwiseWinning implements Serializable {
    /** The largest number of units: a table of so many has 16 million shares. */
    public static final int MOST_UNITS = 4_000;

    @Serial
    private static final long serialVersionUID = 1L;

    private static final double HALF = 0.5;

    private final Criteria criteria;
    private final WeightSet weights;
    private final String method;
    /** Units x units, row by row, as the other tables. */
    private final ImmutableDoubleArray shares;

    private final ImmutableDoubleArray ties;
    /** Empty if all shares are exact. */
    private final ImmutableDoubleArray standardErrors;

    private PairwiseWinning(
            Criteria criteria,
            WeightSet weights,
            String method,
            ImmutableDoubleArray shares,
            ImmutableDoubleArray ties,
            ImmutableDoubleArray standardErrors) {
        this.criteria = criteria;
        this.weights = weights;
        this.method = method;
        this.shares = shares;
        this.ties = ties;
        this.standardErrors = standardErrors;
    }

    /**
     * A table of shares.
     *
     * @param criteria what is compared
     * @param weights over which weights
     * @param method how, in a sentence for print: "exact", or draws and seed
     * @param shares units x units, row by row: on which share the unit of the row is strictly ahead; 0 for itself
     * @param ties units x units, row by row: on which share the two score alike; 1 for itself
     * @param standardErrors units x units, row by row, of the shares; empty if they are exact
     */
    static PairwiseWinning of(
            Criteria criteria,
            WeightSet weights,
            String method,
            double[] shares,
            double[] ties,
            double[] standardErrors) {
        int size = criteria.units().size() * criteria.units().size();
        if (shares.length != size
                || ties.length != size
                || (standardErrors.length != size && standardErrors.length != 0)) {
            throw new IllegalArgumentException("PairwiseWinning needs " + size
                    + " shares and ties, and as many standard" + " errors or none, but got " + shares.length + ", "
                    + ties.length + " and " + standardErrors.length);
        }
        return new PairwiseWinning(
                criteria,
                weights,
                method,
                ImmutableDoubleArray.copyOf(shares),
                ImmutableDoubleArray.copyOf(ties),
                ImmutableDoubleArray.copyOf(standardErrors));
    }

    /** All pairs over a weight space. */
    static PairwiseWinning of(WeightSpace space) {
        int count = space.criteria().units().size();
        if (count > MOST_UNITS) {
            throw new IllegalArgumentException("WeightSpace.pairwiseWinning takes at most " + MOST_UNITS
                    + " units but there are " + count + "; ask for single pairs, or leave units out");
        }
        double[][] rows = space.criteria().linear();
        double[] shares = new ExactShares(space.region()).pairs(rows);
        double[] ties = new double[shares.length];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                // a share of 0 in both directions is one of units that are alike on every criterion
                ties[i * count + j] = shares[i * count + j] == 0 && shares[j * count + i] == 0 ? 1 : 0;
            }
        }
        return of(space.criteria(), space.weights(), "exact", shares, ties, new double[0]);
    }

    /**
     * What is compared.
     *
     * @return the criteria and units
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
        return weights;
    }

    /**
     * How the shares were found.
     *
     * @return "exact", or how many draws of what, with the seed
     */
    public String method() {
        return method;
    }

    /**
     * Whether the shares are exact: correct but for rounding.
     *
     * @return false if they were sampled
     */
    public boolean isExact() {
        return standardErrors.isEmpty();
    }

    /**
     * The share of weightings under which a unit is strictly ahead of another.
     *
     * @param unit id of a unit
     * @param other id of another
     * @return from 0 to 1; 0 for a unit and itself. If exact, it is 0 only where the unit is nowhere better, and 1 only
     *     where it is nowhere worse
     * @throws IllegalArgumentException if there is no such unit
     */
    public double share(String unit, String other) {
        return shares.get(cell(unit, other));
    }

    /**
     * The share of weightings under which two units score alike. If exact, it is 1 for units that are alike on every
     * criterion and 0 for all others: a tie of these under some weights has no volume.
     *
     * @param unit id of a unit
     * @param other id of another
     * @return from 0 to 1; 1 for a unit and itself
     * @throws IllegalArgumentException if there is no such unit
     */
    public double tied(String unit, String other) {
        return ties.get(cell(unit, other));
    }

    /**
     * The standard error of a share that was sampled.
     *
     * @param unit id of a unit
     * @param other id of another
     * @return 0 if it is exact
     * @throws IllegalArgumentException if there is no such unit
     */
    public double standardError(String unit, String other) {
        int cell = cell(unit, other);
        return isExact() ? 0 : standardErrors.get(cell);
    }

    /**
     * The mean over all weightings of the rank of a unit, ties given the best of the ranks they take up.
     *
     * @param unit id of a unit
     * @return 1 + the sum of the shares under which each other unit is ahead of it; from 1 to the number of units
     * @throws IllegalArgumentException if there is no such unit
     */
    public double expectedRank(String unit) {
        return expectedRank(criteria.row(unit), Ranking.Ties.STANDARD, new boolean[0]);
    }

    /**
     * The mean over all weightings of each unit's rank, ties given the best of the ranks they take up.
     *
     * @return ranks by unit, in the order of the criteria
     */
    public ImmutableMap<String, Double> expectedRanks() {
        return expectedRanks(Ranking.Ties.STANDARD);
    }

    /**
     * The mean over all weightings of each unit's rank. An expected rank of 1 means: ahead of everybody, or tied,
     * whatever the weights. It hides how far ranks spread; see the first-rank share and the possible ranks.
     *
     * @param convention which rank units of one score hold: under STANDARD 1 + the sum of the shares under which each
     *     other unit is ahead, under AVERAGE half of those of ties more, under DENSE units that are alike count as one
     * @return ranks by unit, in the order of the criteria; from 1 to the number of units
     * @throws IllegalArgumentException under DENSE if some units tie under some weightings or draws only, since shares
     *     of pairs do not say who else does then
     */
    public ImmutableMap<String, Double> expectedRanks(Ranking.Ties convention) {
        ImmutableMap.Builder<String, Double> ranks = ImmutableMap.builder();
        boolean[] isFirstOfItsKind = convention == Ranking.Ties.DENSE ? firstOfItsKind() : new boolean[0];
        ImmutableList<String> units = criteria.units();
        for (int unit = 0; unit < units.size(); unit++) {
            ranks.put(units.get(unit), expectedRank(unit, convention, isFirstOfItsKind));
        }
        return ranks.buildOrThrow();
    }

    private double expectedRank(int unit, Ranking.Ties convention, boolean[] isFirstOfItsKind) {
        int count = criteria.units().size();
        double[] terms = new double[count];
        for (int other = 0; other < count; other++) {
            double share = shares.get(other * count + unit);
            terms[other] = switch (convention) {
                case STANDARD -> share;
                case AVERAGE -> other == unit ? 0 : share + HALF * ties.get(other * count + unit);
                case DENSE -> isFirstOfItsKind[other] ? share : 0;
            };
        }
        return 1 + ExactSum.of(terms);
    }

    /** For each unit, whether none before it is always tied with it. */
    private boolean[] firstOfItsKind() {
        ImmutableList<String> units = criteria.units();
        int count = units.size();
        boolean[] isFirst = new boolean[count];
        Arrays.fill(isFirst, true);
        for (int unit = 0; unit < count; unit++) {
            for (int other = 0; other < unit; other++) {
                double tie = ties.get(unit * count + other);
                if (tie > 0 && tie < 1) {
                    throw new IllegalArgumentException(
                            "PairwiseWinning.expectedRanks: shares of pairs do not tell dense"
                                    + " ranks where units tie at times only, as " + units.get(unit) + " and "
                                    + units.get(other)
                                    + " do; ask Smaa, which counts ranks");
                }
                isFirst[unit] &= tie == 0;
            }
        }
        return isFirst;
    }

    /** By the numbers of units. */
    double share(int ahead, int behind) {
        return shares.get(ahead * criteria.units().size() + behind);
    }

    /** 0 if all shares are exact. */
    double largestStandardError() {
        return standardErrors.stream().max().orElse(0);
    }

    private int cell(String unit, String other) {
        return criteria.row(unit) * criteria.units().size() + criteria.row(other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PairwiseWinning that
                && criteria.equals(that.criteria)
                && weights.equals(that.weights)
                && method.equals(that.method)
                && shares.equals(that.shares)
                && ties.equals(that.ties)
                && standardErrors.equals(that.standardErrors);
    }

    @Override
    public int hashCode() {
        return Objects.hash(criteria, weights, method, shares, ties, standardErrors);
    }

    /**
     * The expected ranks, the best first, and the shares: all of them for up to 8 units, else by whom each is surpassed most
     * narrowly.
     */
    @Override
    public String toString() {
        return PairwiseText.of(this);
    }
}
