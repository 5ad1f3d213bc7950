package io.github.statecraft.score.method;

/** Which way is good. Belongs to a framework, never to an attribute. */
public enum Direction {
    /** More is better. */
    HIGHER_IS_BETTER,
    /** Less is better. */
    LOWER_IS_BETTER
}
