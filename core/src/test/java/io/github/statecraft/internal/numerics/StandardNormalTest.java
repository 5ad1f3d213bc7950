package io.github.statecraft.internal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: mpmath 1.3.0 with 40 digits, and commons-statistics-distribution 1.3. */
class StandardNormalTest {
    private static final double RELATIVE = 1e-14;

    /** Commons rounds x / sqrt(2) to a double, which moves its tail by up to x^2 half ulps; this is ulp(1), twice that. */
    private static final double COMMONS_PER_SQUARE = 0x1p-52;

    private static final NormalDistribution COMMONS = NormalDistribution.of(0, 1);

    /** mpmath: {@code mp.dps=40; erfc(-mpf(x)/sqrt(2))/2}. */
    @ParameterizedTest
    @CsvSource({
        "-37,5.7255712225245768227e-300",
        "-34.5,4.0107289665772619693e-261",
        "-30,4.9067139271481870595e-198",
        "-20,2.7536241186062336951e-89",
        "-10,7.619853024160526066e-24",
        "-8,6.2209605742717841235e-16",
        "-6,9.865876450376981407e-10",
        "-4,0.000031671241833119921254",
        "-2.5,0.006209665325776135167",
        "-1.96,0.024997895148220436213",
        "-1.5000001,0.066807188317099463235",
        "-1.5,0.066807201268858066004",
        "-1,0.15865525393145705141",
        "-0.5,0.30853753872598689636",
        "0,0.5",
        "0.25,0.59870632568292372424",
        "1.5,0.933192798731141934",
        "2,0.9772498680518207928",
        "5,0.99999971334842812081",
        "8,0.9999999999999993779"
    })
    void cumulativeIsAccurateInTheTailToo(double x, double expected) {
        assertThat(StandardNormal.cumulative(x)).isCloseTo(expected, within(RELATIVE * expected));
    }

    @Test
    void cumulativeAgreesWithCommons() {
        Random random = new Random(20261102);
        for (int i = 0; i < 10_000; i++) {
            double x = i % 2 == 0 ? 6 * random.nextDouble() - 3 : -37 * random.nextDouble();
            double expected = COMMONS.cumulativeProbability(x);
            double tolerance = (RELATIVE + x * x * COMMONS_PER_SQUARE) * expected;
            assertThat(StandardNormal.cumulative(x)).isCloseTo(expected, within(tolerance));
        }
    }

    @Test
    void cumulativeEndsInZeroAndOne() {
        assertThat(StandardNormal.cumulative(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(StandardNormal.cumulative(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(StandardNormal.cumulative(-Double.MAX_VALUE)).isZero();
        assertThat(StandardNormal.cumulative(-38.4)).isPositive();
        assertThat(StandardNormal.cumulative(-39)).isZero();
    }

    @Test
    void cumulativeNeverFallsAcrossTheSeamOfSeriesAndFraction() {
        double before = 0;
        for (double x = -1.6; x < 1.6; x += 1e-4) {
            double now = StandardNormal.cumulative(x);
            assertThat(now).isGreaterThan(before);
            before = now;
        }
    }

    @Test
    void cumulativeRefusesNaN() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StandardNormal.cumulative(Double.NaN))
                .withMessageContaining("NaN");
    }

    /** mpmath: {@code findroot(lambda x: log(erfc(-x/sqrt(2))/2) - log(mpf(p)), x0)} with mp.dps=40, p the double. */
    @ParameterizedTest
    @CsvSource({
        "5e-324,-38.467405617144346251",
        "1e-300,-37.047096299361199237",
        "1e-200,-30.205594179579643063",
        "1e-100,-21.273453560965324294",
        "1e-50,-14.933337534788488981",
        "1e-20,-9.2623400897984075796",
        "1e-11,-6.7060231554951362961",
        "2e-11,-6.6040775904056342776",
        "1e-5,-4.2648907939228246102",
        "0.001,-3.0902323061678135354",
        "0.025,-1.9599639845400542118",
        "0.05,-1.644853626951472688",
        "0.074,-1.4466320671589785099",
        "0.075,-1.4395314709384559349",
        "0.1,-1.2815515655446004353",
        "0.25,-0.6744897501960817432",
        "0.75,0.6744897501960817432",
        "0.95,1.6448536269514722843",
        "0.999,3.0902323061678132778"
    })
    void quantileIsAccurateToTheLastDigits(double p, double expected) {
        assertThat(StandardNormal.quantile(p)).isCloseTo(expected, within(1e-15 * Math.abs(expected)));
    }

    @Test
    void quantileAgreesWithCommons() {
        Random random = new Random(20261103);
        for (int i = 0; i < 10_000; i++) {
            double p = i % 2 == 0 ? random.nextDouble() : Math.exp(-600 * random.nextDouble());
            double expected = COMMONS.inverseCumulativeProbability(p);
            assertThat(StandardNormal.quantile(p))
                    .isCloseTo(expected, within(RELATIVE * Math.max(1, Math.abs(expected))));
        }
    }

    @Test
    void quantileIsZeroInTheMiddleAndOddAroundIt() {
        assertThat(StandardNormal.quantile(0.5)).isZero();
        for (int i = 1; i < 512; i++) {
            double p = i / 1024.0;
            assertThat(StandardNormal.quantile(1 - p)).isEqualTo(-StandardNormal.quantile(p));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.25, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
    void quantileRefusesWhatIsNoProbabilityAndNamesIt(double p) {
        String named =
                Double.isNaN(p) ? "NaN" : Double.isInfinite(p) ? "Infinity" : p == Math.rint(p) ? "" + (int) p : "" + p;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StandardNormal.quantile(p))
                .withMessageEndingWith("p was " + named);
    }
}
