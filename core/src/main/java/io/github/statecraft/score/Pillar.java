package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutputRange;
import io.github.statecraft.score.method.Weighting;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An inner node of an index: children, how their scores are aggregated, and how much the result counts among its siblings.
 * The root of an index is a pillar too; its own weight counts for nothing.
 *
 * <p>Invariants: at least one child; weights of children not negative and not all zero, but for coefficients and exponents,
 * which may be negative; if the weights are stated to sum to something, they do so to 1e-9 of it; what aggregation and
 * weighting say of children is about these children. Immutable, thread-safe, serialisable; equal if all attributes are equal.
 */
@Value.Immutable
public abstract non-sealed class Pillar implements IndexNode, WithPillar {
    /** How far the weights may be off a stated sum, relative to it: the rounding of decimals in a file, and no more. */
    public static final double SUM_TOLERANCE = 1e-9;

    Pillar() {}

    @Override
    public abstract String id();

    @Override
    @Value.Default
    public String label() {
        return id();
    }

    @Override
    @Value.Default
    public double weight() {
        return 1;
    }

    /**
     * How the scores of the children become the pillar's.
     *
     * @return arithmetic mean by default
     */
    @Value.Default
    public Aggregation aggregation() {
        return Aggregation.arithmetic();
    }

    /**
     * Where the weights of the children come from.
     *
     * @return {@link Weighting#stated()} by default
     */
    @Value.Default
    public Weighting weighting() {
        return Weighting.stated();
    }

    /**
     * How the aggregated score is rescaled: brought to a range, turned round, ranked.
     *
     * @return empty if it is taken as it comes
     */
    public abstract Optional<Normalisation> normalisation();

    /**
     * Which way of the aggregated score is good, if it is rescaled; LOWER_IS_BETTER turns a sub-index round.
     *
     * @return {@link Direction#HIGHER_IS_BETTER} by default
     */
    @Value.Default
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    /**
     * What the aggregated score is rescaled to, if it is rescaled.
     *
     * @return {@link OutputRange#HUNDRED} by default
     */
    @Value.Default
    public OutputRange range() {
        return OutputRange.HUNDRED;
    }

    /**
     * What absent data does in this pillar, where it differs from the policy of the framework. "Overall" then means the
     * indicators below the pillar.
     *
     * @return empty if the policy of the framework holds
     */
    public abstract Optional<MissingDataPolicy> missing();

    /**
     * The nodes below. Their order changes nothing but the order of printing.
     *
     * @return at least one
     */
    public abstract ImmutableList<IndexNode> children();

    /**
     * What the weights of the children are stated to sum to.
     *
     * @return 1 or 100 usually; empty if only ratios are meant
     */
    public abstract Optional<Double> weightsSumTo();

    /**
     * Why the children have these weights.
     *
     * @return empty if no reason is given
     */
    @Override
    public abstract Optional<String> reason();

    /**
     * Starts a pillar.
     *
     * @return a builder; id and children are required
     */
    public static Builder builder() {
        return new Builder();
    }

    /** One line: id, weight, method, ids of the children. */
    @Override
    public String toString() {
        return id() + " (weight " + Numbers.shortest(weight()) + ", " + steps() + " of "
                + String.join(", ", children().stream().map(IndexNode::id).toList()) + ")";
    }

    /** What is done to the scores of the children, in the order of the steps. */
    String steps() {
        return (weighting() instanceof Weighting.Stated ? "" : weighting() + "; ")
                + aggregation()
                + normalisation()
                        .map(n -> "; then " + n + (direction() == Direction.LOWER_IS_BETTER ? ", lower is better" : "")
                                + (range().equals(OutputRange.HUNDRED) ? "" : ", onto " + range()))
                        .orElse("")
                + missing().map(m -> "; " + m).orElse("");
    }

    /** Checks, and makes a weight of minus zero zero, so that equal weights are equal. */
    @Value.Check
    Pillar check() {
        Nodes.check("Pillar", this);
        if (children().isEmpty()) {
            throw new IllegalArgumentException("Pillar " + id() + " must have at least one child");
        }
        double sum = sumOfWeights();
        PillarRules.check(this, sum);
        weightsSumTo().ifPresent(stated -> {
            if (!(Math.abs(sum - stated) <= SUM_TOLERANCE * Math.abs(stated))) {
                throw new IllegalArgumentException(
                        "Pillar " + id() + ": the weights of its children are stated to sum to "
                                + Numbers.shortest(stated) + " but sum to " + Numbers.shortest(sum)
                                + "; correct them or leave out weightsSumTo");
            }
        });
        return Nodes.isMinusZero(weight()) ? withWeight(0) : this;
    }

    double sumOfWeights() {
        try {
            // coefficients may cancel, but their magnitudes are summed as well
            IndexTree.total(children().stream()
                    .mapToDouble(child -> Math.abs(child.weight()))
                    .toArray());
            return ExactSum.of(
                    children().stream().mapToDouble(IndexNode::weight).toArray());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "Pillar " + id()
                            + ": the weights of its children are too large to be summed; only their ratios count",
                    e);
        }
    }

    /** Builds a {@link Pillar}. */
    public static final class Builder extends ImmutablePillar.Builder {
        Builder() {}
    }
}
