package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.input.CellScanner;
import io.github.statecraft.internal.input.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a caller says of the columns of a table or panel, set against what a file has. Confined to one reading. */
final class StatedColumns {
    private final char separator;
    private final Map<String, Integer> roles = new LinkedHashMap<>();
    /** The column of the years; null in a table, which has none. */
    private @Nullable String year;

    private boolean isYearAssumed;

    StatedColumns(char separator) {
        this.separator = separator;
    }

    /**
     * Says what a column is.
     *
     * @param column its name; null if nobody says
     * @param role what it is
     * @throws IllegalArgumentException if the column is something else already
     */
    void state(@Nullable String column, int role) {
        if (column != null && roles.putIfAbsent(column, role) != null) {
            throw new IllegalArgumentException(
                    "TableReader: a column must be one thing but " + Problems.quote(column) + " is said to be two");
        }
    }

    /**
     * Says that each row is of a year.
     *
     * @param column the name of its column; null for {@link TableFiles#YEAR}
     */
    void stateYear(@Nullable String column) {
        year = column == null ? TableFiles.YEAR : column;
        isYearAssumed = column == null;
        state(year, TableColumns.YEAR);
    }

    /** What the columns of a file are; empty if that cannot be told, after a problem. */
    Optional<TableColumns> of(CellScanner cells, ImmutableList<String> header, Problems problems) {
        if (header.size() == 1 && !otherSeparator(header.get(0)).isEmpty()) {
            problems.add(
                    TableColumns.at(cells),
                    "must have columns separated by " + Problems.quote(String.valueOf(separator)),
                    Problems.quote(header.get(0)),
                    "state the separator, " + otherSeparator(header.get(0)));
            return Optional.empty();
        }
        List<String> unknown =
                roles.keySet().stream().filter(c -> !header.contains(c)).toList();
        for (String column : unknown) {
            problems.add(
                    TableColumns.at(cells),
                    "must have a column " + Problems.quote(column) + ", which is missing",
                    "",
                    remedy(column, Problems.nearest(column, header)));
        }
        Map<String, Integer> texts = new LinkedHashMap<>(roles);
        if (!unknown.isEmpty()
                || (!roles.containsValue(TableColumns.UNIT) && !addOwn(texts, cells, header, problems))) {
            return Optional.empty();
        }
        TableColumns columns = TableColumns.of(header, texts);
        if (columns.indicators().isEmpty()) {
            problems.add(TableColumns.at(cells), "must have at least one column of an indicator", "", "add one");
        }
        return Optional.of(columns);
    }

    private String remedy(String column, String nearest) {
        if (isYearAssumed && column.equals(year)) {
            return "say with withYear which column holds the year" + (nearest.isEmpty() ? "" : "; " + nearest);
        }
        return nearest.isEmpty() ? "the reader was told of it; correct one of the two" : nearest;
    }

    /** Takes the first column, or the first beside the year, for the unit; and adds what a table written here says. */
    private boolean addOwn(
            Map<String, Integer> texts, CellScanner cells, ImmutableList<String> header, Problems problems) {
        ImmutableList<String> others =
                header.stream().filter(column -> !column.equals(year)).collect(ImmutableList.toImmutableList());
        if (others.isEmpty()) {
            problems.add(
                    TableColumns.at(cells),
                    "must have a column of the unit beside that of the year, which is missing",
                    "",
                    "add one");
            return false;
        }
        if (texts.putIfAbsent(others.get(0), TableColumns.UNIT) != null) {
            throw new IllegalArgumentException("TableReader: the first column " + Problems.quote(others.get(0))
                    + " is the id of the unit unless withUnit names another");
        }
        TableFiles.ownColumns(others).forEach(texts::putIfAbsent);
        return true;
    }

    /** How to state the separator that a line seems to have. */
    private static String otherSeparator(String line) {
        return line.indexOf(';') >= 0
                ? "withSeparator(';')"
                : line.indexOf('\t') >= 0 ? "withSeparator('\\t')" : line.indexOf('|') >= 0 ? "withSeparator('|')" : "";
    }
}
