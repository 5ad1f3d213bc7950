package io.github.statecraft.robustness;

import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.numerics.ExactSum;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The nearest weights at which a unit leads, brought to a tie where rivals of very different sizes left the programmes without
 * one. Differences are {@code rival - unit}.
 */
final class NearestLead {
    /** A tie: a rival is ahead or behind by no more, relative to the terms of its difference under the weights. */
    private static final double TIE = 1e-10;

    /** Each step corrects the rounding of the one before. */
    private static final int STEPS = 3;

    private final WeightRegion region;
    private final List<double[]> differences;
    private final double[] stated;
    private final WeightFlip.Norm norm;

    NearestLead(WeightRegion region, List<double[]> differences, double[] stated, WeightFlip.Norm norm) {
        this.region = region;
        this.differences = differences;
        this.stated = stated;
        this.norm = norm;
    }

    /**
     * Weights at which the unit leads.
     *
     * @param isNearest false if nearer ones may exist
     */
    record Answer(ImmutableDoubleArray weights, boolean isNearest) {
        @Override
        public String toString() {
            return isNearest ? "nearest" : "leading";
        }
    }

    /**
     * The nearest weights, or where rounding leaves the programmes without them, others on the way to the best.
     *
     * @param best weights of the set at which the unit is strictly ahead of all rivals
     */
    Answer answer(double[] best) {
        Optional<double[]> programmed = programmed();
        double[] weights = programmed.orElse(best);
        for (int step = 0; step < STEPS && isAhead(weights); step++) {
            weights = between(weights, best, untilNoneIsAhead(weights, best));
        }
        if (isBehind(weights) && isInSet(stated)) {
            weights = between(weights, stated, untilOneTies(weights));
        }
        boolean isNearest = programmed.isPresent() && isNear(weights, programmed.orElseThrow());
        return new Answer(ImmutableDoubleArray.copyOf(weights), isNearest);
    }

    /** By the programmes; rivals that are nowhere ahead never bind. */
    private Optional<double[]> programmed() {
        List<double[]> binding = differences.stream()
                .filter(difference -> Arrays.stream(difference).anyMatch(d -> d > 0))
                .toList();
        try {
            return Optional.of(new WeightProgrammes(region, binding).nearest(stated, norm));
        } catch (ArithmeticException roundingLeftNoAnswer) {
            return Optional.empty();
        }
    }

    private static boolean isNear(double[] weights, double[] others) {
        for (int i = 0; i < weights.length; i++) {
            if (!(Math.abs(weights[i] - others[i]) <= WeightProgrammes.MARGIN)) {
                return false;
            }
        }
        return true;
    }

    private boolean isAhead(double[] weights) {
        return differences.stream().anyMatch(d -> ahead(d, weights) > TIE * terms(d, weights));
    }

    /** Whether the unit is clear of all rivals. */
    private boolean isBehind(double[] weights) {
        return differences.stream().allMatch(d -> ahead(d, weights) < -TIE * terms(d, weights));
    }

    private boolean isInSet(double[] weights) {
        return Arrays.stream(region.conditions())
                .allMatch(condition -> ahead(condition, weights) >= -TIE * terms(condition, weights));
    }

    /** How far to go towards the best weights. */
    private double untilNoneIsAhead(double[] weights, double[] best) {
        double share = 0;
        for (double[] difference : differences) {
            double here = ahead(difference, weights);
            double there = ahead(difference, best);
            if (here > 0 && there < 0) {
                share = Math.max(share, here / (here - there));
            }
        }
        return share;
    }

    /** How far to go towards the stated weights. */
    private double untilOneTies(double[] weights) {
        double share = 1;
        for (double[] difference : differences) {
            double here = ahead(difference, weights);
            double there = ahead(difference, stated);
            if (there > 0) {
                share = Math.min(share, here / (here - there));
            }
        }
        return share;
    }

    private static double[] between(double[] from, double[] to, double share) {
        double[] between = new double[from.length];
        for (int i = 0; i < between.length; i++) {
            between[i] = from[i] + share * (to[i] - from[i]);
        }
        return between;
    }

    private static double ahead(double[] difference, double[] weights) {
        return ExactSum.ofProducts(difference, weights);
    }

    private static double terms(double[] difference, double[] weights) {
        double terms = 0;
        for (int i = 0; i < weights.length; i++) {
            terms += Math.abs(difference[i]) * weights[i];
        }
        return terms;
    }
}
