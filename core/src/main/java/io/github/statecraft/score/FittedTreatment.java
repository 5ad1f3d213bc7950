package io.github.statecraft.score;

import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Treatment;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Treatment} with the numbers that the reference gave. All are non-decreasing.
 *
 * @param rule the treatment in words
 * @param caps limits; null if it is another
 * @param log a logarithm; null if it is another
 * @param formula one that needs no numbers of a reference; null if it is another
 * @param isFitted whether the reference gave numbers
 */
record FittedTreatment(
        String rule,
        @Nullable Caps caps,
        @Nullable FittedLog log,
        @Nullable Treatment formula,
        boolean isFitted) implements Serializable {
    private static final double SQUARE_ROOT = 0.5;

    private static FittedTreatment of(Treatment treatment, Caps caps, boolean isFitted) {
        return new FittedTreatment(treatment.toString(), caps, null, null, isFitted);
    }

    /**
     * Fits a treatment.
     *
     * @param treatment the treatment
     * @param reference the values that units with a rank have, as the treatments before left them
     * @return null if it leaves everything as it is
     * @throws IllegalArgumentException if the reference cannot be treated in this way
     */
    static @Nullable FittedTreatment fit(Treatment treatment, double[] reference) {
        if (treatment instanceof Treatment.IfSkewed conditional) {
            boolean isSkewed = !new SkewnessRule(conditional.skewness(), conditional.kurtosis()).isMetBy(reference);
            return isSkewed ? fit(conditional.then(), reference) : null;
        }
        if (treatment instanceof Treatment.Winsorise winsorise) {
            Winsorisation result = Winsorisation.of(
                    reference, winsorise.maximumPoints(), new SkewnessRule(winsorise.skewness(), winsorise.kurtosis()));
            return result.isRuleMet() && !result.caps().equals(Caps.NONE) ? of(treatment, result.caps(), true) : null;
        }
        if (treatment instanceof Treatment.Cap cap) {
            return of(treatment, new Caps(cap.low(), cap.high()), false);
        }
        if (treatment instanceof Treatment.PercentileCap percentiles) {
            return of(treatment, PercentileCaps.of(percentiles, reference), true);
        }
        if (treatment instanceof Treatment.Log log) {
            FittedLog fitted = LogTransform.valueOf(log.form().name()).fit(reference);
            boolean isFitted = log.form() != Treatment.LogForm.NATURAL && log.form() != Treatment.LogForm.SIGNED;
            return new FittedTreatment(treatment.toString(), null, fitted, null, isFitted);
        }
        if (treatment instanceof Treatment.FittedBoxCox) {
            Treatment fitted = Treatment.boxCox(BoxCox.lambda(reference));
            return new FittedTreatment(treatment.toString(), null, null, fitted, true);
        }
        return new FittedTreatment(treatment.toString(), null, null, treatment, false);
    }

    /** Whether it looks at a reference. */
    static boolean looksAtReference(Treatment treatment) {
        if (treatment instanceof Treatment.Log log) {
            return log.form() != Treatment.LogForm.NATURAL && log.form() != Treatment.LogForm.SIGNED;
        }
        return treatment instanceof Treatment.Winsorise
                || treatment instanceof Treatment.IfSkewed
                || treatment instanceof Treatment.FittedBoxCox
                || treatment instanceof Treatment.PercentileCap;
    }

    /**
     * The treated value.
     *
     * @throws IllegalArgumentException if a logarithm or power has no value for it
     */
    double apply(double value) {
        return caps != null ? caps.apply(value) : log != null ? log.apply(value) : byFormula(value);
    }

    private double byFormula(double value) {
        if (formula instanceof Treatment.BoxCox power) {
            return BoxCox.apply(value, power.lambda());
        }
        double result;
        if (formula instanceof Treatment.Linear linear) {
            result = Math.fma(linear.factor(), value, linear.offset());
        } else if (formula instanceof Treatment.Power power) {
            if (!(value >= 0)) {
                throw new IllegalArgumentException(
                        "Treatment.Power needs numbers that are not negative but one was " + Numbers.shortest(value));
            }
            result = power.exponent() == SQUARE_ROOT ? Math.sqrt(value) : StrictMath.pow(value, power.exponent());
        } else {
            result = StrictMath.exp(value);
        }
        if (!Double.isFinite(result)) {
            throw new IllegalArgumentException(
                    rule + " of " + Numbers.shortest(value) + " is too large for a double; take another unit first");
        }
        return result + 0.0;
    }

    /**
     * The treated end of what a value may be, the limit where there is no treated value: an end below all for which there is
     * one comes out as negative, one above all as positive infinity.
     *
     * @param value the end, may be infinite
     */
    double applyToEnd(double value) {
        if (caps != null) {
            return caps.apply(value);
        }
        if (log != null) {
            return log.limit(value);
        }
        if (formula instanceof Treatment.BoxCox power) {
            return BoxCox.limit(value, power.lambda());
        }
        if (formula instanceof Treatment.Linear linear) {
            return Math.fma(linear.factor(), value, linear.offset());
        }
        if (formula instanceof Treatment.Power power) {
            return StrictMath.pow(Math.max(value, 0), power.exponent());
        }
        return StrictMath.exp(value);
    }

    /** The treated value of one that is supposed, the limit where there is no treated value. */
    double applyToSupposed(double value) {
        double limit = applyToEnd(value);
        return Double.isFinite(value) && Double.isFinite(limit) && !(formula instanceof Treatment.Power && value < 0)
                ? apply(value)
                : limit;
    }

    /** Whether it brings some values in and leaves the others as they are. */
    boolean isCap() {
        return caps != null;
    }

    /** The numbers that the reference gave. */
    double[] fitted() {
        if (!isFitted) {
            return new double[0];
        }
        if (caps != null) {
            return new double[] {caps.lower(), caps.upper()};
        }
        return log == null
                ? new double[] {lambda()}
                : new double[] {log.origin(), log.sign(), log.stretch(), log.offset()};
    }

    private double lambda() {
        return ((Treatment.BoxCox) Objects.requireNonNull(formula)).lambda();
    }

    /** The treatment and the numbers. */
    @Override
    public String toString() {
        if (!isFitted) {
            return rule;
        }
        return rule + ": "
                + (caps != null ? caps : log != null ? log : "lambda " + Numbers.significant(lambda(), 4)).toString();
    }
}
