package io.github.statecraft;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Treatment;
import io.github.statecraft.score.method.Weighting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples that other tests run through are complete: by the permitted types of each step. */
class MethodExamplesTest {
    @Test
    void holdEveryMethodOfEveryStep() {
        assertThat(MethodExamples.absent(Imputation.class, MethodExamples.imputations()))
                .isEmpty();
        assertThat(MethodExamples.absent(Treatment.class, MethodExamples.treatments()))
                .isEmpty();
        assertThat(MethodExamples.absent(Normalisation.class, MethodExamples.normalisations()))
                .isEmpty();
        assertThat(MethodExamples.absent(MissingDataPolicy.class, MethodExamples.policies()))
                .isEmpty();
        assertThat(MethodExamples.absent(Weighting.class, MethodExamples.weightings(ImmutableList.of("a", "b"))))
                .isEmpty();
        assertThat(MethodExamples.absent(Aggregation.class, MethodExamples.aggregations("a", "b")))
                .isEmpty();
    }

    @Test
    void noticeOneThatIsAbsent() {
        assertThat(MethodExamples.absent(MissingDataPolicy.class, List.of(MissingDataPolicy.strict())))
                .containsExactlyInAnyOrder("Reweight", "MinimumCount", "Proportional", "StatedScore");
    }
}
