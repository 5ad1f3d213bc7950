package io.github.statecraft.score;

import static io.github.statecraft.score.AggregationTest.asIs;
import static io.github.statecraft.score.AggregationTest.of;
import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.pillar;
import static io.github.statecraft.score.ScoreFixtures.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.github.statecraft.compare.Comparison;
import io.github.statecraft.compare.ContributionDifference;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Aggregation.Interaction;
import io.github.statecraft.score.method.Aggregation.OnZero;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import io.github.statecraft.score.method.Weighting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Oracles: closed forms, and the value by its definition: the mean over all admissible orders (below one pillar all, in a tree
 * those that keep the leaves of each pillar together) of what a leaf changes when it goes from its baseline to its score.
 */
class ShapleyAttributionTest {
    private static final double CLOSE = 1e-12;

    private static Pillar named(String id, double weight, Aggregation aggregation, IndexNode... children) {
        return of(aggregation, children).withId(id).withWeight(weight);
    }

    private static Scorecard card(Pillar index, double... values) {
        ScoringFramework framework = framework(index);
        return framework.scoreAll(unit(framework.columns().asList(), values)).scorecard("u");
    }

    private static double points(Scorecard card, String id) {
        return card.contribution(id).orElseThrow().points();
    }

    /** v of one is 0, v of both the smaller: half of it each. */
    @Test
    void twoChildrenOfAMinimumHaveHalfOfItEach() {
        Scorecard card = card(of(Aggregation.minimum(), asIs("a", 1), asIs("b", 3)), 30, 80);
        assertThat(card.baseline()).isZero();
        assertThat(points(card, "a")).isEqualTo(15);
        assertThat(points(card, "b")).isEqualTo(15);
    }

    /** ((s - B) B + (s - B) t) / 2, s the own score and t the other. */
    @Test
    void aProductOfTwoIsSharedByTheMeanOfBothWays() {
        Scorecard card = card(of(Aggregation.weightedProduct(2), asIs("a", 1), asIs("b", 1)), 5, 9);
        assertThat(card.baseline()).isEqualTo(4);
        assertThat(points(card, "a")).isEqualTo((5 - 2) * (2 + 9) / 2.0);
        assertThat(points(card, "b")).isEqualTo((9 - 2) * (2 + 5) / 2.0);
    }

    /** H(x, y) = 2 x y / (x + y): (H(40, 10) - 10 + H(40, 60) - H(10, 60)) / 2 for the first. */
    @Test
    void aHarmonicMeanOfTwoIsSharedByTheMeanOfBothWays() {
        Scorecard card = card(of(Aggregation.harmonic(10), asIs("a", 1), asIs("b", 1)), 40, 60);
        double alone = 2 * 40 * 10 / 50.0 - 10;
        double last = 2 * 40 * 60 / 100.0 - 2 * 10 * 60 / 70.0;
        assertThat(points(card, "a")).isCloseTo((alone + last) / 2, within(1e-12));
        assertThat(card.baseline()).isCloseTo(10, within(1e-13));
    }

    static List<Pillar> trees() {
        Pillar ab = named("ab", 2, Aggregation.arithmetic(), asIs("a", 1), asIs("b", 3));
        Pillar cd = named("cd", 1, Aggregation.geometric(20), asIs("c", 2), asIs("d", 1));
        IndexNode[] flat = {asIs("a", 1), asIs("b", 2), asIs("c", 0.5), asIs("d", 1.5), asIs("e", 1)};
        Interaction pair = new Interaction("a", "d", 0.3);
        return List.of(
                of(Aggregation.minimum(), flat),
                of(Aggregation.harmonic(20), flat),
                of(Aggregation.power(-3, 20), flat),
                of(Aggregation.power(2, 20), flat),
                of(new Aggregation.Geometric(20, OnZero.ZERO), flat),
                of(Aggregation.orderedWeighted(List.of(0.1, 0.1, 0.2, 0.2, 0.4)), flat),
                of(Aggregation.choquet(List.of(pair, new Interaction("b", "e", -0.2))), flat),
                of(
                        Aggregation.weightedProduct(20),
                        asIs("a", 1),
                        asIs("b", -1),
                        asIs("c", 0.5),
                        asIs("d", -2),
                        asIs("e", 1)),
                of(Aggregation.minimum(), ab, cd, asIs("e", 1)),
                of(Aggregation.arithmetic(), ab.withAggregation(Aggregation.minimum()), cd, asIs("e", 1)),
                of(Aggregation.geometric(20), ab, cd.withAggregation(Aggregation.harmonic(20)), asIs("e", 1)),
                of(Aggregation.weightedProduct(20), ab.withWeight(1), cd.withWeight(-1), asIs("e", 1)),
                of(Aggregation.weightedSum(), ab.withAggregation(Aggregation.power(-1.5, 20)), asIs("e", -0.5)),
                of(
                        Aggregation.arithmetic(),
                        ab.withNormalisation(Normalisation.goalposts(0, 200)).withDirection(Direction.LOWER_IS_BETTER),
                        cd),
                of(
                        Aggregation.harmonic(20),
                        named("p", 1, Aggregation.minimum(), ab, asIs("e", 1)),
                        cd.withNormalisation(new Normalisation.Goalposts(5, 50, OutOfRange.EXTEND, ""))));
    }

    @ParameterizedTest
    @MethodSource("trees")
    void pointsAreTheMeanOverAllAdmissibleOrders(Pillar index) {
        Random random = new Random(20261124);
        ScoringFramework framework = framework(index);
        List<String> ids = framework.columns().asList();
        for (int run = 0; run < 5; run++) {
            double[] own = random.doubles(ids.size(), 5, 95).toArray();
            Scorecard card = card(index, own);
            double[] base = card.contributions().stream()
                    .mapToDouble(Contribution::baseline)
                    .toArray();
            Map<String, Double> expected = byDefinition(framework, own, base);
            double sum = card.baseline();
            for (Contribution c : card.contributions()) {
                assertThat(c.points()).as(c.id()).isCloseTo(expected.get(c.id()), within(CLOSE * 100));
                sum += c.points();
            }
            assertThat(sum).isCloseTo(card.score(), within(CLOSE * Math.max(100, Math.abs(card.score()))));
        }
    }

    private static Map<String, Double> byDefinition(ScoringFramework framework, double[] to, double[] from) {
        List<String> ids = framework.columns().asList();
        int n = ids.size();
        IndicatorTable.Builder table = IndicatorTable.builder();
        for (int coalition = 0; coalition < 1 << n; coalition++) {
            table.unit("u" + coalition);
            for (int i = 0; i < n; i++) {
                table.value("u" + coalition, ids.get(i), (coalition >> i & 1) == 1 ? to[i] : from[i]);
            }
        }
        ScoreTable scores = framework.scoreAll(table.build());
        Map<String, Double> points = new LinkedHashMap<>();
        List<List<String>> orders = orders(framework.index());
        for (List<String> order : orders) {
            int coalition = 0;
            for (String id : order) {
                double before = scores.score("u" + coalition).orElseThrow();
                coalition |= 1 << ids.indexOf(id);
                double change = scores.score("u" + coalition).orElseThrow() - before;
                points.merge(id, change / orders.size(), Double::sum);
            }
        }
        return points;
    }

    private static List<List<String>> orders(IndexNode node) {
        if (!(node instanceof Pillar pillar)) {
            return List.of(List.of(node.id()));
        }
        List<List<String>> orders = new ArrayList<>();
        for (List<IndexNode> children : Collections2.permutations(pillar.children())) {
            List<List<List<String>>> choices =
                    children.stream().map(ShapleyAttributionTest::orders).toList();
            Lists.cartesianProduct(choices)
                    .forEach(parts ->
                            orders.add(parts.stream().flatMap(List::stream).toList()));
        }
        return orders;
    }

    @ParameterizedTest
    @MethodSource("trees")
    void theGapOfTwoUnitsIsSharedTheSameWayAndTurnsItsSigns(Pillar index) {
        Random random = new Random(5);
        ScoringFramework framework = framework(index);
        List<String> ids = framework.columns().asList();
        double[] one = random.doubles(ids.size(), 5, 95).toArray();
        double[] other = random.doubles(ids.size(), 5, 95).toArray();
        other[1] = one[1];
        IndicatorTable.Builder table = IndicatorTable.builder().unit("u").unit("v");
        for (int i = 0; i < ids.size(); i++) {
            table.value("u", ids.get(i), one[i]).value("v", ids.get(i), other[i]);
        }
        ScoreTable scores = framework.scoreAll(table.build());
        Scorecard u = scores.scorecard("u");
        Scorecard v = scores.scorecard("v");
        ImmutableMap<String, Double> points = u.pointsAgainst(v, ids);
        Map<String, Double> expected = byDefinition(framework, one, other);
        points.forEach((id, x) -> assertThat(x).as(id).isCloseTo(expected.get(id), within(CLOSE * 100)));
        assertThat(points.get(ids.get(1))).isZero();
        v.pointsAgainst(u, ids).forEach((id, x) -> assertThat(x).isCloseTo(-points.get(id), within(CLOSE * 100)));
        Comparison comparison = Comparison.between(u, v);
        assertThat(comparison.differences().stream()
                        .mapToDouble(ContributionDifference::points)
                        .sum())
                .isCloseTo(u.score() - v.score(), within(1e-10));
    }

    @Test
    void whoChangesNothingHasNothingAndEqualsHaveEqual() {
        Scorecard card = card(
                of(Aggregation.harmonic(20), asIs("a", 1), asIs("b", 1), asIs("c", 2), asIs("d", 0)), 40, 40, 20, 70);
        assertThat(points(card, "a")).isEqualTo(points(card, "b"));
        assertThat(points(card, "c")).isZero();
        assertThat(points(card, "d")).isZero();
    }

    /** Twice 19 x 2^18 evaluations are more than 2^22; the score of a minimum is that of its worst child all the same. */
    @Test
    void whatWouldTakeTooLongIsRefusedAndScoresStay() {
        IndexNode[] many =
                IntStream.range(0, 19).mapToObj(i -> asIs("x" + i, 1)).toArray(IndexNode[]::new);
        ScoringFramework framework = framework(of(Aggregation.minimum(), many));
        IndicatorTable.Builder table = IndicatorTable.builder().unit("u").unit("v");
        for (int i = 0; i < many.length; i++) {
            table.value("u", "x" + i, 30 + i).value("v", "x" + i, 90 - i);
        }
        ScoreTable scores = framework.scoreAll(table.build());
        assertThat(scores.score("u")).hasValue(30);
        assertThat(scores.ranking().entries().get(0).unit()).isEqualTo("v");
        assertThat(scores.toString()).contains("72.00", "30.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores.scorecard("u"))
                .withMessage(
                        "Scorecard of u: contributions below aggregations that are neither arithmetic nor geometric"
                                + " means are Shapley values by enumeration, and would take 9.96 mn evaluations, more than 4,194,304;"
                                + " scores and ranks need no scorecard, and smaller pillars take fewer");
        assertThatIllegalArgumentException().isThrownBy(() -> scores.table(Step.WEIGHTED));
        assertThat(scores.table(Step.AGGREGATED).value("u", "index")).hasValue(30);
    }

    /** a - b is 10 for the unit and 0 at the baseline; 90 alone lies beyond the goalposts, which only a real score must not. */
    @Test
    void ordersMayPassScoresThatARescalingWouldRefuse() {
        Pillar difference = pillar("index", asIs("a", 1), asIs("b", 1))
                .withAggregation(Aggregation.weightedSum())
                .withChildren(asIs("a", 1), asIs("b", -1))
                .withNormalisation(Normalisation.goalposts(-20, 20));
        Scorecard card = card(difference, 90, 80);
        assertThat(card.baseline()).isEqualTo(50);
        assertThat(points(card, "a") + points(card, "b")).isCloseTo(card.score() - 50, within(1e-12));
        assertThat(points(card, "a")).isPositive();
        assertThat(points(card, "b")).isNegative();
    }

    /** 100 / (0 - 0) has no value where all leaves are 0. */
    @Test
    void aBaselineWithoutAScoreIsNamed() {
        Pillar difference = pillar("d", asIs("a", 1), asIs("b", 1))
                .withAggregation(Aggregation.weightedSum())
                .withChildren(asIs("a", 1), asIs("b", -1))
                .withWeight(-1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> card(of(Aggregation.weightedProduct(1), asIs("c", 1), difference), 50, 10, 5))
                .withMessage(
                        "Scorecard of u: the baseline, from which contributions are counted, has no score: Pillar index:"
                                + " what a product divides by must be positive, but d of u scores 0; give it a range above 0, or"
                                + " aggregate otherwise");
    }

    /** Own weights of each unit are coefficients of its own scorecard, and give a gap of two units no shares. */
    @Test
    void benefitOfTheDoubtInAMixedTreeIsAttributedWithItsOwnWeights() {
        Pillar best = pillar("best", asIs("a", 1), asIs("b", 1)).withWeighting(Weighting.benefitOfTheDoubt());
        ScoringFramework framework = framework(of(Aggregation.harmonic(10), best, asIs("c", 1)));
        IndicatorTable table = IndicatorTable.builder()
                .unit("u")
                .unit("v")
                .value("u", "a", 40)
                .value("u", "b", 10)
                .value("u", "c", 60)
                .value("v", "a", 10)
                .value("v", "b", 50)
                .value("v", "c", 20)
                .build();
        ScoreTable scores = framework.scoreAll(table);
        Scorecard u = scores.scorecard("u");
        // best practice: 2 / (1 / 100 + 1 / 60)
        assertThat(u.score()).isCloseTo(75, within(1e-11));
        double sum =
                u.contributions().stream().mapToDouble(Contribution::points).sum();
        assertThat(u.baseline() + sum).isCloseTo(75, within(1e-11));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> u.pointsAgainst(scores.scorecard("v"), List.of("a", "b", "c")))
                .withMessage(
                        "Scorecard.pointsAgainst: pillar best gives each unit weights of its own (benefit of the doubt),"
                                + " so a gap between two units has no shares");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.between(u, scores.scorecard("v")))
                .withMessageContaining("benefit of the doubt");
    }
}
