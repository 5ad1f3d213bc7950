package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A condition on weights that sum to 1: {@code sum(coefficient x weight) >= limit}. Immutable, thread-safe, serialisable.
 *
 * @param coefficients by criterion, finite, at least one of them not zero; criteria that are not named have 0
 * @param limit a finite number
 */
public record WeightConstraint(ImmutableMap<String, Double> coefficients, double limit) implements Serializable {
    /** Checks the numbers. */
    public WeightConstraint {
        coefficients.forEach((criterion, coefficient) -> {
            if (!Double.isFinite(coefficient)) {
                throw new IllegalArgumentException("WeightConstraint.coefficients must be finite but that of "
                        + criterion + " was " + Numbers.shortest(coefficient));
            }
        });
        if (coefficients.values().stream().allMatch(coefficient -> coefficient == 0)) {
            throw new IllegalArgumentException(
                    "WeightConstraint.coefficients must have one that is not zero but were " + coefficients);
        }
        if (!Double.isFinite(limit)) {
            throw new IllegalArgumentException(
                    "WeightConstraint.limit must be finite but was " + Numbers.shortest(limit));
        }
    }

    /**
     * A weight has a lower bound.
     *
     * @param criterion a criterion
     * @param limit its smallest weight, from 0 to 1
     * @return the condition
     */
    public static WeightConstraint atLeast(String criterion, double limit) {
        return new WeightConstraint(ImmutableMap.of(criterion, 1.0), limit);
    }

    /**
     * A weight has an upper bound.
     *
     * @param criterion a criterion
     * @param limit its largest weight, from 0 to 1
     * @return the condition
     */
    public static WeightConstraint atMost(String criterion, double limit) {
        return new WeightConstraint(ImmutableMap.of(criterion, -1.0), -limit);
    }

    /**
     * A criterion counts at least as much as another.
     *
     * @param more a criterion
     * @param less another
     * @return the condition
     */
    public static WeightConstraint notBelow(String more, String less) {
        return new WeightConstraint(ImmutableMap.of(more, 1.0, less, -1.0), 0);
    }

    /**
     * Any linear condition.
     *
     * @param coefficients by criterion
     * @param limit what {@code sum(coefficient x weight)} is at least
     * @return the condition
     */
    public static WeightConstraint of(Map<String, Double> coefficients, double limit) {
        return new WeightConstraint(ImmutableMap.copyOf(coefficients), limit);
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
