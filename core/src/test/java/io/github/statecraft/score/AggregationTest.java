package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.leaf;
import static io.github.statecraft.score.ScoreFixtures.pillar;
import static io.github.statecraft.score.ScoreFixtures.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Aggregation.OnZero;
import io.github.statecraft.score.method.Normalisation;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: scipy 1.17.1 and numpy 2.4.6, each with its call, and closed forms. */
class AggregationTest {
    private static final Percentage CLOSE = Percentage.withPercentage(1e-11);

    static Pillar of(Aggregation aggregation, IndexNode... children) {
        return Pillar.builder()
                .id("index")
                .addChildren(children)
                .aggregation(aggregation)
                .build();
    }

    static Indicator asIs(String id, double weight) {
        return leaf(id, weight).withNormalisation(Normalisation.asIs());
    }

    static double score(Pillar index, double... values) {
        List<String> columns = framework(index).columns().asList();
        return framework(index).scoreAll(unit(columns, values)).score("u").orElseThrow();
    }

    private static double ofFour(Aggregation aggregation) {
        return score(of(aggregation, leaf("a", 1), leaf("b", 2), leaf("c", 3.5), leaf("d", 0.75)), 12.5, 80, 33, 97.25);
    }

    /** x, w = [12.5, 80, 33, 97.25], [1, 2, 3.5, 0.75]: {@code gmean(x, weights=w)}, {@code hmean(x, weights=w)}. */
    @Test
    void geometricAndHarmonicMeansAreThoseOfScipy() {
        assertThat(ofFour(Aggregation.geometric(50))).isCloseTo(41.21048464307824, CLOSE);
        assertThat(ofFour(new Aggregation.Geometric(50, OnZero.ZERO))).isCloseTo(41.21048464307824, CLOSE);
        assertThat(ofFour(Aggregation.harmonic(50))).isCloseTo(33.13941998693199, CLOSE);
        assertThat(ofFour(Aggregation.arithmetic())).isCloseTo(49.78448275862069, CLOSE);
        assertThat(ofFour(Aggregation.minimum())).isEqualTo(12.5);
    }

    /** {@code pmean(x, p, weights=w)}. */
    @ParameterizedTest
    @CsvSource({
        "-20, 13.80151980787338",
        "-3, 22.769994214423846",
        "-1, 33.13941998693199",
        "-0.5, 37.00734792642333",
        "-0.001, 41.20187658605021",
        "0.001, 41.2190932141612",
        "0.5, 45.54146679325196",
        "1, 49.78448275862069",
        "2, 57.368646819765885",
        "3, 63.33075500304041",
        "10, 80.03925267768169"
    })
    void powerMeansAreThoseOfScipy(double exponent, double expected) {
        assertThat(ofFour(Aggregation.power(exponent, 50))).isCloseTo(expected, Percentage.withPercentage(1e-10));
    }

    /** M_p = G exp(p V / 2 + O(p^2)), V the weighted variance of the logarithms, here below 1; G from scipy as above. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-9, -1e-9, 1e-14, -1e-14, 1e-300, -1e-300, 4.9e-324, -4.9e-324})
    void powerMeansGoToTheGeometricMeanNearAnExponentOfZero(double exponent) {
        assertThat(ofFour(Aggregation.power(exponent, 50)))
                .isCloseTo(41.21048464307824, within(41.3 * Math.max(Math.abs(exponent), 1e-14)));
    }

    @ParameterizedTest
    @CsvSource({"-1e5, 12.5", "-1e300, 12.5", "1e5, 97.25", "1e300, 97.25"})
    void powerMeansGoToTheSmallestAndLargestFarFromZero(double exponent, double expected) {
        assertThat(ofFour(Aggregation.power(exponent, 50))).isCloseTo(expected, within(0.01));
    }

    /** Two equal weights and s = 10^-200, 10^200: 2 / (10^200 + 10^-200) and the root of their product. */
    @Test
    void meansOfVeryDifferentScoresNeitherOverflowNorVanish() {
        IndexNode[] two = {asIs("a", 1), asIs("b", 1)};
        assertThat(score(of(Aggregation.harmonic(1), two), 1e-200, 1e200)).isCloseTo(2e-200, CLOSE);
        assertThat(score(of(Aggregation.power(-2, 1), two), 1e-200, 1e200)).isCloseTo(Math.sqrt(2) * 1e-200, CLOSE);
        assertThat(score(of(Aggregation.power(2, 1), two), 1e-200, 1e200)).isCloseTo(Math.sqrt(0.5) * 1e200, CLOSE);
        assertThat(score(of(Aggregation.geometric(1), two), 1e-200, 1e200)).isCloseTo(1, CLOSE);
        // (1/2 10^0.2 + 1/2 10^-0.2)^1000
        double small = 1000 * Math.log10((Math.pow(10, 0.2) + Math.pow(10, -0.2)) / 2);
        assertThat(score(of(Aggregation.power(0.001, 1), two), 1e-200, 1e200))
                .isCloseTo(Math.pow(10, small), Percentage.withPercentage(1e-9));
        assertThat(score(of(Aggregation.weightedProduct(1), two), 1e-200, 1e200))
                .isCloseTo(1, CLOSE);
    }

    /** 40^2 x 0.5 / 8 = 100; the ratio of 7 to 7 is 1 and that of 49 to 10 the double next to 4.9. */
    @Test
    void productsTakeWeightsAsStatedAndNegativeOnesDivide() {
        IndexNode[] ratio = {asIs("a", 1), asIs("b", -1)};
        assertThat(score(of(Aggregation.weightedProduct(1), asIs("a", 2), asIs("b", 1), asIs("c", -1)), 40, 0.5, 8))
                .isCloseTo(100, CLOSE);
        for (double x : new double[] {3, 7, 49, 0.1}) {
            assertThat(score(of(Aggregation.weightedProduct(1), ratio), x, x)).isEqualTo(1);
        }
        assertThat(score(of(Aggregation.weightedProduct(1), ratio), 49, 10)).isEqualTo(4.9);
        assertThat(score(of(Aggregation.weightedProduct(1), asIs("a", 1), asIs("b", 0.5)), 0, 50))
                .isZero();
    }

    /** 1e300^2 / 1e300^1.5 = 1e150, whose numerator alone is no double. */
    @Test
    void productsMayLeaveTheRangeOfADoubleOnTheWay() {
        assertThat(score(of(Aggregation.weightedProduct(1), asIs("a", 2), asIs("b", -1.5)), 1e300, 1e300))
                .isCloseTo(1e150, Percentage.withPercentage(1e-9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(of(Aggregation.weightedProduct(1), asIs("a", 2), asIs("b", 1)), 1e300, 1))
                .withMessage("Pillar index of u: the scores of its children come to more than a double holds;"
                        + " normalise them to a smaller range");
    }

    /** 1.5 x 40 - 2 x 10 + 0.25 x 8 = 42. */
    @Test
    void sumsTakeWeightsAsStatedAndNegativeOnesSubtract() {
        assertThat(score(of(Aggregation.weightedSum(), asIs("a", 1.5), asIs("b", -2), asIs("c", 0.25)), 40, 10, 8))
                .isEqualTo(42);
        assertThat(score(of(Aggregation.weightedSum(), asIs("a", 1), asIs("b", -1)), 0.1, 0.3))
                .isEqualTo(0.1 - 0.3);
    }

    @Test
    void theMinimumPassesOverWhatHasNoWeight() {
        assertThat(score(of(Aggregation.minimum(), leaf("a", 0), leaf("b", 1e-9), leaf("c", 5)), 1, 30, 20))
                .isEqualTo(20);
    }

    static List<Aggregation> refusing() {
        return List.of(Aggregation.geometric(50), Aggregation.harmonic(50), Aggregation.power(-2, 50));
    }

    @Test
    void zeroIsRefusedWithItsPlaceOrBringsTheMeanToZero() {
        for (Aggregation mean : refusing()) {
            for (double bad : new double[] {0, -3.5}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> score(of(mean, asIs("a", 1), asIs("b", 1)), 20, bad))
                        .withMessageStartingWith("Pillar index: a ")
                        .withMessageContaining("but b of u scores " + (bad == 0 ? "0;" : "-3.5;"));
            }
            assertThat(score(of(mean, asIs("a", 1), asIs("b", 0)), 20, 0)).isCloseTo(20, CLOSE);
        }
        for (Aggregation mean : List.of(
                new Aggregation.Geometric(50, OnZero.ZERO),
                new Aggregation.Harmonic(50, OnZero.ZERO),
                new Aggregation.Power(-2, 50, OnZero.ZERO))) {
            assertThat(score(of(mean, asIs("a", 1), asIs("b", 1)), 20, 0)).isZero();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> score(of(mean, asIs("a", 1), asIs("b", 1)), 20, -1))
                    .withMessageContaining("but b of u scores -1;");
        }
        // 0 is a number like others where the exponent is positive: (1/2 20^2)^(1/2)
        assertThat(score(of(Aggregation.power(2, 50), asIs("a", 1), asIs("b", 1)), 20, 0))
                .isCloseTo(20 / Math.sqrt(2), CLOSE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(of(Aggregation.power(2, 50), asIs("a", 1), asIs("b", 1)), 20, -1))
                .withMessage("Pillar index: a power mean needs scores that are not negative, but b of u scores -1;"
                        + " give it a range above 0, or aggregate otherwise");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(of(Aggregation.weightedProduct(50), asIs("a", 1), asIs("b", -1)), 20, 0))
                .withMessage("Pillar index: what a product divides by must be positive, but b of u scores 0;"
                        + " give it a range above 0, or aggregate otherwise");
    }

    /**
     * numpy and scipy, a, b, c, d, e, f = 20, 60, 45, 90, 30, 75: {@code gmean([np.average([a, b], weights=[1, 3]), c,
     * np.average([d, e])], weights=[2, 1, 1])}; {@code hmean([gmean([a, b], weights=[1, 3]), c, gmean([d, e])], weights=[2,
     * 1, 1])}; {@code np.average([pmean([a, b], -2, weights=[1, 3]), pmean([c, d], 3), min(e, f)], weights=[1, 2, 1])};
     * {@code np.average([a, b], weights=[1, 3]) / gmean([c, d]) * 100}.
     */
    @Test
    void pillarsOfDifferentMeansNest() {
        double[] six = {20, 60, 45, 90, 30, 75};
        Pillar p = pillar("p", leaf("a", 1), leaf("b", 3)).withWeight(2);
        Pillar q = pillar("q", leaf("d", 1), leaf("e", 1));
        assertThat(score(of(Aggregation.geometric(50), p, leaf("c", 1), q), 20, 60, 45, 90, 30))
                .isCloseTo(50.97132734541367, CLOSE);
        Aggregation geometric = Aggregation.geometric(50);
        assertThat(score(
                        of(
                                Aggregation.harmonic(50),
                                p.withAggregation(geometric),
                                leaf("c", 1),
                                q.withAggregation(geometric)),
                        20,
                        60,
                        45,
                        90,
                        30))
                .isCloseTo(46.87333473673512, CLOSE);
        Pillar cd = pillar("q", leaf("c", 1), leaf("d", 1));
        assertThat(score(
                        of(
                                Aggregation.arithmetic(),
                                p.withAggregation(Aggregation.power(-2, 50)).withWeight(1),
                                cd.withAggregation(Aggregation.power(3, 50)).withWeight(2),
                                pillar("r", leaf("e", 1), leaf("f", 1)).withAggregation(Aggregation.minimum())),
                        six))
                .isCloseTo(53.30693558790893, CLOSE);
        assertThat(score(
                        of(
                                Aggregation.weightedProduct(1),
                                p.withWeight(1),
                                cd.withAggregation(geometric).withWeight(-1)),
                        20,
                        60,
                        45,
                        90))
                .isCloseTo(0.7856742013183862, CLOSE);
    }
}
