package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.score;
import static io.github.statecraft.score.StepFixtures.at;
import static io.github.statecraft.score.StepFixtures.column;
import static io.github.statecraft.score.StepFixtures.normalised;
import static io.github.statecraft.score.StepFixtures.x;
import static io.github.statecraft.score.method.Direction.LOWER_IS_BETTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Normalisation.BoundsOf;
import io.github.statecraft.score.method.Normalisation.Divisor;
import io.github.statecraft.score.method.Normalisation.EqualValues;
import io.github.statecraft.score.method.Normalisation.PercentileForm;
import io.github.statecraft.score.method.Normalisation.PiecewiseLinear;
import io.github.statecraft.score.method.OutOfRange;
import io.github.statecraft.score.method.OutputRange;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Normalisation by the whole engine. The data are the mean years of school of the 23 countries of the OECD/JRC Handbook (2008,
 * annex); places 0, 1, 5 and 9 are Finland 10, the United States 12 (the most), the Netherlands 9.4 (three have it) and
 * Singapore 7.1 (the least, with Slovenia).
 */
class NormalisationMethodsTest {
    private static final Offset<Double> TOLERANCE = within(1e-13);
    private static final double[] SCHOOL = TechnologyAchievement.scores()[6];

    private static double[] four(Indicator leaf) {
        return at(normalised(leaf, SCHOOL), 0, 1, 5, 9);
    }

    /** numpy 2.4.6: {@code (x - x.mean()) / x.std(ddof=d)}; R 4.2.2 for mean 100 and standard deviation 10. */
    @ParameterizedTest
    @CsvSource({
        "POPULATION, 0, 1, 0.2621726590379959, 1.5589406499786205, -0.12685773824419125, -1.61814092782591",
        "SAMPLE, 0, 1, 0.2564099188574532, 1.5246740336362534, -0.12406931557618668, -1.5825730475718074",
        "SAMPLE, 100, 10, 102.56409918857453, 115.24674033636254, 98.759306844238139, 84.174269524281925"
    })
    void zScoresHaveTheirMeanAndDeviation(
            Divisor divisor, double mean, double deviation, double a, double b, double c, double d) {
        Indicator leaf = x(new Normalisation.ZScore(mean, deviation, divisor));
        assertThat(four(leaf)).containsExactly(new double[] {a, b, c, d}, TOLERANCE);
        double[] turned =
                Arrays.stream(new double[] {a, b, c, d}).map(z -> 2 * mean - z).toArray();
        assertThat(four(leaf.withDirection(LOWER_IS_BETTER))).containsExactly(turned, TOLERANCE);
    }

    /** Closed form: of 1 and 3 the population's z are -1 and 1, and 1002 is 1000 deviations above the mean. */
    @ParameterizedTest
    @CsvSource({
        "50, 0.1, 49.9, 50.1, 150",
        "1e9, 1e-6, 999999999.999999, 1000000000.000001, 1000000000.001",
        "0, 1e-300, -1e-300, 1e-300, 1e-297",
        "1e17, 1, 99999999999999999, 100000000000000001, 100000000000001000"
    })
    void zScoresKeepASmallDeviationBesideALargeMean(
            double mean, double deviation, double low, double high, double far) {
        ScoringFramework framework = framework(x(new Normalisation.ZScore(mean, deviation, Divisor.POPULATION)));
        ScoreTable scores = framework.fit(column(1, 3)).scoreAll(column(1, 3, 1002));
        assertThat(column(scores.table(Step.NORMALISED), "x")).containsExactly(low, high, far);
    }

    /**
     * scipy 1.17.1, {@code stats.percentileofscore(x, v, kind)}: "mean" is HAZEN. INCLUSIVE: R 4.2.2, {@code
     * (rank(x, ties.method = "min") - 1) / (length(x) - 1) * 100}, the formula of COINr's n_prank. WEIBULL: {@code i / (n + 1)} of
     * the mean rank i, {@code scipy.stats.mstats.plotting_positions(x, 0, 0)}.
     */
    @ParameterizedTest
    @CsvSource({
        "WEAK, 65.21739130434783, 100, 47.826086956521735, 8.695652173913043",
        "STRICT, 60.8695652173913, 95.65217391304347, 34.78260869565217, 0",
        "HAZEN, 63.04347826086956, 97.82608695652173, 41.30434782608695, 4.3478260869565215",
        "INCLUSIVE, 63.636363636363633, 100, 36.363636363636367, 0",
        "WEIBULL, 62.5, 95.83333333333334, 41.66666666666667, 6.25"
    })
    void percentileRanksAgreeWithScipyAndR(PercentileForm form, double a, double b, double c, double d) {
        assertThat(four(x(Normalisation.percentileRank(form))))
                .containsExactly(new double[] {a, b, c, d}, within(1e-13));
    }

    /** R 4.2.2, {@code (rank(-x, ties.method = "min") - 1) / (length(x) - 1) * 100}. */
    @Test
    void percentileRanksTurnWithTheDirection() {
        Indicator leaf =
                x(Normalisation.percentileRank(PercentileForm.INCLUSIVE)).withDirection(LOWER_IS_BETTER);
        assertThat(four(leaf))
                .containsExactly(
                        new double[] {36.363636363636367, 0, 54.54545454545454, 95.454545454545453}, TOLERANCE);
    }

    /** The documented example of Excel's PERCENTRANK.INC, which cuts after three digits: 0.333, 0.555 and 0.666 of 2, 4, 8. */
    @Test
    void inclusivePercentileRanksAreThoseOfExcel() {
        Indicator leaf =
                x(Normalisation.percentileRank(PercentileForm.INCLUSIVE)).withRange(OutputRange.ONE);
        double[] ranks = normalised(leaf, 13, 12, 11, 8, 4, 3, 2, 1, 1, 1);
        assertThat(at(ranks, 6, 4, 3)).containsExactly(new double[] {0.333, 0.555, 0.666}, within(1e-3));
        assertThat(at(ranks, 0, 9)).containsExactly(1, 0);
    }

    /** Of 0 to 100 the percentile rank of each is itself, to the bit; the best takes the end of any range. */
    @Test
    void percentileRanksAreExact() {
        double[] all = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();
        Indicator leaf = x(Normalisation.percentileRank(PercentileForm.INCLUSIVE));
        assertThat(normalised(leaf, all)).containsExactly(all);
        double[] odd = normalised(leaf.withRange(OutputRange.of(0.1, 0.7)), 1, 2, 3, 4);
        assertThat(at(odd, 0, 3)).containsExactly(0.1, 0.7);
    }

    /** R 4.2.2, {@code rank(x, ties.method = "min")} and {@code rank(x)}, of -x where lower is better; COINr's n_rank. */
    @ParameterizedTest
    @CsvSource({
        "HIGHER_IS_BETTER, LOWEST, 15, 23, 9, 1",
        "HIGHER_IS_BETTER, MEAN, 15, 23, 10, 1.5",
        "LOWER_IS_BETTER, LOWEST, 9, 1, 13, 22",
        "LOWER_IS_BETTER, MEAN, 9, 1, 14, 22.5"
    })
    void ranksAndBordaCountsAreThoseOfR(
            Direction direction, EqualValues equal, double a, double b, double c, double d) {
        assertThat(four(x(Normalisation.rank(equal)).withDirection(direction))).containsExactly(a, b, c, d);
        assertThat(four(x(Normalisation.borda(equal)).withDirection(direction)))
                .containsExactly(a - 1, b - 1, c - 1, d - 1);
    }

    /**
     * The categories of the Handbook (2008, page 86): 0, 20, 40, 60, 80, 100 from the 5th, 25th, 65th, 85th and 95th percentile.
     * numpy 2.4.6: {@code numpy.digitize(x, numpy.percentile(x, [5, 25, 65, 85, 95]))}.
     */
    @Test
    void categoriesByPercentileAreThoseOfNumpy() {
        Indicator leaf = x(Normalisation.categorical(
                BoundsOf.PERCENTILES, 0, Map.of(5.0, 20.0, 25.0, 40.0, 65.0, 60.0, 85.0, 80.0, 95.0, 100.0)));
        assertThat(normalised(leaf, SCHOOL))
                .containsExactly(
                        40, 100, 60, 40, 60, 40, 40, 80, 60, 0, 60, 100, 40, 40, 80, 20, 20, 40, 20, 20, 40, 40, 0);
    }

    /** The p-th percentile of 0 to 100 is p: who is there has reached the category. */
    @Test
    void aValueAtAPercentileHasReachedIt() {
        double[] all = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();
        for (int percent = 1; percent < 100; percent++) {
            Indicator leaf = x(Normalisation.categorical(BoundsOf.PERCENTILES, 0, Map.of((double) percent, 1.0)));
            assertThat(at(normalised(leaf, all), percent - 1, percent))
                    .as("percentile %d", percent)
                    .containsExactly(0, 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1e300, -5", "9.999, -5", "10, 0", "19.999, 0", "20, 7", "1e300, 7"})
    void categoriesByValueBeginAtTheirBound(double value, double expected) {
        Indicator leaf = x(Normalisation.categorical(BoundsOf.VALUES, -5, Map.of(10.0, 0.0, 20.0, 7.0)));
        assertThat(score(leaf, value)).isEqualTo(expected);
    }

    /** numpy 2.4.6: {@code numpy.interp(v, [0, 10, 30, 100], [0, 50, 80, 20])}, which caps at both ends. */
    @ParameterizedTest
    @CsvSource({"-5, 0", "0, 0", "4, 20", "10, 50", "17, 60.5", "30, 80", "65, 50", "100, 20", "1e300, 20"})
    void piecewiseLinesAreThoseOfNumpy(double value, double expected) {
        PiecewiseLinear line =
                (PiecewiseLinear) Normalisation.piecewiseLinear(Map.of(0.0, 0.0, 10.0, 50.0, 30.0, 80.0, 100.0, 20.0));
        assertThat(score(x(new PiecewiseLinear(line.points(), OutOfRange.CAP, "")), value))
                .isCloseTo(expected, TOLERANCE);
    }

    /** The first line rises 5 a unit, the last falls 6/7 a unit: -2 scores -10, 170 scores -40. */
    @Test
    void piecewiseLinesGoOnIfExtended() {
        PiecewiseLinear line =
                (PiecewiseLinear) Normalisation.piecewiseLinear(Map.of(0.0, 0.0, 10.0, 50.0, 30.0, 80.0, 100.0, 20.0));
        Indicator extended = x(new PiecewiseLinear(line.points(), OutOfRange.EXTEND, ""));
        assertThat(score(extended, -2)).isCloseTo(-10, TOLERANCE);
        assertThat(score(extended, 170)).isCloseTo(-40, TOLERANCE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(x(line), 100.5))
                .withMessageContaining("Indicator x of u is 100.5, beyond piecewise linear 0 -> 0, ")
                .withMessageEndingWith("; add a point, or state what a value beyond does");
    }

    /** A line through (0, 0) and (100, 100), and goalposts 0 and 100, score what is there, to the bit. */
    @Test
    void wholeNumbersScoreThemselvesOnALine() {
        for (Normalisation method : List.of(
                Normalisation.piecewiseLinear(Map.of(0.0, 0.0, 100.0, 100.0)), Normalisation.goalposts(0, 100))) {
            for (int value = 0; value <= 100; value++) {
                assertThat(score(x(method), value)).isEqualTo(value);
            }
        }
    }

    /** COINr's test-normalise.R: n_minmax of 1 to 10 onto 2 to 7 has these ends; the formula gives 2 + 5 (x - 1) / 9. */
    @Test
    void minMaxFillsItsRange() {
        double[] scores = normalised(x(Normalisation.minMax()).withRange(OutputRange.of(2, 7)), 1, 2, 4, 10);
        assertThat(scores).containsExactly(new double[] {2, 23 / 9.0, 33 / 9.0, 7}, TOLERANCE);
        assertThat(at(scores, 0, 3)).containsExactly(2, 7);
    }

    /** COINr's test-normalise.R: n_goalposts of 1, 11 and -1 with posts 0 and 10 and scale 1, capped. */
    @ParameterizedTest
    @CsvSource({
        "1, HIGHER_IS_BETTER, 0.1",
        "11, HIGHER_IS_BETTER, 1",
        "-1, HIGHER_IS_BETTER, 0",
        "1, LOWER_IS_BETTER, 0.9",
        "-1, LOWER_IS_BETTER, 1",
        "11, LOWER_IS_BETTER, 0"
    })
    void goalpostsAreThoseOfCoinr(double value, Direction direction, double expected) {
        Indicator leaf = x(new Normalisation.Goalposts(0, 10, OutOfRange.CAP, ""))
                .withRange(OutputRange.ONE)
                .withDirection(direction);
        assertThat(score(leaf, value)).isEqualTo(expected);
    }

    /** UNDP's income goalposts of 100 and 75,000 dollars: 17,500 scores ln 175 / ln 750, by Python 0.7801705227. */
    @Test
    void logGoalpostsAreThoseOfTheIncomeIndex() {
        Indicator income = x(Normalisation.logGoalposts(100, 75_000)).withRange(OutputRange.ONE);
        assertThat(score(income, 17_500)).isCloseTo(0.7801705227, within(5e-11));
        assertThat(score(income, 100)).isEqualTo(0);
        assertThat(score(income, 75_000)).isEqualTo(1);
    }

    @Test
    void asIsAndOrdinalMapsTakeNoReference() {
        assertThat(score(x(Normalisation.asIs()), -3.7)).isEqualTo(-3.7);
        Indicator levels = x(Normalisation.ordinalMap(Map.of(0.0, 0.0, 1.0, 33.3, 2.0, 100.0)));
        assertThat(score(levels, -0.0)).isEqualTo(0);
        assertThat(score(levels, 1)).isEqualTo(33.3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(levels, 3))
                .withMessageEndingWith("; correct the value, or add its level");
    }

    /** A method that looks at other units says so for one alone or a constant column; it never gives NaN. */
    @ParameterizedTest
    @ValueSource(strings = {"3", "3;3;3", ""})
    void refusesAReferenceWithoutSpread(String values) {
        double[] reference = values.isEmpty()
                ? new double[] {StepFixtures.MISSING, StepFixtures.MISSING}
                : Arrays.stream(values.split(";"))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        for (Normalisation method : List.of(
                Normalisation.minMax(),
                Normalisation.zScore(),
                Normalisation.percentileRank(PercentileForm.INCLUSIVE),
                Normalisation.categorical(BoundsOf.PERCENTILES, 0, Map.of(50.0, 1.0)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> framework(x(method)).scoreAll(column(reference)))
                    .withMessageStartingWith("Normalisation."
                            + method.getClass().getSimpleName() + " of x needs at least two different values")
                    .withMessageEndingWith("; score more units, or state goalposts");
        }
    }
}
