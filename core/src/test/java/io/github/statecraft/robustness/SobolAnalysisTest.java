package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.Progress;
import io.github.statecraft.internal.work.RandomBits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SobolAnalysisTest {
    private static final ImmutableList<String> XYZ = ImmutableList.of("x", "y", "z");
    private static final double A = 7;
    private static final double B = 0.1;
    private static final double PI4 = StrictMath.pow(StrictMath.PI, 4);

    /** T. Ishigami and T. Homma, ISUMA 1990, page 398: sin x + a sin^2 y + b z^4 sin x on (-pi, pi)^3. */
    private static double ishigami(ImmutableDoubleArray point) {
        double x = StrictMath.PI * (2 * point.get(0) - 1);
        double y = StrictMath.PI * (2 * point.get(1) - 1);
        double z = StrictMath.PI * (2 * point.get(2) - 1);
        double sine = StrictMath.sin(y);
        return StrictMath.sin(x) * (1 + B * z * z * z * z) + A * sine * sine;
    }

    // Saltelli et al., Global Sensitivity Analysis: The Primer, Wiley 2008, page 179
    private static double ishigamiVariance() {
        return A * A / 8 + B * PI4 / 5 + B * B * PI4 * PI4 / 18 + 0.5;
    }

    private static double[] ishigamiFirst() {
        double v = ishigamiVariance();
        return new double[] {0.5 * (1 + B * PI4 / 5) * (1 + B * PI4 / 5) / v, A * A / 8 / v, 0};
    }

    private static double[] ishigamiTotal() {
        double v = ishigamiVariance();
        double interaction = B * B * PI4 * PI4 * (1.0 / 18 - 1.0 / 50) / v;
        double[] first = ishigamiFirst();
        return new double[] {first[0] + interaction, first[1], interaction};
    }

    private static final double[] G = {0, 1, 4.5, 9, 99, 99, 99, 99};

    /** The G function of I. M. Sobol', Mathematics and Computers in Simulation 55 (2001) 271-280, with its usual parameters. */
    private static double g(ImmutableDoubleArray point) {
        double product = 1;
        for (int i = 0; i < G.length; i++) {
            product *= (Math.abs(4 * point.get(i) - 2) + G[i]) / (1 + G[i]);
        }
        return product;
    }

    private static ImmutableList<String> gFactors() {
        return ImmutableList.of("a", "b", "c", "d", "e", "f", "g", "h");
    }

    private static double part(int i) {
        return 1.0 / 3 / ((1 + G[i]) * (1 + G[i]));
    }

    private static double gVariance() {
        double product = 1;
        for (int i = 0; i < G.length; i++) {
            product *= 1 + part(i);
        }
        return product - 1;
    }

    private static double largestError(SobolIndices indices, double[] expected, boolean isTotal) {
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            String factor = indices.factors().get(i);
            double found = (isTotal ? indices.totalOrder(factor) : indices.firstOrder(factor)).orElseThrow();
            largest = Math.max(largest, Math.abs(found - expected[i]));
        }
        return largest;
    }

    private static SobolAnalysis analysis(int size, long seed) {
        return SobolAnalysis.withDefaults().withSize(size).withSeed(seed).withBootstraps(0);
    }

    // closed form; SALib 1.5.2 is off by 1.3e-3 and 1.8e-4 at this size; the median of ten seeds is compared with that.
    // The
    // variance of every seed is held to about two standard errors of a variance of 16,384 random points
    @Test
    void findsTheIndicesOfIshigami() {
        double[] first = new double[10];
        double[] total = new double[10];
        double[] variance = new double[10];
        for (int seed = 0; seed < 10; seed++) {
            SobolIndices indices = analysis(16_384, seed).analyse(XYZ, SobolAnalysisTest::ishigami);
            first[seed] = largestError(indices, ishigamiFirst(), false);
            total[seed] = largestError(indices, ishigamiTotal(), true);
            variance[seed] = Math.abs(indices.variance() - ishigamiVariance());
            assertThat(indices.mean()).isCloseTo(A / 2, within(2e-2));
            assertThat(variance[seed]).isLessThan(0.15);
        }
        assertThat(median(first)).isLessThan(1.3e-3);
        assertThat(median(total)).isLessThan(5e-4);
        assertThat(median(variance)).isLessThan(2e-2);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[4] + sorted[5]) / 2;
    }

    // closed form; one run of SALib 1.5.2, with another estimator of first order, is off by 8e-5 and 2.7e-4 at this
    // size
    @Test
    void findsTheIndicesOfG() {
        double[] first = new double[G.length];
        double[] total = new double[G.length];
        for (int i = 0; i < G.length; i++) {
            first[i] = part(i) / gVariance();
            total[i] = part(i) / (1 + part(i)) * (1 + gVariance()) / gVariance();
        }
        double[] firstError = new double[10];
        double[] totalError = new double[10];
        for (int seed = 0; seed < 10; seed++) {
            SobolIndices indices = analysis(16_384, seed).analyse(gFactors(), SobolAnalysisTest::g);
            firstError[seed] = largestError(indices, first, false);
            totalError[seed] = largestError(indices, total, true);
            assertThat(indices.runs()).isEqualTo(16_384L * 10);
        }
        assertThat(median(firstError)).isLessThan(5e-4);
        assertThat(median(totalError)).isLessThan(2.7e-4);
    }

    // x + y + 2 z + x y of uniform numbers, by hand: with u = x - 1/2 the effects are (3/2) u, (3/2) v, 2 w, u v
    @Test
    void treatsCoordinatesOfAFactorTogether() {
        double ofXy = (2.25 / 12 + 2.25 / 12 + 1.0 / 144);
        double variance = ofXy + 4.0 / 12;
        SobolIndices indices = analysis(8_192, 3)
                .analyse(
                        ImmutableMap.of("xy", 2, "z", 1),
                        p -> p.get(0) + p.get(1) + 2 * p.get(2) + p.get(0) * p.get(1),
                        Progress.none());
        assertThat(indices.firstOrder("xy").orElseThrow()).isCloseTo(ofXy / variance, within(1e-3));
        assertThat(indices.totalOrder("xy").orElseThrow()).isCloseTo(ofXy / variance, within(1e-3));
        assertThat(indices.firstOrder("z").orElseThrow()).isCloseTo(4.0 / 12 / variance, within(1e-3));
        assertThat(indices.runs()).isEqualTo(8_192L * 4);
    }

    // closed form: of 150 seeds, a 90 % interval of either order covers the truth in 85 % at least; more, as points are
    // even
    @Test
    void intervalsCoverTheTruth() {
        int seeds = 150;
        double[] first = ishigamiFirst();
        double[] total = ishigamiTotal();
        int[] covered = new int[4];
        for (int seed = 0; seed < seeds; seed++) {
            SobolIndices indices = analysis(256, seed).withBootstraps(200).analyse(XYZ, SobolAnalysisTest::ishigami);
            for (int i = 0; i < 2; i++) {
                String factor = XYZ.get(i);
                covered[i] += indices.firstOrderInterval(factor).orElseThrow().contains(first[i]) ? 1 : 0;
                covered[2 + i] +=
                        indices.totalOrderInterval(factor).orElseThrow().contains(total[i]) ? 1 : 0;
            }
        }
        assertThat(Arrays.stream(covered).min().orElseThrow()).isGreaterThan((int) (0.85 * seeds));
    }

    // property: an interval of more rows is narrower by about the root of their number
    @Test
    void intervalsNarrow() {
        SobolIndices few = analysis(256, 5).withBootstraps(500).analyse(XYZ, SobolAnalysisTest::ishigami);
        SobolIndices many = analysis(4_096, 5).withBootstraps(500).analyse(XYZ, SobolAnalysisTest::ishigami);
        SobolIndices.Interval wide = few.totalOrderInterval("x").orElseThrow();
        SobolIndices.Interval narrow = many.totalOrderInterval("x").orElseThrow();
        assertThat((wide.high() - wide.low()) / (narrow.high() - narrow.low())).isBetween(3.0, 5.0);
    }

    // what has to hold on every Java runtime, too: bits do not depend on the number of threads
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void threadsChangeNoBit(int threads) {
        SobolAnalysis one =
                SobolAnalysis.withDefaults().withSize(512).withBootstraps(50).withThreads(1);
        assertThat(one.withThreads(threads).analyse(XYZ, SobolAnalysisTest::ishigami))
                .isEqualTo(one.analyse(XYZ, SobolAnalysisTest::ishigami));
    }

    @Test
    void aConstantHasNoIndices() {
        SobolIndices indices = SobolAnalysis.withDefaults().withSize(64).analyse(XYZ, point -> 0.1);
        assertThat(indices.firstOrder("x")).isEmpty();
        assertThat(indices.totalOrder("z")).isEmpty();
        assertThat(indices.firstOrderInterval("x")).isEmpty();
        assertThat(indices.variance()).isZero();
        assertThat(indices.toString()).contains("does not vary").doesNotContain("NaN");
    }

    // an output that is 1 in one run of 64: most bootstraps do not see it
    @Test
    void anOutputThatRarelyVariesHasNoIntervals() {
        SobolIndices indices =
                SobolAnalysis.withDefaults().withSize(64).analyse(XYZ, point -> point.get(0) < 1.0 / 64 ? 1 : 0);
        assertThat(indices.totalOrder("x")).isPresent();
        assertThat(indices.totalOrderInterval("x")).isEmpty();
        assertThat(indices.toString().replace('\n', ' '))
                .contains("varies too rarely")
                .doesNotContain("NaN");
    }

    // property: indices do not depend on scale and origin of the output, however large
    @Test
    void scaleAndOriginDoNotMatter() {
        SobolIndices plain = analysis(1_024, 1).analyse(XYZ, SobolAnalysisTest::ishigami);
        SobolIndices huge = analysis(1_024, 1).analyse(XYZ, point -> 1e140 * (ishigami(point) - 5));
        for (String factor : XYZ) {
            assertThat(huge.totalOrder(factor).orElseThrow())
                    .isCloseTo(plain.totalOrder(factor).orElseThrow(), within(1e-9));
        }
    }

    @Test
    void printsSizeSeedAndIntervals() {
        String text = SobolAnalysis.withDefaults()
                .withSize(1_024)
                .withSeed(7)
                .analyse(XYZ, SobolAnalysisTest::ishigami)
                .toString();
        assertThat(text.replace('\n', ' '))
                .contains("1,024 rows", "x 5 = 5,120 runs", "seed 7", "1,000 bootstraps", "first order", "90 %");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void threadsAreNoPartOfEquality() {
        SobolAnalysis one = SobolAnalysis.withDefaults().withThreads(1);
        assertThat(SobolAnalysis.withDefaults()).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(one.withThreads(3)).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(one.withThreads(3).threads()).isEqualTo(3);
        assertThat(SobolAnalysis.withDefaults().threads())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(one.withSeed(2)).isNotEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatTheModelThrowsReachesTheCaller(int threads) {
        RuntimeException own = new IndexOutOfBoundsException("no coordinate 3");
        assertThatThrownBy(() -> analysis(64, 1).withThreads(threads).analyse(XYZ, p -> {
                    throw own;
                }))
                .isSameAs(own);
    }

    // the definition: no first order is above its total order; made up are intervals that lie apart and that overlap
    @Test
    void saysWhereThereAreTooFewRows() {
        assertThat(ofTwo(0.6, 0.55).toString().replace('\n', ' '))
                .contains("Too few rows: x has a first order above its total order");
        assertThat(ofTwo(0.6, 0.35).toString()).doesNotContain("Too few rows");
        assertThat(SobolAnalysis.withDefaults()
                        .withSize(64)
                        .analyse(List.of("x", "y"), p -> p.get(0) + p.get(1))
                        .toString())
                .doesNotContain("Too few rows");
    }

    /** Factors x, whose total order is 0.4 with an interval up to 0.45, and y. */
    private static SobolIndices ofTwo(double firstOfX, double lowOfFirst) {
        return new SobolIndices.Builder(ImmutableList.of("x", "y"), 0, 1)
                .sampled(analysis(64, 1).withBootstraps(20))
                .indices(new double[] {firstOfX, 0.5, 0.4, 0.6})
                .intervals(
                        ImmutableDoubleArray.of(lowOfFirst, 0.4, 0.35, 0.5),
                        ImmutableDoubleArray.of(0.65, 0.6, 0.45, 0.7))
                .build();
    }

    @Test
    void reportsProgress() {
        List<Long> done = new ArrayList<>();
        analysis(256, 1).analyse(ImmutableMap.of("x", 1), p -> p.get(0), (part, total) -> {
            assertThat(total).isEqualTo(4);
            done.add(part);
        });
        assertThat(done).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void stopsWhenInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> analysis(256, 1).withThreads(1).analyse(XYZ, SobolAnalysisTest::ishigami))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void refusesWhatHasNoMeaning() {
        SobolAnalysis analysis = SobolAnalysis.withDefaults();
        assertThatThrownBy(() -> analysis.withSize(1_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SobolAnalysis.size must be a power of two from 64 to 16,777,216 but was 1000");
        assertThatThrownBy(() -> analysis.withSize(32))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("from 64 to 16,777,216 but was 32");
        assertThatThrownBy(() -> analysis.withBootstraps(10)).hasMessageContaining("20 or more");
        assertThatThrownBy(() -> analysis.withThreads(0)).hasMessageContaining("at least 1 but was 0");
        assertThatThrownBy(() -> analysis.analyse(ImmutableList.of(), p -> 1)).hasMessageContaining("was empty");
        assertThatThrownBy(() -> analysis.analyse(ImmutableList.of("x", "x"), p -> 1))
                .hasMessageContaining("each name once but was [x, x]");
        assertThatThrownBy(() -> analysis.withSize(64).analyse(XYZ, p -> Double.NaN))
                .hasMessageContaining("must give a finite number but gave NaN at [");
        assertThatThrownBy(() -> analysis.analyse(ImmutableMap.of("x", 0), p -> 1, Progress.none()))
                .hasMessageContaining("factor x must have at least 1 coordinate but has 0");
        assertThatThrownBy(() -> analysis.analyse(ImmutableMap.of("x", 501), p -> 1, Progress.none()))
                .hasMessageContaining("at most 500 coordinates in all but got 501");
        SobolIndices indices = analysis(64, 1).analyse(XYZ, p -> p.get(0));
        assertThatThrownBy(() -> indices.firstOrder("w")).hasMessageContaining("no factor 'w'; nearest: x, y, z");
    }

    // the model is asked with numbers that no part of the cube leaves out: uniform by a chi-square bound at 1e-6
    @Test
    void pointsAreUniform() {
        int[] count = new int[10];
        analysis(1_024, 1).withThreads(1).analyse(ImmutableList.of("x"), p -> {
            count[(int) (10 * p.get(0))]++;
            return RandomBits.of(1, Double.doubleToLongBits(p.get(0))).nextOpen();
        });
        double expected = 3 * 1_024 / 10.0;
        double chi = 0;
        for (int n : count) {
            chi += (n - expected) * (n - expected) / expected;
        }
        assertThat(chi).isLessThan(44.8);
    }
}
