package io.github.statecraft.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.Samples;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What JShell prints. Oracle: the limits that every printed table has. */
class PrintedModelTest {
    private static final int WIDTH = 100;

    static Stream<Object> printed() {
        NationalAiStrategy empty = NationalAiStrategy.of(Jurisdiction.of("CHN"));
        NationalAiStrategy full = full();
        List<Object> all = new ArrayList<>();
        for (NationalAiStrategy strategy : List.of(
                empty, full, Bloc.of(Jurisdiction.of("EUU"), List.of(full)).strategy())) {
            all.addAll(List.of(strategy, strategy.archetype(), strategy.stance(), strategy.weakestLink()));
            all.addAll(strategy.parts());
            Attribute.all().forEach(a -> all.add(strategy.quantity(a)));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("printed")
    void printsAtMostAHundredColumnsWithoutTraces(Object value) {
        String text = value.toString();
        assertThat(text)
                .doesNotContain("NaN", "null", "Optional[", "Immutable", "\t")
                .isNotBlank();
        assertThat(text.split("\n", -1)).allSatisfy(line -> {
            assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(WIDTH);
            assertThat(line).isEqualTo(line.stripTrailing());
        });
    }

    @Test
    void marksTheReadingAmongItsRivals() {
        assertThat(full().quantity("notable_models_count").toString().lines().filter(line -> line.startsWith("*")))
                .hasSize(2)
                .first()
                .asString()
                .contains("2025", "31");
    }

    @Test
    void printsACensusZeroAsNotListed() {
        String id = "top500_count";
        NationalAiStrategy strategy = NationalAiStrategy.of(Jurisdiction.of("CHN"))
                .with(id, Samples.observed(0, Unit.COUNT, 2025, EvidenceKind.CENSUS_ZERO, "TOP500"));
        assertThat(strategy.quantity(id).toString()).contains("0 (not listed)");
        assertThat(strategy.hardware().toString()).contains("0 (not listed)");
    }

    @Test
    void saysHowMuchIsKnown() {
        String summary = NationalAiStrategy.of(Jurisdiction.of("CHN")).toString();
        assertThat(summary).startsWith("China (CHN), as of 2026\n");
        assertThat(summary.replace('\n', ' '))
                .endsWith("Archetype UNDETERMINED, stance UNDETERMINED, weakest link UNDETERMINED, 0 events.");
        assertThat(FundingModel.unknown().toString()).contains("15 of 15 attributes are not known");
    }

    /** Everything known twice or more, from sources with names that are far too long. */
    private static NationalAiStrategy full() {
        NationalAiStrategy strategy = NationalAiStrategy.of(Jurisdiction.of("DEU"));
        for (Attribute attribute : Attribute.all()) {
            double value = attribute.unit() == Unit.YEAR ? 2018 : 1 / 3.0;
            Observation o = Samples.of(attribute.id(), value);
            Observation named = o.withEvidence(o.evidence()
                    .withNote("a note ".repeat(30).strip())
                    .withSource(Samples.source("S")
                            .withTitle("A title that goes on, ".repeat(12).strip())
                            .withPublisher("w".repeat(130))));
            strategy = strategy.with(
                    attribute,
                    named,
                    o.withEstimate(Estimate.range(value, value, value)).withStatus(Observation.Status.WITHDRAWN),
                    o.withEvidence(o.evidence().withKind(EvidenceKind.REGIONAL_AVERAGE)));
        }
        return strategy.with("notable_models_count", Samples.of("notable_models_count", 31));
    }
}
