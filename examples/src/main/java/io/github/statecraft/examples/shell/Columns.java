package io.github.statecraft.examples.shell;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/** Lays text out in lines of at most {@value #WIDTH} characters. */
final class Columns {
    /** The widest a line may be. */
    static final int WIDTH = 100;

    private static final Splitter WORDS =
            Splitter.on(CharMatcher.breakingWhitespace()).omitEmptyStrings();
    private static final int LEFT = 46;
    private static final String INDENT = "  ";

    private Columns() {}

    /**
     * Breaks text between words; words that are too long for a line stay whole.
     *
     * @param text any text
     * @param width the widest a line may be
     * @return its lines, none for blank text
     */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : WORDS.split(text)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /**
     * Text with a hanging indent.
     *
     * @param text any text
     * @param indent what every line but the first starts with
     * @return lines
     */
    static String hanging(String text, String indent) {
        return String.join("\n" + indent, wrap(text, WIDTH - indent.length()));
    }

    /**
     * Something and what it is, side by side; beneath each other where the first is too long.
     *
     * @param left such as a signature
     * @param right what is said of it, may be empty
     * @return lines, indented
     */
    static String row(String left, String right) {
        return row(left, right, LEFT);
    }

    /**
     * Something and what it is, with the second starting where told.
     *
     * @param left such as a signature
     * @param right what is said of it, may be empty
     * @param width the width of the left column
     * @return lines, indented
     */
    static String row(String left, String right, int width) {
        String gap = " ".repeat(INDENT.length() + width + 1);
        String told = String.join("\n" + gap, wrap(right, WIDTH - gap.length()));
        if (left.length() <= width) {
            return (INDENT + left + " ".repeat(width - left.length() + 1) + told).stripTrailing();
        }
        String head = INDENT + hanging(left, INDENT + INDENT + INDENT);
        return told.isEmpty() ? head : head + "\n" + gap + told;
    }
}
