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
        int more = 0;
        for (double scaled = width; scaled <= TEN && more < MOST; scaled *= TEN) {
            more++;
        }
        return new PrintedScale(isOne ? named(lows[0], highs[0]) : "score", more);
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
