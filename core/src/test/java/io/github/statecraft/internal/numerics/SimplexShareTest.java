package io.github.statecraft.internal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: geometry by hand, closed forms, and rational arithmetic by {@link RationalShare}. */
class SimplexShareTest {
    private static final long SEED = 20261124;

    /** What 200 coefficients may be off, relatively. */
    private static final double TOLERANCE = 7e-15;

    /** By hand: two criteria divide a segment, three a triangle from a corner (product of two ratios) or through one. */
    @ParameterizedTest
    @CsvSource({
        "'1,-3', 0.25",
        "'-3,1', 0.25",
        "'1,-1,0', 0.5",
        "'1,-1,-1', 0.25",
        "'2,-1,-1', 0.4444444444444444",
        "'1,1,-1', 0.75",
        "'1,-2,-3', 0.08333333333333333",
        "'3,0,0', 1",
        "'0,-5,0', 0",
        "'7', 1",
        "'-7', 0",
    })
    void agreesWithGeometryByHand(String coefficients, double share) {
        double[] d = Arrays.stream(coefficients.split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();

        assertThat(SimplexShare.of(d)).isEqualTo(share, within(2e-16));
    }

    /** A weight is above t under {@code (1 - t)^(n - 1)} of all weightings: a smaller simplex is left. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7, 20, 60, 200})
    void knowsHowOftenOneWeightIsAboveAThreshold(int n) {
        for (double t : new double[] {0.5, 0.25, 0.0625, 0.001953125}) {
            double[] d = new double[n];
            Arrays.fill(d, -t);
            d[n - 1] = 1 - t;
            SimplexShare workspace = new SimplexShare(n);

            double share = workspace.share(d);

            assertThat(share).isCloseTo(StrictMath.pow(1 - t, n - 1), withinPercentage(5e-13));
            assertThat(workspace.rest())
                    .isCloseTo(-StrictMath.expm1((n - 1) * StrictMath.log1p(-t)), withinPercentage(5e-13));
        }
    }

    @Test
    void agreesWithRationalArithmeticOnAThousandTables() {
        Random random = new Random(SEED);
        SimplexShare workspace = new SimplexShare(12);
        for (int run = 0; run < 1000; run++) {
            double[] d = new double[2 + random.nextInt(11)];
            for (int i = 0; i < d.length; i++) {
                d[i] = run % 2 == 0 ? random.nextDouble() - random.nextDouble() : random.nextGaussian() + run % 3 - 1;
            }

            assertBothSides(workspace, d, 3e-15);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 200})
    void staysAccurateForManyCriteria(int n) {
        Random random = new Random(SEED + n);
        SimplexShare workspace = new SimplexShare(n);
        double[] even = new double[n];
        double[] lopsided = new double[n];
        double[] spread = new double[n];
        for (int i = 0; i < n; i++) {
            even[i] = (random.nextInt(2_000_001) - 1_000_000) * 0x1p-20;
            lopsided[i] = (random.nextInt(1_000_001) - 900_000) * 0x1p-20;
            spread[i] = (random.nextBoolean() ? 1 : -1) * StrictMath.pow(10, 12 * random.nextDouble() - 6);
        }

        assertBothSides(workspace, even, TOLERANCE);
        assertBothSides(workspace, lopsided, TOLERANCE);
        assertBothSides(workspace, spread, TOLERANCE);
    }

    /** The positive side first, then that of all signs changed, then both as what is left of the other. */
    private static void assertBothSides(SimplexShare workspace, double[] d, double tolerance) {
        double[] negative = Arrays.stream(d).map(x -> -x).toArray();
        BigDecimal exact = RationalShare.of(d);
        BigDecimal exactRest = RationalShare.of(negative);
        double share = workspace.share(d);
        double rest = workspace.rest();

        assertThat(share + rest).isEqualTo(1, within(0x1p-53));
        assertThat(RationalShare.relativeError(share, exact))
                .as("%s", Arrays.toString(d))
                .isLessThan(tolerance);
        assertThat(RationalShare.relativeError(rest, exactRest))
                .as("%s", Arrays.toString(d))
                .isLessThan(tolerance);
        assertThat(workspace.share(negative)).isEqualTo(rest, within(1e-15 * rest));
    }

    /** A lead of 1 against 110 of 40: (1/41)^110, about 4e-178. */
    @Test
    void keepsTheDigitsOfTheSmallestShares() {
        double[] d = new double[111];
        Arrays.fill(d, -40);
        d[0] = 1;

        BigDecimal exact = RationalShare.of(d);

        assertThat(exact).isLessThan(new BigDecimal("1e-177"));
        assertThat(RationalShare.relativeError(SimplexShare.of(d), exact)).isLessThan(TOLERANCE);
    }

    /** Repeated coefficients, where the textbook formula divides by zero: as many of each sign, so one half. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 50})
    void splitsRepeatedCoefficientsEvenly(int pairs) {
        double[] d = new double[2 * pairs];
        for (int i = 0; i < d.length; i++) {
            d[i] = i % 2 == 0 ? 0.1 : -0.1;
        }

        assertThat(SimplexShare.of(d)).isEqualTo(0.5, within(1e-15));
    }

    @Test
    void nobodyIsAheadIfAllIsZero() {
        SimplexShare workspace = new SimplexShare(3);

        assertThat(workspace.share(new double[] {0.0, -0.0, 0.0})).isZero();
        assertThat(workspace.rest()).isZero();
        assertThat(workspace.ahead(new double[] {0.1, 0.2}, new double[] {0.1, 0.2}))
                .isZero();
        assertThat(workspace.rest()).isZero();
    }

    /** Zeros change nothing: the simplex of the others is a projection of the whole along them. */
    @Test
    void zerosChangeNothing() {
        assertThat(SimplexShare.of(0, 3, -0.0, -1, 0, -2, 0)).isEqualTo(SimplexShare.of(3, -1, -2));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1074, -1022, -1000, -300, -250, 249, 300, 1000, 1020})
    void dependsOnProportionsAlone(int exponent) {
        SimplexShare workspace = new SimplexShare(5);
        double[] scaled = Arrays.stream(new double[] {1, -2, 3, -5, 7})
                .map(x -> Math.scalb(x, exponent))
                .toArray();

        assertThat(workspace.share(scaled)).isEqualTo(SimplexShare.of(1, -2, 3, -5, 7), within(5e-16));
        assertThat(workspace.rest()).isEqualTo(SimplexShare.of(-1, 2, -3, 5, -7), within(5e-16));
    }

    /** By hand: of two criteria the share is the ratio to the sum. */
    @Test
    void takesCoefficientsOfAnySize() {
        SimplexShare workspace = new SimplexShare(2);

        assertThat(workspace.share(new double[] {1e150, -1e-150})).isEqualTo(1 - 0x1p-53);
        assertThat(workspace.rest()).isCloseTo(1e-300, withinPercentage(1e-13));
        assertThat(workspace.share(new double[] {-1e300, 1e-300})).isEqualTo(Double.MIN_VALUE);
        assertThat(workspace.rest()).isEqualTo(1 - 0x1p-53);
        assertThat(workspace.share(new double[] {Double.MAX_VALUE, -Double.MAX_VALUE}))
                .isEqualTo(0.5);
        assertThat(workspace.share(new double[] {Double.MIN_VALUE, -Double.MIN_VALUE}))
                .isEqualTo(0.5);
    }

    /** With both signs there are weights on both sides, however few. */
    @Test
    void zeroAndOneMeanNoneAndAll() {
        double[] d = new double[150];
        Arrays.fill(d, 1e9);
        d[149] = -1e-9;
        SimplexShare workspace = new SimplexShare(150);

        assertThat(workspace.share(d)).isLessThan(1).isGreaterThan(1 - 1e-15);
        assertThat(workspace.rest()).isPositive().isLessThan(1e-300);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNotFinite(double x) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimplexShare.of(1, x, -1))
                .withMessageContaining("finite");
        assertThatIllegalArgumentException().isThrownBy(() -> SimplexShare.of(x));
    }
}
