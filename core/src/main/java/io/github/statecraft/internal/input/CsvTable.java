package io.github.statecraft.internal.input;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.text.Numbers;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.dataformat.csv.CsvFactory;

/**
 * A table of comma-separated values (RFC 4180) with exactly the columns that its reader expects, in their order. It ends with
 * a line break, so that a table that was cut off within its last row is not taken for a whole one. Cells are text without
 * surrounding blanks; what they mean is for the reader to say. Rows, cells of a row and characters of a cell are bounded.
 */
public final class CsvTable {
    /** A table with more rows is refused; what is read of one takes about a kilobyte. */
    static final int MAX_ROWS = 200_000;

    /** Tokens only: a mapper needs newer annotations than a Jackson 2 beside this library may bring. */
    private static final CsvFactory FACTORY = CsvFactory.builder().build();

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
        private final List<String> columns;
        private final ImmutableList<String> cells;

        private Row(String table, long line, List<String> columns, ImmutableList<String> cells) {
            this.table = table;
            this.line = line;
            this.columns = columns;
            this.cells = cells;
        }

        /**
         * A cell.
         *
         * @param column one of the table's columns
         * @return the text, empty if the cell is
         */
        public String cell(String column) {
            int index = columns.indexOf(column);
            if (index < 0) {
                throw new IllegalArgumentException(table + " has no column '" + column + "'");
            }
            return cells.get(index);
        }

        /**
         * Whether the table has a column.
         *
         * @param column its name
         * @return false for a further column that this table is without
         */
        public boolean has(String column) {
            return columns.contains(column);
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
            int index = columns.indexOf(column);
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
     * Reads a table that fits in memory.
     *
     * @param input the text
     * @param columns the columns it must have, in this order
     * @param problems where to report what is wrong
     * @return the rows that are whole; none if the header is not as expected, but for names that are only misspelt
     */
    public static CsvTable read(TextInput input, List<String> columns, Problems problems) {
        ImmutableList.Builder<Row> rows = ImmutableList.builder();
        read(input, columns, List.of(), problems, rows::add);
        return new CsvTable(input.name(), rows.build());
    }

    /**
     * Reads a table row by row; nothing of it is kept.
     *
     * @param input the text
     * @param columns the columns it must have, in this order
     * @param further columns that must follow these, in this order, if the header names any of them
     * @param problems where to report what is wrong
     * @param reader takes the rows that are whole; none if the header is not as expected, but for names that are only
     *     misspelt
     * @return how much was read
     */
    public static Extent read(
            TextInput input, List<String> columns, List<String> further, Problems problems, Consumer<Row> reader) {
        return new Reading(input, problems, reader).read(columns, further);
    }

    /**
     * How much of a table was read.
     *
     * @param table name of the table
     * @param rows how many rows were whole
     * @param isWhole whether all were, and the header as expected
     */
    public record Extent(String table, long rows, boolean isWhole) {
        /**
         * Reports a table without a row, if there is nothing else wrong with it.
         *
         * @param problems where to report
         */
        public void requireRow(Problems problems) {
            if (isWhole && rows == 0) {
                problems.add(atLine(table, 1), "must have at least one row", "only a header", "was it cut off?");
            }
        }
    }

    /** One reading of a table. A row is handed on when the next is reached, since the last may have been cut off. */
    private static final class Reading {
        private final TextInput input;
        private final Problems problems;
        private final Consumer<Row> reader;
        private boolean isWhole = true;
        private long count;
        private @Nullable Row last;

        Reading(TextInput input, Problems problems, Consumer<Row> reader) {
            this.input = input;
            this.problems = problems;
            this.reader = reader;
        }

        Extent read(List<String> columns, List<String> further) {
            int most = CsvHeader.FAR_TOO_WIDE * (columns.size() + further.size());
            try (CsvRows rows = new CsvRows(input, most)) {
                try {
                    read(rows, columns, further);
                } catch (StreamConstraintsException e) {
                    report(
                            rows.line(),
                            "a cell must have at most " + Numbers.grouped(CsvRows.MAX_CELL) + " characters",
                            "more",
                            "is a quote missing?");
                } catch (JacksonException e) {
                    report(
                            rows.line(),
                            "the row that begins here cannot be read: " + SyntaxErrors.words(e),
                            "",
                            "write a cell that holds a quote or a comma in quotes, each quote in it twice");
                }
            }
            handOn();
            return new Extent(input.name(), count, isWhole);
        }

        private void read(CsvRows rows, List<String> columns, List<String> further) {
            if (!rows.next()) {
                return;
            }
            boolean hasFurther = rows.cells().stream().anyMatch(further::contains);
            List<String> expected = hasFurther
                    ? ImmutableList.<String>builder()
                            .addAll(columns)
                            .addAll(further)
                            .build()
                    : columns;
            int before = problems.count();
            if (!CsvHeader.check(atLine(input.name(), rows.line()), expected, rows.cells(), rows.width(), problems)) {
                isWhole = false;
                return;
            }
            isWhole = problems.count() == before;
            boolean isHeader = true;
            boolean isSound = true;
            while (rows.next()) {
                handOn();
                isHeader = false;
                isSound = rows.width() == expected.size();
                if (count == MAX_ROWS) {
                    String rule = "must have at most " + Numbers.grouped(MAX_ROWS) + " rows";
                    report(rows.line(), rule, "more", "split it");
                    return;
                }
                if (isSound) {
                    last = new Row(input.name(), rows.line(), expected, rows.cells());
                } else {
                    report(
                            rows.line(),
                            "a row must have " + expected.size() + " cells",
                            rows.width() == 1 ? "1 cell" : Numbers.grouped(rows.width()) + " cells",
                            "quote cells that hold commas, and write empty cells as nothing between commas");
                }
            }
            if (isSound && !input.endsWithLineBreak()) {
                last = null;
                report(
                        rows.line(),
                        "must end with a line break",
                        isHeader ? "the end of the header" : "the end of the row that begins here",
                        "was it cut off? If it is whole, add a line break");
            }
        }

        private void handOn() {
            if (last != null) {
                Row row = last;
                last = null;
                count++;
                reader.accept(row);
            }
        }

        private void report(long line, String rule, String found, String remedy) {
            isWhole = false;
            problems.add(atLine(input.name(), line), rule, found, remedy);
        }
    }

    private static Problems.Position atLine(String table, long line) {
        return new Problems.Position(table, line, 0, "line " + line);
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
