package io.github.statecraft.data;

import com.google.common.base.Splitter;
import io.github.statecraft.InvalidDataException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/** Files for tests, and a table reader of its own that shares no code with the library. */
final class Fixtures {
    static final ReferenceData REF = ReferenceData.load();

    private Fixtures() {}

    static String text(String resource) {
        try (InputStream stream = ReferenceData.class.getResourceAsStream(resource)) {
            Assertions.assertThat(stream).as(resource).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a bundled table by column; RFC 4180, character by character. */
    static List<Map<String, String>> rows(String resource) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String text = text(resource);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == ',' || c == '\n')) {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(line);
                    line = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        List<String> header = lines.remove(0);
        return lines.stream()
                .map(cells -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < header.size(); i++) {
                        row.put(header.get(i), cells.get(i));
                    }
                    return row;
                })
                .toList();
    }

    /** What reading something is refused with. */
    static InvalidDataException refusal(Runnable reading) {
        return Assertions.catchThrowableOfType(InvalidDataException.class, reading::run);
    }

    /** Asserts one problem whose line holds all fragments, separated by {@code |}. */
    static void assertOneProblem(Runnable reading, String fragments) {
        InvalidDataException refusal = refusal(reading);
        Assertions.assertThat(refusal).isNotNull();
        Assertions.assertThat(refusal.problems())
                .as(refusal.getMessage())
                .singleElement()
                .satisfies(p -> Assertions.assertThat(p.remedy()).isNotBlank());
        Assertions.assertThat(refusal.getMessage()).contains(Splitter.on('|').splitToList(fragments));
    }
}
