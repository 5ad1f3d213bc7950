package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.leaf;
import static io.github.statecraft.score.ScoreFixtures.pillar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Weighting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Weights as a fitted framework has them. Oracle: numpy 2.4.6 and scipy 1.17.1 on {@link #TABLE}, X its six rows, with
 *
 * <pre>
 * std = lambda Z: Z.std(0, ddof=1) / Z.std(0, ddof=1).sum();  inv = lambda Z: (1 / Z.std(0)) / (1 / Z.std(0)).sum()
 * def ent(Z): P = Z / Z.sum(0); e = 1 + (P * np.log(P)).sum(0) / np.log(6); return e / e.sum()
 * def critic(Z): N = (Z - Z.min(0)) / (Z.max(0) - Z.min(0))
 *                k = N.std(0, ddof=1) * (1 - np.corrcoef(Z.T)).sum(0); return k / k.sum()
 * u = np.linalg.eigh(np.corrcoef(Z.T))[1][:, -1]
 * </pre>
 */
class WeightingStepTest {
    private static final Offset<Double> CLOSE = within(1e-12);
    private static final List<String> COLUMNS = List.of("a", "b", "c", "d", "e", "f");
    private static final double[][] ROWS = {
        {20, 60, 45, 90, 30, 75},
        {35, 40, 80, 22, 64, 51},
        {70, 15, 55, 48, 12, 33},
        {88, 71, 62, 60, 41, 90},
        {12, 95, 27, 35, 77, 18},
        {51, 33, 38, 81, 58, 66}
    };
    private static final IndicatorTable TABLE = table(ROWS);

    private static IndicatorTable table(double[]... rows) {
        IndicatorTable.Builder table = IndicatorTable.builder();
        add(table, "u", true, rows);
        return table.build();
    }

    private static void add(IndicatorTable.Builder table, String prefix, boolean isRanked, double[]... rows) {
        COLUMNS.forEach(table::indicator);
        for (int row = 0; row < rows.length; row++) {
            table.unit(prefix + row, prefix + row, isRanked);
            for (int column = 0; column < rows[row].length; column++) {
                if (!Double.isNaN(rows[row][column])) {
                    table.value(prefix + row, COLUMNS.get(column), rows[row][column]);
                }
            }
        }
    }

    private static Pillar abc(Weighting weighting) {
        return pillar("p", leaf("a", 7), leaf("b", 1), leaf("c", 1)).withWeighting(weighting);
    }

    private static List<Double> weights(Weighting weighting, IndicatorTable table) {
        ImmutableMap<String, Double> weights =
                framework(abc(weighting)).fit(table).weights();
        return List.of(weights.get("a"), weights.get("b"), weights.get("c"));
    }

    private static void assertWeights(Weighting weighting, IndicatorTable table, double a, double b, double c) {
        List<Double> weights = weights(weighting, table);
        assertThat(weights.get(0)).isCloseTo(a, CLOSE);
        assertThat(weights.get(1)).isCloseTo(b, CLOSE);
        assertThat(weights.get(2)).isCloseTo(c, CLOSE);
    }

    @Test
    void weightsFromDataAreThoseOfNumpy() {
        assertWeights(Weighting.stated(), TABLE, 7 / 9.0, 1 / 9.0, 1 / 9.0);
        assertWeights(Weighting.equal(), TABLE, 1 / 3.0, 1 / 3.0, 1 / 3.0);
        assertWeights(
                Weighting.standardDeviation(), TABLE, 0.38193312140827157, 0.3743091765214288, 0.2437577020702997);
        assertWeights(
                new Weighting.StandardDeviation(true),
                TABLE,
                0.2787671187809534,
                0.2844450590590974,
                0.43678782215994916);
        assertWeights(Weighting.entropy(), TABLE, 0.48577996981700483, 0.3613196432072735, 0.1529003869757217);
        assertWeights(Weighting.critic(), TABLE, 0.30882183873034424, 0.4074624544377159, 0.28371570683193975);
    }

    /** {@code u / u.sum()} and {@code u ** 2}; with one factor rotation turns nothing and its weights are u ** 2 as well. */
    @Test
    void weightsFromPrincipalComponentsAreThoseOfNumpy() {
        IndicatorTable together = table(
                new double[][] {{10, 14, 30}, {22, 30, 25}, {35, 28, 60}, {48, 55, 52}, {60, 49, 81}, {75, 80, 66}});
        assertWeights(
                Weighting.principalComponents(Weighting.Components.FIRST),
                together,
                0.3571815137251812,
                0.33015890143314985,
                0.31265958484166906);
        for (Weighting.Components components :
                List.of(Weighting.Components.FIRST_SQUARED, Weighting.Components.ROTATED)) {
            assertWeights(
                    Weighting.principalComponents(components),
                    together,
                    0.3815840326741582,
                    0.3260305285941675,
                    0.29238543873167455);
        }
    }

    /**
     * P = gmean of a, b, c by ent; Q = pmean of d, e, f with p = 2 by std; the index is the mean of P, Q and g, which reads a, by
     * critic of the three: the upper level sees finished scores.
     */
    @Test
    void upperLevelsAreWeightedByFinishedScoresOfLowerOnes() {
        Pillar p = abc(Weighting.entropy()).withAggregation(Aggregation.geometric(50));
        Pillar q = pillar("q", leaf("d", 1), leaf("e", 1), leaf("f", 1))
                .withWeighting(Weighting.standardDeviation())
                .withAggregation(Aggregation.power(2, 50));
        ScoringFramework framework =
                framework(pillar("index", p, q, leaf("a", 1).withId("g")).withWeighting(Weighting.critic()));
        ImmutableMap<String, Double> weights = framework.fit(TABLE).weights();
        double[] expected = {
            0.20596573735634344, 0.4737342839741923, 0.32029997866946425, // p, q, g
            0.3411025738618472, 0.3102098034700762, 0.3486876226680765 // d, e, f
        };
        List<String> nodes = List.of("p", "q", "g", "d", "e", "f");
        for (int i = 0; i < expected.length; i++) {
            assertThat(weights.get(nodes.get(i))).as(nodes.get(i)).isCloseTo(expected[i], CLOSE);
        }
        double[] scores = {
            46.85108215465504,
            42.72410239344358,
            46.86626600811624,
            76.12287041819266,
            32.8151471381576,
            57.73853405162035
        };
        ScoreTable table = framework.scoreAll(TABLE);
        for (int unit = 0; unit < scores.length; unit++) {
            assertThat(table.score("u" + unit).orElseThrow()).isCloseTo(scores[unit], within(1e-11));
        }
    }

    /** numpy: G = gmean of a, b, c brought to 0 to 100 by its own min and max, A = mean of d, e, f, weighted by inv. */
    @Test
    void upperLevelsSeeRescaledScores() {
        Pillar p = abc(Weighting.equal())
                .withAggregation(Aggregation.geometric(50))
                .withNormalisation(Normalisation.minMax());
        Pillar q = pillar("q", leaf("d", 1), leaf("e", 1), leaf("f", 1));
        ScoringFramework framework =
                framework(pillar("index", p, q).withWeighting(new Weighting.StandardDeviation(true)));
        double[] scores = {
            50.33241610363238,
            44.15770249491383,
            27.025816671489395,
            74.44159286604453,
            30.482503921231295,
            54.24199652626021
        };
        ScoreTable table = framework.scoreAll(TABLE);
        for (int unit = 0; unit < scores.length; unit++) {
            assertThat(table.score("u" + unit).orElseThrow()).isCloseTo(scores[unit], within(1e-11));
        }
    }

    static List<Weighting> fromData() {
        List<Weighting> all = new ArrayList<>(List.of(
                Weighting.entropy(),
                Weighting.critic(),
                Weighting.standardDeviation(),
                new Weighting.StandardDeviation(true),
                Weighting.benefitOfTheDoubt()));
        for (Weighting.Components components :
                List.of(Weighting.Components.FIRST_SQUARED, Weighting.Components.ROTATED)) {
            all.add(Weighting.principalComponents(components));
        }
        return all;
    }

    @Test
    void unitsWithoutRankAndIncompleteUnitsMoveNoWeight() {
        IndicatorTable.Builder more = IndicatorTable.builder();
        add(more, "u", true, ROWS);
        add(more, "bloc", false, new double[][] {{99, 1, 99, 1, 99, 1}});
        IndicatorTable withBloc = more.build();
        IndicatorTable.Builder gaps = IndicatorTable.builder();
        add(gaps, "u", true, ROWS);
        add(gaps, "gap", true, new double[][] {{99, Double.NaN, 1, 1, 1, 1}});
        for (Weighting weighting : fromData()) {
            ScoringFramework framework = framework(abc(weighting));
            assertThat(framework.fit(withBloc).fingerprint())
                    .isEqualTo(framework.fit(TABLE).fingerprint());
            assertThat(weights(weighting, gaps.build())).isEqualTo(weights(weighting, TABLE));
            ScoreTable frozen = framework.fit(TABLE).scoreAll(withBloc);
            assertThat(frozen.score("u2")).isEqualTo(framework.scoreAll(TABLE).score("u2"));
        }
    }

    /** A pillar of its own policy is fitted by that policy: its gap scores 10, whatever the index does with gaps. */
    @Test
    void weightsAreFittedToWhatThePolicyOfThePillarStates() {
        IndicatorTable.Builder holed = IndicatorTable.builder();
        add(holed, "u", true, ROWS);
        add(holed, "gap", true, new double[][] {{99, Double.NaN, 1}});
        IndicatorTable.Builder filled = IndicatorTable.builder();
        add(filled, "u", true, ROWS);
        add(filled, "gap", true, new double[][] {{99, 10, 1}});
        MissingDataPolicy ten = MissingDataPolicy.statedScore(10, "");
        for (Weighting weighting : fromData().subList(0, 4)) {
            Pillar own = abc(weighting).withMissing(ten);
            assertThat(framework(own).fit(holed.build()).weights())
                    .isEqualTo(framework(abc(weighting)).fit(filled.build()).weights());
            Pillar strict = abc(weighting).withMissing(MissingDataPolicy.strict());
            assertThat(framework(strict).withMissing(ten).fit(holed.build()).weights())
                    .isEqualTo(framework(abc(weighting)).fit(TABLE).weights());
        }
    }

    @Test
    void theOrderOfUnitsAndChildrenChangesNoBit() {
        Random random = new Random(11);
        List<Weighting> all = new ArrayList<>(fromData());
        all.add(new Weighting.BenefitOfTheDoubt(0.1, 0.6));
        for (Weighting weighting : all) {
            ScoringFramework framework = framework(abc(weighting));
            ScoreTable expected = framework.scoreAll(TABLE);
            for (int run = 0; run < 20; run++) {
                ScoringFramework shuffled = framework.withIndex(RandomIndex.shuffled(framework.index(), random));
                ScoreTable scores = shuffled.scoreAll(RandomIndex.shuffled(TABLE, random));
                assertThat(scores.fitted().fingerprint())
                        .as(weighting.toString())
                        .isEqualTo(expected.fitted().fingerprint());
                TABLE.units().forEach(unit -> assertThat(scores.score(unit)).isEqualTo(expected.score(unit)));
            }
        }
    }

    /**
     * Saaty's matrix (1, 3, 5; 1/3, 1, 3; 1/5, 1/3, 1): numpy's eigenvector, lambda 3.0385, ratio 0.0332; a circle of
     * judgements has lambda 4.8380 and the ratio 1.585.
     */
    @Test
    void judgementsOfPairsGiveWeightsUnlessTheyContradictOneAnother() {
        ImmutableList<String> ids = ImmutableList.of("c", "a", "b");
        ImmutableList<ImmutableList<Double>> judged = ImmutableList.of(
                ImmutableList.of(1.0, 3.0, 5.0),
                ImmutableList.of(1 / 3.0, 1.0, 3.0),
                ImmutableList.of(0.2, 1 / 3.0, 1.0));
        Weighting hierarchy = Weighting.analyticHierarchy(ids, judged);
        assertWeights(hierarchy, TABLE, 0.2582849943744952, 0.10472943388074793, 0.6369855717447569);
        ImmutableList<ImmutableList<Double>> circle = ImmutableList.of(
                ImmutableList.of(1.0, 3.0, 0.2),
                ImmutableList.of(1 / 3.0, 1.0, 3.0),
                ImmutableList.of(5.0, 1 / 3.0, 1.0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights(Weighting.analyticHierarchy(ids, circle), TABLE))
                .withMessage(
                        "Pillar p, weights by comparisons in pairs: the consistency ratio of the judgements must be at"
                                + " most 0.1 but was 1.585; judge again, or state a higher maximumInconsistency and why");
        assertThat(weights(new Weighting.AnalyticHierarchy(ids, circle, Weighting.Priorities.EIGENVECTOR, 1.6), TABLE))
                .hasSize(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pillar("p", leaf("a", 1), leaf("b", 1)).withWeighting(hierarchy))
                .withMessage("Pillar p: comparisons in pairs must be of its children, a, b, but named c");
    }

    @Test
    void whatCannotBeWeightedIsNamed() {
        double[][] constant = {{20, 5, 45}, {35, 5, 80}, {70, 5, 55}};
        for (Weighting weighting : fromData()) {
            if (!(weighting instanceof Weighting.BenefitOfTheDoubt)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> weights(weighting, table(constant)))
                        .withMessageStartingWith("Pillar p, " + weighting + ": ")
                        .withMessageContaining("child 2 is 5 for all 3 units")
                        .withMessageEndingWith("(child 1 is a, 2 is b, 3 is c)");
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> weights(weighting, table(new double[][] {{20, 5, 45}})))
                        .withMessageContaining("2 units with a score for every child but there were 3 and 1");
            }
        }
        assertThat(Collections.max(weights(Weighting.benefitOfTheDoubt(), table(constant))))
                .isEqualTo(7 / 9.0);
    }
}
