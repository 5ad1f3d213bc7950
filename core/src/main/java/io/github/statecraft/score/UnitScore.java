package io.github.statecraft.score;

import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.numerics.Logarithm;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Weighting;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The scores of one unit at every node. The score of an arithmetic pillar is the sum of the products of leaf score and path
 * weight below it (any other pillar below counts as a leaf), weights to twice the digits and the sum rounded once: order
 * changes nothing, and units that tie exactly tie here. The score of a geometric pillar is exp of such a sum of the logarithms
 * of what is below it and not geometric itself, kept between the smallest and the largest of those scores, where a mean
 * belongs. All other pillars go by {@link Aggregator}.
 */
final class UnitScore {
    private final IndexTree tree;
    private final String unit;
    private final boolean isSupposed;
    private final boolean keepsCoefficients;
    /** Changes in the constructor only, where benefit of the doubt finds the coefficients of a pillar. */
    private Presence presence;

    private final double[] value;
    /** Room for the terms of one sum at a time, in the constructor only. */
    private final double[] terms;

    /**
     * Scores a unit.
     *
     * @param presence which nodes have a score, with what share
     * @param unit its id, for errors
     * @param lowestNode nodes of a smaller number are left without a score; 0 for all
     * @param isSupposed whether the scores of leaves are supposed, not known, as those at the ends of intervals: a score of
     *     zero or less then makes a mean zero that would refuse it, and one beyond the scale of a pillar stands at its end
     * @param keepsCoefficients whether those of benefit of the doubt are kept as they are
     */
    private UnitScore(Presence presence, String unit, int lowestNode, boolean isSupposed, boolean keepsCoefficients) {
        this.presence = presence;
        this.unit = unit;
        this.isSupposed = isSupposed;
        this.keepsCoefficients = keepsCoefficients;
        tree = presence.tree();
        value = new double[tree.size()];
        terms = new double[3 * tree.size()];
        Arrays.fill(value, Double.NaN);
        for (int node = tree.size() - 1; node >= lowestNode; node--) {
            if (presence.isPresent(node)) {
                value[node] = tree.isLeaf(node) ? presence.leafScore(node) : pillarScore(node);
            }
        }
    }

    /**
     * Scores a unit.
     *
     * @param presence which nodes have a score, with what share
     * @param unit its id, for errors
     * @throws IllegalArgumentException if an aggregation has no value for a score
     */
    static UnitScore of(Presence presence, String unit) {
        return new UnitScore(presence, unit, 0, presence.tree().isSupposing(), false);
    }

    /** The scores below a node, itself and its siblings left out: what it is fitted to. */
    static UnitScore below(Presence presence, String unit, int node) {
        return new UnitScore(presence, unit, node + 1, presence.tree().isSupposing(), false);
    }

    private double pillarScore(int node) {
        double score = aggregated(node);
        Scale rescaling = tree.rescaling(node);
        if (rescaling == null) {
            return score;
        }
        return isSupposed ? rescaling.supposed(score) : rescaling.score(unit, score);
    }

    /** The score of a pillar before it is rescaled. */
    double aggregated(int node) {
        Peers peers = tree.peers(node);
        if (peers != null && !keepsCoefficients) {
            int[] children = presentChildrenById(node);
            presence = presence.withCoefficients(children, bestCoefficients(node, peers, children));
        }
        if (tree.isSum(node)) {
            return sum(node);
        }
        if (tree.isGeometric(node)) {
            return geometricMean(node);
        }
        int[] there = presentChildren(node);
        double[] scores = new double[there.length];
        for (int i = 0; i < there.length; i++) {
            scores[i] = value[there[i]];
        }
        return aggregator(node).of(unit, scores);
    }

    private double sum(int node) {
        int count = addTerms(node, TwofoldWeight.ONE, 0);
        try {
            return ExactSum.of(terms, 0, count);
        } catch (ArithmeticException | IllegalArgumentException e) { // the sum, or one of its terms, is no double
            throw Aggregator.tooLarge(tree.node(node).id(), unit, e);
        }
    }

    private TwofoldWeight[] bestCoefficients(int node, Peers peers, int[] children) {
        String[] ids =
                Arrays.stream(children).mapToObj(child -> tree.node(child).id()).toArray(String[]::new);
        double[] own =
                Arrays.stream(children).mapToDouble(child -> value[child]).toArray();
        Weighting.BenefitOfTheDoubt method =
                (Weighting.BenefitOfTheDoubt) tree.pillar(node).weighting();
        try {
            return BenefitOfTheDoubt.of(peers.on(ids), own, method.lowestShare(), method.highestShare())
                    .coefficients(own, Nodes.bestPractice(tree.pillar(node)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "Pillar " + tree.node(node).id() + " of " + unit + ": " + e.getMessage() + Nodes.numbered(ids), e);
        }
    }

    /** The children of a pillar that are there by id: an order that does not depend on that of the tree. */
    private int[] presentChildrenById(int node) {
        return Arrays.stream(presentChildren(node))
                .boxed()
                .sorted(Comparator.comparing(child -> tree.node(child).id()))
                .mapToInt(child -> child)
                .toArray();
    }

    /** The children of a pillar that are there. */
    int[] presentChildren(int node) {
        return Arrays.stream(tree.children(node)).filter(presence::isPresent).toArray();
    }

    /** The formula of a pillar for the children that are there. */
    private Aggregator aggregator(int node) {
        return aggregator(node, isSupposed);
    }

    /**
     * The formula of a pillar for the children that are there.
     *
     * @param isSupposed whether it is for scores that are supposed, not known
     */
    Aggregator aggregator(int node, boolean isSupposed) {
        int[] there = presentChildren(node);
        String[] ids = new String[there.length];
        double[] weights = new double[there.length];
        for (int i = 0; i < there.length; i++) {
            ids[i] = tree.node(there[i]).id();
            weights[i] = presence.share(there[i]).high();
        }
        return new Aggregator(tree.pillar(node), ids, weights, isSupposed);
    }

    /** Puts the terms below a node behind those that are there and returns how many there are then. */
    private int addTerms(int node, TwofoldWeight pathWeight, int before) {
        int count = before;
        for (int child : tree.children(node)) {
            if (presence.isPresent(child)) {
                TwofoldWeight weight = pathWeight.times(presence.share(child));
                if (tree.isArithmetic(child)) {
                    count = addTerms(child, weight, count);
                } else {
                    count = weight.addTo(terms, count, value[child]);
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
            if (!presence.isPresent(child) || presence.share(child).high() == 0) {
                continue;
            }
            TwofoldWeight weight = pathWeight.times(presence.share(child));
            if (tree.isGeometric(child)) {
                count = addLogarithms(child, weight, count, ends);
                continue;
            }
            ends[0] = Math.min(ends[0], value[child]);
            ends[1] = Math.max(ends[1], value[child]);
            if (value[child] > 0) {
                count = weight.addTo(terms, count, Logarithm.of(value[child]));
            } else if (!isSupposed) {
                throw new IllegalArgumentException("Pillar " + tree.node(node).id() + ": a geometric mean needs "
                        + "positive scores, but " + tree.node(child).id() + " of " + unit
                        + " scores " + Numbers.shortest(value[child])
                        + "; give it a range above 0, or aggregate otherwise");
            }
        }
        return count;
    }

    /** Whether there is enough data for a score. */
    boolean isScored() {
        return presence.isPresent(0);
    }

    boolean isPresent(int node) {
        return presence.isPresent(node);
    }

    /** The score at a node; NaN if it has none. */
    double value(int node) {
        return value[node];
    }

    /** The part of the weight that has data: exactly 1 where nothing with a weight is missing. */
    double coverage() {
        return presence.coverage(0);
    }

    /** Whether the node and every pillar between it and the root has a score: only then does it count. */
    boolean counts(int node) {
        return isPresent(node) && (tree.parent(node) <= 0 || counts(tree.parent(node)));
    }

    /** The share of a node that is there among its siblings that are, or its coefficient or exponent. */
    TwofoldWeight share(int node) {
        return presence.share(node);
    }

    /** Product of the shares from the root down, after re-weighting. */
    TwofoldWeight effectiveWeight(int node) {
        return node == 0
                ? TwofoldWeight.ONE
                : effectiveWeight(tree.parent(node)).times(presence.share(node));
    }

    /** Whose scores they are. */
    String unit() {
        return unit;
    }

    /** The index. */
    IndexTree tree() {
        return tree;
    }

    /** The same unit with other scores of its leaves; here a mean that one of them brings to zero is zero. */
    UnitScore withLeafScores(double[] scores) {
        return new UnitScore(presence.withLeafScores(scores), unit, 0, true, false);
    }

    /**
     * The same unit with every leaf that counts at its baseline.
     *
     * @throws IllegalArgumentException if an aggregation has no value there
     */
    UnitScore atBaseline() {
        double[] scores = new double[tree.leaves()];
        Arrays.fill(scores, Double.NaN);
        for (int node = 0; node < tree.size(); node++) {
            if (tree.isLeaf(node) && presence.isPresent(node)) {
                scores[tree.leaf(node)] = tree.baseline(node);
            }
        }
        try {
            return new UnitScore(presence.withLeafScores(scores), unit, 0, !tree.hasOnlyMeans(), true);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Scorecard of " + unit + ": the baseline, from which contributions are counted, has no score: "
                            + e.getMessage(),
                    e);
        }
    }

    /** What absent data did to this unit. */
    Presence presence() {
        return presence;
    }
}
