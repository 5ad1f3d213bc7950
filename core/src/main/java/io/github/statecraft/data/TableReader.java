package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.statecraft.internal.input.CellScanner;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;
import io.github.statecraft.score.IndicatorTable;
import java.io.Serial;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads anybody's table of numbers as an {@link IndicatorTable}: one row a unit, one column an indicator, and what this says
 * of the other columns. {@link TableFiles} describes the file.
 *
 * <p>Immutable, thread-safe, serialisable; equal if all options are equal.
 */
public final class TableReader implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final TableReader DEFAULTS =
            new TableReader(null, null, null, null, ImmutableSet.of(), ImmutableSet.of(), ',');

    private final @Nullable String unit;
    private final @Nullable String label;
    private final @Nullable String group;
    private final @Nullable String ranked;
    private final ImmutableSet<String> ignored;
    private final ImmutableSet<String> missing;
    private final char separator;

    private TableReader(
            @Nullable String unit,
            @Nullable String label,
            @Nullable String group,
            @Nullable String ranked,
            ImmutableSet<String> ignored,
            ImmutableSet<String> missing,
            char separator) {
        this.unit = unit;
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
     * them. All other columns are indicators, a missing cell is empty, and commas separate cells.
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
        return new TableReader(named(column), label, group, ranked, ignored, missing, separator);
    }

    /**
     * {@return this reader, for tables with a column of names for people} Where its cell is empty, the label is the id.
     *
     * @param column its name
     */
    public TableReader withLabel(String column) {
        return new TableReader(unit, named(column), group, ranked, ignored, missing, separator);
    }

    /**
     * {@return this reader, for tables with a column of groups such as regions} Where its cell is empty or missing, the unit
     * has no group.
     *
     * @param column its name
     */
    public TableReader withGroup(String column) {
        return new TableReader(unit, label, named(column), ranked, ignored, missing, separator);
    }

    /**
     * {@return this reader, for tables with a column that says whether a unit holds a rank: true, false, or empty for true}
     *
     * @param column its name
     */
    public TableReader withRanked(String column) {
        return new TableReader(unit, label, group, named(column), ignored, missing, separator);
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
        return new TableReader(unit, label, group, ranked, all.build(), missing, separator);
    }

    /**
     * {@return this reader, taking cells with one of these texts as missing, as it takes empty ones}
     *
     * @param texts such as {@code NA}, {@code ..} or {@code -999}, in place of those stated before; they are compared as texts
     */
    public TableReader withMissing(String... texts) {
        return new TableReader(unit, label, group, ranked, ignored, ImmutableSet.copyOf(texts), separator);
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
        return new TableReader(unit, label, group, ranked, ignored, missing, separator);
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
     * @throws IllegalArgumentException if one column is said to be two things
     * @throws UncheckedIOException if the file cannot be read
     */
    public IndicatorTable read(Path path) {
        Objects.requireNonNull(path, "path");
        Map<String, Integer> stated = stated();
        Problems problems = new Problems();
        return CellScanner.read(
                path, separator, TableFiles.MAX_BYTES, problems, cells -> table(cells, stated, problems));
    }

    /**
     * Reads a table from a text.
     *
     * @param text the text, of the same form as a file
     * @return the table, of bare values
     * @throws io.github.statecraft.InvalidDataException with all problems of the text, if it has any
     * @throws IllegalArgumentException if one column is said to be two things
     */
    public IndicatorTable parse(String text) {
        Objects.requireNonNull(text, "text");
        Map<String, Integer> stated = stated();
        Problems problems = new Problems();
        return CellScanner.read(
                "table", text, separator, TableFiles.MAX_BYTES, problems, cells -> table(cells, stated, problems));
    }

    /** What columns are said to be, by name. */
    private Map<String, Integer> stated() {
        Map<String, Integer> stated = new LinkedHashMap<>();
        state(stated, unit, TableColumns.UNIT);
        state(stated, label, TableColumns.LABEL);
        state(stated, group, TableColumns.GROUP);
        state(stated, ranked, TableColumns.RANKED);
        ignored.forEach(column -> state(stated, column, TableColumns.IGNORED));
        return stated;
    }

    private static void state(Map<String, Integer> stated, @Nullable String column, int role) {
        if (column != null && stated.putIfAbsent(column, role) != null) {
            throw new IllegalArgumentException(
                    "TableReader: a column must be one thing but " + Problems.quote(column) + " is said to be two");
        }
    }

    private IndicatorTable table(CellScanner cells, Map<String, Integer> stated, Problems problems) {
        ImmutableList<String> header = TableColumns.header(cells, problems);
        Optional<TableColumns> columns = columns(cells, header, stated, problems);
        if (columns.isPresent()) {
            TableRows rows = new TableRows(columns.get(), missing, problems);
            rows.read(cells);
            problems.throwIfAny();
            return rows.table();
        }
        throw problems.exception();
    }

    private Optional<TableColumns> columns(
            CellScanner cells, ImmutableList<String> header, Map<String, Integer> stated, Problems problems) {
        if (header.size() == 1 && !otherSeparator(header.get(0)).isEmpty()) {
            problems.add(
                    TableColumns.at(cells),
                    "must have columns separated by " + Problems.quote(String.valueOf(separator)),
                    Problems.quote(header.get(0)),
                    "state the separator, " + otherSeparator(header.get(0)));
            return Optional.empty();
        }
        boolean isKnown = true;
        for (String column : stated.keySet()) {
            if (!header.contains(column)) {
                String nearest = Problems.nearest(column, header);
                isKnown = false;
                problems.add(
                        TableColumns.at(cells),
                        "must have a column " + Problems.quote(column) + ", which is missing",
                        "",
                        nearest.isEmpty() ? "the reader was told of it; correct one of the two" : nearest);
            }
        }
        if (!isKnown) {
            return Optional.empty();
        }
        Map<String, Integer> texts = new LinkedHashMap<>(stated);
        if (unit == null) {
            if (texts.putIfAbsent(header.get(0), TableColumns.UNIT) != null) {
                throw new IllegalArgumentException("TableReader: the first column " + Problems.quote(header.get(0))
                        + " is the id of the unit unless withUnit names another");
            }
            TableFiles.ownColumns(header).forEach(texts::putIfAbsent);
        }
        TableColumns columns = TableColumns.of(header, texts);
        if (columns.indicators().isEmpty()) {
            problems.add(TableColumns.at(cells), "must have at least one column of an indicator", "", "add one");
        }
        return Optional.of(columns);
    }

    /** How to state the separator that a line seems to have. */
    private static String otherSeparator(String line) {
        return line.indexOf(';') >= 0
                ? "withSeparator(';')"
                : line.indexOf('\t') >= 0 ? "withSeparator('\\t')" : line.indexOf('|') >= 0 ? "withSeparator('|')" : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableReader that
                && separator == that.separator
                && Objects.equals(unit, that.unit)
                && Objects.equals(label, that.label)
                && Objects.equals(group, that.group)
                && Objects.equals(ranked, that.ranked)
                && ignored.equals(that.ignored)
                && missing.equals(that.missing);
    }

    @Override
    public int hashCode() {
        return Objects.hash(unit, label, group, ranked, ignored, missing, separator);
    }

    /** One line: what the columns are. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("tables with the unit in ");
        text.append(unit == null ? "the first column" : unit);
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
