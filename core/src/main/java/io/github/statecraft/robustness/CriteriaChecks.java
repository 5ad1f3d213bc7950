package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What criteria must be like, and what is said where they are not. */
final class CriteriaChecks {
    private CriteriaChecks() {}

    /** Weights divided by their sum; refuses any that are missing, negative or of a criterion that there is not. */
    static ImmutableMap<String, Double> shares(
            String title, ImmutableList<String> criteria, Map<String, Double> stated) {
        double sum = 0;
        for (String criterion : criteria) {
            Double weight = stated.get(criterion);
            if (weight == null || !(weight >= 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException(
                        "Criteria of " + title + ": the weight of " + Problems.quote(criterion)
                                + " must be a number that is not negative but was "
                                + (weight == null ? "not given" : Numbers.shortest(weight)));
            }
            sum += weight;
        }
        if (!(sum > 0) || stated.size() != criteria.size()) {
            throw new IllegalArgumentException("Criteria of " + title + ": weights must be of " + criteria
                    + " alone and one of them positive but were " + stated);
        }
        if (sum == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "Criteria of " + title + ": the sum of weights must be finite but was Infinity for " + stated
                            + "; divide them by the largest");
        }
        ImmutableMap.Builder<String, Double> shares = ImmutableMap.builder();
        for (String criterion : criteria) {
            shares.put(criterion, Objects.requireNonNull(stated.get(criterion)) / sum);
        }
        return shares.buildOrThrow();
    }

    /** Checks that the scores of a unit are numbers. */
    static void finite(String title, String unit, double[] scores) {
        for (double score : scores) {
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException("Criteria of " + title + ": scores must be finite but one of "
                        + Problems.quote(unit) + " was " + Numbers.shortest(score));
            }
        }
    }

    /** Says that a unit is not compared, and why if it is left out. */
    static IllegalArgumentException unknownUnit(
            String title, String unit, List<String> known, @Nullable String whyLeftOut) {
        return whyLeftOut == null
                ? unknown(title, "unit", unit, known)
                : new IllegalArgumentException(
                        "Criteria of " + title + ": " + Problems.quote(unit) + " is left out: " + whyLeftOut);
    }

    /** Says that there is no such unit or criterion. */
    static IllegalArgumentException unknown(String title, String what, String id, List<String> known) {
        String nearest = Problems.nearest(id, known);
        return new IllegalArgumentException("Criteria of " + title + ": no " + what + " " + Problems.quote(id)
                + (nearest.isEmpty() ? "" : "; " + nearest));
    }
}
