package io.github.statecraft.score;

import io.github.statecraft.internal.numerics.Statistics;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Treatment;

/** The limits that two percentiles of a reference are. */
final class PercentileCaps {
    private PercentileCaps() {}

    /**
     * The limits.
     *
     * @param percentiles which
     * @param reference values, at least two different
     * @throws IllegalArgumentException if both percentiles are the same value
     */
    static Caps of(Treatment.PercentileCap percentiles, double[] reference) {
        if (reference.length == 0) {
            throw new IllegalArgumentException("Treatment.PercentileCap needs a unit with a value in the reference");
        }
        double low =
                percentiles.low() == 0 ? Double.NEGATIVE_INFINITY : Statistics.percentile(reference, percentiles.low());
        double high = percentiles.high() == 100
                ? Double.POSITIVE_INFINITY
                : Statistics.percentile(reference, percentiles.high());
        if (!(low < high)) {
            throw new IllegalArgumentException("Treatment.PercentileCap needs two different values at the percentiles "
                    + Numbers.shortest(percentiles.low()) + " and " + Numbers.shortest(percentiles.high())
                    + " but both were " + Numbers.shortest(low));
        }
        return new Caps(low, high);
    }
}
