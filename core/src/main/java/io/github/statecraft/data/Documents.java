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
    /** A document with more objects, lists, texts, numbers and other values is refused; one takes up to half a kilobyte. */
    static final int MAX_VALUES = 200_000;

    /** A longer YAML document is refused; its parser makes much of every character. */
    static final int MAX_YAML = 3 << 20;

    /** Numbers and names are measured here, where their place is known, and no longer ones than texts are built. */
    private static final StreamReadConstraints BOUNDS = StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxStringLength(MAX_TEXT)
            .maxNumberLength(MAX_TEXT)
            .maxNameLength(MAX_TEXT)
            .build();

    /** Numbers that are not finite are let through to be reported with their place. Names need no table of hash codes. */
    private static final TokenStreamFactory JSON = JsonFactory.builder()
            .streamReadConstraints(BOUNDS)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
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

    private static final String TEXT_RULE = "a text must have at most " + Numbers.grouped(MAX_TEXT) + " characters";
    private static final String NUMBER_RULE = "a number must have at most " + MAX_NUMBER + " characters";
    private static final String WHOLE = "a text must hold whole characters, not half of one";
    private static final String NAME_RULE = "the name of a field must have at most " + MAX_NAME + " characters";
    private static final String SHORTEN = "shorten it";

    private static final String NO_EXTRAS = "YAML anchors, aliases and tags are not read";
    private static final String WRITE_OUT = "write the value out where it is meant";

    private final Place place;
    private final TextFormat format;
    private final Set<String> anchors = new LinkedHashSet<>();
    private int values;

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
        return new Documents(new Place(input.name(), problems), format).parse(input);
    }

    private DocumentNode parse(TextInput input) {
        if (format == TextFormat.YAML && input.isLongerThan(MAX_YAML)) {
            String rule = "must have at most " + Numbers.grouped(MAX_YAML) + " characters as YAML";
            place.problems().add(Problems.Position.whole(input.name()), rule, "more", "split it, or write it as JSON");
            place.problems().throwIfAny();
        }
        TokenStreamFactory factory = format == TextFormat.JSON ? JSON : YAML;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), input.reader())) {
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
                reportSyntax(e, parser);
                place.problems().throwIfAny();
                throw new IllegalStateException(e);
            }
        }
    }

    private DocumentNode node(JsonParser parser, Step step) {
        TokenStreamLocation at = parser.currentTokenLocation();
        JsonToken token = parser.currentToken();
        values++;
        if (values > MAX_VALUES) {
            report(at, "must have at most " + Numbers.grouped(MAX_VALUES) + " values", "more by here", "split it");
            place.problems().throwIfAny();
        }
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
        if (text.length() > MAX_TEXT) {
            return broken(parser, step, TEXT_RULE, Problems.quote(text), SHORTEN);
        }
        int half = TextInput.indexOfHalf(text);
        return half < 0 ? text : broken(parser, step, WHOLE, TextInput.describe(text, half), "remove it");
    }

    /** A decimal number; a Double if it is not finite. */
    private Object number(JsonParser parser, Step step) {
        String text = parser.getString();
        if (text.length() > MAX_NUMBER) {
            return broken(parser, step, NUMBER_RULE, Problems.quote(text), DocumentNode.CORRECT);
        }
        try {
            return parser.getDecimalValue();
        } catch (JacksonException | NumberFormatException e) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "nan", ".nan" -> Double.NaN;
                case "infinity", "+infinity", "inf", "+inf", ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
                case "-infinity", "-inf", "-.inf" -> Double.NEGATIVE_INFINITY;
                default ->
                    broken(parser, step, DocumentNode.DOUBLE_CAN_HOLD, Problems.quote(text), DocumentNode.CORRECT);
            };
        }
    }

    private Object broken(JsonParser parser, Step step, String rule, String found, String remedy) {
        report(step, parser.currentTokenLocation(), rule, found, remedy);
        return DocumentNode.BROKEN;
    }

    private void report(Step step, TokenStreamLocation at, String rule, String found, String remedy) {
        place.problems().add(DocumentNode.at(place, step, at.getLineNr(), at.getColumnNr()), rule, found, remedy);
    }

    private ImmutableMap<String, DocumentNode> object(JsonParser parser, Step step) {
        Map<String, DocumentNode> fields = new LinkedHashMap<>();
        Set<String> repeated = new LinkedHashSet<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            TokenStreamLocation at = parser.currentTokenLocation();
            if (parser instanceof YAMLParser yaml) {
                refuseExtras(yaml);
            }
            if (name.length() > MAX_NAME) {
                report(at, NAME_RULE, Problems.quote(name), SHORTEN);
                parser.nextToken();
                parser.skipChildren();
                continue;
            }
            Step below = step.down(name);
            parser.nextToken();
            DocumentNode node = node(parser, below);
            if (fields.putIfAbsent(name, node) != null && repeated.add(name)) {
                report(below, at, "the field " + Problems.quote(name) + " stands there twice", "", "remove one");
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
                report(at, NO_EXTRAS, "*" + Problems.cut(parser.getString()), WRITE_OUT);
            }
            return true;
        }
        if (anchor != null) {
            // the parser shows the anchor of an object again at its first field
            if (anchors.add(anchor.toString())) {
                report(at, NO_EXTRAS, "&" + Problems.cut(anchor.toString()), WRITE_OUT);
            }
        } else if (parser.getTypeId() != null) {
            report(at, NO_EXTRAS, "a tag", WRITE_OUT);
        }
        return false;
    }

    private void reportSyntax(JacksonException e, JsonParser parser) {
        TokenStreamLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        String message = SyntaxErrors.words(e);
        if (message.startsWith("Document nesting depth")) {
            report(at, "must be nested at most " + MAX_DEPTH + " deep", "deeper", "is a bracket missing?");
        } else if (message.startsWith("Name length")) {
            report(at, NAME_RULE, "longer", SHORTEN);
        } else if (message.startsWith("Number value length") || message.startsWith("String value length")) {
            String pointer = parser.streamReadContext().pathAsPointer().toString();
            place.problems()
                    .add(
                            DocumentNode.at(place, pointer, at.getLineNr(), at.getColumnNr()),
                            TEXT_RULE + ", and a number at most " + MAX_NUMBER,
                            "more",
                            "shorten it; or is a quote missing?");
        } else if (message.startsWith("Version{")) {
            report(at, "must be YAML 1.2 without directives", message, "remove the line that begins with %YAML");
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
