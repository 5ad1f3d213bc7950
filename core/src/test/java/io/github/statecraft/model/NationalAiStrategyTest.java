package io.github.statecraft.model;

import static io.github.statecraft.Samples.event;
import static io.github.statecraft.Samples.measured;
import static io.github.statecraft.Samples.observed;
import static io.github.statecraft.Samples.source;
import static io.github.statecraft.estimate.Unit.COUNT;
import static io.github.statecraft.estimate.Unit.PERCENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import io.github.statecraft.Samples;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.estimate.Reconciliation;
import io.github.statecraft.estimate.Unit;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracles: definitions, the example of section 12 of the design, and real conflicts of the reference data. */
class NationalAiStrategyTest {
    private static final Jurisdiction CHN = Jurisdiction.of("CHN");
    private static final Jurisdiction USA = Jurisdiction.of("USA");
    private static final Attribute MODELS = Attribute.of("notable_models_count");
    private static final Attribute ROBOTS = Attribute.of("robot_density");

    @Test
    void changesOneAttributeAsInTheDesign() {
        NationalAiStrategy usa = NationalAiStrategy.of(USA)
                .with("gerd_gov_share_pct", measured(19.9, PERCENT, 2021, "OECD"))
                .with("gdp_usd", Samples.of("gdp_usd", 3e13));
        NationalAiStrategy bolder = usa.withFunding(f -> f.withGovernmentShare(
                Observation.of(Estimate.range(30, 25, 35), PERCENT, Year.of(2026), Evidence.assumption("what if"))));
        assertThat(bolder.funding().governmentShare().estimate()).contains(Estimate.range(30, 25, 35));
        assertThat(usa.funding().governmentShare().estimate()).contains(Estimate.of(19.9));
        assertThat(bolder.context()).isEqualTo(usa.context());
        assertThat(bolder.quantity("gdp_usd")).isEqualTo(usa.quantity("gdp_usd"));
        assertThat(bolder).isNotEqualTo(usa);
    }

    @Test
    void changesEveryPartByItsWither() {
        NationalAiStrategy strategy = NationalAiStrategy.of(CHN)
                .withContext(p -> p.withPopulation(Samples.of("population", 1.4e9)))
                .withFunding(p -> p.withResearchIntensity(Samples.of("gerd_pct_gdp", 2.6)))
                .withData(p -> p.withInternetShare(Samples.of("internet_users_pct", 73)))
                .withDeployment(p -> p.withNotableModels(Samples.of("notable_models_count", 31)))
                .withHardware(p -> p.withTop500Share(Samples.of("top500_rmax_share_pct", 2)))
                .withGovernance(p -> p.withRuleOfLaw(Samples.of("wgi_rule_of_law", -0.04)))
                .withDiffusion(p -> p.withRobotDensity(Samples.of("robot_density", 142)));
        assertThat(strategy.parts()).allSatisfy(p -> assertThat(p.quantities()).hasSize(1));
        assertThat(strategy.governance().ruleOfLaw().estimate()).contains(Estimate.of(-0.04));
    }

    @ParameterizedTest
    @EnumSource
    void findsEachPart(Part part) {
        assertThat(NationalAiStrategy.of(CHN).part(part).part()).isEqualTo(part);
    }

    @Test
    void seesAPartOfAnotherYearFromItsOwn() {
        NationalAiStrategy strategy = NationalAiStrategy.of(CHN).withAsOf(Year.of(2020));
        NationalAiStrategy changed = strategy.with(FundingModel.unknown());
        assertThat(changed.funding().asOf()).isEqualTo(Year.of(2020));
        assertThat(changed).isEqualTo(strategy);
    }

    @Test
    void readsOtherFiguresFromAnotherYear() {
        NationalAiStrategy strategy =
                NationalAiStrategy.of(CHN).with(MODELS, measured(22, COUNT, 2023, "E"), measured(31, COUNT, 2024, "E"));
        assertThat(strategy.quantity(MODELS).estimate()).contains(Estimate.of(31));
        assertThat(strategy.withAsOf(Year.of(2023)).quantity(MODELS).estimate()).contains(Estimate.of(22));
        assertThat(strategy.withAsOf(Year.of(2031)).quantity(MODELS).estimate()).isEmpty();
    }

    @Test
    void refusesAnAttributeOfAnotherPart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FundingModel.unknown().quantity(MODELS))
                .withMessage("notable_models_count belongs to part deployment, not to funding; "
                        + "NationalAiStrategy.quantity finds either");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FundingModel.unknown().with(MODELS, measured(1, COUNT, 2025, "S")));
    }

    @Test
    void keepsEventsThatAreItsOwnOrAimedAtItInTheOrderOfTheirDates() {
        PolicyEvent plan = event(CHN, "2017-07-20", "Plan");
        PolicyEvent control = event(USA, "2022-10-07", "Controls").withTarget(CHN);
        NationalAiStrategy strategy = NationalAiStrategy.of(CHN).withEvents(control, plan, control);
        assertThat(strategy.events()).containsExactly(plan, control);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NationalAiStrategy.of(CHN).withEvents(event(USA, "2020", "Act")))
                .withMessageStartingWith("NationalAiStrategy.events of CHN must be its own acts or aimed at it but one "
                        + "was: 2020 USA strategy: Act; ");
    }

    @Test
    void refusesABlankTitleOfAnEvent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> event(CHN, "2020", " "))
                .withMessage("PolicyEvent.title must not be blank");
    }

    /** Property with a fixed seed; the observations tie in everything that the order of preference names. */
    @Test
    void isEqualWhateverTheOrderOfObservationsAndEvents() {
        Observation base = measured(31, COUNT, 2024, "E");
        List<Observation> observations = new ArrayList<>(List.of(
                base,
                base.withEstimate(Estimate.exactly(31)),
                base.withEstimate(Estimate.range(31, 30, 40)),
                base.withEvidence(base.evidence().withNote("a")),
                base.withEvidence(base.evidence().withNote("b")),
                base.withEvidence(base.evidence().withSource(source("E").withLicence("CC BY"))),
                base.withStatus(Observation.Status.PARTIAL),
                base.withInForce(Range.atLeast(LocalDate.of(2020, 1, 1)))));
        PolicyEvent plan = event(CHN, "2017", "Plan");
        List<PolicyEvent> events = new ArrayList<>(List.of(
                plan,
                plan.withDetail("a"),
                plan.withDetail("b"),
                plan.withType(PolicyEvent.Type.MILESTONE),
                plan.withPart(Part.DATA),
                plan.withTarget(USA),
                plan.withEvidence(plan.evidence().withNote("n"))));
        NationalAiStrategy first = strategy(observations, events);
        Dossier firstDossier = dossier(observations, events);
        Random random = new Random(20261124);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(observations, random);
            Collections.shuffle(events, random);
            assertThat(strategy(observations, events)).isEqualTo(first).hasSameHashCodeAs(first);
            assertThat(dossier(observations, events)).isEqualTo(firstDossier).hasSameHashCodeAs(firstDossier);
        }
    }

    @Test
    void keepsAnObservationThatIsGivenTwiceOnce() {
        Observation o = measured(31, COUNT, 2024, "E");
        assertThat(new Quantity(MODELS, Year.of(2026), ImmutableList.of(o, o)).observations())
                .containsExactly(o);
    }

    @Test
    void readsNothingWhereNothingCanBeRead() {
        Quantity none = NationalAiStrategy.of(CHN).quantity(MODELS);
        assertThat(none.isObserved()).isFalse();
        assertThat(none.reading()).isEmpty();
        assertThat(none.estimate()).isEmpty();
        assertThat(none.conflicting()).isEmpty();
        Quantity target = NationalAiStrategy.of(CHN)
                .with("chip_self_sufficiency_pct", observed(19.4, PERCENT, 2025, EvidenceKind.FORECAST, "SUP-IC"))
                .quantity("chip_self_sufficiency_pct");
        assertThat(target.isObserved()).isTrue();
        assertThat(target.reading()).isEmpty();
    }

    @Test
    void showsTheConflictBetweenTwoCountsOfModels() {
        Observation export = measured(31, COUNT, 2024, "EPOCH-NOTABLE");
        Observation report = measured(15, COUNT, 2024, "AIIDX25-CIOL").withIsSupplementary(true);
        Observation before = measured(22, COUNT, 2023, "EPOCH-NOTABLE");
        Observation partial = measured(27, COUNT, 2025, "EPOCH-NOTABLE").withStatus(Observation.Status.PARTIAL);
        Quantity models = quantity(MODELS, 2026, report, partial, before, export);
        assertThat(models.conflicting()).containsExactly(export, report);
        assertThat(models.estimate(Reconciliation.pooled())).contains(Estimate.of(23));
    }

    @Test
    void showsAWithdrawnFigureAsAConflictAndNeverReadsIt() {
        Observation withdrawn =
                measured(470, Unit.PER_10K_EMPLOYEES, 2023, "IFR-WR24").withStatus(Observation.Status.WITHDRAWN);
        Observation revised = measured(142, Unit.PER_10K_EMPLOYEES, 2023, "IFR-REV-CHN");
        Quantity robots = quantity(ROBOTS, 2026, withdrawn, revised);
        assertThat(robots.reading().map(Reading::lead)).contains(revised);
        assertThat(robots.conflicting()).containsExactly(revised, withdrawn);
        assertThat(quantity(ROBOTS, 2026, withdrawn).conflicting()).isEmpty();
        assertThat(quantity(ROBOTS, 2026, withdrawn).reading()).isEmpty();
    }

    static Stream<Observation> noConflicts() {
        Observation other = measured(20, COUNT, 2024, "B");
        return Stream.of(
                other.withEstimate(Estimate.of(10)),
                other.withYear(Year.of(2023)),
                other.withYear(Year.of(2026)),
                other.withStatus(Observation.Status.PARTIAL),
                other.withEvidence(other.evidence().withKind(EvidenceKind.TARGET)),
                other.withEvidence(other.evidence().withKind(EvidenceKind.FORECAST)),
                other.withInForce(Range.lessThan(LocalDate.of(2025, 6, 1))),
                other.withInForce(Range.atLeast(LocalDate.of(2026, 1, 1))),
                other.withEvidence(other.evidence().withSource(source("A").withLicence("CC BY"))));
    }

    /** Beside 10 of source A of 2025: the same value, too far away, after the as-of year, no actual, no rule in force. */
    @ParameterizedTest
    @MethodSource("noConflicts")
    void seesNoConflictWhereNoneIs(Observation other) {
        assertThat(quantity(MODELS, 2025, measured(10, COUNT, 2025, "A"), other).conflicting())
                .isEmpty();
    }

    @Test
    void seesAConflictOneYearApart() {
        Observation lead = measured(10, COUNT, 2025, "A");
        Observation other = measured(20, COUNT, 2024, "B");
        assertThat(quantity(MODELS, 2025, other, lead).conflicting()).containsExactly(lead, other);
    }

    private static Quantity quantity(Attribute attribute, int asOf, Observation... observations) {
        return new Quantity(attribute, Year.of(asOf), ImmutableList.copyOf(observations));
    }

    private static NationalAiStrategy strategy(List<Observation> observations, List<PolicyEvent> events) {
        return NationalAiStrategy.of(CHN)
                .with(MODELS, observations.toArray(Observation[]::new))
                .withEvents(events.toArray(PolicyEvent[]::new));
    }

    private static Dossier dossier(List<Observation> observations, List<PolicyEvent> events) {
        Dossier.Builder dossier = Dossier.builder();
        observations.forEach(o -> dossier.observe(CHN, MODELS, o));
        events.forEach(dossier::event);
        return dossier.build();
    }
}
