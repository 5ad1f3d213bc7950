package io.github.statecraft.internal.text;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.text.TextTable.Column;
import io.github.statecraft.internal.text.TextTable.Overflow;
import java.util.ArrayList;
import java.util.List;

/** Turns the parts of a {@link TextTable} into lines. */
final class TableLayout {
    /** Title, sections and notes of a narrower table may be this wide. */
    private static final int NARROWEST_TEXT = 60;

    private final ImmutableList<Column> columns;
    private final ImmutableList<Part> parts;
    private final ImmutableList<Integer> widths;
    private final int textWidth;
    private final String rule;
    private final ImmutableList.Builder<String> lines = ImmutableList.builder();

    /** Something between the headers and the notes. */
    sealed interface Part permits Row, Section, Separator {}

    /** A row of as many cells as there are columns. */
    record Row(ImmutableList<String> cells) implements Part {}

    /** A line of text across all columns. */
    record Section(String text) implements Part {}

    /** A rule across all columns. */
    record Separator() implements Part {}

    /**
     * Lays out columns.
     *
     * @param columns the columns, at least one
     * @param parts rows, sections and separators from top to bottom
     */
    TableLayout(ImmutableList<Column> columns, ImmutableList<Part> parts) {
        this.columns = columns;
        this.parts = parts;
        ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
        for (Part part : parts) {
            if (part instanceof Row row) {
                rows.add(row.cells());
            }
        }
        this.widths = ColumnWidths.of(columns, rows.build());
        int width = TextTable.GAP.length() * (columns.size() - 1);
        for (int column : widths) {
            width += column;
        }
        this.textWidth = Math.max(width, NARROWEST_TEXT);
        this.rule = "-".repeat(width);
    }

    /**
     * The whole table. To be called once.
     *
     * @param title the title, empty for none
     * @param notes the notes under the table
     * @return its lines
     */
    ImmutableList<String> lines(String title, List<String> notes) {
        if (!title.isEmpty()) {
            addText(title);
        }
        addHeaders();
        lines.add(rule);
        for (Part part : parts) {
            if (part instanceof Row row) {
                addRow(row.cells());
            } else if (part instanceof Section section) {
                addText(section.text());
            } else {
                lines.add(rule);
            }
        }
        if (!notes.isEmpty()) {
            lines.add(rule);
            notes.forEach(this::addText);
        }
        return lines.build();
    }

    private void addText(String text) {
        lines.addAll(Lines.wrap(text, textWidth, ""));
    }

    /** Headers stand on the rule: the shorter ones start further down. */
    private void addHeaders() {
        List<ImmutableList<String>> headers = new ArrayList<>();
        int height = 0;
        for (int i = 0; i < columns.size(); i++) {
            headers.add(Lines.wrap(columns.get(i).header(), widths.get(i), ""));
            height = Math.max(height, headers.get(i).size());
        }
        for (int line = 0; line < height; line++) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                cells.add(cell(i, headers.get(i), line - height + headers.get(i).size()));
            }
            lines.add(Lines.join(cells));
        }
    }

    private void addRow(ImmutableList<String> row) {
        List<ImmutableList<String>> broken = new ArrayList<>();
        int height = 0;
        for (int i = 0; i < columns.size(); i++) {
            broken.add(broken(row.get(i), columns.get(i).overflow(), widths.get(i)));
            height = Math.max(height, broken.get(i).size());
        }
        for (int line = 0; line < height; line++) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                cells.add(cell(i, broken.get(i), line));
            }
            lines.add(Lines.join(cells));
        }
    }

    private static ImmutableList<String> broken(String cell, Overflow overflow, int width) {
        if (overflow != Overflow.CUT) {
            return Lines.wrap(cell, width, "");
        }
        ImmutableList.Builder<String> cut = ImmutableList.builder();
        for (String line : Lines.split(cell)) {
            cut.add(Lines.cut(line, width));
        }
        return cut.build();
    }

    private String cell(int column, ImmutableList<String> broken, int line) {
        String text = line >= 0 && line < broken.size() ? broken.get(line) : "";
        return Lines.pad(text, widths.get(column), columns.get(column).align());
    }
}
