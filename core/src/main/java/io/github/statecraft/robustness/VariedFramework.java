package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScoringFramework;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Carries out variants of the method on a framework. */
final class VariedFramework {
    private VariedFramework() {}

    /**
     * The framework with a variant.
     *
     * @throws IllegalArgumentException if it names a node that there is not, or the framework would lose an invariant
     */
    static ScoringFramework of(ScoringFramework framework, MethodVariant variant) {
        if (variant instanceof MethodVariant.Labelled labelled) {
            return of(framework, labelled.variant());
        }
        if (variant instanceof MethodVariant.Together together) {
            ScoringFramework varied = framework;
            for (MethodVariant part : together.parts()) {
                varied = of(varied, part);
            }
            return varied;
        }
        if (variant instanceof MethodVariant.Normalised normalised) {
            return indicators(framework, normalised.indicators(), leaf -> leaf.withNormalisation(normalised.method()));
        }
        if (variant instanceof MethodVariant.Ranged ranged) {
            return indicators(framework, ranged.indicators(), leaf -> leaf.withRange(ranged.range()));
        }
        if (variant instanceof MethodVariant.Imputed imputed) {
            return indicators(
                    framework, imputed.indicators(), leaf -> leaf.withImputation(Optional.of(imputed.method())));
        }
        if (variant instanceof MethodVariant.NotImputed none) {
            return indicators(framework, none.indicators(), leaf -> leaf.withImputation(Optional.empty()));
        }
        if (variant instanceof MethodVariant.Treated treated) {
            return indicators(framework, treated.indicators(), leaf -> leaf.withTreatments(treated.treatments()));
        }
        if (variant instanceof MethodVariant.Aggregated aggregated) {
            return pillars(framework, aggregated.pillars(), pillar -> pillar.withAggregation(aggregated.method()));
        }
        if (variant instanceof MethodVariant.Weighted weighted) {
            return pillars(framework, weighted.pillars(), pillar -> pillar.withWeighting(weighted.method()));
        }
        if (variant instanceof MethodVariant.MissingData missing) {
            return pillars(
                            framework.withMissing(missing.policy()),
                            ImmutableList.of(),
                            pillar -> pillar.withMissing(Optional.empty()))
                    .withMissing(missing.policy());
        }
        if (variant instanceof MethodVariant.Reweighted reweighted) {
            String root = framework.index().id();
            if (reweighted.weights().containsKey(root)) {
                throw new IllegalArgumentException("MethodVariant: " + root
                        + " is the index, whose own weight counts for nothing; name nodes below it");
            }
            return withWeights(framework, reweighted.weights());
        }
        return framework;
    }

    /** The framework with other stated weights of some nodes. What a pillar states of their sum is left out. */
    static ScoringFramework withWeights(ScoringFramework framework, Map<String, Double> weights) {
        weights.keySet().forEach(framework::node);
        return framework.withIndex(reweighted(framework.index(), weights));
    }

    private static Pillar reweighted(Pillar pillar, Map<String, Double> weights) {
        ImmutableList.Builder<IndexNode> children = ImmutableList.builder();
        boolean isChanged = false;
        for (IndexNode child : pillar.children()) {
            IndexNode below = child instanceof Pillar inner ? reweighted(inner, weights) : child;
            Double weight = weights.get(child.id());
            isChanged |= weight != null;
            children.add(weight == null ? below : withWeight(below, weight));
        }
        return (isChanged ? pillar.withWeightsSumTo(Optional.empty()) : pillar).withChildren(children.build());
    }

    private static IndexNode withWeight(IndexNode node, double weight) {
        return node instanceof Pillar pillar ? pillar.withWeight(weight) : ((Indicator) node).withWeight(weight);
    }

    private static ScoringFramework indicators(
            ScoringFramework framework, ImmutableList<String> ids, UnaryOperator<Indicator> change) {
        for (String id : ids) {
            if (!(framework.node(id) instanceof Indicator)) {
                throw new IllegalArgumentException("MethodVariant: " + id + " is a pillar, not an indicator");
            }
        }
        return framework.withIndex(changed(
                framework.index(),
                leaf -> ids.isEmpty() || ids.contains(leaf.id()) ? change.apply(leaf) : leaf,
                UnaryOperator.identity()));
    }

    private static ScoringFramework pillars(
            ScoringFramework framework, ImmutableList<String> ids, UnaryOperator<Pillar> change) {
        for (String id : ids) {
            if (!(framework.node(id) instanceof Pillar)) {
                throw new IllegalArgumentException("MethodVariant: " + id + " is an indicator, not a pillar");
            }
        }
        return framework.withIndex(changed(
                framework.index(),
                UnaryOperator.identity(),
                pillar -> ids.isEmpty() || ids.contains(pillar.id()) ? change.apply(pillar) : pillar));
    }

    private static Pillar changed(Pillar pillar, UnaryOperator<Indicator> leaves, UnaryOperator<Pillar> pillars) {
        ImmutableList.Builder<IndexNode> children = ImmutableList.builder();
        for (IndexNode child : pillar.children()) {
            children.add(
                    child instanceof Pillar inner ? changed(inner, leaves, pillars) : leaves.apply((Indicator) child));
        }
        return pillars.apply(pillar.withChildren(children.build()));
    }
}
