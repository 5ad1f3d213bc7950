package io.github.statecraft.robustness;

import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.numerics.SimplexShare;
import io.github.statecraft.internal.text.Numbers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Shares of a set of weights on which a linear function is positive, exactly. A set that is a simplex is the image of the standard
 * one, so a function on it is given by its values at the corners; a Dirichlet distribution with whole parameters is the uniform
 * one on a larger simplex, in which each criterion stands as often as its parameter says. Other sets are measured as bodies by
 * {@link RegionGeometry}.
 *
 * <p>Exact means: but for the rounding of the recursion, the answer to the doubles given. What two units differ by at a corner is
 * rounded once, from exact products and sums; so it has the right sign, and is zero only where they are equal. Mutable, for one
 * thread.
 */
final class ExactShares {
    /** The largest sum of the parameters of a Dirichlet distribution: a function of so many coefficients costs a millisecond. */
    static final int MOST_PARAMETERS = 1_000;

    /** Rows with values above 2 to the 1000 are scaled down: their sums and differences might overflow. */
    private static final double LARGEST = 0x1p1000;

    private static final double SCALE = 0x1p-20;

    /** A difference smaller than this part of its terms, which are known to 106 bits, is worked out anew. */
    private static final double CANCELLATION = 0x1p-50;

    private final WeightRegion region;
    /** Corners x criteria. */
    private final double[][] corners;
    /** The set as a body with known corners, for polytopes; null where the set is a simplex. */
    private final @Nullable RegionGeometry polytope;
    /** Whether each corner puts all weight on one criterion. */
    private final boolean isWholeSimplex;
    /** The corner of each coefficient. */
    private final int[] repeated;

    private final SimplexShare workspace;

    ExactShares(WeightRegion region) {
        this.region = region;
        boolean isSimplex =
                region.set() instanceof WeightSet.Dirichlet || region.corners().isPresent();
        polytope = isSimplex ? null : RegionGeometry.ofMeasure(region, "shares under linear conditions");
        corners = polytope == null
                ? region.corners().orElseGet(() -> units(region.criteria().size()))
                : polytope.vertices();
        isWholeSimplex = Arrays.deepEquals(corners, units(corners.length));
        repeated = repeated(region);
        workspace = new SimplexShare(repeated.length);
    }

    private static double[][] units(int count) {
        double[][] units = new double[count][count];
        for (int i = 0; i < count; i++) {
            units[i][i] = 1;
        }
        return units;
    }

    /** Each corner as often as its parameter says: once but under a Dirichlet distribution. */
    private static int[] repeated(WeightRegion region) {
        double[] parameters = region.parameters();
        double sum = ExactSum.of(parameters);
        if (region.set() instanceof WeightSet.Dirichlet dirichlet && !(region.isWhole() && sum <= MOST_PARAMETERS)) {
            throw new IllegalArgumentException("WeightSpace: there is no exact answer under a " + dirichlet
                    + ": its parameters must be whole numbers with a sum of at most " + Numbers.grouped(MOST_PARAMETERS)
                    + " but sum to " + Numbers.shortest(sum) + "; ask Smaa, which answers by sampling");
        }
        int[] repeated = new int[(int) sum];
        int next = 0;
        for (int corner = 0; corner < parameters.length; corner++) {
            int end = next + (int) parameters[corner];
            Arrays.fill(repeated, next, end, corner);
            next = end;
        }
        return repeated;
    }

    /**
     * The share of the weights on which each unit is ahead of each other.
     *
     * @param rows units x criteria, finite
     * @return units x units, row by row; 0 for those that are alike
     */
    double[] pairs(double[][] rows) {
        int count = rows.length;
        double[] shares = new double[count * count];
        if (polytope != null) {
            return pairs(polytope, rows);
        }
        if (count > 2 && Arrays.stream(rows).anyMatch(ExactShares::isHuge)) {
            return oneByOne(rows);
        }
        double[][] scaled = scaled(rows);
        double[][] values = coefficients(scaled);
        double[][] rests = isWholeSimplex ? new double[0][] : rests(scaled, values);
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                int ahead = i * count + j;
                int behind = j * count + i;
                shares[ahead] = isWholeSimplex
                        ? workspace.ahead(values[i], values[j])
                        : workspace.share(difference(i, j, scaled, values, rests));
                shares[behind] = workspace.rest();
            }
        }
        return shares;
    }

    /** Each pair scaled for itself, so that a unit of huge values takes no digits from two of small ones. */
    private double[] oneByOne(double[][] rows) {
        int count = rows.length;
        double[] shares = new double[count * count];
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                double[] pair = pairs(new double[][] {rows[i], rows[j]});
                shares[i * count + j] = pair[1];
                shares[j * count + i] = pair[2];
            }
        }
        return shares;
    }

    private static double[] pairs(RegionGeometry polytope, double[][] rows) {
        int count = rows.length;
        double[] shares = new double[count * count];
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                double[] both = polytope.shares(rows[i], rows[j]);
                shares[i * count + j] = both[0];
                shares[j * count + i] = both[1];
            }
        }
        return shares;
    }

    /** The weighted sums at the corners, each rounded once. */
    private double[][] coefficients(double[][] rows) {
        double[][] values = new double[rows.length][repeated.length];
        for (int row = 0; row < rows.length; row++) {
            for (int k = 0; k < repeated.length; k++) {
                values[row][k] =
                        isWholeSimplex ? rows[row][repeated[k]] : ExactSum.ofProducts(corners[repeated[k]], rows[row]);
            }
        }
        return values;
    }

    /** By how much the weighted sums at the corners are more than what they are rounded to. */
    private double[][] rests(double[][] rows, double[][] values) {
        int criteria = corners.length;
        double[][] rests = new double[rows.length][criteria];
        for (int row = 0; row < rows.length; row++) {
            double[] terms = Arrays.copyOf(rows[row], criteria + 1);
            for (int corner = 0; corner < criteria; corner++) {
                double[] factors = Arrays.copyOf(corners[corner], criteria + 1);
                terms[criteria] = values[row][corner];
                factors[criteria] = -1;
                rests[row][corner] = ExactSum.ofProducts(factors, terms);
            }
        }
        return rests;
    }

    private double[] difference(int i, int j, double[][] rows, double[][] values, double[][] rests) {
        double[] difference = new double[corners.length];
        for (int k = 0; k < difference.length; k++) {
            double d = (values[i][k] - values[j][k]) + (rests[i][k] - rests[j][k]);
            boolean isCancelled =
                    Math.abs(d) <= CANCELLATION * Math.max(Math.abs(values[i][k]), Math.abs(values[j][k]));
            difference[k] = isCancelled ? exactDifference(corners[k], rows[i], rows[j]) : d;
        }
        return difference;
    }

    private static double exactDifference(double[] corner, double[] a, double[] b) {
        int criteria = corner.length;
        double[] factors = Arrays.copyOf(corner, 2 * criteria);
        double[] terms = Arrays.copyOf(a, 2 * criteria);
        for (int i = 0; i < criteria; i++) {
            factors[criteria + i] = -corner[i];
            terms[criteria + i] = b[i];
        }
        return ExactSum.ofProducts(factors, terms);
    }

    /**
     * The values of a weighted sum at the corners, none beyond the least and the largest of what is summed. All values of the sum
     * lie between the least and the largest of them.
     */
    double[] atCorners(double[] row) {
        if (isWholeSimplex) {
            return row.clone();
        }
        double least = Arrays.stream(row).min().orElseThrow();
        double most = Arrays.stream(row).max().orElseThrow();
        return Arrays.stream(corners)
                .mapToDouble(corner -> ExactSum.ofProducts(corner, row) / ExactSum.of(corner))
                .map(value -> Math.min(Math.max(value, least), most))
                .toArray();
    }

    /**
     * The share of the weights on which a sum is below a limit.
     *
     * @param limit between the least and the largest value at the corners
     * @param row what is summed, by criterion
     * @param values the sum at the corners, as {@link #atCorners} gives them, not all the same
     */
    double below(double limit, double[] row, double[] values) {
        if (polytope != null) {
            double[] limits = new double[row.length];
            Arrays.fill(limits, limit);
            return polytope.share(limits, row);
        }
        double scale = isHuge(values) ? SCALE : 1;
        double[] d = new double[repeated.length];
        for (int k = 0; k < d.length; k++) {
            d[k] = limit * scale - values[repeated[k]] * scale;
        }
        return workspace.share(d);
    }

    /**
     * The mean of a sum over all weights.
     *
     * @param row what is summed, by criterion
     * @param values the sum at the corners, as {@link #atCorners} gives them
     */
    double mean(double[] row, double[] values) {
        if (polytope != null) {
            return ExactSum.ofProducts(polytope.centroid(), row);
        }
        double scale = isHuge(values) ? SCALE : 1;
        double[] scaled = Arrays.stream(values).map(x -> x * scale).toArray();
        double[] parameters = region.parameters();
        return ExactSum.ofProducts(parameters, scaled) / ExactSum.of(parameters) / scale;
    }

    /** Whether each corner puts all weight on one criterion. */
    boolean isWholeSimplex() {
        return isWholeSimplex;
    }

    private static double[][] scaled(double[][] rows) {
        return Arrays.stream(rows).anyMatch(ExactShares::isHuge)
                ? Arrays.stream(rows)
                        .map(row -> Arrays.stream(row).map(x -> x * SCALE).toArray())
                        .toArray(double[][]::new)
                : rows;
    }

    private static boolean isHuge(double[] values) {
        return Arrays.stream(values).anyMatch(x -> Math.abs(x) > LARGEST);
    }
}
