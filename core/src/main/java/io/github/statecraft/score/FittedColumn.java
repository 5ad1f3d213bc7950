package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Treatment;
import java.io.Serial;
import java.io.Serializable;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one indicator with the numbers that a reference gave: denominate, impute, treat, normalise. Immutable and
 * thread-safe.
 */
final class FittedColumn implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Indicator indicator;
    private final @Nullable Donors donors;
    private final ImmutableList<FittedTreatment> treatments;
    /** The places, among the treatments of the indicator, of those that act only if the reference is skewed and do. */
    private final ImmutableDoubleArray acting;

    private final Scale scale;
    /** Whether values are supposed, not known: one that a step refuses stands at the end of what it takes. */
    private final boolean isSupposing;

    private FittedColumn(
            Indicator indicator,
            @Nullable Donors donors,
            ImmutableList<FittedTreatment> treatments,
            ImmutableDoubleArray acting,
            Scale scale,
            boolean isSupposing) {
        this.indicator = indicator;
        this.donors = donors;
        this.treatments = treatments;
        this.acting = acting;
        this.scale = scale;
        this.isSupposing = isSupposing;
    }

    /** The same steps for values that are supposed. */
    FittedColumn supposing() {
        return new FittedColumn(indicator, donors, treatments, acting, scale, true);
    }

    /** The values of an indicator in one table, after each step. NaN marks a missing value; arrays are not to be changed. */
    static final class Steps {
        private final double[] denominated;
        private final @Nullable Imputed imputation;
        private final double[] imputed;
        private final double[] treated;

        /**
         * The values.
         *
         * @param denominated set against another indicator
         * @param imputation what was imputed; null if there is no imputation
         * @param imputed denominated, with what was imputed
         * @param treated imputed, treated
         */
        Steps(double[] denominated, @Nullable Imputed imputation, double[] imputed, double[] treated) {
            this.denominated = denominated;
            this.imputation = imputation;
            this.imputed = imputed;
            this.treated = treated;
        }

        double[] denominated() {
            return denominated;
        }

        @Nullable
        Imputed imputation() {
            return imputation;
        }

        double[] imputed() {
            return imputed;
        }

        double[] treated() {
            return treated;
        }

        /** Whether the value of a row is known, not imputed. */
        boolean isKnown(int row) {
            return !Double.isNaN(denominated[row]);
        }

        @Override
        public String toString() {
            return treated.length + " values";
        }
    }

    /** Whether the steps of an indicator look at a reference. */
    static boolean looksAtReference(Indicator indicator) {
        return ScaleFit.looksAtReference(indicator.normalisation())
                || indicator.treatments().stream().anyMatch(FittedTreatment::looksAtReference);
    }

    /**
     * Fits the steps.
     *
     * @param indicator the indicator
     * @param reference the table to look at; units without rank are passed over
     * @param isRanked by row, whether the unit holds a rank
     * @param panel the panel of which it is a year, or all years if it is of none; null if there is none
     */
    static FittedColumn fit(
            Indicator indicator, IndicatorTable reference, boolean[] isRanked, @Nullable IndicatorPanel panel) {
        double[] denominated = denominated(indicator, reference);
        Donors donors = indicator
                .imputation()
                .map(method -> Donors.of(indicator, method, reference, denominated))
                .orElse(null);
        boolean looks = looksAtReference(indicator);
        double[] treated =
                looks ? impute(indicator, donors, reference, panel, denominated).imputed() : denominated;
        double[] seen = looks ? ranked(treated, isRanked) : new double[0];
        ImmutableList.Builder<FittedTreatment> treatments = ImmutableList.builder();
        ImmutableDoubleArray.Builder acting = ImmutableDoubleArray.builder();
        for (int place = 0; place < indicator.treatments().size(); place++) {
            Treatment treatment = indicator.treatments().get(place);
            FittedTreatment fitted = fit(indicator, treatment, seen);
            if (fitted == null) {
                continue;
            }
            treatments.add(fitted);
            if (treatment instanceof Treatment.IfSkewed) {
                acting.add(place);
            }
            if (looks) {
                treated = applied(indicator, fitted, reference.units(), treated);
                seen = ranked(treated, isRanked);
            }
        }
        double[] column = treated;
        Scale scale =
                ScaleFit.of(indicator).to(seen, unit -> reference.has(unit) ? column[reference.row(unit)] : Double.NaN);
        return new FittedColumn(indicator, donors, treatments.build(), acting.build(), scale, false);
    }

    private static double[] ranked(double[] column, boolean[] isRanked) {
        double[] values = new double[column.length];
        int count = 0;
        for (int row = 0; row < column.length; row++) {
            if (isRanked[row] && !Double.isNaN(column[row])) {
                values[count++] = column[row];
            }
        }
        return Arrays.copyOf(values, count);
    }

    private static @Nullable FittedTreatment fit(Indicator indicator, Treatment treatment, double[] seen) {
        try {
            return FittedTreatment.fit(treatment, seen);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Indicator " + indicator.id() + ", treatment " + treatment + ": " + e.getMessage(), e);
        }
    }

    private static double[] applied(
            Indicator indicator, FittedTreatment treatment, List<String> units, double[] column) {
        double[] result = new double[column.length];
        for (int row = 0; row < column.length; row++) {
            result[row] =
                    Double.isNaN(column[row]) ? Double.NaN : applied(indicator, treatment, units.get(row), column[row]);
        }
        return result;
    }

    private static double applied(Indicator indicator, FittedTreatment treatment, String unit, double value) {
        try {
            return treatment.apply(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Indicator " + indicator.id() + " of " + unit + ", treatment " + treatment.rule() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /**
     * The steps of a table.
     *
     * @param table the table
     * @param panel the panel of which it is a year, or all years if it is of none; null if there is none
     * @throws IllegalArgumentException if a value cannot be set against another or treated
     */
    Steps steps(IndicatorTable table, @Nullable IndicatorPanel panel) {
        Steps steps = impute(indicator, donors, table, panel, denominated(indicator, table));
        if (treatments.isEmpty()) {
            return steps;
        }
        double[] treated = new double[steps.imputed().length];
        for (int row = 0; row < treated.length; row++) {
            treated[row] = Double.isNaN(steps.imputed()[row])
                    ? Double.NaN
                    : treated(table.units().get(row), steps.imputed()[row], null);
        }
        return new Steps(steps.denominated(), steps.imputation(), steps.imputed(), treated);
    }

    private static Steps impute(
            Indicator indicator,
            @Nullable Donors donors,
            IndicatorTable table,
            @Nullable IndicatorPanel panel,
            double[] denominated) {
        if (donors == null) {
            return new Steps(denominated, null, denominated, denominated);
        }
        Imputed imputed;
        if (panel == null || !Donors.looksAtYears(indicator)) {
            imputed = donors.impute(table, denominated, null, 0);
        } else if (table.asOf().isPresent()) {
            imputed = ofYear(indicator, donors, table, panel, table.asOf().get());
        } else {
            imputed = Imputed.concat(panel.years().stream()
                    .map(year -> ofYear(indicator, donors, panel.table(year), panel, year))
                    .toList());
        }
        double[] filled = imputed.fill(denominated);
        return new Steps(denominated, imputed, filled, filled);
    }

    private static Imputed ofYear(
            Indicator indicator, Donors donors, IndicatorTable table, IndicatorPanel panel, Year year) {
        return donors.impute(table, denominated(indicator, table), years(indicator, table, panel), year.getValue());
    }

    /** The values of the units of a table in all years of a panel. */
    private static YearImputation years(Indicator indicator, IndicatorTable table, IndicatorPanel panel) {
        ImmutableList<Year> years = panel.years();
        double[][] columns = new double[years.size()][table.units().size()];
        for (int i = 0; i < columns.length; i++) {
            IndicatorTable other = panel.table(years.get(i));
            double[] there = ofOtherYear(indicator, other, years.get(i));
            for (int row = 0; row < columns[i].length; row++) {
                String unit = table.units().get(row);
                columns[i][row] = other.has(unit) ? there[other.row(unit)] : Double.NaN;
            }
        }
        return YearImputation.of(years.stream().mapToInt(Year::getValue).toArray(), columns);
    }

    private static double[] ofOtherYear(Indicator indicator, IndicatorTable table, Year year) {
        try {
            return denominated(indicator, table);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("In " + year + ", to impute over time: " + e.getMessage(), e);
        }
    }

    /**
     * The treated value.
     *
     * @param unit whose, for errors
     * @param value the value
     * @param eachStep is told the value after each treatment; null if nobody asks
     */
    double treated(String unit, double value, @Nullable DoubleConsumer eachStep) {
        double result = value;
        for (FittedTreatment treatment : treatments) {
            result = isSupposing ? treatment.applyToSupposed(result) : applied(indicator, treatment, unit, result);
            if (eachStep != null) {
                eachStep.accept(result);
            }
        }
        return result;
    }

    /** Treats an end of what a value may be, also where a treatment has no value for it. */
    double treatedEnd(double value) {
        double result = value;
        for (FittedTreatment treatment : treatments) {
            result = treatment.applyToEnd(result);
        }
        return result;
    }

    /** The score of a treated value. */
    double score(String unit, double treated) {
        return isSupposing ? scale.supposed(treated) : scale.score(unit, treated);
    }

    Indicator indicator() {
        return indicator;
    }

    /** What was fitted of the imputation; null if there is none. */
    @Nullable
    Donors donors() {
        return donors;
    }

    /** The treatments that act, in their order. */
    ImmutableList<FittedTreatment> treatments() {
        return treatments;
    }

    Scale scale() {
        return scale;
    }

    /** All numbers that the reference gave, in the order of the steps. */
    double[] fitted() {
        List<double[]> parts = new ArrayList<>();
        if (donors != null) {
            parts.add(donors.fitted());
        }
        parts.add(acting.toArray());
        treatments.forEach(t -> parts.add(t.fitted()));
        parts.add(scale.fitted());
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** The groups that the reference gave. */
    List<String> groups() {
        return donors == null ? List.of() : donors.groups();
    }

    /** The values of an indicator, set against another where it says so; NaN where one is missing. */
    static double[] denominated(Indicator indicator, IndicatorTable table) {
        double[] column = table.columnOf(indicator.indicator());
        if (indicator.denomination().isEmpty()) {
            return column;
        }
        Denomination denomination = indicator.denomination().get();
        double[] other = table.columnOf(denomination.indicator());
        double[] result = new double[column.length];
        for (int row = 0; row < column.length; row++) {
            if (Double.isNaN(column[row]) || Double.isNaN(other[row])) {
                result[row] = Double.NaN;
                continue;
            }
            if (denomination.operation() == Denomination.Operation.PER && other[row] <= 0) {
                throw new IllegalArgumentException("Indicator " + indicator.id() + " of "
                        + table.units().get(row) + ": " + denomination.indicator()
                        + " must be positive to divide by but was "
                        + Numbers.shortest(other[row]));
            }
            result[row] = denomination.apply(column[row], other[row]);
            if (!Double.isFinite(result[row])) {
                throw new IllegalArgumentException("Indicator " + indicator.id() + " of "
                        + table.units().get(row) + ": " + Numbers.shortest(column[row]) + " "
                        + denomination + ", is too large a number with " + denomination.indicator() + " "
                        + Numbers.shortest(other[row]));
            }
        }
        return result;
    }

    /** The indicator and its steps. */
    @Override
    public String toString() {
        return indicator.toString();
    }
}
