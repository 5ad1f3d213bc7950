package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracles: enumeration of all cells in exact fractions (see the resource's README), hand-made tables, identities, sampling. */
class PossibleRanksTest {
    static Stream<List<String[]>> tables() {
        return WeightTables.read("possible-ranks.csv");
    }

    private static PossibleRanks ranks(double[]... rows) {
        return WeightSpace.of(WeightTables.criteria(rows)).possibleRanks();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void agreesWithAllCellsInFractions(List<String[]> table) {
        double[][] rows =
                table.stream().map(cells -> WeightTables.numbers(cells[2])).toArray(double[][]::new);
        PossibleRanks ranks = WeightSpace.of(WeightTables.criteria(rows))
                .within(WeightTables.weights(table.get(0)[1], rows[0].length))
                .possibleRanks();
        for (int unit = 0; unit < rows.length; unit++) {
            assertThat(List.of(ranks.best("u" + unit), ranks.worst("u" + unit)))
                    .as("u" + unit)
                    .containsExactly(Integer.parseInt(table.get(unit)[3]), Integer.parseInt(table.get(unit)[4]));
        }
    }

    /** By hand: all tie at equal weights, and only there is the third not behind somebody. */
    @Test
    void findsARankThatIsHeldAtOnePointOnly() {
        PossibleRanks ranks = ranks(new double[] {2, 0}, new double[] {0, 2}, new double[] {1, 1});
        assertThat(ranks.best("u2")).isEqualTo(1);
        assertThat(ranks.worst("u2")).isEqualTo(2);
        assertThat(ranks.worst("u0")).isEqualTo(3);
        assertThat(ranks.weightsOfBest("u2")).isEqualTo(Map.of("c0", 0.5, "c1", 0.5));
    }

    /** One unit in the last place moves the third off that point. */
    @Test
    void missesThatPointByTheLastBit() {
        double less = StrictMath.nextDown(1.0);
        assertThat(ranks(new double[] {2, 0}, new double[] {0, 2}, new double[] {1, less})
                        .best("u2"))
                .isEqualTo(2);
    }

    /** By hand: who has the same scores is never strictly ahead; whoever is dominated always follows. */
    @Test
    void countsEqualsAndTheDominated() {
        PossibleRanks ranks =
                ranks(new double[] {5, 5, 5}, new double[] {5, 5, 5}, new double[] {4, 5, 4}, new double[] {1, 1, 1});
        assertThat(ranks.best("u0")).isEqualTo(1);
        assertThat(ranks.worst("u1")).isEqualTo(1);
        // level with both where the second criterion has all the weight
        assertThat(ranks.best("u2")).isEqualTo(1);
        assertThat(ranks.worst("u2")).isEqualTo(3);
        assertThat(ranks.best("u3")).isEqualTo(4);
    }

    /** One criterion leaves one ranking. */
    @Test
    void knowsOneCriterion() {
        PossibleRanks ranks = ranks(new double[] {1}, new double[] {3}, new double[] {3}, new double[] {2});
        assertThat(IntStream.range(0, 4).map(i -> ranks.best("u" + i))).containsExactly(4, 1, 1, 3);
        assertThat(IntStream.range(0, 4).map(i -> ranks.worst("u" + i))).containsExactly(4, 1, 1, 3);
    }

    /** The whole set may be first somewhere exactly where its region of first rank is not empty; whole numbers make ties. */
    @Test
    void agreesWithRegionsOfFirstRankAndWithDraws() {
        Random random = new Random(99);
        for (int round = 0; round < 300; round++) {
            int n = 2 + round % 4;
            double[][] rows = new double[4 + random.nextInt(9)][n];
            for (double[] row : rows) {
                for (int i = 0; i < n; i++) {
                    row[i] = round % 2 == 0 ? random.nextInt(4) : random.nextDouble();
                }
            }
            WeightSpace space = WeightSpace.of(WeightTables.criteria(rows))
                    .within(WeightTables.weights(round % 3 == 0 ? "bound" : "simplex", n));
            PossibleRanks ranks = space.possibleRanks();
            FirstRankShares shares = space.firstRankShares();
            for (int unit = 0; unit < rows.length; unit++) {
                String id = "u" + unit;
                assertThat(ranks.best(id) == 1).isEqualTo(!shares.region(id).isEmpty());
                assertThat(ranks.best(id)).isLessThanOrEqualTo(ranks.worst(id));
                assertThat(rank(rows, unit, weights(ranks.weightsOfWorst(id), n), -1e-12))
                        .isGreaterThanOrEqualTo(ranks.worst(id));
                assertThat(rank(rows, unit, weights(ranks.weightsOfBest(id), n), 1e-12))
                        .isLessThanOrEqualTo(ranks.best(id));
                for (int draw = 0; draw < 20; draw++) {
                    double[] weights = draw(random, n, round % 3 == 0 ? 0.25 : 0);
                    assertThat(rank(rows, unit, weights, 1e-12)).isLessThanOrEqualTo(ranks.worst(id));
                    assertThat(rank(rows, unit, weights, -1e-12)).isGreaterThanOrEqualTo(ranks.best(id));
                }
            }
        }
    }

    private static double[] draw(Random random, int n, double firstAtLeast) {
        double[] weights = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            weights[i] = -StrictMath.log(1 - random.nextDouble());
            sum += weights[i];
        }
        for (int i = 0; i < n; i++) {
            weights[i] = weights[i] / sum * (1 - firstAtLeast) + (i == 0 ? firstAtLeast : 0);
        }
        return weights;
    }

    private static double[] weights(Map<String, Double> weights, int n) {
        return IntStream.range(0, n)
                .mapToDouble(i -> weights.getOrDefault("c" + i, -1.0))
                .toArray();
    }

    private static int rank(double[][] rows, int unit, double[] weights, double margin) {
        int rank = 1;
        for (double[] row : rows) {
            double ahead = 0;
            for (int i = 0; i < weights.length; i++) {
                ahead += weights[i] * (row[i] - rows[unit][i]);
            }
            rank += ahead > margin && row != rows[unit] ? 1 : 0;
        }
        return rank;
    }

    @Test
    void doesNotDependOnTheMeasure() {
        WeightSpace space = WeightSpace.of(RobustnessExamples.TRIANGLE);
        PossibleRanks dirichlet =
                space.within(WeightSet.dirichlet(Map.of("a", 20.5))).possibleRanks();
        for (String unit : space.criteria().units()) {
            assertThat(dirichlet.best(unit)).isEqualTo(space.possibleRanks().best(unit));
            assertThat(dirichlet.worst(unit)).isEqualTo(space.possibleRanks().worst(unit));
        }
    }

    @Test
    void refusesNineCriteriaAndNamesSmaa() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ranks(new double[9]))
                .withMessage("WeightSpace: possible ranks are worked out exactly for up to 8 criteria but there are 9;"
                        + " ask Smaa, which answers by sampling");
    }

    @Test
    void namesWhatTheTableHolds() {
        assertThat(WeightSpace.of(RobustnessExamples.TRIANGLE).possibleRanks().toString())
                .startsWith("Possible ranks: best and worst over the whole weight set")
                .contains("uniform over all weights")
                .contains("Exact");
    }
}
