package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.statecraft.internal.input.CellScanner;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;
import io.github.statecraft.score.IndicatorPanel;
import io.github.statecraft.score.IndicatorTable;
import java.io.Serial;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads anybody's table of numbers as an {@link IndicatorTable}: one row a unit, one column an indicator, and what this says
 * of the other columns; or as an {@link IndicatorPanel}: one row for each unit and year. {@link TableFiles} describes the
 * file.
 *
 * <p>Immutable, thread-safe, serialisable; equal if all options are equal.
 */
public final class TableReader implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final TableReader DEFAULTS =
            new TableReader(null, null, null, null, null, ImmutableSet.of(), ImmutableSet.of(), ',');

    private final @Nullable String unit;
    private final @Nullable String year;
    private final @Nullable String label;
    private final @Nullable String group;
    private final @Nullable String ranked;
    private final ImmutableSet<String> ignored;
    private final ImmutableSet<String> missing;
    private final char separator;

    private TableReader(
            @Nullable String unit,
            @Nullable String year,
            @Nullable String label,
            @Nullable String group,
            @Nullable String ranked,
            ImmutableSet<String> ignored,
            ImmutableSet<String> missing,
            char separator) {
        this.unit = unit;
        this.year = year;
        this.label = label;
        this.group = group;
        this.ranked = ranked;
        this.ignored = ignored;
        this.missing = missing;
        this.separator = separator;
    }

    /**
     * A reader of tables whose first column is the id of the unit. If it is named {@code unit}, columns {@code label},
     * {@code group} and {@code ranked} that follow it in this order are what their names say, as {@link TableFiles} writes
     * them. All other columns are indicators, a missing cell is empty, and commas separate cells. In a panel, the column
     * {@code year} is the year wherever it stands, and what is said of the others holds as if it were not there.
     *
     * @return the reader
     */
    public static TableReader withDefaults() {
        return DEFAULTS;
    }

    /**
     * {@return this reader, for tables in which another column than the first is the id of the unit}
     *
     * @param column its name
     */
    public TableReader withUnit(String column) {
        return new TableReader(named(column), year, label, group, ranked, ignored, missing, separator);
    }

    /**
     * {@return this reader, for panels in which another column than {@code year} is the year of the row} It reads panels
     * only.
     *
     * @param column its name
     */
    public TableReader withYear(String column) {
        return new TableReader(unit, named(column), label, group, ranked, ignored, missing, separator);
    }

    /**
     * {@return this reader, for tables with a column of names for people} Where its cell is empty, the label is the id.
     *
     * @param column its name
     */
    public TableReader withLabel(String column) {
        return new TableReader(unit, year, named(column), group, ranked, ignored, missing, separator);
    }

    /**
     * {@return this reader, for tables with a column of groups such as regions} Where its cell is empty or missing, the unit
     * has no group.
     *
     * @param column its name
     */
    public TableReader withGroup(String column) {
        return new TableReader(unit, year, label, named(column), ranked, ignored, missing, separator);
    }

    /**
     * {@return this reader, for tables with a column that says whether a unit holds a rank: true, false, or empty for true}
     *
     * @param column its name
     */
    public TableReader withRanked(String column) {
        return new TableReader(unit, year, label, group, named(column), ignored, missing, separator);
    }

    /**
     * {@return this reader, leaving further columns out} What stands in them is not looked at.
     *
     * @param columns their names
     */
    public TableReader ignoring(String... columns) {
        ImmutableSet.Builder<String> all = ImmutableSet.<String>builder().addAll(ignored);
        for (String column : columns) {
            all.add(named(column));
        }
        return new TableReader(unit, year, label, group, ranked, all.build(), missing, separator);
    }

    /**
     * {@return this reader, taking cells with one of these texts as missing, as it takes empty ones}
     *
     * @param texts such as {@code NA}, {@code ..} or {@code -999}, in place of those stated before; they are compared as texts
     */
    public TableReader withMissing(String... texts) {
        return new TableReader(unit, year, label, group, ranked, ignored, ImmutableSet.copyOf(texts), separator);
    }

    /**
     * {@return this reader, for tables in which another character than a comma separates cells}
     *
     * @param separator a semicolon, a tab, a comma or {@code |}; decimals have a point all the same
     * @throws IllegalArgumentException if it is another character
     */
    public TableReader withSeparator(char separator) {
        if (",;\t|".indexOf(separator) < 0) {
            throw new IllegalArgumentException("TableReader.separator must be a comma, a semicolon, a tab or | but was "
                    + TextInput.describe(String.valueOf(separator), 0));
        }
        return new TableReader(unit, year, label, group, ranked, ignored, missing, separator);
    }

    private static String named(String column) {
        if (column.isBlank()) {
            throw new IllegalArgumentException("TableReader: the name of a column must not be blank");
        }
        return column;
    }

    /**
     * Reads a table.
     *
     * @param path the file, see {@link TableFiles}
     * @return the table, of bare values
     * @throws io.github.statecraft.InvalidDataException with all problems of the file, if it has any
     * @throws IllegalArgumentException if one column is said to be two things, or one to be the year
     * @throws UncheckedIOException if the file cannot be read
     */
    public IndicatorTable read(Path path) {
        return read(path, tableColumns("read"), TableRows::table);
    }

    /**
     * Reads a table from a text.
     *
     * @param text the text, of the same form as a file
     * @return the table, of bare values
     * @throws io.github.statecraft.InvalidDataException with all problems of the text, if it has any
     * @throws IllegalArgumentException if one column is said to be two things, or one to be the year
     */
    public IndicatorTable parse(String text) {
        return parse("table", text, tableColumns("parse"), TableRows::table);
    }

    /**
     * Reads a panel: a row for each unit and year, in any order. A year has four digits and lies between 1900 and 2100;
     * units may come and go, and a unit may have another label, group or rank in another year. In the table of a year, units stand
     * in the order of its rows.
     *
     * @param path the file, see {@link TableFiles}
     * @return the panel, of bare values
     * @throws io.github.statecraft.InvalidDataException with all problems of the file, if it has any
     * @throws IllegalArgumentException if one column is said to be two things
     * @throws UncheckedIOException if the file cannot be read
     */
    public IndicatorPanel readPanel(Path path) {
        return read(path, panelColumns(), TableRows::panel);
    }

    /**
     * Reads a panel from a text, as {@link #readPanel(Path)} does from a file.
     *
     * @param text the text
     * @return the panel, of bare values
     * @throws io.github.statecraft.InvalidDataException with all problems of the text, if it has any
     * @throws IllegalArgumentException if one column is said to be two things
     */
    public IndicatorPanel parsePanel(String text) {
        return parse("panel", text, panelColumns(), TableRows::panel);
    }

    private <T> T read(Path path, StatedColumns stated, Function<TableRows, T> result) {
        Problems problems = new Problems();
        return CellScanner.read(
                Objects.requireNonNull(path, "path"),
                separator,
                TableFiles.MAX_BYTES,
                problems,
                cells -> result.apply(rows(cells, stated, problems)));
    }

    private <T> T parse(String name, String text, StatedColumns stated, Function<TableRows, T> result) {
        Problems problems = new Problems();
        return CellScanner.read(
                name,
                Objects.requireNonNull(text, "text"),
                separator,
                TableFiles.MAX_BYTES,
                problems,
                cells -> result.apply(rows(cells, stated, problems)));
    }

    private StatedColumns tableColumns(String method) {
        if (year != null) {
            throw new IllegalArgumentException("TableReader." + method + ": a table must have no year but the column "
                    + Problems.quote(year) + " is said to be one; " + method
                    + "Panel reads a row for each unit and year, and a reader without withYear reads a table");
        }
        return columns();
    }

    private StatedColumns panelColumns() {
        StatedColumns columns = columns();
        columns.stateYear(year);
        return columns;
    }

    private StatedColumns columns() {
        StatedColumns columns = new StatedColumns(separator);
        columns.state(unit, TableColumns.UNIT);
        columns.state(label, TableColumns.LABEL);
        columns.state(group, TableColumns.GROUP);
        columns.state(ranked, TableColumns.RANKED);
        ignored.forEach(column -> columns.state(column, TableColumns.IGNORED));
        return columns;
    }

    private TableRows rows(CellScanner cells, StatedColumns stated, Problems problems) {
        ImmutableList<String> header = TableColumns.header(cells, problems);
        TableColumns columns = stated.of(cells, header, problems).orElseThrow(problems::exception);
        TableRows rows = new TableRows(columns, missing, problems);
        rows.read(cells);
        problems.throwIfAny();
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableReader that
                && separator == that.separator
                && Objects.equals(unit, that.unit)
                && Objects.equals(year, that.year)
                && Objects.equals(label, that.label)
                && Objects.equals(group, that.group)
                && Objects.equals(ranked, that.ranked)
                && ignored.equals(that.ignored)
                && missing.equals(that.missing);
    }

    @Override
    public int hashCode() {
        return Objects.hash(unit, year, label, group, ranked, ignored, missing, separator);
    }

    /** One line: what the columns are. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("tables with the unit in ");
        text.append(unit == null ? "the first column" : unit);
        append(text, ", year in ", year);
        append(text, ", label in ", label);
        append(text, ", group in ", group);
        append(text, ", ranked in ", ranked);
        append(text, ", ignoring ", ignored.isEmpty() ? null : String.join(", ", ignored));
        append(text, ", missing ", missing.isEmpty() ? null : String.join(" ", missing));
        return text.toString();
    }

    private static void append(StringBuilder text, String words, @Nullable String value) {
        if (value != null) {
            text.append(words).append(value);
        }
    }
}
