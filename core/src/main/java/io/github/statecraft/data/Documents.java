package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.data.DocumentNode.Place;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.TextInput;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * JSON and YAML as trees: read with every node's place, written the same on every Java runtime. Size, depth and lengths are
 * bounded before anything is built.
 */
final class Documents {
    /** A document nested deeper is refused. */
    static final int MAX_DEPTH = 64;
    /** A text longer than this is refused. */
    static final int MAX_TEXT = 1_000_000;
    /** A number with more characters is refused; 17 digits tell any two doubles apart. */
    static final int MAX_NUMBER = 100;

    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxStringLength(MAX_TEXT)
            .maxNumberLength(MAX_NUMBER)
            .build();

    private static final TokenStreamFactory JSON =
            JsonFactory.builder().streamReadConstraints(BOUNDS).build();
    private static final TokenStreamFactory YAML =
            YAMLFactory.builder().streamReadConstraints(BOUNDS).build();

    private static final ObjectWriter JSON_WRITER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writer();
    private static final ObjectWriter YAML_WRITER = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                    .disable(YAMLWriteFeature.SPLIT_LINES)
                    .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                    .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .build())
            .build()
            .writer();

    private Documents() {}

    /**
     * Reads a document.
     *
     * @param input the text
     * @param format how it is written
     * @param problems where to report
     * @return its root
     * @throws io.github.statecraft.InvalidDataException if it is not a document of this format at all
     */
    static DocumentNode parse(TextInput input, TextFormat format, Problems problems) {
        Place place = new Place(input.name(), problems);
        TokenStreamFactory factory = format == TextFormat.JSON ? JSON : YAML;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), input.text())) {
            parser.nextToken();
            DocumentNode root = node(parser, place, "");
            if (parser.nextToken() != null) {
                report(
                        parser.currentTokenLocation(),
                        place,
                        "must hold one document, but another follows",
                        "remove it");
            }
            return root;
        } catch (JacksonException e) {
            String rule = "is not " + format + ": " + firstLine(e.getOriginalMessage());
            report(e.getLocation(), place, rule, "was it cut off, or is a bracket or quote missing?");
            problems.throwIfAny();
            throw new IllegalStateException(e);
        }
    }

    private static DocumentNode node(JsonParser parser, Place place, String pointer) {
        long line = parser.currentTokenLocation().getLineNr();
        JsonToken token = parser.currentToken();
        if (parser instanceof YAMLParser yaml) {
            refuseExtras(yaml, place);
        }
        Object value = value(parser, token, place, pointer);
        return new DocumentNode(place, pointer, line, value);
    }

    private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token, Place place, String pointer) {
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> object(parser, place, pointer);
            case START_ARRAY -> list(parser, place, pointer);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static ImmutableMap<String, DocumentNode> object(JsonParser parser, Place place, String pointer) {
        Map<String, DocumentNode> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            String below = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            TokenStreamLocation location = parser.currentTokenLocation();
            parser.nextToken();
            DocumentNode node = node(parser, place, below);
            if (fields.putIfAbsent(name, node) != null) {
                report(
                        location,
                        place,
                        "the field '" + name + "' of " + (pointer.isEmpty() ? "/" : pointer) + " stands there twice",
                        "remove one");
            }
        }
        return ImmutableMap.copyOf(fields);
    }

    private static ImmutableList<DocumentNode> list(JsonParser parser, Place place, String pointer) {
        ImmutableList.Builder<DocumentNode> elements = ImmutableList.builder();
        int index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(node(parser, place, pointer + "/" + index++));
        }
        return elements.build();
    }

    private static void refuseExtras(YAMLParser parser, Place place) {
        boolean extra = parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null;
        if (extra) {
            report(
                    parser.currentTokenLocation(),
                    place,
                    "YAML anchors, aliases and tags are not read",
                    "write the value out where it is meant");
        }
    }

    private static void report(@Nullable TokenStreamLocation at, Place place, String rule, String remedy) {
        String where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
        place.problems().add(place.document(), where, rule, "", remedy);
    }

    private static String firstLine(@Nullable String message) {
        String text = String.valueOf(message);
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /**
     * Writes a document.
     *
     * @param document the tree
     * @param format how to write it
     * @return the text, ending in a line break, the lines separated by {@code \n}
     */
    static String write(JsonNode document, TextFormat format) {
        ObjectWriter writer = format == TextFormat.JSON ? JSON_WRITER : YAML_WRITER;
        String text = writer.writeValueAsString(document).replace("\r\n", "\n");
        return text.endsWith("\n") ? text : text + "\n";
    }
}
