package io.github.statecraft.audit;

import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One node below the root: how it goes with its siblings, its pillar, other pillars and the index, and whether its weight has
 * the effect that it states.
 *
 * <p>Correlations are those of Pearson of scores, over the units that have both, taken with the intended sign, see {@link
 * StatisticalAudit}: above 0 the two go together as the tree means them to. The effective share is the importance of P.
 * Paruolo, M. Saisana and A. Saltelli, "Ratings and rankings: voodoo or science?", Journal of the Royal Statistical Society A
 * 176 (2013) 609-634, its linear version: the squared correlation of the node with its pillar, divided by the sum of those of
 * all children. It sees straight lines only, where the correlation ratio of the paper sees any curve.
 *
 * <p>Immutable, thread-safe, serialisable.
 *
 * @param node its id
 * @param pillar the id of its parent
 * @param withSiblings correlations by sibling id, in the order of the tree
 * @param withPillar correlation with its parent, of which it is a part; not defined for an only child
 * @param withOtherPillars correlations with the other pillars of the parent's level, by id
 * @param withIndex correlation with the root
 * @param statedShare the weight that counts, over the sum of those of all children in absolute value, 0 to 1
 * @param effectiveShare 0 to 1; not defined for an only child
 */
public record NodeProfile(
        String node,
        String pillar,
        ImmutableMap<String, Statistic> withSiblings,
        Statistic withPillar,
        ImmutableMap<String, Statistic> withOtherPillars,
        Statistic withIndex,
        double statedShare,
        Statistic effectiveShare)
        implements Serializable {
    /** Checks that nothing is null and the stated share is in [0, 1]. */
    public NodeProfile {
        Objects.requireNonNull(node, "NodeProfile.node");
        Objects.requireNonNull(pillar, "NodeProfile.pillar");
        Objects.requireNonNull(withSiblings, "NodeProfile.withSiblings");
        Objects.requireNonNull(withPillar, "NodeProfile.withPillar");
        Objects.requireNonNull(withOtherPillars, "NodeProfile.withOtherPillars");
        Objects.requireNonNull(withIndex, "NodeProfile.withIndex");
        Objects.requireNonNull(effectiveShare, "NodeProfile.effectiveShare");
        if (!(statedShare >= 0 && statedShare <= 1)) {
            throw new IllegalArgumentException("NodeProfile.statedShare of " + node + " must be in [0, 1] but was "
                    + Numbers.shortest(statedShare));
        }
    }

    /**
     * The effective share over the stated one.
     *
     * @return 1 if the weight has the effect that it states; empty if there is no effective share or the weight is 0
     */
    public OptionalDouble ratio() {
        return effectiveShare.isDefined() && statedShare > 0
                ? OptionalDouble.of(effectiveShare.value().orElseThrow() / statedShare)
                : OptionalDouble.empty();
    }

    /** In words. */
    @Override
    public String toString() {
        return node + " in " + pillar + ": correlation with its pillar " + withPillar + ", with the index " + withIndex
                + "; states " + Numbers.fixed(100 * statedShare, 1) + "% of the weight, has an effective share of "
                + effectiveShare;
    }
}
