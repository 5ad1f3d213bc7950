package io.github.statecraft.internal.input;

import com.google.common.collect.ImmutableList;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** The rows of a table one after the other, of each no more cells than anybody asks for. Blank lines are passed over. */
final class CsvRows implements AutoCloseable {
    /** A cell longer than this is refused. */
    static final int MAX_CELL = 100_000;

    private static final TokenStreamFactory CSV = CsvFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(MAX_CELL).build())
            .enable(CsvReadFeature.TRIM_SPACES)
            .build();

    private final JsonParser parser;
    private final int most;
    private long line = 1;
    private int width;
    private ImmutableList<String> cells = ImmutableList.of();

    CsvRows(TextInput input, int most) {
        this.parser = CSV.createParser(ObjectReadContext.empty(), input.reader());
        this.most = most;
    }

    /**
     * Goes on to the next row.
     *
     * @return false if there is none
     * @throws tools.jackson.core.JacksonException if it cannot be read
     */
    boolean next() {
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            line = parser.currentLocation().getLineNr();
            width = 0;
            ImmutableList.Builder<String> read = ImmutableList.builder();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (width < most) {
                    read.add(parser.getString());
                }
                width++;
            }
            cells = read.build();
            if (width > 1 || !cells.get(0).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The line on which the row begins. */
    long line() {
        return line;
    }

    /** The number of its cells. */
    int width() {
        return width;
    }

    /** Its first cells. */
    ImmutableList<String> cells() {
        return cells;
    }

    @Override
    public void close() {
        parser.close();
    }
}
