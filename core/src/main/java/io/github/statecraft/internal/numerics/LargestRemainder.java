package io.github.statecraft.internal.numerics;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.text.Numbers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Rounds numbers so that the rounded numbers add up to the rounded total, as a reader with a pencil expects.
 *
 * <p>The method is A. Hamilton's of largest remainders (M. L. Balinski and H. P. Young, Fair Representation: Meeting the
 * Ideal of One Man, One Vote, 2nd ed., Brookings 2001, chapter 2), carried over to negative numbers by rounding all down,
 * towards minus infinity, first. Each number is therefore rounded either down or up, never further. Pure functions.
 */
public final class LargestRemainder {
    /** More decimals than this say nothing about a double: it has 17 significant digits. */
    private static final int MOST_DECIMALS = 17;

    /** From here on points are printed to some digits and need not add up: a double has no cents left to hand out. */
    private static final double TOO_LARGE_TO_ADD_UP = 1e9;

    private static final int DIGITS_OF_LARGE = 6;

    private LargestRemainder() {}

    /**
     * Points as a table prints them, adding up to the total as printed where no number is too large for that
     * ({@link #isTooLarge}).
     *
     * @param points finite numbers
     * @param total their sum
     * @param decimals digits after the decimal point, 0 to 17
     * @return texts in the order given
     * @throws IllegalArgumentException as {@link #round}
     */
    public static ImmutableList<String> printed(double[] points, double total, int decimals) {
        if (isTooLarge(total) || isTooLarge(points)) {
            return Arrays.stream(points).mapToObj(x -> printed(x, decimals)).collect(ImmutableList.toImmutableList());
        }
        return round(points, total, decimals).stream()
                .map(BigDecimal::toPlainString)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * One number as a table prints it.
     *
     * @param x a finite number
     * @param decimals digits after the decimal point
     * @return so many decimals; of a large number six digits
     */
    public static String printed(double x, int decimals) {
        return isTooLarge(x) ? Numbers.significant(x, DIGITS_OF_LARGE) : Numbers.fixed(x, decimals);
    }

    /**
     * Whether numbers are too large to add up as printed.
     *
     * @param numbers any numbers
     * @return true if one is 10<sup>9</sup> or more in size
     */
    public static boolean isTooLarge(double... numbers) {
        return Arrays.stream(numbers).anyMatch(x -> Math.abs(x) >= TOO_LARGE_TO_ADD_UP);
    }

    /**
     * The points rounded to so many decimals, adding up to the total rounded (half-even) to as many. All are first
     * rounded down; what is then missing is handed out one last digit each, to the largest remainders first, and among
     * equal remainders to the lower index. Remainders are those of the exact binary values. Points that need no rounding
     * are never changed.
     *
     * <p>The sum can always match where the total is within half a unit of the last decimal of the exact sum of the
     * points; a correctly rounded sum ({@link ExactSum}) is, up to the precision of a double. It cannot where the total
     * is not the sum of the points at all, or where the points have more digits than a double total can hold, such as
     * 9007199254740992 and 1: that is an error here, since a table that does not add up should not be printed.
     *
     * <p>Costs a sort of n exact decimals.
     *
     * @param points finite numbers, any number of them
     * @param total their sum, finite, in the same unit
     * @param decimals digits after the decimal point, 0 to 17
     * @return the rounded points in the order given, each with exactly that many decimals
     * @throws IllegalArgumentException if an argument is out of range or no rounding down or up adds up to the total
     */
    public static ImmutableList<BigDecimal> round(double[] points, double total, int decimals) {
        if (!(decimals >= 0 && decimals <= MOST_DECIMALS)) {
            throw new IllegalArgumentException(
                    "LargestRemainder.round needs decimals in [0, " + MOST_DECIMALS + "] but decimals was " + decimals);
        }
        BigDecimal target = exact(total, "total").setScale(decimals, RoundingMode.HALF_EVEN);
        List<BigDecimal> rounded = new ArrayList<>(points.length);
        List<BigDecimal> remainders = new ArrayList<>(points.length);
        List<Integer> inexact = new ArrayList<>(points.length);
        BigInteger missing = target.unscaledValue();
        for (int i = 0; i < points.length; i++) {
            BigDecimal point = exact(points[i], "points");
            BigDecimal floor = point.setScale(decimals, RoundingMode.FLOOR);
            rounded.add(floor);
            remainders.add(point.subtract(floor));
            missing = missing.subtract(floor.unscaledValue());
            if (remainders.get(i).signum() != 0) {
                inexact.add(i);
            }
        }
        if (missing.signum() < 0 || missing.compareTo(BigInteger.valueOf(inexact.size())) > 0) {
            throw new IllegalArgumentException("LargestRemainder.round needs a total that is the sum of the points but "
                    + points.length + " points cannot be rounded to add up to " + Numbers.shortest(total));
        }
        BigDecimal lastDigit = BigDecimal.ONE.movePointLeft(decimals);
        inexact.sort(Comparator.<Integer, BigDecimal>comparing(remainders::get).reversed());
        for (int index : inexact.subList(0, missing.intValueExact())) {
            rounded.set(index, rounded.get(index).add(lastDigit));
        }
        return ImmutableList.copyOf(rounded);
    }

    private static BigDecimal exact(double x, String what) {
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException(
                    "LargestRemainder." + what + " must be finite but was " + Numbers.shortest(x));
        }
        return new BigDecimal(x);
    }
}
