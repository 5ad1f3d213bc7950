package io.github.statecraft.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected: a range of one digit less before the point has one more behind it, by hand. */
class PrintedScaleTest {
    @ParameterizedTest
    @CsvSource({
        "0, 100, 0-100, 0",
        "0, 1000, 0-1000, 0",
        "0, 11, 0-11, 0",
        "0, 10, 0-10, 1",
        "1, 7, 1-7, 1",
        "0, 1, 0-1, 2",
        "-1, 1, -1 to 1, 1",
        "0, 1e-300, 0-1e-300, 6"
    })
    void narrowScalesHaveMoreDecimals(double low, double high, String heading, int more) {
        PrintedScale scale = PrintedScale.of(new double[] {low}, new double[] {high});
        assertThat(scale).isEqualTo(new PrintedScale(heading, more));
        assertThat(scale.decimals(2)).isEqualTo(2 + more);
    }

    @Test
    void scalesThatDifferHaveTheDecimalsOfTheNarrowest() {
        assertThat(PrintedScale.of(new double[] {0, 0}, new double[] {100, 1})).isEqualTo(new PrintedScale("score", 2));
        assertThat(PrintedScale.of(new double[] {0, 0}, new double[] {1, 1})).isEqualTo(new PrintedScale("0-1", 2));
    }

    /** Without a range the scores decide: 0.3 apart is printed as a scale from 0 to 1 is. */
    @ParameterizedTest
    @CsvSource({"57, 0", "10.5, 0", "10, 1", "2.5, 1", "0.3, 2", "0.03, 3", "1e-300, 6", "0, 0", "Infinity, 0"})
    void scoresThatMayLieAnywhereHaveTheDecimalsOfTheirWidth(double width, int more) {
        assertThat(PrintedScale.of(new double[0], new double[0], width)).isEqualTo(new PrintedScale("score", more));
        assertThat(PrintedScale.of(new double[] {0}, new double[] {100}, width))
                .isEqualTo(new PrintedScale("0-100", 0));
    }

    @Test
    void aWidthIsASpreadOrAMagnitude() {
        assertThat(PrintedScale.spread(50, 53, 51)).isEqualTo(3);
        assertThat(PrintedScale.spread(-0.5, -0.5)).isEqualTo(0.5);
        assertThat(PrintedScale.spread()).isZero();
        assertThat(PrintedScale.magnitude(1, -4, 3)).isEqualTo(4);
        assertThat(PrintedScale.magnitude()).isZero();
    }
}
