package io.github.statecraft.internal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Oracles: closed forms of projections, the variational inequality that marks a projection. */
class QuadraticProgrammeTest {
    private static final double CLOSE = 1e-12;

    /** Closed form: onto a hyperplane, target - (a target - b) a / |a|^2. */
    @Test
    void projectsOntoAHyperplane() {
        assertThat(nearest(new double[] {3, 4}, new double[][] {{1, 2}}, new double[] {1}, 1))
                .containsExactly(new double[] {1, 0}, within(CLOSE));
    }

    @Test
    void staysWhereAllRowsAreKept() {
        assertThat(nearest(new double[] {0.1, 0.2}, new double[][] {{1, 2}}, new double[] {1}, 0))
                .containsExactly(0.1, 0.2);
    }

    /**
     * Closed form: onto the simplex, each number less a common threshold and not below 0 (J. Michelot, Journal of Optimization
     * Theory and Applications 50 (1986) 195-200); the threshold is found here by bisection.
     */
    @Test
    void projectsOntoTheSimplex() {
        Random random = new Random(5);
        for (int run = 0; run < 300; run++) {
            int n = 1 + random.nextInt(40);
            double[] target = random.doubles(n, -1, 1).toArray();
            double low = -2;
            double high = 2;
            for (int step = 0; step < 200; step++) {
                double middle = (low + high) / 2;
                double sum =
                        Arrays.stream(target).map(t -> Math.max(0, t - middle)).sum();
                if (sum > 1) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            double threshold = high;
            double[] expected =
                    Arrays.stream(target).map(t -> Math.max(0, t - threshold)).toArray();
            double[][] rows = new double[n + 1][n];
            Arrays.fill(rows[0], 1);
            for (int i = 0; i < n; i++) {
                rows[i + 1][i] = -1;
            }
            double[] limits = new double[n + 1];
            limits[0] = 1;
            assertThat(nearest(target, rows, limits, 1)).containsExactly(expected, within(CLOSE));
        }
    }

    /** Closed form: onto vectors that do not rise, the pooled means of adjacent violators (Ayer et al. 1955). By hand. */
    @Test
    void projectsOntoAnOrderCone() {
        assertThat(nearest(
                        new double[] {1, 3, 2, 2, 0},
                        new double[][] {{-1, 1, 0, 0, 0}, {0, -1, 1, 0, 0}, {0, 0, -1, 1, 0}, {0, 0, 0, -1, 1}},
                        new double[4],
                        0))
                .containsExactly(new double[] {2, 2, 2, 2, 0}, within(CLOSE));
    }

    /**
     * D. Kinderlehrer, G. Stampacchia (1980), theorem 2.3: x is the projection of t onto a convex set if and only if
     * (t - x)(y - x) is nowhere positive on the set. Rows are small whole numbers, many of them dependent on each other.
     */
    @Test
    void fulfilsTheVariationalInequality() {
        Random random = new Random(6);
        int kept = 0;
        for (int run = 0; run < 1000; run++) {
            int n = 2 + random.nextInt(6);
            double[][] rows = new double[1 + random.nextInt(25)][];
            double[] inside = random.ints(n, 0, 4).asDoubleStream().toArray();
            double[] limits = new double[rows.length];
            for (int row = 0; row < rows.length; row++) {
                rows[row] = random.ints(n, -2, 3).asDoubleStream().toArray();
                rows[row][random.nextInt(n)] = 1;
                limits[row] = dot(rows[row], inside) + random.nextInt(2);
            }
            double[] target = random.ints(n, -9, 9).asDoubleStream().toArray();
            double[] x = nearest(target, rows, limits, 0);
            double[] outward = minus(target, x);
            for (int sample = 0; sample < 50; sample++) {
                double[] y = random.doubles(n, -6, 6).toArray();
                for (double share = 1; share > 1e-3; share /= 2) {
                    double[] candidate = new double[n];
                    for (int i = 0; i < n; i++) {
                        candidate[i] = inside[i] + share * (y[i] - inside[i]);
                    }
                    if (keeps(rows, limits, candidate)) {
                        assertThat(dot(outward, minus(candidate, x))).isLessThan(1e-9);
                    }
                }
            }
            assertThat(dot(outward, minus(inside, x))).isLessThan(1e-9);
            if (Arrays.equals(target, x)) {
                kept++;
            }
        }
        assertThat(kept).isLessThan(500);
    }

    @Test
    void saysThatNothingIsFeasible() {
        assertThat(QuadraticProgramme.nearest(
                        new double[] {0, 0}, new double[][] {{1, 1}, {-1, -1}}, new double[] {1, -2}, 0))
                .isEmpty();
        assertThat(QuadraticProgramme.nearest(
                        new double[] {0, 0}, new double[][] {{1, 1}, {2, 2}}, new double[] {1, 3}, 2))
                .isEmpty();
    }

    /** A row that follows from another changes nothing. By hand: the middle of the segment. */
    @Test
    void takesRowsThatDependOnEachOther() {
        assertThat(nearest(
                        new double[] {0, 0},
                        new double[][] {{1, 1}, {2, 2}, {-1, 0}, {-2, 0}, {-1, -1}},
                        new double[] {1, 2, 0, 0, -1},
                        2))
                .containsExactly(new double[] {0.5, 0.5}, within(CLOSE));
    }

    @Test
    void refusesWhatIsNoProgramme() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nearest(new double[] {1}, new double[][] {{0}}, new double[] {1}, 0))
                .withMessage(
                        "QuadraticProgramme.nearest needs a coefficient that is not zero in each row but row 0 has none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nearest(new double[] {Double.NaN}, new double[][] {{1}}, new double[] {1}, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nearest(new double[] {1}, new double[][] {{1, 2}}, new double[] {1}, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nearest(new double[] {1}, new double[][] {{1}}, new double[] {1}, 2));
    }

    private static double[] nearest(double[] target, double[][] rows, double[] limits, int equalities) {
        return QuadraticProgramme.nearest(target, rows, limits, equalities)
                .orElseThrow()
                .toArray();
    }

    private static boolean keeps(double[][] rows, double[] limits, double[] x) {
        for (int row = 0; row < rows.length; row++) {
            if (dot(rows[row], x) > limits[row]) {
                return false;
            }
        }
        return true;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = a.clone();
        for (int i = 0; i < b.length; i++) {
            difference[i] -= b[i];
        }
        return difference;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
