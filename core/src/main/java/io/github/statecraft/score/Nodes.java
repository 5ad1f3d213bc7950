package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.text.Numbers;

/** What indicators and pillars have in common. */
final class Nodes {
    private Nodes() {}

    static void check(String owner, IndexNode node) {
        if (node.id().isBlank()) {
            throw new IllegalArgumentException(owner + ".id must not be blank");
        }
        if (node.label().isBlank()) {
            throw new IllegalArgumentException(owner + " " + node.id() + ": label must not be blank");
        }
        if (!(node.weight() >= 0 && Double.isFinite(node.weight()))) {
            throw new IllegalArgumentException(owner + " " + node.id()
                    + ": weight must be finite and not negative but was " + Numbers.shortest(node.weight()));
        }
    }

    static boolean isMinusZero(double weight) {
        return weight == 0 && 1 / weight < 0;
    }

    /** The node and everything below it, parents before children. */
    static ImmutableList<IndexNode> all(IndexNode node) {
        ImmutableList.Builder<IndexNode> all = ImmutableList.builder();
        collect(node, all);
        return all.build();
    }

    private static void collect(IndexNode node, ImmutableList.Builder<IndexNode> all) {
        all.add(node);
        if (node instanceof Pillar pillar) {
            pillar.children().forEach(child -> collect(child, all));
        }
    }
}
