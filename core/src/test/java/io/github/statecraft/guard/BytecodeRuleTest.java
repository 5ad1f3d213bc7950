package io.github.statecraft.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.guard.BytecodeScanner.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiled code of the library calls nothing whose result differs between machines, languages, releases or runs. */
class BytecodeRuleTest {
    private static List<Reference> library = List.of();
    private static List<Reference> fixture = List.of();

    @BeforeAll
    static void scan() {
        library = BytecodeScanner.scan(CoreTree.files(CoreTree.classes(), ".class"));
        fixture = BytecodeScanner.scan(fixtureClasses());
    }

    @ParameterizedTest
    @EnumSource
    void holdsInTheLibrary(BytecodeRule rule) {
        assertThat(library).isNotEmpty();
        assertThat(rule.violations(library)).as(rule.name()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void eachPatternIsCaughtInTheFixture(BytecodeRule rule) {
        for (Pattern pattern : rule.forbidden()) {
            assertThat(rule.violations(fixture))
                    .anyMatch(line -> pattern.matcher(line.substring(line.indexOf(" uses ") + 6))
                            .matches());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forbidden uses java/lang/Math.exp:(D)D",
                "Forbidden uses java/lang/Math.log:(D)D",
                "Forbidden uses java/lang/Math.round:(D)J",
                "Forbidden$Pair uses record-toString:(Ljava/lang/String;,D)",
                "Forbidden$Maybe uses record-toString:(Ljava/util/Optional<Ljava/lang/Double;>;)",
                "Forbidden uses invokedynamic.makeConcatWithConstants:(Ljava/lang/String;D)Ljava/lang/String;",
            })
    void namesTheClassAndTheMember(String line) {
        assertThat(List.of(BytecodeRule.values()))
                .flatMap(rule -> rule.violations(fixture))
                .contains("io.github.statecraft.guard." + line);
    }

    @Test
    void harmlessNeighboursPass() {
        List<Reference> harmless = fixture.stream()
                .filter(reference -> reference.user().endsWith("Forbidden$Harmless"))
                .toList();
        assertThat(harmless).hasSizeGreaterThan(10);
        assertThat(List.of(BytecodeRule.values()))
                .flatMap(rule -> rule.violations(harmless))
                .isEmpty();
    }

    @Test
    void everyExceptionGivesAReason() {
        assertThat(BytecodeRule.ALLOWED)
                .allSatisfy(allowed -> assertThat(allowed.because()).isNotBlank());
    }

    private static List<Path> fixtureClasses() {
        return CoreTree.files(CoreTree.testClasses(), ".class").stream()
                .filter(file -> file.getFileName().toString().startsWith("Forbidden"))
                .toList();
    }
}
