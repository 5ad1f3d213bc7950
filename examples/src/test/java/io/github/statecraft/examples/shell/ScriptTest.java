package io.github.statecraft.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.statecraft.estimate.Confidence;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.examples.Printed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files run as they would when typed into the shell, and stop at the first error with a message that says where and why. */
class ScriptTest {
    private static Session session;

    @TempDir
    Path directory;

    @BeforeAll
    static void open() throws ScriptFailure {
        session = Session.open();
    }

    @AfterAll
    static void close() {
        session.close();
    }

    static List<Path> scripts() throws IOException, ScriptFailure {
        try (Stream<Path> files = Files.list(Session.startFile().getParent())) {
            return files.filter(file -> file.toString().endsWith(".jsh"))
                    .filter(file -> !file.endsWith("start.jsh"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> run(String text) throws ScriptFailure {
        List<String> values = new ArrayList<>();
        session.run("my.jsh", text, values::add);
        return values;
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyScriptInTheExamplesRunsAndFitsAScreen(Path script) throws Throwable {
        Printed.assertFitsAScreen(Printed.during(() -> Script.run(List.of(script), System.out)));
    }

    @Test
    void theStartFileNamesEveryTypeOfTheLibrary() throws ScriptFailure {
        List<Class<?>> types = Library.types();
        assertThat(types).hasSizeGreaterThan(50);
        String names = types.stream().map(type -> Names.of(type) + ".class").collect(Collectors.joining(", "));
        assertThat(run("new TreeSet<>(Stream.of(" + names + ").map(Class::getName).toList())"))
                .containsExactly(
                        types.stream().map(Class::getName).sorted().toList().toString());
    }

    @Test
    void theStartFileNamesTheConstantsThatOneTypesMost() throws ScriptFailure {
        List<String> constants = Stream.of(Unit.values(), EvidenceKind.values(), Confidence.values())
                .flatMap(Arrays::stream)
                .map(Enum::name)
                .toList();
        assertThat(run("List.of(" + String.join(", ", constants) + ").size()"))
                .containsExactly(Integer.toString(constants.size()));
    }

    @Test
    void printsValuesOfExpressionsOnlyAndTextsAsTheyAre() throws ScriptFailure {
        String text = """
                // a comment
                int a = 1; int b = 2
                /* another
                   one */
                a + b
                a = 5
                a
                "tab\\tquote \\" and\\nline"
                String block = \"""
                    two
                    lines\""";
                block
                void twice(int n) { System.out.print(""); }
                twice(3)
                List.of(
                    1,
                    2)
                """;
        assertThat(run(text)).containsExactly("3", "5", "tab\tquote \" and\nline", "two\nlines", "[1, 2]");
    }

    @Test
    void aMethodMayUseWhatComesLater() throws ScriptFailure {
        assertThat(run("int first() { return second(); }\nint second() { return 2; }\nfirst()"))
                .containsExactly("2");
    }

    @Test
    void exitEndsAScript() throws ScriptFailure {
        assertThat(run("1\n/exit\n2")).containsExactly("1");
    }

    @Test
    void anExpressionThatTheCompilerRefusesIsShownWithItsLine() {
        assertThatThrownBy(() -> run("int a = 1;\n\n// why\na +\n  chinna.funding()\nboom"))
                .isInstanceOf(ScriptFailure.class)
                .hasMessage("""
                        my.jsh line 5: cannot find symbol: variable chinna
                          4 | a +
                        > 5 |   chinna.funding()
                        The script stops here; what stands before this has been run.""");
    }

    @Test
    void anErrorShowsTheLinesAsTheyWereTyped() {
        assertThatThrownBy(() -> run("int a = 1;\nint b = 2; var c = ref.strategy(\"CHX\")  // which?\nboom"))
                .isInstanceOf(ScriptFailure.class)
                .hasMessageContaining("\n> 2 | int b = 2; var c = ref.strategy(\"CHX\")  // which?\nThe script stops");
        assertThatThrownBy(() -> run("ref\n  .strategy(1)\n\n  .funding()"))
                .isInstanceOf(ScriptFailure.class)
                .hasMessageContaining("\n  1 | ref\n> 2 |   .strategy(1)\n  3 | \n  4 |   .funding()\nThe script");
    }

    @Test
    void aMistakeInTheSyntaxIsShownWithItsLine() {
        assertThatThrownBy(() -> run("int a = 1;\nint u = ;\nboom"))
                .isInstanceOf(ScriptFailure.class)
                .hasMessage("""
                        my.jsh line 2: illegal start of expression
                        > 2 | int u = ;
                        The script stops here; what stands before this has been run.""");
    }

    @Test
    void aChainMayGoOnWithADotOnTheNextLine() throws Exception {
        assertThat(run("ref.strategies()\n    .stream()\n\n  .count()\n1 + 1")).containsExactly("42", "2");
    }

    @Test
    void anExceptionIsShownWithTheLineInWhichItWasThrown() {
        assertThatThrownBy(() -> run("int a = 1;\nfor (int i = 0; i < 2; i++) {\n  ref.strategy(\"CHX\");\n}\nboom"))
                .isInstanceOf(ScriptFailure.class)
                .hasMessage("""
                        my.jsh line 3: IllegalArgumentException: ReferenceData: no jurisdiction 'CHX'; nearest: CHE, CHL, CHN
                          2 | for (int i = 0; i < 2; i++) {
                        > 3 |   ref.strategy("CHX");
                          4 | }
                        The script stops here; what stands before this has been run.""");
    }

    @Test
    void anExceptionTellsItsCause() {
        assertThatThrownBy(() -> run("throw new IllegalStateException(\"outer\", new IOException(\"inner\"));"))
                .isInstanceOf(ScriptFailure.class)
                .hasMessageStartingWith(
                        "my.jsh line 1: IllegalStateException: outer\n  caused by IOException: inner\n> 1 | throw");
    }

    @Test
    void aTextThatEndsTooEarlyIsShownFromWhereItIsOpen() {
        assertThatThrownBy(() -> run("int a = 1;\nif (a > 0) {\n  a = 2;\n"))
                .isInstanceOf(ScriptFailure.class)
                .hasMessage("""
                        my.jsh line 2: the file ends before this is complete; close what is opened here (bracket, brace, \
                        quote or comment)
                        > 2 | if (a > 0) {
                          3 |   a = 2;
                        The script stops here; what stands before this has been run.""");
        assertThatThrownBy(() -> run("1\n/* never\nclosed"))
                .isInstanceOf(ScriptFailure.class)
                .hasMessageStartingWith("my.jsh line 2: the file ends before this is complete");
    }

    @Test
    void commandsOfTheInteractiveShellAreRefused() {
        assertThatThrownBy(() -> run("1\n/set feedback concise\n2"))
                .isInstanceOf(ScriptFailure.class)
                .hasMessage("""
                        my.jsh line 2: a script holds Java only, and '/set feedback concise' is a command of the \
                        interactive shell; leave it out (/exit alone may stay)
                        > 2 | /set feedback concise
                        The script stops here; what stands before this has been run.""");
    }

    @Test
    void whatIsNeverDefinedIsAnError() throws ScriptFailure {
        try (Session own = Session.open()) {
            assertThatThrownBy(() -> own.run("my.jsh", "int first() {\n  return third();\n}", value -> {}))
                    .isInstanceOf(ScriptFailure.class)
                    .hasMessage(
                            "my.jsh: method third() is used but never defined, in\nint first() {\n  return third();\n}");
            assertThatThrownBy(() -> own.run("my.jsh", "first()", value -> {}))
                    .isInstanceOf(ScriptFailure.class)
                    .hasMessageStartingWith(
                            "my.jsh line 1: something that it uses is not defined yet, in\nint first() {");
        }
    }

    @Test
    void nothingAfterAnErrorIsRunAndWhatStoodBeforeWasPrinted() throws Throwable {
        Path script = Files.writeString(directory.resolve("a.jsh"), "\"before\"\nnone\n\"after\"");
        String printed = Printed.during(() -> assertThatThrownBy(() -> Script.run(List.of(script), System.out))
                .isInstanceOf(ScriptFailure.class)
                .hasMessageStartingWith(script + " line 2: cannot find symbol: variable none\n> 2 | none\n"));
        assertThat(printed).isEqualTo("before" + System.lineSeparator());
    }

    @Test
    void severalFilesShareASession() throws Throwable {
        Path first = Files.writeString(directory.resolve("a.jsh"), "var a = 20");
        Path second = Files.writeString(directory.resolve("b.jsh"), "a + 22");
        String printed = Printed.during(() -> Script.run(Script.files(first + "," + second), System.out));
        assertThat(printed).isEqualTo("42" + System.lineSeparator());
    }

    @Test
    void aFileThatIsMissingOrUnreadableIsNamedBeforeAnythingRuns() throws IOException {
        Path missing = directory.resolve("none.jsh");
        assertThatThrownBy(() -> Script.run(List.of(missing), System.out))
                .isInstanceOf(ScriptFailure.class)
                .hasMessage("Script: there is no file " + missing + " in "
                        + Path.of("").toAbsolutePath() + "; name files relative to that directory");
        Path latin = Files.write(directory.resolve("latin.jsh"), "\"é\"".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Script.run(List.of(latin), System.out))
                .isInstanceOf(ScriptFailure.class)
                .hasMessage("Script: the file " + latin + " is not a text in UTF-8; save it as one");
    }

    @Test
    void noFileIsAnErrorThatSaysHowToNameOne() {
        for (String[] none : new String[][] {{}, {""}, {"-"}}) {
            assertThatThrownBy(() -> Script.files(none))
                    .isInstanceOf(ScriptFailure.class)
                    .hasMessage("Script: no file is given; name one or more, separated by commas:\n"
                            + "  mvn -q compile exec:exec@script -Djshell.script=examples/jshell/first-hour.jsh");
        }
    }
}
