package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/**
 * The weights nearest to the stated ones at which a unit overtakes another, or all others. At these weights the two tie (or the
 * unit ties with a rival); any step further, towards weights of the set at which it is ahead, puts it ahead. Only if the stated
 * weights lie outside the set may it be ahead already at the nearest ones inside.
 *
 * <p>Which weights are nearest depends on the norm, so the norm is always named. A short distance says that the order hangs on
 * the weights; it does not say that those other weights are any better.
 *
 * <p>Distances are in shares: 0.02 is two percentage points. Immutable, thread-safe, serialisable; equal if all of it is equal.
 */
public final class WeightFlip implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** How the distance between two weight vectors is measured. */
    public enum Norm {
        /**
         * The sum of absolute changes: how little weight has to move in all? What some criteria lose others gain, so twice that
         * is the distance. Few weights change.
         */
        MANHATTAN,
        /**
         * The root of the sum of squared changes: which weights are nearest in space? Most weights change a little, those more
         * on which the units differ more.
         */
        EUCLIDEAN,
        /**
         * The largest absolute change: how far must single weights be off, all at once if need be? The tolerance of every weight
         * within which the order is safe.
         */
        CHEBYSHEV
    }

    private final WeightSpace space;
    private final Norm norm;
    private final String ahead;
    private final String behind;
    private final boolean overtakesAll;
    private final boolean isNearest;
    private final ImmutableDoubleArray flipped;

    private WeightFlip(
            WeightSpace space,
            Norm norm,
            String ahead,
            String behind,
            boolean overtakesAll,
            boolean isNearest,
            ImmutableDoubleArray flipped) {
        this.space = space;
        this.norm = norm;
        this.ahead = ahead;
        this.behind = behind;
        this.overtakesAll = overtakesAll;
        this.isNearest = isNearest;
        this.flipped = flipped;
    }

    /** Where one unit overtakes another. */
    static WeightFlip ofPair(WeightSpace space, Norm norm, String ahead, String behind, double[] flipped) {
        return new WeightFlip(space, norm, ahead, behind, false, true, ImmutableDoubleArray.copyOf(flipped));
    }

    /** Where one unit takes the lead from another. */
    static WeightFlip ofLead(WeightSpace space, Norm norm, String leader, String behind, NearestLead.Answer answer) {
        return new WeightFlip(space, norm, leader, behind, true, answer.isNearest(), answer.weights());
    }

    /**
     * What is compared, and among which weights the nearest ones were sought.
     *
     * @return criteria and weight set
     */
    public WeightSpace space() {
        return space;
    }

    /**
     * How the distance is measured.
     *
     * @return the norm
     */
    public Norm norm() {
        return norm;
    }

    /**
     * Who is overtaken.
     *
     * @return id of a unit that is ahead at the stated weights; the first of all if all are overtaken
     */
    public String ahead() {
        return ahead;
    }

    /**
     * Who overtakes.
     *
     * @return id of a unit that is behind at the stated weights
     */
    public String behind() {
        return behind;
    }

    /**
     * Whether all others are overtaken, not only {@link #ahead}.
     *
     * @return true if asked for the lead
     */
    public boolean overtakesAll() {
        return overtakesAll;
    }

    /**
     * The weights at the flip.
     *
     * @return shares by criterion, which sum to 1 up to rounding
     */
    public ImmutableMap<String, Double> weights() {
        return byCriterion(flipped);
    }

    /**
     * What has to change.
     *
     * @return weight at the flip minus stated weight by criterion, in shares; they sum to 0 up to rounding
     */
    public ImmutableMap<String, Double> changes() {
        return byCriterion(ImmutableDoubleArray.copyOf(change()));
    }

    /**
     * Whether no weights of the set are nearer at which the order turns.
     *
     * @return false if rivals whose differences lie many powers of ten apart left the programmes without an answer: the unit
     *     leads at these weights, but others may be nearer
     */
    public boolean isNearest() {
        return isNearest;
    }

    /**
     * How far the weights at the flip lie from the stated ones.
     *
     * @return the norm of the changes, positive, in shares
     */
    public double distance() {
        return distance(norm);
    }

    /** The changes, measured otherwise. */
    double distance(Norm measure) {
        double[] change = change();
        return switch (measure) {
            case MANHATTAN -> Arrays.stream(change).map(Math::abs).reduce(0, Double::sum);
            case EUCLIDEAN -> Math.sqrt(Arrays.stream(change).map(x -> x * x).reduce(0, Double::sum));
            case CHEBYSHEV -> Arrays.stream(change).map(Math::abs).reduce(0, Math::max);
        };
    }

    private double[] change() {
        double[] change = space.criteria().statedWeights();
        for (int i = 0; i < change.length; i++) {
            change[i] = flipped.get(i) - change[i];
        }
        return change;
    }

    private ImmutableMap<String, Double> byCriterion(ImmutableDoubleArray numbers) {
        ImmutableList<String> criteria = space.criteria().criteria();
        ImmutableMap.Builder<String, Double> map = ImmutableMap.builder();
        for (int i = 0; i < criteria.size(); i++) {
            map.put(criteria.get(i), numbers.get(i));
        }
        return map.buildOrThrow();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeightFlip that
                && space.equals(that.space)
                && norm == that.norm
                && ahead.equals(that.ahead)
                && behind.equals(that.behind)
                && overtakesAll == that.overtakesAll
                && isNearest == that.isNearest
                && flipped.equals(that.flipped);
    }

    @Override
    public int hashCode() {
        return Objects.hash(space, norm, ahead, behind, overtakesAll, isNearest, flipped);
    }

    /** Stated weights, weights at the flip and changes by criterion, with the distance in words. */
    @Override
    public String toString() {
        return WeightFlipText.of(this);
    }
}
