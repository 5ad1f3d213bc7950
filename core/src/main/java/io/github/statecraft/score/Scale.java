package io.github.statecraft.score;

import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A {@link Normalisation} fitted to a reference: from values to the common scale. Immutable and thread-safe. */
abstract class Scale implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String owner;
    private final Normalisation method;
    private final OutOfRange outOfRange;

    /**
     * A scale.
     *
     * @param owner whose values they are, for errors, such as {@code Indicator gerd_pct_gdp}
     * @param method what was fitted
     * @param outOfRange what a value beyond the scale does
     */
    Scale(String owner, Normalisation method, OutOfRange outOfRange) {
        this.owner = owner;
        this.method = method;
        this.outOfRange = outOfRange;
    }

    /** What was fitted. */
    final Normalisation method() {
        return method;
    }

    /** Whether a value lies beyond the ends of the scale, or is no level of it. */
    abstract boolean isBeyond(double value);

    /** Whether the formula has a result for a value, however far out. */
    abstract boolean isDefined(double value);

    /** The score of a value for which the formula is defined, however far out; may overflow. */
    abstract double extended(double value);

    /** The score of the end of the scale that is nearer to a value, which may be infinite; of levels that of the nearest. */
    abstract double capped(double value);

    /** What to do about a value that is refused. */
    String whatToDo() {
        return "move the goalposts, or state what a value beyond them does";
    }

    /** The numbers that the reference gave, in an order that the method fixes; none if it looked at no reference. */
    abstract double[] fitted();

    /** What the reference gave, in words. */
    String given() {
        return Arrays.stream(fitted()).mapToObj(x -> Numbers.significant(x, 6)).collect(Collectors.joining(", "));
    }

    /** Scores at what lies between the ends of a value, where the scale is not monotone: none in most. */
    double[] between(double from, double to) {
        return new double[0];
    }

    /**
     * The score of a value.
     *
     * @param unit whose value it is, for errors
     * @param value the value, treated
     * @throws IllegalArgumentException if it is beyond the scale and the method refuses that
     */
    final double score(String unit, double value) {
        if (isBeyond(value)) {
            if (outOfRange == OutOfRange.REFUSE || (outOfRange == OutOfRange.EXTEND && !isDefined(value))) {
                throw new IllegalArgumentException(owner + " of " + unit + " is " + Numbers.shortest(value)
                        + ", beyond " + method + "; "
                        + (outOfRange == OutOfRange.REFUSE ? whatToDo() : "there is nothing to extend to; CAP it"));
            }
            if (outOfRange == OutOfRange.CAP) {
                return capped(value);
            }
        }
        double score = extended(value);
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException(owner + " of " + unit + " is " + Numbers.shortest(value)
                    + ", too far from " + method + " for a score; move the goalposts");
        }
        return score;
    }

    /**
     * The scores of some neighbouring values of a column that lie inside the scale.
     *
     * @param column values, NaN where missing
     * @param from the first
     * @param count how many
     * @param scores where they go, from index 0; NaN where a value is missing or {@link #score} has more to say
     */
    void scoreInside(double[] column, int from, int count, double[] scores) {
        for (int i = 0; i < count; i++) {
            double value = column[from + i];
            scores[i] = Double.isNaN(value) || isBeyond(value) ? Double.NaN : extended(value);
        }
    }

    /** The score of a value that is supposed, not known: where {@link #score} would refuse it, as if it were capped. */
    final double supposed(double value) {
        return isBeyond(value) || !Double.isFinite(value) ? end(value) : extended(value);
    }

    /**
     * The scores at the ends of what a value may be, and between them where the scale is not monotone. A value beyond goalposts
     * that refuse it scores as if it were capped. None if a scale of levels has no level there.
     *
     * @param from the smaller end, may be infinite
     * @param to the larger end, may be infinite
     */
    double[] ends(double from, double to) {
        double[] between = between(from, to);
        double[] ends = new double[between.length + 2];
        ends[0] = end(from);
        ends[1] = end(to);
        System.arraycopy(between, 0, ends, 2, between.length);
        return ends;
    }

    private double end(double value) {
        boolean isExtended = outOfRange == OutOfRange.EXTEND && isDefined(value);
        return isExtended && Double.isFinite(extended(value)) ? extended(value) : capped(value);
    }

    /**
     * A part of the way from one score to another. Multiplies first, so that 29 of 100 from 0 to 100 is 29; all of the way is
     * the end whatever the rounding, and no part of it is beyond.
     *
     * @param from the score at the start
     * @param to the score at the end
     * @param part how much of the way
     * @param whole the whole way, positive
     * @return not finite if it is too large for a double
     */
    static double onTheWay(double from, double to, double part, double whole) {
        if (part == whole) {
            return to;
        }
        double multiple = (to - from) * part;
        double score = from + (Double.isFinite(multiple) ? multiple / whole : (to - from) * (part / whole));
        if (!(part >= 0 && part < whole)) {
            return score;
        }
        return from <= to ? Math.min(score, to) : Math.max(score, to);
    }

    /** Whose values they are and how they are normalised. */
    @Override
    public String toString() {
        return owner + ": " + method;
    }
}
