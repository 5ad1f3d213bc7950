package io.github.statecraft.estimate;

import io.github.statecraft.internal.text.Numbers;

/**
 * What to do where a source gives no spread. Every policy but {@link #REFUSE} is judgement: what it gives is a
 * {@link Spread.Judgement90}, and results count those apart.
 */
public enum SpreadPolicy {
    /** An unknown spread stays unknown. */
    REFUSE,

    /**
     * JUDGEMENT: a 90 % interval whose half-width is a fixed part of the value: HIGH 5 %, MEDIUM 15 %, LOW 30 %, cut to the
     * unit's range. A relative width says nothing of a value of 0, and nothing where zero is a convention (years, codes,
     * standard scores: {@link Unit#isRelative()}): there the spread stays unknown.
     */
    BY_CONFIDENCE;

    /** Relative half-width of a 90 % interval for HIGH confidence; judgement of this project. */
    public static final double HIGH_HALF_WIDTH = 0.05;
    /** Relative half-width of a 90 % interval for MEDIUM confidence; judgement of this project. */
    public static final double MEDIUM_HALF_WIDTH = 0.15;
    /** Relative half-width of a 90 % interval for LOW confidence; judgement of this project. */
    public static final double LOW_HALF_WIDTH = 0.30;

    /**
     * Gives the observation's estimate a spread, if it has none and this policy has one for it.
     *
     * @param observation the observation
     * @return its estimate, unchanged if its spread is known or this policy leaves it unknown
     */
    public Estimate apply(Observation observation) {
        return apply(
                observation.estimate(),
                observation.unit(),
                observation.evidence().confidence());
    }

    /**
     * Gives a reading's estimate a spread, if it has none and this policy has one for it, by the confidence of the observation
     * that counts most.
     *
     * @param reading the reading
     * @return the reading, unchanged if its spread is known or this policy leaves it unknown
     */
    public Reading apply(Reading reading) {
        Confidence confidence = reading.lead().evidence().confidence();
        return new Reading(
                apply(reading.estimate(), reading.unit(), confidence),
                reading.unit(),
                reading.year(),
                reading.reconciliation(),
                reading.observations());
    }

    private Estimate apply(Estimate estimate, Unit unit, Confidence confidence) {
        if (this == REFUSE || estimate.spread().isKnown() || estimate.value() == 0 || !unit.isRelative()) {
            return estimate;
        }
        double value = estimate.value();
        double halfWidth = halfWidth(confidence) * Math.abs(value);
        double low = Math.max(unit.lowest(), value - halfWidth);
        double high = Math.min(unit.highest(), value + halfWidth);
        return new Estimate(value, new Spread.Judgement90(low, high));
    }

    /** The policy in words, as results print it. */
    @Override
    public String toString() {
        return this == REFUSE
                ? "unknown spreads stay unknown"
                : "JUDGEMENT: unknown spreads taken as 90 % intervals of +-" + percent(HIGH_HALF_WIDTH) + " (high), "
                        + percent(MEDIUM_HALF_WIDTH) + " (medium), " + percent(LOW_HALF_WIDTH)
                        + " (low confidence) of the value";
    }

    private static double halfWidth(Confidence confidence) {
        return switch (confidence) {
            case HIGH -> HIGH_HALF_WIDTH;
            case MEDIUM -> MEDIUM_HALF_WIDTH;
            case LOW -> LOW_HALF_WIDTH;
        };
    }

    private static String percent(double part) {
        return Numbers.fixed(100 * part, 0) + " %";
    }
}
