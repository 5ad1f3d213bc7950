package io.github.statecraft.score;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableTable;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.estimate.Reconciliation;
import io.github.statecraft.estimate.SpreadPolicy;
import io.github.statecraft.estimate.Unit;
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
 * <p>Immutable, thread-safe, serialisable; equal if as-of year, rows, columns, values, readings and
 * the reasons for missing cells are equal.
 */
public final class IndicatorTable implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final @Nullable Year asOf;
    private final ImmutableMap<String, Row> units;
    private final ImmutableMap<String, Integer> columns;
    /** Indicators x units; NaN marks a missing cell and never leaves this class. */
    private final double[][] values;

    private final ImmutableTable<String, String, Reading> readings;
    /** Why a cell is missing although there are observations. */
    private final ImmutableTable<String, String, String> unread;

    private record Row(int row, String label, boolean isRanked) implements Serializable {}

    private IndicatorTable(
            @Nullable Year asOf,
            ImmutableMap<String, Row> units,
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
            if (table.asOf != null && !table.asOf.equals(strategy.asOf())) {
                throw new IllegalArgumentException("IndicatorTable: strategies must be as of one year but were as of "
                        + table.asOf + " and " + strategy.asOf() + "; withAsOf brings them to one");
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
                                        .ifPresent(why -> table.unread.put(unit, id, why)));
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

    private Row unit(String id) {
        Row unit = units.get(id);
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

    private static IllegalArgumentException unknown(String what, String id, Set<String> known) {
        String nearest = Problems.nearest(id, known);
        return new IllegalArgumentException("IndicatorTable: no " + what + " " + Problems.quote(id) + " in this table"
                + (nearest.isEmpty() ? "" : "; " + nearest));
    }

    /** Builds an {@link IndicatorTable}. Not thread-safe. */
    public static final class Builder {
        private @Nullable Year asOf;
        private final Map<String, Row> units = new LinkedHashMap<>();
        /** Values by indicator, NaN where missing; columns may be shorter or longer than there are units. */
        private final Map<String, double[]> columns = new LinkedHashMap<>();

        private final ImmutableTable.Builder<String, String, Reading> readings = ImmutableTable.builder();
        private final ImmutableTable.Builder<String, String, String> unread = ImmutableTable.builder();
        private final Map<String, Unit> unitsOfMeasure = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Says as of which year the values were read; results name it.
         *
         * @param year the year
         * @return this builder
         */
        public Builder asOf(Year year) {
            this.asOf = Objects.requireNonNull(year, "IndicatorTable.asOf");
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
            if (id.isBlank()) {
                throw new IllegalArgumentException("IndicatorTable.units must not have a blank id");
            }
            if (label.isBlank()) {
                throw new IllegalArgumentException("IndicatorTable.units: the label of " + id + " must not be blank");
            }
            if (units.putIfAbsent(id, new Row(units.size(), label, isRanked)) != null) {
                throw new IllegalArgumentException("IndicatorTable.units must have each unit once but " + id
                        + " was there already; give two years of one country two ids");
            }
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
            if (id.isBlank()) {
                throw new IllegalArgumentException("IndicatorTable.indicators must not have a blank id");
            }
            columns.putIfAbsent(id, new double[0]);
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
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("IndicatorTable.value of " + unit + ", " + indicator
                        + " must be finite but was " + Numbers.shortest(value) + "; leave a missing cell out");
            }
            Row row = units.get(unit);
            if (row == null) {
                throw unknown("unit", unit, units.keySet());
            }
            indicator(indicator);
            double[] column = withRoomFor(row.row(), Objects.requireNonNull(columns.get(indicator)));
            columns.put(indicator, column);
            if (!Double.isNaN(column[row.row()])) {
                throw new IllegalArgumentException(
                        "IndicatorTable.value of " + unit + ", " + indicator + " must be given once");
            }
            column[row.row()] = value + 0.0;
            return this;
        }

        private static double[] withRoomFor(int row, double[] column) {
            if (row < column.length) {
                return column;
            }
            double[] longer = Arrays.copyOf(column, Math.max(row + 1, 2 * column.length));
            Arrays.fill(longer, column.length, longer.length, Double.NaN);
            return longer;
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
            Unit known = unitsOfMeasure.getOrDefault(indicator, reading.unit());
            if (reading.unit() != known) {
                throw new IllegalArgumentException("IndicatorTable: readings of " + indicator
                        + " must be in one unit but were in " + known.symbol() + " and, of " + unit + ", in "
                        + reading.unit().symbol());
            }
            value(unit, indicator, reading.estimate().value());
            unitsOfMeasure.put(indicator, known);
            readings.put(unit, indicator, reading);
            return this;
        }

        /**
         * Makes the table.
         *
         * @return the table
         */
        public IndicatorTable build() {
            double[][] values = new double[columns.size()][];
            ImmutableMap.Builder<String, Integer> numbers = ImmutableMap.builder();
            int number = 0;
            for (Map.Entry<String, double[]> column : columns.entrySet()) {
                numbers.put(column.getKey(), number);
                values[number++] = Arrays.copyOf(withRoomFor(units.size() - 1, column.getValue()), units.size());
            }
            return new IndicatorTable(
                    asOf,
                    ImmutableMap.copyOf(units),
                    numbers.buildOrThrow(),
                    values,
                    readings.buildOrThrow(),
                    unread.buildOrThrow());
        }
    }
}
