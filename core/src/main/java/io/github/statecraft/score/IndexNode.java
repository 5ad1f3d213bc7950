package io.github.statecraft.score;

import java.io.Serializable;

/** A node of an index: a {@link Pillar} with children, or an {@link Indicator} at the end of a branch. */
public sealed interface IndexNode extends Serializable permits Pillar, Indicator {
    /**
     * What tells the node from all others of its framework.
     *
     * @return never blank
     */
    String id();

    /**
     * A name for people.
     *
     * @return never blank
     */
    String label();

    /**
     * The weight among its siblings; only ratios count.
     *
     * @return not negative
     */
    double weight();
}
