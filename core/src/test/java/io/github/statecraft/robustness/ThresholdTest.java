package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Roots by hand. */
class ThresholdTest {
    private static final DoubleUnaryOperator PARABOLA = x -> (x - 3) * (x - 7);

    private static double nearest(DoubleUnaryOperator gap, double value, double lowest, double highest) {
        return Threshold.nearest(gap, value, Math.max(1, Math.abs(value)), lowest, highest);
    }

    private static double nearest(DoubleUnaryOperator gap, double value) {
        return nearest(gap, value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Test
    void findsTheNearerOfTwoRoots() {
        assertThat(nearest(PARABOLA, 4.5)).isCloseTo(3, within(1e-11));
        assertThat(nearest(PARABOLA, 5.5)).isCloseTo(7, within(1e-11));
        assertThat(nearest(PARABOLA, 2)).isCloseTo(3, within(1e-11));
        assertThat(nearest(PARABOLA, 12)).isCloseTo(7, within(1e-11));
        assertThat(nearest(x -> 1e5 - x, 1)).isCloseTo(1e5, within(1e-6));
    }

    @Test
    void staysWithinTheRange() {
        assertThat(nearest(PARABOLA, 5.5, 0, 6.9)).isCloseTo(3, within(1e-11));
        assertThat(nearest(PARABOLA, 5.5, 4, 6.9)).isNaN();
        assertThat(nearest(PARABOLA, 5.5, 5.5, 7)).isEqualTo(7);
        assertThat(nearest(PARABOLA, 5.5, 5.5, 5.5)).isNaN();
    }

    @Test
    void findsNoneWhereTheSignStays() {
        assertThat(nearest(x -> 1 + x * x, 3)).isNaN();
        assertThat(nearest(x -> -1, 0)).isNaN();
        assertThat(nearest(x -> 0, 3)).isNaN();
    }

    @Test
    void takesATieForATurn() {
        // a gap that falls to 0 at 8 and stays there
        assertThat(nearest(x -> Math.max(0, 8 - x), 5)).isCloseTo(8, within(1e-11));
        assertThat(nearest(x -> Math.max(0, 8 - x), 9)).isNaN();
    }

    @Test
    void looksNoFurtherThanTheGapIsDefined() {
        // defined up to 4: a root at 3.9 is found, one at 4.1 is not
        assertThat(nearest(x -> x > 4 ? Double.NaN : 3.9 - x, 1)).isCloseTo(3.9, within(1e-11));
        assertThat(nearest(x -> x > 4 ? Double.NaN : 4.1 - x, 1)).isNaN();
        assertThat(nearest(x -> x > 4 ? Double.NaN : 4 - x, 1)).isEqualTo(4);
    }
}
