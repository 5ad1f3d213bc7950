package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * How far each weight alone can vary before the first ranks change: the weight stability intervals of B. Mareschal (Weight
 * stability intervals in multicriteria decision aid, European Journal of Operational Research 33 (1988) 54-64). As the weight of
 * criterion k goes to t, the others keep their proportions, {@code w_j = stated_j (1 - t) / (1 - stated_k)}; if the stated weight
 * of k is 1, so that the others have none, they share the rest equally. What compares units is linear in t, so the ends are
 * exact.
 *
 * <p>Wide intervals do not say that all weights can vary together: {@link WeightFlip} does, in the largest-change norm.
 *
 * <p>Immutable, thread-safe, serialisable; equal if all of it is equal.
 */
public final class StabilityIntervals implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final WeightSpace space;
    private final int firstRanks;
    private final ImmutableList<Interval> intervals;

    private StabilityIntervals(WeightSpace space, int firstRanks, ImmutableList<Interval> intervals) {
        this.space = space;
        this.firstRanks = firstRanks;
        this.intervals = intervals;
    }

    static StabilityIntervals of(WeightSpace space, int firstRanks, ImmutableList<Interval> intervals) {
        return new StabilityIntervals(space, firstRanks, intervals);
    }

    /**
     * What is compared, and the set at whose edge intervals end.
     *
     * @return criteria and weight set
     */
    public WeightSpace space() {
        return space;
    }

    /**
     * Which ranks have to stay as they are.
     *
     * @return 1 for the first alone, the number of units for the whole ranking
     */
    public int firstRanks() {
        return firstRanks;
    }

    /**
     * The intervals.
     *
     * @return one for each criterion, in the order of the columns
     */
    public ImmutableList<Interval> intervals() {
        return intervals;
    }

    /**
     * The interval of a criterion.
     *
     * @param criterion its id
     * @return the interval
     * @throws IllegalArgumentException if there is no such criterion
     */
    public Interval interval(String criterion) {
        return intervals.get(space.criteria().column(criterion));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StabilityIntervals that
                && space.equals(that.space)
                && firstRanks == that.firstRanks
                && intervals.equals(that.intervals);
    }

    @Override
    public int hashCode() {
        return Objects.hash(space, firstRanks, intervals);
    }

    /** Stated weight, ends, and who overtakes whom beyond them, by criterion. */
    @Override
    public String toString() {
        Criteria criteria = space.criteria();
        TextTable.Builder text = TextTable.builder()
                .title("Stability intervals of weights, " + kept() + ": " + criteria.title())
                .left("criterion")
                .right("stated, %")
                .right("from, %")
                .right("to, %")
                .wrapped("below")
                .wrapped("above");
        intervals.forEach(interval -> text.row(
                interval.criterion(),
                WeightFlipText.percent(interval.statedWeight()),
                WeightFlipText.percent(interval.low()),
                WeightFlipText.percent(interval.high()),
                interval.below().toString(),
                interval.above().toString()));
        text.note("Each weight varies alone, the others keep their proportions.");
        text.note(
                "Method: exact, in closed form; " + WeightFlipText.set(space.weights()) + "; " + criteria.aggregation()
                        + "; " + Numbers.grouped(criteria.units().size()) + " units.");
        text.note(CriteriaText.heldFixed(criteria));
        CriteriaText.leftOut(criteria).ifPresent(text::note);
        return text.build().toString();
    }

    private String kept() {
        if (firstRanks == 1) {
            return "first rank kept";
        }
        return firstRanks == space.criteria().units().size()
                ? "whole ranking kept"
                : "first " + Numbers.grouped(firstRanks) + " ranks kept";
    }

    /**
     * Between which values one weight can vary, the other weights keeping their proportions, before the first ranks change. The ends
     * belong to it: there two units tie, and beyond one is ahead of the other. An end at which nobody overtakes is where weights end:
     * at 0 or 1, or at the edge of the weight set. Immutable, thread-safe, serialisable; equal if all of it is equal.
     */
    public static final class Interval implements Serializable {
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

        private Interval(String criterion, double statedWeight, End below, End above) {
            this.criterion = criterion;
            this.statedWeight = statedWeight;
            this.below = below;
            this.above = above;
        }

        static Interval of(String criterion, double statedWeight, End below, End above) {
            return new Interval(criterion, statedWeight, below, above);
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
            return other instanceof Interval that
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
}
