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
 */
final class Aggregator {
    /** Powers closer to zero than this give the same mean. */
    private static final double SMALLEST_EXPONENT = 1e-100;

    private final Pillar pillar;
    private final String[] children;
    private final double[] weights;
    private final boolean isSupposed;

    /**
     * The formula of a pillar.
     *
     * @param pillar the pillar
     * @param children ids of the children that are there; kept, not to be changed
     * @param weights their weights; kept, not to be changed
     * @param isSupposed whether the scores are supposed, not known, as those at the ends of intervals: one of zero or less
     *     then makes a mean zero that would refuse it
     */
    Aggregator(Pillar pillar, String[] children, double[] weights, boolean isSupposed) {
        this.pillar = pillar;
        this.children = children;
        this.weights = weights;
        this.isSupposed = isSupposed;
    }

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
            return sum(unit, weights, scores);
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
            return ordered(ordered, unit, scores);
        }
        return choquet((Aggregation.Choquet) aggregation, unit, scores);
    }

    /**
     * The sum of products.
     *
     * @throws IllegalArgumentException if it is too large for a double
     */
    private double sum(String unit, double[] coefficients, double[] scores) {
        try {
            return ExactSum.ofProducts(coefficients, scores);
        } catch (ArithmeticException e) {
            throw tooLarge(pillar.id(), unit, e);
        }
    }

    static IllegalArgumentException tooLarge(String pillar, String unit, RuntimeException cause) {
        return new IllegalArgumentException(
                "Pillar " + pillar + " of " + unit
                        + ": the scores of its children come to more than a double holds; normalise them to a smaller range",
                cause);
    }

    /** Whether a score of zero makes the mean zero. */
    private boolean isZero(String mean, String unit, double[] scores, Aggregation.OnZero onZero) {
        boolean found = false;
        for (int i = 0; i < scores.length; i++) {
            if (weights[i] > 0 && !(scores[i] > 0)) {
                boolean counts = isSupposed || (scores[i] == 0 && onZero == Aggregation.OnZero.ZERO);
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
                + "; give it a range above 0, or aggregate otherwise");
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
            if (weights[i] > 0 && scores[i] < 0 && !isSupposed) {
                throw refused("a power mean needs scores that are not negative", unit, i, scores[i]);
            }
        }
        if (power.exponent() < 0 && isZero("a power mean with a negative exponent", unit, scores, power.onZero())) {
            return 0;
        }
        return powerMean(scores, power.exponent());
    }

    /**
     * Scaled by the largest score, below an exponent of zero by the smallest, so that no power is above 1. Near an exponent of
     * zero, where all powers are near 1, by what they are less than 1.
     */
    private double powerMean(double[] scores, double exponent) {
        double scale = scale(scores, exponent > 0);
        if (scale == 0) {
            return 0;
        }
        boolean isSmall = Math.abs(exponent) < 1;
        double p = Math.copySign(Math.max(Math.abs(exponent), SMALLEST_EXPONENT), exponent);
        double[] terms = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            if (weights[i] > 0) {
                double score = Math.max(0, scores[i]);
                terms[i] = isSmall
                        ? StrictMath.expm1(p * logarithm(score, scale))
                        : p == -1 ? scale / score : StrictMath.pow(score / scale, p);
            }
        }
        double sum = ExactSum.ofProducts(weights, terms);
        double mean = isSmall
                ? scale * StrictMath.exp(StrictMath.log1p(Math.max(-1, sum)) / p)
                : p == -1 ? scale / sum : scale * StrictMath.pow(sum, 1 / p);
        return within(scores, mean);
    }

    /** The largest or the smallest score that has a weight, at least zero. */
    private double scale(double[] scores, boolean isLargest) {
        double scale = isLargest ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            if (weights[i] > 0) {
                scale = isLargest ? Math.max(scale, scores[i]) : Math.min(scale, scores[i]);
            }
        }
        return scale;
    }

    /** The logarithm of a ratio, which may itself be too large or too small for a double. */
    private static double logarithm(double score, double scale) {
        double ratio = score / scale;
        return score == 0 || (ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE)
                ? StrictMath.log(ratio)
                : StrictMath.log(score) - StrictMath.log(scale);
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
        for (int i = 0; i < scores.length; i++) {
            if (weights[i] == 0 || scores[i] > 0) {
                continue;
            }
            if (weights[i] < 0) {
                throw refused("what a product divides by must be positive", unit, i, scores[i]);
            }
            if (scores[i] < 0 && !isSupposed) {
                throw refused("a product needs scores that are not negative", unit, i, scores[i]);
            }
            isZero = true;
        }
        if (isZero) {
            return 0;
        }
        double quotient = product(scores, 1) / product(scores, -1);
        double product = isNormal(quotient) ? quotient : ofLogarithms(unit, scores);
        if (!Double.isFinite(product)) {
            throw tooLarge(pillar.id(), unit, new ArithmeticException("the product is too large for a double"));
        }
        return product;
    }

    /**
     * The product of the factors with exponents of one sign, from the smallest up, so that the order of the children changes
     * nothing; NaN if it leaves the range of normal doubles on the way.
     */
    private double product(double[] scores, int sign) {
        double[] factors = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            double exponent = Math.max(0, sign * weights[i]);
            factors[i] = exponent == 1 ? scores[i] : exponent == 0 ? 1 : StrictMath.pow(scores[i], exponent);
        }
        Arrays.sort(factors);
        double product = 1;
        for (double factor : factors) {
            product *= factor;
            if (!(isNormal(factor) && isNormal(product))) {
                return Double.NaN;
            }
        }
        return product;
    }

    private static boolean isNormal(double x) {
        return x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE;
    }

    private double ofLogarithms(String unit, double[] scores) {
        try {
            return StrictMath.exp(weightedLogs(scores));
        } catch (ArithmeticException e) {
            throw tooLarge(pillar.id(), unit, e);
        }
    }

    private double minimum(double[] scores) {
        double minimum = Double.POSITIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            minimum = weights[i] > 0 ? Math.min(minimum, scores[i]) : minimum;
        }
        return minimum;
    }

    /** Weights that sum to 1 but for the decimals of a file are taken over their sum. */
    private double ordered(Aggregation.OrderedWeighted ordered, String unit, double[] scores) {
        double[] smallestFirst = scores.clone();
        Arrays.sort(smallestFirst);
        int last = scores.length - 1;
        double[] places = new double[scores.length];
        for (int place = 0; place <= last; place++) {
            places[last - place] = ordered.placeWeights().get(place);
        }
        double mean = sum(unit, places, smallestFirst) / ExactSum.of(places);
        return Math.max(smallestFirst[0], Math.min(smallestFirst[last], mean));
    }

    private double choquet(Aggregation.Choquet choquet, String unit, double[] scores) {
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
                if (!Double.isFinite(terms[at])) {
                    throw tooLarge(pillar.id(), unit, new ArithmeticException("two scores are too far apart"));
                }
            }
            at++;
        }
        return within(scores, sum(unit, coefficients, terms));
    }

    @Override
    public String toString() {
        return pillar.id() + ": " + pillar.aggregation() + " of " + String.join(", ", children);
    }
}
