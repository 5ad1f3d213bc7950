package io.github.statecraft.robustness;

import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.estimate.Spread;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One value behind the scores of two units, and what the gap between them owes to it: where the order would turn if it alone were
 * another and, where a spread is known, what the gap is at both ends and which part of its variance goes once the value is
 * settled.
 *
 * <p>Immutable, thread-safe, serialisable; equal if all of it is equal.
 */
public final class SettlingValue implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String unit;
    private final String indicator;
    private final double value;
    private final @Nullable Reading reading;
    private final double threshold;
    private final double gapAtTenPercentLess;
    private final ImmutableDoubleArray ends;
    private final ImmutableDoubleArray gaps;
    private final ImmutableDoubleArray shares;
    private final ImmutableDoubleArray variance;

    /**
     * A value.
     *
     * @param datum the cell
     * @param threshold where the order turns; NaN if nowhere
     * @param gapAtTenPercentLess the gap at nine tenths of the value; NaN if that means nothing
     * @param ends 5 % and 95 % quantile; empty if there is no spread
     * @param gaps the gap at both ends; empty if there is no spread
     * @param shares the share of weightings at both ends, NaN where there is no answer; empty if there is no spread
     * @param variance share of the variance and its standard error; empty if there is no spread
     */
    SettlingValue(
            Datum datum,
            double threshold,
            double gapAtTenPercentLess,
            double[] ends,
            double[] gaps,
            double[] shares,
            double[] variance) {
        unit = datum.unit();
        indicator = datum.indicator();
        value = datum.value();
        reading = datum.reading();
        this.threshold = threshold;
        this.gapAtTenPercentLess = gapAtTenPercentLess;
        this.ends = ImmutableDoubleArray.copyOf(ends);
        this.gaps = ImmutableDoubleArray.copyOf(gaps);
        this.shares = ImmutableDoubleArray.copyOf(shares);
        this.variance = ImmutableDoubleArray.copyOf(variance);
    }

    /**
     * Whose value it is.
     *
     * @return id of a unit
     */
    public String unit() {
        return unit;
    }

    /**
     * Of what.
     *
     * @return the column of the table; one value also where several indicators read the column or divide by it
     */
    public String indicator() {
        return indicator;
    }

    /**
     * The value as stated.
     *
     * @return in the unit of the column
     */
    public double value() {
        return value;
    }

    /**
     * Where the value comes from.
     *
     * @return empty if the table has a bare value
     */
    public Optional<Reading> reading() {
        return Optional.ofNullable(reading);
    }

    /**
     * The value nearest to the stated one at which the order of the two units is no longer what it is, all else as stated: they
     * tie there, or the order turns. It is found by bisection to 1e-13 of the value, within the range of its unit and up to a
     * million times its size away.
     *
     * @return empty if there is none, or the two tie as stated
     */
    public OptionalDouble threshold() {
        return Double.isNaN(threshold) ? OptionalDouble.empty() : OptionalDouble.of(threshold);
    }

    /**
     * How far the threshold is from the value, as a part of it: -0.1 if the order turns at a value 10 % smaller.
     *
     * @return empty if there is no threshold, or a part of the value means nothing: it is 0, or a year, a code, a standard score
     */
    public OptionalDouble thresholdDistance() {
        boolean isRelative = value != 0 && (reading == null || reading.unit().isRelative());
        return Double.isNaN(threshold) || !isRelative
                ? OptionalDouble.empty()
                : OptionalDouble.of((threshold - value) / Math.abs(value));
    }

    /**
     * The gap under the stated weights if the value were ten percent less and all else as stated: how much hangs on it, whatever
     * its spread.
     *
     * @return points by which the first unit is ahead; empty where a part of the value means nothing, or there is no score
     */
    public OptionalDouble gapAtTenPercentLess() {
        return Double.isNaN(gapAtTenPercentLess) ? OptionalDouble.empty() : OptionalDouble.of(gapAtTenPercentLess);
    }

    /**
     * Whether a spread of some width is known.
     *
     * @return false if nothing is known of the spread, or the value is exact
     */
    public boolean isUncertain() {
        return !ends.isEmpty();
    }

    /**
     * Whether the spread is judgement.
     *
     * @return true if a policy put it there, and no source
     */
    public boolean isJudgement() {
        return reading != null && reading.estimate().spread() instanceof Spread.Judgement90;
    }

    /**
     * The 5 % quantile.
     *
     * @return empty if no spread is known
     */
    public OptionalDouble low() {
        return at(ends, 0);
    }

    /**
     * The 95 % quantile.
     *
     * @return empty if no spread is known
     */
    public OptionalDouble high() {
        return at(ends, 1);
    }

    /**
     * The gap under the stated weights if the value is at its 5 % quantile and all else as stated.
     *
     * @return points by which the first unit is ahead; empty if no spread is known
     */
    public OptionalDouble gapAtLow() {
        return at(gaps, 0);
    }

    /**
     * The gap under the stated weights if the value is at its 95 % quantile and all else as stated.
     *
     * @return points by which the first unit is ahead; empty if no spread is known
     */
    public OptionalDouble gapAtHigh() {
        return at(gaps, 1);
    }

    /**
     * The share of weightings under which the first unit is ahead if the value is at its 5 % quantile, all else as stated.
     *
     * @return exact, from 0 to 1; empty if no spread is known, or there is no exact answer
     */
    public OptionalDouble shareAtLow() {
        return at(shares, 0);
    }

    /**
     * The share of weightings under which the first unit is ahead if the value is at its 95 % quantile, all else as stated.
     *
     * @return exact, from 0 to 1; empty if no spread is known, or there is no exact answer
     */
    public OptionalDouble shareAtHigh() {
        return at(shares, 1);
    }

    /**
     * Whether the order under the stated weights turns between the 5 % and the 95 % quantile, all else as stated.
     *
     * @return false if no spread is known; nothing is said then
     */
    public boolean turnsWithin() {
        boolean isTurnedAtEnd = isUncertain() && gaps.get(0) * gaps.get(1) <= 0 && gaps.get(0) != gaps.get(1);
        boolean isInside = isUncertain() && threshold >= ends.get(0) && threshold <= ends.get(1);
        return isTurnedAtEnd || isInside;
    }

    /**
     * The part of the variance of the gap, under the stated weights, that goes if this value is settled: its first-order index.
     *
     * @return from 0 to 1, an estimate possibly a little less than 0; empty if no spread is known
     */
    public OptionalDouble varianceShare() {
        return at(variance, 0);
    }

    /**
     * How far off the share of the variance may be.
     *
     * @return its standard error; 0 if it is an integral; empty if no spread is known
     */
    public OptionalDouble varianceShareError() {
        return at(variance, 1);
    }

    private static OptionalDouble at(ImmutableDoubleArray pair, int place) {
        return pair.isEmpty() || Double.isNaN(pair.get(place))
                ? OptionalDouble.empty()
                : OptionalDouble.of(pair.get(place));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SettlingValue that
                && unit.equals(that.unit)
                && indicator.equals(that.indicator)
                && Double.compare(value, that.value) == 0
                && Objects.equals(reading, that.reading)
                && Double.compare(threshold, that.threshold) == 0
                && Double.compare(gapAtTenPercentLess, that.gapAtTenPercentLess) == 0
                && ends.equals(that.ends)
                && gaps.equals(that.gaps)
                && shares.equals(that.shares)
                && variance.equals(that.variance);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                unit, indicator, value, reading, threshold, gapAtTenPercentLess, ends, gaps, shares, variance);
    }

    /** One line: the value, where the order turns, and what its spread does to the gap. */
    @Override
    public String toString() {
        return indicator + " of " + unit + ", " + Numbers.shortest(value)
                + (Double.isNaN(threshold)
                        ? ": turns nothing"
                        : ": turns the order at " + Numbers.significant(threshold, 4))
                + (isUncertain()
                        ? "; gap " + Numbers.significant(gaps.get(0), 3) + " to " + Numbers.significant(gaps.get(1), 3)
                                + " over its 5 to 95 % quantiles"
                        : "; spread unknown");
    }
}
