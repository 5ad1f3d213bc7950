package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.geometric;
import static io.github.statecraft.score.ScoreFixtures.leaf;
import static io.github.statecraft.score.ScoreFixtures.pillar;
import static io.github.statecraft.score.ScoreFixtures.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.score.method.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: small cases worked by hand. */
class WeightsTest {
    /** (3 x 40 + 1 x 80) / 4 = 50 for any multiple of the weights. */
    @ParameterizedTest
    @CsvSource({"3, 1", "0.75, 0.25", "75, 25", "3e-300, 1e-300", "3e300, 1e300"})
    void onlyRatiosCount(double a, double b) {
        assertThat(framework(leaf("a", a), leaf("b", b))
                        .scoreAll(unit(List.of("a", "b"), 40, 80))
                        .score("u")
                        .orElseThrow())
                .isCloseTo(50, within(1e-13));
    }

    @Test
    void aWeightOfZeroGivesNoPoints() {
        Scorecard card = framework(leaf("a", 1), leaf("b", 0))
                .scoreAll(unit(List.of("a", "b"), 40, 80))
                .scorecard("u");
        assertThat(card.score()).isEqualTo(40);
        assertThat(card.contribution("b").orElseThrow().points()).isZero();
        assertThat(card.contribution("b").orElseThrow().effectiveWeight()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAWeightThatIsNone(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> leaf("a", weight))
                .withMessageStartingWith("Indicator a: weight must be finite but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pillar("p", leaf("a", 1)).withWeight(weight))
                .withMessageStartingWith("Pillar p: weight must be finite but was ");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, -Double.MIN_VALUE})
    void refusesANegativeWeightBelowAMean(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pillar("p", leaf("a", weight), leaf("b", 2)))
                .withMessageStartingWith(
                        "Pillar p: the weight of a must not be negative below arithmetic mean but was ")
                .withMessageEndingWith("; a weighted sum or product takes signs");
    }

    @Test
    void refusesAPillarWithoutWeightOrWithoutChildren() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pillar("p", leaf("a", 0), leaf("b", -0.0)))
                .withMessage("Pillar p: the weights of its children must not all be zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pillar("p"))
                .withMessage("Pillar p must have at least one child");
    }

    @ParameterizedTest
    @CsvSource({"1, 0.3, 0.7", "100, 30, 70", "1, 0.3, 0.7000000009", "100, 30, 69.99999991"})
    void acceptsWeightsThatSumToWhatIsStated(double sum, double a, double b) {
        assertThat(pillar("p", leaf("a", a), leaf("b", b)).withWeightsSumTo(sum).weightsSumTo())
                .hasValue(sum);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.3, 0.7000000011", "100, 30, 69.99999989", "100, 0.3, 0.7", "0, 0.3, 0.7", "NaN, 0.3, 0.7"})
    void refusesWeightsThatDoNotSumToWhatIsStated(double sum, double a, double b) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pillar("p", leaf("a", a), leaf("b", b)).withWeightsSumTo(sum))
                .withMessageStartingWith("Pillar p: the weights of its children are stated to sum to ")
                .withMessageEndingWith("; correct them or leave out weightsSumTo");
    }

    @Test
    void refusesTwoNodesOfOneId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework(pillar("p", leaf("a", 1)), pillar("q", leaf("a", 1))))
                .withMessage("ScoringFramework test: two nodes have the id 'a'; give one of them another id");
    }

    @Test
    void refusesANodeBelowItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework(pillar("p", pillar("q", pillar("p", leaf("a", 1))))))
                .withMessage(
                        "ScoringFramework test: node 'p' stands below itself; an index is a tree and has no cycle");
    }

    @Test
    void twoIndicatorsMayReadOneColumn() {
        Indicator again = leaf("a", 1).withId("b").withDirection(Direction.LOWER_IS_BETTER);
        assertThat(framework(leaf("a", 1), again)
                        .scoreAll(unit(List.of("a"), 30))
                        .score("u"))
                .hasValue(50);
    }

    @Test
    void anUnknownNodeNamesTheNearest() {
        ScoringFramework framework = framework(pillar("funding", leaf("a", 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework.node("fundin"))
                .withMessage("ScoringFramework test: no node 'fundin'; nearest: funding");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework.scoreAll(unit(List.of("a"), 1)).score("u", "fundin"))
                .withMessageContaining("nearest: funding");
    }

    @Test
    void aNodeIsReplacedInItsPlace() {
        ScoringFramework framework = framework(pillar("p", leaf("a", 1), leaf("b", 1)), leaf("c", 1));
        ScoringFramework changed = framework.withNode(leaf("b", 5));
        assertThat(changed.node("b").weight()).isEqualTo(5);
        assertThat(changed.withNode(leaf("b", 1))).isEqualTo(framework);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework.withNode(leaf("index", 1)))
                .withMessage("ScoringFramework.index must be a pillar");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework.withNode(leaf("d", 1)))
                .withMessageContaining("no node 'd'");
    }

    @Test
    void refusesBlankTexts() {
        ScoringFramework framework = framework(leaf("a", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework.withQuestion(" "))
                .withMessage("ScoringFramework.question must not be blank; it is in framework test");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework.withId(""))
                .withMessage("ScoringFramework.id must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> leaf("a", 1).withLabel(""))
                .withMessage("Indicator a: label must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> leaf(" ", 1))
                .withMessage("Indicator.id must not be blank");
    }

    /** sqrt(40 x 90) = 60, and 40^(1/4) 90^(3/4) by hand. */
    @ParameterizedTest
    @CsvSource({"1, 1, 60", "2, 2, 60", "1, 0, 40", "1, 3, 73.48469228349533"})
    void geometricMeansWeighLogarithms(double a, double b, double expected) {
        assertThat(framework(geometric("g", 50, leaf("a", a), leaf("b", b)))
                        .scoreAll(unit(List.of("a", "b"), 40, 90))
                        .score("u")
                        .orElseThrow())
                .isCloseTo(expected, within(1e-12));
    }
}
