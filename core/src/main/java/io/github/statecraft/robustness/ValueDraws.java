package io.github.statecraft.robustness;

import io.github.statecraft.internal.work.RandomBits;

/** Uncertain scores: each call draws one matrix. Immutable; called by several threads at once. */
interface ValueDraws {
    /**
     * Draws the scores of all units.
     *
     * @param bits where the bits come from; each call uses as many as it needs
     * @param linear units x criteria, filled with f(s) as {@link Criteria#linear()} gives it; NaN where it is missing
     */
    void draw(RandomBits bits, double[][] linear);

    /** What is drawn, in words for results: how many values have a spread, how much of it is judgement. */
    @Override
    String toString();
}
