package io.github.statecraft.score;

import static io.github.statecraft.score.AggregationTest.asIs;
import static io.github.statecraft.score.AggregationTest.of;
import static io.github.statecraft.score.AggregationTest.score;
import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.pillar;
import static io.github.statecraft.score.ScoreFixtures.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Aggregation.Interaction;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Weighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Oracles: the examples of Yager and of Grabisch, and the Choquet integral by its definition on the capacity. */
class OwaChoquetTest {
    private static final Offset<Double> CLOSE = within(1e-12);
    /** Importance and interaction of mathematics, physics, literature; the sources are at the test. */
    private static final double SCIENCE = 0.29166666666666669;

    private static final double LITERATURE = 0.41666666666666669;
    private static final List<Interaction> SCHOOL =
            List.of(new Interaction("m", "p", -0.45), new Interaction("m", "l", 0.1), new Interaction("l", "p", 0.1));

    /** R. R. Yager (1988), page 186: W = (.4, .3, .2, .1), F(.7, 1, .3, .6) = .76. */
    @Test
    void theOrderedWeightedAverageIsThatOfYagersExample() {
        Pillar owa = of(
                Aggregation.orderedWeighted(List.of(0.4, 0.3, 0.2, 0.1)),
                asIs("a", 1),
                asIs("b", 5),
                asIs("c", 0),
                asIs("d", 2));
        assertThat(score(owa, 0.7, 1, 0.3, 0.6)).isCloseTo(0.76, CLOSE);
        assertThat(score(owa, 1, 0.3, 0.6, 0.7)).isEqualTo(score(owa, 0.7, 1, 0.3, 0.6));
    }

    @Test
    void extremePlaceWeightsGiveMaximumMinimumMedianAndMean() {
        IndexNode[] three = {asIs("a", 1), asIs("b", 1), asIs("c", 1)};
        double[] scores = {20, 70, 45};
        assertThat(score(of(Aggregation.orderedWeighted(List.of(1.0, 0.0, 0.0)), three), scores))
                .isEqualTo(70);
        assertThat(score(of(Aggregation.orderedWeighted(List.of(0.0, 1.0, 0.0)), three), scores))
                .isEqualTo(45);
        assertThat(score(of(Aggregation.orderedWeighted(List.of(0.0, 0.0, 1.0)), three), scores))
                .isEqualTo(20);
        assertThat(score(of(Aggregation.orderedWeighted(List.of(1 / 3.0, 1 / 3.0, 1 / 3.0)), three), scores))
                .isCloseTo(45, CLOSE);
    }

    /** Ten decimals of a third sum to 0.9999999999; a mean of equal scores is that score. */
    @Test
    void placeWeightsOfAFileAreTakenOverTheirSum() {
        double third = 0.3333333333;
        Pillar owa =
                of(Aggregation.orderedWeighted(List.of(third, third, third)), asIs("a", 1), asIs("b", 1), asIs("c", 1));
        assertThat(score(owa, 50, 50, 50)).isEqualTo(50);
        assertThat(score(owa, 30, 60, 90)).isCloseTo(60, CLOSE);
    }

    @Test
    void anOrderedWeightedAverageNeedsAWeightForEachPlaceAndEveryChild() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(Aggregation.orderedWeighted(List.of(0.5, 0.5)), asIs("a", 1)))
                .withMessage("Pillar index: an ordered weighted average must have a weight for each of the 1 places but"
                        + " had 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Aggregation.orderedWeighted(List.of(0.5, 0.6)))
                .withMessage("Aggregation.OrderedWeighted.placeWeights must sum to 1 but sum to 1.1");
        ScoreTable scores = framework(of(Aggregation.orderedWeighted(List.of(0.5, 0.5)), asIs("a", 1), asIs("b", 1)))
                .withMissing(MissingDataPolicy.reweight(0.1, MissingDataPolicy.Scope.OVERALL))
                .scoreAll(unit(List.of("a", "b"), 50, Double.NaN));
        assertThat(scores.unscored()).containsKey("u");
    }

    /**
     * M. Grabisch, "The application of fuzzy integrals in multicriteria decision making", European Journal of Operational
     * Research 89 (1996) 445-456: students (18, 16, 10), (10, 12, 18), (14, 15, 15) in mathematics, physics, literature. The
     * weighted mean (3, 3, 2) puts the first ahead (15.25, 12.75, 14.62); the capacity .45, .45, .3, .5, .9, .9 puts the third
     * ahead, then the first (14.9, 13.9, 13.6). Its Shapley values are .292, .292, .417, its interactions -.45, .1, .1; its
     * Moebius transform at all three is -0.1, which a 2-additive capacity leaves out.
     */
    @Test
    void theStudentsOfGrabischRankByInteractionAsPublished() {
        double[][] students = {{18, 16, 10}, {10, 12, 18}, {14, 15, 15}};
        Pillar weighted = of(Aggregation.arithmetic(), asIs("m", 3), asIs("p", 3), asIs("l", 2));
        assertThat(score(weighted, students[0])).isEqualTo(15.25);
        assertThat(score(weighted, students[1])).isEqualTo(12.75);
        assertThat(score(weighted, students[2])).isEqualTo(14.625);
        double[] scores =
                Arrays.stream(students).mapToDouble(s -> score(school(), s)).toArray();
        assertThat(scores[2]).isGreaterThan(scores[0]);
        assertThat(scores[0]).isGreaterThan(scores[1]);
        // .292 x 18 + .292 x 16 + .417 x 10 + (.45 x 2 - .1 x 8 - .1 x 6) / 2
        assertThat(scores[0]).isCloseTo(13.833333333333334, CLOSE);
    }

    private static Pillar school() {
        return of(Aggregation.choquet(SCHOOL), asIs("m", SCIENCE), asIs("p", SCIENCE), asIs("l", LITERATURE));
    }

    /**
     * By definition, {@code sum((s_(k) - s_(k-1)) mu(those that score s_(k) or more))}, on {@code mu(A) = sum_A(phi_i - 1/2 sum_j
     * I_ij) + sum_pairs in A(I_ij)} (Grabisch 1997, theorem 4).
     */
    @Test
    void theChoquetIntegralIsThatOfItsDefinition() {
        Random random = new Random(20261124);
        for (int run = 0; run < 200; run++) {
            double[] s = random.doubles(3, -20, 100).toArray();
            assertThat(score(school(), s)).isCloseTo(byDefinition(s), CLOSE);
        }
    }

    private static double byDefinition(double[] s) {
        double[] phi = {SCIENCE, SCIENCE, LITERATURE};
        double[][] interaction = {{0, -0.45, 0.1}, {-0.45, 0, 0.1}, {0.1, 0.1, 0}};
        Integer[] order = {0, 1, 2};
        Arrays.sort(order, (a, b) -> Double.compare(s[a], s[b]));
        double integral = s[order[0]];
        for (int k = 1; k < 3; k++) {
            double mu = 0;
            for (int i = k; i < 3; i++) {
                mu += phi[order[i]];
                for (int j = 0; j < 3; j++) {
                    mu -= interaction[order[i]][j] / 2;
                }
                for (int j = k; j < i; j++) {
                    mu += interaction[order[i]][order[j]];
                }
            }
            integral += (s[order[k]] - s[order[k - 1]]) * mu;
        }
        return integral;
    }

    /** An interaction of 1 between two equals is the minimum, of -1 the maximum, of 0 the mean. */
    @Test
    void interactionsGoFromTheMaximumToTheMinimum() {
        double[] expected = {80, 65, 50, 35, 20};
        for (int i = 0; i < expected.length; i++) {
            Aggregation choquet = Aggregation.choquet(List.of(new Interaction("a", "b", i / 2.0 - 1)));
            assertThat(score(of(choquet, asIs("a", 1), asIs("b", 1)), 20, 80)).isCloseTo(expected[i], CLOSE);
        }
    }

    @Test
    void refusesInteractionsUnderWhichABetterScoreDoesHarm() {
        Aggregation choquet =
                Aggregation.choquet(List.of(new Interaction("a", "b", 0.5), new Interaction("a", "c", 0.3)));
        String message = "Pillar index: half the sum of the interactions of a must not exceed its share of the weight,"
                + " 0.333333, but was 0.4; else a better score would make the pillar worse";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(choquet, asIs("a", 1), asIs("b", 1), asIs("c", 1)))
                .withMessage(message);
        ScoringFramework equal = framework(pillar("index", asIs("a", 5), asIs("b", 1), asIs("c", 1))
                .withWeighting(Weighting.equal())
                .withAggregation(choquet));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> equal.fit(unit(List.of("a", "b", "c"), 1, 2, 3)))
                .withMessage(message);
    }

    /**
     * Proportional re-weighting would leave a, of which half is missing, a third of the weight, with half an interaction of 1: a
     * score below zero. As a capacity it counts whole, and an interaction of 1 is the minimum.
     */
    @Test
    void aChildThatIsPartlyThereKeepsItsCapacity() {
        Pillar a = pillar("a", asIs("x", 1), asIs("y", 1));
        ScoringFramework framework = framework(
                        of(Aggregation.choquet(List.of(new Interaction("a", "b", 1))), a, asIs("b", 1)))
                .withMissing(MissingDataPolicy.proportional(0.1));
        assertThat(framework
                        .scoreAll(unit(List.of("x", "y", "b"), 90, Double.NaN, 10))
                        .score("u"))
                .hasValue(10);
    }

    @Test
    void meansStayBetweenTheScoresAndOfEqualScoresAreThatScore() {
        Random random = new Random(7);
        List<Double> places = new ArrayList<>(List.of(0.1, 0.2, 0.7));
        for (int run = 0; run < 300; run++) {
            double x = 100 * random.nextDouble();
            for (Aggregation mean : List.of(
                    Aggregation.arithmetic(),
                    Aggregation.geometric(1),
                    Aggregation.harmonic(1),
                    Aggregation.power(0.3, 1),
                    Aggregation.power(-7, 1),
                    Aggregation.minimum(),
                    Aggregation.orderedWeighted(ImmutableList.copyOf(places)),
                    Aggregation.choquet(SCHOOL))) {
                Pillar pillar = of(mean, asIs("m", 0.29), asIs("p", 0.29), asIs("l", 0.42));
                assertThat(score(pillar, x, x, x)).as(mean.toString()).isEqualTo(x);
                double[] s = {x, 100 * random.nextDouble(), 100 * random.nextDouble()};
                assertThat(score(pillar, s))
                        .isBetween(Math.min(s[0], Math.min(s[1], s[2])), Math.max(s[0], Math.max(s[1], s[2])));
            }
        }
    }
}
