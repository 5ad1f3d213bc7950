package io.github.statecraft.score;

import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.numerics.LogarithmicMean;
import java.util.Arrays;

/**
 * The scores of one unit at every node. The score of an arithmetic pillar is the correctly rounded sum of the products of
 * leaf score and path weight below it (a geometric pillar below counts as a leaf), so that contributions sum to it to the
 * last bit and order changes nothing. The score of a geometric pillar is exp of the correctly rounded sum of weighted logs.
 */
final class UnitScore {
    /** A share of weight this little below the minimum still is the minimum: the rounding of its own computation. */
    private static final double SHARE_TOLERANCE = 1e-12;

    /** The largest double below 1. */
    private static final double LARGEST_PART = 1 - Math.ulp(1.0) / 2;

    private final IndexTree tree;
    private final String unit;
    private final double[] leafScores;
    private final boolean zeroCounts;
    private final double[] share;
    private final double[] value;
    private final boolean[] present;
    /** Room for the terms of one sum at a time, in the constructor only. */
    private final double[] terms;

    /**
     * Scores a unit.
     *
     * @param tree the index
     * @param policy what absent data does
     * @param unit its id, for errors
     * @param leafScores scores by leaf, NaN where missing
     */
    UnitScore(IndexTree tree, MissingDataPolicy policy, String unit, double[] leafScores) {
        this(tree, policy, unit, leafScores, false);
    }

    private UnitScore(IndexTree tree, MissingDataPolicy policy, String unit, double[] leafScores, boolean zeroCounts) {
        this.zeroCounts = zeroCounts;
        this.tree = tree;
        this.unit = unit;
        this.leafScores = leafScores;
        share = new double[tree.size()];
        value = new double[tree.size()];
        present = new boolean[tree.size()];
        terms = new double[tree.size()];
        Arrays.fill(value, Double.NaN);
        for (int node = tree.size() - 1; node >= 0; node--) {
            present[node] = isPresent(node, policy);
        }
        if (policy instanceof MissingDataPolicy.Reweight reweight
                && reweight.scope() == MissingDataPolicy.Scope.OVERALL
                && coverage() < reweight.minimumShare() - SHARE_TOLERANCE) {
            present[0] = false;
        }
        share[0] = 1;
        for (int node = tree.size() - 1; node >= 0; node--) {
            if (present[node]) {
                value[node] = tree.isLeaf(node)
                        ? leafScores[tree.leaf(node)]
                        : tree.isGeometric(node) ? geometricMean(node) : arithmeticMean(node);
            }
        }
    }

    private boolean isPresent(int node, MissingDataPolicy policy) {
        if (tree.isLeaf(node)) {
            return !Double.isNaN(leafScores[tree.leaf(node)]);
        }
        int[] children = tree.children(node);
        int there = 0;
        for (int child : children) {
            there += present[child] ? 1 : 0;
        }
        if (there == children.length) {
            for (int child : children) {
                share[child] = tree.statedShare(child);
            }
            return true;
        }
        double sum = weightOf(children);
        for (int child : children) {
            share[child] = present[child] && sum > 0 ? tree.node(child).weight() / sum : Double.NaN;
        }
        return policy instanceof MissingDataPolicy.Reweight reweight
                && sum > 0
                && (reweight.scope() == MissingDataPolicy.Scope.OVERALL
                        || sum / tree.weightBelow(node) >= reweight.minimumShare() - SHARE_TOLERANCE);
    }

    /** The sum of the weights of those that are present. */
    private double weightOf(int[] children) {
        double[] weights = new double[children.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = present[children[i]] ? tree.node(children[i]).weight() : 0;
        }
        return ExactSum.of(weights);
    }

    private double arithmeticMean(int node) {
        int count = addTerms(node, 1, 0);
        return ExactSum.of(terms, 0, count);
    }

    /** Puts the terms below a node behind those that are there and returns how many there are then. */
    private int addTerms(int node, double pathWeight, int before) {
        int count = before;
        for (int child : tree.children(node)) {
            if (present[child]) {
                double weight = pathWeight * share[child];
                if (tree.isLeaf(child) || tree.isGeometric(child)) {
                    terms[count++] = weight * value[child];
                } else {
                    count = addTerms(child, weight, count);
                }
            }
        }
        return count;
    }

    private double geometricMean(int node) {
        int count = 0;
        for (int child : tree.children(node)) {
            if (present[child] && share[child] > 0) {
                if (zeroCounts && value[child] <= 0) {
                    return 0;
                }
                if (!(value[child] > 0)) {
                    throw new IllegalArgumentException(
                            "Pillar " + tree.node(node).id() + ": a geometric mean needs "
                                    + "positive scores, but " + tree.node(child).id() + " of " + unit
                                    + " scores 0 or less; move its goalposts or aggregate arithmetically");
                }
                terms[count++] = share[child] * StrictMath.log(value[child]);
            }
        }
        return StrictMath.exp(ExactSum.of(terms, 0, count));
    }

    /** Whether there is enough data for a score. */
    boolean isScored() {
        return present[0];
    }

    boolean isPresent(int node) {
        return present[node];
    }

    /** The score at a node; NaN if it has none. */
    double value(int node) {
        return value[node];
    }

    /** The part of the stated effective weights of the leaves that counts: exactly 1 where nothing with a weight is missing. */
    double coverage() {
        double[] weights = new double[tree.leaves()];
        boolean complete = true;
        for (int node = 0; node < tree.size(); node++) {
            if (tree.isLeaf(node)) {
                boolean counts = counts(node);
                weights[tree.leaf(node)] = counts ? tree.statedEffectiveWeight(node) : 0;
                complete &= counts || tree.statedEffectiveWeight(node) == 0;
            }
        }
        return complete ? 1 : Math.min(LARGEST_PART, ExactSum.of(weights));
    }

    /** Whether the node and every pillar between it and the root has a score: only then does it count. */
    boolean counts(int node) {
        return present[node] && (tree.parent(node) <= 0 || counts(tree.parent(node)));
    }

    /** Product of the shares from the root down, after re-weighting. */
    double effectiveWeight(int node) {
        return node == 0 ? 1 : effectiveWeight(tree.parent(node)) * share[node];
    }

    /**
     * The points of a leaf: the chain of factors from the root down to it, times the distance from its baseline. An
     * arithmetic pillar passes a difference on by the weight, a geometric one by {@code L(G, B) w / L(s, b)} with L the
     * logarithmic mean, since {@code G - B = L(G, B) (ln G - ln B)}.
     */
    double points(int node, UnitScore baseline) {
        double distance = baseline.value[node] == 0 ? value[node] : value[node] - baseline.value[node];
        return factor(node, baseline) * distance;
    }

    private double factor(int node, UnitScore baseline) {
        if (node == 0) {
            return 1;
        }
        if (share[node] == 0) {
            return 0;
        }
        int parent = tree.parent(node);
        double above = factor(parent, baseline);
        if (!tree.isGeometric(parent)) {
            return above * share[node];
        }
        return above
                * (LogarithmicMean.of(value[parent], baseline.value[parent])
                        * share[node]
                        / LogarithmicMean.of(value[node], baseline.value[node]));
    }

    /** The same unit with other scores of its leaves; here a geometric mean that one of them brings to zero is zero. */
    UnitScore withLeafScores(MissingDataPolicy policy, double[] scores) {
        return new UnitScore(tree, policy, unit, scores, true);
    }

    /** The same unit with every leaf that counts at its baseline. */
    UnitScore atBaseline(MissingDataPolicy policy) {
        double[] scores = leafScores.clone();
        for (int node = 0; node < tree.size(); node++) {
            if (tree.isLeaf(node) && !Double.isNaN(scores[tree.leaf(node)])) {
                scores[tree.leaf(node)] = tree.baseline(node);
            }
        }
        return new UnitScore(tree, policy, unit, scores);
    }
}
