package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.score.Ranking;
import io.github.statecraft.score.method.Aggregation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Analyses by sampling against closed forms, bounds being five standard errors; and what holds for any. */
class SmaaTest {
    private static final Smaa SMAA = Smaa.withDefaults();

    private static Criteria random(int units, int criteria) {
        return SmaaDefinitionTest.criteria(
                SmaaDefinitionTest.table(new SplittableRandom(units + 100L * criteria), units, criteria));
    }

    private static String inOneLine(Object result) {
        return result.toString().replaceAll("\\s+", " ");
    }

    /**
     * Two criteria by hand. With w the weight of the first: x = 3 w, y = 2 (1 - w), z = 1.5. x leads z from w = 1/2, y leads z up
     * to w = 1/4, and y leads x up to w = 2/5: first are y in [0, 1/4], z in [1/4, 1/2], x in [1/2, 1]; last are x in [0, 2/5]
     * and y in [2/5, 1].
     */
    private static final Criteria LINES = Criteria.builder()
            .criteria("a", "b")
            .unit("x", 3, 0)
            .unit("y", 0, 2)
            .unit("z", 1.5, 1.5)
            .build();

    @Test
    void sharesOfTwoCriteriaAreLengthsOfIntervals() {
        SmaaResult result = SMAA.analyse(LINES);
        assertThat(result.firstRankShare("y")).isEqualTo(0.25, within(5 * result.firstRankShareError("y")));
        assertThat(result.firstRankShare("z")).isEqualTo(0.25, within(5 * result.firstRankShareError("z")));
        assertThat(result.firstRankShare("x")).isEqualTo(0.5, within(5 * result.firstRankShareError("x")));
        assertThat(result.rankAcceptability("x", 3)).isEqualTo(0.4, within(0.008));
        assertThat(result.rankAcceptability("x", 2)).isEqualTo(0.1, within(0.005));
        assertThat(result.rankAcceptability("z", 2)).isEqualTo(0.75, within(0.007));
        assertThat(result.rankAcceptability("z", 3)).isZero();
        assertThat(result.pairwiseWinning("y", "x")).isEqualTo(0.4, within(5 * result.pairwiseWinningError("y", "x")));
        assertThat(result.expectedRank("x")).isEqualTo(1.9, within(5 * result.expectedRankError("x")));
        assertThat(result.centralWeights("z").orElseThrow().get("a")).isEqualTo(0.375, within(0.003));
        assertThat(result.confidenceFactor("z")).hasValue(1);
        // -(0.5 lb 0.5 + 0.1 lb 0.1 + 0.4 lb 0.4)
        assertThat(result.entropy("x")).isEqualTo(1.3609640474436813, within(0.01));
        assertThat(result.rankInterval90("x")).hasToString("1 to 3");
        assertThat(result.observedRanks("z")).hasToString("1 to 2");
    }

    /** The standard errors of closed forms: sqrt(p (1 - p) / n); of a uniform number in an interval, its length / sqrt(12 n p). */
    @Test
    void standardErrorsAreThoseOfIndependentDraws() {
        SmaaResult result = SMAA.withDraws(40_000).analyse(LINES);
        assertThat(result.firstRankShareError("x")).isEqualTo(0.0025, within(0.00002));
        assertThat(result.pairwiseWinningError("x", "y")).isEqualTo(Math.sqrt(0.24 / 40_000), within(0.00002));
        // ranks 1, 2, 3 with 0.5, 0.1, 0.4: variance 0.89
        assertThat(result.expectedRankError("x")).isEqualTo(Math.sqrt(0.89 / 40_000), within(0.0001));
        assertThat(result.centralWeightErrors("z").orElseThrow().get("a"))
                .isEqualTo(0.25 / Math.sqrt(12 * 40_000 * 0.25), within(0.00002));
    }

    /** n units, each with 1 on one criterion of n and all on 1/2 against: "a weight above 0.5" has the share n 0.5^(n - 1). */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8})
    void aWeightAboveOneHalfHasTheShareOfItsCorners(int n) {
        Criteria.Builder criteria = Criteria.builder();
        for (int i = 0; i < n; i++) {
            criteria.criteria("c" + i);
        }
        double[] half = new double[n];
        Arrays.fill(half, 0.5);
        for (int i = 0; i < n; i++) {
            double[] one = new double[n];
            one[i] = 1;
            criteria.unit("u" + i, one);
        }
        criteria.unit("half", half);
        SmaaResult result = SMAA.withSeed(n).analyse(criteria.build());
        double share = n * Math.pow(0.5, n - 1);
        assertThat(1 - result.firstRankShare("half"))
                .isEqualTo(share, within(5 * result.firstRankShareError("half") + 1e-15));
    }

    /** Under a >= b, w is uniform in [1/2, 1]: x leads z always, y never wins; x against y at 2/5 is decided. */
    @Test
    void anOrderOfCriteriaCutsTheInterval() {
        SmaaResult result = SMAA.withWeights(WeightSet.ordered("a", "b")).analyse(LINES);
        assertThat(result.firstRankShare("x")).isEqualTo(1);
        result = SMAA.withWeights(WeightSet.ordered("b", "a")).analyse(LINES);
        assertThat(result.firstRankShare("y")).isEqualTo(0.5, within(5 * result.firstRankShareError("y")));
        assertThat(result.pairwiseWinning("x", "y")).isEqualTo(0.2, within(0.007));
    }

    /** Weights of a in [0.498, 0.5005]: x leads z from 1/2 on. */
    @Test
    void aNarrowSetOfFewCriteriaIsDrawnIndependently() {
        SmaaResult result = SMAA.withWeights(WeightSet.between(Map.of("a", 0.498), Map.of("a", 0.5005)))
                .analyse(LINES);
        assertThat(result.firstRankShare("x")).isEqualTo(0.2, within(5 * result.firstRankShareError("x")));
        assertThat(inOneLine(result)).contains("drawn independently, from the set cut into 1 simplex");
    }

    /** The chains of a set of six criteria: z-scores of a known share over seeds have mean square about 1. */
    @Test
    void errorsOfChainsAreHonest() {
        // all weights but the last in boxes of side 0.02; x leads y where the first is above 0.11
        Criteria.Builder nine = Criteria.builder();
        Map<String, Double> lower = new LinkedHashMap<>();
        Map<String, Double> upper = new LinkedHashMap<>();
        double[] y = new double[9];
        Arrays.fill(y, 0.11);
        for (int i = 0; i < 9; i++) {
            nine.criteria("c" + i);
            if (i < 8) {
                lower.put("c" + i, 0.1);
                upper.put("c" + i, 0.12);
            }
        }
        Criteria criteria =
                nine.unit("x", 1, 0, 0, 0, 0, 0, 0, 0, 0).unit("y", y).build();
        WeightSet box = WeightSet.between(lower, upper);
        double squares = 0;
        int runs = 60;
        for (int seed = 0; seed < runs; seed++) {
            SmaaResult result = SMAA.withDraws(6_400)
                    .withSeed(seed)
                    .withThinning(1)
                    .withWeights(box)
                    .analyse(criteria);
            double z = (result.firstRankShare("x") - 0.5) / result.firstRankShareError("x");
            squares += z * z;
            assertThat(result.firstRankShareError("x")).isGreaterThan(Math.sqrt(0.25 / 6_400));
            assertThat(inOneLine(result)).contains("hit-and-run", "burn-in 1,000 steps", "differences between chains");
        }
        // the mean of 60 squares has a standard deviation of sqrt(2 / 60) = 0.18
        assertThat(squares / runs).isBetween(0.4, 1.7);
    }

    @ParameterizedTest
    @EnumSource(Ranking.Ties.class)
    void threadsChangeNothing(Ranking.Ties ties) {
        Criteria table = random(9, 4);
        Criteria.Builder spread = Criteria.builder().criteria("a", "b", "c");
        for (int unit = 0; unit < 6; unit++) {
            spread.unit(
                    "u" + unit, Estimate.range(unit, unit - 2, unit + 3), Estimate.of(3 - unit), Estimate.exactly(1));
        }
        Criteria uncertain = spread.build();
        WeightSet narrow = WeightSet.between(Map.of("c0", 0.2, "c1", 0.2), Map.of("c0", 0.21, "c1", 0.22));
        Smaa one = SMAA.withTies(ties).withDraws(20_000).withThreads(1);
        List<SmaaResult> expected =
                List.of(one.analyse(table), one.withWeights(narrow).analyse(table), one.analyse(uncertain));
        for (int threads : new int[] {2, 3, 7}) {
            Smaa several = one.withThreads(threads);
            assertThat(several).isEqualTo(one).hasSameHashCodeAs(one);
            assertThat(List.of(
                            several.analyse(table),
                            several.withWeights(narrow).analyse(table),
                            several.analyse(uncertain)))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Ranking.Ties.class)
    void sharesOfAUnitSumToOne(Ranking.Ties ties) {
        Criteria table = random(12, 3);
        SmaaResult result = SMAA.withTies(ties).withDraws(5_000).analyse(table);
        for (String unit : table.units()) {
            double row = 0;
            double column = 0;
            for (int rank = 1; rank <= 12; rank++) {
                row += result.rankAcceptability(unit, rank);
                column +=
                        result.rankAcceptability("u" + (rank - 1), table.units().indexOf(unit) + 1);
            }
            assertThat(row).isEqualTo(1, within(1e-12));
            assertThat(column).isEqualTo(1, within(1e-12));
        }
    }

    /** Two that are the same and one behind them in all: ranks 1, 1, 3; 1, 1, 2; 1.5, 1.5, 3. */
    @Test
    void tiesFollowTheirTreatment() {
        Criteria twins = Criteria.builder()
                .criteria("a", "b")
                .unit("x", 2, 1)
                .unit("y", 2, 1)
                .unit("z", 1, 0)
                .build();
        Smaa few = SMAA.withDraws(1_000);
        assertThat(few.analyse(twins).rankAcceptability("y", 1)).isEqualTo(1);
        assertThat(few.analyse(twins).rankAcceptability("z", 3)).isEqualTo(1);
        assertThat(few.withTies(Ranking.Ties.DENSE).analyse(twins).rankAcceptability("z", 2))
                .isEqualTo(1);
        SmaaResult average = few.withTies(Ranking.Ties.AVERAGE).analyse(twins);
        assertThat(average.rankAcceptability("x", 1)).isEqualTo(0.5);
        assertThat(average.rankAcceptability("x", 2)).isEqualTo(0.5);
        assertThat(average.expectedRank("y")).isEqualTo(1.5);
        assertThat(average.firstRankShare("x")).isEqualTo(1);
        assertThat(average.pairwiseWinning("x", "y")).isZero();
        assertThat(average.pairwiseWinning("x", "z")).isEqualTo(1);
        assertThat(average.confidenceFactor("x")).hasValue(1);
        assertThat(average.centralWeights("z")).isEmpty();
        assertThat(average.confidenceFactor("z")).isEmpty();
    }

    /** sum(w ln s): x = (e, 1), y = (1, e^2): x leads where w > 2 (1 - w), from 2/3 on. */
    @Test
    void geometricMeansAreComparedByLogarithms() {
        Criteria criteria = Criteria.builder()
                .aggregation(Aggregation.geometric(1))
                .criteria("a", "b")
                .unit("x", StrictMath.E, 1)
                .unit("y", 1, StrictMath.E * StrictMath.E)
                .build();
        SmaaResult result = SMAA.analyse(criteria);
        assertThat(result.firstRankShare("x")).isEqualTo(1.0 / 3, within(5 * result.firstRankShareError("x")));
    }

    /** y lacks a and scores what b says, 1; x scores 2 w: x leads from 1/2 on. */
    @Test
    void aMissingValueLeavesTheMeanOfTheOthers() {
        Criteria criteria = Criteria.builder()
                .criteria("a", "b")
                .row("x", "x", new double[] {2, 0})
                .row("y", "y", new double[] {Double.NaN, 1})
                .build();
        SmaaResult result = SMAA.analyse(criteria);
        assertThat(result.firstRankShare("x")).isEqualTo(0.5, within(5 * result.firstRankShareError("x")));
        assertThat(inOneLine(result)).contains("Where a value is missing (1 of 2 units), the mean is of the others");
    }

    @Test
    void refusesADrawThatLeavesAUnitWithoutAScore() {
        Criteria criteria = Criteria.builder()
                .criteria("a", "b")
                .row("y", "y", new double[] {Double.NaN, 1})
                .build();
        WeightDraws draws = WeightDraws.of(ImmutableList.of("a", "b"), new double[][] {{1, 0}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMAA.analyse(criteria, draws))
                .withMessageContaining("gives no weight to any criterion that a unit has");
    }

    /** One criterion, x triangular on [0, 2] with mode 1, y exactly 1.5: x leads with (2 - 1.5)^2 / 2 = 1/8. */
    @Test
    void uncertainValuesAreDrawn() {
        Criteria criteria = Criteria.builder()
                .criteria("a")
                .unit("x", Estimate.range(1, 0, 2))
                .unit("y", Estimate.of(1.5))
                .build();
        SmaaResult result = SMAA.analyse(criteria);
        assertThat(result.firstRankShare("x")).isEqualTo(0.125, within(5 * result.firstRankShareError("x")));
        assertThat(result.confidenceFactor("x").orElseThrow())
                .isEqualTo(0.125, within(5 * result.confidenceFactorError("x").orElseThrow()));
        assertThat(result.confidenceFactorError("x").orElseThrow())
                .isEqualTo(Math.sqrt(0.125 * 0.875 / 10_000), within(0.0002));
        assertThat(inOneLine(result)).contains("spreads cover 1 of 2 values", "% of draws of weights and values");
        assertThat(inOneLine(criteria)).contains("spreads cover 1 of 2 values");
    }

    /** Normal with 90 % interval 1 +- 1.6449 (sigma 1) against 2: exceeded with Phi(-1) = 0.158655. */
    @Test
    void intervalsAreNormal() {
        Criteria criteria = Criteria.builder()
                .criteria("a", "b")
                .unit("x", Estimate.interval90(1, 1 - 1.6448536269514722, 1 + 1.6448536269514722), Estimate.exactly(0))
                .unit("y", Estimate.of(2), Estimate.of(0))
                .build();
        SmaaResult result = SMAA.analyse(criteria);
        assertThat(result.pairwiseWinning("x", "y"))
                .isEqualTo(0.15865525393145707, within(5 * result.pairwiseWinningError("x", "y")));
    }

    @Test
    void refusesARangeWhereAMeanHasNoValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Criteria.builder()
                        .aggregation(Aggregation.geometric(1))
                        .criteria("a")
                        .unit("x", Estimate.range(1, 0, 2)))
                .withMessageContaining("its range starts at 0");
    }

    /** Three draws by hand, columns in another order: b, a. */
    @Test
    void drawsThatArePassedInAreUsedAsTheyAre() {
        WeightDraws draws = WeightDraws.of(
                ImmutableList.of("b", "a"), new double[][] {{0.9, 0.1}, {0.4, 0.6}, {0.7, 0.3}, {0.3, 0.7}});
        SmaaResult result = SMAA.analyse(LINES, draws);
        assertThat(result.firstRankShare("x")).isEqualTo(0.5);
        assertThat(result.firstRankShare("y")).isEqualTo(0.25);
        assertThat(result.firstRankShare("z")).isEqualTo(0.25);
        assertThat(result.centralWeights("x")).hasValueSatisfying(weights -> {
            assertThat(weights.get("a")).isEqualTo(0.65, within(1e-15));
            assertThat(weights.get("b")).isEqualTo(0.35, within(1e-15));
        });
        assertThat(result.centralWeightErrors("y")).isEmpty();
        assertThat(result.seed()).isEmpty();
        assertThat(SMAA.withSeed(99).withDraws(7).analyse(LINES, draws)).isEqualTo(result);
        WeightDraws others = WeightDraws.of(ImmutableList.of("b", "c"), new double[][] {{0.9, 0.1}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMAA.analyse(LINES, others))
                .withMessage("Smaa: weight draws must be of [a, b] but are of [b, c]");
    }

    @Test
    void reportsProgressAndStopsWhenInterrupted() {
        List<Long> done = new ArrayList<>();
        SMAA.withDraws(10_000).withThreads(1).analyse(LINES, (now, total) -> {
            assertThat(total).isEqualTo(5);
            done.add(now);
        });
        assertThat(done).containsExactly(1L, 2L, 3L, 4L, 5L);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> SMAA.analyse(LINES)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusesWhatMakesNoSample() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMAA.withDraws(1))
                .withMessage("Smaa.draws must be at least 2 but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SMAA.withThreads(0))
                .withMessage("Smaa.threads must be at least 1 but was 0");
        assertThatIllegalArgumentException().isThrownBy(() -> SMAA.withBurnIn(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> SMAA.withThinning(0));
        SmaaResult result = SMAA.withDraws(10).analyse(LINES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result.rankAcceptability("x", 4))
                .withMessage("SmaaResult: a rank must be in [1, 3] but was 4");
        assertThatIllegalArgumentException().isThrownBy(() -> result.entropy("nobody"));
    }

    @Test
    void printsSharesMethodAndErrors() {
        assertThat(inOneLine(SMAA.withDraws(1_000).analyse(LINES)))
                .contains(
                        "rank 1",
                        "expected rank",
                        "interval90",
                        "1,000 draws; uniform over all weights, drawn independently; seed 1",
                        "Standard errors: at most 1.6 points",
                        "Held fixed: values",
                        "Ties: 1, 2, 2, 4")
                .doesNotContain("possible");
        String many = SMAA.withDraws(1_000).analyse(random(14, 5)).toString();
        assertThat(many).contains("top 3", "bits").doesNotContain("rank 1");
        assertThat(many.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void neverRoundsToAllOrNothing() {
        assertThat(ShareText.number(0)).isEqualTo("0");
        assertThat(ShareText.number(0.0001)).isEqualTo("<0.1");
        assertThat(ShareText.number(0.9996)).isEqualTo(">99.9");
        assertThat(ShareText.number(0.9994)).isEqualTo("99.9");
        assertThat(ShareText.number(1)).isEqualTo("100");
    }

    /** Left to right: exactly 1 %, 4 %, 90 %, 5 % of draws at ranks 1 to 4. */
    @Test
    void quantilesAreTheBestRanksThatReachTheirPart() {
        double[][] weights = new double[100][2];
        for (int draw = 0; draw < 100; draw++) {
            double w = draw < 1 ? 0.9 : draw < 5 ? 0.7 : draw < 95 ? 0.5 : 0.2;
            weights[draw] = new double[] {w, 1 - w};
        }
        Criteria criteria = Criteria.builder()
                .criteria("a", "b")
                .unit("x", 1, 0)
                .unit("p", 0.8, 0.8)
                .unit("q", 0.6, 0.6)
                .unit("r", 0.3, 0.3)
                .build();
        SmaaResult result = SMAA.analyse(criteria, WeightDraws.of(criteria.criteria(), weights));
        assertThat(result.rankAcceptability("x", 1)).isEqualTo(0.01);
        assertThat(result.rankAcceptability("x", 4)).isEqualTo(0.05);
        assertThat(result.rankInterval90("x")).isEqualTo(new SmaaResult.RankInterval(2, 3));
        assertThat(result.observedRanks("x")).isEqualTo(new SmaaResult.RankInterval(1, 4));
    }
}
