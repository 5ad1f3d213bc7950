package io.github.statecraft.internal.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.statecraft.InvalidDataException;
import io.github.statecraft.InvalidDataException.Problem;
import io.github.statecraft.internal.input.Problems.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: definitions, and edit distances counted by hand. */
class ProblemsTest {
    private static final List<String> NAMES =
            List.of("gdp_usd", "gerd_pct_gdp", "gerd_gov_share_pct", "population", "robot_density");

    @Test
    void throwsNothingWhereNothingIsWrong() {
        Problems problems = new Problems();
        assertThat(problems.isEmpty()).isTrue();
        assertThatNoException().isThrownBy(problems::throwIfAny);
    }

    @Test
    void throwsAllProblemsTogetherInTheOrderOfTheFiles() {
        Problems problems = new Problems();
        problems.add(new Position("a.csv", 20, 1, "line 20"), "is last in its file", "", "");
        problems.add(Position.whole("b.json"), "must not be empty", "", "");
        problems.add(
                new Position("a.csv", 14, 3, "line 14, column 'year'"),
                "expected a year",
                Problems.quote("20x5"),
                "write it as 2025");
        assertThat(problems.count()).isEqualTo(3);
        assertThat(problems.isEmpty()).isFalse();
        assertThatThrownBy(problems::throwIfAny)
                .isInstanceOfSatisfying(InvalidDataException.class, e -> assertThat(e.problems())
                        .containsExactly(
                                new Problem(
                                        "a.csv",
                                        "line 14, column 'year'",
                                        "expected a year",
                                        "'20x5'",
                                        "write it as 2025"),
                                new Problem("a.csv", "line 20", "is last in its file", "", ""),
                                new Problem("b.json", "", "must not be empty", "", "")))
                .hasMessage(
                        "3 problems:\n  a.csv line 14, column 'year': expected a year but was '20x5'; write it as 2025"
                                + "\n  a.csv line 20: is last in its file"
                                + "\n  b.json: must not be empty");
    }

    @Test
    void stopsAtTheLimit() {
        Problems problems = new Problems();
        for (int i = 1; i < Problems.LIMIT; i++) {
            problems.add(new Position("a.csv", i, 0, "line " + i), "is wrong", "", "");
        }
        assertThatThrownBy(() -> problems.add(new Position("b.csv", 7, 0, "line 7"), "is wrong", "", ""))
                .isInstanceOfSatisfying(InvalidDataException.class, e -> assertThat(e.problems())
                        .hasSize(Problems.LIMIT)
                        .startsWith(new Problem(
                                "b.csv",
                                "line 7",
                                "must have fewer than 1,000 problems",
                                "that many by here, where reading stopped",
                                "is it another kind of file? If not, correct the first and read it again")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0, 0x9, 0xA, 0xD, 0x1B, 0x7F, 0x85, 0x200B, 0x2028, 0x2029, 0x202E, 0xFEFF, 0xD800})
    void quotesWithoutCharactersThatDoNotPrint(int character) {
        assertThat(Problems.quote("a" + (char) character + "b")).isEqualTo("'a b'");
    }

    @Test
    void quotesSixtyCharactersAtMostAndSaysHowManyThereWere() {
        assertThat(Problems.quote("x".repeat(60))).isEqualTo("'" + "x".repeat(60) + "'");
        assertThat(Problems.quote("x".repeat(61))).isEqualTo("'" + "x".repeat(60) + "... (61 characters)'");
    }

    @Test
    void neverCutsACharacterInTwo() {
        String globe = "\ud83c\udf0d";
        assertThat(Problems.quote(globe.repeat(61))).isEqualTo("'" + globe.repeat(60) + "... (61 characters)'");
    }

    /** Case, blanks, hyphens and underscores do not count; otherwise insertions, deletions and substitutions. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gdp            | nearest: gdp_usd, gerd_pct_gdp
            GDP-USD        | nearest: gdp_usd
            populaton      | nearest: population
            RobotDensity   | nearest: robot_density
            gerd_gov_share | nearest: gerd_gov_share_pct
            """)
    void namesTheNearest(String unknown, String expected) {
        assertThat(Problems.nearest(unknown, NAMES)).startsWith(expected);
    }

    @Test
    void namesTheSameNameInOtherLettersFirst() {
        assertThat(Problems.nearest("chn", List.of("CAN", "CHE", "CHL", "CHN"))).isEqualTo("nearest: CHN, CAN, CHE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyzzyxyzzyxyzzy", "", "-"})
    void namesNothingWhereNothingIsNear(String unknown) {
        assertThat(Problems.nearest(unknown, NAMES)).isEmpty();
    }

    @Test
    void namesAtMostThreeWhateverTheOrderOfTheNames() {
        List<String> names = new ArrayList<>(List.of("share_a", "share_b", "share_c", "share_d", "share_ee"));
        Random random = new Random(20261124);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(names, random);
            assertThat(Problems.nearest("share_", names)).isEqualTo("nearest: share_a, share_b, share_c");
        }
    }

    /** Oracle: the full table of Wagner and Fischer, on random words of three letters; a name six edits away is the last. */
    @Test
    void namesWhatIsWithinSixEditsAndNothingElse() {
        Random random = new Random(20261127);
        int near = 0;
        for (int i = 0; i < 20_000; i++) {
            String a = word(random);
            String b = word(random);
            boolean isNear = distance(a, b) <= 6;
            near += isNear ? 1 : 0;
            // of names this long, half of the letters are six at least
            assertThat(Problems.nearest(a, List.of(b)))
                    .as("%s and %s", a, b)
                    .isEqualTo(isNear || b.contains(a) ? "nearest: " + b : "");
        }
        assertThat(near).isBetween(1_000, 19_000);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = 12 + random.nextInt(8); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0
                        ? i + j
                        : Math.min(
                                d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1),
                                1 + Math.min(d[i - 1][j], d[i][j - 1]));
            }
        }
        return d[a.length()][b.length()];
    }

    @Test
    void staysQuickForNamesThatAreFarTooLong() {
        assertThat(Problems.nearest("x".repeat(1_000_000), NAMES)).isEmpty();
    }
}
