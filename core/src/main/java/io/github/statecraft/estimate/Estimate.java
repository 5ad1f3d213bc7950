package io.github.statecraft.estimate;

import io.github.statecraft.internal.numerics.Triangular;
import io.github.statecraft.internal.numerics.TwoPieceNormal;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * A value and what is known of its uncertainty. The unit stands beside it, in the {@link Observation} or {@link Reading}.
 *
 * <p>Invariants: the value is finite, lies between the ends of its spread, and is never negative zero. Immutable and
 * thread-safe.
 *
 * @param value the best figure
 * @param spread what is known of its uncertainty
 */
public record Estimate(double value, Spread spread) implements Serializable {
    /** Checks the invariants. */
    public Estimate {
        Objects.requireNonNull(spread, "Estimate.spread");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Estimate.value must be finite but was " + Numbers.shortest(value));
        }
        value += 0.0;
        if (spread instanceof Spread.Interval90 band) {
            checkInside(value, band.low(), band.high());
        } else if (spread instanceof Spread.Judgement90 band) {
            checkInside(value, band.low(), band.high());
        } else if (spread instanceof Spread.Range range) {
            checkInside(value, range.low(), range.high());
        }
    }

    /**
     * A value whose uncertainty the source does not give: the usual case.
     *
     * @param value the figure
     * @return an estimate of unknown spread
     * @throws IllegalArgumentException if the value is not finite
     */
    public static Estimate of(double value) {
        return new Estimate(value, new Spread.Unknown());
    }

    /**
     * A value without uncertainty: a complete count, a legal date.
     *
     * @param value the figure
     * @return an exact estimate
     * @throws IllegalArgumentException if the value is not finite
     */
    public static Estimate exactly(double value) {
        return new Estimate(value, new Spread.Exact());
    }

    /**
     * A value with a 90 % interval.
     *
     * @param value the most likely figure, between {@code low} and {@code high}
     * @param low 5 % quantile
     * @param high 95 % quantile
     * @return the estimate
     * @throws IllegalArgumentException if a number is not finite or {@code low <= value <= high} does not hold
     */
    public static Estimate interval90(double value, double low, double high) {
        return new Estimate(value, new Spread.Interval90(low, high));
    }

    /**
     * A value between the ends of what is possible.
     *
     * @param value the most likely figure, between {@code low} and {@code high}
     * @param low lowest possible figure
     * @param high highest possible figure
     * @return the estimate
     * @throws IllegalArgumentException if a number is not finite or {@code low <= value <= high} does not hold
     */
    public static Estimate range(double value, double low, double high) {
        return new Estimate(value, new Spread.Range(low, high));
    }

    /**
     * The lower end of what is known: the value itself if exact, the 5 % quantile of a 90 % interval, the lower end of a
     * range.
     *
     * @return empty if the spread is unknown
     */
    public OptionalDouble low() {
        if (spread instanceof Spread.Exact) {
            return OptionalDouble.of(value);
        }
        if (spread instanceof Spread.Interval90 band) {
            return OptionalDouble.of(band.low());
        }
        if (spread instanceof Spread.Judgement90 band) {
            return OptionalDouble.of(band.low());
        }
        return spread instanceof Spread.Range range ? OptionalDouble.of(range.low()) : OptionalDouble.empty();
    }

    /**
     * The upper end of what is known: the value itself if exact, the 95 % quantile of a 90 % interval, the upper end of a
     * range.
     *
     * @return empty if the spread is unknown
     */
    public OptionalDouble high() {
        if (spread instanceof Spread.Exact) {
            return OptionalDouble.of(value);
        }
        if (spread instanceof Spread.Interval90 band) {
            return OptionalDouble.of(band.high());
        }
        if (spread instanceof Spread.Judgement90 band) {
            return OptionalDouble.of(band.high());
        }
        return spread instanceof Spread.Range range ? OptionalDouble.of(range.high()) : OptionalDouble.empty();
    }

    /**
     * A quantile of the distribution that the spread stands for.
     *
     * <p>EXACT: the value. INTERVAL90: the two-piece normal distribution with this mode whose 5 % and 95 % quantiles are
     * the ends of the interval (John, Communications in Statistics - Theory and Methods 11 (1982) 879-885; Wallis,
     * Statistical Science 29 (2014) 106-112), truncated to the unit's range. After truncation the ends stand for other
     * quantiles, by as much as the truncated tails held: the 5 % quantile of 2 % with ends 0.1 and 35 is 1.4 and not
     * 0.1. RANGE: the triangular distribution over the range with this mode (Kotz and van Dorp, Beyond Beta, 2004,
     * chapter 1).
     *
     * @param u probability in the open interval (0, 1)
     * @param unit the unit of the value, whose range truncates
     * @return the quantile, in the unit of the value
     * @throws IllegalArgumentException if {@code u} is not in (0, 1)
     * @throws IllegalStateException if the spread is unknown; {@link SpreadPolicy} states how to go on
     */
    public double quantile(double u, Unit unit) {
        double probability = checked(u);
        return quantiles(unit).applyAsDouble(probability);
    }

    /**
     * The quantiles as a function of the probability, for many draws: {@link #quantile} with the distribution fitted once.
     *
     * @param unit the unit of the value, whose range truncates
     * @return a function of a probability in the open interval (0, 1); others it refuses
     * @throws IllegalStateException if the spread is unknown
     */
    public DoubleUnaryOperator quantiles(Unit unit) {
        if (spread instanceof Spread.Interval90 || spread instanceof Spread.Judgement90) {
            TwoPieceNormal normal = TwoPieceNormal.fromInterval90(value, low().orElseThrow(), high().orElseThrow());
            return u -> normal.quantile(checked(u), unit.lowest(), unit.highest());
        }
        if (spread instanceof Spread.Range range) {
            return u -> Triangular.quantile(checked(u), range.low(), value, range.high());
        }
        if (spread instanceof Spread.Exact) {
            return u -> {
                checked(u);
                return value;
            };
        }
        throw new IllegalStateException("Estimate.quantile: the spread of " + Numbers.shortest(value)
                + " is unknown; name a SpreadPolicy, for example SpreadPolicy.BY_CONFIDENCE");
    }

    /** The value and its spread, such as {@code 30 (range 25 to 35)}. */
    @Override
    public String toString() {
        return Numbers.shortest(value) + " (" + spread + ")";
    }

    private static double checked(double u) {
        if (!(u > 0 && u < 1)) {
            throw new IllegalArgumentException("Estimate.quantile needs 0 < u < 1 but was " + Numbers.shortest(u));
        }
        return u;
    }

    private static void checkInside(double value, double low, double high) {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException("Estimate.value must lie in its spread [" + Numbers.shortest(low) + ", "
                    + Numbers.shortest(high) + "] but was " + Numbers.shortest(value));
        }
    }
}
