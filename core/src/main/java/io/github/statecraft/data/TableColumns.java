package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import io.github.statecraft.InvalidDataException;
import io.github.statecraft.internal.input.CellScanner;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the columns of a table of numbers are, by their order in the file. */
final class TableColumns {
    /** What a column that holds no values of an indicator is. */
    static final int UNIT = -1;

    static final int LABEL = -2;
    static final int GROUP = -3;
    static final int RANKED = -4;
    static final int YEAR = -5;
    static final int IGNORED = -6;

    /** A table has at most so many columns. */
    static final int MAX_COLUMNS = 100_000;

    private final ImmutableList<String> header;
    private final int[] roles;
    private final ImmutableList<String> indicators;
    private final boolean hasYears;

    private TableColumns(List<String> header, int[] roles, List<String> indicators) {
        this.header = ImmutableList.copyOf(header);
        this.roles = roles;
        this.indicators = ImmutableList.copyOf(indicators);
        this.hasYears = Ints.contains(roles, YEAR);
    }

    /**
     * Columns of which some are texts; all others are indicators.
     *
     * @param header the names
     * @param texts what some columns are, by name
     */
    static TableColumns of(List<String> header, Map<String, Integer> texts) {
        int[] roles = new int[header.size()];
        List<String> indicators = new ArrayList<>();
        for (int i = 0; i < roles.length; i++) {
            Integer role = texts.get(header.get(i));
            roles[i] = role == null ? indicators.size() : role;
            if (role == null) {
                indicators.add(header.get(i));
            }
        }
        return new TableColumns(header, roles, indicators);
    }

    /** The names in the order of the file. */
    ImmutableList<String> header() {
        return header;
    }

    /** The ids of the indicators, in the order of the file. */
    ImmutableList<String> indicators() {
        return indicators;
    }

    int width() {
        return roles.length;
    }

    /** The number of the indicator of a column, or what else the column is. */
    int role(int column) {
        return column < roles.length ? roles[column] : IGNORED;
    }

    /** Whether each row is of a year. */
    boolean hasYears() {
        return hasYears;
    }

    /** The first column of a role; 0 if there is none. */
    int columnOf(int role) {
        return Math.max(0, Ints.indexOf(roles, role));
    }

    /** Reads the names of the columns; reports those that are missing or there twice. */
    static ImmutableList<String> header(CellScanner cells, Problems problems) {
        ImmutableList.Builder<String> header = ImmutableList.builder();
        if (!cells.nextRow()) {
            throw empty(cells, problems);
        }
        Map<String, Integer> seen = new LinkedHashMap<>();
        long characters = 0;
        int column = 0;
        do {
            cells.cell();
            String name = cells.text();
            characters += name.length();
            if (column == MAX_COLUMNS || characters > TableRows.MAX_TEXT) {
                problems.add(
                        at(cells),
                        "must have at most " + Numbers.grouped(MAX_COLUMNS) + " columns, with names of at most "
                                + Numbers.grouped(TableRows.MAX_TEXT) + " characters together",
                        "more",
                        "split it");
                problems.throwIfAny();
            }
            column++;
            Integer other = seen.putIfAbsent(name, column);
            if (name.isBlank() && column > 1) {
                problems.add(
                        at(cells), "each column must have a name", "none in column " + column, "name it, or remove it");
            } else if (other != null) {
                problems.add(
                        at(cells),
                        "must have each column once",
                        Problems.quote(name) + " in columns " + other + " and " + column,
                        "give one of them another name");
            }
            header.add(name);
        } while (!cells.isLast());
        if (column == 1 && seen.containsKey("")) {
            throw empty(cells, problems);
        }
        if (cells.isCut()) {
            problems.add(
                    at(cells),
                    "must end with a line break",
                    "the end of the header",
                    "was it cut off? If it is whole, add a line break");
            problems.throwIfAny();
        }
        return header.build();
    }

    private static InvalidDataException empty(CellScanner cells, Problems problems) {
        Problems.Position top = new Problems.Position(cells.name(), 1, 0, "line 1");
        problems.add(top, "must not be empty", "", "was it cut off while being written?");
        return problems.exception();
    }

    static Problems.Position at(CellScanner cells) {
        return new Problems.Position(cells.name(), cells.line(), 0, "line " + cells.line());
    }
}
