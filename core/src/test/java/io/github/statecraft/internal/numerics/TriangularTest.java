package io.github.statecraft.internal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracles: commons-statistics-distribution 1.3 and closed forms. */
class TriangularTest {
    @Test
    void agreesWithCommons() {
        Random random = new Random(20261106);
        for (int i = 0; i < 5_000; i++) {
            double low = 20 * random.nextGaussian();
            double high = low + Math.exp(3 * random.nextGaussian());
            double mode = i % 10 == 0 ? low : i % 10 == 1 ? high : low + random.nextDouble() * (high - low);
            double u = random.nextDouble();
            double expected = TriangularDistribution.of(low, mode, high).inverseCumulativeProbability(u);
            double tolerance = 1e-14 * (high - low) + 2 * Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
            assertThat(Triangular.quantile(u, low, mode, high)).isCloseTo(expected, within(tolerance));
        }
    }

    /** F(x) = x^2 on [0, 1] with the mode at 1; 1 - (1 - x)^2 with the mode at 0; x^2 / 2 below a mode in the middle of [0, 2]. */
    @Test
    void hasItsClosedForm() {
        assertThat(Triangular.quantile(0.25, 0, 1, 1)).isEqualTo(0.5);
        assertThat(Triangular.quantile(0.75, 0, 0, 1)).isEqualTo(0.5);
        assertThat(Triangular.quantile(0.125, 0, 1, 2)).isEqualTo(0.5);
        assertThat(Triangular.quantile(0.5, 0, 1, 2)).isEqualTo(1);
        assertThat(Triangular.quantile(0.875, 0, 1, 2)).isEqualTo(1.5);
    }

    @ParameterizedTest
    @CsvSource({"2,3,7", "2,2,7", "2,7,7", "-1e-320,0,1e-320", "0.1,0.2,0.3"})
    void startsAtLowAndEndsAtHigh(double low, double mode, double high) {
        assertThat(Triangular.quantile(0, low, mode, high)).isEqualTo(low);
        assertThat(Triangular.quantile(1, low, mode, high)).isEqualTo(high);
    }

    @Test
    void isThePointWhenAllThreeAreEqual() {
        assertThat(Triangular.quantile(0.3, 0.7, 0.7, 0.7)).isEqualTo(0.7);
    }

    @Test
    void neverLeavesItsRange() {
        Random random = new Random(20261107);
        for (int i = 0; i < 5_000; i++) {
            double low = random.nextDouble();
            double high = low + random.nextInt(5) * Math.ulp(low);
            assertThat(Triangular.quantile(random.nextDouble(), low, high, high))
                    .isBetween(low, high);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-0.1,0,1,2",
        "1.1,0,1,2",
        "NaN,0,1,2",
        "0.5,1,0,2",
        "0.5,0,3,2",
        "0.5,NaN,1,2",
        "0.5,0,1,Infinity",
        "0.5,-1.7e308,0,1.7e308"
    })
    void refusesArgumentsOutOfRange(double u, double low, double mode, double high) {
        assertThatIllegalArgumentException().isThrownBy(() -> Triangular.quantile(u, low, mode, high));
    }
}
