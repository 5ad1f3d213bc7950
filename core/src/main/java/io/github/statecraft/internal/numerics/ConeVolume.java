package io.github.statecraft.internal.numerics;

import io.github.statecraft.internal.work.Parts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of the simplex that lies in a {@link Cone}: cut into simplices from its faces alone (J. Cohen, T. Hickey, "Two
 * algorithms for determining volumes of convex polyhedra", J. ACM 26 (1979) 401-414; B. B&uuml;eler, A. Enge, K. Fukuda, "Exact
 * volume computation for polytopes", DMV Seminar 29 (2000) 131-154). A face is the pyramid over those of its facets that do not
 * hold its first vertex. The share of a simplex is the determinant of its vertices, worked out with about 104 bits (T. J. Dekker,
 * "A floating-point technique for extending the available precision", Numer. Math. 18 (1971) 224-242); all terms are positive,
 * so that small shares are as accurate as large ones.
 */
public final class ConeVolume {
    private final int dimension;
    /** Vertices x dimension: coordinates that sum to 1, in two parts. */
    private final double[][] high;

    private final double[][] low;
    /** What remains of each vertex chosen so far after elimination, divided by its pivot. */
    private final double[][] rowHigh;

    private final double[][] rowLow;
    private final int[] pivots;
    private final double[] workHigh;
    private final double[] workLow;

    /** The volume of all simplices with a vertex. */
    private final double[] mass;

    /** The vertices chosen so far. */
    private final int[] corners;

    private @Nullable Simplices simplices;
    private double share;

    private ConeVolume(int dimension, List<ConeRay> rays) {
        this.dimension = dimension;
        high = new double[rays.size()][];
        low = new double[rays.size()][];
        for (int ray = 0; ray < rays.size(); ray++) {
            double[][] point = rays.get(ray).point();
            high[ray] = point[0];
            low[ray] = point[1];
        }
        rowHigh = new double[dimension][dimension];
        rowLow = new double[dimension][dimension];
        pivots = new int[dimension];
        workHigh = new double[dimension];
        workLow = new double[dimension];
        mass = new double[rays.size()];
        corners = new int[dimension];
    }

    static ConeVolume of(int dimension, List<ConeRay> rays, List<long[]> facets) {
        ConeVolume volume = new ConeVolume(dimension, rays);
        volume.measure(facets);
        return volume;
    }

    /** The simplices themselves, unless there are more than so many. */
    static Optional<Simplices> simplices(int dimension, List<ConeRay> rays, List<long[]> facets, int most) {
        ConeVolume volume = new ConeVolume(dimension, rays);
        Simplices simplices = new Simplices(most, List.of(volume.high));
        volume.simplices = simplices;
        volume.measure(facets);
        return simplices.isComplete() ? Optional.of(simplices) : Optional.empty();
    }

    private void measure(List<long[]> facets) {
        if (mass.length > 0) {
            long[] all = new long[(mass.length + Long.SIZE - 1) / Long.SIZE];
            for (int ray = 0; ray < mass.length; ray++) {
                all[ray >>> 6] |= 1L << ray;
            }
            share = measure(all, mass.length, 0, 1, facets);
        }
    }

    /**
     * The volume relative to that of the simplex.
     *
     * @return from 0 to 1, up to rounding
     */
    public double share() {
        return share;
    }

    /**
     * The centre of gravity.
     *
     * @return coordinates that sum to 1 up to rounding
     * @throws IllegalStateException if the share is 0
     */
    public double[] centroid() {
        if (!(share > 0)) {
            throw new IllegalStateException("what has no volume has no centroid");
        }
        double[] centroid = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            double sum = 0;
            for (int vertex = 0; vertex < mass.length; vertex++) {
                sum += mass[vertex] * high[vertex][i];
            }
            centroid[i] = sum / (dimension * share);
        }
        return centroid;
    }

    /**
     * The volume of the simplices that join the vertices chosen so far to a face.
     *
     * @param face the vertices of the face, as bits
     * @param size how many they are
     * @param chosen how many vertices are chosen; the face has one dimension less than is left
     * @param factor the product of the pivots of the vertices chosen
     * @param around sets of vertices among which are all facets of the face
     */
    private double measure(long[] face, int size, int chosen, double factor, List<long[]> around) {
        if (size == dimension - chosen) {
            return simplex(face, chosen, factor);
        }
        if (simplices != null && !simplices.isComplete()) {
            return 0;
        }
        Parts.checkInterrupted();
        int apex = first(face);
        double height = factor * choose(apex, chosen);
        if (height == 0) {
            return 0;
        }
        List<long[]> facets = facets(face, dimension - chosen - 1, size, around);
        double sum = 0;
        for (int i = 0; i < facets.size(); i++) {
            long[] facet = facets.get(i);
            if ((facet[apex >>> 6] >>> apex & 1) == 0) {
                sum += measure(facet, size(facet), chosen + 1, height, facets);
            }
        }
        mass[apex] += sum;
        return sum;
    }

    private double simplex(long[] face, int chosen, double factor) {
        double volume = factor;
        int next = chosen;
        for (int word = 0; word < face.length; word++) {
            for (long bits = face[word]; bits != 0; bits &= bits - 1) {
                volume *= choose(word * Long.SIZE + Long.numberOfTrailingZeros(bits), next++);
                if (volume == 0) {
                    return 0;
                }
            }
        }
        for (int word = 0; word < face.length; word++) {
            for (long bits = face[word]; bits != 0; bits &= bits - 1) {
                mass[word * Long.SIZE + Long.numberOfTrailingZeros(bits)] += volume;
            }
        }
        if (simplices != null) {
            simplices.add(corners, volume);
        }
        return volume;
    }

    /** The largest proper subsets that other faces cut out of a face: its facets. */
    private static List<long[]> facets(long[] face, int least, int size, List<long[]> around) {
        List<long[]> sets = new ArrayList<>();
        for (int i = 0; i < around.size(); i++) {
            long[] common = and(face, around.get(i));
            int count = size(common);
            if (count >= least && count < size && isLargest(common, sets)) {
                sets.add(common);
            }
        }
        return sets;
    }

    /** Whether a set lies within none of others; those that lie within it are dropped. */
    private static boolean isLargest(long[] set, List<long[]> others) {
        for (int i = others.size() - 1; i >= 0; i--) {
            long[] common = and(set, others.get(i));
            if (Arrays.equals(common, set)) {
                return false;
            }
            if (Arrays.equals(common, others.get(i))) {
                others.remove(i);
            }
        }
        return true;
    }

    private static long[] and(long[] a, long[] b) {
        long[] common = new long[a.length];
        for (int i = 0; i < a.length; i++) {
            common[i] = a[i] & b[i];
        }
        return common;
    }

    private static int size(long[] set) {
        int size = 0;
        for (long word : set) {
            size += Long.bitCount(word);
        }
        return size;
    }

    private static int first(long[] set) {
        int word = 0;
        while (set[word] == 0) {
            word++;
        }
        return word * Long.SIZE + Long.numberOfTrailingZeros(set[word]);
    }

    /** Eliminates the vertices chosen so far from one more, takes its largest rest as pivot, and gives its size. */
    private double choose(int vertex, int chosen) {
        System.arraycopy(high[vertex], 0, workHigh, 0, dimension);
        System.arraycopy(low[vertex], 0, workLow, 0, dimension);
        for (int row = 0; row < chosen; row++) {
            subtract(row, workHigh[pivots[row]], workLow[pivots[row]]);
        }
        int pivot = 0;
        for (int i = 1; i < dimension; i++) {
            if (Math.abs(workHigh[i]) > Math.abs(workHigh[pivot])) {
                pivot = i;
            }
        }
        pivots[chosen] = pivot;
        corners[chosen] = vertex;
        divide(chosen, workHigh[pivot], workLow[pivot]);
        return Math.abs(workHigh[pivot]);
    }

    /** Subtracts a multiple of a row from what is worked on. */
    private void subtract(int row, double factorHigh, double factorLow) {
        double[] rh = rowHigh[row];
        double[] rl = rowLow[row];
        for (int i = 0; i < dimension; i++) {
            double product = factorHigh * rh[i];
            double rest = Math.fma(factorHigh, rh[i], -product) + (factorHigh * rl[i] + factorLow * rh[i]);
            double a = workHigh[i];
            double sum = a - product;
            double b = sum - a;
            double error = (a - (sum - b)) + (-product - b) + (workLow[i] - rest);
            workHigh[i] = sum + error;
            workLow[i] = error - (workHigh[i] - sum);
        }
        workHigh[pivots[row]] = 0;
        workLow[pivots[row]] = 0;
    }

    /** Stores what is worked on, divided by a pivot, as a row. */
    private void divide(int row, double pivotHigh, double pivotLow) {
        for (int i = 0; i < dimension; i++) {
            double quotient = workHigh[i] / pivotHigh;
            double rest = Math.fma(-quotient, pivotHigh, workHigh[i]) + (workLow[i] - quotient * pivotLow);
            double correction = rest / pivotHigh;
            rowHigh[row][i] = quotient + correction;
            rowLow[row][i] = correction - (rowHigh[row][i] - quotient);
        }
    }

    /**
     * The part of the simplex that lies in a {@link Cone}, as simplices that overlap at most in their faces. Their order, and that of
     * their corners, is a function of the cone. Immutable once it is complete.
     */
    public static final class Simplices {
        private final int most;
        private final List<double[]> vertices;
        private final List<int[]> corners = new ArrayList<>();
        private final List<Double> shares = new ArrayList<>();
        private boolean isComplete = true;

        private Simplices(int most, List<double[]> vertices) {
            this.most = most;
            this.vertices = vertices;
        }

        /** Adds a simplex, unless there is no room for it. */
        void add(int[] simplex, double share) {
            if (corners.size() == most) {
                isComplete = false;
            } else {
                corners.add(simplex.clone());
                shares.add(share);
            }
        }

        /** Whether no simplex was left out. */
        boolean isComplete() {
            return isComplete;
        }

        /**
         * How many simplices there are.
         *
         * @return not negative; 0 if the cone has no interior
         */
        public int size() {
            return corners.size();
        }

        /**
         * The volume of a simplex relative to that of the whole.
         *
         * @param simplex its number
         * @return positive, at most 1 up to rounding
         */
        public double share(int simplex) {
            return shares.get(simplex);
        }

        /**
         * A corner of a simplex.
         *
         * @param simplex its number
         * @param corner number of the corner, one a dimension
         * @return number of the vertex
         */
        public int corner(int simplex, int corner) {
            return corners.get(simplex)[corner];
        }

        /**
         * How many vertices there are.
         *
         * @return not negative
         */
        public int vertices() {
            return vertices.size();
        }

        /**
         * A vertex.
         *
         * @param vertex its number
         * @return coordinates that sum to 1 up to rounding, each the nearest double
         */
        public double[] vertex(int vertex) {
            return vertices.get(vertex).clone();
        }
    }
}
