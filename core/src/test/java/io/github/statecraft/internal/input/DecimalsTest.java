package io.github.statecraft.internal.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: Double.parseDouble and BigDecimal.doubleValue of the JDK, to the bit. */
class DecimalsTest {
    private static final int MANY = 200_000;

    /** Texts of random doubles as programs write them, from 0.000000 to numbers with more digits than a double has. */
    static Stream<Shape> shapes() {
        return Stream.of(
                new Shape("shortest", (random, x) -> Double.toString(x)),
                new Shape("17 digits", (random, x) -> String.format(Locale.ROOT, "%.16e", x)),
                new Shape("plain, 17 digits", (random, x) -> new BigDecimal(x)
                        .round(new java.math.MathContext(17))
                        .toPlainString()),
                new Shape("in (0, 1)", (random, x) -> plain(random.nextDouble(), random.nextInt(1, 25))),
                new Shape("six decimals", (random, x) -> plain(random.nextDouble() * 1e6, 6)),
                new Shape("integer", (random, x) -> Long.toString(random.nextLong())),
                new Shape("half way", (random, x) -> new BigDecimal(x)
                        .add(new BigDecimal(Math.nextUp(x)))
                        .divide(BigDecimal.valueOf(2))
                        .toPlainString()),
                new Shape(
                        "digits and exponent",
                        (random, x) -> random.nextLong(1L << 60) + "E" + random.nextInt(-60, 60)));
    }

    record Shape(String name, java.util.function.BiFunction<SplittableRandom, Double, String> text) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static String plain(double x, int decimals) {
        return new BigDecimal(x)
                .setScale(decimals, java.math.RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void readsTheDoubleThatTheJdkReads(Shape shape) {
        SplittableRandom random = new SplittableRandom(20261124);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < MANY / 4; i++) {
            // within 1e-30 and 1e30, where every shape but the last is one that files hold
            double x = (random.nextBoolean() ? 1 : -1) * Math.scalb(1 + random.nextDouble(), random.nextInt(-100, 100));
            texts.add(shape.text().apply(random, x));
        }
        assertRead(texts);
    }

    @Test
    void readsEveryBitPattern() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> texts = new ArrayList<>();
        while (texts.size() < MANY) {
            double x = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(x) && x != 0) {
                texts.add(Double.toString(x));
            }
        }
        assertRead(texts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.0",
                "-0.000",
                "+1",
                "1.",
                ".5",
                "-.5",
                "00012",
                "0.1",
                "1e22",
                "1e23",
                "8.5e22",
                "123e-22",
                "9007199254740992",
                "9007199254740993",
                "9007199254740995",
                "900719925474099.3",
                "0.9007199254740993",
                "9007199254740993e-22",
                "999999999999999999",
                "999999999999999999e-22",
                "0.000000000000000000000000000001",
                "1.7976931348623157e308",
                "4.9e-324",
                "2.4703282292062328e-324",
                "2.2250738585072014e-308",
                "2.2250738585072012e-308",
                "2.2250738585072011e-308",
                "0.500000000000000166533453693773481063544750213623046875",
                "1.00000000000000011102230246251565404236316680908203125",
                "1.00000000000000011102230246251565404236316680908203124",
                "6929495644600919.5",
                "6929495644600919.5e-3",
                "3.00000000000000022204460492503131e-9",
                "179769313486231570000e288",
                "0.00000000000000000000012345678901234567e+22",
                "1e0000000001",
                "5e-0",
                "0e99999999999999999999"
            })
    void readsWhatIsHardToRound(String text) {
        assertRead(List.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "-.",
                "e5",
                "1e",
                "1e+",
                "1.2.3",
                "1,5",
                "0x10",
                "1d",
                "1f",
                "NaN",
                "Infinity",
                "1 000",
                "1e5.0",
                "--1",
                "1-",
                "١",
                "1e309",
                "-1e309",
                "1e-400",
                "1e99999999999",
                "2.4703282292062327e-324"
            })
    void readsNothingElse(String text) {
        assertThat(Decimals.parse(text)).isNaN();
        assertThat(scanned(List.of(text))[0]).isNaN();
    }

    @Test
    void readsAThousandDigitsAndNoMoreThanItSays() {
        String exact = new BigDecimal(Double.MIN_VALUE).toPlainString();
        assertThat(exact).hasSizeGreaterThan(1_070).hasSizeLessThan(Decimals.MAX_LENGTH);
        assertRead(List.of(exact, "1" + "0".repeat(300), "0".repeat(1_000) + "7"));
        assertThat(Decimals.parse("0".repeat(Decimals.MAX_LENGTH) + "7")).isNaN();
    }

    /** Where its own arithmetic tells the double it is the nearest; it cannot tell ties, one in a thousand here. */
    @Test
    void dividesExactly() {
        SplittableRandom random = new SplittableRandom(3);
        int undecided = 0;
        for (int i = 0; i < MANY; i++) {
            long digits = random.nextLong(1_000_000_000_000_000_000L) >> random.nextInt(10);
            int exponent = random.nextInt(-22, 1);
            double nearest = Decimals.nearest(digits, exponent);
            undecided += Double.isNaN(nearest) ? 1 : 0;
            double expected = new BigDecimal(BigInteger.valueOf(digits), -exponent).doubleValue();
            if (!Double.isNaN(nearest) && nearest != expected) {
                assertThat(nearest).as("%d e %d", digits, exponent).isEqualTo(expected);
            }
        }
        assertThat(undecided).isLessThan(MANY / 500);
        assertThat(Decimals.nearest(1, -23)).isNaN();
        assertThat(Decimals.nearest(1, 23)).isNaN();
    }

    /** 18 digits that are half way between two doubles, so that its own arithmetic cannot tell. */
    @Test
    void leavesTiesToOthers() {
        assertThat(Decimals.nearest(9007199254740993L * 10, -1)).isNaN();
        assertThat(Decimals.parse("9007199254740993.0")).isEqualTo(9007199254740992.0);
    }

    private static void assertRead(List<String> texts) {
        double[] scanned = scanned(texts);
        for (int i = 0; i < texts.size(); i++) {
            long expected = Double.doubleToRawLongBits(Double.parseDouble(texts.get(i)));
            if (Double.doubleToRawLongBits(Decimals.parse(texts.get(i))) != expected
                    || Double.doubleToRawLongBits(scanned[i]) != expected) {
                assertThat(new double[] {Decimals.parse(texts.get(i)), scanned[i]})
                        .as(texts.get(i))
                        .containsOnly(Double.longBitsToDouble(expected));
            }
        }
    }

    /** The texts as the cells of one row. */
    private static double[] scanned(List<String> texts) {
        byte[] bytes = (String.join(";", texts) + ";\n").getBytes(StandardCharsets.UTF_8);
        return CellScanner.read("t", new ByteArrayInputStream(bytes), ';', Long.MAX_VALUE, new Problems(), cells -> {
            cells.nextRow();
            return texts.stream().mapToDouble(text -> cells.number()).toArray();
        });
    }
}
