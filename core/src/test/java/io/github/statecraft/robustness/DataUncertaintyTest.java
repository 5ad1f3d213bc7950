package io.github.statecraft.robustness;

import static io.github.statecraft.robustness.UncertainTables.duel;
import static io.github.statecraft.robustness.UncertainTables.framework;
import static io.github.statecraft.robustness.UncertainTables.leaf;
import static io.github.statecraft.robustness.UncertainTables.normal;
import static io.github.statecraft.robustness.UncertainTables.range;
import static io.github.statecraft.robustness.UncertainTables.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.Progress;
import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.estimate.Reconciliation;
import io.github.statecraft.estimate.SpreadPolicy;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.ScoreTable;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class DataUncertaintyTest {
    private static final DataUncertainty METHOD = DataUncertainty.withDefaults().withThreads(1);

    /** Three units on three criteria, with a normal spread of 6 on most. */
    private static final ScoreTable THREE = framework(leaf("a", 1), leaf("b", 1), leaf("c", 1))
            .scoreAll(IndicatorTable.builder()
                    .unit("x")
                    .unit("y")
                    .unit("z")
                    .reading("x", "a", normal(50, 6))
                    .reading("x", "b", normal(40, 6))
                    .reading("x", "c", unknown(30))
                    .reading("y", "a", normal(42, 6))
                    .reading("y", "b", normal(45, 6))
                    .reading("y", "c", normal(35, 6))
                    .reading("z", "a", unknown(44))
                    .reading("z", "b", normal(41, 6))
                    .reading("z", "c", normal(39, 6))
                    .build());

    /** scipy 1.17.1: quad(lambda x: (3 - x) / 2 * x / (1 + x), 1, 3). */
    private static final double MEAN_SHARE = 0.6137056388801094;

    @Test
    void integratesOverASpreadByHand() {
        // x is ahead by d in (1, 3) on a, of density (3 - x) / 2, and behind by 1 on b, so it is ahead on d / (1 + d)
        // of
        // the weights
        ScoreTable scored = framework(leaf("a", 1), leaf("b", 1))
                .scoreAll(duel(List.of(range(1, 1, 3), unknown(1)), List.of(unknown(0), unknown(2))));
        PairwiseWinning pairs = METHOD.withDraws(10_000).pairwiseWinning(scored);
        assertThat(pairs.standardError("x", "y")).isBetween(0.0001, 0.002);
        assertThat(pairs.share("x", "y")).isCloseTo(MEAN_SHARE, within(4 * pairs.standardError("x", "y")));
        assertThat(pairs.share("y", "x")).isCloseTo(1 - pairs.share("x", "y"), within(1e-12));
    }

    @Test
    void agreesWithSamplingDataAndWeightsTogether() {
        PairwiseWinning pairs = METHOD.withDraws(4_000).pairwiseWinning(THREE);
        FirstRankShares first = METHOD.withDraws(4_000).firstRankShares(THREE);
        double[][] means = {{50, 40, 30}, {42, 45, 35}, {44, 41, 39}};
        double[][] spread = {{6, 6, 0}, {6, 6, 6}, {0, 6, 6}};
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double z95 = normal.inverseCumulativeProbability(0.95);
        SplittableRandom random = new SplittableRandom(11);
        int draws = 200_000;
        int[] ahead = new int[9];
        int[] best = new int[3];
        for (int draw = 0; draw < draws; draw++) {
            double[] scores = new double[3];
            for (int criterion = 0; criterion < 3; criterion++) {
                double weight = -StrictMath.log(1 - random.nextDouble());
                for (int unit = 0; unit < 3; unit++) {
                    double noise = normal.inverseCumulativeProbability(random.nextDouble(1e-12, 1));
                    scores[unit] += weight * (means[unit][criterion] + noise * spread[unit][criterion] / z95);
                }
            }
            double highest = Arrays.stream(scores).max().orElseThrow();
            for (int unit = 0; unit < 3; unit++) {
                best[unit] += scores[unit] == highest ? 1 : 0;
                for (int other = 0; other < 3; other++) {
                    ahead[3 * unit + other] += scores[unit] > scores[other] ? 1 : 0;
                }
            }
        }
        List<String> units = List.of("x", "y", "z");
        for (int unit = 0; unit < 3; unit++) {
            String id = units.get(unit);
            assertClose(first.share(id), first.standardError(id), best[unit], draws);
            for (int other = 0; other < 3; other++) {
                if (unit != other) {
                    String rival = units.get(other);
                    assertClose(pairs.share(id, rival), pairs.standardError(id, rival), ahead[3 * unit + other], draws);
                }
            }
        }
        assertThat(first.shares().values().stream().reduce(0.0, Double::sum)).isCloseTo(1, within(1e-12));
        // exact over the weights: an error below that of as many draws of data and weights, which is that of a count
        assertThat(first.standardError("x"))
                .isLessThan(StrictMath.sqrt(first.share("x") * (1 - first.share("x")) / 4_000));
    }

    private static void assertClose(double share, double error, int count, int draws) {
        double sampled = (double) count / draws;
        double both = StrictMath.hypot(error, StrictMath.sqrt(sampled * (1 - sampled) / draws));
        assertThat((share - sampled) / both).isBetween(-4.0, 4.0);
    }

    @Test
    void isExactWhereNothingIsUncertain() {
        ScoreTable certain = framework(leaf("a", 1), leaf("b", 1))
                .scoreAll(duel(List.of(unknown(3), unknown(1)), List.of(unknown(1), unknown(2))));
        // by hand: 2 w > 1 - w on 2/3 of the weights
        PairwiseWinning pairs = METHOD.pairwiseWinning(certain);
        assertThat(pairs.share("x", "y")).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(pairs.standardError("x", "y")).isZero();
        FirstRankShares first = METHOD.firstRankShares(certain);
        assertThat(first.share("y")).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(first.standardError("y")).isZero();
        // x is first where a weighs 1/3 to 1: on average 2/3
        assertThat(first.centralWeights("x").orElseThrow().get("a")).isCloseTo(2.0 / 3, within(1e-14));
        // under a >= b on [1/2, 1], x is always ahead
        assertThat(METHOD.pairwiseWinning(certain, WeightSet.ordered("a", "b"), Progress.none())
                        .share("x", "y"))
                .isEqualTo(1);
    }

    @Test
    void countsTiesOfUnitsThatAreAlikeInEveryDraw() {
        ScoreTable alike = framework(leaf("a", 1), leaf("b", 1))
                .scoreAll(duel(List.of(unknown(3), unknown(1)), List.of(unknown(3), unknown(1))));
        assertThat(METHOD.pairwiseWinning(alike).tied("x", "y")).isEqualTo(1);
    }

    @Test
    void givesTheSameForAnyNumberOfThreads() {
        DataUncertainty method = METHOD.withDraws(300).withSeed(5);
        for (int threads : new int[] {2, 3, 7}) {
            DataUncertainty other = method.withThreads(threads);
            assertThat(other.pairwiseWinning(THREE)).isEqualTo(method.pairwiseWinning(THREE));
            assertThat(other.firstRankShares(THREE)).isEqualTo(method.firstRankShares(THREE));
            assertThat(other.settling(THREE, "x", "y")).isEqualTo(method.settling(THREE, "x", "y"));
        }
        assertThat(method.withSeed(6).pairwiseWinning(THREE)).isNotEqualTo(method.pairwiseWinning(THREE));
    }

    @Test
    void stopsOnInterruption() {
        Stream.<Runnable>of(
                        () -> METHOD.pairwiseWinning(THREE),
                        () -> METHOD.firstRankShares(THREE),
                        () -> METHOD.settling(THREE, "x", "y"))
                .forEach(work -> {
                    Thread.currentThread().interrupt();
                    assertThatThrownBy(work::run).isInstanceOf(CancellationException.class);
                    assertThat(Thread.interrupted()).isTrue();
                });
    }

    @Test
    void refusesTooFewDraws() {
        assertThatThrownBy(() -> METHOD.withDraws(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("DataUncertainty.draws must be at least 2 but was 1");
        assertThatThrownBy(() -> METHOD.withThreads(0)).hasMessageContaining("threads must be at least 1");
    }

    @Test
    void saysHowMuchIsCoveredAndJudgedOnBundledData() {
        ReferenceData reference = ReferenceData.load();
        ScoreTable judged = reference
                .framework("balanced")
                .scoreAll(reference.strategies(), Reconciliation.latest(), SpreadPolicy.BY_CONFIDENCE);
        SettlingValues values = METHOD.withDraws(200).settling(judged, "CHN", "USA");
        assertThat(values.covered()).isEqualTo(values.inputs());
        assertThat(values.judged()).isBetween(1, values.covered());
        assertThat(values.toString()).contains("by JUDGEMENT").contains("China (CHN)");
        assertThat(values.toString().lines()).allMatch(line -> line.length() <= 100);
        // the parts of a sum make up the whole
        assertThat(values.values().stream()
                        .mapToDouble(value -> value.varianceShare().orElse(0))
                        .sum())
                .isCloseTo(1, within(1e-12));
        PairwiseWinning pairs = METHOD.withDraws(50).pairwiseWinning(judged);
        assertThat(pairs.method()).contains("JUDGEMENT").contains("50 draws");
        ScoreTable envelope =
                reference.framework("balanced").scoreAll(reference.strategies(), Reconciliation.envelope());
        SettlingValues ranges = METHOD.withDraws(200).settling(envelope, "CHN", "USA");
        assertThat(ranges.judged()).isZero();
        assertThat(ranges.covered()).isBetween(1, ranges.inputs() - 1);
        assertThat(ranges.toString()).contains("what the others would add is not known");
    }
}
