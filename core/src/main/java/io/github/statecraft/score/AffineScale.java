package io.github.statecraft.score;

import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import java.io.Serial;

/**
 * A straight line in the value or in its logarithm: goalposts, min-max, z-score, distance to a benchmark. The value or
 * logarithm {@code bad} scores the low end of the range, what is {@code length} better scores its high end.
 */
final class AffineScale extends Scale {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final double TEN = 10;
    /** The smallest number that has four digits before its decimals. */
    private static final double FOUR_DIGITS = 1_000;

    private static final int MOST_DECIMALS = 10;

    private final double low;
    private final double high;
    private final double length;
    private final boolean isLog;
    private final boolean isReversed;
    /** The scores of the bad and of the good end, and what is between them. */
    private final double bottom;

    private final double top;
    private final double span;
    /** Whether the span times a distance inside is a finite number. */
    private final boolean isSmall;

    private final boolean isBounded;
    private final boolean isFitted;

    private AffineScale(
            String owner,
            Normalisation method,
            OutOfRange outOfRange,
            double low,
            double high,
            double length,
            boolean isLog,
            boolean isReversed,
            double bottom,
            double top,
            double span,
            boolean isBounded,
            boolean isFitted) {
        super(owner, method, outOfRange);
        this.low = low;
        this.high = high;
        this.length = length;
        this.isLog = isLog;
        this.isReversed = isReversed;
        this.bottom = bottom;
        this.top = top;
        this.span = span;
        isSmall = Double.isFinite(span * length);
        this.isBounded = isBounded;
        this.isFitted = isFitted;
    }

    /** From one value to another. The logarithms of both where {@code isLog}. */
    static AffineScale between(
            ScaleFit fit, double low, double high, boolean isLog, OutOfRange outOfRange, boolean isFitted) {
        return new AffineScale(
                fit.owner(),
                fit.method(),
                outOfRange,
                low,
                high,
                high - low,
                isLog,
                fit.direction() == Direction.LOWER_IS_BETTER,
                fit.range().low(),
                fit.range().high(),
                fit.range().high() - fit.range().low(),
                true,
                isFitted);
    }

    /** From an origin that scores {@code bottom}, a length for {@code span} points, without ends. */
    static AffineScale around(
            ScaleFit fit, double origin, double length, double bottom, double span, boolean isFitted) {
        return new AffineScale(
                fit.owner(),
                fit.method(),
                OutOfRange.EXTEND,
                origin,
                origin,
                length,
                false,
                fit.direction() == Direction.LOWER_IS_BETTER,
                bottom,
                bottom + span,
                span,
                false,
                isFitted);
    }

    @Override
    boolean isBeyond(double value) {
        if (!isBounded) {
            return false;
        }
        if (isLog) {
            return !(value > 0) || !isInside(StrictMath.log(value));
        }
        return !isInside(value);
    }

    private boolean isInside(double x) {
        return low <= x && x <= high;
    }

    @Override
    boolean isDefined(double value) {
        return !isLog || value > 0;
    }

    @Override
    double extended(double value) {
        double x = isLog ? StrictMath.log(value) : value;
        return onto(isReversed ? high - x : x - low);
    }

    @Override
    double capped(double value) {
        if (isLog && !(value > 0)) {
            return isReversed ? top : bottom;
        }
        if (!isBounded) {
            return extended(value);
        }
        return Math.max(bottom, Math.min(top, extended(value)));
    }

    /**
     * The score at a distance from the bad end. Multiplies first, so that 29 of 100 is 29, and not the 28.999999999999996 of
     * 100 times 0.29; the whole length is the good end whatever the rounding, and nothing inside is more.
     */
    private double onto(double distance) {
        if (!isBounded) {
            return bottom + span * (distance / length) + 0.0;
        }
        if (distance == length) {
            return top;
        }
        double multiple = span * distance;
        double score = bottom + (Double.isFinite(multiple) ? multiple / length : span * (distance / length));
        return distance < length ? Math.min(score, top) : Math.max(score, top);
    }

    @Override
    void scoreInside(double[] column, int from, int count, double[] scores) {
        if (isLog || !isBounded) {
            super.scoreInside(column, from, count, scores);
            return;
        }
        double width = length;
        double points = span;
        for (int i = 0; i < count; i++) {
            double value = column[from + i];
            double distance = isReversed ? high - value : value - low;
            boolean isPlain = low <= value && value <= high && isSmall && distance < width;
            scores[i] = isPlain ? Math.min(bottom + points * distance / width, top) : inside(value, distance);
        }
    }

    private double inside(double value, double distance) {
        return low <= value && value <= high ? onto(distance) : Double.NaN;
    }

    @Override
    double[] fitted() {
        return isFitted ? new double[] {low, high, length} : new double[0];
    }

    @Override
    String given() {
        if (isBounded) {
            return Numbers.significant(low, 6) + " to " + Numbers.significant(high, 6);
        }
        if (!(method() instanceof Normalisation.ZScore)) {
            return "benchmark " + Numbers.significant(low, 6);
        }
        int decimals = 0;
        for (double scaled = length; scaled < FOUR_DIGITS && decimals < MOST_DECIMALS; scaled *= TEN) {
            decimals++;
        }
        return decimals == MOST_DECIMALS
                ? "mean " + Numbers.significant(low, 6) + ", standard deviation " + Numbers.significant(length, 4)
                : "mean " + Numbers.fixed(low, decimals) + ", standard deviation " + Numbers.fixed(length, decimals);
    }
}
