package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Weights at which the order of units turns: the nearest ones, and the best for each unit. */
final class FlipSearch {
    /** Scores tie if they differ by no more, relative to the largest difference that weights could make. */
    static final double TIE = 1e-12;

    private final WeightSpace space;
    private final Criteria criteria;
    private final double[][] linear;
    private final double[] stated;
    private final LeadSearch leads;

    FlipSearch(WeightSpace space) {
        this.space = space;
        criteria = space.criteria();
        linear = criteria.linear();
        stated = criteria.statedWeights();
        leads = new LeadSearch(space);
    }

    Optional<WeightFlip> flip(String ahead, String behind, WeightFlip.Norm norm) {
        int a = criteria.row(ahead);
        int b = criteria.row(behind);
        if (a == b) {
            throw new IllegalArgumentException(
                    "WeightSpace.nearestFlip: ahead and behind must be two units but both were "
                            + Problems.quote(ahead));
        }
        double[] difference = difference(a, b);
        if (!(sign(difference, stated) > 0)) {
            throw new IllegalArgumentException("WeightSpace.nearestFlip: " + ahead + " must be ahead of " + behind
                    + " at the stated weights but " + scores(ahead, behind) + "; "
                    + (sign(difference, stated) < 0 ? "ask for it the other way round" : "they tie there already"));
        }
        WeightProgrammes programmes = new WeightProgrammes(space.region(), List.of(difference));
        return programmes.clearestLead().isStrict()
                ? Optional.of(WeightFlip.ofPair(space, norm, ahead, behind, programmes.nearest(stated, norm)))
                : Optional.empty();
    }

    Optional<WeightFlip> lead(String unit, WeightFlip.Norm norm) {
        int row = criteria.row(unit);
        List<double[]> rivals = rivals(row);
        String leader = strongestRival(criteria, unit, stated);
        if (rivals.stream().allMatch(rival -> sign(rival, stated) <= 0)) {
            throw new IllegalArgumentException("WeightSpace.nearestLead: " + unit
                    + " must be behind somebody at the stated weights but is first already"
                    + (leader.equals(unit) ? "" : ": " + scores(unit, leader)));
        }
        return leads.best(row)
                .filter(LeadSearch.Lead::isStrict)
                .map(lead -> WeightFlip.ofLead(
                        space,
                        norm,
                        leader,
                        unit,
                        new NearestLead(space.region(), rivals, stated, norm)
                                .answer(lead.weights().toArray())));
    }

    Optional<ImmutableMap<String, Double>> best(String unit) {
        return leads.best(criteria.row(unit))
                .map(lead -> byCriterion(lead.weights().toArray()));
    }

    /** Each lead's weights also settle the units that are first there, where rounding may decide. */
    ImmutableList<String> potentiallyOptimal() {
        Set<Integer> found = new LinkedHashSet<>();
        if (!leads.isExact()) {
            addFirst(found, space.region().centre());
            space.region().corners().ifPresent(corners -> {
                for (double[] corner : corners) {
                    addFirst(found, corner);
                }
            });
        }
        for (int unit = 0; unit < linear.length; unit++) {
            if (found.contains(unit)) {
                continue;
            }
            Optional<LeadSearch.Lead> lead = leads.best(unit);
            if (lead.isPresent()) {
                found.add(unit);
                if (!leads.isExact()) {
                    addFirst(found, lead.orElseThrow().weights().toArray());
                }
            }
        }
        return found.stream().sorted().map(criteria.units()::get).collect(ImmutableList.toImmutableList());
    }

    /** The units of which nobody is ahead, up to the rounding of sums. */
    private void addFirst(Set<Integer> found, double[] weights) {
        double best = Double.NEGATIVE_INFINITY;
        double[] sums = new double[linear.length];
        for (int unit = 0; unit < linear.length; unit++) {
            sums[unit] = ExactSum.ofProducts(linear[unit], weights);
            best = Math.max(best, sums[unit]);
        }
        for (int unit = 0; unit < linear.length; unit++) {
            if (sums[unit] == best && !leads.isDominated(unit)) {
                found.add(unit);
            }
        }
    }

    /** The difference of each rival to a unit; not of those with the same scores, which it can neither lead nor follow. */
    private List<double[]> rivals(int unit) {
        List<double[]> rivals = new ArrayList<>();
        for (int rival = 0; rival < linear.length; rival++) {
            double[] difference = difference(rival, unit);
            if (WeightProgrammes.largest(List.of(difference)) > 0) {
                rivals.add(difference);
            }
        }
        return rivals;
    }

    private double[] difference(int unit, int other) {
        return difference(linear[unit], linear[other]);
    }

    static double[] difference(double[] unit, double[] other) {
        double[] difference = unit.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= other[i];
        }
        return difference;
    }

    /** The sign of a difference under weights; 0 for a tie. */
    static int sign(double[] difference, double[] weights) {
        double sum = ExactSum.ofProducts(difference, weights);
        return Math.abs(sum) <= TIE * WeightProgrammes.largest(List.of(difference)) ? 0 : sum > 0 ? 1 : -1;
    }

    private String scores(String unit, String other) {
        return unit + " has " + shortest(unit) + " and " + other + " " + shortest(other);
    }

    private String shortest(String unit) {
        return Numbers.shortest(score(criteria, unit, stated));
    }

    static double score(Criteria criteria, String unit, double[] weights) {
        return PowerMean.score(
                criteria.aggregation(), ExactSum.ofProducts(criteria.linear()[criteria.row(unit)], weights));
    }

    /** The first of the other units at some weights; the unit itself if there is no other. */
    static String strongestRival(Criteria criteria, String unit, double[] weights) {
        double[][] linear = criteria.linear();
        int self = criteria.row(unit);
        int strongest = self;
        double most = Double.NEGATIVE_INFINITY;
        for (int rival = 0; rival < linear.length; rival++) {
            double sum = ExactSum.ofProducts(linear[rival], weights);
            if (rival != self && sum > most) {
                most = sum;
                strongest = rival;
            }
        }
        return criteria.units().get(strongest);
    }

    private ImmutableMap<String, Double> byCriterion(double[] weights) {
        ImmutableMap.Builder<String, Double> map = ImmutableMap.builder();
        for (int i = 0; i < weights.length; i++) {
            map.put(criteria.criteria().get(i), weights[i]);
        }
        return map.buildOrThrow();
    }
}
