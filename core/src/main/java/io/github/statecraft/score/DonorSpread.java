package io.github.statecraft.score;

import io.github.statecraft.internal.numerics.Statistics;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.Optional;

/**
 * How far an imputed number may be off, as donors tell: the 5 % and 95 % quantiles (type 7 of Hyndman and Fan 1996) of their
 * residuals, what each donor has less what the method would have given it. The imputed number itself is always within.
 *
 * @param low what the lower end of the spread is above the imputed number, 0 or negative
 * @param high what the upper end of the spread is above the imputed number, 0 or positive
 */
record DonorSpread(double low, double high) implements Serializable {
    /** With fewer residuals there is no spread. */
    static final int LEAST_RESIDUALS = 5;

    private static final double LOW_QUANTILE = 0.05;
    private static final double HIGH_QUANTILE = 0.95;

    /** Checks that the imputed number is within the spread. */
    DonorSpread {
        if (!(low <= 0 && high >= 0)) {
            throw new IllegalArgumentException("DonorSpread must go from 0 or below to 0 or above but went from "
                    + Numbers.shortest(low) + " to " + Numbers.shortest(high));
        }
    }

    /**
     * The spread of some residuals.
     *
     * @param residuals residuals, NaN where there is none
     * @return the spread; empty if there are fewer than {@link #LEAST_RESIDUALS}
     */
    static Optional<DonorSpread> of(double[] residuals) {
        if (Statistics.count(residuals) < LEAST_RESIDUALS) {
            return Optional.empty();
        }
        return Optional.of(new DonorSpread(
                Math.min(0, Statistics.quantile(residuals, LOW_QUANTILE)),
                Math.max(0, Statistics.quantile(residuals, HIGH_QUANTILE))));
    }

    /** Both ends. */
    @Override
    public String toString() {
        return Numbers.shortest(low) + " to +" + Numbers.shortest(high);
    }
}
