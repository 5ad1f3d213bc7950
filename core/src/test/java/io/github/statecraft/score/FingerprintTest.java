package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.leaf;
import static io.github.statecraft.score.ScoreFixtures.pillar;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final Indicator A = Indicator.builder()
            .indicator("a")
            .weight(2)
            .normalisation(Normalisation.goalposts(0, 10))
            .build();
    private static final Indicator B = Indicator.builder()
            .id("b")
            .indicator("column_b")
            .direction(Direction.LOWER_IS_BETTER)
            .normalisation(new Normalisation.LogGoalposts(1, 100, OutOfRange.CAP, ""))
            .denomination(Denomination.per("people", 1e6, "things per million"))
            .build();
    private static final Indicator C = Indicator.of("c", Normalisation.ordinalMap(Map.of(0.0, 0.0, 1.0, 100.0)));
    private static final ScoringFramework FRAMEWORK = framework(
                    pillar("index", A, pillar("p", B, C, Indicator.of("d", Normalisation.minMax())))
                            .withAggregation(Aggregation.geometric(50)))
            .withId("golden")
            .withMissing(MissingDataPolicy.reweight(0.5, MissingDataPolicy.Scope.OVERALL));

    /**
     * SHA-256 by hashlib of Python 3.11 over the walk: format, id, version, scale basis, missing data, then node by node;
     * texts as length and UTF-8, whole numbers and doubles little-endian.
     */
    @Test
    void isTheHashOfTheCanonicalWalk() {
        assertThat(FRAMEWORK.fingerprint())
                .isEqualTo("ae2846c4d65a9c51a5544b5840926064f3b1d430dac75ba1f1033ca7452fb095");
    }

    @Test
    void wordingAndOrderChangeNothing() {
        ScoringFramework reworded = FRAMEWORK
                .withQuestion("Another question?")
                .withRationale("Another reason.")
                .withNode(A.withLabel("A label").withReason("A reason"))
                .withNode(B.withDenomination(Denomination.per("people", 1e6, "other words")))
                .withNode(((Pillar) FRAMEWORK.node("p")).withReason("Because.").withWeightsSumTo(3.0));
        assertThat(reworded).isNotEqualTo(FRAMEWORK);
        assertThat(reworded.fingerprint()).isEqualTo(FRAMEWORK.fingerprint());
        Pillar shuffled = RandomIndex.shuffled(FRAMEWORK.index(), new Random(3));
        assertThat(shuffled).isNotEqualTo(FRAMEWORK.index());
        assertThat(FRAMEWORK.withIndex(shuffled).fingerprint()).isEqualTo(FRAMEWORK.fingerprint());
        assertThat(FRAMEWORK.withIndex(FRAMEWORK.index().withWeight(7)).fingerprint())
                .as("the weight of the root counts for nothing")
                .isEqualTo(FRAMEWORK.fingerprint());
    }

    @Test
    void everythingThatBearsOnScoresChangesIt() {
        Normalisation capped = new Normalisation.Goalposts(0, 10, OutOfRange.CAP, "");
        List<ScoringFramework> others = List.of(
                FRAMEWORK,
                FRAMEWORK.withId("other"),
                FRAMEWORK.withVersion("2"),
                FRAMEWORK.withScaleBasis(ScaleBasis.TOTAL),
                FRAMEWORK.withMissing(MissingDataPolicy.strict()),
                FRAMEWORK.withMissing(MissingDataPolicy.reweight(0.5, MissingDataPolicy.Scope.EVERY_PILLAR)),
                FRAMEWORK.withMissing(MissingDataPolicy.reweight(Math.nextUp(0.5), MissingDataPolicy.Scope.OVERALL)),
                FRAMEWORK.withIndex(FRAMEWORK.index().withAggregation(Aggregation.arithmetic())),
                FRAMEWORK.withIndex(FRAMEWORK.index().withAggregation(Aggregation.geometric(Math.nextUp(50.0)))),
                FRAMEWORK.withIndex(FRAMEWORK.index().withId("other")),
                FRAMEWORK.withNode(A.withWeight(Math.nextUp(2.0))),
                FRAMEWORK.withNode(A.withIndicator("other")),
                FRAMEWORK.withNode(A.withDirection(Direction.LOWER_IS_BETTER)),
                FRAMEWORK.withNode(A.withNormalisation(Normalisation.goalposts(Double.MIN_VALUE, 10))),
                FRAMEWORK.withNode(A.withNormalisation(Normalisation.goalposts(0, Math.nextUp(10.0)))),
                FRAMEWORK.withNode(A.withNormalisation(capped)),
                FRAMEWORK.withNode(A.withNormalisation(Normalisation.minMax())),
                FRAMEWORK.withNode(A.withNormalisation(Normalisation.logGoalposts(1, 10))),
                FRAMEWORK.withNode(A.withDenomination(Denomination.per("people", 1e6, "things per million"))),
                FRAMEWORK.withNode(B.withDenomination(Denomination.times("people", 1e6, "things per million"))),
                FRAMEWORK.withNode(B.withDenomination(Denomination.per("gdp", 1e6, "things per million"))),
                FRAMEWORK.withNode(
                        B.withDenomination(Denomination.per("people", Math.nextUp(1e6), "things per million"))),
                FRAMEWORK.withNode(
                        C.withNormalisation(Normalisation.ordinalMap(Map.of(0.0, Double.MIN_VALUE, 1.0, 100.0)))),
                FRAMEWORK.withNode(
                        C.withNormalisation(Normalisation.ordinalMap(Map.of(0.0, 0.0, 0.5, 50.0, 1.0, 100.0)))),
                FRAMEWORK.withNode(((Pillar) FRAMEWORK.node("p")).withWeight(3)),
                FRAMEWORK.withNode(leaf("p", 1)));
        assertThat(new ArrayList<>(others))
                .extracting(ScoringFramework::fingerprint)
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("[0-9a-f]{64}"));
    }

    @Test
    void scorecardsCarryIt() {
        ScoringFramework framework = framework(leaf("a", 1));
        assertThat(framework
                        .scoreAll(ScoreFixtures.unit(List.of("a"), 1))
                        .scorecard("u")
                        .fingerprint())
                .isEqualTo(framework.fingerprint());
    }
}
