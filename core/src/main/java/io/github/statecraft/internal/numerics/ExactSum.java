package io.github.statecraft.internal.numerics;

import io.github.statecraft.internal.text.Numbers;
import java.util.Arrays;
import java.util.Objects;

/**
 * The sum of doubles, rounded once: the double nearest to the exact sum, the even one of two that are equally near.
 * Since the result is a property of the exact sum, neither the order of the terms nor their grouping matters.
 *
 * <p>The sum is kept as an expansion, an unevaluated sum of doubles that do not overlap, to which each term is added by
 * error-free transformations: D. E. Knuth, The Art of Computer Programming 2, 3rd ed. (1998), section 4.2.2, theorem B
 * (TwoSum); J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates",
 * Discrete &amp; Computational Geometry 18 (1997) 305-363, section 2.4, theorem 10 (Grow-Expansion). Terms and sums of
 * 2<sup>1022</sup> and above go to integers, so sums that overflow on the way and come back are exact too.
 *
 * <p>The static methods first try one pass of compensated summation (T. Ogita, S. M. Rump, S. Oishi, "Accurate Sum and
 * Dot Product", SIAM J. Sci. Comput. 26 (2005) 1955-1988, algorithm 4.4) and keep its result where the error bound
 * proves that it is the correctly rounded one; that is nearly always so for terms of like size.
 *
 * <p>All terms must be finite. A sum of nothing, of zeros of either sign, or that cancels to zero is +0.0. Instances are
 * mutable accumulators and not thread-safe; the static methods are pure.
 */
public final class ExactSum {
    /** From here on, 2 to the 1022, magnitudes are kept as integers: below, no step of TwoSum can overflow. */
    private static final double HUGE = 0x1p1022;

    /** Products from here on, 2 to the -960, have a rounding error that is itself a double: 106 bits fit above 2^-1074. */
    private static final double SMALLEST_SPLIT_PRODUCT = 0x1p-960;

    /** Below this sum of rounding errors, 2 to the -900, the error bound might itself underflow. */
    private static final double SMALLEST_BOUNDED_ERROR = 0x1p-900;

    private static final int INITIAL_CAPACITY = 16;

    private double[] partials = new double[INITIAL_CAPACITY];
    private int count;
    private WideSum wide = new WideSum(WideSum.SCALE_OF_TERMS);
    private boolean wideInUse;

    /** An empty sum. */
    public ExactSum() {}

    /**
     * The correctly rounded sum of the terms.
     *
     * @param terms finite doubles, any number
     * @return the double nearest to the exact sum
     * @throws IllegalArgumentException if a term is not finite
     * @throws ArithmeticException if the exact sum is too large for a double
     */
    public static double of(double... terms) {
        return of(terms, 0, terms.length);
    }

    /**
     * The correctly rounded sum of some neighbouring terms. Costs one pass without allocation where that pass can prove
     * its result, otherwise a second pass whose steps cost as many additions as the expansion has parts (mostly 2 to 4).
     *
     * @param terms the array that holds the terms; those in the range must be finite
     * @param from index of the first term
     * @param to index after the last term
     * @return the double nearest to the exact sum
     * @throws IndexOutOfBoundsException if the range is not within the array
     * @throws IllegalArgumentException if a term is not finite
     * @throws ArithmeticException if the exact sum is too large for a double
     */
    public static double of(double[] terms, int from, int to) {
        Objects.checkFromToIndex(from, to, terms.length);
        double proven = provenSum(terms, from, to);
        if (!Double.isNaN(proven)) {
            return proven;
        }
        ExactSum sum = new ExactSum();
        for (int i = from; i < to; i++) {
            sum.add(terms[i]);
        }
        return sum.value();
    }

    /**
     * The correctly rounded sum of products {@code a[i] * b[i]}, each product exact. Each product is split into two
     * doubles by a fused multiply-add (TwoProduct: Ogita, Rump and Oishi 2005, algorithm 3.5). That is exact for
     * products in [2<sup>-960</sup>, 2<sup>1022</sup>) and for zeros; where any product lies outside, all are added as
     * integers instead, which is exact for all finite factors but much slower.
     *
     * @param a finite doubles
     * @param b as many finite doubles
     * @return the double nearest to the exact sum of products; a sum too small for a double is a zero of its sign
     * @throws IllegalArgumentException if the lengths differ or a factor is not finite
     * @throws ArithmeticException if the exact sum is too large for a double
     */
    public static double ofProducts(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    "ExactSum.ofProducts needs as many factors on both sides but got " + a.length + " and " + b.length);
        }
        double[] parts = new double[2 * a.length];
        for (int i = 0; i < a.length; i++) {
            double product = a[i] * b[i];
            double size = Math.abs(product);
            boolean zero = size == 0 && (a[i] == 0 || b[i] == 0);
            if (!zero && !(size >= SMALLEST_SPLIT_PRODUCT && size < HUGE)) {
                return WideSum.ofProducts(a, b);
            }
            parts[2 * i] = product;
            parts[2 * i + 1] = Math.fma(a[i], b[i], -product);
        }
        return of(parts);
    }

    /**
     * Adds a term.
     *
     * @param term a finite double
     * @return this accumulator
     * @throws IllegalArgumentException if the term is not finite; the sum is then unchanged
     */
    public ExactSum add(double term) {
        requireFinite(term);
        if (Math.abs(term) >= HUGE) {
            addWide(term);
            return this;
        }
        double carried = term;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            double sum = carried + partials[i];
            double error = twoSumError(carried, partials[i], sum);
            if (error != 0) {
                partials[kept++] = error;
            }
            carried = sum;
        }
        count = kept;
        if (Math.abs(carried) >= HUGE) {
            addWide(carried);
        } else if (carried != 0) {
            keep(carried);
        }
        return this;
    }

    /**
     * The sum of all terms added so far, correctly rounded. Does not change the accumulator.
     *
     * @return the double nearest to the exact sum; +0.0 if nothing was added
     * @throws ArithmeticException if the exact sum is too large for a double
     */
    public double value() {
        return wideInUse ? wideValue() : roundedExpansion();
    }

    /** Forgets all terms; the accumulator is as good as new and keeps its memory. */
    public void reset() {
        count = 0;
        if (wideInUse) {
            wide = new WideSum(WideSum.SCALE_OF_TERMS);
            wideInUse = false;
        }
    }

    /**
     * One pass of compensated summation.
     *
     * @return the correctly rounded sum if the pass can prove it, otherwise NaN
     */
    private static double provenSum(double[] terms, int from, int to) {
        double sum = 0;
        double correction = 0;
        double corrected = 0;
        for (int i = from; i < to; i++) {
            double next = sum + terms[i];
            double error = twoSumError(sum, terms[i], next);
            correction += error;
            corrected += Math.abs(error);
            sum = next;
        }
        if (corrected == 0) {
            return sum;
        }
        if (!(corrected >= SMALLEST_BOUNDED_ERROR)) {
            return Double.NaN;
        }
        double rounded = sum + correction;
        double rest = twoSumError(sum, correction, rounded);
        // twice the bound (n - 1) u sum|error| of Ogita, Rump and Oishi, and wide enough to survive its addition to
        // rest
        double bound = Math.max((to - from) * Math.ulp(1.0) * corrected, 2 * Math.ulp(rest));
        boolean proven = rounded + (rest + bound) == rounded && rounded + (rest - bound) == rounded;
        return proven ? rounded : Double.NaN;
    }

    /** The exact error of sum = fl(a + b), by Knuth's TwoSum. */
    private static double twoSumError(double a, double b, double sum) {
        double roundedB = sum - a;
        return (a - (sum - roundedB)) + (b - roundedB);
    }

    /** Refuses infinite terms and NaN. */
    static double requireFinite(double term) {
        if (!Double.isFinite(term)) {
            throw new IllegalArgumentException("ExactSum needs finite terms but one was " + Numbers.shortest(term));
        }
        return term;
    }

    private void keep(double partial) {
        if (count == partials.length) {
            partials = Arrays.copyOf(partials, 2 * count);
        }
        partials[count++] = partial;
    }

    private void addWide(double term) {
        wide.add(term);
        wideInUse = true;
    }

    private double wideValue() {
        WideSum total = wide.copy();
        for (int i = 0; i < count; i++) {
            total.add(partials[i]);
        }
        return total.value();
    }

    /** Adds the partials from the largest down until one does not fit; the next one then decides a tie. */
    private double roundedExpansion() {
        double sum = 0;
        double error = 0;
        int next = count;
        while (next > 0 && error == 0) {
            double larger = sum;
            sum = larger + partials[--next];
            error = twoSumError(larger, partials[next], sum);
        }
        if (next > 0 && Math.signum(error) == Math.signum(partials[next - 1])) {
            double step = 2 * error;
            double neighbour = sum + step;
            if (neighbour - sum == step) {
                return neighbour;
            }
        }
        return sum;
    }
}
