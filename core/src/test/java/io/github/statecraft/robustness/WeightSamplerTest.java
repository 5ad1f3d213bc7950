package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.work.RandomBits;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Samplers against moments and areas in closed form; bounds are five standard errors. */
class WeightSamplerTest {
    private static final int DRAWS = 200_000;
    private static final ImmutableList<String> THREE = ImmutableList.of("a", "b", "c");

    /** Draws x criteria of a sampler, block after block. */
    private static double[][] draws(ImmutableList<String> criteria, WeightSet set, Smaa smaa, int count) {
        WeightSampler sampler = WeightSampler.of(WeightRegion.of(criteria, set), smaa.withDraws(count));
        double[][] result = new double[count][criteria.size()];
        double[][] tile = new double[criteria.size()][TileRanks.TILE];
        for (int from = 0, block = 0; from < count; from += sampler.blockSize(), block++) {
            WeightSampler.Block weights = sampler.block(block);
            int to = Math.min(from + sampler.blockSize(), count);
            for (int at = from; at < to; at += TileRanks.TILE) {
                int size = Math.min(TileRanks.TILE, to - at);
                weights.fill(tile, size);
                for (int draw = 0; draw < size; draw++) {
                    for (int i = 0; i < criteria.size(); i++) {
                        result[at + draw][i] = tile[i][draw];
                    }
                }
            }
        }
        return result;
    }

    private static double mean(double[][] draws, ToDoubleFunction<double[]> f) {
        double sum = 0;
        for (double[] draw : draws) {
            sum += f.applyAsDouble(draw);
        }
        return sum / draws.length;
    }

    private static double share(double[][] draws, Predicate<double[]> holds) {
        return mean(draws, draw -> holds.test(draw) ? 1 : 0);
    }

    /**
     * Means a/A, variances a (A - a) / (A^2 (A + 1)), covariances -a b / (A^2 (A + 1)) of a Dirichlet distribution; N. L.
     * Johnson, S. Kotz, Continuous Multivariate Distributions (1972), page 233.
     */
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 1, 5", "0.5, 0.5, 2", "0.05, 3.7, 1", "40, 25.5, 0.9", "1, 12, 12"})
    void dirichletWeightsHaveTheMomentsOfTheirDistribution(double a, double b, double c) {
        double[][] draws = draws(
                THREE,
                WeightSet.dirichlet(Map.of("a", a, "b", b, "c", c)),
                Smaa.withDefaults().withSeed(3),
                DRAWS);
        double total = a + b + c;
        double[] parameters = {a, b, c};
        for (int i = 0; i < 3; i++) {
            int one = i;
            int next = (i + 1) % 3;
            double mean = parameters[i] / total;
            double variance = mean * (1 - mean) / (total + 1);
            double covariance = -mean * parameters[next] / total / (total + 1);
            double error = 5 * Math.sqrt(variance / DRAWS);
            assertThat(mean(draws, w -> w[one])).isEqualTo(mean, within(error));
            assertThat(mean(draws, w -> (w[one] - mean) * (w[one] - mean))).isEqualTo(variance, within(2 * error));
            assertThat(mean(draws, w -> (w[one] - mean) * (w[next] - parameters[next] / total)))
                    .isEqualTo(covariance, within(2 * error));
        }
    }

    @Test
    void tinyParametersLeaveNobodyWithoutASum() {
        double[][] draws =
                draws(THREE, WeightSet.dirichlet(Map.of("a", 1e-4, "b", 1e-4, "c", 1e-4)), Smaa.withDefaults(), 2_000);
        assertThat(share(draws, w -> Math.abs(w[0] + w[1] + w[2] - 1) < 1e-12)).isEqualTo(1);
        assertThat(share(draws, w -> w[0] > 0.5)).isEqualTo(1.0 / 3, within(0.06));
    }

    /** The share of weightings in which a weight is above x is (1 - x)^(n - 1). */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6, 20})
    void uniformWeightsAreUniform(int n) {
        ImmutableList<String> criteria =
                IntStream.range(0, n).mapToObj(i -> "c" + i).collect(ImmutableList.toImmutableList());
        double[][] draws =
                draws(criteria, WeightSet.simplex(), Smaa.withDefaults().withSeed(11), DRAWS);
        for (double x : new double[] {0.02, 0.1, 0.5}) {
            double share = Math.pow(1 - x, n - 1);
            for (int i = 0; i < n; i += 5) {
                int one = i;
                assertThat(share(draws, w -> w[one] > x))
                        .isEqualTo(share, within(5 * Math.sqrt(share * (1 - share) / DRAWS)));
            }
        }
    }

    /** Means of ordered weights are the centroid of the corners: (1 + 1/2 + 1/3)/3, (1/2 + 1/3)/3, 1/9. */
    @Test
    void orderedWeightsKeepTheirOrderAndCentroid() {
        double[][] draws = draws(THREE, WeightSet.ordered("b", "a", "c"), Smaa.withDefaults(), DRAWS);
        assertThat(share(draws, w -> w[1] >= w[0] && w[0] >= w[2])).isEqualTo(1);
        assertThat(mean(draws, w -> w[1])).isEqualTo(11.0 / 18, within(0.002));
        assertThat(mean(draws, w -> w[0])).isEqualTo(5.0 / 18, within(0.002));
        assertThat(mean(draws, w -> w[2])).isEqualTo(2.0 / 18, within(0.002));
    }

    /** Above bounds 0.3 and 0.2 the rest of 0.5 is uniform. */
    @Test
    void weightsAboveBoundsAreUniformInTheRest() {
        double[][] draws = draws(THREE, WeightSet.atLeast(Map.of("a", 0.3, "c", 0.2)), Smaa.withDefaults(), DRAWS);
        assertThat(share(draws, w -> w[0] >= 0.3 && w[2] >= 0.2 && w[1] >= 0)).isEqualTo(1);
        assertThat(share(draws, w -> w[0] > 0.3 + 0.25)).isEqualTo(0.25, within(0.005));
    }

    /** Where no weight is above 1/2, the set is the middle triangle. */
    @Test
    void polytopesOfFewCriteriaAreDrawnIndependently() {
        WeightSet half = WeightSet.between(Map.of(), Map.of("a", 0.5, "b", 0.5, "c", 0.5));
        WeightSampler sampler = WeightSampler.of(WeightRegion.of(THREE, half), Smaa.withDefaults());
        assertThat(sampler).isInstanceOf(TriangulationSampler.class);
        assertThat(sampler.isChained()).isFalse();
        double[][] draws = draws(THREE, half, Smaa.withDefaults(), DRAWS);
        // a is 0 at the corner b = c = 1/2 of that triangle and 1/2 on the side opposite: the part with a below 0.4 is
        // (0.4 / 0.5)^2
        assertThat(share(draws, w -> w[0] < 0.4)).isEqualTo(0.64, within(0.006));
        assertThat(share(draws, w -> Math.max(w[0], Math.max(w[1], w[2])) <= 0.5 + 1e-15))
                .isEqualTo(1);
    }

    /** A rhombus: of each weight, the difference from its lower bound is uniform. */
    @ParameterizedTest
    @ValueSource(doubles = {0.02, 1e-4, 1e-9})
    void narrowPolytopesAreDrawnEvenly(double side) {
        WeightSet narrow = WeightSet.between(Map.of("a", 0.2, "b", 0.3), Map.of("a", 0.2 + side, "b", 0.3 + side));
        double[][] draws = draws(THREE, narrow, Smaa.withDefaults(), DRAWS);
        assertThat(share(draws, w -> w[0] < 0.2 + side / 4)).isEqualTo(0.25, within(0.005));
        assertThat(share(draws, w -> w[1] < 0.3 + side / 2)).isEqualTo(0.5, within(0.0056));
        assertThat(share(draws, w -> w[0] < 0.2 + side / 2 && w[1] > 0.3 + 3 * side / 4))
                .isEqualTo(0.125, within(0.0037));
    }

    private static final ImmutableList<String> NINE =
            IntStream.range(0, 9).mapToObj(i -> "c" + i).collect(ImmutableList.toImmutableList());

    /** A bound of 1/2 on c0 cuts (1/2)^8 off the whole, so that its share above 1/4 is ((3/4)^8 - (1/2)^8) / (1 - (1/2)^8). */
    @Test
    void largePolytopesOfManyCriteriaAreDrawnByRejection() {
        WeightSet half = WeightSet.between(Map.of(), Map.of("c0", 0.5));
        assertThat(WeightSampler.of(WeightRegion.of(NINE, half), Smaa.withDefaults()))
                .isInstanceOf(RejectionSampler.class);
        double[][] draws = draws(NINE, half, Smaa.withDefaults(), DRAWS);
        double share = (Math.pow(0.75, 8) - Math.pow(0.5, 8)) / (1 - Math.pow(0.5, 8));
        assertThat(share(draws, w -> w[0] > 0.25)).isEqualTo(share, within(5 * Math.sqrt(share * (1 - share) / DRAWS)));
    }

    /** In a band of c0 the others are uniform in the rest: c1 is above a quarter of it in (3/4)^7 of all. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-6})
    void flatPolytopesOfManyCriteriaAreDrawnByChains(double width) {
        WeightSet flat = WeightSet.between(Map.of("c0", 0.3), Map.of("c0", 0.3 + width));
        WeightSampler sampler = WeightSampler.of(WeightRegion.of(NINE, flat), Smaa.withDefaults());
        assertThat(sampler).isInstanceOf(HitAndRunSampler.class);
        assertThat(sampler.isChained()).isTrue();
        double[][] draws = draws(NINE, flat, Smaa.withDefaults(), DRAWS);
        double share = Math.pow(0.75, 7);
        // draws of a chain hang together: room for errors three times those of independent draws
        double error = 15 * Math.sqrt(0.25 / DRAWS);
        assertThat(share(draws, w -> w[1] > 0.25 * (1 - w[0]))).isEqualTo(share, within(error));
        assertThat(share(draws, w -> w[2] > w[3])).isEqualTo(0.5, within(error));
        assertThat(share(draws, w -> w[0] < 0.3 + width / 2)).isEqualTo(0.5, within(error));
    }

    @Test
    void blocksOfChainsHoldAnyNumberOfDraws() {
        WeightRegion region = WeightRegion.of(THREE, WeightSet.simplex());
        assertThat(HitAndRunSampler.of(region, Smaa.withDefaults().withDraws(Integer.MAX_VALUE))
                        .blockSize())
                .isEqualTo(1 << 25);
    }

    /** Hit-and-run over the whole simplex of six must find what is known of it: (1 - x)^5. */
    @Test
    void chainsOverAllWeightsAreUniform() {
        ImmutableList<String> six = ImmutableList.of("a", "b", "c", "d", "e", "f");
        HitAndRunSampler sampler = HitAndRunSampler.of(
                WeightRegion.of(six, WeightSet.simplex()), Smaa.withDefaults().withDraws(64 * 2_000));
        double[][] tile = new double[6][TileRanks.TILE];
        int above = 0;
        int count = 0;
        for (int block = 0; block < 64; block++) {
            WeightSampler.Block weights = sampler.block(block);
            for (int i = 0; i < 8; i++) {
                weights.fill(tile, TileRanks.TILE);
                for (double weight : tile[2]) {
                    above += weight > 0.2 ? 1 : 0;
                    count++;
                }
            }
        }
        assertThat((double) above / count).isEqualTo(Math.pow(0.8, 5), within(0.006));
    }

    /** Mean a, variance a of a gamma distribution of scale 1; the mean of its logarithm rises with a. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 1.5, 9})
    void gammaNumbersHaveMeanAndVarianceOfTheirShape(double shape) {
        RandomBits bits = RandomBits.of(4, 4);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = StrictMath.exp(DirichletSampler.logGamma(bits, shape));
            sum += x;
            squares += (x - shape) * (x - shape);
        }
        assertThat(sum / DRAWS).isEqualTo(shape, within(5 * Math.sqrt(shape / DRAWS)));
        // the fourth central moment is 3 a^2 + 6 a
        assertThat(squares / DRAWS).isEqualTo(shape, within(5 * Math.sqrt((2 * shape * shape + 6 * shape) / DRAWS)));
    }
}
