package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.score.method.Aggregation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The tree of a framework laid out for scoring: nodes numbered parents before children, leaves numbered in the order of the
 * tree.
 */
final class IndexTree {
    private final ImmutableList<IndexNode> nodes;
    private final ImmutableMap<String, Integer> numbers;
    private final int[] parent;
    private final int[][] children;
    private final int[] leaf;
    private final boolean[] geometric;
    private final TwofoldWeight[] weightBelow;
    private final TwofoldWeight[] statedShare;
    private final TwofoldWeight[] statedEffectiveWeight;
    private final double[] baseline;
    private final int leaves;

    IndexTree(Pillar index) {
        nodes = Nodes.all(index);
        int n = nodes.size();
        ImmutableMap.Builder<String, Integer> byId = ImmutableMap.builder();
        for (int i = 0; i < n; i++) {
            byId.put(nodes.get(i).id(), i);
        }
        numbers = byId.buildOrThrow();
        parent = new int[n];
        children = new int[n][];
        leaf = new int[n];
        geometric = new boolean[n];
        weightBelow = new TwofoldWeight[n];
        statedShare = new TwofoldWeight[n];
        statedEffectiveWeight = new TwofoldWeight[n];
        baseline = new double[n];
        statedShare[0] = TwofoldWeight.ONE;
        statedEffectiveWeight[0] = TwofoldWeight.ONE;
        List<Integer> open = new ArrayList<>();
        layOut(index, -1, 0, open);
        leaves = open.size();
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
        geometric[number] = pillar.aggregation() instanceof Aggregation.Geometric;
        double below = pillar.aggregation() instanceof Aggregation.Geometric g ? g.baseline() : leafBaseline;
        weightBelow[number] =
                total(pillar.children().stream().mapToDouble(IndexNode::weight).toArray());
        children[number] = new int[pillar.children().size()];
        for (int i = 0; i < children[number].length; i++) {
            IndexNode child = pillar.children().get(i);
            int childNumber = number(child.id());
            children[number][i] = childNumber;
            statedShare[childNumber] = TwofoldWeight.share(child.weight(), weightBelow[number]);
            statedEffectiveWeight[childNumber] = statedEffectiveWeight[number].times(statedShare[childNumber]);
            layOut(child, number, below, leavesSoFar);
        }
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

    int size() {
        return nodes.size();
    }

    int leaves() {
        return leaves;
    }

    IndexNode node(int number) {
        return nodes.get(number);
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

    boolean isGeometric(int number) {
        return geometric[number];
    }

    /** Whether there is a geometric mean anywhere. */
    boolean hasGeometric() {
        for (boolean isGeometric : geometric) {
            if (isGeometric) {
                return true;
            }
        }
        return false;
    }

    /** The sum of the weights of the children. */
    TwofoldWeight weightBelow(int number) {
        return weightBelow[number];
    }

    /** The score of a leaf in the baseline: that of the nearest geometric pillar above, 0 if there is none. */
    double baseline(int number) {
        return baseline[number];
    }

    /** Weight over the sum of weights of all siblings. */
    TwofoldWeight statedShare(int number) {
        return statedShare[number];
    }

    /** Product of the stated shares from the root down, to twice the digits. */
    TwofoldWeight statedTwofoldWeight(int number) {
        return statedEffectiveWeight[number];
    }

    /** Product of the stated shares from the root down. */
    double statedEffectiveWeight(int number) {
        return statedEffectiveWeight[number].high();
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
