package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.leaf;
import static io.github.statecraft.score.ScoreFixtures.pillar;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Lists;
import io.github.statecraft.MethodExamples;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Benchmark;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import io.github.statecraft.score.method.OutputRange;
import io.github.statecraft.score.method.Treatment;
import io.github.statecraft.score.method.Weighting;
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
     * texts as length and UTF-8, whole numbers and doubles little-endian, what may be absent after a byte 0 or 1.
     */
    @Test
    void isTheHashOfTheCanonicalWalk() {
        assertThat(FRAMEWORK.fingerprint())
                .isEqualTo("29ec015c036a393bc184a9dfaf8853fd58b45d866042ba98ea22321232a03673");
    }

    /** By the same walk of Python. */
    @Test
    void theWalkHoldsEveryStep() {
        Indicator a = Indicator.builder()
                .indicator("a")
                .direction(Direction.LOWER_IS_BETTER)
                .imputation(Imputation.regression("gdp"))
                .addTreatments(Treatment.ifSkewed(Treatment.winsorise(5)), Treatment.cap(Double.NEGATIVE_INFINITY, 9))
                .normalisation(new Normalisation.Distance(
                        Normalisation.DistanceForm.RATIO, new Benchmark.Target(4, "why"), OutOfRange.CAP))
                .range(OutputRange.of(1, 7))
                .build();
        Indicator x =
                Indicator.of("x", Normalisation.categorical(Normalisation.BoundsOf.PERCENTILES, 1, Map.of(50.0, 2.0)));
        ImmutableList<ImmutableList<Double>> judgements =
                ImmutableList.of(ImmutableList.of(1.0, 3.0), ImmutableList.of(1.0 / 3, 1.0));
        ScoringFramework framework = framework(pillar("index", x, a)
                        .withWeighting(Weighting.analyticHierarchy(ImmutableList.of("x", "a"), judgements))
                        .withAggregation(Aggregation.choquet(List.of(new Aggregation.Interaction("x", "a", 0.25))))
                        .withNormalisation(Normalisation.minMax())
                        .withDirection(Direction.LOWER_IS_BETTER)
                        .withRange(OutputRange.ONE)
                        .withMissing(MissingDataPolicy.statedScore(50, "why")))
                .withId("all")
                .withMissing(MissingDataPolicy.minimumCount(2, MissingDataPolicy.Scope.EVERY_PILLAR));
        assertThat(framework.fingerprint())
                .isEqualTo("b1c63fbab71a75aa81256c2f71cf6af2f29e0be370ada9bc2f69edd41c012797");
    }

    /** Each method of each step with each of its parameters; the lists hold every type that the step permits. */
    @Test
    void everyMethodAndEachOfItsParametersChangesIt() {
        Indicator d = (Indicator) FRAMEWORK.node("d");
        Pillar pair = pillar("pair", leaf("one", 1), leaf("two", 1));
        ScoringFramework two = framework(pair);
        List<ScoringFramework> frameworks = new ArrayList<>();
        MethodExamples.denominations().forEach(m -> frameworks.add(FRAMEWORK.withNode(d.withDenomination(m))));
        MethodExamples.imputations().forEach(m -> frameworks.add(FRAMEWORK.withNode(d.withImputation(m))));
        MethodExamples.treatments().forEach(m -> frameworks.add(FRAMEWORK.withNode(d.withTreatments(m))));
        MethodExamples.normalisations().forEach(m -> {
            frameworks.add(FRAMEWORK.withNode(C.withNormalisation(m)));
            if (!(m instanceof Normalisation.OrdinalMap)) {
                frameworks.add(two.withIndex(pair.withNormalisation(m)));
            }
        });
        MethodExamples.policies().forEach(m -> {
            frameworks.add(two.withMissing(m));
            frameworks.add(FRAMEWORK.withIndex(FRAMEWORK.index().withMissing(m)));
        });
        MethodExamples.weightings(ImmutableList.of("one", "two")).stream()
                .skip(1) // stated, which is the default
                .forEach(m -> frameworks.add(two.withIndex(pair.withWeighting(m))));
        MethodExamples.aggregations("one", "two").stream()
                .skip(1) // arithmetic, which is the default
                .forEach(m -> frameworks.add(two.withIndex(pair.withAggregation(m))));
        Pillar rescaled = pair.withId("rescaled").withNormalisation(Normalisation.minMax());
        frameworks.add(two.withIndex(rescaled));
        frameworks.add(two.withIndex(rescaled.withDirection(Direction.LOWER_IS_BETTER)));
        frameworks.add(two.withIndex(rescaled.withRange(OutputRange.ONE)));
        frameworks.add(FRAMEWORK.withNode(d.withRange(OutputRange.ONE)));
        frameworks.add(FRAMEWORK.withNode(d.withRange(OutputRange.of(1, 100))));
        List<Treatment> both = List.of(Treatment.cap(0, 1), Treatment.fittedBoxCox());
        frameworks.add(FRAMEWORK.withNode(d.withTreatments(both)));
        frameworks.add(FRAMEWORK.withNode(d.withTreatments(Lists.reverse(both))));
        assertThat(frameworks).hasSizeGreaterThan(150);
        assertThat(frameworks).extracting(ScoringFramework::fingerprint).doesNotHaveDuplicates();
    }

    @Test
    void theReasonsOfMethodsAndTheOrderOfInteractionsChangeNothing() {
        assertSame(Normalisation.goalposts(0, 1), new Normalisation.Goalposts(0, 1, OutOfRange.REFUSE, "because"));
        assertSame(
                Normalisation.logGoalposts(1, 2), new Normalisation.LogGoalposts(1, 2, OutOfRange.REFUSE, "because"));
        ImmutableSortedMap<Double, Double> points = ImmutableSortedMap.of(0.0, 0.0, 1.0, 100.0);
        assertSame(Normalisation.ordinalMap(points), new Normalisation.OrdinalMap(points, "because"));
        assertSame(
                Normalisation.categorical(Normalisation.BoundsOf.VALUES, 0, points),
                new Normalisation.Categorical(Normalisation.BoundsOf.VALUES, 0, points, "because"));
        assertSame(
                Normalisation.piecewiseLinear(points),
                new Normalisation.PiecewiseLinear(points, OutOfRange.REFUSE, "because"));
        assertSame(
                Normalisation.distance(Normalisation.DistanceForm.RATIO, new Benchmark.Target(1, "")),
                Normalisation.distance(Normalisation.DistanceForm.RATIO, new Benchmark.Target(1, "because")));
        ScoringFramework imputed = FRAMEWORK.withNode(A.withImputation(Imputation.statedValue(1, "")));
        assertThat(FRAMEWORK
                        .withNode(A.withImputation(Imputation.statedValue(1, "because")))
                        .fingerprint())
                .isEqualTo(imputed.fingerprint());
        assertThat(FRAMEWORK.withMissing(MissingDataPolicy.statedScore(1, "")).fingerprint())
                .isEqualTo(FRAMEWORK
                        .withMissing(MissingDataPolicy.statedScore(1, "because"))
                        .fingerprint());
        Pillar three = pillar("three", leaf("x", 1), leaf("y", 1), leaf("z", 1));
        Aggregation.Interaction xy = new Aggregation.Interaction("x", "y", 0.1);
        Aggregation.Interaction yz = new Aggregation.Interaction("y", "z", 0.2);
        Aggregation.Interaction zy = new Aggregation.Interaction("z", "y", 0.2);
        assertThat(framework(three.withAggregation(Aggregation.choquet(List.of(zy, xy))))
                        .fingerprint())
                .isEqualTo(framework(three.withAggregation(Aggregation.choquet(List.of(xy, yz))))
                        .fingerprint());
    }

    private static void assertSame(Normalisation one, Normalisation other) {
        assertThat(one).isNotEqualTo(other);
        assertThat(FRAMEWORK.withNode(A.withNormalisation(one)).fingerprint())
                .isEqualTo(FRAMEWORK.withNode(A.withNormalisation(other)).fingerprint());
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
