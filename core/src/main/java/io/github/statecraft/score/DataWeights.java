package io.github.statecraft.score;

import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.text.Numbers;

/**
 * Weights of children from how their scores vary among units.
 *
 * <p>All take scores as children x units, at least 2 units, complete cases only, higher is better, and give a weight for
 * each child, positive unless stated otherwise, that sum to 1. The order of units changes no bit; the order of children is
 * that of the weights. A child whose scores are all equal has no such weight and is refused. Standard deviations have the
 * denominator n - 1; with n the weights would be the same. Pure functions; a pass over the scores each, {@link #critic} one
 * for each pair of children.
 */
final class DataWeights {
    /** Children whose correlation is this close to 1 tell the same and count as perfectly correlated. */
    private static final double PERFECT = 1e-9;

    private DataWeights() {}

    /**
     * In proportion to the standard deviation: who varies more counts more. Depends on the scales of the children, so give
     * them a common one (D. Diakoulaki, G. Mavrotas, L. Papayannakis, Computers &amp; Operations Research 22 (1995)
     * 763-770).
     *
     * @param scores children x units
     * @return weights that sum to 1
     * @throws IllegalArgumentException if there are fewer than 2 units, a child is constant or a score is not finite
     */
    static double[] standardDeviation(double[][] scores) {
        Dispersion.check("standard-deviation weights", scores);
        return Dispersion.shares(standardDeviations(scores));
    }

    /**
     * In inverse proportion to the standard deviation, so that a point of each child moves a typical unit equally: the
     * weights inside the sub-indexes of the Global Gender Gap Index (R. Hausmann, L. D. Tyson, S. Zahidi, The Global Gender
     * Gap Report 2006, World Economic Forum, chapter 1).
     *
     * @param scores children x units
     * @return weights that sum to 1
     * @throws IllegalArgumentException if there are fewer than 2 units, a child is constant or a score is not finite
     */
    static double[] inverseStandardDeviation(double[][] scores) {
        Dispersion.check("inverse-standard-deviation weights", scores);
        double[] deviations = standardDeviations(scores);
        double[] inverses = new double[deviations.length];
        for (int i = 0; i < inverses.length; i++) {
            inverses[i] = 1 / deviations[i];
        }
        return Dispersion.shares(inverses);
    }

    /**
     * In proportion to 1 - e, with e = - sum p ln p / ln n the entropy of the child's scores, p a unit's share of their sum
     * and n the number of units; 0 ln 0 = 0 (C. E. Shannon, Bell System Technical Journal 27 (1948) 379-423; C.-L. Hwang and
     * K. Yoon, Multiple Attribute Decision Making, Springer 1981). Computed as 1 - e = sum p ln(n p) / ln n,
     * which loses less for children that vary little.
     *
     * @param scores children x units, at least 0
     * @return weights that sum to 1
     * @throws IllegalArgumentException if there are fewer than 2 units, a child is constant, or a score is negative or not
     *     finite
     */
    static double[] entropy(double[][] scores) {
        Dispersion.check("entropy weights", scores);
        double[] divergences = new double[scores.length];
        for (int child = 0; child < scores.length; child++) {
            double mean = ExactSum.of(scores[child]) / scores[child].length;
            double[] terms = new double[scores[child].length];
            for (int unit = 0; unit < terms.length; unit++) {
                double score = scores[child][unit];
                if (score < 0) {
                    throw new IllegalArgumentException("entropy weights need scores of at least 0 but child "
                            + (child + 1) + " has " + Numbers.shortest(score)
                            + "; normalise to a range of at least 0 or take other weights");
                }
                terms[unit] = score == 0 ? 0 : score / mean * logOfRatio(score, mean);
            }
            divergences[child] = ExactSum.of(terms);
            if (!(divergences[child] > 0)) {
                throw new IllegalArgumentException("entropy weights need children that vary but the entropy of child "
                        + (child + 1) + " is that of equal scores; leave it out or weight the children by hand");
            }
        }
        return Dispersion.shares(divergences);
    }

    /** ln(score / mean), accurate where the two are close and where the score is much the smaller. */
    private static double logOfRatio(double score, double mean) {
        return score < mean / 2
                ? StrictMath.log(score) - StrictMath.log(mean)
                : StrictMath.log1p((score - mean) / mean);
    }

    /**
     * CRITIC, criteria importance through intercriteria correlation: in proportion to s<sub>i</sub> sum<sub>j</sub> (1 -
     * r<sub>ij</sub>), with s<sub>i</sub> the standard deviation of the scores of a child after min-max normalisation over
     * these units and r<sub>ij</sub> Pearson's correlation (D. Diakoulaki, G. Mavrotas, L. Papayannakis, "Determining
     * objective weights in multiple criteria problems: the CRITIC method", Computers &amp; Operations Research 22 (1995)
     * 763-770). A single child has weight 1.
     *
     * @param scores children x units
     * @return weights that sum to 1
     * @throws IllegalArgumentException if there are fewer than 2 units, a child is constant, a score is not finite, or all
     *     children are perfectly correlated, which leaves none any information of its own
     */
    static double[] critic(double[][] scores) {
        Dispersion.check("CRITIC weights", scores);
        int n = scores.length;
        if (n == 1) {
            return new double[] {1};
        }
        double[] deviations = standardDeviations(scores);
        double[][] correlations = Dispersion.correlations(scores);
        double[] information = new double[n];
        boolean any = false;
        for (int i = 0; i < n; i++) {
            double[] conflicts = new double[n];
            for (int j = 0; j < n; j++) {
                double conflict = 1 - correlations[i][j];
                conflicts[j] = conflict > PERFECT ? conflict : 0;
            }
            information[i] = deviations[i] / Dispersion.range(scores[i]) * ExactSum.of(conflicts);
            any |= information[i] > 0;
        }
        if (!any) {
            throw new IllegalArgumentException("CRITIC weights need children that differ but all " + n
                    + " are perfectly correlated; keep one of them or weight them by hand");
        }
        return Dispersion.shares(information);
    }

    private static double[] standardDeviations(double[][] scores) {
        double[] deviations = new double[scores.length];
        for (int child = 0; child < scores.length; child++) {
            deviations[child] = Dispersion.standardDeviation(scores[child]);
        }
        return deviations;
    }
}
