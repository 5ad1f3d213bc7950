package io.github.statecraft.score;

import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;

/**
 * The limits that numbers are brought to if they lie beyond. A limit that is infinite limits nothing.
 *
 * @param lower smaller numbers become this one; negative infinity for no limit
 * @param upper larger numbers become this one; positive infinity for no limit
 */
record Caps(double lower, double upper) implements Serializable {
    private static final int DIGITS = 6;

    /** Leaves every number as it is. */
    static final Caps NONE = new Caps(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Checks that some number lies between the limits. */
    Caps {
        if (!(lower <= upper) || lower == Double.POSITIVE_INFINITY || upper == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "Caps.lower must not be above Caps.upper, and some number must lie between," + " but they were "
                            + Numbers.shortest(lower) + " and " + Numbers.shortest(upper));
        }
    }

    /**
     * A number within the limits.
     *
     * @param x any number, or NaN
     * @return the number, or the limit that it is beyond; NaN for NaN
     */
    double apply(double x) {
        if (x > upper) {
            return upper;
        }
        return x < lower ? lower : x;
    }

    /**
     * A column within the limits.
     *
     * @param column numbers, NaN where missing
     * @return a new column
     */
    double[] apply(double[] column) {
        double[] capped = new double[column.length];
        for (int row = 0; row < column.length; row++) {
            capped[row] = apply(column[row]);
        }
        return capped;
    }

    /**
     * Whether a number lies beyond a limit.
     *
     * @param x any number, or NaN
     * @return true if it would change
     */
    boolean change(double x) {
        return x > upper || x < lower;
    }

    /** The limits there are, to six digits. */
    @Override
    public String toString() {
        String below = lower == Double.NEGATIVE_INFINITY ? "" : Numbers.significant(lower, DIGITS) + " below";
        String above = upper == Double.POSITIVE_INFINITY ? "" : Numbers.significant(upper, DIGITS) + " above";
        if (below.isEmpty() && above.isEmpty()) {
            return "no cap";
        }
        return "cap at " + below + (below.isEmpty() || above.isEmpty() ? "" : " and at ") + above;
    }
}
