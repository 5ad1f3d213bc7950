package io.github.statecraft.estimate;

/** How far the compilers of a figure trust it; a judgement about the source, not an error band. */
public enum Confidence {
    /** Read in the source itself or in a faithful copy, with a method that is documented. */
    HIGH,
    /** One step removed from the source, modelled, or coded from texts. */
    MEDIUM,
    /** Indicative only: a partial count, a rounded press figure, or a source that is known to be weak. */
    LOW
}
