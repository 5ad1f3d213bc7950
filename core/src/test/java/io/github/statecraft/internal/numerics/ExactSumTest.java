package io.github.statecraft.internal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The oracle is java.math.BigDecimal: its sums and products are exact, and its doubleValue rounds half-even. Comparisons
 * are of bits, so that a zero of the wrong sign fails.
 */
class ExactSumTest {
    private static final long SEED = 20261101;
    private static final double MAX = Double.MAX_VALUE;

    @Test
    void keepsTheLastBitUnderCancellation() {
        Random random = new Random(SEED);
        for (int run = 0; run < 10_000; run++) {
            assertExact(illConditioned(random, 2 + random.nextInt(40), 60));
        }
    }

    @Test
    void isExactOverTheWholeRangeOfDoubles() {
        Random random = new Random(SEED + 1);
        for (int run = 0; run < 1_000; run++) {
            double[] terms = random.doubles(2 + random.nextInt(12)).toArray();
            for (int i = 0; i < terms.length; i++) {
                terms[i] = Math.scalb(terms[i] - 0.5, random.nextInt(2090) - 1070);
            }
            assertExact(terms);
        }
    }

    @Test
    void isExactForModerateTerms() {
        Random random = new Random(SEED + 2);
        for (int run = 0; run < 10_000; run++) {
            double[] terms = random.doubles(1 + random.nextInt(100)).toArray();
            for (int i = 0; i < terms.length; i++) {
                terms[i] = run % 2 == 0 ? 100 * terms[i] : Math.rint(1000 * (terms[i] - 0.3)) / 10;
            }
            assertExact(terms);
        }
    }

    /** Sums on, just above and just below the middle of two doubles, where half-even decides or the smallest term does. */
    @Test
    void breaksTiesToEvenAndOnlyTies() {
        Random random = new Random(SEED + 3);
        for (int run = 0; run < 10_000; run++) {
            int scale = random.nextInt(9) - 4 + (run % 2 == 0 ? 0 : 1019);
            double sum = Math.scalb(1 + random.nextInt(4) * 0x1p-52, scale);
            double half = Math.ulp(sum) / (random.nextBoolean() ? 2 : 4);
            double tiny = Math.scalb(half, -1 - random.nextInt(900)) * (random.nextInt(3) - 1);
            double sign = random.nextBoolean() ? 1 : -1;
            double[] terms = {sum, sign * half, tiny, 3.5, -3.5};
            shuffle(terms, random);
            assertExact(terms);
        }
    }

    @Test
    void doesNotDependOnTheOrderOfTerms() {
        Random random = new Random(SEED + 4);
        double[] terms = illConditioned(random, 50, 200);
        double sum = ExactSum.of(terms);
        for (int run = 0; run < 100; run++) {
            shuffle(terms, random);
            assertSameBits(ExactSum.of(terms), sum);
        }
    }

    @Test
    void survivesOverflowOnTheWay() {
        assertThat(ExactSum.of(1e308, 1e308, -1e308)).isEqualTo(1e308);
        assertThat(ExactSum.of(MAX, MAX, -MAX, -MAX, 1e-320)).isEqualTo(1e-320);
        assertThat(ExactSum.of(MAX, Math.ulp(MAX) / 2, -Double.MIN_VALUE)).isEqualTo(MAX);
        assertThat(ExactSum.of(0x1p1022, 0x1p1022, -0x1p1023, 3)).isEqualTo(3);
        Random random = new Random(SEED + 5);
        for (int run = 0; run < 1_000; run++) {
            double[] terms = new double[3 + random.nextInt(8)];
            for (int i = 0; i < terms.length - 1; i++) {
                terms[i] = Math.scalb(random.nextDouble() - 0.5, 1021 + random.nextInt(4));
            }
            terms[terms.length - 1] = Math.scalb(random.nextDouble() - 0.5, 60 * random.nextInt(17));
            BigDecimal exact = exactSum(terms);
            if (Double.isInfinite(exact.doubleValue())) {
                assertThatThrownBy(() -> ExactSum.of(terms)).isInstanceOf(ArithmeticException.class);
            } else {
                assertExact(terms);
            }
        }
    }

    /** The middle between MAX_VALUE and 2^1024 is a tie, and 2^1024 the even side of it. */
    @Test
    void refusesSumsThatAreTooLarge() {
        assertThatThrownBy(() -> ExactSum.of(MAX, MAX))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("too large");
        assertThatThrownBy(() -> ExactSum.of(-MAX, -Math.ulp(MAX) / 2)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void countsNothingAndZerosAsPositiveZero() {
        assertSameBits(ExactSum.of(), 0.0);
        assertSameBits(ExactSum.of(-0.0, -0.0), 0.0);
        assertSameBits(ExactSum.of(-1.5, 1.5), 0.0);
        assertSameBits(ExactSum.of(-MAX, MAX), 0.0);
        assertSameBits(new ExactSum().add(-0.0).value(), 0.0);
        assertSameBits(new ExactSum().add(0.1).add(-0.1).value(), 0.0);
        assertSameBits(ExactSum.ofProducts(new double[] {-0.0, 0.0}, new double[] {3, -2}), 0.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesTermsThatAreNotFinite(double term) {
        String named = Double.isNaN(term) ? "NaN" : term > 0 ? "was Infinity" : "was -Infinity";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExactSum.of(1, term, 2))
                .withMessageContaining(named);
        assertThatIllegalArgumentException().isThrownBy(() -> new ExactSum().add(term));
        double[] zeros = {0, 0};
        double[] factors = {1, term};
        assertThatIllegalArgumentException().isThrownBy(() -> ExactSum.ofProducts(zeros, factors));
        assertThatIllegalArgumentException().isThrownBy(() -> ExactSum.ofProducts(factors, zeros));
    }

    @Test
    void sumsARangeAndChecksIt() {
        double[] terms = {1e300, 0.1, 0.2, 0.3, Double.NaN};
        assertThat(ExactSum.of(terms, 1, 4)).isEqualTo(exactSum(0.1, 0.2, 0.3).doubleValue());
        assertThatThrownBy(() -> ExactSum.of(terms, 1, 6)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ExactSum.of(terms, 3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void accumulatesLikeTheArrayFormAndStartsAnewAfterReset() {
        Random random = new Random(SEED + 6);
        ExactSum sum = new ExactSum();
        for (int run = 0; run < 500; run++) {
            sum.reset();
            double[] terms = illConditioned(random, 30, 300);
            terms[0] = run % 3 == 0 ? 0x1p1023 : terms[0];
            for (int i = 0; i < terms.length; i++) {
                sum.add(terms[i]);
                double[] sofar = Arrays.copyOf(terms, i + 1);
                assertSameBits(sum.value(), positiveZero(exactSum(sofar).doubleValue()));
            }
        }
    }

    @Test
    void addsHugeTermsInAChain() {
        assertThat(new ExactSum().add(MAX).add(MAX).add(0.5).add(-MAX).add(-MAX).value())
                .isEqualTo(0.5);
    }

    @Test
    void leavesTheSumAloneWhenItRefusesATerm() {
        ExactSum sum = new ExactSum().add(0.1).add(0.2);
        assertThatIllegalArgumentException().isThrownBy(() -> sum.add(Double.NaN));
        assertThat(sum.value()).isEqualTo(exactSum(0.1, 0.2).doubleValue());
    }

    @Test
    void roundsSumsOfProductsOnce() {
        Random random = new Random(SEED + 7);
        for (int run = 0; run < 5_000; run++) {
            int n = 1 + random.nextInt(20);
            assertExactProducts(illConditioned(random, n, 40), illConditioned(random, n, 40));
        }
    }

    /** Among them products that are subnormal, that underflow to zero, and that overflow. */
    @Test
    void roundsSumsOfExtremeProductsOnce() {
        Random random = new Random(SEED + 8);
        for (int run = 0; run < 500; run++) {
            int n = 1 + random.nextInt(6);
            double[] a = new double[n];
            double[] b = new double[n];
            int scale = random.nextInt(1070) - 535;
            for (int i = 0; i < n; i++) {
                a[i] = Math.scalb(random.nextDouble() - 0.5, scale + random.nextInt(5) - 530);
                b[i] = Math.scalb(random.nextDouble() - 0.5, random.nextInt(8) - 5);
            }
            assertExactProducts(a, b);
        }
        assertThat(ExactSum.ofProducts(new double[] {1e200, 1e200, 3}, new double[] {1e200, -1e200, 7}))
                .isEqualTo(21);
        assertThat(ExactSum.ofProducts(new double[] {0x1p-600, 0x1p-600}, new double[] {0x1p-475, 0x1p-475}))
                .isEqualTo(Double.MIN_VALUE);
    }

    @Test
    void refusesFactorsOfDifferentNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExactSum.ofProducts(new double[2], new double[3]))
                .withMessageContaining("2 and 3");
    }

    /** Random terms of very different size, followed by the negatives of what they roughly add up to. */
    private static double[] illConditioned(Random random, int count, int exponents) {
        double[] terms = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            boolean cancel = i >= count / 2 && i % 2 == 1;
            terms[i] = cancel ? -sum : Math.scalb(random.nextDouble() - 0.5, random.nextInt(2 * exponents) - exponents);
            sum += terms[i];
        }
        shuffle(terms, random);
        return terms;
    }

    private static void shuffle(double[] terms, Random random) {
        for (int i = terms.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double swap = terms[i];
            terms[i] = terms[j];
            terms[j] = swap;
        }
    }

    private static BigDecimal exactSum(double... terms) {
        return Arrays.stream(terms).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void assertExact(double[] terms) {
        double expected = positiveZero(exactSum(terms).doubleValue());
        assertSameBits(ExactSum.of(terms), expected);
        ExactSum sum = new ExactSum();
        Arrays.stream(terms).forEach(sum::add);
        assertSameBits(sum.value(), expected);
    }

    private static void assertExactProducts(double[] a, double[] b) {
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = 0; i < a.length; i++) {
            exact = exact.add(new BigDecimal(a[i]).multiply(new BigDecimal(b[i])));
        }
        double expected = exact.doubleValue();
        // a sum that is rounded to zero keeps the sign of what was lost
        assertThat(ExactSum.ofProducts(a, b)).isEqualTo(expected == 0 ? exact.signum() * 0.0 : expected);
    }

    private static double positiveZero(double x) {
        return x == 0 ? 0.0 : x;
    }

    private static void assertSameBits(double actual, double expected) {
        assertThat(Double.doubleToRawLongBits(actual))
                .as("%a for %a", actual, expected)
                .isEqualTo(Double.doubleToRawLongBits(expected));
    }
}
