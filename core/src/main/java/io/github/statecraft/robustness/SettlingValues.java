package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.input.Problems;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What settling each single datum would do for the question whether one unit is ahead of another: of every value behind the two
 * scores where it would turn the order, and of those whose spread is known what the gap owes to it. The values come in the order
 * of the part of the gap's variance that goes if they are settled, the largest first; then those of unknown spread, that whose
 * threshold is the nearest first.
 *
 * <p>A threshold says how much a value would have to be off, not how likely that is. Immutable, thread-safe, serialisable; equal
 * if all of it is equal.
 */
public final class SettlingValues implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Frame frame;
    private final ImmutableList<SettlingValue> values;

    /**
     * What all values share.
     *
     * @param title framework and version
     * @param unit the unit that is asked for
     * @param other the unit that it is compared with
     * @param labels by unit
     * @param gap points by which the unit is ahead as stated
     * @param weights over which weights the shares are
     * @param share of weightings under which the unit is ahead as stated; NaN if there is no answer
     * @param noShare why there is no answer; empty if there is
     * @param gapVariance of the gap over the data
     * @param draws of the data
     * @param ahead of them, in how many the unit is ahead
     * @param seed of the draws
     * @param isIntegral whether the variance is an integral
     * @param isOwnReference whether the method is fitted anew
     * @param inputs values behind the scores
     * @param covered of known spread
     * @param judged of these by judgement
     * @param missing columns that each of the two lacks
     */
    record Frame(
            String title,
            String unit,
            String other,
            ImmutableMap<String, String> labels,
            double gap,
            WeightSet weights,
            double share,
            String noShare,
            double gapVariance,
            int draws,
            int ahead,
            long seed,
            boolean isIntegral,
            boolean isOwnReference,
            int inputs,
            int covered,
            int judged,
            ImmutableMap<String, ImmutableList<String>> missing)
            implements Serializable {
        @Override
        public String toString() {
            return title + ": " + unit + " and " + other;
        }
    }

    SettlingValues(Frame frame, ImmutableList<SettlingValue> values) {
        this.frame = frame;
        this.values = values;
    }

    /**
     * The unit that is asked for.
     *
     * @return its id
     */
    public String unit() {
        return frame.unit();
    }

    /**
     * The unit that it is compared with.
     *
     * @return its id
     */
    public String other() {
        return frame.other();
    }

    /**
     * By how much the unit is ahead, under the stated weights and with all values as stated.
     *
     * @return points; negative if it is behind
     */
    public double gap() {
        return frame.gap();
    }

    /**
     * Over which weights shares are.
     *
     * @return the set and its measure
     */
    public WeightSet weights() {
        return frame.weights();
    }

    /**
     * The share of weightings of the root's children under which the unit is ahead, with all values as stated.
     *
     * @return exact, from 0 to 1; empty if there is no exact answer
     */
    public OptionalDouble share() {
        return Double.isNaN(frame.share()) ? OptionalDouble.empty() : OptionalDouble.of(frame.share());
    }

    /**
     * The standard deviation of the gap under the stated weights when all uncertain values vary.
     *
     * @return points; 0 if no spread is known
     */
    public double gapStandardDeviation() {
        return Math.sqrt(frame.gapVariance());
    }

    /**
     * In which part of the draws of all uncertain values the unit is strictly ahead under the stated weights.
     *
     * @return from 0 to 1
     */
    public double shareOfDrawsAhead() {
        return (double) frame.ahead() / frame.draws();
    }

    /**
     * How far off that part may be.
     *
     * @return its standard error, sqrt(p (1 - p) / draws)
     */
    public double shareOfDrawsAheadError() {
        double share = shareOfDrawsAhead();
        return Math.sqrt(share * (1 - share) / frame.draws());
    }

    /**
     * How many values the method reads of the two units or, where it looks at the table, of all that hold a rank.
     *
     * @return at least 1
     */
    public int inputs() {
        return frame.inputs();
    }

    /**
     * Of how many inputs the spread is known; what the others would add is not.
     *
     * @return from 0 to {@link #inputs()}, exact values among them
     */
    public int covered() {
        return frame.covered();
    }

    /**
     * Of how many of these the spread is judgement.
     *
     * @return from 0 to {@link #covered()}
     */
    public int judged() {
        return frame.judged();
    }

    /**
     * All values of the two units and, where the method looks at the table, the uncertain ones of others.
     *
     * @return the value whose settling takes the largest part of the variance first
     */
    public ImmutableList<SettlingValue> values() {
        return values;
    }

    /**
     * One value.
     *
     * @param unit id of a unit
     * @param indicator id of a column of the table
     * @return the value
     * @throws IllegalArgumentException if it is not among {@link #values()}
     */
    public SettlingValue value(String unit, String indicator) {
        return values.stream()
                .filter(value -> value.unit().equals(unit) && value.indicator().equals(indicator))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("SettlingValues of " + frame + ": there is no "
                        + Problems.quote(indicator) + " of " + Problems.quote(unit)));
    }

    /**
     * The value of which the smallest relative change turns the order: the datum that would change it most.
     *
     * @return empty if no value alone turns the order
     */
    public Optional<SettlingValue> nearest() {
        return values.stream()
                .filter(value -> value.thresholdDistance().isPresent())
                .min((a, b) -> Double.compare(
                        Math.abs(a.thresholdDistance().orElseThrow()),
                        Math.abs(b.thresholdDistance().orElseThrow())));
    }

    /** What all values share. */
    Frame frame() {
        return frame;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SettlingValues that && frame.equals(that.frame) && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(frame, values);
    }

    /** What would turn the order, and what settling would show, in two tables. */
    @Override
    public String toString() {
        return SettlingText.of(this);
    }
}
