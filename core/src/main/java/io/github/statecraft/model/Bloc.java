package io.github.statecraft.model;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.github.statecraft.estimate.Confidence;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.LicenceClass;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.estimate.Source;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import java.io.Serializable;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Strategies of several jurisdictions combined into one, attribute by attribute, before any scoring. Each attribute has its
 * rule ({@link Attribute#combination()}): a sum needs every member; a mean is taken over the members that have a value and,
 * for the weight, a population or gross domestic product above 0; attributes whose members' values say nothing about
 * the whole are left out. What is combined is of kind MODELLED and unknown spread, of the strictest licence class among
 * its inputs, and its note says which members are missing. Members of a bloc whose membership is known ({@link
 * Jurisdiction#members()}) that have no strategy here are missing in every attribute.
 *
 * <p>Immutable, thread-safe, serialisable.
 *
 * @param strategy the combined strategy
 * @param members whose strategies were combined, by code
 * @param absent members of the bloc without a strategy here, by code; empty where the membership is not known
 * @param missing which members, absent ones among them, had no value, by attribute; attributes that all members have are not
 *     listed, nor are those that are not combined
 */
public record Bloc(
        NationalAiStrategy strategy,
        ImmutableList<Jurisdiction> members,
        ImmutableList<Jurisdiction> absent,
        ImmutableListMultimap<Attribute, Jurisdiction> missing)
        implements Serializable {
    /** Checks that nothing is null. */
    public Bloc {
        Objects.requireNonNull(strategy, "Bloc.strategy");
        Objects.requireNonNull(members, "Bloc.members");
        Objects.requireNonNull(absent, "Bloc.absent");
        Objects.requireNonNull(missing, "Bloc.missing");
    }

    private record Member(Jurisdiction jurisdiction, Reading reading, double weight) {
        @Override
        public String toString() {
            return jurisdiction.code();
        }
    }

    /**
     * Combines strategies.
     *
     * @param jurisdiction the bloc
     * @param strategies its members, all as of one year
     * @return the bloc
     * @throws IllegalArgumentException if there is no member, a member occurs twice, members differ in their as-of year, the
     *     jurisdiction is a country, or a strategy is of no member of a bloc whose membership is known
     */
    public static Bloc of(Jurisdiction jurisdiction, Iterable<NationalAiStrategy> strategies) {
        ImmutableList<NationalAiStrategy> all =
                ImmutableList.sortedCopyOf(Comparator.comparing(NationalAiStrategy::jurisdiction), strategies);
        ImmutableList<Jurisdiction> members =
                all.stream().map(NationalAiStrategy::jurisdiction).collect(toImmutableList());
        check(jurisdiction, all, members);
        Year asOf = all.get(0).asOf();
        ImmutableList<Jurisdiction> expected = jurisdiction.members().isEmpty()
                ? members
                : jurisdiction.members().asList();
        ImmutableList<Jurisdiction> withoutStrategy =
                expected.stream().filter(m -> !members.contains(m)).collect(toImmutableList());
        ImmutableListMultimap.Builder<Attribute, Observation> combined = ImmutableListMultimap.builder();
        ImmutableListMultimap.Builder<Attribute, Jurisdiction> missing = ImmutableListMultimap.builder();
        for (Attribute attribute : Attribute.all()) {
            if (attribute.combination() == Attribute.Combination.NONE) {
                continue;
            }
            List<Member> known =
                    all.stream().flatMap(s -> member(s, attribute).stream()).toList();
            List<Jurisdiction> present =
                    known.stream().map(Member::jurisdiction).toList();
            List<Jurisdiction> absent =
                    expected.stream().filter(m -> !present.contains(m)).toList();
            missing.putAll(attribute, absent);
            boolean sum = attribute.combination() == Attribute.Combination.SUM;
            if (!known.isEmpty() && !(sum && !absent.isEmpty())) {
                combined.put(attribute, observation(jurisdiction, attribute, known, absent));
            }
        }
        return new Bloc(
                new NationalAiStrategy(jurisdiction, asOf, combined.build(), ImmutableList.of()),
                members,
                withoutStrategy,
                missing.build());
    }

    private static Optional<Member> member(NationalAiStrategy strategy, Attribute attribute) {
        Optional<Double> weight =
                switch (attribute.combination()) {
                    case POPULATION_MEAN ->
                        strategy.context().population().estimate().map(Estimate::value);
                    case GDP_MEAN ->
                        strategy.context().grossDomesticProduct().estimate().map(Estimate::value);
                    case SUM, WEAKEST_LINK, NONE -> Optional.of(1.0);
                };
        Optional<Reading> reading = strategy.quantity(attribute).reading();
        return weight.filter(w -> w > 0).flatMap(w -> reading.map(r -> new Member(strategy.jurisdiction(), r, w)));
    }

    private static Observation observation(
            Jurisdiction bloc, Attribute attribute, List<Member> known, List<Jurisdiction> absent) {
        double[] values =
                known.stream().mapToDouble(m -> m.reading().estimate().value()).toArray();
        double[] weights = known.stream().mapToDouble(Member::weight).toArray();
        double value =
                switch (attribute.combination()) {
                    case SUM -> ExactSum.of(values);
                    case POPULATION_MEAN, GDP_MEAN -> mean(values, weights);
                    case WEAKEST_LINK -> largest(values);
                    case NONE -> throw new IllegalStateException(attribute + " is not combined");
                };
        if (!attribute.unit().allows(value)) {
            throw new IllegalArgumentException(
                    "Bloc " + bloc + ": the sum of " + attribute + " over its members must be in "
                            + attribute.unit().range() + " but was " + Numbers.shortest(value)
                            + "; leave a member out or correct its value");
        }
        Year latest = known.stream()
                .map(m -> m.reading().year())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String without = absent.isEmpty()
                ? "all members"
                : "without " + absent.stream().map(Jurisdiction::code).collect(Collectors.joining(", "));
        Source source = Source.builder()
                .title("Combined from members: " + attribute.combination())
                .publisher("Statecraft")
                .licenceClass(strictest(known))
                .build();
        Evidence evidence = Evidence.of(
                        source, EvidenceKind.MODELLED, absent.isEmpty() ? Confidence.MEDIUM : Confidence.LOW)
                .withNote(without);
        return Observation.of(Estimate.of(value), attribute.unit(), latest, evidence);
    }

    private static LicenceClass strictest(List<Member> known) {
        return known.stream()
                .flatMap(m -> m.reading().observations().stream())
                .map(o -> o.evidence().source().licenceClass())
                .max(Comparator.naturalOrder())
                .orElse(LicenceClass.UNSTATED);
    }

    /** A few lines: who is in it, who is absent, and the combined strategy. */
    @Override
    public String toString() {
        String head = strategy.jurisdiction().name() + " of " + members.size() + " members: " + codes(members)
                + (absent.isEmpty() ? "" : "; without " + absent.size() + ": " + codes(absent));
        String gaps = missing.keySet().size() + " attributes lack a member; missing() lists whom";
        return TextTable.wrap(head, TextTable.WIDTH, "  ") + "\n" + strategy + "\n" + gaps;
    }

    private static String codes(List<Jurisdiction> jurisdictions) {
        return jurisdictions.stream().map(Jurisdiction::code).collect(Collectors.joining(", "));
    }

    /** The weighted mean; rounding never takes it beyond the smallest and the largest value. */
    private static double mean(double[] values, double[] weights) {
        double mean = ExactSum.ofProducts(values, weights) / ExactSum.of(weights);
        return Math.min(Math.max(mean, smallest(values)), largest(values));
    }

    private static double smallest(double[] values) {
        double smallest = values[0];
        for (double value : values) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }

    private static double largest(double[] values) {
        double largest = values[0];
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    private static void check(
            Jurisdiction jurisdiction, List<NationalAiStrategy> all, ImmutableList<Jurisdiction> members) {
        if (!jurisdiction.isBloc()) {
            throw new IllegalArgumentException("Bloc.jurisdiction must be a bloc but was the country " + jurisdiction);
        }
        if (all.isEmpty()) {
            throw new IllegalArgumentException("Bloc.members must not be empty");
        }
        if (!jurisdiction.members().isEmpty() && !jurisdiction.members().containsAll(members)) {
            throw new IllegalArgumentException("Bloc.members of " + jurisdiction + " must be among "
                    + codes(jurisdiction.members().asList()) + " but were " + codes(members)
                    + "; give a bloc of others a code of its own");
        }
        if (members.stream().distinct().count() < members.size()) {
            throw new IllegalArgumentException("Bloc.members must each occur once but were " + members);
        }
        if (all.stream().map(NationalAiStrategy::asOf).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "Bloc.members must have one as-of year; withAsOf moves a strategy to another");
        }
    }
}
