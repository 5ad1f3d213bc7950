package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.EventDate;
import io.github.statecraft.model.Jurisdiction;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.model.Part;
import io.github.statecraft.model.PolicyEvent;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a {@link NationalAiStrategy} of a document. */
final class StrategyReader {
    private StrategyReader() {}

    static Optional<NationalAiStrategy> strategy(DocumentNode root) {
        root.allow(Stream.concat(
                        Stream.of("format", "jurisdiction", "kind", "asOf", "events"),
                        Arrays.stream(Part.values()).map(Part::id))
                .toArray(String[]::new));
        FrameworkReader.checkFormat(root, StrategyFiles.FORMAT);
        Optional<Jurisdiction> jurisdiction = jurisdiction(root);
        Optional<Year> asOf = root.required("asOf").flatMap(ObservationReader::year);
        NationalAiStrategy strategy = jurisdiction.map(NationalAiStrategy::of).orElse(null);
        List<NationalAiStrategy> filled = new ArrayList<>();
        if (strategy != null && asOf.isPresent()) {
            filled.add(strategy.withAsOf(asOf.get()));
        }
        for (Part part : Part.values()) {
            root.optional(part.id()).ifPresent(node -> node.fields().forEach((id, observations) -> {
                Optional<Attribute> attribute = attribute(part, id, observations);
                ImmutableList<Observation> read = observations(attribute, observations);
                attribute.ifPresent(a -> filled.replaceAll(s -> s.with(a, read.toArray(new Observation[0]))));
            }));
        }
        List<PolicyEvent> events = new ArrayList<>();
        root.optional("events").ifPresent(node -> node.elements()
                .forEach(e -> event(e, jurisdiction).ifPresent(events::add)));
        return filled.stream()
                .findFirst()
                .flatMap(s -> root.build(() -> s.withEvents(events.toArray(new PolicyEvent[0]))));
    }

    private static Optional<Jurisdiction> jurisdiction(DocumentNode root) {
        Optional<DocumentNode> node = root.required("jurisdiction");
        Optional<Jurisdiction.Kind> kind = root.optional("kind")
                .flatMap(n -> n.constant(Jurisdiction.Kind.class, k -> k.name().toLowerCase(java.util.Locale.ROOT)));
        if (root.has("kind") && kind.isEmpty()) {
            node.ifPresent(DocumentNode::text);
            return Optional.empty();
        }
        return node.flatMap(n -> n.text()
                .flatMap(code -> n.build(
                        () -> kind.map(k -> new Jurisdiction(code, k)).orElseGet(() -> Jurisdiction.of(code)))));
    }

    private static Optional<Attribute> attribute(Part part, String id, DocumentNode node) {
        Optional<Attribute> attribute = node.build(() -> Attribute.of(id));
        if (attribute.isPresent() && attribute.get().part() != part) {
            node.report(id + " belongs to part " + attribute.get().part().id(), "in " + part.id(), "move it there");
            return Optional.empty();
        }
        return attribute;
    }

    private static ImmutableList<Observation> observations(Optional<Attribute> attribute, DocumentNode node) {
        ImmutableList.Builder<Observation> read = ImmutableList.builder();
        Set<Observation> seen = new LinkedHashSet<>();
        for (DocumentNode element : node.elements()) {
            ObservationReader.observation(element, attribute).ifPresent(observation -> {
                if (seen.add(observation)) {
                    read.add(observation);
                } else {
                    element.report("each observation must stand there once", "one that stands above", "remove one");
                }
            });
        }
        return read.build();
    }

    private static Optional<PolicyEvent> event(DocumentNode node, Optional<Jurisdiction> own) {
        node.allow("id", "date", "jurisdiction", "target", "type", "part", "title", "detail", "evidence");
        Optional<EventDate> date =
                node.required("date").flatMap(n -> n.text().flatMap(text -> n.build(() -> EventDate.parse(text))));
        Optional<PolicyEvent.Type> type =
                node.required("type").flatMap(n -> n.constant(PolicyEvent.Type.class, PolicyEvent.Type::id));
        Optional<Part> part = node.optional("part").flatMap(n -> n.constant(Part.class, Part::id));
        Optional<String> title = node.required("title").flatMap(DocumentNode::text);
        Optional<String> id = node.optional("id").flatMap(DocumentNode::textIfAny);
        Optional<String> detail = node.optional("detail").flatMap(DocumentNode::textIfAny);
        Optional<Evidence> evidence = node.required("evidence").flatMap(ObservationReader::evidence);
        Optional<Jurisdiction> actor = node.has("jurisdiction") ? jurisdiction(node, "jurisdiction", own) : own;
        Optional<Jurisdiction> target = jurisdiction(node, "target", own);
        if (date.isEmpty() || type.isEmpty() || title.isEmpty() || evidence.isEmpty() || actor.isEmpty()) {
            return Optional.empty();
        }
        Optional<PolicyEvent> event = node.build(() -> PolicyEvent.builder()
                .id(id)
                .date(date.get())
                .jurisdiction(actor.get())
                .target(target)
                .type(type.get())
                .part(part)
                .title(title.get())
                .detail(detail)
                .evidence(evidence.get())
                .build());
        // whether it is the strategy's own, asked here where its place is known
        return event.filter(e -> own.isEmpty()
                || node.build(() -> NationalAiStrategy.of(own.get()).withEvents(e))
                        .isPresent());
    }

    /** The strategy's own jurisdiction, which may be a bloc that nobody else knows, or one that everybody knows. */
    private static Optional<Jurisdiction> jurisdiction(DocumentNode node, String field, Optional<Jurisdiction> own) {
        return node.optional(field)
                .flatMap(n -> n.text().flatMap(code -> own.filter(j -> j.code().equals(code))
                        .or(() -> n.build(() -> Jurisdiction.of(code)))));
    }
}
