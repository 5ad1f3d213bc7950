package io.github.statecraft.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.statecraft.internal.text.TextTable.Align;
import io.github.statecraft.internal.text.TextTable.Overflow;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected tables are drawn by hand from the description of the class. */
class TextTableTest {
    private static final String LONG =
            "Public money is concentrated in a few funds that answer to the state council and that"
                    + " invest along plans of five years, while private money follows where the plans point.";

    @Test
    void printsTitleHeadersRowsAndNotes() {
        TextTable table = TextTable.builder()
                .title("Deployment at scale, 2025")
                .left("Country")
                .right("Score")
                .right("Rank")
                .row("China", "71.2", "1")
                .row("India", "4.95", "2")
                .separator()
                .row("Mean", "38.1", "")
                .note("Score: 0 worst, 100 best.")
                .build();
        assertThat(table).hasToString("""
                Deployment at scale, 2025
                Country  Score  Rank
                --------------------
                China     71.2     1
                India     4.95     2
                --------------------
                Mean      38.1
                --------------------
                Score: 0 worst, 100 best.""");
    }

    @Test
    void printsSectionsAcrossTheColumns() {
        TextTable table = TextTable.builder()
                .left("Part")
                .right("Points")
                .section("Hardware and energy")
                .row("Chips", "1.5")
                .build();
        assertThat(table.lines())
                .containsExactly("Part   Points", "-------------", "Hardware and energy", "Chips     1.5");
    }

    @Test
    void wrapsColumnsAndHeadersAtTheirWidth() {
        TextTable table = TextTable.builder()
                .left("Id")
                .column("What it says", Align.LEFT, Overflow.WRAP, 9)
                .column("Of all points", Align.RIGHT, Overflow.WRAP, 6)
                .row("a", "one two three four", "12")
                .row("b", "five", "3")
                .build();
        assertThat(table).hasToString("""
                    What it  Of all
                Id  says     points
                -------------------
                a   one two      12
                    three
                    four
                b   five          3""");
    }

    @Test
    void cutsCellsThatAreToBeCut() {
        TextTable table = TextTable.builder()
                .column("Source", Align.LEFT, Overflow.CUT, 12)
                .right("n")
                .row("International Energy Agency", "3")
                .row("exactly 12 c", "4")
                .build();
        assertThat(table.lines())
                .containsExactly("Source        n", "---------------", "Internati...  3", "exactly 12 c  4");
    }

    @Test
    void keepsLineBreaksOfCells() {
        TextTable table = TextTable.builder()
                .left("A")
                .left("B")
                .row("x\ny", "1")
                .row("z", "2")
                .build();
        assertThat(table.lines()).containsExactly("A  B", "----", "x  1", "y", "z  2");
    }

    @Test
    void countsCodePointsNotChars() {
        TextTable table = TextTable.builder()
                .left("Name")
                .right("n")
                .row("\uD83D\uDE80\uD83D\uDE80", "1")
                .row("abcd", "2")
                .build();
        assertThat(table.lines()).containsExactly("Name  n", "-------", "\uD83D\uDE80\uD83D\uDE80    1", "abcd  2");
    }

    @Test
    void narrowsWrappableColumnsBeforeAnythingElse() {
        String source = "A source with a name of forty characters";
        TextTable table = TextTable.builder()
                .left("Source")
                .column("Place", Align.LEFT, Overflow.CUT, 30)
                .wrapped("Reason")
                .right("Points")
                .row(source, "thirty characters and not less", LONG, "12.5")
                .build();
        assertThat(table.lines()).allMatch(line -> line.length() <= TextTable.WIDTH);
        assertThat(table.lines().get(1)).hasSizeBetween(90, TextTable.WIDTH);
        assertThat(table.lines().get(2))
                .startsWith(source + "  thirty characters and not less  Public")
                .endsWith("12.5");
    }

    @Test
    void keepsWordsWholeWhereAColumnWithShorterWordsCanGiveWay() {
        TextTable table = TextTable.builder()
                .wrapped("Mechanism")
                .wrapped("Reason")
                .row("electrification and interconnect", LONG)
                .row("electrification of ports", LONG)
                .build();
        assertThat(table.lines()).anyMatch(line -> line.startsWith("electrification"));
        assertThat(table.lines()).allMatch(line -> line.length() <= TextTable.WIDTH);
        TextTable crowded = TextTable.builder()
                .wrapped("Reconsideration")
                .wrapped("Reason")
                .left("Kept")
                .row("a b c d e f g h i j", LONG, "k".repeat(70))
                .build();
        assertThat(crowded.lines().get(0)).startsWith("Reconsideration  Reason");
    }

    @Test
    void narrowsHeadersBeforeItCutsCells() {
        TextTable.Builder builder = TextTable.builder().column("Place", Align.LEFT, Overflow.CUT, 40);
        String place = "a place with a name of forty characters!";
        for (int i = 0; i < 6; i++) {
            builder.right("Long header " + i);
        }
        TextTable table = builder.row(place, "1", "2", "3", "4", "5", "6").build();
        assertThat(table.lines().get(0)).endsWith("Long");
        assertThat(table.lines().get(1)).startsWith("Place").endsWith("header 5");
        assertThat(table.lines().get(3)).startsWith(place);
        assertThat(table.lines()).allMatch(line -> line.length() <= TextTable.WIDTH);
    }

    @Test
    void losesNothingOfColumnsThatKeepTheirCells() {
        String digits = "0123456789".repeat(8);
        TextTable table =
                TextTable.builder().left("A").right("B").row(digits, digits).build();
        assertThat(table.lines()).allMatch(line -> line.length() <= TextTable.WIDTH);
        assertThat(String.join("", table.lines())
                        .chars()
                        .filter(Character::isDigit)
                        .count())
                .isEqualTo(160);
    }

    @Test
    void neverExceedsTheWidthAndNeverEndsALineInASpace() {
        Random random = new Random(20261115);
        for (int run = 0; run < 300; run++) {
            int columns = 1 + random.nextInt(TextTable.MOST_COLUMNS);
            TextTable.Builder builder = TextTable.builder().title(words(random)).note(words(random));
            for (int i = 0; i < columns; i++) {
                builder.column(
                        words(random),
                        Align.values()[random.nextInt(2)],
                        Overflow.values()[random.nextInt(3)],
                        1 + random.nextInt(TextTable.WIDTH));
            }
            for (int row = 0; row < 3; row++) {
                String[] cells = new String[columns];
                for (int i = 0; i < columns; i++) {
                    cells[i] = words(random);
                }
                builder.row(cells).section(words(random));
            }
            assertThat(builder.build().lines())
                    .allMatch(line -> line.codePointCount(0, line.length()) <= TextTable.WIDTH)
                    .noneMatch(line -> line.endsWith(" ") || line.contains("\n"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "one two three|7|''|one two/three",
                "one two three|7|'  '|one two/  three",
                "  - one two|7|'    '|  - one/    two",
                "short|20|'  '|short",
                "abcdefghij|4|''|abcd/efgh/ij",
                "ab cdefghij|4|'>'|ab/>cde/>fgh/>ij",
                "one/two three|5|''|one/two/three",
                "one  two   |4|''|one/two",
                "a\u00A0b c|3|''|a\u00A0b/c"
            })
    void wrapsTextBetweenWords(String text, int width, String indent, String expected) {
        assertThat(TextTable.wrap(text.replace('/', '\n'), width, indent)).isEqualTo(expected.replace('/', '\n'));
    }

    @Test
    void keepsAllWordsWhenItWraps() {
        for (int width = 1; width <= 120; width++) {
            String wrapped = TextTable.wrap(LONG, width, "");
            int widest = width;
            assertThat(wrapped.lines()).allMatch(line -> line.length() <= widest);
            assertThat(wrapped.replaceAll("\\s", "")).isEqualTo(LONG.replace(" ", ""));
        }
    }

    @Test
    void refusesRowsWithTooManyOrTooFewCells() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextTable.builder().left("A").left("B").row("only one"))
                .withMessageContaining("2 cells but got 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 101})
    void refusesColumnsOutOfRange(int width) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextTable.builder().column("A", Align.LEFT, Overflow.WRAP, width))
                .withMessageContaining("" + width);
    }

    @Test
    void refusesTablesThatCannotBe() {
        assertThatIllegalStateException().isThrownBy(() -> TextTable.builder().build());
        assertThatIllegalStateException()
                .isThrownBy(() -> TextTable.builder().left("A").row("1").left("B"));
        TextTable.Builder full = TextTable.builder();
        for (int i = 0; i < TextTable.MOST_COLUMNS; i++) {
            full.left("A");
        }
        assertThat(full.build().lines().get(0)).hasSize(TextTable.WIDTH);
        assertThatIllegalStateException().isThrownBy(() -> full.left("A"));
    }

    @Test
    void refusesToWrapWithoutRoom() {
        assertThatIllegalArgumentException().isThrownBy(() -> TextTable.wrap("text", 0, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> TextTable.wrap("text", 3, "   "));
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder();
        for (int words = random.nextInt(12); words > 0; words--) {
            text.append("x".repeat(1 + random.nextInt(random.nextInt(10) == 0 ? 150 : 9)));
            text.append(random.nextInt(15) == 0 ? "\n" : " ");
        }
        return text.toString();
    }
}
