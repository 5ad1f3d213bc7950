package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import io.github.statecraft.robustness.WeightFlip.Norm;
import io.github.statecraft.score.method.Aggregation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who is first where scores are of very different sizes. Oracles: cases solved by hand, and the exact answers of
 * {@link PossibleRanks} and {@link FirstRankShares}, which come from another method.
 */
class ScalesOfScoresTest {
    private static final double CLOSE = 1e-9;

    private static WeightSpace space(Aggregation aggregation, double[]... rows) {
        Criteria.Builder criteria = Criteria.builder().aggregation(aggregation);
        for (int i = 0; i < rows[0].length; i++) {
            criteria.criteria("c" + i);
        }
        for (int unit = 0; unit < rows.length; unit++) {
            criteria.unit("u" + unit, rows[unit]);
        }
        return WeightSpace.of(criteria.build());
    }

    private static WeightSpace space(double[]... rows) {
        return space(new Aggregation.Arithmetic(), rows);
    }

    private static double[] row(double... scores) {
        return scores;
    }

    /** By hand: u1 leads u0 by -0.1 on c0, and by 0.4 and 0.2 on the others; by the most with all weight on c1. */
    @Test
    void findsBestWeightsBesideAnOutlier() {
        WeightSpace space = space(row(.8, .3, .4), row(.7, .7, .6), row(-1e7, -3e7, -2e7));
        assertThat(space.bestWeights("u1").orElseThrow().get("c1")).isCloseTo(1, within(CLOSE));
        assertThat(space.potentiallyOptimal()).containsExactly("u0", "u1");
    }

    /** By hand: u0 has 1 - w, u1 w and u2 0.6: u0 leads from 0.6 of c1, stated 0.5. */
    @ParameterizedTest
    @EnumSource(Norm.class)
    void findsTheNearestLeadBesideAnOutlier(Norm norm) {
        WeightSpace space = space(row(0, 1), row(1, 0), row(.6, .6), row(-1e9, -1e9));
        ImmutableMap<String, Double> lead =
                space.nearestLead("u0", norm).orElseThrow().weights();
        assertThat(lead.get("c1")).isCloseTo(0.6, within(CLOSE));
        assertThat(space.bestWeights("u0").orElseThrow().get("c1")).isCloseTo(1, within(CLOSE));
    }

    /** By hand: u1 is ahead of u0 on every criterion, and of u2. */
    @Test
    void leavesOutWhoIsBehindEverywhere() {
        WeightSpace space = space(row(10, 10, 10), row(11, 11, 11), row(5, -3e10, 5));
        assertThat(space.potentiallyOptimal()).containsExactly("u1");
        assertThat(space.bestWeights("u0")).isEmpty();
        assertThat(space.bestWeights("u2")).isEmpty();
    }

    /** By hand: u0 is first with all weight on c0, u1 on c2; u2 and u3 are behind u0 on every criterion. */
    @Test
    void listsWhoIsFirstBesideAnOutlier() {
        WeightSpace space = space(row(.7, .6, .2), row(.5, .4, .9), row(0, 0, 0), row(-1e6, -3e6, -2e6));
        assertThat(space.potentiallyOptimal()).containsExactly("u0", "u1");
    }

    /** By hand: with all weight on c1 u0 has 87, the others 81, 65, 65 and 50; on c0 u2 has 84, on c2 u1 66. */
    @Test
    void answersUnderAHarmonicMeanWithAScoreNearZero() {
        WeightSpace space = space(
                new Aggregation.Harmonic(1, Aggregation.OnZero.REFUSE),
                row(80, 87, 49),
                row(80, 81, 66),
                row(84, 65, 48),
                row(54, 65, 65),
                row(.0001, 50, 60));
        assertThat(space.potentiallyOptimal()).containsExactly("u0", "u1", "u2");
        assertThat(space.bestWeights("u0")).isPresent();
    }

    /**
     * By hand, with u the last digit of 1: u1 is behind u0 by u (w0 + 6 w2) / 2 and ahead of u2 by u (-w0 / 2 + w1 - w2); where
     * w2 is positive it is behind u0.
     */
    @Test
    void seesTheLastDigit() {
        double u = 0x1p-52;
        WeightSpace space = space(row(1, 1 + 2 * u, 1 + 2 * u), row(1 - u / 2, 1 + 2 * u, 1 - u), row(1 - u, 1 + u, 1))
                .within(WeightSet.atLeast(Map.of("c2", .125)));
        assertThat(space.potentiallyOptimal()).containsExactly("u0");
        assertThat(space.bestWeights("u1")).isEmpty();
    }

    /** The same answers with more criteria than are decided exactly: further ones on which all have the same score. */
    @Test
    void answersBesideAnOutlierWithManyCriteria() {
        WeightSpace space =
                space(many(.8, .3, .4, 0), many(.7, .7, .6, 0), many(-1e7, -3e7, -2e7, -1e7), many(.75, .4, .45, -1));
        assertThat(space.potentiallyOptimal()).containsExactly("u0", "u1");
        // u1 leads u0 by 0.4 and u3 by 0.3 on c1; by 0.2 and 0.15 on c2; by 0 and 1 on the others
        assertThat(space.bestWeights("u1").orElseThrow().get("c1")).isGreaterThan(0.9);
        assertThat(space.nearestLead("u0", Norm.EUCLIDEAN)).isPresent();
    }

    private static double[] many(double a, double b, double c, double others) {
        return DoubleStream.concat(
                        DoubleStream.of(a, b, c),
                        DoubleStream.generate(() -> others).limit(7))
                .toArray();
    }

    @Test
    void refusesStatedWeightsWhoseSumIsNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.builder()
                        .criterion("p", 1e308)
                        .criterion("q", 1e308)
                        .unit("A", 1, 2)
                        .build())
                .withMessageContaining("the sum of weights must be finite");
    }

    /** Over tables with an outlier from 1e3 to 1e12, whole or in one criterion, or with a harmonic mean of a score near zero. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void agreesWithExactRanksAndShares(int seed) {
        Random random = new Random(seed);
        int leads = 0;
        int notNearest = 0;
        for (int run = 0; run < 100; run++) {
            WeightSpace space = draw(random);
            PossibleRanks ranks = space.possibleRanks();
            FirstRankShares shares = space.firstRankShares();
            List<String> first = space.criteria().units().stream()
                    .filter(unit -> ranks.best(unit) == 1)
                    .toList();
            assertThat(space.potentiallyOptimal())
                    .as(space.criteria().toString())
                    .containsExactlyElementsOf(first);
            double[] stated = space.criteria().statedWeights();
            for (String unit : space.criteria().units()) {
                Optional<ImmutableMap<String, Double>> best = space.bestWeights(unit);
                assertThat(best.isPresent()).isEqualTo(first.contains(unit));
                best.ifPresent(
                        weights -> assertThat(lag(space, unit, values(weights))).isLessThan(1));
                if (lag(space, unit, stated) > 1) {
                    for (Norm norm : Norm.values()) {
                        Optional<WeightFlip> lead = space.nearestLead(unit, norm);
                        assertThat(lead.isPresent()).isEqualTo(shares.share(unit) > 0);
                        if (lead.isPresent()) {
                            leads++;
                            assertThat(lag(
                                            space,
                                            unit,
                                            values(lead.orElseThrow().weights())))
                                    .isBetween(-1.0, 1.0);
                            boolean isNearest = lead.orElseThrow().isNearest();
                            notNearest += isNearest ? 0 : 1;
                            assertThat(lead.orElseThrow().toString().contains("Nearer weights may exist"))
                                    .isNotEqualTo(isNearest);
                        }
                    }
                }
            }
        }
        assertThat(leads).isGreaterThan(200);
        // beside outliers up to 1e12 times the rest the programmes fail here and there
        assertThat(notNearest).isBetween(1, leads / 2);
    }

    private static WeightSpace draw(Random random) {
        int n = 2 + random.nextInt(4);
        double[][] rows = new double[3 + random.nextInt(6)][n];
        boolean isHarmonic = random.nextInt(3) == 0;
        for (double[] row : rows) {
            for (int i = 0; i < n; i++) {
                row[i] = isHarmonic ? 20 + 80 * random.nextDouble() : random.nextDouble();
            }
        }
        double[] last = rows[rows.length - 1];
        int only = random.nextInt(2 * n);
        double size = StrictMath.pow(10, 3 + 9 * random.nextDouble());
        for (int i = 0; i < n; i++) {
            if (only >= n || only == i) {
                last[i] = isHarmonic
                        ? StrictMath.pow(10, -2 - 6 * random.nextDouble())
                        : -size * (1 + 2 * random.nextDouble());
            }
        }
        WeightSpace space = space(
                isHarmonic ? new Aggregation.Harmonic(1, Aggregation.OnZero.REFUSE) : new Aggregation.Arithmetic(),
                rows);
        return switch (random.nextInt(3)) {
            case 0 -> space.within(WeightSet.atLeast(Map.of("c0", 0.1, "c1", 0.2)));
            case 1 -> space.within(WeightSet.between(Map.of(), Map.of("c0", 0.7, "c1", 0.8)));
            default -> space;
        };
    }

    private static double[] values(ImmutableMap<String, Double> weights) {
        return weights.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * How far the best other is ahead, in 1e-9 of the compared scores. Weights are doubles that sum to 1, so what a rival's
     * difference on a criterion makes of the last digits of 1 is allowed beside.
     */
    private static double lag(WeightSpace space, String unit, double[] weights) {
        double[][] linear = space.criteria().linear();
        double[] own = linear[space.criteria().row(unit)];
        double most = Double.NEGATIVE_INFINITY;
        for (double[] rival : linear) {
            if (rival != own) {
                double ahead = 0;
                double scores = 0;
                double largest = 0;
                for (int i = 0; i < own.length; i++) {
                    ahead += (rival[i] - own[i]) * weights[i];
                    scores += (Math.abs(rival[i]) + Math.abs(own[i])) * weights[i];
                    largest = Math.max(largest, Math.abs(rival[i] - own[i]));
                }
                most = Math.max(most, ahead / (1e-9 * scores + 1e-14 * largest));
            }
        }
        return most;
    }
}
