package io.github.statecraft.score;

import static io.github.statecraft.Samples.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.compare.RankShifts;
import io.github.statecraft.compare.SideBySide;
import io.github.statecraft.estimate.Confidence;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.estimate.Reconciliation;
import io.github.statecraft.estimate.SpreadPolicy;
import io.github.statecraft.model.Jurisdiction;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.score.method.Normalisation;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A judged spread widens a score's interval and is counted apart; strategies of different years are not mixed. */
class JudgedSpreadsTest {
    private static final ScoringFramework SHARES = ScoreFixtures.framework(
            Indicator.of("internet_users_pct", Normalisation.goalposts(0, 100)),
            Indicator.of("account_ownership_pct", Normalisation.goalposts(0, 100)));

    private static NationalAiStrategy china() {
        Observation low = of("internet_users_pct", 40);
        return NationalAiStrategy.of(Jurisdiction.of("CHN"))
                .with("internet_users_pct", low.withEvidence(low.evidence().withConfidence(Confidence.LOW)))
                .with("account_ownership_pct", of("account_ownership_pct", 80));
    }

    @Test
    void unknownSpreadsStayUnknownUnlessAPolicyIsNamed() {
        assertThat(SHARES.score(china()).interval()).hasToString("unknown (covers 0 of 2 inputs)");
    }

    /** 40 +- 30 % is 28 to 52, 80 +- 15 % is 68 to 92; the means of the ends are 48 and 72. */
    @Test
    void aNamedPolicyIsCountedAsJudgement() {
        ScoreInterval interval = SHARES.scoreAll(List.of(china()), Reconciliation.latest(), SpreadPolicy.BY_CONFIDENCE)
                .scorecard("CHN")
                .interval();
        assertThat(interval.low()).isCloseTo(48, within(1e-12));
        assertThat(interval.high()).isCloseTo(72, within(1e-12));
        assertThat(interval.judged()).isEqualTo(2);
        assertThat(interval).hasToString("48.00 to 72.00 (covers 2 of 2 inputs, 2 by JUDGEMENT)");
    }

    @Test
    void refusesStrategiesOfDifferentYears() {
        NationalAiStrategy earlier =
                NationalAiStrategy.of(Jurisdiction.of("USA")).withAsOf(Year.of(2023));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SHARES.scoreAll(List.of(china(), earlier)))
                .withMessage("IndicatorTable: strategies must be as of one year but were as of 2026 and 2023; "
                        + "withAsOf brings them to one");
    }

    @Test
    void namesFrameworkAndIndicatorOfAnUnknownAttribute() {
        ScoringFramework misspelt =
                ScoreFixtures.framework(Indicator.of("internet_user_pct", Normalisation.goalposts(0, 100)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> misspelt.score(china()))
                .withMessageStartingWith("ScoringFramework test, indicator internet_user_pct: ")
                .withMessageContaining("internet_users_pct");
    }

    /** One of two inputs is covered: whatever prints the interval says "at least". */
    @Test
    void anIntervalThatCoversTooLittlePrintsAsAtLeast() {
        Observation range = of("internet_users_pct", 40).withEstimate(Estimate.range(40, 30, 50));
        ScoreTable table = SHARES.scoreAll(List.of(china().with("internet_users_pct", range)));
        assertThat(table.scorecard("CHN").interval()).hasToString("at least 55.00 to 65.00 (covers 1 of 2 inputs)");
        assertThat(table.toString()).contains("at least 55.00 to 65.00");
        assertThat(SideBySide.of(table, table).toString()).contains("at least 55.0");
    }

    @Test
    void neverBuildsAReadingOutsideItsUnitNorAColumnOfTwoUnits() {
        Reading share = Reconciliation.latest()
                .reconcile(List.of(of("internet_users_pct", 40)), Year.of(2026))
                .orElseThrow();
        Reading people = Reconciliation.latest()
                .reconcile(List.of(of("population", 40)), Year.of(2026))
                .orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Reading(
                        Estimate.of(170), share.unit(), share.year(), share.reconciliation(), share.observations()))
                .withMessage("Reading.estimate.value must be in [0, 100] % but was 170");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndicatorTable.builder()
                        .unit("A")
                        .unit("B")
                        .reading("A", "x", share)
                        .reading("B", "x", people))
                .withMessage("IndicatorTable: readings of x must be in one unit but were in % and, of B, in persons");
    }

    @Test
    void neverHoldsARankOrScoreThatIsNoNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ranking.Entry(Double.NaN, "x", 1, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ranking.Entry(1, "x", Double.NaN, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new RankShifts.Shift("x", Double.NaN, 1));
    }
}
