package io.github.statecraft.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.internal.numerics.Statistics;
import io.github.statecraft.internal.numerics.Statistics.ShapeType;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Oracles: COINr's vignette "Outlier treatment" (version 1.1.11) and its own tests, and the steps of its winsorise() done in
 * R 4.2.2 with skewness and kurtosis of e1071 1.7-13.
 */
class WinsorisationTest {
    private static final double MISSING = Double.NaN;

    /** Vignette: x = c(1:10, 30, 100) fails with skewness 3.063241 and kurtosis 9.741391; after one point it passes. */
    @Test
    void changesOnePointInTheVignette() {
        double[] column = upTo(10, 30, 100);
        assertThat(SkewnessRule.USUAL.isMetBy(column)).isFalse();
        Winsorisation treated = Winsorisation.of(column, 2, SkewnessRule.USUAL);
        assertThat(treated.column()).containsExactly(upTo(10, 30, 30));
        assertThat(treated.changedCount()).isEqualTo(1);
        assertThat(treated.isChanged(11)).isTrue();
        assertThat(treated.isChanged(10)).isFalse();
        assertThat(treated.isRuleMet()).isTrue();
        assertThat(treated.caps()).isEqualTo(new Caps(Double.NEGATIVE_INFINITY, 30));
        assertThat(Statistics.skewness(treated.column(), ShapeType.TYPE_2)).isCloseTo(1.712038, within(5e-7));
        assertThat(Statistics.excessKurtosis(treated.column(), ShapeType.TYPE_2))
                .isCloseTo(1.815781, within(5e-7));
    }

    /** COINr's test-treat.R: c(1:10, 100) becomes c(1:10, 10); c(1:20, 100, 200) does not pass after one point. */
    @Test
    void agreesWithTheTestsOfCoinr() {
        assertThat(Winsorisation.of(upTo(10, 100), 5, SkewnessRule.USUAL).column())
                .containsExactly(upTo(10, 10));
        Winsorisation stopped = Winsorisation.of(upTo(20, 100, 200), 1, SkewnessRule.USUAL);
        assertThat(stopped.column()).containsExactly(upTo(20, 100, 100));
        assertThat(stopped.isRuleMet()).isFalse();
        Winsorisation further = Winsorisation.of(upTo(20, 100, 200), 5, SkewnessRule.USUAL);
        assertThat(further.column()).containsExactly(upTo(20, 20, 20));
        assertThat(further.changedCount()).isEqualTo(2);
        assertThat(further.isRuleMet()).isTrue();
    }

    /** Two are tied at the top and change together, though one may change: R, winsorise(x, winmax = 1) changes 2. */
    @Test
    void changesTiesTogetherAndCountsEach() {
        Winsorisation treated = Winsorisation.of(upTo(20, 100, 100, 50, 50, 50), 1, SkewnessRule.USUAL);
        assertThat(treated.column()).containsExactly(upTo(20, 50, 50, 50, 50, 50));
        assertThat(treated.changedCount()).isEqualTo(2);
    }

    /** R, winsorise(x, winmax = 2, skew_thresh = 1, kurt_thresh = 1): 200 joins three at 60, and then all four change. */
    @Test
    void mayGoBeyondTheMaximumWithTheLastStep() {
        Winsorisation treated = Winsorisation.of(upTo(20, 60, 60, 60, 200), 2, new SkewnessRule(1, 1));
        assertThat(treated.column()).containsExactly(upTo(20, 20, 20, 20, 20));
        assertThat(treated.changedCount()).isEqualTo(4);
    }

    /** R, winsorise(x, winmax = 10, skew_thresh = 0.3, kurt_thresh = 0.3): 500 to 30; -300 and -290 to 1. */
    @Test
    void treatsBothEndsAsSkewnessTurns() {
        double[] column = upTo(30, -300, -290, 500);
        Winsorisation treated = Winsorisation.of(column, 10, new SkewnessRule(0.3, 0.3));
        assertThat(treated.column()).containsExactly(upTo(30, 1, 1, 30));
        assertThat(treated.changedCount()).isEqualTo(3);
        assertThat(treated.caps()).isEqualTo(new Caps(1, 30));
    }

    /** R, winsorise(x, na.rm = TRUE): nwin 2, one at each end, with skewness 0.27218364 and kurtosis 3.4380439 left. */
    @Test
    void skipsWhatIsMissing() {
        double[] column = {
            5, MISSING, 1, 2, 3, 4, 5, 6, 7, 8, 9, 40, MISSING, 90, -70, -200, 6, 6, 7, 3, 4, 5, 5, 6, 7, 400
        };
        Winsorisation treated = Winsorisation.of(column, 5, SkewnessRule.USUAL);
        assertThat(treated.caps()).isEqualTo(new Caps(-70, 90));
        assertThat(treated.column()[1]).isNaN();
        assertThat(Statistics.skewness(treated.column(), ShapeType.TYPE_2)).isCloseTo(0.27218364, within(5e-9));
        assertThat(Statistics.excessKurtosis(treated.column(), ShapeType.TYPE_2))
                .isCloseTo(3.4380439, within(5e-8));
    }

    /** COINr passes what is strictly below a threshold: at exactly the skewness of the column it fails, just above passes. */
    @Test
    void failsAtExactlyTheThresholds() {
        double[] column = upTo(10, 30, 100);
        double skewness = Statistics.skewness(column, ShapeType.TYPE_2);
        double kurtosis = Statistics.excessKurtosis(column, ShapeType.TYPE_2);
        assertThat(new SkewnessRule(skewness, kurtosis).isMetBy(column)).isFalse();
        assertThat(new SkewnessRule(Math.nextUp(skewness), kurtosis).isMetBy(column))
                .isTrue();
        assertThat(new SkewnessRule(skewness, Math.nextUp(kurtosis)).isMetBy(column))
                .isTrue();
    }

    @Test
    void mirrorsWithTheColumn() {
        Random random = new Random(20261124);
        for (int trial = 0; trial < 200; trial++) {
            double[] column = heavyTailed(random, 30);
            double[] mirrored = Arrays.stream(column).map(x -> -x).toArray();
            double[] expected = Arrays.stream(
                            Winsorisation.of(column, 5, SkewnessRule.USUAL).column())
                    .map(x -> -x)
                    .toArray();
            assertThat(Winsorisation.of(mirrored, 5, SkewnessRule.USUAL).column())
                    .containsExactly(expected);
        }
    }

    /** Where there are no ties, no more than the maximum change, and only as many as are needed. */
    @Test
    void isTheCapsAndStopsAsSoonAsItCan() {
        Random random = new Random(20261125);
        for (int trial = 0; trial < 200; trial++) {
            double[] column = heavyTailed(random, 25);
            Winsorisation treated = Winsorisation.of(column, 4, SkewnessRule.USUAL);
            assertThat(treated.column()).containsExactly(treated.caps().apply(column));
            assertThat(treated.changedCount()).isBetween(0, 4);
            assertThat(treated.isRuleMet() || treated.changedCount() == 4).isTrue();
            assertThat(treated.isRuleMet()).isEqualTo(SkewnessRule.USUAL.isMetBy(treated.column()));
            if (treated.changedCount() > 0) {
                Winsorisation before = Winsorisation.of(column, treated.changedCount() - 1, SkewnessRule.USUAL);
                assertThat(before.isRuleMet()).isFalse();
            }
        }
    }

    @Test
    void neverMakesAColumnConstant() {
        double[] column = new double[20];
        column[3] = 1;
        column[4] = 5;
        Winsorisation treated = Winsorisation.of(column, 10, SkewnessRule.USUAL);
        column[4] = 1;
        assertThat(treated.column()).containsExactly(column);
        assertThat(treated.isRuleMet()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"7,7,7,7,7", "1,1000,NaN,NaN,1", "NaN,NaN,NaN,NaN,NaN"})
    void leavesAColumnWithoutShapeAlone(double a, double b, double c, double d, double e) {
        double[] column = {a, b, c, d, e};
        Winsorisation treated = Winsorisation.of(column, 5, SkewnessRule.USUAL);
        assertThat(treated.column()).containsExactly(column);
        assertThat(treated.isRuleMet()).isTrue();
    }

    @Test
    void refusesWhatIsNotARule() {
        double[] column = upTo(10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Winsorisation.of(column, -1, SkewnessRule.USUAL))
                .withMessage("Winsorisation.maximumPoints must not be negative but was -1");
        assertThatIllegalArgumentException().isThrownBy(() -> new SkewnessRule(2, Double.NaN));
        column[0] = Double.POSITIVE_INFINITY;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Winsorisation.of(column, 1, SkewnessRule.USUAL))
                .withMessageContaining("Infinity");
        assertThatIllegalArgumentException().isThrownBy(() -> new Caps(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Caps(Double.NaN, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesASkewnessThatIsNegativeOrNone(double skewness) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SkewnessRule(skewness, 3.5))
                .withMessageContaining("SkewnessRule.skewness must not be negative");
    }

    @Test
    void capsAnotherColumnInTheSameWay() {
        Caps caps = Winsorisation.of(upTo(10, 30, 100), 2, SkewnessRule.USUAL).caps();
        assertThat(caps.apply(new double[] {-1000, 29, 31, MISSING})).containsExactly(-1000, 29, 30, MISSING);
        assertThat(caps).hasToString("cap at 30 above");
    }

    /** The numbers 1 to n, then some more. */
    private static double[] upTo(int n, double... more) {
        return DoubleStream.concat(DoubleStream.iterate(1, x -> x <= n, x -> x + 1), Arrays.stream(more))
                .toArray();
    }

    private static double[] heavyTailed(Random random, int n) {
        double[] column = new double[n];
        for (int i = 0; i < n; i++) {
            double z = random.nextGaussian();
            column[i] = z * z * z;
        }
        return column;
    }
}
