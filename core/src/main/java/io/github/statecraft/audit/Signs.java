package io.github.statecraft.audit;

import com.google.common.collect.ImmutableMap;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.method.Direction;
import java.util.Objects;

/**
 * The intended signs of a tree: 1 where a better score is meant to make what it acts on better, -1 where it is meant to make it
 * worse, because it is subtracted or divided by, or because a pillar above is rescaled with lower is better.
 */
final class Signs {
    /** Of every node, the sign with which its score acts on the root. */
    private final ImmutableMap<String, Integer> up;

    private Signs(ImmutableMap<String, Integer> up) {
        this.up = up;
    }

    static Signs of(Pillar index) {
        ImmutableMap.Builder<String, Integer> up = ImmutableMap.builder();
        collect(index, 1, up);
        return new Signs(up.buildOrThrow());
    }

    private static void collect(IndexNode node, int sign, ImmutableMap.Builder<String, Integer> up) {
        up.put(node.id(), sign);
        if (node instanceof Pillar pillar) {
            int turn = pillar.direction() == Direction.LOWER_IS_BETTER ? -1 : 1;
            for (IndexNode child : pillar.children()) {
                collect(child, sign * turn * intoAggregate(child), up);
            }
        }
    }

    /** The sign with which a child enters the aggregate of its pillar, before that is rescaled: that of its weight. */
    static int intoAggregate(IndexNode child) {
        return child.weight() < 0 ? -1 : 1;
    }

    /**
     * The sign that the correlation of two nodes is meant to have: what they do to the root, one times the other. What both have
     * in common on the way up falls out, so that for a child and its pillar it is the sign of that step, and for siblings the
     * product of both signs into their pillar.
     */
    int between(String node, String other) {
        return Objects.requireNonNull(up.get(node)) * Objects.requireNonNull(up.get(other));
    }

    /** Whether any node is meant to make the root worse. */
    boolean hasTurned() {
        return up.containsValue(-1);
    }
}
