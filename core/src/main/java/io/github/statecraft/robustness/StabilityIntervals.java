package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;

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
    private final ImmutableList<StabilityInterval> intervals;

    private StabilityIntervals(WeightSpace space, int firstRanks, ImmutableList<StabilityInterval> intervals) {
        this.space = space;
        this.firstRanks = firstRanks;
        this.intervals = intervals;
    }

    static StabilityIntervals of(WeightSpace space, int firstRanks, ImmutableList<StabilityInterval> intervals) {
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
    public ImmutableList<StabilityInterval> intervals() {
        return intervals;
    }

    /**
     * The interval of a criterion.
     *
     * @param criterion its id
     * @return the interval
     * @throws IllegalArgumentException if there is no such criterion
     */
    public StabilityInterval interval(String criterion) {
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
        if (!criteria.leftOut().isEmpty()) {
            text.note(CriteriaText.leftOut(criteria));
        }
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
}
