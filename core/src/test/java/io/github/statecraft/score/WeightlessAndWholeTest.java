package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gaps below pillars without weight and below aggregations that need every child, and other corners. Closed forms. */
class WeightlessAndWholeTest {
    private static Indicator leaf(String id, double weight) {
        return Indicator.of(id, Normalisation.goalposts(0, 100)).withWeight(weight);
    }

    private static Pillar pillar(String id, Aggregation aggregation, IndexNode... children) {
        return Pillar.builder()
                .id(id)
                .aggregation(aggregation)
                .addChildren(children)
                .build();
    }

    private static IndicatorTable unit(String column, double value, Object... more) {
        IndicatorTable.Builder table = IndicatorTable.builder().unit("u").value("u", column, value);
        for (int i = 0; i < more.length; i += 2) {
            table.value("u", (String) more[i], ((Number) more[i + 1]).doubleValue());
        }
        return table.build();
    }

    /** a = 60 is known, b is imputed by 40: nothing is missing for the pillar, so it is the plain average or sum. */
    @Test
    void gapsAreNotSharedWhereEveryChildIsThere() {
        Indicator b = leaf("b", 1).withImputation(Imputation.statedValue(40, "for the test"));
        IndicatorTable data =
                unit("a", 60).withColumns(ImmutableMap.of("a", 0, "b", 1), new double[][] {{60}, {Double.NaN}});
        for (Aggregation aggregation :
                List.of(Aggregation.orderedWeighted(List.of(0.5, 0.5)), Aggregation.weightedSum())) {
            double expected = aggregation instanceof Aggregation.WeightedSum ? 100 : 50;
            assertThat(framework(pillar("p", aggregation, leaf("a", 1), b))
                            .withMissing(MissingDataPolicy.proportional(0.1))
                            .scoreAll(data)
                            .score("u"))
                    .hasValue(expected);
        }
    }

    /** A quarter of the weight below the pillar is known, whatever the pillar itself weighs: too little for 90 %. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void aPillarWithoutWeightIsAskedForItsOwnWeight(double weight) {
        Pillar in = pillar("in", Aggregation.arithmetic(), leaf("a", 1), leaf("b", 3))
                .withMissing(MissingDataPolicy.reweight(0.9, MissingDataPolicy.Scope.OVERALL))
                .withWeight(weight);
        ScoringFramework framework = framework(
                        pillar("p", Aggregation.orderedWeighted(List.of(0.5, 0.5)), leaf("c", 1), in))
                .withMissing(MissingDataPolicy.reweight(0.1, MissingDataPolicy.Scope.OVERALL));
        IndicatorTable data = unit("a", 60, "c", 20)
                .withColumns(ImmutableMap.of("a", 0, "b", 1, "c", 2), new double[][] {{60}, {Double.NaN}, {20}});
        assertThat(framework.scoreAll(data).score("u", "in")).isEmpty();
        assertThat(framework.scoreAll(data).score("u")).isEmpty();
    }

    /** x1 = (60, missing) with weights 1 and 3, d = 0: by definition (60/4) / (1/4 + 1) = 12, with or without a weight above. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void gapsAreSharedBelowAPillarWithoutWeightToo(double weight) {
        Pillar x1 = pillar("x1", Aggregation.arithmetic(), leaf("a", 1), leaf("b", 3));
        Pillar in = pillar("in", Aggregation.arithmetic(), x1, leaf("d", 1)).withWeight(weight);
        ScoringFramework framework = framework(pillar("p", Aggregation.arithmetic(), in, leaf("c", 1)))
                .withMissing(MissingDataPolicy.proportional(0.1));
        IndicatorTable data = unit("a", 60)
                .withColumns(
                        ImmutableMap.of("a", 0, "b", 1, "c", 2, "d", 3),
                        new double[][] {{60}, {Double.NaN}, {20}, {0}});
        assertThat(framework.scoreAll(data).score("u", "in").orElseThrow()).isCloseTo(12, within(1e-13));
    }

    /** A score of a hundredth of an ulp weighs next to nothing: the weights are those of zero. */
    @Test
    void entropyTakesScoresNextToZero() {
        double[] b = {10, 50, 80};
        double[] zero = DataWeights.entropy(new double[][] {{0, 50, 70}, b});
        double[] tiny = DataWeights.entropy(new double[][] {{5e-17, 50, 70}, b});
        double[] smallest = DataWeights.entropy(new double[][] {{Double.MIN_VALUE, 50, 70}, b});
        assertThat(tiny).containsExactly(zero, within(1e-15));
        assertThat(smallest).containsExactly(zero, within(1e-15));
    }

    /** A rank moves by whole places, so what is added up must not depend on the last bit of what is ranked. */
    @Test
    void contributionsBelowARankAddUp() {
        Pillar in = Pillar.builder()
                .id("in")
                .normalisation(Normalisation.rank(Normalisation.EqualValues.LOWEST))
                .addChildren(leaf("a", 1), leaf("b", 2), leaf("c", 3))
                .build();
        ScoringFramework framework = framework(pillar("p", Aggregation.arithmetic(), in));
        IndicatorTable.Builder table = IndicatorTable.builder();
        double[][] values = {{23.0, 25.8, 53.5}, {91.8, 7.6, 42.7}};
        for (int unit = 0; unit < 2; unit++) {
            table.unit("u" + unit);
            for (int column = 0; column < 3; column++) {
                table.value("u" + unit, List.of("a", "b", "c").get(column), values[unit][column]);
            }
        }
        ScoreTable scores = framework.scoreAll(table.build());
        for (String unit : scores.units()) {
            Scorecard card = scores.scorecard(unit);
            double sum = ExactSum.of(DoubleStream.concat(
                            DoubleStream.of(card.baseline()),
                            card.contributions().stream().mapToDouble(Contribution::points))
                    .toArray());
            assertThat(sum).isCloseTo(card.score(), within(1e-12));
            assertThat(card.toString()).contains("score");
        }
    }
}
