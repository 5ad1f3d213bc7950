package io.github.statecraft.score;

import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.numerics.Logarithm;
import io.github.statecraft.internal.numerics.LogarithmicMean;
import io.github.statecraft.internal.numerics.Settlement;
import io.github.statecraft.internal.text.Numbers;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one unit at every node. The score of an arithmetic pillar is the sum of the products of leaf score and path
 * weight below it (a geometric pillar below counts as a leaf), weights to twice the digits and the sum rounded once: order
 * changes nothing, and units that tie exactly tie here. The score of a geometric pillar is exp of such a sum with the logarithms
 * of scores (an arithmetic pillar below counts as a leaf), kept between the smallest and largest, where a mean belongs.
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
    private final @Nullable TwofoldWeight[] share;
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
        share = new TwofoldWeight[tree.size()];
        value = new double[tree.size()];
        present = new boolean[tree.size()];
        terms = new double[3 * tree.size()];
        Arrays.fill(value, Double.NaN);
        for (int node = tree.size() - 1; node >= 0; node--) {
            present[node] = isPresent(node, policy);
        }
        if (policy instanceof MissingDataPolicy.Reweight reweight
                && reweight.scope() == MissingDataPolicy.Scope.OVERALL
                && coverage() < reweight.minimumShare() - SHARE_TOLERANCE) {
            present[0] = false;
        }
        share[0] = TwofoldWeight.ONE;
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
        TwofoldWeight sum = weightOf(children);
        if (sum.high() > 0) {
            for (int child : children) {
                if (present[child]) {
                    share[child] = TwofoldWeight.share(tree.node(child).weight(), sum);
                }
            }
        }
        return policy instanceof MissingDataPolicy.Reweight reweight
                && sum.high() > 0
                && (reweight.scope() == MissingDataPolicy.Scope.OVERALL
                        || sum.high() / tree.weightBelow(node).high() >= reweight.minimumShare() - SHARE_TOLERANCE);
    }

    /** The sum of the weights of those that are present. */
    private TwofoldWeight weightOf(int[] children) {
        double[] weights = new double[children.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = present[children[i]] ? tree.node(children[i]).weight() : 0;
        }
        return IndexTree.total(weights);
    }

    private TwofoldWeight share(int node) {
        return Objects.requireNonNull(share[node], "share");
    }

    private double arithmeticMean(int node) {
        int count = addTerms(node, TwofoldWeight.ONE, 0);
        return ExactSum.of(terms, 0, count);
    }

    /** Puts the terms below a node behind those that are there and returns how many there are then. */
    private int addTerms(int node, TwofoldWeight pathWeight, int before) {
        int count = before;
        for (int child : tree.children(node)) {
            if (present[child]) {
                TwofoldWeight weight = pathWeight.times(share(child));
                if (tree.isLeaf(child) || tree.isGeometric(child)) {
                    count = weight.addTo(terms, count, value[child]);
                } else {
                    count = addTerms(child, weight, count);
                }
            }
        }
        return count;
    }

    private double geometricMean(int node) {
        double[] ends = {Double.POSITIVE_INFINITY, 0};
        int count = addLogarithms(node, TwofoldWeight.ONE, 0, ends);
        if (ends[0] <= 0) {
            return 0;
        }
        double mean = StrictMath.exp(ExactSum.of(terms, 0, count));
        return Math.max(ends[0], Math.min(ends[1], mean));
    }

    /** Like {@link #addTerms} with logarithms of what has a weight, whose smallest and largest score go to {@code ends}. */
    private int addLogarithms(int node, TwofoldWeight pathWeight, int before, double[] ends) {
        int count = before;
        for (int child : tree.children(node)) {
            if (!present[child] || share(child).high() == 0) {
                continue;
            }
            TwofoldWeight weight = pathWeight.times(share(child));
            if (tree.isGeometric(child)) {
                count = addLogarithms(child, weight, count, ends);
                continue;
            }
            ends[0] = Math.min(ends[0], value[child]);
            ends[1] = Math.max(ends[1], value[child]);
            if (value[child] > 0) {
                count = weight.addTo(terms, count, Logarithm.of(value[child]));
            } else if (!zeroCounts) {
                throw new IllegalArgumentException("Pillar " + tree.node(node).id() + ": a geometric mean needs "
                        + "positive scores, but " + tree.node(child).id() + " of " + unit
                        + " scores 0 or less; move its goalposts or aggregate arithmetically");
            }
        }
        return count;
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
    TwofoldWeight effectiveWeight(int node) {
        return node == 0
                ? TwofoldWeight.ONE
                : effectiveWeight(tree.parent(node)).times(share(node));
    }

    /**
     * The points of every leaf that counts, by node. With arithmetic means only they are products of weight and score; where
     * their rounding makes their sum miss the score by a unit in the last place, the largest point that can makes up for it.
     * With a geometric mean they are the chain of factors from the root down to the leaf, times its distance from its
     * baseline: an arithmetic pillar passes a difference on by the weight, a geometric one by {@code L(G, B) w / L(s, b)} with
     * L the logarithmic mean, since {@code G - B = L(G, B) (ln G - ln B)}.
     */
    double[] points(UnitScore baseline) {
        double[] points = new double[tree.size()];
        for (int node = 0; node < tree.size(); node++) {
            if (tree.isLeaf(node) && counts(node)) {
                points[node] = tree.hasGeometric()
                        ? passedUp(node, baseline)
                        : effectiveWeight(node).of(value[node]);
            }
        }
        if (!tree.hasGeometric()) {
            // points of nodes that are no leaves are zero, and zeros are not touched
            Settlement.settle(
                    points, points.length, value[0], node -> tree.node(node).id());
        }
        return points;
    }

    /**
     * How the gap to another unit with the same leaves divides among them, by indicator id: weight times distance, or the
     * chain of factors times the distance, as in {@link #points}; 0 for what does not count, being without weight.
     */
    ImmutableMap<String, Double> pointsAgainst(UnitScore other) {
        ImmutableMap.Builder<String, Double> points = ImmutableMap.builder();
        for (int node = 0; node < tree.size(); node++) {
            if (tree.isLeaf(node) && present[node]) {
                points.put(tree.node(node).id(), counts(node) ? pointsAgainst(node, other) + 0.0 : 0);
            }
        }
        return points.buildOrThrow();
    }

    private double pointsAgainst(int node, UnitScore other) {
        double points = tree.hasGeometric()
                ? passedUp(node, other)
                : effectiveWeight(node).of(value[node] - other.value[node]);
        if (!Double.isFinite(points)) {
            throw new IllegalArgumentException("Scorecard.pointsAgainst: the scores of " + unit + " and " + other.unit
                    + " on " + tree.node(node).id() + " are too far apart for a double: "
                    + Numbers.shortest(value[node]) + " and " + Numbers.shortest(other.value[node]));
        }
        return points;
    }

    /** Whose scores they are. */
    String unit() {
        return unit;
    }

    /** The index. */
    IndexTree tree() {
        return tree;
    }

    /**
     * What the difference of a leaf gives at the root. A geometric pillar first takes the difference relative to the
     * logarithmic mean of the child, which is the difference of logarithms and never overflows.
     */
    private double passedUp(int leaf, UnitScore other) {
        double difference = value[leaf] - other.value[leaf];
        for (int node = leaf; node > 0; node = tree.parent(node)) {
            int parent = tree.parent(node);
            double weight = share(node).high();
            if (weight == 0) {
                return 0;
            }
            difference = tree.isGeometric(parent)
                    ? difference
                            / LogarithmicMean.of(value[node], other.value[node])
                            * (weight * LogarithmicMean.of(value[parent], other.value[parent]))
                    : difference * weight;
        }
        return difference;
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
