package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.internal.input.CellScanner;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.IndicatorPanel;
import io.github.statecraft.score.IndicatorTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import tools.jackson.core.io.NumberOutput;

/** Writes a table or panel as {@link TableFiles} describes it. */
final class TableWriter {
    private static final String WHOLE = ".0";
    private static final char MARK = '\uFEFF';

    /** What errors call what is written. */
    private final String what;

    private final ImmutableList<Part> parts;
    private final ImmutableList<String> columns;
    private final ImmutableList<String> indicators;

    /** A table, and the year that its rows name; empty if they name none. */
    private record Part(Optional<Year> year, IndicatorTable table) {
        boolean any(Predicate<String> isSo) {
            return table.units().stream().anyMatch(isSo);
        }
    }

    private TableWriter(String what, ImmutableList<Part> parts) {
        this.what = what;
        this.parts = parts;
        this.columns = columns(parts);
        this.indicators = parts.get(0).table().indicators();
        checkParts();
        checkSize();
        checkNames();
    }

    static TableWriter of(IndicatorTable table) {
        return new TableWriter("table", ImmutableList.of(new Part(Optional.empty(), table)));
    }

    static TableWriter of(IndicatorPanel panel) {
        return new TableWriter(
                "panel",
                panel.years().stream()
                        .map(year -> new Part(Optional.of(year), panel.table(year)))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static ImmutableList<String> columns(ImmutableList<Part> parts) {
        ImmutableList.Builder<String> columns = ImmutableList.<String>builder().add(TableFiles.UNIT);
        if (parts.get(0).year().isPresent()) {
            columns.add(TableFiles.YEAR);
        }
        if (parts.stream().anyMatch(p -> p.any(unit -> !p.table().label(unit).equals(unit)))) {
            columns.add(TableFiles.LABEL);
        }
        if (parts.stream().anyMatch(p -> p.any(unit -> p.table().group(unit).isPresent()))) {
            columns.add(TableFiles.GROUP);
        }
        if (parts.stream().anyMatch(p -> p.any(unit -> !p.table().isRanked(unit)))) {
            columns.add(TableFiles.RANKED);
        }
        return columns.build();
    }

    private void checkParts() {
        for (Part part : parts) {
            int units = part.table().units().size();
            if (units == 0 || indicators.isEmpty()) {
                throw new IllegalArgumentException("TableFiles: a " + what
                        + " to be written must have at least one unit"
                        + part.year().map(year -> " in each year").orElse("") + " and one indicator but had " + units
                        + part.year().map(year -> " in " + year).orElse("") + " and " + indicators.size());
            }
            part.year().ifPresent(year -> {
                if (!Unit.YEAR.allows(year.getValue())) {
                    throw new IllegalArgumentException(
                            "TableFiles: the years of a panel to be written must be in " + ObservationReader.YEARS
                                    + ", as no others are read, but one was " + year + "; leave it out");
                }
            });
        }
    }

    private void checkSize() {
        long width = columns.size() + (long) indicators.size();
        long rows = parts.stream().mapToLong(p -> p.table().units().size()).sum();
        if (width > TableColumns.MAX_COLUMNS || rows > TableRows.MAX_UNITS || width * rows > TableRows.MAX_CELLS) {
            throw new IllegalArgumentException("TableFiles: a " + what + " to be written must have at most "
                    + Numbers.grouped(TableRows.MAX_CELLS) + " cells, " + Numbers.grouped(TableRows.MAX_UNITS)
                    + " units and " + Numbers.grouped(TableColumns.MAX_COLUMNS) + " columns but had "
                    + Numbers.grouped(rows) + " x " + Numbers.grouped(width) + "; split it");
        }
        long characters = parts.stream()
                .map(Part::table)
                .mapToLong(TableWriter::characters)
                .sum();
        if (characters > TableRows.MAX_TEXT) {
            throw new IllegalArgumentException(
                    "TableFiles: ids, labels and groups of a " + what + " to be written must have at most "
                            + Numbers.grouped(TableRows.MAX_TEXT) + " characters together but had "
                            + Numbers.grouped(characters) + "; split it");
        }
    }

    private static long characters(IndicatorTable table) {
        return table.units().stream()
                .mapToLong(unit -> (long) unit.length()
                        + table.label(unit).length()
                        + table.group(unit).orElse("").length())
                .sum();
    }

    private void checkNames() {
        ImmutableList.Builder<String> reserved = ImmutableList.<String>builder()
                .add(TableFiles.UNIT, TableFiles.LABEL, TableFiles.GROUP, TableFiles.RANKED);
        if (columns.contains(TableFiles.YEAR)) {
            reserved.add(TableFiles.YEAR);
        }
        for (String name : reserved.build()) {
            if (indicators.contains(name)) {
                throw new IllegalArgumentException("TableFiles: an indicator of a " + what
                        + " to be written must not be named " + name
                        + ", which is a column of the file; give it another id");
            }
        }
    }

    void write(Appendable text) throws IOException {
        text.append(String.join(",", columns));
        for (String indicator : indicators) {
            text.append(',').append(cell(indicator));
        }
        text.append('\n');
        for (Part part : parts) {
            for (String unit : part.table().units()) {
                writeRow(text, part, unit);
            }
        }
    }

    private void writeRow(Appendable text, Part part, String unit) throws IOException {
        IndicatorTable table = part.table();
        text.append(cell(unit));
        if (part.year().isPresent()) {
            text.append(',').append(part.year().get().toString());
        }
        if (columns.contains(TableFiles.LABEL)) {
            text.append(',').append(cell(table.label(unit)));
        }
        if (columns.contains(TableFiles.GROUP)) {
            text.append(',').append(cell(table.group(unit).orElse("")));
        }
        if (columns.contains(TableFiles.RANKED)) {
            text.append(',').append(table.isRanked(unit) ? "true" : "false");
        }
        for (String indicator : indicators) {
            OptionalDouble value = table.value(unit, indicator);
            text.append(',');
            if (value.isPresent()) {
                text.append(decimal(value.getAsDouble()));
            }
        }
        text.append('\n');
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
