package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.internal.numerics.LargestRemainder;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Denomination;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * What one indicator gives to the score of one unit, with every step on the way. Points of all contributions and the
 * baseline add up to the score.
 *
 * <p>Immutable, thread-safe, serialisable; equal if all attributes are equal.
 */
@Value.Immutable
public abstract class Contribution implements Serializable {
    /** Points this close, relative, to value times weight are called that: the rounding of their computation. */
    private static final double PRODUCT = 1e-9;

    Contribution() {}

    /**
     * The id of the indicator in its framework.
     *
     * @return the id
     */
    public abstract String id();

    /**
     * The pillars above it, the root left out.
     *
     * @return pillar ids from the top down; empty if it stands right below the root
     */
    public abstract ImmutableList<String> path();

    /**
     * The value in the table, in the unit of the indicator.
     *
     * @return empty if it is missing there and was imputed, or a stated score stands for it
     */
    public abstract OptionalDouble raw();

    /**
     * Where the value comes from.
     *
     * @return empty if the table held a bare value
     */
    public abstract Optional<Reading> reading();

    /**
     * How the value is set against another indicator.
     *
     * @return empty if it is taken as it is
     */
    public abstract Optional<Denomination> denomination();

    /**
     * What the value is set against.
     *
     * @return empty if it is taken as it is, or the table held a bare value
     */
    public abstract Optional<Reading> denominator();

    /**
     * The value set against another indicator.
     *
     * @return {@link #raw()} if it is taken as it is; empty if one of the two is missing
     */
    public abstract OptionalDouble denominated();

    /**
     * The value that was imputed for a missing one.
     *
     * @return empty if the value is known
     */
    public abstract OptionalDouble imputed();

    /**
     * The value after all treatments.
     *
     * @return {@link #denominated()} or {@link #imputed()} if nothing was done to it; empty if a stated score stands for a
     *     missing value
     */
    public abstract OptionalDouble treated();

    /**
     * The value on the common scale.
     *
     * @return within the output range of the indicator, unless the framework lets values go beyond
     */
    public abstract double normalised();

    /**
     * How much it counts in this unit: the product of its shares of weight from the root down, after re-weighting.
     *
     * @return from 0 to 1, and all of a unit sum to 1; below weighted sums and products the product of shares, coefficients
     *     and exponents, below benefit of the doubt with the unit's own coefficients. Times {@link #normalised()} it is the
     *     points below sums and arithmetic means only
     */
    public abstract double effectiveWeight();

    /**
     * The value on the common scale against which points are counted: the baseline of the nearest aggregation above that
     * states one, 0 if none does.
     *
     * @return the baseline
     */
    public abstract double baseline();

    /**
     * What it gives to the score.
     *
     * @return points of the common scale
     */
    public abstract double points();

    /**
     * What a reader must know: a capped value, a zero that was not listed in a census.
     *
     * @return empty if there is nothing
     */
    public abstract ImmutableList<String> notes();

    /**
     * The value as results print it, without its unit.
     *
     * @return three digits and a word for the size; {@code 0 (not listed)} for a zero of a census, {@code (imputed)} or
     *     {@code (missing)} where there is none
     */
    public String valueText() {
        if (raw().isPresent()) {
            return isNotListed() ? "0 (not listed)" : Numbers.compact(raw().getAsDouble());
        }
        return imputed().isPresent() ? "(imputed)" : "(missing)";
    }

    /**
     * Whether the value is known, not imputed or stated.
     *
     * @return true if the table has it, and what it is set against
     */
    public boolean isKnown() {
        return denominated().isPresent();
    }

    /**
     * Whether the value is a zero of a census that claims to list all above a threshold.
     *
     * @return false for values without observations
     */
    public boolean isNotListed() {
        return reading()
                .map(r -> r.lead().evidence().kind() == EvidenceKind.CENSUS_ZERO)
                .orElse(false);
    }

    /** One line: id, value on the common scale, weight, points. */
    @Override
    public String toString() {
        String points = LargestRemainder.printed(points(), 2) + " points";
        String weight = Numbers.fixed(effectiveWeight(), 4);
        double product = normalised() * effectiveWeight();
        boolean isProduct = baseline() == 0 && Math.abs(points() - product) <= PRODUCT * Math.abs(product);
        return id() + ": " + LargestRemainder.printed(normalised(), 2)
                + (isProduct
                        ? " x " + weight + " = " + points
                        : " against " + LargestRemainder.printed(baseline(), 2) + ", weight " + weight + ", " + points);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Contribution}. */
    static final class Builder extends ImmutableContribution.Builder {
        Builder() {}
    }
}
