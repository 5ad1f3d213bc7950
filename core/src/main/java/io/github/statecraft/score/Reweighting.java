package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Weighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Other stated weights for some nodes of a fitted tree, where nothing that was fitted depends on them: no pillar above takes
 * weights or a scale from scores below it.
 */
final class Reweighting {
    private final IndexTree tree;
    private final Map<String, Double> stated;
    /** By number of the node. */
    private final double[] weights;

    private Reweighting(IndexTree tree, Map<String, Double> stated, double[] weights) {
        this.tree = tree;
        this.stated = stated;
        this.weights = weights;
    }

    /**
     * Takes other weights.
     *
     * @param tree fitted
     * @param stated weights by id of a node
     * @throws IllegalArgumentException if there is no such node, its weight is computed, a fit depends on it, or its pillar may
     *     not have such a weight
     */
    static Reweighting of(IndexTree tree, Map<String, Double> stated) {
        double[] weights = new double[tree.size()];
        for (int node = 0; node < weights.length; node++) {
            weights[node] = tree.weight(node);
        }
        boolean[] isChanged = new boolean[tree.size()];
        stated.forEach((id, weight) -> {
            if (!tree.has(id)) {
                throw unknown(tree, id);
            }
            int node = tree.number(id);
            checkVaries(tree, node);
            weights[node] = weight + 0.0;
            isChanged[tree.parent(node)] = true;
        });
        Reweighting reweighting = new Reweighting(tree, stated, weights);
        for (int node = 0; node < isChanged.length; node++) {
            if (isChanged[node] && !reweighting.isPlainlyAllowed(node)) {
                reweighting.withOwnChildren(tree.pillar(node), tree.pillar(node).children());
            }
        }
        return reweighting;
    }

    /** The tree with these weights. */
    IndexTree tree() {
        return tree.withWeights(weights);
    }

    /** The same pillar with these weights everywhere below it. What a pillar states of their sum is left out. */
    Pillar of(Pillar pillar) {
        List<IndexNode> children = new ArrayList<>();
        for (IndexNode child : pillar.children()) {
            children.add(child instanceof Pillar inner ? of(inner) : child);
        }
        return withOwnChildren(pillar, children);
    }

    private Pillar withOwnChildren(Pillar pillar, List<IndexNode> children) {
        ImmutableList.Builder<IndexNode> reweighted = ImmutableList.builder();
        boolean isChanged = false;
        for (IndexNode child : children) {
            Double weight = stated.get(child.id());
            isChanged |= weight != null;
            reweighted.add(weight == null ? child : withWeight(child, weight));
        }
        return (isChanged ? pillar.withWeightsSumTo(Optional.empty()) : pillar).withChildren(reweighted.build());
    }

    private static IndexNode withWeight(IndexNode node, double weight) {
        return node instanceof Pillar pillar ? pillar.withWeight(weight) : ((Indicator) node).withWeight(weight);
    }

    /** Whether the weights below a pillar are allowed for certain; if not, the pillar itself says what is wrong. */
    private boolean isPlainlyAllowed(int node) {
        Aggregation aggregation = tree.pillar(node).aggregation();
        if (aggregation instanceof Aggregation.Choquet || PillarRules.takesWeightsAsStated(aggregation)) {
            return false;
        }
        double sum = 0;
        for (int child : tree.children(node)) {
            if (!(weights[child] >= 0)) {
                return false;
            }
            sum += weights[child];
        }
        return sum > 0 && sum < Double.MAX_VALUE / 2;
    }

    private static void checkVaries(IndexTree tree, int node) {
        if (node == 0) {
            throw refused(tree, node, "it is the index, whose own weight counts for nothing");
        }
        Pillar parent = tree.pillar(tree.parent(node));
        if (!(parent.weighting() instanceof Weighting.Stated)) {
            throw refused(tree, node, "the weights below " + parent.id() + " are not stated but " + parent.weighting());
        }
        for (int above = tree.parent(node); above >= 0; above = tree.parent(above)) {
            if (FittedPillars.looksAtReference(tree.pillar(above))) {
                throw refused(
                        tree,
                        node,
                        "pillar " + tree.node(above).id() + " above it is fitted to scores that would change ("
                                + tree.pillar(above).steps() + "); change the framework and score the table again");
            }
        }
    }

    private static IllegalArgumentException refused(IndexTree tree, int node, String why) {
        return new IllegalArgumentException(
                "ScoreTable: the weight of " + tree.node(node).id() + " cannot be another: " + why);
    }

    private static IllegalArgumentException unknown(IndexTree tree, String id) {
        List<String> known = new ArrayList<>();
        for (int node = 1; node < tree.size(); node++) {
            known.add(tree.node(node).id());
        }
        String nearest = Problems.nearest(id, known);
        return new IllegalArgumentException(
                "ScoreTable: no node " + Problems.quote(id) + (nearest.isEmpty() ? "" : "; " + nearest));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("weights");
        stated.forEach((id, weight) -> text.append(' ').append(id).append(' ').append(Numbers.shortest(weight)));
        return text.toString();
    }
}
