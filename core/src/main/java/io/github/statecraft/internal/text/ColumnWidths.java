package io.github.statecraft.internal.text;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.text.TextTable.Column;
import io.github.statecraft.internal.text.TextTable.Overflow;

/**
 * Decides how wide the columns of a {@link TextTable} are. Starts from what headers and cells would like; as long as the
 * table is too wide it narrows, in this order and always the widest column first: columns that wrap, down to their
 * longest word; the headers of all others, which wrap too; columns that are cut; and at last everything. What no line then
 * uses of a column is taken back.
 */
final class ColumnWidths {
    /** Columns that wrap are not narrowed below this on account of their words alone. */
    private static final int LONG_WORD = 16;

    /** Columns that are cut keep this much as long as anything else can give way. */
    private static final int SHORTEST_CUT = 8;

    private final ImmutableList<Column> columns;
    private final ImmutableList<ImmutableList<String>> rows;
    private final int[] widths;

    private ColumnWidths(ImmutableList<Column> columns, ImmutableList<ImmutableList<String>> rows) {
        this.columns = columns;
        this.rows = rows;
        this.widths = new int[columns.size()];
    }

    /**
     * The widths of the columns, which with the gaps between them add up to at most {@link TextTable#WIDTH}.
     *
     * @param columns the columns, at most {@link TextTable#MOST_COLUMNS}
     * @param rows as many cells each as there are columns
     * @return one width a column, at least 1
     */
    static ImmutableList<Integer> of(ImmutableList<Column> columns, ImmutableList<ImmutableList<String>> rows) {
        ColumnWidths layout = new ColumnWidths(columns, rows);
        layout.start();
        for (Step step : Step.values()) {
            layout.narrow(step);
        }
        layout.tighten();
        ImmutableList.Builder<Integer> widths = ImmutableList.builder();
        for (int width : layout.widths) {
            widths.add(width);
        }
        return widths.build();
    }

    /** What may be narrowed, in order. */
    private enum Step {
        WRAPPED_CELLS,
        HEADERS,
        CUT_CELLS,
        EVERYTHING
    }

    private void start() {
        for (int i = 0; i < widths.length; i++) {
            int wanted = Lines.widest(columns.get(i).header());
            for (ImmutableList<String> row : rows) {
                wanted = Math.max(wanted, Lines.widest(row.get(i)));
            }
            widths[i] = Math.max(1, Math.min(wanted, columns.get(i).maxWidth()));
        }
    }

    private void narrow(Step step) {
        int[] floors = new int[widths.length];
        for (int i = 0; i < floors.length; i++) {
            floors[i] = Math.min(widths[i], Math.max(1, floor(i, step)));
        }
        int excess = excess();
        while (excess > 0) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > floors[i] && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
            excess--;
        }
    }

    /** Breaking between words seldom fills a column: takes back what no line uses. */
    private void tighten() {
        for (int i = 0; i < widths.length; i++) {
            if (columns.get(i).overflow() != Overflow.CUT) {
                int used = widestLine(columns.get(i).header(), widths[i]);
                for (ImmutableList<String> row : rows) {
                    used = Math.max(used, widestLine(row.get(i), widths[i]));
                }
                widths[i] = Math.max(1, used);
            }
        }
    }

    private static int widestLine(String text, int width) {
        int widest = 0;
        for (String line : Lines.wrap(text, width, "")) {
            widest = Math.max(widest, Lines.width(line));
        }
        return widest;
    }

    private int floor(int column, Step step) {
        Overflow overflow = columns.get(column).overflow();
        return switch (step) {
            case WRAPPED_CELLS -> overflow == Overflow.WRAP ? Math.min(LONG_WORD, widestWord(column)) : widths[column];
            case HEADERS -> overflow == Overflow.KEEP ? widthBelowHeader(column) : widths[column];
            case CUT_CELLS -> overflow == Overflow.CUT ? SHORTEST_CUT : widths[column];
            case EVERYTHING -> 1;
        };
    }

    private int widestWord(int column) {
        int widest = Lines.widestWord(columns.get(column).header());
        for (ImmutableList<String> row : rows) {
            widest = Math.max(widest, Lines.widestWord(row.get(column)));
        }
        return widest;
    }

    private int widthBelowHeader(int column) {
        int widest = Lines.widestWord(columns.get(column).header());
        for (ImmutableList<String> row : rows) {
            widest = Math.max(widest, Lines.widest(row.get(column)));
        }
        return widest;
    }

    private int excess() {
        int total = TextTable.GAP.length() * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        return total - TextTable.WIDTH;
    }
}
