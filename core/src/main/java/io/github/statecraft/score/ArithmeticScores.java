package io.github.statecraft.score;

import java.util.Arrays;

/**
 * The scores of many units at once, below arithmetic means only. Units are taken in blocks, indicator by indicator, by
 * compensated dot products whose error bound proves the rounding; a unit for which it proves nothing, that lacks an indicator,
 * or that has a value beyond a scale is left to {@link UnitScore}. So every score has the bits of {@link UnitScore}.
 *
 * <p>Source: T. Ogita, S. M. Rump and S. Oishi, "Accurate Sum and Dot Product", SIAM J. Sci. Comput. 26 (2005) 1955-1988,
 * algorithm 5.3, with weights to twice the digits.
 */
final class ArithmeticScores {
    /** So many units at a time: their sums stay in the nearest cache. */
    private static final int BLOCK = 512;

    /** Below this sum of rounding errors, 2 to the -900, the error bound might itself underflow. */
    private static final double SMALLEST_BOUNDED_ERROR = 0x1p-900;

    private final double[] high;
    private final double[] low;
    private final double[] sum = new double[BLOCK];
    private final double[] correction = new double[BLOCK];
    private final double[] corrected = new double[BLOCK];
    private final double[] scores = new double[BLOCK];

    private ArithmeticScores(IndexTree tree) {
        high = new double[tree.leaves()];
        low = new double[tree.leaves()];
        for (int node = 0; node < tree.size(); node++) {
            if (tree.isLeaf(node)) {
                TwofoldWeight weight = tree.statedTwofoldWeight(node);
                high[tree.leaf(node)] = weight.high();
                low[tree.leaf(node)] = weight.low();
            }
        }
    }

    /**
     * The scores that could be proven.
     *
     * @param tree an index without geometric means
     * @param scales by leaf
     * @param values leaves x units, NaN where missing
     * @param units how many units there are
     * @return by unit, NaN where {@link UnitScore} has to judge
     */
    static double[] of(IndexTree tree, Scale[] scales, double[][] values, int units) {
        ArithmeticScores block = new ArithmeticScores(tree);
        double[] result = new double[units];
        for (int from = 0; from < units; from += BLOCK) {
            block.score(scales, values, from, Math.min(BLOCK, units - from), result);
        }
        return result;
    }

    private void score(Scale[] scales, double[][] values, int from, int count, double[] result) {
        Arrays.fill(sum, 0);
        Arrays.fill(correction, 0);
        Arrays.fill(corrected, 0);
        for (int leaf = 0; leaf < scales.length; leaf++) {
            scales[leaf].scoreInside(values[leaf], from, count, scores);
            add(high[leaf], low[leaf], count);
        }
        for (int i = 0; i < count; i++) {
            result[from + i] = proven(i);
        }
    }

    /** Adds the product of one weight and the scores of a block; NaN stays NaN. */
    private void add(double weight, double rest, int count) {
        for (int i = 0; i < count; i++) {
            double product = weight * scores[i];
            double productError = Math.fma(weight, scores[i], -product);
            double small = rest * scores[i];
            double next = sum[i] + product;
            double rounded = next - sum[i];
            double sumError = (sum[i] - (next - rounded)) + (product - rounded);
            sum[i] = next;
            correction[i] += sumError + productError;
            correction[i] += small;
            corrected[i] += Math.abs(sumError) + Math.abs(productError) + Math.abs(small);
        }
    }

    /** The correctly rounded sum if the bound proves it, otherwise NaN. */
    private double proven(int i) {
        if (corrected[i] == 0) {
            return sum[i];
        }
        if (!(corrected[i] >= SMALLEST_BOUNDED_ERROR)) {
            return Double.NaN;
        }
        double rounded = sum[i] + correction[i];
        double part = rounded - sum[i];
        double left = (sum[i] - (rounded - part)) + (correction[i] - part);
        // three corrections and three additions for each weight, each off by half a unit at most, twice over
        double bound = Math.max(6 * high.length * Math.ulp(1.0) * corrected[i], 2 * Math.ulp(left));
        boolean isProven = rounded + (left + bound) == rounded && rounded + (left - bound) == rounded;
        return isProven ? rounded : Double.NaN;
    }
}
