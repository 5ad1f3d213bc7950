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
import io.github.statecraft.model.Attribute;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;

/** Makes {@link Observation}s and {@link Evidence} of nodes of a document. */
final class ObservationReader {
    private ObservationReader() {}

    /** An observation; its unit must be one of the attribute's, if the attribute is known. */
    static Optional<Observation> observation(DocumentNode node, Optional<Attribute> attribute) {
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
        Optional<Estimate> estimate = estimate(node, label);
        Optional<Year> year = node.required("year").flatMap(ObservationReader::year);
        Optional<Evidence> evidence = node.required("evidence").flatMap(ObservationReader::evidence);
        Optional<DocumentNode> inForceNode = node.optional("inForce");
        Optional<Range<LocalDate>> inForce = inForceNode.flatMap(ObservationReader::inForce);
        Optional<Observation.Status> status =
                node.optional("status").flatMap(n -> n.constant(Observation.Status.class, Enum::name));
        Optional<Boolean> supplementary = node.optional("supplementary").flatMap(DocumentNode::bool);
        if (label.isEmpty()
                || estimate.isEmpty()
                || year.isEmpty()
                || evidence.isEmpty()
                || inForceNode.isPresent() != inForce.isPresent()) {
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
            node.report("expected a year in " + Unit.YEAR.range(), node.describe(), DocumentNode.CORRECT);
            return Optional.empty();
        }
        return year.map(Year::of);
    }

    static Optional<Evidence> evidence(DocumentNode node) {
        node.allow("source", "kind", "confidence", "note");
        Optional<Source> source = node.required("source").flatMap(ObservationReader::source);
        Optional<EvidenceKind> kind = node.required("kind").flatMap(n -> n.constant(EvidenceKind.class, Enum::name));
        Optional<Confidence> confidence =
                node.required("confidence").flatMap(n -> n.constant(Confidence.class, Enum::name));
        Optional<String> note = node.optional("note").flatMap(DocumentNode::textIfAny);
        if (source.isEmpty() || kind.isEmpty() || confidence.isEmpty()) {
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
        node.allow("id", "title", "publisher", "year", "link", "licence", "licenceClass", "accessed");
        Optional<String> title = node.required("title").flatMap(DocumentNode::text);
        Optional<String> publisher = node.required("publisher").flatMap(DocumentNode::text);
        Optional<String> id = node.optional("id").flatMap(DocumentNode::textIfAny);
        Optional<Year> year = node.optional("year").flatMap(ObservationReader::year);
        Optional<String> link = node.optional("link").flatMap(DocumentNode::textIfAny);
        Optional<String> licence = node.optional("licence").flatMap(DocumentNode::textIfAny);
        Optional<LocalDate> accessed = node.optional("accessed").flatMap(ObservationReader::day);
        Optional<LicenceClass> licenceClass =
                node.optional("licenceClass").flatMap(n -> n.constant(LicenceClass.class, Enum::name));
        if (title.isEmpty() || publisher.isEmpty()) {
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
        Optional<Unit.Label> label = node.text().flatMap(text -> node.build(() -> Unit.label(text)));
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

    private static Optional<Estimate> estimate(DocumentNode node, Optional<Unit.Label> label) {
        Optional<Double> value = node.required("value").flatMap(n -> inUnit(n, label));
        Optional<ImmutableList<Double>> range = node.optional("range").flatMap(n -> ends(n, label));
        Optional<ImmutableList<Double>> interval = node.optional("interval90").flatMap(n -> ends(n, label));
        Optional<Boolean> exact =
                node.optional("exact").flatMap(DocumentNode::bool).filter(e -> e);
        int spreads = (node.has("range") ? 1 : 0) + (node.has("interval90") ? 1 : 0) + (exact.isPresent() ? 1 : 0);
        if (spreads > 1) {
            node.report("a value has at most one of range, interval90 and exact", "", "keep one");
            return Optional.empty();
        }
        if (value.isEmpty()
                || node.has("range") != range.isPresent()
                || node.has("interval90") != interval.isPresent()) {
            return Optional.empty();
        }
        return node.build(() -> {
            if (range.isPresent()) {
                return Estimate.range(
                        value.get(), range.get().get(0), range.get().get(1));
            }
            if (interval.isPresent()) {
                return Estimate.interval90(
                        value.get(), interval.get().get(0), interval.get().get(1));
            }
            return exact.isPresent() ? Estimate.exactly(value.get()) : Estimate.of(value.get());
        });
    }

    private static Optional<ImmutableList<Double>> ends(DocumentNode node, Optional<Unit.Label> label) {
        ImmutableList<DocumentNode> elements = node.elements();
        if (elements.size() != 2) {
            if (node.value() instanceof ImmutableList) {
                node.report("expected two numbers, low and high", "a list of " + elements.size(), "write [low, high]");
            }
            return Optional.empty();
        }
        Optional<Double> low = inUnit(elements.get(0), label);
        Optional<Double> high = inUnit(elements.get(1), label);
        return low.flatMap(l -> high.map(h -> ImmutableList.of(l, h)));
    }

    private static Optional<Double> inUnit(DocumentNode node, Optional<Unit.Label> label) {
        Optional<BigDecimal> printed = node.number().flatMap(n -> node.decimal());
        return printed.map(p -> label.map(l -> l.toUnit(p)).orElse(p.doubleValue()));
    }

    private static Optional<Range<LocalDate>> inForce(DocumentNode node) {
        node.allow("from", "until");
        Optional<LocalDate> from = node.optional("from").flatMap(ObservationReader::day);
        Optional<LocalDate> until = node.optional("until").flatMap(ObservationReader::day);
        if (node.has("from") != from.isPresent() || node.has("until") != until.isPresent()) {
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
