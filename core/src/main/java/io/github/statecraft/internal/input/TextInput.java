package io.github.statecraft.internal.input;

import com.google.common.base.Utf8;
import com.google.common.io.ByteSource;
import com.google.common.io.CharSource;
import com.google.common.io.CharStreams;
import com.google.common.primitives.Bytes;
import io.github.statecraft.InvalidDataException;
import io.github.statecraft.InvalidDataException.Problem;
import io.github.statecraft.internal.text.Numbers;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A text and the name it is called by in errors. Bytes must be UTF-8 without NUL, which no text holds but UTF-16 does; a
 * byte order mark of UTF-8 is skipped, anything else is an error that names the first offending byte. A file is held once, as
 * its bytes, and decoded while it is read.
 */
public final class TextInput {
    /** Files larger than this are refused before they are read. */
    public static final long MAX_BYTES = 64L << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final byte[] ENCODED_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int BUFFER = 8_192;

    private final String name;
    private final CharSource text;
    private final boolean endsWithLineBreak;

    private TextInput(String name, CharSource text, boolean endsWithLineBreak) {
        this.name = name;
        this.text = text;
        this.endsWithLineBreak = endsWithLineBreak;
    }

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
        try (InputStream stream = Files.newInputStream(path)) {
            return of(name(path), stream, Files.size(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ": " + reason(path, e), e);
        }
    }

    /** What errors call a file. */
    static String name(Path path) {
        Path fileName = path.getFileName();
        return fileName == null ? path.toString() : fileName.toString();
    }

    static String reason(Path path, IOException e) {
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
            return of(resource, stream, 0);
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
     * @throws InvalidDataException if it is empty, too large, or holds what no file can: NUL or half a character
     */
    public static TextInput of(String name, String text) {
        Objects.requireNonNull(text, "text");
        if (text.length() > MAX_BYTES) {
            throw tooLarge(name, text.length(), "characters");
        }
        String content = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        if (content.isBlank()) {
            throw empty(name);
        }
        int nul = content.indexOf('\0');
        int half = indexOfHalf(content);
        if (nul >= 0 || half >= 0) {
            int at = half < 0 || (nul >= 0 && nul < half) ? nul : half;
            long line = 1 + content.chars().limit(at).filter(c -> c == '\n').count();
            throw failure(
                    name,
                    "line " + line,
                    "must hold neither U+0000 nor half a character",
                    describe(content, at),
                    "remove it");
        }
        return new TextInput(name, CharSource.wrap(content), isLineBreak(content.charAt(content.length() - 1)));
    }

    private static TextInput of(String name, InputStream stream, long expected) throws IOException {
        if (expected > MAX_BYTES) {
            throw tooLarge(name, expected, "bytes");
        }
        byte[] bytes = bytes(stream, (int) expected);
        if (bytes.length > MAX_BYTES) {
            throw tooLarge(name, bytes.length, "bytes or more");
        }
        checkEncoding(name, bytes);
        boolean isMarked = bytes.length >= ENCODED_MARK.length
                && Arrays.equals(bytes, 0, ENCODED_MARK.length, ENCODED_MARK, 0, ENCODED_MARK.length);
        CharSource text = ByteSource.wrap(bytes)
                .slice(isMarked ? ENCODED_MARK.length : 0, bytes.length)
                .asCharSource(StandardCharsets.UTF_8);
        if (isBlank(text)) {
            throw empty(name);
        }
        return new TextInput(name, text, isLineBreak((char) bytes[bytes.length - 1]));
    }

    /** All bytes, or one more than are allowed; where the size is known, in one array from the start. */
    private static byte[] bytes(InputStream stream, int expected) throws IOException {
        byte[] bytes = new byte[expected];
        int read = stream.readNBytes(bytes, 0, expected);
        byte[] more = stream.readNBytes((int) MAX_BYTES + 1 - read);
        byte[] first = read == expected ? bytes : Arrays.copyOf(bytes, read);
        return more.length == 0 ? first : Bytes.concat(first, more);
    }

    private static void checkEncoding(String name, byte[] bytes) {
        int nul = Bytes.indexOf(bytes, (byte) 0);
        int at = Utf8.isWellFormed(bytes) ? nul : Math.min(malformed(bytes), nul < 0 ? bytes.length : nul);
        if (at >= 0) {
            int line = 1;
            for (int i = 0; i < at; i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            String found = "byte 0x" + Integer.toHexString(bytes[at] & 0xFF) + " at offset " + at;
            throw failure(name, "line " + line, "must be UTF-8", found, "save it with the encoding UTF-8");
        }
    }

    /** The offset of the first byte that is not UTF-8. */
    static int malformed(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return in.position();
    }

    private static boolean isBlank(CharSource text) throws IOException {
        char[] buffer = new char[BUFFER];
        try (Reader reader = text.openStream()) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (!Character.isWhitespace(buffer[i])) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static boolean isLineBreak(char last) {
        return last == '\n' || last == '\r';
    }

    /**
     * Where a text holds half a character, which no file can be read with.
     *
     * @param text the text
     * @return the index of the first surrogate without its other half; -1 if there is none
     */
    public static int indexOfHalf(String text) {
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                return at;
            }
            at += Character.charCount(c);
        }
        return -1;
    }

    /**
     * A character that cannot be printed, as errors show it.
     *
     * @param text the text
     * @param at its index
     * @return its code and where it stands
     */
    public static String describe(String text, int at) {
        return String.format(Locale.ROOT, "U+%04X at character %d", (int) text.charAt(at), at + 1);
    }

    /**
     * What errors call it.
     *
     * @return the name of the file or text
     */
    public String name() {
        return name;
    }

    /**
     * Starts to read the text; it may be read more than once.
     *
     * @return its characters; what is read at once ends with a whole character, unless it is half a character only
     */
    public Reader reader() {
        try {
            return new WholeCharacters(text.openStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether there are more characters than these.
     *
     * @param most how many there may be
     * @return true if there are more
     */
    public boolean isLongerThan(int most) {
        try (Reader reader = text.openStream()) {
            CharStreams.skipFully(reader, most);
            return reader.read() >= 0;
        } catch (EOFException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether the last character ends a line.
     *
     * @return true if the text was not cut off within a line
     */
    public boolean endsWithLineBreak() {
        return endsWithLineBreak;
    }

    /** Holds back half a character until its other half can be read with it; YAML's parser does not expect halves. */
    private static final class WholeCharacters extends PushbackReader {
        WholeCharacters(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 1 && Character.isHighSurrogate(buffer[offset + read - 1])) {
                unread(buffer[offset + read - 1]);
                return read - 1;
            }
            return read;
        }
    }

    private static RuntimeException tooLarge(String name, long size, String unit) {
        String rule = "must have at most 64 MiB, " + Numbers.grouped(MAX_BYTES) + " bytes";
        return failure(name, "", rule, Numbers.grouped(size) + " " + unit, "split it");
    }

    private static RuntimeException empty(String name) {
        return failure(name, "line 1", "must not be empty", "", "was it cut off while being written?");
    }

    private static RuntimeException failure(String name, String where, String rule, String found, String remedy) {
        return new InvalidDataException(List.of(new Problem(name, where, rule, found, remedy)));
    }
}
