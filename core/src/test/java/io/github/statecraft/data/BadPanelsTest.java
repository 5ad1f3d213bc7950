package io.github.statecraft.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.statecraft.InvalidDataException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every problem of a panel is reported at once, with place, rule, value and remedy. */
class BadPanelsTest {
    private static List<String> problems(TableReader reader, String text) {
        InvalidDataException e = catchThrowableOfType(InvalidDataException.class, () -> reader.parsePanel(text));
        assertThat(e).isNotNull();
        return e.problems().stream().map(Object::toString).toList();
    }

    private static List<String> problems(String text) {
        return problems(TableReader.withDefaults(), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20x5",
                "20",
                "202",
                "20200",
                "2020.0",
                "2e3",
                "-2020",
                "+2020",
                "1899",
                "2101",
                "0000",
                "2020-01-01",
                "FY2020",
                "\u0662\u0660\u0662\u0664",
                "2020/21",
                "NA",
                "=2020"
            })
    void saysWhyACellIsNoYear(String cell) {
        assertThat(problems("id,year,x\nA,2020,1\nA," + cell + ",2\n"))
                .containsExactly("panel line 3, column 'year': expected a year such as 2024, in [1900, 2100] but was '"
                        + cell + "'; write the year alone, or say with withYear which column holds it");
    }

    static Stream<Arguments> panels() {
        return Stream.of(
                Arguments.of("", "panel line 1: must not be empty; was it cut off while being written?"),
                Arguments.of(
                        "id,year,x\n",
                        "panel line 1: must have at least one row but was only a header; was it cut off?"),
                Arguments.of(
                        "id,year\nA,2020\n", "panel line 1: must have at least one column of an indicator; add one"),
                Arguments.of(
                        "year\n2020\n",
                        "panel line 1: must have a column of the unit beside that of the year, which is missing; add one"),
                Arguments.of(
                        "id;year;x\nA;2020;1\n",
                        "panel line 1: must have columns separated by ',' but was 'id;year;x'; state the separator, "
                                + "withSeparator(';')"),
                Arguments.of(
                        "id,Year,x\nA,2020,1\n",
                        "panel line 1: must have a column 'year', which is missing; say with withYear which column holds "
                                + "the year; nearest: Year"),
                Arguments.of(
                        "id,when,x\nA,2020,1\n",
                        "panel line 1: must have a column 'year', which is missing; say with withYear which column holds "
                                + "the year"),
                Arguments.of(
                        "id,year,x,year\nA,2020,1,2021\n",
                        "panel line 1: must have each column once but was 'year' in columns 2 and 4; give one of them "
                                + "another name"),
                Arguments.of(
                        "id,year,x\nA,,1\n",
                        "panel line 2, column 'year': expected a year such as 2024, in [1900, 2100] but was empty; write "
                                + "the year alone, or say with withYear which column holds it"),
                Arguments.of(
                        "id,year,x\nA,2020,1\nA,2021,1\nA,2020,1\n",
                        "panel line 4, column 'id': each unit must have one row a year but was 'A', of 2020 as in line 2; "
                                + "remove one"));
    }

    @ParameterizedTest
    @MethodSource("panels")
    void saysWhatIsWrongWithAPanel(String text, String problem) {
        assertThat(problems(text)).containsExactly(problem);
    }

    @Test
    void reportsEverythingAtOnceFromTheTop() {
        assertThat(problems("unit,year,ranked,x\nA,2020,,1\nA,2020,maybe,y\n ,20x0,,1\nB,2020\nA,2021,,inf\nB,2021,,1"))
                .containsExactly(
                        "panel line 3, column 'unit': each unit must have one row a year but was 'A', of 2020 as in line 2; "
                                + "remove one",
                        "panel line 3, column 'ranked': must be true or false but was 'maybe'; correct it",
                        "panel line 3, column 'x': expected a number such as 12.5 but was 'y'; correct it, or leave the "
                                + "cell empty if it is unknown",
                        "panel line 4, column 'unit': each unit must have an id but was empty; fill it in",
                        "panel line 4, column 'year': expected a year such as 2024, in [1900, 2100] but was '20x0'; write "
                                + "the year alone, or say with withYear which column holds it",
                        "panel line 5: a row must have 4 cells but was 2 cells; quote cells that hold separators, and write "
                                + "missing cells as nothing between separators",
                        "panel line 6, column 'x': must be finite but was 'inf'; leave a missing cell empty",
                        "panel line 7: must end with a line break but was the end of the row that begins here; was it cut "
                                + "off? If it is whole, add a line break");
    }

    @Test
    void aColumnThatIsNotThereNamesTheNearest() {
        assertThat(problems(TableReader.withDefaults().withUnit("iso").withYear("years"), "iso3,year,x\nA,2020,1\n"))
                .containsExactly(
                        "panel line 1: must have a column 'iso', which is missing; nearest: iso3",
                        "panel line 1: must have a column 'years', which is missing; nearest: year");
    }

    /** A text that stands for missing values is no year either. */
    @Test
    void aYearMustNotBeMissing() {
        assertThat(problems(TableReader.withDefaults().withMissing("NA", "-999"), "id,year,x\nA,NA,-999\nA,-999,NA\n"))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("column 'year': expected a year such as 2024"));
    }

    @Test
    void stopsAtACrowdOfProblems() {
        String rows =
                IntStream.range(0, 5_000).mapToObj(i -> "u" + i + ",FY20,1\n").collect(Collectors.joining());
        assertThat(problems("id,year,x\n" + rows))
                .hasSize(1_000)
                .first()
                .asString()
                .contains("must have fewer than 1,000 problems");
    }
}
