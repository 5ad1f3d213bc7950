package io.github.statecraft.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Units that tie in rational arithmetic tie in ours: weights such as one third must not decide a rank. */
class ExactTiesTest {
    private static final long SEED = 20261124;
    private static final MathContext DIGITS = new MathContext(80);

    private static ScoringFramework equalWeights(int indicators) {
        Pillar.Builder index = Pillar.builder().id("index");
        for (int i = 0; i < indicators; i++) {
            index.addChildren(Indicator.of("i" + i, Normalisation.goalposts(0, 100)));
        }
        return ScoreFixtures.framework(index.build());
    }

    private static IndicatorTable table(List<List<Double>> rows) {
        IndicatorTable.Builder table = IndicatorTable.builder();
        for (int row = 0; row < rows.size(); row++) {
            table.unit("u" + row);
            for (int i = 0; i < rows.get(row).size(); i++) {
                table.value("u" + row, "i" + i, rows.get(row).get(i));
            }
        }
        return table.build();
    }

    /** A mean does not change when its terms change places. */
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 6, 7, 9, 11, 13, 29})
    void permutedValuesOfEqualWeightTie(int indicators) {
        Random random = new Random(SEED + indicators);
        for (int run = 0; run < 50; run++) {
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < indicators; i++) {
                values.add((double) random.nextInt(101));
            }
            List<List<Double>> rows = new ArrayList<>();
            for (int row = 0; row < 6; row++) {
                Collections.shuffle(values, random);
                rows.add(ImmutableList.copyOf(values));
            }
            Ranking ranking = equalWeights(indicators).scoreAll(table(rows)).ranking();
            assertThat(ranking.entries()).allSatisfy(entry -> {
                assertThat(entry.rank()).isEqualTo(1);
                assertThat(entry.tied()).isTrue();
            });
        }
    }

    /** 100 = 100 (w1 + w2 + ...) / (w1 + w2 + ...), whatever the weights. */
    @Test
    void aUnitThatIsBestEverywhereScoresExactlyHundred() {
        Random random = new Random(SEED);
        for (int run = 0; run < 200; run++) {
            ScoringFramework framework =
                    RandomIndex.framework(random, RandomIndex.Means.MIXED, MissingDataPolicy.strict());
            IndicatorTable.Builder best = IndicatorTable.builder().unit("u");
            framework
                    .indicators()
                    .forEach(leaf -> best.value(
                            "u",
                            leaf.indicator(),
                            leaf.direction() == Direction.HIGHER_IS_BETTER ? high(leaf) : low(leaf)));
            assertThat(framework.scoreAll(best.build()).score("u").orElseThrow())
                    .isEqualTo(100);
        }
    }

    private static double high(Indicator leaf) {
        return ((Normalisation.Goalposts) leaf.normalisation()).high();
    }

    private static double low(Indicator leaf) {
        return ((Normalisation.Goalposts) leaf.normalisation()).low();
    }

    /** Oracle: the weighted mean in 80 decimal digits, rounded once. */
    @Test
    void theScoreIsTheExactMeanRoundedOnce() {
        Random random = new Random(SEED);
        for (int run = 0; run < 2_000; run++) {
            int indicators = 2 + random.nextInt(9);
            Pillar.Builder index = Pillar.builder().id("index");
            List<Double> values = new ArrayList<>();
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal total = BigDecimal.ZERO;
            for (int i = 0; i < indicators; i++) {
                double weight = 0.01 + random.nextDouble();
                double value = 100 * random.nextDouble();
                index.addChildren(
                        Indicator.of("i" + i, Normalisation.goalposts(0, 100)).withWeight(weight));
                values.add(value);
                double score = 100 * value / 100;
                sum = sum.add(new BigDecimal(weight).multiply(new BigDecimal(score)));
                total = total.add(new BigDecimal(weight));
            }
            assertThat(ScoreFixtures.framework(index.build())
                            .scoreAll(table(List.of(values)))
                            .score("u0")
                            .orElseThrow())
                    .isEqualTo(sum.divide(total, DIGITS).doubleValue());
        }
    }
}
