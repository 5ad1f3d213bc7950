package io.github.statecraft.robustness;

import io.github.statecraft.internal.text.Numbers;

/** Shares in print: what is neither nothing nor all does not print as such, and only what is does. */
final class ShareText {
    private static final double PERCENT = 100;

    /** Nearer to nothing or to all than half a tenth, a percentage would round to it. */
    private static final double LEAST_PRINTED = 0.05;

    private ShareText() {}

    /** Such as {@code 12.5 %}, {@code 0 %} for nothing and {@code <0.1 %} for next to nothing. */
    static String percent(double share) {
        return number(share) + " %";
    }

    /** In percent, the sign left to the heading. */
    static String number(double share) {
        double percent = PERCENT * share;
        if (share == 0 || share == 1) {
            return Numbers.fixed(percent, 0);
        }
        if (percent > 0 && percent < LEAST_PRINTED) {
            return "<0.1";
        }
        return share < 1 && percent >= PERCENT - LEAST_PRINTED ? ">99.9" : Numbers.fixed(percent, 1);
    }
}
