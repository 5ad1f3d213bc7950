package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.StepFixtures.column;
import static io.github.statecraft.score.StepFixtures.normalised;
import static io.github.statecraft.score.StepFixtures.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.statecraft.score.method.Benchmark;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Normalisation.DistanceForm;
import io.github.statecraft.score.method.Normalisation.PercentileForm;
import io.github.statecraft.score.method.OutOfRange;
import io.github.statecraft.score.method.OutputRange;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of every scale, to the bit. Oracles: properties, with fixed seeds. */
class ScalePropertiesTest {
    private static final int CASES = 300;

    private static List<Normalisation> methods(double low, double high) {
        return List.of(
                new Normalisation.Goalposts(low, high, OutOfRange.CAP, ""),
                new Normalisation.LogGoalposts(low, high, OutOfRange.CAP, ""),
                Normalisation.minMax(),
                Normalisation.distance(DistanceForm.RATIO, new Benchmark.Best()),
                Normalisation.distance(DistanceForm.RATIO, new Benchmark.Mean()),
                Normalisation.distance(DistanceForm.RANGE, new Benchmark.Mean()),
                Normalisation.distance(DistanceForm.DIFFERENCE, new Benchmark.Mean()),
                Normalisation.percentileRank(PercentileForm.HAZEN));
    }

    /** Twelve rising values from low to high, some of them neighbours among doubles, ends included. */
    private static double[] rising(Random random, double low, double high) {
        double[] values = new double[12];
        for (int i = 0; i < values.length; i += 2) {
            values[i] = low + (high - low) * random.nextDouble();
            values[i + 1] = Math.nextUp(values[i]);
        }
        values[0] = low;
        values[1] = Math.nextUp(low);
        values[10] = Math.nextDown(high);
        values[11] = high;
        Arrays.sort(values);
        return values;
    }

    private static OutputRange range(Random random) {
        double low = random.nextInt(3) == 0 ? 0 : 10 * random.nextGaussian();
        return switch (random.nextInt(3)) {
            case 0 -> OutputRange.ONE;
            case 1 -> OutputRange.HUNDRED;
            default -> OutputRange.of(low, low + 100 * (1 - random.nextDouble()));
        };
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void aBetterValueNeverScoresLess(Direction direction) {
        Random random = new Random(11);
        for (int i = 0; i < CASES; i++) {
            double low = 100 * (1 - random.nextDouble());
            double high = low + 100 * (1 - random.nextDouble());
            double[] values = rising(random, low, high);
            OutputRange range = range(random);
            for (Normalisation method : methods(low, high)) {
                Indicator leaf = x(method).withDirection(direction).withRange(range);
                double[] scores = normalised(leaf, values);
                for (int j = 1; j < scores.length; j++) {
                    double better = direction == Direction.HIGHER_IS_BETTER ? scores[j] : scores[j - 1];
                    double worse = direction == Direction.HIGHER_IS_BETTER ? scores[j - 1] : scores[j];
                    assertThat(better).as("%s onto %s", method, range).isGreaterThanOrEqualTo(worse);
                }
            }
        }
    }

    /** Goalposts, log goalposts, min-max and the ratio to the best: both ends, or the good one, are those of the range. */
    @ParameterizedTest
    @EnumSource(Direction.class)
    void theEndsOfTheScaleScoreTheEndsOfTheRange(Direction direction) {
        Random random = new Random(12);
        for (int i = 0; i < CASES; i++) {
            double low = 100 * (1 - random.nextDouble());
            double high = low + 100 * (1 - random.nextDouble());
            OutputRange range = range(random);
            int best = direction == Direction.HIGHER_IS_BETTER ? 1 : 0;
            for (Normalisation method : methods(low, high).subList(0, 4)) {
                double[] scores = normalised(x(method).withDirection(direction).withRange(range), low, high);
                assertThat(scores[best]).as("%s onto %s", method, range).isEqualTo(range.high());
                if (!(method instanceof Normalisation.Distance)) {
                    assertThat(scores[1 - best]).as("%s onto %s", method, range).isEqualTo(range.low());
                }
            }
        }
    }

    /** Every corner of a line scores what it states, and nothing between two corners is beyond them. */
    @Test
    void linesGoThroughTheirCorners() {
        Random random = new Random(13);
        for (int i = 0; i < CASES; i++) {
            double low = 100 * random.nextGaussian();
            double high = low + 100 * (1 - random.nextDouble());
            double from = 100 * random.nextGaussian();
            double to = 100 * random.nextGaussian();
            double[] scores = normalised(
                    x(Normalisation.piecewiseLinear(Map.of(low, from, high, to))), rising(random, low, high));
            assertThat(scores[0]).isEqualTo(from);
            assertThat(scores[11]).isEqualTo(to);
            for (double score : scores) {
                assertThat(score).isBetween(Math.min(from, to), Math.max(from, to));
            }
        }
    }

    @Test
    void refusesARangeThatADoubleCannotHold() {
        for (Normalisation method : List.of(Normalisation.minMax(), Normalisation.zScore())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> framework(x(method)).scoreAll(column(-1.7e308, 1.7e308)))
                    .withMessageEndingWith(
                            "of x needs values whose range a double can hold but has -1.7e308 to 1.7e308; "
                                    + "use a larger unit of measurement");
        }
    }
}
