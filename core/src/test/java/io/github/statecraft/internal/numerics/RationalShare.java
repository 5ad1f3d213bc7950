package io.github.statecraft.internal.numerics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * The share of the simplex in which a linear function is positive, in rational numbers, by another formula than the
 * library's: the divided difference {@code sum over d_i > 0 of d_i^(n-1) / product over j of (d_i - d_j)} (H. B. Curry,
 * I. J. Schoenberg, "On Polya frequency functions IV", J. Analyse Math. 17 (1966) 71-107: a section of the simplex has
 * a B-spline as its volume). No two positive coefficients may be equal.
 */
public final class RationalShare {
    private static final MathContext FIFTY_DIGITS = new MathContext(50);

    private RationalShare() {}

    /** To 50 digits; doubles are taken for what they are. */
    public static BigDecimal of(double... d) {
        int places = 0;
        for (double x : d) {
            places = Math.max(places, binaryPlaces(x));
        }
        BigDecimal scale = new BigDecimal(BigInteger.ONE.shiftLeft(places));
        BigInteger[] whole = new BigInteger[d.length];
        for (int i = 0; i < d.length; i++) {
            whole[i] = new BigDecimal(d[i]).multiply(scale).toBigIntegerExact();
        }
        BigInteger numerator = BigInteger.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (int i = 0; i < d.length; i++) {
            if (whole[i].signum() <= 0) {
                continue;
            }
            BigInteger product = BigInteger.ONE;
            for (int j = 0; j < d.length; j++) {
                product = j == i ? product : product.multiply(whole[i].subtract(whole[j]));
            }
            numerator =
                    numerator.multiply(product).add(whole[i].pow(d.length - 1).multiply(denominator));
            denominator = denominator.multiply(product);
        }
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), FIFTY_DIGITS);
    }

    /** How many digits a number has after the binary point. */
    private static int binaryPlaces(double x) {
        return x == 0 ? 0 : Math.max(0, 52 - Math.max(Math.getExponent(x), Double.MIN_EXPONENT));
    }

    /** By how much of its size a share is off; an infinite number if it is off 0. */
    public static double relativeError(double share, BigDecimal exact) {
        BigDecimal off = new BigDecimal(share).subtract(exact).abs();
        return exact.signum() == 0
                ? (off.signum() == 0 ? 0 : Double.POSITIVE_INFINITY)
                : off.divide(exact, FIFTY_DIGITS).doubleValue();
    }
}
