package io.github.statecraft.estimate;

/**
 * What the terms of a source allow an embedder to pass on, from the freest to the strictest. The terms themselves are
 * {@link Source#licence()}.
 */
public enum LicenceClass {
    /** An open licence: CC BY, MIT, or a work of the United States government. */
    OPEN,
    /** A few cited figures of a source; figures are facts, the source keeps its text. */
    FACTS,
    /** Nothing is known; the default of sources that users state themselves. */
    UNSTATED,
    /** A whole column of a source whose terms were not seen. */
    SERIES,
    /** Free for non-commercial use only, or of unclear terms. */
    NONCOMMERCIAL
}
