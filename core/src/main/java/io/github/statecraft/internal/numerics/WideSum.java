package io.github.statecraft.internal.numerics;

import java.math.BigInteger;

/**
 * An exact sum held as one integer multiple of a power of two. Slower than an expansion of doubles, but nothing can
 * overflow or underflow in it: {@link ExactSum} turns to it where doubles run out of exponent.
 *
 * <p>Mutable, not thread-safe. An addition costs time in proportion to the width of the sum, at most some 4,300 bits.
 */
final class WideSum {
    /** Every double is a multiple of 2 to this power, {@link Double#MIN_VALUE}. */
    static final int SCALE_OF_TERMS = -1074;

    /** Every product of two doubles is a multiple of 2 to this power. */
    static final int SCALE_OF_PRODUCTS = 2 * SCALE_OF_TERMS;

    private static final int PRECISION = 53;
    private static final int FRACTION_BITS = PRECISION - 1;
    private static final long FRACTION_MASK = (1L << FRACTION_BITS) - 1;
    private static final int EXPONENT_MASK = 0x7ff;

    private final int scale;
    private BigInteger total = BigInteger.ZERO;

    /**
     * An empty sum.
     *
     * @param scale the power of two that all terms are multiples of
     */
    WideSum(int scale) {
        this.scale = scale;
    }

    /**
     * A sum that starts from what this one holds.
     *
     * @return an independent copy
     */
    WideSum copy() {
        WideSum copy = new WideSum(scale);
        copy.total = total;
        return copy;
    }

    /**
     * Adds a term.
     *
     * @param term a finite double
     */
    void add(double term) {
        total = total.add(integerOf(term).shiftLeft(exponentOf(term) - scale));
    }

    /**
     * The sum of products a[i] b[i], correctly rounded.
     *
     * @param a factors
     * @param b as many factors
     * @return the double nearest to the exact sum
     * @throws IllegalArgumentException if a factor is not finite
     * @throws ArithmeticException if the sum is too large for a double
     */
    static double ofProducts(double[] a, double[] b) {
        WideSum sum = new WideSum(SCALE_OF_PRODUCTS);
        for (int i = 0; i < a.length; i++) {
            sum.addProduct(ExactSum.requireFinite(a[i]), ExactSum.requireFinite(b[i]));
        }
        return sum.value();
    }

    private void addProduct(double a, double b) {
        BigInteger product = integerOf(a).multiply(integerOf(b));
        total = total.add(product.shiftLeft(exponentOf(a) + exponentOf(b) - scale));
    }

    /**
     * The double nearest to the sum, the even one of two that are equally near.
     *
     * @return a finite double; +0.0 for a sum of nothing
     * @throws ArithmeticException if the sum is too large for a double
     */
    double value() {
        BigInteger magnitude = total.abs();
        int lastBit = Math.max(magnitude.bitLength() - PRECISION + scale, SCALE_OF_TERMS);
        int dropped = Math.max(lastBit - scale, 0);
        long kept = magnitude.shiftRight(dropped).longValueExact();
        if (dropped > 0 && magnitude.testBit(dropped - 1)) {
            boolean aboveHalf = magnitude.getLowestSetBit() < dropped - 1;
            if (aboveHalf || (kept & 1) == 1) {
                kept++;
            }
        }
        double rounded = Math.scalb((double) kept, dropped + scale);
        if (Double.isInfinite(rounded)) {
            throw new ArithmeticException(
                    "the sum is too large for a double; divide the terms by a power of two first");
        }
        return total.signum() < 0 ? -rounded : rounded;
    }

    /** The significand of x as an integer with the sign of x: x is this times 2 to {@link #exponentOf}. */
    private static BigInteger integerOf(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long fraction = bits & FRACTION_MASK;
        long significand = biasedExponentOf(bits) == 0 ? fraction : fraction | (1L << FRACTION_BITS);
        return BigInteger.valueOf(bits < 0 ? -significand : significand);
    }

    private static int exponentOf(double x) {
        return Math.max(biasedExponentOf(Double.doubleToRawLongBits(x)), 1) - 1 + SCALE_OF_TERMS;
    }

    private static int biasedExponentOf(long bits) {
        return (int) (bits >>> FRACTION_BITS) & EXPONENT_MASK;
    }
}
