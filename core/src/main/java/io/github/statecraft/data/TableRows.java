package io.github.statecraft.data;

import com.google.common.collect.ImmutableSet;
import io.github.statecraft.internal.input.CellScanner;
import io.github.statecraft.internal.input.Decimals;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.IndicatorTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the rows of a table of numbers below its header. Values are collected in blocks of rows, so that hardly more is held
 * than the table. Confined to one reading; not thread-safe.
 */
final class TableRows {
    /** A table has at most so many rows. */
    static final int MAX_UNITS = 1_000_000;

    /** A table has at most so many cells, texts among them. */
    static final int MAX_CELLS = 20_000_000;

    /** Ids, labels and groups have at most so many characters together. */
    static final long MAX_TEXT = 64L << 20;

    private static final int BLOCK_CELLS = 500_000;
    private static final int BLOCK_ROWS = 5_000;
    private static final double[] GIVEN_AWAY = {};

    private final TableColumns columns;
    private final ImmutableSet<String> missing;
    private final boolean mayMissingBeNumber;
    private final Problems problems;
    private final StrayTexts strays;

    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<Unit> units = new ArrayList<>();
    private final Map<String, String> groups = new LinkedHashMap<>();
    private long characters;

    private final int blockRows;
    /** Values by block of rows, indicator and row of the block; NaN where missing. */
    private final List<double[][]> blocks = new ArrayList<>();

    private record Unit(String id, String label, String group, boolean isRanked) {}

    /** What the text cells of the row that is being read say, by minus their role; empty where there is no such column. */
    private final String[] texts = new String[1 - TableColumns.RANKED];

    private final List<StrayTexts.Stray> straysOfRow = new ArrayList<>();

    TableRows(TableColumns columns, ImmutableSet<String> missing, Problems problems) {
        this.columns = columns;
        this.missing = missing;
        this.mayMissingBeNumber = missing.stream().anyMatch(text -> !Double.isNaN(Decimals.parse(text)));
        this.problems = problems;
        this.strays = new StrayTexts(problems, this::holdsNumbers);
        this.blockRows = Math.max(
                1,
                Math.min(
                        BLOCK_ROWS,
                        BLOCK_CELLS / Math.max(1, columns.indicators().size())));
    }

    /** Reads all rows; what is wrong with them is among the problems afterwards. */
    void read(CellScanner cells) {
        int before = problems.count();
        int width = columns.width();
        try {
            while (cells.nextRow()) {
                if (units.size() == Math.min(MAX_UNITS, MAX_CELLS / width)) {
                    String rule = "a table of " + Numbers.grouped(width) + " columns must have at most "
                            + Numbers.grouped(units.size()) + " rows";
                    report(cells, rule, "more", "split it, or remove columns");
                    return;
                }
                readRow(cells);
            }
            if (units.isEmpty() && problems.count() == before && strays.isEmpty()) {
                report(cells, "must have at least one row", "only a header", "was it cut off?");
            }
        } catch (CellScanner.Unreadable e) {
            // what is wrong was added to the problems
        } finally {
            strays.finish();
        }
    }

    private void readRow(CellScanner cells) {
        int row = units.size();
        if (row / blockRows == blocks.size()) {
            blocks.add(new double[columns.indicators().size()][blockRows]);
        }
        double[][] block = blocks.get(row / blockRows);
        int rowOfBlock = row % blockRows;
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
        Integer line = id.isBlank() ? null : lines.putIfAbsent(id, (int) cells.line());
        if (id.isBlank()) {
            report(cells, TableColumns.UNIT, "each unit must have an id", "empty", "fill it in");
        } else if (line != null) {
            report(
                    cells,
                    TableColumns.UNIT,
                    "each unit must have one row",
                    Problems.quote(id) + ", as in line " + line,
                    "remove one; give two years of one unit two ids");
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
            units.add(new Unit(
                    id,
                    label.isBlank() ? id : label,
                    group.isBlank() || missing.contains(group) ? "" : groups.computeIfAbsent(group, key -> key),
                    !ranked.equalsIgnoreCase("false")));
        }
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

    private boolean holdsNumbers(int column) {
        int role = columns.role(column);
        for (int row = 0; row < units.size(); row++) {
            if (!Double.isNaN(blocks.get(row / blockRows)[role][row % blockRows])) {
                return true;
            }
        }
        return false;
    }

    /** The table of what was read; nothing is left here. */
    IndicatorTable table() {
        IndicatorTable.Builder table = IndicatorTable.builder();
        for (Unit unit : units) {
            table.unit(unit.id(), unit.label(), unit.isRanked());
            if (!unit.group().isEmpty()) {
                table.group(unit.id(), unit.group());
            }
        }
        lines.clear();
        for (int i = 0; i < columns.indicators().size(); i++) {
            String indicator = columns.indicators().get(i);
            table.indicator(indicator);
            for (int number = 0; number < blocks.size(); number++) {
                double[] cells = blocks.get(number)[i];
                blocks.get(number)[i] = GIVEN_AWAY;
                int first = number * blockRows;
                addRuns(table, indicator, first, cells, Math.min(cells.length, units.size() - first));
            }
        }
        return table.build();
    }

    /** Adds the values between missing cells. */
    private static void addRuns(IndicatorTable.Builder table, String indicator, int first, double[] cells, int count) {
        int from = 0;
        while (from < count) {
            int to = from;
            while (to < count && !Double.isNaN(cells[to])) {
                to++;
            }
            if (to > from) {
                boolean isWhole = from == 0 && to == cells.length;
                table.values(indicator, first + from, isWhole ? cells : Arrays.copyOfRange(cells, from, to));
            }
            from = to + 1;
        }
    }
}
