package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutputRange;
import io.github.statecraft.score.method.Treatment;
import io.github.statecraft.score.method.Weighting;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One way of doing a part of the method: what a framework would be with another normalisation, aggregation, weighting and so on.
 * A list of nodes that is empty means all of them. Whether nodes are there, and methods possible for them, is checked where a
 * variant meets a framework: by {@link MethodDesign#varying}. Immutable, thread-safe, serialisable; equal if all attributes are equal.
 */
public sealed interface MethodVariant extends Serializable {
    /**
     * What tells the variant from the other alternatives of a factor.
     *
     * @return the method in words, or what {@link #labelled} says
     */
    default String label() {
        return toString();
    }

    /**
     * The same variant under a shorter name.
     *
     * @param words never blank
     * @return the variant
     */
    default MethodVariant labelled(String words) {
        return new Labelled(words, this);
    }

    /** The framework as it is. */
    record AsStated() implements MethodVariant {
        @Override
        public String toString() {
            return "as stated";
        }
    }

    /**
     * Another normalisation.
     *
     * @param method of the indicators
     * @param indicators ids; all if empty
     */
    record Normalised(Normalisation method, ImmutableList<String> indicators) implements MethodVariant {
        /** Checks that nothing is null. */
        public Normalised {
            Objects.requireNonNull(method, "MethodVariant.Normalised.method");
        }

        @Override
        public String toString() {
            return method + of(indicators);
        }
    }

    /**
     * Another range of scores, such as one above 0 for geometric means.
     *
     * @param range of the indicators
     * @param indicators ids; all if empty
     */
    record Ranged(OutputRange range, ImmutableList<String> indicators) implements MethodVariant {
        /** Checks that nothing is null. */
        public Ranged {
            Objects.requireNonNull(range, "MethodVariant.Ranged.range");
        }

        @Override
        public String toString() {
            return "scores from " + range + of(indicators);
        }
    }

    /**
     * Another aggregation.
     *
     * @param method of the pillars
     * @param pillars ids; all, the index among them, if empty
     */
    record Aggregated(Aggregation method, ImmutableList<String> pillars) implements MethodVariant {
        /** Checks that nothing is null. */
        public Aggregated {
            Objects.requireNonNull(method, "MethodVariant.Aggregated.method");
        }

        @Override
        public String toString() {
            return method + of(pillars);
        }
    }

    /**
     * Another source of weights.
     *
     * @param method of the pillars' children
     * @param pillars ids; all, the index among them, if empty
     */
    record Weighted(Weighting method, ImmutableList<String> pillars) implements MethodVariant {
        /** Checks that nothing is null. */
        public Weighted {
            Objects.requireNonNull(method, "MethodVariant.Weighted.method");
        }

        @Override
        public String toString() {
            return method + of(pillars);
        }
    }

    /**
     * Other stated weights. What a pillar states of their sum is left out.
     *
     * @param weights by id of a pillar or indicator; nodes that are not named keep theirs
     */
    record Reweighted(ImmutableMap<String, Double> weights) implements MethodVariant {
        @Override
        public String toString() {
            return "weights "
                    + weights.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + Numbers.shortest(entry.getValue()))
                            .collect(Collectors.joining(", "));
        }
    }

    /**
     * Another imputation.
     *
     * @param method of the indicators
     * @param indicators ids; all if empty
     */
    record Imputed(Imputation method, ImmutableList<String> indicators) implements MethodVariant {
        /** Checks that nothing is null. */
        public Imputed {
            Objects.requireNonNull(method, "MethodVariant.Imputed.method");
        }

        @Override
        public String toString() {
            return method + of(indicators);
        }
    }

    /**
     * No imputation.
     *
     * @param indicators ids; all if empty
     */
    record NotImputed(ImmutableList<String> indicators) implements MethodVariant {
        @Override
        public String toString() {
            return "no imputation" + of(indicators);
        }
    }

    /**
     * Other treatments.
     *
     * @param treatments of the indicators, in their order; none if empty
     * @param indicators ids; all if empty
     */
    record Treated(ImmutableList<Treatment> treatments, ImmutableList<String> indicators) implements MethodVariant {
        @Override
        public String toString() {
            String listed = treatments.stream().map(Treatment::toString).collect(Collectors.joining(", then "));
            return (treatments.isEmpty() ? "no treatment" : listed) + of(indicators);
        }
    }

    /**
     * Another policy for missing data, of the framework and of every pillar.
     *
     * @param policy what absent data does
     */
    record MissingData(MissingDataPolicy policy) implements MethodVariant {
        /** Checks that nothing is null. */
        public MissingData {
            Objects.requireNonNull(policy, "MethodVariant.MissingData.policy");
        }

        @Override
        public String toString() {
            return policy.toString();
        }
    }

    /**
     * Several changes that go together, such as a geometric mean and a range above 0.
     *
     * @param parts at least one, carried out in their order
     */
    record Together(ImmutableList<MethodVariant> parts) implements MethodVariant {
        /** Checks that there are parts. */
        public Together {
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("MethodVariant.Together.parts must not be empty");
            }
        }

        @Override
        public String toString() {
            return parts.stream().map(MethodVariant::label).collect(Collectors.joining(" with "));
        }
    }

    /**
     * A variant under a name.
     *
     * @param label the name
     * @param variant the variant
     */
    record Labelled(String label, MethodVariant variant) implements MethodVariant {
        /** Checks the name. */
        public Labelled {
            if (label.isBlank()) {
                throw new IllegalArgumentException("MethodVariant.Labelled.label must not be blank");
            }
            Objects.requireNonNull(variant, "MethodVariant.Labelled.variant");
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /**
     * {@return the framework as it is}
     */
    static MethodVariant asStated() {
        return new AsStated();
    }

    /**
     * Another normalisation.
     *
     * @param method the method
     * @param indicators ids of indicators; all if none is named
     * @return the variant
     */
    static MethodVariant normalised(Normalisation method, String... indicators) {
        return new Normalised(method, ImmutableList.copyOf(indicators));
    }

    /**
     * Another range of scores.
     *
     * @param range the range
     * @param indicators ids of indicators; all if none is named
     * @return the variant
     */
    static MethodVariant ranged(OutputRange range, String... indicators) {
        return new Ranged(range, ImmutableList.copyOf(indicators));
    }

    /**
     * Another aggregation.
     *
     * @param method the method
     * @param pillars ids of pillars; all, the index among them, if none is named
     * @return the variant
     */
    static MethodVariant aggregated(Aggregation method, String... pillars) {
        return new Aggregated(method, ImmutableList.copyOf(pillars));
    }

    /**
     * Another source of weights.
     *
     * @param method the method
     * @param pillars ids of pillars whose children are weighted; all, the index among them, if none is named
     * @return the variant
     */
    static MethodVariant weighted(Weighting method, String... pillars) {
        return new Weighted(method, ImmutableList.copyOf(pillars));
    }

    /**
     * Other stated weights.
     *
     * @param weights by id of a pillar or indicator; nodes that are not named keep theirs
     * @return the variant
     */
    static MethodVariant reweighted(Map<String, Double> weights) {
        return new Reweighted(ImmutableMap.copyOf(weights));
    }

    /**
     * Another imputation.
     *
     * @param method the method
     * @param indicators ids of indicators; all if none is named
     * @return the variant
     */
    static MethodVariant imputed(Imputation method, String... indicators) {
        return new Imputed(method, ImmutableList.copyOf(indicators));
    }

    /**
     * No imputation.
     *
     * @param indicators ids of indicators; all if none is named
     * @return the variant
     */
    static MethodVariant notImputed(String... indicators) {
        return new NotImputed(ImmutableList.copyOf(indicators));
    }

    /**
     * Other treatments.
     *
     * @param treatments in the order in which they are carried out; none if empty
     * @param indicators ids of indicators; all if none is named
     * @return the variant
     */
    static MethodVariant treated(Iterable<Treatment> treatments, String... indicators) {
        return new Treated(ImmutableList.copyOf(treatments), ImmutableList.copyOf(indicators));
    }

    /**
     * Another policy for missing data, of the framework and of every pillar.
     *
     * @param policy what absent data does
     * @return the variant
     */
    static MethodVariant missingData(MissingDataPolicy policy) {
        return new MissingData(policy);
    }

    /**
     * Several changes that go together.
     *
     * @param parts carried out in their order
     * @return the variant
     */
    static MethodVariant together(MethodVariant... parts) {
        return new Together(ImmutableList.copyOf(parts));
    }

    private static String of(ImmutableList<String> nodes) {
        return nodes.isEmpty() ? "" : " of " + String.join(", ", nodes);
    }
}
