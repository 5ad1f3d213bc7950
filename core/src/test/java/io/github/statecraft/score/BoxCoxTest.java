package io.github.statecraft.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: scipy 1.17.1, mpmath 1.3.0 with 40 digits, closed forms and invariances. */
class BoxCoxTest {
    private static final double MISSING = Double.NaN;

    /** mpmath: {@code (mp.power(x, l) - 1) / l}; scipy.special.boxcox(x, l) differs by at most an ulp. */
    @ParameterizedTest
    @CsvSource({
        "2.5,0.5,1.16227766016837933",
        "2.5,-1.5,0.498011858124353102",
        "2.5,0,0.916290731874155065",
        "2.5,1e-9,0.916290732293949418",
        "0.001,3,-0.333333333",
        "0.2,-2,-12",
        "7,1,6",
        "7,2,24"
    })
    void isThePowerTransformation(double x, double lambda, double expected) {
        assertThat(BoxCox.apply(x, lambda)).isCloseTo(expected, within(1e-15 * Math.max(1, Math.abs(expected))));
    }

    /**
     * scipy: {@code scipy.stats.boxcox(x)[1]} gives -0.318862058007404, -0.200692938106819, 1.668558434388631 and
     * 0.554289627661389, true to its search of 1.5e-8 relative. mpmath: the root of the derivative of the log-likelihood,
     * {@code mp.findroot(lambda l: mp.diff(llf, l), l0)}.
     */
    @Test
    void findsTheLikeliestLambda() {
        assertLambda(-0.318862062635791, 3, 1, 4, 1.5, 9, 2.6, 5, 35);
        assertLambda(-0.20069293810605, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100);
        assertLambda(1.66855843532802, 850, 740, 900, 1070, 930, 850, 950, 980, 980, 880);
        assertLambda(0.554289628341628, 0.001, 0.02, 0.5, 0.7, 0.9, 0.95, 0.99, 1.2);
    }

    private static void assertLambda(double expected, double... column) {
        assertThat(BoxCox.lambda(column)).isCloseTo(expected, within(2 * BoxCox.TOLERANCE));
    }

    /** Numbers that are symmetrical in their logarithms have lambda 0. */
    @Test
    void isTheLogarithmForSymmetricalLogarithms() {
        assertThat(BoxCox.lambda(new double[] {0.25, 4})).isCloseTo(0, within(BoxCox.TOLERANCE));
        assertThat(BoxCox.lambda(new double[] {0.01, 0.1, 0.2, 1, 5, 10, 100})).isCloseTo(0, within(BoxCox.TOLERANCE));
    }

    /** Likelihood is free of scale, and 1/x has the opposite lambda. */
    @Test
    void isFreeOfScaleAndTurnsWithTheReciprocal() {
        Random random = new Random(20261127);
        for (int trial = 0; trial < 50; trial++) {
            double[] column = random.doubles(12, 0.1, 10).toArray();
            double lambda = BoxCox.lambda(column);
            double[] scaled = Arrays.stream(column).map(x -> 1e6 * x).toArray();
            double[] reciprocal = Arrays.stream(column).map(x -> 1 / x).toArray();
            assertThat(BoxCox.lambda(scaled)).isCloseTo(lambda, within(1e-9));
            assertThat(BoxCox.lambda(reciprocal)).isCloseTo(-lambda, within(1e-9));
            assertThat(lambda).isBetween(-BoxCox.LARGEST_LAMBDA, BoxCox.LARGEST_LAMBDA);
        }
    }

    /** scipy: {@code boxcox(np.arange(1, 11) ** 0.125)[1]} is 5.7757, beyond the range; the reciprocals have the opposite. */
    @Test
    void stopsAtTheEndOfTheRange() {
        double[] roots = IntStream.rangeClosed(1, 10)
                .mapToDouble(i -> Math.pow(i, 0.125))
                .toArray();
        assertThat(BoxCox.lambda(roots)).isEqualTo(5);
        assertThat(BoxCox.lambda(Arrays.stream(roots).map(x -> 1 / x).toArray()))
                .isEqualTo(-5);
    }

    @Test
    void skipsWhatIsMissing() {
        assertThat(BoxCox.lambda(new double[] {3, MISSING, 1, 4, 1.5, MISSING, 9, 2.6, 5, 35}))
                .isEqualTo(BoxCox.lambda(new double[] {3, 1, 4, 1.5, 9, 2.6, 5, 35}));
        assertThat(BoxCox.apply(new double[] {7, MISSING}, 2)).containsExactly(BoxCox.apply(7, 2), MISSING);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-5, -1, -1e-12, 0, 1e-12, 0.5, 3})
    void keepsOrder(double lambda) {
        double[] column = new Random(20261128).doubles(50, 0.2, 5).sorted().toArray();
        assertThat(BoxCox.apply(column, lambda)).isSorted();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.POSITIVE_INFINITY})
    void refusesWhatIsNotPositive(double x) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoxCox.apply(x, 0.5))
                .withMessageContaining("BoxCox needs positive numbers but one was ");
        assertThatIllegalArgumentException().isThrownBy(() -> BoxCox.lambda(new double[] {1, 2, x}));
    }

    @Test
    void refusesWhatCannotBeFitted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoxCox.lambda(new double[] {2, 2, 2}))
                .withMessageContaining("BoxCox.lambda needs numbers that differ");
        assertThatIllegalArgumentException().isThrownBy(() -> BoxCox.lambda(new double[] {1e-100, 1e100}));
        assertThatIllegalArgumentException().isThrownBy(() -> BoxCox.lambda(new double[] {MISSING}));
        assertThatIllegalArgumentException().isThrownBy(() -> BoxCox.apply(2, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoxCox.apply(1e200, 2))
                .withMessageContaining("too large for a double");
    }
}
