package io.github.statecraft.score;

import java.io.Serializable;
import java.util.Optional;

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
     * The weight among its siblings. Below means only ratios count; below a {@link
     * io.github.statecraft.score.method.Aggregation.WeightedSum} it is a coefficient and below a {@link
     * io.github.statecraft.score.method.Aggregation.WeightedProduct} an exponent, taken as stated.
     *
     * @return not negative, unless it is a coefficient or exponent
     */
    double weight();

    /**
     * Why it is in the index, or why its children weigh what they do.
     *
     * @return empty if the framework does not say
     */
    Optional<String> reason();
}
