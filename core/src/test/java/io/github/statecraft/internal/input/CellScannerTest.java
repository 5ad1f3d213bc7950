package io.github.statecraft.internal.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.statecraft.InvalidDataException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Expected cells follow from RFC 4180 and the class comment. */
class CellScannerTest {
    private static List<List<String>> rows(byte[] bytes, char separator, long most) {
        return CellScanner.read("t.csv", new ByteArrayInputStream(bytes), separator, most, new Problems(), cells -> {
            List<List<String>> rows = new ArrayList<>();
            while (cells.nextRow()) {
                List<String> row = new ArrayList<>();
                do {
                    cells.cell();
                    row.add(cells.text());
                } while (!cells.isLast());
                rows.add(row);
            }
            return rows;
        });
    }

    private static List<List<String>> rows(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8), ',', 1 << 20);
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of("a,b\nc,d\n", List.of(List.of("a", "b"), List.of("c", "d"))),
                Arguments.of("a,b\r\nc,d\r\n", List.of(List.of("a", "b"), List.of("c", "d"))),
                Arguments.of("a\rb\r", List.of(List.of("a"), List.of("b"))),
                Arguments.of("\uFEFFa,b\n", List.of(List.of("a", "b"))),
                Arguments.of("\n\r\n\ra\n\n", List.of(List.of("a"))),
                Arguments.of("a,,\n,\n", List.of(List.of("a", "", ""), List.of("", ""))),
                Arguments.of(" a , \tb\n", List.of(List.of("a", "b"))),
                Arguments.of("\"a\",\" b \"\n", List.of(List.of("a", " b "))),
                Arguments.of(" \"a\" ,\"\"\n", List.of(List.of("a", ""))),
                Arguments.of("\"a,\"\"b\"\"\",\"c\nd\r\ne\"\n", List.of(List.of("a,\"b\"", "c\nd\r\ne"))),
                Arguments.of("a\"b\n", List.of(List.of("a\"b"))),
                Arguments.of("Åland,中国,🌍\n", List.of(List.of("Åland", "中国", "🌍"))),
                Arguments.of("a,b", List.of(List.of("a", "b"))),
                Arguments.of("", List.of()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void readsCells(String text, List<List<String>> expected) {
        assertThat(rows(text)).isEqualTo(expected);
    }

    @Test
    void takesAnotherSeparator() {
        assertThat(rows("a,b\tc\n".getBytes(StandardCharsets.UTF_8), '\t', 100)).containsExactly(List.of("a,b", "c"));
    }

    @Test
    void namesTheLineOnWhichARowBegins() {
        String text = "a\n\n\"b\nb\",c\r\n\rd\n";
        List<Long> lines = CellScanner.read(
                "t",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                ',',
                100,
                new Problems(),
                cells -> {
                    List<Long> read = new ArrayList<>();
                    while (cells.nextRow()) {
                        read.add(cells.line());
                        do {
                            cells.cell();
                        } while (!cells.isLast());
                    }
                    return read;
                });
        assertThat(lines).containsExactly(1L, 3L, 6L);
    }

    /** Three megabytes of cells of all lengths, so that every kind of cell stands across the end of what is held at once. */
    @Test
    void readsOnWithinACell() {
        SplittableRandom random = new SplittableRandom(5);
        List<List<String>> expected = new ArrayList<>();
        for (int row = 0; row < 400; row++) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int length = random.nextInt(10) == 0 ? random.nextInt(9_000) : random.nextInt(3);
                cells.add(random.ints(length, 0, ALPHABET.size())
                        .mapToObj(ALPHABET::get)
                        .collect(Collectors.joining()));
            }
            cells.add("end");
            expected.add(cells);
        }
        String text = expected.stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(bytes.length).isGreaterThan(3 << 19);
        assertThat(rows(bytes, ',', bytes.length)).isEqualTo(expected);
    }

    private static final List<String> ALPHABET = List.of("a", "\"", ",", "\n", "\r\n", "é", "中", "🌍", " ");

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(
                        "a\nb,\"c\n",
                        "t.csv line 2: a quote that is opened must be closed but was the end of the file"),
                Arguments.of(
                        "a\n\"b\"c\n",
                        "t.csv line 2: after a closing quote must come a separator or the end of the line"),
                Arguments.of("a\nb\0\n", "t.csv line 2: must be UTF-8 but was byte 0x0 at offset 3"),
                Arguments.of("a\n\"b\0\"\n", "t.csv line 2: must be UTF-8 but was byte 0x0 at offset 4"),
                Arguments.of("x".repeat(700_000), "t.csv line 1: a cell must have at most 100,000 bytes but was more"),
                Arguments.of("\"" + "x".repeat(700_000), "t.csv line 1: a cell must have at most 100,000 bytes"),
                Arguments.of(" ".repeat(700_000), "t.csv line 1: a cell must have at most 100,000 bytes"),
                Arguments.of("a\n".repeat(600_000), "t.csv: must have at most 1,048,576 bytes but was more"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void saysWhatNoTableHolds(String text, String message) {
        assertThatThrownBy(() -> rows(text))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void namesTheFirstByteThatIsNotUtf8() {
        assertThatThrownBy(() -> rows("a\nbé\n".getBytes(StandardCharsets.ISO_8859_1), ',', 100))
                .hasMessage(
                        "t.csv line 2: must be UTF-8 but was byte 0xe9 at offset 3; save it with the encoding UTF-8");
        assertThatThrownBy(() -> rows("a\n".getBytes(StandardCharsets.UTF_16), ',', 100))
                .hasMessageContaining("byte 0xfe at offset 0");
        assertThatThrownBy(() -> rows(
                        CellScanner.read("t", InputStream.nullInputStream(), ',', 9, new Problems(), cells ->
                                new byte[] {'a', '\n', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '\n'}),
                        ',',
                        100))
                .hasMessageContaining("line 2: must be UTF-8 but was byte 0xed at offset 3");
    }
}
