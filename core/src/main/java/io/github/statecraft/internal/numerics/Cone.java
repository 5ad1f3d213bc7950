package io.github.statecraft.internal.numerics;

import io.github.statecraft.internal.work.Parts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The vectors without negative coordinates that keep some linear conditions, by their extreme rays: the double description method
 * (T. S. Motzkin, H. Raiffa, G. L. Thompson, R. M. Thrall, "The double description method", Contributions to the Theory of Games
 * II (1953) 51-73), with the combinatorial test of adjacency of K. Fukuda, A. Prodon, "Double description method revisited",
 * LNCS 1120 (1996) 91-111. All decisions are exact: signs come from doubles where an error bound proves them and from whole
 * numbers elsewhere, so ties, repeated conditions and planes through corners are what they are.
 *
 * <p>The conditions stand in a list that cones cut out of one another share; each is cut with on either side, by its number.
 * Cones do not change, but rays remember what was found out about them; not thread-safe. Cost: a cut compares pairs of rays on
 * both sides with all others, and there may be many rays: meant for up to 8 dimensions.
 */
public final class Cone {
    private final int dimension;
    private final List<HalfSpace> conditions;
    private final List<ConeRay> rays;
    /** Which conditions were cut with; bits as {@link ConeRay#tight()} has them. */
    private final long[] active;

    private final boolean hasInterior;
    private double @Nullable [] mean;

    private Cone(int dimension, List<HalfSpace> conditions, List<ConeRay> rays, long[] active, boolean hasInterior) {
        this.dimension = dimension;
        this.conditions = conditions;
        this.rays = rays;
        this.active = active;
        this.hasInterior = hasInterior;
    }

    /**
     * All vectors without negative coordinates.
     *
     * @param dimension at least 1
     * @param conditions what this cone may be cut with, each of that dimension
     * @return a cone that is not cut yet
     */
    public static Cone orthant(int dimension, List<HalfSpace> conditions) {
        for (HalfSpace condition : conditions) {
            if (condition.dimension() != dimension) {
                throw new IllegalArgumentException("Cone of dimension " + dimension
                        + " cannot be cut with a condition of dimension " + condition.dimension());
            }
        }
        int words = (dimension + conditions.size() + Long.SIZE - 1) / Long.SIZE;
        List<HalfSpace> shared = List.copyOf(conditions);
        List<ConeRay> rays = new ArrayList<>();
        long[] active = new long[words];
        for (int axis = 0; axis < dimension; axis++) {
            rays.add(ConeRay.axis(axis, dimension, shared, words));
            active[axis >>> 6] |= 1L << axis;
        }
        return new Cone(dimension, shared, rays, active, true);
    }

    /**
     * The closed part on one side of a plane.
     *
     * @param condition number of the condition
     * @param side 1 for where it holds, {@code c w >= 0}; -1 for the other side, {@code c w <= 0}
     * @return this cone if all of it lies there; a face without interior, or nothing, if the plane only touches it
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public Cone cut(int condition, int side) {
        Parts.checkInterrupted();
        List<ConeRay> inside = new ArrayList<>();
        List<ConeRay> on = new ArrayList<>();
        List<ConeRay> outside = new ArrayList<>();
        for (int ray = 0; ray < rays.size(); ray++) {
            int sign = side * sign(ray, condition);
            (sign > 0 ? inside : sign == 0 ? on : outside).add(rays.get(ray));
        }
        if (outside.isEmpty()) {
            return this;
        }
        long[] cut = active.clone();
        int bit = dimension + condition;
        cut[bit >>> 6] |= 1L << bit;
        if (inside.isEmpty()) {
            return new Cone(dimension, conditions, on, cut, false);
        }
        List<ConeRay> kept = new ArrayList<>(inside);
        kept.addAll(on);
        for (ConeRay in : inside) {
            for (ConeRay out : outside) {
                if (areAdjacent(in, out)) {
                    ConeRay plus = side > 0 ? in : out;
                    ConeRay minus = side > 0 ? out : in;
                    kept.add(ConeRay.between(plus, minus, condition));
                }
            }
        }
        return new Cone(dimension, conditions, kept, cut, hasInterior);
    }

    /** Whether two rays span a face: no third ray keeps with equality all conditions that both do. */
    private boolean areAdjacent(ConeRay a, ConeRay b) {
        int words = active.length;
        long[] common = new long[words];
        int count = 0;
        for (int i = 0; i < words; i++) {
            common[i] = a.tight()[i] & b.tight()[i] & active[i];
            count += Long.bitCount(common[i]);
        }
        if (count < dimension - 2) {
            return false;
        }
        for (ConeRay other : rays) {
            if (other != a && other != b && contains(other.tight(), common)) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(long[] all, long[] some) {
        for (int i = 0; i < some.length; i++) {
            if ((some[i] & ~all[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The number of extreme rays.
     *
     * @return 0 if nothing but the origin is left
     */
    public int size() {
        return rays.size();
    }

    /**
     * The number of coordinates.
     *
     * @return at least 1
     */
    public int dimension() {
        return dimension;
    }

    /**
     * Whether the cone has a volume.
     *
     * @return false for faces and for the origin alone
     */
    public boolean hasInterior() {
        return hasInterior;
    }

    /**
     * On which side of a plane a ray lies, exactly.
     *
     * @param ray number of a ray
     * @param condition number of a condition
     * @return the sign of {@code c r}
     */
    public int sign(int ray, int condition) {
        return rays.get(ray).sign(condition);
    }

    /**
     * The lowest sign of a condition over all rays.
     *
     * @param condition number of a condition
     * @return 1 if it holds strictly everywhere but at the origin, 0 if it holds everywhere, -1 if it fails somewhere
     */
    public int lowest(int condition) {
        int lowest = 1;
        for (int ray = 0; ray < rays.size() && lowest >= 0; ray++) {
            lowest = Math.min(lowest, sign(ray, condition));
        }
        return lowest;
    }

    /**
     * The highest sign of a condition over all rays.
     *
     * @param condition number of a condition
     * @return -1 if it fails everywhere but at the origin, 0 if it holds at most with equality, 1 if it holds strictly somewhere
     */
    public int highest(int condition) {
        int highest = -1;
        for (int ray = 0; ray < rays.size() && highest <= 0; ray++) {
            highest = Math.max(highest, sign(ray, condition));
        }
        return highest;
    }

    /**
     * How a condition fares at the mean of the rays, about: which to cut with first.
     *
     * @param condition number of a condition
     * @return {@code c m}, c scaled to a largest coefficient of 0.5 to 1, each ray to a sum of 1
     */
    public double valueAtMean(int condition) {
        if (mean == null) {
            mean = meanOfRays();
        }
        return value(mean, condition);
    }

    /**
     * How a condition fares at a point, about.
     *
     * @param point coordinates
     * @param condition number of a condition
     * @return {@code c point}, c scaled to a largest coefficient of 0.5 to 1
     */
    public double value(double[] point, int condition) {
        double[] c = conditions.get(condition).approximate();
        double sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += c[i] * point[i];
        }
        return sum;
    }

    private double[] meanOfRays() {
        double[] sums = new double[dimension];
        for (ConeRay ray : rays) {
            double sum = 0;
            for (double x : ray.approximate()) {
                sum += x;
            }
            for (int i = 0; i < dimension; i++) {
                sums[i] += ray.approximate()[i] / sum / rays.size();
            }
        }
        return sums;
    }

    /**
     * Where a ray meets the simplex of coordinates that sum to 1.
     *
     * @param ray number of a ray
     * @return coordinates, each the nearest double
     */
    public double[] vertex(int ray) {
        return rays.get(ray).point()[0];
    }

    /**
     * A point of the relative interior, on the simplex of coordinates that sum to 1: the mean of a vertex and of as few others
     * as it takes to leave every face.
     *
     * @param ray number of the ray through the vertex
     * @return coordinates, up to rounding
     */
    public double[] inside(int ray) {
        List<double[]> vertices = new ArrayList<>(List.of(vertex(ray)));
        long[] common = and(rays.get(ray).tight(), active);
        for (int other = 0; other < rays.size(); other++) {
            if (!contains(rays.get(other).tight(), common)) {
                vertices.add(vertex(other));
                common = and(common, rays.get(other).tight());
            }
        }
        double[] mean = new double[dimension];
        for (double[] vertex : vertices) {
            for (int i = 0; i < dimension; i++) {
                mean[i] += vertex[i] / vertices.size();
            }
        }
        return mean;
    }

    private static long[] and(long[] a, long[] b) {
        long[] common = new long[a.length];
        for (int i = 0; i < a.length; i++) {
            common[i] = a[i] & b[i];
        }
        return common;
    }

    /**
     * The part of the simplex of coordinates that sum to 1 that lies in this cone.
     *
     * @return its volume and centroid; a volume of 0 where the cone has no interior
     */
    public ConeVolume volume() {
        return ConeVolume.of(dimension, hasInterior ? rays : List.of(), facets());
    }

    /**
     * The part of the simplex of coordinates that sum to 1 that lies in this cone, cut into simplices.
     *
     * @param most how many there may be
     * @return the simplices, none where the cone has no interior; empty if there are more
     */
    public Optional<ConeVolume.Simplices> simplices(int most) {
        return ConeVolume.simplices(dimension, hasInterior ? rays : List.of(), facets(), most);
    }

    /** The rays on each plane that was cut with, as bits by number of the ray; planes that hold no facet are left out. */
    private List<long[]> facets() {
        List<long[]> facets = new ArrayList<>();
        for (int bit = 0; bit < dimension + conditions.size(); bit++) {
            if ((active[bit >>> 6] >>> bit & 1) == 0) {
                continue;
            }
            long[] on = new long[(rays.size() + Long.SIZE - 1) / Long.SIZE];
            int count = 0;
            for (int ray = 0; ray < rays.size(); ray++) {
                if ((rays.get(ray).tight()[bit >>> 6] >>> bit & 1) != 0) {
                    on[ray >>> 6] |= 1L << ray;
                    count++;
                }
            }
            if (count >= dimension - 1 && facets.stream().noneMatch(other -> Arrays.equals(other, on))) {
                facets.add(on);
            }
        }
        return facets;
    }
}
