package io.github.statecraft.score;

/** What a framework counts: what the world feels, or how deep it goes. With the same words the two rank differently. */
public enum ScaleBasis {
    /** Totals: people, models, dollars. */
    TOTAL,
    /** Per head of the population. */
    PER_HEAD,
    /** Shares of people, firms or output. */
    SHARE,
    /** Both, at a ratio that the rationale states and defends. */
    MIXED
}
