package io.github.statecraft;

import io.github.statecraft.estimate.Confidence;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.LicenceClass;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Source;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.EventDate;
import io.github.statecraft.model.Jurisdiction;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.model.PolicyEvent;
import java.time.Year;

/** Short ways to the observations that tests need. */
public final class Samples {
    private Samples() {}

    /** A source of which only the identifier matters. */
    public static Source source(String id) {
        return Source.builder()
                .id(id)
                .title("Title of " + id)
                .publisher("Publisher of " + id)
                .build();
    }

    /** A source with everything there can be. */
    public static Source fullSource() {
        return source("WB-GDP")
                .withYear(Year.of(2026))
                .withLink("https://example.org/gdp")
                .withLicence("CC BY 4.0")
                .withLicenceClass(LicenceClass.OPEN);
    }

    /** A measured figure of medium confidence. */
    public static Observation measured(double value, Unit unit, int year, String source) {
        return observed(value, unit, year, EvidenceKind.MEASURED, source);
    }

    /** A figure of medium confidence. */
    public static Observation observed(double value, Unit unit, int year, EvidenceKind kind, String source) {
        return Observation.of(
                Estimate.of(value), unit, Year.of(year), Evidence.of(source(source), kind, Confidence.MEDIUM));
    }

    /** A strategy of which every attribute is known, each by a figure of its own size where its unit allows. */
    public static NationalAiStrategy fullStrategy(Jurisdiction jurisdiction) {
        NationalAiStrategy strategy = NationalAiStrategy.of(jurisdiction);
        double value = 0;
        for (Attribute attribute : Attribute.all()) {
            value += 0.01;
            strategy = strategy.with(attribute, of(attribute.id(), attribute.unit() == Unit.YEAR ? 2018 : value));
        }
        return strategy.withEvents(event(jurisdiction, "2017-07-20", "Plan"));
    }

    /** An event of a jurisdiction. */
    public static PolicyEvent event(Jurisdiction jurisdiction, String date, String title) {
        return PolicyEvent.builder()
                .date(EventDate.parse(date))
                .jurisdiction(jurisdiction)
                .type(PolicyEvent.Type.STRATEGY)
                .title(title)
                .evidence(Evidence.of(source("E"), EvidenceKind.LEGAL_TEXT, Confidence.HIGH))
                .build();
    }

    /** A figure of an attribute, in its unit, of 2025. */
    public static Observation of(String attribute, double value) {
        return measured(value, Attribute.of(attribute).unit(), 2025, "S");
    }
}
