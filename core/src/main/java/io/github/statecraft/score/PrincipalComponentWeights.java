package io.github.statecraft.score;

import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.numerics.SymmetricEigen;
import io.github.statecraft.internal.text.Numbers;

/**
 * Weights of children from the principal components of their correlation matrix.
 *
 * <p>All take scores as children x units, at least 2 units, complete cases only, higher is better, and give a weight of at
 * least 0 for each child that sum to 1; a single child has weight 1. They say which children vary together, not which
 * matter (OECD/JRC, Handbook on Constructing Composite Indicators, 2008, pp. 89-91). Where the components are not unique,
 * because eigenvalues are equal to {@link #EQUAL}, there are no such weights and the call fails. The order of units changes
 * no bit, the order of children none but the last ones. Pure functions; cost grows with children squared x units.
 */
final class PrincipalComponentWeights {
    /** Eigenvalues of a correlation matrix that differ by less than this count as equal, and so do they and 1. */
    static final double EQUAL = 1e-9;

    /** A loading closer to 0 than this is 0. */
    private static final double NO_LOADING = 1e-9;

    private static final String WHAT = "principal-component weights";

    private PrincipalComponentWeights() {}

    /** How loadings become weights. */
    enum Loadings {
        /**
         * The loadings, divided by their sum. The literature's first principal component (COINr's get_PCA gives these
         * undivided, its weighted means divide by the sum). Children that load against the others are refused, since a
         * negative weight would punish a good score.
         */
        AS_THEY_ARE,
        /**
         * The squares of the loadings, which sum to 1: the share of the first component that is the child's. Whether a
         * child goes with the others or against them makes no difference.
         */
        SQUARED
    }

    /**
     * From the first principal component, the weighted sum of standardised children with the largest variance.
     *
     * @param scores children x units
     * @param loadings how its loadings become weights
     * @return weights that sum to 1
     * @throws IllegalArgumentException if there are fewer than 2 units, a child is constant, a score is not finite, the
     *     first component is not unique, or loadings {@link Loadings#AS_THEY_ARE} have different signs
     */
    static double[] firstComponent(double[][] scores, Loadings loadings) {
        Dispersion.check(WHAT, scores);
        SymmetricEigen eigen = SymmetricEigen.of(Dispersion.correlations(scores));
        requireUnique(eigen, 1);
        double[] vector = eigen.vector(0).toArray();
        double[] parts = new double[vector.length];
        for (int i = 0; i < parts.length; i++) {
            if (loadings == Loadings.AS_THEY_ARE && vector[i] < -NO_LOADING) {
                throw new IllegalArgumentException(WHAT + " need children that go with one another but child " + (i + 1)
                        + " goes against the first component (loading " + Numbers.significant(vector[i], 3)
                        + "); check its direction or take squared loadings");
            }
            parts[i] = loadings == Loadings.SQUARED ? vector[i] * vector[i] : Math.max(vector[i], 0);
        }
        return Dispersion.shares(parts);
    }

    /**
     * From rotated components, as many as have an eigenvalue above 1, at least one: {@link #rotated(double[][], int)} with
     * the rule of H. F. Kaiser, Educational and Psychological Measurement 20 (1960) 141-151.
     *
     * @param scores children x units
     * @return weights that sum to 1
     * @throws IllegalArgumentException as {@link #rotated(double[][], int)}
     */
    static double[] rotated(double[][] scores) {
        Dispersion.check(WHAT, scores);
        SymmetricEigen eigen = SymmetricEigen.of(Dispersion.correlations(scores));
        int factors = 1;
        while (factors < scores.length && eigen.value(factors) > 1 + EQUAL) {
            factors++;
        }
        return rotated(eigen, factors);
    }

    /**
     * From rotated components (G. Nicoletti, S. Scarpetta, O. Boylaud, OECD Economics Department Working Paper 226, 2000;
     * Handbook 2008, pp. 89-91): the loadings of the first components are rotated by {@link Varimax}; their squares are
     * scaled to sum 1 within each factor; each child goes to the factor in which that is largest, the first of several;
     * its weight is that squared loading times the factor's share of the variance that the factors explain together; in the
     * end the weights are divided by their sum.
     *
     * @param scores children x units
     * @param factors how many components are kept, 1 to the number of children
     * @return weights that sum to 1
     * @throws IllegalArgumentException if factors is out of range, there are fewer than 2 units, a child is constant, a
     *     score is not finite, the last component kept is not unique, a child loads on none, or the rotation does not settle
     */
    static double[] rotated(double[][] scores, int factors) {
        Dispersion.check(WHAT, scores);
        if (!(factors >= 1 && factors <= scores.length)) {
            throw new IllegalArgumentException(
                    WHAT + " need between 1 and " + scores.length + " factors but " + factors + " were asked for");
        }
        return rotated(SymmetricEigen.of(Dispersion.correlations(scores)), factors);
    }

    private static double[] rotated(SymmetricEigen eigen, int factors) {
        requireUnique(eigen, factors);
        double[][] squares = squared(Varimax.rotate(loadings(eigen, factors)));
        double[] explained = new double[factors];
        for (int f = 0; f < factors; f++) {
            explained[f] = ExactSum.of(column(squares, f));
        }
        double[] shares = Dispersion.shares(explained);
        double[] parts = new double[squares.length];
        for (int i = 0; i < parts.length; i++) {
            int best = 0;
            for (int f = 1; f < factors; f++) {
                if (squares[i][f] / explained[f] > squares[i][best] / explained[best]) {
                    best = f;
                }
            }
            parts[i] = squares[i][best] / explained[best] * shares[best];
        }
        return Dispersion.shares(parts);
    }

    /** The loadings of the first components, children x factors: eigenvectors times the roots of their eigenvalues. */
    private static double[][] loadings(SymmetricEigen eigen, int factors) {
        double[][] loadings = new double[eigen.size()][factors];
        for (int f = 0; f < factors; f++) {
            double root = Math.sqrt(Math.max(eigen.value(f), 0));
            for (int i = 0; i < eigen.size(); i++) {
                loadings[i][f] = eigen.vector(f).get(i) * root;
            }
        }
        for (int i = 0; i < loadings.length; i++) {
            if (Math.sqrt(ExactSum.ofProducts(loadings[i], loadings[i])) <= NO_LOADING) {
                throw new IllegalArgumentException(WHAT + " need children that the components explain but child "
                        + (i + 1) + " loads on none of " + factors + "; leave it out or keep more factors");
            }
        }
        return loadings;
    }

    private static void requireUnique(SymmetricEigen eigen, int factors) {
        if (factors < eigen.size() && eigen.value(factors - 1) - eigen.value(factors) <= EQUAL) {
            throw new IllegalArgumentException(WHAT + " need components that are unique but eigenvalues " + factors
                    + " and " + (factors + 1) + " are both " + Numbers.significant(eigen.value(factors), 6)
                    + "; weight the children by hand");
        }
    }

    private static double[][] squared(double[][] loadings) {
        double[][] squares = new double[loadings.length][loadings[0].length];
        for (int i = 0; i < squares.length; i++) {
            for (int f = 0; f < squares[i].length; f++) {
                squares[i][f] = loadings[i][f] * loadings[i][f];
            }
        }
        return squares;
    }

    private static double[] column(double[][] matrix, int index) {
        double[] column = new double[matrix.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = matrix[i][index];
        }
        return column;
    }
}
