package io.github.statecraft.score;

import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;

/** A {@link Normalisation} fitted to a column: from values to the common scale. */
final class Scale {
    private static final double LOWEST = 0;
    private static final double HIGHEST = 100;

    private final Indicator indicator;
    private final double low;
    private final double high;
    private final OutOfRange outOfRange;

    private Scale(Indicator indicator, double low, double high, OutOfRange outOfRange) {
        this.indicator = indicator;
        this.low = low;
        this.high = high;
        this.outOfRange = outOfRange;
    }

    /**
     * Fits a normalisation.
     *
     * @param indicator the indicator
     * @param column its values, NaN where missing
     */
    static Scale fit(Indicator indicator, double[] column) {
        Normalisation method = indicator.normalisation();
        if (method instanceof Normalisation.Goalposts goalposts) {
            return new Scale(indicator, goalposts.low(), goalposts.high(), goalposts.outOfRange());
        }
        if (method instanceof Normalisation.LogGoalposts goalposts) {
            return new Scale(
                    indicator,
                    StrictMath.log(goalposts.low()),
                    StrictMath.log(goalposts.high()),
                    goalposts.outOfRange());
        }
        if (method instanceof Normalisation.MinMax) {
            return fitMinMax(indicator, column);
        }
        return new Scale(indicator, 0, 0, OutOfRange.REFUSE);
    }

    private static Scale fitMinMax(Indicator indicator, double[] column) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : column) {
            if (!Double.isNaN(value)) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        if (!(min < max && Double.isFinite(max - min))) {
            throw new IllegalArgumentException("Normalisation.MinMax of " + indicator.id()
                    + " needs at least two different values in the table"
                    + (min > max ? "" : " but has " + Numbers.shortest(min) + " to " + Numbers.shortest(max))
                    + "; score more units, or state goalposts");
        }
        return new Scale(indicator, min, max, OutOfRange.EXTEND);
    }

    /** Whether a value lies beyond the ends of the scale, or is no level of an ordinal map. */
    boolean isBeyond(double value) {
        if (indicator.normalisation() instanceof Normalisation.OrdinalMap map) {
            return !map.levels().containsKey(value);
        }
        if (isLog()) {
            return !(value > 0) || !inside(StrictMath.log(value));
        }
        return !inside(value);
    }

    /**
     * The scores of some neighbouring values of a column that lie inside the scale.
     *
     * @param column values, NaN where missing
     * @param from the first
     * @param count how many
     * @param scores where they go, from index 0; NaN where a value is missing or {@link #score} has more to say
     */
    void scoreInside(double[] column, int from, int count, double[] scores) {
        boolean isPlain = !isLog() && !(indicator.normalisation() instanceof Normalisation.OrdinalMap);
        boolean isReversed = isReversed();
        double range = high - low;
        for (int i = 0; i < count; i++) {
            double value = column[from + i];
            if (isPlain && low <= value && value <= high) {
                scores[i] = part(isReversed ? high - value : value - low, range);
            } else if (!Double.isNaN(value) && !isBeyond(value)) {
                scores[i] = linear(value);
            } else {
                scores[i] = Double.NaN;
            }
        }
    }

    /**
     * The score of a value.
     *
     * @param unit whose value it is, for errors
     * @param value the value, denominated
     * @throws IllegalArgumentException if it is beyond the scale and the method refuses that
     */
    double score(String unit, double value) {
        if (isBeyond(value)) {
            if (outOfRange == OutOfRange.REFUSE || (outOfRange == OutOfRange.EXTEND && isLog() && !(value > 0))) {
                throw new IllegalArgumentException("Indicator " + indicator.id() + " of " + unit + " is "
                        + Numbers.shortest(value) + ", beyond " + indicator.normalisation()
                        + "; move the goalposts, or state what a value beyond them does");
            }
            if (outOfRange == OutOfRange.CAP) {
                return capped(value);
            }
        }
        double score = linear(value);
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("Indicator " + indicator.id() + " of " + unit + " is "
                    + Numbers.shortest(value) + ", too far from " + indicator.normalisation()
                    + " for a score; move the goalposts");
        }
        return score;
    }

    /**
     * The scores at the ends of what a value may be. A value beyond goalposts that refuse it scores 0 or 100 here. For codes,
     * the worst and best of the levels in between; none if there is no level.
     *
     * @param from the smaller end, may be infinite
     * @param to the larger end, may be infinite
     */
    double[] ends(double from, double to) {
        if (indicator.normalisation() instanceof Normalisation.OrdinalMap map) {
            return map.levels().subMap(from, true, to, true).values().stream()
                    .mapToDouble(score -> score)
                    .toArray();
        }
        return new double[] {end(from), end(to)};
    }

    private double end(double value) {
        boolean extended = outOfRange == OutOfRange.EXTEND && !(isLog() && !(value > 0));
        return extended && Double.isFinite(linear(value)) ? linear(value) : capped(value);
    }

    private double capped(double value) {
        if (isLog() && !(value > 0)) {
            return isReversed() ? HIGHEST : LOWEST;
        }
        return Math.max(LOWEST, Math.min(HIGHEST, linear(value)));
    }

    private double linear(double value) {
        if (indicator.normalisation() instanceof Normalisation.OrdinalMap map) {
            Double score = map.levels().get(value);
            if (score == null) {
                throw new IllegalStateException(indicator.id() + " has no level " + Numbers.shortest(value));
            }
            return score;
        }
        double x = isLog() ? StrictMath.log(value) : value;
        double distance = isReversed() ? high - x : x - low;
        return part(distance, high - low);
    }

    /**
     * The part that a distance is of the range, of 100. Multiplies first, so that 29 of 100 is 29, and not the
     * 28.999999999999996 of 100 times 0.29; the whole range is 100 whatever the rounding, and nothing inside is more.
     */
    private static double part(double distance, double range) {
        double hundredfold = HIGHEST * distance;
        double part = Double.isFinite(hundredfold) ? hundredfold / range : HIGHEST * (distance / range);
        if (distance == range) {
            return HIGHEST;
        }
        return distance < range ? Math.min(part, HIGHEST) : Math.max(part, HIGHEST);
    }

    private boolean isLog() {
        return indicator.normalisation() instanceof Normalisation.LogGoalposts;
    }

    private boolean isReversed() {
        return indicator.direction() == Direction.LOWER_IS_BETTER;
    }

    private boolean inside(double x) {
        return low <= x && x <= high;
    }
}
