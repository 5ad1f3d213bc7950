package io.github.statecraft.data;

import static io.github.statecraft.data.Fixtures.REF;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.github.statecraft.InvalidDataException;
import io.github.statecraft.InvalidDataException.Problem;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.score.ScaleBasis;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import io.github.statecraft.score.method.Treatment;
import io.github.statecraft.score.method.Weighting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The published schema of frameworks, by the validator of networknt: it allows what the reader reads, and refuses what the
 * reader refuses, but for the rules that a schema cannot state, which are listed here. The reader is the oracle of the schema
 * and the validator that of the reader; the two share no code.
 */
class FrameworkSchemaTest {
    private static final JsonNode SCHEMA = FrameworkSchema.tree(FrameworkFiles.schema(), TextFormat.JSON);

    /** Parts of the reader's rules that no schema can state: sums, ids, order of numbers, units, the reach of a double. */
    private static final List<String> BEYOND_A_SCHEMA = List.of(
            // sums
            "weightsSumTo must be the sum",
            "placeWeights must sum to 1",
            "half the sum of the interactions",
            // ids and numbers of other nodes
            "each node must have an id of its own",
            "must be the id of a child",
            "placeWeights must be one for each",
            "must have each of its children",
            "judgements must have a row for each",
            "judgements must have a column for each",
            "judgements must be 1 on the diagonal",
            "judgements must be reciprocal",
            "must be of two children",
            "must have each pair once",
            "must be given once",
            // order
            "must have low < high",
            "must have lowestShare < highestShare",
            "must not fall where the aggregated score rises",
            // units
            "must be a unit of",
            "unit must not stand beside numbers that follow",
            // numbers
            "expected a number that a double can hold");

    static Stream<ScoringFramework> bundled() {
        return REF.frameworks().stream();
    }

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @Test
    void isASchemaOfDraft202012WithAName() {
        assertThat(SCHEMA.get("$schema").stringValue()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(SCHEMA.get("$id").stringValue()).isEqualTo("urn:statecraft:framework:1");
        assertThat(FrameworkSchema.errorsOfSchema(SCHEMA)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void allowsWhatIsBundledAsItIsWritten(ScoringFramework framework) {
        for (TextFormat format : TextFormat.values()) {
            assertAllowed(FrameworkFiles.format(framework, format), format);
        }
    }

    @Test
    void allowsTheBundledFilesAsTheyStand() {
        for (ScoringFramework framework : REF.frameworks()) {
            assertAllowed(Fixtures.text("frameworks/" + framework.id() + ".json"), TextFormat.JSON);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"framework-1.json", "framework-1-methods.json"})
    void allowsTheFixtures(String name) {
        assertAllowed(Fixtures.text(name), TextFormat.JSON);
    }

    @Test
    void allowsTheFrameworksOfTheExamples() throws IOException {
        List<Path> files;
        try (Stream<Path> frameworks = Files.list(Path.of("../examples/frameworks"));
                Stream<Path> indices = Files.list(Path.of("../examples/indices"))) {
            files = Stream.concat(
                            frameworks,
                            indices.map(index -> index.resolve("framework.yaml"))
                                    .filter(Files::exists))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(7);
        for (Path file : files) {
            assertAllowed(Files.readString(file), TextFormat.of(file));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void allowsRandomFrameworks(long seed) {
        assertAllowed(FrameworkFiles.format(RandomFramework.of(seed), TextFormat.JSON), TextFormat.JSON);
    }

    private static void assertAllowed(String text, TextFormat format) {
        assertThat(FrameworkSchema.errors(FrameworkSchema.tree(text, format))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"framework-1.json, 500", "framework-1-methods.json, 3500"})
    void agreesWithTheReaderOnEverySmallChangeOfAFixture(String name, int atLeast) {
        List<JsonMutations.Mutation> mutations =
                JsonMutations.of(FrameworkSchema.tree(Fixtures.text(name), TextFormat.JSON));
        assertThat(mutations.size()).isGreaterThan(atLeast);
        int refused = 0;
        for (JsonMutations.Mutation mutation : mutations) {
            refused += isRefusedByBoth(mutation) ? 1 : 0;
        }
        assertThat(refused).as("of %s", mutations.size()).isGreaterThan(mutations.size() * 6 / 10);
    }

    /** 40 changes each of 60 frameworks; the seeds are fixed. */
    @Test
    void agreesWithTheReaderOnSmallChangesOfRandomFrameworks() {
        Random random = new Random(20263);
        for (long seed = 1_000; seed < 1_060; seed++) {
            String text = FrameworkFiles.format(RandomFramework.of(seed), TextFormat.JSON);
            List<JsonMutations.Mutation> mutations =
                    new ArrayList<>(JsonMutations.of(FrameworkSchema.tree(text, TextFormat.JSON)));
            Collections.shuffle(mutations, random);
            mutations.stream().limit(40).forEach(FrameworkSchemaTest::isRefusedByBoth);
        }
    }

    /** Asserts that schema and reader agree as far as a schema can. */
    private static boolean isRefusedByBoth(JsonMutations.Mutation mutation) {
        JsonNode document = mutation.document().get();
        List<String> errors = FrameworkSchema.errors(document);
        List<Problem> problems = problems(document);
        if (!errors.isEmpty()) {
            assertThat(problems)
                    .as("what the reader has against %s, of which the schema says %s", mutation.what(), errors)
                    .isNotEmpty();
            return true;
        }
        assertThat(problems)
                .as("what the reader has against %s, where the schema has nothing", mutation.what())
                .allMatch(problem -> BEYOND_A_SCHEMA.stream().anyMatch(problem.rule()::contains));
        return false;
    }

    private static List<Problem> problems(JsonNode document) {
        try {
            assertThat(FrameworkFiles.parse(document.toString(), TextFormat.JSON))
                    .isNotNull();
            return List.of();
        } catch (InvalidDataException e) {
            return e.problems();
        }
    }

    // change of the fixture with every method (first occurrence; ` stands for a double quote); where; what is said
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "`type`: `piecewise-linear`;`type`: `piecewise`;/index/children/0/children/0/normalisation/type;does not have a value in the enumeration",
                "`maximumAge`: 3;`maximumAge`: 0;/index/children/0/children/1/imputation/maximumAge;must have a minimum value of 1",
                "`maximumAge`: 3;`maximumage`: 3;/index/children/0/children/1/imputation;required property 'maximumAge' not found",
                "`weight`: -0.5;`weight`: `-0.5`;/index/children/2/children/1/children/1/weight;string found, number expected",
                "`proportional`;`strict`;/missing;property 'minimumShare' is not defined in the schema",
                "{ `type`: `stated` };{ `type`: `equal` };/index/children/2/children/1/weighting/type;must be the constant value 'stated'",
            })
    void saysWhereAndWhatIsWrong(String from, String to, String where, String what) {
        String old = from.replace('`', '"');
        String text = Fixtures.text("framework-1-methods.json");
        assertThat(text).contains(old);
        int at = text.indexOf(old);
        String changed = text.substring(0, at) + to.replace('`', '"') + text.substring(at + old.length());
        assertThat(FrameworkSchema.errors(FrameworkSchema.tree(changed, TextFormat.JSON)))
                .hasSizeLessThanOrEqualTo(2)
                .anyMatch(error -> error.startsWith(where + ": ") && error.contains(what));
    }

    /** What editors show: a title and a meaning beside every field, its own or of what it refers to. */
    @Test
    void everyFieldHasATitleAndAMeaning() {
        List<String> bare = new ArrayList<>();
        collectBare("", SCHEMA, bare);
        assertThat(bare).isEmpty();
    }

    private static void collectBare(String path, JsonNode node, List<String> bare) {
        boolean isRule = path.matches(".*/(if|then|else|contains|not|dependentSchemas|allOf)(/.*)?");
        if (node.isObject() && !isRule) {
            for (String name : node.propertyNames()) {
                if (name.equals("properties")) {
                    node.get(name).properties().forEach(field -> {
                        boolean isName = field.getKey().equals("type")
                                || field.getValue().isBoolean();
                        if (!isName && !(has(field.getValue(), "title") && has(field.getValue(), "description"))) {
                            boolean isPlain = has(field.getValue(), "title")
                                    && ImmutableSet.of("value", "score").contains(field.getKey());
                            if (!isPlain) {
                                bare.add(path + "/" + field.getKey());
                            }
                        }
                    });
                }
                collectBare(path + "/" + name, node.get(name), bare);
            }
        }
    }

    private static boolean has(JsonNode field, String annotation) {
        if (field.has(annotation) || !field.has("$ref")) {
            return field.has(annotation);
        }
        String name = field.get("$ref").stringValue().substring("#/$defs/".length());
        return SCHEMA.get("$defs").get(name).has(annotation);
    }

    /** No constant is missing in the schema, and none is too many. */
    @Test
    void constantsAreThoseOfTheTypes() {
        Set<Set<String>> known = new LinkedHashSet<>();
        for (Class<?> type : List.of(
                ScaleBasis.class,
                Direction.class,
                OutOfRange.class,
                Imputation.Donors.class,
                Treatment.LogForm.class,
                Normalisation.Divisor.class,
                Normalisation.DistanceForm.class,
                Normalisation.PercentileForm.class,
                Normalisation.EqualValues.class,
                Normalisation.BoundsOf.class,
                Weighting.Components.class,
                Weighting.Priorities.class,
                Aggregation.OnZero.class,
                MissingDataPolicy.Scope.class)) {
            known.add(Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(ImmutableSet.toImmutableSet()));
        }
        Set<Set<String>> stated = new LinkedHashSet<>();
        for (JsonNode list : SCHEMA.findValues("enum")) {
            Set<String> constants =
                    list.valueStream().map(JsonNode::stringValue).collect(ImmutableSet.toImmutableSet());
            if (constants.stream().allMatch(constant -> constant.matches("[A-Z_]+"))) {
                stated.add(constants);
            }
        }
        assertThat(Sets.symmetricDifference(stated, known)).isEmpty();
        assertThat(SCHEMA.at("/$defs/indicator/properties/unit/enum")
                        .valueStream()
                        .map(JsonNode::stringValue))
                .containsExactlyInAnyOrderElementsOf(Unit.labels().keySet());
    }
}
