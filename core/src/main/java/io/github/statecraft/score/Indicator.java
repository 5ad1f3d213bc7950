package io.github.statecraft.score;

import io.github.statecraft.internal.text.Numbers;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A leaf of an index: one column of the table, which way is good, how it comes to the common scale, and how much it counts
 * among its siblings.
 *
 * <p>Immutable, thread-safe, serialisable; equal if all attributes are equal.
 */
@Value.Immutable
public abstract non-sealed class Indicator implements IndexNode, WithIndicator {
    Indicator() {}

    /**
     * The column of the table; for strategies an attribute id.
     *
     * @return such as {@code gerd_pct_gdp}
     */
    public abstract String indicator();

    @Override
    @Value.Default
    public String id() {
        return indicator();
    }

    @Override
    @Value.Default
    public String label() {
        return id();
    }

    @Override
    @Value.Default
    public double weight() {
        return 1;
    }

    /**
     * Which way is good.
     *
     * @return {@link Direction#HIGHER_IS_BETTER} by default
     */
    @Value.Default
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    /**
     * Against what the values are set before they are normalised.
     *
     * @return empty if they are taken as they are
     */
    public abstract Optional<Denomination> denomination();

    /**
     * How the values come to the common scale.
     *
     * @return the method
     */
    public abstract Normalisation normalisation();

    /**
     * Why the indicator is in the index, with this weight.
     *
     * @return empty if no reason is given
     */
    @Override
    public abstract Optional<String> reason();

    /**
     * Starts an indicator.
     *
     * @return a builder; indicator and normalisation are required
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * An indicator of weight 1 of which more is better.
     *
     * @param indicator the column of the table
     * @param normalisation how its values come to the common scale
     * @return the indicator
     */
    public static Indicator of(String indicator, Normalisation normalisation) {
        return builder().indicator(indicator).normalisation(normalisation).build();
    }

    /** One line: id, weight, direction, method. */
    @Override
    public String toString() {
        return id() + " (weight " + Numbers.shortest(weight()) + ", " + direction() + ", "
                + denomination().map(d -> d + ", ").orElse("") + normalisation() + ")";
    }

    /** Checks, and makes a weight of minus zero zero, so that equal weights are equal. */
    @Value.Check
    Indicator check() {
        Nodes.check("Indicator", this);
        if (indicator().isBlank()) {
            throw new IllegalArgumentException("Indicator.indicator must not be blank");
        }
        if (normalisation() instanceof Normalisation.OrdinalMap && direction() != Direction.HIGHER_IS_BETTER) {
            throw new IllegalArgumentException("Indicator " + id()
                    + ": the scores of an ordinal map say which way is good; direction must be HIGHER_IS_BETTER");
        }
        return Nodes.isMinusZero(weight()) ? withWeight(0) : this;
    }

    /** Builds an {@link Indicator}. */
    public static final class Builder extends ImmutableIndicator.Builder {
        Builder() {}
    }
}
