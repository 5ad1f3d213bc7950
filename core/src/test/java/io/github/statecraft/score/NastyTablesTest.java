package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.MethodExamples;
import io.github.statecraft.Serialisation;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutputRange;
import io.github.statecraft.score.method.Weighting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every aggregation and weighting, with and without a rescaling, on tables that nobody wants: either all that comes out is a
 * number, or an IllegalArgumentException names a pillar or indicator. A property; no expected value is needed.
 */
class NastyTablesTest {
    private static final double NONE = Double.NaN;

    private static Map<String, double[][]> tables() {
        Map<String, double[][]> tables = new LinkedHashMap<>();
        tables.put("empty", new double[0][]);
        tables.put("one unit", new double[][] {{20, 60}});
        tables.put("one unit without values", new double[][] {{NONE, NONE}});
        tables.put("all missing", new double[][] {{NONE, NONE}, {NONE, NONE}, {NONE, NONE}});
        tables.put("a pillar without values", new double[][] {{20, NONE}, {40, NONE}, {70, NONE}});
        tables.put("gaps", new double[][] {{20, NONE}, {NONE, 30}, {70, 20}, {15, 80}});
        tables.put("usual", new double[][] {{20, 60}, {45, 30}, {70, 20}, {15, 80}});
        tables.put("constant", new double[][] {{20, 60}, {20, 60}, {20, 60}});
        tables.put("one constant", new double[][] {{20, 60}, {20, 40}, {20, 70}});
        tables.put("constant but for rounding", new double[][] {{0.1 + 0.2, 60}, {0.3, 40}, {0.3, 70}});
        tables.put("twice the same", new double[][] {{20, 20}, {40, 40}, {70, 70}});
        tables.put("exactly opposed", new double[][] {{20, 80}, {40, 60}, {70, 30}});
        tables.put("uncorrelated", new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        tables.put("zeros", new double[][] {{0, 0}, {0, 0}, {0, 0}});
        tables.put("one zero", new double[][] {{0, 50}, {20, 0}, {30, 30}});
        tables.put("all peers zero on a child", new double[][] {{0, 50}, {0, 20}, {0, 30}});
        tables.put("negative", new double[][] {{-20, -60}, {-45, -30}, {-70, -20}});
        tables.put("mixed signs", new double[][] {{-20, 60}, {45, -30}, {70, 20}});
        tables.put("huge", new double[][] {{1e300, 2e300}, {3e300, 1e299}, {2e300, 5e300}});
        tables.put(
                "largest",
                new double[][] {{Double.MAX_VALUE, -Double.MAX_VALUE}, {-Double.MAX_VALUE, Double.MAX_VALUE}, {0, 1}});
        tables.put("all largest", new double[][] {
            {Double.MAX_VALUE, Double.MAX_VALUE}, {Double.MAX_VALUE, 1e308}, {1e308, Double.MAX_VALUE}
        });
        tables.put("tiny", new double[][] {{1e-300, 2e-300}, {3e-300, 1e-300}, {2e-300, 5e-300}});
        tables.put("smallest", new double[][] {
            {Double.MIN_VALUE, 2 * Double.MIN_VALUE}, {3 * Double.MIN_VALUE, Double.MIN_VALUE}, {0, Double.MIN_NORMAL}
        });
        tables.put("huge and tiny", new double[][] {{1e300, 1e-300}, {1e-300, 1e300}, {1, 1}});
        tables.put("far apart", new double[][] {{1e-300, 1}, {1e300, 2}, {5, 3}, {1, -0.0}});
        return tables;
    }

    private static IndicatorTable table(double[][] rows) {
        IndicatorTable.Builder table =
                IndicatorTable.builder().indicator("a").indicator("b").indicator("c");
        for (int row = 0; row < rows.length; row++) {
            table.unit("u" + row, "u" + row, row != 3);
            for (int i = 0; i < 2; i++) {
                if (!Double.isNaN(rows[row][i])) {
                    table.value("u" + row, i == 0 ? "a" : "b", rows[row][i]);
                }
            }
            table.value("u" + row, "c", 10 + row);
        }
        return table.build();
    }

    private static List<Optional<Normalisation>> rescalings() {
        return List.of(
                Optional.empty(),
                Optional.of(Normalisation.minMax()),
                Optional.of(Normalisation.zScore()),
                Optional.of(Normalisation.rank(Normalisation.EqualValues.MEAN)),
                Optional.of(Normalisation.percentileRank(Normalisation.PercentileForm.INCLUSIVE)),
                Optional.of(Normalisation.goalposts(0, 100)));
    }

    static List<Pillar> pillars() {
        List<Pillar> pillars = new ArrayList<>();
        List<Aggregation> aggregations = new ArrayList<>(MethodExamples.aggregations("a", "b"));
        aggregations.add(Aggregation.power(1e-9, 50));
        aggregations.add(Aggregation.power(-1e9, 50));
        aggregations.add(new Aggregation.Power(-0.5, 50, Aggregation.OnZero.ZERO));
        for (Aggregation aggregation : aggregations) {
            boolean signed = aggregation instanceof Aggregation.WeightedSum
                    || aggregation instanceof Aggregation.WeightedProduct;
            for (Optional<Normalisation> rescaling : rescalings()) {
                pillars.add(pillar(aggregation, Weighting.stated(), rescaling, 1));
                if (signed) {
                    pillars.add(pillar(aggregation, Weighting.stated(), rescaling, -1));
                }
            }
        }
        for (Weighting weighting : MethodExamples.weightings(ImmutableList.of("a", "b"))) {
            for (Optional<Normalisation> rescaling : rescalings()) {
                pillars.add(pillar(Aggregation.arithmetic(), weighting, rescaling, 1));
            }
        }
        return pillars;
    }

    private static Pillar pillar(
            Aggregation aggregation, Weighting weighting, Optional<Normalisation> rescaling, double second) {
        boolean maps = rescaling.isPresent() && rescaling.get() instanceof Normalisation.Goalposts;
        return Pillar.builder()
                .id("p")
                .aggregation(aggregation)
                .weighting(weighting)
                .normalisation(rescaling)
                .direction(maps ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER)
                .range(maps ? OutputRange.of(1, 7) : OutputRange.HUNDRED)
                .addChildren(AggregationTest.asIs("a", 1), AggregationTest.asIs("b", second))
                .build();
    }

    @ParameterizedTest
    @MethodSource("pillars")
    void givesNumbersOrSaysWhatIsWrong(Pillar pillar) {
        List<MissingDataPolicy> policies = List.of(
                MissingDataPolicy.strict(),
                MissingDataPolicy.reweight(0.1, MissingDataPolicy.Scope.OVERALL),
                MissingDataPolicy.proportional(0.1),
                MissingDataPolicy.statedScore(0, ""));
        tables().forEach((name, rows) -> {
            for (MissingDataPolicy policy : policies) {
                for (Pillar index : List.of(
                        pillar,
                        ScoreFixtures.pillar("index", pillar, ScoreFixtures.leaf("c", 1)),
                        AggregationTest.of(Aggregation.harmonic(5), pillar, ScoreFixtures.leaf("c", 1)))) {
                    check(name, framework(index).withMissing(policy), table(rows));
                }
            }
        });
    }

    private static void check(String name, ScoringFramework framework, IndicatorTable table) {
        ScoreTable scores;
        try {
            scores = framework.scoreAll(table);
        } catch (RuntimeException e) {
            assertIsClear(name, e);
            return;
        }
        assertThat(scores.toString()).as(name).doesNotContain("NaN", "Infinity");
        scores.fitted().weights().values().forEach(weight -> assertThat(weight).isFinite());
        for (String unit : scores.units()) {
            assertThat(scores.score(unit).orElseThrow()).as(name).isFinite();
            try {
                Scorecard card = scores.scorecard(unit);
                card.contributions()
                        .forEach(c -> assertThat(c.points()).as(name + ", " + c).isFinite());
                assertThat(card + "\n" + card.explain()).as(name).doesNotContain("NaN", "Infinity");
            } catch (RuntimeException e) {
                assertIsClear(name, e);
            }
        }
    }

    private static void assertIsClear(String name, RuntimeException e) {
        assertThat(e).as(name).isExactlyInstanceOf(IllegalArgumentException.class);
        assertThat(e.getMessage())
                .as(name)
                .containsPattern("Pillar (p|index)|pillar p|Indicator [ab]|of Pillar p|Scorecard of");
        assertThat(e.getMessage()).as(name).doesNotContain("NaN", "null", "ExactSum", "Optional");
    }

    @Test
    void whatIsScoredIsTheSameAfterWritingAndReading() {
        IndicatorTable usual = table(tables().get("usual"));
        for (Pillar pillar : pillars()) {
            ScoreTable scores;
            try {
                scores = framework(pillar).scoreAll(usual);
            } catch (IllegalArgumentException e) {
                continue;
            }
            ScoreTable again = (ScoreTable) Serialisation.copy(scores);
            assertThat(again).isEqualTo(scores);
            assertThat(again.fitted().fingerprint()).isEqualTo(scores.fitted().fingerprint());
            usual.units().forEach(unit -> assertThat(again.score(unit)).isEqualTo(scores.score(unit)));
        }
    }
}
