package io.github.statecraft.model;

/** Who leads the funding of AI, as far as measured attributes tell. Derived, never stated. */
public enum Archetype {
    /** The state finances or directs more than the market does. */
    STATE_GUIDED,
    /** Neither leads. */
    MIXED,
    /** The market finances and decides. */
    MARKET_LED,
    /** Too little is known. */
    UNDETERMINED
}
