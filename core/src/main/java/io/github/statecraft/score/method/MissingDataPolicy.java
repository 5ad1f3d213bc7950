package io.github.statecraft.score.method;

import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.Objects;

/**
 * What absent data does to the scores above it. A unit with too little has no score: never zero, never an average in
 * disguise. A unit without any known value has none under any policy. Minima are asked of known values, as screening comes
 * before {@link Imputation}; an imputed value is there like a known one where weights are shared out. Immutable and
 * thread-safe.
 */
public sealed interface MissingDataPolicy extends Serializable {
    /** A unit that misses any indicator has no score. An imputed value is not missing. */
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

    /**
     * As {@link Reweight}, if enough of them are there by number, whatever they weigh.
     *
     * @param minimumCount how many must be there, at least 1; where there are fewer in all, all of them
     * @param scope of what: children of every pillar, or indicators of the whole
     */
    record MinimumCount(int minimumCount, Scope scope) implements MissingDataPolicy {
        /** Checks the number. */
        public MinimumCount {
            Objects.requireNonNull(scope, "MissingDataPolicy.MinimumCount.scope");
            if (!(minimumCount >= 1)) {
                throw new IllegalArgumentException(
                        "MissingDataPolicy.MinimumCount.minimumCount must be at least 1 but was " + minimumCount);
            }
        }

        @Override
        public String toString() {
            return scope == Scope.EVERY_PILLAR
                    ? "minimum count: a pillar needs " + minimumCount + " of its children, else it is missing itself"
                    : "minimum count: a unit needs " + minimumCount + " of the indicators";
        }
    }

    /**
     * The weight of a pillar shrinks in the pillar above by the share of its own weight that is missing, so that below
     * arithmetic means every indicator that is there is scaled up by the same factor, wherever the gaps are. ({@link Reweight}
     * hands the weight of a missing child to its siblings alone.)
     *
     * @param minimumShare the share of the effective weight of all indicators that must be there, in (0, 1]
     */
    record Proportional(double minimumShare) implements MissingDataPolicy {
        /** Checks the share. */
        public Proportional {
            if (!(minimumShare > 0 && minimumShare <= 1)) {
                throw new IllegalArgumentException(
                        "MissingDataPolicy.Proportional.minimumShare must be in (0, 1] but was "
                                + Numbers.shortest(minimumShare));
            }
        }

        @Override
        public String toString() {
            return "proportional: gaps are shared by all indicators; a unit needs "
                    + Numbers.significant(100 * minimumShare, 6) + " % of their weight";
        }
    }

    /**
     * A missing indicator scores a stated value, and is marked. A unit without any known value has no score all the same.
     *
     * @param score on the common scale; 0 takes absence for the bad end
     * @param reason why
     */
    record StatedScore(double score, String reason) implements MissingDataPolicy {
        /** Checks that the score is finite. */
        public StatedScore {
            Objects.requireNonNull(reason, "MissingDataPolicy.StatedScore.reason");
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException(
                        "MissingDataPolicy.StatedScore.score must be finite but was " + Numbers.shortest(score));
            }
            score += 0.0;
        }

        @Override
        public String toString() {
            return "a missing indicator scores " + Numbers.shortest(score);
        }
    }

    /** Of what a minimum is asked. */
    enum Scope {
        /** Of each pillar's children; a pillar with less has no score and is missing in the pillar above. */
        EVERY_PILLAR,
        /** Of all indicators together, by their effective weight or their number. */
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

    /**
     * Scales up the weights of what is there, if there is enough by number.
     *
     * @param minimumCount how many must be there, at least 1
     * @param scope of what
     * @return the policy
     * @throws IllegalArgumentException if the number is below 1
     */
    static MissingDataPolicy minimumCount(int minimumCount, Scope scope) {
        return new MinimumCount(minimumCount, scope);
    }

    /**
     * Scales up all indicators that are there alike.
     *
     * @param minimumShare the share of the weight of all indicators that must be there, in (0, 1]
     * @return the policy
     * @throws IllegalArgumentException if the share is not in (0, 1]
     */
    static MissingDataPolicy proportional(double minimumShare) {
        return new Proportional(minimumShare);
    }

    /**
     * A missing indicator scores a stated value.
     *
     * @param score on the common scale
     * @param reason why
     * @return the policy
     * @throws IllegalArgumentException if the score is not finite
     */
    static MissingDataPolicy statedScore(double score, String reason) {
        return new StatedScore(score, reason);
    }
}
