package io.github.statecraft.model;

import io.github.statecraft.Samples;
import io.github.statecraft.Serialisation;
import java.io.Serializable;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One example or more of every public value type of the package. */
public final class ModelExamples {
    private ModelExamples() {}

    /** For the test of serialisation. */
    public static Serialisation.Examples all() {
        Jurisdiction china = Jurisdiction.of("CHN");
        Jurisdiction europe = Jurisdiction.of("EUU");
        NationalAiStrategy full = Samples.fullStrategy(Jurisdiction.of("DEU"));
        NationalAiStrategy partial = NationalAiStrategy.of(Jurisdiction.of("FRA"))
                .with("population", Samples.of("population", 68e6))
                .with("internet_users_pct", Samples.of("internet_users_pct", 86));
        PolicyEvent event = Samples.event(china, "2025-05", "Plan")
                .withId("E001")
                .withTarget(europe)
                .withPart(Part.FUNDING)
                .withDetail("in words");
        Attribute models = Attribute.of("notable_models_count");
        Dossier dossier = Dossier.builder()
                .observe(china, models, Samples.measured(31, models.unit(), 2024, "EPOCH-NOTABLE"))
                .observe(china, models, Samples.measured(15, models.unit(), 2024, "AIIDX25-CIOL"))
                .event(event)
                .build();
        List<Serializable> values = new ArrayList<>(full.parts());
        values.addAll(List.of(
                EventDate.parse("2025-05"),
                china,
                europe,
                full,
                partial,
                NationalAiStrategy.of(china),
                full.quantity("gdp_usd"),
                partial.quantity("gdp_usd"),
                full.archetype(),
                full.archetype().used().get(0),
                partial.weakestLink(),
                event,
                Samples.event(china, "2025", "Plan"),
                dossier,
                dossier.conflicts(Year.of(2026)).get(0),
                Bloc.of(europe, List.of(full, partial))));
        return new Serialisation.Examples(
                "io.github.statecraft.model",
                values,
                Map.of(Attribute.class, "there is one instance an id, and reading gives back that very instance"));
    }
}
