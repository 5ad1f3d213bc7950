package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.EventDate;
import io.github.statecraft.model.Jurisdiction;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.model.Part;
import io.github.statecraft.model.PolicyEvent;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a {@link NationalAiStrategy} of a document. */
final class StrategyReader {
    /** What a code of a jurisdiction must be. */
    static final String JURISDICTION =
            "Jurisdiction.code must be that of a country or of a known bloc, three upper-case letters";

    static final String JURISDICTION_REMEDY = "correct it";

    /** What a date of an event must be. */
    static final String DATE = "expected a year, a month or a day such as 2024, 2024-02 or 2024-02-13";

    private StrategyReader() {}

    static Optional<NationalAiStrategy> strategy(DocumentNode root) {
        int before = root.problems();
        if (!FrameworkReader.isOfFormat(root, StrategyFiles.FORMAT)) {
            return Optional.empty();
        }
        root.allow(Stream.concat(
                        Stream.of("format", "jurisdiction", "kind", "asOf", "events"),
                        Arrays.stream(Part.values()).map(Part::id))
                .toArray(String[]::new));
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
                attribute
                        .filter(a -> a.part() == part)
                        .ifPresent(a -> filled.replaceAll(s -> s.with(a, read.toArray(new Observation[0]))));
            }));
        }
        List<PolicyEvent> events = new ArrayList<>();
        FirstPlaces<PolicyEvent> seen = new FirstPlaces<>();
        root.optional("events").ifPresent(node -> node.elements()
                .forEach(e -> event(e, jurisdiction).ifPresent(event -> {
                    events.add(event);
                    if (seen.add(event, e.standsAt()) == FirstPlaces.Outcome.FLOOD) {
                        e.report(FirstPlaces.FLOOD_RULE, "", FirstPlaces.FLOOD_REMEDY);
                    }
                })));
        return filled.stream()
                .filter(s -> root.problems() == before)
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
        boolean isBloc = kind.equals(Optional.of(Jurisdiction.Kind.BLOC));
        return node.flatMap(n -> n.make(
                code -> kind.map(k -> new Jurisdiction(code, k)).orElseGet(() -> Jurisdiction.of(code)),
                isBloc
                        ? "the code of a bloc must be three upper-case letters and must not be that of a country"
                        : JURISDICTION,
                isBloc ? "choose another code, or leave out 'kind'" : JURISDICTION_REMEDY));
    }

    private static Optional<Attribute> attribute(Part part, String id, DocumentNode node) {
        Optional<Attribute> attribute =
                Attribute.all().stream().filter(a -> a.id().equals(id)).findFirst();
        if (attribute.isEmpty()) {
            String hint = "";
            try {
                Attribute.of(id);
            } catch (IllegalArgumentException e) {
                hint = Problems.hint(String.valueOf(e.getMessage()), id, "Attribute.all() lists all");
            }
            node.report("must be the id of an attribute of part " + part.id(), Problems.quote(id), hint);
        }
        if (attribute.isPresent() && attribute.get().part() != part) {
            node.report(id + " belongs to part " + attribute.get().part().id(), "in " + part.id(), "move it there");
            return Optional.empty();
        }
        return attribute;
    }

    private static ImmutableList<Observation> observations(Optional<Attribute> attribute, DocumentNode node) {
        ImmutableList.Builder<Observation> read = ImmutableList.builder();
        FirstPlaces<Observation> seen = new FirstPlaces<>();
        for (DocumentNode element : node.elements()) {
            ObservationReader.observation(element, attribute).ifPresent(observation -> {
                switch (seen.add(observation, element.standsAt())) {
                    case FIRST -> read.add(observation);
                    case AGAIN ->
                        element.report("each observation must stand there once", "one that stands above", "remove one");
                    case FLOOD -> element.report(FirstPlaces.FLOOD_RULE, "", FirstPlaces.FLOOD_REMEDY);
                    case FLOODED_BEFORE -> {}
                }
            });
        }
        return read.build();
    }

    private static Optional<PolicyEvent> event(DocumentNode node, Optional<Jurisdiction> own) {
        int before = node.problems();
        node.allow("id", "date", "jurisdiction", "target", "type", "part", "title", "detail", "evidence");
        Optional<EventDate> date =
                node.required("date").flatMap(n -> n.make(EventDate::parse, DATE, DocumentNode.CORRECT));
        Optional<PolicyEvent.Type> type =
                node.required("type").flatMap(n -> n.constant(PolicyEvent.Type.class, PolicyEvent.Type::id));
        Optional<Part> part = node.optional("part").flatMap(n -> n.constant(Part.class, Part::id));
        Optional<String> title = node.required("title").flatMap(n -> n.filled("PolicyEvent"));
        Optional<String> id = node.optional("id").flatMap(DocumentNode::textIfAny);
        Optional<String> detail = node.optional("detail").flatMap(DocumentNode::textIfAny);
        Optional<Evidence> evidence = node.required("evidence").flatMap(ObservationReader::evidence);
        Optional<Jurisdiction> actor = node.has("jurisdiction") ? jurisdiction(node, "jurisdiction", own) : own;
        Optional<Jurisdiction> target = jurisdiction(node, "target", own);
        boolean isTarget = node.has("target") && (target.isEmpty() || target.equals(own));
        if (own.isPresent() && actor.isPresent() && !actor.equals(own) && !isTarget) {
            node.required("jurisdiction")
                    .ifPresent(n -> n.report(
                            "events of " + own.get().code() + " must be its own acts or aimed at it",
                            Problems.quote(String.valueOf(n.value())),
                            "leave the jurisdiction out, or name " + own.get().code() + " as target"));
        }
        if (node.problems() > before
                || date.isEmpty()
                || type.isEmpty()
                || title.isEmpty()
                || evidence.isEmpty()
                || actor.isEmpty()) {
            return Optional.empty();
        }
        return node.build(() -> PolicyEvent.builder()
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
    }

    /** The strategy's own jurisdiction, which may be a bloc that nobody else knows, or one that everybody knows. */
    private static Optional<Jurisdiction> jurisdiction(DocumentNode node, String field, Optional<Jurisdiction> own) {
        return node.optional(field)
                .flatMap(n -> n.make(
                        code -> own.filter(j -> j.code().equals(code)).orElseGet(() -> Jurisdiction.of(code)),
                        JURISDICTION,
                        JURISDICTION_REMEDY));
    }
}
