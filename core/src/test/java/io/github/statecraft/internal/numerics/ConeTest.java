package io.github.statecraft.internal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: closed forms, and all choices of planes solved in whole numbers. */
class ConeTest {
    private static final double CLOSE = 1e-15;

    private static Cone cut(int dimension, double[]... conditions) {
        Cone cone = Cone.orthant(
                dimension, Arrays.stream(conditions).map(HalfSpace::of).toList());
        for (int i = 0; i < conditions.length; i++) {
            cone = cone.cut(i, 1);
        }
        return cone;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8})
    void startsAsTheSimplex(int dimension) {
        Cone cone = cut(dimension);
        assertThat(cone.size()).isEqualTo(dimension);
        assertThat(cone.volume().share()).isEqualTo(1);
        assertThat(cone.volume().centroid()).containsOnly(new double[] {1.0 / dimension}, within(CLOSE));
    }

    /** Halving a triangle by a plane through a corner, the same plane again, doubled, and one that touches the corner. */
    @Test
    void standsRepeatedConditionsAndPlanesThroughCorners() {
        Cone cone = cut(
                3, new double[] {1, -1, 0}, new double[] {1, -1, 0}, new double[] {2, -2, 0}, new double[] {1, 1, 0});
        assertThat(cone.size()).isEqualTo(3);
        assertThat(cone.volume().share()).isCloseTo(0.5, within(CLOSE));
        assertThat(cone.hasInterior()).isTrue();
        assertThat(List.of(cone.vertex(0), cone.vertex(1), cone.vertex(2)))
                .containsExactlyInAnyOrder(new double[] {1, 0, 0}, new double[] {0, 0, 1}, new double[] {0.5, 0.5, 0});
    }

    @Test
    void keepsTheFaceThatAPlaneTouches() {
        Cone face = cut(3, new double[] {-1, -1, 0});
        assertThat(face.size()).isEqualTo(1);
        assertThat(face.vertex(0)).containsExactly(0, 0, 1);
        assertThat(face.hasInterior()).isFalse();
        assertThat(face.volume().share()).isZero();
        Cone nothing = cut(2, new double[] {-1, -1});
        assertThat(nothing.size()).isZero();
        assertThat(nothing.volume().share()).isZero();
    }

    /** A face without interior is cut like any other: the edge of two corners, at its middle. */
    @Test
    void cutsFaces() {
        Cone edge = cut(4, new double[] {0, 0, -1, -1}, new double[] {1, -1, 5, -7});
        assertThat(edge.size()).isEqualTo(2);
        assertThat(edge.hasInterior()).isFalse();
        assertThat(List.of(edge.vertex(0)[0], edge.vertex(1)[0])).containsExactlyInAnyOrder(1.0, 0.5);
    }

    /** The two parts of a cut make up the whole. */
    @Test
    void dividesVolumeAndCentroid() {
        Random random = new Random(8);
        for (int round = 0; round < 200; round++) {
            int n = 2 + round % 7;
            double[][] conditions = new double[4][n];
            for (double[] condition : conditions) {
                for (int i = 0; i < n; i++) {
                    condition[i] = random.nextInt(7) - 2;
                }
            }
            Cone whole = cut(n, conditions[0], conditions[1], conditions[2], new double[n]);
            List<HalfSpace> all = Arrays.stream(conditions).map(HalfSpace::of).toList();
            Cone again = Cone.orthant(n, all).cut(0, 1).cut(1, 1).cut(2, 1);
            assertThat(again.size()).isEqualTo(whole.size());
            ConeVolume inside = again.cut(3, 1).volume();
            ConeVolume outside = again.cut(3, -1).volume();
            double share = again.volume().share();
            assertThat(inside.share() + outside.share())
                    .as(Arrays.deepToString(conditions))
                    .isCloseTo(again.highest(3) == 0 && again.lowest(3) == 0 ? 2 * share : share, within(CLOSE * 10));
        }
    }

    /** Numbers that differ in their last bits, so that signs in doubles are in doubt, against all planes in whole numbers. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void findsTheCornersThatWholeNumbersGive(int n) {
        Random random = new Random(n);
        for (int round = 0; round < 60; round++) {
            double[][] rows = new double[6][n];
            for (double[] row : rows) {
                for (int i = 0; i < n; i++) {
                    row[i] = 0.1 * (1 + random.nextInt(3)) + Math.scalb(random.nextInt(3), -55);
                }
            }
            List<HalfSpace> conditions = new ArrayList<>();
            List<BigInteger[]> planes = new ArrayList<>();
            for (int i = 1; i < rows.length; i++) {
                conditions.add(HalfSpace.ofDifference(rows[0], rows[i]));
                planes.add(difference(rows[0], rows[i]));
            }
            Cone cone = Cone.orthant(n, conditions);
            for (int i = 0; i < conditions.size(); i++) {
                cone = cone.cut(i, 1);
            }
            List<String> corners = new ArrayList<>();
            for (int ray = 0; ray < cone.size(); ray++) {
                corners.add(Arrays.toString(cone.vertex(ray)));
            }
            assertThat(corners).containsExactlyInAnyOrderElementsOf(corners(n, planes));
        }
    }

    private static BigInteger[] difference(double[] a, double[] b) {
        BigInteger[] difference = new BigInteger[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = new BigDecimal(a[i])
                    .subtract(new BigDecimal(b[i]))
                    .multiply(new BigDecimal(BigInteger.TWO.pow(80)))
                    .toBigIntegerExact();
        }
        return difference;
    }

    /** The points at which n - 1 planes meet and all conditions hold, each coordinate rounded once. */
    private static List<String> corners(int n, List<BigInteger[]> conditions) {
        List<BigInteger[]> all = new ArrayList<>(conditions);
        for (int axis = 0; axis < n; axis++) {
            BigInteger[] unit = new BigInteger[n];
            Arrays.fill(unit, BigInteger.ZERO);
            unit[axis] = BigInteger.ONE;
            all.add(unit);
        }
        Set<List<BigInteger>> found = new LinkedHashSet<>();
        List<String> corners = new ArrayList<>();
        for (int chosen = 0; chosen < 1 << all.size(); chosen++) {
            if (Integer.bitCount(chosen) != n - 1) {
                continue;
            }
            BigInteger[][] planes = new BigInteger[n - 1][];
            int next = 0;
            for (int i = 0; i < all.size(); i++) {
                if ((chosen >> i & 1) != 0) {
                    planes[next++] = all.get(i);
                }
            }
            BigInteger[] point = meeting(planes, n);
            BigInteger sum = Arrays.stream(point).reduce(BigInteger.ZERO, BigInteger::add);
            boolean holds = sum.signum() != 0
                    && all.stream().allMatch(c -> product(c, point).signum() * sum.signum() >= 0);
            if (holds && found.add(primitive(point, sum))) {
                double[] corner = new double[n];
                for (int i = 0; i < n; i++) {
                    corner[i] = new BigDecimal(point[i])
                            .divide(new BigDecimal(sum), new MathContext(60))
                            .doubleValue();
                }
                corners.add(Arrays.toString(corner));
            }
        }
        return corners;
    }

    /** The point without a common divisor, its sum positive: equal for equal points. */
    private static List<BigInteger> primitive(BigInteger[] point, BigInteger sum) {
        BigInteger divisor = Arrays.stream(point).reduce(BigInteger.ZERO, BigInteger::gcd);
        BigInteger signed = sum.signum() > 0 ? divisor : divisor.negate();
        return Arrays.stream(point).map(x -> x.divide(signed)).toList();
    }

    private static BigInteger product(BigInteger[] a, BigInteger[] b) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < a.length; i++) {
            sum = sum.add(a[i].multiply(b[i]));
        }
        return sum;
    }

    /** The vector that all rows are orthogonal to, by Cramer's rule. */
    private static BigInteger[] meeting(BigInteger[][] rows, int n) {
        BigInteger[] vector = new BigInteger[n];
        for (int column = 0; column < n; column++) {
            int without = column;
            BigInteger[][] minor = Arrays.stream(rows)
                    .map(row -> {
                        BigInteger[] rest = new BigInteger[n - 1];
                        System.arraycopy(row, 0, rest, 0, without);
                        System.arraycopy(row, without + 1, rest, without, n - 1 - without);
                        return rest;
                    })
                    .toArray(BigInteger[][]::new);
            BigInteger determinant = determinant(minor);
            vector[column] = column % 2 == 0 ? determinant : determinant.negate();
        }
        return vector;
    }

    private static BigInteger determinant(BigInteger[][] m) {
        if (m.length == 0) {
            return BigInteger.ONE;
        }
        BigInteger sum = BigInteger.ZERO;
        for (int row = 0; row < m.length; row++) {
            int without = row;
            BigInteger[][] minor = IntStream.range(0, m.length)
                    .filter(i -> i != without)
                    .mapToObj(i -> Arrays.copyOfRange(m[i], 1, m.length))
                    .toArray(BigInteger[][]::new);
            BigInteger term = m[row][0].multiply(determinant(minor));
            sum = row % 2 == 0 ? sum.add(term) : sum.subtract(term);
        }
        return sum;
    }

    /** Coordinates of 1e-200 beside 1e200 neither underflow nor overflow. */
    @Test
    void standsExtremeSizes() {
        Cone cone = cut(2, new double[] {1e-200, -1e200});
        assertThat(cone.volume().share()).isBetween(0.0, Double.MIN_VALUE);
        assertThat(cone.size()).isEqualTo(2);
        assertThat(cut(2, new double[] {Double.MIN_VALUE, -Double.MIN_VALUE})
                        .volume()
                        .share())
                .isEqualTo(0.5);
        assertThat(cut(2, new double[] {Double.MAX_VALUE, -Double.MAX_VALUE})
                        .volume()
                        .share())
                .isEqualTo(0.5);
        Cone wide = Cone.orthant(
                        2,
                        List.of(HalfSpace.ofDifference(
                                new double[] {Double.MAX_VALUE, -Double.MAX_VALUE},
                                new double[] {-Double.MAX_VALUE, Double.MAX_VALUE})))
                .cut(0, 1);
        assertThat(wide.volume().share()).isEqualTo(0.5);
    }

    /** A corner cut off at 1e-30 of each edge has a share of 1e-30^(n-1): small shares are as accurate as large ones. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8})
    void measuresTinyCorners(int n) {
        double[] condition = new double[n];
        Arrays.fill(condition, -1);
        condition[0] = 0x1p-100;
        double edge = 1 / (1 + 0x1p100);
        assertThat(cut(n, condition).volume().share() / StrictMath.pow(edge, n - 1))
                .isCloseTo(1, within(1e-14));
    }

    @Test
    void refusesConditionsOfAnotherDimension() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cone.orthant(2, List.of(HalfSpace.of(1))))
                .withMessage("Cone of dimension 2 cannot be cut with a condition of dimension 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HalfSpace.of(1, Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HalfSpace.ofDifference(new double[1], new double[2]))
                .withMessageContaining("1 and 2");
    }
}
