package io.github.statecraft.internal.input;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** What a parser says of a text that is no document, in words for people who do not know the parser. */
public final class SyntaxErrors {
    /** What a parser adds for programmers: where its source is hidden, and which of its features would help. */
    private static final Pattern FOR_PROGRAMMERS = Pattern.compile(
            " ?\\((?:start marker at \\[.*?\\]|from `.*?`|not recognized as .*?|code \\d+|or 'NaN'/'\\+INF'/'-INF')\\)"
                    + "|: enable `.*?` to allow|\\(java\\.\\S+\\) ");

    private static final Pattern CONTROL = Pattern.compile("\\(CTRL-CHAR, code \\d+\\)");

    private SyntaxErrors() {}

    /**
     * What is wrong.
     *
     * @param e what the parser threw
     * @return one line
     */
    public static String words(JacksonException e) {
        // YAML's messages quote the text in lines that begin with a blank
        List<String> lines = String.valueOf(e.getOriginalMessage())
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .map(String::strip)
                .toList();
        String message =
                CONTROL.matcher(String.join(", ", lines)).replaceAll("(a line break or another control character)");
        return FOR_PROGRAMMERS.matcher(message).replaceAll("");
    }

    /**
     * Whether the text ended where more of it was expected.
     *
     * @param e what the parser threw
     * @return true if it was probably cut off
     */
    public static boolean isCutOff(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        return message.contains("end-of-input") || message.contains("end of stream") || message.contains("stream end");
    }
}
