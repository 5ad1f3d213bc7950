package io.github.statecraft.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.statecraft.Serialisation;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.MissingDataPolicy.Scope;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Weighting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReweightingTest {
    private static final IndicatorTable TABLE = table();

    private static IndicatorTable table() {
        IndicatorTable.Builder table = IndicatorTable.builder();
        double[][] rows = {{10, 20, 30, 40}, {40, 30, 20, 10}, {50, 5, 60, 25}};
        for (int unit = 0; unit < rows.length; unit++) {
            table.unit("u" + unit);
            for (int i = 0; i < 4; i++) {
                table.value("u" + unit, "i" + i, rows[unit][i]);
            }
        }
        return table.build();
    }

    private static Indicator indicator(int number) {
        return Indicator.of("i" + number, Normalisation.goalposts(0, 100));
    }

    private static Pillar.Builder pillar(String id, int first) {
        return Pillar.builder().id(id).addChildren(indicator(first), indicator(first + 1));
    }

    private static ScoreTable scored(Pillar... pillars) {
        return ScoreFixtures.framework(Pillar.builder()
                        .id("index")
                        .addChildren(pillars)
                        .weightsSumTo(pillars.length)
                        .build())
                .scoreAll(TABLE);
    }

    private static Pillar reweighted(Pillar pillar, Map<String, Double> weights) {
        return pillar.withChildren(pillar.children().stream()
                .map(child -> child instanceof Pillar inner ? reweighted(inner, weights) : child)
                .map(child -> RandomIndex.reweighted(child, weights.getOrDefault(child.id(), child.weight())))
                .toList());
    }

    private static double weight(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> 1;
            case 1 -> StrictMath.pow(10, 24 * random.nextDouble() - 12);
            default -> 1e-3 + random.nextDouble();
        };
    }

    // oracle: scoring the framework that states these weights anew; random trees, with and without gaps
    @ParameterizedTest
    @EnumSource(RandomIndex.Means.class)
    void givesTheBitsOfScoringAnew(RandomIndex.Means means) {
        Random random = new Random(20261124 + means.ordinal());
        List<MissingDataPolicy> policies = List.of(
                MissingDataPolicy.strict(),
                MissingDataPolicy.reweight(0.5, Scope.OVERALL),
                MissingDataPolicy.reweight(0.3, Scope.EVERY_PILLAR),
                MissingDataPolicy.proportional(0.4),
                MissingDataPolicy.minimumCount(2, Scope.OVERALL));
        for (int round = 0; round < 200; round++) {
            ScoringFramework framework =
                    RandomIndex.framework(random, means, policies.get(random.nextInt(policies.size())));
            IndicatorTable table = RandomIndex.table(random, framework, round % 2 == 0 ? 0 : 0.15);
            Map<String, Double> weights = new LinkedHashMap<>();
            for (IndexNode node : Nodes.all(framework.index())) {
                if (node != framework.index() && random.nextInt(3) > 0) {
                    weights.put(node.id(), weight(random));
                }
            }
            // every pillar keeps a child of positive weight
            for (IndexNode node : Nodes.all(framework.index())) {
                if (node instanceof Pillar pillar) {
                    weights.put(pillar.children().get(0).id(), weight(random));
                }
            }
            ScoreTable fast = framework.scoreAll(table).withWeights(weights);
            ScoreTable anew =
                    framework.withIndex(reweighted(framework.index(), weights)).scoreAll(table);
            assertThat(fast).isEqualTo(anew);
            assertThat(fast.units()).isEqualTo(anew.units());
            assertThat(fast.unscored()).isEqualTo(anew.unscored());
            Map<String, Double> alone = framework.scoreAll(table).scoresUnder(weights);
            assertThat(alone.keySet()).containsExactlyElementsOf(anew.units());
            for (String unit : anew.units()) {
                assertThat(fast.scorecard(unit)).isEqualTo(anew.scorecard(unit));
                assertThat(fast.score(unit)).isEqualTo(anew.score(unit));
                assertThat(alone.get(unit)).isEqualTo(anew.score(unit).orElseThrow());
            }
        }
    }

    @Test
    void changesByHand() {
        ScoreTable table = scored(pillar("p", 0).build(), pillar("q", 2).build());
        // u0: p = 15, q = 35; 3 : 1 gives 20; i3 alone counts in q: 0.75 x 15 + 0.25 x 40
        assertThat(table.withWeights(Map.of("p", 3.0)).score("u0")).hasValue(20);
        assertThat(table.scoresUnder(Map.of("p", 3.0, "i2", 0.0))).containsEntry("u0", 21.25);
        assertThat(table.withWeights(Map.of()).framework().index().weightsSumTo())
                .hasValue(2.0);
        assertThat(table.withWeights(Map.of("p", 3.0)).framework().index().weightsSumTo())
                .isEmpty();
        assertThat(table.withWeights(Map.of())).isEqualTo(table);
    }

    @Test
    void keepsWhatWasFittedBesideAndBelow() {
        // q is rescaled by min-max over the units, which weights above it leave as it is; p's weights are equal
        Pillar q = pillar("q", 2).normalisation(Normalisation.minMax()).build();
        ScoreTable table = scored(pillar("p", 0).weighting(Weighting.equal()).build(), q);
        Map<String, Double> weights = Map.of("q", 4.0);
        ScoringFramework changed = table.framework()
                .withIndex(reweighted(table.framework().index().withWeightsSumTo(java.util.Optional.empty()), weights));
        assertThat(table.withWeights(weights).ranking())
                .isEqualTo(changed.scoreAll(TABLE).ranking());
        assertThat(table.withWeights(weights).fitted()).isEqualTo(changed.fit(TABLE));
    }

    @Test
    void survivesSerialisation() {
        Serialisation.assertSurvives(
                scored(pillar("p", 0).build(), pillar("q", 2).build()).withWeights(Map.of("p", 3.0, "i1", 0.25)));
    }

    @Test
    void refusesWhatIsNotStated() {
        ScoreTable table = scored(
                pillar("p", 0).weighting(Weighting.equal()).build(),
                pillar("q", 2).normalisation(Normalisation.minMax()).build());
        assertThatThrownBy(() -> table.withWeights(Map.of("i0", 2.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "ScoreTable: the weight of i0 cannot be another: the weights below p are not stated but equal "
                                + "weights");
        assertThatThrownBy(() -> table.scoresUnder(Map.of("i2", 2.0)))
                .hasMessageContaining("pillar q above it is fitted to scores that would change");
        assertThatThrownBy(() -> table.withWeights(Map.of("index", 2.0))).hasMessageContaining("it is the index");
        assertThatThrownBy(() -> table.withWeights(Map.of("pp", 2.0)))
                .hasMessage("ScoreTable: no node 'pp'; nearest: p");
    }

    @Test
    void refusesWeightsThatAPillarMayNotHave() {
        ScoreTable table = scored(
                pillar("p", 0).build(),
                pillar("q", 2).aggregation(Aggregation.weightedSum()).build());
        assertThatThrownBy(() -> table.scoresUnder(Map.of("i0", -1.0)))
                .hasMessageContaining("Pillar p: the weight of i0 must not be negative");
        assertThatThrownBy(() -> table.scoresUnder(Map.of("i0", 0.0, "i1", 0.0)))
                .hasMessageContaining("must not all be zero");
        assertThatThrownBy(() -> table.scoresUnder(Map.of("i0", Double.NaN))).hasMessageContaining("must be finite");
        // a weighted sum takes signs: u1 has p = 35, q = -20 + 10
        assertThat(table.scoresUnder(Map.of("i2", -1.0))).containsEntry("u1", 12.5);
    }
}
