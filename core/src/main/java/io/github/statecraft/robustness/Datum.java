package io.github.statecraft.robustness;

import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.estimate.Spread;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.IndicatorTable;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a table that is filled.
 *
 * @param unit id of a unit
 * @param indicator id of a column
 * @param value what stands there
 * @param reading where it comes from; null for a bare value
 */
record Datum(
        String unit,
        String indicator,
        double value,
        @Nullable Reading reading) {
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /** The cell of a table. */
    static Datum of(IndicatorTable table, String unit, String indicator) {
        return new Datum(
                unit,
                indicator,
                table.value(unit, indicator).orElseThrow(),
                table.reading(unit, indicator).orElse(null));
    }

    /** Whether its spread is known; that of an exact value is. */
    boolean isCovered() {
        return reading != null && reading.estimate().spread().isKnown();
    }

    /** Whether its spread is judgement. */
    boolean isJudged() {
        return reading != null && reading.estimate().spread() instanceof Spread.Judgement90;
    }

    /** Whether it has a spread of some width. */
    boolean isUncertain() {
        return isCovered() && estimate().low().orElseThrow() < estimate().high().orElseThrow();
    }

    /** The quantiles of an uncertain value. */
    DoubleUnaryOperator quantiles() {
        return estimate().quantiles(known().unit());
    }

    /** The 5 % quantile of an uncertain value. */
    double low() {
        return estimate().quantile(LOW, known().unit());
    }

    /** The 95 % quantile of an uncertain value. */
    double high() {
        return estimate().quantile(HIGH, known().unit());
    }

    /** The smallest value that there may be. */
    double lowest() {
        return reading == null ? Double.NEGATIVE_INFINITY : reading.unit().lowest();
    }

    /** The largest value that there may be. */
    double highest() {
        return reading == null ? Double.POSITIVE_INFINITY : reading.unit().highest();
    }

    /** Whether a part of the value means something. */
    boolean isRelative() {
        Unit unit = reading == null ? null : reading.unit();
        return value != 0 && (unit == null || unit.isRelative());
    }

    private Estimate estimate() {
        return known().estimate();
    }

    private Reading known() {
        if (reading == null) {
            throw new IllegalStateException(this + " has no reading");
        }
        return reading;
    }

    @Override
    public String toString() {
        return indicator + " of " + unit + ", " + Numbers.shortest(value);
    }
}
