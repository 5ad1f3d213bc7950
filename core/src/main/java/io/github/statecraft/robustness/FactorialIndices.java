package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.numerics.Statistics;
import java.util.Arrays;

/**
 * Sobol' indices of a full factorial design whose alternatives all count the same, by its analysis of variance: the first order
 * of a factor is the variance of the means of its alternatives, the total order the mean of the variances over its alternatives
 * with all else held, both over the variance of the output. Source: I. M. Sobol', Mathematics and Computers in Simulation 55
 * (2001) 271-280, on a grid.
 */
final class FactorialIndices {
    private FactorialIndices() {}

    /**
     * The indices.
     *
     * @param factors names
     * @param levels alternatives of each factor
     * @param values by combination, the alternative of the last factor changing first; finite
     */
    static SobolIndices of(ImmutableList<String> factors, int[] levels, double[] values) {
        double mean = Statistics.mean(values);
        double variance = Statistics.variance(values, Statistics.Denominator.POPULATION);
        SobolIndices.Builder indices = new SobolIndices.Builder(factors, mean, variance).exact(values.length);
        if (JansenEstimators.isConstant(values)) {
            return indices.build();
        }
        double largest =
                Arrays.stream(values).map(f -> Math.abs(f - mean)).max().orElseThrow();
        double[] scaled = Arrays.stream(values).map(f -> (f - mean) / largest).toArray();
        double whole = Statistics.variance(scaled, Statistics.Denominator.POPULATION);
        double[] found = new double[2 * levels.length];
        int stride = values.length;
        for (int factor = 0; factor < levels.length; factor++) {
            stride /= levels[factor];
            found[factor] = varianceOfMeans(scaled, levels[factor], stride) / whole;
            found[levels.length + factor] = meanOfVariances(scaled, levels[factor], stride) / whole;
        }
        return indices.indices(found).build();
    }

    private static double varianceOfMeans(double[] values, int levels, int stride) {
        ExactSum[] sums = new ExactSum[levels];
        for (int level = 0; level < levels; level++) {
            sums[level] = new ExactSum();
        }
        for (int i = 0; i < values.length; i++) {
            sums[i / stride % levels].add(values[i]);
        }
        double count = (double) values.length / levels;
        return Statistics.variance(
                Arrays.stream(sums).mapToDouble(sum -> sum.value() / count).toArray(),
                Statistics.Denominator.POPULATION);
    }

    private static double meanOfVariances(double[] values, int levels, int stride) {
        double[] variances = new double[values.length / levels];
        double[] line = new double[levels];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (i / stride % levels == 0) {
                for (int level = 0; level < levels; level++) {
                    line[level] = values[i + level * stride];
                }
                variances[count++] = Statistics.variance(line, Statistics.Denominator.POPULATION);
            }
        }
        return Statistics.mean(variances);
    }
}
