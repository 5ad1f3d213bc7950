package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.data.DocumentNode.Place;
import io.github.statecraft.data.DocumentNode.Step;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.input.SyntaxErrors;
import io.github.statecraft.internal.input.TextInput;
import io.github.statecraft.internal.text.Numbers;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/**
 * JSON and YAML as trees: read with every node's place, written the same on every Java runtime. Size, depth and lengths are
 * bounded before anything is built. Jackson's mappers are not used: they need newer annotations than a Jackson 2 beside this
 * library may bring.
 */
final class Documents {
    /** A document nested deeper is refused. */
    static final int MAX_DEPTH = 64;
    /** A text longer than this is refused. */
    static final int MAX_TEXT = 1_000_000;
    /** A number with more characters is refused; 17 digits tell any two doubles apart. */
    static final int MAX_NUMBER = 100;

    /** A field's name longer than this is refused. */
    static final int MAX_NAME = 200;

    /** Texts and numbers are measured here, where their place is known; a text is in memory before it is parsed. */
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxStringLength(Integer.MAX_VALUE)
            .maxNumberLength(Integer.MAX_VALUE)
            .build();

    /** Numbers that are not finite are let through to be reported with their place. */
    private static final TokenStreamFactory JSON = JsonFactory.builder()
            .streamReadConstraints(BOUNDS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final TokenStreamFactory YAML =
            YAMLFactory.builder().streamReadConstraints(BOUNDS).build();

    private static final TokenStreamFactory YAML_OUT = YAMLFactory.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .stringQuotingChecker(new Quoting())
            .build();

    /** A document is written on indented lines. */
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    /** Quotes characters that YAML takes for line breaks or leaves out, and where they are escaped keeps them. */
    private static final class Quoting extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || value.chars().anyMatch(Quoting::isSpecial);
        }

        private static boolean isSpecial(int c) {
            return c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xFEFF || (c != '\n' && Character.isISOControl(c));
        }
    }

    private static final String NO_EXTRAS = "YAML anchors, aliases and tags are not read";
    private static final String WRITE_OUT = "write the value out where it is meant";

    private final Place place;
    private final TextFormat format;
    private final Set<String> anchors = new LinkedHashSet<>();

    private Documents(Place place, TextFormat format) {
        this.place = place;
        this.format = format;
    }

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
        return new Documents(new Place(input.name(), problems), format).parse(input.text());
    }

    private DocumentNode parse(String text) {
        TokenStreamFactory factory = format == TextFormat.JSON ? JSON : YAML;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            try {
                parser.nextToken();
                DocumentNode root = node(parser, Step.ROOT);
                if (parser.nextToken() != null) {
                    report(
                            parser.currentTokenLocation(),
                            "must hold one document, but another follows",
                            "",
                            "remove it, or put it into a file of its own");
                }
                return root;
            } catch (JacksonException e) {
                reportSyntax(e, parser.currentLocation());
                place.problems().throwIfAny();
                throw new IllegalStateException(e);
            }
        }
    }

    private DocumentNode node(JsonParser parser, Step step) {
        TokenStreamLocation at = parser.currentTokenLocation();
        JsonToken token = parser.currentToken();
        boolean isAlias = parser instanceof YAMLParser yaml && refuseExtras(yaml);
        String written = token != null && token.isNumeric() ? parser.getString() : "";
        Object value = isAlias ? DocumentNode.BROKEN : value(parser, token, step);
        return new DocumentNode(place, step, at.getLineNr(), at.getColumnNr(), value, written);
    }

    private @Nullable Object value(JsonParser parser, @Nullable JsonToken token, Step step) {
        if (token == null) {
            return null;
        }
        return switch (token) {
            case START_OBJECT -> object(parser, step);
            case START_ARRAY -> list(parser, step);
            case VALUE_STRING -> text(parser, step);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, step);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private Object text(JsonParser parser, Step step) {
        String text = parser.getString();
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        return broken(parser, step, "a text must have at most " + Numbers.grouped(MAX_TEXT) + " characters", text);
    }

    /** A decimal number; a Double if it is not finite. */
    private Object number(JsonParser parser, Step step) {
        String text = parser.getString();
        if (text.length() > MAX_NUMBER) {
            return broken(parser, step, "a number must have at most " + MAX_NUMBER + " characters", text);
        }
        try {
            return parser.getDecimalValue();
        } catch (JacksonException | NumberFormatException e) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "nan", ".nan" -> Double.NaN;
                case "infinity", "+infinity", "inf", "+inf", ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
                case "-infinity", "-inf", "-.inf" -> Double.NEGATIVE_INFINITY;
                default -> broken(parser, step, DocumentNode.DOUBLE_CAN_HOLD, text);
            };
        }
    }

    private Object broken(JsonParser parser, Step step, String rule, String found) {
        TokenStreamLocation at = parser.currentTokenLocation();
        place.problems()
                .add(
                        DocumentNode.at(place, step, at.getLineNr(), at.getColumnNr()),
                        rule,
                        Problems.quote(found),
                        DocumentNode.CORRECT);
        return DocumentNode.BROKEN;
    }

    private ImmutableMap<String, DocumentNode> object(JsonParser parser, Step step) {
        Map<String, DocumentNode> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            TokenStreamLocation at = parser.currentTokenLocation();
            if (parser instanceof YAMLParser yaml) {
                refuseExtras(yaml);
            }
            if (name.length() > MAX_NAME) {
                String rule = "the name of a field must have at most " + MAX_NAME + " characters";
                report(at, rule, Problems.quote(name), "shorten it");
                parser.nextToken();
                parser.skipChildren();
                continue;
            }
            parser.nextToken();
            DocumentNode node = node(parser, step.down(name));
            if (fields.putIfAbsent(name, node) != null) {
                place.problems()
                        .add(
                                DocumentNode.at(place, step.down(name), at.getLineNr(), at.getColumnNr()),
                                "the field " + Problems.quote(name) + " stands there twice",
                                "",
                                "remove one");
            }
        }
        return ImmutableMap.copyOf(fields);
    }

    private ImmutableList<DocumentNode> list(JsonParser parser, Step step) {
        ImmutableList.Builder<DocumentNode> elements = ImmutableList.builder();
        int index = 0;
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            elements.add(node(parser, step.down(Integer.toString(index++))));
        }
        return elements.build();
    }

    /** Reports what JSON cannot say. An alias of an anchor that was reported is part of the same problem. */
    private boolean refuseExtras(YAMLParser parser) {
        TokenStreamLocation at = parser.currentTokenLocation();
        Object anchor = parser.getObjectId();
        if (parser.isCurrentAlias()) {
            if (!anchors.contains(parser.getString())) {
                report(at, NO_EXTRAS, "*" + parser.getString(), WRITE_OUT);
            }
            return true;
        }
        if (anchor != null) {
            // the parser shows the anchor of an object again at its first field
            if (anchors.add(anchor.toString())) {
                report(at, NO_EXTRAS, "&" + anchor, WRITE_OUT);
            }
        } else if (parser.getTypeId() != null) {
            report(at, NO_EXTRAS, "a tag", WRITE_OUT);
        }
        return false;
    }

    private void reportSyntax(JacksonException e, TokenStreamLocation reached) {
        TokenStreamLocation at = e.getLocation() == null ? reached : e.getLocation();
        String message = SyntaxErrors.words(e);
        if (message.startsWith("Document nesting depth")) {
            report(at, "must be nested at most " + MAX_DEPTH + " deep", "deeper", "is a bracket missing?");
        } else if (message.startsWith("Name length")) {
            report(at, "the name of a field must have at most " + MAX_NAME + " characters", "longer", "shorten it");
        } else if (message.contains("exceeds the limit")) {
            report(at, "must have at most 3 MB as YAML", "more", "write it as JSON");
        } else if (message.contains("comment")) {
            report(at, "is not " + format + ", which has no comments", "", "remove the comment");
        } else {
            report(
                    at,
                    "is not " + format + ": " + message,
                    "",
                    SyntaxErrors.isCutOff(e)
                            ? "was it cut off, or is a bracket or quote missing?"
                            : "is a bracket, comma, colon or quote missing or too many?");
        }
    }

    private void report(TokenStreamLocation at, String rule, String found, String remedy) {
        String words = "line " + at.getLineNr() + ", column " + at.getColumnNr();
        Problems.Position position = new Problems.Position(place.document(), at.getLineNr(), at.getColumnNr(), words);
        place.problems().add(position, rule, found, remedy);
    }

    /**
     * Writes a document.
     *
     * @param document the tree
     * @param format how to write it
     * @return the text, ending in a line break, the lines separated by {@code \n}
     */
    static String write(JsonNode document, TextFormat format) {
        TokenStreamFactory factory = format == TextFormat.JSON ? JSON : YAML_OUT;
        StringWriter written = new StringWriter();
        try (JsonParser tree = document.traverse(ObjectReadContext.empty());
                JsonGenerator generator = factory.createGenerator(new Indented(), written)) {
            tree.nextToken();
            generator.copyCurrentStructure(tree);
        }
        String text = written.toString().replace("\r\n", "\n");
        return text.endsWith("\n") ? text : text + "\n";
    }
}
