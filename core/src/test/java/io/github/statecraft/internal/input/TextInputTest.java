package io.github.statecraft.internal.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.CharStreams;
import io.github.statecraft.InvalidDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: RFC 3629 for what is UTF-8, and the JDK's encoders for what is not. */
class TextInputTest {
    @TempDir
    private Path folder;

    @Test
    void readsUtf8() throws IOException {
        Path file = write("T\u00fcrkiye \u4e2d\u56fd \ud83c\udde8\n".getBytes(StandardCharsets.UTF_8));
        assertThat(TextInput.of(file).name()).isEqualTo("t.csv");
        assertThat(text(TextInput.of(file))).isEqualTo("T\u00fcrkiye \u4e2d\u56fd \ud83c\udde8\n");
    }

    @Test
    void skipsOneByteOrderMark() throws IOException {
        Path file = write("\ufeffa,b\n".getBytes(StandardCharsets.UTF_8));
        assertThat(text(TextInput.of(file))).isEqualTo("a,b\n");
        assertThat(text(TextInput.of("t.csv", "\ufeffa,b\n"))).isEqualTo("a,b\n");
    }

    static Stream<Arguments> otherBytes() {
        String text = "a,b\nT\u00fcr,1\n";
        return Stream.of(
                Arguments.of("UTF-16 with mark", bytes(text, "UTF-16"), "line 1", "byte 0xfe at offset 0"),
                Arguments.of(
                        "UTF-16LE with mark", bytes("\ufeff" + text, "UTF-16LE"), "line 1", "byte 0xff at offset 0"),
                Arguments.of("UTF-16LE without mark", bytes(text, "UTF-16LE"), "line 1", "byte 0x0 at offset 1"),
                Arguments.of("UTF-16BE without mark", bytes(text, "UTF-16BE"), "line 1", "byte 0x0 at offset 0"),
                Arguments.of("Latin-1", bytes(text, "ISO-8859-1"), "line 2", "byte 0xfc at offset 5"),
                Arguments.of(
                        "cut in a character",
                        new byte[] {'a', '\n', (byte) 0xE4, (byte) 0xB8},
                        "line 2",
                        "byte 0xe4 at offset 2"),
                Arguments.of("overlong", new byte[] {(byte) 0xC0, (byte) 0x80}, "line 1", "byte 0xc0 at offset 0"),
                Arguments.of(
                        "surrogate",
                        new byte[] {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80},
                        "line 1",
                        "byte 0xed at offset 1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherBytes")
    void refusesOtherBytesAndNamesTheFirst(String name, byte[] bytes, String line, String found) throws IOException {
        Path file = write(bytes);
        assertThatThrownBy(() -> TextInput.of(file))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage("t.csv " + line + ": must be UTF-8 but was " + found + "; save it with the encoding UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\ufeff", "\ufeff \t\n"})
    void refusesEmptyTexts(String text) throws IOException {
        String message = "t.csv line 1: must not be empty; was it cut off while being written?";
        assertThatThrownBy(() -> TextInput.of("t.csv", text))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(message);
        Path file = write(text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> TextInput.of(file))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(message);
    }

    @Test
    void saysWhichFileCannotBeRead() {
        assertThatThrownBy(() -> TextInput.of(folder.resolve("absent.csv")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot read ")
                .hasMessageEndingWith("absent.csv: there is no such file");
        assertThatThrownBy(() -> TextInput.of(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageEndingWith(": it is a directory");
    }

    @Test
    void saysWhichResourceOfTheLibraryIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TextInput.ofResource(TextInput.class, "absent.csv"))
                .withMessageContaining("absent.csv");
    }

    private static String text(TextInput input) throws IOException {
        return CharStreams.toString(input.reader());
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("t.csv"), bytes);
    }

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }
}
