package io.github.statecraft.score;

/** What a value beyond a goalpost does. */
public enum OutOfRange {
    /** Scoring fails: the goalposts do not fit the data. The default. */
    REFUSE,
    /** The line goes on: the score lies beyond 0 or 100. */
    EXTEND,
    /** The score is 0 or 100, and the scorecard notes it. */
    CAP
}
