package io.github.statecraft.internal.text;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;

/**
 * Breaks and pads lines of text. Width is counted in code points. Pure functions, linear in the length of the text.
 */
final class Lines {
    private static final String ELLIPSIS = "...";
    private static final CharMatcher BREAKS = CharMatcher.breakingWhitespace().or(CharMatcher.javaIsoControl());
    private static final Splitter WORDS = Splitter.on(BREAKS).omitEmptyStrings();
    private static final Splitter PARAGRAPHS = Splitter.on(CharMatcher.is('\n'));
    private static final CharMatcher SPACE = CharMatcher.is(' ');

    private Lines() {}

    /**
     * The width of a line.
     *
     * @param line text without line breaks
     * @return its number of code points
     */
    static int width(String line) {
        return line.codePointCount(0, line.length());
    }

    /**
     * Breaks text at its line breaks only.
     *
     * @param text any text
     * @return its lines, at least one, without trailing spaces; control characters are spaces
     */
    static ImmutableList<String> split(String text) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        for (String line : PARAGRAPHS.split(text)) {
            lines.add(SPACE.trimTrailingFrom(CharMatcher.javaIsoControl().replaceFrom(line, ' ')));
        }
        return lines.build();
    }

    /**
     * Breaks text at its line breaks and between words, and words that are wider than a line anywhere.
     *
     * @param text any text
     * @param width the widest a line may be, at least 1
     * @param indent what each line after the first of a paragraph starts with, narrower than width
     * @return the lines, at least one
     */
    static ImmutableList<String> wrap(String text, int width, String indent) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        for (String paragraph : split(text)) {
            if (width(paragraph) <= width) {
                lines.add(paragraph);
            } else {
                wrapParagraph(paragraph, width, indent, lines);
            }
        }
        return lines.build();
    }

    private static void wrapParagraph(String paragraph, int width, String indent, ImmutableList.Builder<String> lines) {
        String leading = paragraph.substring(
                0, paragraph.length() - SPACE.trimLeadingFrom(paragraph).length());
        String start = width(leading) < width ? leading : "";
        StringBuilder line = new StringBuilder(start);
        int used = width(start);
        boolean empty = true;
        for (String word : WORDS.split(paragraph)) {
            int space = empty ? 0 : 1;
            if (!empty && used + space + width(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(indent);
                used = width(indent);
                space = 0;
            }
            String rest = word;
            while (used + space + width(rest) > width) {
                int end = rest.offsetByCodePoints(0, width - used);
                lines.add(line + rest.substring(0, end));
                rest = rest.substring(end);
                line.setLength(0);
                line.append(indent);
                used = width(indent);
            }
            line.append(" ".repeat(space)).append(rest);
            used += space + width(rest);
            empty = false;
        }
        lines.add(line.toString());
    }

    /**
     * Cuts a line that is too wide; what is cut off shows as three dots where they fit.
     *
     * @param line text without line breaks
     * @param width the widest the line may be, at least 1
     * @return the line, or its start
     */
    static String cut(String line, int width) {
        if (width(line) <= width) {
            return line;
        }
        String dots = width > ELLIPSIS.length() ? ELLIPSIS : "";
        int end = line.offsetByCodePoints(0, width - dots.length());
        return SPACE.trimTrailingFrom(line.substring(0, end)) + dots;
    }

    /**
     * Fills a line up with spaces.
     *
     * @param line text without line breaks
     * @param width the width to reach
     * @param align where the text goes
     * @return a line of that width, or the line itself if it is wider
     */
    static String pad(String line, int width, TextTable.Align align) {
        String spaces = " ".repeat(Math.max(width - width(line), 0));
        return align == TextTable.Align.LEFT ? line + spaces : spaces + line;
    }

    /**
     * Joins parts of a line two spaces apart and drops the spaces at its end.
     *
     * @param cells the parts
     * @return one line
     */
    static String join(Iterable<String> cells) {
        return SPACE.trimTrailingFrom(String.join(TextTable.GAP, cells));
    }

    /**
     * The width of the widest line of a text.
     *
     * @param text any text
     * @return a number of code points
     */
    static int widest(String text) {
        int widest = 0;
        for (String line : split(text)) {
            widest = Math.max(widest, width(line));
        }
        return widest;
    }

    /**
     * The width of the widest word of a text.
     *
     * @param text any text
     * @return a number of code points
     */
    static int widestWord(String text) {
        int widest = 0;
        for (String word : WORDS.split(text)) {
            widest = Math.max(widest, width(word));
        }
        return widest;
    }
}
