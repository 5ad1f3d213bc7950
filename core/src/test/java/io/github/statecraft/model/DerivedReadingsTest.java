package io.github.statecraft.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.Samples;
import io.github.statecraft.data.ReferenceData;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle: the rules and cut-offs in words, worked out by hand. An empty cell is an attribute that is not known. */
class DerivedReadingsTest {
    @ParameterizedTest
    @CsvSource({
        // governmentShare, smallnessOfGovernment, regulatoryFreedom
        "60,3,3,STATE_GUIDED",
        "60,3,8,STATE_GUIDED",
        "60,8,3,STATE_GUIDED",
        "10,3,3,STATE_GUIDED",
        "10,8,8,MARKET_LED",
        "10,8,3,MARKET_LED",
        "10,3,8,MARKET_LED",
        "60,8,8,MARKET_LED",
        "40,8,8,MARKET_LED",
        "40,5,5,MIXED",
        "60,5,5,MIXED",
        "60,8,5,MIXED",
        "10,3,5,MIXED",
        "60,3,,STATE_GUIDED",
        ",3,3,STATE_GUIDED",
        "10,,8,MARKET_LED",
        "60,8,,MIXED",
        "60,5,,MIXED",
        "60,,,UNDETERMINED",
        ",3,,UNDETERMINED",
        ",,3,UNDETERMINED",
        ",,,UNDETERMINED"
    })
    void drawsTheArchetypeFromAMajorityOfThree(Double share, Double size, Double freedom, Archetype expected) {
        NationalAiStrategy strategy = with(share, "gerd_gov_share_pct", base());
        strategy = with(size, "efw_size_of_gov", strategy);
        strategy = with(freedom, "efw_regulation", strategy);
        assertThat(strategy.archetype().value()).isEqualTo(expected);
        long known = Stream.of("gerd_gov_share_pct", "efw_size_of_gov", "efw_regulation")
                .filter(strategyHas(strategy))
                .count();
        assertThat(strategy.archetype().used()).hasSize((int) known);
    }

    /** On a cut-off an attribute leans neither way. */
    @ParameterizedTest
    @CsvSource({
        "gerd_gov_share_pct,24.999,MARKET_LED",
        "gerd_gov_share_pct,25,MIXED",
        "gerd_gov_share_pct,50,MIXED",
        "gerd_gov_share_pct,50.001,STATE_GUIDED",
        "efw_size_of_gov,3.999,STATE_GUIDED",
        "efw_size_of_gov,4,MIXED",
        "efw_size_of_gov,6,MIXED",
        "efw_size_of_gov,6.001,MARKET_LED",
        "efw_regulation,3.999,STATE_GUIDED",
        "efw_regulation,4,MIXED",
        "efw_regulation,6,MIXED",
        "efw_regulation,6.001,MARKET_LED"
    })
    void leansOnlyBeyondACutOff(String attribute, double value, String says) {
        DerivedReading.Used used =
                with(value, attribute, base()).archetype().used().get(0);
        assertThat(used.attribute().id()).isEqualTo(attribute);
        assertThat(used.says()).isEqualTo(says);
    }

    @ParameterizedTest
    @CsvSource({
        ",UNDETERMINED",
        "0,DEPLOY_FIRST",
        "0.249,DEPLOY_FIRST",
        "0.25,STAGED",
        "0.5,STAGED",
        "0.75,STAGED",
        "0.751,PRECAUTIONARY",
        "1,PRECAUTIONARY"
    })
    void drawsTheStanceFromTheCodingOfControl(Double control, DeploymentCadence.Stance expected) {
        NationalAiStrategy strategy = with(control, "ai_premarket_control", base());
        assertThat(strategy.stance().value()).isEqualTo(expected);
        assertThat(strategy.stance().used()).hasSize(control == null ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        // AI supercomputers, TOP500, leading-edge fabrication
        "8.7,2,0,LEADING_EDGE_FABRICATION",
        "1,2,3,AI_SUPERCOMPUTERS",
        "2,1,3,TOP500",
        "2,1,,TOP500",
        ",1,3,TOP500",
        "0,5,0,UNDETERMINED",
        "0,0,0,UNDETERMINED",
        "0,0,5,UNDETERMINED",
        "5,5,1,LEADING_EDGE_FABRICATION",
        "1,5,5,AI_SUPERCOMPUTERS",
        "3,,3,UNDETERMINED",
        "3,,,UNDETERMINED",
        ",,,UNDETERMINED"
    })
    void findsTheOneWeakestLink(Double ai, Double top500, Double fabrication, HardwareDependency.Link expected) {
        NationalAiStrategy strategy = with(ai, "ai_supercomputer_share_pct", base());
        strategy = with(top500, "top500_rmax_share_pct", strategy);
        strategy = with(fabrication, "fab_lt10nm_share_pct", strategy);
        assertThat(strategy.weakestLink().value()).isEqualTo(expected);
    }

    @Test
    void usesOnlyAttributesKnownForEnoughJurisdictions() {
        Dossier dossier = ReferenceData.load().dossier();
        NationalAiStrategy strategy = Samples.fullStrategy(Jurisdiction.of("DEU"));
        for (DerivedReading<?> reading :
                new DerivedReading<?>[] {strategy.archetype(), strategy.stance(), strategy.weakestLink()}) {
            assertThat(reading.used()).isNotEmpty();
            assertThat(reading.rule()).isNotBlank();
            reading.used().forEach(used -> assertKnownForEnough(dossier, used.attribute()));
        }
        assertThat(DerivedReadings.TABLE).hasSize(4);
        for (DerivedReadings.CutOffs row : DerivedReadings.TABLE) {
            assertKnownForEnough(dossier, row.attribute());
            assertThat(row.low()).isLessThan(row.high());
        }
    }

    @Test
    void neverAsksWhoTheJurisdictionIs() {
        Map<String, Double> values = Map.of("gerd_gov_share_pct", 60.0, "efw_size_of_gov", 3.0);
        for (String code : new String[] {"CHN", "USA", "FJI"}) {
            NationalAiStrategy strategy = NationalAiStrategy.of(Jurisdiction.of(code));
            for (Map.Entry<String, Double> value : values.entrySet()) {
                strategy = with(value.getValue(), value.getKey(), strategy);
            }
            assertThat(strategy.archetype().value()).isEqualTo(Archetype.STATE_GUIDED);
        }
    }

    private static Predicate<String> strategyHas(NationalAiStrategy strategy) {
        return id -> strategy.quantity(id).isObserved();
    }

    private static void assertKnownForEnough(Dossier dossier, Attribute attribute) {
        assertThat(dossier.jurisdictions().stream()
                        .filter(j -> !dossier.observations(j, attribute).isEmpty()))
                .as("jurisdictions of which the bundled data knows %s", attribute)
                .hasSizeGreaterThanOrEqualTo(DerivedReading.MIN_JURISDICTIONS);
    }

    private static NationalAiStrategy base() {
        return NationalAiStrategy.of(Jurisdiction.of("DEU"));
    }

    private static NationalAiStrategy with(Double value, String attribute, NationalAiStrategy strategy) {
        return value == null ? strategy : strategy.with(attribute, Samples.of(attribute, value));
    }
}
