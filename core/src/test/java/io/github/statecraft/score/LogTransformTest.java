package io.github.statecraft.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the documented formulas of COINr 1.1.14 evaluated in R 4.2.2, and closed forms. */
class LogTransformTest {
    private static final Offset<Double> TOLERANCE = within(1e-14);
    private static final double MISSING = Double.NaN;
    private static final double[] COLUMN = {3, 1, 4, 1.5, 9, 2.6, 5, 35};

    /** R: {@code a <- 0.01 * (max(x) - min(x)); log(x - min(x) + a)}. */
    private static final double[] SHIFTED = {
        0.85015092936961001,
        -1.0788096613719298,
        1.20597080698860903,
        -0.17435338714477766,
        2.12106321637065554,
        0.66268797307523686,
        1.46787434811231354,
        3.53631085546932944
    };

    @Test
    void isCoinrsLogCt() {
        assertThat(LogTransform.SHIFTED.fit(COLUMN).apply(COLUMN)).containsExactly(SHIFTED, TOLERANCE);
        assertThat(LogTransform.SHIFTED_EITHER_WAY.fit(COLUMN).apply(COLUMN)).containsExactly(SHIFTED, TOLERANCE);
    }

    /** R, for y = -x: {@code -log(max(y) + a - y)}. */
    @Test
    void isMirroredWhereTheTailIsOfSmallNumbers() {
        double[] mirrored = Arrays.stream(COLUMN).map(x -> -x).toArray();
        double[] expected = Arrays.stream(SHIFTED).map(x -> -x).toArray();
        assertThat(LogTransform.SHIFTED_EITHER_WAY.fit(mirrored).apply(mirrored))
                .containsExactly(expected, TOLERANCE);
    }

    /** R: {@code log(x - min(x) + 1)}. */
    @Test
    void isTheOriginalOfTheCoinTool() {
        assertThat(LogTransform.SHIFTED_BY_ONE.fit(COLUMN).apply(COLUMN))
                .containsExactly(
                        new double[] {
                            1.09861228866810978,
                            0,
                            1.38629436111989057,
                            0.40546510810816438,
                            2.19722457733621956,
                            0.95551144502743635,
                            1.60943791243410028,
                            3.55534806148941351
                        },
                        TOLERANCE);
    }

    /** R, for y = 2 x: {@code log((max(y) - 1) * (y - min(y)) / (max(y) - min(y)) + 1)}. */
    @Test
    void isThatOfTheGlobalInnovationIndex() {
        double[] twice = Arrays.stream(COLUMN).map(x -> 2 * x).toArray();
        assertThat(LogTransform.GII.fit(twice).apply(twice))
                .containsExactly(
                        new double[] {
                            1.62113395219729162, 0.00000000000000000, 1.95843640887449366, 0.70047322065201822,
                            2.84695926496085105, 1.44622670184256452, 2.21021177286303061, 4.24849524204935936
                        },
                        TOLERANCE);
        assertThat(LogTransform.GII.fit(twice).apply(70)).isCloseTo(Math.log(70), TOLERANCE);
    }

    @Test
    void isTheNaturalOrTheSignedLogarithm() {
        FittedLog natural = LogTransform.NATURAL.fit(COLUMN);
        assertThat(natural.apply(Math.E)).isCloseTo(1, TOLERANCE);
        assertThat(natural.apply(1)).isZero();
        FittedLog signed = LogTransform.SIGNED.fit(COLUMN);
        assertThat(signed.apply(Math.E - 1)).isCloseTo(1, TOLERANCE);
        assertThat(signed.apply(1 - Math.E)).isCloseTo(-1, TOLERANCE);
        assertThat(signed.apply(-0.0)).isEqualTo(0.0);
    }

    @ParameterizedTest
    @EnumSource(LogTransform.class)
    void keepsOrderAndWhatIsMissing(LogTransform transform) {
        Random random = new Random(20261126);
        for (int trial = 0; trial < 100; trial++) {
            double[] column =
                    random.doubles(20, 0.1, 1).map(x -> 2 / x).sorted().toArray();
            double[] transformed = transform.fit(column).apply(column);
            assertThat(transformed).isSorted();
            assertThat(transformed[0]).isLessThan(transformed[19]);
            column[7] = MISSING;
            assertThat(transform.fit(column).apply(column)).containsExactly(withMissing(transformed, 7));
        }
    }

    @ParameterizedTest
    @EnumSource(LogTransform.class)
    void isDefinedForOneColumnAndAppliedToAnother(LogTransform transform) {
        FittedLog fitted = transform.fit(COLUMN);
        assertThat(fitted.apply(new double[] {2, 20, MISSING}))
                .containsExactly(fitted.apply(2), fitted.apply(20), MISSING);
        assertThat(fitted.apply(40)).isGreaterThan(fitted.apply(35));
    }

    @Test
    void refusesNumbersBeyondTheLogarithm() {
        FittedLog shifted = LogTransform.SHIFTED.fit(COLUMN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shifted.apply(0.5))
                .withMessage(
                        "Treatment.LogForm.SHIFTED needs numbers above 0.6599999999999999, where its logarithm is defined,"
                                + " but one was 0.5; use another form, or cap the column before");
        FittedLog mirrored = LogTransform.SHIFTED_EITHER_WAY.fit(new double[] {-8, 0, 0, 0, 1});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mirrored.apply(1.5))
                .withMessageContaining("needs numbers below 1.09");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogTransform.NATURAL.fit(COLUMN).apply(0))
                .withMessageContaining("needs numbers above 0,");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogTransform.SIGNED.fit(COLUMN).apply(new double[] {Double.POSITIVE_INFINITY}));
    }

    @ParameterizedTest
    @EnumSource(
            value = LogTransform.class,
            names = {"NATURAL", "SIGNED"},
            mode = EnumSource.Mode.EXCLUDE)
    void refusesAConstantColumnAndAnEmptyOne(LogTransform transform) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transform.fit(new double[] {2, 2, MISSING}))
                .withMessageContaining("its numbers went from 2 to 2");
        assertThatIllegalArgumentException().isThrownBy(() -> transform.fit(new double[] {MISSING}));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, -3})
    void refusesTheInnovationIndexWhereItWouldTurnTheOrder(double max) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogTransform.GII.fit(new double[] {-5, max}))
                .withMessageContaining("Treatment.LogForm.GII needs a largest number above 1");
    }

    private static double[] withMissing(double[] column, int row) {
        double[] with = column.clone();
        with[row] = MISSING;
        return with;
    }
}
