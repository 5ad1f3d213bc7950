package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.StepFixtures.after;
import static io.github.statecraft.score.StepFixtures.column;
import static io.github.statecraft.score.StepFixtures.normalised;
import static io.github.statecraft.score.StepFixtures.x;
import static io.github.statecraft.score.method.Direction.HIGHER_IS_BETTER;
import static io.github.statecraft.score.method.Direction.LOWER_IS_BETTER;
import static io.github.statecraft.score.method.Normalisation.DistanceForm.DIFFERENCE;
import static io.github.statecraft.score.method.Normalisation.DistanceForm.RANGE;
import static io.github.statecraft.score.method.Normalisation.DistanceForm.RATIO;
import static io.github.statecraft.score.method.OutOfRange.CAP;
import static io.github.statecraft.score.method.OutOfRange.EXTEND;
import static io.github.statecraft.score.method.OutOfRange.REFUSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.score.method.Benchmark;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Normalisation.DistanceForm;
import io.github.statecraft.score.method.OutOfRange;
import io.github.statecraft.score.method.OutputRange;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Distance to a benchmark, worked by hand from the formulas of the OECD/JRC Handbook (2008, page 28: {@code x / b} and
 * {@code (x - b) / b}) and of COINr 1.1.14 ({@code 1 - (b - x) / (b - min)}). The values are 2, 4, 5, 9: best 9, worst 2, mean 5.
 * Where lower is better COINr turns the sign of every value first, so that best is 2 and {@code 1 - (x - b) / (max - b)}.
 */
class DistanceTest {
    private static final double[] VALUES = {2, 4, 5, 9};

    static Stream<Arguments> distances() {
        Benchmark best = new Benchmark.Best();
        Benchmark mean = new Benchmark.Mean();
        Benchmark second = new Benchmark.Unit("u1");
        Benchmark ten = new Benchmark.Target(10, "");
        Benchmark one = new Benchmark.Target(1, "");
        return Stream.of(
                row(RATIO, best, EXTEND, HIGHER_IS_BETTER, 2 / 9.0, 4 / 9.0, 5 / 9.0, 1),
                row(RATIO, mean, EXTEND, HIGHER_IS_BETTER, 0.4, 0.8, 1, 1.8),
                row(RATIO, mean, CAP, HIGHER_IS_BETTER, 0.4, 0.8, 1, 1),
                row(RATIO, second, EXTEND, HIGHER_IS_BETTER, 0.5, 1, 1.25, 2.25),
                row(RATIO, ten, REFUSE, HIGHER_IS_BETTER, 0.2, 0.4, 0.5, 0.9),
                row(RATIO, best, EXTEND, LOWER_IS_BETTER, 1, 0.5, 0.4, 2 / 9.0),
                row(RATIO, mean, EXTEND, LOWER_IS_BETTER, 2.5, 1.25, 1, 5 / 9.0),
                row(RATIO, mean, CAP, LOWER_IS_BETTER, 1, 1, 1, 5 / 9.0),
                row(RATIO, second, EXTEND, LOWER_IS_BETTER, 2, 1, 0.8, 4 / 9.0),
                row(RATIO, one, REFUSE, LOWER_IS_BETTER, 0.5, 0.25, 0.2, 1 / 9.0),
                row(RANGE, best, REFUSE, HIGHER_IS_BETTER, 0, 2 / 7.0, 3 / 7.0, 1),
                row(RANGE, mean, EXTEND, HIGHER_IS_BETTER, 0, 2 / 3.0, 1, 7 / 3.0),
                row(RANGE, second, CAP, HIGHER_IS_BETTER, 0, 1, 1, 1),
                row(RANGE, ten, EXTEND, HIGHER_IS_BETTER, 0, 0.25, 0.375, 0.875),
                row(RANGE, best, REFUSE, LOWER_IS_BETTER, 1, 5 / 7.0, 4 / 7.0, 0),
                row(RANGE, mean, EXTEND, LOWER_IS_BETTER, 7 / 4.0, 5 / 4.0, 1, 0),
                row(RANGE, second, CAP, LOWER_IS_BETTER, 1, 1, 0.8, 0),
                row(RANGE, one, EXTEND, LOWER_IS_BETTER, 0.875, 0.625, 0.5, 0),
                row(DIFFERENCE, best, EXTEND, HIGHER_IS_BETTER, -7 / 9.0, -5 / 9.0, -4 / 9.0, 0),
                row(DIFFERENCE, mean, EXTEND, HIGHER_IS_BETTER, -0.6, -0.2, 0, 0.8),
                row(DIFFERENCE, second, EXTEND, HIGHER_IS_BETTER, -0.5, 0, 0.25, 1.25),
                row(DIFFERENCE, best, EXTEND, LOWER_IS_BETTER, 0, -1, -1.5, -3.5),
                row(DIFFERENCE, ten, EXTEND, LOWER_IS_BETTER, 0.8, 0.6, 0.5, 0.1));
    }

    private static Arguments row(
            DistanceForm form,
            Benchmark benchmark,
            OutOfRange outOfRange,
            Direction direction,
            double a,
            double b,
            double c,
            double d) {
        return Arguments.of(
                new Normalisation.Distance(form, benchmark, outOfRange), direction, new double[] {a, b, c, d});
    }

    /** On 0 to 1, and on -3 to 5, where d is {@code -3 + 8 d}. */
    @ParameterizedTest
    @MethodSource("distances")
    void distancesAreThoseOfTheFormula(Normalisation method, Direction direction, double[] expected) {
        Indicator leaf = x(method).withDirection(direction);
        assertThat(normalised(leaf.withRange(OutputRange.ONE), VALUES)).containsExactly(expected, within(1e-15));
        double[] wide =
                Stream.of(0, 1, 2, 3).mapToDouble(i -> -3 + 8 * expected[i]).toArray();
        assertThat(normalised(leaf.withRange(OutputRange.of(-3, 5)), VALUES)).containsExactly(wide, within(1e-14));
    }

    /** COINr's test-normalise.R, "dist2targ": c(0, 5, 11) to 10, and c(-1, 1, 10) to 0 where lower is better. */
    @ParameterizedTest
    @CsvSource({
        "EXTEND, HIGHER_IS_BETTER, 10, 0, 5, 11, 0, 0.5, 1.1",
        "CAP, HIGHER_IS_BETTER, 10, 0, 5, 11, 0, 0.5, 1",
        "EXTEND, LOWER_IS_BETTER, 0, -1, 1, 10, 1.1, 0.9, 0",
        "CAP, LOWER_IS_BETTER, 0, -1, 1, 10, 1, 0.9, 0"
    })
    void distanceToATargetIsThatOfCoinr(
            OutOfRange outOfRange,
            Direction direction,
            double target,
            double a,
            double b,
            double c,
            double scoreA,
            double scoreB,
            double scoreC) {
        Indicator leaf = x(new Normalisation.Distance(RANGE, new Benchmark.Target(target, ""), outOfRange))
                .withDirection(direction)
                .withRange(OutputRange.ONE);
        assertThat(normalised(leaf, a, b, c)).containsExactly(new double[] {scoreA, scoreB, scoreC}, within(1e-15));
    }

    /** The benchmark scores the good end of a range whose ends are no round numbers, to the bit. */
    @Test
    void theBenchmarkScoresTheEndOfTheRange() {
        for (DistanceForm form : List.of(RATIO, RANGE)) {
            for (Direction direction : Direction.values()) {
                Indicator leaf = x(Normalisation.distance(form, new Benchmark.Best()))
                        .withDirection(direction)
                        .withRange(OutputRange.of(0.1, 0.7));
                assertThat(normalised(leaf, 0.3, 0.9, 2.7)[direction == HIGHER_IS_BETTER ? 2 : 0])
                        .isEqualTo(0.7);
            }
        }
    }

    /** A unit without a rank is no part of best and mean, but may be the benchmark that is named. */
    @Test
    void aBlocMayBeTheBenchmark() {
        IndicatorTable table = IndicatorTable.builder()
                .unit("a")
                .unit("b")
                .unit("bloc", "Bloc", false)
                .value("a", "x", 2)
                .value("b", "x", 4)
                .value("bloc", "x", 8)
                .build();
        Indicator leaf = x(Normalisation.distance(RATIO, new Benchmark.Best())).withRange(OutputRange.ONE);
        assertThat(after(Step.NORMALISED, leaf, table)).containsExactly(0.5, 1, 2);
        Indicator toBloc = leaf.withNormalisation(Normalisation.distance(RATIO, new Benchmark.Unit("bloc")));
        assertThat(after(Step.NORMALISED, toBloc, table)).containsExactly(0.25, 0.5, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "RATIO, 0;0;0, the best must be positive for a RATIO but was 0",
        "DIFFERENCE, -4;-2;-3, the best must be positive for a DIFFERENCE but was -2",
        "RANGE, 3;3;3, needs at least two different values in the table but has 3 to 3; score more units"
    })
    void refusesABenchmarkThatIsNone(DistanceForm form, String values, String rule) {
        double[] numbers =
                Stream.of(values.split(";")).mapToDouble(Double::parseDouble).toArray();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> normalised(x(Normalisation.distance(form, new Benchmark.Best())), numbers))
                .withMessageStartingWith("Normalisation.Distance of x")
                .withMessageContaining(rule);
    }

    @Test
    void refusesWhatLiesBeyondOrHasNoRatio() {
        Indicator refuses = x(new Normalisation.Distance(RATIO, new Benchmark.Mean(), REFUSE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework(refuses).scoreAll(column(VALUES)))
                .withMessage("Indicator x of u3 is 9, beyond ratio to the mean, REFUSE; "
                        + "move the goalposts, or state what a value beyond them does");
        Indicator lower =
                x(Normalisation.distance(RATIO, new Benchmark.Target(1, ""))).withDirection(LOWER_IS_BETTER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework(lower).scoreAll(column(0)))
                .withMessageContaining(
                        "Indicator x of u0 is 0, beyond ratio to the target 1, EXTEND; there is nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> normalised(x(Normalisation.distance(RATIO, new Benchmark.Unit("nobody"))), VALUES))
                .withMessage("Normalisation.Distance of x: the reference has no value of nobody, the benchmark");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> normalised(x(Normalisation.distance(RANGE, new Benchmark.Target(2, ""))), VALUES))
                .withMessageContaining("the target 2, 2, must be better than the worst of the reference, 2");
    }
}
