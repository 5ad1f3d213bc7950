package io.github.statecraft.internal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: mpmath 1.3.0 with 40 digits, a series in 45 decimal digits, and {@link StrictMath#log}. */
class LogarithmTest {
    /** The promise, in units in the last place of the true value. */
    private static final double UNITS = 0.55;

    private static final long SEED = 20261124;
    private static final MathContext DIGITS = new MathContext(45);
    private static final BigDecimal SMALLEST_TERM = new BigDecimal("1e-44");
    private static final BigDecimal LN_2 = twiceArtanh(BigDecimal.ONE.divide(BigDecimal.valueOf(3), DIGITS));

    /** mpmath: {@code log(mpf(x))} with x the double and mp.dps=40. */
    @ParameterizedTest
    @CsvSource({
        "5e-324,-744.44007192138126231",
        "2.2250738585072014e-308,-708.39641853226410622",
        "1e-310,-713.8013788281541651",
        "1e-100,-230.25850929940456838",
        "0.1,-2.3025850929940456285",
        "0.5,-0.69314718055994530942",
        "0.7071067811865475,-0.34657359027997274336",
        "0.7071067811865476,-0.34657359027997258635",
        "0.9999999999999999,-1.1102230246251566021e-16",
        "1.0000000000000002,2.2204460492503128343e-16",
        "1.0000001,9.9999995058387045178e-8",
        "1.414213562373095,0.34657359027997256606",
        "1.4142135623730951,0.34657359027997272307",
        "2.0,0.69314718055994530942",
        "2.718281828459045,0.99999999999999994682",
        "10.0,2.302585092994045684",
        "33.333333333333336,3.5065578973199817477",
        "100.0,4.605170185988091368",
        "10000000000.0,23.02585092994045684",
        "1.7976931348623157e+308,709.78271289338399673"
    })
    void isAccurateFromTheSmallestToTheLargest(double x, BigDecimal expected) {
        assertClose(x, expected);
    }

    @Test
    void isAccurateEverywhere() {
        Random random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            for (double x : sample(random)) {
                assertClose(x, logarithm(x));
            }
        }
    }

    /** StrictMath.log is off by less than 1 unit, so the two differ by a unit at most where they do not differ by two halves. */
    @Test
    void isNextToTheLogarithmOfTheJdk() {
        Random random = new Random(SEED);
        for (int i = 0; i < 50_000; i++) {
            for (double x : sample(random)) {
                double jdk = StrictMath.log(x);
                assertThat(Math.abs(Logarithm.of(x) - jdk)).as("ln %s", x).isLessThanOrEqualTo(Math.ulp(jdk));
            }
        }
    }

    @Test
    void isExactAtOne() {
        assertThat(Double.doubleToRawLongBits(Logarithm.of(1))).isZero();
    }

    /** The nearest double to k ln 2, from the series for ln 2. */
    @Test
    void isAccurateAtPowersOfTwo() {
        for (int k = Double.MIN_EXPONENT - 52; k <= Double.MAX_EXPONENT; k++) {
            if (k != 0) {
                assertClose(Math.scalb(1.0, k), LN_2.multiply(BigDecimal.valueOf(k)));
            }
        }
    }

    /** Where the pieces of the range meet, at sqrt(2) times a power of two, and anywhere. */
    @Test
    void neverFallsFromOneNumberToTheNext() {
        Random random = new Random(SEED);
        for (int k = Double.MIN_EXPONENT - 50; k < Double.MAX_EXPONENT; k++) {
            assertRising(Math.scalb(StrictMath.sqrt(2), k), 40);
            assertRising(Math.scalb(1.0, k), 40);
        }
        for (int i = 0; i < 20_000; i++) {
            for (double x : sample(random)) {
                assertRising(x, 10);
            }
        }
    }

    private static void assertRising(double middle, int steps) {
        double x = middle;
        for (int i = 0; i < steps / 2 && x > Double.MIN_VALUE; i++) {
            x = Math.nextDown(x);
        }
        double before = Logarithm.of(x);
        for (int i = 0; i < steps && x < Double.MAX_VALUE; i++) {
            x = Math.nextUp(x);
            double next = Logarithm.of(x);
            assertThat(next).as("ln %s", x).isGreaterThanOrEqualTo(before);
            before = next;
        }
    }

    @Test
    void manyAtOnceHaveTheSameBits() {
        Random random = new Random(SEED);
        for (int run = 0; run < 2_000; run++) {
            int at = random.nextInt(3);
            int count = random.nextInt(70);
            double[] from = new double[at + count + random.nextInt(3)];
            for (int i = 0; i < from.length; i++) {
                from[i] = sample(random)[random.nextInt(4)];
            }
            double[] to = new double[count + random.nextInt(3)];
            Logarithm.of(from, at, to, count);
            for (int i = 0; i < to.length; i++) {
                double expected = i < count ? Logarithm.of(from[at + i]) : 0;
                assertThat(Double.doubleToRawLongBits(to[i])).isEqualTo(Double.doubleToRawLongBits(expected));
            }
        }
    }

    @Test
    void whatHasNoLogarithmIsMarkedAmongMany() {
        double[] logarithms = new double[7];
        Logarithm.of(
                new double[] {1, 0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE},
                0,
                logarithms,
                7);
        assertThat(logarithms)
                .containsExactly(
                        0,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        StrictMath.log(Double.MIN_VALUE));
    }

    @Test
    void refusesRangesOutsideTheArrays() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> Logarithm.of(new double[3], 2, new double[3], 2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> Logarithm.of(new double[3], 0, new double[2], 3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNotPositiveAndFinite(double x) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Logarithm.of(x))
                .withMessageStartingWith("Logarithm.of needs a positive finite number but got ");
    }

    /** Any bits, scores, near 1, subnormal. */
    private static double[] sample(Random random) {
        double any = Double.longBitsToDouble(random.nextLong() >>> 1);
        return new double[] {
            any > 0 && any <= Double.MAX_VALUE ? any : Double.MAX_VALUE,
            Math.nextUp(100 * random.nextDouble()),
            1 + Math.scalb(random.nextDouble() - 0.5, -random.nextInt(50)),
            Double.MIN_VALUE * (1 + random.nextInt(Integer.MAX_VALUE))
        };
    }

    private static void assertClose(double x, BigDecimal expected) {
        double error = new BigDecimal(Logarithm.of(x)).subtract(expected).abs().doubleValue();
        assertThat(error).as("ln %s", x).isLessThan(UNITS * Math.ulp(expected.doubleValue()));
    }

    /** ln x = k ln 2 + 2 artanh((m - 1) / (m + 1)) for x = 2^k m, m from 1 to 2. */
    private static BigDecimal logarithm(double x) {
        int k = (int) StrictMath.floor(StrictMath.log(x) / StrictMath.log(2));
        BigDecimal power = new BigDecimal(BigInteger.TWO.pow(Math.abs(k)));
        BigDecimal m = k > 0 ? new BigDecimal(x).divide(power, DIGITS) : new BigDecimal(x).multiply(power);
        BigDecimal s = m.subtract(BigDecimal.ONE).divide(m.add(BigDecimal.ONE), DIGITS);
        return LN_2.multiply(BigDecimal.valueOf(k)).add(twiceArtanh(s));
    }

    private static BigDecimal twiceArtanh(BigDecimal s) {
        BigDecimal square = s.multiply(s, DIGITS);
        BigDecimal power = s;
        BigDecimal sum = BigDecimal.ZERO;
        for (int n = 1; power.abs().compareTo(SMALLEST_TERM.multiply(s.abs())) > 0; n += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(n), DIGITS));
            power = power.multiply(square, DIGITS);
        }
        return sum.multiply(BigDecimal.valueOf(2));
    }
}
