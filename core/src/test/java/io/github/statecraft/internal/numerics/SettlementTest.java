package io.github.statecraft.internal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Settled parts sum to the total; the oracle is BigDecimal, whose sum of doubles is exact. */
class SettlementTest {
    private static double roundedSum(double[] parts) {
        return Arrays.stream(parts)
                .mapToObj(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    private static double[] settled(double[] parts, double total) {
        double[] copy = parts.clone();
        Settlement.settle(copy, copy.length, total, i -> "part " + (char) ('a' + i));
        return copy;
    }

    @Test
    void leavesPartsThatSumToTheTotalAlone() {
        assertThat(settled(new double[] {0.5, 0.25, -0.25}, 0.5)).containsExactly(0.5, 0.25, -0.25);
    }

    /** 0.1 + 0.2 is the double after 0.3: the largest part gives up one unit in the last place. */
    @Test
    void takesTheRestFromTheLargestPart() {
        assertThat(settled(new double[] {0.1, 0.2}, 0.3)).containsExactly(0.1, Math.nextDown(0.2));
    }

    @Test
    void sumsToTheTotalToTheLastBitAndChangesPartsByRoundingErrorsOnly() {
        Random random = new Random(20261124);
        for (int run = 0; run < 20_000; run++) {
            double[] parts = random.doubles(1 + random.nextInt(12), -50, 50).toArray();
            double total = roundedSum(parts);
            // a total that was rounded apart from its parts
            for (int i = random.nextInt(3); i > 0; i--) {
                total = random.nextBoolean() ? Math.nextUp(total) : Math.nextDown(total);
            }
            double[] settled = settled(parts, total);
            double finest = Arrays.stream(settled).map(Math::ulp).min().orElseThrow();
            double coarsest = Arrays.stream(settled).map(Math::ulp).max().orElseThrow();
            if (finest <= Math.ulp(total)) {
                assertThat(roundedSum(settled)).isEqualTo(total);
            } else {
                assertThat(roundedSum(settled)).isCloseTo(total, within(coarsest));
            }
            for (int i = 0; i < parts.length; i++) {
                assertThat(settled[i]).isCloseTo(parts[i], within(3e-13));
            }
        }
    }

    /** The last part is fixed: 0.2 has to give way to the next double below. */
    @Test
    void changesOnlyFreeParts() {
        double[] parts = {0.2, 0.1};
        Settlement.settle(parts, 1, 0.3, i -> "part");
        assertThat(parts).containsExactly(Math.nextDown(0.2), 0.1);
        double[] fixed = {0.2, 0.1};
        Settlement.settle(fixed, 0, 0.3, i -> "part");
        assertThat(fixed).containsExactly(0.2, 0.1);
    }

    /** What is left over, 1, is more than either part: taking it up would turn -0.5, and 0.25 becomes 1.25. */
    @Test
    void neverTurnsASign() {
        assertThat(settled(new double[] {-0.5, 0.25}, 0.75)).containsExactly(-0.5, 1.25);
        assertThat(settled(new double[] {-0.5, -0.25}, 0.25)).containsExactly(-0.5, -0.25);
    }

    @Test
    void neverTouchesAZero() {
        assertThat(settled(new double[] {0, 0.1, 0, 0.2, 0}, 0.3)).containsExactly(0, 0.1, 0, Math.nextDown(0.2), 0);
    }

    @Test
    void turnsItsSignsWithThoseOfTheParts() {
        Random random = new Random(7);
        for (int run = 0; run < 2_000; run++) {
            double[] parts = random.doubles(6, -50, 50).toArray();
            double total = Math.nextUp(roundedSum(parts));
            double[] turned = settled(Arrays.stream(parts).map(x -> -x).toArray(), -total);
            assertThat(Arrays.stream(turned).map(x -> -x).toArray()).containsExactly(settled(parts, total));
        }
    }
}
