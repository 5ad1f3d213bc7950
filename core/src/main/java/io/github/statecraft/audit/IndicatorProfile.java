package io.github.statecraft.audit;

import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.Objects;

/**
 * One indicator: how many units have it, and the shape of its values before treatment, after it, and as scores.
 *
 * <p>Immutable, thread-safe, serialisable.
 *
 * @param indicator its id in the framework
 * @param units how many units hold a rank, with or without a score
 * @param known how many of these have a value, after denomination
 * @param filled how many units with a score have one here without a value, by imputation or by the missing-data policy
 * @param scores how many units with a score have one here
 * @param distinct how many different scores there are
 * @param mostCommon how many units have the score that most units have
 * @param before the shape of the values before treatment, of the units that have a score
 * @param treated the shape of the values after treatment
 * @param score the shape of the scores, on the common scale
 */
public record IndicatorProfile(
        String indicator,
        int units,
        int known,
        int filled,
        int scores,
        int distinct,
        int mostCommon,
        Shape before,
        Shape treated,
        Shape score)
        implements Serializable {
    /** Checks that nothing is null. */
    public IndicatorProfile {
        Objects.requireNonNull(indicator, "IndicatorProfile.indicator");
        Objects.requireNonNull(before, "IndicatorProfile.before");
        Objects.requireNonNull(treated, "IndicatorProfile.treated");
        Objects.requireNonNull(score, "IndicatorProfile.score");
    }

    /**
     * The share of units that have a value.
     *
     * @return 0 to 1; 0 if there is no unit
     */
    public double coverage() {
        return share(known, units);
    }

    /**
     * The share of scores that are different ones.
     *
     * @return 0 to 1; 0 if there is no score
     */
    public double distinctShare() {
        return share(distinct, scores);
    }

    /**
     * The share of units with the score that most units have.
     *
     * @return 0 to 1; 0 if there is no score
     */
    public double mostCommonShare() {
        return share(mostCommon, scores);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** In words. */
    @Override
    public String toString() {
        return indicator + ": " + known + " of " + units + " units have a value (" + Numbers.fixed(100 * coverage(), 0)
                + "%), " + filled + " filled in; " + distinct + " different scores of " + scores
                + ", skewness / kurtosis " + before + " before treatment, " + treated + " after, " + score
                + " as scores";
    }
}
