package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.Progress;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.numerics.Statistics;
import io.github.statecraft.internal.work.Parts;
import io.github.statecraft.internal.work.RandomBits;
import java.util.Arrays;
import java.util.List;

/**
 * Sobol' indices from the outputs of a {@link SaltelliDesign}. With f the output and V its variance over A and B together, the
 * index of first order is {@code 1 - E[(f(B) - f(AB))^2] / 2V} and that of total order {@code E[(f(A) - f(AB))^2] / 2V}. Source:
 * M. J. W. Jansen, Comput. Phys. Commun. 117 (1999) 35-43; Saltelli et al. 2010, table 2, (c) and (f).
 */
final class JansenEstimators {
    private static final int BOOTSTRAPS_A_PART = 10;
    private static final double LOW_QUANTILE = 0.05;
    private static final double HIGH_QUANTILE = 0.95;

    /** Terms of a row before those of the factors: the sum of f(A) and f(B), and that of their squares. */
    private static final int MOMENTS = 2;

    private final int factors;
    private final int size;
    /** Rows x terms: moments, then of each factor the squares for the first order, then those for the total order. */
    private final double[] terms;
    /** f(A), then f(B). */
    private final double[] outputs;

    private JansenEstimators(int factors, int size, double[] terms, double[] outputs) {
        this.factors = factors;
        this.size = size;
        this.terms = terms;
        this.outputs = outputs;
    }

    /**
     * The indices.
     *
     * @param names of the factors
     * @param runs points of a row x rows, finite
     * @param analysis size, seed and bootstraps
     */
    static SobolIndices of(ImmutableList<String> names, double[][] runs, SobolAnalysis analysis) {
        int size = runs[SaltelliDesign.A].length;
        double[] both = Arrays.copyOf(runs[SaltelliDesign.A], 2 * size);
        System.arraycopy(runs[SaltelliDesign.B], 0, both, size, size);
        double mean = Statistics.mean(both);
        double variance = Statistics.variance(both, Statistics.Denominator.POPULATION);
        double largest = Arrays.stream(both).map(f -> Math.abs(f - mean)).max().orElseThrow();
        SobolIndices.Builder indices = new SobolIndices.Builder(names, mean, variance).sampled(analysis);
        if (isConstant(both)) {
            return indices.build();
        }
        JansenEstimators estimators = new JansenEstimators(names.size(), size, terms(runs, mean, largest), both);
        indices.indices(estimators.estimates());
        if (analysis.bootstraps() > 0) {
            estimators.addIntervals(indices, analysis);
        }
        return indices.build();
    }

    static boolean isConstant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    /** Of outputs over their largest distance to the mean, so that no square is too large for a double. */
    private static double[] terms(double[][] runs, double mean, double largest) {
        int factors = runs.length - SaltelliDesign.MIXED;
        int size = runs[SaltelliDesign.A].length;
        int width = MOMENTS + 2 * factors;
        double[] terms = new double[size * width];
        for (int row = 0; row < size; row++) {
            double a = (runs[SaltelliDesign.A][row] - mean) / largest;
            double b = (runs[SaltelliDesign.B][row] - mean) / largest;
            int at = row * width;
            terms[at] = a + b;
            terms[at + 1] = a * a + b * b;
            for (int factor = 0; factor < factors; factor++) {
                double mixed = (runs[SaltelliDesign.MIXED + factor][row] - mean) / largest;
                terms[at + MOMENTS + factor] = (b - mixed) * (b - mixed);
                terms[at + MOMENTS + factors + factor] = (a - mixed) * (a - mixed);
            }
        }
        return terms;
    }

    private int width() {
        return MOMENTS + 2 * factors;
    }

    /** First orders, then total orders. */
    private double[] estimates() {
        double[] sums = new double[width()];
        for (int term = 0; term < sums.length; term++) {
            double[] column = new double[size];
            for (int row = 0; row < size; row++) {
                column[row] = terms[row * width() + term];
            }
            sums[term] = ExactSum.of(column);
        }
        return estimates(sums);
    }

    private double[] estimates(double[] sums) {
        double count = 2.0 * size;
        double mean = sums[0] / count;
        double twiceVariance = 2 * (sums[1] / count - mean * mean);
        double[] estimates = new double[2 * factors];
        for (int factor = 0; factor < factors; factor++) {
            estimates[factor] = 1 - sums[MOMENTS + factor] / size / twiceVariance;
            estimates[factors + factor] = sums[MOMENTS + factors + factor] / size / twiceVariance;
        }
        return estimates;
    }

    /** Leaves intervals out if the output of some bootstrap does not vary, so that it has no index. */
    private void addIntervals(SobolIndices.Builder indices, SobolAnalysis analysis) {
        int parts = (analysis.bootstraps() + BOOTSTRAPS_A_PART - 1) / BOOTSTRAPS_A_PART;
        List<double[][]> done = Parts.all(parts, analysis.threads(), Progress.none(), part -> {
            int from = part * BOOTSTRAPS_A_PART;
            double[][] some = new double[Math.min(BOOTSTRAPS_A_PART, analysis.bootstraps() - from)][];
            for (int i = 0; i < some.length; i++) {
                some[i] = resampled(analysis.seed(), 1L + from + i);
            }
            return some;
        });
        double[][] estimates = done.stream().flatMap(Arrays::stream).toArray(double[][]::new);
        if (Arrays.stream(estimates).anyMatch(bootstrap -> bootstrap.length == 0)) {
            return;
        }
        ImmutableDoubleArray.Builder low = ImmutableDoubleArray.builder();
        ImmutableDoubleArray.Builder high = ImmutableDoubleArray.builder();
        for (int i = 0; i < 2 * factors; i++) {
            int index = i;
            double[] column = Arrays.stream(estimates)
                    .mapToDouble(bootstrap -> bootstrap[index])
                    .toArray();
            low.add(Statistics.quantile(column, LOW_QUANTILE));
            high.add(Statistics.quantile(column, HIGH_QUANTILE));
        }
        indices.intervals(low.build(), high.build());
    }

    /** Estimates from as many rows with replacement; empty if the output does not vary in them. */
    private double[] resampled(long seed, long stream) {
        RandomBits bits = RandomBits.of(seed, stream);
        int width = width();
        double[] sums = new double[width];
        double first = Double.NaN;
        boolean varies = false;
        for (int i = 0; i < size; i++) {
            int row = bits.nextInt(size);
            first = i == 0 ? outputs[row] : first;
            varies |= outputs[row] != first || outputs[size + row] != first;
            int at = row * width;
            for (int term = 0; term < width; term++) {
                sums[term] += terms[at + term];
            }
        }
        return varies ? estimates(sums) : new double[0];
    }

    @Override
    public String toString() {
        return size + " rows, " + factors + " factors";
    }
}
