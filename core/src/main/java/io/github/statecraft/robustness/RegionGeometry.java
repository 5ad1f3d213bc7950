package io.github.statecraft.robustness;

import io.github.statecraft.internal.numerics.Cone;
import io.github.statecraft.internal.numerics.ConeVolume;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.numerics.HalfSpace;
import io.github.statecraft.internal.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of weights as a cone that can be cut by who is ahead of whom, and the share of it that is left. Under a Dirichlet
 * distribution with whole parameters weights are sums of coordinates of a larger simplex, uniformly distributed: that simplex is
 * measured. Immutable but for volumes that are kept; not thread-safe.
 */
final class RegionGeometry {
    /** More dimensions than this are refused: the faces of a cone become too many. */
    static final int MOST_CRITERIA = 8;

    private static final double NEARLY_ONE = 1 - 0x1p-53;

    /** The criterion of each coordinate. */
    private final int[] columns;

    private final int criteria;
    private final List<HalfSpace> conditions = new ArrayList<>();
    private double whole = Double.NaN;
    private double @Nullable [] centre;

    private RegionGeometry(WeightRegion region, int[] columns) {
        this.columns = columns;
        criteria = region.criteria().size();
        for (double[] condition : region.conditions()) {
            conditions.add(HalfSpace.of(spread(condition)));
        }
    }

    /**
     * The set itself, whatever its measure.
     *
     * @param region the set
     * @param question what is asked, for the refusal: such as "possible ranks"
     * @throws IllegalArgumentException if there are too many criteria
     */
    static RegionGeometry ofSet(WeightRegion region, String question) {
        int criteria = region.criteria().size();
        if (criteria > MOST_CRITERIA) {
            throw new IllegalArgumentException("WeightSpace: " + question + " are worked out exactly for up to "
                    + MOST_CRITERIA + " criteria but there are " + Numbers.grouped(criteria)
                    + "; ask Smaa, which answers by sampling");
        }
        int[] columns = new int[criteria];
        for (int i = 0; i < criteria; i++) {
            columns[i] = i;
        }
        return new RegionGeometry(region, columns);
    }

    /**
     * The set with its measure.
     *
     * @param region the set
     * @param question what is asked, for the refusal: such as "shares of first rank"
     * @throws IllegalArgumentException if there are too many criteria, or the parameters of a Dirichlet distribution are not
     *     whole or sum to too much
     */
    static RegionGeometry ofMeasure(WeightRegion region, String question) {
        RegionGeometry set = ofSet(region, question);
        if (!(region.set() instanceof WeightSet.Dirichlet)) {
            return set;
        }
        double[] parameters = region.parameters();
        double sum = 0;
        for (double parameter : parameters) {
            sum += parameter;
        }
        if (!region.isWhole() || sum > MOST_CRITERIA) {
            throw new IllegalArgumentException(
                    "WeightSpace: " + question + " under a Dirichlet distribution are worked out"
                            + " exactly where its parameters are whole numbers that sum to " + MOST_CRITERIA
                            + " at most but they "
                            + (region.isWhole() ? "sum to " + Numbers.shortest(sum) : "are not whole: " + region.set())
                            + "; ask Smaa, which answers by sampling");
        }
        int[] columns = new int[(int) sum];
        int next = 0;
        for (int criterion = 0; criterion < parameters.length; criterion++) {
            for (int copy = 0; copy < parameters[criterion]; copy++) {
                columns[next++] = criterion;
            }
        }
        return new RegionGeometry(region, columns);
    }

    /**
     * The share of this set on which one row is ahead of another, the difference taken exactly.
     *
     * @param more a row, by criterion
     * @param less another
     * @return from 0 to 1
     */
    double share(double[] more, double[] less) {
        return shares(more, less)[0];
    }

    /**
     * The shares of this set on which one row is ahead of another and behind it, the difference taken exactly. Measured is the
     * side on which the mean of all weights is not; the other is what is left.
     *
     * @param more a row, by criterion
     * @param less another
     * @return two numbers from 0 to 1; both 0 where the rows are alike
     */
    double[] shares(double[] more, double[] less) {
        int last = conditions.size();
        Cone cone = cone(List.of(HalfSpace.ofDifference(spread(more), spread(less))));
        boolean isAhead = cone.highest(last) > 0;
        boolean isBehind = cone.lowest(last) < 0;
        if (!isAhead || !isBehind) {
            return new double[] {isAhead ? 1 : 0, isBehind ? 1 : 0};
        }
        double atMean = ExactSum.ofProducts(centroid(), more) - ExactSum.ofProducts(centroid(), less);
        double measured = share(cone.cut(last, atMean > 0 ? -1 : 1).volume());
        double rest = Math.min(1 - measured, NEARLY_ONE);
        return atMean > 0 ? new double[] {rest, measured} : new double[] {measured, rest};
    }

    /** The share of this set that a part of it has. */
    double share(ConeVolume part) {
        if (Double.isNaN(whole)) {
            whole = conditions.isEmpty() ? 1 : cone(List.of()).volume().share();
        }
        return Math.min(part.share() / whole, 1);
    }

    /**
     * The set as a cone.
     *
     * @param more what it may be cut with beside its own conditions
     * @return a cone whose conditions are {@link #conditions()} and then these
     */
    Cone cone(List<HalfSpace> more) {
        List<HalfSpace> all = new ArrayList<>(conditions);
        all.addAll(more);
        Cone cone = Cone.orthant(columns.length, all);
        for (int condition = 0; condition < conditions.size(); condition++) {
            cone = cone.cut(condition, 1);
        }
        return cone;
    }

    /** The corners of the set, corners x criteria; for a set that is not spread. */
    double[][] vertices() {
        Cone cone = cone(List.of());
        double[][] vertices = new double[cone.size()][];
        for (int ray = 0; ray < vertices.length; ray++) {
            vertices[ray] = cone.vertex(ray);
        }
        return vertices;
    }

    /** The mean of all weights of the set, by criterion. */
    double[] centroid() {
        double[] mean = centre;
        if (mean == null) {
            mean = gathered(cone(List.of()).volume().centroid());
            centre = mean;
        }
        return mean;
    }

    /** How many conditions the set has beside that weights are not negative. */
    int conditions() {
        return conditions.size();
    }

    /** Whether coordinates are other than the weights themselves. */
    boolean isSpread() {
        return columns.length != criteria;
    }

    /** Coefficients of weights as coefficients of coordinates. */
    double[] spread(double[] byCriterion) {
        double[] spread = new double[columns.length];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = byCriterion[columns[i]];
        }
        return spread;
    }

    /** Coordinates as weights. */
    double[] gathered(double[] coordinates) {
        double[] weights = new double[criteria];
        for (int i = 0; i < coordinates.length; i++) {
            weights[columns[i]] += coordinates[i];
        }
        return weights;
    }
}
