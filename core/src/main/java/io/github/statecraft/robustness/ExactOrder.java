package io.github.statecraft.robustness;

import io.github.statecraft.internal.numerics.ExactSum;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Who is ahead of whom under some weights, free of rounding: the sign of {@code sum(w (a - b))} for the very doubles given; where
 * one of two units lacks what the other has, that of {@code sum(w a) sum(w of b) - sum(w b) sum(w of a)}. Zero is a tie. Rounded
 * scores decide where they lie further apart than their rounding errors reach. Immutable.
 */
final class ExactOrder {
    private static final double UNIT_ROUNDOFF = 0x1p-53;

    /** Products below this, 2 to the -900, might make a sum that is too small for a double. */
    private static final double SMALLEST_PRODUCT = 0x1p-900;

    /** More than what underflow takes from a score for each criterion. */
    private static final double UNDERFLOW = 0x1p-1000;

    /** Units x criteria, NaN where missing. */
    private final double[][] linear;
    /** By unit: how far its rounded score is from the exact one, at most. */
    private final double[] errors;

    private final double widest;

    /**
     * Of some values. A sum of n products has a relative error of n unit roundoffs in the sum of the sizes of its terms (N. J.
     * Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. (2002), section 3.1, (3.5)), the quotient of two of them
     * one of 2 n + 1; that sum is at most the largest size of a value. The bound allows for more, as weights sum to 1 but for
     * rounding, and for products that underflow.
     *
     * @param linear units x criteria, NaN where missing; no criteria if the scores are exact themselves
     */
    ExactOrder(double[][] linear) {
        this.linear = linear;
        errors = new double[linear.length];
        for (int unit = 0; unit < errors.length; unit++) {
            double size = 0;
            for (double value : linear[unit]) {
                size = Math.max(size, Double.isNaN(value) ? 0 : Math.abs(value));
            }
            int criteria = linear[unit].length;
            errors[unit] = criteria == 0 ? 0 : (2 * criteria + 8) * (UNIT_ROUNDOFF * size + UNDERFLOW);
        }
        widest = 2 * Arrays.stream(errors).max().orElse(0);
    }

    /** What all rows hold of one draw. */
    static double[] column(double[][] rows, int draw) {
        double[] column = new double[rows.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = rows[i][draw];
        }
        return column;
    }

    /** How far two scores lie apart, at most, whose order they do not prove. */
    double widest() {
        return widest;
    }

    /**
     * Brings the units of one draw into their order, the highest first, of tied ones by number.
     *
     * @param place all units in any order; sorted fast if nearly in that of their scores
     * @param isTied filled: whether a place ties with the one before
     * @param scores by unit
     * @param weights by criterion
     * @return whether any do
     */
    boolean sort(int[] place, boolean[] isTied, double[] scores, double[] weights) {
        byScores(place, scores);
        Arrays.fill(isTied, false);
        int units = place.length;
        boolean isApart = true;
        for (int i = 1; i < units; i++) {
            isApart &= scores[place[i - 1]] - scores[place[i]] > widest;
        }
        if (isApart) {
            return false;
        }
        double[] highest = new double[units + 1];
        highest[units] = Double.NEGATIVE_INFINITY;
        for (int i = units - 1; i >= 0; i--) {
            highest[i] = Math.max(highest[i + 1], scores[place[i]] + errors[place[i]]);
        }
        boolean any = false;
        double lowest = Double.POSITIVE_INFINITY;
        int from = 0;
        for (int i = 0; i < units; i++) {
            lowest = Math.min(lowest, scores[place[i]] - errors[place[i]]);
            if (highest[i + 1] < lowest || i == units - 1) {
                any |= i > from && sortExactly(place, isTied, from, i + 1, weights);
                from = i + 1;
                lowest = Double.POSITIVE_INFINITY;
            }
        }
        return any;
    }

    private static void byScores(int[] place, double[] scores) {
        for (int i = 1; i < place.length; i++) {
            int unit = place[i];
            int j = i;
            while (j > 0 && scores[place[j - 1]] < scores[unit]) {
                place[j] = place[j - 1];
                j--;
            }
            place[j] = unit;
        }
    }

    /** Sorts a run of units whose scores are close, by binary insertion. */
    private boolean sortExactly(int[] place, boolean[] isTied, int from, int to, double[] weights) {
        for (int i = from + 1; i < to; i++) {
            int unit = place[i];
            int low = from;
            int high = i;
            while (low < high) {
                int middle = (low + high) >>> 1;
                int sign = compare(place[middle], unit, weights);
                if (sign > 0 || (sign == 0 && place[middle] < unit)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            System.arraycopy(place, low, place, low + 1, i - low);
            place[low] = unit;
        }
        boolean any = false;
        for (int i = from + 1; i < to; i++) {
            isTied[i] = compare(place[i - 1], place[i], weights) == 0;
            any |= isTied[i];
        }
        return any;
    }

    /** Whether nobody is ahead of a unit. */
    boolean isFirst(int unit, double[] scores, double[] weights) {
        for (int rival = 0; rival < scores.length; rival++) {
            double ahead = scores[rival] - scores[unit];
            double proven = errors[rival] + errors[unit];
            if (ahead > proven || (ahead >= -proven && compare(unit, rival, weights) < 0)) {
                return false;
            }
        }
        return true;
    }

    /** Positive if the first unit is ahead, negative if the second is, 0 if they tie. */
    int compare(int unit, int other, double[] weights) {
        double[] a = linear[unit];
        double[] b = linear[other];
        if (Arrays.equals(a, b)) {
            return 0;
        }
        boolean isAlike = true;
        boolean isTiny = false;
        double[] factors = new double[2 * a.length];
        double[] twice = new double[2 * a.length];
        for (int i = 0; i < a.length; i++) {
            isAlike &= Double.isNaN(a[i]) == Double.isNaN(b[i]);
            boolean isThere = !Double.isNaN(a[i]);
            factors[2 * i] = isThere ? a[i] : 0;
            factors[2 * i + 1] = isThere ? -b[i] : 0;
            twice[2 * i] = weights[i];
            twice[2 * i + 1] = weights[i];
            isTiny |= isTiny(a[i], weights[i]) || isTiny(b[i], weights[i]);
        }
        if (isAlike && !isTiny) {
            return (int) Math.signum(ExactSum.ofProducts(factors, twice));
        }
        return isConstant(a) && isConstant(b)
                ? Double.compare(least(a) + 0.0, least(b) + 0.0)
                : sum(a, weights, false)
                        .multiply(sum(b, weights, true))
                        .compareTo(sum(b, weights, false).multiply(sum(a, weights, true)));
    }

    private static boolean isTiny(double value, double weight) {
        return value != 0 && weight != 0 && Math.abs(value * weight) < SMALLEST_PRODUCT;
    }

    private static boolean isConstant(double[] row) {
        double least = least(row);
        for (double value : row) {
            if (value > least) {
                return false;
            }
        }
        return true;
    }

    private static double least(double[] row) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : row) {
            least = value < least ? value : least;
        }
        return least;
    }

    /** The sum of the products, or of the weights, over the criteria that are there. */
    private static BigDecimal sum(double[] row, double[] weights, boolean isOfWeights) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < row.length; i++) {
            if (!Double.isNaN(row[i])) {
                BigDecimal weight = new BigDecimal(weights[i]);
                sum = sum.add(isOfWeights ? weight : weight.multiply(new BigDecimal(row[i])));
            }
        }
        return sum;
    }
}
