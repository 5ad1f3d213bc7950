package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.Progress;
import io.github.statecraft.internal.numerics.StandardNormal;
import io.github.statecraft.internal.work.Parts;
import io.github.statecraft.internal.work.RandomBits;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The variance of a gap, and the part of it that goes if one value is settled: the first-order index
 * {@code Var(E(gap | value)) / Var(gap)} (I. M. Sobol', Mathematics and Computers in Simulation 55 (2001) 271-280).
 *
 * <p>Of a gap that is a sum of functions of one value each, the variances of these add up to the whole, and each is an integral:
 * the trapezoidal rule in standard normal scores from -8 to 8, 1/32 apart. Of any other gap it is estimated from draws, all values
 * drawn at once: the squared coefficients of Hermite polynomials up to the third degree in the standard normal score of the value
 * (B. Sudret, Reliability Engineering and System Safety 93 (2008) 964-979), each squared without bias, as the mean over pairs of
 * different draws. What bends more than a cubic does is not counted. Standard errors are those of the ratio of the two estimates,
 * to first order in the spread of both, and to second order in the coefficients, for indices near 0.
 *
 * @param draws how many draws
 * @param ahead of them, in how many the unit is strictly ahead
 * @param mean of the gap over the draws
 * @param variance of the gap: exact for a sum, otherwise that of the draws
 * @param shares by uncertain value, in their order; from 0 to 1, estimates also a little below 0
 * @param standardErrors of the shares; 0 if they are exact
 * @param isExact whether variance and shares are integrals
 */
record GapVariance(
        int draws,
        int ahead,
        double mean,
        double variance,
        ImmutableDoubleArray shares,
        ImmutableDoubleArray standardErrors,
        boolean isExact) {
    /** Draws that are worked at together. */
    private static final int BLOCK = 64;

    private static final int DEGREES = 3;
    private static final double STEPS = 32;
    private static final int FURTHEST_STEP = 256;

    static GapVariance of(GapModel model, int draws, long seed, int threads, Progress progress) {
        int blocks = (draws + BLOCK - 1) / BLOCK;
        TableDraws values = model.draws();
        double[] gaps = Parts.all(blocks, threads, progress, block -> {
                    double[] part = new double[Math.min(BLOCK, draws - block * BLOCK)];
                    for (int i = 0; i < part.length; i++) {
                        part[i] = model.gap(values.table(RandomBits.of(seed, (long) block * BLOCK + i)));
                    }
                    return part;
                })
                .stream()
                .flatMapToDouble(Arrays::stream)
                .toArray();
        double mean = mean(gaps);
        int ahead = (int) Arrays.stream(gaps).filter(gap -> gap > 0).count();
        if (model.isAdditive()) {
            return exact(model, draws, ahead, mean, threads);
        }
        double variance = 0;
        for (double gap : gaps) {
            variance += (gap - mean) * (gap - mean);
        }
        variance /= Math.max(1, draws - 1);
        return estimated(values, seed, gaps, ahead, mean, variance);
    }

    private static GapVariance exact(GapModel model, int draws, int ahead, double mean, int threads) {
        ImmutableList<Datum> data = model.draws().uncertain();
        List<Double> variances = data.isEmpty()
                ? List.of()
                : Parts.all(data.size(), threads, Progress.none(), i -> integral(model, data.get(i)));
        double variance = variances.stream().reduce(0.0, Double::sum);
        double[] shares =
                variances.stream().mapToDouble(part -> part / variance).toArray();
        return new GapVariance(
                draws,
                ahead,
                mean,
                variance,
                ImmutableDoubleArray.copyOf(variance > 0 ? shares : new double[shares.length]),
                ImmutableDoubleArray.copyOf(new double[shares.length]),
                true);
    }

    /** The variance of the gap when one value varies and all else is as stated. */
    private static double integral(GapModel model, Datum datum) {
        DoubleUnaryOperator quantiles = datum.quantiles();
        int count = 2 * FURTHEST_STEP + 1;
        double[] gaps = new double[count];
        double[] weights = new double[count];
        double total = 0;
        double mean = 0;
        for (int i = 0; i < count; i++) {
            double z = (i - FURTHEST_STEP) / STEPS;
            weights[i] = StrictMath.exp(-z * z / 2);
            gaps[i] = model.gap(datum, quantiles.applyAsDouble(StandardNormal.cumulative(z)));
            total += weights[i];
            mean += weights[i] * (gaps[i] - gaps[0]);
        }
        mean = gaps[0] + mean / total;
        double variance = 0;
        for (int i = 0; i < count; i++) {
            variance += weights[i] * (gaps[i] - mean) * (gaps[i] - mean);
        }
        return variance / total;
    }

    private static GapVariance estimated(
            TableDraws values, long seed, double[] gaps, int ahead, double mean, double variance) {
        int count = gaps.length;
        int data = values.uncertain().size();
        double[] shares = new double[data];
        double[] errors = new double[data];
        if (variance > 0) {
            double[][] coefficients = new double[data][DEGREES];
            double[][] squares = new double[data][DEGREES];
            forEach(values, seed, count, (draw, datum, hermite) -> {
                for (int degree = 0; degree < DEGREES; degree++) {
                    double term = (gaps[draw] - mean) * hermite[degree];
                    coefficients[datum][degree] += term;
                    squares[datum][degree] += term * term;
                }
            });
            for (int datum = 0; datum < data; datum++) {
                shares[datum] = squared(coefficients[datum], squares[datum], count) / variance;
            }
            double[] spread = new double[data];
            forEach(values, seed, count, (draw, datum, hermite) -> {
                double gap = gaps[draw] - mean;
                double influence = -shares[datum] * (gap * gap - variance);
                for (int degree = 0; degree < DEGREES; degree++) {
                    double coefficient = coefficients[datum][degree] / count;
                    influence += 2 * coefficient * (gap * hermite[degree] - coefficient);
                }
                spread[datum] += influence * influence;
            });
            for (int datum = 0; datum < data; datum++) {
                double second = 0;
                for (double square : squares[datum]) {
                    second += 2 * (square / count / count) * (square / count / count);
                }
                errors[datum] = Math.sqrt(spread[datum] / count / count + second) / variance;
            }
        }
        return new GapVariance(
                count,
                ahead,
                mean,
                variance,
                ImmutableDoubleArray.copyOf(shares),
                ImmutableDoubleArray.copyOf(errors),
                false);
    }

    /** The sum of squares of means, without bias, from sums and sums of squares. */
    private static double squared(double[] sums, double[] squares, int count) {
        double result = 0;
        for (int degree = 0; degree < DEGREES; degree++) {
            result += (sums[degree] * sums[degree] - squares[degree]) / ((double) count * (count - 1));
        }
        return result;
    }

    private interface Visitor {
        void visit(int draw, int datum, double[] hermite);
    }

    /** Goes again through all draws: the Hermite polynomials of each value, of mean square 1. */
    private static void forEach(TableDraws values, long seed, int count, Visitor visitor) {
        double[] uniform = new double[values.uncertain().size()];
        double[] hermite = new double[DEGREES];
        for (int draw = 0; draw < count; draw++) {
            values.fill(RandomBits.of(seed, draw), uniform);
            for (int datum = 0; datum < uniform.length; datum++) {
                double z = StandardNormal.quantile(uniform[datum]);
                hermite[0] = z;
                hermite[1] = (z * z - 1) / Math.sqrt(2);
                hermite[2] = z * (z * z - 3) / Math.sqrt(6);
                visitor.visit(draw, datum, hermite);
            }
        }
    }

    private static double mean(double[] values) {
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += (values[i] - mean) / (i + 1);
        }
        return mean;
    }

    @Override
    public String toString() {
        return "variance of a gap from " + draws + " draws";
    }
}
