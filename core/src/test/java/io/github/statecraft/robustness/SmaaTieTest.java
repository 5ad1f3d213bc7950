package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.score.Ranking;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who ties and who is ahead by a hair, by sampling: what is exactly so, not what is left of it after rounding. */
class SmaaTieTest {
    private static final Smaa SMAA = Smaa.withDefaults().withDraws(20_000);
    private static final double NONE = Double.NaN;

    /** The mean of equal values is that value under any weights, whatever is missing. */
    @ParameterizedTest
    @ValueSource(doubles = {100, 0.1, -3.3, 1e300, 1e-310})
    void equalValuesWithGapsTie(double value) {
        Criteria criteria = SmaaDefinitionTest.criteria(
                new double[][] {{value, value, value}, {value, NONE, value}, {value - Math.abs(value) / 2, value, value}
                });
        SmaaResult result = SMAA.analyse(criteria);
        for (String unit : ImmutableList.of("u0", "u1")) {
            assertThat(result.firstRankShare(unit)).isEqualTo(1);
            assertThat(result.rankAcceptability(unit, 1)).isEqualTo(1);
            assertThat(result.confidenceFactor(unit)).hasValue(1);
        }
        assertThat(result.pairwiseWinning("u0", "u1")).isZero();
        assertThat(result.pairwiseWinning("u1", "u0")).isZero();
        assertThat(result.rankAcceptability("u2", 3)).isEqualTo(1);
    }

    /** Under equal weights, four rows of the same numbers in another order are equal. */
    @ParameterizedTest
    @CsvSource({"STANDARD, 1, 1", "DENSE, 1, 1", "AVERAGE, 2.5, 0.25"})
    void permutedRowsTieUnderEqualWeights(Ranking.Ties ties, double expectedRank, double firstPlace) {
        Criteria criteria =
                SmaaDefinitionTest.criteria(new double[][] {{.1, .2, .3}, {.3, .1, .2}, {.2, .3, .1}, {.3, .2, .1}});
        WeightDraws draws = WeightDraws.of(criteria.criteria(), new double[][] {{1 / 3.0, 1 / 3.0, 1 / 3.0}});
        SmaaResult result = SMAA.withTies(ties).analyse(criteria, draws);
        for (String unit : criteria.units()) {
            assertThat(result.expectedRank(unit)).isEqualTo(expectedRank);
            assertThat(result.rankAcceptability(unit, 1)).isEqualTo(firstPlace);
            assertThat(result.firstRankShare(unit)).isEqualTo(1);
            assertThat(result.confidenceFactor(unit)).hasValue(1);
            criteria.units().forEach(other -> assertThat(result.pairwiseWinning(unit, other))
                    .isZero());
        }
    }

    /** One criterion is better by one ulp and none is worse: ahead wherever that criterion has a weight. */
    @Test
    void oneUlpIsAhead() {
        Criteria criteria = SmaaDefinitionTest.criteria(
                new double[][] {{.5, .7, .2}, {.5000000000000001, .7, .2}, {.2, .5, .9}, {.2, .5, .9}});
        SmaaResult result = SMAA.analyse(criteria);
        assertThat(result.pairwiseWinning("u1", "u0")).isEqualTo(1);
        assertThat(result.pairwiseWinning("u0", "u1")).isZero();
        assertThat(result.firstRankShare("u0")).isZero();
        assertThat(result.pairwiseWinning("u2", "u3")).isZero();
        assertThat(result.confidenceFactor("u1")).hasValue(1);
        assertThat(result.confidenceFactor("u0")).isEmpty();
    }

    /** The same for values that have a spread elsewhere: every draw is decided by its own matrix. */
    @Test
    void drawnValuesAreComparedExactly() {
        Criteria criteria = Criteria.builder()
                .criteria("a", "b", "c")
                .unit("x", Estimate.of(.5), Estimate.of(.7), Estimate.of(.2))
                .unit("y", Estimate.of(.5000000000000001), Estimate.of(.7), Estimate.of(.2))
                .unit("same", Estimate.of(.5), Estimate.of(.7), Estimate.of(.2))
                .unit("far", Estimate.range(.1, 0, .15), Estimate.of(.1), Estimate.of(.1))
                .build();
        SmaaResult result = SMAA.withDraws(3_000).withTies(Ranking.Ties.DENSE).analyse(criteria);
        assertThat(result.pairwiseWinning("y", "x")).isEqualTo(1);
        assertThat(result.pairwiseWinning("same", "x")).isZero();
        assertThat(result.pairwiseWinning("x", "same")).isZero();
        assertThat(result.rankAcceptability("same", 2)).isEqualTo(1);
        assertThat(result.rankAcceptability("far", 3)).isEqualTo(1);
        assertThat(result.confidenceFactor("y")).hasValue(1);
    }

    /**
     * Pairs that differ by few ulps up and down against the exact share of weights, which is exact for the doubles given: the mean
     * square of 400 z-scores is within 5 times sqrt(2 / 400) of 1 and none beyond 5.
     */
    @Test
    void pairsOfFewUlpsDifferFromExactSharesByNoiseAlone() {
        SplittableRandom random = new SplittableRandom(3);
        double squares = 0;
        int pairs = 0;
        for (int table = 0; pairs < 400; table++) {
            int n = 2 + random.nextInt(5);
            double[][] values = SmaaDefinitionTest.table(random, 3, n);
            values[1] = values[0].clone();
            for (int i = 0; i < n; i++) {
                values[1][i] += (random.nextInt(7) - 3) * Math.ulp(values[1][i]);
            }
            Criteria criteria = SmaaDefinitionTest.criteria(values);
            double share = WeightSpace.of(criteria).pairwiseWinning().share("u0", "u1");
            SmaaResult result =
                    SMAA.withDraws(2_000).withSeed(table).withThreads(1).analyse(criteria);
            double sampled = result.pairwiseWinning("u0", "u1");
            if (share < 0.05 || share > 0.95) {
                assertThat(sampled).isBetween(share - 0.06, share + 0.06);
                continue;
            }
            double z = (sampled - share) / Math.sqrt(share * (1 - share) / 2_000);
            assertThat(Math.abs(z)).isLessThan(5);
            squares += z * z;
            pairs++;
        }
        assertThat(squares / pairs).isBetween(1 - 5 * Math.sqrt(2.0 / 400), 1 + 5 * Math.sqrt(2.0 / 400));
    }

    /** Groups of many units within a few ulps of each other, with and without gaps, beside an outlier and not, by the definition. */
    @ParameterizedTest
    @EnumSource(Ranking.Ties.class)
    void longRunsOfCloseScoresHaveOneOrder(Ranking.Ties ties) {
        SplittableRandom random = new SplittableRandom(11);
        for (int kind = 0; kind < 8; kind++) {
            int units = kind == 7 ? 260 : 20;
            double[][] values = SmaaDefinitionTest.table(random, units, 4);
            double level = kind % 4 == 3 ? 1e9 : 0;
            for (int unit = 0; unit < units; unit++) {
                for (int i = 0; i < 4; i++) {
                    double value = level + (kind % 2 == 0 ? values[unit % 3][i] : values[unit % 3][0]);
                    values[unit][i] = value + (random.nextInt(3) - 1) * Math.ulp(value);
                }
            }
            for (int unit = 0; kind % 4 >= 2 && unit < units; unit += 3) {
                values[unit][random.nextInt(4)] = NONE;
            }
            if (kind >= 4) {
                values[1][2] = -1e12;
            }
            double[][] weights = SmaaDefinitionTest.weights(random, kind == 7 ? 20 : 300, 4);
            for (int draw = 0; draw < weights.length; draw += 3) {
                weights[draw] = new double[] {0.25, 0.25, 0.25, 0.25};
            }
            SmaaDefinitionTest.assertSame(values, weights, ties);
        }
    }

    /** Draws that give nearly all weight to what a unit lacks: products of what is left must not underflow. */
    @Test
    void tinyWeightsOfWhatIsThereCountInFull() {
        double[][] values = {{NONE, 1, 3}, {NONE, 3, 1}, {2, NONE, NONE}, {NONE, 2, 2}, {1e-300, 1, NONE}};
        double[][] weights = {
            {1, 1e-320, 2e-320}, {1, 1e-320, 1e-320}, {1, 3e-300, 1e-300}, {1, 4.9e-324, 4.9e-324}, {0.5, 0.25, 0.25}
        };
        for (Ranking.Ties ties : Ranking.Ties.values()) {
            SmaaDefinitionTest.assertSame(values, weights, ties);
        }
    }

    /** The bound of rounding errors against exact arithmetic: values of all sizes and signs. */
    @Test
    void scoresAreWithinTheirBounds() {
        SplittableRandom random = new SplittableRandom(12);
        for (int round = 0; round < 2_000; round++) {
            int n = 1 + random.nextInt(30);
            double[][] values = new double[2][n];
            for (int i = 0; i < n; i++) {
                values[0][i] = (random.nextDouble() - 0.5) * Math.scalb(1, random.nextInt(40));
                values[1][i] = values[0][i] * (1 + (random.nextInt(3) - 1) * Math.ulp(1.0));
            }
            double[] weights = SmaaDefinitionTest.weights(random, 1, n)[0];
            ExactOrder exact = new ExactOrder(values);
            double[] scores = new double[2];
            UnitScores.single(values, weights, scores);
            BigDecimal difference = sum(values[0], weights).subtract(sum(values[1], weights));
            assertThat(exact.compare(0, 1, weights)).isEqualTo(difference.signum());
            assertThat(difference
                            .subtract(new BigDecimal(scores[0] - scores[1]))
                            .abs())
                    .isLessThanOrEqualTo(new BigDecimal(exact.widest()));
        }
    }

    private static BigDecimal sum(double[] values, double[] weights) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new BigDecimal(values[i]).multiply(new BigDecimal(weights[i])))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A wide unit overlaps two narrow ones of which the lower is out of its order: all three are one run. */
    @Test
    void boundsOfDifferentWidthsMakeOneRun() {
        double[][] values = {{1, 1, 1}, {1 - 1e-9, 1 - 1e-9, 1 - 1e-9}, {1e12, -1e12, 1 - 2e-9}};
        double[][] weights = new double[200][];
        SplittableRandom random = new SplittableRandom(13);
        Arrays.setAll(weights, draw -> {
            double half = 0.4999 + random.nextInt(9) * 1e-6;
            double shift = (random.nextInt(9) - 4) * 0x1p-52;
            return new double[] {half + shift, half, 1 - 2 * half};
        });
        for (Ranking.Ties ties : Ranking.Ties.values()) {
            SmaaDefinitionTest.assertSame(values, weights, ties);
        }
    }
}
