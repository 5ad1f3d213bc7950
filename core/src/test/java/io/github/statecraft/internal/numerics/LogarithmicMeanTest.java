package io.github.statecraft.internal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: mpmath 1.3.0 with 40 digits, closed forms, and the inequality of Carlson (1972). */
class LogarithmicMeanTest {
    private static final double RELATIVE = 1e-15;

    /** mpmath: {@code (a - b) / (log(a) - log(b))} with a, b the doubles and mp.dps=40. */
    @ParameterizedTest
    @CsvSource({
        "1,2,1.4426950408889634074",
        "1,1.0000000000000002,1.000000000000000111",
        "1,1.0000000009313226,1.0000000004656612872",
        "1000000,1000001,1000000.4999999166667",
        "3,3.0001,3.0000499997222269573",
        "1.25,1.26,1.2549933598656522472",
        "7,11,8.8498487889922336972",
        "0.001,1000,72.382341268128320842",
        "1e-300,1e300,7.2382413650541975074e+296",
        "5e-324,1.7976931348623157e308,1.2361882605843648093e+305"
    })
    void isAccurateNearAndFar(double a, double b, double expected) {
        assertThat(LogarithmicMean.of(a, b)).isCloseTo(expected, within(RELATIVE * expected));
        assertThat(LogarithmicMean.of(b, a)).isEqualTo(LogarithmicMean.of(a, b));
    }

    /** For b = a (1 + h): L / a = h / ln(1 + h) = 1 + h/2 - h^2/12 + h^3/24 - ...; the next term is below h^4 / 30. */
    @Test
    void followsItsSeriesWhereTheArgumentsAreClose() {
        Random random = new Random(20261108);
        for (int i = 0; i < 2_000; i++) {
            double a = Math.exp(20 * random.nextGaussian());
            double b = a * (1 + Math.exp(-10 - 25 * random.nextDouble()));
            double h = (b - a) / a;
            double expected = a * (1 + h / 2 - h * h / 12 + h * h * h / 24);
            assertThat(LogarithmicMean.of(a, b)).isCloseTo(expected, within(RELATIVE * expected));
        }
    }

    @Test
    void liesBetweenTheGeometricAndTheArithmeticMean() {
        Random random = new Random(20261109);
        for (int i = 0; i < 2_000; i++) {
            double a = Math.exp(10 * random.nextGaussian());
            double b = Math.exp(10 * random.nextGaussian());
            assertThat(LogarithmicMean.of(a, b))
                    .isBetween(Math.sqrt(a) * Math.sqrt(b) * (1 - RELATIVE), (a + b) / 2 * (1 + RELATIVE));
        }
    }

    @Test
    void isEMinusOneForOneAndE() {
        assertThat(LogarithmicMean.of(1, Math.E)).isCloseTo(Math.E - 1, within(RELATIVE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 0.1, 3, Double.MAX_VALUE})
    void isTheArgumentWhenBothAreEqual(double a) {
        assertThat(LogarithmicMean.of(a, a)).isEqualTo(a);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNotPositiveAndFinite(double x) {
        assertThatIllegalArgumentException().isThrownBy(() -> LogarithmicMean.of(x, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> LogarithmicMean.of(1, x));
    }
}
