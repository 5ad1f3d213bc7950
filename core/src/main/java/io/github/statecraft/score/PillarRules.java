package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Ordering;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutputRange;
import io.github.statecraft.score.method.Weighting;
import java.util.Map;
import java.util.TreeMap;

/** What must hold between a pillar's children, weighting, aggregation and rescaling, so that every step can be run. */
final class PillarRules {
    /** Interactions may exceed weights by so much: the rounding of decimals. */
    private static final double TOLERANCE = 1e-9;

    private final Pillar pillar;
    private final ImmutableList<String> children;
    private final ImmutableSet<String> ids;

    private PillarRules(Pillar pillar) {
        this.pillar = pillar;
        children = pillar.children().stream().map(IndexNode::id).collect(ImmutableList.toImmutableList());
        ids = ImmutableSet.copyOf(children);
    }

    /**
     * Checks a pillar.
     *
     * @param pillar with at least one child
     * @param sum of the weights of its children
     */
    static void check(Pillar pillar, double sum) {
        PillarRules rules = new PillarRules(pillar);
        rules.checkSigns(sum);
        rules.checkAggregation(sum);
        rules.checkWeighting();
        if (pillar.normalisation().isPresent()) {
            Nodes.check("Pillar " + pillar.id(), pillar.normalisation().get(), pillar.direction(), pillar.range());
            rules.checkRescaling(pillar.normalisation().get());
        } else if (pillar.direction() != Direction.HIGHER_IS_BETTER
                || !pillar.range().equals(OutputRange.HUNDRED)) {
            throw rules.broken("direction and range belong to a normalisation; state one, or leave them out");
        }
    }

    /** Whether weights are taken as stated, not over their sum. */
    static boolean takesWeightsAsStated(Aggregation aggregation) {
        return aggregation instanceof Aggregation.WeightedSum || aggregation instanceof Aggregation.WeightedProduct;
    }

    private void checkSigns(double sum) {
        if (takesWeightsAsStated(pillar.aggregation())) {
            if (pillar.children().stream().allMatch(child -> child.weight() == 0)) {
                throw broken("the weights of its children must not all be zero");
            }
            return;
        }
        for (IndexNode child : pillar.children()) {
            if (!(child.weight() >= 0)) {
                throw broken("the weight of " + child.id() + " must not be negative below " + pillar.aggregation()
                        + " but was " + Numbers.shortest(child.weight())
                        + "; a weighted sum or product takes signs");
            }
        }
        if (!(sum > 0)) {
            throw broken("the weights of its children must not all be zero");
        }
    }

    private void checkAggregation(double sum) {
        if (pillar.aggregation() instanceof Aggregation.OrderedWeighted owa
                && owa.placeWeights().size() != children.size()) {
            throw broken("an ordered weighted average must have a weight for each of the " + children.size()
                    + " places but had " + owa.placeWeights().size());
        }
        if (pillar.aggregation() instanceof Aggregation.Choquet choquet) {
            for (Aggregation.Interaction pair : choquet.interactions()) {
                checkChild(pair.first(), "interactions");
                checkChild(pair.second(), "interactions");
            }
            if (pillar.weighting() instanceof Weighting.Stated) {
                double[] shares = pillar.children().stream()
                        .mapToDouble(child -> child.weight() / sum)
                        .toArray();
                checkMonotone(pillar, choquet, shares);
            }
        }
    }

    /**
     * Checks that no score does harm.
     *
     * @param shares weights of the children over their sum
     */
    static void checkMonotone(Pillar pillar, Aggregation.Choquet choquet, double[] shares) {
        Map<String, Double> interacting = new TreeMap<>();
        for (Aggregation.Interaction pair : choquet.interactions()) {
            interacting.merge(pair.first(), Math.abs(pair.index()), Double::sum);
            interacting.merge(pair.second(), Math.abs(pair.index()), Double::sum);
        }
        for (int i = 0; i < shares.length; i++) {
            IndexNode child = pillar.children().get(i);
            double half = interacting.getOrDefault(child.id(), 0.0) / 2;
            if (!(half <= shares[i] + TOLERANCE)) {
                throw new IllegalArgumentException("Pillar " + pillar.id()
                        + ": half the sum of the interactions of " + child.id()
                        + " must not exceed its share of the weight, " + Numbers.significant(shares[i], 6)
                        + ", but was " + Numbers.significant(half, 6)
                        + "; else a better score would make the pillar worse");
            }
        }
    }

    /** A sub-index may be turned round as a whole, but not bent back. */
    private void checkRescaling(Normalisation normalisation) {
        if (normalisation instanceof Normalisation.OrdinalMap) {
            throw broken("an ordinal map is for codes; an aggregated score has none");
        }
        ImmutableList<Double> scores = normalisation instanceof Normalisation.PiecewiseLinear line
                ? line.points().values().asList()
                : normalisation instanceof Normalisation.Categorical categories
                        ? ImmutableList.<Double>builder()
                                .add(categories.lowest())
                                .addAll(categories.scoreFrom().values())
                                .build()
                        : ImmutableList.of();
        if (!Ordering.natural().isOrdered(scores)) {
            throw broken("the scores of a rescaling must not fall where the aggregated score rises");
        }
    }

    private void checkWeighting() {
        Weighting weighting = pillar.weighting();
        if (!(weighting instanceof Weighting.Stated) && takesWeightsAsStated(pillar.aggregation())) {
            throw broken(
                    pillar.aggregation() + " takes the weights as stated, so they must not come from " + weighting);
        }
        if (weighting instanceof Weighting.BenefitOfTheDoubt
                && !(pillar.aggregation() instanceof Aggregation.Arithmetic)) {
            throw broken("benefit of the doubt needs an arithmetic mean but had " + pillar.aggregation());
        }
        if (weighting instanceof Weighting.AnalyticHierarchy hierarchy) {
            hierarchy.children().forEach(child -> checkChild(child, "comparisons in pairs"));
            if (hierarchy.children().size() != children.size()
                    || ImmutableSet.copyOf(hierarchy.children()).size() != children.size()) {
                throw broken("comparisons in pairs must have each of its " + children.size() + " children once but had "
                        + String.join(", ", hierarchy.children()));
            }
        }
    }

    private void checkChild(String id, String where) {
        if (!ids.contains(id)) {
            throw broken(where + " must be of its children, " + String.join(", ", children) + ", but named " + id);
        }
    }

    private IllegalArgumentException broken(String rule) {
        return new IllegalArgumentException("Pillar " + pillar.id() + ": " + rule);
    }
}
