package io.github.statecraft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.statecraft.estimate.EstimateExamples;
import io.github.statecraft.model.ModelExamples;
import io.github.statecraft.robustness.RobustnessExamples;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public value type survives Java serialisation. Oracle: equality. */
class SerialisationTest {
    /** One line a package; {@link Serialisation.Examples} says what a package has to provide. */
    static Stream<Serialisation.Examples> registry() {
        return Stream.of(
                EstimateExamples.all(),
                ModelExamples.all(),
                ResultExamples.score(),
                MethodExamples.all(),
                ResultExamples.compare(),
                ResultExamples.audit(),
                RobustnessExamples.all(),
                ResultExamples.data());
    }

    static Stream<? extends Serializable> values() {
        return registry().flatMap(examples -> examples.values().stream());
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyValueIsEqualAfterwards(Serializable value) {
        Serialisation.assertSurvives(value);
    }

    @ParameterizedTest
    @MethodSource("registry")
    void everyPublicTypeHasAnExample(Serialisation.Examples examples) {
        assertThat(Serialisation.publicTypes(examples.packageName())).hasSizeGreaterThan(4);
        assertThat(examples.uncovered()).isEmpty();
        assertThat(Serialisation.publicTypes(examples.packageName()))
                .containsAll(examples.skipped().keySet());
    }

    @Test
    void noticesATypeWithoutAnExample() {
        assertThat(new Serialisation.Examples("io.github.statecraft.estimate", List.of(), Map.of()).uncovered())
                .extracting(Class::getSimpleName)
                .contains("Estimate", "Observation", "Label", "Latest")
                .doesNotContain("Builder", "Unit", "Spread", "ImmutableObservation", "UnitTable");
    }

    @Test
    void noticesAValueThatDoesNotComeBack() {
        assertThatThrownBy(() -> Serialisation.assertSurvives(new Forgetful(7))).isInstanceOf(AssertionError.class);
    }

    private static final class Forgetful implements Serializable {
        private static final long serialVersionUID = 1L;
        private final transient int value;

        private Forgetful(int value) {
            this.value = value;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Forgetful that && value == that.value;
        }

        @Override
        public int hashCode() {
            return value;
        }
    }
}
