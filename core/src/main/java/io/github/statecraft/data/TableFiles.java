package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.score.IndicatorPanel;
import io.github.statecraft.score.IndicatorTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Tables of units and indicators, and panels of several years, in and out of CSV files (RFC 4180).
 *
 * <p>A file is UTF-8, with or without a byte order mark. Its first line names the columns, each once; every other line is a
 * unit, with as many cells, and ends with a line break, so that a table that was cut off is noticed. Numbers are written with
 * a decimal point: {@code 12.5}, {@code -3}, {@code 1.2e-7}; each becomes the nearest double. A cell with a comma, a quote or
 * a line break stands in quotes. Files have at most 512 MiB, 20,000,000 cells, 1,000,000 units and 100,000 columns; a cell has
 * at most 100,000 bytes and a number 1,100 characters. Files are read in one pass; beside the table little memory is needed,
 * and time is that of parsing the numbers.
 *
 * <p>What is written has the columns {@code unit}; {@code label} if a label is not the id; {@code group} if a unit has a
 * group; {@code ranked} if a unit holds no rank; then the indicators. Missing cells are empty, values are the shortest
 * decimals that read back the same. A table of bare values that says no year is read back equal; as-of year, readings and
 * why cells are missing are not written.
 *
 * <p>In the file of a panel every line is a unit in a year, and a column is the year; no unit has two lines of one year. A
 * panel is written year by year with {@code year} after {@code unit}, and one of bare values is read back equal.
 */
public final class TableFiles {
    /** Files larger than this are refused before they are read. */
    public static final long MAX_BYTES = 512L << 20;

    static final String UNIT = "unit";
    static final String YEAR = "year";
    static final String LABEL = "label";
    static final String GROUP = "group";
    static final String RANKED = "ranked";

    private TableFiles() {}

    /**
     * A reader for which one can say what the columns are.
     *
     * @return the reader, see {@link TableReader#withDefaults()}
     */
    public static TableReader withDefaults() {
        return TableReader.withDefaults();
    }

    /**
     * Reads a table whose first column is the id of the unit and whose others are indicators, or one that was written here.
     *
     * @param path the file
     * @return the table, of bare values
     * @throws io.github.statecraft.InvalidDataException with all problems of the file, if it has any
     * @throws UncheckedIOException if the file cannot be read
     */
    public static IndicatorTable read(Path path) {
        return withDefaults().read(path);
    }

    /**
     * Reads a table from a text, as {@link #read(Path)} does from a file.
     *
     * @param text the text
     * @return the table, of bare values
     * @throws io.github.statecraft.InvalidDataException with all problems of the text, if it has any
     */
    public static IndicatorTable parse(String text) {
        return withDefaults().parse(text);
    }

    /**
     * Reads a panel whose column {@code year} is the year, whose first other column is the id of the unit and whose others
     * are indicators, or one that was written here. {@link TableReader#withYear} names another column.
     *
     * @param path the file
     * @return the panel, of bare values
     * @throws io.github.statecraft.InvalidDataException with all problems of the file, if it has any
     * @throws UncheckedIOException if the file cannot be read
     */
    public static IndicatorPanel readPanel(Path path) {
        return withDefaults().readPanel(path);
    }

    /**
     * Reads a panel from a text, as {@link #readPanel(Path)} does from a file.
     *
     * @param text the text
     * @return the panel, of bare values
     * @throws io.github.statecraft.InvalidDataException with all problems of the text, if it has any
     */
    public static IndicatorPanel parsePanel(String text) {
        return withDefaults().parsePanel(text);
    }

    /**
     * Writes a table.
     *
     * @param table the table
     * @param path the file; replaced if it exists
     * @throws IllegalArgumentException if the table could not be read back: it has no unit or no indicator, more than a
     *     file may have, an indicator named like one of the other columns, or a text that no file holds
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(IndicatorTable table, Path path) {
        write(TableWriter.of(Objects.requireNonNull(table, "table")), path);
    }

    /**
     * Writes a panel.
     *
     * @param panel the panel
     * @param path the file; replaced if it exists
     * @throws IllegalArgumentException if the panel could not be read back: a year has no unit or lies outside [1900, 2100],
     *     or what holds for a table
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(IndicatorPanel panel, Path path) {
        write(TableWriter.of(Objects.requireNonNull(panel, "panel")), path);
    }

    private static void write(TableWriter writer, Path path) {
        try (Writer text = Files.newBufferedWriter(path)) {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path + ": " + e, e);
        }
    }

    /**
     * Writes a table as text.
     *
     * @param table the table
     * @return the text
     * @throws IllegalArgumentException if the table could not be read back, as {@link #write(IndicatorTable, Path)} has it
     */
    public static String format(IndicatorTable table) {
        return format(TableWriter.of(Objects.requireNonNull(table, "table")));
    }

    /**
     * Writes a panel as text.
     *
     * @param panel the panel
     * @return the text
     * @throws IllegalArgumentException if the panel could not be read back, as {@link #write(IndicatorPanel, Path)} has it
     */
    public static String format(IndicatorPanel panel) {
        return format(TableWriter.of(Objects.requireNonNull(panel, "panel")));
    }

    private static String format(TableWriter writer) {
        StringBuilder text = new StringBuilder();
        try {
            writer.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * What the columns of a table that was written here are, beside the indicators; empty if it was written elsewhere.
     *
     * @param header the columns but that of the year
     */
    static ImmutableMap<String, Integer> ownColumns(ImmutableList<String> header) {
        ImmutableMap.Builder<String, Integer> own = ImmutableMap.builder();
        if (header.get(0).equals(UNIT)) {
            ImmutableMap<String, Integer> possible =
                    ImmutableMap.of(LABEL, TableColumns.LABEL, GROUP, TableColumns.GROUP, RANKED, TableColumns.RANKED);
            int column = 1;
            for (String name : possible.keySet()) {
                if (column < header.size() && header.get(column).equals(name)) {
                    own.put(name, Objects.requireNonNull(possible.get(name)));
                    column++;
                }
            }
        }
        return own.buildOrThrow();
    }
}
