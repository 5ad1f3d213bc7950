package io.github.statecraft.robustness;

import io.github.statecraft.Progress;
import io.github.statecraft.internal.work.Parts;
import io.github.statecraft.internal.work.SobolSequence;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The points at which a model is run for its Sobol' indices. Each row has two points of the unit cube, A and B, which are halves
 * of one point of a Sobol' sequence, and for each factor the point A with the coordinates of that factor from B. Source: A.
 * Saltelli et al., Comput. Phys. Commun. 181 (2010) 259-270, section 3.
 */
final class SaltelliDesign {
    /** The number of the point A in a row. */
    static final int A = 0;

    /** The number of the point B in a row. */
    static final int B = 1;

    /** The number of the first point that is mixed from both. */
    static final int MIXED = 2;

    private static final int ROWS_A_PART = 64;

    /** The first coordinate of each factor, then how many there are. */
    private final int[] start;

    private final int size;
    private final SobolSequence sequence;

    private SaltelliDesign(int[] start, int size, SobolSequence sequence) {
        this.start = start;
        this.size = size;
        this.sequence = sequence;
    }

    /**
     * Lays out a design.
     *
     * @param coordinates how many coordinates each factor has, at least 1
     * @param size rows, a power of two
     * @param seed of the sequence
     */
    static SaltelliDesign of(List<Integer> coordinates, int size, long seed) {
        int[] start = new int[coordinates.size() + 1];
        for (int factor = 0; factor < coordinates.size(); factor++) {
            start[factor + 1] = start[factor] + coordinates.get(factor);
        }
        int dimensions = 2 * start[coordinates.size()];
        if (dimensions > SobolSequence.MOST_DIMENSIONS) {
            throw new IllegalArgumentException("SobolAnalysis takes at most " + SobolSequence.MOST_DIMENSIONS / 2
                    + " coordinates in all but got " + dimensions / 2);
        }
        return new SaltelliDesign(start, size, SobolSequence.of(dimensions, seed));
    }

    int factors() {
        return start.length - 1;
    }

    int coordinates() {
        return start[factors()];
    }

    int size() {
        return size;
    }

    /** The points of a row: {@link #A}, {@link #B}, then one for each factor. */
    double[][] points(int row) {
        double[] both = sequence.point(row);
        int k = coordinates();
        double[][] points = new double[MIXED + factors()][k];
        for (double[] point : points) {
            System.arraycopy(both, 0, point, 0, k);
        }
        System.arraycopy(both, k, points[B], 0, k);
        for (int factor = 0; factor < factors(); factor++) {
            int from = start[factor];
            System.arraycopy(both, k + from, points[MIXED + factor], from, start[factor + 1] - from);
        }
        return points;
    }

    /**
     * Runs a model at all points.
     *
     * @param outputs how many outputs the model has
     * @param threads threads at most
     * @param progress hears of parts of rows
     * @param model from a point to its outputs; called by several threads at once
     * @return outputs x points of a row x rows
     */
    double[][][] run(int outputs, int threads, Progress progress, Function<double[], double[]> model) {
        double[][][] results = new double[outputs][MIXED + factors()][size];
        int parts = (size + ROWS_A_PART - 1) / ROWS_A_PART;
        List<double[][][]> done = Parts.all(parts, threads, progress, part -> {
            int from = part * ROWS_A_PART;
            int to = Math.min(size, from + ROWS_A_PART);
            return IntStream.range(from, to)
                    .mapToObj(row -> outputs(row, model))
                    .toArray(double[][][]::new);
        });
        int row = 0;
        for (double[][][] part : done) {
            for (double[][] points : part) {
                for (int point = 0; point < points.length; point++) {
                    for (int output = 0; output < outputs; output++) {
                        results[output][point][row] = points[point][output];
                    }
                }
                row++;
            }
        }
        return results;
    }

    private double[][] outputs(int row, Function<double[], double[]> model) {
        double[][] points = points(row);
        double[][] results = new double[points.length][];
        for (int point = 0; point < points.length; point++) {
            results[point] = model.apply(points[point]);
        }
        return results;
    }

    @Override
    public String toString() {
        return size + " rows of " + (MIXED + factors()) + " points in " + coordinates() + " dimensions";
    }
}
