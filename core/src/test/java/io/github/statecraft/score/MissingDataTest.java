package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.leaf;
import static io.github.statecraft.score.ScoreFixtures.pillar;
import static io.github.statecraft.score.ScoreFixtures.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.MissingDataPolicy.Scope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: small cases worked by hand. */
class MissingDataTest {
    private static final double NONE = Double.NaN;
    private static final List<String> FIVE = List.of("a", "b", "c", "d", "e");
    private static final ScoringFramework EQUAL_FIVE =
            framework(leaf("a", 1), leaf("b", 1), leaf("c", 1), leaf("d", 1), leaf("e", 1));

    /** Pillars p = (a, b) and q = (c, d) of equal weight. */
    private static final ScoringFramework TWO_PILLARS =
            framework(pillar("p", leaf("a", 1), leaf("b", 1)), pillar("q", leaf("c", 1), leaf("d", 3)));

    private static final List<String> FOUR = FIVE.subList(0, 4);

    @Test
    void strictNeedsEveryIndicator() {
        assertThat(EQUAL_FIVE.scoreAll(unit(FIVE, 10, 20, 30, 40, 50)).score("u"))
                .hasValue(30);
        ScoreTable scores = EQUAL_FIVE.scoreAll(unit(FIVE, 10, 20, NONE, 40, 50));
        assertThat(scores.score("u")).isEmpty();
        assertThat(scores.units()).isEmpty();
        assertThat(scores.unscored())
                .containsExactly(
                        entry("u", "80 % of the weight counts; missing c (strict: every indicator is needed)"));
    }

    @Test
    void strictNeedsAnIndicatorWithoutWeightToo() {
        ScoringFramework framework = framework(leaf("a", 1), leaf("b", 0));
        assertThat(framework.scoreAll(unit(FIVE, 10, NONE)).unscored().get("u"))
                .isEqualTo("100 % of the weight counts; missing b (strict: every indicator is needed)");
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void threeOfFiveAreSixtyPercent(Scope scope) {
        ScoringFramework framework = EQUAL_FIVE.withMissing(MissingDataPolicy.reweight(0.6, scope));
        ScoreTable three = framework.scoreAll(unit(FIVE, 10, NONE, 30, NONE, 50));
        assertThat(three.score("u").orElseThrow()).isCloseTo(30, within(1e-13));
        assertThat(three.scorecard("u").coverage()).isCloseTo(0.6, within(1e-15));
        assertThat(three.scorecard("u").missing()).containsExactly(entry("b", "no value"), entry("d", "no value"));
        assertThat(framework.scoreAll(unit(FIVE, 10, NONE, 30, NONE, NONE)).score("u"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.600000001, 0.61, 1})
    void threeOfFiveAreNotMoreThanSixtyPercent(double share) {
        for (Scope scope : Scope.values()) {
            assertThat(EQUAL_FIVE
                            .withMissing(MissingDataPolicy.reweight(share, scope))
                            .scoreAll(unit(FIVE, 10, NONE, 30, NONE, 50))
                            .score("u"))
                    .isEmpty();
        }
    }

    /** p has half of its weight, less than 0.6, and is dropped: only q = (30 + 3 x 50) / 4 = 45 is left. */
    @Test
    void everyPillarDropsAPillarWithTooLittle() {
        ScoreTable scores = TWO_PILLARS
                .withMissing(MissingDataPolicy.reweight(0.5, Scope.EVERY_PILLAR))
                .withNode(pillar("p", leaf("a", 1), leaf("b", 1.1)))
                .scoreAll(unit(FOUR, 90, NONE, 30, 50));
        assertThat(scores.score("u")).hasValue(45);
        assertThat(scores.score("u", "p")).isEmpty();
        assertThat(scores.score("u", "a")).hasValue(90);
        Scorecard card = scores.scorecard("u");
        assertThat(card.missing()).containsExactly(entry("a", "pillar p has too little data"), entry("b", "no value"));
        assertThat(card.contribution("a")).isEmpty();
        assertThat(card.coverage()).isEqualTo(0.5);
        assertThat(card.contributions())
                .extracting(Contribution::effectiveWeight)
                .containsExactly(0.25, 0.75);
    }

    @Test
    void aDroppedPillarIsMissingInThePillarAbove() {
        ScoreTable scores = TWO_PILLARS
                .withMissing(MissingDataPolicy.reweight(0.6, Scope.EVERY_PILLAR))
                .scoreAll(unit(FOUR, 90, NONE, 30, 50));
        assertThat(scores.unscored().get("u"))
                .isEqualTo("50 % of the weight counts; missing b "
                        + "(re-weight: a pillar needs 60 % of its children's weight, else it is missing itself)");
    }

    /** a counts for all of p: (90 + 45) / 2. The weight there is 0.5 x 0.5 + 0.5 = 0.75. */
    @ParameterizedTest
    @CsvSource({"0.75, 67.5", "0.5, 67.5", "0.0001, 67.5"})
    void overallKeepsAPillarWithLittle(double share, double expected) {
        ScoreTable scores = TWO_PILLARS
                .withMissing(MissingDataPolicy.reweight(share, Scope.OVERALL))
                .scoreAll(unit(FOUR, 90, NONE, 30, 50));
        assertThat(scores.score("u")).hasValue(expected);
        assertThat(scores.scorecard("u").coverage()).isEqualTo(0.75);
    }

    @Test
    void overallRefusesAUnitWithLittle() {
        ScoreTable scores = TWO_PILLARS
                .withMissing(MissingDataPolicy.reweight(0.76, Scope.OVERALL))
                .scoreAll(unit(FOUR, 90, NONE, 30, 50));
        assertThat(scores.unscored().get("u"))
                .isEqualTo("75 % of the weight counts; missing b "
                        + "(re-weight: a unit needs 76 % of the indicators' weight)");
        assertThat(scores.score("u")).isEmpty();
        assertThat(scores.score("u", "p"))
                .as("a pillar with data keeps its score")
                .hasValue(90);
    }

    @Test
    void aMinimumByNumberIsToldByNumber() {
        ScoreTable overall = TWO_PILLARS
                .withMissing(MissingDataPolicy.minimumCount(4, Scope.OVERALL))
                .scoreAll(unit(FOUR, 90, NONE, 30, 50));
        assertThat(overall.unscored().get("u"))
                .isEqualTo("3 of 4 indicators needed are known; missing b "
                        + "(minimum count: a unit needs 4 of the indicators)");
        ScoreTable everyPillar = TWO_PILLARS
                .withMissing(MissingDataPolicy.minimumCount(2, Scope.EVERY_PILLAR))
                .scoreAll(unit(FOUR, 90, NONE, 30, 50));
        assertThat(everyPillar.unscored().get("u"))
                .isEqualTo("1 of 2 children of the index needed are known; missing b "
                        + "(minimum count: a pillar needs 2 of its children, else it is missing itself)");
    }

    @Test
    void aScorecardOfAUnitWithTooLittleIsRefused() {
        ScoreTable scores = EQUAL_FIVE.scoreAll(unit(FIVE, NONE, NONE, NONE, NONE, NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores.scorecard("u"))
                .withMessage("ScoreTable: 'u' has no score under test: 0 % of the weight counts; missing a, b, c, d, e "
                        + "(strict: every indicator is needed)")
                .withNoCause();
    }

    @Test
    void aUnitWithoutDataHasNoScoreUnderTheMostLenientPolicy() {
        for (Scope scope : Scope.values()) {
            ScoreTable scores = TWO_PILLARS
                    .withMissing(MissingDataPolicy.reweight(Double.MIN_VALUE, scope))
                    .scoreAll(unit(FOUR, NONE, NONE, NONE, NONE));
            assertThat(scores.score("u")).isEmpty();
            assertThat(scores.ranking().size()).isZero();
            assertThat(scores.ranking().find("u")).isEmpty();
        }
    }

    /** Only a value without weight is there: nothing to re-weight. */
    @Test
    void aPillarWithNothingButWeightlessValuesHasNoScore() {
        ScoringFramework framework = framework(leaf("a", 1), leaf("b", 0))
                .withMissing(MissingDataPolicy.reweight(Double.MIN_VALUE, Scope.EVERY_PILLAR));
        assertThat(framework.scoreAll(unit(FIVE, NONE, 50)).score("u")).isEmpty();
    }

    @Test
    void aValueOfZeroIsThereAndAMissingOneIsNotZero() {
        ScoringFramework framework =
                framework(leaf("a", 1), leaf("b", 1)).withMissing(MissingDataPolicy.reweight(0.5, Scope.OVERALL));
        assertThat(framework.scoreAll(unit(FIVE, 80, 0)).score("u")).hasValue(40);
        assertThat(framework.scoreAll(unit(FIVE, 80, NONE)).score("u")).hasValue(80);
    }

    @Test
    void coverageIsPrintedAsFullOnlyIfItIs() {
        ScoringFramework framework =
                framework(leaf("a", 999), leaf("b", 1)).withMissing(MissingDataPolicy.reweight(0.5, Scope.OVERALL));
        assertThat(framework.scoreAll(unit(FIVE, 80, NONE)).scorecard("u"))
                .asString()
                .containsIgnoringWhitespaces("Coverage over 99 % of the weight, 1 of 2 indicators.", "Missing: b.");
        assertThat(framework.scoreAll(unit(FIVE, NONE, 80)).unscored().get("u")).startsWith("under 1 % of the weight");
    }

    /** Thirds and sevenths do not add up to 1 as doubles; nothing is missing all the same. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 10, 49, 93})
    void coverageOfEverythingIsExactlyOne(int indicators) {
        IndexNode[] leaves = new IndexNode[indicators];
        List<String> ids = new ArrayList<>();
        double[] values = new double[indicators];
        for (int i = 0; i < indicators; i++) {
            leaves[i] = leaf("x" + i, 1);
            ids.add("x" + i);
        }
        assertThat(framework(leaves).scoreAll(unit(ids, values)).scorecard("u").coverage())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.0000001, NONE, Double.POSITIVE_INFINITY})
    void refusesAShareThatIsNone(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MissingDataPolicy.reweight(share, Scope.OVERALL))
                .withMessageStartingWith("MissingDataPolicy.Reweight.minimumShare must be in (0, 1] but was ");
    }

    @Test
    void sharesPrintAsPeopleWriteThem() {
        assertThat(MissingDataPolicy.reweight(0.07, Scope.OVERALL))
                .hasToString("re-weight: a unit needs 7 % of the indicators' weight");
        assertThat(MissingDataPolicy.reweight(1 / 3.0, Scope.OVERALL))
                .asString()
                .contains(" 33.3333 % ");
    }
}
