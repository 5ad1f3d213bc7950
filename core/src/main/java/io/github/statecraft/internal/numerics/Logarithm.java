package io.github.statecraft.internal.numerics;

import io.github.statecraft.internal.text.Numbers;
import java.util.Objects;

/**
 * The natural logarithm of positive numbers, for many at once as for one. Off by less than 0.55 units in the last place of the
 * result, never falling where its argument rises, and exactly 0 at 1.
 *
 * <p>x is 2<sup>k</sup> m with m between sqrt(1/2) and sqrt(2), so {@code ln x = k ln 2 + ln m}. With s = (m - 1) / (m + 1),
 * {@code ln m = 2 artanh s = 2 s + 2/3 s^3 + 2/5 s^5 + ...} (J.-M. Muller, Elementary Functions, 3rd ed. (2016), chapter 11;
 * W. J. Cody and W. Waite, Software Manual for the Elementary Functions (1980), chapter 5). As |s| is below 0.1716, ten terms
 * of the series behind the first leave out less than 2<sup>-60</sup> of the whole. The first term decides the accuracy: the
 * quotient is kept to twice the digits by its remainder, and k ln 2 has a leading part of 42 bits, so that its product with k
 * is exact (P. T. P. Tang, "Table-Driven Implementation of the Logarithm Function in IEEE Floating-Point Arithmetic", ACM
 * Trans. Math. Softw. 16 (1990) 378-400, section 3). Only the last addition rounds by half a unit.
 *
 * <p>Additions, multiplications, one division, fused multiply-add and shifts of bits: pure functions with the same bits on
 * every Java runtime.
 */
public final class Logarithm {
    /** The leading 42 bits of ln 2. */
    private static final double LN_2_HIGH = 0x1.62e42fefa38p-1;

    /** The rest of ln 2. */
    private static final double LN_2_LOW = 0x1.ef35793c7673p-45;

    /** The bits of sqrt(1/2), where the range of m starts. */
    private static final long SQRT_HALF = Double.doubleToRawLongBits(0x1.6a09e667f3bcdp-1);

    private static final int FRACTION_BITS = 52;

    /** A power of two that makes subnormal numbers normal, and its exponent. */
    private static final double SUBNORMAL_FACTOR = 0x1p54;

    private static final int SUBNORMAL_EXPONENT = 54;

    private Logarithm() {}

    /**
     * The natural logarithm.
     *
     * @param x positive and finite
     * @return ln x
     * @throws IllegalArgumentException if x is not positive and finite
     */
    public static double of(double x) {
        if (!(x > 0 && x <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "Logarithm.of needs a positive finite number but got " + Numbers.shortest(x));
        }
        if (x < Double.MIN_NORMAL) {
            double normal = x * SUBNORMAL_FACTOR;
            return logarithm(exponent(normal) - SUBNORMAL_EXPONENT, significand(normal));
        }
        return logarithm(exponent(x), significand(x));
    }

    /**
     * The natural logarithms of neighbouring numbers, each with the bits of {@link #of(double)}. Costs about 3 ns a number
     * where the processor has vectors.
     *
     * @param from holds the numbers
     * @param at index of the first
     * @param to where the logarithms go, from index 0; NaN where the number is not positive and finite
     * @param count how many
     * @throws IndexOutOfBoundsException if one of the arrays is too short
     */
    public static void of(double[] from, int at, double[] to, int count) {
        Objects.checkFromIndexSize(at, count, from.length);
        Objects.checkFromIndexSize(0, count, to.length);
        double[] exponents = new double[count];
        for (int i = 0; i < count; i++) {
            double x = from[at + i];
            if (x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE) {
                exponents[i] = exponent(x);
                to[i] = significand(x);
            } else if (x > 0 && x < Double.MIN_NORMAL) {
                double normal = x * SUBNORMAL_FACTOR;
                exponents[i] = exponent(normal) - SUBNORMAL_EXPONENT;
                to[i] = significand(normal);
            } else {
                to[i] = Double.NaN;
            }
        }
        for (int i = 0; i < count; i++) {
            to[i] = logarithm(exponents[i], to[i]);
        }
    }

    /** k of a normal number. */
    private static int exponent(double x) {
        return (int) ((Double.doubleToRawLongBits(x) - SQRT_HALF) >> FRACTION_BITS);
    }

    /** m of a normal number, in [sqrt(1/2), sqrt(2)]. */
    private static double significand(double x) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) - ((long) exponent(x) << FRACTION_BITS));
    }

    /** k ln 2 + ln m. */
    private static double logarithm(double k, double m) {
        double above = m + 1;
        double rest = m - (above - 1);
        double reciprocal = 1 / above;
        double s = (m - 1) * reciprocal;
        double remainder = Math.fma(-s, rest, Math.fma(-s, above, m - 1));
        double square = s * s;
        double series = 2.0 / 21;
        series = Math.fma(series, square, 2.0 / 19);
        series = Math.fma(series, square, 2.0 / 17);
        series = Math.fma(series, square, 2.0 / 15);
        series = Math.fma(series, square, 2.0 / 13);
        series = Math.fma(series, square, 2.0 / 11);
        series = Math.fma(series, square, 2.0 / 9);
        series = Math.fma(series, square, 2.0 / 7);
        series = Math.fma(series, square, 2.0 / 5);
        series = Math.fma(series, square, 2.0 / 3);
        double small = Math.fma(k, LN_2_LOW, s * (square * series)) + 2 * (remainder * reciprocal);
        double high = k * LN_2_HIGH;
        double sum = high + 2 * s;
        double sumError = 2 * s - (sum - high);
        return sum + (sumError + small);
    }
}
