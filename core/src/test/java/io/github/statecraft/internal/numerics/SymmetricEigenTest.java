package io.github.statecraft.internal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: closed forms, numpy 2.4.6, and the definition A v = lambda v with orthonormal v. */
class SymmetricEigenTest {
    private static final double CLOSE = 1e-13;

    /** numpy: {@code np.linalg.eigvalsh([[1 / (i + j + 1) for j in range(5)] for i in range(5)])[::-1]}. */
    @Test
    void givesTheEigenvaluesOfTheHilbertMatrix() {
        double[][] hilbert = new double[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                hilbert[i][j] = 1.0 / (i + j + 1);
            }
        }
        double[] expected = {
            1.5670506910982307, 0.20853421861101346, 0.011407491623419842, 0.00030589804015117647, 3.287928772175417e-06
        };
        SymmetricEigen eigen = SymmetricEigen.of(hilbert);
        for (int k = 0; k < 5; k++) {
            assertThat(eigen.value(k)).isCloseTo(expected[k], within(1e-15));
        }
    }

    /** The second-difference matrix has eigenvalues 2 + 2 cos(k pi / (n + 1)) and vectors with sines as components. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 60})
    void givesTheClosedFormOfTheSecondDifferenceMatrix(int n) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = 2;
            if (i > 0) {
                matrix[i][i - 1] = 1;
                matrix[i - 1][i] = 1;
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(matrix);
        for (int k = 0; k < n; k++) {
            double angle = (k + 1) * Math.PI / (n + 1);
            assertThat(eigen.value(k)).isCloseTo(2 + 2 * Math.cos(angle), within(10 * n * Math.ulp(1.0)));
            for (int i = 0; i < n; i++) {
                double component = Math.sqrt(2.0 / (n + 1)) * Math.sin((i + 1) * angle);
                assertThat(Math.abs(eigen.vector(k).get(i))).isCloseTo(Math.abs(component), within(1e-12));
            }
        }
    }

    /** Equal correlations r: the largest eigenvalue is 1 + (n - 1) r with equal components, all others are 1 - r. */
    @Test
    void givesTheClosedFormOfEqualCorrelations() {
        double[][] matrix = {{1, 0.25, 0.25, 0.25}, {0.25, 1, 0.25, 0.25}, {0.25, 0.25, 1, 0.25}, {0.25, 0.25, 0.25, 1}
        };
        SymmetricEigen eigen = SymmetricEigen.of(matrix);
        assertThat(eigen.value(0)).isCloseTo(1.75, within(CLOSE));
        assertThat(eigen.value(1)).isCloseTo(0.75, within(CLOSE));
        assertThat(eigen.value(3)).isCloseTo(0.75, within(CLOSE));
        assertThat(eigen.vector(0).toArray()).containsExactly(new double[] {0.5, 0.5, 0.5, 0.5}, within(CLOSE));
    }

    @Test
    void solvesItsEquationWithOrthonormalVectorsInDescendingOrder() {
        Random random = new Random(20261120);
        for (int n : new int[] {1, 2, 3, 5, 8, 13, 40}) {
            double[][] matrix = symmetric(n, random);
            SymmetricEigen eigen = SymmetricEigen.of(matrix);
            assertThat(eigen.size()).isEqualTo(n);
            for (int k = 0; k < n; k++) {
                double[] vector = eigen.vector(k).toArray();
                for (int i = 0; i < n; i++) {
                    assertThat(ExactSum.ofProducts(matrix[i], vector))
                            .isCloseTo(eigen.value(k) * vector[i], within(n * CLOSE));
                }
                for (int other = 0; other <= k; other++) {
                    assertThat(eigen.value(other)).isGreaterThanOrEqualTo(eigen.value(k));
                    assertThat(ExactSum.ofProducts(vector, eigen.vector(other).toArray()))
                            .isCloseTo(k == other ? 1 : 0, within(n * CLOSE));
                }
            }
        }
    }

    @Test
    void makesTheLargestComponentPositive() {
        Random random = new Random(20261121);
        for (int run = 0; run < 200; run++) {
            SymmetricEigen eigen = SymmetricEigen.of(symmetric(6, random));
            for (int k = 0; k < 6; k++) {
                double largest = 0;
                for (double component : eigen.vector(k).toArray()) {
                    largest = Math.abs(component) > Math.abs(largest) ? component : largest;
                }
                assertThat(largest).isPositive();
            }
        }
    }

    /** The vectors are (1, 1) and (1, -1) over the root of 2: equally large components, of which the first decides. */
    @Test
    void takesTheFirstOfEquallyLargeComponents() {
        SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{1, -0.3}, {-0.3, 1}});
        assertThat(eigen.vector(0).toArray())
                .containsExactly(new double[] {Math.sqrt(0.5), -Math.sqrt(0.5)}, within(CLOSE));
        assertThat(eigen.vector(1).toArray())
                .containsExactly(new double[] {Math.sqrt(0.5), Math.sqrt(0.5)}, within(CLOSE));
    }

    @Test
    void leavesTheMatrixAlone() {
        double[][] matrix = {{2, 1}, {1, 2}};
        SymmetricEigen.of(matrix);
        assertThat(matrix).isDeepEqualTo(new double[][] {{2, 1}, {1, 2}});
    }

    @Test
    void refusesWhatIsNotSquareSymmetricAndFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SymmetricEigen.of(new double[0][]))
                .withMessage("SymmetricEigen.of needs a matrix of at least 1 x 1 but it was empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SymmetricEigen.of(new double[][] {{1, 2}}))
                .withMessage("SymmetricEigen.of needs a square matrix but it has 1 rows and row 0 has length 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SymmetricEigen.of(new double[][] {{1, 2}, {3, 1}}))
                .withMessage(
                        "SymmetricEigen.of needs a finite symmetric matrix but entries (1, 0) and (0, 1) were 3 and 2");
        assertThatIllegalArgumentException().isThrownBy(() -> SymmetricEigen.of(new double[][] {{Double.NaN}}));
    }

    private static double[][] symmetric(int n, Random random) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] = random.nextGaussian();
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }
}
