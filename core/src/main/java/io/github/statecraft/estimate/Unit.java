package io.github.statecraft.estimate;

import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * The closed set of units. A unit has a symbol, a dimension, a range outside which no value is built, and for money a price
 * basis: two bases never mix in one indicator, because they are two units.
 *
 * <p>What a source prints in percent stays in percent. Data files write units as they print them, such as
 * {@code USD million (current)}; {@link #label(String)} maps every such text to a unit, a factor, and what a share is a
 * share of.
 */
public enum Unit {
    /** A share in percent. */
    PERCENT("%", Dimension.SHARE, 0, 100, PriceBasis.NONE),
    /** A difference of two shares, in percentage points. */
    PERCENTAGE_POINTS("percentage points", Dimension.SHARE, -100, 100, PriceBasis.NONE),
    /** A score between 0 and 1. */
    SCORE_1("0-1", Dimension.SCORE, 0, 1, PriceBasis.NONE),
    /** A score between 0 and 10. */
    SCORE_10("0-10", Dimension.SCORE, 0, 10, PriceBasis.NONE),
    /** A score between 0 and 100. */
    SCORE_100("0-100", Dimension.SCORE, 0, 100, PriceBasis.NONE),
    /** A coded rank order between 0 and 1; differences have no meaning. */
    ORDINAL("ordinal 0-1", Dimension.SCORE, 0, 1, PriceBasis.NONE),
    /** A legal tier from 0 to 3; differences have no meaning. */
    TIER("tier 0-3", Dimension.SCORE, 0, 3, PriceBasis.NONE),
    /** A score in units of a standard normal distribution over all countries; unbounded by construction. */
    STANDARD_NORMAL(
            "standard normal units",
            Dimension.SCORE,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            PriceBasis.NONE),
    /** A ratio of two like quantities; 1 is proportional. */
    RATIO("ratio", Dimension.RATIO, 0, Double.POSITIVE_INFINITY, PriceBasis.NONE),
    /** A number of things; averages of counts may be fractional. */
    COUNT("count", Dimension.COUNT, 0, Double.POSITIVE_INFINITY, PriceBasis.NONE),
    /** A number of people. */
    PERSONS("persons", Dimension.COUNT, 0, Double.POSITIVE_INFINITY, PriceBasis.NONE),
    /** Things per 100 people. */
    PER_100_PEOPLE("per 100 people", Dimension.DENSITY, 0, Double.POSITIVE_INFINITY, PriceBasis.NONE),
    /** Things per 10,000 employees. */
    PER_10K_EMPLOYEES("per 10k employees", Dimension.DENSITY, 0, 10_000, PriceBasis.NONE),
    /** United States dollars of the year itself, at market exchange rates. */
    USD_CURRENT("USD (current)", Dimension.MONEY, 0, Double.POSITIVE_INFINITY, PriceBasis.CURRENT),
    /** United States dollars at prices of 2021. */
    USD_CONSTANT_2021("USD (constant 2021)", Dimension.MONEY, 0, Double.POSITIVE_INFINITY, PriceBasis.CONSTANT_2021),
    /** United States dollars at purchasing-power parity. */
    USD_PPP("USD (PPP)", Dimension.MONEY, 0, Double.POSITIVE_INFINITY, PriceBasis.PPP),
    /** Linpack performance in 10^15 floating-point operations a second. */
    PETAFLOPS("PFlop/s", Dimension.COMPUTE, 0, Double.POSITIVE_INFINITY, PriceBasis.NONE),
    /** Computing performance in units of one NVIDIA H100 accelerator. */
    H100_EQUIVALENTS("H100 equivalents", Dimension.COMPUTE, 0, Double.POSITIVE_INFINITY, PriceBasis.NONE),
    /** A calendar year. */
    YEAR("year", Dimension.DATE, 1900, 2100, PriceBasis.NONE),
    /** A duration in years. */
    YEARS("years", Dimension.DURATION, 0, 1_000, PriceBasis.NONE),
    /** A duration in months. */
    MONTHS("months", Dimension.DURATION, 0, 12_000, PriceBasis.NONE);

    /** What a unit measures. Values of different dimensions are never compared. */
    public enum Dimension {
        /** Part of a whole. */
        SHARE,
        /** A score, index or code on a stated scale. */
        SCORE,
        /** How many. */
        COUNT,
        /** How many per a stated number of people. */
        DENSITY,
        /** Money; see {@link PriceBasis}. */
        MONEY,
        /** Computing performance. */
        COMPUTE,
        /** A point in time. */
        DATE,
        /** A length of time. */
        DURATION,
        /** One quantity over another of its kind. */
        RATIO
    }

    /** At which prices an amount of money is stated. */
    public enum PriceBasis {
        /** Not money. */
        NONE,
        /** Prices and exchange rates of the year itself. */
        CURRENT,
        /** Prices of 2021. */
        CONSTANT_2021,
        /** Purchasing-power parity. */
        PPP
    }

    /**
     * How a data file writes a unit.
     *
     * @param text the text in the file, such as {@code USD million (current)} or {@code % of GDP}
     * @param unit the unit it stands for
     * @param factor by what a figure in the file is multiplied to be in that unit
     * @param of what a share is a share of, or what is counted; empty if the text does not say
     */
    public record Label(String text, Unit unit, double factor, String of) implements Serializable {
        /** Checks that nothing is null and that the factor is positive. */
        public Label {
            Objects.requireNonNull(text, "Unit.Label.text");
            Objects.requireNonNull(unit, "Unit.Label.unit");
            Objects.requireNonNull(of, "Unit.Label.of");
            if (!(factor > 0 && Double.isFinite(factor))) {
                throw new IllegalArgumentException(
                        "Unit.Label.factor must be positive but was " + Numbers.shortest(factor));
            }
        }

        /**
         * Converts a figure as the file prints it.
         *
         * @param printed the figure in the file
         * @return the same quantity in {@link #unit()}, the nearest double
         */
        public double toUnit(BigDecimal printed) {
            return printed.multiply(new BigDecimal(factor)).doubleValue();
        }

        /**
         * Whether a figure under this label may stand where the other label is expected: the same unit, and not a share of
         * something else.
         *
         * @param expected the label that is expected
         * @return true if the units are the same and {@link #of()} is the same or left out
         */
        public boolean fits(Label expected) {
            return unit == expected.unit && (of.isEmpty() || of.equals(expected.of));
        }

        /** The text in the file. */
        @Override
        public String toString() {
            return text;
        }
    }

    private final String symbol;
    private final Dimension dimension;
    private final double lowest;
    private final double highest;
    private final PriceBasis priceBasis;

    Unit(String symbol, Dimension dimension, double lowest, double highest, PriceBasis priceBasis) {
        this.symbol = symbol;
        this.dimension = dimension;
        this.lowest = lowest;
        this.highest = highest;
        this.priceBasis = priceBasis;
    }

    /**
     * How the unit is written after a number.
     *
     * @return the symbol; it is also one of the labels, with factor 1
     */
    public String symbol() {
        return symbol;
    }

    /**
     * What the unit measures.
     *
     * @return the dimension
     */
    public Dimension dimension() {
        return dimension;
    }

    /**
     * At which prices, for money.
     *
     * @return {@link PriceBasis#NONE} for everything else
     */
    public PriceBasis priceBasis() {
        return priceBasis;
    }

    /**
     * The smallest value there can be.
     *
     * @return the lower end of the range, inclusive; negative infinity if there is none
     */
    public double lowest() {
        return lowest;
    }

    /**
     * The largest value there can be.
     *
     * @return the upper end of the range, inclusive; positive infinity if there is none
     */
    public double highest() {
        return highest;
    }

    /**
     * Whether a value can be in this unit.
     *
     * @param value any double
     * @return true if it is finite and inside the range
     */
    public boolean allows(double value) {
        return Double.isFinite(value) && lowest <= value && value <= highest;
    }

    /**
     * Whether zero means none, so that a part of a value, such as 5 % of it, means something.
     *
     * @return false for {@link #YEAR}, {@link #ORDINAL}, {@link #TIER} and {@link #STANDARD_NORMAL}
     */
    public boolean isRelative() {
        return switch (this) {
            case YEAR, ORDINAL, TIER, STANDARD_NORMAL -> false;
            default -> true;
        };
    }

    /**
     * The range in words, as errors print it: {@code [0, 100] %}.
     *
     * @return the range with the symbol
     */
    public String range() {
        String from = Double.isInfinite(lowest) ? "(-inf" : "[" + Numbers.shortest(lowest);
        String to = Double.isInfinite(highest) ? "inf)" : Numbers.shortest(highest) + "]";
        return from + ", " + to + " " + symbol;
    }

    /**
     * What a data file's text for a unit means.
     *
     * @param text the text, exactly as the file prints it
     * @return the unit, its factor, and what it is a share of
     * @throws IllegalArgumentException if the text is none of those in {@link #labels()}; the message names the nearest
     */
    public static Label label(String text) {
        Label label = labels().get(text);
        if (label == null) {
            String nearest = Problems.nearest(text, labels().keySet());
            throw new IllegalArgumentException("Unit: unknown unit " + Problems.quote(text)
                    + (nearest.isEmpty() ? "; Unit.labels() lists all" : "; " + nearest));
        }
        return label;
    }

    /**
     * Every text that stands for a unit in data files.
     *
     * @return labels by their text, in the order of the table
     */
    public static ImmutableMap<String, Label> labels() {
        return UnitTable.LABELS;
    }
}
