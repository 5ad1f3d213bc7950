package io.github.statecraft.score;

import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.text.Numbers;

/**
 * What weights from data have in common: the checks of a matrix of scores, children x units, how much each child varies,
 * and how children go together. Children are numbered from 1 in messages. Sums are correctly rounded, so that the order of
 * units changes nothing. Pure functions.
 */
final class Dispersion {
    /** A child whose scores differ by less than this part of the largest, in absolute value, counts as constant. */
    static final double CONSTANT = 1e-9;

    /** Scores beyond this are refused: their squares would leave the range of a double. */
    static final double LARGEST = 1e100;

    /** A difference of scores below this is none: its square would be lost. */
    private static final double SMALLEST = 1e-100;

    private static final int FEWEST_UNITS = 2;

    private Dispersion() {}

    /**
     * Refuses scores from which nothing can be weighted.
     *
     * @param what the method as it begins a sentence, such as "entropy weights"
     * @param scores children x units
     * @throws IllegalArgumentException if there is no child, fewer than 2 units, a row of another length, a score that is
     *     not finite or beyond {@link #LARGEST}, or a child that is constant
     */
    static void check(String what, double[][] scores) {
        if (scores.length == 0 || scores[0].length < FEWEST_UNITS) {
            throw new IllegalArgumentException(what + " need at least 1 child and " + FEWEST_UNITS
                    + " units with a score for every child but there were " + scores.length + " and "
                    + (scores.length == 0 ? 0 : scores[0].length) + "; weight the children by hand");
        }
        for (int child = 0; child < scores.length; child++) {
            if (scores[child].length != scores[0].length) {
                throw new IllegalArgumentException(what + " need as many scores for each child but child " + (child + 1)
                        + " has " + scores[child].length + " and child 1 has " + scores[0].length);
            }
            for (double score : scores[child]) {
                if (!(Math.abs(score) <= LARGEST)) {
                    throw new IllegalArgumentException(what + " need scores between -1e100 and 1e100 but child "
                            + (child + 1) + " has " + Numbers.shortest(score));
                }
            }
            if (isConstant(scores[child])) {
                throw new IllegalArgumentException(what + " need children that vary but child " + (child + 1) + " is "
                        + Numbers.shortest(scores[child][0]) + " for all " + scores[child].length
                        + " units; leave it out or weight the children by hand");
            }
        }
    }

    /** The largest score minus the smallest. */
    static double range(double[] scores) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            low = Math.min(low, score);
            high = Math.max(high, score);
        }
        return high - low;
    }

    /** The standard deviation with denominator n - 1, positive for what {@link #check} has passed. */
    static double standardDeviation(double[] scores) {
        double[] deviations = deviations(scores);
        return Math.sqrt(ExactSum.ofProducts(deviations, deviations) / (scores.length - 1));
    }

    /** The matrix of Pearson's correlations, children x children, symmetric to the last bit, ones on the diagonal. */
    static double[][] correlations(double[][] scores) {
        int n = scores.length;
        double[][] deviations = new double[n][];
        double[] lengths = new double[n];
        for (int i = 0; i < n; i++) {
            deviations[i] = deviations(scores[i]);
            lengths[i] = Math.sqrt(ExactSum.ofProducts(deviations[i], deviations[i]));
        }
        double[][] correlations = new double[n][n];
        for (int i = 0; i < n; i++) {
            correlations[i][i] = 1;
            for (int j = 0; j < i; j++) {
                double r = ExactSum.ofProducts(deviations[i], deviations[j]) / (lengths[i] * lengths[j]);
                correlations[i][j] = Math.min(Math.max(r, -1), 1);
                correlations[j][i] = correlations[i][j];
            }
        }
        return correlations;
    }

    /**
     * Each part divided by the sum of all.
     *
     * @param parts numbers of at least 0, with a positive sum
     * @return as many weights, which sum to 1 but for their rounding
     */
    static double[] shares(double[] parts) {
        double sum = ExactSum.of(parts);
        double[] shares = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            shares[i] = parts[i] / sum;
        }
        return shares;
    }

    private static boolean isConstant(double[] scores) {
        double largest = 0;
        for (double score : scores) {
            largest = Math.max(largest, Math.abs(score));
        }
        return range(scores) <= Math.max(CONSTANT * largest, SMALLEST);
    }

    private static double[] deviations(double[] scores) {
        double mean = ExactSum.of(scores) / scores.length;
        double[] deviations = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            deviations[i] = scores[i] - mean;
        }
        return deviations;
    }
}
