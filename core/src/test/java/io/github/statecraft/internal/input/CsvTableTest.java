package io.github.statecraft.internal.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.statecraft.InvalidDataException;
import io.github.statecraft.InvalidDataException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle: RFC 4180, sections 2.1 to 2.7, and what an error message must name. */
class CsvTableTest {
    private static final List<String> COLUMNS = List.of("country", "year", "note");

    /** One fault a row; every fault is one problem and its text is all that a user sees. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            country,note           | must have a column 'year', which is missing; the columns are country,year,note
            country,year,note,unit | must have only the expected columns but was 'unit'; remove it
            country,note,year      | must have its columns in their order but was 'country,note,year'; the columns are country,year,note
            country,year,note,year | must have each column once but was 'year' twice; remove one
            country,year,note,     | must have only the expected columns but was empty; remove it
            """)
    void namesWhatIsWrongWithTheHeader(String header, String message) {
        Problems problems = new Problems();
        CsvTable table = CsvTable.read(TextInput.of("t.csv", header + "\nCHN,2025,x\n"), COLUMNS, problems);
        assertThat(table.rows()).isEmpty();
        assertThat(texts(problems)).containsExactly("t.csv line 1: " + message);
    }

    @Test
    void namesTheNearestColumnOfAMisspeltOne() {
        Problems problems = new Problems();
        CsvTable.read(TextInput.of("t.csv", "country,yaer,note\n"), COLUMNS, problems);
        assertThat(texts(problems))
                .containsExactly("t.csv line 1: must have only the expected columns but was 'yaer'; nearest: year");
    }

    @Test
    void missingColumnsAreOneProblem() {
        Problems problems = new Problems();
        CsvTable.read(TextInput.of("t.csv", "country,country\n"), COLUMNS, problems);
        assertThat(texts(problems))
                .contains("t.csv line 1: must have the columns 'year', 'note', which are missing; "
                        + "the columns are country,year,note");
    }

    @Test
    void refusesATableThatDoesNotEndWithALineBreakAndKeepsItsOtherRows() {
        Problems problems = new Problems();
        String text = "country,year,note\nCHN,2025,x\nUSA,2025,cut o";
        assertThat(CsvTable.read(TextInput.of("t.csv", text), COLUMNS, problems).rows())
                .hasSize(1);
        CsvTable.read(TextInput.of("u.csv", "country,year,note"), COLUMNS, problems);
        CsvTable.read(TextInput.of("v.csv", "country,year,note\nCHN,20"), COLUMNS, problems);
        CsvTable.read(TextInput.of("w.csv", "country,year,note\r"), COLUMNS, problems);
        assertThat(texts(problems))
                .containsExactly(
                        "t.csv line 3: must end with a line break but was the end of the row that begins here; "
                                + "was it cut off? If it is whole, add a line break",
                        "u.csv line 1: must end with a line break but was the end of the header; "
                                + "was it cut off? If it is whole, add a line break",
                        "v.csv line 2: a row must have 3 cells but was 2 cells; quote cells that hold commas, "
                                + "and write empty cells as nothing between commas");
    }

    @Test
    void aTableThatNeedsARowIsRefusedWithoutOne() {
        Problems problems = new Problems();
        CsvTable.read(TextInput.of("t.csv", csv()), COLUMNS, List.of(), problems, row -> {})
                .requireRow(problems);
        CsvTable.read(TextInput.of("u.csv", csv("CHN,2025,x")), COLUMNS, List.of(), problems, row -> {})
                .requireRow(problems);
        assertThat(texts(problems))
                .containsExactly("t.csv line 1: must have at least one row but was only a header; was it cut off?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHN,2025               | 2 cells
            CHN,2025,a,b           | 4 cells
            CHN                    | 1 cell
            """)
    void namesTheLineOfARowWithTheWrongNumberOfCells(String row, String cells) {
        Problems problems = new Problems();
        CsvTable table = CsvTable.read(TextInput.of("t.csv", csv("USA,2025,x", row, "IND,2025,y")), COLUMNS, problems);
        assertThat(texts(problems))
                .containsExactly("t.csv line 3: a row must have 3 cells but was " + cells
                        + "; quote cells that hold commas, and write empty cells as nothing between commas");
        assertThat(table.rows()).extracting(row2 -> row2.cell("country")).containsExactly("USA", "IND");
    }

    @Test
    void refusesAQuoteThatIsNeverClosedAndNamesTheLineWhereTheRowBegins() {
        Problems problems = new Problems();
        CsvTable.read(TextInput.of("t.csv", csv("USA,2025,x", "CHN,2025,\"open", "IND,2025,y")), COLUMNS, problems);
        assertThat(texts(problems))
                .singleElement()
                .asString()
                .startsWith("t.csv line 3: the row that begins here cannot be read: Missing closing quote");
    }

    @Test
    void refusesTextAfterAClosingQuote() {
        Problems problems = new Problems();
        CsvTable.read(TextInput.of("t.csv", csv("USA,2025,x", "CHN,\"20\"25,y")), COLUMNS, problems);
        assertThat(texts(problems))
                .singleElement()
                .asString()
                .startsWith("t.csv line 3: the row that begins here cannot be read: ");
    }

    /** Oracle: line breaks counted in the text itself; long enough to cross the reader's buffers. */
    @Test
    void countsLinesInLongTables() {
        Random random = new Random(20261125);
        StringBuilder text = new StringBuilder("country,year,note\n");
        List<Long> begins = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            begins.add(1 + text.chars().filter(c -> c == '\n').count());
            text.append("USA,2025,\"")
                    .append("x".repeat(random.nextInt(40)))
                    .append("\n".repeat(random.nextInt(3)))
                    .append("\"\n");
        }
        Problems problems = new Problems();
        CsvTable table = CsvTable.read(TextInput.of("t.csv", text.toString()), COLUMNS, problems);
        problems.throwIfAny();
        assertThat(table.rows()).extracting(CsvTable.Row::line).containsExactlyElementsOf(begins);
    }

    @Test
    void countsLinesAcrossLineBreaksInQuotes() {
        Problems problems = new Problems();
        CsvTable table = CsvTable.read(
                TextInput.of("t.csv", csv("USA,2025,\"one\ntwo\nthree\"", "\"C\nHN\",2025,x", "IND,2025,y", "JPN,1")),
                COLUMNS,
                problems);
        assertThat(table.rows()).extracting(CsvTable.Row::line).containsExactly(2L, 5L, 7L);
        assertThat(table.rows().get(0).cell("note")).isEqualTo("one\ntwo\nthree");
        assertThat(texts(problems)).singleElement().asString().startsWith("t.csv line 8: ");
    }

    @ParameterizedTest
    @CsvSource({"'\n'", "'\r\n'"})
    void countsLinesWhateverEndsThem(String end) {
        Problems problems = new Problems();
        CsvTable table = CsvTable.read(
                TextInput.of("t.csv", String.join(end, "country,year,note", "USA,2025,x", "CHN,2025,y", "")),
                COLUMNS,
                problems);
        problems.throwIfAny();
        assertThat(table.rows()).extracting(CsvTable.Row::line).containsExactly(2L, 3L);
        assertThat(table.rows().get(1).cell("note")).isEqualTo("y");
    }

    @Test
    void ignoresBlankLinesAndKeepsCounting() {
        Problems problems = new Problems();
        CsvTable table =
                CsvTable.read(TextInput.of("t.csv", csv("USA,2025,x", "", "CHN,2025,y", "", "")), COLUMNS, problems);
        problems.throwIfAny();
        assertThat(table.rows()).extracting(CsvTable.Row::line).containsExactly(2L, 4L);
    }

    @Test
    void readsQuotedCommasAndQuotesAndTrimsBlanks() {
        Problems problems = new Problems();
        CsvTable table = CsvTable.read(
                TextInput.of("t.csv", csv(" USA , 2025 ,\"a, \"\"b\"\" \"", "CHN,,\"\"")), COLUMNS, problems);
        problems.throwIfAny();
        assertThat(table.rows().get(0).cell("country")).isEqualTo("USA");
        assertThat(table.rows().get(0).cell("year")).isEqualTo("2025");
        assertThat(table.rows().get(0).cell("note")).isEqualTo("a, \"b\" ");
        assertThat(table.rows().get(1).cell("year")).isEmpty();
        assertThat(table.rows().get(1).cell("note")).isEmpty();
    }

    @Test
    void refusesACellThatIsFarTooLong() {
        Problems problems = new Problems();
        CsvTable.read(TextInput.of("t.csv", csv("USA,2025," + "x".repeat(100_001))), COLUMNS, problems);
        assertThat(texts(problems))
                .singleElement()
                .asString()
                .startsWith("t.csv line 2")
                .contains("100,000");
    }

    @Test
    void stopsAfterTheLimitOfProblems() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            rows.add("USA");
        }
        Problems problems = new Problems();
        TextInput input = TextInput.of("t.csv", csv(rows.toArray(String[]::new)));
        assertThatThrownBy(() -> CsvTable.read(input, COLUMNS, problems))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("t.csv line 2: ")
                .hasMessageEndingWith("... and " + (Problems.LIMIT - 20) + " more");
        assertThat(problems.count()).isEqualTo(Problems.LIMIT);
    }

    @Test
    void reportsACellWithLineColumnAndValue() {
        Problems problems = new Problems();
        CsvTable table = CsvTable.read(TextInput.of("t.csv", csv("USA,20x5,x", "CHN,,y")), COLUMNS, problems);
        table.rows().get(0).report(problems, "year", "expected a year", "write it as 2025");
        table.rows().get(1).report(problems, "year", "expected a year", "");
        table.rows().get(1).report(problems, "occurs twice", "remove one");
        assertThat(texts(problems))
                .containsExactly(
                        "t.csv line 2, column 'year': expected a year but was '20x5'; write it as 2025",
                        "t.csv line 3: occurs twice; remove one",
                        "t.csv line 3, column 'year': expected a year but was empty");
    }

    @Test
    void refusesToReadAColumnThatDoesNotExist() {
        CsvTable table = CsvTable.read(TextInput.of("t.csv", csv("USA,2025,x")), COLUMNS, new Problems());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.rows().get(0).cell("unit"))
                .withMessage("t.csv has no column 'unit'");
    }

    @Test
    void readsBackWhatItWrites() {
        Random random = new Random(20261124);
        String alphabet = "ab,\"\n'#;\u00e9\u4e2d1.";
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            List<String> row = new ArrayList<>();
            for (int j = 0; j < COLUMNS.size(); j++) {
                StringBuilder cell = new StringBuilder();
                for (int k = random.nextInt(6); k > 0; k--) {
                    cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                row.add(cell.toString().strip());
            }
            rows.add(row);
        }
        Problems problems = new Problems();
        CsvTable table = CsvTable.read(TextInput.of("t.csv", CsvTable.write(COLUMNS, rows)), COLUMNS, problems);
        problems.throwIfAny();
        assertThat(table.rows().stream()
                        .map(row -> COLUMNS.stream().map(row::cell).toList()))
                .containsExactlyElementsOf(rows);
    }

    @Test
    void refusesToWriteARaggedRow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvTable.write(COLUMNS, List.of(List.of("USA"))))
                .withMessage("a row must have 3 cells but had 1: [USA]");
    }

    private static String csv(String... rows) {
        return "country,year,note\n" + String.join("\n", rows) + "\n";
    }

    private static List<String> texts(Problems problems) {
        try {
            problems.throwIfAny();
        } catch (InvalidDataException e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
        return List.of();
    }
}
