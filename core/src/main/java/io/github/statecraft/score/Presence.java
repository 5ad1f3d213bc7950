package io.github.statecraft.score;

import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.MissingDataPolicy.Scope;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What absent data does to one unit: which nodes have a score, and with what share of the weight. Minima are asked of what is
 * known, as screening comes before imputation; shares are of what is there, imputed or known. Where nothing is missing, shares
 * are the stated ones.
 */
final class Presence {
    /** A share of weight this little below the minimum still is the minimum: the rounding of its own computation. */
    private static final double SHARE_TOLERANCE = 1e-12;

    /** The largest double below 1. */
    private static final double LARGEST_PART = 1 - Math.ulp(1.0) / 2;

    private final IndexTree tree;
    private final double[] leafScores;
    private final boolean[] known;
    private final boolean[] present;
    private final @Nullable TwofoldWeight[] share;

    private Presence(
            IndexTree tree, double[] leafScores, boolean[] known, boolean[] present, @Nullable TwofoldWeight[] share) {
        this.tree = tree;
        this.leafScores = leafScores;
        this.known = known;
        this.present = present;
        this.share = share;
    }

    /**
     * What absent data does under the policies of a tree.
     *
     * @param tree the index
     * @param leafScores scores by leaf, NaN where missing; kept, not to be changed
     * @param isKnown by leaf, whether the value is known, not imputed; kept, not to be changed
     */
    static Presence of(IndexTree tree, double[] leafScores, boolean[] isKnown) {
        return new Presence(tree, leafScores, isKnown, new boolean[tree.size()], new TwofoldWeight[tree.size()])
                .judged(true);
    }

    /**
     * What absent data does if any of it is enough.
     *
     * @param tree the index
     * @param leafScores scores by leaf, NaN where missing; kept, not to be changed
     */
    static Presence ofWhatIsThere(IndexTree tree, double[] leafScores) {
        boolean[] known = new boolean[leafScores.length];
        for (int leaf = 0; leaf < known.length; leaf++) {
            known[leaf] = !Double.isNaN(leafScores[leaf]);
        }
        return new Presence(tree, leafScores, known, new boolean[tree.size()], new TwofoldWeight[tree.size()])
                .judged(false);
    }

    /** The same nodes and shares with other scores of the leaves that are there. */
    Presence withLeafScores(double[] scores) {
        return new Presence(tree, scores, known, present, share);
    }

    private Presence judged(boolean asksMinima) {
        share[0] = TwofoldWeight.ONE;
        for (int node = tree.size() - 1; node >= 0; node--) {
            present[node] = tree.isLeaf(node)
                    ? !Double.isNaN(leafScores[tree.leaf(node)])
                    : isPresent(node, policy(node, asksMinima), asksMinima);
        }
        return this;
    }

    /** The policy of a pillar; where any data is enough, one that hands on the weight of what is missing. */
    private MissingDataPolicy policy(int node, boolean asksMinima) {
        MissingDataPolicy policy = tree.policy(node);
        return asksMinima || policy instanceof MissingDataPolicy.Proportional
                ? policy
                : MissingDataPolicy.reweight(Double.MIN_VALUE, Scope.OVERALL);
    }

    private boolean isPresent(int node, MissingDataPolicy policy, boolean asksMinima) {
        int[] children = tree.children(node);
        int there = 0;
        for (int child : children) {
            there += present[child] ? 1 : 0;
        }
        if (there == 0) {
            return false;
        }
        boolean isProportional = policy instanceof MissingDataPolicy.Proportional && sharesGaps(node);
        if (there == children.length && !(isProportional && coverage(node) < 1)) {
            for (int child : children) {
                share[child] = tree.statedShare(child);
            }
        } else if (needsEveryChild(node) || policy instanceof MissingDataPolicy.Strict) {
            return false;
        } else {
            double[] weights = new double[children.length];
            for (int i = 0; i < weights.length; i++) {
                double part = isProportional ? presentPart(children[i]) : 1;
                weights[i] = present[children[i]] ? part * tree.weight(children[i]) : 0;
            }
            TwofoldWeight sum = IndexTree.total(weights);
            if (!(sum.high() > 0)) {
                return false;
            }
            for (int i = 0; i < weights.length; i++) {
                share[children[i]] = present[children[i]] ? TwofoldWeight.share(weights[i], sum) : null;
            }
        }
        return !asksMinima || (hasEnough(node, policy) && (node > 0 || knownLeaves(0, true) > 0));
    }

    private boolean needsEveryChild(int node) {
        Aggregation aggregation = tree.pillar(node).aggregation();
        return PillarRules.takesWeightsAsStated(aggregation) || aggregation instanceof Aggregation.OrderedWeighted;
    }

    /**
     * Whether a child with gaps may weigh less. Below a Choquet integral its weight belongs to its interactions, below sums,
     * products and ordered weighted averages it is stated: there a child that is there counts whole.
     */
    private boolean sharesGaps(int node) {
        return !(tree.pillar(node).aggregation() instanceof Aggregation.Choquet) && !needsEveryChild(node);
    }

    private boolean hasEnough(int node, MissingDataPolicy policy) {
        boolean isWhole = node == 0 || tree.pillar(node).missing().isPresent();
        if (policy instanceof MissingDataPolicy.Reweight reweight) {
            return reweight.scope() == Scope.EVERY_PILLAR
                    ? isAtLeast(knownWeight(node) / tree.weightBelow(node), reweight.minimumShare())
                    : !isWhole || isAtLeast(coverage(node), reweight.minimumShare());
        }
        if (policy instanceof MissingDataPolicy.MinimumCount minimum) {
            if (minimum.scope() == Scope.OVERALL) {
                return !isWhole
                        || knownLeaves(node, true) >= Math.min(minimum.minimumCount(), knownLeaves(node, false));
            }
            return knownChildren(node) >= Math.min(minimum.minimumCount(), tree.children(node).length);
        }
        if (policy instanceof MissingDataPolicy.Proportional proportional) {
            return !isWhole || isAtLeast(coverage(node), proportional.minimumShare());
        }
        return true;
    }

    /** By how much a minimum of the index that counts by number is missed, in words; empty if there is none or it is met. */
    Optional<String> lacking() {
        if (!(tree.policy(0) instanceof MissingDataPolicy.MinimumCount minimum) || hasEnough(0, minimum)) {
            return Optional.empty();
        }
        boolean isOverall = minimum.scope() == Scope.OVERALL;
        int known = isOverall ? knownLeaves(0, true) : knownChildren(0);
        int all = isOverall ? knownLeaves(0, false) : tree.children(0).length;
        return Optional.of(known + " of " + Math.min(minimum.minimumCount(), all)
                + (isOverall ? " indicators" : " children of the index") + " needed are known");
    }

    private static boolean isAtLeast(double share, double minimum) {
        return share >= minimum - SHARE_TOLERANCE;
    }

    /** Whether a child counts for a minimum: an indicator if its value is known, a pillar if it has a score. */
    private boolean isKnown(int node) {
        return present[node] && (!tree.isLeaf(node) || known[tree.leaf(node)]);
    }

    private int knownChildren(int node) {
        int count = 0;
        for (int child : tree.children(node)) {
            count += isKnown(child) ? 1 : 0;
        }
        return count;
    }

    private double knownWeight(int node) {
        int[] children = tree.children(node);
        double[] weights = new double[children.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = isKnown(children[i]) ? Math.abs(tree.weight(children[i])) : 0;
        }
        return ExactSum.of(weights);
    }

    /** How many indicators below a node are known and count, or how many there are. */
    private int knownLeaves(int node, boolean onlyKnown) {
        if (tree.isLeaf(node)) {
            return !onlyKnown || isKnown(node) ? 1 : 0;
        }
        int count = 0;
        for (int child : tree.children(node)) {
            count += !onlyKnown || present[child] || tree.isLeaf(child) ? knownLeaves(child, onlyKnown) : 0;
        }
        return count;
    }

    /** The part of the weight below a node, itself included, that is there, imputed or known. */
    private double presentPart(int node) {
        if (tree.isLeaf(node)) {
            return present[node] ? 1 : 0;
        }
        return part(node, false);
    }

    /**
     * The part of the weight below a pillar whose value is known and counts: exactly 1 where nothing with a weight is missing
     * or imputed.
     */
    double coverage(int node) {
        return part(node, true);
    }

    private double part(int node, boolean onlyKnown) {
        if (tree.coverageWeight(node) == 0) {
            return Math.min(1, relativePart(node, onlyKnown));
        }
        double[] weights = new double[tree.leaves()];
        boolean complete = collect(node, onlyKnown, weights);
        double part = ExactSum.of(weights) / tree.coverageWeight(node);
        return complete ? 1 : Math.min(LARGEST_PART, part);
    }

    /** The same below a node that has no weight itself, by the shares of siblings below it. */
    private double relativePart(int node, boolean onlyKnown) {
        int[] children = tree.children(node);
        double[] parts = new double[children.length];
        for (int i = 0; i < parts.length; i++) {
            double share = Math.abs(tree.weight(children[i])) / tree.weightBelow(node);
            boolean counts = onlyKnown ? isKnown(children[i]) : present[children[i]];
            parts[i] = !counts ? 0 : share * (tree.isLeaf(children[i]) ? 1 : relativePart(children[i], onlyKnown));
        }
        return ExactSum.of(parts);
    }

    /** Puts the weights of the leaves that count where they belong; whether no weight is missing. */
    private boolean collect(int node, boolean onlyKnown, double[] weights) {
        boolean complete = true;
        for (int child : tree.children(node)) {
            if (tree.isLeaf(child)) {
                boolean counts = onlyKnown ? isKnown(child) : present[child];
                weights[tree.leaf(child)] = counts ? tree.coverageWeight(child) : 0;
                complete &= counts || tree.coverageWeight(child) == 0;
            } else if (present[child]) {
                complete &= collect(child, onlyKnown, weights);
            } else {
                complete &= tree.coverageWeight(child) == 0;
            }
        }
        return complete;
    }

    IndexTree tree() {
        return tree;
    }

    boolean isPresent(int node) {
        return present[node];
    }

    /** Whether the value of a leaf is known, not imputed. */
    boolean isKnownLeaf(int node) {
        return isKnown(node);
    }

    /** The score of a leaf; NaN where missing. */
    double leafScore(int node) {
        return leafScores[tree.leaf(node)];
    }

    /** The share of a node that is there among its siblings that are, or its coefficient or exponent. */
    TwofoldWeight share(int node) {
        return Objects.requireNonNull(share[node], "share");
    }

    /** The same with the coefficients of one pillar's children that are there. */
    Presence withCoefficients(int[] children, TwofoldWeight[] coefficients) {
        @Nullable TwofoldWeight[] changed = share.clone();
        for (int i = 0; i < children.length; i++) {
            changed[children[i]] = coefficients[i];
        }
        return new Presence(tree, leafScores, known, present, changed);
    }
}
