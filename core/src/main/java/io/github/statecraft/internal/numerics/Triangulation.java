package io.github.statecraft.internal.numerics;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of the simplex that lies in a {@link Cone}, as simplices that overlap at most in their faces. Their order, and that of
 * their corners, is a function of the cone. Immutable once it is complete.
 */
public final class Triangulation {
    private final int most;
    private final List<double[]> vertices;
    private final List<int[]> corners = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>();
    private boolean isComplete = true;

    Triangulation(int most, List<double[]> vertices) {
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
