package io.github.statecraft.score;

import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.numerics.LogarithmicMean;
import io.github.statecraft.internal.numerics.Settlement;
import io.github.statecraft.internal.text.Numbers;

/**
 * What each leaf gives to the distance between two units with the same leaves, or between a unit and its baseline.
 *
 * <p>Below sums and arithmetic means only, it is the product of the weights and the distance. With geometric means among them,
 * it is the chain of factors from the root down to the leaf, times its distance: an arithmetic pillar passes a difference on
 * by the weight, a geometric one by {@code L(G, B) w / L(s, b)} with L the logarithmic mean, since {@code G - B = L(G, B) (ln G
 * - ln B)}. With any other pillar it is the Shapley value, with the tree as structure of coalitions: the mean of what the leaf
 * changes over all orders in which leaves may go from one side to the other, those of a pillar together. (G. Owen, "Values of
 * games with a priori unions", in Henn and Moeschlin, Mathematical Economics and Game Theory, Springer 1977, pages 76-88; for
 * many levels E. Winter, "A value for cooperative games with levels structure of cooperation", Int. J. Game Theory 18 (1989)
 * 227-240.) It takes two evaluations for each of the {@code 2^siblings} coalitions in each pillar on the way, multiplied up the
 * tree as far as the topmost pillar that is no sum. Coalitions are supposed, not known, to score what they score: where a pillar
 * would refuse it, a mean is zero and a rescaling at its end.
 */
final class Attribution {
    /** So many evaluations of pillars are made for a scorecard at most: a second or two. */
    static final int MOST_EVALUATIONS = 1 << 22;

    private final UnitScore own;
    private final UnitScore other;
    private final IndexTree tree;

    private Attribution(UnitScore own, UnitScore other) {
        this.own = own;
        this.other = other;
        tree = own.tree();
    }

    /**
     * The points of every leaf that counts, by node; baseline and points sum to the score. Below sums only, where rounding
     * makes their sum miss the score by a unit in the last place, the largest point that can makes up for it.
     *
     * @throws IllegalArgumentException if it would take more than {@link #MOST_EVALUATIONS}, or the tree has no score at the
     *     baseline
     */
    static double[] points(UnitScore own) {
        IndexTree tree = own.tree();
        double[] points = new double[tree.size()];
        if (tree.isLinear()) {
            for (int node = 0; node < tree.size(); node++) {
                if (tree.isLeaf(node) && own.counts(node)) {
                    points[node] = own.effectiveWeight(node).of(own.value(node));
                }
            }
            // points of nodes that are no leaves are zero, and zeros are not touched
            Settlement.settle(
                    points, points.length, own.value(0), node -> tree.node(node).id());
            return points;
        }
        Attribution attribution = new Attribution(own, own.atBaseline());
        attribution.checkSize();
        for (int node = 0; node < tree.size(); node++) {
            if (tree.isLeaf(node) && own.counts(node)) {
                points[node] = attribution.points(node);
                if (!Double.isFinite(points[node])) {
                    throw new IllegalArgumentException("Scorecard of " + own.unit() + ": the score of "
                            + tree.node(node).id() + ", " + Numbers.shortest(own.value(node))
                            + ", is too far from the baseline for points; normalise it to a smaller range");
                }
            }
        }
        return points;
    }

    /** The score of a unit whose every leaf is at its baseline. */
    static double baseline(UnitScore own) {
        return own.tree().isLinear() ? 0 : own.atBaseline().value(0);
    }

    /**
     * How the gap to another unit with the same leaves divides among them, by indicator id; 0 for what does not count, being
     * without weight.
     *
     * @throws IllegalArgumentException if two scores are too far apart for a double, a weight is not the same for both, or it
     *     would take more than {@link #MOST_EVALUATIONS}
     */
    static ImmutableMap<String, Double> between(UnitScore own, UnitScore other) {
        Attribution attribution = new Attribution(own, other);
        IndexTree tree = own.tree();
        attribution.checkSize();
        ImmutableMap.Builder<String, Double> points = ImmutableMap.builder();
        for (int node = 0; node < tree.size(); node++) {
            if (tree.peers(node) != null) {
                throw new IllegalArgumentException("Scorecard.pointsAgainst: pillar "
                        + tree.node(node).id() + " gives each unit weights of its own (benefit of the doubt), so a gap "
                        + "between two units has no shares");
            }
            if (tree.isLeaf(node) && own.isPresent(node)) {
                points.put(tree.node(node).id(), own.counts(node) ? attribution.between(node) + 0.0 : 0);
            }
        }
        return points.buildOrThrow();
    }

    private double between(int node) {
        double points = points(node);
        if (!Double.isFinite(points)) {
            throw new IllegalArgumentException("Scorecard.pointsAgainst: the scores of " + own.unit() + " and "
                    + other.unit() + " on " + tree.node(node).id() + " are too far apart for a double: "
                    + Numbers.shortest(own.value(node)) + " and " + Numbers.shortest(other.value(node)));
        }
        return points;
    }

    private double points(int leaf) {
        if (tree.isLinear()) {
            return own.effectiveWeight(leaf).of(own.value(leaf) - other.value(leaf));
        }
        return tree.hasOnlyMeans() ? chained(leaf) : enumerated(leaf);
    }

    /**
     * What the difference of a leaf gives at the root. A geometric pillar first takes the difference relative to the
     * logarithmic mean of the child, which is the difference of logarithms and never overflows.
     */
    private double chained(int leaf) {
        double difference = own.value(leaf) - other.value(leaf);
        for (int node = leaf; node > 0; node = tree.parent(node)) {
            int parent = tree.parent(node);
            double weight = own.share(node).high();
            if (weight == 0) {
                return 0;
            }
            difference = tree.isGeometric(parent)
                    ? difference
                            / LogarithmicMean.of(own.value(node), other.value(node))
                            * (weight * LogarithmicMean.of(own.value(parent), other.value(parent)))
                    : difference * weight;
        }
        return difference;
    }

    /** The topmost pillar above a leaf that is no sum; -1 if all are. */
    private int topmost(int leaf) {
        int top = -1;
        for (int node = tree.parent(leaf); node >= 0; node = tree.parent(node)) {
            top = tree.isLinear(node) ? top : node;
        }
        return top;
    }

    private double enumerated(int leaf) {
        int top = topmost(leaf);
        if (top < 0) {
            return own.effectiveWeight(leaf).of(own.value(leaf) - other.value(leaf));
        }
        double change = changed(leaf, own.value(leaf), other.value(leaf), top);
        return own.effectiveWeight(top).of(change);
    }

    /** The mean change of the topmost pillar when a node goes from one value to another. */
    private double changed(int node, double to, double from, int top) {
        if (node == top || to == from) {
            return to - from;
        }
        int parent = tree.parent(node);
        Aggregator aggregator = own.aggregator(parent, true);
        int[] children = own.presentChildren(parent);
        double[] scores = new double[children.length];
        int place = 0;
        while (children[place] != node) {
            place++;
        }
        int siblings = children.length - 1;
        double sum = 0;
        for (int coalition = 0; coalition < 1 << siblings; coalition++) {
            int size = 0;
            int bit = 0;
            for (int i = 0; i < children.length; i++) {
                if (i != place) {
                    boolean isIn = (coalition >> bit++ & 1) == 1;
                    size += isIn ? 1 : 0;
                    scores[i] = isIn ? own.value(children[i]) : other.value(children[i]);
                }
            }
            scores[place] = to;
            double with = scoreOf(parent, aggregator, children, scores);
            scores[place] = from;
            double without = scoreOf(parent, aggregator, children, scores);
            sum += changed(parent, with, without, top) / (children.length * choose(siblings, size));
        }
        return sum;
    }

    /** The score of a pillar from scores of its children; of those of one side the very score of that side. */
    private double scoreOf(int pillar, Aggregator aggregator, int[] children, double[] scores) {
        for (UnitScore side : new UnitScore[] {own, other}) {
            boolean isSide = true;
            for (int i = 0; i < children.length && isSide; i++) {
                isSide = scores[i] == side.value(children[i]);
            }
            if (isSide) {
                return side.value(pillar);
            }
        }
        return rescaled(pillar, aggregator.of(own.unit(), scores));
    }

    private double rescaled(int pillar, double score) {
        Scale rescaling = tree.rescaling(pillar);
        return rescaling == null ? score : rescaling.supposed(score);
    }

    /** The number of ways to choose {@code k} of {@code n}; exact up to n = 56. */
    private static double choose(int n, int k) {
        double ways = 1;
        for (int i = 0; i < k; i++) {
            ways = ways * (n - i) / (i + 1);
        }
        return ways;
    }

    private void checkSize() {
        if (tree.isLinear() || tree.hasOnlyMeans()) {
            return;
        }
        double evaluations = 0;
        for (int leaf = 0; leaf < tree.size(); leaf++) {
            if (tree.isLeaf(leaf) && own.counts(leaf)) {
                int top = topmost(leaf);
                double paths = 1;
                for (int node = leaf; top >= 0 && node != top; node = tree.parent(node)) {
                    paths *= StrictMath.scalb(1.0, own.presentChildren(tree.parent(node)).length - 1);
                    evaluations += 2 * paths;
                }
            }
        }
        if (!(evaluations <= MOST_EVALUATIONS)) {
            throw new IllegalArgumentException(
                    "Scorecard of " + own.unit() + ": contributions below aggregations that are "
                            + "neither arithmetic nor geometric means are Shapley values by enumeration, and would take "
                            + Numbers.compact(evaluations) + " evaluations, more than "
                            + Numbers.grouped(MOST_EVALUATIONS)
                            + "; scores and ranks need no scorecard, and smaller pillars take fewer");
        }
    }
}
