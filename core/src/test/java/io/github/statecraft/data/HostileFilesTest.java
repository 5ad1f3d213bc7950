package io.github.statecraft.data;

import static io.github.statecraft.data.Fixtures.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.InvalidDataException;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.Dossier;
import io.github.statecraft.model.Jurisdiction;
import io.github.statecraft.score.ScoringFramework;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that mean harm are refused by one clear error: what was found, where, the rule and what to do. The expected fragments
 * are written by hand. Larger ones are read by {@link HostileMemoryTest}. Timeouts only keep a hanging reader from hanging the
 * build.
 */
@Timeout(60)
class HostileFilesTest {
    @TempDir
    Path directory;

    static List<HostileCase> small() {
        return HostileCases.small();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("small")
    void refuses(HostileCase file) {
        InvalidDataException refusal = file.refusal(directory);
        assertThat(file.faults(refusal)).as(refusal.getMessage()).isEmpty();
        assertThat(Trap.Sprung.COUNT)
                .as("classes that a file named and that were loaded")
                .hasValue(0);
    }

    @Test
    void theTrapWouldSpring() throws ReflectiveOperationException {
        // in a class loader of its own, so that the counter of the other tests stays at zero
        try (var loader = new FreshLoader()) {
            Class<?> sprung = loader.loadClass(Trap.Sprung.class.getName());
            var count = sprung.getDeclaredField("COUNT");
            count.setAccessible(true);
            assertThat(count.get(null)).hasToString("0");
            Class.forName(Trap.class.getName(), true, loader);
            assertThat(count.get(null)).hasToString("1");
        }
    }

    /** As many levels as are allowed: a pillar takes two, its object and its list. */
    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void readsAFrameworkOfThirtyLevels(TextFormat format) {
        String sound = Fixtures.text("framework-1.json");
        int from = sound.indexOf("{ \"indicator\"");
        int to = sound.indexOf("{ \"indicator\"", from + 1);
        String leaf = sound.substring(from, sound.lastIndexOf(',', to));
        StringBuilder open = new StringBuilder();
        for (int i = 0; i < 28; i++) {
            open.append("{\"id\": \"p").append(i);
            open.append("\", \"weight\": 1, \"aggregation\": {\"type\": \"arithmetic\"}, \"children\": [");
        }
        String deep = sound.substring(0, from) + open + leaf + "]}".repeat(28) + sound.substring(to - 1);
        int comma = from + open.length() + leaf.length() + 56;
        String text = deep.substring(0, comma) + "," + deep.substring(comma);
        ScoringFramework read = FrameworkFiles.parse(text, format);
        assertThat(FrameworkFiles.parse(FrameworkFiles.format(read, format), format))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=HYPERLINK(\"http://127.0.0.1:1/\")", "+1+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "''"})
    void aFormulaInACellIsText(String formula) {
        String cell = '"' + formula.replace("\"", "\"\"") + '"';
        Dossier dossier = DossierFiles.parse(
                DossierFiles.OBSERVATION_COLUMNS + "\nNOR,population,2024,5,,,,persons,S1,high,MEASURED,," + cell
                        + "\n",
                DossierFiles.SOURCE_COLUMNS + "\nS1,Title,Office,,,,,\n");
        assertThat(dossier.observations(Jurisdiction.of("NOR"), Attribute.of("population")))
                .singleElement()
                .satisfies(o -> assertThat(o.evidence().note()).contains(formula));
    }

    /** The YAML parser takes its text in pieces of 1,025; a character of two halves may stand astride any two of them. */
    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xx"})
    void readsYamlWithCharactersOfTwoHalvesWhereverTheyStand(String before) {
        String json = Fixtures.text("framework-1.json")
                .replace("\"question\": \"", "\"question\": \"" + before + "\ud83c\udf0d".repeat(5_000));
        assertThat(FrameworkFiles.parse(json, TextFormat.YAML)).isEqualTo(FrameworkFiles.parse(json, TextFormat.JSON));
    }

    /** Each of 999 unknown ids is compared with known ones; if it were with all, that would be a hundred million times. */
    @Test
    void looksForTheNearestOfManySourcesInTime() {
        String long59 = "s".repeat(59);
        StringBuilder sources = new StringBuilder(DossierFiles.SOURCE_COLUMNS + "\n");
        for (int i = 0; i < 100_000; i++) {
            sources.append(long59).append(i).append(",Title,Office,,,,,\n");
        }
        StringBuilder observations = new StringBuilder(DossierFiles.OBSERVATION_COLUMNS + "\n");
        for (int i = 0; i < 999; i++) {
            observations.append("NOR,population,2024,").append(i).append(",,,,persons,");
            observations.append(long59).append("x,high,MEASURED,,\n");
        }
        InvalidDataException refusal = refusal(() -> DossierFiles.parse(observations.toString(), sources.toString()));
        assertThat(refusal.problems()).hasSize(999).allSatisfy(p -> assertThat(p.remedy())
                .startsWith("nearest: " + long59));
    }

    @Test
    void refusesHalfACharacterAndNulInTextsAtHand() {
        String sources = DossierFiles.SOURCE_COLUMNS + "\nS1,Title,Office,,,,,\n";
        assertThat(refusal(() -> DossierFiles.parse("a\n\ud800", sources)))
                .hasMessage("observations line 2: must hold neither U+0000 nor half a character but was U+D800 at "
                        + "character 3; remove it");
        assertThat(refusal(() -> DossierFiles.parse(sources, "a\0\udc00")))
                .hasMessageContaining("sources line 1: must hold neither U+0000 nor half a character but was U+0000");
        assertThat(refusal(() -> StrategyFiles.parse("{\"a\": \"\udc00\"}", TextFormat.JSON)))
                .hasMessageContaining("strategy line 1: ")
                .hasMessageContaining("U+DC00 at character 8; remove it");
    }

    /** Loads the classes of this package anew. */
    private static final class FreshLoader extends ClassLoader implements AutoCloseable {
        FreshLoader() {
            super(HostileFilesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(Trap.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
            try (var stream = Trap.Sprung.class.getResourceAsStream(file)) {
                byte[] bytes = stream.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (java.io.IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        @Override
        public void close() {}
    }
}
