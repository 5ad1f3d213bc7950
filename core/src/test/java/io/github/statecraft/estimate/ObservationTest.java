package io.github.statecraft.estimate;

import static io.github.statecraft.Samples.measured;
import static io.github.statecraft.Samples.observed;
import static io.github.statecraft.Samples.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.Range;
import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: the ranges of units by definition; the half-widths of section 2 of the design, 5, 15 and 30 %. */
class ObservationTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            170    | PERCENT           | estimate.value must be in [0, 100] % but was 170
            -0.001 | PERCENT           | estimate.value must be in [0, 100] % but was -0.001
            -1     | USD_CURRENT       | estimate.value must be in [0, inf) USD (current) but was -1
            20.5   | SCORE_10          | estimate.value must be in [0, 10] 0-10 but was 20.5
            1899   | YEAR              | estimate.value must be in [1900, 2100] year but was 1899
            4      | TIER              | estimate.value must be in [0, 3] tier 0-3 but was 4
            -100.5 | PERCENTAGE_POINTS | estimate.value must be in [-100, 100] percentage points but was -100.5
            """)
    void refusesAValueOutsideTheRangeOfItsUnit(double value, Unit unit, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> measured(value, unit, 2025, "S"))
                .withMessage("Observation." + message);
    }

    @Test
    void refusesASpreadThatLeavesTheRangeOfTheUnit() {
        Observation good = measured(95, Unit.PERCENT, 2025, "S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> good.withEstimate(Estimate.interval90(95, 88, 102)))
                .withMessage("Observation.estimate.high must be in [0, 100] % but was 102");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> good.withEstimate(Estimate.range(5, -1, 6)))
                .withMessage("Observation.estimate.low must be in [0, 100] % but was -1");
    }

    @Test
    void checksAgainInWithers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> measured(1_000, Unit.COUNT, 2025, "S").withUnit(Unit.PERCENT));
    }

    @Test
    void needsEvidence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Observation.builder()
                        .estimate(Estimate.of(1))
                        .unit(Unit.COUNT)
                        .year(Year.of(2025))
                        .build())
                .withMessageContaining("evidence");
        assertThatThrownBy(() -> Observation.of(Estimate.of(1), Unit.COUNT, Year.of(2025), null))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void refusesARuleThatIsNeverInForce() {
        LocalDate day = LocalDate.of(2025, 1, 13);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> measured(1, Unit.TIER, 2025, "S").withInForce(Range.closedOpen(day, day)))
                .withMessageStartingWith("Observation.inForce must run from a first day");
    }

    /** The interval of the export tiers in the reference data: in force on its first day, not on the day of its repeal. */
    @ParameterizedTest
    @CsvSource({"2025-01-12,false", "2025-01-13,true", "2025-05-12,true", "2025-05-13,false"})
    void knowsOnWhichDaysARuleIsInForce(LocalDate day, boolean inForce) {
        Observation tier = measured(2, Unit.TIER, 2025, "S")
                .withInForce(Range.closedOpen(LocalDate.of(2025, 1, 13), LocalDate.of(2025, 5, 13)));
        assertThat(tier.isInForceOn(day)).isEqualTo(inForce);
        assertThat(measured(2, Unit.COUNT, 2025, "S").isInForceOn(day)).isTrue();
    }

    @Test
    void printsACensusZeroAsNotListedAndKeepsItZero() {
        Observation zero = observed(0, Unit.COUNT, 2025, EvidenceKind.CENSUS_ZERO, "TOP500");
        assertThat(zero.valueText()).isEqualTo("0 (not listed)");
        assertThat(zero.toString()).startsWith("0 (not listed) count, 2025; ");
        assertThat(measured(0, Unit.COUNT, 2025, "S").valueText()).isEqualTo("0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> observed(1, Unit.COUNT, 2025, EvidenceKind.CENSUS_ZERO, "TOP500"))
                .withMessage("Observation.estimate.value must be 0 for evidence of kind CENSUS_ZERO but was 1");
    }

    @Test
    void printsValueSpreadYearStatusAndSourceInOneLine() {
        Observation withdrawn = measured(470, Unit.PER_10K_EMPLOYEES, 2023, "IFR-WR24")
                .withEstimate(Estimate.range(470, 460, 480))
                .withStatus(Observation.Status.WITHDRAWN);
        assertThat(withdrawn)
                .hasToString("470 per 10k employees (range 460 to 480), 2023, WITHDRAWN; "
                        + "Publisher of IFR-WR24, Title of IFR-WR24, MEASURED, MEDIUM");
    }

    @Test
    void marksAnAssumptionAsJudgement() {
        Evidence guess = Evidence.assumption("what if the state financed a third");
        assertThat(guess.kind()).isEqualTo(EvidenceKind.EXPERT);
        assertThat(guess.confidence()).isEqualTo(Confidence.LOW);
        assertThat(guess.note()).contains("what if the state financed a third");
        assertThat(guess.source().licenceClass()).isEqualTo(LicenceClass.UNSTATED);
        assertThat(guess.toString()).contains("Assumption").contains("what if");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void refusesBlankTexts(String blank) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evidence.assumption(blank))
                .withMessageStartingWith("Evidence.assumption must not be blank; say what is assumed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evidence.assumption("what if").withNote(blank))
                .withMessageStartingWith("Evidence.note must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source("S").withTitle(blank))
                .withMessageStartingWith("Source.title must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source("S").withPublisher(blank))
                .withMessageStartingWith("Source.publisher must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source("S").withLink(blank))
                .withMessageStartingWith("Source.link must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> source("S").withLicence(blank))
                .withMessageStartingWith("Source.licence must not be blank");
        assertThatIllegalArgumentException().isThrownBy(() -> source(blank));
    }

    @ParameterizedTest
    @CsvSource({"HIGH,190,210", "MEDIUM,170,230", "LOW,140,260"})
    void spreadsByConfidence(Confidence confidence, double low, double high) {
        Observation count = measured(200, Unit.COUNT, 2025, "S");
        Estimate spread = SpreadPolicy.BY_CONFIDENCE.apply(
                count.withEvidence(count.evidence().withConfidence(confidence)));
        assertThat(spread.spread()).isInstanceOf(Spread.Judgement90.class);
        assertThat(spread.value()).isEqualTo(200);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> count.withEstimate(spread))
                .withMessageContaining("must have the spread that its source gives");
        assertThat(spread.low().orElseThrow()).isCloseTo(low, within(1e-10));
        assertThat(spread.high().orElseThrow()).isCloseTo(high, within(1e-10));
    }

    @Test
    void cutsAJudgedSpreadToTheRangeOfTheUnit() {
        Estimate spread = SpreadPolicy.BY_CONFIDENCE.apply(measured(98, Unit.PERCENT, 2025, "S"));
        assertThat(spread.low().orElseThrow()).isCloseTo(83.3, within(1e-10));
        assertThat(spread.high()).hasValue(100);
    }

    @Test
    void spreadsANegativeDifferenceDownwardsToo() {
        Estimate spread = SpreadPolicy.BY_CONFIDENCE.apply(measured(-10, Unit.PERCENTAGE_POINTS, 2025, "S"));
        assertThat(spread.low()).hasValue(-11.5);
        assertThat(spread.high()).hasValue(-8.5);
    }

    @Test
    void leavesWhatIsKnownAndZeroAsTheyAre() {
        for (Estimate known : new Estimate[] {
            Estimate.exactly(20), Estimate.range(20, 10, 30), Estimate.interval90(20, 19, 21), Estimate.of(0)
        }) {
            Observation o = measured(20, Unit.COUNT, 2025, "S").withEstimate(known);
            assertThat(SpreadPolicy.BY_CONFIDENCE.apply(o)).isEqualTo(known);
        }
    }

    /** A year, a code and a standard score have no natural zero: 15 % of 2018 are not 303 years. */
    @ParameterizedTest
    @EnumSource(names = {"YEAR", "ORDINAL", "TIER", "STANDARD_NORMAL"})
    void judgesNoSpreadWhereZeroIsAConvention(Unit unit) {
        Observation o = measured(unit == Unit.YEAR ? 2018 : 1, unit, 2025, "S");
        assertThat(SpreadPolicy.BY_CONFIDENCE.apply(o)).isEqualTo(o.estimate());
    }

    @Test
    void refusesUnlessAPolicyIsNamed() {
        Observation o = measured(200, Unit.COUNT, 2025, "S");
        assertThat(SpreadPolicy.REFUSE.apply(o)).isEqualTo(o.estimate());
        assertThatIllegalStateException().isThrownBy(() -> o.quantile(0.5, SpreadPolicy.REFUSE));
        assertThat(o.quantile(0.05, SpreadPolicy.BY_CONFIDENCE)).isCloseTo(170, within(1e-9));
    }

    @Test
    void saysThatJudgementIsJudgement() {
        assertThat(SpreadPolicy.BY_CONFIDENCE.toString())
                .startsWith("JUDGEMENT")
                .contains("5 %", "15 %", "30 %");
        assertThat(SpreadPolicy.REFUSE.toString()).doesNotContain("JUDGEMENT");
    }
}
