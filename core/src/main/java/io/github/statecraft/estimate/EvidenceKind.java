package io.github.statecraft.estimate;

/**
 * How a figure came about. The order of the constants is the order in which kinds are preferred when figures of the same
 * reference year compete ({@link Reconciliation}).
 */
public enum EvidenceKind {
    /** Counted or measured by a statistical office, a registry or a census. */
    MEASURED,
    /** Read from a legal or official text; holds whatever its age until it is repealed. */
    LEGAL_TEXT,
    /** Asked of a sample. */
    SURVEY,
    /** Computed from other figures or estimated by a model. */
    MODELLED,
    /** Judged or coded by experts. */
    EXPERT,
    /** The average of a region standing in for a member. */
    REGIONAL_AVERAGE,
    /** Announced, not known to be carried out. */
    ANNOUNCEMENT,
    /** Not found in a census that claims to list everything above a threshold; printed as {@code 0 (not listed)}. */
    CENSUS_ZERO,
    /** An aim; the year is the year aimed at. Never stands for an actual figure. */
    TARGET,
    /** A prediction; the year is the year predicted. Never stands for an actual figure. */
    FORECAST;

    /**
     * Whether a figure of this kind can stand for what was the case.
     *
     * @return false for {@link #TARGET} and {@link #FORECAST}
     */
    public boolean isActual() {
        return this != TARGET && this != FORECAST;
    }
}
