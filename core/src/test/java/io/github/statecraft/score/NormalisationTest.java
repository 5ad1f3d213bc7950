package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableSortedMap;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Oracles: the closed forms of the OECD/JRC Handbook, 2008, pages 83-88, worked by hand. */
class NormalisationTest {
    private static Indicator leaf(Normalisation normalisation, Direction direction) {
        return Indicator.builder()
                .indicator("x")
                .normalisation(normalisation)
                .direction(direction)
                .build();
    }

    /** 100 (x - 20) / (85 - 20), and 100 (85 - x) / (85 - 20). */
    @ParameterizedTest
    @CsvSource({
        "HIGHER_IS_BETTER, 20, 0",
        "HIGHER_IS_BETTER, 85, 100",
        "HIGHER_IS_BETTER, 52.5, 50",
        "HIGHER_IS_BETTER, 33, 20",
        "LOWER_IS_BETTER, 20, 100",
        "LOWER_IS_BETTER, 85, 0",
        "LOWER_IS_BETTER, 52.5, 50",
        "LOWER_IS_BETTER, 33, 80"
    })
    void goalpostsAreLinear(Direction direction, double value, double expected) {
        assertThat(score(leaf(Normalisation.goalposts(20, 85), direction), value))
                .isEqualTo(expected);
    }

    /** On goalposts 0 to 100 a whole number is its own score, to the last bit. */
    @ParameterizedTest
    @EnumSource(Direction.class)
    void wholeNumbersScoreThemselves(Direction direction) {
        Indicator leaf = leaf(Normalisation.goalposts(0, 100), direction);
        for (int value = 0; value <= 100; value++) {
            assertThat(score(leaf, value)).isEqualTo(direction == Direction.HIGHER_IS_BETTER ? value : 100 - value);
        }
    }

    /** The ends of any goalposts score 0 and 100 exactly, and nothing between them scores beyond. */
    @Test
    void goalpostsScoreTheEndsOfTheScaleExactly() {
        Random random = new Random(20261124);
        for (int run = 0; run < 2_000; run++) {
            double low = Math.scalb(random.nextDouble() - 0.5, random.nextInt(2_000) - 980);
            double high = low + Math.scalb(random.nextDouble() + 0.1, random.nextInt(2_000) - 980);
            if (!(low < high)) {
                continue;
            }
            Indicator up = leaf(Normalisation.goalposts(low, high), Direction.HIGHER_IS_BETTER);
            Indicator down = up.withDirection(Direction.LOWER_IS_BETTER);
            assertThat(List.of(score(up, low), score(up, high))).containsExactly(0.0, 100.0);
            assertThat(List.of(score(down, high), score(down, low))).containsExactly(0.0, 100.0);
            for (double inside : new double[] {Math.nextUp(low), low / 2 + high / 2, Math.nextDown(high)}) {
                double value = Math.max(low, Math.min(high, inside));
                assertThat(score(up, value)).isBetween(0.0, 100.0);
                assertThat(score(down, value)).isBetween(0.0, 100.0);
            }
        }
    }

    /** 10, 1000 and 100,000 are equally far apart: 0, 50, 100. */
    @ParameterizedTest
    @CsvSource({
        "HIGHER_IS_BETTER, 10, 0",
        "HIGHER_IS_BETTER, 100, 25",
        "HIGHER_IS_BETTER, 1000, 50",
        "HIGHER_IS_BETTER, 100000, 100",
        "LOWER_IS_BETTER, 10, 100",
        "LOWER_IS_BETTER, 100, 75",
        "LOWER_IS_BETTER, 100000, 0"
    })
    void logGoalpostsAreLinearInTheLogarithm(Direction direction, double value, double expected) {
        assertThat(score(leaf(Normalisation.logGoalposts(10, 100_000), direction), value))
                .isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"HIGHER_IS_BETTER, 0, 25, 100", "LOWER_IS_BETTER, 100, 75, 0"})
    void minMaxTakesTheEndsOfTheTable(Direction direction, double low, double middle, double high) {
        IndicatorTable table = IndicatorTable.builder()
                .unit("a")
                .unit("b")
                .unit("c")
                .unit("none")
                .value("a", "x", -2)
                .value("b", "x", 0)
                .value("c", "x", 6)
                .build();
        ScoreTable scores = framework(leaf(Normalisation.minMax(), direction)).scoreAll(table);
        assertThat(scores.score("a")).hasValue(low);
        assertThat(scores.score("b")).hasValue(middle);
        assertThat(scores.score("c")).hasValue(high);
        assertThat(scores.score("none")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "0.5, 40", "1, 90", "-0.0, 10"})
    void ordinalMapGivesEachLevelItsScore(double level, double expected) {
        Normalisation map = Normalisation.ordinalMap(Map.of(0.0, 10.0, 0.5, 40.0, 1.0, 90.0));
        assertThat(score(leaf(map, Direction.HIGHER_IS_BETTER), level)).isEqualTo(expected);
    }

    @Test
    void ordinalMapsAreEqualWhateverTheOrderAndTheSignOfZero() {
        Normalisation map = Normalisation.ordinalMap(Map.of(0.0, 10.0, 1.0, 90.0));
        ImmutableSortedMap<Double, Double> downwards = ImmutableSortedMap.<Double, Double>orderedBy(
                        Comparator.reverseOrder())
                .put(-0.0, 10.0)
                .put(1.0, 90.0)
                .build();
        assertThat(new Normalisation.OrdinalMap(downwards, "")).isEqualTo(map).hasToString(map.toString());
        assertThat(Normalisation.goalposts(-0.0, 1)).isEqualTo(Normalisation.goalposts(0, 1));
    }

    /** Beyond 10 to 20 on each side by half the range: -50 or 150, cut to 0 or 100. */
    @ParameterizedTest
    @CsvSource({
        "EXTEND, HIGHER_IS_BETTER, 5, -50",
        "EXTEND, HIGHER_IS_BETTER, 25, 150",
        "EXTEND, LOWER_IS_BETTER, 5, 150",
        "EXTEND, LOWER_IS_BETTER, 25, -50",
        "CAP, HIGHER_IS_BETTER, 5, 0",
        "CAP, HIGHER_IS_BETTER, 25, 100",
        "CAP, LOWER_IS_BETTER, 5, 100",
        "CAP, LOWER_IS_BETTER, 25, 0"
    })
    void valuesBeyondTheGoalpostsAreExtendedOrCapped(
            OutOfRange outOfRange, Direction direction, double value, double expected) {
        Indicator leaf = leaf(new Normalisation.Goalposts(10, 20, outOfRange, ""), direction);
        assertThat(score(leaf, value)).isEqualTo(expected);
        assertThat(framework(leaf)
                        .scoreAll(ScoreFixtures.unit(List.of("x"), value))
                        .scorecard("u")
                        .contributions()
                        .get(0)
                        .notes())
                .singleElement()
                .asString()
                .contains("beyond goalposts 10 to 20, " + outOfRange);
    }

    /** Beyond 10 to 1000 by half the range in logarithms. */
    @ParameterizedTest
    @CsvSource({
        "EXTEND, HIGHER_IS_BETTER, 1, -50",
        "EXTEND, LOWER_IS_BETTER, 1, 150",
        "EXTEND, HIGHER_IS_BETTER, 10000, 150",
        "EXTEND, LOWER_IS_BETTER, 10000, -50",
        "CAP, HIGHER_IS_BETTER, 1, 0",
        "CAP, HIGHER_IS_BETTER, 0, 0",
        "CAP, HIGHER_IS_BETTER, -7, 0",
        "CAP, LOWER_IS_BETTER, 0, 100",
        "CAP, LOWER_IS_BETTER, 10000, 0"
    })
    void valuesBeyondLogGoalpostsAreExtendedOrCapped(
            OutOfRange outOfRange, Direction direction, double value, double expected) {
        assertThat(score(leaf(new Normalisation.LogGoalposts(10, 1000, outOfRange, ""), direction), value))
                .isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void refusesValuesBeyondTheGoalpostsByDefault(Direction direction) {
        for (double value : new double[] {Math.nextDown(10.0), Math.nextUp(20.0), 0, 1e300}) {
            for (Normalisation posts :
                    List.of(Normalisation.goalposts(10, 20), Normalisation.logGoalposts(9.999999999999999, 20.1))) {
                if (posts instanceof Normalisation.LogGoalposts && value > 9 && value < 21) {
                    continue;
                }
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> score(leaf(posts, direction), value))
                        .withMessageStartingWith("Indicator x of u is ")
                        .withMessageContaining(", beyond " + posts)
                        .withMessageEndingWith("move the goalposts, or state what a value beyond them does");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"REFUSE, 0", "EXTEND, 0", "REFUSE, -1", "EXTEND, -1"})
    void refusesTheLogarithmOfNothing(OutOfRange outOfRange, double value) {
        Indicator leaf = leaf(new Normalisation.LogGoalposts(10, 1000, outOfRange, ""), Direction.HIGHER_IS_BETTER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(leaf, value))
                .withMessageContaining("beyond log goalposts 10 to 1000, " + outOfRange);
    }

    @Test
    void refusesAMinMaxColumnWithoutTwoValues() {
        ScoringFramework framework = framework(leaf(Normalisation.minMax(), Direction.HIGHER_IS_BETTER));
        IndicatorTable constant = IndicatorTable.builder()
                .unit("a")
                .unit("b")
                .value("a", "x", 3)
                .value("b", "x", 3)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework.scoreAll(constant))
                .withMessage(
                        "Normalisation.MinMax of x needs at least two different values in the table but has 3 to 3; "
                                + "score more units, or state goalposts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework.scoreAll(ScoreFixtures.unit(List.of("x"), Double.NaN)))
                .withMessageContaining("needs at least two different values in the table; score");
    }

    @Test
    void refusesALevelThatIsNotInTheMap() {
        Indicator leaf = leaf(Normalisation.ordinalMap(Map.of(0.0, 0.0, 1.0, 100.0)), Direction.HIGHER_IS_BETTER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(leaf, 0.5))
                .withMessageContaining("Indicator x of u is 0.5, beyond ordinal map 0 -> 0, 1 -> 100");
    }

    @Test
    void refusesADirectionBesideAnOrdinalMap() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> leaf(Normalisation.ordinalMap(Map.of(0.0, 0.0, 1.0, 100.0)), Direction.LOWER_IS_BETTER))
                .withMessageContaining("direction must be HIGHER_IS_BETTER");
    }

    /** A score that a double cannot hold must not become missing or infinite. */
    @Test
    void refusesAScoreThatIsNoNumber() {
        Indicator leaf = leaf(
                new Normalisation.Goalposts(0, Double.MIN_VALUE, OutOfRange.EXTEND, ""), Direction.HIGHER_IS_BETTER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(leaf, 1e300))
                .withMessageContaining("Indicator x of u is 1e300, too far from goalposts");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 1", "NaN, 1", "0, NaN", "-Infinity, 1", "0, Infinity", "-1.7e308, 1.7e308"})
    void refusesGoalpostsThatAreNotInOrder(double low, double high) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normalisation.goalposts(low, high))
                .withMessageStartingWith("Normalisation.Goalposts must have finite low < high but was ");
        assertThatIllegalArgumentException().isThrownBy(() -> Normalisation.logGoalposts(low, high));
    }

    @ParameterizedTest
    @CsvSource({"0, 1, must be positive", "-1, 1, must be positive", "1e15, 1000000000000000.1, different logarithms"})
    void refusesLogGoalpostsWithoutTwoLogarithms(double low, double high, String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normalisation.logGoalposts(low, high))
                .withMessageContaining(rule);
    }

    @Test
    void refusesOrdinalMapsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normalisation.ordinalMap(Map.of(1.0, 1.0)))
                .withMessageContaining("at least two");
        for (Map<Double, Double> levels : List.of(
                Map.of(0.0, 0.0, 1.0, 100.1),
                Map.of(0.0, -0.1, 1.0, 100.0),
                Map.of(0.0, Double.NaN, 1.0, 100.0),
                Map.of(0.0, 0.0, Double.POSITIVE_INFINITY, 100.0))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Normalisation.ordinalMap(levels))
                    .withMessageContaining("must map finite levels to scores in [0, 100] but mapped");
        }
    }
}
