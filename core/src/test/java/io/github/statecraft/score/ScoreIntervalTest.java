package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.geometric;
import static io.github.statecraft.score.ScoreFixtures.leaf;
import static io.github.statecraft.score.ScoreFixtures.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracles: small cases worked by hand. */
class ScoreIntervalTest {
    private static ScoreInterval interval(ScoringFramework framework, Estimate... estimates) {
        IndicatorTable.Builder table = IndicatorTable.builder().unit("u");
        for (int i = 0; i < estimates.length; i++) {
            table.reading("u", Character.toString((char) ('a' + i)), reading(estimates[i]));
        }
        return framework.scoreAll(table.build()).scorecard("u").interval();
    }

    /** 0.25 x (20 to 40) + 0.75 x 60. */
    @Test
    void takesTheEndsOfWhatIsKnown() {
        ScoreInterval interval =
                interval(framework(leaf("a", 1), leaf("b", 3)), Estimate.interval90(30, 20, 40), Estimate.of(60));
        assertThat(interval).isEqualTo(new ScoreInterval(50, 55, 1, 0, 2));
        assertThat(interval.isComplete()).isFalse();
        assertThat(interval.width()).hasValue(5);
        assertThat(interval).hasToString("at least 50.00 to 55.00 (covers 1 of 2 inputs)");
    }

    /** Lower is better: 40 is the bad end. (100 - 40) to (100 - 20). */
    @Test
    void turnsTheEndsWhereLowerIsBetter() {
        assertThat(interval(
                        framework(leaf("a", 1).withDirection(Direction.LOWER_IS_BETTER)), Estimate.range(30, 20, 40)))
                .isEqualTo(new ScoreInterval(60, 80, 1, 0, 1))
                .hasToString("60.00 to 80.00 (covers 1 of 1 inputs)");
    }

    /** (10 to 40) per (1 to 2): 5 to 40. (10 to 40) % of (1 to 2): 0.1 to 0.8. */
    @Test
    void takesAllCornersOfADenomination() {
        assertThat(interval(
                        framework(leaf("a", 1).withDenomination(Denomination.per("b", 1, "things"))),
                        Estimate.range(20, 10, 40),
                        Estimate.range(2, 1, 2)))
                .isEqualTo(new ScoreInterval(5, 40, 2, 0, 2));
        ScoreInterval times = interval(
                framework(leaf("a", 1).withDenomination(Denomination.times("b", 100, "things"))),
                Estimate.range(20, 10, 40),
                Estimate.range(2, 1, 2));
        assertThat(times.low()).isCloseTo(0.1, within(1e-15));
        assertThat(times.high()).isCloseTo(0.8, within(1e-15));
    }

    /** Divided by something down to nothing: as good as it gets. */
    @Test
    void aDenominatorThatMayBeNothingReachesTheEndOfTheScale() {
        for (double low : new double[] {0, -1}) {
            assertThat(interval(
                            framework(leaf("a", 1).withDenomination(Denomination.per("b", 1, "things"))),
                            Estimate.exactly(20),
                            Estimate.range(2, low, 4)))
                    .isEqualTo(new ScoreInterval(5, 100, 2, 0, 2));
        }
    }

    @Test
    void anUnknownSpreadCoversNothing() {
        ScoreInterval interval = interval(framework(leaf("a", 1), leaf("b", 1)), Estimate.of(30), Estimate.of(50));
        assertThat(interval)
                .isEqualTo(new ScoreInterval(40, 40, 0, 0, 2))
                .hasToString("unknown (covers 0 of 2 inputs)");
        assertThat(interval.width()).isEmpty();
    }

    @Test
    void anExactValueIsCovered() {
        assertThat(interval(framework(leaf("a", 1), leaf("b", 1)), Estimate.exactly(30), Estimate.exactly(50)))
                .isEqualTo(new ScoreInterval(40, 40, 2, 0, 2))
                .hasToString("40.00 to 40.00 (covers 2 of 2 inputs)");
    }

    /** 90 to 130 on 0 to 100: beyond 100 only where scores go on there. */
    @ParameterizedTest
    @CsvSource({"REFUSE, 90, 100", "CAP, 90, 100", "EXTEND, 90, 130"})
    void endsGoAsFarAsScoresDo(OutOfRange outOfRange, double low, double high) {
        Indicator leaf = leaf("a", 1).withNormalisation(new Normalisation.Goalposts(0, 100, outOfRange, ""));
        assertThat(interval(framework(leaf), Estimate.range(95, 90, 130)))
                .isEqualTo(new ScoreInterval(low, high, 1, 0, 1));
    }

    /** 10 to 1000 in logarithms; 0 has none and is the bad end. */
    @ParameterizedTest
    @CsvSource({"REFUSE", "CAP", "EXTEND"})
    void anEndWithoutALogarithmIsTheEndOfTheScale(OutOfRange outOfRange) {
        Indicator leaf = leaf("a", 1).withNormalisation(new Normalisation.LogGoalposts(10, 1000, outOfRange, ""));
        ScoreInterval interval = interval(framework(leaf), Estimate.range(100, 0, 1000));
        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isCloseTo(100, within(1e-12));
    }

    /** Levels 0, 0.5 and 1 score 10, 5 and 90; from 0.4 to 1 there are two of them, from 0 to 1 all. */
    @ParameterizedTest
    @CsvSource({"0.4, 1, 5, 90", "0, 0.6, 5, 10", "0, 1, 5, 90", "0.5, 0.5, 5, 5"})
    void codesTakeTheWorstAndBestLevelInTheirRange(double from, double to, double low, double high) {
        Indicator leaf =
                leaf("a", 1).withNormalisation(Normalisation.ordinalMap(Map.of(0.0, 10.0, 0.5, 5.0, 1.0, 90.0)));
        assertThat(interval(framework(leaf), Estimate.range(0.5, from, to)))
                .isEqualTo(new ScoreInterval(low, high, 1, 0, 1));
    }

    /** A capped end of 0 makes the geometric mean 0, though a score of 0 would be refused. */
    @Test
    void aGeometricMeanMayReachZero() {
        ScoreInterval interval = interval(
                framework(geometric("g", 50, leaf("a", 1), leaf("b", 1))),
                Estimate.range(40, 0, 90),
                Estimate.exactly(90));
        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isCloseTo(90, within(1e-12));
    }

    @Test
    void missingInputsDoNotCount() {
        IndicatorTable table = IndicatorTable.builder()
                .unit("u")
                .reading("u", "a", reading(Estimate.range(30, 20, 40)))
                .indicator("b")
                .build();
        assertThat(framework(leaf("a", 1), leaf("b", 1))
                        .withMissing(MissingDataPolicy.reweight(0.5, MissingDataPolicy.Scope.OVERALL))
                        .scoreAll(table)
                        .scorecard("u")
                        .interval())
                .isEqualTo(new ScoreInterval(20, 40, 1, 0, 1));
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 0, 1", "NaN, 1, 0, 1", "1, NaN, 0, 1", "1, 2, -1, 1", "1, 2, 2, 1"})
    void refusesIntervalsThatAreNone(double low, double high, int covered, int inputs) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreInterval(low, high, covered, 0, inputs))
                .withMessageStartingWith("ScoreInterval must ");
    }
}
