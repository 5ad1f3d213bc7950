package io.github.statecraft.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

/** Every problem of a table is reported at once, with place, rule, value and remedy. */
class BadNumberTablesTest {
    private static List<String> problems(TableReader reader, String text) {
        InvalidDataException e = catchThrowableOfType(InvalidDataException.class, () -> reader.parse(text));
        assertThat(e).isNotNull();
        return e.problems().stream().map(Object::toString).toList();
    }

    private static List<String> problems(String text) {
        return problems(TableReader.withDefaults(), text);
    }

    static Stream<Arguments> cells() {
        return Stream.of(
                Arguments.of(
                        "12x", "expected a number such as 12.5 but was '12x'; correct it, or leave the cell empty"),
                Arguments.of("\"1,5\"", "expected a number such as 12.5 but was '1,5'; write decimals with a point"),
                Arguments.of(
                        "\"1,234.5\"", "expected a number such as 12.5 but was '1,234.5'; write decimals with a point"),
                Arguments.of(
                        "1.234.567", "expected a number such as 12.5 but was '1.234.567'; write decimals with a point"),
                Arguments.of(
                        "NaN", "expected a number such as 12.5 but was 'NaN'; leave a missing cell empty, or state"),
                Arguments.of("..", "expected a number such as 12.5 but was '..'; leave a missing cell empty, or state"),
                Arguments.of("-Infinity", "must be finite but was '-Infinity'; leave a missing cell empty"),
                Arguments.of("inf", "must be finite but was 'inf'; leave a missing cell empty"),
                Arguments.of("1e999", "expected a number that a double can hold but was '1e999'"),
                Arguments.of("1e-999", "expected a number that a double can hold but was '1e-999'"),
                Arguments.of("0x1p3", "expected a number such as 12.5 but was '0x1p3'"),
                Arguments.of("1d", "expected a number such as 12.5 but was '1d'"),
                Arguments.of("12 %", "expected a number such as 12.5 but was '12 %'"),
                Arguments.of("٣", "expected a number such as 12.5 but was '٣'"),
                Arguments.of("0".repeat(1_101), "a number must have at most 1,100 characters but was '000"));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void saysWhyACellIsNoNumber(String cell, String problem) {
        assertThat(problems("id,x\nA,1\nB," + cell + "\n"))
                .singleElement()
                .asString()
                .startsWith("table line 3, column 'x': " + problem);
    }

    @Test
    void reportsEverythingAtOnceFromTheTop() {
        assertThat(problems("id,x,,x\nA,1,2,3\nA,y,2,3\n ,1,2,3\nB,1\nC,1,2,3,4\nD,1,2,inf\nE,1,2,3"))
                .containsExactly(
                        "table line 1: each column must have a name but was none in column 3; name it, or remove it",
                        "table line 1: must have each column once but was 'x' in columns 2 and 4; give one of them another "
                                + "name",
                        "table line 3, column 'id': each unit must have one row but was 'A', as in line 2; remove one; "
                                + "TableFiles.readPanel reads several years of one unit",
                        "table line 3, column 'x': expected a number such as 12.5 but was 'y'; correct it, or leave the cell "
                                + "empty if it is unknown",
                        "table line 4, column 'id': each unit must have an id but was empty; fill it in",
                        "table line 5: a row must have 4 cells but was 2 cells; quote cells that hold separators, and write "
                                + "missing cells as nothing between separators",
                        "table line 6: a row must have 4 cells but was 5 cells; quote cells that hold separators, and write "
                                + "missing cells as nothing between separators",
                        "table line 7, column 'x': must be finite but was 'inf'; leave a missing cell empty",
                        "table line 8: must end with a line break but was the end of the row that begins here; was it cut "
                                + "off? If it is whole, add a line break");
    }

    @Test
    void aColumnOfTextsIsOneProblem() {
        String rows = IntStream.range(0, 5_000)
                .mapToObj(i -> "u" + i + ",name " + i + ",1\n")
                .collect(Collectors.joining());
        assertThat(problems("id,country,x\n" + rows))
                .containsExactly(
                        "table line 2, column 'country': a column must hold numbers but was 'name 0', 'name 1', "
                                + "'name 2' and so on, and no number; say what it is with withLabel or withGroup, or leave it out "
                                + "with ignoring");
        String german =
                IntStream.range(0, 50).mapToObj(i -> "u" + i + ";1," + i + "\n").collect(Collectors.joining());
        assertThat(problems(TableReader.withDefaults().withSeparator(';'), "id;x\n" + german))
                .containsExactly(
                        "table line 2, column 'x': a column must hold numbers but was '1,0', '1,1', '1,2' and so "
                                + "on, and no number; write decimals with a point, and nothing between thousands");
    }

    @Test
    void aColumnOfNumbersMayHoldManyTexts() {
        String rows =
                IntStream.range(0, 50).mapToObj(i -> "u" + i + ",n" + i + "\n").collect(Collectors.joining());
        assertThat(problems("id,x\nu,1\n" + rows)).hasSize(50);
        assertThat(problems("id,x\nu,a\nv,b\n")).hasSize(2);
        String crowd = IntStream.range(0, 5_000)
                .mapToObj(i -> "u" + i + ",n" + i + "\n")
                .collect(Collectors.joining());
        assertThat(problems("id,x\nu,1\n" + crowd))
                .hasSize(1_000)
                .first()
                .asString()
                .contains("must have fewer than 1,000 problems");
    }

    @Test
    void aColumnThatIsNotThereNamesTheNearest() {
        assertThat(problems(
                        TableReader.withDefaults()
                                .withUnit("iso")
                                .withLabel("zzzzzzzzzz")
                                .ignoring("rang"),
                        "iso3,country,rank,x\nA,b,c,d\n"))
                .containsExactly(
                        "table line 1: must have a column 'iso', which is missing; nearest: iso3",
                        "table line 1: must have a column 'zzzzzzzzzz', which is missing; the reader was told of it; correct "
                                + "one of the two",
                        "table line 1: must have a column 'rang', which is missing; nearest: rank");
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of("", "table line 1: must not be empty; was it cut off while being written?"),
                Arguments.of("\uFEFF\n \n", "table line 1: must not be empty; was it cut off while being written?"),
                Arguments.of(
                        "id,x\n", "table line 1: must have at least one row but was only a header; was it cut off?"),
                Arguments.of("id,x", "table line 1: must end with a line break but was the end of the header"),
                Arguments.of("id\nA\n", "table line 1: must have at least one column of an indicator; add one"),
                Arguments.of(
                        "id;x\nA;1\n",
                        "table line 1: must have columns separated by ',' but was 'id;x'; state the separator, "
                                + "withSeparator(';')"),
                Arguments.of(
                        "id\tx\nA\t1\n", "table line 1: must have columns separated by ',' but was 'id x'; state the"),
                Arguments.of(
                        "unit,ranked,x\nA,maybe,1\n", "table line 2, column 'ranked': must be true or false but was"),
                Arguments.of(
                        "id,x\nA,1\nB,\"2\n", "table line 3: a quote that is opened must be closed but was the end"),
                Arguments.of("id,x\nA,1\nB,2\0\n", "table line 3: must be UTF-8 but was byte 0x0 at offset 12"),
                Arguments.of(
                        "id,x\nA,\uD83C\n", "table: must not hold half a character but was U+D83C at character 8"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void saysWhatIsWrongWithATable(String text, String problem) {
        assertThat(problems(text)).first().asString().startsWith(problem);
    }

    /** What is wrong before the place where nothing more can be read is reported with it. */
    @Test
    void aBrokenQuoteHidesNothingAboveIt() {
        assertThat(problems("id,x\nA,y\nB,\"2\n")).hasSize(2);
    }

    @Test
    void boundsRowsAndColumnsAndTexts() {
        assertThatThrownBy(() -> TableFiles.parse("id,x\n" + "\n".repeat(9) + lines(1_000_001)))
                .hasMessage(
                        "table line 1000011: a table of 2 columns must have at most 1,000,000 rows but was more; split "
                                + "it, or remove columns");
        String wide = "id" + IntStream.range(0, 99_999).mapToObj(i -> ",c" + i).collect(Collectors.joining()) + "\n";
        String row = ",".repeat(99_999) + "\n";
        assertThatThrownBy(() -> TableFiles.parse(wide
                        + IntStream.range(0, 201).mapToObj(i -> "u" + i + row).collect(Collectors.joining())))
                .hasMessageStartingWith(
                        "table line 202: a table of 100,000 columns must have at most 200 rows but was more");
        assertThatThrownBy(() -> TableFiles.parse("x" + wide.replace("\n", ",c\n") + "A\n"))
                .hasMessageStartingWith("table line 1: must have at most 100,000 columns");
        String label = "x".repeat(99_000);
        assertThatThrownBy(() -> TableFiles.withDefaults()
                        .withLabel("l")
                        .parse("id,l,x\n"
                                + IntStream.range(0, 700)
                                        .mapToObj(i -> i + "," + label + ",1\n")
                                        .collect(Collectors.joining())))
                .hasMessageContaining("ids, labels and groups must have at most 67,108,864 characters together");
    }

    private static String lines(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i).append(",1\n");
        }
        return text.toString();
    }
}
