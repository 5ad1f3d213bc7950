package io.github.statecraft.robustness;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * Between which values one weight can vary, the other weights keeping their proportions, before the first ranks change. The ends
 * belong to it: there two units tie, and beyond one is ahead of the other. An end at which nobody overtakes is where weights end:
 * at 0 or 1, or at the edge of the weight set. Immutable, thread-safe, serialisable; equal if all of it is equal.
 */
public final class StabilityInterval implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String criterion;
    private final double statedWeight;
    private final End below;
    private final End above;

    /** An end: the weight, who overtakes whom beyond it, both empty if nobody does. */
    record End(double weight, String overtaker, String overtaken) implements Serializable {
        static End at(double weight) {
            return new End(weight, "", "");
        }

        boolean isOvertaking() {
            return !overtaker.isEmpty();
        }

        @Override
        public String toString() {
            return isOvertaking() ? overtaker + " overtakes " + overtaken : "";
        }
    }

    private StabilityInterval(String criterion, double statedWeight, End below, End above) {
        this.criterion = criterion;
        this.statedWeight = statedWeight;
        this.below = below;
        this.above = above;
    }

    static StabilityInterval of(String criterion, double statedWeight, End below, End above) {
        return new StabilityInterval(criterion, statedWeight, below, above);
    }

    /**
     * Whose weight varies.
     *
     * @return id of a criterion
     */
    public String criterion() {
        return criterion;
    }

    /**
     * The weight it has.
     *
     * @return a share, in the interval
     */
    public double statedWeight() {
        return statedWeight;
    }

    /**
     * The lower end.
     *
     * @return a share from 0 to the stated weight
     */
    public double low() {
        return below.weight();
    }

    /**
     * The upper end.
     *
     * @return a share from the stated weight to 1
     */
    public double high() {
        return above.weight();
    }

    /**
     * Who overtakes as the weight falls below the lower end.
     *
     * @return id of a unit; empty if the weight cannot fall further
     */
    public Optional<String> overtakerBelow() {
        return named(below.overtaker());
    }

    /**
     * Who is overtaken as the weight falls below the lower end.
     *
     * @return id of a unit; empty if the weight cannot fall further
     */
    public Optional<String> overtakenBelow() {
        return named(below.overtaken());
    }

    /**
     * Who overtakes as the weight rises above the upper end.
     *
     * @return id of a unit; empty if the weight cannot rise further
     */
    public Optional<String> overtakerAbove() {
        return named(above.overtaker());
    }

    /**
     * Who is overtaken as the weight rises above the upper end.
     *
     * @return id of a unit; empty if the weight cannot rise further
     */
    public Optional<String> overtakenAbove() {
        return named(above.overtaken());
    }

    private static Optional<String> named(String unit) {
        return unit.isEmpty() ? Optional.empty() : Optional.of(unit);
    }

    End below() {
        return below;
    }

    End above() {
        return above;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StabilityInterval that
                && criterion.equals(that.criterion)
                && Double.compare(statedWeight, that.statedWeight) == 0
                && below.equals(that.below)
                && above.equals(that.above);
    }

    @Override
    public int hashCode() {
        return Objects.hash(criterion, statedWeight, below, above);
    }

    /** In one line, such as {@code reach: 25.0 % may vary from 12.5 % (B overtakes A) to 100.0 %}. */
    @Override
    public String toString() {
        return criterion + ": " + WeightFlipText.percent(statedWeight) + " % may vary from " + text(below) + " to "
                + text(above);
    }

    private static String text(End end) {
        return WeightFlipText.percent(end.weight()) + " %" + (end.isOvertaking() ? " (" + end + ")" : "");
    }
}
