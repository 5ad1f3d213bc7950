package io.github.statecraft.score;

import static io.github.statecraft.score.AggregationTest.asIs;
import static io.github.statecraft.score.AggregationTest.of;
import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.leaf;
import static io.github.statecraft.score.ScoreFixtures.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import io.github.statecraft.score.method.OutputRange;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Intervals of signed and reversed trees; oracle: the scores of all combinations of ends and corners, by brute force. */
class IntervalEndsTest {
    private static final double[] LOW = {20, 35, 10, 40};
    private static final double[] VALUE = {30, 50, 15, 60};
    private static final double[] HIGH = {55, 58, 45, 90};
    private static final List<String> IDS = List.of("a", "b", "c", "d");

    private static Pillar turned(Pillar pillar) {
        return pillar.withNormalisation(Normalisation.goalposts(0, 100))
                .withDirection(Direction.LOWER_IS_BETTER)
                .withRange(OutputRange.of(1, 7));
    }

    static List<Pillar> trees() {
        Indicator bent =
                leaf("c", 1).withNormalisation(Normalisation.piecewiseLinear(Map.of(0.0, 10.0, 25.0, 90.0, 60.0, 5.0)));
        Indicator lower = leaf("b", 2).withDirection(Direction.LOWER_IS_BETTER);
        Pillar inner = of(Aggregation.geometric(20), asIs("c", 1), asIs("d", 2)).withId("p");
        return List.of(
                of(Aggregation.weightedSum(), asIs("a", 1), asIs("b", -2), asIs("c", 0.5), asIs("d", -0.1)),
                of(Aggregation.weightedProduct(1), asIs("a", 1), asIs("b", -1), asIs("c", 0.5), asIs("d", -2)),
                of(Aggregation.arithmetic(), asIs("a", 1), lower, turned(inner)),
                of(
                        Aggregation.weightedSum(),
                        asIs("a", 1),
                        lower.withWeight(-2),
                        turned(inner).withWeight(-30)),
                of(Aggregation.arithmetic(), asIs("a", 1), lower, bent, asIs("d", 1)),
                of(Aggregation.weightedSum(), asIs("a", 1), asIs("b", 1), bent.withWeight(-1), asIs("d", 1)),
                of(Aggregation.minimum(), asIs("a", 1), lower, bent, asIs("d", 1)),
                of(
                        Aggregation.choquet(List.of(new Aggregation.Interaction("a", "p", 0.4))),
                        asIs("a", 1),
                        lower.withWeight(1),
                        inner.withAggregation(Aggregation.orderedWeighted(List.of(0.2, 0.8)))));
    }

    @ParameterizedTest
    @MethodSource("trees")
    void endsAreTheWorstAndBestOfAllCombinations(Pillar index) {
        ScoringFramework framework = framework(index);
        IndicatorTable.Builder known = IndicatorTable.builder().unit("u");
        IndicatorTable.Builder all = IndicatorTable.builder();
        for (int i = 0; i < 4; i++) {
            known.reading("u", IDS.get(i), reading(Estimate.range(VALUE[i], LOW[i], HIGH[i])));
        }
        for (int combination = 0; combination < 81; combination++) {
            all.unit("u" + combination);
            for (int i = 0, rest = combination; i < 4; i++, rest /= 3) {
                // the corner of the bent line lies between the ends of c
                double[] places = {LOW[i], HIGH[i], i == 2 ? 25 : VALUE[i]};
                all.value("u" + combination, IDS.get(i), places[rest % 3]);
            }
        }
        ScoreTable scores = framework.scoreAll(all.build());
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (String unit : scores.units()) {
            low = Math.min(low, scores.score(unit).orElseThrow());
            high = Math.max(high, scores.score(unit).orElseThrow());
        }
        ScoreInterval interval =
                framework.scoreAll(known.build()).scorecard("u").interval();
        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        assertThat(interval.high()).isCloseTo(high, within(1e-12));
        assertThat(interval.isComplete()).isTrue();
    }

    private static ScoreInterval ofTwo(Pillar index, Estimate a, Estimate b) {
        IndicatorTable table = IndicatorTable.builder()
                .unit("u")
                .reading("u", "a", reading(a))
                .reading("u", "b", reading(b))
                .build();
        return framework(index).scoreAll(table).scorecard("u").interval();
    }

    /** a - b is 10, and from -15 to 35: beyond goalposts that refuse it, the score of their end, as for an indicator. */
    @Test
    void aRescaledPillarReachesTheEndOfItsScale() {
        Pillar difference = of(Aggregation.weightedSum(), asIs("a", 1), asIs("b", -1))
                .withNormalisation(new Normalisation.Goalposts(-20, 20, OutOfRange.REFUSE, ""));
        ScoreInterval interval = ofTwo(difference, Estimate.range(40, 30, 50), Estimate.range(30, 15, 45));
        assertThat(interval).isEqualTo(new ScoreInterval(12.5, 100, 2, 0, 2));
    }

    /** 20 / 5 = 4, but b may be nothing: no number is the largest. */
    @Test
    void aRatioToWhatMayBeNothingHasNoKnownInterval() {
        Pillar ratio = of(Aggregation.weightedProduct(1), asIs("a", 1), asIs("b", -1));
        assertThat(ofTwo(ratio, Estimate.exactly(20), Estimate.range(5, 0, 8)))
                .isEqualTo(new ScoreInterval(4, 4, 0, 0, 2))
                .hasToString("unknown (covers 0 of 2 inputs)");
    }

    /** Trees of sums add up to the last bit, trees with geometric means to 1e-12 of the score. */
    @Test
    void pointsAddUpAsPromised() {
        Random random = new Random(20261124);
        for (int run = 0; run < 200; run++) {
            double[] x = random.doubles(4, 1, 100).toArray();
            Pillar p = of(Aggregation.arithmetic(), asIs("c", 1), asIs("d", 2)).withId("p");
            for (Aggregation outer : List.of(Aggregation.arithmetic(), Aggregation.weightedSum())) {
                Scorecard card = card(of(outer, asIs("a", 0.3), asIs("b", 1.1), p), x);
                assertThat(ExactSum.of(card.contributions().stream()
                                .mapToDouble(Contribution::points)
                                .toArray()))
                        .isEqualTo(card.score());
                assertThat(card.baseline()).isZero();
            }
            Scorecard card = card(
                    of(
                            Aggregation.geometric(7),
                            asIs("a", 0.3),
                            asIs("b", 1.1),
                            p.withAggregation(Aggregation.geometric(3))),
                    x);
            double sum = card.contributions().stream()
                    .mapToDouble(Contribution::points)
                    .sum();
            assertThat(card.baseline() + sum).isCloseTo(card.score(), within(1e-12 * Math.max(card.score(), 7)));
        }
    }

    private static Scorecard card(Pillar index, double... values) {
        return framework(index).scoreAll(ScoreFixtures.unit(IDS, values)).scorecard("u");
    }
}
