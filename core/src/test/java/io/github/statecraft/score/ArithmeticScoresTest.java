package io.github.statecraft.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Scores in blocks have the bits of {@link UnitScore}, the clear version, whose own oracle is BigDecimal (see
 * {@link ScoringPropertiesTest}).
 */
class ArithmeticScoresTest {
    private static final MissingDataPolicy LENIENT =
            MissingDataPolicy.reweight(0.3, MissingDataPolicy.Scope.EVERY_PILLAR);

    private static long bits(double x) {
        return Double.doubleToLongBits(x);
    }

    /** How many scores were proven in blocks; every one has the bits of the clear version. */
    private static long proven(ScoringFramework framework, IndicatorTable table) {
        Scoring scoring = new Scoring(framework.fit(table), table, null);
        double[] inBlocks = scoring.provenScores();
        ScoreTable scores = framework.scoreAll(table);
        for (int row = 0; row < inBlocks.length; row++) {
            String unit = table.units().get(row);
            double clear = scoring.score(unit).value(0);
            if (!Double.isNaN(inBlocks[row])) {
                assertThat(bits(inBlocks[row])).as(unit).isEqualTo(bits(clear));
            }
            assertThat(scores.score(unit).isPresent()).isEqualTo(!Double.isNaN(clear));
            if (scores.score(unit).isPresent()) {
                assertThat(bits(scores.score(unit).orElseThrow())).as(unit).isEqualTo(bits(clear));
            }
        }
        return Arrays.stream(inBlocks).filter(x -> !Double.isNaN(x)).count();
    }

    @Test
    void completeUnitsOfRandomTreesAreNearlyAllProven() {
        Random random = new Random(20261124);
        long proven = 0;
        for (int run = 0; run < 400; run++) {
            ScoringFramework framework = RandomIndex.framework(random, RandomIndex.Means.ARITHMETIC, LENIENT);
            proven += proven(framework, RandomIndex.table(random, framework, 0));
        }
        assertThat(proven).isGreaterThan(400 * 5 * 95 / 100);
    }

    @Test
    void unitsWithHolesAreLeftToTheClearVersion() {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            ScoringFramework framework = RandomIndex.framework(random, RandomIndex.Means.ARITHMETIC, LENIENT);
            IndicatorTable table = RandomIndex.table(random, framework, 0.2);
            long complete = table.units().stream()
                    .filter(unit -> framework.columns().stream()
                            .allMatch(column -> table.value(unit, column).isPresent()))
                    .count();
            assertThat(proven(framework, table)).isLessThanOrEqualTo(complete);
        }
    }

    @Test
    void geometricMeansAreLeftToTheClearVersion() {
        Random random = new Random(8);
        ScoringFramework framework = RandomIndex.framework(random, RandomIndex.Means.GEOMETRIC, LENIENT);
        assertThat(proven(framework, RandomIndex.table(random, framework, 0))).isZero();
    }

    /** More units than a block has, values at the ends and beyond, codes, logs, min-max, and ties by equal weights. */
    @Test
    void everyKindOfScaleHasTheSameBits() {
        ScoringFramework framework = ScoreFixtures.framework(
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
        assertThat(proven(framework, table.build())).isBetween(300L, 1_400L);
    }
}
