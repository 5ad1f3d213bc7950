package io.github.statecraft.estimate;

import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;

/**
 * What is known of the uncertainty of a value. Most sources give none: that is {@link Unknown}, and never the same as
 * {@link Exact}.
 */
public sealed interface Spread extends Serializable {

    /** The value has no uncertainty: a complete count, a date in a legal text. */
    record Exact() implements Spread {
        @Override
        public String toString() {
            return "exact";
        }
    }

    /** The source gives no uncertainty. The usual case. */
    record Unknown() implements Spread {
        @Override
        public String toString() {
            return "spread unknown";
        }
    }

    /**
     * A 90 % interval.
     *
     * @param low 5 % quantile, in the unit of the value
     * @param high 95 % quantile, in the unit of the value
     */
    record Interval90(double low, double high) implements Spread {
        /** Checks that both ends are finite and in order. */
        public Interval90 {
            checkEnds("Interval90", low, high);
            low += 0.0;
            high += 0.0;
        }

        @Override
        public String toString() {
            return "90 % interval " + Numbers.shortest(low) + " to " + Numbers.shortest(high);
        }
    }

    /**
     * The ends of what a source or a residual allows.
     *
     * @param low lowest possible value
     * @param high highest possible value
     */
    record Range(double low, double high) implements Spread {
        /** Checks that both ends are finite and in order. */
        public Range {
            checkEnds("Range", low, high);
            low += 0.0;
            high += 0.0;
        }

        @Override
        public String toString() {
            return "range " + Numbers.shortest(low) + " to " + Numbers.shortest(high);
        }
    }

    /**
     * A 90 % interval that nobody published: put there by a {@link SpreadPolicy}. Never part of an observation, so that a
     * judgement is not taken for a measured interval.
     *
     * @param low 5 % quantile, in the unit of the value
     * @param high 95 % quantile, in the unit of the value
     */
    record Judgement90(double low, double high) implements Spread {
        /** Checks that both ends are finite and in order. */
        public Judgement90 {
            checkEnds("Judgement90", low, high);
            low += 0.0;
            high += 0.0;
        }

        @Override
        public String toString() {
            return "JUDGEMENT: 90 % interval " + Numbers.shortest(low) + " to " + Numbers.shortest(high);
        }
    }

    /**
     * Whether anything is known.
     *
     * @return false for {@link Unknown} only
     */
    default boolean isKnown() {
        return !(this instanceof Unknown);
    }

    private static void checkEnds(String type, double low, double high) {
        if (!(Double.isFinite(low) && Double.isFinite(high))) {
            throw new IllegalArgumentException("Spread." + type + " must have finite ends but was "
                    + Numbers.shortest(low) + " to " + Numbers.shortest(high));
        }
        if (!(low <= high)) {
            throw new IllegalArgumentException("Spread." + type + " must have low <= high but was "
                    + Numbers.shortest(low) + " to " + Numbers.shortest(high));
        }
    }
}
