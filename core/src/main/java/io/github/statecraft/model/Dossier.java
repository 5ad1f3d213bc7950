package io.github.statecraft.model;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import java.io.Serial;
import java.io.Serializable;
import java.time.Year;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All observations and events of a data set, by jurisdiction, attribute and year: what it holds, without an opinion.
 *
 * <p>Immutable, thread-safe, serialisable; equal if observations and events are equal, whatever their order.
 */
public final class Dossier implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ImmutableListMultimap<Key, Observation> observations;
    private final ImmutableList<PolicyEvent> events;

    private record Key(Jurisdiction jurisdiction, Attribute attribute) implements Comparable<Key>, Serializable {
        @Override
        public int compareTo(Key other) {
            int byJurisdiction = jurisdiction.compareTo(other.jurisdiction);
            return byJurisdiction != 0 ? byJurisdiction : attribute.compareTo(other.attribute);
        }
    }

    /**
     * Figures of different sources that disagree about one quantity, or that were withdrawn.
     *
     * @param jurisdiction whose quantity it is
     * @param attribute which quantity
     * @param observations the figure that is read by default, then those that disagree with it
     */
    public record Conflict(Jurisdiction jurisdiction, Attribute attribute, ImmutableList<Observation> observations)
            implements Serializable {
        /** Checks that nothing is null. */
        public Conflict {
            Objects.requireNonNull(jurisdiction, "Dossier.Conflict.jurisdiction");
            Objects.requireNonNull(attribute, "Dossier.Conflict.attribute");
            Objects.requireNonNull(observations, "Dossier.Conflict.observations");
        }

        /** A few lines: whose quantity, and each figure. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(jurisdiction.code())
                    .append(", ")
                    .append(attribute.id())
                    .append(':');
            observations.forEach(o -> text.append('\n').append(TextTable.wrap("  " + o, TextTable.WIDTH, "    ")));
            return text.toString();
        }
    }

    private Dossier(ImmutableListMultimap<Key, Observation> observations, ImmutableList<PolicyEvent> events) {
        this.observations = observations;
        this.events = events;
    }

    /**
     * Starts a dossier.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Everybody of whom anything was observed or who did anything.
     *
     * @return jurisdictions by code
     */
    public ImmutableSortedSet<Jurisdiction> jurisdictions() {
        ImmutableSortedSet.Builder<Jurisdiction> all = ImmutableSortedSet.naturalOrder();
        observations.keySet().forEach(key -> all.add(key.jurisdiction()));
        events.forEach(event -> all.add(event.jurisdiction()));
        return all.build();
    }

    /**
     * The attributes of which anything was observed.
     *
     * @return attributes in the order of {@link Attribute#all()}
     */
    public ImmutableSortedSet<Attribute> attributes() {
        return observations.keySet().stream()
                .map(Key::attribute)
                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    }

    /**
     * How many observations there are.
     *
     * @return the number, with partial and withdrawn ones
     */
    public int size() {
        return observations.size();
    }

    /**
     * What was observed of one attribute of one jurisdiction.
     *
     * @param jurisdiction whose
     * @param attribute of what
     * @return all observations, the preferred first; none if nothing is known
     */
    public ImmutableList<Observation> observations(Jurisdiction jurisdiction, Attribute attribute) {
        return observations.get(new Key(jurisdiction, attribute));
    }

    /**
     * All events.
     *
     * @return events in the order of their dates
     */
    public ImmutableList<PolicyEvent> events() {
        return events;
    }

    /**
     * The strategy of a jurisdiction as this data set shows it.
     *
     * @param jurisdiction whose
     * @param asOf the year from which readings look back
     * @return the strategy; one of which nothing is known if the data set is silent
     */
    public NationalAiStrategy strategy(Jurisdiction jurisdiction, Year asOf) {
        ImmutableListMultimap.Builder<Attribute, Observation> own = ImmutableListMultimap.builder();
        observations.entries().stream()
                .filter(e -> e.getKey().jurisdiction().equals(jurisdiction))
                .forEach(e -> own.put(e.getKey().attribute(), e.getValue()));
        ImmutableList<PolicyEvent> ownEvents = events.stream()
                .filter(e -> e.jurisdiction().equals(jurisdiction)
                        || e.target().map(jurisdiction::equals).orElse(false))
                .collect(toImmutableList());
        return new NationalAiStrategy(jurisdiction, asOf, own.build(), ownEvents);
    }

    /**
     * The quantities on which sources disagree, seen from a year: see {@link Quantity#conflicting()}.
     *
     * @param asOf the year from which readings look back
     * @return conflicts by jurisdiction, then by attribute
     */
    public ImmutableList<Conflict> conflicts(Year asOf) {
        return observations.keySet().stream()
                .map(key -> new Conflict(
                        key.jurisdiction(),
                        key.attribute(),
                        new Quantity(key.attribute(), asOf, observations.get(key)).conflicting()))
                .filter(conflict -> !conflict.observations().isEmpty())
                .collect(toImmutableList());
    }

    /**
     * {@return the part of this dossier whose observations pass a test; all events stay}
     *
     * @param test which observations to keep
     */
    public Dossier where(Predicate<? super Observation> test) {
        Builder kept = new Builder();
        observations.entries().stream().filter(e -> test.test(e.getValue())).forEach(kept::put);
        events.forEach(kept::event);
        return kept.build();
    }

    /**
     * {@return the part of this dossier whose evidence passes a test, observations and events alike}
     *
     * @param test which evidence to keep
     */
    public Dossier whereEvidence(Predicate<? super Evidence> test) {
        Builder kept = new Builder();
        observations.entries().stream()
                .filter(e -> test.test(e.getValue().evidence()))
                .forEach(kept::put);
        events.stream().filter(e -> test.test(e.evidence())).forEach(kept::event);
        return kept.build();
    }

    /**
     * {@return this dossier and another together; what both hold is kept once}
     *
     * @param other the other
     */
    public Dossier plus(Dossier other) {
        Builder both = new Builder();
        Iterables.concat(observations.entries(), other.observations.entries()).forEach(both::put);
        Iterables.concat(events, other.events).forEach(both::event);
        return both.build();
    }

    /** One line: how much there is. */
    @Override
    public String toString() {
        return "Dossier of " + Numbers.grouped(size()) + " observations of "
                + attributes().size() + " attributes and " + events.size() + " events of "
                + jurisdictions().size() + " jurisdictions";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dossier that && observations.equals(that.observations) && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return Objects.hash(observations, events);
    }

    /** Builds a {@link Dossier}. Not thread-safe. */
    public static final class Builder {
        private final TreeMap<Key, ImmutableList.Builder<Observation>> observations = new TreeMap<>();
        private final ImmutableList.Builder<PolicyEvent> events = ImmutableList.builder();

        private Builder() {}

        /**
         * Adds an observation.
         *
         * @param jurisdiction whose
         * @param attribute of what
         * @param observation what was observed
         * @return this builder
         * @throws IllegalArgumentException if the observation is not in the attribute's unit
         */
        public Builder observe(Jurisdiction jurisdiction, Attribute attribute, Observation observation) {
            attribute.check(observation);
            observations
                    .computeIfAbsent(new Key(jurisdiction, attribute), key -> ImmutableList.builder())
                    .add(observation);
            return this;
        }

        /**
         * Adds an event.
         *
         * @param event the event
         * @return this builder
         */
        public Builder event(PolicyEvent event) {
            events.add(event);
            return this;
        }

        /**
         * Makes the dossier. Observations and events that were added twice are kept once.
         *
         * @return the dossier
         */
        public Dossier build() {
            ImmutableListMultimap.Builder<Key, Observation> sorted = ImmutableListMultimap.builder();
            for (Map.Entry<Key, ImmutableList.Builder<Observation>> entry : observations.entrySet()) {
                Key key = entry.getKey();
                sorted.putAll(
                        key,
                        new Quantity(
                                        key.attribute(),
                                        NationalAiStrategy.DEFAULT_AS_OF,
                                        entry.getValue().build())
                                .observations());
            }
            return new Dossier(
                    sorted.build(),
                    events.build().stream().distinct().sorted(PolicyEvent.ORDER).collect(toImmutableList()));
        }

        private void put(Map.Entry<Key, Observation> entry) {
            observe(entry.getKey().jurisdiction(), entry.getKey().attribute(), entry.getValue());
        }
    }
}
