package io.github.statecraft.internal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.internal.numerics.LinearProgramme.NoOptimum;
import io.github.statecraft.internal.numerics.LinearProgramme.Optimum;
import io.github.statecraft.internal.numerics.LinearProgramme.Outcome;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: textbook programmes with known answers, closed forms, and the duality theorem. */
class LinearProgrammeTest {
    private static final double CLOSE = 1e-9;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /** Hillier and Lieberman, Introduction to Operations Research, section 3.1: Wyndor Glass makes 2 and 6 for 36. */
    @Test
    void solvesTheWyndorGlassExample() {
        Optimum optimum = optimum(nonNegative(new double[] {3, 5}, new double[][] {{1, 0}, {0, 2}, {3, 2}}, 4, 12, 18));
        assertThat(optimum.value()).isCloseTo(36, within(CLOSE));
        assertThat(optimum.x().toArray()).containsExactly(new double[] {2, 6}, within(CLOSE));
        assertThat(optimum).hasToString("Optimum(36 at 2, 6)");
    }

    /** E. M. L. Beale (1955): the simplex method with the largest coefficient first goes round for ever here. */
    @Test
    void solvesBealesExampleOfCycling() {
        Optimum optimum = optimum(nonNegative(
                new double[] {0.75, -150, 0.02, -6},
                new double[][] {{0.25, -60, -0.04, 9}, {0.5, -90, -0.02, 3}, {0, 0, 1, 0}},
                0,
                0,
                1));
        assertThat(optimum.value()).isCloseTo(0.05, within(CLOSE));
    }

    /** V. Klee and G. J. Minty (1972), in V. Chvatal's form: all variables but the last are 0, the value is 100^(n-1). */
    @Test
    void solvesTheKleeMintyCube() {
        Optimum optimum = optimum(nonNegative(
                new double[] {100, 10, 1}, new double[][] {{1, 0, 0}, {20, 1, 0}, {200, 20, 1}}, 1, 100, 10_000));
        assertThat(optimum.value()).isCloseTo(10_000, within(1e-5));
        assertThat(optimum.x().toArray()).containsExactly(new double[] {0, 0, 10_000}, within(1e-5));
    }

    /** By hand: the corners are (1, -3) with 13 and (5, -1) with 9. */
    @Test
    void keepsBoundsThatAreNotZero() {
        Optimum optimum = optimum(LinearProgramme.maximise(
                new double[] {1, -4},
                new double[][] {{1, -2}},
                new double[] {7},
                new double[] {-INFINITE, -3},
                new double[] {5, INFINITE}));
        assertThat(optimum.x().toArray()).containsExactly(new double[] {1, -3}, within(CLOSE));
        assertThat(optimum.value()).isCloseTo(13, within(CLOSE));
    }

    @Test
    void solvesAProgrammeOfBoundsOnly() {
        Optimum optimum = optimum(LinearProgramme.maximise(
                new double[] {2, -1}, new double[0][], new double[0], new double[] {0, 0}, new double[] {3, 3}));
        assertThat(optimum.x().toArray()).containsExactly(3, 0);
        assertThat(optimum.value()).isEqualTo(6);
    }

    @Test
    void saysThatNothingIsFeasible() {
        assertThat(nonNegative(new double[] {1, 1}, new double[][] {{1, 1}, {-1, -1}}, 1, -2))
                .isEqualTo(NoOptimum.INFEASIBLE);
    }

    @Test
    void saysThatTheObjectiveHasNoBound() {
        assertThat(nonNegative(new double[] {1, 1}, new double[][] {{1, -1}}, 1))
                .isEqualTo(NoOptimum.UNBOUNDED);
        assertThat(LinearProgramme.maximise(
                        new double[] {-1}, new double[0][], new double[0], new double[] {-INFINITE}, new double[] {
                            INFINITE
                        }))
                .isEqualTo(NoOptimum.UNBOUNDED);
    }

    /** The dual of max c x, A x <= b, x >= 0 is min b y, A'y >= c, y >= 0; with b > 0 and A > 0 both have an optimum. */
    @Test
    void hasTheValueOfItsDual() {
        Random random = new Random(20261122);
        for (int run = 0; run < 300; run++) {
            int variables = 1 + random.nextInt(8);
            int rows = 1 + random.nextInt(30);
            double[][] a = new double[rows][variables];
            double[][] transposed = new double[variables][rows];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < variables; j++) {
                    a[i][j] = random.nextInt(4) == 0 ? random.nextInt(3) + 1 : random.nextDouble() + 0.01;
                    transposed[j][i] = -a[i][j];
                }
            }
            double[] b = random.doubles(rows, 0.1, 2).toArray();
            double[] c = random.doubles(variables, -1, 2).toArray();
            double primal = optimum(nonNegative(c, a, b)).value();
            double dual =
                    -optimum(nonNegative(negated(b), transposed, negated(c))).value();
            assertThat(primal).isCloseTo(dual, within(1e-8 * Math.max(1, Math.abs(dual))));
        }
    }

    /** The optimal value is a property of the programme: rows and variables in another order leave it as it is. */
    @Test
    void hasAValueThatDoesNotDependOnOrder() {
        double[] c = {1, 0.5, 0.25};
        double[][] rows = {{0.3, 0.9, 0.6}, {0.8, 0.2, 0.7}, {0.5, 0.5, 0.1}};
        double value = optimum(nonNegative(c, rows, 1, 1, 1)).value();
        double[] reversed = {0.25, 0.5, 1};
        double[][] reversedRows = {{0.1, 0.5, 0.5}, {0.7, 0.2, 0.8}, {0.6, 0.9, 0.3}};
        assertThat(optimum(nonNegative(reversed, reversedRows, 1, 1, 1)).value())
                .isCloseTo(value, within(CLOSE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void refusesNumbersThatAreNotFinite(double x) {
        assertThatIllegalArgumentException().isThrownBy(() -> nonNegative(new double[] {x}, new double[][] {{1}}, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> nonNegative(new double[] {1}, new double[][] {{x}}, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> nonNegative(new double[] {1}, new double[][] {{1}}, x));
    }

    @Test
    void refusesSizesThatDiffer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nonNegative(new double[] {1, 1}, new double[][] {{1}}, 1))
                .withMessage("LinearProgramme.maximise needs 2 coefficients in each row but row 0 has 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nonNegative(new double[] {1}, new double[][] {{1}}, 1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> nonNegative(new double[0], new double[0][]));
    }

    @Test
    void refusesBoundsOutOfOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearProgramme.maximise(
                        new double[] {1}, new double[0][], new double[0], new double[] {2}, new double[] {1}))
                .withMessage("LinearProgramme.maximise needs lower <= upper but the bounds of variable 0 were 2 and 1");
    }

    private static Optimum optimum(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Optimum.class);
        return (Optimum) outcome;
    }

    private static Outcome nonNegative(double[] objective, double[][] rows, double... limits) {
        double[] upper = new double[objective.length];
        Arrays.fill(upper, INFINITE);
        return LinearProgramme.maximise(objective, rows, limits, new double[objective.length], upper);
    }

    private static double[] negated(double[] numbers) {
        return Arrays.stream(numbers).map(x -> -x).toArray();
    }
}
