package io.github.statecraft.score;

import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;

/**
 * A logarithm with its constants: {@code s ln(g s (x - c) + a)} with origin c, sign s, stretch g and offset a; the signed
 * logarithm has none. Rises with x. Immutable and thread-safe.
 *
 * @param transform which logarithm
 * @param origin c, in the unit of the column
 * @param sign s, 1 or -1
 * @param stretch g, positive
 * @param offset a, 0 or more
 */
record FittedLog(LogTransform transform, double origin, int sign, double stretch, double offset)
        implements Serializable {
    /**
     * The transformed number.
     *
     * @param x a finite number, or NaN
     * @return its logarithm; NaN for NaN
     * @throws IllegalArgumentException if x is infinite or its logarithm is not defined
     */
    double apply(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        if (Double.isInfinite(x)) {
            throw new IllegalArgumentException(
                    "Treatment.LogForm." + transform + " needs finite numbers but one was " + Numbers.shortest(x));
        }
        if (transform == LogTransform.SIGNED) {
            return Math.copySign(StrictMath.log1p(Math.abs(x)), x) + 0.0;
        }
        double distance = stretch * (sign * (x - origin));
        double argument = distance + offset;
        if (!(argument > 0 && Double.isFinite(argument))) {
            throw new IllegalArgumentException("Treatment.LogForm." + transform + " needs numbers "
                    + (sign > 0 ? "above " : "below ") + Numbers.shortest(origin - sign * offset / stretch)
                    + ", where its logarithm is defined, but one was " + Numbers.shortest(x)
                    + "; use another form, or cap the column before");
        }
        return sign * (offset == 1 ? StrictMath.log1p(distance) : StrictMath.log(argument)) + 0.0;
    }

    /**
     * The transformed number, or the limit where there is none: infinite on the side of what is beyond.
     *
     * @param x any number, also infinite
     * @return its logarithm; negative infinity below all that have one, positive infinity above
     */
    double limit(double x) {
        if (Double.isInfinite(x)) {
            return x;
        }
        double argument = stretch * (sign * (x - origin)) + offset;
        if (transform == LogTransform.SIGNED || (argument > 0 && Double.isFinite(argument))) {
            return apply(x);
        }
        return (argument > 0) == (sign > 0) ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    /**
     * The transformed column.
     *
     * @param column finite numbers, NaN where missing
     * @return a new column, NaN where missing
     * @throws IllegalArgumentException if the logarithm of a number is not defined
     */
    double[] apply(double[] column) {
        double[] logarithms = new double[column.length];
        for (int row = 0; row < column.length; row++) {
            logarithms[row] = apply(column[row]);
        }
        return logarithms;
    }

    /** The name of the transform and its constants. */
    @Override
    public String toString() {
        return transform + " with origin " + Numbers.shortest(origin) + ", sign " + sign + ", stretch "
                + Numbers.shortest(stretch) + ", offset " + Numbers.shortest(offset);
    }
}
