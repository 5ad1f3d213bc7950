package io.github.statecraft.score;

import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import java.io.Serial;
import java.util.Arrays;

/** The place of a value in the reference: rank, Borda count, percentile rank. */
final class PlaceScale extends Scale {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ImmutableDoubleArray sorted;
    private final ScaleFit fit;

    PlaceScale(ScaleFit fit, double[] reference) {
        super(fit.owner(), fit.method(), OutOfRange.EXTEND);
        double[] values = reference.clone();
        Arrays.sort(values);
        sorted = ImmutableDoubleArray.copyOf(values);
        this.fit = fit;
    }

    @Override
    boolean isBeyond(double value) {
        return false;
    }

    @Override
    boolean isDefined(double value) {
        return true;
    }

    @Override
    double extended(double value) {
        int notAbove = countUpTo(value, true);
        int below = countUpTo(value, false);
        int n = sorted.length();
        int equal = notAbove - below;
        int worse = fit.direction() == Direction.HIGHER_IS_BETTER ? below : n - notAbove;
        if (fit.method() instanceof Normalisation.Rank rank) {
            return 1 + place(worse, equal, rank.equal());
        }
        if (fit.method() instanceof Normalisation.Borda borda) {
            return place(worse, equal, borda.equal());
        }
        return switch (((Normalisation.PercentileRank) fit.method()).form()) {
            case INCLUSIVE -> onto(Math.min(worse, n - 1), n - 1);
            case HAZEN -> onto(worse + equal / 2.0, n);
            case WEIBULL -> onto(worse + (equal + 1) / 2.0, n + 1);
            case WEAK -> onto(worse + equal, n);
            case STRICT -> onto(worse, n);
        };
    }

    private double onto(double part, double whole) {
        return onTheWay(fit.range().low(), fit.range().high(), part, whole);
    }

    private static double place(int worse, int equal, Normalisation.EqualValues rule) {
        return worse + (rule == Normalisation.EqualValues.MEAN ? Math.max(0, equal - 1) / 2.0 : 0);
    }

    /** How many values of the reference are below a value, or not above it. */
    private int countUpTo(double value, boolean inclusive) {
        int from = 0;
        int to = sorted.length();
        while (from < to) {
            int middle = (from + to) >>> 1;
            double there = sorted.get(middle);
            if (there < value || (inclusive && there == value)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    @Override
    double capped(double value) {
        return extended(value);
    }

    @Override
    String given() {
        return sorted.length() + " values";
    }

    @Override
    double[] fitted() {
        return sorted.toArray();
    }
}
