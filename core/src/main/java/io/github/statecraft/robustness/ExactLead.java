package io.github.statecraft.robustness;

import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.numerics.Cone;
import io.github.statecraft.internal.numerics.HalfSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The largest margin by which a unit can lead over a set of weights, decided exactly however different the sizes of the scores
 * are. Weights w and a margin t that is not negative make a cone: that of the conditions of the set and of
 * {@code own w - t >= rival w} for each rival. The margin is the largest t over the sum of w along an extreme ray.
 *
 * <p>By cutting planes (J. E. Kelley, "The cutting-plane method for solving convex programs", J. SIAM 8 (1960) 703-712): the cone
 * is cut with the condition that its best ray breaks the most, until the best ray breaks none. Conditions that do not bear on the
 * answer are never cut with.
 */
final class ExactLead {
    private final Cone cone;
    private final int criteria;
    private final int best;

    private ExactLead(Cone cone, int criteria, int best) {
        this.cone = cone;
        this.criteria = criteria;
        this.best = best;
    }

    /**
     * Searches a set.
     *
     * @param region the set, of at most {@link RegionGeometry#MOST_CRITERIA} criteria
     * @param own what the comparison is linear in, of the unit
     * @param rivals the same of others, at least one, each different from own
     * @return empty if under all weights of the set somebody is strictly ahead
     */
    static Optional<ExactLead> of(WeightRegion region, double[] own, List<double[]> rivals) {
        int n = own.length;
        double size = size(own, rivals);
        List<HalfSpace> conditions = new ArrayList<>();
        for (double[] condition : region.conditions()) {
            conditions.add(HalfSpace.of(wider(condition, 0)));
        }
        for (double[] rival : rivals) {
            conditions.add(HalfSpace.ofDifference(wider(own, 0), wider(rival, size)));
        }
        Cone cone = Cone.orthant(n + 1, conditions);
        while (cone.size() > 0) {
            int best = best(cone, n);
            int broken = mostBroken(cone, best, conditions.size());
            if (broken < 0) {
                return Optional.of(new ExactLead(cone, n, best));
            }
            cone = cone.cut(broken, 1);
        }
        return Optional.empty();
    }

    /** The unit in which margins are counted: the smallest of the rivals' largest differences. */
    private static double size(double[] own, List<double[]> rivals) {
        double size = Double.MAX_VALUE;
        for (double[] rival : rivals) {
            double largest = 0;
            for (int i = 0; i < own.length; i++) {
                largest = Math.max(largest, Math.abs(own[i] - rival[i]));
            }
            size = Math.min(size, largest);
        }
        return size;
    }

    private static double[] wider(double[] row, double last) {
        double[] wider = Arrays.copyOf(row, row.length + 1);
        wider[row.length] = last;
        return wider;
    }

    /** The ray of the largest margin; the first of several. */
    private static int best(Cone cone, int criteria) {
        int best = 0;
        double most = -1;
        for (int ray = 0; ray < cone.size(); ray++) {
            double[] vertex = cone.vertex(ray);
            double margin = vertex[criteria] / sum(vertex, criteria);
            if (margin > most) {
                most = margin;
                best = ray;
            }
        }
        return best;
    }

    private static int mostBroken(Cone cone, int ray, int conditions) {
        double[] vertex = cone.vertex(ray);
        int most = -1;
        double lowest = 0;
        for (int condition = 0; condition < conditions; condition++) {
            if (cone.sign(ray, condition) < 0) {
                double value = cone.value(vertex, condition);
                if (most < 0 || value < lowest) {
                    most = condition;
                    lowest = value;
                }
            }
        }
        return most;
    }

    private static double sum(double[] vertex, int criteria) {
        double sum = 0;
        for (int i = 0; i < criteria; i++) {
            sum += vertex[i];
        }
        return sum;
    }

    /** Whether everybody is strictly behind somewhere. */
    boolean isStrict() {
        return cone.vertex(best)[criteria] > 0;
    }

    /** Weights of the largest margin, up to rounding. */
    ImmutableDoubleArray weights() {
        double[] vertex = cone.vertex(best);
        double sum = sum(vertex, criteria);
        return ImmutableDoubleArray.copyOf(
                Arrays.stream(vertex).limit(criteria).map(x -> x / sum).toArray());
    }

    @Override
    public String toString() {
        return "ExactLead(" + (isStrict() ? "strict" : "tie") + ")";
    }
}
