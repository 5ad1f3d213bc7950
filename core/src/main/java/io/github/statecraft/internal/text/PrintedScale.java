package io.github.statecraft.internal.text;

/**
 * How scores are printed: on which scale, and with how many decimals. Tables are laid out for scores from 0 to 100; on a
 * narrower scale, such as from 0 to 1, they get as many decimals more as it has digits less.
 *
 * @param heading of a column of scores: {@code 0-100}, {@code 0-1}, or {@code score} if scales differ
 * @param moreDecimals than on a scale from 0 to 100
 */
public record PrintedScale(String heading, int moreDecimals) {
    /** A scale this wide has one digit less than that from 0 to 100. */
    private static final double TEN = 10;

    private static final int MOST = 6;

    /**
     * The scale of scores that lie in ranges, or of scores that may lie anywhere.
     *
     * @param lows the low ends; none if scores may lie anywhere
     * @param highs the high ends, each above its low end
     * @param width how far apart the scores that are printed are, which decides if there are no ranges
     * @return the scale; of several ranges the narrowest decides on decimals
     */
    public static PrintedScale of(double[] lows, double[] highs, double width) {
        return lows.length == 0 ? new PrintedScale("score", more(width)) : of(lows, highs);
    }

    /**
     * The scale of scores that lie in ranges.
     *
     * @param lows the low ends, at least one
     * @param highs the high ends, each above its low end
     * @return the scale; the narrowest range decides on decimals
     */
    public static PrintedScale of(double[] lows, double[] highs) {
        boolean isOne = true;
        double width = Double.POSITIVE_INFINITY;
        for (int i = 0; i < lows.length; i++) {
            isOne &= lows[i] == lows[0] && highs[i] == highs[0];
            width = Math.min(width, highs[i] - lows[i]);
        }
        return new PrintedScale(isOne ? named(lows[0], highs[0]) : "score", more(width));
    }

    /**
     * How far apart scores of several units are.
     *
     * @param scores finite scores
     * @return the largest minus the smallest; the largest magnitude if they are all the same, 0 if there are none
     */
    public static double spread(double... scores) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            smallest = Math.min(smallest, score);
            largest = Math.max(largest, score);
        }
        return smallest < largest ? largest - smallest : magnitude(scores);
    }

    /**
     * How far scores are from zero.
     *
     * @param scores finite scores
     * @return the largest magnitude; 0 if there are none
     */
    public static double magnitude(double... scores) {
        double largest = 0;
        for (double score : scores) {
            largest = Math.max(largest, Math.abs(score));
        }
        return largest;
    }

    private static int more(double width) {
        int more = 0;
        for (double scaled = width; scaled > 0 && scaled <= TEN && more < MOST; scaled *= TEN) {
            more++;
        }
        return more;
    }

    private static String named(double low, double high) {
        return Numbers.shortest(low) + (low < 0 ? " to " : "-") + Numbers.shortest(high);
    }

    /**
     * The decimals on this scale.
     *
     * @param onHundred decimals on a scale from 0 to 100
     * @return at least as many
     */
    public int decimals(int onHundred) {
        return onHundred + moreDecimals;
    }
}
