package io.github.statecraft.robustness;

import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import io.github.statecraft.score.method.Aggregation;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How the score of one unit is distributed over all weightings, exactly. The share of weightings under which it is at
 * most t is that under which {@code f(t) - sum(w f(s))} is not negative, with f as in {@link Criteria}: a linear
 * function of the weights, whose share the recursion of G. Varsi (Pacific J. Math. 46 (1973) 303-314) and M. M. Ali
 * (Pacific J. Math. 48 (1973) 313-322) gives. For two criteria the distribution is uniform, for more it has a density
 * that is a B-spline.
 *
 * <p>A unit that scores alike on all criteria has that score under all weights: its distribution is a step. Share of
 * weightings means what {@link WeightSpace} says; it is no probability.
 *
 * <p>Immutable, thread-safe, serialisable; equal if weight space and unit are equal.
 */
public final class ScoreDistribution implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final double HALF = 0.5;
    private static final double[] QUANTILES = {0.05, 0.25, 0.5, 0.75, 0.95};
    private static final double HUNDRED = 100;
    private static final int DIGITS = 5;

    private final WeightSpace space;
    private final String unit;
    /** What the score is a weighted mean of, by criterion. */
    private final transient double[] linear;
    /** That mean, at each corner of the set of weights. */
    private final transient double[] corners;

    private final transient double lowest;
    private final transient double highest;

    private ScoreDistribution(WeightSpace space, String unit) {
        this.space = space;
        this.unit = unit;
        Criteria criteria = space.criteria();
        double[] scores = new double[criteria.criteria().size()];
        linear = new double[scores.length];
        int row = criteria.row(unit);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = criteria.value(row, i);
            linear[i] = PowerMean.linear(criteria.aggregation(), scores[i]);
        }
        ExactShares shares = new ExactShares(space.region());
        corners = shares.atCorners(linear);
        double[] ends = shares.isWholeSimplex() ? scores : ends(corners, scores, criteria.aggregation());
        lowest = Arrays.stream(ends).min().orElseThrow() + 0.0;
        highest = Arrays.stream(ends).max().orElseThrow() + 0.0;
    }

    /** The scores at the corners, none beyond those of single criteria. */
    private static double[] ends(double[] corners, double[] scores, Aggregation mean) {
        double least = Arrays.stream(scores).min().orElseThrow();
        double most = Arrays.stream(scores).max().orElseThrow();
        return Arrays.stream(corners)
                .map(corner -> Math.min(Math.max(PowerMean.score(mean, corner), least), most))
                .toArray();
    }

    static ScoreDistribution of(WeightSpace space, String unit) {
        return new ScoreDistribution(space, unit);
    }

    /** What is worked out follows from space and unit, so it is not written. */
    @Serial
    private Object readResolve() {
        return new ScoreDistribution(space, unit);
    }

    /**
     * Over which weights of which criteria.
     *
     * @return the weight space
     */
    public WeightSpace space() {
        return space;
    }

    /**
     * Whose score it is.
     *
     * @return the id of the unit
     */
    public String unit() {
        return unit;
    }

    /**
     * The share of weightings under which the score is at most a value: the distribution function. Rises with t, up to
     * rounding; correct to some 1e-15 of its size, however small.
     *
     * @param t any score; not NaN
     * @return from 0 to 1; 1 from {@link #highest} on
     * @throws IllegalArgumentException if t is NaN
     */
    public double share(double t) {
        if (Double.isNaN(t)) {
            throw new IllegalArgumentException("ScoreDistribution.share needs a score but was given NaN");
        }
        return share(new ExactShares(space.region()), t);
    }

    private double share(ExactShares shares, double t) {
        if (!(t > lowest && t < highest)) {
            return t >= highest ? 1 : 0;
        }
        return shares.below(PowerMean.linear(space.criteria().aggregation(), t), linear, corners);
    }

    /**
     * The score that is not surpassed under a share of weightings: the smallest t of which {@link #share} is at least
     * p. Found by bisection down to neighbouring doubles.
     *
     * @param p a share, from 0 to 1
     * @return from {@link #lowest}, for 0, to {@link #highest}, for 1
     * @throws IllegalArgumentException if p is not in [0, 1]
     */
    public double quantile(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(
                    "ScoreDistribution.quantile needs a share in [0, 1] but was " + Numbers.shortest(p));
        }
        if (p == 0 || p == 1) {
            return p == 0 ? lowest : highest;
        }
        ExactShares shares = new ExactShares(space.region());
        double below = lowest;
        double notBelow = highest;
        while (true) {
            double middle = HALF * below + HALF * notBelow;
            if (!(middle > below && middle < notBelow)) {
                return notBelow;
            }
            if (share(shares, middle) >= p) {
                notBelow = middle;
            } else {
                below = middle;
            }
        }
    }

    /**
     * The mean score over all weightings: under an arithmetic mean that with the mean weights.
     *
     * @return empty under other means, of which it has no closed form without loss of digits; {@code quantile(0.5)} is
     *     the median
     */
    public OptionalDouble mean() {
        return space.criteria().aggregation() instanceof Aggregation.Arithmetic
                ? OptionalDouble.of(
                        Math.min(Math.max(new ExactShares(space.region()).mean(linear, corners), lowest), highest))
                : OptionalDouble.empty();
    }

    /**
     * The lowest score under any weights of the set.
     *
     * @return a score; over all weights the lowest on any criterion
     */
    public double lowest() {
        return lowest;
    }

    /**
     * The highest score under any weights of the set.
     *
     * @return a score; over all weights the highest on any criterion
     */
    public double highest() {
        return highest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScoreDistribution that && space.equals(that.space) && unit.equals(that.unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(space, unit);
    }

    /** A table: lowest and highest score, quantiles, and the mean where there is one. */
    @Override
    public String toString() {
        String label = CriteriaText.label(space.criteria(), unit);
        TextTable.Builder table = TextTable.builder()
                .title("Score of " + unit + (label.isEmpty() ? "" : " (" + label + ")") + " over "
                        + space.criteria().title() + "\n" + space.weights() + "; exact")
                .left("share of weightings")
                .right("score at most");
        table.row("lowest", Numbers.significant(lowest, DIGITS));
        for (double quantile : QUANTILES) {
            table.row(Numbers.fixed(HUNDRED * quantile, 0) + " %", Numbers.significant(quantile(quantile), DIGITS));
        }
        table.row("highest", Numbers.significant(highest, DIGITS));
        mean().ifPresent(mean -> table.note("Mean over all weightings: " + Numbers.significant(mean, DIGITS) + "."));
        table.note(CriteriaText.heldFixed(space.criteria()));
        return table.build().toString();
    }
}
