package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.score.Ranking;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is counted side by side against the definition, draw by draw: {@link ClearRanks}. */
class SmaaDefinitionTest {
    private static final int DRAWS = 2_700;

    @ParameterizedTest
    @CsvSource({
        "1, 1, 700",
        "2, 2, 700",
        "3, 2, 2700",
        "5, 1, 300",
        "7, 9, 255",
        "20, 6, 2700",
        "50, 20, 512",
        "128, 4, 300",
        "129, 3, 300",
        "256, 5, 257",
        "257, 5, 100",
        "300, 3, 100"
    })
    void ranksAreThoseOfTheDefinition(int units, int criteria, int draws) {
        SplittableRandom random = new SplittableRandom(units * 1000L + criteria);
        assertSame(table(random, units, criteria), weights(random, draws, criteria), Ranking.Ties.STANDARD);
    }

    /** Units of which some differ by 1e-12, 1e-15 and nothing: far below what is told apart at first sight. */
    @ParameterizedTest
    @EnumSource(Ranking.Ties.class)
    void unitsThatNearlyTieAreToldApart(Ranking.Ties ties) {
        SplittableRandom random = new SplittableRandom(5);
        double[][] values = table(random, 24, 4);
        double[] steps = {1e-12, 1e-15, 0, -1e-15, 1e-9, 0, 1e-7};
        for (int i = 0; i < steps.length; i++) {
            for (int criterion = 0; criterion < 4; criterion++) {
                values[12 + i][criterion] = values[i % 3][criterion] + steps[i];
            }
        }
        assertSame(values, weights(random, DRAWS, 4), ties);
    }

    @ParameterizedTest
    @EnumSource(Ranking.Ties.class)
    void unitsOfFewDifferentValuesTieOften(Ranking.Ties ties) {
        SplittableRandom random = new SplittableRandom(6);
        double[][] values = new double[30][3];
        for (double[] row : values) {
            for (int i = 0; i < 3; i++) {
                row[i] = random.nextInt(3);
            }
        }
        double[][] weights = weights(random, DRAWS, 3);
        for (int draw = 0; draw < DRAWS; draw += 3) {
            weights[draw] = new double[] {0.5, 0.25, 0.25};
        }
        assertSame(values, weights, ties);
    }

    @ParameterizedTest
    @EnumSource(Ranking.Ties.class)
    void manyUnitsTieAlike(Ranking.Ties ties) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] values = table(random, 270, 2);
        for (int unit = 1; unit < 270; unit += 2) {
            values[unit] = values[unit - 1].clone();
        }
        assertSame(values, weights(random, 90, 2), ties);
    }

    /** A unit a million times as far out as the rest leaves these close together. */
    @ParameterizedTest
    @CsvSource({"1e6", "-1e12", "1e300"})
    void anOutlierHidesNobody(double outlier) {
        SplittableRandom random = new SplittableRandom(8);
        double[][] values = table(random, 12, 3);
        values[4][1] = outlier;
        assertSame(values, weights(random, 600, 3), Ranking.Ties.STANDARD);
    }

    @ParameterizedTest
    @EnumSource(Ranking.Ties.class)
    void meansAreOfWhatIsThere(Ranking.Ties ties) {
        SplittableRandom random = new SplittableRandom(9);
        double[][] values = table(random, 15, 5);
        for (int unit = 0; unit < 15; unit++) {
            values[unit][unit % 5] = unit % 4 == 0 ? Double.NaN : values[unit][unit % 5];
        }
        values[3][0] = Double.NaN;
        values[3][4] = Double.NaN;
        assertSame(values, weights(random, DRAWS, 5), ties);
    }

    static void assertSame(double[][] values, double[][] weights, Ranking.Ties ties) {
        Criteria criteria = criteria(values);
        WeightDraws draws = WeightDraws.of(criteria.criteria(), weights);
        SmaaFigures figures =
                Smaa.withDefaults().withTies(ties).analyse(criteria, draws).figures();
        ClearRanks clear = new ClearRanks(values, weights, ties);
        int units = values.length;
        for (int unit = 0; unit < units; unit++) {
            for (int other = 0; other < units; other++) {
                double held = clear.held[unit][other] / weights.length;
                if (ties == Ranking.Ties.AVERAGE) {
                    assertThat(figures.rank(unit, other + 1)).isEqualTo(held, within(1e-12));
                } else {
                    assertThat(figures.rank(unit, other + 1)).isEqualTo(held);
                }
                assertThat(figures.ahead(unit, other)).isEqualTo((double) clear.ahead[unit][other] / weights.length);
            }
            assertThat(figures.firsts().get(unit)).isEqualTo((double) clear.firsts[unit] / weights.length);
            for (int i = 0; i < weights[0].length && clear.firsts[unit] > 0; i++) {
                assertThat(figures.weights().get(unit * weights[0].length + i))
                        .isEqualTo(clear.weightSums[unit][i] / clear.firsts[unit], within(1e-12));
            }
        }
    }

    static Criteria criteria(double[][] values) {
        Criteria.Builder criteria = Criteria.builder()
                .criteria(IntStream.range(0, values[0].length)
                        .mapToObj(i -> "c" + i)
                        .toArray(String[]::new));
        for (int unit = 0; unit < values.length; unit++) {
            criteria.row("u" + unit, "u" + unit, values[unit]);
        }
        return criteria.build();
    }

    static double[][] table(SplittableRandom random, int units, int criteria) {
        double[][] values = new double[units][criteria];
        for (double[] row : values) {
            for (int i = 0; i < criteria; i++) {
                row[i] = random.nextDouble();
            }
        }
        return values;
    }

    static double[][] weights(SplittableRandom random, int draws, int criteria) {
        double[][] weights = new double[draws][criteria];
        for (double[] row : weights) {
            double sum = 0;
            for (int i = 0; i < criteria; i++) {
                row[i] = -Math.log(1 - random.nextDouble());
                sum += row[i];
            }
            for (int i = 0; i < criteria; i++) {
                row[i] /= sum;
            }
        }
        return weights;
    }
}
