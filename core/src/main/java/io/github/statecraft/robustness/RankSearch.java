package io.github.statecraft.robustness;

import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.numerics.Cone;
import io.github.statecraft.internal.numerics.HalfSpace;
import io.github.statecraft.internal.work.Parts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The weights at which the fewest of some conditions hold, by branch and bound over the parts into which their planes cut the set
 * of weights. In a part a condition is settled if it holds at all of it or at none; one that is not is cut with, the one first
 * that holds most clearly at the mean of the corners; and the part is looked at first where the fewest hold for certain. Corners
 * of parts are candidates. All signs are exact.
 *
 * <p>Strict conditions, {@code c w > 0}, fail on their planes, and parts are closed. Where a condition is to fail, the part keeps
 * the plane; where it is counted as holding, the part keeps the plane too, which counts too many there but leaves those points to
 * the other part. A part may then be a face without volume: points where conditions hold with equality are looked at.
 *
 * <p>Conditions that are not strict, {@code c w >= 0}, fail on open sets. What fails at a point fails around it too, and near
 * every point of the set, which has an interior, there are interior points on no plane. So only parts with an interior matter,
 * and not what happens on their boundary.
 */
final class RankSearch {
    private final boolean isStrict;
    private final PriorityQueue<Part> queue = new PriorityQueue<>(
            Comparator.<Part>comparingInt(part -> part.certain).thenComparingInt(part -> part.open.length));
    private int least = Integer.MAX_VALUE;
    private @Nullable Part bestPart;
    private int bestRay;

    private RankSearch(boolean isStrict) {
        this.isStrict = isStrict;
    }

    /**
     * Searches a set.
     *
     * @param set the set of weights, which has an interior
     * @param conditions none of which has all coefficients 0
     * @param isStrict whether a condition holds at {@code c w > 0} only, or at {@code c w >= 0}
     * @return how few hold, and where
     */
    static Found fewest(RegionGeometry set, List<HalfSpace> conditions, boolean isStrict) {
        RankSearch search = new RankSearch(isStrict);
        int[] open = new int[conditions.size()];
        for (int i = 0; i < open.length; i++) {
            open[i] = set.conditions() + i;
        }
        search.add(set.cone(conditions), 0, open);
        while (!search.queue.isEmpty() && search.queue.element().certain < search.least) {
            Parts.checkInterrupted();
            search.branch(search.queue.remove());
        }
        return new Found(search.least, ImmutableDoubleArray.copyOf(search.weights()));
    }

    private boolean holds(int sign) {
        return sign > 0 || (sign == 0 && !isStrict);
    }

    /** Settles what can be settled on a part, and keeps it if it might do better than what is known. */
    private void add(Cone cone, int certainBefore, int[] openBefore) {
        int certain = certainBefore;
        int[] open = new int[openBefore.length];
        int count = 0;
        for (int condition : openBefore) {
            if (holds(cone.lowest(condition))) {
                certain++;
            } else if (cone.highest(condition) > 0) {
                open[count++] = condition;
            }
        }
        Part part = new Part(cone, certain, Arrays.copyOf(open, count));
        lookAtCorners(part);
        if (certain < least) {
            queue.add(part);
        }
    }

    private void lookAtCorners(Part part) {
        for (int ray = 0; ray < part.cone.size(); ray++) {
            int holding = part.certain;
            for (int i = 0; i < part.open.length && holding < least; i++) {
                holding += holds(part.cone.sign(ray, part.open[i])) ? 1 : 0;
            }
            if (holding < least) {
                least = holding;
                bestPart = part;
                bestRay = ray;
            }
        }
    }

    private void branch(Part part) {
        int cut = part.open[0];
        double highest = part.cone.valueAtMean(cut);
        for (int condition : part.open) {
            double value = part.cone.valueAtMean(condition);
            if (value > highest) {
                highest = value;
                cut = condition;
            }
        }
        int chosen = cut;
        int[] rest = Arrays.stream(part.open)
                .filter(condition -> condition != chosen)
                .toArray();
        add(part.cone.cut(chosen, -1), part.certain, rest);
        if (part.certain + 1 < least) {
            add(part.cone.cut(chosen, 1), part.certain + 1, rest);
        }
    }

    /**
     * From the best corner some way into its part, or into the face of it that planes through the corner leave: half as far as
     * no condition that fails at the corner comes to hold.
     */
    private double[] weights() {
        if (bestPart == null) {
            throw new IllegalStateException("a set of weights has corners");
        }
        Cone corner = bestPart.cone;
        Cone cone = corner;
        for (int condition : bestPart.open) {
            if (isStrict && corner.sign(bestRay, condition) == 0) {
                cone = cone.cut(condition, -1);
            }
        }
        double[] from = corner.vertex(bestRay);
        double[] to = cone.inside(0);
        double furthest = 1;
        for (int condition : bestPart.open) {
            if (corner.sign(bestRay, condition) < 0) {
                double atCorner = corner.value(from, condition);
                double rise = corner.value(to, condition) - atCorner;
                if (rise > 0) {
                    furthest = Math.min(furthest, Math.max(-atCorner, 0) / rise);
                }
            }
        }
        double[] weights = new double[from.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = from[i] + furthest / 2 * (to[i] - from[i]);
        }
        return weights;
    }

    /**
     * How few conditions hold.
     *
     * @param count from 0
     * @param weights where no more hold, up to rounding
     */
    record Found(int count, ImmutableDoubleArray weights) {
        @Override
        public String toString() {
            return count + " hold";
        }
    }

    /** A part of the set: how many conditions hold there for certain, and which are not settled. */
    private static final class Part {
        private final Cone cone;
        private final int certain;
        private final int[] open;

        private Part(Cone cone, int certain, int[] open) {
            this.cone = cone;
            this.certain = certain;
            this.open = open;
        }
    }
}
