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
            check("LowerBounds.bounds", "not be negative", bounds, bound -> bound >= 0);
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
    record Polytope(ImmutableList<WeightConstraint> constraints) implements WeightSet {
        @Override
        public String toString() {
            return constraints.isEmpty()
                    ? "uniform over all weights"
                    : "uniform over weights with "
                            + constraints.stream()
                                    .map(WeightConstraint::toString)
                                    .collect(Collectors.joining("; "));
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
     */
    static WeightSet between(Map<String, Double> lower, Map<String, Double> upper) {
        ImmutableList.Builder<WeightConstraint> constraints = ImmutableList.builder();
        lower.forEach((criterion, bound) -> constraints.add(WeightConstraint.atLeast(criterion, bound)));
        upper.forEach((criterion, bound) -> constraints.add(WeightConstraint.atMost(criterion, bound)));
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
    static WeightSet polytope(WeightConstraint... constraints) {
        return new Polytope(ImmutableList.copyOf(Arrays.asList(constraints)));
    }

    private static void check(
            String owner,
            String rule,
            ImmutableMap<String, Double> numbers,
            java.util.function.DoublePredicate isAllowed) {
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
