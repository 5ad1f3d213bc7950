package io.github.statecraft.estimate;

import static io.github.statecraft.Samples.measured;
import static io.github.statecraft.Samples.observed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import io.github.statecraft.Samples;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Oracles: the rules of section 2 of the design, means by hand, and real conflicts of the reference data: China's share of AI
 * supercomputers (8.7 by the export, 15 as published, both 2025), its notable models of 2024 (31 and 15) and its robot
 * density of 2023 (470, withdrawn, revised to 142).
 */
class ReconciliationTest {
    private static final Year AS_OF = Year.of(2026);

    static Stream<Reconciliation> policies() {
        return Stream.of(
                Reconciliation.latest(),
                Reconciliation.prefer(EvidenceKind.SURVEY),
                Reconciliation.pooled(),
                Reconciliation.envelope());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void readsNothingFromNothing(Reconciliation policy) {
        assertThat(policy.reconcile(List.of(), AS_OF)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2027,false", "2026,true", "2020,true", "2019,false"})
    void looksBackSixYearsFromTheAsOfYear(int year, boolean read) {
        Observation o = measured(5, Unit.COUNT, year, "S");
        assertThat(policies().map(p -> p.reconcile(List.of(o), AS_OF).isPresent()))
                .containsOnly(read);
    }

    @Test
    void readsALegalTextOfAnyAge() {
        Observation o = observed(2017, Unit.YEAR, 1990, EvidenceKind.LEGAL_TEXT, "S");
        assertThat(policies().map(p -> p.reconcile(List.of(o), AS_OF).isPresent()))
                .containsOnly(true);
        assertThat(Reconciliation.latest().reconcile(List.of(o), Year.of(1989))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Observation.Status.class,
            names = {"PARTIAL", "WITHDRAWN"})
    void neverReadsPartialOrWithdrawnFigures(Observation.Status status) {
        Observation unusable = measured(27, Unit.COUNT, 2025, "A").withStatus(status);
        Observation usable = measured(31, Unit.COUNT, 2024, "B");
        for (Reconciliation policy : policies().toList()) {
            assertThat(policy.reconcile(List.of(unusable), AS_OF)).isEmpty();
            Reading reading = policy.reconcile(List.of(unusable, usable), AS_OF).orElseThrow();
            assertThat(reading.estimate()).isEqualTo(Estimate.of(31));
            assertThat(reading.observations()).containsExactly(usable);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = EvidenceKind.class,
            names = {"TARGET", "FORECAST"})
    void neverTakesAnAimOrAPredictionForTheActual(EvidenceKind kind) {
        assertThat(kind.isActual()).isFalse();
        Observation aim = observed(70, Unit.PERCENT, 2025, kind, "A");
        Observation actual = observed(15.9, Unit.PERCENT, 2020, EvidenceKind.MODELLED, "B");
        for (Reconciliation policy :
                List.of(Reconciliation.latest(), Reconciliation.pooled(), Reconciliation.envelope())) {
            assertThat(policy.reconcile(List.of(aim), AS_OF)).isEmpty();
            assertThat(policy.reconcile(List.of(aim, actual), AS_OF)
                            .orElseThrow()
                            .estimate())
                    .isEqualTo(Estimate.of(15.9));
        }
    }

    /** The rule of January 2025 was reversed on 2025-05-13: at the end of 2025 it is no state of affairs. */
    @ParameterizedTest
    @CsvSource({"2024", "2025", "2026"})
    void readsNothingFromARuleThatExpired(int asOf) {
        Observation tier = observed(2, Unit.TIER, 2025, EvidenceKind.LEGAL_TEXT, "BIS-TIER")
                .withInForce(Range.closedOpen(LocalDate.of(2025, 1, 13), LocalDate.of(2025, 5, 13)));
        assertThat(policies().map(p -> p.reconcile(List.of(tier), Year.of(asOf))))
                .containsOnly(Optional.empty());
        assertThat(Reconciliation.latest()
                        .reconcile(List.of(tier.withInForce(Range.atLeast(LocalDate.of(2025, 1, 13)))), Year.of(2025)))
                .isPresent();
    }

    /** The EU's duties before market entry apply from 2027-12-02: 0 until then, 0.5 after. */
    @ParameterizedTest
    @CsvSource({"2025,0", "2026,0", "2027,0.5", "2028,0.5"})
    void changesWithTheRuleInForce(int asOf, double expected) {
        LocalDate start = LocalDate.of(2027, 12, 2);
        List<Observation> rules = List.of(
                observed(0, Unit.ORDINAL, 2025, EvidenceKind.EXPERT, "EUAIA").withInForce(Range.lessThan(start)),
                observed(0.5, Unit.ORDINAL, 2027, EvidenceKind.EXPERT, "EUAIA").withInForce(Range.atLeast(start)));
        assertThat(policies()
                        .map(p ->
                                p.reconcile(rules, Year.of(asOf)).orElseThrow().estimate()))
                .containsOnly(Estimate.of(expected));
    }

    /** Each row wins at one level and loses at every level below it. */
    static Stream<Observation[]> tieBreaks() {
        Observation base = observed(5, Unit.COUNT, 2024, EvidenceKind.SURVEY, "M");
        Observation low = confidence(base, Confidence.LOW);
        Observation high = confidence(base, Confidence.HIGH);
        return Stream.of(
                pair(of(low, "Z", 9).withYear(Year.of(2025)).withIsSupplementary(true), kind(of(high, "A", 1), 0)),
                pair(kind(of(low, "Z", 9), 0).withIsSupplementary(true), of(high, "A", 1)),
                pair(of(low, "Z", 9), of(high, "A", 1).withIsSupplementary(true)),
                pair(of(high, "Z", 9), of(base, "A", 1)),
                pair(of(base, "A", 9), of(base, "B", 1)),
                pair(of(base, "A", 1), of(base, "A", 9)));
    }

    @ParameterizedTest
    @MethodSource("tieBreaks")
    void breaksTiesInTheStatedOrder(Observation winner, Observation loser) {
        for (List<Observation> order : List.of(List.of(winner, loser), List.of(loser, winner))) {
            assertThat(Reconciliation.latest()
                            .reconcile(order, AS_OF)
                            .orElseThrow()
                            .lead())
                    .isEqualTo(winner);
        }
    }

    /** The order that the design states. */
    @ParameterizedTest
    @CsvSource({
        "MEASURED,LEGAL_TEXT",
        "LEGAL_TEXT,SURVEY",
        "SURVEY,MODELLED",
        "MODELLED,EXPERT",
        "EXPERT,REGIONAL_AVERAGE",
        "REGIONAL_AVERAGE,ANNOUNCEMENT",
        "ANNOUNCEMENT,CENSUS_ZERO"
    })
    void prefersTheFirstKind(EvidenceKind first, EvidenceKind second) {
        Observation winner = observed(0, Unit.COUNT, 2024, first, "Z").withIsSupplementary(true);
        Observation loser = observed(0, Unit.COUNT, 2024, second, "A");
        assertThat(Reconciliation.latest()
                        .reconcile(List.of(loser, winner), AS_OF)
                        .orElseThrow()
                        .lead())
                .isEqualTo(winner);
    }

    @Test
    void prefersOneKindAndFallsBackWhereThereIsNone() {
        Observation survey = observed(42.8, Unit.PERCENT, 2024, EvidenceKind.SURVEY, "B");
        Observation modelled = observed(16.4, Unit.PERCENT, 2026, EvidenceKind.MODELLED, "A");
        List<Observation> both = List.of(modelled, survey);
        assertThat(Reconciliation.prefer(EvidenceKind.SURVEY)
                        .reconcile(both, AS_OF)
                        .orElseThrow()
                        .lead())
                .isEqualTo(survey);
        assertThat(Reconciliation.prefer(EvidenceKind.LEGAL_TEXT)
                        .reconcile(both, AS_OF)
                        .orElseThrow()
                        .lead())
                .isEqualTo(modelled);
    }

    static Stream<Arguments> conflicts() {
        return Stream.of(
                Arguments.of(
                        observed(8.7, Unit.PERCENT, 2025, EvidenceKind.MODELLED, "EPOCH-CLUSTER"),
                        observed(15, Unit.PERCENT, 2025, EvidenceKind.MODELLED, "SUP-EPOCH-CLUSTER"),
                        11.85),
                Arguments.of(
                        measured(31, Unit.COUNT, 2024, "EPOCH-NOTABLE"),
                        measured(15, Unit.COUNT, 2024, "AIIDX25-CIOL"),
                        23.0));
    }

    @ParameterizedTest
    @MethodSource("conflicts")
    void keepsBothFiguresOfAConflict(Observation series, Observation published, double mean) {
        List<Observation> both = List.of(published.withIsSupplementary(true), series);
        double value = series.estimate().value();
        double other = published.estimate().value();
        assertThat(Reconciliation.latest().reconcile(both, AS_OF).orElseThrow().estimate())
                .isEqualTo(Estimate.of(value));
        Reading pooled = Reconciliation.pooled().reconcile(both, AS_OF).orElseThrow();
        assertThat(pooled.estimate()).isEqualTo(Estimate.of(mean));
        assertThat(pooled.observations()).hasSize(2).first().isEqualTo(series);
        Reading envelope = Reconciliation.envelope().reconcile(both, AS_OF).orElseThrow();
        assertThat(envelope.estimate())
                .isEqualTo(Estimate.range(value, Math.min(value, other), Math.max(value, other)));
        assertThat(envelope.toString()).endsWith(" and 1 other (ENVELOPE)");
    }

    @Test
    void leavesAWithdrawnFigureOutOfEveryPolicy() {
        List<Observation> robots = List.of(
                measured(470, Unit.PER_10K_EMPLOYEES, 2023, "IFR-WR24").withStatus(Observation.Status.WITHDRAWN),
                measured(142, Unit.PER_10K_EMPLOYEES, 2023, "IFR-REV-CHN"));
        assertThat(policies().map(p -> p.reconcile(robots, AS_OF).orElseThrow().estimate()))
                .containsOnly(Estimate.of(142));
    }

    @ParameterizedTest
    @EnumSource(
            value = EvidenceKind.class,
            names = {"TARGET", "FORECAST"})
    void refusesToPreferWhatNeverStandsForTheActual(EvidenceKind kind) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reconciliation.prefer(kind))
                .withMessageContaining("but was " + kind);
    }

    /** The TOP500 lists of two years stand under two source ids; their difference is growth, not disagreement. */
    @Test
    void takesSeveralSourcesOfOnePublisherByTheLatestYear() {
        Observation now = measured(0.88, Unit.PERCENT, 2025, "TOP500-2506");
        Observation before = measured(0.58, Unit.PERCENT, 2024, "TOP500-HIST");
        Observation series = before.withEvidence(before.evidence()
                .withSource(before.evidence()
                        .source()
                        .withPublisher(now.evidence().source().publisher())));
        assertThat(Reconciliation.pooled()
                        .reconcile(List.of(now, series), AS_OF)
                        .orElseThrow()
                        .estimate())
                .isEqualTo(Estimate.of(0.88));
        assertThat(Reconciliation.envelope()
                        .reconcile(List.of(now, before), AS_OF)
                        .orElseThrow()
                        .estimate())
                .isEqualTo(Estimate.range(0.88, 0.58, 0.88));
    }

    @Test
    void givesEachSourceOneVote() {
        List<Observation> all = List.of(
                measured(10, Unit.COUNT, 2025, "A"),
                measured(99, Unit.COUNT, 2024, "A"),
                measured(12, Unit.COUNT, 2025, "A"),
                measured(40, Unit.COUNT, 2024, "B"));
        Reading pooled = Reconciliation.pooled().reconcile(all, AS_OF).orElseThrow();
        assertThat(pooled.estimate()).isEqualTo(Estimate.of(25));
        assertThat(pooled.year()).isEqualTo(Year.of(2025));
    }

    @Test
    void poolsOnlyFiguresOfYearsAtMostOneApart() {
        List<Observation> all = List.of(
                measured(10, Unit.COUNT, 2025, "A"),
                measured(20, Unit.COUNT, 2024, "B"),
                measured(1_000, Unit.COUNT, 2023, "C"));
        assertThat(Reconciliation.pooled().reconcile(all, AS_OF).orElseThrow().estimate())
                .isEqualTo(Estimate.of(15));
        assertThat(Reconciliation.envelope().reconcile(all, AS_OF).orElseThrow().estimate())
                .isEqualTo(Estimate.range(10, 10, 20));
    }

    @Test
    void doesNotTakeMovementOverTimeForDisagreement() {
        List<Observation> series = List.of(measured(31, Unit.COUNT, 2025, "A"), measured(22, Unit.COUNT, 2024, "A"));
        assertThat(Reconciliation.envelope()
                        .reconcile(series, AS_OF)
                        .orElseThrow()
                        .estimate())
                .isEqualTo(Estimate.of(31));
        assertThat(Reconciliation.pooled()
                        .reconcile(series, AS_OF)
                        .orElseThrow()
                        .estimate())
                .isEqualTo(Estimate.of(31));
    }

    @Test
    void envelopesTheEndsOfSpreadsToo() {
        List<Observation> all = List.of(
                measured(10, Unit.COUNT, 2025, "A").withEstimate(Estimate.range(10, 8, 11)),
                measured(12, Unit.COUNT, 2025, "B").withEstimate(Estimate.interval90(12, 11, 20)));
        assertThat(Reconciliation.envelope().reconcile(all, AS_OF).orElseThrow().estimate())
                .isEqualTo(Estimate.range(10, 8, 20));
    }

    @ParameterizedTest
    @MethodSource("policies")
    void refusesMixedUnits(Reconciliation policy) {
        List<Observation> mixed =
                List.of(measured(10, Unit.USD_CURRENT, 2025, "A"), measured(10, Unit.USD_CONSTANT_2021, 2024, "B"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy.reconcile(mixed, AS_OF))
                .withMessage(
                        "Reconciliation: observations of one quantity must have one unit but had USD (current) and "
                                + "USD (constant 2021); convert one of them");
    }

    @Test
    void refusesAReadingFromNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Reading(Estimate.of(1), Unit.COUNT, AS_OF, Reconciliation.latest(), ImmutableList.of()))
                .withMessage("Reading.observations must not be empty");
    }

    /** Property with a fixed seed; the pools are small so that ties occur at every level, even in all that decides. */
    @Test
    void givesTheSameReadingForAnyOrder() {
        Random random = new Random(20261124);
        for (int i = 0; i < 300; i++) {
            List<Observation> all = new ArrayList<>();
            for (int j = 0; j < 6; j++) {
                all.add(randomObservation(random));
            }
            List<Optional<Reading>> first =
                    policies().map(p -> p.reconcile(all, AS_OF)).toList();
            for (int j = 0; j < 5; j++) {
                Collections.shuffle(all, random);
                assertThat(policies().map(p -> p.reconcile(all, AS_OF)).toList())
                        .isEqualTo(first);
            }
        }
    }

    private static Observation randomObservation(Random random) {
        double value = random.nextInt(2);
        Observation o = observed(
                        value,
                        Unit.COUNT,
                        2024 + random.nextInt(2),
                        EvidenceKind.values()[random.nextInt(2)],
                        random.nextBoolean() ? "A" : "B")
                .withIsSupplementary(random.nextBoolean())
                .withStatus(random.nextInt(5) == 0 ? Observation.Status.WITHDRAWN : Observation.Status.COMPLETE);
        if (random.nextBoolean()) {
            o = o.withEstimate(random.nextBoolean() ? Estimate.range(value, 0, 3) : Estimate.exactly(value));
        }
        if (random.nextBoolean()) {
            o = o.withEvidence(o.evidence().withNote("note " + random.nextInt(2)));
        }
        if (random.nextBoolean()) {
            o = o.withEvidence(o.evidence().withSource(o.evidence().source().withLicence("CC BY")));
        }
        return random.nextBoolean() ? o : o.withInForce(Range.atLeast(LocalDate.of(2020, 1, 1)));
    }

    private static Observation of(Observation o, String source, double value) {
        return o.withEstimate(Estimate.of(value)).withEvidence(o.evidence().withSource(Samples.source(source)));
    }

    private static Observation kind(Observation o, int ordinal) {
        return o.withEvidence(o.evidence().withKind(EvidenceKind.values()[ordinal]));
    }

    private static Observation confidence(Observation o, Confidence confidence) {
        return o.withEvidence(o.evidence().withConfidence(confidence));
    }

    private static Observation[] pair(Observation winner, Observation loser) {
        return new Observation[] {winner, loser};
    }
}
