package io.github.statecraft.score;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.estimate.Reconciliation;
import io.github.statecraft.estimate.SpreadPolicy;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.model.Quantity;
import java.io.Serial;
import java.io.Serializable;
import java.time.Year;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The raw material of an index: units (rows) x indicators (columns), the decision matrix of the field. A cell holds a finite
 * value or nothing; missing is never zero. Cells that come from strategies keep their {@link Reading}.
 *
 * <p>Immutable, thread-safe, serialisable; equal if as-of year, rows with their labels and groups, columns, values,
 * readings and the reasons for missing cells are equal.
 */
public final class IndicatorTable implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final @Nullable Year asOf;
    private final ImmutableMap<String, TableRow> units;
    private final ImmutableMap<String, Integer> columns;
    /** Indicators x units; NaN marks a missing cell and never leaves this class. */
    private final double[][] values;

    private final ImmutableTable<String, String, Reading> readings;
    /** Why a cell is missing although there are observations. */
    private final ImmutableTable<String, String, String> unread;

    IndicatorTable(
            @Nullable Year asOf,
            ImmutableMap<String, TableRow> units,
            ImmutableMap<String, Integer> columns,
            double[][] values,
            ImmutableTable<String, String, Reading> readings,
            ImmutableTable<String, String, String> unread) {
        this.asOf = asOf;
        this.units = units;
        this.columns = columns;
        this.values = values;
        this.readings = readings;
        this.unread = unread;
    }

    /**
     * The table of some strategies: one row a jurisdiction, one column an attribute. Blocs hold no rank. Spreads that are not
     * known stay so.
     *
     * @param strategies the rows, each jurisdiction once, all as of one year
     * @param attributeIds the columns
     * @param reconciliation how several observations become one value
     * @return the table
     * @throws IllegalArgumentException if a jurisdiction occurs twice, as-of years differ, or there is no such attribute
     */
    public static IndicatorTable of(
            Iterable<NationalAiStrategy> strategies, Iterable<String> attributeIds, Reconciliation reconciliation) {
        return of(strategies, attributeIds, reconciliation, SpreadPolicy.REFUSE);
    }

    /**
     * The table of some strategies: one row a jurisdiction, one column an attribute. Blocs hold no rank.
     *
     * @param strategies the rows, each jurisdiction once, all as of one year
     * @param attributeIds the columns
     * @param reconciliation how several observations become one value
     * @param spreads what to do where a source gives no spread
     * @return the table
     * @throws IllegalArgumentException if a jurisdiction occurs twice, as-of years differ, or there is no such attribute
     */
    public static IndicatorTable of(
            Iterable<NationalAiStrategy> strategies,
            Iterable<String> attributeIds,
            Reconciliation reconciliation,
            SpreadPolicy spreads) {
        Builder table = builder();
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        for (String id : attributeIds) {
            attributes.put(id, Attribute.of(id));
            table.indicator(id);
        }
        for (NationalAiStrategy strategy : strategies) {
            Year asOf = table.cells.asOf();
            if (asOf != null && !asOf.equals(strategy.asOf())) {
                throw new IllegalArgumentException("IndicatorTable: strategies must be as of one year but were as of "
                        + asOf + " and " + strategy.asOf() + "; withAsOf brings them to one");
            }
            table.asOf(strategy.asOf());
            String unit = strategy.jurisdiction().code();
            table.unit(
                    unit,
                    strategy.jurisdiction().name(),
                    !strategy.jurisdiction().isBloc());
            attributes.forEach((id, attribute) -> {
                Quantity quantity = strategy.quantity(attribute);
                quantity.reading(reconciliation)
                        .ifPresentOrElse(
                                reading -> table.reading(unit, id, spreads.apply(reading)),
                                () -> quantity.whyUnread(reconciliation)
                                        .ifPresent(why -> table.cells.unread(unit, id, why)));
            });
        }
        return table.build();
    }

    /**
     * Starts a table.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The year as of which the values were read.
     *
     * @return the as-of year of the strategies; empty for a table that does not say
     */
    public Optional<Year> asOf() {
        return Optional.ofNullable(asOf);
    }

    /**
     * The rows.
     *
     * @return unit ids in their order
     */
    public ImmutableList<String> units() {
        return units.keySet().asList();
    }

    /**
     * The columns.
     *
     * @return indicator ids in their order
     */
    public ImmutableList<String> indicators() {
        return columns.keySet().asList();
    }

    /**
     * The name of a unit for people.
     *
     * @param unit a unit id
     * @return its label; the id if it has none
     * @throws IllegalArgumentException if there is no such unit
     */
    public String label(String unit) {
        return unit(unit).label();
    }

    /**
     * Whether a unit holds a rank. Blocs do not.
     *
     * @param unit a unit id
     * @return false for units that are only shown
     * @throws IllegalArgumentException if there is no such unit
     */
    public boolean isRanked(String unit) {
        return unit(unit).isRanked();
    }

    /**
     * The group to which a unit belongs, such as a region or an income group. Groups count for nothing in a score; methods
     * that compare a unit with its peers use them.
     *
     * @param unit a unit id
     * @return its group; empty if it has none
     * @throws IllegalArgumentException if there is no such unit
     */
    public Optional<String> group(String unit) {
        return Optional.ofNullable(unit(unit).group());
    }

    /**
     * A cell.
     *
     * @param unit a unit id
     * @param indicator an indicator id
     * @return the value, in the unit of the indicator; empty if missing
     * @throws IllegalArgumentException if there is no such unit or indicator
     */
    public OptionalDouble value(String unit, String indicator) {
        double value = values[column(indicator)][unit(unit).row()];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * Where a cell comes from.
     *
     * @param unit a unit id
     * @param indicator an indicator id
     * @return empty if the cell is missing or was given as a bare value
     * @throws IllegalArgumentException if there is no such unit or indicator
     */
    public Optional<Reading> reading(String unit, String indicator) {
        unit(unit);
        column(indicator);
        return Optional.ofNullable(readings.get(unit, indicator));
    }

    /**
     * What if: the same table with another value in one cell. Readings stay behind, since they are of the values of this one.
     *
     * @param unit a unit id
     * @param indicator an indicator id
     * @param value a finite value, in the unit of the indicator
     * @return the table, without readings
     * @throws IllegalArgumentException if there is no such unit or indicator, the value is not finite, or the cell is missing
     */
    public IndicatorTable withValue(String unit, String indicator, double value) {
        return withValues(indicator, new int[] {row(unit)}, new double[] {value});
    }

    /**
     * What if: the same table with other values in cells of one column. Readings stay behind, since they are of the values of
     * this one. Costs one copy of the column.
     *
     * @param indicator an indicator id
     * @param rows numbers of units, the first of {@link #units()} being 0; each once
     * @param others finite values, one for each of them; copied
     * @return the table, without readings
     * @throws IllegalArgumentException if there is no such indicator, there are not as many values as rows, a row is out of
     *     range or named twice, a value is not finite, or a cell is missing
     */
    public IndicatorTable withValues(String indicator, int[] rows, double[] others) {
        double[][] changed = values.clone();
        changed[column(indicator)] = TableCells.changed(this, indicator, rows, others);
        return new IndicatorTable(asOf, units, columns, changed, ImmutableTable.of(), unread);
    }

    /** The table, one line a unit, with the columns that fit the width. */
    @Override
    public String toString() {
        TextTable.Builder table = TextTable.builder()
                .title(units.size() + " units x " + columns.size() + " indicators")
                .left("unit");
        ImmutableList<String> shown = indicators().stream().limit(COLUMNS_SHOWN).collect(toImmutableList());
        shown.forEach(table::right);
        for (String unit : units().subList(0, Math.min(units.size(), Ranking.ROWS_SHOWN))) {
            table.row(ImmutableList.<String>builder()
                    .add(unit)
                    .addAll(shown.stream().map(i -> shown(value(unit, i))).toList())
                    .build()
                    .toArray(new String[0]));
        }
        if (units.size() > Ranking.ROWS_SHOWN) {
            table.note("and " + Numbers.grouped(units.size() - Ranking.ROWS_SHOWN) + " more units");
        }
        if (shown.size() < columns.size()) {
            table.note("and " + (columns.size() - shown.size()) + " more indicators");
        }
        return table.build().toString();
    }

    private static final int COLUMNS_SHOWN = 5;

    private static String shown(OptionalDouble value) {
        return value.isPresent() ? Numbers.significant(value.getAsDouble(), 5) : "-";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndicatorTable that
                && Objects.equals(asOf, that.asOf)
                && units.equals(that.units)
                && columns.equals(that.columns)
                && Arrays.deepEquals(values, that.values)
                && readings.equals(that.readings)
                && unread.equals(that.unread);
    }

    @Override
    public int hashCode() {
        return Objects.hash(asOf, units, columns, Arrays.deepHashCode(values), readings, unread);
    }

    /** Why a cell is missing although the strategy has observations; empty if it has none. */
    Optional<String> unread(String unit, String indicator) {
        return Optional.ofNullable(unread.get(unit, indicator));
    }

    /** The column of an indicator, NaN where missing; not to be changed. */
    double[] columnOf(String indicator) {
        return values[column(indicator)];
    }

    int row(String unit) {
        return unit(unit).row();
    }

    boolean has(String unit) {
        return units.containsKey(unit);
    }

    /** By row, whether the unit holds a rank. */
    boolean[] ranked() {
        boolean[] ranked = new boolean[units.size()];
        units.values().forEach(row -> ranked[row.row()] = row.isRanked());
        return ranked;
    }

    /** By row, the group of the unit; null where it has none. */
    @Nullable
    String[] groups() {
        return units.values().stream().map(TableRow::group).toArray(String[]::new);
    }

    /** The same table as of a year. */
    IndicatorTable withAsOf(Year year) {
        return new IndicatorTable(year, units, columns, values, readings, unread);
    }

    /** The same units with other columns: indicators x units, NaN where missing; kept, not to be changed. */
    IndicatorTable withColumns(ImmutableMap<String, Integer> other, double[][] otherValues) {
        return new IndicatorTable(asOf, units, other, otherValues, ImmutableTable.of(), ImmutableTable.of());
    }

    private TableRow unit(String id) {
        TableRow unit = units.get(id);
        if (unit == null) {
            throw unknown("unit", id, units.keySet());
        }
        return unit;
    }

    private int column(String id) {
        Integer column = columns.get(id);
        if (column == null) {
            throw unknown("indicator", id, columns.keySet());
        }
        return column;
    }

    static IllegalArgumentException unknown(String what, String id, Set<String> known) {
        String nearest = Problems.nearest(id, known);
        return new IllegalArgumentException("IndicatorTable: no " + what + " " + Problems.quote(id) + " in this table"
                + (nearest.isEmpty() ? "" : "; " + nearest));
    }

    /** Builds an {@link IndicatorTable}. Not thread-safe. */
    public static final class Builder {
        private final TableCells cells = new TableCells();

        private Builder() {}

        /**
         * Says as of which year the values were read; results name it.
         *
         * @param year the year
         * @return this builder
         */
        public Builder asOf(Year year) {
            cells.asOf(Objects.requireNonNull(year, "IndicatorTable.asOf"));
            return this;
        }

        /**
         * Adds a row that holds a rank.
         *
         * @param id what tells it from the others
         * @return this builder
         * @throws IllegalArgumentException if the id is blank or there already
         */
        public Builder unit(String id) {
            return unit(id, id, true);
        }

        /**
         * Adds a row.
         *
         * @param id what tells it from the others
         * @param label its name for people
         * @param isRanked whether it holds a rank
         * @return this builder
         * @throws IllegalArgumentException if the id is blank or there already, or the label is blank
         */
        public Builder unit(String id, String label, boolean isRanked) {
            cells.addUnit(id, label, isRanked);
            return this;
        }

        /**
         * Says to which group a unit belongs, such as a region or an income group.
         *
         * @param unit a unit that was added
         * @param group its group
         * @return this builder
         * @throws IllegalArgumentException if the group is blank, there is no such unit, or it is in a group already
         */
        public Builder group(String unit, String group) {
            cells.group(unit, group);
            return this;
        }

        /**
         * Adds a column, if it is not there.
         *
         * @param id what tells it from the others
         * @return this builder
         * @throws IllegalArgumentException if the id is blank
         */
        public Builder indicator(String id) {
            cells.addIndicator(id);
            return this;
        }

        /**
         * Fills a cell, adding its column if need be.
         *
         * @param unit a unit that was added
         * @param indicator an indicator id
         * @param value a finite value
         * @return this builder
         * @throws IllegalArgumentException if the value is not finite, there is no such unit, or the cell is filled
         */
        public Builder value(String unit, String indicator, double value) {
            cells.value(unit, indicator, value);
            return this;
        }

        /**
         * Fills cells of one column from a unit downwards, in the order of the units, adding the column if need be. Large
         * tables are built so: the cost is that of copying the values. Missing cells are left out by giving the values
         * before and after them apart.
         *
         * @param indicator an indicator id
         * @param first the number of the unit of the first value, the unit that was added first being 0
         * @param values finite values, one for each unit from there on; copied
         * @return this builder
         * @throws IllegalArgumentException if a value is not finite, there are not as many units, or a cell is filled;
         *     nothing is filled then
         */
        public Builder values(String indicator, int first, double... values) {
            cells.values(indicator, first, values);
            return this;
        }

        /**
         * Fills a cell with a reading, adding its column if need be.
         *
         * @param unit a unit that was added
         * @param indicator an indicator id
         * @param reading value, spread and sources
         * @return this builder
         * @throws IllegalArgumentException if there is no such unit, the cell is filled, or the readings of the
         *     indicator are in another unit of measure
         */
        public Builder reading(String unit, String indicator, Reading reading) {
            cells.reading(unit, indicator, reading);
            return this;
        }

        /**
         * Makes the table.
         *
         * @return the table
         */
        public IndicatorTable build() {
            return cells.table();
        }
    }
}
