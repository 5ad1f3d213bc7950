package io.github.statecraft.robustness;

import io.github.statecraft.internal.text.Numbers;

/** Shares of weightings in print: percent with one decimal, never nothing for something or all for less. */
final class ShareText {
    private static final double PERCENT = 100;
    private static final double LEAST_PRINTED = 0.1;

    private ShareText() {}

    static String percent(double share) {
        double percent = PERCENT * share;
        if (percent > 0 && percent < LEAST_PRINTED) {
            return "<0.1 %";
        }
        if (share < 1 && percent > PERCENT - LEAST_PRINTED) {
            return ">99.9 %";
        }
        return Numbers.fixed(percent, 1) + " %";
    }
}
