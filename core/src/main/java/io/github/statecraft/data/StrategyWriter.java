package io.github.statecraft.data;

import static io.github.statecraft.data.FrameworkWriter.decimal;

import com.google.common.collect.Range;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.LicenceClass;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Source;
import io.github.statecraft.estimate.Spread;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.Jurisdiction;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.model.PolicyEvent;
import io.github.statecraft.model.Quantity;
import io.github.statecraft.model.StrategyPart;
import java.time.LocalDate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a document of a {@link NationalAiStrategy}. */
final class StrategyWriter {
    private StrategyWriter() {}

    static ObjectNode document(NationalAiStrategy strategy) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("format", StrategyFiles.FORMAT);
        document.put("jurisdiction", strategy.jurisdiction().code());
        if (strategy.jurisdiction().isBloc()) {
            document.put("kind", "bloc");
        }
        document.put("asOf", strategy.asOf().getValue());
        for (StrategyPart<?> part : strategy.parts()) {
            if (!part.quantities().isEmpty()) {
                ObjectNode attributes = document.putObject(part.part().id());
                for (Quantity quantity : part.quantities()) {
                    ArrayNode observations =
                            attributes.putArray(quantity.attribute().id());
                    quantity.observations()
                            .forEach(o -> observation(o, quantity.attribute(), observations.addObject()));
                }
            }
        }
        if (!strategy.events().isEmpty()) {
            ArrayNode events = document.putArray("events");
            strategy.events().forEach(event -> event(event, strategy, events.addObject()));
        }
        return document;
    }

    /** The text under which values of an attribute are written: in its unit, with what a share is a share of. */
    static String unitText(Attribute attribute) {
        Unit.Label label = attribute.unitLabel();
        return label.factor() == 1 ? label.text() : attribute.unit().symbol();
    }

    private static void observation(Observation observation, Attribute attribute, ObjectNode to) {
        Estimate estimate = observation.estimate();
        to.put("value", decimal(estimate.value()));
        if (estimate.spread() instanceof Spread.Range range) {
            to.putArray("range").add(decimal(range.low())).add(decimal(range.high()));
        } else if (estimate.spread() instanceof Spread.Interval90 band) {
            to.putArray("interval90").add(decimal(band.low())).add(decimal(band.high()));
        } else if (estimate.spread() instanceof Spread.Exact) {
            to.put("exact", true);
        }
        to.put("unit", unitText(attribute));
        to.put("year", observation.year().getValue());
        observation.inForce().ifPresent(days -> inForce(days, to.putObject("inForce")));
        if (observation.status() != Observation.Status.COMPLETE) {
            to.put("status", observation.status().name());
        }
        if (observation.isSupplementary()) {
            to.put("supplementary", true);
        }
        evidence(observation.evidence(), to.putObject("evidence"));
    }

    private static void inForce(Range<LocalDate> days, ObjectNode to) {
        if (days.hasLowerBound()) {
            to.put("from", days.lowerEndpoint().toString());
        }
        if (days.hasUpperBound()) {
            to.put("until", days.upperEndpoint().toString());
        }
    }

    private static void event(PolicyEvent event, NationalAiStrategy strategy, ObjectNode to) {
        event.id().ifPresent(id -> to.put("id", id));
        to.put("date", event.date().toString());
        if (!event.jurisdiction().equals(strategy.jurisdiction())) {
            to.put("jurisdiction", code(event.jurisdiction(), strategy));
        }
        event.target().ifPresent(target -> to.put("target", code(target, strategy)));
        to.put("type", event.type().id());
        event.part().ifPresent(part -> to.put("part", part.id()));
        to.put("title", event.title());
        event.detail().ifPresent(detail -> to.put("detail", detail));
        evidence(event.evidence(), to.putObject("evidence"));
    }

    private static String code(Jurisdiction jurisdiction, NationalAiStrategy strategy) {
        return jurisdiction.equals(strategy.jurisdiction()) ? jurisdiction.code() : knownCode(jurisdiction);
    }

    /** The code of a jurisdiction where there is no room for its kind. */
    static String knownCode(Jurisdiction jurisdiction) {
        boolean isKnown = !jurisdiction.name().equals(jurisdiction.code());
        if (jurisdiction.isBloc() && !isKnown) {
            throw new IllegalArgumentException(
                    "Jurisdiction.code of a bloc stands for it in a file only if the bundled "
                            + "data knows the bloc, but was " + jurisdiction);
        }
        return jurisdiction.code();
    }

    private static void evidence(Evidence evidence, ObjectNode to) {
        source(evidence.source(), to.putObject("source"));
        to.put("kind", evidence.kind().name());
        to.put("confidence", evidence.confidence().name());
        evidence.note().ifPresent(note -> to.put("note", note));
    }

    private static void source(Source source, ObjectNode to) {
        source.id().ifPresent(id -> to.put("id", id));
        to.put("title", source.title());
        to.put("publisher", source.publisher());
        source.year().ifPresent(year -> to.put("year", year.getValue()));
        source.link().ifPresent(link -> to.put("link", link));
        source.licence().ifPresent(licence -> to.put("licence", licence));
        source.accessed().ifPresent(day -> to.put("accessed", day.toString()));
        if (source.licenceClass() != LicenceClass.UNSTATED) {
            to.put("licenceClass", source.licenceClass().name());
        }
    }
}
