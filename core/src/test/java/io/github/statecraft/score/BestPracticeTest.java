package io.github.statecraft.score;

import static io.github.statecraft.score.AggregationTest.asIs;
import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.pillar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutputRange;
import io.github.statecraft.score.method.Weighting;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Benefit of the doubt as a user reaches it. Oracle: scipy 1.17.1, B the six rows: {@code 100 * -linprog(-x, A_ub=B,
 * b_ub=np.ones(6), method='highs').fun}.
 */
class BestPracticeTest {
    private static final double CLOSE = 1e-7;
    private static final double[][] ROWS = {
        {20, 60, 45}, {35, 40, 80}, {70, 15, 55}, {88, 71, 62}, {12, 95, 27}, {51, 33, 38}
    };
    private static final ScoringFramework FRAMEWORK = framework(
            pillar("best", asIs("a", 1), asIs("b", 1), asIs("c", 1)).withWeighting(Weighting.benefitOfTheDoubt()));

    private static IndicatorTable.Builder table(double[]... rows) {
        IndicatorTable.Builder table =
                IndicatorTable.builder().indicator("a").indicator("b").indicator("c");
        for (int row = 0; row < rows.length; row++) {
            add(table, "u" + row, true, rows[row]);
        }
        return table;
    }

    private static void add(IndicatorTable.Builder table, String unit, boolean isRanked, double... values) {
        table.unit(unit, unit, isRanked);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                table.value(unit, List.of("a", "b", "c").get(i), values[i]);
            }
        }
    }

    @Test
    void scoresAreThoseOfScipyAndBestPracticeScoresAHundred() {
        ScoreTable scores = FRAMEWORK.scoreAll(table(ROWS).build());
        double[] expected = {80.04027183488549, 100, 85.72895277207392, 100, 100, 60.205338809034906};
        for (int row = 0; row < expected.length; row++) {
            double score = scores.score("u" + row).orElseThrow();
            assertThat(score).isCloseTo(expected[row], within(CLOSE));
            assertThat(score == 100).isEqualTo(expected[row] == 100);
            Scorecard card = scores.scorecard("u" + row);
            assertThat(ExactSum.of(card.contributions().stream()
                            .mapToDouble(Contribution::points)
                            .toArray()))
                    .isEqualTo(score);
        }
        assertThat(scores.ranking().entries())
                .extracting(Ranking.Entry::rank)
                .containsExactly(1.0, 1.0, 1.0, 4.0, 5.0, 6.0);
    }

    /** (90, 50, 50) is beaten by no mixture of peers; (30, 30, 30) reaches 45.9375. */
    @Test
    void aUnitThatIsNotInTheReferenceIsBoundedByItAndByItself() {
        FittedFramework fitted = FRAMEWORK.fit(table(ROWS).build());
        ScoreTable scores = fitted.scoreAll(
                table(new double[][] {{90, 50, 50}, {30, 30, 30}, {1e6, 1, 1}}).build());
        assertThat(scores.score("u0")).hasValue(100);
        assertThat(scores.score("u1").orElseThrow()).isCloseTo(45.9375, within(CLOSE));
        assertThat(scores.score("u2")).hasValue(100);
    }

    @Test
    void blocsBoundNobody() {
        IndicatorTable.Builder table = table(ROWS);
        add(table, "bloc", false, 200, 200, 200);
        ScoreTable scores = FRAMEWORK.scoreAll(table.build());
        ScoreTable alone = FRAMEWORK.scoreAll(table(ROWS).build());
        assertThat(scores.score("bloc")).hasValue(100);
        alone.units().forEach(unit -> assertThat(scores.score(unit)).isEqualTo(alone.score(unit)));
    }

    /** Without c the same programme on a and b, among the peers that have both: 79.5454... for (70, 15). */
    @Test
    void aUnitThatLacksAChildIsMeasuredOnTheOthers() {
        double[][] holed = {{20, 60, 45}, {35, 40, 80}, {70, 15, Double.NaN}, {88, 71, 62}, {12, 95, 27}, {51, 33, 38}};
        ScoreTable scores = FRAMEWORK
                .withMissing(MissingDataPolicy.reweight(0.5, MissingDataPolicy.Scope.OVERALL))
                .scoreAll(table(holed).build());
        assertThat(scores.score("u2").orElseThrow()).isCloseTo(79.54545454545455, within(CLOSE));
        assertThat(scores.score("u0").orElseThrow()).isCloseTo(80.04027183488549, within(CLOSE));
    }

    @Test
    void everyTableHasABestAndNobodyIsAboveAHundred() {
        Random random = new Random(3);
        for (int run = 0; run < 60; run++) {
            double[][] rows = new double[8][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = random.doubles(3, 0, 100).toArray();
            }
            ScoreTable scores = FRAMEWORK.scoreAll(table(rows).build());
            double[] all = scores.units().stream()
                    .mapToDouble(unit -> scores.score(unit).orElseThrow())
                    .toArray();
            assertThat(all).contains(100.0);
            // whoever is best in a child can give all weight to it
            for (int child = 0; child < 3; child++) {
                int best = 0;
                for (int i = 1; i < rows.length; i++) {
                    best = rows[i][child] > rows[best][child] ? i : best;
                }
                assertThat(all[best]).isEqualTo(100);
            }
            for (double score : all) {
                assertThat(score).isBetween(0.0, 100.0);
                assertThat(score == 100 || score < 100 - 1e-8).isTrue();
            }
        }
    }

    /** Turned round by goalposts from 0 to 100, best practice scores 0. */
    @Test
    void aRescaledPillarKeepsBestPractice() {
        ScoringFramework turned = FRAMEWORK.withNode(((Pillar) FRAMEWORK.node("best"))
                .withNormalisation(Normalisation.goalposts(0, 100))
                .withDirection(Direction.LOWER_IS_BETTER));
        ScoreTable scores = turned.scoreAll(table(ROWS).build());
        assertThat(scores.score("u1")).hasValue(0);
        assertThat(scores.score("u3")).hasValue(0);
        assertThat(scores.score("u0").orElseThrow()).isCloseTo(100 - 80.04027183488549, within(CLOSE));
    }

    @Test
    void whatHasNoBestWeightsIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FRAMEWORK.scoreAll(
                        table(new double[][] {{1, 0, 2}, {2, 0, 1}}).build()))
                .withMessage(
                        "Pillar best of u0: benefit-of-the-doubt weights need children with a positive score but child 2"
                                + " is 0 for all units, so that any weight of it is as good as another; leave it out (child 1 is a,"
                                + " 2 is b, 3 is c)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FRAMEWORK.scoreAll(
                        table(new double[][] {{1, -1, 2}, {2, 3, 1}}).build()))
                .withMessageContaining("Pillar best of u0: ")
                .withMessageContaining("child 2 has -1; normalise to a range of at least 0");
        assertThat(FRAMEWORK.scoreAll(table(new double[][] {{1, 2, 3}}).build()).score("u0"))
                .hasValue(100);
        assertThat(FRAMEWORK
                        .scoreAll(table(new double[][] {{0, 0, 0}, {1, 2, 3}}).build())
                        .score("u0"))
                .hasValue(0);
    }

    /** On scales from 0 to 1 it is 1: the same programme, its result not multiplied. */
    @Test
    void bestPracticeScoresTheUpperEndOfTheRangeThatChildrenShare() {
        Indicator one = Indicator.of("one", Normalisation.goalposts(0, 10)).withRange(OutputRange.ONE);
        ScoringFramework framework = ScoreFixtures.framework(Pillar.builder()
                .id("p")
                .weighting(Weighting.benefitOfTheDoubt())
                .addChildren(one, one.withIndicator("two").withId("two"))
                .build());
        ScoreTable scores = framework.scoreAll(IndicatorTable.builder()
                .unit("u0")
                .value("u0", "one", 8)
                .value("u0", "two", 2)
                .unit("u1")
                .value("u1", "one", 4)
                .value("u1", "two", 1)
                .build());
        assertThat(scores.score("u0")).hasValue(1);
        // half of u0 on both
        assertThat(scores.score("u1").orElseThrow()).isCloseTo(0.5, within(CLOSE));
    }
}
