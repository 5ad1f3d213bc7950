package io.github.statecraft.score;

import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.numerics.Logarithm;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Aggregation;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The formula of one pillar, from scores and weights of its children that are there to its score. Weights are shares that sum
 * to one, or coefficients or exponents as stated.
 *
 * @param pillar the pillar
 * @param children ids of the children that are there
 * @param weights their weights
 * @param zeroCounts whether a score of zero or less makes a mean zero that would refuse it: for the ends of intervals
 */
record Aggregator(Pillar pillar, String[] children, double[] weights, boolean zeroCounts) {
    /** The score of every child from which contributions are counted, if the method needs one. */
    static OptionalDouble baseline(Aggregation aggregation) {
        if (aggregation instanceof Aggregation.Geometric geometric) {
            return OptionalDouble.of(geometric.baseline());
        }
        if (aggregation instanceof Aggregation.Harmonic harmonic) {
            return OptionalDouble.of(harmonic.baseline());
        }
        if (aggregation instanceof Aggregation.Power power) {
            return OptionalDouble.of(power.baseline());
        }
        if (aggregation instanceof Aggregation.WeightedProduct product) {
            return OptionalDouble.of(product.baseline());
        }
        return OptionalDouble.empty();
    }

    /**
     * The score.
     *
     * @param unit whose, for errors
     * @param scores of the children, in their order
     * @throws IllegalArgumentException if a score is zero or less where the formula has no value for it
     */
    double of(String unit, double[] scores) {
        Aggregation aggregation = pillar.aggregation();
        if (aggregation instanceof Aggregation.Arithmetic || aggregation instanceof Aggregation.WeightedSum) {
            return ExactSum.ofProducts(weights, scores);
        }
        if (aggregation instanceof Aggregation.Geometric geometric) {
            return isZero("a geometric mean", unit, scores, geometric.onZero())
                    ? 0
                    : within(scores, StrictMath.exp(weightedLogs(scores)));
        }
        if (aggregation instanceof Aggregation.Harmonic harmonic) {
            return isZero("a harmonic mean", unit, scores, harmonic.onZero()) ? 0 : powerMean(scores, -1);
        }
        if (aggregation instanceof Aggregation.Power power) {
            return power(power, unit, scores);
        }
        if (aggregation instanceof Aggregation.WeightedProduct) {
            return product(unit, scores);
        }
        if (aggregation instanceof Aggregation.Minimum) {
            return minimum(scores);
        }
        if (aggregation instanceof Aggregation.OrderedWeighted ordered) {
            double[] sorted = scores.clone();
            Arrays.sort(sorted);
            double[] reversed = new double[sorted.length];
            for (int place = 0; place < sorted.length; place++) {
                reversed[place] = sorted[sorted.length - 1 - place];
            }
            return ExactSum.ofProducts(
                    ordered.placeWeights().stream().mapToDouble(w -> w).toArray(), reversed);
        }
        return choquet((Aggregation.Choquet) aggregation, scores);
    }

    /** Whether a score of zero makes the mean zero. */
    private boolean isZero(String mean, String unit, double[] scores, Aggregation.OnZero onZero) {
        boolean found = false;
        for (int i = 0; i < scores.length; i++) {
            if (weights[i] > 0 && !(scores[i] > 0)) {
                boolean counts = zeroCounts || (scores[i] == 0 && onZero == Aggregation.OnZero.ZERO);
                if (!counts) {
                    throw refused(mean + " needs positive scores", unit, i, scores[i]);
                }
                found = true;
            }
        }
        return found;
    }

    private IllegalArgumentException refused(String rule, String unit, int child, double score) {
        return new IllegalArgumentException("Pillar " + pillar.id() + ": " + rule + ", but " + children[child] + " of "
                + unit + " scores " + (score == 0 ? "0" : Numbers.shortest(score))
                + "; move its goalposts or aggregate otherwise");
    }

    private double weightedLogs(double[] scores) {
        double[] logs = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            logs[i] = weights[i] == 0 ? 0 : Logarithm.of(scores[i]);
        }
        return ExactSum.ofProducts(weights, logs);
    }

    private double power(Aggregation.Power power, String unit, double[] scores) {
        for (int i = 0; i < scores.length; i++) {
            if (weights[i] > 0 && scores[i] < 0 && !zeroCounts) {
                throw refused("a power mean needs scores that are not negative", unit, i, scores[i]);
            }
        }
        if (power.exponent() < 0 && isZero("a power mean with a negative exponent", unit, scores, power.onZero())) {
            return 0;
        }
        return powerMean(scores, power.exponent());
    }

    /** Scaled by the largest score, so that no power overflows. */
    private double powerMean(double[] scores, double exponent) {
        double largest = 0;
        for (int i = 0; i < scores.length; i++) {
            largest = weights[i] > 0 ? Math.max(largest, scores[i]) : largest;
        }
        if (largest == 0) {
            return 0;
        }
        double[] powers = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            powers[i] = weights[i] > 0 ? StrictMath.pow(Math.max(0, scores[i]) / largest, exponent) : 0;
        }
        double mean = ExactSum.ofProducts(weights, powers);
        return within(scores, largest * (exponent == -1 ? 1 / mean : StrictMath.pow(mean, 1 / exponent)));
    }

    /** A mean lies between the smallest and the largest score that has a weight. */
    private double within(double[] scores, double mean) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            if (weights[i] > 0) {
                low = Math.min(low, scores[i]);
                high = Math.max(high, scores[i]);
            }
        }
        return Math.max(low, Math.min(high, mean));
    }

    private double product(String unit, double[] scores) {
        boolean isZero = false;
        double[] used = scores.clone();
        for (int i = 0; i < scores.length; i++) {
            if (weights[i] == 0 || scores[i] > 0) {
                continue;
            }
            if (weights[i] < 0) {
                throw refused("what a product divides by must be positive", unit, i, scores[i]);
            }
            if (scores[i] < 0 && !zeroCounts) {
                throw refused("a product needs scores that are not negative", unit, i, scores[i]);
            }
            isZero = true;
        }
        if (isZero) {
            return 0;
        }
        double product = 1;
        for (int i = 0; i < used.length; i++) {
            product *= weights[i] == 1 ? used[i] : weights[i] == 0 ? 1 : StrictMath.pow(used[i], weights[i]);
        }
        if (!Double.isFinite(product)) {
            throw new IllegalArgumentException(
                    "Pillar " + pillar.id() + " of " + unit + ": the product is too large for a double");
        }
        return product;
    }

    private double minimum(double[] scores) {
        double minimum = Double.POSITIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            minimum = weights[i] > 0 ? Math.min(minimum, scores[i]) : minimum;
        }
        return minimum;
    }

    private double choquet(Aggregation.Choquet choquet, double[] scores) {
        double[] coefficients =
                Arrays.copyOf(weights, weights.length + choquet.interactions().size());
        double[] terms = Arrays.copyOf(scores, coefficients.length);
        int at = weights.length;
        for (Aggregation.Interaction pair : choquet.interactions()) {
            int first = Arrays.asList(children).indexOf(pair.first());
            int second = Arrays.asList(children).indexOf(pair.second());
            if (first >= 0 && second >= 0) {
                coefficients[at] = -pair.index() / 2;
                terms[at] = Math.abs(scores[first] - scores[second]);
            }
            at++;
        }
        return ExactSum.ofProducts(coefficients, terms);
    }

    @Override
    public String toString() {
        return pillar.id() + ": " + pillar.aggregation() + " of " + String.join(", ", children);
    }
}
