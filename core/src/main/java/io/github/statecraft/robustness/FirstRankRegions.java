package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.numerics.Cone;
import io.github.statecraft.internal.numerics.ConeVolume;
import io.github.statecraft.internal.numerics.HalfSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The weights under which nobody is strictly ahead of a unit, for each unit: a polytope, its share and its centre. */
final class FirstRankRegions {
    private final RegionGeometry set;
    private final RegionGeometry measure;
    private final double[][] rows;

    private FirstRankRegions(WeightSpace space) {
        measure = RegionGeometry.ofMeasure(space.region(), "shares of first rank");
        set = RegionGeometry.ofSet(space.region(), "regions of first rank");
        rows = rows(space.criteria());
    }

    private FirstRankRegions(RegionGeometry measure, double[][] rows) {
        this.measure = measure;
        set = measure;
        this.rows = rows;
    }

    /**
     * Shares and centres of drawn scores.
     *
     * @param measure the weights, of one thread
     * @param rows what the comparison is linear in, units x criteria, without zeros below zero
     * @return by number of the unit; vertices are those of the measure
     */
    static List<Region> of(RegionGeometry measure, double[][] rows) {
        return new FirstRankRegions(measure, rows).regions();
    }

    static FirstRankShares of(WeightSpace space) {
        return FirstRankShares.exact(space, new FirstRankRegions(space).regions());
    }

    private List<Region> regions() {
        List<Region> found = new ArrayList<>();
        for (int unit = 0; unit < rows.length; unit++) {
            int same = first(unit);
            found.add(same < unit ? found.get(same) : region(unit));
        }
        return found;
    }

    /** What the comparison is linear in, without zeros below zero. */
    static double[][] rows(Criteria criteria) {
        double[][] rows = criteria.linear();
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] += 0.0;
            }
        }
        return rows;
    }

    /** The first unit with the row of this one. */
    private int first(int unit) {
        int same = 0;
        while (!Arrays.equals(rows[same], rows[unit])) {
            same++;
        }
        return same;
    }

    private Region region(int unit) {
        Cone cone = cone(set, unit);
        ImmutableList.Builder<ImmutableDoubleArray> vertices = ImmutableList.builder();
        for (int ray = 0; ray < cone.size(); ray++) {
            vertices.add(ImmutableDoubleArray.copyOf(cone.vertex(ray)));
        }
        if (!cone.hasInterior()) {
            return new Region(0, ImmutableDoubleArray.of(), vertices.build());
        }
        ConeVolume volume = (measure.isSpread() ? cone(measure, unit) : cone).volume();
        double share = measure.share(volume);
        return new Region(
                share,
                share > 0
                        ? ImmutableDoubleArray.copyOf(measure.gathered(volume.centroid()))
                        : ImmutableDoubleArray.of(),
                vertices.build());
    }

    /** Cuts with the rivals that are furthest ahead first, so that few rays are made on the way. */
    private Cone cone(RegionGeometry geometry, int unit) {
        List<HalfSpace> rivals = new ArrayList<>();
        for (int rival = 0; rival < rows.length; rival++) {
            if (first(rival) == rival && !Arrays.equals(rows[rival], rows[unit])) {
                rivals.add(HalfSpace.ofDifference(geometry.spread(rows[unit]), geometry.spread(rows[rival])));
            }
        }
        Cone cone = geometry.cone(rivals);
        List<Integer> left = new ArrayList<>();
        for (int rival = 0; rival < rivals.size(); rival++) {
            left.add(geometry.conditions() + rival);
        }
        while (!left.isEmpty() && cone.size() > 0) {
            int next = 0;
            double lowest = cone.valueAtMean(left.get(0));
            for (int i = 1; i < left.size(); i++) {
                double value = cone.valueAtMean(left.get(i));
                if (value < lowest) {
                    lowest = value;
                    next = i;
                }
            }
            cone = cone.cut(left.remove(next), 1);
        }
        return cone;
    }

    /**
     * Where a unit is first.
     *
     * @param share of the set
     * @param centre the mean of weights; empty if the share is 0
     * @param vertices of the region; none if it is empty
     */
    record Region(double share, ImmutableDoubleArray centre, ImmutableList<ImmutableDoubleArray> vertices) {
        @Override
        public String toString() {
            return "region of " + vertices.size() + " vertices";
        }
    }
}
