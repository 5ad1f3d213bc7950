package io.github.statecraft.score;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.OutOfRange;
import java.io.Serial;
import java.util.Arrays;

/** Scores stated at some values: levels of a code, categories from a bound on, or corners of a line. */
final class PointScale extends Scale {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What holds beside the stated values. */
    enum Kind {
        /** Nothing. */
        LEVELS,
        /** The score of the nearest stated value below; {@code lowest} below all. */
        STEPS,
        /** The straight line between neighbours. */
        LINES
    }

    private final Kind kind;
    private final ImmutableDoubleArray values;
    private final ImmutableDoubleArray scores;
    private final double lowest;
    private final boolean isFitted;

    PointScale(ScaleFit fit, Kind kind, ImmutableSortedMap<Double, Double> points, OutOfRange outOfRange) {
        this(fit, kind, points, Double.NaN, outOfRange, false);
    }

    PointScale(
            ScaleFit fit,
            Kind kind,
            ImmutableSortedMap<Double, Double> points,
            double lowest,
            OutOfRange outOfRange,
            boolean isFitted) {
        super(fit.owner(), fit.method(), outOfRange);
        this.kind = kind;
        values = ImmutableDoubleArray.copyOf(points.keySet());
        scores = ImmutableDoubleArray.copyOf(points.values());
        this.lowest = lowest;
        this.isFitted = isFitted;
    }

    private int last() {
        return values.length() - 1;
    }

    /** The last stated value that is not above a value; -1 if all are. */
    private int floor(double value) {
        int at = Arrays.binarySearch(values.toArray(), value + 0.0);
        return at >= 0 ? at : -at - 2;
    }

    @Override
    boolean isBeyond(double value) {
        return switch (kind) {
            case LEVELS -> !values.contains(value + 0.0);
            case STEPS -> false;
            case LINES -> !(values.get(0) <= value && value <= values.get(last()));
        };
    }

    @Override
    boolean isDefined(double value) {
        return kind != Kind.LEVELS || !isBeyond(value);
    }

    @Override
    double extended(double value) {
        int at = floor(value);
        return switch (kind) {
            case LEVELS -> {
                if (isBeyond(value)) {
                    throw new IllegalStateException(this + " has no level " + Numbers.shortest(value));
                }
                yield scores.get(at);
            }
            case STEPS -> at < 0 ? lowest : scores.get(at);
            case LINES -> onLine(Math.max(0, Math.min(at, last() - 1)), value);
        };
    }

    private double onLine(int from, double value) {
        double left = values.get(from);
        double right = values.get(from + 1);
        double whole = right - left;
        return Double.isFinite(whole)
                ? onTheWay(scores.get(from), scores.get(from + 1), value - left, whole)
                : Double.NaN;
    }

    @Override
    double capped(double value) {
        if (kind == Kind.LEVELS) {
            return scores.get(nearest(value));
        }
        if (kind == Kind.STEPS || !isBeyond(value)) {
            return extended(value);
        }
        return scores.get(value < values.get(0) ? 0 : last());
    }

    /** The stated value that is nearest, of two the smaller. */
    private int nearest(double value) {
        int below = floor(value);
        if (below < 0 || below == last()) {
            return Math.max(below, 0);
        }
        return value - values.get(below) <= values.get(below + 1) - value ? below : below + 1;
    }

    @Override
    double[] between(double from, double to) {
        int first = floor(from) + (kind == Kind.LEVELS && !isBeyond(from) ? 0 : 1);
        int end = floor(to) + 1;
        double[] inside = new double[Math.max(0, end - first)];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = scores.get(first + i);
        }
        return inside;
    }

    @Override
    double[] ends(double from, double to) {
        return kind == Kind.LEVELS ? between(from, to) : super.ends(from, to);
    }

    @Override
    String whatToDo() {
        return kind == Kind.LEVELS
                ? "correct the value, or add its level"
                : "add a point, or state what a value beyond does";
    }

    @Override
    double[] fitted() {
        return isFitted ? values.toArray() : new double[0];
    }
}
