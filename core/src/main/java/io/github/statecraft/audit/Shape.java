package io.github.statecraft.audit;

import java.io.Serializable;
import java.util.Objects;

/**
 * The shape of a column of numbers: how lopsided it is and how heavy its tails are.
 *
 * <p>Both are of type 2, G1 and G2 of D. N. Joanes and C. A. Gill, "Comparing measures of sample skewness and kurtosis", The
 * Statistician 47 (1998) 183-189, as in spreadsheets and COINr. Immutable, thread-safe, serialisable.
 *
 * @param skewness 0 for a symmetric column, positive if the tail is on the side of large numbers; defined from three units on
 * @param kurtosis in excess of the 3 of a normal distribution; defined from four units on
 */
public record Shape(Statistic skewness, Statistic kurtosis) implements Serializable {
    /** Checks that nothing is null. */
    public Shape {
        Objects.requireNonNull(skewness, "Shape.skewness");
        Objects.requireNonNull(kurtosis, "Shape.kurtosis");
    }

    /**
     * Whether single values rule the column, by the rule of the JRC: skewness of at least {@link StatisticalAudit#SKEWNESS} in
     * magnitude and kurtosis of at least {@link StatisticalAudit#KURTOSIS}.
     *
     * @return false where either is not defined
     */
    public boolean isOutlying() {
        return skewness.isDefined()
                && Math.abs(skewness.value().orElseThrow()) >= StatisticalAudit.SKEWNESS
                && kurtosis.isDefined()
                && kurtosis.value().orElseThrow() >= StatisticalAudit.KURTOSIS;
    }

    /** For tables. */
    String shown() {
        return skewness.shown(1) + "/" + kurtosis.shown(1) + (isOutlying() ? "*" : "");
    }

    /** Skewness and kurtosis, with a star if single values rule. */
    @Override
    public String toString() {
        return skewness.shown(1) + " / " + kurtosis.shown(1) + (isOutlying() ? " *" : "");
    }
}
