package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which weights of the criteria are taken into account, and with what measure. Weights are not negative and sum to 1. The
 * measure is uniform (the volume) on every set but {@link Dirichlet}. Sets name criteria; whether they fit is checked where they
 * meet {@link Criteria}. Immutable, thread-safe, serialisable; equal if all attributes are equal.
 */
public sealed interface WeightSet extends Serializable {
    /** All weights. */
    record Simplex() implements WeightSet {
        @Override
        public String toString() {
            return "uniform over all weights";
        }
    }

    /**
     * Weights that do not rise along an order of importance.
     *
     * @param order every criterion, the most important first
     */
    record Ordered(ImmutableList<String> order) implements WeightSet {
        @Override
        public String toString() {
            return "uniform over weights with " + String.join(" >= ", order);
        }
    }

    /**
     * Weights above lower bounds.
     *
     * @param bounds the smallest weight by criterion, at least 0, in all below 1; criteria that are not named have 0
     */
    record LowerBounds(ImmutableMap<String, Double> bounds) implements WeightSet {
        /** Checks the bounds. */
        public LowerBounds {
            check("LowerBounds.bounds", "be in [0, 1] (write 30 % as 0.3)", bounds, bound -> bound >= 0 && bound <= 1);
        }

        @Override
        public String toString() {
            return "uniform over weights with " + listed(bounds, " >= ");
        }
    }

    /**
     * All weights, not uniformly: a Dirichlet distribution. Parameters of 1 give the uniform distribution; the larger they are,
     * the closer weights lie to their proportions. Exact answers need whole numbers.
     *
     * @param parameters by criterion, positive; criteria that are not named have 1
     */
    record Dirichlet(ImmutableMap<String, Double> parameters) implements WeightSet {
        /** Checks the parameters. */
        public Dirichlet {
            check("Dirichlet.parameters", "be positive", parameters, parameter -> parameter > 0);
        }

        @Override
        public String toString() {
            return "Dirichlet distribution of weights with " + listed(parameters, " ");
        }
    }

    /**
     * Weights that keep linear conditions.
     *
     * @param constraints the conditions, beside those that weights are not negative and sum to 1
     */
    record Polytope(ImmutableList<Constraint> constraints) implements WeightSet {
        @Override
        public String toString() {
            return constraints.isEmpty()
                    ? "uniform over all weights"
                    : "uniform over weights with "
                            + constraints.stream().map(Constraint::toString).collect(Collectors.joining("; "));
        }
    }

    /**
     * A condition on weights that sum to 1: {@code sum(coefficient x weight) >= limit}. Immutable, thread-safe, serialisable.
     *
     * @param coefficients by criterion, finite, at least one of them not zero; criteria that are not named have 0
     * @param limit a finite number
     */
    record Constraint(ImmutableMap<String, Double> coefficients, double limit) implements Serializable {
        /** Checks the numbers. */
        public Constraint {
            coefficients.forEach((criterion, coefficient) -> {
                if (!Double.isFinite(coefficient)) {
                    throw new IllegalArgumentException("WeightSet.Constraint.coefficients must be finite but that of "
                            + criterion + " was " + Numbers.shortest(coefficient));
                }
            });
            if (coefficients.values().stream().allMatch(coefficient -> coefficient == 0)) {
                throw new IllegalArgumentException(
                        "WeightSet.Constraint.coefficients must have one that is not zero but were " + coefficients);
            }
            if (!Double.isFinite(limit)) {
                throw new IllegalArgumentException(
                        "WeightSet.Constraint.limit must be finite but was " + Numbers.shortest(limit));
            }
        }

        /**
         * A weight has a lower bound.
         *
         * @param criterion a criterion
         * @param limit its smallest weight, from 0 to 1
         * @return the condition
         */
        public static Constraint atLeast(String criterion, double limit) {
            return new Constraint(ImmutableMap.of(criterion, 1.0), limit);
        }

        /**
         * A weight has an upper bound.
         *
         * @param criterion a criterion
         * @param limit its largest weight, from 0 to 1
         * @return the condition
         */
        public static Constraint atMost(String criterion, double limit) {
            return new Constraint(ImmutableMap.of(criterion, -1.0), -limit);
        }

        /**
         * A criterion counts at least as much as another.
         *
         * @param more a criterion
         * @param less another
         * @return the condition
         */
        public static Constraint notBelow(String more, String less) {
            if (more.equals(less)) {
                throw new IllegalArgumentException(
                        "WeightSet.Constraint.notBelow needs two criteria but was given " + more + " twice");
            }
            return new Constraint(ImmutableMap.of(more, 1.0, less, -1.0), 0);
        }

        /**
         * Any linear condition.
         *
         * @param coefficients by criterion
         * @param limit what {@code sum(coefficient x weight)} is at least
         * @return the condition
         */
        public static Constraint of(Map<String, Double> coefficients, double limit) {
            return new Constraint(ImmutableMap.copyOf(coefficients), limit);
        }

        /** The condition in one line, such as {@code 1 reach - 1 money >= 0}. */
        @Override
        public String toString() {
            return coefficients.entrySet().stream()
                            .map(entry -> (entry.getValue() < 0 ? "- " : "+ ")
                                    + Numbers.shortest(Math.abs(entry.getValue())) + " " + entry.getKey())
                            .collect(Collectors.joining(" "))
                            .replaceFirst("^\\+ ", "")
                    + " >= " + Numbers.shortest(limit + 0.0);
        }
    }

    /**
     * {@return all weights, uniformly}
     */
    static WeightSet simplex() {
        return new Simplex();
    }

    /**
     * Weights of which only the order is known.
     *
     * @param mostImportantFirst every criterion once
     * @return the set
     */
    static WeightSet ordered(String... mostImportantFirst) {
        return new Ordered(ImmutableList.copyOf(mostImportantFirst));
    }

    /**
     * Weights above lower bounds.
     *
     * @param bounds the smallest weight by criterion; criteria that are not named have 0
     * @return the set
     * @throws IllegalArgumentException if a bound is negative or not finite
     */
    static WeightSet atLeast(Map<String, Double> bounds) {
        return new LowerBounds(ImmutableMap.copyOf(bounds));
    }

    /**
     * Weights between bounds.
     *
     * @param lower the smallest weight by criterion; criteria that are not named have 0
     * @param upper the largest weight by criterion; criteria that are not named have 1
     * @return the set
     * @throws IllegalArgumentException if a bound is not in [0, 1]
     */
    static WeightSet between(Map<String, Double> lower, Map<String, Double> upper) {
        check("between.lower", "be in [0, 1] (write 30 % as 0.3)", lower, bound -> bound >= 0 && bound <= 1);
        check("between.upper", "be in [0, 1] (write 30 % as 0.3)", upper, bound -> bound >= 0 && bound <= 1);
        ImmutableList.Builder<Constraint> constraints = ImmutableList.builder();
        lower.forEach((criterion, bound) -> constraints.add(Constraint.atLeast(criterion, bound)));
        upper.forEach((criterion, bound) -> constraints.add(Constraint.atMost(criterion, bound)));
        return new Polytope(constraints.build());
    }

    /**
     * Weights around some that are more likely.
     *
     * @param parameters by criterion, positive; criteria that are not named have 1
     * @return the set
     * @throws IllegalArgumentException if a parameter is not positive and finite
     */
    static WeightSet dirichlet(Map<String, Double> parameters) {
        return new Dirichlet(ImmutableMap.copyOf(parameters));
    }

    /**
     * Weights that keep linear conditions.
     *
     * @param constraints the conditions
     * @return the set
     */
    static WeightSet polytope(Constraint... constraints) {
        return new Polytope(ImmutableList.copyOf(Arrays.asList(constraints)));
    }

    private static void check(
            String owner, String rule, Map<String, Double> numbers, java.util.function.DoublePredicate isAllowed) {
        numbers.forEach((criterion, number) -> {
            if (!(isAllowed.test(number) && Double.isFinite(number))) {
                throw new IllegalArgumentException("WeightSet." + owner + " must " + rule + " but that of " + criterion
                        + " was " + Numbers.shortest(number));
            }
        });
    }

    private static String listed(ImmutableMap<String, Double> numbers, String between) {
        return numbers.entrySet().stream()
                .map(entry -> entry.getKey() + between + Numbers.shortest(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
