package io.github.statecraft.score;

import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fills gaps of one year from other years of the same unit: with the latest earlier number, or on the straight line between
 * the nearest years on both sides. Numbers are held as one column of units for each year, NaN where missing.
 *
 * <p>Immutable and thread-safe.
 */
final class YearImputation {
    private static final int NONE = -1;

    private final int[] years;
    private final double[][] columns;

    private YearImputation(int[] years, double[][] columns) {
        this.years = years;
        this.columns = columns;
    }

    /**
     * Takes the numbers of all years.
     *
     * @param years rising years
     * @param columns one column for each year, all of the same units in the same order: years x units
     * @return what imputes from them
     * @throws IllegalArgumentException if there is no year, years do not rise, columns are not as many or not as long,
     *     or a number is infinite
     */
    static YearImputation of(int[] years, double[][] columns) {
        if (years.length == 0 || years.length != columns.length) {
            throw new IllegalArgumentException("YearImputation needs a column for each year and at least one but got "
                    + columns.length + " columns for " + years.length + " years");
        }
        double[][] copy = new double[columns.length][];
        for (int i = 0; i < years.length; i++) {
            copy[i] = columns[i].clone();
            if (i > 0 && !(years[i - 1] < years[i])) {
                throw new IllegalArgumentException(
                        "YearImputation.years must rise but " + years[i - 1] + " came before " + years[i]);
            }
            if (copy[i].length != copy[0].length) {
                throw new IllegalArgumentException("YearImputation needs as many units in each year but got "
                        + copy[i].length + " in " + years[i] + " and " + copy[0].length + " in " + years[0]);
            }
            requireFinite(years[i], copy[i]);
        }
        return new YearImputation(years.clone(), copy);
    }

    private static void requireFinite(int year, double[] column) {
        for (double x : column) {
            if (Double.isInfinite(x)) {
                throw new IllegalArgumentException(
                        "YearImputation needs finite numbers but one in " + year + " was " + Numbers.shortest(x));
            }
        }
    }

    /**
     * Fills each gap of a year with the unit's latest earlier number, if it is not too old. The spread is that of changes over
     * the same lag, in years, of all units between any two years in which both numbers are known.
     *
     * @param year one of the years
     * @param maximumAge how many years older a number may be at most, at least 1
     * @return the filled gaps; {@link #latestYear} says from when each is
     * @throws IllegalArgumentException if the year is not among the years or maximumAge is not positive
     */
    Imputed latest(int year, int maximumAge) {
        if (maximumAge < 1) {
            throw new IllegalArgumentException("YearImputation.maximumAge must be at least 1 but was " + maximumAge);
        }
        int target = indexOf(year);
        Map<Integer, Optional<DonorSpread>> spreads = new TreeMap<>();
        Imputed.Filling filling = new Imputed.Filling(columns[target].length);
        for (int unit = 0; unit < columns[target].length; unit++) {
            int source = before(target, unit);
            if (Double.isNaN(columns[target][unit]) && source != NONE && lag(source, target) <= maximumAge) {
                Optional<DonorSpread> spread =
                        spreads.computeIfAbsent(lag(source, target), lag -> DonorSpread.of(changes(lag)));
                filling.put(unit, columns[source][unit], spread);
            }
        }
        return filling.done();
    }

    /**
     * The latest year before a year in which a unit has a number.
     *
     * @param year one of the years
     * @param unit the row of the unit, counted from 0
     * @return the year; empty if the unit has no earlier number
     * @throws IllegalArgumentException if the year is not among the years
     */
    Optional<Integer> latestYear(int year, int unit) {
        int source = before(indexOf(year), unit);
        return source == NONE ? Optional.empty() : Optional.of(years[source]);
    }

    /**
     * Fills each gap of a year on the straight line between the nearest earlier and the nearest later year in which the unit
     * has a number; without both the gap stays. The spread is that of what the same rule would miss by if a known number
     * between two others were left out, of all units and years.
     *
     * @param year one of the years
     * @return the filled gaps
     * @throws IllegalArgumentException if the year is not among the years
     */
    Imputed interpolated(int year) {
        int target = indexOf(year);
        Optional<DonorSpread> spread = DonorSpread.of(omissions());
        Imputed.Filling filling = new Imputed.Filling(columns[target].length);
        for (int unit = 0; unit < columns[target].length; unit++) {
            double onLine = between(target, unit);
            if (Double.isNaN(columns[target][unit]) && !Double.isNaN(onLine)) {
                filling.put(unit, onLine, spread);
            }
        }
        return filling.done();
    }

    /** The changes of all units over so many years. */
    private double[] changes(int lag) {
        List<Double> changes = new ArrayList<>();
        for (int later = 0; later < years.length; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                for (int unit = 0; unit < columns[later].length && lag(earlier, later) == lag; unit++) {
                    changes.add(columns[later][unit] - columns[earlier][unit]);
                }
            }
        }
        return array(changes);
    }

    /** Each known number between two others, less what interpolation would put in its place. */
    private double[] omissions() {
        List<Double> omissions = new ArrayList<>();
        for (int i = 0; i < years.length; i++) {
            for (int unit = 0; unit < columns[i].length; unit++) {
                omissions.add(columns[i][unit] - between(i, unit));
            }
        }
        return array(omissions);
    }

    /** The line between the nearest other years at a year; NaN without a number on both sides. */
    private double between(int at, int unit) {
        int earlier = before(at, unit);
        int later = after(at, unit);
        if (earlier == NONE || later == NONE) {
            return Double.NaN;
        }
        double low = columns[earlier][unit];
        double high = columns[later][unit];
        double share = lag(earlier, at) / (double) lag(earlier, later);
        return ExactSum.ofProducts(new double[] {1, -share, share}, new double[] {low, low, high});
    }

    private int before(int index, int unit) {
        for (int i = index - 1; i >= 0; i--) {
            if (!Double.isNaN(columns[i][unit])) {
                return i;
            }
        }
        return NONE;
    }

    private int after(int index, int unit) {
        for (int i = index + 1; i < years.length; i++) {
            if (!Double.isNaN(columns[i][unit])) {
                return i;
            }
        }
        return NONE;
    }

    private int lag(int earlier, int later) {
        return years[later] - years[earlier];
    }

    private int indexOf(int year) {
        for (int i = 0; i < years.length; i++) {
            if (years[i] == year) {
                return i;
            }
        }
        throw new IllegalArgumentException("YearImputation has no column for " + year + "; its years go from "
                + years[0] + " to " + years[years.length - 1]);
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream()
                .mapToDouble(Double::doubleValue)
                .filter(x -> !Double.isNaN(x))
                .toArray();
    }
}
