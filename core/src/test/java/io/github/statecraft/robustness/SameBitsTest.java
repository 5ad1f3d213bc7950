package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.estimate.Reconciliation;
import io.github.statecraft.estimate.SpreadPolicy;
import io.github.statecraft.internal.work.RandomBits;
import io.github.statecraft.score.ScoreTable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same bits for any number of threads, and on every Java runtime that runs these tests. Golden hashes guard change alone;
 * that the numbers are right is for the other tests.
 */
class SameBitsTest {
    private static final String EXACT = "0b437762f2174960";
    private static final String SAMPLED = "9c5617060702054f";
    private static final String DATA = "3789d705effef7de";
    private static final int SHOWN = 16;

    private static Criteria table(int units, int criteria) {
        String[] names = new String[criteria];
        for (int i = 0; i < criteria; i++) {
            names[i] = "c" + i;
        }
        Criteria.Builder builder = Criteria.builder().criteria(names);
        RandomBits bits = RandomBits.of(11, units);
        for (int unit = 0; unit < units; unit++) {
            double[] scores = new double[criteria];
            for (int i = 0; i < criteria; i++) {
                scores[i] = 100 * bits.nextOpen();
            }
            builder.unit("u" + unit, scores);
        }
        return builder.build();
    }

    private static String shown(Hasher hasher) {
        return hasher.hash().toString().substring(0, SHOWN);
    }

    @Test
    void exactAnswers() {
        Hasher hasher = Hashing.sha256().newHasher();
        WeightSpace all = WeightSpace.of(table(12, 5));
        for (WeightSpace space : ImmutableList.of(
                all,
                all.within(WeightSet.ordered("c4", "c3", "c2", "c1", "c0")),
                all.within(WeightSet.between(Map.of("c0", 0.1), Map.of("c1", 0.3))))) {
            PairwiseWinning pairs = space.pairwiseWinning();
            FirstRankShares first = space.firstRankShares();
            PossibleRanks ranks = space.possibleRanks();
            for (String unit : space.criteria().units()) {
                hasher.putDouble(pairs.expectedRank(unit))
                        .putDouble(first.share(unit))
                        .putInt(ranks.best(unit))
                        .putInt(ranks.worst(unit))
                        .putDouble(space.scoreDistribution(unit).quantile(0.3));
                first.centralWeights(unit).ifPresent(weights -> weights.values().forEach(hasher::putDouble));
                space.bestWeights(unit).ifPresent(weights -> weights.values().forEach(hasher::putDouble));
            }
        }
        String leader = first(all);
        for (String unit : all.criteria().units()) {
            for (WeightFlip.Norm norm : WeightFlip.Norm.values()) {
                if (!unit.equals(leader)) {
                    all.nearestFlip(leader, unit, norm).ifPresent(flip -> hasher.putDouble(flip.distance()));
                }
            }
        }
        all.stabilityIntervals().intervals().forEach(interval -> hasher.putDouble(interval.low())
                .putDouble(interval.high()));
        assertThat(shown(hasher)).isEqualTo(EXACT);
    }

    /** Who is first at the stated weights. */
    private static String first(WeightSpace space) {
        double[] weights = space.criteria().statedWeights();
        double[][] rows = space.criteria().linear();
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int unit = 0; unit < rows.length; unit++) {
            double score = 0;
            for (int i = 0; i < weights.length; i++) {
                score += weights[i] * rows[unit][i];
            }
            if (score > highest) {
                highest = score;
                best = unit;
            }
        }
        return space.criteria().units().get(best);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void sampledAnswers(int threads) {
        Hasher hasher = Hashing.sha256().newHasher();
        Criteria criteria = table(9, 4);
        for (WeightSet set : ImmutableList.of(
                WeightSet.simplex(),
                WeightSet.dirichlet(Map.of("c0", 0.5, "c1", 2.5)),
                WeightSet.between(Map.of(), Map.of("c0", 0.5)),
                WeightSet.between(Map.of("c0", 0.3), Map.of("c0", 0.301, "c1", 0.2)))) {
            SmaaResult result = Smaa.withDefaults()
                    .withDraws(20_000)
                    .withSeed(3)
                    .withThreads(threads)
                    .withWeights(set)
                    .analyse(criteria);
            for (String unit : criteria.units()) {
                hasher.putDouble(result.expectedRank(unit))
                        .putDouble(result.expectedRankError(unit))
                        .putDouble(result.entropy(unit));
                result.centralWeights(unit)
                        .ifPresent(weights -> weights.values().forEach(hasher::putDouble));
            }
        }
        SobolIndices indices = SobolAnalysis.withDefaults()
                .withSize(256)
                .withThreads(threads)
                .analyse(
                        ImmutableList.of("x", "y"),
                        point -> StrictMath.sin(3 * point.get(0)) + point.get(0) * point.get(1));
        hasher.putDouble(indices.firstOrder("x").orElseThrow())
                .putDouble(indices.totalOrderInterval("y").orElseThrow().high());
        assertThat(shown(hasher)).isEqualTo(SAMPLED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void uncertainData(int threads) {
        ReferenceData ref = ReferenceData.load();
        ScoreTable table = ref.framework("deployment-at-scale.intensity")
                .scoreAll(ref.strategies(), Reconciliation.latest(), SpreadPolicy.BY_CONFIDENCE);
        Hasher hasher = Hashing.sha256().newHasher();
        SettlingValues settling = DataUncertainty.withDefaults()
                .withDraws(100)
                .withThreads(threads)
                .settling(table, "CHN", "USA");
        hasher.putDouble(settling.gapStandardDeviation())
                .putDouble(settling.share().orElseThrow());
        SmaaResult ranks =
                Smaa.withDefaults().withDraws(300).withThreads(threads).analyseUncertain(table);
        ranks.criteria().units().forEach(unit -> hasher.putDouble(ranks.expectedRank(unit)));
        assertThat(shown(hasher)).isEqualTo(DATA);
    }
}
