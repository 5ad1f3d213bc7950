package io.github.statecraft.internal.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A table in plain text, as a statistics package prints them: an optional title, headers over a rule of dashes, rows
 * with two spaces between the columns, and notes underneath.
 *
 * <pre>
 * Deployment at scale, 2025
 * Country  Score  Rank
 * --------------------
 * China     71.2     1
 * India     54.9     2
 * --------------------
 * Score: 0 worst, 100 best.
 * </pre>
 *
 * <p>The frame is ASCII; cells may hold any text. No line is wider than {@link #WIDTH} code points or ends in a space,
 * and the last one has no line break after it. Immutable and thread-safe.
 */
public final class TextTable {
    /** The widest a line may be, in code points. */
    public static final int WIDTH = 100;

    /** The most columns that can have at least one character each. */
    public static final int MOST_COLUMNS = 34;

    /** What stands between two columns. */
    static final String GAP = "  ";

    private final ImmutableList<String> lines;

    private TextTable(Builder builder) {
        this.lines = new TableLayout(builder.columns.build(), ImmutableList.copyOf(builder.parts))
                .lines(builder.title, builder.notes);
    }

    /**
     * Starts a table without columns.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Breaks text between words into lines of a given width. Words that are wider than a line are broken anywhere, no-break
     * spaces never; line breaks in the text are kept, and so are the spaces that a paragraph starts with.
     *
     * @param text any text
     * @param width the widest a line may be, in code points, at least 1
     * @param indent what each line after the first of a paragraph starts with; narrower than width
     * @return the lines, joined by {@code '\n'}, none of which ends in a space
     * @throws IllegalArgumentException if width is out of range or the indent leaves no room
     */
    public static String wrap(String text, int width, String indent) {
        if (width < 1 || Lines.width(indent) >= width) {
            throw new IllegalArgumentException(
                    "TextTable.wrap needs a width of at least 1 and a narrower indent but width" + " was " + width
                            + " and the indent '" + indent + "'");
        }
        return String.join("\n", Lines.wrap(text, width, indent));
    }

    /**
     * The lines of the table.
     *
     * @return at least the headers and their rule
     */
    public ImmutableList<String> lines() {
        return lines;
    }

    /** The table: its lines, joined by {@code '\n'}. */
    @Override
    public String toString() {
        return String.join("\n", lines);
    }

    /** At which end of its column a cell stands. */
    public enum Align {
        /** At the left: words. */
        LEFT,
        /** At the right: numbers of like precision. */
        RIGHT
    }

    /** What happens to cells that are wider than their column. */
    public enum Overflow {
        /** The column is as wide as its cells; only where nothing else can give way are they broken over lines. */
        KEEP,
        /** Cells are broken between words over several lines. */
        WRAP,
        /** Cells are cut and end in three dots. */
        CUT
    }

    /** A column: its header, how its cells stand in it, and the widest it may be. */
    record Column(String header, Align align, Overflow overflow, int maxWidth) {}

    /** Collects a table: first its columns, then its rows from top to bottom. Mutable, not thread-safe. */
    public static final class Builder {
        private final ImmutableList.Builder<Column> columns = ImmutableList.builder();
        private final List<TableLayout.Part> parts = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private String title = "";
        private int columnCount;

        private Builder() {}

        /**
         * Sets the text above the table.
         *
         * @param title any text; empty for no title, the default
         * @return this builder
         */
        public Builder title(String title) {
            this.title = Objects.requireNonNull(title, "title");
            return this;
        }

        /**
         * Adds a column of words that is as wide as its widest cell.
         *
         * @param header the header
         * @return this builder
         */
        public Builder left(String header) {
            return column(header, Align.LEFT, Overflow.KEEP, WIDTH);
        }

        /**
         * Adds a column of numbers that is as wide as its widest cell.
         *
         * @param header the header
         * @return this builder
         */
        public Builder right(String header) {
            return column(header, Align.RIGHT, Overflow.KEEP, WIDTH);
        }

        /**
         * Adds a column of text that is broken over several lines where it is too wide.
         *
         * @param header the header
         * @return this builder
         */
        public Builder wrapped(String header) {
            return column(header, Align.LEFT, Overflow.WRAP, WIDTH);
        }

        /**
         * Adds a column.
         *
         * @param header the header, broken over several lines where its column is narrower
         * @param align at which end cells and header stand
         * @param overflow what happens to cells that are too wide
         * @param maxWidth the widest the column may be, in code points, 1 to {@link #WIDTH}
         * @return this builder
         * @throws IllegalArgumentException if maxWidth is out of range
         * @throws IllegalStateException if there is a row already, or {@link #MOST_COLUMNS} columns
         */
        public Builder column(String header, Align align, Overflow overflow, int maxWidth) {
            if (!(maxWidth >= 1 && maxWidth <= WIDTH)) {
                throw new IllegalArgumentException(
                        "TextTable.maxWidth must be in [1, " + WIDTH + "] but was " + maxWidth);
            }
            if (!parts.isEmpty() || columnCount == MOST_COLUMNS) {
                throw new IllegalStateException("TextTable takes at most " + MOST_COLUMNS
                        + " columns, all before the first row; there are " + columnCount);
            }
            columns.add(new Column(
                    Objects.requireNonNull(header, "header"),
                    Objects.requireNonNull(align, "align"),
                    Objects.requireNonNull(overflow, "overflow"),
                    maxWidth));
            columnCount++;
            return this;
        }

        /**
         * Adds a row.
         *
         * @param cells one text for each column
         * @return this builder
         * @throws IllegalArgumentException if there are not as many cells as columns
         */
        public Builder row(String... cells) {
            if (cells.length != columnCount) {
                throw new IllegalArgumentException(
                        "TextTable.row needs " + columnCount + " cells but got " + cells.length);
            }
            parts.add(new TableLayout.Row(ImmutableList.copyOf(cells)));
            return this;
        }

        /**
         * Adds a rule of dashes, such as one above a total.
         *
         * @return this builder
         */
        public Builder separator() {
            parts.add(new TableLayout.Separator());
            return this;
        }

        /**
         * Adds a line of text across all columns, as a heading of the rows that follow.
         *
         * @param text any text
         * @return this builder
         */
        public Builder section(String text) {
            parts.add(new TableLayout.Section(Objects.requireNonNull(text, "text")));
            return this;
        }

        /**
         * Adds a note under the table, which starts on a line of its own.
         *
         * @param text any text
         * @return this builder
         */
        public Builder note(String text) {
            notes.add(Objects.requireNonNull(text, "text"));
            return this;
        }

        /**
         * Makes the table. Costs time in proportion to its text.
         *
         * @return the table
         * @throws IllegalStateException if there is no column
         */
        public TextTable build() {
            if (columnCount == 0) {
                throw new IllegalStateException("TextTable needs at least one column");
            }
            return new TextTable(this);
        }
    }
}
