package io.github.statecraft.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Oracles: definitions; the triangular distribution in closed form; the normal and the truncated normal of
 * commons-statistics-distribution 1.3; mpmath 1.3.0 where the two sides differ.
 */
class EstimateTest {
    /** Of the range of the interval: what remains of quantiles that are computed and not looked up. */
    private static final double TOLERANCE = 1e-12;

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesAValueThatIsNotFinite(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimate.of(value))
                .withMessageStartingWith("Estimate.value must be finite but was ");
        assertThatIllegalArgumentException().isThrownBy(() -> Estimate.exactly(value));
        assertThatIllegalArgumentException().isThrownBy(() -> Estimate.interval90(value, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Estimate.range(value, 0, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            30 | NaN  | 35       | must have finite ends but was NaN to 35
            30 | 25   | NaN      | must have finite ends but was 25 to NaN
            30 | 25   | Infinity | must have finite ends but was 25 to Infinity
            30 | 35   | 25       | must have low <= high but was 35 to 25
            """)
    void refusesASpreadWithoutTwoEndsInOrder(double value, double low, double high, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimate.interval90(value, low, high))
                .withMessage("Spread.Interval90 " + message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimate.range(value, low, high))
                .withMessage("Spread.Range " + message);
    }

    @ParameterizedTest
    @CsvSource({"24.999,24.999", "35.001,35.001", "-30,-30"})
    void refusesAValueOutsideItsSpread(double value, String printed) {
        String message = "Estimate.value must lie in its spread [25, 35] but was " + printed;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimate.interval90(value, 25, 35))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimate.range(value, 25, 35))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(doubles = {25, 30, 35})
    void takesAValueAtEitherEndOfItsSpread(double value) {
        assertThat(Estimate.range(value, 25, 35).value()).isEqualTo(value);
        assertThat(Estimate.interval90(value, 25, 35).value()).isEqualTo(value);
    }

    @Test
    void hasNoNegativeZero() {
        Estimate zero = Estimate.range(-0.0, -0.0, -0.0);
        assertThat(zero).isEqualTo(Estimate.range(0.0, 0.0, 0.0)).hasToString("0 (range 0 to 0)");
        assertThat(Double.doubleToRawLongBits(zero.value())).isZero();
        assertThat(Estimate.interval90(-0.0, -0.0, 1)).isEqualTo(Estimate.interval90(0, 0, 1));
        assertThat(Estimate.of(-0.0)).isEqualTo(Estimate.of(0));
    }

    @Test
    void neverTakesUnknownForExact() {
        assertThat(Estimate.of(5)).isNotEqualTo(Estimate.exactly(5)).hasToString("5 (spread unknown)");
        assertThat(Estimate.of(5).spread().isKnown()).isFalse();
        assertThat(Estimate.exactly(5).spread().isKnown()).isTrue();
        assertThat(Estimate.exactly(5)).hasToString("5 (exact)");
    }

    @Test
    void givesTheEndsOfWhatIsKnown() {
        assertThat(Estimate.of(5).low()).isEmpty();
        assertThat(Estimate.of(5).high()).isEmpty();
        assertThat(Estimate.exactly(5).low()).hasValue(5);
        assertThat(Estimate.exactly(5).high()).hasValue(5);
        assertThat(Estimate.range(5, 4, 7).low()).hasValue(4);
        assertThat(Estimate.range(5, 4, 7).high()).hasValue(7);
        assertThat(Estimate.interval90(5, 3, 8).low()).hasValue(3);
        assertThat(Estimate.interval90(5, 3, 8).high()).hasValue(8);
        assertThat(Estimate.interval90(5, 3, 8)).hasToString("5 (90 % interval 3 to 8)");
    }

    /** Definition of INTERVAL90. */
    @ParameterizedTest
    @CsvSource({"55,45,65", "0.4,0.1,1.9", "-1.2,-1.9,-1.1", "2,2,5", "5,2,5"})
    void hasTheEndsOfAnIntervalAsItsFiveAndNinetyFivePercentQuantiles(double value, double low, double high) {
        Estimate estimate = Estimate.interval90(value, low, high);
        assertThat(estimate.quantile(0.05, Unit.STANDARD_NORMAL)).isCloseTo(low, within(TOLERANCE * (high - low)));
        assertThat(estimate.quantile(0.95, Unit.STANDARD_NORMAL)).isCloseTo(high, within(TOLERANCE * (high - low)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.05, 0.3, 0.5, 0.8, 0.95, 0.999})
    void truncatesAnIntervalToTheRangeOfItsUnit(double u) {
        double sigma = 5 / NormalDistribution.of(0, 1).inverseCumulativeProbability(0.95);
        double expected = TruncatedNormalDistribution.of(95, sigma, 0, 100).inverseCumulativeProbability(u);
        assertThat(Estimate.interval90(95, 90, 100).quantile(u, Unit.PERCENT))
                .isCloseTo(expected, within(1e-9))
                .isBetween(0.0, 100.0);
    }

    /** mpmath: findroot on the truncated distribution function with sides 5.6998544341608648661, 3.3465809407826651598. */
    @ParameterizedTest
    @CsvSource({
        "0.05,84.8651393090994381",
        "0.5,93.213005942030566787",
        "0.95,98.741526258056565093",
        "0.999,99.967354739984784251"
    })
    void truncatesAnIntervalWithUnequalSides(double u, double expected) {
        assertThat(Estimate.interval90(95, 85, 100).quantile(u, Unit.PERCENT)).isCloseTo(expected, within(1e-11));
    }

    /** Closed form: 25 + sqrt(u 10 5) below the mode, 35 - sqrt((1 - u) 10 5) above. */
    @ParameterizedTest
    @CsvSource({"0.125,27.5", "0.5,30", "0.02,26", "0.98,34", "0.875,32.5"})
    void isTriangularOverARange(double u, double expected) {
        assertThat(Estimate.range(30, 25, 35).quantile(u, Unit.PERCENT)).isCloseTo(expected, within(1e-13));
    }

    @Test
    void isTheValueWhereItIsExact() {
        assertThat(Estimate.exactly(7).quantile(0.01, Unit.COUNT)).isEqualTo(7);
        assertThat(Estimate.exactly(7).quantile(0.99, Unit.COUNT)).isEqualTo(7);
        assertThat(Estimate.interval90(7, 7, 7).quantile(0.2, Unit.COUNT)).isEqualTo(7);
        assertThat(Estimate.range(7, 7, 7).quantile(0.2, Unit.COUNT)).isEqualTo(7);
    }

    @Test
    void refusesAQuantileOfAnUnknownSpread() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Estimate.of(5).quantile(0.5, Unit.COUNT))
                .withMessage("Estimate.quantile: the spread of 5 is unknown; name a SpreadPolicy, for example "
                        + "SpreadPolicy.BY_CONFIDENCE");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 1.5, Double.NaN})
    void refusesAProbabilityThatIsNotInside(double u) {
        for (Estimate estimate : new Estimate[] {
            Estimate.exactly(5), Estimate.of(5), Estimate.range(5, 4, 6), Estimate.interval90(5, 4, 6)
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> estimate.quantile(u, Unit.COUNT))
                    .withMessageStartingWith("Estimate.quantile needs 0 < u < 1 but was ");
        }
    }
}
