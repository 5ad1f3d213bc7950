package io.github.statecraft.score;

import static io.github.statecraft.score.AggregationTest.asIs;
import static io.github.statecraft.score.AggregationTest.of;
import static io.github.statecraft.score.AggregationTest.score;
import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.compare.Comparison;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Aggregation.Interaction;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutputRange;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Properties of means and of what is done to them; oracles of rescaled pillars: numpy 2.4.6 and scipy 1.17.1. */
class AggregationPropertiesTest {
    private static final List<String> COLUMNS = List.of("a", "b");
    private static final double[][] ROWS = {{20, 60}, {70, 10}, {45, 30}, {90, 90}};

    static List<Aggregation> means() {
        return List.of(
                Aggregation.arithmetic(),
                Aggregation.geometric(1),
                Aggregation.harmonic(1),
                Aggregation.power(0.01, 1),
                Aggregation.power(-0.7, 1),
                Aggregation.power(3, 1),
                Aggregation.power(-4, 1),
                Aggregation.minimum(),
                Aggregation.orderedWeighted(List.of(0.2, 0.5, 0.3)),
                Aggregation.choquet(List.of(new Interaction("a", "b", 0.3), new Interaction("b", "c", -0.2))),
                Aggregation.weightedSum(),
                Aggregation.weightedProduct(1));
    }

    /** Times 1.7, every mean is (a product is of the degree of its exponents, here 1); a higher score lowers none. */
    @ParameterizedTest
    @MethodSource("means")
    void areHomogeneousAndMonotoneAndKnowNoOrder(Aggregation mean) {
        Random random = new Random(20261124);
        Indicator a = asIs("a", 0.25);
        Indicator b = asIs("b", 0.45);
        Indicator c = asIs("c", 0.3);
        for (int run = 0; run < 100; run++) {
            double[] x = random.doubles(3, 1, 100).toArray();
            double expected = score(of(mean, a, b, c), x);
            assertThat(score(of(mean, a, b, c), 1.7 * x[0], 1.7 * x[1], 1.7 * x[2]))
                    .isCloseTo(1.7 * expected, Percentage.withPercentage(1e-10));
            assertThat(score(of(mean, b, c, a), x[1], x[2], x[0])).isEqualTo(expected);
            assertThat(score(of(mean, c, b, a), x[2], x[1], x[0])).isEqualTo(expected);
            double[] more = x.clone();
            more[run % 3] += 10 * random.nextDouble();
            assertThat(score(of(mean, a, b, c), more)).isGreaterThanOrEqualTo(expected - 1e-12);
        }
    }

    private static ScoreTable rescaled(Pillar index) {
        IndicatorTable.Builder table = IndicatorTable.builder();
        for (int row = 0; row < ROWS.length; row++) {
            table.unit("u" + row).value("u" + row, "a", ROWS[row][0]).value("u" + row, "b", ROWS[row][1]);
        }
        return framework(index).scoreAll(table.build());
    }

    private static void assertScores(ScoreTable scores, double... expected) {
        for (int row = 0; row < expected.length; row++) {
            assertThat(scores.score("u" + row).orElseThrow()).isCloseTo(expected[row], within(1e-11));
        }
    }

    /**
     * numpy, x the rows, {@code m = x @ [.25, .75]}: {@code 100 * (m - m.min()) / (m.max() - m.min())}; {@code (m - m.mean()) /
     * m.std(ddof=1) * 10 + 100}; with {@code g = gmean(x, axis=1)} the first again. Ranks and goalposts by hand.
     */
    @Test
    void compositesAreRescaledAsByNumpy() {
        Pillar mean = of(Aggregation.arithmetic(), asIs("a", 1), asIs("b", 3));
        Normalisation minMax = Normalisation.minMax();
        assertScores(rescaled(mean.withNormalisation(minMax)), 38.46153846153846, 0, 13.461538461538462, 100);
        assertScores(
                rescaled(mean.withNormalisation(minMax).withDirection(Direction.LOWER_IS_BETTER)),
                61.53846153846154,
                100,
                86.53846153846154,
                0);
        assertScores(
                rescaled(mean.withNormalisation(new Normalisation.ZScore(100, 10, Normalisation.Divisor.SAMPLE))),
                100.10849927323814,
                91.4285574141873,
                94.46653706485509,
                113.99640624771948);
        assertScores(
                rescaled(mean.withNormalisation(Normalisation.rank(Normalisation.EqualValues.LOWEST))), 3, 1, 2, 4);
        assertScores(
                rescaled(mean.withNormalisation(Normalisation.goalposts(0, 100))
                        .withDirection(Direction.LOWER_IS_BETTER)
                        .withRange(OutputRange.of(1, 7))),
                4,
                5.5,
                4.975,
                1.6);
        assertScores(
                rescaled(of(Aggregation.geometric(50), asIs("a", 1), asIs("b", 1))
                        .withNormalisation(minMax)),
                12.878789360229936,
                0,
                16.18575780486944,
                100);
    }

    /** 1 x 7 = 1 + 6 x 1 = 1 + 3 x 2 = 4 + 3 x 1, each over 10: one place in rational arithmetic, rescaled or not. */
    @Test
    void unitsThatTieTieAfterRescalingToo() {
        Pillar index = of(Aggregation.arithmetic(), asIs("a", 1), asIs("b", 6), asIs("c", 3))
                .withNormalisation(Normalisation.rank(Normalisation.EqualValues.LOWEST));
        double[][] ties = {{7, 0, 0}, {1, 1, 0}, {1, 0, 2}, {4, 0, 1}, {9, 9, 9}};
        IndicatorTable.Builder table = IndicatorTable.builder();
        for (int row = 0; row < ties.length; row++) {
            table.unit("u" + row)
                    .value("u" + row, "a", ties[row][0])
                    .value("u" + row, "b", ties[row][1])
                    .value("u" + row, "c", ties[row][2]);
        }
        ScoreTable scores = framework(index).scoreAll(table.build());
        for (int row = 0; row < 4; row++) {
            assertThat(scores.score("u" + row)).isEqualTo(scores.score("u0"));
        }
        assertThat(scores.score("u4")).hasValue(5);
    }

    /** Coefficients of one sign are weights too: -30 - (-50) = 20, all of it from a. */
    @Test
    void unitsAreComparedUnderNegativeCoefficients() {
        ScoringFramework framework = framework(of(Aggregation.weightedSum(), asIs("a", -1)));
        IndicatorTable table = IndicatorTable.builder()
                .unit("u")
                .unit("v")
                .value("u", "a", 30)
                .value("v", "a", 50)
                .build();
        ScoreTable scores = framework.scoreAll(table);
        Comparison comparison = Comparison.between(scores.scorecard("u"), scores.scorecard("v"));
        assertThat(comparison.gap()).isEqualTo(20);
        assertThat(comparison.difference("a").orElseThrow().points()).isEqualTo(20);
    }

    @Test
    void coefficientsThatCancelMayStillBeTooLarge() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Aggregation.weightedSum(), asIs("a", 1e308), asIs("b", -1e308)))
                .withMessage(
                        "Pillar index: the weights of its children are too large to be summed; only their ratios count");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework(of(Aggregation.weightedSum(), asIs("a", 1e10), asIs("b", -1)))
                        .scoreAll(unit(COLUMNS, 1e300, 1)))
                .withMessageStartingWith(
                        "Pillar index of u: the scores of its children come to more than a double holds");
    }
}
