package io.github.statecraft.score;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.numerics.LinearProgramme;
import io.github.statecraft.internal.numerics.LinearProgramme.Optimum;
import io.github.statecraft.internal.text.Numbers;
import java.util.Arrays;

/**
 * The weights that are best for one unit among those that give no peer more than 1: benefit of the doubt (W. Melyn and W.
 * Moesen, Public Economics Research Paper 17, KU Leuven 1991; L. Cherchye, W. Moesen, N. Rogge, T. Van Puyenbroeck, "An
 * introduction to 'benefit of the doubt' composite indicators", Social Indicators Research 82 (2007) 111-145; OECD/JRC
 * Handbook 2008, pp. 92-94). It is data envelopment analysis with one input that all units have alike.
 *
 * <p>Weights are not shares: they turn scores into points, so that a child in smaller units gets a larger weight and the
 * score does not depend on units of measurement. Compare units by the score, not by the weights. The score is unique and
 * accurate to 1e-9; where several sets of weights reach it, as for most units that score 1, which of them is given depends
 * on the order of children and peers. Immutable and thread-safe.
 *
 * @param weights w, for each child at least 0; they do not sum to 1
 * @param points w<sub>i</sub> y<sub>i</sub>, what each child gives; divided by the score they are the shares that bounds
 *     speak of
 * @param score the sum of points, in [0, 1]; 1 for a unit that no mixture of peers beats
 */
record BenefitOfTheDoubt(ImmutableDoubleArray weights, ImmutableDoubleArray points, double score) {
    /** A score this little below 1 is that of best practice: the rounding of its own computation. */
    static final double ACCURACY = 1e-9;

    /** By how much a share may miss its bounds. */
    static final double SHARE = 1e-6;

    /**
     * Finds a unit's best weights: maximise sum w<sub>i</sub> y<sub>i</sub> subject to sum w<sub>i</sub> y<sub>ji</sub>
     * &lt;= 1 for each peer j and for the unit itself, w &gt;= 0, and lower &lt;= w<sub>i</sub> y<sub>i</sub> / sum
     * w<sub>k</sub> y<sub>k</sub> &lt;= upper for each child i (Cherchye et al. 2007). One linear
     * programme of children x (units + 2 children).
     *
     * @param peers children x units, scores of at least 0; the unit itself may be among them or not; may have no units
     * @param own the unit's score for each child
     * @param lowerShare the smallest share of the score that each child gives, in [0, 1]; 0 for no bound
     * @param upperShare the largest, in [lowerShare, 1]; 1 for no bound
     * @return the best weights
     * @throws IllegalArgumentException if a score is negative or not finite, sizes differ, a child is 0 for the unit and
     *     all peers (its weight has no bound), no shares between the bounds sum to 1, or the unit cannot keep them because
     *     it has 0, or next to 0, for a child
     */
    static BenefitOfTheDoubt of(double[][] peers, double[] own, double lowerShare, double upperShare) {
        int n = own.length;
        checkShares(n, lowerShare, upperShare);
        double[] largest = largest(peers, own);
        boolean nothing = Arrays.stream(own).allMatch(score -> score == 0);
        if (nothing) {
            double[] zeros = new double[n];
            return new BenefitOfTheDoubt(ImmutableDoubleArray.copyOf(zeros), ImmutableDoubleArray.copyOf(zeros), 0);
        }
        checkZeros(own, lowerShare, upperShare);
        double[] scaled = new double[n];
        for (int i = 0; i < n; i++) {
            scaled[i] = own[i] / largest[i];
        }
        double[] weights = solve(rows(peers, scaled, largest, lowerShare, upperShare), peers[0].length + 1, scaled);
        double[] points = new double[n];
        for (int i = 0; i < n; i++) {
            points[i] = weights[i] * scaled[i];
            weights[i] /= largest[i];
        }
        double score = ExactSum.of(points);
        requireShares(points, score, lowerShare, upperShare);
        return new BenefitOfTheDoubt(
                ImmutableDoubleArray.copyOf(weights), ImmutableDoubleArray.copyOf(points), Math.min(1, score));
    }

    /**
     * The weights times the score of best practice; of best practice itself so that it scores that to the last bit, and units
     * that nobody beats tie.
     *
     * @param own the unit's score for each child, as it was weighted
     * @param bestPractice what best practice scores
     */
    TwofoldWeight[] coefficients(double[] own, double bestPractice) {
        double[] products = new double[own.length];
        Arrays.setAll(products, i -> bestPractice * weights.get(i));
        TwofoldWeight factor = TwofoldWeight.ONE;
        if (score >= 1 - ACCURACY) {
            double high = ExactSum.ofProducts(products, own);
            double low = ExactSum.ofProducts(
                    Doubles.concat(products, new double[] {-high}), Doubles.concat(own, new double[] {1}));
            factor = TwofoldWeight.share(bestPractice, new TwofoldWeight(high, low));
        }
        TwofoldWeight[] coefficients = new TwofoldWeight[own.length];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = new TwofoldWeight(products[i], 0).times(factor);
        }
        return coefficients;
    }

    /** In one line, such as {@code BenefitOfTheDoubt(score 0.9 with weights 0.01, 0)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("BenefitOfTheDoubt(score ").append(Numbers.shortest(score));
        for (int i = 0; i < weights.length(); i++) {
            text.append(i == 0 ? " with weights " : ", ").append(Numbers.shortest(weights.get(i)));
        }
        return text.append(')').toString();
    }

    private static double[] solve(double[][] rows, int units, double[] objective) {
        double[] limits = new double[rows.length];
        Arrays.fill(limits, 0, units, 1);
        double[] none = new double[objective.length];
        Arrays.fill(none, Double.POSITIVE_INFINITY);
        if (LinearProgramme.maximise(objective, rows, limits, new double[objective.length], none)
                instanceof Optimum optimum) {
            return optimum.x().toArray();
        }
        // weights of 0 keep all rows, and each weight is bounded by the unit that is largest in its child
        throw new ArithmeticException("benefit-of-the-doubt weights were not found for a unit of " + objective.length
                + " children among " + units + " units");
    }

    /** First a row for each peer and one for the unit, limit 1; then the bounds of shares, limit 0. */
    private static double[][] rows(
            double[][] peers, double[] own, double[] largest, double lowerShare, double upperShare) {
        int n = own.length;
        int units = peers[0].length;
        int lower = lowerShare > 0 ? n : 0;
        int upper = upperShare < 1 ? n : 0;
        double[][] rows = new double[units + 1 + lower + upper][n];
        for (int i = 0; i < n; i++) {
            for (int unit = 0; unit < units; unit++) {
                rows[unit][i] = peers[i][unit] / largest[i];
            }
            rows[units][i] = own[i];
            for (int k = 0; k < lower; k++) {
                rows[units + 1 + k][i] = lowerShare * own[i] - (k == i ? own[i] : 0);
            }
            for (int k = 0; k < upper; k++) {
                rows[units + 1 + lower + k][i] = (k == i ? own[i] : 0) - upperShare * own[i];
            }
        }
        return rows;
    }

    /** The largest score of each child, after checking all scores. */
    private static double[] largest(double[][] peers, double[] own) {
        if (own.length == 0 || peers.length != own.length) {
            throw new IllegalArgumentException(
                    "benefit-of-the-doubt weights need as many children of the peers as of the"
                            + " unit, at least 1, but there were " + peers.length + " and " + own.length);
        }
        double[] largest = new double[own.length];
        for (int i = 0; i < own.length; i++) {
            if (peers[i].length != peers[0].length) {
                throw new IllegalArgumentException("benefit-of-the-doubt weights need as many scores for each child but"
                        + " child " + (i + 1) + " has " + peers[i].length + " and child 1 has " + peers[0].length);
            }
            largest[i] = requireScore(i, own[i]);
            for (double score : peers[i]) {
                largest[i] = Math.max(largest[i], requireScore(i, score));
            }
            if (largest[i] == 0) {
                throw new IllegalArgumentException(
                        "benefit-of-the-doubt weights need children with a positive score but"
                                + " child " + (i + 1)
                                + " is 0 for all units, so that any weight of it is as good as another;"
                                + " leave it out");
            }
        }
        return largest;
    }

    private static double requireScore(int child, double score) {
        if (!(score >= 0 && score <= Dispersion.LARGEST)) {
            throw new IllegalArgumentException("benefit-of-the-doubt weights need scores between 0 and 1e100 but child "
                    + (child + 1) + " has " + Numbers.shortest(score) + "; normalise to a range of at least 0");
        }
        return score;
    }

    private static void checkShares(int children, double lowerShare, double upperShare) {
        if (!(lowerShare >= 0 && lowerShare <= upperShare && upperShare <= 1)) {
            throw new IllegalArgumentException(
                    "benefit-of-the-doubt weights need 0 <= lowerShare <= upperShare <= 1 but" + " they were "
                            + Numbers.shortest(lowerShare) + " and " + Numbers.shortest(upperShare));
        }
        if (children * lowerShare > 1 + LinearProgramme.FEASIBILITY
                || children * upperShare < 1 - LinearProgramme.FEASIBILITY) {
            throw new IllegalArgumentException("benefit-of-the-doubt weights need bounds between which the shares of "
                    + children + " children sum to 1 but they were " + Numbers.shortest(lowerShare) + " and "
                    + Numbers.shortest(upperShare));
        }
    }

    /** A score that is tiny beside a peer's is below what the programme can tell from 0. */
    private static void requireShares(double[] points, double score, double lowerShare, double upperShare) {
        for (int i = 0; i < points.length; i++) {
            boolean kept = points[i] >= (lowerShare - SHARE) * score && points[i] <= (upperShare + SHARE) * score;
            if (!(kept && score > 0)) {
                throw new IllegalArgumentException("benefit-of-the-doubt weights cannot keep the shares between "
                        + Numbers.shortest(lowerShare) + " and " + Numbers.shortest(upperShare)
                        + " for a unit whose score"
                        + " of child " + (i + 1)
                        + " is too small beside its peers'; normalise to a range well above 0");
            }
        }
    }

    private static void checkZeros(double[] own, double lowerShare, double upperShare) {
        int positive = 0;
        for (int i = 0; i < own.length; i++) {
            positive += own[i] > 0 ? 1 : 0;
            if (own[i] == 0 && lowerShare > 0) {
                throw new IllegalArgumentException("benefit-of-the-doubt weights cannot give child " + (i + 1)
                        + " a share of at least " + Numbers.shortest(lowerShare)
                        + " of a unit that has 0 for it; state a"
                        + " lower share of 0 or normalise to a range above 0");
            }
        }
        if (positive * upperShare < 1 - LinearProgramme.FEASIBILITY) {
            throw new IllegalArgumentException("benefit-of-the-doubt weights cannot give each child a share of at most "
                    + Numbers.shortest(upperShare) + " of a unit that has a positive score for " + positive
                    + " only; state a larger upper share or normalise to a range above 0");
        }
    }
}
