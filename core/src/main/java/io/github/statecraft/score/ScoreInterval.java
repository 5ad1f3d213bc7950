package io.github.statecraft.score;

import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * What is known of the interval of a score: the scores that come out when all inputs whose spread is known stand at their
 * unfavourable ends, and at their favourable ends, all others held. With fewer than all inputs covered, what the others add
 * is not known, and the interval prints as "at least". An input is a column of the table that the score uses, be it as an
 * indicator or as what another is set against; a column that is used in several places stands in each at the end that is
 * unfavourable or favourable there. Where the score has no value at an end, as a ratio whose denominator may be zero, nothing
 * is known of the interval, and no input counts as covered.
 *
 * <p>Immutable, thread-safe, serialisable.
 *
 * @param low score with the covered inputs at their unfavourable ends
 * @param high score with the covered inputs at their favourable ends
 * @param covered how many inputs have a known spread, by judgement or otherwise
 * @param judged how many of those have it from a {@link io.github.statecraft.estimate.SpreadPolicy}, that is by judgement
 * @param inputs how many inputs the score has
 */
public record ScoreInterval(double low, double high, int covered, int judged, int inputs) implements Serializable {
    private static final int DECIMALS = 2;

    /** Checks order and counts. */
    public ScoreInterval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("ScoreInterval must have low <= high but was " + Numbers.shortest(low)
                    + " to " + Numbers.shortest(high));
        }
        if (judged < 0 || judged > covered) {
            throw new IllegalArgumentException("ScoreInterval must have between 0 and all of " + covered
                    + " spreads by judgement but had " + judged);
        }
        if (covered < 0 || covered > inputs) {
            throw new IllegalArgumentException(
                    "ScoreInterval must cover between 0 and all of " + inputs + " inputs but covered " + covered);
        }
    }

    /**
     * How wide the interval is, as far as known.
     *
     * @return high minus low; empty if no input has a known spread
     */
    public OptionalDouble width() {
        return covered == 0 ? OptionalDouble.empty() : OptionalDouble.of(high - low);
    }

    /**
     * Whether every input is covered.
     *
     * @return false if the true interval may be wider
     */
    public boolean isComplete() {
        return covered == inputs;
    }

    /**
     * The ends in words, without the count of inputs.
     *
     * @param decimals digits after the decimal point
     * @return such as {@code 41.2 to 43.9}; {@code at least 41.2 to 43.9} if not every input is covered; {@code unknown} if
     *     none is
     */
    public String ends(int decimals) {
        return covered == 0
                ? "unknown"
                : (isComplete() ? "" : "at least ") + Numbers.fixed(low, decimals) + " to "
                        + Numbers.fixed(high, decimals);
    }

    /** In words: {@code at least 41.20 to 43.95 (covers 2 of 9 inputs)}. */
    @Override
    public String toString() {
        return inWords(DECIMALS);
    }

    /** In words, with so many decimals. */
    String inWords(int decimals) {
        return ends(decimals) + " (covers " + covered + " of " + inputs + " inputs"
                + (judged == 0 ? ")" : ", " + judged + " by JUDGEMENT)");
    }
}
