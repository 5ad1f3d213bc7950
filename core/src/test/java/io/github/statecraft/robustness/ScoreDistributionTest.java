package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.statecraft.score.method.Aggregation;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: closed forms, and the beta and triangular distributions of commons-statistics. */
class ScoreDistributionTest {
    private static WeightSpace space(Aggregation mean, double... scores) {
        Criteria.Builder criteria = Criteria.builder().aggregation(mean);
        IntStream.range(0, scores.length).forEach(i -> criteria.criteria("c" + i));
        return WeightSpace.of(criteria.unit("x", scores).build());
    }

    private static ScoreDistribution of(double... scores) {
        return space(Aggregation.arithmetic(), scores).scoreDistribution("x");
    }

    /** By hand: between two scores every value is as frequent. */
    @Test
    void isUniformForTwoCriteria() {
        ScoreDistribution x = of(60, 20);

        assertThat(x.share(30)).isEqualTo(0.25, within(1e-16));
        assertThat(x.quantile(0.25)).isEqualTo(30, within(1e-14));
        assertThat(x.quantile(0.9)).isEqualTo(56, within(1e-13));
        assertThat(x.mean()).hasValue(40);
        assertThat(x.lowest()).isEqualTo(20);
        assertThat(x.highest()).isEqualTo(60);
    }

    /** Scores 0, 1, 2 on three criteria: the density is a triangle. Oracle: commons-statistics. */
    @Test
    void isTriangularForThreeEvenCriteria() {
        ScoreDistribution x = of(2, 0, 1);
        TriangularDistribution triangle = TriangularDistribution.of(0, 1, 2);

        for (double t = -0.25; t <= 2.25; t += 0.125) {
            assertThat(x.share(t)).isEqualTo(triangle.cumulativeProbability(t), within(1e-15));
        }
        for (double p = 0; p <= 1; p += 0.0625) {
            assertThat(x.quantile(p)).isEqualTo(triangle.inverseCumulativeProbability(p), within(1e-14));
        }
    }

    /** One score of 1 among zeros is the weight of that criterion: at most t under {@code 1 - (1 - t)^(n - 1)}. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 30, 200})
    void isThatOfOneWeight(int n) {
        double[] scores = new double[n];
        scores[n / 2] = 1;
        ScoreDistribution x = of(scores);

        for (double t : new double[] {1e-12, 0.001, 0.1, 0.5, 0.9}) {
            double expected = -StrictMath.expm1((n - 1) * StrictMath.log1p(-t));
            assertThat(x.share(t)).isCloseTo(expected, withinPercentage(1e-12));
        }
        assertThat(x.quantile(0.5))
                .isCloseTo(-StrictMath.expm1(StrictMath.log(0.5) / (n - 1)), withinPercentage(1e-11));
        assertThat(x.mean().orElseThrow()).isEqualTo(1.0 / n, within(1e-17));
    }

    /** By hand, of two criteria: log uniform; uniform in 1/s from 1 to 3; uniform in squares from 0 to 16. */
    @Test
    void followsOtherMeans() {
        ScoreDistribution geometric = space(Aggregation.geometric(1), 1, 100).scoreDistribution("x");
        assertThat(geometric.share(10)).isEqualTo(0.5, within(1e-15));
        assertThat(geometric.quantile(0.25)).isEqualTo(StrictMath.sqrt(10), within(1e-14));
        assertThat(geometric.share(0)).isZero();
        assertThat(geometric.share(-5)).isZero();
        assertThat(geometric.highest()).isEqualTo(100);
        assertThat(geometric.mean()).isEmpty();
        ScoreDistribution harmonic = space(Aggregation.harmonic(1), 1, 1 / 3.0).scoreDistribution("x");
        assertThat(harmonic.share(0.5)).isEqualTo(0.5, within(1e-15));
        assertThat(harmonic.quantile(0.25)).isEqualTo(0.4, within(1e-15));
        ScoreDistribution power = space(Aggregation.power(2, 1), 0, 4).scoreDistribution("x");
        assertThat(power.share(1)).isEqualTo(1 / 16.0, within(1e-16));
        assertThat(power.quantile(0.25)).isEqualTo(2, within(1e-15));
        assertThat(power.share(0)).isZero();
        assertThat(power.lowest()).isZero();
    }

    /** By hand: with a before b, weights of a from 1/2 to 1 and scores from 2 to 3. */
    @Test
    void followsTheSetOfWeights() {
        WeightSpace space = space(Aggregation.arithmetic(), 3, 1);
        ScoreDistribution ordered = space.within(WeightSet.ordered("c0", "c1")).scoreDistribution("x");
        assertThat(ordered.lowest()).isEqualTo(2);
        assertThat(ordered.highest()).isEqualTo(3);
        assertThat(ordered.mean()).hasValue(2.5);
        assertThat(ordered.share(2.25)).isEqualTo(0.25, within(1e-15));
        ScoreDistribution bounded =
                space.within(WeightSet.atLeast(Map.of("c0", 0.25, "c1", 0.25))).scoreDistribution("x");
        assertThat(bounded.lowest()).isEqualTo(1.5);
        assertThat(bounded.quantile(0.75)).isEqualTo(2.25, within(1e-14));
    }

    /** Of scores 1 and 0 under a Dirichlet distribution the score is beta. Oracle: commons-statistics. */
    @Test
    void followsADirichletDistribution() {
        ScoreDistribution x = space(Aggregation.arithmetic(), 1, 0)
                .within(WeightSet.dirichlet(Map.of("c0", 3.0, "c1", 5.0)))
                .scoreDistribution("x");
        BetaDistribution beta = BetaDistribution.of(3, 5);

        for (double t = 0.05; t < 1; t += 0.05) {
            assertThat(x.share(t)).isCloseTo(beta.cumulativeProbability(t), withinPercentage(1e-10));
        }
        assertThat(x.quantile(0.1)).isEqualTo(beta.inverseCumulativeProbability(0.1), within(1e-9));
        assertThat(x.mean()).hasValue(0.375);
    }

    /** Alike on all criteria: that score, under every set and mean, to the last digit. */
    @ParameterizedTest
    @ValueSource(doubles = {50, 0.1, 33.3, 1e-9})
    void isAStepForAUnitThatScoresAlikeEverywhere(double score) {
        for (Aggregation mean : new Aggregation[] {
            Aggregation.arithmetic(), Aggregation.geometric(1), Aggregation.harmonic(1), Aggregation.power(3, 1)
        }) {
            WeightSpace space = space(mean, score, score, score);
            for (WeightSet set : new WeightSet[] {
                WeightSet.simplex(),
                WeightSet.ordered("c1", "c0", "c2"),
                WeightSet.atLeast(Map.of("c0", 0.1, "c1", 0.3)),
                WeightSet.dirichlet(Map.of("c2", 4.0))
            }) {
                ScoreDistribution x = space.within(set).scoreDistribution("x");
                assertThat(x.share(score)).isEqualTo(1);
                assertThat(x.share(Math.nextDown(score))).isZero();
                assertThat(x.quantile(0.5)).isEqualTo(score);
                assertThat(x.lowest()).isEqualTo(score);
                assertThat(x.highest()).isEqualTo(score);
                assertThat(x.mean().orElse(score)).isEqualTo(score);
            }
        }
    }

    /** Properties of a distribution function and its inverse. */
    @Test
    void risesFromLowestToHighestAndHasAnInverse() {
        Random random = new Random(5);
        for (int run = 0; run < 50; run++) {
            ScoreDistribution x = of(random.doubles(2 + random.nextInt(20))
                    .map(s -> 200 * s - 100)
                    .toArray());
            double before = 0;
            for (int i = 0; i <= 40; i++) {
                double t = x.lowest() + (x.highest() - x.lowest()) * i / 40;
                assertThat(x.share(t)).isGreaterThanOrEqualTo(before);
                before = x.share(t);
            }
            double p = random.nextDouble();
            assertThat(x.share(x.quantile(p))).isEqualTo(p, within(1e-12));
            assertThat(x.share(x.lowest())).isZero();
            assertThat(x.share(x.highest())).isEqualTo(1);
            assertThat(x.quantile(0)).isEqualTo(x.lowest());
            assertThat(x.quantile(1)).isEqualTo(x.highest());
        }
    }

    @Test
    void takesScoresOfAnySize() {
        ScoreDistribution x = of(-1.5e308, 1.5e308);

        assertThat(x.share(0)).isEqualTo(0.5);
        assertThat(x.mean()).hasValue(0);
        assertThat(x.quantile(0.75)).isCloseTo(0.75e308, withinPercentage(1e-10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void rejectsQuantilesOfNoShare(double p) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1, 2).quantile(p))
                .withMessageContaining("[0, 1]");
    }

    @Test
    void rejectsNoScore() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(1, 2).share(Double.NaN));
    }

    @Test
    void printsQuantiles() {
        assertThat(of(60, 20).toString())
                .contains("Score of x over criteria")
                .contains("50 %")
                .contains("Mean over all weightings: 40.");
    }
}
