package io.github.statecraft.internal.numerics;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A linear condition {@code c w >= 0} whose coefficients are differences of doubles, kept exactly: a double is a whole number
 * times a power of two, so the coefficients, scaled by one power of two, are whole numbers. Beside them stand doubles with a
 * relative error of at most half a unit in the last place, for predicates that only ask for the whole numbers where a sign is in
 * doubt. Not thread-safe.
 */
public final class HalfSpace {
    /** Numbers whose size relative to the largest is below this, 2 to the -400, might underflow in products. */
    static final double SMALLEST = 0x1p-400;

    /** From here on a difference of doubles might overflow. */
    private static final double LARGEST = 0x1p1000;

    private static final int BITS_OF_FRACTION = 52;
    private static final long FRACTION = (1L << BITS_OF_FRACTION) - 1;

    private final double[] minuend;
    private final double[] subtrahend;
    private final double[] approximate;
    private final boolean isReliable;

    private BigInteger @Nullable [] exact;

    private HalfSpace(double[] minuend, double[] subtrahend) {
        this.minuend = minuend;
        this.subtrahend = subtrahend;
        approximate = new double[minuend.length];
        double largest = 0;
        boolean reliable = true;
        for (int i = 0; i < minuend.length; i++) {
            ExactSum.requireFinite(minuend[i]);
            ExactSum.requireFinite(subtrahend[i]);
            reliable &= Math.abs(minuend[i]) < LARGEST && Math.abs(subtrahend[i]) < LARGEST;
            approximate[i] = minuend[i] - subtrahend[i];
            largest = Math.max(largest, Math.abs(approximate[i]));
        }
        isReliable = reliable && normalise(approximate, largest);
    }

    /**
     * A condition on exact coefficients.
     *
     * @param coefficients finite; copied
     * @return {@code coefficients w >= 0}
     */
    public static HalfSpace of(double... coefficients) {
        return new HalfSpace(coefficients.clone(), new double[coefficients.length]);
    }

    /**
     * A condition on exact differences, which need not be doubles.
     *
     * @param more finite coefficients; copied
     * @param less as many finite coefficients; copied
     * @return {@code more w >= less w}
     */
    public static HalfSpace ofDifference(double[] more, double[] less) {
        if (more.length != less.length) {
            throw new IllegalArgumentException(
                    "HalfSpace.ofDifference needs as many coefficients on both sides but got " + more.length + " and "
                            + less.length);
        }
        return new HalfSpace(more.clone(), less.clone());
    }

    /**
     * The number of coefficients.
     *
     * @return the dimension
     */
    public int dimension() {
        return minuend.length;
    }

    /** Scales numbers by a power of two so that the largest lies in [0.5, 1); false if some are too small beside it. */
    static boolean normalise(double[] numbers, double largest) {
        if (largest == 0) {
            return true;
        }
        int shift = -(Math.max(exponent(largest), Double.MIN_EXPONENT) + 1);
        boolean reliable = true;
        for (int i = 0; i < numbers.length; i++) {
            boolean isZero = numbers[i] == 0;
            numbers[i] = Math.scalb(numbers[i], shift);
            reliable &= isZero || Math.abs(numbers[i]) >= SMALLEST;
        }
        return reliable;
    }

    /** Coefficients up to a positive factor, each within half a unit in the last place. */
    double[] approximate() {
        return approximate;
    }

    /** Whether products with the approximate coefficients keep their relative error. */
    boolean isReliable() {
        return isReliable;
    }

    /** Coefficients up to a positive factor, without a common divisor. */
    BigInteger[] exact() {
        BigInteger[] known = exact;
        if (known == null) {
            known = whole();
            exact = known;
        }
        return known;
    }

    private BigInteger[] whole() {
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i < minuend.length; i++) {
            lowest = Math.min(lowest, Math.min(lowestBit(minuend[i]), lowestBit(subtrahend[i])));
        }
        BigInteger[] whole = new BigInteger[minuend.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = scaled(minuend[i], lowest).subtract(scaled(subtrahend[i], lowest));
        }
        return primitive(whole);
    }

    /** Divides whole numbers by their greatest common divisor, in place. */
    static BigInteger[] primitive(BigInteger[] numbers) {
        BigInteger divisor = BigInteger.ZERO;
        for (BigInteger number : numbers) {
            divisor = divisor.gcd(number);
            if (divisor.equals(BigInteger.ONE)) {
                return numbers;
            }
        }
        if (divisor.signum() != 0) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = numbers[i].divide(divisor);
            }
        }
        return numbers;
    }

    /** The exponent of the lowest bit that is set; the largest int for zero. */
    private static int lowestBit(double x) {
        return x == 0 ? Integer.MAX_VALUE : unit(x) + Long.numberOfTrailingZeros(significand(x));
    }

    /** {@code x / 2^lowest}, which is whole. */
    private static BigInteger scaled(double x, int lowest) {
        if (x == 0) {
            return BigInteger.ZERO;
        }
        BigInteger size = BigInteger.valueOf(significand(x));
        int shift = unit(x) - lowest;
        size = shift >= 0 ? size.shiftLeft(shift) : size.shiftRight(-shift);
        return x < 0 ? size.negate() : size;
    }

    private static int exponent(double x) {
        return (int) ((Double.doubleToRawLongBits(x) >>> BITS_OF_FRACTION) & 0x7ff) - Double.MAX_EXPONENT;
    }

    /** The exponent of the last bit that a double of this size holds. */
    private static int unit(double x) {
        return Math.max(exponent(x), Double.MIN_EXPONENT) - BITS_OF_FRACTION;
    }

    private static long significand(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long fraction = bits & FRACTION;
        return exponent(x) < Double.MIN_EXPONENT ? fraction : fraction | (FRACTION + 1);
    }
}
