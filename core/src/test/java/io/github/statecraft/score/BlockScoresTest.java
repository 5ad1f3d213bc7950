package io.github.statecraft.score;

import static io.github.statecraft.score.RandomIndex.reweighted;
import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.geometric;
import static io.github.statecraft.score.ScoreFixtures.leaf;
import static io.github.statecraft.score.ScoreFixtures.pillar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.statecraft.score.RandomIndex.Means;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scores in blocks have the bits of {@link UnitScore}, the clear version, whose own oracle is BigDecimal (see
 * {@link ScoringPropertiesTest}).
 */
class BlockScoresTest {
    private static final MissingDataPolicy LENIENT =
            MissingDataPolicy.reweight(0.3, MissingDataPolicy.Scope.EVERY_PILLAR);

    private static final IndicatorTable ZERO_ON_B = ScoreFixtures.unit(List.of("a", "b"), 80, 0);

    private static long bits(double x) {
        return Double.doubleToLongBits(x);
    }

    /** How many units were scored in blocks; every one has the bits of the clear version. */
    private static long inBlocks(ScoringFramework framework, IndicatorTable table) {
        Scoring scoring = new Scoring(framework.fit(table), table, null);
        double[] scored = scoring.provenScores();
        ScoreTable scores = framework.scoreAll(table);
        for (int row = 0; row < scored.length; row++) {
            String unit = table.units().get(row);
            double clear = scoring.score(unit).value(0);
            if (!Double.isNaN(scored[row])) {
                assertThat(bits(scored[row])).as(unit).isEqualTo(bits(clear));
            }
            assertThat(scores.score(unit).isPresent()).isEqualTo(!Double.isNaN(clear));
            if (scores.score(unit).isPresent()) {
                assertThat(bits(scores.score(unit).orElseThrow())).as(unit).isEqualTo(bits(clear));
            }
        }
        return Arrays.stream(scored).filter(x -> !Double.isNaN(x)).count();
    }

    @ParameterizedTest
    @EnumSource
    void completeUnitsOfRandomTreesAreAllScoredInBlocks(Means means) {
        Random random = new Random(20261124);
        long scored = 0;
        for (int run = 0; run < 400; run++) {
            ScoringFramework framework = RandomIndex.framework(random, means, LENIENT);
            scored += inBlocks(framework, RandomIndex.table(random, framework, 0));
        }
        assertThat(scored).isEqualTo(400 * 5);
    }

    @ParameterizedTest
    @EnumSource
    void unitsWithHolesAreLeftToTheClearVersion(Means means) {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            ScoringFramework framework = RandomIndex.framework(random, means, LENIENT);
            IndicatorTable table = RandomIndex.table(random, framework, 0.2);
            long complete = table.units().stream()
                    .filter(unit -> framework.columns().stream()
                            .allMatch(column -> table.value(unit, column).isPresent()))
                    .count();
            assertThat(inBlocks(framework, table)).isEqualTo(complete);
        }
    }

    /** Few values and weights, so that products are exact, sums are halfway between doubles, and units tie. */
    @ParameterizedTest
    @EnumSource
    void tiesAndRoundNumbersHaveTheSameBits(Means means) {
        Random random = new Random(10);
        for (int run = 0; run < 100; run++) {
            ScoringFramework framework = RandomIndex.framework(random, means, MissingDataPolicy.strict());
            IndicatorTable.Builder table = IndicatorTable.builder();
            for (int i = 0; i < 20; i++) {
                table.unit("u" + i);
                for (String column : framework.columns()) {
                    table.value("u" + i, column, i < 2 ? 50 : 25 * random.nextInt(5));
                }
            }
            assertThat(inBlocks(framework.withIndex(plain(framework.index())), table.build()))
                    .isEqualTo(20);
        }
    }

    /** The tree with goalposts of -128 and 128, and whole weights up to 4. */
    private static Pillar plain(Pillar pillar) {
        return pillar.withChildren(pillar.children().stream()
                .map(child -> child instanceof Pillar inner
                        ? plain(inner)
                        : ((Indicator) child).withNormalisation(Normalisation.goalposts(-128, 128)))
                .map(child -> reweighted(child, Math.ceil(4 * Math.min(1, child.weight()))))
                .toList());
    }

    /** A score of 0 without weight counts for nothing, wherever it stands. */
    @Test
    void whatHasNoWeightIsScoredInBlocksWhateverItScores() {
        IndexNode b = leaf("b", 0);
        for (IndexNode child : List.of(b, pillar("p", leaf("b", 1)).withWeight(0), pillar("p", leaf("c", 1), b))) {
            ScoringFramework framework = framework(geometric("g", 50, leaf("a", 1), child));
            IndicatorTable table = ScoreFixtures.unit(List.of("a", "b", "c"), 80, 0, 20);
            assertThat(inBlocks(framework, table)).isEqualTo(1);
        }
    }

    /** Scoring in blocks refuses what scoring one unit refuses, in the same words. */
    @Test
    void aScoreOfZeroBelowAGeometricMeanIsLeftToTheClearVersion() {
        IndexNode zero = geometric("h", 50, leaf("b", 1));
        for (ScoringFramework framework : List.of(
                framework(geometric("g", 50, leaf("a", 1), leaf("b", 1))),
                framework(geometric("g", 50, leaf("a", 1), pillar("p", leaf("b", 1)))),
                framework(geometric("g", 50, leaf("a", 1), zero)),
                framework(geometric("g", 50, leaf("a", 1), reweighted(zero, 0))),
                framework(leaf("a", 1), reweighted(zero, 0)))) {
            Scoring scoring = new Scoring(framework.fit(ZERO_ON_B), ZERO_ON_B, null);
            assertThat(scoring.provenScores()).containsExactly(Double.NaN);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> framework.scoreAll(ZERO_ON_B))
                    .withMessageContaining("of u scores 0;");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scoring.score("u"))
                    .withMessageContaining("of u scores 0;");
        }
    }

    /** More units than a block has, values at the ends and beyond, codes, logs, min-max, and ties by equal weights. */
    @Test
    void everyKindOfScaleHasTheSameBits() {
        ScoringFramework framework = framework(
                Indicator.of("plain", Normalisation.goalposts(0, 3)),
                Indicator.of("reversed", Normalisation.goalposts(-1, 7)).withDirection(Direction.LOWER_IS_BETTER),
                Indicator.of("capped", new Normalisation.Goalposts(1, 2, OutOfRange.CAP, "an example")),
                Indicator.of("extended", new Normalisation.Goalposts(1, 2, OutOfRange.EXTEND, "an example")),
                Indicator.of("log", Normalisation.logGoalposts(0.5, 4)),
                Indicator.of("spread", Normalisation.minMax()));
        Random random = new Random(9);
        IndicatorTable.Builder table = IndicatorTable.builder();
        for (int i = 0; i < 1_500; i++) {
            String unit = "u" + i;
            table.unit(unit)
                    .value(unit, "plain", random.nextInt(4))
                    .value(unit, "reversed", 7 * random.nextDouble())
                    .value(unit, "capped", 3 * random.nextDouble())
                    .value(unit, "extended", 1 + (i % 10 == 0 ? 2 : 1) * random.nextDouble())
                    .value(unit, "log", 0.5 + random.nextInt(8) * 0.5)
                    .value(unit, "spread", i);
        }
        assertThat(inBlocks(framework, table.build())).isBetween(300L, 1_400L);
    }
}
