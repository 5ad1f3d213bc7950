package io.github.statecraft.data;

import io.github.statecraft.internal.input.Decimals;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cells that should hold a number and do not. A column that holds nothing but texts is one problem, not one a row: nobody has
 * said what it is. Confined to one reading.
 */
final class StrayTexts {
    /** After so many texts it is decided whether a column holds numbers. */
    private static final int ENOUGH = 20;
    /** Fewer texts are reported one by one. */
    private static final int FEW = 3;

    private static final int SHOWN = 3;

    private static final Pattern NUMBER = Pattern.compile("[+-]?+(?:\\d++\\.?+\\d*+|\\.\\d++)(?:[eE][+-]?+\\d++)?+");

    /** A decimal comma, or separators between thousands. */
    private static final Pattern SEPARATED =
            Pattern.compile("[+-]?(?:\\d+,\\d+|\\d{1,3}(?:[.,' \u00A0\u202F]\\d{3})+(?:[.,]\\d+)?)");

    private static final Pattern INFINITE = Pattern.compile("[+-]?inf(?:inity)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern ABSENT =
            Pattern.compile("#?n/?a|nan|null|none|missing|[-.?]{1,3}", Pattern.CASE_INSENSITIVE);

    private final Problems problems;
    private final IntPredicate holdsNumbers;
    private final Map<Integer, Column> columns = new LinkedHashMap<>();

    /**
     * A cell that holds no number.
     *
     * @param at where it is
     * @param column the number of its column
     * @param text what it holds
     */
    record Stray(Problems.Position at, int column, String text) {}

    private static final class Column {
        private final List<Stray> pending = new ArrayList<>();
        private boolean isDecided;
        private boolean isText;
    }

    /**
     * @param problems where to report
     * @param holdsNumbers whether a number was read in a column
     */
    StrayTexts(Problems problems, IntPredicate holdsNumbers) {
        this.problems = problems;
        this.holdsNumbers = holdsNumbers;
    }

    void add(Stray stray) {
        Column column = columns.computeIfAbsent(stray.column(), key -> new Column());
        if (!column.isDecided) {
            column.pending.add(stray);
            if (column.pending.size() == ENOUGH) {
                decide(column);
            }
        } else if (!column.isText) {
            report(stray);
        }
    }

    /** Whether every cell held a number. */
    boolean isEmpty() {
        return columns.isEmpty();
    }

    /** Reports what is left. */
    void finish() {
        columns.values().stream().filter(column -> !column.isDecided).forEach(this::decide);
    }

    private void decide(Column column) {
        List<Stray> strays = column.pending;
        column.isDecided = true;
        column.isText = strays.size() >= FEW && !holdsNumbers.test(strays.get(0).column());
        if (column.isText) {
            String texts = strays.stream()
                    .limit(SHOWN)
                    .map(stray -> Problems.quote(stray.text()))
                    .collect(Collectors.joining(", "));
            problems.add(
                    strays.get(0).at(),
                    "a column must hold numbers",
                    texts + " and so on, and no number",
                    remedy(
                            strays.get(0).text(),
                            "say what it is with withLabel or withGroup, or leave it out with ignoring"));
        } else {
            strays.forEach(this::report);
        }
        column.pending.clear();
    }

    private void report(Stray stray) {
        String text = stray.text();
        String found = Problems.quote(text);
        if (INFINITE.matcher(text).matches()) {
            problems.add(stray.at(), "must be finite", found, "leave a missing cell empty");
        } else if (!NUMBER.matcher(text).matches()) {
            String remedy = remedy(text, "correct it, or leave the cell empty if it is unknown");
            problems.add(stray.at(), "expected a number such as 12.5", found, remedy);
        } else if (text.length() > Decimals.MAX_LENGTH) {
            String rule = "a number must have at most " + Numbers.grouped(Decimals.MAX_LENGTH) + " characters";
            problems.add(stray.at(), rule, found, "round it");
        } else {
            String remedy = "write it in another unit, or leave the cell empty";
            problems.add(stray.at(), "expected a number that a double can hold", found, remedy);
        }
    }

    private static String remedy(String text, String otherwise) {
        if (SEPARATED.matcher(text).matches()) {
            return "write decimals with a point, and nothing between thousands";
        }
        return ABSENT.matcher(text).matches()
                ? "leave a missing cell empty, or state this text with withMissing"
                : otherwise;
    }
}
