package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import io.github.statecraft.internal.numerics.HalfSpace;
import io.github.statecraft.internal.text.TextTable;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The best and the worst rank that every unit holds over a whole set of weights, however small the part of the set where it does.
 * A rank is 1 plus the number of units strictly ahead, as {@link io.github.statecraft.score.Ranking.Ties#STANDARD} has it. Both are
 * exact, and do not depend on the measure of the set.
 *
 * <p>The set includes its boundary. A best rank may be reached only where units tie: at a single vector of weights, say. A worst
 * rank is reached on a part with a volume: who is strictly ahead under some weights still is under weights close to them.
 *
 * <p>These bounds are wide where a few weightings differ much from the rest. Immutable, thread-safe, serialisable; equal if
 * criteria, weights and all numbers are equal.
 */
public final class PossibleRanks implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Criteria criteria;
    private final WeightSet weightSet;
    private final ImmutableIntArray best;
    private final ImmutableIntArray worst;
    private final ImmutableList<ImmutableDoubleArray> weightsOfBest;
    private final ImmutableList<ImmutableDoubleArray> weightsOfWorst;

    private PossibleRanks(
            Criteria criteria,
            WeightSet weightSet,
            ImmutableIntArray best,
            ImmutableIntArray worst,
            ImmutableList<ImmutableDoubleArray> weightsOfBest,
            ImmutableList<ImmutableDoubleArray> weightsOfWorst) {
        this.criteria = criteria;
        this.weightSet = weightSet;
        this.best = best;
        this.worst = worst;
        this.weightsOfBest = weightsOfBest;
        this.weightsOfWorst = weightsOfWorst;
    }

    static PossibleRanks of(WeightSpace space) {
        RegionGeometry set = RegionGeometry.ofSet(space.region(), "possible ranks");
        double[][] rows = FirstRankRegions.rows(space.criteria());
        ImmutableIntArray.Builder best = ImmutableIntArray.builder(rows.length);
        ImmutableIntArray.Builder worst = ImmutableIntArray.builder(rows.length);
        ImmutableList.Builder<ImmutableDoubleArray> weightsOfBest = ImmutableList.builder();
        ImmutableList.Builder<ImmutableDoubleArray> weightsOfWorst = ImmutableList.builder();
        for (double[] own : rows) {
            List<HalfSpace> ahead = new ArrayList<>();
            List<HalfSpace> notAhead = new ArrayList<>();
            for (double[] rival : rows) {
                if (!Arrays.equals(own, rival)) {
                    ahead.add(HalfSpace.ofDifference(rival, own));
                    notAhead.add(HalfSpace.ofDifference(own, rival));
                }
            }
            RankSearch.Found fewestAhead = RankSearch.fewest(set, ahead, true);
            RankSearch.Found fewestNotAhead = RankSearch.fewest(set, notAhead, false);
            best.add(1 + fewestAhead.count());
            worst.add(1 + notAhead.size() - fewestNotAhead.count());
            weightsOfBest.add(fewestAhead.weights());
            weightsOfWorst.add(fewestNotAhead.weights());
        }
        return new PossibleRanks(
                space.criteria(),
                space.weights(),
                best.build(),
                worst.build(),
                weightsOfBest.build(),
                weightsOfWorst.build());
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
     * Over which weights; their measure plays no part.
     *
     * @return the set
     */
    public WeightSet weights() {
        return weightSet;
    }

    /**
     * The best rank of a unit.
     *
     * @param unit its id
     * @return from 1
     * @throws IllegalArgumentException if there is no such unit
     */
    public int best(String unit) {
        return best.get(criteria.row(unit));
    }

    /**
     * The worst rank of a unit.
     *
     * @param unit its id
     * @return at least its best rank, at most the number of units
     * @throws IllegalArgumentException if there is no such unit
     */
    public int worst(String unit) {
        return worst.get(criteria.row(unit));
    }

    /**
     * Weights under which a unit holds its best rank; of many such, some in the middle of a part.
     *
     * @param unit its id
     * @return weights by criterion; where the rank is reached only with ties, rounding may break these
     * @throws IllegalArgumentException if there is no such unit
     */
    public ImmutableMap<String, Double> weightsOfBest(String unit) {
        return named(weightsOfBest.get(criteria.row(unit)));
    }

    /**
     * Weights under which a unit holds its worst rank; of many such, some in the middle of a part.
     *
     * @param unit its id
     * @return weights by criterion, up to rounding
     * @throws IllegalArgumentException if there is no such unit
     */
    public ImmutableMap<String, Double> weightsOfWorst(String unit) {
        return named(weightsOfWorst.get(criteria.row(unit)));
    }

    private ImmutableMap<String, Double> named(ImmutableDoubleArray weights) {
        ImmutableMap.Builder<String, Double> named = ImmutableMap.builder();
        for (int i = 0; i < weights.length(); i++) {
            named.put(criteria.criteria().get(i), weights.get(i));
        }
        return named.buildOrThrow();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PossibleRanks that
                && criteria.equals(that.criteria)
                && weightSet.equals(that.weightSet)
                && best.equals(that.best)
                && worst.equals(that.worst)
                && weightsOfBest.equals(that.weightsOfBest)
                && weightsOfWorst.equals(that.weightsOfWorst);
    }

    @Override
    public int hashCode() {
        return Objects.hash(criteria, weightSet, best, worst, weightsOfBest, weightsOfWorst);
    }

    /** A table of best and worst ranks, the best first. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder()
                .title("Possible ranks: best and worst over the whole weight set, " + criteria.title())
                .left("unit")
                .left("")
                .right("best")
                .right("worst");
        List<String> units = criteria.units().stream()
                .sorted(Comparator.comparingInt(this::best).thenComparingInt(this::worst))
                .limit(CriteriaText.ROWS_SHOWN)
                .toList();
        for (String unit : units) {
            text.row(unit, CriteriaText.label(criteria, unit), String.valueOf(best(unit)), String.valueOf(worst(unit)));
        }
        text.note("Weights: " + weightSet
                + "; the measure plays no part. Exact: branch and bound over polytopes. Rank: 1 + the"
                + " number of units strictly ahead of " + criteria.units().size() + ".");
        if (criteria.units().size() > CriteriaText.ROWS_SHOWN) {
            text.note("and " + (criteria.units().size() - CriteriaText.ROWS_SHOWN) + " more units");
        }
        text.note(CriteriaText.heldFixed(criteria));
        CriteriaText.leftOut(criteria).ifPresent(text::note);
        return text.build().toString();
    }
}
