package io.github.statecraft.robustness;

import io.github.statecraft.internal.numerics.LinearProgramme;
import io.github.statecraft.internal.work.RandomBits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The extreme points of a set along each weight and away from each of its conditions: how far it reaches, for chains whose
 * directions and starts are as long and as flat as the set. Immutable.
 */
final class SetExtremes {
    /** How near starts come to extreme points, from 0 for the centre to 1. */
    private static final double FURTHEST_START = 0.9;

    private final double[] centre;
    private final List<double[]> points = new ArrayList<>();
    /** Extreme points less the centre; each sums to 0 up to rounding. */
    private final List<double[]> arms = new ArrayList<>();
    /** The difference of the largest and the smallest value of each weight. */
    private final double[] extents;

    private double squares;

    private SetExtremes(WeightRegion region) {
        centre = region.centre();
        extents = new double[centre.length];
        List<double[]> rows = new ArrayList<>();
        for (double[] condition : region.conditions()) {
            double size = WeightProgrammes.largest(List.of(condition));
            if (size > 0) {
                rows.add(Arrays.stream(condition).map(x -> -x / size + 0.0).toArray());
            }
        }
        double[][] all = rows.toArray(new double[rows.size() + 2][]);
        double[] limits = new double[all.length];
        for (int sign = 1; sign >= -1; sign -= 2) {
            int row = rows.size() + (sign > 0 ? 0 : 1);
            all[row] = new double[centre.length];
            Arrays.fill(all[row], sign);
            limits[row] = sign;
        }
        for (int i = 0; i < centre.length; i++) {
            double[] objective = new double[centre.length];
            objective[i] = 1;
            double most = add(objective, all, limits)[i];
            objective[i] = -1;
            extents[i] = Math.max(most - add(objective, all, limits)[i], WeightRegion.SMALLEST_RADIUS);
            squares += extents[i] * extents[i];
        }
        for (double[] row : rows) {
            if (!isBound(row)) {
                add(Arrays.stream(row).map(x -> -x).toArray(), all, limits);
            }
        }
    }

    static SetExtremes of(WeightRegion region) {
        return new SetExtremes(region);
    }

    /** Whether a condition, of weights that sum to 1, is about one of them alone. */
    private static boolean isBound(double[] row) {
        for (int one = 0; one < row.length; one++) {
            double other = row[one == 0 ? row.length - 1 : 0];
            boolean isBound = true;
            for (int i = 0; i < row.length; i++) {
                isBound &= i == one || row[i] == other;
            }
            if (isBound) {
                return true;
            }
        }
        return false;
    }

    private double[] add(double[] objective, double[][] rows, double[] limits) {
        double[] upper = new double[objective.length];
        Arrays.fill(upper, 1);
        LinearProgramme.Outcome outcome =
                LinearProgramme.maximise(objective, rows, limits, new double[objective.length], upper);
        if (!(outcome instanceof LinearProgramme.Optimum optimum)) {
            throw new ArithmeticException("Smaa: rounding left no weights in a set that has some");
        }
        double[] point = optimum.x().toArray();
        double[] arm = new double[point.length];
        for (int i = 0; i < arm.length; i++) {
            arm[i] = point[i] - centre[i];
        }
        points.add(point);
        arms.add(arm);
        return point;
    }

    /** A point between two extreme points, drawn towards the centre by a random part. */
    double[] start(RandomBits bits) {
        double[] one = points.get((int) (bits.nextOpen() * points.size()));
        double[] other = points.get((int) (bits.nextOpen() * points.size()));
        double between = bits.nextOpen();
        double out = FURTHEST_START * bits.nextOpen();
        double[] start = new double[centre.length];
        for (int i = 0; i < start.length; i++) {
            start[i] = (1 - out) * centre[i] + out * (between * one[i] + (1 - between) * other[i]);
        }
        return start;
    }

    /**
     * A direction in which the sum of weights stays, from a distribution that is the same everywhere in the set and symmetric
     * about 0: one time in two a normal sum of arms, else normal numbers by the extent of each weight, on the plane of sum 0.
     */
    void direction(RandomBits bits, double[] to) {
        if (bits.nextOpen() < 0.5) { // arms alone may span less than the set
            Arrays.fill(to, 0);
            for (double[] arm : arms) {
                double part = DirichletSampler.normal(bits);
                for (int i = 0; i < to.length; i++) {
                    to[i] += part * arm[i];
                }
            }
            return;
        }
        double sum = 0;
        for (int i = 0; i < to.length; i++) {
            to[i] = DirichletSampler.normal(bits) * extents[i];
            sum += to[i];
        }
        for (int i = 0; i < to.length; i++) {
            to[i] -= sum * extents[i] * extents[i] / squares;
        }
    }

    @Override
    public String toString() {
        return points.size() + " extreme points of " + centre.length + " weights";
    }
}
