package io.github.statecraft.robustness;

import io.github.statecraft.internal.numerics.ConeVolume;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.work.RandomBits;
import java.util.List;
import java.util.Optional;

/**
 * Uniform weights in a polytope of few dimensions, each draw independent of the others, however flat it is: a simplex of a
 * triangulation by its share of the volume, then a uniform point of it from exponential numbers (L. Devroye, Non-Uniform Random
 * Variate Generation (1986), chapter XI, theorem 4.1 and section XI.2.5).
 */
final class TriangulationSampler implements WeightSampler {
    /** A set of more simplices is drawn from in another way. */
    static final int MOST_SIMPLICES = 200_000;

    private final double[][] vertices;
    /** Simplices x corners: numbers of vertices. */
    private final int[][] corners;
    /** The share of each simplex and of those before it. */
    private final double[] shares;

    private final long seed;

    private TriangulationSampler(ConeVolume.Simplices simplices, int criteria, long seed) {
        vertices = new double[simplices.vertices()][];
        for (int vertex = 0; vertex < vertices.length; vertex++) {
            vertices[vertex] = simplices.vertex(vertex);
        }
        corners = new int[simplices.size()][criteria];
        shares = new double[corners.length];
        double sum = 0;
        for (int simplex = 0; simplex < corners.length; simplex++) {
            sum += simplices.share(simplex);
            shares[simplex] = sum;
            for (int corner = 0; corner < criteria; corner++) {
                corners[simplex][corner] = simplices.corner(simplex, corner);
            }
        }
        this.seed = seed;
    }

    /** The sampler of a set; empty if it has too many criteria or simplices. */
    static Optional<TriangulationSampler> of(WeightRegion region, long seed) {
        int criteria = region.criteria().size();
        if (criteria > RegionGeometry.MOST_CRITERIA) {
            return Optional.empty();
        }
        return RegionGeometry.ofSet(region, "draws")
                .cone(List.of())
                .simplices(MOST_SIMPLICES)
                .filter(simplices -> simplices.size() > 0)
                .map(simplices -> new TriangulationSampler(simplices, criteria, seed));
    }

    @Override
    public int blockSize() {
        return SimplexSampler.BLOCK_SIZE;
    }

    @Override
    public Block block(int number) {
        RandomBits bits = RandomBits.of(seed, number);
        double[] chosen = new double[TileRanks.TILE];
        double[][] parts = new double[corners[0].length][TileRanks.TILE];
        return (weights, count) -> {
            WeightSampler.uniform(bits, chosen, count);
            SimplexSampler.simplex(bits, parts, count);
            for (int draw = 0; draw < count; draw++) {
                place(corners[simplex(chosen[draw])], parts, weights, draw);
            }
        };
    }

    /** The simplex in which a part of the whole volume lies, simplices taken in their order. */
    private int simplex(double part) {
        double volume = part * shares[shares.length - 1];
        int low = 0;
        int high = shares.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (volume < shares[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void place(int[] simplex, double[][] parts, double[][] weights, int draw) {
        for (int i = 0; i < weights.length; i++) {
            double sum = 0;
            for (int corner = 0; corner < simplex.length; corner++) {
                sum += parts[corner][draw] * vertices[simplex[corner]][i];
            }
            weights[i][draw] = sum;
        }
    }

    @Override
    public String toString() {
        return "drawn independently, from the set cut into "
                + (corners.length == 1 ? "1 simplex" : Numbers.grouped(corners.length) + " simplices");
    }
}
