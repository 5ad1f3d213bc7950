package io.github.statecraft.internal.input;

import com.google.common.primitives.Bytes;
import io.github.statecraft.InvalidDataException;
import io.github.statecraft.InvalidDataException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A text and the name it is called by in errors. Bytes must be UTF-8 without NUL, which no text holds but UTF-16 does; a
 * byte order mark of UTF-8 is skipped, anything else is an error that names the first offending byte.
 *
 * @param name name of the file or text
 * @param text its content
 */
public record TextInput(String name, String text) {
    /** Files larger than this are refused before they are read. */
    public static final long MAX_BYTES = 64L << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Reads a file.
     *
     * @param path the file
     * @return its text, named by its file name
     * @throws InvalidDataException if it is too large, empty or not UTF-8
     * @throws UncheckedIOException if it cannot be read at all
     */
    public static TextInput of(Path path) {
        Objects.requireNonNull(path, "path");
        Path fileName = path.getFileName();
        String name = fileName == null ? path.toString() : fileName.toString();
        try (InputStream stream = Files.newInputStream(path)) {
            return of(name, stream);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ": " + reason(path, e), e);
        }
    }

    private static String reason(Path path, IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (Files.isDirectory(path)) {
            return "it is a directory";
        }
        return e instanceof AccessDeniedException ? "access is denied" : String.valueOf(e.getMessage());
    }

    /**
     * Reads a resource of the library.
     *
     * @param owner class beside which the resource lies
     * @param resource its name
     * @return its text
     */
    public static TextInput ofResource(Class<?> owner, String resource) {
        try (InputStream stream = owner.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the library's resource " + resource + " is missing beside " + owner);
            }
            return of(resource, stream);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the library's resource " + resource, e);
        }
    }

    /**
     * Takes a text that is at hand.
     *
     * @param name what errors call it
     * @param text the text
     * @return the input
     * @throws InvalidDataException if it is empty or too large
     */
    public static TextInput of(String name, String text) {
        Objects.requireNonNull(text, "text");
        if (text.length() > MAX_BYTES) {
            throw failure(
                    name,
                    "",
                    "must have at most " + MAX_BYTES + " characters",
                    text.length() + " characters",
                    "split it");
        }
        String content = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        if (content.isBlank()) {
            throw failure(name, "line 1", "must not be empty", "", "was it cut off while being written?");
        }
        return new TextInput(name, content);
    }

    private static TextInput of(String name, InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes((int) MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw failure(name, "", "must have at most " + MAX_BYTES + " bytes", "more", "split it");
        }
        return of(name, decode(name, bytes));
    }

    private static String decode(String name, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        int end = result.isError() ? in.position() : bytes.length;
        int nul = Bytes.indexOf(bytes, (byte) 0);
        int at = nul >= 0 ? Math.min(nul, end) : end;
        if (at < bytes.length) {
            int line = 1;
            for (int i = 0; i < at; i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            String found = "byte 0x" + Integer.toHexString(bytes[at] & 0xFF) + " at offset " + at;
            throw failure(name, "line " + line, "must be UTF-8", found, "save it with the encoding UTF-8");
        }
        return out.flip().toString();
    }

    private static RuntimeException failure(String name, String where, String rule, String found, String remedy) {
        return new InvalidDataException(List.of(new Problem(name, where, rule, found, remedy)));
    }
}
