package io.github.statecraft.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.internal.numerics.SymmetricEigen;
import io.github.statecraft.score.PrincipalComponentWeights.Loadings;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Oracles: tables 16 to 18 of the OECD/JRC Handbook on Constructing Composite Indicators (2008, pp. 90-91) on its own data,
 * numpy 2.4.6, and closed forms.
 */
class PrincipalComponentWeightsTest {
    private static final double CLOSE = 1e-10;

    /** Handbook, table 16: eigenvalues to one decimal and their shares of variance in percent. */
    @Test
    void hasTheEigenvaluesOfTheHandbook() {
        double[] printed = {3.3, 1.7, 1.0, 0.9, 0.5, 0.3, 0.2, 0.1};
        double[] percent = {41.9, 21.8, 12.3, 11.1, 6.0, 3.7, 2.2, 0.9};
        SymmetricEigen eigen = SymmetricEigen.of(Dispersion.correlations(TechnologyAchievement.scores()));
        for (int k = 0; k < 8; k++) {
            assertThat(eigen.value(k)).isCloseTo(printed[k], within(0.06));
            assertThat(100 * eigen.value(k) / 8).isCloseTo(percent[k], within(0.12));
        }
    }

    /** Handbook, table 17: loadings of the first four factors after varimax; the data are printed rounded. */
    @Test
    void hasTheRotatedLoadingsOfTheHandbook() {
        double[][] printed = {
            {0.07, 0.97, 0.06, 0.06},
            {0.13, 0.07, -0.07, 0.93},
            {0.79, -0.21, 0.21, 0.42},
            {-0.64, 0.56, -0.04, 0.36},
            {0.37, 0.17, 0.38, 0.68},
            {0.82, -0.04, 0.25, 0.35},
            {0.88, 0.23, -0.09, 0.09},
            {0.08, 0.04, 0.96, 0.04}
        };
        double[][] rotated = Varimax.rotate(loadings(TechnologyAchievement.scores(), 4));
        for (int i = 0; i < 8; i++) {
            for (int f = 0; f < 4; f++) {
                assertThat(Math.abs(rotated[i][f])).isCloseTo(Math.abs(printed[i][f]), within(0.016));
            }
        }
    }

    /** Handbook, table 18, principal components: the weights of patents to university. */
    @Test
    void hasTheWeightsOfTheHandbook() {
        assertThat(PrincipalComponentWeights.rotated(TechnologyAchievement.scores(), 4))
                .containsExactly(new double[] {0.17, 0.15, 0.11, 0.06, 0.08, 0.12, 0.14, 0.16}, within(0.0065));
    }

    /**
     * numpy: {@code w, V = np.linalg.eigh(np.corrcoef(X.T))}, varimax with Kaiser's normalisation by the singular-value
     * iteration {@code u, s, v = svd(A.T @ (Z**3 - Z * (Z**2).mean(0))); R = u @ v; Z = A @ R}, another algorithm, until
     * the sum of s grows no more. Two eigenvalues are above 1.
     */
    @Test
    void rotatesAsNumpy() {
        assertThat(PrincipalComponentWeights.rotated(TechnologyAchievement.scores(), 4))
                .containsExactly(
                        new double[] {
                            0.1679838178, 0.15464636724, 0.111278315314, 0.056482745929,
                            0.086210762624, 0.118584447771, 0.138779524125, 0.166034019197
                        },
                        within(1e-8));
        assertThat(PrincipalComponentWeights.rotated(TechnologyAchievement.scores()))
                .containsExactly(
                        new double[] {
                            0.124787664499, 0.051950846788, 0.188140605007, 0.165418962736,
                            0.13363364551, 0.18436282256, 0.122006065182, 0.029699387718
                        },
                        within(1e-8));
    }

    /** numpy: {@code v = V[:, -1]; v * v}, and without exports {@code v / v.sum()}. */
    @Test
    void weighsByTheFirstComponentAsNumpy() {
        double[][] scores = TechnologyAchievement.scores();
        assertThat(PrincipalComponentWeights.firstComponent(scores, Loadings.SQUARED))
                .containsExactly(
                        new double[] {
                            0.003261892812, 0.09378632654, 0.249920489816, 0.036846656416,
                            0.172062873355, 0.244054733716, 0.161520843881, 0.038546183464
                        },
                        within(CLOSE));
        double[][] withoutExports = {scores[0], scores[1], scores[2], scores[4], scores[5], scores[6], scores[7]};
        assertThat(PrincipalComponentWeights.firstComponent(withoutExports, Loadings.AS_THEY_ARE))
                .containsExactly(
                        new double[] {
                            0.041656020861,
                            0.139416558946,
                            0.198496796372,
                            0.178702092111,
                            0.19845903658,
                            0.160236551195,
                            0.083032943936
                        },
                        within(CLOSE));
    }

    /** Correlations r between 1 and 2 and 0 with 3, by a design of 8 units: the first component is (1, 1, 0). */
    @Test
    void givesNothingToAChildOutsideTheFirstComponent() {
        double[][] scores = {{1, 1, 1, 1, -1, -1, -1, -1}, {3, 3, -1, -1, 1, 1, -3, -3}, {1, -1, 1, -1, 1, -1, 1, -1}};
        for (Loadings loadings : Loadings.values()) {
            assertThat(PrincipalComponentWeights.firstComponent(scores, loadings))
                    .containsExactly(new double[] {0.5, 0.5, 0}, within(CLOSE));
        }
    }

    /**
     * Two pairs, orthogonal to each other, with correlations r = 0.8 and 0.6 inside: eigenvalues 1.8, 1.6, 0.4, 0.2, two
     * factors, each the mean of its pair; squared loadings 1/2 within, weights 1/2 x 1.8/3.4 and 1/2 x 1.6/3.4.
     */
    @Test
    void sharesFactorsByTheVarianceTheyExplain() {
        double[][] scores = {
            {5, 5, -5, -5, 5, 5, -5, -5, 5, 5, -5, -5, 5, 5, -5, -5},
            {7, 1, -1, -7, 7, 1, -1, -7, 7, 1, -1, -7, 7, 1, -1, -7},
            {5, 5, 5, 5, 5, 5, 5, 5, -5, -5, -5, -5, -5, -5, -5, -5},
            {7, 7, 7, 7, -1, -1, -1, -1, 1, 1, 1, 1, -7, -7, -7, -7}
        };
        double r12 = Dispersion.correlations(scores)[0][1];
        double r34 = Dispersion.correlations(scores)[2][3];
        assertThat(r12).isCloseTo(0.8, within(CLOSE));
        assertThat(r34).isCloseTo(0.6, within(CLOSE));
        assertThat(PrincipalComponentWeights.rotated(scores))
                .containsExactly(new double[] {0.9 / 3.4, 0.9 / 3.4, 0.8 / 3.4, 0.8 / 3.4}, within(CLOSE));
    }

    /** What a rotation cannot change: the sum of squares of each row. What it must not lower: the varimax criterion. */
    @Test
    void keepsCommunalitiesAndRaisesTheCriterion() {
        Random random = new Random(20261124);
        for (int run = 0; run < 30; run++) {
            double[][] loadings = loadings(random(7, 30, random), 2 + run % 4);
            double[][] rotated = Varimax.rotate(loadings);
            for (int i = 0; i < loadings.length; i++) {
                assertThat(sumOfSquares(rotated[i])).isCloseTo(sumOfSquares(loadings[i]), within(CLOSE));
            }
            assertThat(criterion(rotated)).isGreaterThanOrEqualTo(criterion(loadings));
            for (int turn = 1; turn < 40; turn++) {
                double[][] turned = turned(rotated, turn * Math.PI / 80);
                assertThat(criterion(rotated)).isGreaterThanOrEqualTo(criterion(turned) - CLOSE);
            }
        }
    }

    @Test
    void sumToOneAndDoNotDependOnOrder() {
        Random random = new Random(20261125);
        for (int run = 0; run < 50; run++) {
            double[][] scores = random(3 + random.nextInt(5), 20 + random.nextInt(40), random);
            double[] first = PrincipalComponentWeights.firstComponent(scores, Loadings.SQUARED);
            double[] rotated = PrincipalComponentWeights.rotated(scores);
            assertThat(Arrays.stream(first).sum()).isCloseTo(1, within(1e-14));
            assertThat(Arrays.stream(rotated).sum()).isCloseTo(1, within(1e-14));
            double[][] units = TechnologyAchievement.unitsReordered(scores);
            assertThat(PrincipalComponentWeights.firstComponent(units, Loadings.SQUARED))
                    .containsExactly(first);
            assertThat(PrincipalComponentWeights.rotated(units)).containsExactly(rotated);
            double[][] children = TechnologyAchievement.childrenReversed(scores);
            assertThat(PrincipalComponentWeights.firstComponent(children, Loadings.SQUARED))
                    .containsExactly(TechnologyAchievement.reversed(first), within(CLOSE));
        }
    }

    @Test
    void rotatedWeightsDoNotDependOnTheOrderOfChildren() {
        double[][] scores = TechnologyAchievement.scores();
        for (int factors = 1; factors <= 8; factors++) {
            assertThat(PrincipalComponentWeights.rotated(TechnologyAchievement.childrenReversed(scores), factors))
                    .containsExactly(
                            TechnologyAchievement.reversed(PrincipalComponentWeights.rotated(scores, factors)),
                            within(1e-9));
        }
    }

    @Test
    void givesAnOnlyChildEverything() {
        double[][] scores = {{1, 2, 4}};
        assertThat(PrincipalComponentWeights.firstComponent(scores, Loadings.AS_THEY_ARE))
                .containsExactly(1);
        assertThat(PrincipalComponentWeights.rotated(scores)).containsExactly(1);
    }

    /** Exports go against the first component of the Handbook's example; among one pair of opposites neither leads. */
    @Test
    void refusesLoadingsOfDifferentSigns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PrincipalComponentWeights.firstComponent(TechnologyAchievement.scores(), Loadings.AS_THEY_ARE))
                .withMessage(
                        "principal-component weights need children that go with one another but child 4 goes against the"
                                + " first component (loading -0.192); check its direction or take squared loadings");
    }

    @Test
    void refusesComponentsThatAreNotUnique() {
        double[][] uncorrelated = {{1, 1, -1, -1}, {1, -1, 1, -1}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrincipalComponentWeights.firstComponent(uncorrelated, Loadings.SQUARED))
                .withMessage(
                        "principal-component weights need components that are unique but eigenvalues 1 and 2 are both 1;"
                                + " weight the children by hand");
        assertThatIllegalArgumentException().isThrownBy(() -> PrincipalComponentWeights.rotated(uncorrelated));
    }

    /** The third child is uncorrelated with both others, so that one factor says nothing of it. */
    @Test
    void refusesAChildThatNoFactorExplains() {
        double[][] scores = {{1, 1, 1, 1, -1, -1, -1, -1}, {3, 3, -1, -1, 1, 1, -3, -3}, {1, -1, 1, -1, 1, -1, 1, -1}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrincipalComponentWeights.rotated(scores, 1))
                .withMessage(
                        "principal-component weights need children that the components explain but child 3 loads on"
                                + " none of 1; leave it out or keep more factors");
    }

    @Test
    void refusesANumberOfFactorsThatCannotBe() {
        for (int factors : new int[] {0, 9}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PrincipalComponentWeights.rotated(TechnologyAchievement.scores(), factors))
                    .withMessage("principal-component weights need between 1 and 8 factors but " + factors
                            + " were asked for");
        }
    }

    @Test
    void refusesConstantChildren() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrincipalComponentWeights.rotated(new double[][] {{1, 2}, {3, 3}}))
                .withMessageContaining("child 2 is 3 for all 2 units");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PrincipalComponentWeights.firstComponent(new double[][] {{1, 2}, {3, 3}}, Loadings.SQUARED));
    }

    private static double[][] loadings(double[][] scores, int factors) {
        SymmetricEigen eigen = SymmetricEigen.of(Dispersion.correlations(scores));
        double[][] loadings = new double[scores.length][factors];
        for (int i = 0; i < scores.length; i++) {
            for (int f = 0; f < factors; f++) {
                loadings[i][f] = eigen.vector(f).get(i) * Math.sqrt(eigen.value(f));
            }
        }
        return loadings;
    }

    /** Kaiser (1958): the variance of squared loadings of each factor, rows scaled to length 1, summed over factors. */
    private static double criterion(double[][] loadings) {
        double sum = 0;
        for (int f = 0; f < loadings[0].length; f++) {
            double squares = 0;
            double fourths = 0;
            for (double[] row : loadings) {
                double square = row[f] * row[f] / sumOfSquares(row);
                squares += square;
                fourths += square * square;
            }
            sum += fourths / loadings.length - squares * squares / loadings.length / loadings.length;
        }
        return sum;
    }

    /** The first two factors turned in their plane. */
    private static double[][] turned(double[][] loadings, double angle) {
        double[][] turned = new double[loadings.length][];
        for (int i = 0; i < loadings.length; i++) {
            turned[i] = loadings[i].clone();
            turned[i][0] = loadings[i][0] * Math.cos(angle) + loadings[i][1] * Math.sin(angle);
            turned[i][1] = loadings[i][1] * Math.cos(angle) - loadings[i][0] * Math.sin(angle);
        }
        return turned;
    }

    private static double sumOfSquares(double[] row) {
        return Arrays.stream(row).map(x -> x * x).sum();
    }

    private static double[][] random(int children, int units, Random random) {
        double[][] scores = new double[children][units];
        for (int unit = 0; unit < units; unit++) {
            double common = random.nextGaussian();
            for (int i = 0; i < children; i++) {
                scores[i][unit] = 50 + 10 * (common + (1 + 0.2 * i) * random.nextGaussian());
            }
        }
        return scores;
    }
}
