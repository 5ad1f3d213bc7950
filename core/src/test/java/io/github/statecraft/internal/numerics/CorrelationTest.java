package io.github.statecraft.internal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Ranks, correlations and the line of least squares. Oracles: NIST StRD, scipy 1.17.1, R 4.2.2, closed forms. */
class CorrelationTest {
    private static final double MISSING = Double.NaN;
    private static final double[] A = {1, 2, 2, 3, 5, 5, 5, 8};
    private static final double[] B = {3, 1, 4, 4, 9, 2, 6, 6};

    /** NIST StRD Norris, linear regression of lower difficulty: x is NIST's measurement of ozone, y the customer's. */
    private static final double[] NORRIS_X = {
        0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777.0, 558.2, 0.4, 0.6, 775.5, 666.9, 338.0, 447.5,
                11.6,
        556.0, 228.1, 995.8, 887.6, 120.2, 0.3, 0.3, 556.8, 339.1, 887.2, 999.0, 779.0, 11.1, 118.3, 229.2, 669.1,
                448.9, 0.5
    };

    private static final double[] NORRIS_Y = {
        0.1, 338.8, 118.1, 888.0, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3, 0.1, 778.1, 668.8, 339.3, 448.9,
                10.8,
        557.7, 228.3, 998.0, 888.8, 119.6, 0.3, 0.6, 557.6, 339.3, 888.0, 998.5, 778.9, 10.2, 117.6, 228.9, 668.4,
                449.2, 0.2
    };

    /** Certified: B1 1.00211681802045, B0 -0.262323073774029, R-squared 0.999993745883712, sum of squares 26.6173985294224. */
    @Test
    void meetsTheCertifiedValuesOfNorris() {
        LeastSquares line = LeastSquares.fit(NORRIS_X, NORRIS_Y);
        assertThat(line.count()).isEqualTo(36);
        assertThat(line.slope()).isCloseTo(1.00211681802045, within(1e-14));
        assertThat(line.intercept()).isCloseTo(-0.262323073774029, within(1e-12));
        double squares = 0;
        for (double residual : line.residuals(NORRIS_X, NORRIS_Y)) {
            squares += residual * residual;
        }
        assertThat(squares).isCloseTo(26.6173985294224, within(1e-11));
        double r = Correlation.pearson(NORRIS_X, NORRIS_Y);
        assertThat(r * r).isCloseTo(0.999993745883712, within(1e-15));
    }

    /** scipy: {@code pearsonr(a, b)[0], spearmanr(a, b)[0]}; {@code linregress(a, b)}. */
    @Test
    void agreesWithScipy() {
        assertThat(Correlation.pearson(A, B)).isCloseTo(0.5440126404056006, within(1e-15));
        assertThat(Correlation.spearman(A, B)).isCloseTo(0.5901645758711312, within(1e-15));
        assertThat(LeastSquares.fit(A, B).slope()).isCloseTo(0.6067796610169491, within(1e-15));
        assertThat(LeastSquares.fit(A, B).intercept()).isCloseTo(2.0237288135593223, within(1e-15));
    }

    /** Without ties Spearman is 1 - 6 sum(d^2) / (n (n^2 - 1)), here 1 - 6 * 194 / 990 = -29/165. */
    @Test
    void isTheRuleOfRankDifferencesWithoutTies() {
        double[] intelligence = {86, 97, 99, 100, 101, 103, 106, 110, 112, 113};
        double[] hours = {2, 20, 28, 27, 50, 29, 7, 17, 6, 12};
        assertThat(Correlation.spearman(intelligence, hours)).isCloseTo(-29.0 / 165, within(1e-15));
    }

    @Test
    void isOneOnALineAndMinusOneOnAFallingOne() {
        double[] far = {1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 8};
        double[] rising = {3, 5, 9, 17};
        double[] falling = {-3e300, -5e300, -9e300, -17e300};
        assertThat(Correlation.pearson(far, rising)).isEqualTo(1);
        assertThat(Correlation.pearson(far, falling)).isEqualTo(-1, within(1e-15));
        assertThat(LeastSquares.fit(far, rising).slope()).isEqualTo(2);
        assertThat(LeastSquares.fit(far, rising).at(1e9)).isEqualTo(1);
        assertThat(LeastSquares.fit(far, rising).residuals(far, rising)).containsOnly(0);
    }

    @Test
    void usesTheRowsThatHaveBoth() {
        double[] a = {1, 2, MISSING, 2, 3, 5, 7, 5, 5, 8};
        double[] b = {3, 1, 100, 4, 4, 9, MISSING, 2, 6, 6};
        assertThat(Correlation.pearson(a, b)).isEqualTo(Correlation.pearson(A, B));
        assertThat(Correlation.spearman(a, b)).isEqualTo(Correlation.spearman(A, B));
        assertThat(LeastSquares.fit(a, b).slope())
                .isEqualTo(LeastSquares.fit(A, B).slope());
        assertThat(LeastSquares.fit(a, b).residuals(a, b)[2]).isNaN();
    }

    /** scipy: {@code rankdata(b), rankdata(b, 'min')}. */
    @Test
    void ranksTiesByTheirMeanOrTheLowest() {
        assertThat(Ranks.mean(B)).containsExactly(3, 1, 4.5, 4.5, 8, 2, 6.5, 6.5);
        assertThat(Ranks.lowest(B)).containsExactly(3, 1, 4, 4, 8, 2, 6, 6);
        assertThat(Ranks.mean(new double[] {0.0, MISSING, -0.0, -1})).containsExactly(2.5, MISSING, 2.5, 1);
        assertThat(Ranks.mean(new double[0])).isEmpty();
    }

    @Test
    void refusesAConstantColumnTooFewRowsAndUnequalLengths() {
        double[] constant = {1, 1, 1, MISSING};
        double[] other = {1, 2, 3, 4};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.pearson(constant, other))
                .withMessage("Correlation.pearson needs values that differ but all 3 were 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Correlation.spearman(other, constant));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LeastSquares.fit(constant, other))
                .withMessage("LeastSquares.fit.x needs values that differ but all 3 were 1");
        assertThat(LeastSquares.fit(other, constant).slope()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.pearson(new double[] {1, MISSING}, new double[] {2, 3}))
                .withMessage("Correlation.pearson needs at least 2 rows with both values but got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlation.pearson(other, B))
                .withMessageContaining("4 and 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ranks.mean(new double[] {1, Double.NEGATIVE_INFINITY}))
                .withMessageContaining("row 2");
    }
}
