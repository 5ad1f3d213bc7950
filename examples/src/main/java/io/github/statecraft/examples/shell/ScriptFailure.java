package io.github.statecraft.examples.shell;

import java.io.Serial;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;

/** Why a script stopped: where, what was there, and what is wrong with it. */
final class ScriptFailure extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern SYMBOL = Pattern.compile("\\s*\\n\\s*symbol:\\s*");
    private static final Pattern LOCATION = Pattern.compile("\\s*\\n\\s*location:\\s*(?:class\\s*$)?");

    ScriptFailure(String message) {
        super(message);
    }

    /**
     * A failure in a file.
     *
     * @param file the name of the file
     * @param line the line in which the trouble starts, the first being 1
     * @param problem what is wrong
     * @param first the line in which the snippet starts
     * @param snippet the snippet
     * @return the failure
     */
    static ScriptFailure at(String file, int line, String problem, int first, String snippet) {
        StringBuilder shown = new StringBuilder();
        int number = first;
        for (String text : snippet.stripTrailing().lines().toList()) {
            shown.append('\n')
                    .append(number == line ? '>' : ' ')
                    .append(' ')
                    .append(number)
                    .append(" | ")
                    .append(text);
            number++;
        }
        return new ScriptFailure(file + " line " + line + ": " + problem + shown
                + "\nThe script stops here; what stands before this has been run.");
    }

    /**
     * An exception in words.
     *
     * @param thrown what a snippet threw
     * @return the simple names and messages of the exception and its causes
     */
    static String words(JShellException thrown) {
        StringBuilder words = new StringBuilder();
        Throwable next = thrown;
        while (next != null) {
            words.append(words.isEmpty() ? "" : "\n  caused by ");
            if (next instanceof EvalException exception) {
                String name = exception.getExceptionClassName();
                words.append(name.substring(name.lastIndexOf('.') + 1));
                words.append(exception.getMessage() == null ? "" : ": " + exception.getMessage());
            } else if (next instanceof UnresolvedReferenceException unresolved) {
                DeclarationSnippet snippet = unresolved.getSnippet();
                words.append("something that it uses is not defined yet, in\n")
                        .append(snippet.source().strip());
            } else {
                words.append(next);
            }
            next = next.getCause();
        }
        return words.toString();
    }

    /**
     * What the compiler says in words.
     *
     * @param error what it says
     * @param snippet of what
     * @return its message, in a line where it has a symbol and a place
     */
    static String words(Diag error, String snippet) {
        String message = SYMBOL.matcher(error.getMessage(Locale.ROOT)).replaceFirst(": ");
        Matcher location = LOCATION.matcher(message);
        return location.find()
                ? message.substring(0, location.start())
                        + (location.end() == message.length() ? "" : " in " + message.substring(location.end()))
                : message;
    }

    /**
     * In which line of a snippet it was when an exception was thrown.
     *
     * @param snippet the snippet that was run
     * @param thrown what it threw
     * @return the line, the first being 1
     */
    static int lineIn(Snippet snippet, JShellException thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (("#" + snippet.id()).equals(frame.getFileName())) {
                return Math.max(frame.getLineNumber(), 1);
            }
        }
        return 1;
    }
}
