package io.github.statecraft.estimate;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One source's figure for one year: estimate, unit, year and evidence.
 *
 * <p>Invariants: the value and the ends of its spread lie in the unit's range; a census zero is 0. Immutable,
 * thread-safe, serialisable; equal if all attributes are equal.
 */
@Value.Immutable
public abstract class Observation implements WithObservation, Serializable {
    /** Whether a figure can be used at all. */
    public enum Status {
        /** The figure covers its period. */
        COMPLETE,
        /** The year was not over; never the latest figure. */
        PARTIAL,
        /** Taken back by its publisher: shown, never chosen, pooled or enveloped. */
        WITHDRAWN
    }

    Observation() {}

    /**
     * The value and its spread.
     *
     * @return the estimate, in {@link #unit()}
     */
    public abstract Estimate estimate();

    /**
     * The unit of value and spread.
     *
     * @return the unit
     */
    public abstract Unit unit();

    /**
     * The year the figure is about; for a target or forecast the year aimed at or predicted.
     *
     * @return the reference year
     */
    public abstract Year year();

    /**
     * For a rule that comes and goes: the days on which it was or will be in force, from the first day, inclusive, to the
     * day on which it ends, exclusive; one of the two may be open.
     *
     * @return empty for figures that are not rules
     */
    public abstract Optional<Range<LocalDate>> inForce();

    /**
     * What the figure rests on.
     *
     * @return the evidence
     */
    public abstract Evidence evidence();

    /**
     * Whether the figure can be used.
     *
     * @return {@link Status#COMPLETE} by default
     */
    @Value.Default
    public Status status() {
        return Status.COMPLETE;
    }

    /**
     * Whether this is a second figure beside a series that has its own; of figures that are alike otherwise the series is
     * preferred.
     *
     * @return false by default
     */
    @Value.Default
    public boolean isSupplementary() {
        return false;
    }

    /**
     * A complete figure.
     *
     * @param estimate value and spread
     * @param unit their unit
     * @param year the year the figure is about
     * @param evidence what it rests on
     * @return the observation
     * @throws IllegalArgumentException if the value or an end of its spread is outside the unit's range
     */
    public static Observation of(Estimate estimate, Unit unit, Year year, Evidence evidence) {
        return builder()
                .estimate(estimate)
                .unit(unit)
                .year(year)
                .evidence(evidence)
                .build();
    }

    /**
     * Starts an observation.
     *
     * @return a builder; estimate, unit, year and evidence are required
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Whether the rule, if the figure is one, is in force on a day.
     *
     * @param day the day
     * @return true for figures that are not rules
     */
    public boolean isInForceOn(LocalDate day) {
        return inForce().map(days -> days.contains(day)).orElse(true);
    }

    /**
     * A quantile of the figure; see {@link Estimate#quantile}.
     *
     * @param u probability in (0, 1)
     * @param policy what to do if the spread is unknown
     * @return the quantile, in {@link #unit()}
     * @throws IllegalArgumentException if {@code u} is not in (0, 1)
     * @throws IllegalStateException if the spread is unknown and the policy leaves it so
     */
    public double quantile(double u, SpreadPolicy policy) {
        return policy.apply(this).quantile(u, unit());
    }

    /**
     * The value as results print it.
     *
     * @return the shortest digits; {@code 0 (not listed)} for {@link EvidenceKind#CENSUS_ZERO}
     */
    public String valueText() {
        String digits = readable(estimate().value(), unit());
        return evidence().kind() == EvidenceKind.CENSUS_ZERO ? digits + " (not listed)" : digits;
    }

    /** One line: value, unit, year, what is special, source. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(valueText()).append(' ').append(unit().symbol());
        if (estimate().spread().isKnown()) {
            text.append(" (").append(estimate().spread()).append(')');
        }
        text.append(", ").append(year());
        if (status() != Status.COMPLETE) {
            text.append(", ").append(status());
        }
        return text.append("; ").append(evidence()).toString();
    }

    @Value.Check
    void check() {
        if (estimate().spread() instanceof Spread.Judgement90) {
            throw new IllegalArgumentException(
                    "Observation.estimate must have the spread that its source gives but had "
                            + estimate().spread() + "; leave it unknown and name the SpreadPolicy where it is used");
        }
        checkRange("estimate.value", estimate().value());
        estimate().low().ifPresent(low -> checkRange("estimate.low", low));
        estimate().high().ifPresent(high -> checkRange("estimate.high", high));
        if (evidence().kind() == EvidenceKind.CENSUS_ZERO && estimate().value() != 0) {
            throw new IllegalArgumentException(
                    "Observation.estimate.value must be 0 for evidence of kind CENSUS_ZERO but was "
                            + Numbers.shortest(estimate().value()));
        }
        if (!Unit.YEAR.allows(year().getValue())) {
            throw new IllegalArgumentException(
                    "Observation.year must be in " + Unit.YEAR.range() + " but was " + year());
        }
        inForce().ifPresent(Observation::checkDays);
    }

    private static void checkDays(Range<LocalDate> days) {
        boolean fromFirst = !days.hasLowerBound() || days.lowerBoundType() == BoundType.CLOSED;
        boolean beforeEnd = !days.hasUpperBound() || days.upperBoundType() == BoundType.OPEN;
        boolean unbounded = !days.hasLowerBound() && !days.hasUpperBound();
        if (!fromFirst || !beforeEnd || unbounded || days.isEmpty()) {
            throw new IllegalArgumentException(
                    "Observation.inForce must run from a first day, inclusive, to the day on "
                            + "which it ends, exclusive, one of which may be open, but was " + days
                            + "; use Range.closedOpen, atLeast or lessThan");
        }
    }

    /** Calendar years have no commas. */
    static String readable(double value, Unit unit) {
        return unit == Unit.YEAR ? Numbers.shortest(value) : Numbers.readable(value);
    }

    private void checkRange(String attribute, double value) {
        if (!unit().allows(value)) {
            throw new IllegalArgumentException("Observation." + attribute + " must be in " + unit().range()
                    + " but was " + Numbers.shortest(value));
        }
    }

    /** Builds an {@link Observation}. */
    public static final class Builder extends ImmutableObservation.Builder {
        Builder() {}
    }
}
