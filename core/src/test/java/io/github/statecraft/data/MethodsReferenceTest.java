package io.github.statecraft.data;

import static io.github.statecraft.data.Fixtures.REF;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Benchmark;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Treatment;
import io.github.statecraft.score.method.Weighting;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The reference of the methods names every method by its name in files and in Java, and its files are read and scored. */
class MethodsReferenceTest {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static String text() throws IOException {
        return Files.readString(Path.of("docs", "methods.md"));
    }

    @Test
    void itsFilesAreReadAndScored() throws IOException {
        List<ScoringFramework> frameworks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text());
        while (matcher.find()) {
            TextFormat format = matcher.group(1).equals("json") ? TextFormat.JSON : TextFormat.YAML;
            assertThat(FrameworkSchema.errors(FrameworkSchema.tree(matcher.group(2), format)))
                    .isEmpty();
            frameworks.add(FrameworkFiles.parse(matcher.group(2), format));
        }
        assertThat(frameworks).isNotEmpty().allSatisfy(framework -> {
            ScoreTable table = framework.scoreAll(REF.strategies());
            assertThat(table.score("CHN", framework.index().id())).isPresent();
        });
    }

    /** The names of methods are those of the schema. */
    @Test
    void namesEveryMethodAndConstantOfTheSchema() throws IOException {
        String text = text();
        JsonNode schema = FrameworkSchema.tree(FrameworkFiles.schema(), TextFormat.JSON);
        Set<String> names = new TreeSet<>();
        for (JsonNode type : schema.get("$defs").findValues("type")) {
            type.path("enum").valueStream().map(JsonNode::stringValue).forEach(names::add);
        }
        assertThat(names).hasSizeGreaterThan(45).contains("piecewise-linear", "target", "per");
        assertThat(names).allSatisfy(name -> assertThat(text).contains("**" + name + "**"));
        for (JsonNode list : schema.get("$defs").findValues("enum")) {
            list.valueStream()
                    .map(JsonNode::stringValue)
                    .filter(constant -> constant.matches("[A-Z_]{3,}"))
                    .filter(constant -> !constant.equals("LOWER_IS_BETTER"))
                    .forEach(constant -> assertThat(text).contains(constant));
        }
    }

    @Test
    void namesEveryFactory() throws IOException {
        String text = text();
        for (Class<?> step : List.of(
                Denomination.class,
                Imputation.class,
                Treatment.class,
                Normalisation.class,
                Weighting.class,
                Aggregation.class,
                MissingDataPolicy.class)) {
            Set<String> factories = new TreeSet<>();
            for (Method method : step.getDeclaredMethods()) {
                if (Modifier.isStatic(method.getModifiers())
                        && Modifier.isPublic(method.getModifiers())
                        && method.getReturnType() == step) {
                    factories.add(step.getSimpleName() + "." + method.getName());
                }
            }
            assertThat(factories).isNotEmpty().allSatisfy(name -> assertThat(text)
                    .contains("`" + name + "`"));
        }
        assertThat(ImmutableSet.copyOf(Benchmark.class.getPermittedSubclasses()))
                .allSatisfy(type -> assertThat(text).contains("`Benchmark." + type.getSimpleName() + "`"));
    }
}
