package io.github.statecraft.audit;

import io.github.statecraft.internal.text.Numbers;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number with how many units it rests on; where it does not exist, the reason why not.
 *
 * <p>Immutable, thread-safe, serialisable; equal if value, units and reason are equal.
 */
public final class Statistic implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** NaN where it is not defined; never leaves this class. */
    private final double value;

    private final int units;
    /** Empty where it is defined. */
    private final String whyNot;

    private Statistic(double value, int units, String whyNot) {
        this.value = value;
        this.units = units;
        this.whyNot = whyNot;
    }

    static Statistic of(double value, int units) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Statistic.value must be finite but was " + Numbers.shortest(value));
        }
        return new Statistic(value + 0.0, units, "");
    }

    static Statistic undefined(String whyNot, int units) {
        return new Statistic(Double.NaN, units, whyNot);
    }

    /**
     * The number.
     *
     * @return empty if it is not defined
     */
    public OptionalDouble value() {
        return isDefined() ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /**
     * How many units it rests on.
     *
     * @return a count, 0 or more; where it is not defined, how many there were
     */
    public int units() {
        return units;
    }

    /**
     * Why it is not defined.
     *
     * @return a reason in words, such as {@code constant}; empty if it is defined
     */
    public Optional<String> whyUndefined() {
        return isDefined() ? Optional.empty() : Optional.of(whyNot);
    }

    /**
     * Whether there is a number.
     *
     * @return true if {@link #value} is present
     */
    public boolean isDefined() {
        return whyNot.isEmpty();
    }

    /** The same taken with a sign, 1 or -1. */
    Statistic times(int sign) {
        return isDefined() ? of(sign * value, units) : this;
    }

    boolean isAbove(double threshold) {
        return isDefined() && value > threshold;
    }

    boolean isBelow(double threshold) {
        return isDefined() && value < threshold;
    }

    /** For tables: the number to so many decimals, or a dash. */
    String shown(int decimals) {
        return isDefined() ? Numbers.fixed(value, decimals) : "-";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Statistic that
                && Double.compare(value, that.value) == 0
                && units == that.units
                && whyNot.equals(that.whyNot);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, units, whyNot);
    }

    /** In words: {@code 0.704 (23 units)}, or {@code not defined: constant (23 units)}. */
    @Override
    public String toString() {
        return (isDefined() ? Numbers.fixed(value, 3) : "not defined: " + whyNot) + " (" + units
                + (units == 1 ? " unit)" : " units)");
    }
}
