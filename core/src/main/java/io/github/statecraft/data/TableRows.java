package io.github.statecraft.data;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableIntArray;
import io.github.statecraft.internal.input.CellScanner;
import io.github.statecraft.internal.input.Decimals;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.IndicatorPanel;
import io.github.statecraft.score.IndicatorTable;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the rows of a table or panel of numbers below its header. Confined to one reading; not thread-safe. */
final class TableRows {
    /** A file has at most so many rows: units, or units in a year. */
    static final int MAX_UNITS = 1_000_000;

    /** A table has at most so many cells, texts among them. */
    static final int MAX_CELLS = 20_000_000;

    /** Ids, labels and groups have at most so many characters together. */
    static final long MAX_TEXT = 64L << 20;

    /** The year of a row that is of none. */
    private static final int NO_YEAR = 0;

    private final TableColumns columns;
    private final ImmutableSet<String> missing;
    private final boolean mayMissingBeNumber;
    private final Problems problems;
    private final StrayTexts strays;

    /** By year and unit, where its row is. */
    private final Map<Integer, Map<String, Integer>> lines = new LinkedHashMap<>();

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, String> groups = new LinkedHashMap<>();
    private long characters;

    private final ValueBlocks values;

    private record Row(int year, String id, String label, String group, boolean isRanked) {}

    /** What the text cells of the row that is being read say, by minus their role; empty where there is no such column. */
    private final String[] texts = new String[1 - TableColumns.YEAR];

    private final List<StrayTexts.Stray> straysOfRow = new ArrayList<>();

    TableRows(TableColumns columns, ImmutableSet<String> missing, Problems problems) {
        this.columns = columns;
        this.missing = missing;
        this.mayMissingBeNumber = missing.stream().anyMatch(text -> !Double.isNaN(Decimals.parse(text)));
        this.problems = problems;
        this.values = new ValueBlocks(columns.indicators().size());
        this.strays = new StrayTexts(problems, column -> values.holdsNumbers(columns.role(column), rows.size()));
    }

    /** Reads all rows; what is wrong with them is among the problems afterwards. */
    void read(CellScanner cells) {
        int before = problems.count();
        int width = columns.width();
        try {
            while (cells.nextRow()) {
                if (rows.size() == Math.min(MAX_UNITS, MAX_CELLS / width)) {
                    String rule = "a table of " + Numbers.grouped(width) + " columns must have at most "
                            + Numbers.grouped(rows.size()) + " rows";
                    report(cells, rule, "more", "split it, or remove columns");
                    return;
                }
                readRow(cells);
            }
            if (rows.isEmpty() && problems.count() == before && strays.isEmpty()) {
                report(cells, "must have at least one row", "only a header", "was it cut off?");
            }
        } catch (CellScanner.Unreadable e) {
            // what is wrong was added to the problems
        } finally {
            strays.finish();
        }
    }

    private void readRow(CellScanner cells) {
        double[][] block = values.blockOf(rows.size());
        int rowOfBlock = values.rowOfBlock(rows.size());
        Arrays.fill(texts, "");
        straysOfRow.clear();
        int column = 0;
        do {
            int role = columns.role(column);
            if (role >= 0) {
                double value = mayMissingBeNumber ? Double.NaN : cells.number();
                block[role][rowOfBlock] = Double.isNaN(value) ? unusual(cells, column) : value;
            } else {
                cells.cell();
                if (role != TableColumns.IGNORED) {
                    texts[-role] = cells.text();
                }
            }
            column++;
        } while (!cells.isLast());
        if (column == 1 && cells.isEmpty() && !cells.isCut()) {
            return;
        }
        if (column != columns.width()) {
            report(
                    cells,
                    "a row must have " + Numbers.grouped(columns.width()) + " cells",
                    column == 1 ? "1 cell" : Numbers.grouped(column) + " cells",
                    "quote cells that hold separators, and write missing cells as nothing between separators");
        } else if (cells.isCut()) {
            report(
                    cells,
                    "must end with a line break",
                    "the end of the row that begins here",
                    "was it cut off? If it is whole, add a line break");
        } else {
            straysOfRow.forEach(strays::add);
            register(cells);
        }
    }

    /** A cell that does not say a number at first sight: the number after all, or NaN. */
    private double unusual(CellScanner cells, int column) {
        if (mayMissingBeNumber) {
            cells.cell();
        }
        if (cells.isEmpty() || (!missing.isEmpty() && missing.contains(cells.text()))) {
            return Double.NaN;
        }
        double value = mayMissingBeNumber ? cells.parsed() : Double.NaN;
        if (Double.isNaN(value)) {
            straysOfRow.add(new StrayTexts.Stray(at(cells, column), column, cells.text()));
        }
        return value;
    }

    private void register(CellScanner cells) {
        int before = problems.count();
        String id = texts[-TableColumns.UNIT];
        int year = columns.hasYears() ? year(cells) : NO_YEAR;
        if (id.isBlank()) {
            report(cells, TableColumns.UNIT, "each unit must have an id", "empty", "fill it in");
        } else if (problems.count() == before) {
            registerOnce(cells, id, year);
        }
        String label = texts[-TableColumns.LABEL];
        String group = texts[-TableColumns.GROUP];
        String ranked = texts[-TableColumns.RANKED];
        if (!ranked.isEmpty() && !ranked.equalsIgnoreCase("true") && !ranked.equalsIgnoreCase("false")) {
            report(cells, TableColumns.RANKED, "must be true or false", Problems.quote(ranked), "correct it");
        }
        characters += id.length() + label.length() + group.length();
        if (characters > MAX_TEXT) {
            String rule =
                    "ids, labels and groups must have at most " + Numbers.grouped(MAX_TEXT) + " characters together";
            report(cells, rule, "more", "split it");
            problems.throwIfAny();
        }
        if (problems.count() == before) {
            rows.add(new Row(
                    year,
                    id,
                    label.isBlank() ? id : label,
                    group.isBlank() || missing.contains(group) ? "" : groups.computeIfAbsent(group, key -> key),
                    !ranked.equalsIgnoreCase("false")));
        }
    }

    private void registerOnce(CellScanner cells, String id, int year) {
        Integer line = lines.computeIfAbsent(year, key -> new LinkedHashMap<>()).putIfAbsent(id, (int) cells.line());
        if (line != null && columns.hasYears()) {
            report(
                    cells,
                    TableColumns.UNIT,
                    "each unit must have one row a year",
                    Problems.quote(id) + ", of " + year + " as in line " + line,
                    "remove one");
        } else if (line != null) {
            report(
                    cells,
                    TableColumns.UNIT,
                    "each unit must have one row",
                    Problems.quote(id) + ", as in line " + line,
                    "remove one; TableFiles.readPanel reads several years of one unit");
        }
    }

    private int year(CellScanner cells) {
        String text = texts[-TableColumns.YEAR];
        Optional<Year> year = Cells.yearIn(text);
        if (year.isEmpty()) {
            report(
                    cells,
                    TableColumns.YEAR,
                    Cells.EXPECTED_YEAR,
                    text.isBlank() ? "empty" : Problems.quote(text),
                    "write the year alone, or say with withYear which column holds it");
        }
        return year.map(Year::getValue).orElse(NO_YEAR);
    }

    private void report(CellScanner cells, String rule, String found, String remedy) {
        problems.add(TableColumns.at(cells), rule, found, remedy);
    }

    private void report(CellScanner cells, int role, String rule, String found, String remedy) {
        problems.add(at(cells, columns.columnOf(role)), rule, found, remedy);
    }

    private Problems.Position at(CellScanner cells, int column) {
        String where = "line " + cells.line() + ", column "
                + (column < columns.width()
                        ? Problems.quote(columns.header().get(column))
                        : String.valueOf(column + 1));
        return new Problems.Position(cells.name(), cells.line(), column + 1L, where);
    }

    /** The table of what was read, whose rows are of no year; nothing is left here. */
    IndicatorTable table() {
        return tables().values().iterator().next();
    }

    /** The panel of what was read; nothing is left here. */
    IndicatorPanel panel() {
        Map<Year, IndicatorTable> years = new TreeMap<>();
        tables().forEach((year, table) -> years.put(Year.of(year), table));
        return IndicatorPanel.of(years);
    }

    /** By year, the table of its rows, in their order. */
    private SortedMap<Integer, IndicatorTable> tables() {
        lines.clear();
        TreeMap<Integer, ImmutableIntArray.Builder> rowsOf = new TreeMap<>();
        Map<Integer, IndicatorTable.Builder> tables = new LinkedHashMap<>();
        for (int number = 0; number < rows.size(); number++) {
            Row row = rows.get(number);
            rowsOf.computeIfAbsent(row.year(), year -> ImmutableIntArray.builder())
                    .add(number);
            IndicatorTable.Builder table = tables.computeIfAbsent(row.year(), year -> IndicatorTable.builder());
            table.unit(row.id(), row.label(), row.isRanked());
            if (!row.group().isEmpty()) {
                table.group(row.id(), row.group());
            }
        }
        TreeMap<Integer, ImmutableIntArray> numbers = new TreeMap<>();
        rowsOf.forEach((year, of) -> numbers.put(year, of.build()));
        for (int i = 0; i < columns.indicators().size(); i++) {
            String indicator = columns.indicators().get(i);
            double[] column = values.take(i, rows.size());
            numbers.forEach((year, of) -> {
                IndicatorTable.Builder table = Objects.requireNonNull(tables.get(year));
                table.indicator(indicator);
                addRuns(table, indicator, of.length() == column.length ? column : of(column, of));
            });
        }
        TreeMap<Integer, IndicatorTable> result = new TreeMap<>();
        tables.forEach((year, table) -> result.put(year, table.build()));
        return result;
    }

    private static double[] of(double[] column, ImmutableIntArray rows) {
        double[] cells = new double[rows.length()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = column[rows.get(i)];
        }
        return cells;
    }

    /** Adds the values between missing cells. */
    private static void addRuns(IndicatorTable.Builder table, String indicator, double[] cells) {
        int from = 0;
        while (from < cells.length) {
            int to = from;
            while (to < cells.length && !Double.isNaN(cells[to])) {
                to++;
            }
            if (to > from) {
                boolean isWhole = to - from == cells.length;
                table.values(indicator, from, isWhole ? cells : Arrays.copyOfRange(cells, from, to));
            }
            from = to + 1;
        }
    }
}
