package io.github.statecraft.score;

import static io.github.statecraft.score.AggregationTest.asIs;
import static io.github.statecraft.score.AggregationTest.of;
import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.leaf;
import static io.github.statecraft.score.ScoreFixtures.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import io.github.statecraft.score.method.OutputRange;
import io.github.statecraft.score.method.Treatment;
import io.github.statecraft.score.method.Weighting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person reads of the steps to a score. Expected texts were written by hand from the numbers of the table. */
class ExplanationTest {
    private static ScoringFramework everything() {
        Pillar funding = Pillar.builder()
                .id("funding")
                .weight(2)
                .aggregation(Aggregation.geometric(20))
                .weighting(Weighting.entropy())
                .addChildren(
                        leaf("research", 1)
                                .withDenomination(Denomination.per("people", 1e6, "dollars per million heads"))
                                .withTreatments(List.of(Treatment.log(Treatment.LogForm.NATURAL)))
                                .withNormalisation(Normalisation.minMax())
                                .withRange(OutputRange.of(1, 100)),
                        leaf("venture", 1)
                                .withImputation(Imputation.median(Imputation.Donors.ALL))
                                .withTreatments(List.of(Treatment.cap(0, 80))))
                .build();
        Pillar burden = Pillar.builder()
                .id("burden")
                .aggregation(Aggregation.power(2, 20))
                .normalisation(Normalisation.goalposts(0, 100))
                .direction(Direction.LOWER_IS_BETTER)
                .addChildren(
                        leaf("delay", 1)
                                .withDirection(Direction.LOWER_IS_BETTER)
                                .withNormalisation(new Normalisation.Goalposts(0, 48, OutOfRange.CAP, "")),
                        leaf("cost", 3))
                .build();
        return framework(of(
                        Aggregation.choquet(List.of(new Aggregation.Interaction("funding", "burden", 0.2))),
                        funding,
                        burden,
                        leaf("use", 1)))
                .withMissing(MissingDataPolicy.reweight(0.4, MissingDataPolicy.Scope.OVERALL));
    }

    private static ScoreTable scores() {
        ImmutableList<String> columns = ImmutableList.of("research", "people", "venture", "delay", "cost", "use");
        double[][] rows = {
            {1.2e9, 6e7, Double.NaN, 60, 30, 40}, {4e9, 8e7, 95, 12, 70, Double.NaN}, {9e9, 3e8, 30, 24, 55, 65}
        };
        IndicatorTable.Builder table = IndicatorTable.builder();
        for (int row = 0; row < rows.length; row++) {
            table.unit("u" + row);
            for (int i = 0; i < columns.size(); i++) {
                table.indicator(columns.get(i));
                if (!Double.isNaN(rows[row][i])) {
                    table.value("u" + row, columns.get(i), rows[row][i]);
                }
            }
        }
        return everything().scoreAll(table.build());
    }

    /**
     * By hand: 1.2e9 / 6e7 x 1e6 = 2e7, ln 2e7 = 16.811, the smaller of three: 1; the median of 95 and 30; 60 of 48; 100 - sqrt(0.75
     * x 30^2) = 74.019; the weight of use is 1 of 4.
     */
    @Test
    void eachRuleStandsAtItsNodeWithWhatItGave() {
        assertThat(scores().scorecard("u0").explain().toString().lines())
                .contains(
                        "indicator      raw  set against  imputed  treated  score  weight  points",
                        "venture          -                  62.5     62.5   62.5   0.068    1.09",
                        "use             40                             40     40   0.250   10.00",
                        "score                                                              22.16",
                        "    research  0.8632  per people, in dollars per million heads                               20 mn",
                        "                      ln x                                                                  16.811",
                        "                      min-max (16.8112 to 17.7275)                                               1",
                        "    venture   0.1368  imputed by the median of all                                            62.5",
                        "  burden        0.25  power mean of exponent 2, attributed against 20; then goalposts 0 to  74.019",
                        "                      100, REFUSE, lower is better",
                        "    delay       0.25  goalposts 0 to 48, CAP, lower is better                                    0");
        assertThat(scores().scorecard("u1").explain().toString().lines())
                .contains(
                        "                      goalposts 0 to 100, REFUSE                                                80",
                        "  use                 missing: no value                                                          -")
                .noneMatch(line -> line.contains("imputed"));
    }

    /** (2/3 96.994 + 1/3 28.717 - 0.2 / 2 x (96.994 - 28.717)): weights are those of what is there. */
    @Test
    void whatPillarsGiveAddsUpToTheScore() {
        double funding = scores().score("u1", "funding").orElseThrow();
        double burden = scores().score("u1", "burden").orElseThrow();
        assertThat(scores().score("u1").orElseThrow())
                .isCloseTo(2 * funding / 3 + burden / 3 - 0.1 * (funding - burden), within(1e-11));
        Scorecard card = scores().scorecard("u1");
        assertThat(card.scoreFrom(
                        card.contributions().stream().map(Contribution::id).toList()))
                .isEqualTo(card.score());
    }

    @Test
    void rulesOfOneIndicatorAreLines() {
        Explanation explanation = scores().scorecard("u0").explain();
        assertThat(explanation.rules("research"))
                .containsExactly(
                        "per people, in dollars per million heads: 20 mn",
                        "ln x: 16.811",
                        "min-max (16.8112 to 17.7275): 1",
                        "in funding: entropy weights; geometric mean, attributed against 20",
                        "in index: Choquet integral, interactions funding and burden 0.2");
        assertThat(scores().scorecard("u1").explain().rules("use")).isEmpty();
    }

    @Test
    void linesFitAScreen() {
        for (String unit : scores().units()) {
            assertThat(scores().scorecard(unit).explain().toString().lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100))
                    .allSatisfy(line -> assertThat(line).doesNotEndWith(" "));
        }
    }

    /** Below a minimum, points are no product of value and weight, and are not printed as one. */
    @Test
    void aContributionDoesNotClaimAProductThatIsNone() {
        Scorecard minimum = framework(of(Aggregation.minimum(), asIs("a", 1), asIs("b", 1)))
                .scoreAll(unit(List.of("a", "b"), 30, 80))
                .scorecard("u");
        assertThat(minimum.contribution("b").orElseThrow())
                .hasToString("b: 80.00 against 0.00, weight 0.5000, 15.00 points");
        Scorecard mean = framework(of(Aggregation.arithmetic(), asIs("a", 1), asIs("b", 1)))
                .scoreAll(unit(List.of("a", "b"), 30, 80))
                .scorecard("u");
        assertThat(mean.contribution("b").orElseThrow()).hasToString("b: 80.00 x 0.5000 = 40.00 points");
    }

    /** Three quarters of p are missing: proportional weights hand them on, and the scorecard's own score says the same. */
    @Test
    void theScoreFromAllContributionsIsTheScoreUnderEveryPolicy() {
        Pillar p = ScoreFixtures.pillar("p", asIs("a", 1), asIs("b", 3));
        for (MissingDataPolicy policy : List.of(
                MissingDataPolicy.proportional(0.1),
                MissingDataPolicy.reweight(0.1, MissingDataPolicy.Scope.OVERALL),
                MissingDataPolicy.minimumCount(1, MissingDataPolicy.Scope.OVERALL),
                MissingDataPolicy.statedScore(7, ""))) {
            Scorecard card = framework(p, asIs("c", 1))
                    .withMissing(policy)
                    .scoreAll(unit(List.of("a", "b", "c"), 30, Double.NaN, 80))
                    .scorecard("u");
            List<String> all =
                    card.contributions().stream().map(Contribution::id).toList();
            assertThat(card.scoreFrom(all)).as(policy.toString()).isEqualTo(card.score());
        }
    }
}
