package io.github.statecraft.model;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.estimate.Reconciliation;
import io.github.statecraft.internal.text.TextTable;
import java.io.Serial;
import java.io.Serializable;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of a strategy: the observations of its attributes, seen from a year. The subclasses give the attributes their
 * readable names.
 *
 * <p>Immutable, thread-safe, serialisable; equal if class, as-of year and observations are equal.
 *
 * @param <P> the part itself
 */
public abstract sealed class StrategyPart<P extends StrategyPart<P>> implements Serializable
        permits NationalContext,
                FundingModel,
                DataRegime,
                DeploymentCadence,
                HardwareDependency,
                Governance,
                SectorDiffusion {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Part part;
    private final Year asOf;
    private final ImmutableListMultimap<Attribute, Observation> observations;

    StrategyPart(Part part, Year asOf, ImmutableListMultimap<Attribute, Observation> observations) {
        this.part = part;
        this.asOf = Objects.requireNonNull(asOf, "asOf");
        this.observations = canonical(part, asOf, observations);
    }

    /**
     * Which part this is.
     *
     * @return the part
     */
    public Part part() {
        return part;
    }

    /**
     * The year from which readings look back.
     *
     * @return the as-of year of the strategy
     */
    public Year asOf() {
        return asOf;
    }

    /**
     * All that is known of an attribute of this part.
     *
     * @param attribute the attribute
     * @return everything observed
     * @throws IllegalArgumentException if the attribute belongs to another part
     */
    public Quantity quantity(Attribute attribute) {
        if (attribute.part() != part) {
            throw new IllegalArgumentException(attribute.id() + " belongs to part "
                    + attribute.part().id() + ", not to " + part.id() + "; NationalAiStrategy.quantity finds either");
        }
        return new Quantity(attribute, asOf, observations.get(attribute));
    }

    /**
     * The attributes of this part of which anything is known.
     *
     * @return their quantities, in the order of {@link Attribute#all()}
     */
    public ImmutableList<Quantity> quantities() {
        return observations.keySet().stream()
                .map(a -> new Quantity(a, asOf, observations.get(a)))
                .collect(toImmutableList());
    }

    /**
     * This part with other observations of one attribute.
     *
     * @param attribute the attribute
     * @param replacement what replaces the present observations; none makes the attribute unknown
     * @return the changed part
     * @throws IllegalArgumentException if the attribute belongs to another part or an observation is in another unit
     */
    public P with(Attribute attribute, Observation... replacement) {
        quantity(attribute);
        ListMultimap<Attribute, Observation> changed =
                MultimapBuilder.linkedHashKeys().arrayListValues().build(observations);
        changed.replaceValues(attribute, Arrays.asList(replacement));
        return copy(asOf, ImmutableListMultimap.copyOf(changed));
    }

    /** A table of the attributes of which anything is known, as they are read by default. */
    @Override
    public String toString() {
        TextTable.Builder table = TextTable.builder()
                .title(getClass().getSimpleName() + ", as of " + asOf)
                .left("attribute")
                .right("value")
                .left("unit")
                .right("year")
                .wrapped("source");
        for (Quantity quantity : quantities()) {
            Optional<Reading> reading = quantity.reading();
            int others = quantity.observations().size() - 1;
            table.row(
                    quantity.attribute().accessor(),
                    reading.map(Reading::valueText).orElse("-"),
                    quantity.attribute().unit().symbol(),
                    reading.map(r -> r.year().toString()).orElse("-"),
                    reading.map(r -> r.lead().evidence().source().toString()
                                    + (others > 0 ? " (+" + others + " more)" : ""))
                            .or(() -> quantity.whyUnread(Reconciliation.latest()))
                            .orElseThrow());
        }
        int missing = Attribute.of(part).size() - observations.keySet().size();
        return table.note(missing + " of " + Attribute.of(part).size() + " attributes are not known")
                .build()
                .toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StrategyPart<?> that
                && part == that.part
                && asOf.equals(that.asOf)
                && observations.equals(that.observations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(part.name(), asOf, observations);
    }

    abstract P copy(Year asOf, ImmutableListMultimap<Attribute, Observation> observations);

    Quantity quantity(String attribute) {
        return quantity(Attribute.of(attribute));
    }

    P with(String attribute, Observation... replacement) {
        return with(Attribute.of(attribute), replacement);
    }

    ImmutableListMultimap<Attribute, Observation> observations() {
        return observations;
    }

    /** Attributes in the order of the table, observations in the order of preference, so that equal parts are equal. */
    private static ImmutableListMultimap<Attribute, Observation> canonical(
            Part part, Year asOf, ImmutableListMultimap<Attribute, Observation> observations) {
        ImmutableListMultimap.Builder<Attribute, Observation> sorted = ImmutableListMultimap.builder();
        List<Attribute> attributes = observations.keySet().stream().sorted().toList();
        for (Attribute attribute : attributes) {
            if (attribute.part() != part) {
                throw new IllegalArgumentException(
                        attribute.id() + " belongs to part " + attribute.part().id() + ", not to " + part.id());
            }
            sorted.putAll(attribute, new Quantity(attribute, asOf, observations.get(attribute)).observations());
        }
        return sorted.build();
    }
}
