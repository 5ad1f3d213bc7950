package io.github.statecraft.internal.input;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.text.Numbers;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;

/**
 * A table of comma-separated values (RFC 4180) with exactly the columns that its reader expects, in their order. It ends with
 * a line break, so that a table that was cut off within its last row is not taken for a whole one. Cells are text without surrounding blanks; what they mean is for the reader to say.
 */
public final class CsvTable {
    /** A cell longer than this is refused. */
    private static final int MAX_CELL = 100_000;

    /** Tokens only: a mapper needs newer annotations than a Jackson 2 beside this library may bring. */
    private static final CsvFactory FACTORY = CsvFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(MAX_CELL).build())
            .enable(CsvReadFeature.TRIM_SPACES)
            .build();

    private final String name;
    private final ImmutableList<Row> rows;

    private CsvTable(String name, ImmutableList<Row> rows) {
        this.name = name;
        this.rows = rows;
    }

    /** One row: its line in the file and its cells by column. */
    public static final class Row {
        private final String table;
        private final long line;
        private final ImmutableMap<String, String> cells;

        private Row(String table, long line, ImmutableMap<String, String> cells) {
            this.table = table;
            this.line = line;
            this.cells = cells;
        }

        /**
         * A cell.
         *
         * @param column one of the table's columns
         * @return the text, empty if the cell is
         */
        public String cell(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException(table + " has no column '" + column + "'");
            }
            return cell;
        }

        /**
         * The line on which the row begins, the header being line 1.
         *
         * @return the line
         */
        public long line() {
            return line;
        }

        /**
         * Reports what is wrong with a cell.
         *
         * @param problems where to report
         * @param column the cell's column
         * @param rule what was expected
         * @param remedy what to do
         */
        public void report(Problems problems, String column, String rule, String remedy) {
            String found = cell(column);
            problems.add(at(column), rule, found.isEmpty() ? "empty" : Problems.quote(found), remedy);
        }

        private Problems.Position at(String column) {
            int index = cells.keySet().asList().indexOf(column);
            return new Problems.Position(table, line, 1 + index, "line " + line + ", column '" + column + "'");
        }

        /**
         * Reports what is wrong with the row as a whole.
         *
         * @param problems where to report
         * @param rule what was expected, with the values found
         * @param remedy what to do
         */
        public void report(Problems problems, String rule, String remedy) {
            problems.add(atLine(table, line), rule, "", remedy);
        }
    }

    /**
     * Reads a table.
     *
     * @param input the text
     * @param columns the columns it must have, in this order
     * @param problems where to report what is wrong
     * @return the rows that are whole; none if the header is not as expected, but for names that are only misspelt
     */
    public static CsvTable read(TextInput input, List<String> columns, Problems problems) {
        ImmutableList.Builder<Row> rows = ImmutableList.builder();
        long line = 1;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), input.text())) {
            boolean header = true;
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                line = parser.currentLocation().getLineNr();
                ImmutableList<String> cells = cells(parser);
                if (cells.size() == 1 && cells.get(0).isEmpty()) {
                    continue;
                }
                if (header) {
                    if (!checkHeader(atLine(input.name(), line), columns, cells, problems)) {
                        return new CsvTable(input.name(), ImmutableList.of());
                    }
                    header = false;
                } else if (cells.size() != columns.size()) {
                    problems.add(
                            atLine(input.name(), line),
                            "a row must have " + columns.size() + " cells",
                            cells.size() == 1 ? "1 cell" : cells.size() + " cells",
                            "quote cells that hold commas, and write empty cells as nothing between commas");
                } else {
                    rows.add(row(input.name(), line, columns, cells));
                }
            }
        } catch (JacksonException e) {
            if (String.valueOf(e.getOriginalMessage()).startsWith("String value length")) {
                problems.add(
                        atLine(input.name(), line),
                        "a cell must have at most " + Numbers.grouped(MAX_CELL) + " characters",
                        "more",
                        "is a quote missing?");
            } else {
                problems.add(
                        atLine(input.name(), line),
                        "the row that begins here cannot be read: " + SyntaxErrors.words(e),
                        "",
                        "write a cell that holds a quote or a comma in quotes, each quote in it twice");
            }
        }
        return new CsvTable(input.name(), withoutCutRow(input, line, rows.build(), problems));
    }

    private static ImmutableList<String> cells(JsonParser parser) {
        ImmutableList.Builder<String> cells = ImmutableList.builder();
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            cells.add(parser.getString());
        }
        return cells.build();
    }

    /** Reports a last row that does not end in a line break, unless it is known to be unsound. */
    private static ImmutableList<Row> withoutCutRow(
            TextInput input, long lastLine, ImmutableList<Row> rows, Problems problems) {
        char last = input.text().charAt(input.text().length() - 1);
        if (last == '\n' || last == '\r') {
            return rows;
        }
        boolean isHeader = lastLine == 1 && rows.isEmpty();
        boolean isSound = !rows.isEmpty() && rows.get(rows.size() - 1).line() == lastLine;
        if (!isHeader && !isSound) {
            return rows;
        }
        problems.add(
                atLine(input.name(), lastLine),
                "must end with a line break",
                isHeader ? "the end of the header" : "the end of the row that begins here",
                "was it cut off? If it is whole, add a line break");
        return isHeader ? rows : rows.subList(0, rows.size() - 1);
    }

    /**
     * Reports a table without a row.
     *
     * @param problems where to report
     */
    public void requireRow(Problems problems) {
        if (rows.isEmpty()) {
            problems.add(atLine(name, 1), "must have at least one row", "only a header", "was it cut off?");
        }
    }

    private static Problems.Position atLine(String table, long line) {
        return new Problems.Position(table, line, 0, "line " + line);
    }

    private static Row row(String name, long line, List<String> columns, List<String> cells) {
        ImmutableMap.Builder<String, String> byColumn = ImmutableMap.builderWithExpectedSize(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            byColumn.put(columns.get(i), cells.get(i));
        }
        return new Row(name, line, byColumn.buildOrThrow());
    }

    /** Reports what is wrong with the header; true if every column is in its place, though its name may be misspelt. */
    private static boolean checkHeader(
            Problems.Position at, List<String> expected, List<String> found, Problems problems) {
        if (found.equals(expected)) {
            return true;
        }
        if (found.size() == 1 && expected.size() > 1) {
            String rule = "must have " + expected.size() + " columns separated by commas";
            problems.add(at, rule, Problems.quote(found.get(0)), "the columns are " + String.join(",", expected));
            return false;
        }
        int before = problems.count();
        String order = "the columns are " + String.join(",", expected);
        boolean isInPlace = found.size() == expected.size();
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(found);
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            String column = found.get(i);
            isInPlace = isInPlace && (column.equals(expected.get(i)) || !expected.contains(column));
            if (seen.contains(column)) {
                problems.add(at, "must have each column once", Problems.quote(column) + " twice", "remove one");
            } else if (!expected.contains(column)) {
                String rule = "must have only the expected columns";
                Optional<String> meant = Problems.misspelt(column, expected, missing::contains);
                meant.ifPresent(missing::remove);
                isInPlace &= meant.equals(Optional.of(expected.get(Math.min(i, expected.size() - 1))));
                problems.add(
                        at,
                        rule,
                        column.isEmpty() ? "empty" : Problems.quote(column),
                        meant.map(name -> "nearest: " + name).orElse("remove it"));
            }
            seen.add(column);
        }
        if (!missing.isEmpty()) {
            String names = missing.stream().map(Problems::quote).collect(Collectors.joining(", "));
            String rule = missing.size() == 1
                    ? "must have a column " + names + ", which is missing"
                    : "must have the columns " + names + ", which are missing";
            problems.add(at, rule, "", order);
        }
        if (problems.count() == before) {
            problems.add(at, "must have its columns in their order", Problems.quote(String.join(",", found)), order);
        }
        return isInPlace;
    }

    /**
     * The rows in the order of the file.
     *
     * @return the rows
     */
    public ImmutableList<Row> rows() {
        return rows;
    }

    /**
     * The name of the table in errors.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Writes a table with the line separator {@code \n}.
     *
     * @param columns the header
     * @param rows the rows, each with as many cells as there are columns
     * @return the text
     */
    public static String write(List<String> columns, Iterable<? extends List<String>> rows) {
        StringBuilder text = new StringBuilder(line(columns));
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row must have " + columns.size() + " cells but had " + row.size() + ": " + row);
            }
            row.forEach(CsvTable::refuseNul);
            text.append(line(row));
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.writeStartArray();
            cells.forEach(generator::writeString);
            generator.writeEndArray();
        }
        return text.toString();
    }

    private static void refuseNul(String cell) {
        if (cell.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "a text must not hold the character U+0000, which no table is read with: " + Problems.quote(cell));
        }
    }
}
