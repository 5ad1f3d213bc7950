package io.github.statecraft.internal.input;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.io.NumberInput;

/**
 * Decimal numbers as doubles: always the double nearest to what is written, ties to even, as {@link Double#parseDouble} has it.
 * A number is an optional sign, digits with at most one point, and an optional exponent; nothing else is one.
 */
public final class Decimals {
    /** A longer number is refused; every double can be written exactly in fewer characters. */
    public static final int MAX_LENGTH = 1_100;

    /** As many digits as a long surely holds. */
    static final int MAX_DIGITS = 18;

    /** The powers of ten that a double holds exactly. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** Integers up to here are doubles. */
    private static final long EXACT = 1L << 53;

    /** More than the relative error of two rounded operations, 2^-52. */
    private static final double DOUBT = 0x1p-50;

    private Decimals() {}

    /**
     * What a text says.
     *
     * @param text the bytes that hold it
     * @param from where it begins
     * @param to where it ends
     * @return a finite number; NaN if it is none, or not zero and yet too large or too small for a double
     */
    static double parse(byte[] text, int from, int to) {
        int at = from;
        boolean isNegative = at < to && text[at] == '-';
        at += isNegative || (at < to && text[at] == '+') ? 1 : 0;
        long digits = 0;
        int count = 0; // of digits from the first that is not zero on
        int written = 0;
        int point = -1;
        for (; at < to && (isDigit(text[at]) || (text[at] == '.' && point < 0)); at++) {
            if (text[at] == '.') {
                point = at;
                continue;
            }
            written++;
            if (count > 0 || text[at] != '0') {
                count++;
                digits = count <= MAX_DIGITS ? 10 * digits + (text[at] - '0') : digits;
            }
        }
        if (written == 0 || to - from > MAX_LENGTH) {
            return Double.NaN;
        }
        long exponent = point < 0 ? 0 : point + 1 - at;
        if (at < to && (text[at] == 'e' || text[at] == 'E')) {
            at++;
            boolean isDown = at < to && text[at] == '-';
            at += isDown || (at < to && text[at] == '+') ? 1 : 0;
            int first = at;
            long power = 0;
            for (; at < to && isDigit(text[at]); at++) {
                power = Math.min(10 * power + (text[at] - '0'), Integer.MAX_VALUE);
            }
            if (at == first) {
                return Double.NaN;
            }
            exponent += isDown ? -power : power;
        }
        if (at < to) {
            return Double.NaN;
        }
        if (count == 0) {
            return isNegative ? -0.0 : 0;
        }
        double size = count > MAX_DIGITS ? Double.NaN : nearest(digits, exponent);
        if (Double.isNaN(size)) {
            size = Math.abs(
                    NumberInput.parseDouble(new String(text, from, to - from, StandardCharsets.ISO_8859_1), true));
        }
        if (size == 0 || Double.isInfinite(size)) {
            return Double.NaN;
        }
        return isNegative ? -size : size;
    }

    /**
     * As {@link #parse(byte[], int, int)}, of a text.
     *
     * @param text the text
     * @return the number; NaN if it is none
     */
    public static double parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    /**
     * The double nearest to digits x 10^exponent. Up to 2^53, digits and power are doubles, and one rounded operation gives the
     * nearest (Clinger, How to Read Floating Point Numbers Accurately, 1990). More digits are divided in two parts; the
     * remainder of the first quotient is exact by a fused multiplication, and what is left in doubt is far less than half a
     * unit in the last place: if the sum rounds to the same double at both ends of the doubt, that is the nearest.
     *
     * @param digits at least 0, less than 10^18
     * @param exponent the power of ten
     * @return the nearest double; NaN where this arithmetic cannot tell
     */
    static double nearest(long digits, long exponent) {
        if (exponent < 1 - POWERS.length || exponent >= POWERS.length) {
            return Double.NaN;
        }
        double high = digits;
        if (digits <= EXACT) {
            return exponent < 0 ? high / POWERS[(int) -exponent] : high * POWERS[(int) exponent];
        }
        if (exponent >= 0) {
            return exponent == 0 ? high : Double.NaN;
        }
        double power = POWERS[(int) -exponent];
        double low = digits - (long) high;
        double quotient = high / power;
        double correction = (Math.fma(-quotient, power, high) + low) / power;
        double doubt = correction * DOUBT;
        double one = quotient + (correction + doubt);
        double other = quotient + (correction - doubt);
        return one == other ? one : Double.NaN;
    }
}
