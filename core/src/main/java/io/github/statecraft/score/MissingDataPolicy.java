package io.github.statecraft.score;

import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.Objects;

/** What absent data does. A unit with too little has no score: never zero, never an average. Immutable and thread-safe. */
public sealed interface MissingDataPolicy extends Serializable {
    /** A unit that misses any indicator has no score. */
    record Strict() implements MissingDataPolicy {
        @Override
        public String toString() {
            return "strict: every indicator is needed";
        }
    }

    /**
     * The weights of what is there are scaled up proportionally, pillar by pillar up the tree, if enough is there. Re-weighting
     * is a quiet assumption that what is missing is like what is there; coverage shows how far it went.
     *
     * @param minimumShare the share of weight that must be there, in (0, 1]
     * @param scope of what
     */
    record Reweight(double minimumShare, Scope scope) implements MissingDataPolicy {
        /** Checks the share. */
        public Reweight {
            Objects.requireNonNull(scope, "MissingDataPolicy.Reweight.scope");
            if (!(minimumShare > 0 && minimumShare <= 1)) {
                throw new IllegalArgumentException("MissingDataPolicy.Reweight.minimumShare must be in (0, 1] but was "
                        + Numbers.shortest(minimumShare));
            }
        }

        @Override
        public String toString() {
            String percent = Numbers.significant(100 * minimumShare, 6) + " %";
            return scope == Scope.EVERY_PILLAR
                    ? "re-weight: a pillar needs " + percent + " of its children's weight, else it is missing itself"
                    : "re-weight: a unit needs " + percent + " of the indicators' weight";
        }
    }

    /** Of what a minimum share is asked. */
    enum Scope {
        /** Of the weight of each pillar's children; a pillar with less has no score and is missing in the pillar above. */
        EVERY_PILLAR,
        /** Of the effective weight of all indicators together. */
        OVERALL
    }

    /**
     * Every indicator is needed.
     *
     * @return the policy
     */
    static MissingDataPolicy strict() {
        return new Strict();
    }

    /**
     * Scales up the weights of what is there.
     *
     * @param minimumShare the share of weight that must be there, in (0, 1]
     * @param scope of what
     * @return the policy
     * @throws IllegalArgumentException if the share is not in (0, 1]
     */
    static MissingDataPolicy reweight(double minimumShare, Scope scope) {
        return new Reweight(minimumShare, scope);
    }
}
