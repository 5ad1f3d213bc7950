package io.github.statecraft.internal.input;

import com.google.common.base.Utf8;
import io.github.statecraft.internal.text.Numbers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

/**
 * The cells of a table of separated values (RFC 4180) one after the other, straight from its bytes, of which only a few are
 * held at a time. Made for tables of many numbers. Bytes must be UTF-8 without NUL; a byte order mark of UTF-8 is skipped, as
 * are empty lines and the blanks around cells without quotes. Confined to one reading; not thread-safe.
 */
public final class CellScanner {
    /** A cell with more bytes is refused. */
    public static final int MAX_CELL = 100_000;

    private static final int BUFFER = 1 << 19;
    private static final String SMALLER = "split it, or leave columns out";
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String name;
    private final InputStream in;
    private final byte separator;
    private final long most;
    private final Problems problems;

    /** The bytes from the current cell on; at {@link #limit} stands NUL, which ends every loop over a cell. */
    private final byte[] buffer = new byte[BUFFER + 1];

    private int limit;
    private boolean isRead;
    /** How many bytes of the file came before the buffer. */
    private long offset;
    /** Where the next cell begins. */
    private int position;

    private int start;
    private int end;
    /** Negative if a byte of the cell is no ASCII. */
    private int bits;

    private boolean isLast;
    private boolean isCut;
    private long line = 1;
    private long row = 1;

    /** That the rest of a table cannot be read; the problem was added. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Unreadable() {
            super("the rest of the table cannot be read", null, false, false);
        }
    }

    /**
     * Reads a file.
     *
     * @param path the file
     * @param separator what stands between cells, an ASCII character
     * @param most the number of bytes it may have
     * @param problems where to report what is wrong
     * @param reader takes the cells
     * @param <T> what it makes of them
     * @return what it made
     * @throws io.github.statecraft.InvalidDataException if the reader could not go on to the end
     * @throws UncheckedIOException if the file cannot be read at all
     */
    public static <T> T read(Path path, char separator, long most, Problems problems, Function<CellScanner, T> reader) {
        String name = TextInput.name(path);
        try (InputStream in = Files.newInputStream(path)) {
            long size = Files.size(path);
            if (size > most) {
                problems.add(Problems.Position.whole(name), tooLarge(most), Numbers.grouped(size) + " bytes", SMALLER);
                problems.throwIfAny();
            }
            return read(name, in, separator, most, problems, reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ": " + TextInput.reason(path, e), e);
        } catch (UncheckedIOException e) {
            IOException cause = Objects.requireNonNull(e.getCause());
            throw new UncheckedIOException("cannot read " + path + ": " + TextInput.reason(path, cause), cause);
        }
    }

    /**
     * As {@link #read(Path, char, long, Problems, Function)}, of a text that is at hand.
     *
     * @param name what problems call it
     * @param text the text
     * @param separator the character between cells
     * @param most how many bytes are read at most
     * @param problems where problems go
     * @param reader what reads the cells
     * @param <T> what it makes of them
     * @return what the reader made
     */
    public static <T> T read(
            String name, String text, char separator, long most, Problems problems, Function<CellScanner, T> reader) {
        int half = TextInput.indexOfHalf(text);
        if (half >= 0) {
            String found = TextInput.describe(text, half);
            problems.add(Problems.Position.whole(name), "must not hold half a character", found, "remove it");
            problems.throwIfAny();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return read(name, new ByteArrayInputStream(bytes), separator, most, problems, reader);
    }

    static <T> T read(
            String name,
            InputStream in,
            char separator,
            long most,
            Problems problems,
            Function<CellScanner, T> reader) {
        try {
            return reader.apply(new CellScanner(name, in, separator, most, problems));
        } catch (Unreadable e) {
            throw problems.exception();
        }
    }

    /**
     * Begins to read.
     *
     * @param name what errors call the table
     * @param in its bytes
     * @param separator what stands between cells, an ASCII character
     * @param most the number of bytes it may have
     * @param problems where to report what is wrong
     */
    CellScanner(String name, InputStream in, char separator, long most, Problems problems) {
        this.name = name;
        this.in = in;
        this.separator = (byte) separator;
        this.most = most;
        this.problems = problems;
        fill();
        if (limit >= MARK.length && Arrays.equals(buffer, 0, MARK.length, MARK, 0, MARK.length)) {
            position = MARK.length;
        }
    }

    /**
     * Goes on to the next row that is not an empty line.
     *
     * @return false if there is none
     */
    public boolean nextRow() {
        while (true) {
            start = position;
            makeRoom();
            if (position == limit) {
                return false;
            }
            row = line;
            if (buffer[position] != '\n' && buffer[position] != '\r') {
                return true;
            }
            endAt(position);
        }
    }

    /**
     * Reads the next cell as a number.
     *
     * @return a finite number; NaN if the cell is empty or holds something else
     */
    public double number() {
        byte[] b = buffer;
        int at = position;
        boolean isNegative = b[at] == '-';
        if (isNegative) {
            at++;
        }
        int first = at;
        long digits = 0;
        int digit;
        while ((digit = b[at] - '0') >= 0 && digit < 10) {
            digits = 10 * digits + digit;
            at++;
        }
        int count = at - first;
        int decimals = 0;
        if (b[at] == '.') {
            int point = ++at;
            while ((digit = b[at] - '0') >= 0 && digit < 10) {
                digits = 10 * digits + digit;
                at++;
            }
            decimals = at - point;
            count += decimals;
        }
        byte after = b[at];
        if ((after == separator || after == '\n')
                && count > 0
                && (count <= Decimals.MAX_DIGITS || isShort(first, at))) {
            double size = Decimals.nearest(digits, -decimals);
            if (!Double.isNaN(size)) {
                start = position;
                end = at;
                position = at + 1;
                isCut = false;
                isLast = after == '\n';
                line += isLast ? 1 : 0;
                return isNegative ? -size : size;
            }
        }
        cell();
        return parsed();
    }

    /** Whether all but a few digits are zeros before the others, so that a long holds them. */
    private boolean isShort(int from, int to) {
        int at = from;
        while (at < to && (buffer[at] == '0' || buffer[at] == '.')) {
            at++;
        }
        return to - at <= Decimals.MAX_DIGITS && to - from <= Decimals.MAX_LENGTH;
    }

    /**
     * What the cell that was read says as a number.
     *
     * @return a finite number; NaN if it is empty or holds something else
     */
    public double parsed() {
        return start == end ? Double.NaN : Decimals.parse(buffer, start, end);
    }

    /** Reads the next cell; bytes that no text holds end the reading. */
    public void cell() {
        bits = 0;
        start = position;
        makeRoom();
        int at = pastBlanks(position);
        if (buffer[at] == '"') {
            at = quoted(at);
        } else {
            start = at;
            byte c = buffer[at];
            while (c != separator && c != '\n' && c != '\r' && c != 0) {
                bits |= c;
                c = buffer[++at];
            }
            end = at;
            while (end > start && isBlank(buffer[end - 1])) {
                end--;
            }
        }
        if (at == limit && !isRead) {
            throw unreadable(
                    "a cell must have at most " + Numbers.grouped(MAX_CELL) + " bytes", "more", "is a quote missing?");
        }
        if (bits < 0 && !Utf8.isWellFormed(buffer, start, end - start)) {
            throw notText(start + TextInput.malformed(Arrays.copyOfRange(buffer, start, end)));
        }
        if (at < limit && buffer[at] == 0) {
            throw notText(at);
        }
        endAt(at);
    }

    /** Reads a cell in quotes, of which two stand for one, and returns where it ends. */
    private int quoted(int quote) {
        start = quote + 1;
        end = start;
        int at = start;
        while (buffer[at] != '"' || buffer[at + 1] == '"') {
            byte c = buffer[at];
            if (c == 0 && at == limit && isRead) {
                throw unreadable(
                        "a quote that is opened must be closed",
                        "the end of the file",
                        "close it, or was the file cut off?");
            }
            if (c == 0) {
                return at;
            }
            line += c == '\n' || (c == '\r' && buffer[at + 1] != '\n') ? 1 : 0;
            bits |= c;
            buffer[end++] = c;
            at += c == '"' ? 2 : 1;
        }
        int after = pastBlanks(at + 1);
        byte c = buffer[after];
        if (c != separator && c != '\n' && c != '\r' && after < limit) {
            throw unreadable(
                    "after a closing quote must come a separator or the end of the line",
                    Problems.quote(new String(buffer, after, 1, StandardCharsets.ISO_8859_1)),
                    "write a cell that holds a quote in quotes, each quote in it twice");
        }
        return after;
    }

    private int pastBlanks(int from) {
        int at = from;
        while (isBlank(buffer[at])) {
            at++;
        }
        return at;
    }

    private boolean isBlank(byte c) {
        return (c == ' ' || c == '\t') && c != separator;
    }

    /** Ends a cell where a separator, a line break or the end of the file stands. */
    private void endAt(int at) {
        byte c = buffer[at];
        isLast = c != separator;
        isCut = at == limit;
        position = at + (isCut ? 0 : 1);
        if (isLast && !isCut) {
            line++;
            position += c == '\r' && buffer[at + 1] == '\n' ? 1 : 0;
        }
    }

    /** Sees to it that the buffer holds the cell at the position, unless it is too long. */
    private void makeRoom() {
        if (!isRead && limit - position <= MAX_CELL) {
            fill();
        }
    }

    private void fill() {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        offset += position;
        limit -= position;
        start = 0;
        position = 0;
        try {
            int read = in.readNBytes(buffer, limit, BUFFER - limit);
            isRead = read < BUFFER - limit;
            limit += read;
            buffer[limit] = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (offset + limit > most) {
            problems.add(Problems.Position.whole(name), tooLarge(most), "more", SMALLER);
            throw new Unreadable();
        }
    }

    private static String tooLarge(long most) {
        return "must have at most " + Numbers.grouped(most) + " bytes";
    }

    private Unreadable notText(int at) {
        String found = "byte 0x" + Integer.toHexString(buffer[at] & 0xFF) + " at offset " + (offset + at);
        return unreadable("must be UTF-8", found, "save it with the encoding UTF-8");
    }

    private Unreadable unreadable(String rule, String found, String remedy) {
        problems.add(new Problems.Position(name, row, 0, "line " + row), rule, found, remedy);
        return new Unreadable();
    }

    /**
     * The text of the cell that was read.
     *
     * @return without quotes
     */
    public String text() {
        return new String(buffer, start, end - start, bits < 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    /**
     * Whether the cell that was read holds nothing.
     *
     * @return true if it has no character
     */
    public boolean isEmpty() {
        return start == end;
    }

    /**
     * Whether the cell that was read is the last of its row.
     *
     * @return false if another cell follows
     */
    public boolean isLast() {
        return isLast;
    }

    /**
     * Whether the file ended within the last row, which may have been cut off.
     *
     * @return true if no line break ends it
     */
    public boolean isCut() {
        return isCut;
    }

    /**
     * What errors call the table.
     *
     * @return the name of the file or text
     */
    public String name() {
        return name;
    }

    /**
     * The line on which the row begins.
     *
     * @return the first line is 1
     */
    public long line() {
        return row;
    }
}
