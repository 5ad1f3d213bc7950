package io.github.statecraft.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Oracles: the tests of quatrope/scikit-criteria, tests/preprocessing/test_weighters.py at commit 081a59c (one of them the
 * example of the CRITIC paper), the table of weights in the Global Gender Gap Report, numpy 2.4.6, and closed forms.
 */
class DataWeightsTest {
    private static final Offset<Double> CLOSE = within(1e-11);

    static final List<Function<double[][], double[]>> ALL = List.of(
            DataWeights::standardDeviation,
            DataWeights::inverseStandardDeviation,
            DataWeights::entropy,
            DataWeights::critic);

    /** scikit-criteria, test_StdWeighter_simple_matrix. */
    @Test
    void weighsByStandardDeviationAsScikitCriteria() {
        assertThat(DataWeights.standardDeviation(new double[][] {{1, 4}, {2, 16}}))
                .containsExactly(new double[] {0.176471, 0.82353}, within(1e-5));
    }

    /** scikit-criteria, test_EntropyWeighter_simple_matrix. */
    @Test
    void weighsByEntropyAsScikitCriteria() {
        assertThat(DataWeights.entropy(new double[][] {{1, 4}, {2, 16}}))
                .containsExactly(new double[] {0.358889, 0.641111}, within(1e-5));
    }

    /** scikit-criteria, test_CRITIC_diakoulaki1995determining: eight firms of the paper, three criteria. */
    @Test
    void weighsTheFirmsOfTheCriticPaper() {
        double[][] firms = {
            {61, 20.7, 16.3, 9, 5.4, 4, -6.1, -34.6},
            {1.08, 0.26, 1.98, 3.29, 2.77, 4.12, 3.52, 3.31},
            {4.33, 4.34, 2.53, 1.65, 2.33, 1.21, 2.10, 0.98}
        };
        assertThat(DataWeights.critic(firms))
                .containsExactly(new double[] {0.20222554, 0.48090173, 0.31687273}, within(1e-8));
    }

    /**
     * Global Gender Gap Report, table "Calculation of weights within each subindex", printed in every edition since 2006
     * (2023: table B.2, p. 65): standard deviations and weights of education and of economic participation. Two units half
     * the root of 2 times s apart on either side have the standard deviation s.
     */
    @Test
    void weighsTheSubindexesOfTheGlobalGenderGapIndex() {
        assertThat(DataWeights.inverseStandardDeviation(withDeviations(0.145, 0.060, 0.120, 0.228)))
                .containsExactly(new double[] {0.191, 0.459, 0.230, 0.121}, within(0.0015));
        assertThat(DataWeights.inverseStandardDeviation(withDeviations(0.160, 0.103, 0.144, 0.214, 0.262)))
                .containsExactly(new double[] {0.199, 0.310, 0.221, 0.149, 0.121}, within(0.0015));
    }

    /**
     * numpy, X the 23 countries x 8 indicators: {@code s = X.std(0, ddof=1); s / s.sum()}; {@code (1 / s) / (1 / s).sum()};
     * {@code P = X / X.sum(0); e = 1 + (P * np.log(P)).sum(0) / np.log(23); e / e.sum()}; {@code Z = (X - X.min(0)) / (X.max(0)
     * - X.min(0)); k = Z.std(0, ddof=1) * (1 - np.corrcoef(X.T)).sum(0); k / k.sum()}.
     */
    @Test
    void weighsTheTechnologyAchievementIndexAsNumpy() {
        double[][] scores = TechnologyAchievement.scores();
        assertThat(DataWeights.standardDeviation(scores))
                .containsExactly(
                        new double[] {
                            0.636064647683, 0.140888266906, 0.15950525364, 0.04416990128,
                            0.000257995137, 0.000579869427, 0.004195431124, 0.014338634804
                        },
                        CLOSE);
        assertThat(DataWeights.inverseStandardDeviation(scores))
                .containsExactly(
                        new double[] {
                            0.000264396708, 0.00119366504, 0.001054343947, 0.003807420752,
                            0.651847166181, 0.290019426778, 0.040084890866, 0.011728689728
                        },
                        CLOSE);
        assertThat(DataWeights.entropy(scores))
                .containsExactly(
                        new double[] {
                            0.400072321198, 0.317314603351, 0.189015101948, 0.040550822474,
                            0.000366651613, 0.001072500879, 0.009260278728, 0.042347719809
                        },
                        CLOSE);
        assertThat(DataWeights.critic(scores))
                .containsExactly(
                        new double[] {
                            0.119948828437, 0.142146900067, 0.122474557421, 0.159202816973,
                            0.089817129456, 0.090839748608, 0.139376931928, 0.136193087111
                        },
                        CLOSE);
    }

    /** One unit of two has all: p ln p is 0 for both, e is 0; equal shares of 1/4, 3/4 have e = 2 - 3/4 log2 3. */
    @Test
    void takesZeroLogZeroAsZeroUnderEntropy() {
        double divergence = 1 - (2 - 0.75 * Math.log(3) / Math.log(2));
        assertThat(DataWeights.entropy(new double[][] {{0, 8}, {1, 3}}))
                .containsExactly(new double[] {1 / (1 + divergence), divergence / (1 + divergence)}, CLOSE);
    }

    /** Shares of 1/2 (1 + h) and 1/2 (1 - h) have 1 - e = h^2 / (2 ln 2) for small h: weights of 1 to 4. */
    @Test
    void tellsNearlyEqualScoresApartUnderEntropy() {
        double h = 0x1p-20;
        assertThat(DataWeights.entropy(new double[][] {{1 + h, 1 - h}, {1 + 2 * h, 1 - 2 * h}}))
                .containsExactly(new double[] {0.2, 0.8}, within(1e-9));
    }

    /** Two columns of correlation -1 and equal deviations conflict equally; a third equal to the first shares with it. */
    @Test
    void countsWhatTwoChildrenTellTwiceOnceUnderCritic() {
        double[][] scores = {{0, 100, 50}, {0, 100, 50}, {100, 0, 50}};
        assertThat(DataWeights.critic(scores)).containsExactly(new double[] {0.25, 0.25, 0.5}, CLOSE);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void sumToOneAndDoNotDependOnOrder(Function<double[][], double[]> method) {
        Random random = new Random(20261123);
        for (int run = 0; run < 50; run++) {
            double[][] scores = random(2 + random.nextInt(6), 2 + random.nextInt(40), random);
            double[] weights = method.apply(scores);
            assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-15 * weights.length));
            assertThat(Arrays.stream(weights).min().orElseThrow()).isPositive();
            assertThat(method.apply(TechnologyAchievement.unitsReordered(scores)))
                    .containsExactly(weights);
            assertThat(method.apply(TechnologyAchievement.childrenReversed(scores)))
                    .containsExactly(TechnologyAchievement.reversed(weights));
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void giveAnOnlyChildEverything(Function<double[][], double[]> method) {
        assertThat(method.apply(new double[][] {{10, 20, 40}})).containsExactly(1);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void refuseWhatCannotBeWeighted(Function<double[][], double[]> method) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.apply(new double[][] {{1, 2, 3}, {50, 50, 50}}))
                .withMessageEndingWith(" weights need children that vary but child 2 is 50 for all 3 units;"
                        + " leave it out or weight the children by hand");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.apply(new double[][] {{50, 50.00000001}}))
                .withMessageContaining("child 1 is 50 for all 2 units");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.apply(new double[][] {{0, 0}}))
                .withMessageContaining("child 1 is 0 for all 2 units");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.apply(new double[][] {{1}, {2}}))
                .withMessageEndingWith(
                        " need at least 1 child and 2 units with a score for every child but there were 2"
                                + " and 1; weight the children by hand");
        assertThatIllegalArgumentException().isThrownBy(() -> method.apply(new double[0][]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.apply(new double[][] {{1, 2}, {1, 2, 3}}))
                .withMessageContaining("child 2 has 3 and child 1 has 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> method.apply(new double[][] {{1, Double.NaN}}))
                .withMessageEndingWith("child 1 has NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> method.apply(new double[][] {{1, 1e101}}));
    }

    @Test
    void refusesNegativeScoresUnderEntropy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataWeights.entropy(new double[][] {{1, 2}, {-1, 1}}))
                .withMessage("entropy weights need scores of at least 0 but child 2 has -1;"
                        + " normalise to a range of at least 0 or take other weights");
    }

    @Test
    void refusesPerfectlyCorrelatedChildrenUnderCritic() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataWeights.critic(new double[][] {{0.1, 0.2, 0.7}, {0.3, 0.6, 2.1}}))
                .withMessage("CRITIC weights need children that differ but all 2 are perfectly correlated;"
                        + " keep one of them or weight them by hand");
    }

    private static double[][] withDeviations(double... deviations) {
        double[][] scores = new double[deviations.length][];
        for (int i = 0; i < deviations.length; i++) {
            double half = deviations[i] * Math.sqrt(0.5);
            scores[i] = new double[] {0.8 - half, 0.8 + half};
        }
        return scores;
    }

    private static double[][] random(int children, int units, Random random) {
        double[][] scores = new double[children][];
        for (int i = 0; i < children; i++) {
            scores[i] = random.doubles(units, 0, 100).toArray();
        }
        return scores;
    }
}
