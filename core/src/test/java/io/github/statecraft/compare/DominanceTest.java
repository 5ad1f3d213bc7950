package io.github.statecraft.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.graph.EndpointPair;
import com.google.common.graph.Graphs;
import io.github.statecraft.data.ReferenceData;
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
import io.github.statecraft.score.method.OutOfRange;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Dominance of a table worked out by hand, and what follows from its definition for random and bundled tables. */
class DominanceTest {
    /** x: higher is better; y: lower is better. Z holds no rank, M lacks y. */
    private static final ScoringFramework BY_HAND = framework(
            Indicator.of("x", Normalisation.goalposts(0, 10)),
            Indicator.of("y", Normalisation.goalposts(0, 10)).withDirection(Direction.LOWER_IS_BETTER));

    private static ScoringFramework framework(Indicator... indicators) {
        return ScoringFramework.builder()
                .id("by-hand")
                .version("1")
                .question("Who dominates?")
                .rationale("To be tested.")
                .scaleBasis(ScaleBasis.TOTAL)
                .missing(MissingDataPolicy.reweight(0.1, MissingDataPolicy.Scope.OVERALL))
                .index(Pillar.builder().id("index").addChildren(indicators).build())
                .build();
    }

    private static IndicatorTable.Builder row(IndicatorTable.Builder table, String unit, double x, double y) {
        return table.unit(unit).value(unit, "x", x).value(unit, "y", y);
    }

    /** A is best on y, B on x; C is below both, D below C, E equals D. */
    private static Dominance byHand() {
        IndicatorTable.Builder table = IndicatorTable.builder();
        row(table, "A", 5, 1);
        row(table, "B", 9, 3);
        row(table, "C", 4, 4);
        row(table, "D", 2, 4);
        row(table, "E", 2, 4);
        table.unit("M").value("M", "x", 10);
        table.unit("Z", "bloc Z", false).value("Z", "x", 10).value("Z", "y", 0);
        return Dominance.of(BY_HAND.scoreAll(table.build()));
    }

    @Test
    void whoIsBehindNowhereAndAheadSomewhereDominates() {
        Dominance dominance = byHand();
        assertThat(dominance.criteria()).containsExactly("x", "y");
        assertThat(dominance.front()).containsExactly("A", "B");
        assertThat(dominance.dominators("C")).containsExactly("A", "B");
        assertThat(dominance.dominators("D")).containsExactly("A", "B", "C");
        assertThat(dominance.dominates("C", "D")).isTrue();
        assertThat(dominance.dominates("D", "C")).isFalse();
    }

    @Test
    void equalsDoNotDominateEachOther() {
        assertThat(byHand().dominates("D", "E")).isFalse();
        assertThat(byHand().dominates("E", "D")).isFalse();
    }

    @Test
    void theHasseDiagramHasNoEdgeThatOthersImply() {
        assertThat(byHand().hasseDiagram().edges())
                .containsExactlyInAnyOrder(
                        EndpointPair.ordered("A", "C"),
                        EndpointPair.ordered("B", "C"),
                        EndpointPair.ordered("C", "D"),
                        EndpointPair.ordered("C", "E"));
    }

    @Test
    void leavesOutWhoLacksACriterionAndWhoHoldsNoRank() {
        assertThat(byHand().units()).containsExactly("A", "B", "C", "D", "E");
        assertThat(byHand().leftOut()).containsOnlyKeys("M");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byHand().dominators("M"))
                .withMessage("Dominance: 'M' is not compared, since it has no score on y");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byHand().dominates("A", "Z"))
                .withMessageContaining("'Z' is not compared; it is not in the table or is a bloc");
    }

    /** Under the strict policy M has a value of x, but no score and so no rank. */
    @Test
    void leavesOutWhoHasNoScoreAtAll() {
        IndicatorTable.Builder table = row(IndicatorTable.builder(), "A", 5, 5);
        Dominance dominance = Dominance.of(
                BY_HAND.withMissing(MissingDataPolicy.strict())
                        .scoreAll(table.unit("M").value("M", "x", 9).build()),
                List.of("x"));
        assertThat(dominance.units()).containsExactly("A");
        assertThat(dominance.leftOut()).containsOnlyKeys("M");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dominance.dominates("M", "A"))
                .withMessage("Dominance: 'M' is not compared, since it has no score");
    }

    /** Goalposts 0 to 10 that cap: 12 and 15 score alike. */
    @Test
    void valuesBeyondACapScoreAlike() {
        ScoringFramework capped =
                framework(Indicator.of("x", new Normalisation.Goalposts(0, 10, OutOfRange.CAP, "an example")));
        Dominance dominance = Dominance.of(capped.scoreAll(IndicatorTable.builder()
                .unit("A")
                .unit("B")
                .value("A", "x", 12)
                .value("B", "x", 15)
                .build()));
        assertThat(dominance.front()).containsExactly("A", "B");
    }

    @Test
    void needsACriterion() {
        ScoreTable table =
                BY_HAND.scoreAll(row(IndicatorTable.builder(), "A", 1, 1).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dominance.of(table, List.of()))
                .withMessageContaining("at least one node");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dominance.of(table, List.of("z")))
                .withMessageContaining("no node 'z'");
    }

    @Test
    void printsATableThatNamesTheFront() {
        assertThat(byHand().toString())
                .startsWith("Pareto dominance under by-hand, on x, y")
                .containsPattern("A \\* +0 +3 +C")
                .containsPattern("C +2 +2 +D, E")
                .contains("Left out, since a score is missing: M (y).");
    }

    /** Under ten random weightings nobody is behind one whom it dominates: a property of weighted means. */
    @Test
    void whoDominatesIsNeverBehindWhateverTheWeights() {
        Random random = new Random(20261124);
        for (int run = 0; run < 40; run++) {
            IndicatorTable.Builder table = IndicatorTable.builder();
            for (int unit = 0; unit < 12; unit++) {
                row(table, "u" + unit, random.nextInt(8), random.nextInt(8));
            }
            Dominance dominance = Dominance.of(BY_HAND.scoreAll(table.build()));
            for (String unit : dominance.units()) {
                // who can be reached by following edges down is who is dominated
                assertThat(Graphs.reachableNodes(dominance.hasseDiagram(), unit).stream()
                                .filter(below -> !below.equals(unit)))
                        .containsExactlyInAnyOrderElementsOf(dominance.dominated(unit));
            }
            for (int weighting = 0; weighting < 10; weighting++) {
                ScoringFramework weighted = framework(
                        ((Indicator) BY_HAND.node("x")).withWeight(random.nextDouble()),
                        ((Indicator) BY_HAND.node("y")).withWeight(random.nextDouble()));
                ScoreTable scores = weighted.scoreAll(table.build());
                for (String above : dominance.units()) {
                    assertThat(dominance.dominated(above))
                            .allSatisfy(below -> assertThat(scores.score(above).orElseThrow())
                                    .isGreaterThanOrEqualTo(scores.score(below).orElseThrow()));
                }
                assertThat(dominance.front())
                        .contains(scores.ranking().entries().get(0).unit());
            }
        }
    }

    @Test
    void comparesBundledCountriesOnPillars() {
        ReferenceData ref = ReferenceData.load();
        ScoringFramework framework = ref.framework("deployment-at-scale.intensity");
        ScoreTable table = framework.scoreAll(ref.strategies());
        List<String> pillars =
                framework.index().children().stream().map(node -> node.id()).toList();
        Dominance dominance = Dominance.of(table, pillars);
        assertThat(dominance.units().size() + dominance.leftOut().size()).isEqualTo(42);
        for (String unit : dominance.units()) {
            boolean outdone = dominance.units().stream()
                    .anyMatch(other -> pillars.stream()
                                    .allMatch(p -> table.score(other, p).orElseThrow()
                                            >= table.score(unit, p).orElseThrow())
                            && pillars.stream()
                                    .anyMatch(p -> table.score(other, p).orElseThrow()
                                            > table.score(unit, p).orElseThrow()));
            assertThat(dominance.front().contains(unit)).as(unit).isEqualTo(!outdone);
        }
        assertThat(dominance.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    /** Readiness less vulnerability: B has more of both than A and C, which says nothing; C has less of the bad and less of the good. */
    @Test
    void whatIsSubtractedIsBetterTheLowerItIs() {
        Indicator good = Indicator.of("good", Normalisation.goalposts(0, 1));
        Indicator bad = Indicator.of("bad", Normalisation.goalposts(0, 1)).withWeight(-1);
        ScoringFramework framework = BY_HAND.withIndex(Pillar.builder()
                .id("index")
                .aggregation(Aggregation.weightedSum())
                .addChildren(good, bad)
                .build());
        IndicatorTable table = IndicatorTable.builder()
                .unit("A")
                .value("A", "good", 0.5)
                .value("A", "bad", 0.2)
                .unit("B")
                .value("B", "good", 0.6)
                .value("B", "bad", 0.6)
                .unit("D")
                .value("D", "good", 0.5)
                .value("D", "bad", 0.3)
                .build();
        Dominance dominance = Dominance.of(framework.scoreAll(table));
        assertThat(dominance.dominates("B", "A")).isFalse();
        assertThat(dominance.dominates("A", "D")).isTrue();
        assertThat(dominance.dominates("D", "A")).isFalse();
        assertThat(dominance.front()).containsExactly("A", "B");
    }

    /** A pillar that is turned round has its turned score: higher is better again. */
    @Test
    void aPillarThatIsTurnedRoundIsJudgedAsItLeavesIt() {
        Pillar risk = Pillar.builder()
                .id("risk")
                .addChildren(Indicator.of("bad", Normalisation.goalposts(0, 1)))
                .normalisation(Normalisation.goalposts(0, 100))
                .direction(Direction.LOWER_IS_BETTER)
                .build();
        ScoringFramework framework =
                BY_HAND.withIndex(Pillar.builder().id("index").addChildren(risk).build());
        ScoreTable scores = framework.scoreAll(IndicatorTable.builder()
                .unit("low")
                .value("low", "bad", 0.1)
                .unit("high")
                .value("high", "bad", 0.9)
                .build());
        assertThat(scores.fitted().rises("bad")).isFalse();
        assertThat(scores.fitted().rises("risk")).isTrue();
        assertThat(Dominance.of(scores).dominates("low", "high")).isTrue();
        assertThat(Dominance.of(scores, List.of("risk")).dominates("low", "high"))
                .isTrue();
    }
}
