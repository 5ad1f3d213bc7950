package io.github.statecraft.score;

import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * One value that a step put in the place of another, or of none: an imputed value, a winsorised or capped one. What a
 * transform does to every value of a column alike, such as a logarithm, is no entry.
 *
 * <p>Immutable, thread-safe, serialisable; equal if all attributes are equal.
 */
@Value.Immutable
public abstract class ValueChange implements Serializable {
    ValueChange() {}

    /**
     * The step.
     *
     * @return {@link Step#IMPUTED} or {@link Step#TREATED}
     */
    public abstract Step step();

    /**
     * Whose value.
     *
     * @return the unit id
     */
    public abstract String unit();

    /**
     * Of what.
     *
     * @return the id of the indicator in its framework
     */
    public abstract String indicator();

    /**
     * What was there before the step.
     *
     * @return empty if the value was missing
     */
    public abstract OptionalDouble before();

    /**
     * What the step put there.
     *
     * @return the new value
     */
    public abstract double after();

    /**
     * The rule that acted.
     *
     * @return in words
     */
    public abstract String rule();

    /** One line: what, before, after, rule. */
    @Override
    public String toString() {
        return unit() + " " + indicator() + ": "
                + (before().isPresent() ? Numbers.significant(before().getAsDouble(), 5) : "missing") + " -> "
                + Numbers.significant(after(), 5) + ", " + rule();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ValueChange}. */
    static final class Builder extends ImmutableValueChange.Builder {
        Builder() {}
    }
}
