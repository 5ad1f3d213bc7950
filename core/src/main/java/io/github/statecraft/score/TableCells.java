package io.github.statecraft.score;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.internal.text.Numbers;
import java.time.Year;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a builder of an {@link IndicatorTable} has been given so far. Not thread-safe. */
final class TableCells {
    private @Nullable Year asOf;
    private final Map<String, TableRow> units = new LinkedHashMap<>();
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final ImmutableTable.Builder<String, String, Reading> readings = ImmutableTable.builder();
    private final ImmutableTable.Builder<String, String, String> unread = ImmutableTable.builder();
    private final Map<String, Unit> unitsOfMeasure = new LinkedHashMap<>();

    TableCells() {}

    @Nullable
    Year asOf() {
        return asOf;
    }

    void asOf(Year year) {
        asOf = year;
    }

    void addUnit(String id, String label, boolean isRanked) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("IndicatorTable.units must not have a blank id");
        }
        if (label.isBlank()) {
            throw new IllegalArgumentException("IndicatorTable.units: the label of " + id + " must not be blank");
        }
        if (units.putIfAbsent(id, new TableRow(units.size(), label, isRanked, null)) != null) {
            throw new IllegalArgumentException("IndicatorTable.units must have each unit once but " + id
                    + " was there already; give two years of one country two ids");
        }
    }

    void group(String unit, String group) {
        TableRow row = row(unit);
        if (group.isBlank()) {
            throw new IllegalArgumentException("IndicatorTable.group of " + unit + " must not be blank");
        }
        if (row.group() != null) {
            throw new IllegalArgumentException(
                    "IndicatorTable.group of " + unit + " must be given once but was " + row.group() + " already");
        }
        units.put(unit, new TableRow(row.row(), row.label(), row.isRanked(), group));
    }

    void addIndicator(String id) {
        column(id);
    }

    void value(String unit, String indicator, double value) {
        if (!Double.isFinite(value)) {
            throw notFinite(unit, indicator, value);
        }
        int row = row(unit).row();
        Column column = column(indicator);
        if (column.isFilled(row)) {
            throw filled(unit, indicator);
        }
        column.withRoomFor(row + 1, units.size())[row] = value + 0.0;
    }

    void values(String indicator, int first, double[] values) {
        if (first < 0 || values.length > units.size() - first) {
            throw new IllegalArgumentException(
                    "IndicatorTable.values of " + indicator + ": there must be a unit for each of "
                            + values.length + " values from unit number " + first + " on but there are " + units.size()
                            + " units; add the units first");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw notFinite(unit(first + i), indicator, values[i]);
            }
        }
        Column column = column(indicator);
        for (int row = first; row < first + values.length; row++) {
            if (column.isFilled(row)) {
                throw filled(unit(row), indicator);
            }
        }
        double[] cells = column.withRoomFor(first + values.length, units.size());
        for (int i = 0; i < values.length; i++) {
            cells[first + i] = values[i] + 0.0;
        }
    }

    void reading(String unit, String indicator, Reading reading) {
        Unit known = unitsOfMeasure.getOrDefault(indicator, reading.unit());
        if (reading.unit() != known) {
            throw new IllegalArgumentException("IndicatorTable: readings of " + indicator
                    + " must be in one unit but were in " + known.symbol() + " and, of " + unit + ", in "
                    + reading.unit().symbol());
        }
        value(unit, indicator, reading.estimate().value());
        unitsOfMeasure.put(indicator, known);
        readings.put(unit, indicator, reading);
    }

    void unread(String unit, String indicator, String why) {
        unread.put(unit, indicator, why);
    }

    /** The table; later changes leave it as it is. */
    IndicatorTable table() {
        double[][] values = new double[columns.size()][];
        ImmutableMap.Builder<String, Integer> numbers = ImmutableMap.builder();
        int number = 0;
        for (Map.Entry<String, Column> column : columns.entrySet()) {
            numbers.put(column.getKey(), number);
            values[number++] = column.getValue().shared(units.size());
        }
        return new IndicatorTable(
                asOf,
                ImmutableMap.copyOf(units),
                numbers.buildOrThrow(),
                values,
                readings.buildOrThrow(),
                unread.buildOrThrow());
    }

    /** A copy of a column with other values in some of its rows. */
    static double[] changed(IndicatorTable table, String indicator, int[] rows, double[] others) {
        if (rows.length != others.length) {
            throw new IllegalArgumentException("IndicatorTable.withValues of " + indicator
                    + " needs a value for each row but got " + rows.length + " rows and " + others.length + " values");
        }
        double[] column = table.columnOf(indicator).clone();
        boolean[] isNamed = new boolean[column.length];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] < 0 || rows[i] >= column.length) {
                throw new IllegalArgumentException("IndicatorTable.withValues.rows of " + indicator
                        + " must be from 0 to " + (column.length - 1) + " but one was " + rows[i]);
            }
            if (isNamed[rows[i]]) {
                throw new IllegalArgumentException(
                        "IndicatorTable.withValues.rows of " + indicator + " must name each row once but named "
                                + rows[i] + " (" + table.units().get(rows[i]) + ") twice");
            }
            isNamed[rows[i]] = true;
            String unit = table.units().get(rows[i]);
            if (!Double.isFinite(others[i])) {
                throw notFinite(unit, indicator, others[i]);
            }
            if (Double.isNaN(column[rows[i]])) {
                throw new IllegalArgumentException("IndicatorTable.withValues: " + indicator + " of " + unit
                        + " is missing and stays so; build another table to fill it");
            }
            column[rows[i]] = others[i] + 0.0;
        }
        return column;
    }

    private TableRow row(String unit) {
        TableRow row = units.get(unit);
        if (row == null) {
            throw IndicatorTable.unknown("unit", unit, units.keySet());
        }
        return row;
    }

    private String unit(int row) {
        return units.keySet().stream().skip(row).findFirst().orElseThrow();
    }

    private Column column(String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("IndicatorTable.indicators must not have a blank id");
        }
        return columns.computeIfAbsent(id, key -> new Column());
    }

    private static IllegalArgumentException notFinite(String unit, String indicator, double value) {
        return new IllegalArgumentException("IndicatorTable.value of " + unit + ", " + indicator
                + " must be finite but was " + Numbers.shortest(value) + "; leave a missing cell out");
    }

    private static IllegalArgumentException filled(String unit, String indicator) {
        return new IllegalArgumentException(
                "IndicatorTable.value of " + unit + ", " + indicator + " must be given once");
    }

    /** Cells of an indicator, NaN where missing; may be fewer or more than there are units. */
    private static final class Column {
        private double[] cells = new double[0];
        /** Whether a table holds the cells, so that they must stay as they are. */
        private boolean isShared;

        boolean isFilled(int row) {
            return row < cells.length && !Double.isNaN(cells[row]);
        }

        /** The cells, to be filled up to some number of rows. */
        double[] withRoomFor(int rows, int units) {
            if (isShared || rows > cells.length) {
                resize(rows <= cells.length ? cells.length : Math.max(units, 2 * cells.length));
                isShared = false;
            }
            return cells;
        }

        /** The cells of so many rows, for a table to hold. */
        double[] shared(int rows) {
            if (rows != cells.length) {
                resize(rows);
            }
            isShared = true;
            return cells;
        }

        private void resize(int rows) {
            int known = Math.min(rows, cells.length);
            cells = Arrays.copyOf(cells, rows);
            Arrays.fill(cells, known, rows, Double.NaN);
        }
    }
}
