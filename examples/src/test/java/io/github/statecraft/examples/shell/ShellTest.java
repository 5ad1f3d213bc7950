package io.github.statecraft.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.compare.Comparison;
import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.examples.Printed;
import io.github.statecraft.score.ScoreTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.prefs.AbstractPreferences;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The interactive shell, the real one of the running JDK, with lines typed into it. */
class ShellTest {
    /** After so many characters JShell cuts a value, if it is not told otherwise. */
    private static final int CUT = 1_000;

    private static final ReferenceData REF = ReferenceData.load();

    private static final Preferences KEPT = new InMemory();

    private static int code;

    private static String printed;

    /** What JShell keeps of a user, on no disk. */
    private static final class InMemory extends AbstractPreferences {
        private final Map<String, String> values = new TreeMap<>();

        InMemory() {
            this(null, "");
        }

        private InMemory(AbstractPreferences parent, String name) {
            super(parent, name);
        }

        @Override
        protected void putSpi(String key, String value) {
            values.put(key, value);
        }

        @Override
        protected String getSpi(String key) {
            return values.get(key);
        }

        @Override
        protected void removeSpi(String key) {
            values.remove(key);
        }

        @Override
        protected void removeNodeSpi() {
            values.clear();
        }

        @Override
        protected String[] keysSpi() {
            return values.keySet().toArray(new String[0]);
        }

        @Override
        protected String[] childrenNamesSpi() {
            return new String[0];
        }

        @Override
        protected AbstractPreferences childSpi(String name) {
            return new InMemory(this, name);
        }

        @Override
        protected void syncSpi() {}

        @Override
        protected void flushSpi() {}
    }

    @BeforeAll
    static void type() throws Exception {
        KEPT.put("HISTORY_LINE_0", "\"of an earlier time\"");
        KEPT.put("FEEDBACK", "concise");
        String typed = """
                var table = ref.framework("deployment-at-scale.intensity").scoreAll(ref.strategies())
                table
                table.scorecard("CHN")
                Comparison.between(table.scorecard("CHN"), table.scorecard("USA"))
                help()
                /exit 3
                """;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        code = Shell.run(
                JavaShellToolBuilder.builder()
                        .in(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), null)
                        .out(out)
                        .err(out),
                KEPT);
        printed = bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static ScoreTable table() {
        return REF.framework("deployment-at-scale.intensity").scoreAll(REF.strategies());
    }

    @Test
    void greetsAndKnowsTheImportsAndHelp() {
        assertThat(printed).contains("Type help() for what to type").contains(Help.page());
    }

    @Test
    void showsATableToItsLastRow() {
        String table = table().toString();
        assertThat(table.indexOf("\n  42  ")).isGreaterThan(CUT);
        assertThat(printed).contains("table ==> " + table);
    }

    @Test
    void showsAScorecardToItsScoreAndSources() {
        String scorecard = table().scorecard("CHN").toString();
        assertThat(scorecard.indexOf("\nscore  ")).isPositive();
        assertThat(scorecard.lastIndexOf("\n[1] ")).isGreaterThan(CUT);
        assertThat(printed).contains(" ==> " + scorecard);
    }

    @Test
    void showsAComparisonToItsGap() {
        String comparison = Comparison.between(table().scorecard("CHN"), table().scorecard("USA"))
                .toString();
        assertThat(comparison.lastIndexOf("\ngap  ")).isGreaterThan(CUT);
        assertThat(printed).contains(" ==> " + comparison);
    }

    @Test
    void announcesAVariableInOneLine() {
        String echo = printed.lines()
                .filter(line -> line.contains("table ==> "))
                .findFirst()
                .orElseThrow();
        Printed.assertFitsAScreen(echo);
        assertThat(echo).contains(" ... ");
    }

    @Test
    void exitsWithTheCodeThatItWasGiven() {
        assertThat(code).isEqualTo(3);
    }

    @Test
    void givesTheLinesTypedBackToTheHistoryOfTheUserAndNothingElse() throws BackingStoreException {
        assertThat(Arrays.stream(KEPT.keys())
                        .filter(key -> key.startsWith("HISTORY_LINE_"))
                        .map(key -> KEPT.get(key, "")))
                .startsWith(
                        "\"of an earlier time\"",
                        "var table = ref.framework(\"deployment-at-scale.intensity\")" + ".scoreAll(ref.strategies())")
                .contains("table.scorecard(\"CHN\")");
        assertThat(Arrays.stream(KEPT.keys()).filter(key -> !key.startsWith("HISTORY_LINE_")))
                .containsExactly("FEEDBACK");
        assertThat(KEPT.get("FEEDBACK", "")).isEqualTo("concise");
    }
}
