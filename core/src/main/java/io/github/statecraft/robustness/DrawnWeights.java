package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;

/**
 * Weights from uniform numbers, for sets that are simplices or Dirichlet distributions with whole parameters: exponential
 * numbers over their sum (L. Devroye, Non-Uniform Random Variate Generation, Springer 1986, pages 207 and 594), for a Dirichlet
 * distribution sums of so many of them, for a simplex with other corners mapped to these.
 */
final class DrawnWeights {
    /** From so many uniform numbers at most. */
    private static final int MOST_COORDINATES = 200;

    private final double[][] corners;
    /** How many exponential numbers go into each corner. */
    private final int[] counts;

    private DrawnWeights(double[][] corners, int[] counts) {
        this.corners = corners;
        this.counts = counts;
    }

    /**
     * Lays out a set.
     *
     * @throws IllegalArgumentException if it does not fit the criteria, or cannot be drawn from uniform numbers
     */
    static DrawnWeights of(ImmutableList<String> criteria, WeightSet set) {
        WeightRegion region = WeightRegion.of(criteria, set);
        int n = criteria.size();
        int[] counts = new int[n];
        double[] parameters = region.parameters();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += parameters[i];
            counts[i] = (int) parameters[i];
        }
        boolean isDirichlet = set instanceof WeightSet.Dirichlet;
        if ((isDirichlet && !region.isWhole())
                || sum > MOST_COORDINATES
                || (!isDirichlet && region.corners().isEmpty())) {
            throw new IllegalArgumentException(
                    "MethodDesign draws weights from all weights, an order, lower bounds or a "
                            + "Dirichlet distribution with whole parameters of a sum up to " + MOST_COORDINATES
                            + ", but was given \"" + set + "\"");
        }
        return new DrawnWeights(isDirichlet ? unit(n) : region.corners().orElseThrow(), counts);
    }

    private static double[][] unit(int n) {
        double[][] corners = new double[n][n];
        for (int i = 0; i < n; i++) {
            corners[i][i] = 1;
        }
        return corners;
    }

    int coordinates() {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    /** The weights that stand for some uniform numbers, which start at an index. */
    double[] at(double[] uniform, int from) {
        int n = counts.length;
        double[] parts = new double[n];
        double sum = 0;
        int next = from;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < counts[i]; j++) {
                parts[i] -= StrictMath.log(uniform[next++]);
            }
            sum += parts[i];
        }
        double[] weights = new double[n];
        for (int corner = 0; corner < n; corner++) {
            double part = parts[corner] / sum;
            for (int i = 0; i < n; i++) {
                weights[i] += part * corners[corner][i];
            }
        }
        return weights;
    }

    @Override
    public String toString() {
        return "weights from " + coordinates() + " uniform numbers";
    }
}
