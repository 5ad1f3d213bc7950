package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutputRange;
import io.github.statecraft.score.method.Treatment;
import java.util.Optional;
import java.util.stream.Collectors;
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
     * What takes the place of a missing value, after it is set against another.
     *
     * @return empty if a missing value stays missing
     */
    public abstract Optional<Imputation> imputation();

    /**
     * What is done to the values before they are normalised.
     *
     * @return treatments in the order in which they are carried out; none by default
     */
    public abstract ImmutableList<Treatment> treatments();

    /**
     * How the values come to the common scale.
     *
     * @return the method
     */
    public abstract Normalisation normalisation();

    /**
     * The common scale.
     *
     * @return {@link OutputRange#HUNDRED} by default
     */
    @Value.Default
    public OutputRange range() {
        return OutputRange.HUNDRED;
    }

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

    /** One line: id, weight, direction, methods. */
    @Override
    public String toString() {
        return id() + " (weight " + Numbers.shortest(weight()) + ", " + direction() + ", " + steps() + ")";
    }

    /** What is done to the values, in the order of the steps. */
    String steps() {
        return denomination().map(d -> d + "; ").orElse("")
                + imputation().map(i -> i + "; ").orElse("")
                + treatments().stream().map(t -> t + "; ").collect(Collectors.joining())
                + normalisation()
                + (range().equals(OutputRange.HUNDRED) ? "" : ", onto " + range());
    }

    /** Checks, and makes a weight of minus zero zero, so that equal weights are equal. */
    @Value.Check
    Indicator check() {
        Nodes.check("Indicator", this);
        if (indicator().isBlank()) {
            throw new IllegalArgumentException("Indicator.indicator must not be blank");
        }
        Nodes.check("Indicator " + id(), normalisation(), direction(), range());
        return Nodes.isMinusZero(weight()) ? withWeight(0) : this;
    }

    /** Builds an {@link Indicator}. */
    public static final class Builder extends ImmutableIndicator.Builder {
        Builder() {}
    }
}
