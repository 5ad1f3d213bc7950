package io.github.statecraft.score.method;

import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.Objects;

/**
 * What is done to the values of an indicator before they are normalised, so that a few of them do not decide the scale. The
 * treatments of an indicator are carried out in their order, each on what the one before left; what one is fitted to (the
 * points to bring in, a shift, an exponent) are the units of the reference that hold a rank, with what was imputed. Every value
 * that is brought in is recorded; a transform acts on all values and is recorded as a rule. Methods are immutable and
 * thread-safe.
 *
 * <p>Source of the methods: OECD/JRC, Handbook on Constructing Composite Indicators, 2008, pages 83-86; the rule of skewness
 * and kurtosis is the practice of the JRC's statistical audits, after Groeneveld and Meeden, "Measuring skewness and
 * kurtosis", The Statistician 33 (1984) 391-399.
 */
public sealed interface Treatment extends Serializable {
    /** Beyond this absolute skewness, and {@link #KURTOSIS}, the JRC takes a column for skewed. */
    double SKEWNESS = 2;
    /** Beyond this excess kurtosis, and {@link #SKEWNESS}, the JRC takes a column for skewed. */
    double KURTOSIS = 3.5;

    /**
     * Brings in the most extreme values one by one to the next one, on the side of the skew, while the column is skewed: the
     * absolute sample skewness and the sample excess kurtosis (type 2 of Joanes and Gill, The Statistician 47 (1998) 183-189)
     * are both beyond their limits. A column that is still skewed when {@code maximumPoints} are brought in is left as it
     * was, so that the next treatment can act on it.
     *
     * @param maximumPoints how many values may be brought in, at least 1; no further step is taken once so many are, and values
     *     that are equal come in together
     * @param skewness limit of the absolute skewness
     * @param kurtosis limit of the excess kurtosis
     */
    record Winsorise(int maximumPoints, double skewness, double kurtosis) implements Treatment {
        /** Checks the limits. */
        public Winsorise {
            if (!(maximumPoints >= 1)) {
                throw new IllegalArgumentException(
                        "Treatment.Winsorise.maximumPoints must be at least 1 but was " + maximumPoints);
            }
            checkLimits("Winsorise", skewness, kurtosis);
            skewness += 0.0;
            kurtosis += 0.0;
        }

        @Override
        public String toString() {
            return "winsorise up to " + maximumPoints + (maximumPoints == 1 ? " value" : " values") + " while "
                    + limits(skewness, kurtosis);
        }
    }

    /**
     * Another treatment, only if the column is skewed as {@link Winsorise} judges it.
     *
     * @param skewness limit of the absolute skewness
     * @param kurtosis limit of the excess kurtosis
     * @param then the other treatment
     */
    record IfSkewed(double skewness, double kurtosis, Treatment then) implements Treatment {
        /** Checks the limits. */
        public IfSkewed {
            Objects.requireNonNull(then, "Treatment.IfSkewed.then");
            checkLimits("IfSkewed", skewness, kurtosis);
            skewness += 0.0;
            kurtosis += 0.0;
        }

        @Override
        public String toString() {
            return then + " if " + limits(skewness, kurtosis);
        }
    }

    /** Which logarithm. All are increasing, so order and direction stay. */
    enum LogForm {
        /** {@code ln x}; every value must be positive. */
        NATURAL,
        /** {@code sign(x) ln(1 + |x|)}, for values on both sides of zero. */
        SIGNED,
        /** {@code ln(x - min + 0.01 (max - min))}, with min and max of the reference: COINr's log_CT. */
        SHIFTED,
        /** {@code ln(x - min + 1)}: the JRC's COIN Tool, COINr's log_CT_orig. */
        SHIFTED_BY_ONE,
        /** As SHIFTED if the skew is positive, else mirrored, {@code -ln(max - x + 0.01 (max - min))}: COINr's log_CT_plus. */
        SHIFTED_EITHER_WAY,
        /** {@code ln((max - 1)(x - min) / (max - min) + 1)}: the Global Innovation Index 2020, COINr's log_GII. */
        GII
    }

    /**
     * A logarithm of every value.
     *
     * @param form which
     */
    record Log(LogForm form) implements Treatment {
        /** Checks that it says which. */
        public Log {
            Objects.requireNonNull(form, "Treatment.Log.form");
        }

        @Override
        public String toString() {
            return switch (form) {
                case NATURAL -> "ln x";
                case SIGNED -> "sign(x) ln(1 + |x|)";
                case SHIFTED -> "ln(x - min + 0.01 range)";
                case SHIFTED_BY_ONE -> "ln(x - min + 1)";
                case SHIFTED_EITHER_WAY -> "ln(x - min + 0.01 range), mirrored for negative skew";
                case GII -> "logarithm of the Global Innovation Index";
            };
        }
    }

    /**
     * The power transform {@code (x^lambda - 1) / lambda}, {@code ln x} for lambda 0; every value must be positive. Source: G.
     * E. P. Box and D. R. Cox, "An analysis of transformations", JRSS B 26 (1964) 211-252, equation 1.
     *
     * @param lambda the exponent, from -5 to 5
     */
    record BoxCox(double lambda) implements Treatment {
        /** Checks the exponent. */
        public BoxCox {
            if (!(lambda >= -5 && lambda <= 5)) {
                throw new IllegalArgumentException(
                        "Treatment.BoxCox.lambda must be in [-5, 5] but was " + Numbers.shortest(lambda));
            }
            lambda += 0.0;
        }

        @Override
        public String toString() {
            return "Box-Cox with lambda " + Numbers.shortest(lambda);
        }
    }

    /** The power transform of {@link BoxCox} with the exponent of greatest likelihood in [-5, 5] for the reference. */
    record FittedBoxCox() implements Treatment {
        @Override
        public String toString() {
            return "Box-Cox with the lambda of greatest likelihood";
        }
    }

    /**
     * {@code offset + factor x}: a shift before a logarithm, as in the Environmental Performance Index, or another unit.
     *
     * @param factor positive; direction says which way is good
     * @param offset what is added
     */
    record Linear(double factor, double offset) implements Treatment {
        /** Checks factor and offset. */
        public Linear {
            if (!(factor > 0 && Double.isFinite(factor) && Double.isFinite(offset))) {
                throw new IllegalArgumentException(
                        "Treatment.Linear must have a positive factor and a finite offset but had "
                                + Numbers.shortest(factor) + " and " + Numbers.shortest(offset)
                                + "; direction says which way is good");
            }
            offset += 0.0;
        }

        @Override
        public String toString() {
            return (factor == 1 ? "x" : Numbers.shortest(factor) + " x")
                    + (offset == 0 ? "" : (offset > 0 ? " + " : " - ") + Numbers.shortest(Math.abs(offset)));
        }
    }

    /**
     * {@code x^exponent}, for values that are not negative: 0.5 is the square root, with which the European Innovation
     * Scoreboard treats skewed indicators.
     *
     * @param exponent positive
     */
    record Power(double exponent) implements Treatment {
        /** Checks the exponent. */
        public Power {
            if (!(exponent > 0 && Double.isFinite(exponent))) {
                throw new IllegalArgumentException(
                        "Treatment.Power.exponent must be positive but was " + Numbers.shortest(exponent));
            }
        }

        @Override
        public String toString() {
            return "x^" + Numbers.shortest(exponent);
        }
    }

    /** {@code e^x}: for indices that multiply exponentials, as the World Bank's Human Capital Index does. */
    record Exponential() implements Treatment {
        @Override
        public String toString() {
            return "e^x";
        }
    }

    /**
     * Brings values beyond stated caps to them.
     *
     * @param low nothing is below it; {@code Double.NEGATIVE_INFINITY} for no cap
     * @param high nothing is above it, more than {@code low}; {@code Double.POSITIVE_INFINITY} for no cap
     */
    record Cap(double low, double high) implements Treatment {
        /** Checks the caps. */
        public Cap {
            if (!(low < high && (Double.isFinite(low) || Double.isFinite(high)))) {
                throw new IllegalArgumentException("Treatment.Cap must have low < high, one of them finite, but was "
                        + Numbers.shortest(low) + " to " + Numbers.shortest(high));
            }
            low += 0.0;
            high += 0.0;
        }

        @Override
        public String toString() {
            return Double.isFinite(low) && Double.isFinite(high)
                    ? "cap at " + Numbers.shortest(low) + " and " + Numbers.shortest(high)
                    : Double.isFinite(low)
                            ? "cap below at " + Numbers.shortest(low)
                            : "cap at " + Numbers.shortest(high);
        }
    }

    /**
     * Brings values beyond two percentiles of the reference to them (type 7 of Hyndman and Fan, The American Statistician 50
     * (1996) 361-365). The Sustainable Development Goals Index caps the bad end at the 2.5th percentile in this way.
     *
     * @param low the lower percentile, from 0, which brings in nothing
     * @param high the upper percentile, to 100, which brings in nothing; more than {@code low}
     */
    record PercentileCap(double low, double high) implements Treatment {
        /** Checks the percentiles. */
        public PercentileCap {
            if (!(low >= 0 && high <= 100 && low < high)) {
                throw new IllegalArgumentException("Treatment.PercentileCap must have 0 <= low < high <= 100 but was "
                        + Numbers.shortest(low) + " to " + Numbers.shortest(high));
            }
            low += 0.0;
        }

        @Override
        public String toString() {
            return "cap at the percentiles " + Numbers.shortest(low) + " and " + Numbers.shortest(high);
        }
    }

    /**
     * Winsorises by the limits {@link #SKEWNESS} and {@link #KURTOSIS}.
     *
     * @param maximumPoints how many values may be brought in, at least 1; 5 in the JRC's audits
     * @return the method
     * @throws IllegalArgumentException if the number is below 1
     */
    static Treatment winsorise(int maximumPoints) {
        return new Winsorise(maximumPoints, SKEWNESS, KURTOSIS);
    }

    /**
     * Another treatment if the column is skewed by the limits {@link #SKEWNESS} and {@link #KURTOSIS}.
     *
     * @param then the other treatment
     * @return the method
     */
    static Treatment ifSkewed(Treatment then) {
        return new IfSkewed(SKEWNESS, KURTOSIS, then);
    }

    /**
     * A logarithm.
     *
     * @param form which
     * @return the method
     */
    static Treatment log(LogForm form) {
        return new Log(form);
    }

    /**
     * The power transform of Box and Cox.
     *
     * @param lambda the exponent, from -5 to 5
     * @return the method
     * @throws IllegalArgumentException if the exponent is out of range
     */
    static Treatment boxCox(double lambda) {
        return new BoxCox(lambda);
    }

    /**
     * The power transform of Box and Cox with the exponent of greatest likelihood.
     *
     * @return the method
     */
    static Treatment fittedBoxCox() {
        return new FittedBoxCox();
    }

    /**
     * A shift and another unit.
     *
     * @param factor positive
     * @param offset what is added
     * @return the method
     * @throws IllegalArgumentException if the factor is not positive or a number not finite
     */
    static Treatment linear(double factor, double offset) {
        return new Linear(factor, offset);
    }

    /**
     * A power of values that are not negative.
     *
     * @param exponent positive; 0.5 for the square root
     * @return the method
     * @throws IllegalArgumentException if the exponent is not positive
     */
    static Treatment power(double exponent) {
        return new Power(exponent);
    }

    /**
     * The exponential of every value.
     *
     * @return the method
     */
    static Treatment exponential() {
        return new Exponential();
    }

    /**
     * Stated caps.
     *
     * @param low nothing is below it; {@code Double.NEGATIVE_INFINITY} for no cap
     * @param high nothing is above it; {@code Double.POSITIVE_INFINITY} for no cap
     * @return the method
     * @throws IllegalArgumentException if {@code low < high} does not hold or neither is finite
     */
    static Treatment cap(double low, double high) {
        return new Cap(low, high);
    }

    /**
     * Caps at percentiles.
     *
     * @param low the lower percentile, from 0
     * @param high the upper percentile, to 100
     * @return the method
     * @throws IllegalArgumentException if {@code 0 <= low < high <= 100} does not hold
     */
    static Treatment percentileCap(double low, double high) {
        return new PercentileCap(low, high);
    }

    private static void checkLimits(String type, double skewness, double kurtosis) {
        if (!(skewness >= 0 && Double.isFinite(skewness) && Double.isFinite(kurtosis))) {
            throw new IllegalArgumentException("Treatment." + type
                    + " must have finite limits, that of the skewness not negative, but had "
                    + Numbers.shortest(skewness) + " and " + Numbers.shortest(kurtosis));
        }
    }

    private static String limits(double skewness, double kurtosis) {
        return "|skewness| > " + Numbers.shortest(skewness) + " and kurtosis > " + Numbers.shortest(kurtosis);
    }
}
