package io.github.statecraft.score;

import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.numerics.Logarithm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scores of many units at once, with the bits of {@link UnitScore}. The tree is cut into sums: the root, and every pillar
 * whose mean is of another kind than that above it, with the products of shares down to its terms as weights. Units are taken in
 * blocks; for each sum from the innermost out, term by term, a column of scores (below a geometric mean, of their logarithms)
 * goes into compensated dot products, whose results are the terms of the next.
 *
 * <p>{@link UnitScore} rounds each of these sums once. Here an error bound proves, unit by unit, that the rounded dot product has
 * those bits; where it proves nothing, the products are summed exactly. The logarithm has the same bits for many as for one, and
 * the exponential is taken unit by unit. A unit that lacks an indicator, has a value beyond a scale, or does not score above 0
 * below a geometric mean, is left to {@link UnitScore}.
 *
 * <p>Source: T. Ogita, S. M. Rump and S. Oishi, "Accurate Sum and Dot Product", SIAM J. Sci. Comput. 26 (2005) 1955-1988,
 * algorithm 5.3, with weights to twice the digits.
 */
final class BlockScores {
    /** So many units at a time: their sums stay in the nearest cache. */
    private static final int BLOCK = 512;

    /** Below this sum of rounding errors, 2 to the -900, the error bound might itself underflow. */
    private static final double SMALLEST_BOUNDED_ERROR = 0x1p-900;

    /** From here on a sum is left alone: it might be too large for a double. */
    private static final double LARGEST_SUM = 0x1p1000;

    private final Scale[] scales;
    private final double[][] values;
    private final double[] scores = new double[BLOCK];
    private final double[] logarithms = new double[BLOCK];
    private final double[] smallest = new double[BLOCK];
    private final double[] largest = new double[BLOCK];
    private final double[] sum = new double[BLOCK];
    private final double[] correction = new double[BLOCK];
    private final double[] corrected = new double[BLOCK];

    private BlockScores(Scale[] scales, double[][] values) {
        this.scales = scales;
        this.values = values;
    }

    /**
     * The scores of the units that are complete, inside every scale, and above 0 where they have to be.
     *
     * @param tree an index
     * @param scales by leaf
     * @param values leaves x units, NaN where missing
     * @param units how many units there are
     * @return by unit, NaN where {@link UnitScore} has to judge
     */
    static double[] of(IndexTree tree, Scale[] scales, double[][] values, int units) {
        Mean root = new Mean(tree, 0);
        BlockScores block = new BlockScores(scales, values);
        double[] result = new double[units];
        for (int from = 0; from < units; from += BLOCK) {
            int count = Math.min(BLOCK, units - from);
            block.score(root, from, count);
            System.arraycopy(root.result, 0, result, from, count);
        }
        return result;
    }

    /** Leaves the scores of a block in the mean, NaN where {@link UnitScore} has to judge. */
    private void score(Mean mean, int from, int count) {
        for (Term term : mean.terms) {
            if (term.inner != null) {
                score(term.inner, from, count);
            }
        }
        Arrays.fill(smallest, Double.POSITIVE_INFINITY);
        Arrays.fill(largest, 0);
        Arrays.fill(sum, 0);
        Arrays.fill(correction, 0);
        Arrays.fill(corrected, 0);
        for (Term term : mean.terms) {
            double[] column = column(term, from, count);
            if (term.isLogarithmic) {
                widen(column, count);
                Logarithm.of(column, 0, logarithms, count);
                column = logarithms;
            }
            add(term.weight.high(), term.weight.low(), column, count);
        }
        for (int i = 0; i < count; i++) {
            double rounded = proven(i, mean.terms.size());
            if (Double.isNaN(rounded) && Math.abs(sum[i]) < LARGEST_SUM) {
                rounded = exactSum(mean, from, i);
            }
            mean.result[i] = mean.isGeometric ? exponential(rounded, i) : rounded;
        }
    }

    private double[] column(Term term, int from, int count) {
        if (term.inner != null) {
            return term.inner.result;
        }
        scales[term.leaf].scoreInside(values[term.leaf], from, count, scores);
        return scores;
    }

    private void widen(double[] column, int count) {
        for (int i = 0; i < count; i++) {
            smallest[i] = Math.min(smallest[i], column[i]);
            largest[i] = Math.max(largest[i], column[i]);
        }
    }

    /** Adds the product of one weight and a column; NaN stays NaN. */
    private void add(double weight, double rest, double[] column, int count) {
        for (int i = 0; i < count; i++) {
            double product = weight * column[i];
            double productError = Math.fma(weight, column[i], -product);
            double small = rest * column[i];
            double next = sum[i] + product;
            double rounded = next - sum[i];
            double sumError = (sum[i] - (next - rounded)) + (product - rounded);
            sum[i] = next;
            correction[i] += sumError + productError;
            correction[i] += small;
            corrected[i] += Math.abs(sumError) + Math.abs(productError) + Math.abs(small);
        }
    }

    /** The correctly rounded sum of some products if the bound proves it, otherwise NaN; NaN if a product is. */
    private double proven(int i, int products) {
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
        double bound = Math.max(6 * products * Math.ulp(1.0) * corrected[i], 2 * Math.ulp(left));
        boolean isProven = rounded + (left + bound) == rounded && rounded + (left - bound) == rounded;
        return isProven ? rounded : Double.NaN;
    }

    /** The same sum, term by term, for the few of which the bound proves nothing: those next to the middle of two doubles. */
    private double exactSum(Mean mean, int from, int i) {
        double[] products = new double[3 * mean.terms.size()];
        int count = 0;
        for (Term term : mean.terms) {
            double score = term.inner == null ? scoreInside(term.leaf, from + i) : term.inner.result[i];
            count = term.weight.addTo(products, count, term.isLogarithmic ? Logarithm.of(score) : score);
        }
        return ExactSum.of(products);
    }

    private double scoreInside(int leaf, int unit) {
        scales[leaf].scoreInside(values[leaf], unit, 1, scores);
        return scores[0];
    }

    private double exponential(double logarithm, int i) {
        return Double.isNaN(logarithm)
                ? Double.NaN
                : Math.max(smallest[i], Math.min(largest[i], StrictMath.exp(logarithm)));
    }

    /** The weight of a leaf or of an inner mean, and whether it is that of its logarithm. */
    private record Term(
            TwofoldWeight weight,
            boolean isLogarithmic,
            int leaf,
            @Nullable Mean inner) {}

    /** One sum: a pillar with the terms that its score is made of. */
    private static final class Mean {
        private final boolean isGeometric;
        private final List<Term> terms = new ArrayList<>();
        /** The scores of a block. */
        private final double[] result = new double[BLOCK];

        private Mean(IndexTree tree, int pillar) {
            isGeometric = tree.isGeometric(pillar);
            addTerms(tree, pillar, TwofoldWeight.ONE);
        }

        /** What has no weight below a geometric mean stays apart: its logarithm counts for nothing, but it must not fail. */
        private void addTerms(IndexTree tree, int pillar, TwofoldWeight pathWeight) {
            for (int child : tree.children(pillar)) {
                TwofoldWeight share = tree.statedShare(child);
                TwofoldWeight weight = pathWeight.times(share);
                boolean isLogarithmic = isGeometric && share.high() > 0;
                if (tree.isLeaf(child)) {
                    terms.add(new Term(weight, isLogarithmic, tree.leaf(child), null));
                } else if (tree.isGeometric(child) != isGeometric || isGeometric != isLogarithmic) {
                    terms.add(new Term(weight, isLogarithmic, -1, new Mean(tree, child)));
                } else {
                    addTerms(tree, child, weight);
                }
            }
        }
    }
}
