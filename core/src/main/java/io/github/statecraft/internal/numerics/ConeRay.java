package io.github.statecraft.internal.numerics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An extreme ray of a {@link Cone}: a vector without negative coordinates, up to a positive factor. It is known exactly by the
 * planes that it lies on; whole numbers are worked out from these only where approximate coordinates leave a sign in doubt. A
 * ray between two others is approximately a sum of these with positive factors, so that the relative error of a coordinate,
 * which is bounded throughout, comes from the factors alone.
 */
final class ConeRay {
    /** Half a unit in the last place of 1. */
    private static final double ROUNDING = 0x1p-53;

    /** Room for products of errors and for rounding in the bounds themselves. */
    private static final double MARGIN = 1.01;

    /** Where a coordinate or a factor is less certain than this, whole numbers are used. */
    private static final double LARGEST_ERROR = 0x1p-20;

    private static final int BITS_KEPT = 64;

    /** Binary digits of a coordinate that is split into two doubles. */
    private static final int DIGITS = 160;

    private static final byte UNKNOWN = 2;

    private final double[] approximate;
    /** The largest relative error of an approximate coordinate; infinite if they are of no use. */
    private double error;

    private final List<HalfSpace> conditions;
    private BigInteger @Nullable [] exact;

    /** The conditions that hold with equality, as far as they were looked at: bits by number of the condition. */
    private final long[] tight;

    private final byte[] signs;

    private ConeRay(int dimension, List<HalfSpace> conditions, long[] tight) {
        approximate = new double[dimension];
        this.conditions = conditions;
        this.tight = tight;
        signs = new byte[conditions.size()];
        Arrays.fill(signs, UNKNOWN);
    }

    /** The direction of an axis; the first conditions, one a dimension, are that coordinates are not negative. */
    static ConeRay axis(int axis, int dimension, List<HalfSpace> conditions, int words) {
        ConeRay ray = new ConeRay(dimension, conditions, new long[words]);
        BigInteger[] unit = new BigInteger[dimension];
        for (int i = 0; i < dimension; i++) {
            unit[i] = i == axis ? BigInteger.ONE : BigInteger.ZERO;
            if (i != axis) {
                ray.tight[i >>> 6] |= 1L << i;
            }
        }
        ray.exact = unit;
        ray.approximate[axis] = 0.5;
        return ray;
    }

    /**
     * The ray in which the plane of a condition meets the plane through two rays.
     *
     * @param plus a ray strictly inside the condition
     * @param minus a ray strictly outside
     * @param number number of the condition
     */
    static ConeRay between(ConeRay plus, ConeRay minus, int number) {
        long[] tight = new long[plus.tight.length];
        for (int i = 0; i < tight.length; i++) {
            tight[i] = plus.tight[i] & minus.tight[i];
        }
        ConeRay ray = new ConeRay(plus.approximate.length, plus.conditions, tight);
        ray.setTight(number);
        ray.approximate(plus, minus, plus.conditions.get(number));
        return ray;
    }

    private void approximate(ConeRay plus, ConeRay minus, HalfSpace condition) {
        double inside = Math.abs(plus.value(condition));
        double outside = Math.abs(minus.value(condition));
        double errorInside = plus.error(condition) / inside;
        double errorOutside = minus.error(condition) / outside;
        error = MARGIN * (Math.max(errorInside + minus.error, errorOutside + plus.error) + 3 * ROUNDING);
        boolean isCertain = errorInside <= LARGEST_ERROR && errorOutside <= LARGEST_ERROR && error <= LARGEST_ERROR;
        if (!isCertain || Math.min(inside, outside) < HalfSpace.SMALLEST) {
            approximateExact();
            return;
        }
        double largest = 0;
        for (int i = 0; i < approximate.length; i++) {
            approximate[i] = inside * minus.approximate[i] + outside * plus.approximate[i];
            largest = Math.max(largest, approximate[i]);
        }
        if (!HalfSpace.normalise(approximate, largest)) {
            error = Double.POSITIVE_INFINITY;
        }
    }

    private void approximateExact() {
        BigInteger[] whole = exact();
        int bits = 0;
        for (BigInteger number : whole) {
            bits = Math.max(bits, number.bitLength());
        }
        error = 2 * ROUNDING;
        for (int i = 0; i < whole.length; i++) {
            approximate[i] = scaled(whole[i], bits);
            if (whole[i].signum() != 0 && approximate[i] < HalfSpace.SMALLEST) {
                error = Double.POSITIVE_INFINITY;
            }
        }
    }

    /** {@code number / 2^bits}, within two units in the last place above the range of underflow. */
    private static double scaled(BigInteger number, int bits) {
        int dropped = Math.max(number.bitLength() - BITS_KEPT, 0);
        return Math.scalb(number.shiftRight(dropped).doubleValue(), dropped - bits);
    }

    /** {@code c r} of approximate numbers. */
    private double value(HalfSpace condition) {
        double[] c = condition.approximate();
        double sum = 0;
        for (int i = 0; i < c.length; i++) {
            sum += c[i] * approximate[i];
        }
        return sum;
    }

    /** By how much {@link #value} may be off at most. */
    private double error(HalfSpace condition) {
        if (!condition.isReliable()) {
            return Double.POSITIVE_INFINITY;
        }
        double[] c = condition.approximate();
        double sum = 0;
        for (int i = 0; i < c.length; i++) {
            sum += Math.abs(c[i]) * approximate[i];
        }
        return MARGIN * (error + (c.length + 3) * ROUNDING) * sum;
    }

    /** The exact sign of {@code c r}. */
    int sign(int number) {
        if (signs[number] == UNKNOWN) {
            HalfSpace condition = conditions.get(number);
            double value = value(condition);
            int sign;
            if (Math.abs(value) > error(condition)) {
                sign = value > 0 ? 1 : -1;
            } else {
                sign = product(condition).signum();
            }
            signs[number] = (byte) sign;
            if (sign == 0) {
                setTight(number);
            }
        }
        return signs[number];
    }

    private void setTight(int number) {
        signs[number] = 0;
        int bit = approximate.length + number;
        tight[bit >>> 6] |= 1L << bit;
    }

    private BigInteger product(HalfSpace condition) {
        BigInteger[] c = condition.exact();
        BigInteger[] r = exact();
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < c.length; i++) {
            if (c[i].signum() != 0 && r[i].signum() != 0) {
                sum = sum.add(c[i].multiply(r[i]));
            }
        }
        return sum;
    }

    /** The coordinates as whole numbers, up to a positive factor: what the planes through the ray have in common. */
    BigInteger[] exact() {
        BigInteger[] known = exact;
        if (known == null) {
            known = new BigInteger[approximate.length];
            Arrays.fill(known, BigInteger.ZERO);
            List<Integer> free = new ArrayList<>();
            for (int axis = 0; axis < known.length; axis++) {
                if (!isTight(axis)) {
                    free.add(axis);
                }
            }
            List<BigInteger[]> planes = new ArrayList<>();
            for (int condition = 0; condition < conditions.size(); condition++) {
                if (isTight(known.length + condition)) {
                    BigInteger[] all = conditions.get(condition).exact();
                    planes.add(free.stream().map(axis -> all[axis]).toArray(BigInteger[]::new));
                }
            }
            BigInteger[] common = WholeLines.common(planes, free.size());
            for (int i = 0; i < common.length; i++) {
                known[free.get(i)] = common[i].abs();
            }
            exact = known;
        }
        return known;
    }

    private boolean isTight(int bit) {
        return (tight[bit >>> 6] >>> bit & 1) != 0;
    }

    /** Which conditions hold with equality. */
    long[] tight() {
        return tight;
    }

    /** Approximate coordinates, the largest in [0.25, 1]. */
    double[] approximate() {
        return approximate;
    }

    /** The point of the ray whose coordinates sum to 1, 2 x dimension: the nearest doubles, and what is left of each. */
    double[][] point() {
        BigInteger[] whole = exact();
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger number : whole) {
            sum = sum.add(number);
        }
        double[][] point = new double[2][whole.length];
        for (int i = 0; i < whole.length; i++) {
            int shift = DIGITS + sum.bitLength() - whole[i].bitLength();
            BigInteger quotient = whole[i].shiftLeft(shift).divide(sum);
            double high = quotient.doubleValue();
            BigInteger rest = quotient.subtract(new BigDecimal(high).toBigInteger());
            point[0][i] = Math.scalb(high, -shift);
            point[1][i] = Math.scalb(rest.doubleValue(), -shift);
        }
        return point;
    }
}
