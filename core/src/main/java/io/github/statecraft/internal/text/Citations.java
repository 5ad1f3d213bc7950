package io.github.statecraft.internal.text;

import java.util.ArrayList;
import java.util.List;

/** Numbers the sources that a table cites, each once, and lists them below it. Mutable, not thread-safe. */
public final class Citations {
    private final List<String> sources = new ArrayList<>();

    /** Nothing cited yet. */
    public Citations() {}

    /**
     * Cites a source.
     *
     * @param source a line about it
     * @return its number in brackets, the same for the same line
     */
    public String mark(String source) {
        if (!sources.contains(source)) {
            sources.add(source);
        }
        return "[" + (sources.indexOf(source) + 1) + "]";
    }

    /**
     * Lists what was cited.
     *
     * @param table takes one note a source
     */
    public void list(TextTable.Builder table) {
        sources.forEach(source -> table.note(mark(source) + " " + source));
    }
}
