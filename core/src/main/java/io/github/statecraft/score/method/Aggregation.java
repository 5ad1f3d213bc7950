package io.github.statecraft.score.method;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the scores of a pillar's children become its own. Methods differ in compensability: how far a good score makes up for
 * a bad one. In formulas s are the scores of the children and w their weights over the sum of weights, unless it says "as
 * stated". Immutable and thread-safe.
 *
 * <p>Contributions are counted from a <i>baseline</i>: a score of every child that a method states where zero would not do, and
 * zero for all others. Below arithmetic means and weighted sums that are not rescaled they add up to the score to the last
 * bit; {@link io.github.statecraft.score.Scorecard} says how exactly they do elsewhere.
 *
 * <p>Source where none is named: OECD/JRC, Handbook on Constructing Composite Indicators, 2008, pages 31-33 and 102-115.
 */
public sealed interface Aggregation extends Serializable {
    /** The weights in an OWA may be off a sum of 1 by so much: the rounding of decimals in a file, and no more. */
    double SUM_TOLERANCE = 1e-9;

    /** What a score of zero or less does where a method has no formula for it. */
    enum OnZero {
        /** Scoring fails and says which unit and child. */
        REFUSE,
        /** The pillar scores zero, the limit of the formula for a score that goes to zero; less than zero is refused. */
        ZERO
    }

    /** Weighted arithmetic mean {@code sum(w s)}: full compensability. */
    record Arithmetic() implements Aggregation {
        @Override
        public String toString() {
            return "arithmetic mean";
        }
    }

    /**
     * Weighted geometric mean {@code exp(sum(w ln s))}: the worse a score, the more a point of it counts. A unit of which
     * every child scores {@code baseline} scores it too, and contributions add up to the difference.
     *
     * @param baseline positive score of every child from which contributions are counted
     * @param onZero what a score of zero does
     */
    record Geometric(double baseline, OnZero onZero) implements Aggregation {
        /** Checks that the baseline is positive. */
        public Geometric {
            checkBaseline("Geometric", baseline);
            Objects.requireNonNull(onZero, "Aggregation.Geometric.onZero");
        }

        @Override
        public String toString() {
            return "geometric mean" + counted(baseline) + zeros(onZero);
        }
    }

    /**
     * Weighted harmonic mean {@code 1 / sum(w / s)}: less compensability than the geometric mean.
     *
     * @param baseline positive score of every child from which contributions are counted
     * @param onZero what a score of zero does
     */
    record Harmonic(double baseline, OnZero onZero) implements Aggregation {
        /** Checks that the baseline is positive. */
        public Harmonic {
            checkBaseline("Harmonic", baseline);
            Objects.requireNonNull(onZero, "Aggregation.Harmonic.onZero");
        }

        @Override
        public String toString() {
            return "harmonic mean" + counted(baseline) + zeros(onZero);
        }
    }

    /**
     * Weighted power mean {@code (sum(w s^p))^(1/p)}: the arithmetic mean for p = 1, the harmonic for p = -1, less
     * compensability the smaller p. Negative scores are refused. Source: P. S. Bullen, Handbook of Means and Their
     * Inequalities, Kluwer 2003, chapter III.
     *
     * @param exponent p, not zero; zero would be the geometric mean
     * @param baseline positive score of every child from which contributions are counted
     * @param onZero what a score of zero does if the exponent is negative
     */
    record Power(double exponent, double baseline, OnZero onZero) implements Aggregation {
        /** Checks exponent and baseline. */
        public Power {
            if (!(Double.isFinite(exponent) && exponent != 0)) {
                throw new IllegalArgumentException("Aggregation.Power.exponent must be finite and not zero but was "
                        + Numbers.shortest(exponent) + "; for zero take a geometric mean");
            }
            checkBaseline("Power", baseline);
            Objects.requireNonNull(onZero, "Aggregation.Power.onZero");
        }

        @Override
        public String toString() {
            return "power mean of exponent " + Numbers.shortest(exponent) + counted(baseline)
                    + (exponent < 0 ? zeros(onZero) : "");
        }
    }

    /**
     * Weighted product {@code product(s^w)} with the weights as stated: exponents, of which a negative one divides. So a
     * product of sub-indices has weights 1 and 1, a ratio 1 and -1. (With weights over their sum it would be the geometric
     * mean.) Scores must be positive; zero is allowed with a positive exponent. Every child is needed.
     *
     * @param baseline positive score of every child from which contributions are counted
     */
    record WeightedProduct(double baseline) implements Aggregation {
        /** Checks that the baseline is positive. */
        public WeightedProduct {
            checkBaseline("WeightedProduct", baseline);
        }

        @Override
        public String toString() {
            return "product with the weights as exponents" + counted(baseline);
        }
    }

    /**
     * Weighted sum {@code sum(w s)} with the weights as stated: coefficients, of which a negative one subtracts. So the
     * difference of two sub-indices has weights 1 and -1. Every child is needed.
     */
    record WeightedSum() implements Aggregation {
        @Override
        public String toString() {
            return "sum with the weights as coefficients";
        }
    }

    /** The smallest score of a child whose weight is not zero: no compensability. Apart from that, weights do not matter. */
    record Minimum() implements Aggregation {
        @Override
        public String toString() {
            return "minimum";
        }
    }

    /**
     * Ordered weighted average {@code sum(v_k s_(k))} with s_(1) the largest score: weights belong to places, not to
     * children, whose own weights do not matter. (1, 0, ..., 0) is the maximum, (0, ..., 0, 1) the minimum. Every child is
     * needed. Source: R. R. Yager, IEEE Transactions on Systems, Man and Cybernetics 18 (1988) 183-190.
     *
     * @param placeWeights weights of the largest score, the second largest and so on; not negative, sum 1 to {@link
     *     #SUM_TOLERANCE}, and taken over it
     */
    record OrderedWeighted(ImmutableList<Double> placeWeights) implements Aggregation {
        /** Checks the weights. */
        public OrderedWeighted {
            for (double weight : placeWeights) {
                if (!(weight >= 0 && weight <= 1)) {
                    throw new IllegalArgumentException(
                            "Aggregation.OrderedWeighted.placeWeights must be in [0, 1] but one was "
                                    + Numbers.shortest(weight));
                }
            }
            double sum = ExactSum.of(placeWeights.stream().mapToDouble(w -> w).toArray());
            if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
                throw new IllegalArgumentException(
                        "Aggregation.OrderedWeighted.placeWeights must sum to 1 but sum to " + Numbers.shortest(sum));
            }
            placeWeights = placeWeights.stream().map(weight -> weight + 0.0).collect(ImmutableList.toImmutableList());
        }

        @Override
        public String toString() {
            return "ordered weighted average, largest first "
                    + String.join(
                            ", ", placeWeights.stream().map(Numbers::shortest).toList());
        }
    }

    /**
     * How two children act together.
     *
     * @param first id of one
     * @param second id of the other
     * @param index from -1 to 1: positive if only both together help, negative if one is as good as both, 0 if they act
     *     apart
     */
    record Interaction(String first, String second, double index) implements Serializable {
        /** Checks that there are two children and the index is in range. */
        public Interaction {
            if (first.equals(second)) {
                throw new IllegalArgumentException(
                        "Aggregation.Interaction must be of two children but was of " + first + " with itself");
            }
            if (!(index >= -1 && index <= 1)) {
                throw new IllegalArgumentException("Aggregation.Interaction of " + first + " and " + second
                        + ": index must be in [-1, 1] but was " + Numbers.shortest(index));
            }
            index += 0.0;
        }

        private String smaller() {
            return first.compareTo(second) < 0 ? first : second;
        }

        private String larger() {
            return first.compareTo(second) < 0 ? second : first;
        }

        @Override
        public String toString() {
            return first + " and " + second + " " + Numbers.shortest(index);
        }
    }

    /**
     * Choquet integral of a 2-additive capacity, {@code sum(w s) - 1/2 sum(I_ij |s_i - s_j|)}: a mean in which pairs of
     * children may act together. The weights over their sum are the Shapley values of the capacity, I are its interaction
     * indices; for each child, half the sum of its |I| must not exceed its weight, so that no score does harm. A child that is
     * missing takes its interactions with it; one that is partly missing counts whole, its weight being that of its capacity.
     * Source: M.
     * Grabisch, "k-order additive discrete fuzzy measures and their representation", Fuzzy Sets and Systems 92 (1997)
     * 167-189.
     *
     * @param interactions pairs that interact, each once; those left out do not
     */
    record Choquet(ImmutableList<Interaction> interactions) implements Aggregation {
        /** Checks that no pair is there twice. */
        public Choquet {
            // by comparison, not by hash codes, which many texts may share
            Set<Interaction> pairs =
                    new TreeSet<>(Comparator.comparing(Interaction::smaller).thenComparing(Interaction::larger));
            for (Interaction pair : interactions) {
                if (!pairs.add(pair)) {
                    throw new IllegalArgumentException("Aggregation.Choquet must have each pair once but had "
                            + pair.first() + " and " + pair.second() + " twice");
                }
            }
        }

        @Override
        public String toString() {
            return "Choquet integral"
                    + (interactions.isEmpty()
                            ? ""
                            : ", interactions "
                                    + String.join(
                                            ", ",
                                            interactions.stream()
                                                    .map(Interaction::toString)
                                                    .toList()));
        }
    }

    /**
     * Weighted arithmetic mean.
     *
     * @return the method
     */
    static Aggregation arithmetic() {
        return new Arithmetic();
    }

    /**
     * Weighted geometric mean; a score of zero is refused.
     *
     * @param baseline positive score of every child from which contributions are counted
     * @return the method
     * @throws IllegalArgumentException if the baseline is not positive
     */
    static Aggregation geometric(double baseline) {
        return new Geometric(baseline, OnZero.REFUSE);
    }

    /**
     * Weighted harmonic mean; a score of zero is refused.
     *
     * @param baseline positive score of every child from which contributions are counted
     * @return the method
     * @throws IllegalArgumentException if the baseline is not positive
     */
    static Aggregation harmonic(double baseline) {
        return new Harmonic(baseline, OnZero.REFUSE);
    }

    /**
     * Weighted power mean; where the exponent is negative a score of zero is refused.
     *
     * @param exponent not zero
     * @param baseline positive score of every child from which contributions are counted
     * @return the method
     * @throws IllegalArgumentException if the exponent is zero or the baseline not positive
     */
    static Aggregation power(double exponent, double baseline) {
        return new Power(exponent, baseline, OnZero.REFUSE);
    }

    /**
     * Weighted product, the weights as stated.
     *
     * @param baseline positive score of every child from which contributions are counted
     * @return the method
     * @throws IllegalArgumentException if the baseline is not positive
     */
    static Aggregation weightedProduct(double baseline) {
        return new WeightedProduct(baseline);
    }

    /**
     * Weighted sum, the weights as stated.
     *
     * @return the method
     */
    static Aggregation weightedSum() {
        return new WeightedSum();
    }

    /**
     * The smallest score.
     *
     * @return the method
     */
    static Aggregation minimum() {
        return new Minimum();
    }

    /**
     * Ordered weighted average.
     *
     * @param placeWeights weights of the largest score, the second largest and so on
     * @return the method
     * @throws IllegalArgumentException if a weight is negative or they do not sum to 1
     */
    static Aggregation orderedWeighted(Iterable<Double> placeWeights) {
        return new OrderedWeighted(ImmutableList.copyOf(placeWeights));
    }

    /**
     * Choquet integral of a 2-additive capacity.
     *
     * @param interactions pairs that interact, each once
     * @return the method
     * @throws IllegalArgumentException if a pair is there twice
     */
    static Aggregation choquet(Iterable<Interaction> interactions) {
        return new Choquet(ImmutableList.copyOf(interactions));
    }

    private static void checkBaseline(String type, double baseline) {
        if (!(baseline > 0 && Double.isFinite(baseline))) {
            throw new IllegalArgumentException("Aggregation." + type + ".baseline must be positive but was "
                    + Numbers.shortest(baseline) + "; a score above 0 against which to attribute");
        }
    }

    private static String counted(double baseline) {
        return ", attributed against " + Numbers.shortest(baseline);
    }

    private static String zeros(OnZero onZero) {
        return onZero == OnZero.REFUSE ? "" : ", 0 if a score is 0";
    }
}
