package io.github.statecraft.score.method;

import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;

/**
 * The common scale that a normalisation maps onto: its bad end scores {@code low}, its good end {@code high}. Immutable and
 * thread-safe.
 *
 * @param low the score of the bad end
 * @param high the score of the good end, above {@code low}
 */
public record OutputRange(double low, double high) implements Serializable {
    /** From 0 to 100, the range of every framework that does not state another. */
    public static final OutputRange HUNDRED = new OutputRange(0, 100);

    /** From 0 to 1, as in the Human Development Index. */
    public static final OutputRange ONE = new OutputRange(0, 1);

    /** Checks that the ends are finite and in order. */
    public OutputRange {
        if (!(Double.isFinite(low) && Double.isFinite(high) && low < high && Double.isFinite(high - low))) {
            throw new IllegalArgumentException("OutputRange must have finite low < high but was "
                    + Numbers.shortest(low) + " to " + Numbers.shortest(high) + "; direction says which way is good");
        }
        low += 0.0;
        high += 0.0;
    }

    /**
     * A range.
     *
     * @param low the score of the bad end
     * @param high the score of the good end, above {@code low}
     * @return the range
     * @throws IllegalArgumentException if an end is not finite or {@code low < high} does not hold
     */
    public static OutputRange of(double low, double high) {
        return new OutputRange(low, high);
    }

    @Override
    public String toString() {
        return Numbers.shortest(low) + " to " + Numbers.shortest(high);
    }
}
