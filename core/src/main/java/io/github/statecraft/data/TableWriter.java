package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.input.CellScanner;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.IndicatorTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import tools.jackson.core.io.NumberOutput;

/** Writes a table as {@link TableFiles} describes it. */
final class TableWriter {
    private static final String WHOLE = ".0";
    private static final char MARK = '\uFEFF';

    private final IndicatorTable table;
    private final boolean hasLabels;
    private final boolean hasGroups;
    private final boolean hasUnranked;

    TableWriter(IndicatorTable table) {
        this.table = table;
        ImmutableList<String> units = table.units();
        this.hasLabels = units.stream().anyMatch(unit -> !table.label(unit).equals(unit));
        this.hasGroups = units.stream().anyMatch(unit -> table.group(unit).isPresent());
        this.hasUnranked = units.stream().anyMatch(unit -> !table.isRanked(unit));
        check();
    }

    private void check() {
        if (table.units().isEmpty() || table.indicators().isEmpty()) {
            throw new IllegalArgumentException(
                    "TableFiles: a table to be written must have at least one unit and one indicator but had "
                            + table.units().size() + " and "
                            + table.indicators().size());
        }
        long width = columns().size() + (long) table.indicators().size();
        if (width > TableColumns.MAX_COLUMNS
                || table.units().size() > TableRows.MAX_UNITS
                || width * table.units().size() > TableRows.MAX_CELLS) {
            throw new IllegalArgumentException("TableFiles: a table to be written must have at most "
                    + Numbers.grouped(TableRows.MAX_CELLS) + " cells, " + Numbers.grouped(TableRows.MAX_UNITS)
                    + " units and " + Numbers.grouped(TableColumns.MAX_COLUMNS) + " columns but had "
                    + Numbers.grouped(table.units().size()) + " x " + Numbers.grouped(width) + "; split it");
        }
        long characters = table.units().stream()
                .mapToLong(unit -> (long) unit.length()
                        + table.label(unit).length()
                        + table.group(unit).orElse("").length())
                .sum();
        if (characters > TableRows.MAX_TEXT) {
            throw new IllegalArgumentException(
                    "TableFiles: ids, labels and groups of a table to be written must have at most "
                            + Numbers.grouped(TableRows.MAX_TEXT) + " characters together but had "
                            + Numbers.grouped(characters) + "; split it");
        }
        for (String name : ImmutableList.of(TableFiles.UNIT, TableFiles.LABEL, TableFiles.GROUP, TableFiles.RANKED)) {
            if (table.indicators().contains(name)) {
                throw new IllegalArgumentException(
                        "TableFiles: an indicator of a table to be written must not be named " + name
                                + ", which is a column of the file; give it another id");
            }
        }
    }

    private ImmutableList<String> columns() {
        ImmutableList.Builder<String> columns = ImmutableList.<String>builder().add(TableFiles.UNIT);
        if (hasLabels) {
            columns.add(TableFiles.LABEL);
        }
        if (hasGroups) {
            columns.add(TableFiles.GROUP);
        }
        if (hasUnranked) {
            columns.add(TableFiles.RANKED);
        }
        return columns.build();
    }

    void write(Appendable text) throws IOException {
        text.append(String.join(",", columns()));
        for (String indicator : table.indicators()) {
            text.append(',').append(cell(indicator));
        }
        text.append('\n');
        for (String unit : table.units()) {
            text.append(cell(unit));
            if (hasLabels) {
                text.append(',').append(cell(table.label(unit)));
            }
            if (hasGroups) {
                text.append(',').append(cell(table.group(unit).orElse("")));
            }
            if (hasUnranked) {
                text.append(',').append(table.isRanked(unit) ? "true" : "false");
            }
            for (String indicator : table.indicators()) {
                OptionalDouble value = table.value(unit, indicator);
                text.append(',');
                if (value.isPresent()) {
                    text.append(decimal(value.getAsDouble()));
                }
            }
            text.append('\n');
        }
    }

    /** The shortest decimal, by the algorithm of the JSON writer, the same in every version of Java. */
    private static String decimal(double value) {
        String text = NumberOutput.toString(value, true);
        return text.endsWith(WHOLE) ? text.substring(0, text.length() - WHOLE.length()) : text;
    }

    /** A text as a cell, in quotes if it would be read as something else without. */
    private static String cell(String text) {
        if (text.indexOf('\0') >= 0 || TextInput.indexOfHalf(text) >= 0) {
            throw new IllegalArgumentException(
                    "TableFiles: a text must hold neither U+0000 nor half a character, which no file is read with: "
                            + Problems.quote(text));
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > CellScanner.MAX_CELL) {
            throw new IllegalArgumentException(
                    "TableFiles: a text must have at most " + Numbers.grouped(CellScanner.MAX_CELL)
                            + " bytes, which no longer is read: " + Problems.quote(text));
        }
        boolean isPlain = text.strip().length() == text.length()
                && text.chars().allMatch(c -> c >= ' ' && c != ',' && c != '"' && c != MARK);
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
