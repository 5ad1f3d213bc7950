package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.pillar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Treatment;
import java.math.RoundingMode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Transforms whose numbers are all stated, and rankings by other rules. Expected values are closed forms. */
class TransformsTest {
    private static double treated(double value, Treatment... treatments) {
        ScoringFramework framework =
                framework(pillar("p", Indicator.of("x", Normalisation.asIs()).withTreatments(treatments)));
        IndicatorTable table =
                IndicatorTable.builder().unit("u").value("u", "x", value).build();
        return framework.scoreAll(table).score("u").orElseThrow();
    }

    @Test
    void aShiftBeforeALogarithm() {
        // ln(e^2 - 1 + 1) = 2
        assertThat(treated(StrictMath.expm1(2), Treatment.linear(1, 1), Treatment.log(Treatment.LogForm.NATURAL)))
                .isCloseTo(2, within(1e-15));
    }

    @Test
    void squareRootAndOtherPowers() {
        assertThat(treated(2, Treatment.power(0.5))).isEqualTo(Math.sqrt(2));
        assertThat(treated(3, Treatment.power(2))).isEqualTo(9);
        assertThat(treated(0, Treatment.power(0.5))).isZero();
    }

    /** World Bank, The Human Capital Index 2020 Update: a child with 14 years of learning has a factor of 1. */
    @Test
    void theEducationFactorOfTheHumanCapitalIndex() {
        Treatment[] factor = {Treatment.linear(0.08, -0.08 * 14), Treatment.exponential()};
        assertThat(treated(14, factor)).isCloseTo(1, within(1e-15));
        // exp(0.08 (7.8 - 14)) = exp(-0.496)
        assertThat(treated(7.8, factor)).isCloseTo(0.60896, within(1e-5));
    }

    @Test
    void refusesWhatHasNoValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> treated(-1, Treatment.power(0.5)))
                .withMessage(
                        "Indicator x of u, treatment x^0.5: Treatment.Power needs numbers that are not negative but one"
                                + " was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> treated(1000, Treatment.exponential()))
                .withMessageContaining("Indicator x of u, treatment e^x: e^x of 1000 is too large for a double");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Treatment.linear(-1, 0))
                .withMessageContaining("positive factor and a finite offset but had -1 and 0; direction says");
    }

    @Test
    void theLowestMayComeFirst() {
        Ranking ranking = Ranking.of(Map.of("a", 3.0, "b", 1.0, "c", 1.0), Ranking.Ties.STANDARD)
                .lowestFirst();
        assertThat(ranking.rank("b")).isEqualTo(1);
        assertThat(ranking.rank("c")).isEqualTo(1);
        assertThat(ranking.rank("a")).isEqualTo(3);
        assertThat(ranking.rounded(0).rank("a")).isEqualTo(3);
        assertThat(ranking.lowestFirst()).isEqualTo(ranking);
    }

    @Test
    void printedRanksFollowAStatedRuleOfRounding() {
        Ranking ranking = Ranking.of(Map.of("a", 2.5, "b", 2.0, "c", 3.0), Ranking.Ties.STANDARD);
        // 2.5 goes to 2 with half-even and to 3 with half-up
        assertThat(ranking.rounded(0).rank("a")).isEqualTo(2);
        assertThat(ranking.rounded(0, RoundingMode.HALF_UP).rank("a")).isEqualTo(1);
    }
}
