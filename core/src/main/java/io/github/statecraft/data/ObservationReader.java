package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import io.github.statecraft.estimate.Confidence;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.LicenceClass;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Source;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.model.Attribute;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes {@link Observation}s and {@link Evidence} of nodes of a document. */
final class ObservationReader {
    /** The years that a value may be of. */
    static final String YEARS =
            "[" + Numbers.shortest(Unit.YEAR.lowest()) + ", " + Numbers.shortest(Unit.YEAR.highest()) + "]";

    static final String CENSUS_RULE = " must be 0 for evidence of kind CENSUS_ZERO";
    static final String CENSUS_REMEDY = "correct it, or the kind";
    static final String OF_UNIT = "correct it, or state it in another unit";

    private ObservationReader() {}

    /** What the values of an attribute must keep to, in words. */
    static String rangeRule(Optional<Attribute> attribute, Unit unit) {
        return owner(attribute) + " must be in " + unit.range();
    }

    static String owner(Optional<Attribute> attribute) {
        return attribute.map(Attribute::id).orElse("Observation.estimate");
    }

    /** An observation; its unit must be one of the attribute's, if the attribute is known. */
    static Optional<Observation> observation(DocumentNode node, Optional<Attribute> attribute) {
        int before = node.problems();
        node.allow(
                "value",
                "range",
                "interval90",
                "exact",
                "unit",
                "year",
                "inForce",
                "status",
                "supplementary",
                "evidence");
        Optional<Unit.Label> label = node.required("unit").flatMap(n -> label(n, attribute));
        Optional<Estimate> estimate = estimate(node, attribute, label);
        Optional<Year> year = node.required("year").flatMap(ObservationReader::year);
        Optional<Evidence> evidence = node.required("evidence").flatMap(ObservationReader::evidence);
        Optional<Range<LocalDate>> inForce = node.optional("inForce").flatMap(ObservationReader::inForce);
        Optional<Observation.Status> status =
                node.optional("status").flatMap(n -> n.constant(Observation.Status.class, Enum::name));
        Optional<Boolean> supplementary = node.optional("supplementary").flatMap(DocumentNode::bool);
        if (node.problems() > before || label.isEmpty() || estimate.isEmpty() || year.isEmpty() || evidence.isEmpty()) {
            return Optional.empty();
        }
        return node.build(() -> {
            Observation.Builder observation = Observation.builder()
                    .estimate(estimate.get())
                    .unit(label.get().unit())
                    .year(year.get())
                    .inForce(inForce)
                    .evidence(evidence.get());
            status.ifPresent(observation::status);
            supplementary.ifPresent(observation::isSupplementary);
            return observation.build();
        });
    }

    static Optional<Year> year(DocumentNode node) {
        Optional<Integer> year = node.integer();
        if (year.isPresent() && !Unit.YEAR.allows(year.get())) {
            node.report("expected a year in " + YEARS, node.describe(), DocumentNode.CORRECT);
            return Optional.empty();
        }
        return year.map(Year::of);
    }

    static Optional<Evidence> evidence(DocumentNode node) {
        int before = node.problems();
        node.allow("source", "kind", "confidence", "note");
        Optional<Source> source = node.required("source").flatMap(ObservationReader::source);
        Optional<EvidenceKind> kind = node.required("kind").flatMap(n -> n.constant(EvidenceKind.class, Enum::name));
        Optional<Confidence> confidence =
                node.required("confidence").flatMap(n -> n.constant(Confidence.class, Enum::name));
        Optional<String> note = node.optional("note").flatMap(DocumentNode::textIfAny);
        if (node.problems() > before || source.isEmpty() || kind.isEmpty() || confidence.isEmpty()) {
            return Optional.empty();
        }
        return node.build(() -> Evidence.builder()
                .source(source.get())
                .kind(kind.get())
                .confidence(confidence.get())
                .note(note)
                .build());
    }

    private static Optional<Source> source(DocumentNode node) {
        int before = node.problems();
        node.allow("id", "title", "publisher", "year", "link", "licence", "licenceClass", "accessed");
        Optional<String> title = node.required("title").flatMap(n -> n.filled("Source"));
        Optional<String> publisher = node.required("publisher").flatMap(n -> n.filled("Source"));
        Optional<String> id = node.optional("id").flatMap(DocumentNode::textIfAny);
        Optional<Year> year = node.optional("year").flatMap(ObservationReader::year);
        Optional<String> link = node.optional("link").flatMap(DocumentNode::textIfAny);
        Optional<String> licence = node.optional("licence").flatMap(DocumentNode::textIfAny);
        Optional<LocalDate> accessed = node.optional("accessed").flatMap(ObservationReader::day);
        Optional<LicenceClass> licenceClass =
                node.optional("licenceClass").flatMap(n -> n.constant(LicenceClass.class, Enum::name));
        if (node.problems() > before || title.isEmpty() || publisher.isEmpty()) {
            return Optional.empty();
        }
        return node.build(() -> {
            Source.Builder source = Source.builder()
                    .id(id)
                    .title(title.get())
                    .publisher(publisher.get())
                    .year(year)
                    .link(link)
                    .licence(licence)
                    .accessed(accessed);
            licenceClass.ifPresent(source::licenceClass);
            return source.build();
        });
    }

    private static Optional<Unit.Label> label(DocumentNode node, Optional<Attribute> attribute) {
        Optional<Unit.Label> label =
                node.make(Unit::label, owner(attribute) + " must be in a known unit", "Unit.labels() lists all");
        if (label.isPresent()
                && attribute.isPresent()
                && !label.get().fits(attribute.get().unitLabel())) {
            node.report(
                    attribute.get().id() + " must be in " + attribute.get().unitLabel(),
                    Problems.quote(label.get().text()),
                    "convert it, or use the attribute of that unit");
            return Optional.empty();
        }
        return label;
    }

    private static Optional<Estimate> estimate(
            DocumentNode node, Optional<Attribute> attribute, Optional<Unit.Label> label) {
        int before = node.problems();
        Optional<DocumentNode> valueNode = node.required("value");
        Optional<Double> value = valueNode.flatMap(n -> inUnit(n, attribute, label));
        Optional<Ends> range = node.optional("range").flatMap(n -> ends(n, attribute, label));
        Optional<Ends> interval = node.optional("interval90").flatMap(n -> ends(n, attribute, label));
        Optional<Boolean> exact =
                node.optional("exact").flatMap(DocumentNode::bool).filter(e -> e);
        List<String> spreads = new ArrayList<>();
        Stream.of("range", "interval90").filter(node::has).forEach(spreads::add);
        exact.ifPresent(e -> spreads.add("exact"));
        if (spreads.size() > 1) {
            String found = String.join(" and ", spreads);
            node.report("a value has at most one of range, interval90 and exact", found, "keep one");
        }
        for (Optional<Ends> ends : ImmutableList.of(range, interval)) {
            if (value.isPresent() && ends.isPresent() && !ends.get().surround(value.get())) {
                valueNode
                        .get()
                        .report(
                                owner(attribute) + " must lie in its spread "
                                        + ends.get().words(),
                                valueNode.get().describe(),
                                DocumentNode.CORRECT);
            }
        }
        boolean isCensusZero = node.optional("evidence")
                .flatMap(n -> n.optional("kind"))
                .filter(kind -> EvidenceKind.CENSUS_ZERO.name().equals(kind.value()))
                .isPresent();
        if (isCensusZero && value.isPresent() && value.get() != 0) {
            valueNode
                    .get()
                    .report(owner(attribute) + CENSUS_RULE, valueNode.get().describe(), CENSUS_REMEDY);
        }
        if (node.problems() > before || value.isEmpty()) {
            return Optional.empty();
        }
        return node.build(() -> {
            if (range.isPresent()) {
                return Estimate.range(
                        value.get(), range.get().low(), range.get().high());
            }
            if (interval.isPresent()) {
                return Estimate.interval90(
                        value.get(), interval.get().low(), interval.get().high());
            }
            return exact.isPresent() ? Estimate.exactly(value.get()) : Estimate.of(value.get());
        });
    }

    /** The ends of a spread in the unit of the attribute, and as they were written. */
    private record Ends(double low, double high, String words) {
        boolean surround(double value) {
            return low <= value && value <= high;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private static Optional<Ends> ends(DocumentNode node, Optional<Attribute> attribute, Optional<Unit.Label> label) {
        ImmutableList<DocumentNode> elements = node.elements();
        if (elements.size() != 2) {
            if (node.value() instanceof ImmutableList) {
                node.report("expected two numbers, low and high", "a list of " + elements.size(), "write [low, high]");
            }
            return Optional.empty();
        }
        DocumentNode first = elements.get(0);
        DocumentNode second = elements.get(1);
        Optional<Double> low = inUnit(first, attribute, label);
        Optional<Double> high = inUnit(second, attribute, label);
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        if (!(low.get() <= high.get())) {
            node.report(
                    owner(attribute) + ": " + node.step().name() + " must have low <= high",
                    first.describe() + " to " + second.describe(),
                    "write [low, high]");
            return Optional.empty();
        }
        return Optional.of(new Ends(low.get(), high.get(), "[" + first.describe() + ", " + second.describe() + "]"));
    }

    /** A number in the unit of the attribute, within the range of that unit. */
    private static Optional<Double> inUnit(
            DocumentNode node, Optional<Attribute> attribute, Optional<Unit.Label> label) {
        Optional<BigDecimal> printed = node.number().flatMap(n -> node.decimal());
        Optional<Double> number = printed.map(p -> label.map(l -> l.toUnit(p)).orElse(p.doubleValue()));
        if (number.isPresent() && label.isPresent() && !label.get().unit().allows(number.get())) {
            node.report(rangeRule(attribute, label.get().unit()), node.describe(), OF_UNIT);
            return Optional.empty();
        }
        return number;
    }

    private static Optional<Range<LocalDate>> inForce(DocumentNode node) {
        int before = node.problems();
        node.allow("from", "until");
        Optional<LocalDate> from = node.optional("from").flatMap(ObservationReader::day);
        Optional<LocalDate> until = node.optional("until").flatMap(ObservationReader::day);
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            node.required("until")
                    .ifPresent(n -> n.report(
                            "inForce must end after its first day, " + from.get(),
                            Problems.quote(until.get().toString()),
                            "correct one of them"));
        }
        if (!node.has("from") && !node.has("until") && node.problems() == before) {
            node.report(
                    "inForce must have a first day, a day on which it ends, or both",
                    node.describe(),
                    "write 'from', 'until' or both, or leave inForce out");
        }
        if (node.problems() > before || (from.isEmpty() && until.isEmpty())) {
            return Optional.empty();
        }
        return node.build(() -> days(from, until));
    }

    /** The days from the first to before the second; without end where one is left out. */
    static Range<LocalDate> days(Optional<LocalDate> from, Optional<LocalDate> until) {
        if (from.isPresent()) {
            if (until.isPresent() && !from.get().isBefore(until.get())) {
                throw new IllegalArgumentException(
                        "inForce must end after its first day, " + from.get() + ", but was to end on " + until.get());
            }
            return until.isPresent() ? Range.closedOpen(from.get(), until.get()) : Range.atLeast(from.get());
        }
        if (until.isPresent()) {
            return Range.lessThan(until.get());
        }
        throw new IllegalArgumentException("inForce must have a first day, a day on which it ends, or both");
    }

    private static Optional<LocalDate> day(DocumentNode node) {
        Optional<String> text = node.text();
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeException e) {
            node.report("expected a day such as 2025-01-13", node.describe(), DocumentNode.CORRECT);
            return Optional.empty();
        }
    }
}
