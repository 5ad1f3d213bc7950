package io.github.statecraft.internal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.internal.text.Numbers;
import java.util.Random;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Oracles: mpmath 1.3.0 with 40 digits; integration of the density as Wallis (2014) defines it; and for equal deviations
 * the normal and the truncated normal of commons-statistics-distribution 1.3.
 */
class TwoPieceNormalTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    /**
     * mpmath: {@code findroot(lambda r: a/z(t/(2*r))*(1-r) - b/z(t/(2*(1-r)))*r, (0.0500000001, 0.9499999999),
     * solver='anderson')} with t = 1/20, a = mode - low, b = high - mode, z the upper quantile found by findroot on erfc.
     */
    @ParameterizedTest
    @CsvSource({
        "55,45,65,6.0795683191176894583,6.0795683191176894583,0.5",
        "55,45,75,6.6931618815653303196,11.399708868321729732,0.36993365917938205621",
        "10,9,20,0.99721579290237280318,5.3044149555557756508,0.15824725895695595685",
        "0.3,0.1,0.35,0.10940404255797831804,0.038371594358563002746,0.74033883284675686561",
        "-2,-9,0,3.8539918228726799639,1.4895353121608248924,0.72124492408861226011"
    })
    void solvesForTheDeviationsOfAnInterval(
            double mode, double low, double high, double lowerSigma, double upperSigma, double mass) {
        TwoPieceNormal fitted = TwoPieceNormal.fromInterval90(mode, low, high);
        assertThat(fitted.mode()).isEqualTo(mode);
        assertThat(fitted.lowerSigma()).isCloseTo(lowerSigma, within(1e-14 * lowerSigma));
        assertThat(fitted.upperSigma()).isCloseTo(upperSigma, within(1e-14 * upperSigma));
        assertThat(fitted.massBelowMode()).isCloseTo(mass, within(1e-14));
    }

    @Test
    void meetsBothEndsOfAnyInterval() {
        Random random = new Random(20261104);
        for (int i = 0; i < 2_000; i++) {
            double mode = 100 * random.nextGaussian();
            double low = mode - Math.exp(5 * random.nextGaussian());
            double high = mode + Math.exp(5 * random.nextGaussian());
            TwoPieceNormal fitted = TwoPieceNormal.fromInterval90(mode, low, high);
            double tolerance = 2e-15 * (high - low) + 2 * Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
            assertThat(fitted.quantile(0.05)).isCloseTo(low, within(tolerance));
            assertThat(fitted.quantile(0.95)).isCloseTo(high, within(tolerance));
            assertThat(fitted.massBelowMode() * fitted.upperSigma())
                    .isCloseTo((1 - fitted.massBelowMode()) * fitted.lowerSigma(), within(1e-15 * (high - low)));
        }
    }

    @Test
    void putsTheWholeTailBelowAModeAtTheLowEnd() {
        TwoPieceNormal fitted = TwoPieceNormal.fromInterval90(3, 3, 8);
        assertThat(fitted.massBelowMode()).isEqualTo(0.05);
        assertThat(fitted.quantile(0.05)).isEqualTo(3);
        assertThat(fitted.cumulative(3)).isEqualTo(0.05);
        // s2 = 5 / z(0.05 / 1.9): mpmath 1.3.0, -sqrt(2) * erfinv(2 * mpf(0.05) / 1.9 - 1) = 1.93793165...
        assertThat(fitted.upperSigma())
                .isCloseTo(5 / -NormalDistribution.of(0, 1).inverseCumulativeProbability(0.05 / 1.9), within(1e-14));
        assertThat(fitted.lowerSigma()).isCloseTo(fitted.upperSigma() / 19, within(1e-15));
    }

    @Test
    void isMirroredWhenTheIntervalIs() {
        Random random = new Random(20261105);
        for (int i = 0; i < 200; i++) {
            double below = random.nextInt(1000);
            double above = random.nextInt(1000) + 1;
            TwoPieceNormal right = TwoPieceNormal.fromInterval90(0, -below, above);
            TwoPieceNormal left = TwoPieceNormal.fromInterval90(0, -above, below);
            assertThat(left.lowerSigma()).isEqualTo(right.upperSigma());
            assertThat(left.upperSigma()).isEqualTo(right.lowerSigma());
            assertThat(left.massBelowMode()).isEqualTo(1 - right.massBelowMode(), within(1e-16));
        }
    }

    @Test
    void integratesTheDensity() {
        TwoPieceNormal skewed = TwoPieceNormal.of(10, 2, 5);
        for (double x : new double[] {0, 5, 8, 10, 11, 15, 30}) {
            assertThat(skewed.cumulative(x)).isCloseTo(integral(10, 2, 5, x), within(1e-12));
        }
        assertThat(skewed.massBelowMode()).isEqualTo(2.0 / 7);
    }

    @Test
    void quantileInvertsCumulative() {
        TwoPieceNormal skewed = TwoPieceNormal.of(-1, 0.5, 3);
        for (int i = 1; i < 1000; i++) {
            double u = i / 1000.0;
            assertThat(skewed.cumulative(skewed.quantile(u))).isCloseTo(u, within(1e-15));
        }
        assertThat(skewed.cumulative(skewed.quantile(1e-200))).isCloseTo(1e-200, within(1e-212));
    }

    @Test
    void isTheNormalWhenBothDeviationsAreEqual() {
        NormalDistribution normal = NormalDistribution.of(3, 2);
        TwoPieceNormal twoPiece = TwoPieceNormal.of(3, 2, 2);
        for (int i = 1; i < 100; i++) {
            double u = i / 100.0;
            double x = normal.inverseCumulativeProbability(u);
            assertThat(twoPiece.quantile(u)).isCloseTo(x, within(1e-13));
            assertThat(twoPiece.cumulative(x)).isCloseTo(u, within(1e-14));
        }
    }

    @ParameterizedTest
    @CsvSource({"-1,4", "3,3.5", "1,3", "4,5", "-2,-1", "12,13", "-9,-8"})
    void isTheTruncatedNormalWhenBothDeviationsAreEqual(double lower, double upper) {
        TruncatedNormalDistribution truncated = TruncatedNormalDistribution.of(3, 2, lower, upper);
        TwoPieceNormal twoPiece = TwoPieceNormal.of(3, 2, 2);
        for (int i = 1; i < 100; i++) {
            double u = i / 100.0;
            assertThat(twoPiece.quantile(u, lower, upper))
                    .isCloseTo(truncated.inverseCumulativeProbability(u), within(1e-9));
        }
    }

    /** By definition: F(x) = F(lower) + u (F(upper) - F(lower)), with F by integration of the density. */
    @ParameterizedTest
    @CsvSource({"7,12", "9.5,40", "-Infinity,9", "-Infinity,14", "11,Infinity", "8,Infinity"})
    void truncatesASkewedDistribution(double lower, double upper) {
        TwoPieceNormal skewed = TwoPieceNormal.of(10, 2, 5);
        double massBelow = lower == -INF ? 0 : integral(10, 2, 5, lower);
        double massAbove = upper == INF ? 1 : integral(10, 2, 5, upper);
        for (int i = 1; i < 40; i++) {
            double u = i / 40.0;
            double x = skewed.quantile(u, lower, upper);
            assertThat(x).isBetween(lower, upper);
            assertThat(integral(10, 2, 5, x)).isCloseTo(massBelow + u * (massAbove - massBelow), within(1e-12));
        }
    }

    /** In the far tail, a normal beyond t exceeds t by about an exponential with rate t; the median excess is ln 2 / t. */
    @Test
    void staysAccurateFarOutInEitherTail() {
        TwoPieceNormal twoPiece = TwoPieceNormal.of(0, 1, 1);
        double above = twoPiece.quantile(0.5, 20, INF);
        assertThat(above - 20).isCloseTo(Math.log(2) / 20, within(2e-4));
        assertThat(twoPiece.quantile(0.5, -INF, -20)).isEqualTo(-above);
    }

    @Test
    void isTheUnboundedQuantileWithoutBounds() {
        TwoPieceNormal skewed = TwoPieceNormal.of(10, 2, 5);
        NormalDistribution lower = NormalDistribution.of(10, 2);
        for (int i = 1; i < 100; i++) {
            double u = 2.0 / 7 * i / 100;
            assertThat(skewed.quantile(u)).isCloseTo(lower.inverseCumulativeProbability(u * 7 / 4), within(1e-13));
            assertThat(skewed.quantile(u, -INF, INF)).isEqualTo(skewed.quantile(u));
        }
    }

    @Test
    void isTheBoundWhenBothBoundsAreEqual() {
        TwoPieceNormal skewed = TwoPieceNormal.of(10, 2, 5);
        assertThat(skewed.quantile(0.3, 12, 12)).isEqualTo(12);
        assertThat(skewed.quantile(0.3, -500, -500)).isEqualTo(-500);
        assertThatIllegalArgumentException().isThrownBy(() -> skewed.quantile(0.3, INF, INF));
    }

    @Test
    void isAPointWhenTheIntervalIs() {
        TwoPieceNormal point = TwoPieceNormal.fromInterval90(4, 4, 4);
        assertThat(point).isEqualTo(TwoPieceNormal.of(4, 0, 0));
        assertThat(point.quantile(0.01)).isEqualTo(4);
        assertThat(point.quantile(0.99, 0, 5)).isEqualTo(4);
        assertThat(point.quantile(0.5, 4, INF)).isEqualTo(4);
        assertThat(point.cumulative(Math.nextDown(4.0))).isZero();
        assertThat(point.cumulative(4)).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> point.quantile(0.5, 5, 6));
    }

    @Test
    void isHalfANormalWithoutADeviationOnOneSide() {
        NormalDistribution normal = NormalDistribution.of(1, 2);
        TwoPieceNormal upper = TwoPieceNormal.of(1, 0, 2);
        assertThat(upper.quantile(0.3)).isCloseTo(normal.inverseCumulativeProbability(0.65), within(1e-13));
        assertThat(upper.cumulative(0.999)).isZero();
        TwoPieceNormal lower = TwoPieceNormal.of(1, 2, 0);
        assertThat(lower.quantile(0.3)).isCloseTo(normal.inverseCumulativeProbability(0.15), within(1e-13));
        assertThat(lower.cumulative(1)).isEqualTo(1);
        assertThat(lower.cumulative(2)).isEqualTo(1);
    }

    @Test
    void equalsByItsParameters() {
        assertThat(TwoPieceNormal.of(1, 2, 3))
                .isEqualTo(TwoPieceNormal.of(1, 2, 3))
                .hasSameHashCodeAs(TwoPieceNormal.of(1, 2, 3));
        assertThat(TwoPieceNormal.of(1, 2, 3))
                .isNotEqualTo(TwoPieceNormal.of(1, 3, 2))
                .isNotEqualTo(TwoPieceNormal.of(0, 2, 3));
        assertThat(TwoPieceNormal.of(1, 2, 3)).doesNotHaveSameHashCodeAs(TwoPieceNormal.of(1, 3, 2));
        assertThat(TwoPieceNormal.of(1, 2.5, 3)).hasToString("TwoPieceNormal(mode 1, sigma 2.5 below and 3 above)");
    }

    @ParameterizedTest
    @CsvSource({"5,6,7", "8,6,7", "NaN,6,7", "6.5,NaN,7", "6,6,Infinity", "0,-1.7e308,1.7e308"})
    void refusesIntervalsOutOfOrder(double mode, double low, double high) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TwoPieceNormal.fromInterval90(mode, low, high))
                .withMessageContaining("low <= mode <= high")
                .withMessageEndingWith(
                        Numbers.shortest(low) + ", " + Numbers.shortest(mode) + ", " + Numbers.shortest(high));
    }

    @ParameterizedTest
    @CsvSource({"NaN,1,1", "0,-1,1", "0,1,-1", "0,NaN,1", "0,1,Infinity", "Infinity,1,1"})
    void refusesParametersOutOfRange(double mode, double lowerSigma, double upperSigma) {
        assertThatIllegalArgumentException().isThrownBy(() -> TwoPieceNormal.of(mode, lowerSigma, upperSigma));
    }

    @ParameterizedTest
    @CsvSource({"0,0,1", "1,0,1", "NaN,0,1", "0.5,1,0", "0.5,NaN,1", "0.5,60,61", "0.5,-61,-60"})
    void refusesProbabilitiesAndBoundsOutOfRange(double u, double lower, double upper) {
        TwoPieceNormal twoPiece = TwoPieceNormal.of(0, 1, 1);
        assertThatIllegalArgumentException().isThrownBy(() -> twoPiece.quantile(u, lower, upper));
    }

    /** Simpson's rule over the density, each piece on its own since the second derivative jumps at the mode. */
    private static double integral(double mode, double s1, double s2, double x) {
        double below = simpson(mode, s1, s1 + s2, mode - 12 * s1, Math.min(x, mode));
        return x <= mode ? below : below + simpson(mode, s2, s1 + s2, mode, x);
    }

    private static double simpson(double mode, double sigma, double sum, double from, double to) {
        int steps = 4000;
        double width = (to - from) / steps;
        double total = 0;
        for (int i = 0; i <= steps; i++) {
            double z = (from + i * width - mode) / sigma;
            int weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            total += weight * Math.sqrt(2 / Math.PI) / sum * Math.exp(-z * z / 2);
        }
        return total * width / 3;
    }
}
