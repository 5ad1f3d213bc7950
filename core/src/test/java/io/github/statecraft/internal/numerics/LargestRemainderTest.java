package io.github.statecraft.internal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: a published apportionment, small cases worked by hand, and BigDecimal for the sums. */
class LargestRemainderTest {
    /**
     * Hamilton's bill of 1792, 120 seats by the census of 1790: Balinski and Young, Fair Representation, chapter 2.
     * Connecticut, Delaware, Georgia, Kentucky, Maryland, Massachusetts, New Hampshire, New Jersey, New York, North
     * Carolina, Pennsylvania, Rhode Island, South Carolina, Vermont, Virginia.
     */
    @Test
    void apportionsTheHouseOf1792AsHamiltonDid() {
        double[] populations = {
            236841, 55540, 70835, 68705, 278514, 475327, 141822, 179570, 331589, 353523, 432879, 68446, 206236, 85533,
            630560
        };
        double total = Arrays.stream(populations).sum();
        double[] quotas = Arrays.stream(populations).map(p -> 120 * p / total).toArray();
        assertThat(LargestRemainder.round(quotas, 120, 0).stream().map(BigDecimal::intValueExact))
                .containsExactly(8, 2, 2, 2, 9, 16, 5, 6, 11, 12, 14, 2, 7, 3, 21);
    }

    @Test
    void handsTheMissingDigitToTheLargestRemainder() {
        assertThat(round(100, 1, 33.34, 33.32, 33.34)).containsExactly("33.4", "33.3", "33.3");
        assertThat(round(10.6, 0, 3.4, 3.5, 3.7)).containsExactly("3", "4", "4");
    }

    @Test
    void breaksTiesByIndex() {
        assertThat(round(2, 0, 0.5, 0.5, 0.5, 0.5)).containsExactly("1", "1", "0", "0");
        assertThat(round(1, 2, 1 / 3.0, 1 / 3.0, 1 / 3.0)).containsExactly("0.34", "0.33", "0.33");
    }

    @Test
    void roundsNegativeNumbersTowardsTheNearerOneFirst() {
        assertThat(round(0.5, 0, -1.2, 1.7)).containsExactly("-1", "1");
        assertThat(round(-3.0, 0, -1.4, -0.8, -0.8)).containsExactly("-1", "-1", "-1");
        assertThat(round(0, 1, -0.04, 0.04)).containsExactly("0.0", "0.0");
    }

    @Test
    void addsUpToTheRoundedTotalAndNeverRoundsFurtherThanToTheNextDigit() {
        Random random = new Random(20261110);
        for (int run = 0; run < 5_000; run++) {
            double[] points = random.doubles(random.nextInt(30), -20, 100).toArray();
            for (int i = 0; i < points.length; i++) {
                points[i] = random.nextInt(4) == 0 ? Math.rint(points[i]) : points[i];
            }
            int decimals = random.nextInt(4);
            BigDecimal exact = Arrays.stream(points).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
            double total = exact.doubleValue();
            List<BigDecimal> rounded = LargestRemainder.round(points, total, decimals);
            assertThat(rounded.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(new BigDecimal(total).setScale(decimals, RoundingMode.HALF_EVEN));
            for (int i = 0; i < points.length; i++) {
                BigDecimal point = new BigDecimal(points[i]);
                assertThat(rounded.get(i))
                        .isIn(
                                point.setScale(decimals, RoundingMode.FLOOR),
                                point.setScale(decimals, RoundingMode.CEILING));
            }
        }
    }

    @Test
    void refusesATotalThatIsNotTheSum() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LargestRemainder.round(new double[] {1.5, 2.5}, 6.25, 0))
                .withMessageContaining("6.25");
        assertThatIllegalArgumentException().isThrownBy(() -> LargestRemainder.round(new double[] {1, 2}, 2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> LargestRemainder.round(new double[] {}, 1, 0));
        double[] moreDigitsThanADouble = {0x1p53, 1};
        assertThatIllegalArgumentException().isThrownBy(() -> LargestRemainder.round(moreDigitsThanADouble, 0x1p53, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNotFinite(double x) {
        assertThatIllegalArgumentException().isThrownBy(() -> LargestRemainder.round(new double[] {x}, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> LargestRemainder.round(new double[] {1}, x, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 18})
    void refusesDecimalsOutOfRange(int decimals) {
        assertThatIllegalArgumentException().isThrownBy(() -> LargestRemainder.round(new double[] {1}, 1, decimals));
    }

    private static List<String> round(double total, int decimals, double... points) {
        return LargestRemainder.round(points, total, decimals).stream()
                .map(BigDecimal::toPlainString)
                .toList();
    }

    /** Thirds of one: the first takes the cent. From 1e9 on, six digits and no promise to add up. */
    @Test
    void printsWhatAddsUpUnlessItIsTooLarge() {
        assertThat(LargestRemainder.printed(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, 1, 2))
                .containsExactly("0.34", "0.33", "0.33");
        assertThat(LargestRemainder.printed(new double[] {1e9, 0.125}, 1e9, 2)).containsExactly("1000000000", "0.12");
        assertThat(LargestRemainder.printed(999_999_999.994, 2)).isEqualTo("999999999.99");
        assertThat(LargestRemainder.isTooLarge(1, -1e9)).isTrue();
        assertThat(LargestRemainder.isTooLarge(999_999_999)).isFalse();
    }
}
