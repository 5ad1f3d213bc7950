package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Weighting;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What one factor of a {@link MethodDesign} varies. */
sealed interface MethodFactor extends Serializable {
    /** How many uniform numbers it takes. */
    int coordinates(ScoringFramework framework);

    /**
     * Some ways of doing a part of the method, each as often as the others.
     *
     * @param variants at least two, of different labels
     */
    record Alternatives(ImmutableList<MethodVariant> variants) implements MethodFactor {
        @Override
        public int coordinates(ScoringFramework framework) {
            return 1;
        }

        /** The number of the alternative that a uniform number stands for. */
        int level(double uniform) {
            return (int) (uniform * variants.size());
        }

        @Override
        public String toString() {
            return String.join(
                    " / ", variants.stream().map(MethodVariant::label).toList());
        }
    }

    /**
     * The weights of the children of a pillar.
     *
     * @param node id of the pillar
     * @param weights from which they are drawn
     */
    record NodeWeights(String node, WeightSet weights) implements MethodFactor {
        @Override
        public int coordinates(ScoringFramework framework) {
            return DrawnWeights.of(children(framework), weights).coordinates();
        }

        ImmutableList<String> children(ScoringFramework framework) {
            if (!(framework.node(node) instanceof Pillar pillar)) {
                throw new IllegalArgumentException(
                        "MethodDesign: " + node + " is an indicator and has no weights below it");
            }
            return pillar.children().stream().map(IndexNode::id).collect(ImmutableList.toImmutableList());
        }

        @Override
        public String toString() {
            return "weights of the children of " + node + ", " + weights;
        }
    }

    /**
     * Every stated weight of a tree for itself, uniform around what is stated.
     *
     * @param relative how far up and down, over the weight; from 0 to 1
     */
    record WeightNoise(double relative) implements MethodFactor {
        @Override
        public int coordinates(ScoringFramework framework) {
            return nodes(framework.index()).size();
        }

        /** All nodes below a pillar, parents before their children. */
        static List<IndexNode> nodes(Pillar pillar) {
            List<IndexNode> nodes = new ArrayList<>();
            for (IndexNode child : pillar.children()) {
                nodes.add(child);
                if (child instanceof Pillar inner) {
                    nodes.addAll(nodes(inner));
                }
            }
            return nodes;
        }

        @Override
        public String toString() {
            return "every stated weight within " + Numbers.shortest(100 * relative) + " % of itself, uniformly";
        }
    }

    /** The values of the table. */
    record Data() implements MethodFactor {
        @Override
        public int coordinates(ScoringFramework framework) {
            return 1;
        }

        @Override
        public String toString() {
            return "data within their spreads";
        }
    }

    /** The weights of a framework that are stated and count, by id of the node. */
    static ImmutableMap<String, Double> statedWeights(Pillar pillar) {
        ImmutableMap.Builder<String, Double> weights = ImmutableMap.builder();
        for (IndexNode child : pillar.children()) {
            if (pillar.weighting() instanceof Weighting.Stated) {
                weights.put(child.id(), child.weight());
            }
            if (child instanceof Pillar inner) {
                weights.putAll(statedWeights(inner));
            }
        }
        return weights.buildOrThrow();
    }
}
