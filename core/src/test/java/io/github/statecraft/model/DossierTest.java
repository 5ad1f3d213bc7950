package io.github.statecraft.model;

import static io.github.statecraft.Samples.event;
import static io.github.statecraft.Samples.measured;
import static io.github.statecraft.Samples.observed;
import static io.github.statecraft.estimate.Unit.COUNT;
import static io.github.statecraft.estimate.Unit.PERCENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.Observation;
import java.time.Year;
import org.junit.jupiter.api.Test;

/** Oracles: set algebra, and conflicts of the reference data. */
class DossierTest {
    private static final Year AS_OF = Year.of(2026);
    private static final Jurisdiction CHN = Jurisdiction.of("CHN");
    private static final Jurisdiction USA = Jurisdiction.of("USA");
    private static final Attribute MODELS = Attribute.of("notable_models_count");
    private static final Attribute SHARE = Attribute.of("ai_supercomputer_share_pct");
    private static final Observation EXPORT = measured(31, COUNT, 2024, "EPOCH-NOTABLE");
    private static final Observation REPORT =
            measured(15, COUNT, 2024, "AIIDX25-CIOL").withIsSupplementary(true);
    private static final Observation CLUSTERS = observed(8.7, PERCENT, 2025, EvidenceKind.MODELLED, "EPOCH-CLUSTER");
    private static final Observation PUBLISHED = observed(15, PERCENT, 2025, EvidenceKind.MODELLED, "SUP-EPOCH-CLUSTER")
            .withIsSupplementary(true);
    private static final Observation AMERICAN = measured(54, COUNT, 2024, "EPOCH-NOTABLE");
    private static final PolicyEvent PLAN = event(CHN, "2017-07-20", "Plan");
    private static final PolicyEvent CONTROL =
            event(USA, "2022-10-07", "Controls").withTarget(CHN);

    private static final Dossier ALL = Dossier.builder()
            .observe(CHN, MODELS, EXPORT)
            .observe(CHN, MODELS, REPORT)
            .observe(CHN, SHARE, PUBLISHED)
            .observe(CHN, SHARE, CLUSTERS)
            .observe(USA, MODELS, AMERICAN)
            .event(CONTROL)
            .event(PLAN)
            .build();

    @Test
    void holdsWhatWasPutIn() {
        assertThat(ALL.size()).isEqualTo(5);
        assertThat(ALL.jurisdictions()).containsExactly(CHN, USA);
        assertThat(ALL.attributes()).containsExactly(MODELS, SHARE);
        assertThat(ALL.observations(CHN, SHARE)).containsExactly(CLUSTERS, PUBLISHED);
        assertThat(ALL.observations(USA, SHARE)).isEmpty();
        assertThat(ALL.events()).containsExactly(PLAN, CONTROL);
        assertThat(ALL).hasToString("Dossier of 5 observations of 2 attributes and 2 events of 2 jurisdictions");
    }

    @Test
    void keepsWhatPassesATestAndAllEvents() {
        Dossier series = ALL.where(o -> !o.isSupplementary());
        assertThat(series.size()).isEqualTo(3);
        assertThat(series.observations(CHN, MODELS)).containsExactly(EXPORT);
        assertThat(series.events()).isEqualTo(ALL.events());
        assertThat(ALL.where(o -> true)).isEqualTo(ALL);
    }

    @Test
    void keepsEvidenceThatPassesATestOfObservationsAndEvents() {
        Dossier modelled = ALL.whereEvidence(e -> e.kind() == EvidenceKind.MODELLED);
        assertThat(modelled.size()).isEqualTo(2);
        assertThat(modelled.events()).isEmpty();
        Dossier legal = ALL.whereEvidence(e -> e.kind() == EvidenceKind.LEGAL_TEXT);
        assertThat(legal.size()).isZero();
        assertThat(legal.events()).containsExactly(PLAN, CONTROL);
        assertThat(ALL.whereEvidence(e -> true)).isEqualTo(ALL);
    }

    @Test
    void isTheUnionOfItsParts() {
        Dossier series = ALL.where(o -> !o.isSupplementary());
        Dossier supplement = ALL.where(Observation::isSupplementary);
        assertThat(series.plus(supplement)).isEqualTo(ALL).hasSameHashCodeAs(ALL);
        assertThat(supplement.plus(series)).isEqualTo(ALL);
        assertThat(ALL.plus(ALL)).isEqualTo(ALL);
        assertThat(ALL.plus(Dossier.builder().build())).isEqualTo(ALL);
        assertThat(series).isNotEqualTo(ALL);
    }

    @Test
    void listsConflictsByJurisdictionAndAttribute() {
        assertThat(ALL.conflicts(AS_OF))
                .containsExactly(
                        new Dossier.Conflict(CHN, MODELS, ImmutableList.of(EXPORT, REPORT)),
                        new Dossier.Conflict(CHN, SHARE, ImmutableList.of(CLUSTERS, PUBLISHED)));
        assertThat(ALL.conflicts(Year.of(2024)))
                .extracting(Dossier.Conflict::attribute)
                .containsExactly(MODELS);
        assertThat(ALL.conflicts(Year.of(2020))).isEmpty();
    }

    @Test
    void makesTheStrategyOfAJurisdiction() {
        NationalAiStrategy china = ALL.strategy(CHN, AS_OF);
        assertThat(china)
                .isEqualTo(NationalAiStrategy.of(CHN)
                        .with(MODELS, REPORT, EXPORT)
                        .with(SHARE, CLUSTERS, PUBLISHED)
                        .withEvents(PLAN, CONTROL));
        assertThat(ALL.strategy(USA, Year.of(2025)).asOf()).isEqualTo(Year.of(2025));
        assertThat(ALL.strategy(USA, AS_OF).events()).containsExactly(CONTROL);
    }

    @Test
    void makesAnEmptyStrategyWhereItIsSilent() {
        Jurisdiction fiji = Jurisdiction.of("FJI");
        assertThat(ALL.strategy(fiji, AS_OF)).isEqualTo(NationalAiStrategy.of(fiji));
    }
}
