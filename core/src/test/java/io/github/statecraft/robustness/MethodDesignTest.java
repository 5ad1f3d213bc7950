package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.Progress;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.SpreadPolicy;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScaleBasis;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.MissingDataPolicy.Scope;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutputRange;
import io.github.statecraft.score.method.Weighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodDesignTest {
    /** Two units: x is the better on a, y on b. */
    static final IndicatorTable TABLE = IndicatorTable.builder()
            .unit("x")
            .unit("y")
            .value("x", "a", 40)
            .value("x", "b", 20)
            .value("y", "a", 20)
            .value("y", "b", 30)
            .build();

    private static final MethodDesign.Output X = MethodDesign.Output.score("x");

    private static ScoringFramework framework(Pillar index) {
        return ScoringFramework.builder()
                .id("pair")
                .version("1")
                .question("Who leads?")
                .rationale("By hand.")
                .scaleBasis(ScaleBasis.SHARE)
                .index(index)
                .build();
    }

    private static ScoringFramework pair() {
        Normalisation percent = Normalisation.goalposts(0, 100);
        return framework(Pillar.builder()
                .id("index")
                .addChildren(Indicator.of("a", percent), Indicator.of("b", percent))
                .build());
    }

    private static MethodVariant scale(double high, String indicator) {
        return MethodVariant.normalised(Normalisation.goalposts(0, high), indicator);
    }

    /** Scores of x: 30, 50, 20 under equal weights, 35, 65, 20 under weights 3 : 1. */
    static MethodDesign twoByThree() {
        return MethodDesign.of(pair())
                .varying("weights", MethodVariant.asStated(), MethodVariant.reweighted(Map.of("a", 3.0)))
                .varying("scale", MethodVariant.asStated(), scale(50, "a"), scale(200, "a"));
    }

    private static SobolAnalysis sampling(int size) {
        return SobolAnalysis.withDefaults().withSize(size).withBootstraps(0);
    }

    private static double first(MethodResult result, MethodDesign.Output output, String factor) {
        return result.indices(output).orElseThrow().firstOrder(factor).orElseThrow();
    }

    private static double total(MethodResult result, MethodDesign.Output output, String factor) {
        return result.indices(output).orElseThrow().totalOrder(factor).orElseThrow();
    }

    // by hand: mean 110/3, variance 2375/9; row means 100/3 and 40, column means 65/2, 115/2, 20
    @Test
    void analysesTwoByThreeExactly() {
        MethodResult result = twoByThree().analyse(TABLE, X);
        assertThat(result.isExact()).isTrue();
        assertThat(result.values(X).toArray()).containsExactly(30, 50, 20, 35, 65, 20);
        SobolIndices indices = result.indices(X).orElseThrow();
        assertThat(indices.isExact()).isTrue();
        assertThat(indices.runs()).isEqualTo(6);
        assertThat(indices.mean()).isCloseTo(110.0 / 3, within(1e-13));
        assertThat(indices.variance()).isCloseTo(2375.0 / 9, within(1e-12));
        assertThat(first(result, X, "weights")).isCloseTo(4.0 / 95, within(1e-15));
        assertThat(first(result, X, "scale")).isCloseTo(35.0 / 38, within(1e-15));
        assertThat(total(result, X, "weights")).isCloseTo(3.0 / 38, within(1e-15));
        assertThat(total(result, X, "scale")).isCloseTo(91.0 / 95, within(1e-15));
        assertThat(indices.firstOrderInterval("scale")).isEmpty();
        assertThat(result.byCombination(X))
                .containsEntry("weights: weights a 3; scale: goalposts 0 to 50, REFUSE of a", 65.0);
    }

    // y scores 25, 35, 20 and 22.5, 37.5, 15 by hand: ahead of x in none, level in the third
    @Test
    void ranksByHand() {
        MethodDesign.Output rank = MethodDesign.Output.rank("y");
        MethodDesign.Output gap = MethodDesign.Output.difference("x", "y");
        MethodResult result = twoByThree().analyse(TABLE, rank, gap);
        assertThat(result.values(gap).toArray()).containsExactly(5, 15, 0, 12.5, 27.5, 5);
        assertThat(result.values(rank).toArray()).containsExactly(2, 2, 1, 2, 2, 2);
        assertThat(result.firstShare("x")).isEqualTo(1);
        assertThat(result.firstShare("y")).isEqualTo(1.0 / 6);
        assertThat(result.rankShare("y", 2)).isEqualTo(5.0 / 6);
        assertThat(result.bestRank("y")).hasValue(1);
        assertThat(result.worstRank("x")).hasValue(1);
        assertThat(result.statedRank("y")).hasValue(2);
        assertThat(result.quantile(gap, 0.5)).hasValue((5 + 12.5) / 2);
        assertThat(result.toString())
                .contains("over 6 combinations", "16.7 %", "1 to 2", "The rank of y", "Exact")
                .doesNotContain("NaN");
        assertThat(result.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    // property: where factors only add, first orders sum to 1 and are the total orders
    @Test
    void whatOnlyAddsHasNoInteractions() {
        MethodResult result = MethodDesign.of(pair())
                .varying("a", MethodVariant.asStated(), scale(50, "a"), scale(200, "a"), scale(80, "a"))
                .varying("b", MethodVariant.asStated(), scale(50, "b"), scale(70, "b"))
                .analyse(TABLE, X);
        assertThat(first(result, X, "a") + first(result, X, "b")).isCloseTo(1, within(1e-14));
        assertThat(total(result, X, "a")).isCloseTo(first(result, X, "a"), within(1e-14));
        assertThat(total(result, X, "b")).isCloseTo(first(result, X, "b"), within(1e-14));
    }

    // weights uniform on the simplex, by hand: x is at w 40 + (1 - w) 20, ahead of y where 20 w > 10 (1 - w)
    @Test
    void samplesWeightsOfANode() {
        MethodResult result = MethodDesign.of(pair())
                .varyingWeights("weights", "index", WeightSet.simplex())
                .sampledBy(sampling(4_096))
                .analyse(TABLE, X);
        SobolIndices indices = result.indices(X).orElseThrow();
        assertThat(indices.mean()).isCloseTo(30, within(0.01));
        assertThat(indices.variance()).isCloseTo(400.0 / 12, within(0.05));
        assertThat(result.firstShare("x")).isCloseTo(2.0 / 3, within(2e-3));
        assertThat(first(result, X, "weights")).isCloseTo(1, within(0.02));
        assertThat(total(result, X, "weights")).isCloseTo(1, within(0.02));
        assertThat(result.quantile(X, 0.05).orElseThrow()).isCloseTo(21, within(0.05));
        assertThat(result.scored()).isEqualTo(8_192);
    }

    // by hand: 20 + w d with w uniform and d 20 or 60: parts 133.3 of w, 100 of d, 33.3 of both, 266.7 in all
    @Test
    void mixesAlternativesAndWeights() {
        MethodResult result = MethodDesign.of(pair())
                .varying("scale", MethodVariant.asStated(), scale(50, "a"))
                .varyingWeights("weights", "index", WeightSet.simplex())
                .sampledBy(sampling(8_192))
                .analyse(TABLE, X);
        assertThat(first(result, X, "weights")).isCloseTo(0.5, within(0.01));
        assertThat(first(result, X, "scale")).isCloseTo(0.375, within(0.01));
        assertThat(total(result, X, "weights")).isCloseTo(0.625, within(0.01));
        assertThat(total(result, X, "scale")).isCloseTo(0.5, within(0.01));
        assertThat(result.toString().replace('\n', ' ')).contains("seed 1", "8,192", "sampled methods");
    }

    // means of the sets by hand: order (3/4, 1/4); bounds w_a >= 0.5 uniform on [0.5, 1]; Dirichlet (3, 1) has mean 3/4
    @Test
    void drawsFromOrdersBoundsAndDirichlet() {
        for (WeightSet set : List.of(
                WeightSet.ordered("a", "b"),
                WeightSet.atLeast(Map.of("a", 0.5)),
                WeightSet.dirichlet(Map.of("a", 3.0)))) {
            MethodResult result = MethodDesign.of(pair())
                    .varyingWeights("weights", "index", set)
                    .sampledBy(sampling(4_096))
                    .analyse(TABLE, X);
            assertThat(result.indices(X).orElseThrow().mean()).isCloseTo(35, within(0.02));
        }
        MethodResult dirichlet = MethodDesign.of(pair())
                .varyingWeights("weights", "index", WeightSet.dirichlet(Map.of("a", 3.0)))
                .sampledBy(sampling(4_096))
                .analyse(TABLE, X);
        // variance of Beta(3, 1) is 3/80
        assertThat(dirichlet.indices(X).orElseThrow().variance()).isCloseTo(400 * 3.0 / 80, within(0.1));
    }

    // property: weights 1 +- 50 % give shares from 1/4 to 3/4, and a mean in the middle by symmetry
    @Test
    void variesStatedWeights() {
        MethodResult result = MethodDesign.of(pair())
                .varyingStatedWeights("weights", 0.5)
                .sampledBy(sampling(2_048))
                .analyse(TABLE, X);
        assertThat(result.quantile(X, 0).orElseThrow()).isBetween(25.0, 25.3);
        assertThat(result.quantile(X, 1).orElseThrow()).isBetween(34.7, 35.0);
        assertThat(result.indices(X).orElseThrow().mean()).isCloseTo(30, within(0.01));
    }

    // by hand: min-max of two units is 100 and 0 under any weights
    @Test
    void fitsAnewWhereAPillarIsFittedToScores() {
        Normalisation percent = Normalisation.goalposts(0, 100);
        Pillar inner = Pillar.builder()
                .id("inner")
                .addChildren(Indicator.of("a", percent))
                .normalisation(Normalisation.minMax())
                .build();
        MethodResult result = MethodDesign.of(framework(Pillar.builder()
                        .id("index")
                        .addChildren(inner, Indicator.of("b", percent))
                        .build()))
                .varyingStatedWeights("weights", 0.5)
                .sampledBy(sampling(256))
                .analyse(TABLE, MethodDesign.Output.difference("x", "y"));
        // w 100 - (1 - w) 10 with w from 1/4 to 3/4
        assertThat(result.quantile(result.outputs().get(0), 0.5).orElseThrow()).isCloseTo(45, within(0.5));
        assertThat(result.failed()).isZero();
    }

    // by hand: a / 2 + 10 with a triangular on 0 to 100 around 50, whose variance is 100^2 / 24 and whose kurtosis is
    // 2.4 (Kotz
    // and van Dorp, Beyond Beta, 2004, chapter 1); three standard errors of 4096 random draws
    @Test
    void drawsData() {
        IndicatorTable table = UncertainTables.duel(
                List.of(UncertainTables.range(0, 50, 100), UncertainTables.unknown(20)),
                List.of(UncertainTables.unknown(20), UncertainTables.unknown(30)));
        MethodResult result = MethodDesign.of(pair())
                .varyingData("data")
                .varyingStatedWeights("weights", 0.01)
                .sampledBy(sampling(2_048))
                .analyse(table, X);
        SobolIndices indices = result.indices(X).orElseThrow();
        assertThat(indices.mean()).isCloseTo(35, within(0.5));
        assertThat(indices.variance()).isCloseTo(10_000 / 24.0 / 4, within(6.0));
        assertThat(first(result, X, "data")).isCloseTo(1, within(0.1));
        assertThat(total(result, X, "weights")).isLessThan(0.01);
    }

    @Test
    void listsWhatCannotBeScored() {
        // min-max gives one of two units 0, which a geometric mean refuses
        MethodDesign.Output rank = MethodDesign.Output.rank("x");
        MethodDesign design = MethodDesign.of(pair())
                .varying("scale", MethodVariant.asStated(), MethodVariant.normalised(Normalisation.minMax()))
                .varying("mean", MethodVariant.asStated(), MethodVariant.aggregated(Aggregation.geometric(50)));
        MethodResult result = design.analyse(TABLE, rank);
        assertThat(result.failed()).isEqualTo(1);
        assertThat(result.scored()).isEqualTo(3);
        assertThat(result.failures()).hasSize(1);
        assertThat(result.failures().keySet().asList().get(0)).startsWith("scale: min-max; mean: geometric mean");
        assertThat(result.failures().values().asList().get(0)).contains("a geometric mean needs positive scores");
        assertThat(result.indices(rank)).isEmpty();
        assertThat(result.toString().replace('\n', ' '))
                .contains("1 of 4 combinations cannot be scored", "No indices")
                .doesNotContain("NaN");

        MethodResult sampled = design.varyingStatedWeights("weights", 0.1)
                .sampledBy(sampling(256))
                .analyse(TABLE, rank);
        assertThat(sampled.failures()).isEqualTo(result.failures());
        assertThat(sampled.failed()).isEqualTo(128);
        assertThat(sampled.indices(rank)).isEmpty();
    }

    @Test
    void aRangeAboveZeroGoesWithAGeometricMean() {
        MethodVariant geometric = MethodVariant.together(
                        MethodVariant.ranged(OutputRange.of(1, 100)),
                        MethodVariant.normalised(Normalisation.minMax()),
                        MethodVariant.aggregated(Aggregation.geometric(50)))
                .labelled("geometric");
        MethodResult result = MethodDesign.of(pair())
                .varying("mean", MethodVariant.asStated(), geometric)
                .analyse(TABLE, X);
        // the geometric mean of 100 and 1
        assertThat(result.byCombination(X).get("mean: geometric")).isCloseTo(10, within(1e-13));
        assertThat(result.failures()).isEmpty();
    }

    @Test
    void countsUnitsWithoutAScore() {
        IndicatorTable gap = IndicatorTable.builder()
                .unit("x")
                .unit("y")
                .value("x", "a", 40)
                .value("y", "a", 20)
                .value("y", "b", 30)
                .build();
        MethodResult result = MethodDesign.of(pair())
                .varying(
                        "missing",
                        MethodVariant.asStated(),
                        MethodVariant.missingData(MissingDataPolicy.reweight(0.5, Scope.OVERALL)))
                .analyse(gap, X);
        assertThat(result.unscoredShare("x")).isEqualTo(0.5);
        assertThat(result.statedRank("x")).isEmpty();
        assertThat(result.values(X).toArray()).containsExactly(40);
        assertThat(result.indices(X)).isEmpty();
        assertThat(result.toString()).contains("no score", "50.0 %");
    }

    @Test
    void drawnWeightsCountForNothingWhereWeightsAreComputed() {
        MethodResult result = MethodDesign.of(pair())
                .varying("weighting", MethodVariant.asStated(), MethodVariant.weighted(Weighting.equal()))
                .varyingWeights("weights", "index", WeightSet.simplex())
                .sampledBy(sampling(1_024))
                .analyse(TABLE, X);
        // in half of the points the score is the mean of 40 and 20
        assertThat(result.values(X).stream().filter(score -> score == 30).count())
                .isBetween(1_024L, 1_030L);
        assertThat(result.failures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void threadsChangeNoBit(int threads) {
        SobolAnalysis one =
                SobolAnalysis.withDefaults().withSize(256).withBootstraps(50).withThreads(1);
        MethodDesign design = twoByThree().varyingStatedWeights("noise", 0.25);
        MethodResult alone = design.sampledBy(one).analyse(TABLE, X);
        MethodResult together = design.sampledBy(one.withThreads(threads)).analyse(TABLE, X);
        assertThat(together.indices(X)).isEqualTo(alone.indices(X));
        assertThat(together.values(X)).isEqualTo(alone.values(X));
        assertThat(twoByThree()
                        .sampledBy(one.withThreads(threads))
                        .analyse(TABLE, X)
                        .values(X))
                .isEqualTo(twoByThree().analyse(TABLE, X).values(X));
    }

    @Test
    void reportsProgress() {
        List<Long> done = new ArrayList<>();
        Progress progress = (part, total) -> done.add(part);
        twoByThree().analyse(TABLE, List.of(X), progress);
        assertThat(done).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void printsWhatVaries() {
        assertThat(twoByThree().varyingStatedWeights("noise", 0.25).toString())
                .contains("goalposts 0 to 50, REFUSE of a", "within 25 % of itself", "by sampling");
    }

    @Test
    void refusesAtOnceWhatDoesNotFitTheFramework() {
        refuses(MethodVariant.aggregated(Aggregation.geometric(1), "indx"), "no node 'indx'; nearest: index");
        refuses(MethodVariant.normalised(Normalisation.minMax(), "nope"), "no node 'nope'");
        refuses(MethodVariant.reweighted(Map.of("nope", 1.0)), "no node 'nope'");
        refuses(MethodVariant.normalised(Normalisation.minMax(), "index"), "index is a pillar, not an indicator");
        refuses(MethodVariant.aggregated(Aggregation.arithmetic(), "a"), "a is an indicator, not a pillar");
        refuses(MethodVariant.reweighted(Map.of("a", Double.NaN)), "Indicator a: weight must be finite but was NaN");
        refuses(MethodVariant.reweighted(Map.of("a", -1.0)), "-1");
        refuses(
                MethodVariant.reweighted(Map.of("index", 2.0)),
                "index is the index, whose own weight counts for nothing");
        refuses(
                MethodVariant.together(MethodVariant.asStated(), MethodVariant.notImputed("nope"))
                        .labelled("inside"),
                "no node 'nope'");
    }

    private static void refuses(MethodVariant wrong, String why) {
        MethodDesign design = MethodDesign.of(pair());
        assertThatThrownBy(() -> design.varying("part", MethodVariant.asStated(), wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("MethodDesign factor part, alternative '" + wrong.label() + "': ")
                .hasMessageContaining(why);
    }

    @Test
    void refusesRanksAndQuantilesOutOfRange() {
        MethodResult result = twoByThree().analyse(TABLE, X);
        assertThatThrownBy(() -> result.rankShare("x", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "MethodResult.rankShare.rank must be from 1 to 2, the number of units that hold a rank, but was 0");
        assertThatThrownBy(() -> result.quantile(X, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MethodResult.quantile.p must be from 0 to 1 but was 2");
    }

    // counted by hand: six values in columns a and b; c is not read and z holds no rank
    @Test
    void saysHowMuchOfTheDataVaries() {
        IndicatorTable table = IndicatorTable.builder()
                .unit("x")
                .unit("y")
                .unit("w")
                .unit("z", "Z", false)
                .reading("x", "a", UncertainTables.normal(90, 1))
                .reading("y", "a", UncertainTables.normal(50, 1))
                .reading("w", "a", UncertainTables.unknown(10))
                .reading("z", "a", UncertainTables.normal(40, 1))
                .reading("x", "b", UncertainTables.reading(Estimate.exactly(90), Unit.USD_CURRENT))
                .reading(
                        "y",
                        "b",
                        SpreadPolicy.BY_CONFIDENCE.apply(UncertainTables.reading(Estimate.of(50), Unit.USD_CURRENT)))
                .value("w", "b", 10)
                .value("z", "b", 10)
                .reading("x", "c", UncertainTables.normal(40, 1))
                .build();
        MethodResult result = MethodDesign.of(pair())
                .varyingData("data")
                .sampledBy(sampling(64))
                .analyse(table, MethodDesign.Output.rank("x"));
        String text = result.toString();
        assertThat(text.replace('\n', ' '))
                .contains(
                        "Varied: data: data within their spreads; covers 4 of 6 inputs, 1 of them by JUDGEMENT; what the others"
                                + " would add is not known; 3 have a spread of some width and are drawn.",
                        "Held fixed: weights, normalisation, ranges of scores, aggregation, imputation, treatments,"
                                + " missing data policy, and whatever no factor names.",
                        "- in no run");
        // x is first and w last in every run
        assertThat(text.lines()
                        .filter(line -> line.startsWith("x "))
                        .findFirst()
                        .orElseThrow())
                .matches("x +1 +100 % +1");
        assertThat(text.lines()
                        .filter(line -> line.startsWith("w "))
                        .findFirst()
                        .orElseThrow())
                .matches("w +3 +- +3");
    }

    @Test
    void saysWhatIsHeldFixed() {
        String text = twoByThree().analyse(TABLE, X).toString().replace('\n', ' ');
        assertThat(text)
                .contains(
                        "Held fixed: data, ranges of scores, aggregation, imputation, treatments, missing data policy, and")
                .doesNotContain("in no run");
    }

    @Test
    void threadsAreNoPartOfEquality() {
        MethodDesign one = twoByThree().sampledBy(sampling(64).withThreads(1));
        MethodDesign three = twoByThree().sampledBy(sampling(64).withThreads(3));
        assertThat(three).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(three.analyse(TABLE, X)).isEqualTo(one.analyse(TABLE, X));
    }

    @Test
    void refusesWhatHasNoMeaning() {
        MethodDesign design = MethodDesign.of(pair());
        assertThatThrownBy(() -> design.analyse(TABLE)).hasMessageContaining("varies nothing");
        assertThatThrownBy(() -> design.varying("f", MethodVariant.asStated()))
                .hasMessageContaining("at least two alternatives of different labels but has [as stated]");
        assertThatThrownBy(() -> twoByThree().varyingStatedWeights("scale", 0.1))
                .hasMessageContaining("names of their own but one is 'scale' again");
        assertThatThrownBy(() -> design.varyingStatedWeights("w", 1.5)).hasMessageContaining("at most 1 but was 1.5");
        assertThatThrownBy(() -> design.varyingWeights("w", "a", WeightSet.simplex()))
                .hasMessageContaining("a is an indicator");
        assertThatThrownBy(() -> design.varyingWeights("w", "indx", WeightSet.simplex()))
                .hasMessageContaining("no node 'indx'; nearest: index");
        assertThatThrownBy(() -> design.varyingWeights("w", "index", WeightSet.dirichlet(Map.of("a", 1.5))))
                .hasMessageContaining("whole parameters");
        assertThatThrownBy(() -> twoByThree().analyse(TABLE, MethodDesign.Output.score("z")))
                .hasMessageContaining("no unit 'z'");
        assertThatThrownBy(() -> twoByThree().analyse(TABLE, X).values(MethodDesign.Output.rank("x")))
                .hasMessageContaining("the rank of x was not asked for");
        assertThatThrownBy(() -> MethodDesign.Output.difference("x", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "MethodDesign.Output.Difference.other must be another unit but was 'x', too; name two units");
        assertThatThrownBy(() -> design.sampledBy(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("MethodDesign.sampling");
        assertThatThrownBy(() -> design.varyingWeights("w", "index", null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("MethodDesign.weights");
        MethodDesign large = design;
        for (int i = 0; i < 17; i++) {
            large = large.varying("f" + i, MethodVariant.asStated(), scale(50 + i, "a"));
        }
        MethodDesign tooLarge = large;
        assertThatThrownBy(() -> tooLarge.analyse(TABLE))
                .hasMessageContaining("at most 100,000 combinations but has 131,072");
    }
}
