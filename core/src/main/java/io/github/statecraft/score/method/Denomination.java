package io.github.statecraft.score.method;

import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.Objects;

/**
 * Sets an indicator against another before it is normalised: per head, per gross domestic product, or, the other way round,
 * a share times a population. Where the other indicator is missing, so is the result. Immutable and thread-safe.
 *
 * @param operation per or times
 * @param indicator the other indicator
 * @param unitSize how many of the other indicator's unit make one: 1,000,000 for per million people, 100 for a share in
 *     percent times a population
 * @param unit the unit of the result, in words
 */
public record Denomination(Operation operation, String indicator, double unitSize, String unit)
        implements Serializable {
    /** What is done. */
    public enum Operation {
        /** {@code x / (y / unitSize)}; y must be positive. */
        PER,
        /** {@code x (y / unitSize)}. */
        TIMES
    }

    /** Checks that nothing is null or blank and that the size is positive. */
    public Denomination {
        Objects.requireNonNull(operation, "Denomination.operation");
        if (indicator.isBlank() || unit.isBlank()) {
            throw new IllegalArgumentException(
                    "Denomination must name an indicator and a unit but was '" + indicator + "' and '" + unit + "'");
        }
        if (!(unitSize > 0 && Double.isFinite(unitSize))) {
            throw new IllegalArgumentException(
                    "Denomination.unitSize must be positive but was " + Numbers.shortest(unitSize));
        }
    }

    /**
     * Divides by another indicator.
     *
     * @param indicator the other indicator, such as {@code population}
     * @param unitSize how many of its unit make one, such as 1,000,000
     * @param unit the unit of the result, such as {@code models per million people}
     * @return the denomination
     */
    public static Denomination per(String indicator, double unitSize, String unit) {
        return new Denomination(Operation.PER, indicator, unitSize, unit);
    }

    /**
     * Multiplies by another indicator.
     *
     * @param indicator the other indicator, such as {@code population}
     * @param unitSize how many of its unit make one, such as 100 for a share in percent
     * @param unit the unit of the result, such as {@code persons}
     * @return the denomination
     */
    public static Denomination times(String indicator, double unitSize, String unit) {
        return new Denomination(Operation.TIMES, indicator, unitSize, unit);
    }

    /**
     * Sets a value against another.
     *
     * @param value the value
     * @param other the value of the other indicator; positive where it divides
     * @return the value in the unit of the result; not finite if it is too large for a double
     */
    public double apply(double value, double other) {
        double units = other / unitSize;
        return (operation == Operation.PER ? value / units : value * units) + 0.0;
    }

    /** In words, such as {@code per population, in models per million people}. */
    @Override
    public String toString() {
        return inWords() + ", in " + unit;
    }

    /**
     * What is done, without the unit.
     *
     * @return such as {@code per population}
     */
    public String inWords() {
        return (operation == Operation.PER ? "per " : "times ") + indicator;
    }
}
