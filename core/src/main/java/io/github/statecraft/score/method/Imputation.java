package io.github.statecraft.score.method;

import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;
import java.util.Objects;

/**
 * What takes the place of a missing value of one indicator, after it is set against another and before it is treated. An
 * imputed value is marked wherever it is shown, and its spread is that of the method: the 5 % and 95 % quantiles of what the
 * method would have missed the known values by, where there are at least five of them, else unknown. Donors are the units of
 * the reference that hold a rank and have a value; methods that look at other years look at the unit's own in the panel that
 * is scored, and for their spread at all units of it. Without an imputation a missing value stays missing. Minima of a
 * {@link MissingDataPolicy} are asked of known values only. Methods are immutable and thread-safe.
 *
 * <p>Source of the methods: OECD/JRC, Handbook on Constructing Composite Indicators, 2008, pages 24-26 and 55-62.
 */
public sealed interface Imputation extends Serializable {
    /** Whose values stand in. */
    enum Donors {
        /** All units of the reference. */
        ALL,
        /** Those of the unit's own group; a unit without a group, or whose group has no value, stays missing. */
        GROUP
    }

    /**
     * The mean of the donors.
     *
     * @param donors whose
     */
    record Mean(Donors donors) implements Imputation {
        /** Checks that it says whose. */
        public Mean {
            Objects.requireNonNull(donors, "Imputation.Mean.donors");
        }

        @Override
        public String toString() {
            return "imputed by the mean of " + (donors == Donors.ALL ? "all" : "the group");
        }
    }

    /**
     * The median of the donors.
     *
     * @param donors whose
     */
    record Median(Donors donors) implements Imputation {
        /** Checks that it says whose. */
        public Median {
            Objects.requireNonNull(donors, "Imputation.Median.donors");
        }

        @Override
        public String toString() {
            return "imputed by the median of " + (donors == Donors.ALL ? "all" : "the group");
        }
    }

    /**
     * The unit's own value of the latest earlier year that has one. Needs the years of a panel.
     *
     * @param maximumAge how many years it may be older, at least 1
     */
    record LatestYear(int maximumAge) implements Imputation {
        /** Checks the age. */
        public LatestYear {
            if (!(maximumAge >= 1)) {
                throw new IllegalArgumentException(
                        "Imputation.LatestYear.maximumAge must be at least 1 year but was " + maximumAge);
            }
        }

        @Override
        public String toString() {
            return "imputed by the latest earlier year, at most " + maximumAge + (maximumAge == 1 ? " year" : " years")
                    + " older";
        }
    }

    /**
     * On the straight line between the unit's own values of the nearest earlier and the nearest later year. Nothing is
     * extrapolated. Needs the years of a panel, and a later year more may fill or move what lies before it.
     */
    record LinearInTime() implements Imputation {
        @Override
        public String toString() {
            return "imputed on the line between the years before and after";
        }
    }

    /**
     * What a least-squares line through the donors gives at the unit's own value of another column. A unit without that stays
     * missing. At least three donors with both are needed.
     *
     * @param covariate the other column of the table
     */
    record Regression(String covariate) implements Imputation {
        /** Checks that the covariate is named. */
        public Regression {
            if (covariate.isBlank()) {
                throw new IllegalArgumentException("Imputation.Regression.covariate must not be blank");
            }
        }

        @Override
        public String toString() {
            return "imputed by regression on " + covariate;
        }
    }

    /**
     * A stated value, in the unit of the column or of what its {@link Denomination} makes of it; treatments act on it as on a
     * known value. Its spread is unknown.
     *
     * @param value the value
     * @param reason why this value
     */
    record StatedValue(double value, String reason) implements Imputation {
        /** Checks that the value is finite. */
        public StatedValue {
            Objects.requireNonNull(reason, "Imputation.StatedValue.reason");
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "Imputation.StatedValue.value must be finite but was " + Numbers.shortest(value));
            }
            value += 0.0;
        }

        @Override
        public String toString() {
            return "imputed by the stated value " + Numbers.shortest(value);
        }
    }

    /**
     * The mean of some donors.
     *
     * @param donors whose
     * @return the method
     */
    static Imputation mean(Donors donors) {
        return new Mean(donors);
    }

    /**
     * The median of some donors.
     *
     * @param donors whose
     * @return the method
     */
    static Imputation median(Donors donors) {
        return new Median(donors);
    }

    /**
     * The unit's own value of an earlier year.
     *
     * @param maximumAge how many years it may be older, at least 1
     * @return the method
     * @throws IllegalArgumentException if the age is below 1
     */
    static Imputation latestYear(int maximumAge) {
        return new LatestYear(maximumAge);
    }

    /**
     * Between the years before and after.
     *
     * @return the method
     */
    static Imputation linearInTime() {
        return new LinearInTime();
    }

    /**
     * A least-squares line over another column.
     *
     * @param covariate the other column of the table
     * @return the method
     * @throws IllegalArgumentException if it is blank
     */
    static Imputation regression(String covariate) {
        return new Regression(covariate);
    }

    /**
     * A stated value.
     *
     * @param value the value, before it is treated
     * @param reason why this value
     * @return the method
     * @throws IllegalArgumentException if it is not finite
     */
    static Imputation statedValue(double value, String reason) {
        return new StatedValue(value, reason);
    }
}
