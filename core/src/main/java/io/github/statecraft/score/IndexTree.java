package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Weighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tree of a framework laid out for scoring: nodes numbered parents before children, leaves numbered in the order of the
 * tree, weights and rescalings as they were fitted.
 */
final class IndexTree {
    private final ImmutableList<IndexNode> nodes;
    private final ImmutableMap<String, Integer> numbers;
    private final MissingDataPolicy[] policy;
    private final @Nullable Scale[] rescaling;
    private final @Nullable Peers[] peers;
    private final int[] parent;
    private final int[][] children;
    private final int[] leaf;
    private final boolean[] arithmetic;
    private final boolean[] geometric;
    private final double[] weight;
    private final double[] weightBelow;
    private final TwofoldWeight[] statedShare;
    private final TwofoldWeight[] statedEffectiveWeight;
    private final double[] coverageWeight;
    private final double[] baseline;
    private final int leaves;
    private final boolean isSupposing;

    /**
     * Lays out a tree whose weights are those that count and that has no rescaling.
     *
     * @param index the root
     */
    IndexTree(Pillar index) {
        this(index, MissingDataPolicy.strict(), ImmutableMap.of(), ImmutableMap.of(), false);
    }

    /**
     * Lays out a tree.
     *
     * @param index the root, with the weights that count
     * @param missing what absent data does where a pillar does not say
     * @param rescalings scales of the pillars that have one, by id
     * @param peers whose scores bound the benefit of the doubt, by id of the pillar
     * @param isSupposing whether the scores of leaves are supposed, not known
     */
    IndexTree(
            Pillar index,
            MissingDataPolicy missing,
            ImmutableMap<String, Scale> rescalings,
            ImmutableMap<String, Peers> peers,
            boolean isSupposing) {
        this.isSupposing = isSupposing;
        nodes = Nodes.all(index);
        int n = nodes.size();
        ImmutableMap.Builder<String, Integer> byId = ImmutableMap.builder();
        for (int i = 0; i < n; i++) {
            byId.put(nodes.get(i).id(), i);
        }
        numbers = byId.buildOrThrow();
        policy = new MissingDataPolicy[n];
        rescaling = new Scale[n];
        this.peers = new Peers[n];
        parent = new int[n];
        children = new int[n][];
        leaf = new int[n];
        arithmetic = new boolean[n];
        geometric = new boolean[n];
        weight = new double[n];
        weightBelow = new double[n];
        statedShare = new TwofoldWeight[n];
        statedEffectiveWeight = new TwofoldWeight[n];
        coverageWeight = new double[n];
        baseline = new double[n];
        statedShare[0] = TwofoldWeight.ONE;
        statedEffectiveWeight[0] = TwofoldWeight.ONE;
        coverageWeight[0] = 1;
        List<Integer> open = new ArrayList<>();
        layOut(index, -1, 0, open);
        leaves = open.size();
        for (int i = 0; i < n; i++) {
            String id = nodes.get(i).id();
            rescaling[i] = rescalings.get(id);
            this.peers[i] = peers.get(id);
            policy[i] = nodes.get(i) instanceof Pillar pillar ? pillar.missing().orElse(missing) : missing;
        }
    }

    private void layOut(IndexNode node, int above, double leafBaseline, List<Integer> leavesSoFar) {
        int number = number(node.id());
        parent[number] = above;
        baseline[number] = leafBaseline;
        if (!(node instanceof Pillar pillar)) {
            leaf[number] = leavesSoFar.size();
            leavesSoFar.add(number);
            children[number] = new int[0];
            return;
        }
        leaf[number] = -1;
        Aggregation aggregation = pillar.aggregation();
        boolean isPlain = pillar.normalisation().isEmpty();
        arithmetic[number] = isPlain
                && aggregation instanceof Aggregation.Arithmetic
                && !(pillar.weighting() instanceof Weighting.BenefitOfTheDoubt);
        geometric[number] =
                isPlain && aggregation instanceof Aggregation.Geometric g && g.onZero() == Aggregation.OnZero.REFUSE;
        double below = Aggregator.baseline(aggregation).orElse(leafBaseline);
        children[number] = new int[pillar.children().size()];
        for (int i = 0; i < children[number].length; i++) {
            IndexNode child = pillar.children().get(i);
            children[number][i] = number(child.id());
            weight[children[number][i]] = child.weight();
        }
        weigh(number);
        for (IndexNode child : pillar.children()) {
            layOut(child, number, below, leavesSoFar);
        }
    }

    /** The same tree with other weights; what is rescaled or bound by peers stays as it was fitted. */
    private IndexTree(IndexTree tree, double[] weights) {
        nodes = tree.nodes;
        numbers = tree.numbers;
        policy = tree.policy;
        rescaling = tree.rescaling;
        peers = tree.peers;
        parent = tree.parent;
        children = tree.children;
        leaf = tree.leaf;
        arithmetic = tree.arithmetic;
        geometric = tree.geometric;
        baseline = tree.baseline;
        leaves = tree.leaves;
        isSupposing = tree.isSupposing;
        weight = weights;
        int n = nodes.size();
        weightBelow = new double[n];
        statedShare = new TwofoldWeight[n];
        statedEffectiveWeight = new TwofoldWeight[n];
        coverageWeight = new double[n];
        statedShare[0] = TwofoldWeight.ONE;
        statedEffectiveWeight[0] = TwofoldWeight.ONE;
        coverageWeight[0] = 1;
        for (int number = 0; number < n; number++) {
            if (!isLeaf(number)) {
                weigh(number);
            }
        }
    }

    /**
     * The same tree with other weights that a pillar may have; {@link #node} still gives the old ones.
     *
     * @param weights by number; kept, not to be changed
     */
    IndexTree withWeights(double[] weights) {
        return new IndexTree(this, weights);
    }

    /** Works out the shares of the children of a pillar whose own share is worked out. */
    private void weigh(int number) {
        double[] weights = Arrays.stream(children[number])
                .mapToDouble(child -> Math.abs(weight[child]))
                .toArray();
        TwofoldWeight sum = total(weights);
        weightBelow[number] = sum.high();
        boolean asStated = PillarRules.takesWeightsAsStated(pillar(number).aggregation());
        for (int i = 0; i < weights.length; i++) {
            int child = children[number][i];
            TwofoldWeight share = TwofoldWeight.share(weights[i], sum);
            statedShare[child] = asStated ? new TwofoldWeight(weight[child], 0) : share;
            statedEffectiveWeight[child] = statedEffectiveWeight[number].times(statedShare[child]);
            coverageWeight[child] = asStated ? coverageWeight[number] * share.high() : coverageOf(number, child, share);
        }
    }

    /** Product of the shares, to twice the digits as far as all shares are of sums. */
    private double coverageOf(int number, int child, TwofoldWeight share) {
        return coverageWeight[number] == statedEffectiveWeight[number].high()
                ? statedEffectiveWeight[child].high()
                : coverageWeight[number] * share.high();
    }

    /** The sum of weights. */
    static TwofoldWeight total(double[] weights) {
        double high = ExactSum.of(weights);
        double[] rest = Arrays.copyOf(weights, weights.length + 1);
        rest[weights.length] = -high;
        return new TwofoldWeight(high, ExactSum.of(rest));
    }

    /** The number of the node of an id that is in the tree. */
    int number(String id) {
        return Objects.requireNonNull(numbers.get(id), id);
    }

    /** Whether the id is that of a node. */
    boolean has(String id) {
        return numbers.containsKey(id);
    }

    /** Whether the scores of leaves are supposed, not known. */
    boolean isSupposing() {
        return isSupposing;
    }

    int size() {
        return nodes.size();
    }

    /** The weight that counts among the siblings. */
    double weight(int number) {
        return weight[number];
    }

    int leaves() {
        return leaves;
    }

    IndexNode node(int number) {
        return nodes.get(number);
    }

    /** The pillar of a number that is no leaf. */
    Pillar pillar(int number) {
        return (Pillar) nodes.get(number);
    }

    int parent(int number) {
        return parent[number];
    }

    int[] children(int number) {
        return children[number];
    }

    boolean isLeaf(int number) {
        return leaf[number] >= 0;
    }

    int leaf(int number) {
        return leaf[number];
    }

    /** What absent data does in a pillar. */
    MissingDataPolicy policy(int number) {
        return policy[number];
    }

    /** How the aggregated score of a pillar is rescaled; null if it is not. */
    @Nullable
    Scale rescaling(int number) {
        return rescaling[number];
    }

    /** Whose scores bound the benefit of the doubt of a pillar; null if its weights are the same for all. */
    @Nullable
    Peers peers(int number) {
        return peers[number];
    }

    /** Whether it is a pillar with an arithmetic mean that is not rescaled, and weights that are the same for all. */
    boolean isArithmetic(int number) {
        return arithmetic[number];
    }

    /** Whether it is a pillar with a geometric mean that is not rescaled and refuses zeros. */
    boolean isGeometric(int number) {
        return geometric[number];
    }

    /** Whether the score of a pillar is a sum of the scores of its children times coefficients. */
    boolean isLinear(int number) {
        return isSum(number) && pillar(number).normalisation().isEmpty();
    }

    /** Whether the score of a pillar is, before it is rescaled, a sum of the scores of its children times coefficients. */
    boolean isSum(int number) {
        Aggregation aggregation = pillar(number).aggregation();
        return aggregation instanceof Aggregation.Arithmetic || aggregation instanceof Aggregation.WeightedSum;
    }

    /** Whether all pillars are {@link #isLinear}. */
    boolean isLinear() {
        for (int number = 0; number < nodes.size(); number++) {
            if (!isLeaf(number) && !isLinear(number)) {
                return false;
            }
        }
        return true;
    }

    /** Whether all pillars are {@link #isArithmetic} or {@link #isGeometric}. */
    boolean hasOnlyMeans() {
        for (int number = 0; number < nodes.size(); number++) {
            if (!isLeaf(number) && !arithmetic[number] && !geometric[number]) {
                return false;
            }
        }
        return true;
    }

    /** The sum of the weights of the children, of coefficients and exponents that of their magnitudes. */
    double weightBelow(int number) {
        return weightBelow[number];
    }

    /** The score of a leaf in the baseline: that of the nearest pillar above that states one, 0 if there is none. */
    double baseline(int number) {
        return baseline[number];
    }

    /** Weight over the sum of weights of all siblings; coefficients and exponents as they are stated. */
    TwofoldWeight statedShare(int number) {
        return statedShare[number];
    }

    /** Product of the stated shares from the root down, to twice the digits. */
    TwofoldWeight statedTwofoldWeight(int number) {
        return statedEffectiveWeight[number];
    }

    /** The part of the whole weight that a node stands for, by magnitude: what coverage counts. */
    double coverageWeight(int number) {
        return coverageWeight[number];
    }

    /**
     * Whether a higher score of a node, as it leaves the node, makes the root higher; where a coefficient or a rescaling above
     * turns it round, lower.
     */
    boolean rises(int number) {
        boolean rises = true;
        for (int node = number; node >= 0; node = parent[node]) {
            boolean isTurned = node != number
                    && nodes.get(node) instanceof Pillar pillar
                    && pillar.direction() == Direction.LOWER_IS_BETTER;
            boolean isSubtracted = node > 0 && weight[node] < 0;
            rises = rises ^ isTurned ^ isSubtracted;
        }
        return rises;
    }

    /** The ids of the pillars above a node, the root left out. */
    ImmutableList<String> path(int number) {
        List<String> path = new ArrayList<>();
        for (int i = parent[number]; i > 0; i = parent[i]) {
            path.add(0, nodes.get(i).id());
        }
        return ImmutableList.copyOf(path);
    }
}
