package io.github.statecraft.estimate;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.time.Year;
import java.util.Objects;

/**
 * What a {@link Reconciliation} makes of the observations of one quantity: one estimate, and all that went into it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param estimate value and spread
 * @param unit their unit
 * @param year reference year; of several observations the latest
 * @param reconciliation the policy that was applied
 * @param observations what went into the estimate, the observation that counts most first; at least one
 */
public record Reading(
        Estimate estimate, Unit unit, Year year, Reconciliation reconciliation, ImmutableList<Observation> observations)
        implements Serializable {
    /** Checks that nothing is null and that there is an observation. */
    public Reading {
        Objects.requireNonNull(estimate, "Reading.estimate");
        Objects.requireNonNull(unit, "Reading.unit");
        Objects.requireNonNull(year, "Reading.year");
        Objects.requireNonNull(reconciliation, "Reading.reconciliation");
        if (observations.isEmpty()) {
            throw new IllegalArgumentException("Reading.observations must not be empty");
        }
        checkRange("value", estimate.value(), unit);
        estimate.low().ifPresent(low -> checkRange("low", low, unit));
        estimate.high().ifPresent(high -> checkRange("high", high, unit));
    }

    /**
     * The observation that counts most: under LATEST and PREFER the only one, under ENVELOPE the one that gives the value.
     *
     * @return the first of {@link #observations()}
     */
    public Observation lead() {
        return observations.get(0);
    }

    /**
     * The value as results print it.
     *
     * @return that of the only observation ({@link Observation#valueText()}), of several the shortest digits
     */
    public String valueText() {
        return observations.size() == 1 ? lead().valueText() : Observation.readable(estimate.value(), unit);
    }

    /** One line: value, unit, year, sources. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(valueText()).append(' ').append(unit.symbol());
        if (estimate.spread().isKnown()) {
            text.append(" (").append(estimate.spread()).append(')');
        }
        text.append(", ").append(year).append("; ").append(lead().evidence());
        int others = observations.size() - 1;
        if (others > 0) {
            text.append(" and ").append(others).append(others == 1 ? " other" : " others");
            text.append(" (").append(reconciliation).append(')');
        }
        return text.toString();
    }

    private static void checkRange(String end, double value, Unit unit) {
        if (!unit.allows(value)) {
            throw new IllegalArgumentException(
                    "Reading.estimate." + end + " must be in " + unit.range() + " but was " + Numbers.shortest(value));
        }
    }
}
