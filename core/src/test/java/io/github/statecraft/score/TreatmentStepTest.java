package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.reading;
import static io.github.statecraft.score.StepFixtures.MISSING;
import static io.github.statecraft.score.StepFixtures.after;
import static io.github.statecraft.score.StepFixtures.at;
import static io.github.statecraft.score.StepFixtures.column;
import static io.github.statecraft.score.StepFixtures.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Treatment;
import io.github.statecraft.score.method.Treatment.LogForm;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Treatment by the whole engine: values of {@link Step#TREATED}, and what is recorded. */
class TreatmentStepTest {
    /** COINr's default: winsorise up to five, then a logarithm of what is skewed still. */
    private static final ImmutableList<Treatment> DEFAULT =
            ImmutableList.of(Treatment.winsorise(5), Treatment.ifSkewed(Treatment.log(LogForm.SHIFTED)));

    private static Indicator treated(Treatment... treatments) {
        return x(Normalisation.minMax()).withTreatments(treatments);
    }

    private static double[] upTo(int last, double... more) {
        return DoubleStream.concat(DoubleStream.iterate(1, i -> i <= last, i -> i + 1), DoubleStream.of(more))
                .toArray();
    }

    /** COINr 1.1.14, vignette "treat": c(1:10, 30, 100) passes after one point is brought in, so there is no logarithm. */
    @Test
    void winsorisesAndLeavesTheLogarithmOut() {
        ScoreTable scores = framework(treated().withTreatments(DEFAULT)).scoreAll(column(upTo(10, 30, 100)));
        assertThat(column(scores.table(Step.TREATED), "x")).containsExactly(upTo(10, 30, 30));
        assertThat(scores.changes())
                .extracting(ValueChange::toString)
                .containsExactly("u11 x: 100 -> 30, winsorise up to 5 values while |skewness| > 2 and kurtosis > 3.5");
        assertThat(scores.scorecard("u11").contribution("x").orElseThrow().notes())
                .containsExactly("100 was brought to 30");
        assertThat(scores.scorecard("u11").explain().rules("x"))
                .anySatisfy(rule -> assertThat(rule).contains("winsorise").endsWith(": 30"));
        assertThat(scores.score("u11")).hasValue(100);
    }

    /**
     * COINr's test-treat.R: c(1:20, 100, 200) does not pass after one point. The column is left as it was, and its logarithm is
     * numpy 2.4.6, {@code log(x - 1 + 0.01 * 199)}.
     */
    @Test
    void takesTheLogarithmOfTheOriginalWhereWinsorisingIsNotEnough() {
        ScoreTable scores = framework(
                        treated(Treatment.winsorise(1), Treatment.ifSkewed(Treatment.log(LogForm.SHIFTED))))
                .scoreAll(column(upTo(20, 100, 200)));
        assertThat(at(column(scores.table(Step.TREATED), "x"), 0, 19, 20, 21))
                .containsExactly(
                        new double[] {0.688134638736401, 3.0440461338325417, 4.6150215020384655, 5.30325515557766},
                        within(1e-14));
        assertThat(scores.changes()).isEmpty();
    }

    /** Both 100 of the reference and 50 of another table come to its 30; 7 stays. */
    @Test
    void limitsAreThoseOfTheReference() {
        FittedFramework fitted = framework(treated().withTreatments(DEFAULT)).fit(column(upTo(10, 30, 100)));
        ScoreTable other = fitted.scoreAll(column(50, 7, -3));
        assertThat(column(other.table(Step.TREATED), "x")).containsExactly(30, 7, -3);
        assertThat(other.score("u0")).hasValue(100);
        assertThat(other.changes()).hasSize(1);
    }

    /** numpy 2.4.6: {@code log([2, 5, 8])}. */
    @Test
    void capsBringInAndAreRecordedBesideALogarithm() {
        ScoreTable scores = framework(treated(Treatment.cap(2, 8), Treatment.log(LogForm.NATURAL)))
                .scoreAll(column(1, 2, 5, 9, MISSING));
        assertThat(column(scores.table(Step.TREATED), "x"))
                .containsExactly(
                        new double[] {0.6931471805599453, 0.6931471805599453, 1.6094379124341003, 2.0794415416798357},
                        within(1e-15));
        assertThat(scores.changes())
                .extracting(c -> c.unit() + " " + c.before().orElseThrow() + " " + c.after())
                .containsExactly("u0 1.0 2.0", "u3 9.0 8.0");
        assertThat(scores.scorecard("u3").contribution("x").orElseThrow().notes())
                .containsExactly("9 was brought to 8");
    }

    /** numpy 2.4.6: {@code percentile(x, [10, 90])} of 1 to 10, 30, 100 gives 2.1 and 28. */
    @Test
    void percentileCapsAreThoseOfNumpy() {
        double[] treated = after(Step.TREATED, treated(Treatment.percentileCap(10, 90)), column(upTo(10, 30, 100)));
        assertThat(treated).containsExactly(new double[] {2.1, 2.1, 3, 4, 5, 6, 7, 8, 9, 10, 28, 28}, within(1e-14));
        double[] high = after(Step.TREATED, treated(Treatment.percentileCap(0, 90)), column(upTo(10, 30, 100)));
        assertThat(at(high, 0, 11)).containsExactly(new double[] {1, 28}, within(1e-14));
    }

    /** numpy 2.4.6: {@code sign(x) * log1p(abs(x))}. */
    @Test
    void theSignedLogarithmHasBothSides() {
        assertThat(after(Step.TREATED, treated(Treatment.log(LogForm.SIGNED)), column(-10, -1, 0, 1, 10)))
                .containsExactly(
                        new double[] {
                            -2.3978952727983707, -0.6931471805599453, 0, 0.6931471805599453, 2.3978952727983707
                        },
                        within(1e-15));
    }

    /** scipy 1.17.1, {@code stats.boxcox([1, 4, 9], lambda)}. */
    @ParameterizedTest
    @CsvSource({"0.5, 0, 2, 4", "-1, 0, 0.75, 0.888888888888889", "0, 0, 1.3862943611198906, 2.1972245773362196"})
    void statedPowersAreThoseOfScipy(double lambda, double a, double b, double c) {
        assertThat(after(Step.TREATED, treated(Treatment.boxCox(lambda)), column(1, 4, 9)))
                .containsExactly(new double[] {a, b, c}, within(1e-15));
    }

    /** scipy 1.17.1: {@code stats.boxcox(x)} finds lambda -0.200692938, which Brent's method knows to about 1e-8. */
    @Test
    void theFittedPowerIsThatOfScipy() {
        FittedFramework fitted = framework(treated(Treatment.fittedBoxCox())).fit(column(upTo(10, 30, 100)));
        double[] treated = column(fitted.scoreAll(column(upTo(10, 30, 100))).table(Step.TREATED), "x");
        assertThat(at(treated, 0, 1, 9, 10, 11))
                .containsExactly(
                        new double[] {0, 0.6470953587680149, 1.8438544954848526, 2.4649428811994656, 3.0053932603056044
                        },
                        within(1e-6));
        assertThat(column(fitted.scoreAll(column(30)).table(Step.TREATED), "x")[0])
                .isEqualTo(treated[10]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1})
    void refusesWhatHasNoLogarithmOrPower(double value) {
        for (Treatment treatment : ImmutableList.of(
                Treatment.log(LogForm.NATURAL), Treatment.boxCox(0.5), Treatment.boxCox(-1), Treatment.boxCox(0))) {
            for (Normalisation method : ImmutableList.of(Normalisation.goalposts(-100, 100), Normalisation.minMax())) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() ->
                                framework(x(method).withTreatments(treatment)).scoreAll(column(3, value, 5)))
                        .withMessageStartingWith("Indicator x of u1, treatment " + treatment + ": ")
                        .withMessageContaining(value == 0 ? "was 0" : "was -1");
            }
        }
    }

    /** A column that is constant, or has no value, cannot be shifted by its own range. */
    @ParameterizedTest
    @CsvSource({"SHIFTED", "SHIFTED_BY_ONE", "SHIFTED_EITHER_WAY", "GII"})
    void refusesToShiftAConstantColumn(LogForm form) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework(treated(Treatment.log(form))).scoreAll(column(3, 3, 3)))
                .withMessageStartingWith("Indicator x, treatment " + Treatment.log(form) + ": ")
                .withMessageContaining("3 to 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework(treated(Treatment.log(form))).scoreAll(column(MISSING, MISSING)))
                .withMessageStartingWith("Indicator x, treatment " + Treatment.log(form) + ": ");
    }

    /** What is constant has no skew: neither winsorising nor a logarithm acts, and min-max says what is wrong. */
    @Test
    void leavesAConstantColumnAlone() {
        Indicator leaf = x(Normalisation.goalposts(0, 10)).withTreatments(DEFAULT);
        assertThat(after(Step.TREATED, leaf, column(3, 3, 3, 3, 3))).containsExactly(3, 3, 3, 3, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework(treated().withTreatments(DEFAULT)).scoreAll(column(3, 3, 3, 3, 3)))
                .withMessageContaining("needs at least two different values in the table but has 3 to 3");
    }

    /**
     * The least of 11, 13 and 19 may be as low as 5, which has no logarithm here: it is the bad end of the scale, not the good
     * one. The other end is 12; numpy 2.4.6: {@code (log(12 - 11 + 0.08) - log(0.08)) / (log(8.08) - log(0.08)) * 100} is 56.3948.
     */
    @ParameterizedTest
    @CsvSource({
        "SHIFTED, 1, HIGHER_IS_BETTER, 0, 56.3948",
        "SHIFTED, 1, LOWER_IS_BETTER, 43.6052, 100",
        "SHIFTED_EITHER_WAY, -1, HIGHER_IS_BETTER, 43.6052, 100",
        "SHIFTED_EITHER_WAY, -1, LOWER_IS_BETTER, 0, 56.3948"
    })
    void anEndOfAnIntervalWithoutLogarithmIsBeyondItsOwnSide(
            LogForm form, int sign, Direction direction, double low, double high) {
        Estimate estimate = sign > 0 ? Estimate.range(11, 5, 12) : Estimate.range(-11, -12, -5);
        IndicatorTable table = IndicatorTable.builder()
                .unit("a")
                .unit("b")
                .unit("c")
                .reading("a", "x", reading(estimate))
                .value("b", "x", 13 * sign)
                .value("c", "x", 19 * sign)
                .build();
        ScoreInterval interval = framework(treated(Treatment.log(form)).withDirection(direction))
                .scoreAll(table)
                .scorecard("a")
                .interval();
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    /** 4 may be as low as -1: the limit of (sqrt(x) - 1) / 0.5 towards 0 is -2. A cap of -3 below holds for its logarithm. */
    @Test
    void endsOfIntervalsAreTreatedToo() {
        IndicatorTable table = IndicatorTable.builder()
                .unit("a")
                .reading("a", "x", reading(Estimate.range(4, -1, 9)))
                .build();
        Indicator power = x(Normalisation.asIs()).withTreatments(Treatment.boxCox(0.5));
        ScoreInterval interval = framework(power).scoreAll(table).scorecard("a").interval();
        assertThat(interval.low()).isEqualTo(-2);
        assertThat(interval.high()).isCloseTo(4, within(1e-15));
        Indicator cap = x(Normalisation.asIs()).withTreatments(Treatment.log(LogForm.NATURAL), Treatment.cap(-3, 8));
        ScoreInterval capped = framework(cap).scoreAll(table).scorecard("a").interval();
        assertThat(capped.low()).isEqualTo(-3);
        Indicator root = x(Normalisation.asIs()).withTreatments(Treatment.power(0.5));
        ScoreInterval rooted = framework(root).scoreAll(table).scorecard("a").interval();
        assertThat(rooted.low()).as("the root of 0").isEqualTo(0);
        assertThat(rooted.high()).isEqualTo(3);
        assertThat(capped.high()).as("ln 9, numpy 2.4.6").isCloseTo(2.1972245773362196, within(1e-15));
    }
}
