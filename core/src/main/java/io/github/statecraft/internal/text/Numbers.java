package io.github.statecraft.internal.text;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Decimal texts of numbers, the same on every Java runtime and under every locale: a point before decimals, commas
 * between thousands, and no negative zero.
 *
 * <p>All rounding is half-even and starts from the exact binary value. What is not finite reads {@code NaN},
 * {@code Infinity} or {@code -Infinity}. Pure functions; each costs about a microsecond, more where |x| is far from 1.
 */
public final class Numbers {
    /** Plain notation is used from ten to this power, inclusive ... */
    private static final int SMALLEST_PLAIN_EXPONENT = -6;

    /** ... to ten to this power, exclusive. */
    private static final int FIRST_SCIENTIFIC_EXPONENT = 12;

    /** Decimals of so many significant digits never coincide in a normal double (C's DBL_DIG). */
    private static final int DISTINCT_DIGITS = 15;

    /** So many significant digits always tell two doubles apart (C's DBL_DECIMAL_DIG). */
    private static final int SUFFICIENT_DIGITS = 17;

    /** 2 to the 53: below it, each integer is a double. */
    private static final double FIRST_GAP = 0x1p53;

    /** The fraction bits of a double: all zero in a power of two. */
    private static final long FRACTION_MASK = (1L << 52) - 1;

    private static final int GROUP = 3;
    private static final int COMPACT_DIGITS = 3;
    private static final ImmutableList<String> COMPACT_WORDS = ImmutableList.of("", " k", " mn", " bn", " tn");

    private Numbers() {}

    /**
     * The shortest decimal that reads back as x, and of several the one nearest to x: {@code 0.1}, {@code 71.25},
     * {@code 1.5e21}. Plain notation for 1e-6 &lt;= |x| &lt; 1e12 and for 0, otherwise scientific. Both zeros read
     * {@code 0}.
     *
     * @param x any double
     * @return its text
     */
    public static String shortest(double x) {
        return Double.isFinite(x) ? plainOrScientific(shortestDecimal(x)) : notFinite(x);
    }

    /**
     * As {@link #shortest}, with commas between thousands where the notation is plain: {@code 47,500,000,000}, {@code 0.1},
     * {@code 1.5e21}.
     *
     * @param x any double
     * @return its text
     */
    public static String readable(double x) {
        String text = shortest(x);
        return Double.isFinite(x) && text.indexOf('e') < 0 ? group(text) : text;
    }

    /**
     * x with a fixed number of decimals, always in plain notation: {@code 71.30}.
     *
     * @param x any double
     * @param decimals digits after the point, at least 0
     * @return its text
     * @throws IllegalArgumentException if decimals is negative
     */
    public static String fixed(double x, int decimals) {
        requireAtLeast(0, decimals, "decimals");
        return Double.isFinite(x)
                ? new BigDecimal(x).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
                : notFinite(x);
    }

    /**
     * x rounded to some significant digits, without zeros at the end of its decimals: with 3 digits {@code 0.333},
     * {@code 12300}, {@code 0.5}. Notation as in {@link #shortest}.
     *
     * @param x any double
     * @param digits significant digits, at least 1
     * @return its text
     * @throws IllegalArgumentException if digits is less than 1
     */
    public static String significant(double x, int digits) {
        requireAtLeast(1, digits, "digits");
        return Double.isFinite(x) ? plainOrScientific(rounded(x, digits)) : notFinite(x);
    }

    /**
     * An integer with commas between thousands: {@code 1,408,975,000}.
     *
     * @param x any integer
     * @return its text
     */
    public static String grouped(long x) {
        return group(Long.toString(x));
    }

    /**
     * x rounded to an integer, with commas between thousands.
     *
     * @param x any double
     * @return its text
     */
    public static String grouped(double x) {
        return grouped(x, 0);
    }

    /**
     * x with a fixed number of decimals and commas between thousands: {@code 27,360.9}.
     *
     * @param x any double
     * @param decimals digits after the point, at least 0
     * @return its text
     * @throws IllegalArgumentException if decimals is negative
     */
    public static String grouped(double x, int decimals) {
        String text = fixed(x, decimals);
        return Double.isFinite(x) ? group(text) : text;
    }

    /**
     * x to three significant digits with a word for its size: {@code 941 k}, {@code 1.41 bn}, {@code 27.4 tn}. Words are
     * k (thousand), mn (million, 1e6), bn (billion, 1e9) and tn (trillion, 1e12); below 1,000 there is none, from 1e18 on
     * the notation is scientific.
     *
     * @param x any double
     * @return its text
     */
    public static String compact(double x) {
        if (!Double.isFinite(x)) {
            return notFinite(x);
        }
        BigDecimal rounded = rounded(x, COMPACT_DIGITS);
        int word = Math.min(exponentOf(rounded) / GROUP, COMPACT_WORDS.size() - 1);
        if (word <= 0 || exponentOf(rounded) >= (COMPACT_WORDS.size() + 1) * GROUP) {
            return plainOrScientific(rounded);
        }
        BigDecimal shown = rounded.movePointLeft(word * GROUP).stripTrailingZeros();
        return group(shown.toPlainString()) + COMPACT_WORDS.get(word);
    }

    private static BigDecimal shortestDecimal(double x) {
        if (Math.abs(x) < FIRST_GAP && x == Math.rint(x)) {
            return BigDecimal.valueOf((long) x);
        }
        boolean powerOfTwo = (Double.doubleToRawLongBits(x) & FRACTION_MASK) == 0;
        int digits = Math.abs(x) < Double.MIN_NORMAL ? 1 : DISTINCT_DIGITS;
        for (; digits < SUFFICIENT_DIGITS; digits++) {
            BigDecimal nearest = rounded(x, digits);
            if (nearest.doubleValue() == x) {
                return nearest;
            }
            if (powerOfTwo) { // the gap above is twice the gap below: the second nearest decimal may be close enough
                BigDecimal further = new BigDecimal(x).round(new MathContext(digits, RoundingMode.UP));
                if (further.doubleValue() == x) {
                    return further;
                }
            }
        }
        return rounded(x, SUFFICIENT_DIGITS);
    }

    private static BigDecimal rounded(double x, int digits) {
        return new BigDecimal(x).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    private static String plainOrScientific(BigDecimal value) {
        BigDecimal digits = value.stripTrailingZeros();
        int exponent = exponentOf(digits);
        if (digits.signum() == 0 || (exponent >= SMALLEST_PLAIN_EXPONENT && exponent < FIRST_SCIENTIFIC_EXPONENT)) {
            return digits.toPlainString();
        }
        return digits.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    /** The power of ten of the first digit. */
    private static int exponentOf(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    private static String group(String plain) {
        int point = plain.indexOf('.');
        int start = plain.startsWith("-") ? 1 : 0;
        int end = point < 0 ? plain.length() : point;
        StringBuilder text = new StringBuilder(plain);
        for (int i = end - GROUP; i > start; i -= GROUP) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    private static String notFinite(double x) {
        return Double.isNaN(x) ? "NaN" : x > 0 ? "Infinity" : "-Infinity";
    }

    private static void requireAtLeast(int least, int value, String name) {
        if (value < least) {
            throw new IllegalArgumentException("Numbers: " + name + " must be at least " + least + " but was " + value);
        }
    }
}
