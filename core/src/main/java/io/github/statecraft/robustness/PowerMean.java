package io.github.statecraft.robustness;

import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.numerics.Logarithm;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Aggregation;

/**
 * Means that rise with {@code sum(w f(s))}, f rising: quasi-arithmetic means (G. H. Hardy, J. E. Littlewood, G. Polya,
 * Inequalities, 2nd ed. (1952), chapter III). f is the identity, the logarithm, {@code s^p} or, for a negative p,
 * {@code -s^p}.
 */
final class PowerMean {
    private static final double HARMONIC = -1;

    private PowerMean() {}

    /** Whether an aggregation is such a mean. */
    static boolean is(Aggregation aggregation) {
        return aggregation instanceof Aggregation.Arithmetic
                || aggregation instanceof Aggregation.Geometric
                || aggregation instanceof Aggregation.Harmonic
                || aggregation instanceof Aggregation.Power;
    }

    static void check(Aggregation aggregation) {
        if (!is(aggregation)) {
            throw new IllegalArgumentException(
                    "Criteria.aggregation must be an arithmetic, geometric, harmonic or power mean" + " but was "
                            + aggregation);
        }
    }

    /** Checks that f has a value for a score, one that a double holds. */
    static void check(Aggregation aggregation, double score, String unit, String criterion) {
        boolean isDefined = aggregation instanceof Aggregation.Arithmetic
                || score > 0
                || (score == 0 && aggregation instanceof Aggregation.Power power && power.exponent() > 0);
        if (!isDefined) {
            throw new IllegalArgumentException("Criteria: weights of a " + aggregation
                    + " cannot be varied where a score is not positive, but " + criterion + " of "
                    + Problems.quote(unit) + " is " + Numbers.shortest(score)
                    + "; give it a range above 0, or leave the unit out");
        }
        double size = Math.abs(linear(aggregation, score));
        boolean isLost =
                !(aggregation instanceof Aggregation.Arithmetic || aggregation instanceof Aggregation.Geometric)
                        && score > 0
                        && size < Double.MIN_NORMAL;
        if (isLost || !(size <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("Criteria: under a " + aggregation + " " + criterion + " of "
                    + Problems.quote(unit) + ", " + Numbers.shortest(score) + ", is a power that is too "
                    + (isLost ? "small" : "large") + " for a double; change the range, or leave the unit out");
        }
    }

    /** f(s); NaN for NaN. */
    static double linear(Aggregation aggregation, double score) {
        if (Double.isNaN(score) || aggregation instanceof Aggregation.Arithmetic) {
            return score;
        }
        if (aggregation instanceof Aggregation.Geometric) {
            return Logarithm.of(score);
        }
        double exponent = aggregation instanceof Aggregation.Power power ? power.exponent() : HARMONIC;
        double power = exponent == HARMONIC ? 1 / score : StrictMath.pow(score, exponent);
        return exponent < 0 ? -power : power;
    }

    /** The mean of which {@code sum(w f(s))} is given; the inverse of f. */
    static double score(Aggregation aggregation, double sum) {
        if (aggregation instanceof Aggregation.Arithmetic) {
            return sum;
        }
        if (aggregation instanceof Aggregation.Geometric) {
            return StrictMath.exp(sum);
        }
        double exponent = aggregation instanceof Aggregation.Power power ? power.exponent() : HARMONIC;
        return StrictMath.pow(exponent < 0 ? -sum : sum, 1 / exponent);
    }
}
