package io.github.statecraft.internal.input;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * A table of comma-separated values (RFC 4180) with exactly the columns that its reader expects, in their order. Cells are
 * text without surrounding blanks; what they mean is for the reader to say.
 */
public final class CsvTable {
    /** A cell longer than this is refused. */
    private static final int MAX_CELL = 100_000;

    private static final ObjectReader READER = CsvMapper.builder(CsvFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(MAX_CELL)
                            .build())
                    .build())
            .enable(CsvReadFeature.WRAP_AS_ARRAY)
            .enable(CsvReadFeature.TRIM_SPACES)
            .build()
            .readerFor(String[].class);

    private static final ObjectWriter WRITER = new CsvMapper()
            .writerFor(String[].class)
            .with(CsvSchema.emptySchema().withLineSeparator("\n"));

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

        /**
         * Reports that a cell's text was refused by what should be made of it.
         *
         * @param problems where to report
         * @param column the cell's column
         * @param refusal the words of the refusal, which say what was found
         */
        public void reportRefusal(Problems problems, String column, String refusal) {
            String found = cell(column);
            boolean said = found.isEmpty() || refusal.contains(found);
            problems.add(at(column), refusal, "", said ? "" : "the cell says " + Problems.quote(found));
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
     * @return the rows that are whole; none if the header is not as expected
     */
    public static CsvTable read(TextInput input, List<String> columns, Problems problems) {
        ImmutableList.Builder<Row> rows = ImmutableList.builder();
        ImmutableList<Integer> starts = starts(input.text());
        int records = 0;
        try (MappingIterator<String[]> lines = READER.readValues(input.text())) {
            boolean header = true;
            while (lines.hasNextValue()) {
                long line = starts.get(Math.min(records, starts.size() - 1));
                String[] cells = lines.nextValue();
                records++;
                if (header) {
                    if (!checkHeader(input.name(), columns, List.of(cells), problems)) {
                        return new CsvTable(input.name(), ImmutableList.of());
                    }
                    header = false;
                } else if (cells.length != columns.size()) {
                    boolean isEmpty = cells.length == 1 && cells[0].isEmpty();
                    problems.add(
                            atLine(input.name(), line),
                            "a row must have " + columns.size() + " cells",
                            isEmpty ? "an empty line" : cells.length == 1 ? "1 cell" : cells.length + " cells",
                            isEmpty
                                    ? "remove it"
                                    : "quote cells that hold commas, and write empty cells as nothing between commas");
                } else {
                    rows.add(row(input.name(), line, columns, cells));
                }
            }
        } catch (JacksonException e) {
            long line = starts.get(Math.min(records, starts.size() - 1));
            if (String.valueOf(e.getOriginalMessage()).startsWith("String value length")) {
                problems.add(
                        atLine(input.name(), line),
                        "a cell must have at most " + Numbers.grouped(MAX_CELL) + " characters",
                        "more",
                        "is a quote missing?");
            } else {
                problems.add(
                        atLine(input.name(), line),
                        "is not a CSV table: " + SyntaxErrors.words(e),
                        "",
                        "write a cell that holds a quote or a comma in quotes, each quote in it twice");
            }
        }
        return new CsvTable(input.name(), rows.build());
    }

    /** The lines on which records begin; a line break in quotes does not end one. The parser does not tell. */
    private static ImmutableList<Integer> starts(String text) {
        ImmutableList.Builder<Integer> starts = ImmutableList.builder();
        starts.add(1);
        int line = 1;
        boolean isQuoted = false;
        boolean isCellStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isBreak = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
            if (isBreak) {
                line++;
                if (!isQuoted) {
                    starts.add(line);
                }
            }
            if (c == '"') {
                isQuoted = isQuoted ? false : isCellStart || (i > 0 && text.charAt(i - 1) == '"');
                isCellStart = false;
            } else if (!isQuoted && (c == ',' || isBreak)) {
                isCellStart = true;
            } else if (c != ' ') {
                isCellStart = false;
            }
        }
        return starts.build();
    }

    private static Problems.Position atLine(String table, long line) {
        return new Problems.Position(table, line, 0, "line " + line);
    }

    private static Row row(String name, long line, List<String> columns, String[] cells) {
        ImmutableMap.Builder<String, String> byColumn = ImmutableMap.builderWithExpectedSize(cells.length);
        for (int i = 0; i < cells.length; i++) {
            byColumn.put(columns.get(i), cells[i]);
        }
        return new Row(name, line, byColumn.buildOrThrow());
    }

    private static boolean checkHeader(String name, List<String> expected, List<String> found, Problems problems) {
        if (found.equals(expected)) {
            return true;
        }
        Problems.Position at = atLine(name, 1);
        if (found.size() == 1 && expected.size() > 1) {
            String rule = "must have " + expected.size() + " columns separated by commas";
            problems.add(at, rule, Problems.quote(found.get(0)), "the columns are " + String.join(",", expected));
            return false;
        }
        int before = problems.count();
        String order = "the columns are " + String.join(",", expected);
        for (String column : expected) {
            if (!found.contains(column)) {
                problems.add(at, "must have a column '" + column + "', which is missing", "", order);
            }
        }
        List<String> seen = new ArrayList<>();
        for (String column : found) {
            if (seen.contains(column)) {
                problems.add(at, "must have each column once", Problems.quote(column) + " twice", "remove one");
            } else if (!expected.contains(column)) {
                String rule = "must have only the expected columns";
                String nearest = Problems.nearest(column, expected);
                problems.add(
                        at,
                        rule,
                        Problems.quote(column),
                        nearest.isEmpty() ? "remove it" : "remove it, or correct its name; " + nearest);
            }
            seen.add(column);
        }
        if (problems.count() == before) {
            problems.add(at, "must have its columns in their order", Problems.quote(String.join(",", found)), order);
        }
        return false;
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
        StringBuilder text = new StringBuilder(WRITER.writeValueAsString(columns.toArray(new String[0])));
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row must have " + columns.size() + " cells but had " + row.size() + ": " + row);
            }
            text.append(WRITER.writeValueAsString(row.toArray(new String[0])));
        }
        return text.toString();
    }
}
