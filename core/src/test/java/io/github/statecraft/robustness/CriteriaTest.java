package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScaleBasis;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutputRange;
import io.github.statecraft.score.method.Weighting;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is taken from a tree, worked out by hand, and what is refused. */
class CriteriaTest {
    private static final double ROUNDING = 1e-14;

    private static Indicator leaf(String id, double weight) {
        return Indicator.of(id, Normalisation.goalposts(0, 100)).withWeight(weight);
    }

    private static Pillar pillar(String id, IndexNode... children) {
        return Pillar.builder().id(id).addChildren(children).build();
    }

    /** p has a and b, 3 to 1; q has c and d, alike; p counts twice as much as q. */
    private static final Pillar TREE = pillar(
            "index", pillar("p", leaf("a", 3), leaf("b", 1)).withWeight(2), pillar("q", leaf("c", 1), leaf("d", 1)));

    private static ScoringFramework framework(Pillar index) {
        return ScoringFramework.builder()
                .id("test")
                .version("1")
                .question("Which is it?")
                .rationale("To be tested.")
                .scaleBasis(ScaleBasis.SHARE)
                .missing(MissingDataPolicy.reweight(0.1, MissingDataPolicy.Scope.OVERALL))
                .index(index)
                .build();
    }

    private static final List<String> LEAVES = List.of("a", "b", "c", "d");

    private static IndicatorTable.Builder row(IndicatorTable.Builder table, String unit, double... values) {
        table.unit(unit);
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                table.value(unit, LEAVES.get(i), values[i]);
            }
        }
        return table;
    }

    private static final double GONE = Double.NaN;

    private static IndicatorTable table() {
        IndicatorTable.Builder table = IndicatorTable.builder();
        LEAVES.forEach(table::indicator);
        row(table, "full", 40, 80, 20, 60);
        row(table, "part", 40, GONE, 20, 60);
        row(table, "none", 40, 80, GONE, GONE);
        table.unit("bloc", "a bloc", false).value("bloc", "a", 10).value("bloc", "c", 10);
        return table.build();
    }

    private static ScoreTable scored(UnaryOperator<Pillar> change) {
        return framework(change.apply(TREE)).scoreAll(table());
    }

    @Test
    void takesThePillarsWithTheirSharesAndTheUnitsThatHoldARank() {
        Criteria criteria = Criteria.of(scored(tree -> tree));
        assertThat(criteria.criteria()).containsExactly("p", "q");
        assertThat(criteria.units()).containsExactly("full", "part", "none");
        assertThat(criteria.weights().get("p")).isCloseTo(2.0 / 3, within(ROUNDING));
        assertThat(criteria.weights().get("q")).isCloseTo(1.0 / 3, within(ROUNDING));
        // p: (3 x 40 + 80) / 4 = 50, q: (20 + 60) / 2 = 40
        assertThat(criteria.value("full", "p")).hasValue(50);
        assertThat(criteria.value("full", "q")).hasValue(40);
        // without b the pillar is re-weighted inside
        assertThat(criteria.value("part", "p")).hasValue(40);
        assertThat(criteria.value("none", "q")).isEmpty();
        assertThat(criteria.isComplete()).isFalse();
    }

    @Test
    void leavesOutUnitsWithGapsOnRequestOnly() {
        Criteria criteria = Criteria.of(scored(tree -> tree));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSpace.of(criteria))
                .withMessage(
                        "WeightSpace of test 1, weights of the 2 children of the index: there is no exact answer for units"
                                + " that lack a criterion: none has no q; leave them out by"
                                + " WeightSpace.of(Criteria.of(table).complete()), or ask Smaa, which answers by sampling");
        Criteria complete = criteria.complete();
        assertThat(complete.units()).containsExactly("full", "part");
        assertThat(complete.leftOut()).isEqualTo(Map.of("none", "no q"));
        assertThat(complete.toString()).contains("Left out: none (no q).");
        assertThat(WeightSpace.of(complete).criteria()).isEqualTo(complete);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> complete.value("none", "p"))
                .withMessageContaining("'none' is left out: no q");
    }

    @Test
    void takesTheChildrenOfAnInnerNode() {
        Criteria criteria = Criteria.of(scored(tree -> tree), "p");
        assertThat(criteria.title()).isEqualTo("test 1, weights of the 2 children of p");
        assertThat(criteria.weights()).isEqualTo(Map.of("a", 0.75, "b", 0.25));
        assertThat(criteria.value("full", "b")).hasValue(80);
        assertThat(criteria.value("part", "b")).isEmpty();
    }

    @Test
    void flattensATreeOfOneKindOfMean() {
        IndicatorTable.Builder all = IndicatorTable.builder();
        LEAVES.forEach(all::indicator);
        row(all, "u", 40, 80, 20, 60);
        Criteria flat = Criteria.flattened(framework(TREE).scoreAll(all.build()));
        assertThat(flat.criteria()).isEqualTo(LEAVES);
        // 2/3 x 3/4, 2/3 x 1/4, 1/3 x 1/2 twice
        assertThat(flat.weights().get("a")).isCloseTo(1.0 / 2, within(ROUNDING));
        assertThat(flat.weights().get("b")).isCloseTo(1.0 / 6, within(ROUNDING));
        assertThat(flat.weights().get("d")).isCloseTo(1.0 / 6, within(ROUNDING));
    }

    @Test
    void refusesToFlattenWhereALeafIsMissingOrMeansDiffer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.flattened(scored(tree -> tree)))
                .withMessageContaining("since part lacks b and its pillars are re-weighted inside");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.flattened(scored(tree -> tree.withAggregation(Aggregation.geometric(1)))))
                .withMessageContaining("below 'p'")
                .withMessageContaining("arithmetic mean below a geometric mean");
    }

    static List<UnaryOperator<Pillar>> withoutWeightsToVary() {
        return List.of(
                tree -> tree.withAggregation(new Aggregation.Minimum()),
                tree -> tree.withAggregation(Aggregation.weightedSum()),
                tree -> tree.withWeighting(Weighting.benefitOfTheDoubt()),
                tree -> tree.withNormalisation(Normalisation.minMax()).withDirection(Direction.LOWER_IS_BETTER));
    }

    @ParameterizedTest
    @MethodSource("withoutWeightsToVary")
    void refusesARootWhoseWeightsCannotVary(UnaryOperator<Pillar> change) {
        IndicatorTable.Builder all = IndicatorTable.builder();
        LEAVES.forEach(all::indicator);
        row(all, "u", 40, 80, 20, 60);
        row(all, "v", 30, 70, 60, 90);
        ScoreTable scored = framework(change.apply(TREE)).scoreAll(all.build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.of(scored))
                .withMessageStartingWith("Criteria: the weights below 'index' of test cannot be varied: ")
                .withMessageEndingWith("; a MethodDesign can compare it with other methods");
    }

    @Test
    void refusesAnIndicatorAndAnUnknownNode() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.of(scored(tree -> tree), "a"))
                .withMessage("Criteria: 'a' is an indicator and has no children whose weights could vary");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.of(scored(tree -> tree), "pp"))
                .withMessageContaining("no node 'pp'");
    }

    static List<Aggregation> means() {
        return List.of(
                new Aggregation.Arithmetic(),
                Aggregation.geometric(1),
                Aggregation.harmonic(1),
                Aggregation.power(3, 1),
                Aggregation.power(-2, 1));
    }

    /** Oracle: the score that the engine gives to the node at the stated weights. */
    @ParameterizedTest
    @MethodSource("means")
    void whatIsLinearInTheWeightsGivesTheScoreOfTheMean(Aggregation mean) {
        ScoreTable scored = scored(tree -> tree.withAggregation(mean));
        Criteria criteria = Criteria.of(scored).complete();
        double[] weights = criteria.statedWeights();
        for (int unit = 0; unit < criteria.units().size(); unit++) {
            double[] row = criteria.linear()[unit];
            assertThat(PowerMean.score(mean, weights[0] * row[0] + weights[1] * row[1]))
                    .isCloseTo(scored.score(criteria.units().get(unit)).orElseThrow(), within(1e-12));
        }
    }

    @Test
    void acceptsARescaledRootThatRises() {
        ScoreTable scored =
                scored(tree -> tree.withNormalisation(Normalisation.minMax()).withRange(OutputRange.of(0, 10)));
        assertThat(Criteria.of(scored).value("full", "p")).hasValue(50);
    }

    @Test
    void refusesZerosBelowAGeometricMean() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.builder()
                        .aggregation(Aggregation.geometric(1))
                        .criteria("x", "y")
                        .unit("u", 1, 0))
                .withMessageContaining("y of 'u' is 0")
                .withMessageContaining("give it a range above 0");
        assertThat(PowerMean.linear(Aggregation.power(2, 1), 0)).isZero();
    }

    @Test
    void refusesPowersThatADoubleDoesNotHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.builder()
                        .aggregation(Aggregation.power(3, 1))
                        .criteria("x")
                        .unit("u", 1e200))
                .withMessageContaining("x of 'u', 1e200, is a power that is too large for a double");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.builder()
                        .aggregation(Aggregation.power(60, 1))
                        .criteria("x")
                        .unit("u", 1e-6))
                .withMessageContaining("too small for a double");
    }

    @Test
    void reportsBadMatrices() {
        Criteria.Builder two = Criteria.builder().criteria("x", "y");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.unit("u", 1))
                .withMessageContaining("'u' must have 2 scores but has 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.unit("u", 1, GONE))
                .withMessageContaining("scores must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.builder().criteria("x", "x"))
                .withMessageContaining("'x' is there twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.unit("u", 1, 2).unit("u", 1, 2))
                .withMessageContaining("unit 'u' is there twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.criterion("z", 1))
                .withMessageContaining("criteria come before units");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Criteria.builder().criterion("x", 0).unit("u", 1).build())
                .withMessageContaining("one of them positive");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Criteria.builder().criterion("x", -1).unit("u", 1).build())
                .withMessageContaining("the weight of 'x'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.builder().criteria("x").build())
                .withMessageContaining("have 1 and 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.builder().aggregation(new Aggregation.Minimum()))
                .withMessageContaining("must be an arithmetic, geometric, harmonic or power mean");
    }

    @Test
    void takesOtherStatedWeights() {
        Criteria other = RobustnessExamples.TRIANGLE.withWeights(Map.of("a", 1.0, "b", 0.0, "c", 3.0));
        assertThat(other.weights()).isEqualTo(Map.of("a", 0.25, "b", 0.0, "c", 0.75));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RobustnessExamples.TRIANGLE.withWeights(Map.of("a", 1.0)))
                .withMessageContaining("the weight of 'b'")
                .withMessageContaining("not given");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> RobustnessExamples.TRIANGLE.withWeights(Map.of("a", 1.0, "b", 1.0, "c", 1.0, "d", 1.0)))
                .withMessageContaining("alone");
    }
}
