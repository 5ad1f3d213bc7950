package io.github.statecraft.score;

import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;

/**
 * How the scores of a pillar's children become its own. Methods differ in compensability: how far a good score makes up for
 * a bad one. Immutable and thread-safe.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators, 2008, pages 31-33 and 102-115.
 */
public sealed interface Aggregation extends Serializable {
    /** Weighted arithmetic mean: full compensability. Contributions add up to the score to the last bit. */
    record Arithmetic() implements Aggregation {
        @Override
        public String toString() {
            return "arithmetic mean";
        }
    }

    /**
     * Weighted geometric mean: the worse a score, the more a point of it counts. Every child with a positive weight must
     * score above 0, else scoring fails and says which. It is attributed against a baseline: a unit of which every child
     * scores {@code baseline} scores it too, and contributions add up to the difference.
     *
     * @param baseline positive score of every child against which the mean is attributed
     */
    record Geometric(double baseline) implements Aggregation {
        /** Checks that the baseline is positive. */
        public Geometric {
            if (!(baseline > 0 && Double.isFinite(baseline))) {
                throw new IllegalArgumentException("Aggregation.Geometric.baseline must be positive but was "
                        + Numbers.shortest(baseline) + "; a score in (0, 100] against which to attribute");
            }
        }

        @Override
        public String toString() {
            return "geometric mean, attributed against " + Numbers.shortest(baseline);
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
     * Weighted geometric mean.
     *
     * @param baseline positive score of every child against which the mean is attributed
     * @return the method
     * @throws IllegalArgumentException if the baseline is not positive
     */
    static Aggregation geometric(double baseline) {
        return new Geometric(baseline);
    }
}
