package io.github.statecraft.score;

/**
 * The steps from a table to a ranking that leave a table behind, in the one order in which they run: that of the OECD/JRC
 * Handbook on Constructing Composite Indicators (2008).
 */
public enum Step {
    /** The columns that the framework uses, as they were given. */
    SELECTED,
    /** By indicator of the framework: set against another where it says so. */
    DENOMINATED,
    /** Without the units that have too little data for a score. */
    SCREENED,
    /** With what was imputed. */
    IMPUTED,
    /** With values brought in or transformed. */
    TREATED,
    /** On the common scale. */
    NORMALISED,
    /** What each indicator gives to the score: points, the baseline left out. */
    WEIGHTED,
    /** By node of the framework, the root first: scores. */
    AGGREGATED
}
