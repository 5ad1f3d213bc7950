package io.github.statecraft.score;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Imputation;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Imputation} with what the units of the reference give: their values, groups and covariates. Immutable and
 * thread-safe.
 */
final class Donors implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String indicator;
    private final Imputation method;
    private final ImmutableDoubleArray values;
    private final ImmutableDoubleArray covariates;
    private final @Nullable String[] groups;

    private Donors(
            String indicator,
            Imputation method,
            ImmutableDoubleArray values,
            ImmutableDoubleArray covariates,
            @Nullable String[] groups) {
        this.indicator = indicator;
        this.method = method;
        this.values = values;
        this.covariates = covariates;
        this.groups = groups;
    }

    /** The units of a reference that hold a rank and have a value of an indicator. */
    static Donors of(Indicator indicator, Imputation method, IndicatorTable reference, double[] denominated) {
        boolean[] isRanked = reference.ranked();
        double[] covariate = method instanceof Imputation.Regression regression
                ? reference.columnOf(regression.covariate())
                : new double[denominated.length];
        @Nullable String[] groups = looksAtGroups(method) ? reference.groups() : new String[denominated.length];
        if (looksAtGroups(method) && Arrays.stream(groups).allMatch(Objects::isNull)) {
            throw new IllegalArgumentException("Indicator " + indicator.id() + ", " + method
                    + ": no unit of the reference has a group; name the column of groups when the table is read, or add groups"
                    + " to the table");
        }
        List<Donor> donors = new ArrayList<>();
        for (int row = 0; row < denominated.length; row++) {
            if (isRanked[row] && !Double.isNaN(denominated[row]) && !Double.isNaN(covariate[row])) {
                donors.add(new Donor(denominated[row], covariate[row], groups[row]));
            }
        }
        donors.sort(Donor.ORDER);
        return new Donors(
                indicator.id(),
                method,
                ImmutableDoubleArray.copyOf(donors.stream().mapToDouble(Donor::value)),
                ImmutableDoubleArray.copyOf(donors.stream().mapToDouble(Donor::covariate)),
                donors.stream().map(Donor::group).toArray(String[]::new));
    }

    /** One unit, for an order of units that does not depend on the rows of the reference. */
    private record Donor(
            double value, double covariate, @Nullable String group) {
        static final Comparator<Donor> ORDER = Comparator.comparingDouble(Donor::value)
                .thenComparingDouble(Donor::covariate)
                .thenComparing(donor -> donor.group() == null ? "" : donor.group());

        @Override
        public String toString() {
            return Numbers.shortest(value) + ", covariate " + Numbers.shortest(covariate) + ", group " + group;
        }
    }

    /** Whether an indicator is imputed from other years. */
    static boolean looksAtYears(Indicator indicator) {
        return indicator
                .imputation()
                .filter(m -> m instanceof Imputation.LatestYear || m instanceof Imputation.LinearInTime)
                .isPresent();
    }

    private static boolean looksAtGroups(Imputation method) {
        return (method instanceof Imputation.Mean mean && mean.donors() == Imputation.Donors.GROUP)
                || (method instanceof Imputation.Median median && median.donors() == Imputation.Donors.GROUP);
    }

    /**
     * What takes the place of the missing values of a table.
     *
     * @param table the table
     * @param denominated its values of the indicator, NaN where missing
     * @param years the values of all years of a panel; null if there is none
     * @param year which of them the table is of
     * @throws IllegalArgumentException if the method needs a panel and there is none, or too few donors
     */
    Imputed impute(IndicatorTable table, double[] denominated, @Nullable YearImputation years, int year) {
        if (method instanceof Imputation.StatedValue stated) {
            Imputed.Filling filling = new Imputed.Filling(denominated.length);
            for (int row = 0; row < denominated.length; row++) {
                if (Double.isNaN(denominated[row])) {
                    filling.put(row, stated.value(), Optional.empty());
                }
            }
            return filling.done();
        }
        if (method instanceof Imputation.LatestYear || method instanceof Imputation.LinearInTime) {
            if (years == null) {
                throw new IllegalArgumentException("Indicator " + indicator + ", " + method
                        + ": needs the years of a panel; score an IndicatorPanel");
            }
            return method instanceof Imputation.LatestYear latest
                    ? years.latest(year, latest.maximumAge())
                    : years.interpolated(year);
        }
        int before = values.length();
        double[] all = Arrays.copyOf(values.toArray(), before + denominated.length);
        Arrays.fill(all, before, all.length, Double.NaN);
        Imputed imputed = imputed(table, all);
        Imputed.Filling filling = new Imputed.Filling(denominated.length);
        for (int row = 0; row < denominated.length; row++) {
            if (Double.isNaN(denominated[row]) && imputed.isImputed(before + row)) {
                filling.put(row, imputed.value(before + row), imputed.spread(before + row));
            }
        }
        return filling.done();
    }

    private Imputed imputed(IndicatorTable table, double[] all) {
        try {
            if (method instanceof Imputation.Mean mean) {
                return centre(CentreImputation.MEAN, mean.donors(), table, all);
            }
            if (method instanceof Imputation.Median median) {
                return centre(CentreImputation.MEDIAN, median.donors(), table, all);
            }
            double[] covariate = table.columnOf(((Imputation.Regression) method).covariate());
            double[] both = Arrays.copyOf(covariates.toArray(), all.length);
            System.arraycopy(covariate, 0, both, values.length(), covariate.length);
            return RegressionImputation.of(all, both);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Indicator " + indicator + ", " + method + ": " + e.getMessage(), e);
        }
    }

    private Imputed centre(CentreImputation centre, Imputation.Donors donors, IndicatorTable table, double[] all) {
        if (donors == Imputation.Donors.ALL) {
            return centre.overall(all);
        }
        @Nullable String[] both = Arrays.copyOf(groups, all.length);
        System.arraycopy(table.groups(), 0, both, groups.length, all.length - groups.length);
        return centre.byGroup(all, both);
    }

    /** The method in words. */
    String rule() {
        return method.toString();
    }

    /** The numbers that the reference gave. */
    double[] fitted() {
        boolean looks = !(method instanceof Imputation.StatedValue
                || method instanceof Imputation.LatestYear
                || method instanceof Imputation.LinearInTime);
        return looks ? Doubles.concat(values.toArray(), covariates.toArray()) : new double[0];
    }

    /** The groups of the donors, in the order of their numbers, if the method looks at them; "" for none. */
    List<String> groups() {
        return looksAtGroups(method)
                ? Arrays.stream(groups).map(group -> group == null ? "" : group).toList()
                : List.of();
    }
}
