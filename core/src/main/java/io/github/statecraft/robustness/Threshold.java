package io.github.statecraft.robustness;

import java.util.function.DoubleUnaryOperator;

/**
 * Where a function of one value changes its sign: searched outwards from the stated value in both directions, each step as long as
 * the way so far, then by bisection. The nearer of the two is taken. A sign that changes twice within one step is not seen.
 */
final class Threshold {
    /** The first step, as a part of the scale of the value. */
    static final double FIRST_STEP = 0.01;

    /** How far the search goes, in scales of the value. */
    static final double FURTHEST = 1e6;

    private static final int MOST_HALVINGS = 200;
    /** Of the scale of the value; a threshold is known to this. */
    private static final double PRECISION = 1e-13;

    private final DoubleUnaryOperator gap;
    private final double value;
    private final double scale;
    private final boolean isAhead;

    private Threshold(DoubleUnaryOperator gap, double value, double scale, boolean isAhead) {
        this.gap = gap;
        this.value = value;
        this.scale = scale;
        this.isAhead = isAhead;
    }

    /**
     * The nearest value at which the order is no longer what it is.
     *
     * @param gap a function of the value; NaN where it is not defined, which ends the search in that direction
     * @param value the stated value
     * @param scale a typical size of the value, positive
     * @param lowest the smallest value there may be, possibly infinite
     * @param highest the largest value there may be, possibly infinite
     * @return NaN if there is none, or no order at the stated value
     */
    static double nearest(DoubleUnaryOperator gap, double value, double scale, double lowest, double highest) {
        double stated = gap.applyAsDouble(value);
        if (!(stated != 0)) {
            return Double.NaN;
        }
        Threshold search = new Threshold(gap, value, scale, stated > 0);
        double below = search.towards(Math.max(lowest, value - FURTHEST * scale));
        double above = search.towards(Math.min(highest, value + FURTHEST * scale));
        if (Double.isNaN(below) || Double.isNaN(above)) {
            return Double.isNaN(below) ? above : below;
        }
        return value - below <= above - value ? below : above;
    }

    private double towards(double end) {
        double same = value;
        double sign = end < value ? -1 : 1;
        for (double step = FIRST_STEP * scale; same != end; step *= 2) {
            double next = sign * (value + sign * step - end) < 0 ? value + sign * step : end;
            double there = gap.applyAsDouble(next);
            if (Double.isNaN(there)) {
                return boundary(same, next);
            }
            if (isTurned(there)) {
                return bisect(same, next);
            }
            same = next;
        }
        return Double.NaN;
    }

    private boolean isTurned(double there) {
        return isAhead ? there <= 0 : there >= 0;
    }

    /** The turn between a value with the stated order and one without. */
    private double bisect(double from, double to) {
        double same = from;
        double turned = to;
        for (int i = 0; i < MOST_HALVINGS && Math.abs(turned - same) > PRECISION * scale; i++) {
            double middle = same + (turned - same) / 2;
            if (middle == same || middle == turned) {
                break;
            }
            double there = gap.applyAsDouble(middle);
            if (Double.isNaN(there) || isTurned(there)) {
                turned = middle;
            } else {
                same = middle;
            }
        }
        return turned;
    }

    /** The turn before a value where the gap is not defined; NaN if there is none. */
    private double boundary(double from, double to) {
        double end = bisect(from, to);
        return isTurned(gap.applyAsDouble(end)) ? end : Double.NaN;
    }
}
