package io.github.statecraft.score.method;

import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.Objects;

/** What a value is set against by {@link Normalisation.Distance}. Immutable and thread-safe. */
public sealed interface Benchmark extends Serializable {
    /** The best value of the reference: the largest, or where lower is better the smallest. */
    record Best() implements Benchmark {
        @Override
        public String toString() {
            return "the best";
        }
    }

    /** The mean of the reference. */
    record Mean() implements Benchmark {
        @Override
        public String toString() {
            return "the mean";
        }
    }

    /**
     * The value of one unit of the reference, whether it holds a rank or not.
     *
     * @param id its id
     */
    record Unit(String id) implements Benchmark {
        /** Checks that the unit is named. */
        public Unit {
            if (id.isBlank()) {
                throw new IllegalArgumentException("Benchmark.Unit.id must not be blank");
            }
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * A stated target.
     *
     * @param value the target, in the unit of the value that is normalised
     * @param reason why
     */
    record Target(double value, String reason) implements Benchmark {
        /** Checks that the target is finite. */
        public Target {
            Objects.requireNonNull(reason, "Benchmark.Target.reason");
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "Benchmark.Target.value must be finite but was " + Numbers.shortest(value));
            }
            value += 0.0;
        }

        @Override
        public String toString() {
            return "the target " + Numbers.shortest(value);
        }
    }
}
