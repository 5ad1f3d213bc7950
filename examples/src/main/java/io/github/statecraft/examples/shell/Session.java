package io.github.statecraft.examples.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import jdk.jshell.VarSnippet;

/**
 * A shell in this virtual machine that takes whole texts. It reads them as the interactive shell does, line by line until
 * something is complete, but a chain of calls may go on with a dot on the next line, and it stops at the first error.
 * Confined to one thread.
 */
final class Session implements AutoCloseable {
    /** Blank space and comments before the first code of a snippet. */
    private static final Pattern LEADING = Pattern.compile("(?:\\s++|//[^\\n]*+|/\\*(?s:.*?)\\*/)*+");

    private final JShell shell;

    private Session(JShell shell) {
        this.shell = shell;
    }

    /**
     * Opens a shell that knows what the interactive one knows at its start.
     *
     * @return a session in which {@code start.jsh} has been run
     * @throws ScriptFailure if the start file is not found or fails
     */
    static Session open() throws ScriptFailure {
        JShell shell = JShell.builder().executionEngine("local").build();
        shell.addToClasspath(System.getProperty("java.class.path"));
        Session session = new Session(shell);
        session.run("start.jsh", Script.read(startFile()), value -> {});
        return session;
    }

    /**
     * The file that the interactive shell runs at its start.
     *
     * @return {@code start.jsh} of the clone
     * @throws ScriptFailure if this class does not come from a clone
     */
    static Path startFile() throws ScriptFailure {
        return Checkout.module(Session.class)
                .map(module -> module.resolve("jshell").resolve("start.jsh"))
                .orElseThrow(() -> new ScriptFailure("examples/jshell/start.jsh is not found; run this from a clone"));
    }

    /**
     * Runs a text.
     *
     * @param name how errors call it
     * @param text Java, as one would type it; {@code /exit} in a line of its own ends it
     * @param values takes the value of each expression, as the shell would print it
     * @throws ScriptFailure at the first thing that does not work
     */
    void run(String name, String text, Consumer<String> values) throws ScriptFailure {
        StringBuilder open = new StringBuilder();
        int first = 1;
        int number = 0;
        List<String> lines = text.lines().toList();
        for (String line : lines) {
            number++;
            if (open.isEmpty()) {
                first = number;
                if (line.strip().equals("/exit")) {
                    return;
                }
                refuseCommand(name, number, line.strip());
            }
            open.append(line).append('\n');
            if (!goesOnWithADot(lines, number) && isComplete(open.toString())) {
                runAll(name, first, open.toString(), values);
                open.setLength(0);
            }
        }
        runRest(name, first, open.toString(), values);
        requireDefined(name);
    }

    /**
     * What the Tab key offers.
     *
     * @param typed the text before the cursor
     * @return the continuations, in the order of the alphabet
     */
    List<String> completions(String typed) {
        return shell.sourceCodeAnalysis().completionSuggestions(typed, typed.length(), new int[1]).stream()
                .map(Suggestion::continuation)
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        shell.close();
    }

    private Completeness completeness(String source) {
        return shell.sourceCodeAnalysis().analyzeCompletion(source).completeness();
    }

    /** Comments and blank lines are complete, so that line numbers start at code. */
    private boolean isComplete(String source) {
        Completeness completeness = completeness(source);
        return completeness.isComplete() || completeness == Completeness.EMPTY;
    }

    /** Whether the next line that is not blank goes on with a call on what stands before, as in a chain of a builder. */
    private static boolean goesOnWithADot(List<String> lines, int from) {
        return lines.subList(from, lines.size()).stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> line.strip().startsWith("."))
                .orElse(false);
    }

    private static void refuseCommand(String name, int number, String line) throws ScriptFailure {
        if (line.startsWith("/") && !line.startsWith("//") && !line.startsWith("/*")) {
            throw ScriptFailure.at(
                    name,
                    number,
                    "a script holds Java only, and '" + line
                            + "' is a command of the interactive shell; leave it out (/exit alone may stay)",
                    number,
                    line);
        }
    }

    /** What is left when the text ends. */
    private void runRest(String name, int first, String source, Consumer<String> values) throws ScriptFailure {
        if (completeness(source) == Completeness.DEFINITELY_INCOMPLETE) {
            throw ScriptFailure.at(
                    name,
                    first,
                    "the file ends before this is complete; close what is opened here (bracket, brace, quote or comment)",
                    first,
                    source);
        }
        runAll(name, first, source, values);
    }

    /** Runs the snippets of some complete lines. */
    private void runAll(String name, int first, String source, Consumer<String> values) throws ScriptFailure {
        List<String> typed = source.lines().toList();
        String rest = source;
        int line = first;
        while (!rest.isBlank()) {
            int skipped = leading(rest);
            line += lines(rest.substring(0, skipped));
            rest = rest.substring(skipped);
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (info.completeness() == Completeness.EMPTY) {
                return;
            }
            boolean isComplete = info.completeness().isComplete();
            String left = isComplete ? info.remaining() : "";
            String taken = rest.substring(0, rest.length() - left.length()).stripTrailing();
            int last = line + lines(taken);
            String shown = String.join("\n", typed.subList(line - first, last - first + 1));
            runOne(name, line, isComplete ? info.source() : rest, shown, values);
            line += lines(rest) - lines(left);
            rest = left;
        }
    }

    /** Runs a snippet, which may end with a semicolon that was not typed; errors show the lines in which it was typed. */
    private void runOne(String name, int first, String snippet, String typed, Consumer<String> values)
            throws ScriptFailure {
        for (SnippetEvent event : shell.eval(snippet)) {
            if (event.causeSnippet() != null) {
                continue;
            }
            if (event.status() == Snippet.Status.REJECTED) {
                Diag error = shell.diagnostics(event.snippet())
                        .filter(Diag::isError)
                        .findFirst()
                        .orElseThrow();
                int at = (int) Math.min(Math.max(error.getPosition(), 0), snippet.length());
                throw ScriptFailure.at(
                        name,
                        first + lines(snippet.substring(0, at)),
                        ScriptFailure.words(error, snippet),
                        first,
                        typed);
            }
            if (event.exception() != null) {
                JShellException thrown = event.exception();
                throw ScriptFailure.at(
                        name,
                        first + ScriptFailure.lineIn(event.snippet(), thrown) - 1,
                        ScriptFailure.words(thrown),
                        first,
                        typed);
            }
            String value = event.value();
            if (value != null && isExpression(event.snippet())) {
                values.accept(isText(event.snippet()) ? unquoted(value) : value);
            }
        }
    }

    /** Methods and types may use what comes later in the text, but not what never comes. */
    private void requireDefined(String name) throws ScriptFailure {
        for (Snippet snippet : shell.snippets().toList()) {
            Snippet.Status status = shell.status(snippet);
            if (status == Snippet.Status.RECOVERABLE_DEFINED || status == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
                List<String> missing = shell.unresolvedDependencies((DeclarationSnippet) snippet)
                        .toList();
                throw new ScriptFailure(name + ": " + String.join(", ", missing) + " is used but never defined, in\n"
                        + snippet.source().strip());
            }
        }
    }

    private static boolean isExpression(Snippet snippet) {
        return switch (snippet.subKind()) {
            case TEMP_VAR_EXPRESSION_SUBKIND, VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND -> true;
            default -> false;
        };
    }

    /** The shell puts quotes around a text and writes its line breaks as escapes. */
    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1).translateEscapes() : value;
    }

    private static boolean isText(Snippet snippet) {
        String type = snippet instanceof VarSnippet variable
                ? variable.typeName()
                : snippet instanceof ExpressionSnippet expression ? expression.typeName() : "";
        return type.equals("String");
    }

    private static int leading(String source) {
        Matcher matcher = LEADING.matcher(source);
        return matcher.lookingAt() ? matcher.end() : 0;
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
