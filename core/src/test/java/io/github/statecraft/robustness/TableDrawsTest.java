package io.github.statecraft.robustness;

import static io.github.statecraft.robustness.UncertainTables.framework;
import static io.github.statecraft.robustness.UncertainTables.leaf;
import static io.github.statecraft.robustness.UncertainTables.normal;
import static io.github.statecraft.robustness.UncertainTables.range;
import static io.github.statecraft.robustness.UncertainTables.reading;
import static io.github.statecraft.robustness.UncertainTables.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.internal.work.RandomBits;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutputRange;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.junit.jupiter.api.Test;

class TableDrawsTest {
    private static final int DRAWS = 20_000;

    private static double[] sample(TableDraws draws, ToDoubleFunction<IndicatorTable> of) {
        return IntStream.range(0, DRAWS)
                .mapToDouble(draw -> of.applyAsDouble(draws.table(RandomBits.of(7, draw))))
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }

    /** Of the mean, the tests take five standard errors; of the variance, those of a normal sample, sqrt(2 / n). */
    private static void assertMoments(double[] sample, double mean, double variance) {
        assertThat(mean(sample)).isCloseTo(mean, within(5 * StrictMath.sqrt(variance / DRAWS)));
        assertThat(variance(sample)).isCloseTo(variance, within(5 * variance * StrictMath.sqrt(2.0 / DRAWS)));
    }

    @Test
    void drawsReadingsFromTheirDistributions() {
        // moments of commons-statistics 1.3: NormalDistribution and TriangularDistribution; a 90 % interval has
        // half-width
        // z(0.95) standard deviations
        IndicatorTable table =
                UncertainTables.duel(List.of(normal(50, 8), unknown(30)), List.of(range(10, 20, 60), unknown(40)));
        TableDraws draws = TableDraws.of(framework(leaf("a", 1), leaf("b", 1)).scoreAll(table));
        double deviation = 8 / NormalDistribution.of(0, 1).inverseCumulativeProbability(0.95);
        assertMoments(sample(draws, t -> t.value("x", "a").orElseThrow()), 50, deviation * deviation);
        TriangularDistribution triangle = TriangularDistribution.of(10, 20, 60);
        assertMoments(sample(draws, t -> t.value("y", "a").orElseThrow()), triangle.getMean(), triangle.getVariance());
        assertThat(sample(draws, t -> t.value("x", "b").orElseThrow())).containsOnly(30);
    }

    @Test
    void drawsCellsIndependently() {
        IndicatorTable table =
                UncertainTables.duel(List.of(normal(50, 8), normal(30, 4)), List.of(normal(40, 2), unknown(40)));
        TableDraws draws = TableDraws.of(framework(leaf("a", 1), leaf("b", 1)).scoreAll(table));
        double z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.95);
        // variances of independent terms add up: 8^2 + 4^2 + 2^2 over z^2
        double[] sums = sample(
                draws,
                t -> t.value("x", "a").orElseThrow()
                        + t.value("x", "b").orElseThrow()
                        - t.value("y", "a").orElseThrow());
        assertMoments(sums, 40, 84 / (z * z));
    }

    @Test
    void countsWhatIsCoveredAndWhatIsJudgement() {
        IndicatorTable table = IndicatorTable.builder()
                .unit("x")
                .unit("bloc", "bloc", false)
                .reading("x", "a", normal(50, 8))
                .reading("x", "b", reading(Estimate.exactly(3), Unit.COUNT))
                .value("x", "c", 7)
                .reading("bloc", "a", normal(5, 1))
                .build();
        ScoreTable scored = framework(leaf("a", 1), leaf("b", 1), leaf("c", 1)).scoreAll(table);
        TableDraws draws = TableDraws.of(scored);
        assertThat(draws.inputs()).isEqualTo(3);
        assertThat(draws.covered()).isEqualTo(2);
        assertThat(draws.judged()).isZero();
        assertThat(draws.uncertain()).extracting(Datum::indicator).containsExactly("a");
        assertThat(CriteriaDraws.of(scored, Criteria.of(scored)))
                .asString()
                .startsWith("covers 2 of 3 inputs; what the others would add is not known; ");
        assertThat(sample(draws, t -> t.value("bloc", "a").orElseThrow())).containsOnly(5);
    }

    @Test
    void drawsASharedDenominatorOnce() {
        // a / d and b / d with a = b: the two scores are equal in every draw, whatever d is
        Denomination perHead = Denomination.per("d", 1, "per d");
        ScoreTable scored = framework(
                        leaf("a", 1).withDenomination(perHead), leaf("b", 1).withDenomination(perHead))
                .scoreAll(IndicatorTable.builder()
                        .unit("x")
                        .value("x", "a", 12)
                        .value("x", "b", 12)
                        .reading("x", "d", reading(Estimate.range(2, 1, 4), Unit.COUNT))
                        .build());
        TableDraws draws = TableDraws.of(scored);
        for (int draw = 0; draw < 50; draw++) {
            ScoreTable drawn = scored.supposing(draws.table(RandomBits.of(1, draw)));
            assertThat(drawn.score("x", "a")).isEqualTo(drawn.score("x", "b")).isNotEqualTo(scored.score("x", "a"));
        }
        assertThat(draws.inputs()).isEqualTo(3);
    }

    @Test
    void fitsAnewWhatWasFittedToTheTable() {
        // min-max of two units: the larger scores 100 and the smaller 0 in every draw, though both move
        Indicator minMax = Indicator.of("a", Normalisation.minMax());
        IndicatorTable table = UncertainTables.duel(List.of(normal(50, 8)), List.of(normal(40, 8)));
        ScoreTable own = framework(minMax).scoreAll(table);
        assertThat(own.isOwnReference()).isTrue();
        TableDraws refitted = TableDraws.of(own);
        for (int draw = 0; draw < 50; draw++) {
            ScoreTable drawn = own.supposing(refitted.table(RandomBits.of(1, draw)));
            assertThat(List.of(drawn.score("x").orElseThrow(), drawn.score("y").orElseThrow()))
                    .containsExactlyInAnyOrder(0.0, 100.0);
        }
        assertThat(CriteriaDraws.of(own, Criteria.of(own))).asString().contains("fitted anew");
    }

    @Test
    void leavesFrozenWhatWasFittedElsewhere() {
        Indicator minMax = Indicator.of("a", Normalisation.minMax());
        IndicatorTable reference = IndicatorTable.builder()
                .unit("r")
                .unit("s")
                .value("r", "a", 0)
                .value("s", "a", 200)
                .build();
        ScoreTable frozen = framework(minMax)
                .fit(reference)
                .scoreAll(UncertainTables.duel(List.of(normal(50, 8)), List.of(normal(40, 8))));
        assertThat(frozen.isOwnReference()).isFalse();
        TableDraws draws = TableDraws.of(frozen, List.of("x"));
        ScoreTable drawn = frozen.supposing(draws.table(RandomBits.of(1, 3)));
        assertThat(drawn.units()).containsExactly("x");
        // by hand: a value a scores 100 a / 200
        assertThat(drawn.score("x").orElseThrow())
                .isCloseTo(drawn.table().value("x", "a").orElseThrow() / 2, within(1e-12));
    }

    @Test
    void fillsTheLinearFormOfCriteria() {
        Pillar geometric = Pillar.builder()
                .id("index")
                .addChildren(
                        Pillar.builder()
                                .id("p")
                                .addChildren(leaf("a", 1), leaf("b", 3))
                                .build(),
                        leaf("c", 1))
                .aggregation(Aggregation.geometric(1))
                .build();
        ScoreTable scored = framework(geometric)
                .scoreAll(UncertainTables.duel(
                        List.of(range(10, 20, 30), unknown(40), unknown(50)),
                        List.of(unknown(10), range(30, 40, 50), unknown(60))));
        Criteria criteria = Criteria.of(scored);
        CriteriaDraws draws = CriteriaDraws.of(scored, criteria);
        IndicatorTable table = draws.draws().table(RandomBits.of(5, 0));
        double[][] linear = new double[2][2];
        draws.draw(RandomBits.of(5, 0), linear);
        // by hand: ln((a + 3 b) / 4) and ln(c)
        double a = table.value("x", "a").orElseThrow();
        double b = table.value("y", "b").orElseThrow();
        assertThat(linear[0][0]).isCloseTo(StrictMath.log((a + 120) / 4), within(1e-14));
        assertThat(linear[1][0]).isCloseTo(StrictMath.log((10 + 3 * b) / 4), within(1e-14));
        assertThat(linear[0][1]).isCloseTo(StrictMath.log(50), within(1e-14));
        assertThat(linear[1][1]).isCloseTo(StrictMath.log(60), within(1e-14));
    }

    @Test
    void leavesGapsWhereTheyAre() {
        IndicatorTable table = IndicatorTable.builder()
                .unit("x")
                .unit("y")
                .reading("x", "a", normal(50, 8))
                .reading("x", "b", normal(50, 8))
                .reading("y", "a", normal(40, 8))
                .build();
        ScoreTable scored = framework(leaf("a", 1), leaf("b", 1))
                .withMissing(MissingDataPolicy.proportional(0.3))
                .scoreAll(table);
        Criteria criteria = Criteria.of(scored);
        double[][] linear = new double[2][2];
        CriteriaDraws.of(scored, criteria).draw(RandomBits.of(5, 0), linear);
        assertThat(linear[1][1]).isNaN();
        assertThat(linear[1][0]).isNotNaN();
    }

    @Test
    void bringsDrawsBeyondGoalpostsThatRefuseToTheirEnds() {
        // the 5 % quantile is 2 below the goalpost: in a large part of the draws the score is exactly 0, and never less
        Indicator strict = Indicator.of("a", Normalisation.goalposts(0, 100));
        ScoreTable scored =
                framework(strict).scoreAll(UncertainTables.duel(List.of(normal(1, 3)), List.of(normal(99, 3))));
        TableDraws draws = TableDraws.of(scored);
        double[] scores = IntStream.range(0, 500)
                .mapToDouble(draw -> scored.supposing(draws.table(RandomBits.of(3, draw)))
                        .score("x")
                        .orElseThrow())
                .toArray();
        assertThat(scores).contains(0.0);
        assertThat(Arrays.stream(scores).min()).hasValue(0);
    }

    @Test
    void refusesADrawThatALogarithmHasNoValueFor() {
        Pillar geometric = Pillar.builder()
                .id("index")
                .addChildren(Indicator.of("a", Normalisation.goalposts(0, 100)), leaf("b", 1))
                .aggregation(Aggregation.geometric(1))
                .build();
        ScoreTable scored = framework(geometric)
                .scoreAll(UncertainTables.duel(List.of(normal(1, 3), unknown(4)), List.of(normal(50, 3), unknown(4))));
        CriteriaDraws draws = CriteriaDraws.of(scored, Criteria.of(scored));
        double[][] linear = new double[2][2];
        assertThatThrownBy(() -> {
                    for (int draw = 0; draw < 100; draw++) {
                        draws.draw(RandomBits.of(3, draw), linear);
                    }
                })
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("In a draw of the data: ")
                .hasMessageContaining("a of 'x' is 0; give it a range above 0");
        OutputRange positive = OutputRange.of(1, 100);
        ScoreTable above = framework(geometric.withChildren(
                        Indicator.of("a", Normalisation.goalposts(0, 100)).withRange(positive), leaf("b", 1)))
                .scoreAll(scored.table());
        CriteriaDraws drawsAbove = CriteriaDraws.of(above, Criteria.of(above));
        for (int draw = 0; draw < 100; draw++) {
            drawsAbove.draw(RandomBits.of(3, draw), linear);
            assertThat(linear[0][0]).isGreaterThanOrEqualTo(0);
        }
    }
}
