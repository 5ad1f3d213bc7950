package io.github.statecraft.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: the repr of Python 3 (D. M. Gay's shortest digits), reading back, and definitions. */
class NumbersTest {
    /**
     * The first column is x in hexadecimal, the second the digits of Python's {@code repr(float.fromhex(x))}, in our
     * notation. Powers of two, where the nearest decimal may not read back, and subnormals are among them.
     */
    @ParameterizedTest
    @CsvSource({
        "0x1.999999999999ap-4,0.1",
        "0x1.5555555555555p-2,0.3333333333333333",
        "0x1.5555555555555p-1,0.6666666666666666",
        "0x1.3333333333334p-2,0.30000000000000004",
        "0x1.1dp+6,71.25",
        "0x1.1666666666666p+2,4.35",
        "0x1.0c6f7a0b5ed8dp-20,0.000001",
        "0x1.0c6f784902b25p-20,9.999999e-7",
        "0x1.d1a94a2p+39,1e12",
        "0x1.d1a94a1fffccdp+39,999999999999.9",
        "0x1.4542ba12a337cp+70,1.5e21",
        "0x1.52d02c7e14af6p+76,1e23",
        "0x1.c7e83209e90b2p+72,8.41e21",
        "0x1.b69b4ba630f35p+56,1.2345678901234568e17",
        "0x1p+53,9.007199254740992e15",
        "0x1p-44,5.684341886080802e-14",
        "0x1p-24,5.960464477539063e-8",
        "0x1p-20,9.5367431640625e-7",
        "0x1p+89,6.189700196426902e26",
        "0x1p+122,5.316911983139664e36",
        "0x1p+976,6.386688990511104e293",
        "0x1p-1074,5e-324",
        "0x3p-1074,1.5e-323",
        "0x28p-1074,2e-322",
        "0x1p-1022,2.2250738585072014e-308",
        "0x0.fffffffffffffp-1022,2.225073858507201e-308",
        "0x1.fffffffffffffp+1023,1.7976931348623157e308",
        "-0x1.4p+1,-2.5",
        "0x1.4p+3,10"
    })
    void shortestHasTheShortestDigits(String hexadecimal, String expected) {
        assertThat(Numbers.shortest(Double.parseDouble(withExponent(hexadecimal))))
                .isEqualTo(expected);
    }

    @Test
    void shortestReadsBackAsTheSameDouble() {
        Random random = new Random(20261111);
        DoubleStream.concat(
                        random.longs(20_000)
                                .mapToDouble(Double::longBitsToDouble)
                                .filter(Double::isFinite),
                        DoubleStream.iterate(Double.MIN_VALUE, x -> x <= 0x1p1023, x -> 2 * x))
                .forEach(
                        x -> assertThat(Double.parseDouble(Numbers.shortest(x))).isEqualTo(x));
    }

    @Test
    void shortestGivesBackWhatWasTyped() {
        Random random = new Random(20261112);
        for (int i = 0; i < 5_000; i++) {
            BigDecimal typed =
                    BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, 3).stripTrailingZeros();
            assertThat(Numbers.shortest(typed.doubleValue())).isEqualTo(typed.toPlainString());
        }
    }

    @Test
    void writesZerosWithoutSignAndNamesWhatIsNotFinite() {
        assertThat(Numbers.shortest(0.0)).isEqualTo("0");
        assertThat(Numbers.shortest(-0.0)).isEqualTo("0");
        assertThat(Numbers.significant(-0.0, 3)).isEqualTo("0");
        assertThat(Numbers.compact(-0.0)).isEqualTo("0");
        assertThat(Numbers.shortest(Double.NaN)).isEqualTo("NaN");
        assertThat(Numbers.fixed(Double.POSITIVE_INFINITY, 2)).isEqualTo("Infinity");
        assertThat(Numbers.significant(Double.NEGATIVE_INFINITY, 2)).isEqualTo("-Infinity");
        assertThat(Numbers.grouped(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
        assertThat(Numbers.compact(Double.NaN)).isEqualTo("NaN");
    }

    /** 0.125 and 0.375 are ties; 2.675 is the double 2.67499999..., 1.005 is 1.00499999... */
    @ParameterizedTest
    @CsvSource({
        "0.125,2,0.12",
        "0.375,2,0.38",
        "2.675,2,2.67",
        "1.005,2,1.00",
        "2.5,0,2",
        "3.5,0,4",
        "-0.04,1,0.0",
        "-0.0,2,0.00",
        "-0.06,1,-0.1",
        "71.3,2,71.30",
        "1e21,1,1000000000000000000000.0",
        "1e-9,3,0.000"
    })
    void fixedRoundsHalfEvenFromTheBinaryValue(double x, int decimals, String expected) {
        assertThat(Numbers.fixed(x, decimals)).isEqualTo(expected);
    }

    @Test
    void fixedIsWithinHalfAUnitOfTheLastDecimal() {
        Random random = new Random(20261113);
        for (int i = 0; i < 2_000; i++) {
            double x = 1000 * random.nextGaussian();
            BigDecimal error = new BigDecimal(Numbers.fixed(x, 3))
                    .subtract(new BigDecimal(x))
                    .abs();
            assertThat(error).isLessThanOrEqualTo(new BigDecimal("0.0005"));
            assertThat(new BigDecimal(x).setScale(3, RoundingMode.HALF_EVEN).scale())
                    .isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "12345,3,12300",
        "0.33333,3,0.333",
        "0.5,3,0.5",
        "1.4999,2,1.5",
        "0.99999,3,1",
        "999999999999,3,1e12",
        "1.23456e-7,3,1.23e-7",
        "-2.345,2,-2.3",
        "100,1,100",
        "7,17,7"
    })
    void significantKeepsSoManyDigits(double x, int digits, String expected) {
        assertThat(Numbers.significant(x, digits)).isEqualTo(expected);
    }

    @Test
    void groupsThousands() {
        assertThat(Numbers.grouped(1_408_975_000L)).isEqualTo("1,408,975,000");
        assertThat(Numbers.grouped(999L)).isEqualTo("999");
        assertThat(Numbers.grouped(-1000L)).isEqualTo("-1,000");
        assertThat(Numbers.grouped(-999L)).isEqualTo("-999");
        assertThat(Numbers.grouped(Long.MIN_VALUE)).isEqualTo("-9,223,372,036,854,775,808");
        assertThat(Numbers.grouped(27360.94)).isEqualTo("27,361");
        assertThat(Numbers.grouped(-0.4)).isEqualTo("0");
        assertThat(Numbers.grouped(27360.94, 1)).isEqualTo("27,360.9");
        assertThat(Numbers.grouped(-123.4567, 4)).isEqualTo("-123.4567");
    }

    /** java.util.Formatter with Locale.ROOT documents the same grouping. */
    @Test
    void groupsLikeTheFormatter() {
        new Random(20261114).longs(1_000).map(x -> x >> (x & 63)).forEach(x -> assertThat(Numbers.grouped(x))
                .isEqualTo(String.format(Locale.ROOT, "%,d", x)));
    }

    @ParameterizedTest
    @CsvSource({
        "1408975000,1.41 bn", "27.36e12,27.4 tn", "941000,941 k", "999499,999 k", "999500,1 mn", "999.4,999",
                "999.6,1 k",
        "1500,1.5 k", "-2.5e6,-2.5 mn", "0.12345,0.123", "3e-8,3e-8", "'1.5e15','1,500 tn'", "1e18,1e18",
                "9.994e17,'999,000 tn'"
    })
    void compactNamesTheSize(double x, String expected) {
        assertThat(Numbers.compact(x)).isEqualTo(expected);
    }

    @Test
    void doesNotDependOnTheDefaultLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Numbers.grouped(1234567.5, 1)).isEqualTo("1,234,567.5");
            assertThat(Numbers.shortest(1.5e21)).isEqualTo("1.5e21");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, -5})
    void refusesTooFewDigits(int digits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Numbers.fixed(1, digits))
                .withMessageContaining("" + digits);
        assertThatIllegalArgumentException().isThrownBy(() -> Numbers.grouped(1.0, digits));
        assertThatIllegalArgumentException().isThrownBy(() -> Numbers.significant(1, digits + 1));
    }

    private static String withExponent(String hexadecimal) {
        return hexadecimal.contains("p") ? hexadecimal : hexadecimal + "p0";
    }

    /** Written out by hand: the shortest digits with a comma before every third digit of the integer part from the right. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            47500000000 | 47,500,000,000
            1234.5678   | 1,234.5678
            -1000       | -1,000
            999         | 999
            0.1         | 0.1
            1.5e21      | 1.5e21
            """)
    void groupsTheShortestDigits(double x, String text) {
        assertThat(Numbers.readable(x)).isEqualTo(text);
    }
}
