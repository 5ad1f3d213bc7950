package io.github.statecraft.score;

import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.text.Numbers;

/**
 * Priorities from judgements of pairs, and how consistent the judgements are: the analytic hierarchy process (T. L. Saaty,
 * The Analytic Hierarchy Process, McGraw-Hill 1980; "Decision making with the analytic hierarchy process", International
 * Journal of Services Sciences 1 (2008) 83-98; OECD/JRC Handbook 2008, pp. 96-98).
 *
 * <p>Sums are correctly rounded: naming the children in another order permutes the priorities and changes no bit. Immutable
 * and thread-safe.
 *
 * @param priorities a positive weight for each child; they sum to 1
 * @param lambdaMax the largest eigenvalue of the matrix, at least n but for rounding, which {@link #TOLERANCE} bounds
 * @param consistencyIndex (lambdaMax - n) / (n - 1), at least 0; 0 for one child
 * @param consistencyRatio the index divided by that of random judgements, {@link #randomIndex}; 0 for one or two children,
 *     who cannot contradict each other; Saaty accepts up to 0.1
 */
record PairwiseComparison(
        ImmutableDoubleArray priorities, double lambdaMax, double consistencyIndex, double consistencyRatio) {
    /** The largest matrix with a random index; more children are grouped into pillars. */
    static final int MOST_CHILDREN = 15;

    /** Iteration ends where the bounds of the largest eigenvalue differ by this part of it. */
    static final double TOLERANCE = 1e-13;

    /** More iterations are not made; some ten are usual. */
    static final int MOST_ITERATIONS = 100_000;

    /** By how much the product of a judgement and its opposite may differ from 1. */
    static final double RECIPROCAL = 1e-9;

    /** Judgements of more than this to 1, or less than 1 to this, are refused; Saaty's scale ends at 9. */
    static final double LARGEST_JUDGEMENT = 1e9;

    /** The mean consistency index of random reciprocal matrices of size 1, 2, ..., 15 (Saaty 1980, p. 21). */
    private static final ImmutableDoubleArray RANDOM_INDEX =
            ImmutableDoubleArray.of(0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59);

    /**
     * Derives priorities from a matrix of judgements. Their consistency is that of the matrix, by its largest eigenvalue,
     * whichever way the priorities are derived.
     *
     * @param matrix children x children: entry (i, j) says how many times as important as child j child i is; positive, 1 on
     *     the diagonal, entry (j, i) = 1 / entry (i, j) to {@link #RECIPROCAL}; up to 15 children
     * @param geometricMean true for the geometric means of rows (G. Crawford and C. Williams, Journal of Mathematical
     *     Psychology 29 (1985) 387-405), false for the principal eigenvector (Saaty 1980), by power iteration from the
     *     geometric means until the bounds min and max of (A w)<sub>i</sub> / w<sub>i</sub>, between which the largest
     *     eigenvalue lies (L. Collatz, Mathematische Zeitschrift 48 (1942) 221-226), agree to {@link #TOLERANCE}
     * @return priorities and consistency
     * @throws IllegalArgumentException if the matrix breaks a rule above, or so contradictory that the iteration does not
     *     settle
     */
    static PairwiseComparison of(double[][] matrix, boolean geometricMean) {
        check(matrix);
        int n = matrix.length;
        double[] means = geometricMeans(matrix);
        double[] vector = means;
        double[] image = times(matrix, vector);
        int iterations = 0;
        while (!boundsAgree(vector, image)) {
            if (iterations++ == MOST_ITERATIONS) {
                throw new IllegalArgumentException("a pairwise comparison of " + n + " children did not settle within "
                        + MOST_ITERATIONS + " iterations; its judgements contradict each other too much");
            }
            vector = Dispersion.shares(image);
            image = times(matrix, vector);
        }
        double lambdaMax = ExactSum.of(image) / ExactSum.of(vector);
        double index = n == 1 ? 0 : Math.max(0, lambdaMax - n) / (n - 1);
        double random = randomIndex(n);
        return new PairwiseComparison(
                ImmutableDoubleArray.copyOf(geometricMean ? means : vector),
                lambdaMax,
                random == 0 ? 0 : index,
                random == 0 ? 0 : index / random);
    }

    /**
     * Saaty's random index.
     *
     * @param children 1 to 15
     * @return the mean consistency index of random judgements; 0 for 1 and 2
     */
    static double randomIndex(int children) {
        return RANDOM_INDEX.get(children - 1);
    }

    /** In one line, such as {@code PairwiseComparison(0.75, 0.25; consistency ratio 0)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("PairwiseComparison(");
        for (int i = 0; i < priorities.length(); i++) {
            text.append(i == 0 ? "" : ", ").append(Numbers.shortest(priorities.get(i)));
        }
        return text.append("; consistency ratio ")
                .append(Numbers.shortest(consistencyRatio))
                .append(')')
                .toString();
    }

    private static void check(double[][] matrix) {
        int n = matrix.length;
        if (!(n >= 1 && n <= MOST_CHILDREN)) {
            throw new IllegalArgumentException("a pairwise comparison needs between 1 and " + MOST_CHILDREN
                    + " children but there were " + n + "; group them into pillars");
        }
        for (int i = 0; i < n; i++) {
            if (matrix[i].length != n) {
                throw new IllegalArgumentException("a pairwise comparison needs a square matrix but row " + (i + 1)
                        + " of " + n + " has length " + matrix[i].length);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double one = matrix[i][j];
                double other = matrix[j][i];
                if (!(isJudgement(one) && isJudgement(other))) {
                    throw new IllegalArgumentException("a pairwise comparison needs judgements between 1e-9 and 1e9 but"
                            + at(i, j) + Numbers.shortest(one) + " and" + at(j, i) + Numbers.shortest(other));
                }
                if (i == j && one != 1) {
                    throw new IllegalArgumentException(
                            "a pairwise comparison needs 1 on the diagonal but" + at(i, i) + Numbers.shortest(one));
                }
                if (!(Math.abs(one * other - 1) <= RECIPROCAL)) {
                    throw new IllegalArgumentException("a pairwise comparison needs reciprocal judgements but"
                            + at(i, j)
                            + Numbers.shortest(one) + " and" + at(j, i) + Numbers.shortest(other) + "; state one as 1"
                            + " divided by the other");
                }
            }
        }
    }

    private static boolean isJudgement(double ratio) {
        return ratio >= 1 / LARGEST_JUDGEMENT && ratio <= LARGEST_JUDGEMENT;
    }

    private static String at(int row, int column) {
        return " entry (" + (row + 1) + ", " + (column + 1) + ") was ";
    }

    private static double[] geometricMeans(double[][] matrix) {
        int n = matrix.length;
        double[] logs = new double[n];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double[] terms = new double[n];
            for (int j = 0; j < n; j++) {
                terms[j] = StrictMath.log(matrix[i][j]);
            }
            logs[i] = ExactSum.of(terms) / n;
            largest = Math.max(largest, logs[i]);
        }
        double[] means = new double[n];
        for (int i = 0; i < n; i++) {
            means[i] = StrictMath.exp(logs[i] - largest);
        }
        return Dispersion.shares(means);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] image = new double[vector.length];
        for (int i = 0; i < image.length; i++) {
            image[i] = ExactSum.ofProducts(matrix[i], vector);
        }
        return image;
    }

    private static boolean boundsAgree(double[] vector, double[] image) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int i = 0; i < vector.length; i++) {
            low = Math.min(low, image[i] / vector[i]);
            high = Math.max(high, image[i] / vector[i]);
        }
        return high - low <= TOLERANCE * high;
    }
}
