package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.statecraft.internal.numerics.RationalShare;
import io.github.statecraft.internal.work.RandomBits;
import io.github.statecraft.score.Ranking;
import io.github.statecraft.score.method.Aggregation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: geometry by hand, closed forms, rational arithmetic, the beta distribution of commons-statistics, and draws. */
class PairwiseWinningTest {
    private static final long SEED = 20261124;

    private static Criteria two(Aggregation mean, double[] x, double[] y) {
        Criteria.Builder criteria = Criteria.builder().aggregation(mean);
        IntStream.range(0, x.length).forEach(i -> criteria.criteria("c" + i));
        return criteria.unit("x", x).unit("y", y).build();
    }

    private static WeightSpace space(double[] x, double[] y) {
        return WeightSpace.of(two(Aggregation.arithmetic(), x, y));
    }

    private static String[] names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "c" + i).toArray(String[]::new);
    }

    /** By hand: x is 2 ahead on a, 1 behind on b; ahead from a weight of 1/3 of a on. */
    @Test
    void dividesTwoCriteriaWhereScoresAreEqual() {
        WeightSpace space = space(new double[] {5, 3}, new double[] {3, 4});

        assertThat(space.pairwiseWinning("x", "y")).isEqualTo(2 / 3.0, within(1e-16));
        assertThat(space.pairwiseWinning("y", "x")).isEqualTo(1 / 3.0, within(1e-16));
    }

    /** By hand: each mean has its own f; (5, -4) of squares, (1, -1) of logarithms, (1, -2) of reciprocals. */
    @Test
    void comparesOtherMeansThroughTheirFunctions() {
        assertThat(WeightSpace.of(two(Aggregation.power(2, 1), new double[] {3, 0}, new double[] {2, 2}))
                        .pairwiseWinning("x", "y"))
                .isEqualTo(5 / 9.0, within(1e-16));
        assertThat(WeightSpace.of(two(Aggregation.geometric(1), new double[] {16, 1}, new double[] {4, 4}))
                        .pairwiseWinning("x", "y"))
                .isEqualTo(0.5, within(1e-16));
        assertThat(WeightSpace.of(two(Aggregation.harmonic(1), new double[] {1, 0.25}, new double[] {0.5, 0.5}))
                        .pairwiseWinning("x", "y"))
                .isEqualTo(1 / 3.0, within(1e-16));
    }

    /**
     * The largest weight is above one half under {@code n 0.5^(n - 1)} of all weightings; so under an order that names the
     * largest, that is the share of weightings with the first above the sum of all others.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10, 40})
    void knowsHowOftenTheMostImportantOutweighsAllOthers(int n) {
        double[] first = new double[n];
        first[0] = 1;
        double[] others = new double[n];
        Arrays.fill(others, 1, n, 1);
        WeightSpace space = space(first, others);

        assertThat(space.pairwiseWinning("x", "y")).isCloseTo(Math.scalb(1.0, 1 - n), withinPercentage(1e-12));
        assertThat(space.within(WeightSet.ordered(names(n))).pairwiseWinning("x", "y"))
                .isCloseTo(n * Math.scalb(1.0, 1 - n), withinPercentage(1e-12));
    }

    /** By hand: the weight of a lies in [1/2, 1] under an order, in [1/4, 3/4] under bounds; x is ahead above 2/3 or 1/3. */
    @Test
    void knowsOrderAndBoundsOfTwoCriteria() {
        WeightSpace space = space(new double[] {1, 0}, new double[] {0, 2});

        assertThat(space.within(WeightSet.ordered("c0", "c1")).pairwiseWinning("x", "y"))
                .isEqualTo(2 / 3.0, within(1e-15));
        assertThat(space.within(WeightSet.ordered("c1", "c0")).pairwiseWinning("x", "y"))
                .isZero();
        assertThat(space.within(WeightSet.atLeast(Map.of("c0", 0.25, "c1", 0.25)))
                        .pairwiseWinning("y", "x"))
                .isEqualTo(5 / 6.0, within(1e-15));
    }

    /**
     * Rational arithmetic over the corners of an order: {@code k d_k} are sums of the first differences, which whole
     * numbers keep exact.
     */
    @Test
    void agreesWithRationalArithmeticUnderAnOrder() {
        Random random = new Random(SEED);
        for (int run = 0; run < 300; run++) {
            int n = 2 + random.nextInt(7);
            double[] x = random.ints(n, 0, 1_000_000).asDoubleStream().toArray();
            double[] y = random.ints(n, 0, 1_000_000).asDoubleStream().toArray();
            double[] corners = new double[n];
            double sum = 0;
            for (int k = 0; k < n; k++) {
                sum += x[k] - y[k];
                corners[k] = sum * (840 / (k + 1));
            }

            double share = space(x, y).within(WeightSet.ordered(names(n))).pairwiseWinning("x", "y");

            assertThat(RationalShare.relativeError(share, RationalShare.of(corners)))
                    .as("%s %s", Arrays.toString(x), Arrays.toString(y))
                    .isLessThan(3e-15);
        }
    }

    /** The sum of all three is the same, in another order: where they weigh the same, units are alike and not an ulp apart. */
    @Test
    void seesTiesAtTheCornersOfAnOrder() {
        WeightSpace space = space(new double[] {0.1, 0.2, 0.7}, new double[] {0.7, 0.2, 0.1})
                .within(WeightSet.ordered("c0", "c1", "c2"));

        assertThat(space.pairwiseWinning("x", "y")).isZero();
        assertThat(space.pairwiseWinning("y", "x")).isEqualTo(1);
    }

    /** One unit in the last place on the criterion that counts least decides nothing else, but there. */
    @Test
    void seesTheLastDigitUnderAnOrder() {
        double above = Math.nextUp(100.0);
        WeightSpace space = space(new double[] {0.1, 0.2, above}, new double[] {0.1, 0.2, 100})
                .within(WeightSet.ordered("c0", "c1", "c2"));

        assertThat(space.pairwiseWinning("x", "y")).isEqualTo(1);
        assertThat(space.pairwiseWinning("y", "x")).isZero();
    }

    /** With whole parameters the weight of one of two criteria has a beta distribution. Oracle: commons-statistics. */
    @ParameterizedTest
    @CsvSource({"1,1", "2,1", "1,3", "4,2", "17,30", "300,500"})
    void agreesWithTheBetaDistribution(int alpha, int beta) {
        WeightSpace space = space(new double[] {1, 0}, new double[] {0, 0.8})
                .within(WeightSet.dirichlet(Map.of("c0", (double) alpha, "c1", (double) beta)));

        double expected = BetaDistribution.of(alpha, beta).survivalProbability(0.8 / 1.8);

        assertThat(space.pairwiseWinning("x", "y")).isCloseTo(expected, withinPercentage(1e-9));
        assertThat(space.pairwiseWinning("y", "x")).isEqualTo(1 - expected, within(1e-11));
    }

    /** Against 20,000 draws: spacings sorted for an order, scaled for bounds, added up for a Dirichlet distribution. */
    @Test
    void agreesWithDraws() {
        double[] x = {0.4, 0.7, 0.1, 0.9, 0.3};
        double[] y = {0.5, 0.2, 0.6, 0.3, 0.8};
        WeightSpace space = space(x, y);
        Map<String, Double> bounds = Map.of("c0", 0.3, "c3", 0.2);
        Map<String, Double> parameters = Map.of("c1", 3.0, "c4", 2.0);
        double[] hits = new double[3];
        RandomBits bits = RandomBits.of(SEED, 0);
        int draws = 20_000;
        for (int draw = 0; draw < draws; draw++) {
            double[] e = IntStream.range(0, 8)
                    .mapToDouble(i -> -StrictMath.log(bits.nextOpen()))
                    .toArray();
            double[] w = share(Arrays.copyOf(e, 5));
            double[] sorted = w.clone();
            Arrays.sort(sorted);
            hits[0] += ahead(new double[] {sorted[4], sorted[3], sorted[2], sorted[1], sorted[0]}, x, y);
            hits[1] += ahead(new double[] {w[0] / 2 + 0.3, w[1] / 2, w[2] / 2, w[3] / 2 + 0.2, w[4] / 2}, x, y);
            hits[2] += ahead(share(new double[] {e[0], e[1] + e[5] + e[6], e[2], e[3], e[4] + e[7]}), x, y);
        }
        double[] exact = {
            space.within(WeightSet.ordered(names(5))).pairwiseWinning("x", "y"),
            space.within(WeightSet.atLeast(bounds)).pairwiseWinning("x", "y"),
            space.within(WeightSet.dirichlet(parameters)).pairwiseWinning("x", "y")
        };

        for (int i = 0; i < exact.length; i++) {
            assertThat(exact[i]).isBetween(0.02, 0.98);
            double error = StrictMath.sqrt(exact[i] * (1 - exact[i]) / draws);
            assertThat((hits[i] / draws - exact[i]) / error).as("set %s", i).isBetween(-4.5, 4.5);
        }
    }

    private static double[] share(double[] sizes) {
        double sum = Arrays.stream(sizes).sum();
        return Arrays.stream(sizes).map(size -> size / sum).toArray();
    }

    private static int ahead(double[] w, double[] x, double[] y) {
        return IntStream.range(0, w.length)
                                .mapToDouble(i -> w[i] * (x[i] - y[i]))
                                .sum()
                        > 0
                ? 1
                : 0;
    }

    @Test
    void tableAndSinglePairsAreTheSameNumbers() {
        for (WeightSet set : List.of(
                WeightSet.simplex(),
                WeightSet.ordered("c2", "c0", "c1"),
                WeightSet.atLeast(Map.of("c1", 0.2)),
                WeightSet.dirichlet(Map.of("c0", 3.0)))) {
            WeightSpace space = WeightSpace.of(random(8, 3)).within(set);
            PairwiseWinning table = space.pairwiseWinning();
            for (String unit : table.criteria().units()) {
                for (String other : table.criteria().units()) {
                    assertThat(table.share(unit, other)).isEqualTo(space.pairwiseWinning(unit, other));
                    assertThat(table.share(unit, other) + table.share(other, unit) + table.tied(unit, other))
                            .isEqualTo(1, within(0x1p-53));
                }
            }
            assertThat(table.isExact()).isTrue();
            assertThat(table.standardError("u0", "u1")).isZero();
        }
    }

    private static Criteria random(int units, int criteria) {
        Random random = new Random(SEED);
        Criteria.Builder builder = Criteria.builder().title("random").criteria(names(criteria));
        for (int unit = 0; unit < units; unit++) {
            builder.unit("u" + unit, random.doubles(criteria).map(x -> 100 * x).toArray());
        }
        return builder.build();
    }

    /** Ranks of any weighting without ties sum to n (n + 1) / 2, and so do their means. */
    @Test
    void expectedRanksSumToThoseOfOneRanking() {
        PairwiseWinning table = WeightSpace.of(random(30, 7)).pairwiseWinning();

        assertThat(table.expectedRanks().values().stream().mapToDouble(x -> x).sum())
                .isEqualTo(465, within(1e-11));
        assertThat(table.expectedRanks(Ranking.Ties.AVERAGE)).isEqualTo(table.expectedRanks());
        assertThat(table.expectedRanks(Ranking.Ties.DENSE)).isEqualTo(table.expectedRanks());
    }

    /** By hand: y and z are alike; x is ahead of both under 2/3 of all weightings. */
    @Test
    void unitsThatAreAlikeShareTheirRanks() {
        PairwiseWinning table = WeightSpace.of(Criteria.builder()
                        .criteria("a", "b")
                        .unit("y", 3, 4)
                        .unit("x", 5, 3)
                        .unit("z", 3, 4)
                        .build())
                .pairwiseWinning();

        assertThat(table.share("y", "z")).isZero();
        assertThat(table.share("z", "y")).isZero();
        assertThat(table.tied("y", "z")).isEqualTo(1);
        assertThat(table.tied("x", "x")).isEqualTo(1);
        assertThat(table.tied("x", "y")).isZero();
        assertRanks(table, Ranking.Ties.STANDARD, 5 / 3.0, 5 / 3.0);
        assertRanks(table, Ranking.Ties.AVERAGE, 5 / 3.0, 13 / 6.0);
        assertRanks(table, Ranking.Ties.DENSE, 4 / 3.0, 5 / 3.0);
        assertThat(table.expectedRank("z")).isEqualTo(table.expectedRanks().get("z"));
    }

    private static void assertRanks(PairwiseWinning table, Ranking.Ties ties, double x, double others) {
        assertThat(table.expectedRanks(ties).keySet()).containsExactly("y", "x", "z");
        assertThat(table.expectedRanks(ties).get("x")).isEqualTo(x, within(1e-15));
        assertThat(table.expectedRanks(ties).get("y")).isEqualTo(others, within(1e-15));
        assertThat(table.expectedRanks(ties).get("z")).isEqualTo(others, within(1e-15));
    }

    @Test
    void whoIsNowhereBetterIsNeverAhead() {
        PairwiseWinning table =
                space(new double[] {1, 2, 3}, new double[] {1, 2.5, 4}).pairwiseWinning();

        assertThat(table.share("x", "y")).isZero();
        assertThat(table.share("y", "x")).isEqualTo(1);
        assertThat(table.expectedRanks()).containsExactly(entry("x", 2.0), entry("y", 1.0));
    }

    /** By hand, from sizes whose difference overflows. */
    @Test
    void takesScoresOfAnySize() {
        double[] x = {1.5e308, -1.5e308, 0};
        double[] y = {-1.5e308, 1.5e308, 0};

        assertThat(space(x, y).pairwiseWinning("x", "y")).isEqualTo(0.5);
        assertThat(space(x, y).within(WeightSet.ordered("c0", "c1", "c2")).pairwiseWinning("x", "y"))
                .isEqualTo(1);
    }

    @Test
    void oneCriterionAndOneUnitAreEnough() {
        assertThat(space(new double[] {2}, new double[] {1}).pairwiseWinning("x", "y"))
                .isEqualTo(1);
        Criteria alone = Criteria.builder().criteria("a").unit("x", 1).build();
        assertThat(WeightSpace.of(alone).pairwiseWinning().expectedRank("x")).isEqualTo(1);
    }

    @Test
    void saysWhereThereIsNoExactAnswer() {
        WeightSpace space = space(new double[] {1, 0}, new double[] {0, 1});

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        space.within(WeightSet.dirichlet(Map.of("c0", 1.5))).pairwiseWinning())
                .withMessageContaining("c0 1.5")
                .withMessageContaining("whole numbers")
                .withMessageContaining("ask Smaa");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        space.within(WeightSet.dirichlet(Map.of("c0", 1000.0))).scoreDistribution("x"))
                .withMessageContaining("sum of at most 1,000 but sum to 1001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space.pairwiseWinning("x", "yy"))
                .withMessageContaining("yy");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space.pairwiseWinning().share("zz", "y"))
                .withMessageContaining("zz");
    }

    @Test
    void denseRanksNeedWholeTies() {
        Criteria criteria = space(new double[] {1, 0}, new double[] {0, 1}).criteria();
        PairwiseWinning sampled = PairwiseWinning.of(
                criteria,
                WeightSet.simplex(),
                "sampled",
                new double[] {0, 0.5, 0.25, 0},
                new double[] {1, 0.25, 0.25, 1},
                new double[] {0, 0.01, 0.02, 0});

        assertThat(sampled.isExact()).isFalse();
        assertThat(sampled.standardError("y", "x")).isEqualTo(0.02);
        assertThat(sampled.expectedRanks(Ranking.Ties.AVERAGE)).containsExactly(entry("x", 1.375), entry("y", 1.625));
        assertThat(sampled.toString()).contains("largest standard error is 0.02");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sampled.expectedRanks(Ranking.Ties.DENSE))
                .withMessageContaining("ask Smaa");
    }

    /** By hand: x - y is (2, -2, 0), x - z is (2, 0, -1), y - z is (0, 2, -1). */
    @Test
    void printsAllPairsOfFewUnits() {
        assertThat(WeightSpace.of(RobustnessExamples.TRIANGLE).pairwiseWinning())
                .asString()
                .startsWith("""
                        Pairwise winning of triangle
                        uniform over all weights; exact
                        expected rank  unit  ahead of x  ahead of y  ahead of z
                        -------------------------------------------------------
                                 1.83  x                     50.0 %      66.7 %
                                 1.83  y         50.0 %                  66.7 %
                                 2.33  z         33.3 %      33.3 %
                        """);
    }

    @Test
    void printsManyUnitsInLinesThatFit() {
        String text = WeightSpace.of(random(300, 4)).pairwiseWinning().toString();

        assertThat(text).contains("and 50 more units").contains("nobody");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(text.lines().count()).isBetween(250L, 270L);
    }

    @Test
    void neverPrintsSomeAsNoneNorMostAsAll() {
        assertThat(ShareText.percent(0)).isEqualTo("0 %");
        assertThat(ShareText.percent(1)).isEqualTo("100 %");
        assertThat(ShareText.percent(Double.MIN_VALUE)).isEqualTo("<0.1 %");
        assertThat(ShareText.percent(0.9996)).isEqualTo(">99.9 %");
        assertThat(ShareText.percent(0.125)).isEqualTo("12.5 %");
    }

    /** A unit of huge values takes no digits from two of the smallest: by symmetry one half. */
    @Test
    void aPairIsTheSameWhoeverElseIsThere() {
        WeightSpace space = WeightSpace.of(Criteria.builder()
                .criteria("a", "b")
                .unit("huge", 1.7e308, 0)
                .unit("x", 0, Double.MIN_VALUE)
                .unit("y", Double.MIN_VALUE, 0)
                .build());
        assertThat(space.pairwiseWinning("x", "y")).isEqualTo(0.5);
        assertThat(space.pairwiseWinning().share("x", "y")).isEqualTo(0.5);
    }
}
