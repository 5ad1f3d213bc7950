package io.github.statecraft.audit;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.Objects;

/**
 * Something that an auditor would ask the makers of an index about. It is a question, not a verdict: correlations need not say
 * what matters.
 *
 * <p>Immutable, thread-safe, serialisable.
 *
 * @param kind what is asked
 * @param nodes the ids of the nodes concerned, the first being the one that is asked about
 * @param value the number that is beyond its threshold, in the unit of the kind
 * @param units how many units it rests on
 * @param sentence the warning in words, with numbers
 */
public record AuditWarning(Kind kind, ImmutableList<String> nodes, double value, int units, String sentence)
        implements Serializable {
    /** Checks that nothing is null and the value is finite. */
    public AuditWarning {
        Objects.requireNonNull(kind, "AuditWarning.kind");
        Objects.requireNonNull(nodes, "AuditWarning.nodes");
        Objects.requireNonNull(sentence, "AuditWarning.sentence");
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("AuditWarning.value must be finite but was " + Numbers.shortest(value));
        }
    }

    /** What is asked, and in which unit the value is. */
    public enum Kind {
        /** Few units have a value. Value: their share, 0 to 1. */
        LOW_COVERAGE("few data"),
        /** Single units rule the scores. Value: skewness. */
        OUTLIERS("outliers"),
        /** Most units have one and the same score. Value: their share, 0 to 1. */
        MOSTLY_ONE_VALUE("mostly one value"),
        /** Many units share their score with others. Value: different scores over scores, 0 to 1. */
        FEW_DISTINCT_VALUES("few values"),
        /** Two siblings pull apart, so that gains on one are losses on the other. Value: their correlation. */
        SIBLINGS_PULL_APART("trade-off"),
        /** A node goes against its own pillar. Value: their correlation. */
        AGAINST_ITS_PILLAR("against pillar"),
        /** Two siblings say the same twice. Value: their correlation. */
        REDUNDANT("redundant"),
        /** A node hardly goes with its own pillar, so that it is noise there. Value: their correlation. */
        NOISE("noise"),
        /** A node goes more with another pillar than with its own. Value: correlation with the other. */
        OTHER_PILLAR("other pillar"),
        /** The children of a pillar are not consistent. Value: Cronbach's alpha. */
        LOW_ALPHA("low alpha"),
        /** The children of a pillar measure more than one thing. Value: components with an eigenvalue above 1. */
        SEVERAL_COMPONENTS("several things"),
        /** The first principal component explains little of a pillar. Value: share of variance, 0 to 1. */
        WEAK_FIRST_COMPONENT("little in common"),
        /** A node has far more effect than its weight states. Value: effective over stated share. */
        HEAVIER_THAN_STATED("heavier"),
        /** A node has far less effect than its weight states. Value: effective over stated share. */
        LIGHTER_THAN_STATED("lighter");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** In a word or two. */
        @Override
        public String toString() {
            return label;
        }
    }

    /** The warning in words. */
    @Override
    public String toString() {
        return sentence;
    }
}
