package io.github.statecraft.score.method;

/** What a value beyond a goalpost does. */
public enum OutOfRange {
    /** Scoring fails: the goalposts do not fit the data. The default. */
    REFUSE,
    /** The line goes on: the score lies beyond the output range. */
    EXTEND,
    /** The score is that of the nearer end, and the scorecard notes it. */
    CAP
}
