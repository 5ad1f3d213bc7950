package io.github.statecraft.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: T. L. Saaty's example of drinks (2008), numpy 2.4.6, and closed forms. */
class PairwiseComparisonTest {
    private static final double CLOSE = 1e-11;

    /** Which drink is consumed more in the US: coffee, wine, tea, beer, sodas, milk, water (Saaty 2008, pp. 87-88). */
    private static final double[][] DRINKS = {
        {1, 9, 5, 2, 1, 1, 1 / 2.0},
        {1 / 9.0, 1, 1 / 3.0, 1 / 9.0, 1 / 9.0, 1 / 9.0, 1 / 9.0},
        {1 / 5.0, 3, 1, 1 / 3.0, 1 / 4.0, 1 / 3.0, 1 / 9.0},
        {1 / 2.0, 9, 3, 1, 1 / 2.0, 1, 1 / 3.0},
        {1, 9, 4, 2, 1, 2, 1 / 2.0},
        {1, 9, 3, 1, 1 / 2.0, 1, 1 / 3.0},
        {2, 9, 9, 3, 2, 3, 1}
    };

    /**
     * Saaty (2008), pp. 87-88: the priorities to three decimals, consistency ratio 0.022; also PhilipGriffith/AHPy,
     * tests/test_ahp.py at commit 4be50e8, test_drinks_weights_precision_3_saaty and test_drinks_cr_saaty.
     */
    @Test
    void givesThePrioritiesOfSaatysDrinks() {
        PairwiseComparison drinks = PairwiseComparison.of(DRINKS, false);
        assertThat(drinks.priorities().toArray())
                .containsExactly(new double[] {0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327}, within(0.0006));
        assertThat(drinks.consistencyRatio()).isCloseTo(0.022, within(0.0005));
    }

    /** numpy: {@code l, W = np.linalg.eig(A); p = W[:, l.real.argmax()]; p / p.sum()}. */
    @Test
    void givesTheEigenvectorOfNumpy() {
        PairwiseComparison drinks = PairwiseComparison.of(DRINKS, false);
        assertThat(drinks.priorities().toArray())
                .containsExactly(
                        new double[] {
                            0.177456747446,
                            0.019149476024,
                            0.041831181662,
                            0.116417031735,
                            0.189572375326,
                            0.128780548539,
                            0.326792639268
                        },
                        within(CLOSE));
        assertThat(drinks.lambdaMax()).isCloseTo(7.17662903933035, within(CLOSE));
        assertThat(drinks.consistencyIndex()).isCloseTo(0.029438173221724966, within(CLOSE));
    }

    /** numpy: {@code g = np.exp(np.log(A).mean(1)); g / g.sum()}; the consistency is that of the matrix. */
    @Test
    void givesTheGeometricMeansOfNumpy() {
        PairwiseComparison drinks = PairwiseComparison.of(DRINKS, true);
        assertThat(drinks.priorities().toArray())
                .containsExactly(
                        new double[] {
                            0.178723384591,
                            0.01846061616,
                            0.04223438732,
                            0.116498397754,
                            0.191135509192,
                            0.12862465932,
                            0.324323045662
                        },
                        within(CLOSE));
        assertThat(drinks.consistencyRatio())
                .isEqualTo(PairwiseComparison.of(DRINKS, false).consistencyRatio());
    }

    /** Entries w_i / w_j: the priorities are w, the eigenvalue is n, and nothing is contradicted. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesBackTheWeightsBehindConsistentJudgements(boolean geometricMean) {
        double[] weights = {0.4, 0.3, 0.15, 0.1, 0.05};
        PairwiseComparison consistent = PairwiseComparison.of(ratios(weights), geometricMean);
        assertThat(consistent.priorities().toArray()).containsExactly(weights, within(1e-13));
        assertThat(consistent.lambdaMax()).isCloseTo(5, within(1e-12));
        assertThat(consistent.consistencyRatio()).isBetween(0.0, 1e-12);
    }

    /** Of three: with c = a13 / (a12 a23) the eigenvalue is 1 + cbrt(c) + 1 / cbrt(c), and both ways give the same. */
    @ParameterizedTest
    @CsvSource({"2,3,1", "9,9,0.1111111111111111", "1,1,1", "0.5,7,9"})
    void hasTheClosedFormOfThreeChildren(double a12, double a23, double a13) {
        double[][] matrix = {{1, a12, a13}, {1 / a12, 1, a23}, {1 / a13, 1 / a23, 1}};
        double root = Math.cbrt(a13 / (a12 * a23));
        PairwiseComparison comparison = PairwiseComparison.of(matrix, false);
        assertThat(comparison.lambdaMax()).isCloseTo(1 + root + 1 / root, within(1e-11));
        assertThat(comparison.consistencyRatio()).isCloseTo((root + 1 / root - 2) / 2 / 0.58, within(1e-11));
        assertThat(comparison.priorities().toArray())
                .containsExactly(
                        PairwiseComparison.of(matrix, true).priorities().toArray(), within(1e-9));
    }

    @Test
    void cannotContradictItselfBelowThreeChildren() {
        PairwiseComparison two = PairwiseComparison.of(new double[][] {{1, 3}, {1 / 3.0, 1}}, false);
        assertThat(two.priorities().toArray()).containsExactly(new double[] {0.75, 0.25}, within(1e-15));
        assertThat(two.consistencyRatio()).isZero();
        PairwiseComparison one = PairwiseComparison.of(new double[][] {{1}}, false);
        assertThat(one).hasToString("PairwiseComparison(1; consistency ratio 0)");
        assertThat(one.lambdaMax()).isEqualTo(1);
    }

    /** Saaty (1980), p. 21. */
    @ParameterizedTest
    @CsvSource({"1,0", "2,0", "3,0.58", "4,0.90", "5,1.12", "7,1.32", "10,1.49", "12,1.48", "15,1.59"})
    void knowsTheRandomIndex(int children, double expected) {
        assertThat(PairwiseComparison.randomIndex(children)).isEqualTo(expected);
    }

    /** Another order of the children permutes the priorities, to the last bit. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void doesNotDependOnTheOrderOfChildren(boolean geometricMean) {
        Random random = new Random(20261126);
        for (int run = 0; run < 100; run++) {
            double[][] matrix = judgements(2 + random.nextInt(14), random);
            int n = matrix.length;
            double[][] reversed = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    reversed[i][j] = matrix[n - 1 - i][n - 1 - j];
                }
            }
            PairwiseComparison expected = PairwiseComparison.of(matrix, geometricMean);
            PairwiseComparison other = PairwiseComparison.of(reversed, geometricMean);
            assertThat(other.priorities().toArray())
                    .containsExactly(
                            TechnologyAchievement.reversed(expected.priorities().toArray()));
            assertThat(other.consistencyRatio()).isEqualTo(expected.consistencyRatio());
        }
    }

    /** Saaty (1980): the eigenvalue is at least n, and more only if something is contradicted. */
    @Test
    void neverHasAnEigenvalueBelowItsSize() {
        Random random = new Random(20261127);
        for (int run = 0; run < 100; run++) {
            double[][] matrix = judgements(3 + random.nextInt(13), random);
            assertThat(PairwiseComparison.of(matrix, false).lambdaMax()).isGreaterThan(matrix.length - 1e-11);
        }
    }

    @Test
    void refusesWhatIsNoMatrixOfJudgements() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairwiseComparison.of(new double[16][16], false))
                .withMessage("a pairwise comparison needs between 1 and 15 children but there were 16;"
                        + " group them into pillars");
        assertThatIllegalArgumentException().isThrownBy(() -> PairwiseComparison.of(new double[0][], false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairwiseComparison.of(new double[][] {{1, 2}, {0.5}}, false))
                .withMessage("a pairwise comparison needs a square matrix but row 2 of 2 has length 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairwiseComparison.of(new double[][] {{1, 0}, {0, 1}}, false))
                .withMessage("a pairwise comparison needs judgements between 1e-9 and 1e9 but entry (2, 1) was 0 and"
                        + " entry (1, 2) was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairwiseComparison.of(new double[][] {{1, Double.NaN}, {1, 1}}, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairwiseComparison.of(new double[][] {{2}}, false))
                .withMessage("a pairwise comparison needs 1 on the diagonal but entry (1, 1) was 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairwiseComparison.of(new double[][] {{1, 3}, {0.33, 1}}, false))
                .withMessage(
                        "a pairwise comparison needs reciprocal judgements but entry (2, 1) was 0.33 and entry (1, 2)"
                                + " was 3; state one as 1 divided by the other");
    }

    /** a beats b, b beats c, c beats a, each a billion to one: the bounds approach each other too slowly. */
    @Test
    void refusesJudgementsThatContradictEachOtherTooMuch() {
        double[][] circle = {{1, 1e9, 1e-9, 2}, {1e-9, 1, 1e9, 3}, {1e9, 1e-9, 1, 5}, {0.5, 1 / 3.0, 0.2, 1}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairwiseComparison.of(circle, false))
                .withMessageEndingWith(
                        " did not settle within 100000 iterations;" + " its judgements contradict each other too much");
    }

    private static double[][] ratios(double[] weights) {
        double[][] matrix = new double[weights.length][weights.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                matrix[i][j] = weights[i] / weights[j];
            }
        }
        return matrix;
    }

    /** Judgements on Saaty's scale, drawn at random. */
    private static double[][] judgements(int n, Random random) {
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = 1;
            for (int j = 0; j < i; j++) {
                double judgement = 1 + random.nextInt(9);
                matrix[i][j] = random.nextBoolean() ? judgement : 1 / judgement;
                matrix[j][i] = 1 / matrix[i][j];
            }
        }
        return matrix;
    }
}
