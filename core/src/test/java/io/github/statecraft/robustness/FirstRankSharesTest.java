package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import io.github.statecraft.score.method.Aggregation;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: closed forms, exact fractions computed elsewhere (see the resource's README), identities, and sampling. */
class FirstRankSharesTest {
    private static final double CLOSE = 1e-14;

    /** One line of the resource. */
    private record Line(String weights, double[] row, double share, int vertices, double[] centre) {}

    static Stream<List<Line>> tables() {
        return WeightTables.read("first-rank-shares.csv").map(table -> table.stream()
                .map(cells -> new Line(
                        cells[1],
                        WeightTables.numbers(cells[2]),
                        Double.parseDouble(cells[3]),
                        Integer.parseInt(cells[4]),
                        WeightTables.numbers(cells[5])))
                .toList());
    }

    private static Criteria criteria(double[]... rows) {
        return WeightTables.criteria(rows);
    }

    private static double[] centre(FirstRankShares shares, String unit) {
        return shares.centralWeights(unit).orElseThrow().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void agreesWithExactFractions(List<Line> table) {
        double[][] rows = table.stream().map(Line::row).toArray(double[][]::new);
        FirstRankShares shares = WeightSpace.of(criteria(rows))
                .within(WeightTables.weights(table.get(0).weights(), rows[0].length))
                .firstRankShares();
        for (int unit = 0; unit < rows.length; unit++) {
            Line line = table.get(unit);
            String id = "u" + unit;
            assertThat(shares.share(id)).as(id).isCloseTo(line.share(), within(CLOSE * line.share()));
            assertThat(shares.region(id)).as(id).hasSize(line.vertices());
            if (line.share() > 0) {
                assertThat(centre(shares, id)).containsExactly(line.centre(), within(CLOSE));
            } else {
                assertThat(shares.centralWeights(id)).isEmpty();
            }
        }
    }

    /** One criterion's weight is above 0.5 on a corner of the simplex that is one of half its size: 0.5^(n-1) for each of n. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void givesTheClosedFormOfAWeightAboveHalf(int n) {
        double[][] rows = new double[n + 1][n];
        for (int i = 0; i < n; i++) {
            rows[i][i] = 2;
            rows[n][i] = 1;
        }
        FirstRankShares shares = WeightSpace.of(criteria(rows)).firstRankShares();
        for (int i = 0; i < n; i++) {
            assertThat(shares.share("u" + i)).isCloseTo(StrictMath.pow(0.5, n - 1), within(CLOSE));
            double[] centre = centre(shares, "u" + i);
            assertThat(centre[i]).isCloseTo(0.5 + 0.5 / n, within(CLOSE));
        }
        assertThat(shares.share("u" + n)).isCloseTo(1 - n * StrictMath.pow(0.5, n - 1), within(CLOSE));
    }

    /** Whoever is the best on one criterion alone is first where that weight is the largest: 1/n, or all of an order cone. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8})
    void dividesTheSimplexEvenlyAndTheOrderConeNotAtAll(int n) {
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            rows[i][i] = 1;
        }
        WeightSpace space = WeightSpace.of(criteria(rows));
        assertThat(space.firstRankShares().shares().values())
                .allSatisfy(share -> assertThat(share).isCloseTo(1.0 / n, within(CLOSE)));
        FirstRankShares ordered = space.within(WeightTables.weights("order", n)).firstRankShares();
        assertThat(ordered.share("u0")).isEqualTo(1);
        // mean of the ordered spacings: w_k = (1/n) sum_{j >= k} 1/j
        double[] centre = centre(ordered, "u0");
        for (int k = 1; k <= n; k++) {
            int from = k;
            double tail = DoubleStream.iterate(from, j -> j <= n, j -> j + 1)
                    .map(j -> 1 / j)
                    .reduce(0, Double::sum);
            assertThat(centre[k - 1]).isCloseTo(tail / n, within(CLOSE));
        }
    }

    /** By hand: with weights w and 1 - w, u0 leads above 3/4 and u1 below 1/4; Dirichlet (2, 1) has the density 2w. */
    @Test
    void weighsByTheDirichletDensity() {
        WeightSpace space = WeightSpace.of(criteria(new double[] {4, 0}, new double[] {0, 4}, new double[] {3, 3}));
        FirstRankShares uniform = space.firstRankShares();
        assertThat(uniform.shares().values()).containsExactly(0.25, 0.25, 0.5);
        FirstRankShares shares =
                space.within(WeightSet.dirichlet(Map.of("c0", 2.0))).firstRankShares();
        assertThat(shares.share("u0")).isCloseTo(7.0 / 16, within(CLOSE));
        assertThat(shares.share("u1")).isCloseTo(1.0 / 16, within(CLOSE));
        assertThat(shares.share("u2")).isCloseTo(0.5, within(CLOSE));
        // integral of 2 w^2 from 3/4 to 1, over 7/16
        assertThat(centre(shares, "u0")[0]).isCloseTo(2.0 / 3 * (37.0 / 64) / (7.0 / 16), within(CLOSE));
        assertThat(shares.region("u0")).isEqualTo(uniform.region("u0")).hasSize(2);
    }

    @Test
    void givesTheVerticesOfTheRegion() {
        FirstRankShares shares = WeightSpace.of(RobustnessExamples.TRIANGLE).firstRankShares();
        // by hand: z leads where w_c >= 2 w_a and w_c >= 2 w_b
        assertThat(shares.region("z"))
                .containsExactlyInAnyOrder(
                        ImmutableMap.of("a", 0.0, "b", 0.0, "c", 1.0),
                        ImmutableMap.of("a", 1.0 / 3, "b", 0.0, "c", 2.0 / 3),
                        ImmutableMap.of("a", 0.0, "b", 1.0 / 3, "c", 2.0 / 3),
                        ImmutableMap.of("a", 0.25, "b", 0.25, "c", 0.5));
    }

    @Test
    void sharesARegionAmongUnitsThatDoNotDiffer() {
        FirstRankShares shares = WeightSpace.of(criteria(
                        new double[] {1, 0}, new double[] {0, 1}, new double[] {1, -0.0}, new double[] {0.5, 0.5}))
                .firstRankShares();
        assertThat(shares.shares().values()).containsExactly(0.5, 0.5, 0.5, 0.0);
        assertThat(shares.tiedWith("u0")).containsExactly("u2");
        assertThat(shares.tiedWith("u1")).isEmpty();
        assertThat(shares.region("u3")).containsExactly(ImmutableMap.of("c0", 0.5, "c1", 0.5));
        assertThat(shares.toString().replace('\n', ' '))
                .contains("u0 with u2")
                .contains("First only together with others, on weights without volume: u3.");
    }

    /** One unit in the last place decides: the sum of doubles would call it a tie. */
    @Test
    void seesTheLastBit() {
        double more = StrictMath.nextUp(0.3);
        FirstRankShares shares = WeightSpace.of(criteria(
                        new double[] {0.3, 0.3, 0.3}, new double[] {0.3, more, 0.3}, new double[] {0.3, 0.3, 0.3}))
                .firstRankShares();
        assertThat(shares.shares().values()).containsExactly(0.0, 1.0, 0.0);
        assertThat(shares.region("u0")).hasSize(2).allSatisfy(w -> assertThat(w).containsEntry("c1", 0.0));
    }

    /** Scores of 1e150 and of 1e-150 on three criteria, by hand: the first has the largest weighted score but on an edge. */
    @Test
    void standsScoresOfVeryDifferentSize() {
        FirstRankShares shares = WeightSpace.of(
                        criteria(new double[] {1e150, 0, 0}, new double[] {0, 1e-150, 0}, new double[] {0, 0, 1e-150}))
                .firstRankShares();
        assertThat(shares.share("u0")).isEqualTo(1);
        assertThat(shares.share("u1")).isGreaterThan(0).isLessThan(1e-290);
        assertThat(shares.region("u1")).hasSize(4);
    }

    /** Uniform numbers and small whole numbers, which make many exact ties. */
    @Test
    void obeysTheIdentitiesOnManyTables() {
        Random random = new Random(20_261);
        for (int round = 0; round < 1000; round++) {
            int n = 2 + round % 5;
            double[][] rows = new double[3 + random.nextInt(10)][n];
            for (double[] row : rows) {
                for (int i = 0; i < n; i++) {
                    row[i] = round % 2 == 0 ? random.nextInt(4) : 100 * random.nextDouble();
                }
            }
            WeightSpace space = WeightSpace.of(criteria(rows))
                    .within(WeightTables.weights(
                            round % 7 == 0 && n > 2 ? "half" : round % 11 == 0 ? "bound" : "simplex", n));
            check(space, space.firstRankShares(), rows);
        }
    }

    private static void check(WeightSpace space, FirstRankShares shares, double[][] rows) {
        RegionGeometry geometry = RegionGeometry.ofMeasure(space.region(), "shares");
        double sum = 0;
        double[] mean = new double[rows[0].length];
        for (int unit = 0; unit < rows.length; unit++) {
            String id = "u" + unit;
            double share = shares.share(id);
            int unitNumber = unit;
            if (shares.tiedWith(id).stream().noneMatch(other -> space.criteria().row(other) < unitNumber)) {
                sum += share;
                for (int i = 0; share > 0 && i < mean.length; i++) {
                    mean[i] += share * centre(shares, id)[i];
                }
            }
            for (int other = 0; other < rows.length; other++) {
                if (other != unit && !shares.tiedWith(id).contains("u" + other)) {
                    assertThat(share).isLessThanOrEqualTo(geometry.share(rows[unit], rows[other]) + CLOSE);
                }
                if (share > 0) {
                    assertThat(score(rows[other], centre(shares, id)))
                            .isLessThanOrEqualTo(score(rows[unit], centre(shares, id)) + 1e-10);
                }
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-14));
        if (space.weights().equals(WeightSet.simplex())) {
            assertThat(mean).containsOnly(new double[] {1.0 / mean.length}, within(1e-13));
        }
    }

    private static double score(double[] row, double[] weights) {
        double score = 0;
        for (int i = 0; i < row.length; i++) {
            score += row[i] * weights[i];
        }
        return score;
    }

    /** Exponentials divided by their sum are uniform on the simplex: a million draws against the exact shares. */
    @Test
    void agreesWithSampling() {
        Random random = new Random(4);
        double[][] rows = new double[10][5];
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextDouble();
            }
        }
        FirstRankShares shares = WeightSpace.of(criteria(rows)).firstRankShares();
        int draws = 1_000_000;
        int[] first = new int[rows.length];
        double[] weights = new double[5];
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = -StrictMath.log(1 - random.nextDouble());
            }
            int best = 0;
            for (int unit = 1; unit < rows.length; unit++) {
                best = score(rows[unit], weights) > score(rows[best], weights) ? unit : best;
            }
            first[best]++;
        }
        for (int unit = 0; unit < rows.length; unit++) {
            double share = shares.share("u" + unit);
            double error = StrictMath.sqrt(share * (1 - share) / draws);
            assertThat(first[unit] / (double) draws).isCloseTo(share, within(4 * error));
        }
    }

    /** A geometric mean is compared by logarithms: powers of 2 behave as their exponents. */
    @Test
    void takesLogarithmsOfAGeometricNode() {
        FirstRankShares shares = WeightSpace.of(Criteria.builder()
                        .aggregation(Aggregation.geometric(1))
                        .criteria("a", "b")
                        .unit("x", 16, 1)
                        .unit("y", 1, 16)
                        .unit("z", 8, 8)
                        .build())
                .firstRankShares();
        assertThat(shares.share("x")).isCloseTo(0.25, within(CLOSE));
        assertThat(shares.share("z")).isCloseTo(0.5, within(CLOSE));
    }

    @Test
    void refusesNineCriteriaAndNamesSmaa() {
        double[][] rows = {new double[9]};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSpace.of(criteria(rows)).firstRankShares())
                .withMessage(
                        "WeightSpace: shares of first rank are worked out exactly for up to 8 criteria but there are 9;"
                                + " ask Smaa, which answers by sampling");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 8})
    void refusesOtherDirichletDistributions(double parameter) {
        WeightSpace space =
                WeightSpace.of(criteria(new double[] {1, 2})).within(WeightSet.dirichlet(Map.of("c0", parameter)));
        assertThatIllegalArgumentException()
                .isThrownBy(space::firstRankShares)
                .withMessageContaining("whole")
                .withMessageContaining("Smaa");
    }

    @Test
    void printsSharesHonestly() {
        double[][] rows = {{1, 0}, {0, 1e-4}};
        assertThat(WeightSpace.of(criteria(rows)).firstRankShares().toString())
                .contains(">99.9 %")
                .contains("<0.1 %");
        FirstRankShares estimated = FirstRankShares.estimated(
                criteria(rows),
                WeightSet.simplex(),
                "Drawn 10 times, seed 1.",
                new double[] {1, 0},
                new double[] {0.01, 0},
                new double[][] {{0.5, 0.5}, {}});
        assertThat(estimated.isExact()).isFalse();
        assertThat(estimated.standardError("u0")).isEqualTo(0.01);
        assertThat(estimated.toString())
                .contains("s.e.")
                .contains("Drawn 10 times, seed 1.")
                .contains("First in no draw: u1.");
    }

    @Test
    void stopsWhenTheThreadIsInterrupted() {
        WeightSpace space = WeightSpace.of(RobustnessExamples.TRIANGLE);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(space::firstRankShares).isInstanceOf(CancellationException.class);
            assertThatThrownBy(space::possibleRanks).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
