package io.github.statecraft.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.internal.numerics.ExactSum;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Oracles: scipy 1.17.1 on the Technology Achievement Index, closed forms for one and two children, and the properties that
 * Cherchye et al. (2007) prove: a dominated unit scores less, the best peer 1, and no unit of measurement matters.
 */
class BenefitOfTheDoubtTest {
    private static final double CLOSE = 1e-8;

    /**
     * scipy, X the 23 countries x 8 indicators: {@code [-linprog(-x / X.max(0), A_ub=X / X.max(0), b_ub=np.ones(23),
     * method='highs').fun for x in X]}.
     */
    @Test
    void scoresTheTechnologyAchievementIndexAsScipy() {
        double[] expected = {
            1,
            1,
            1,
            1,
            1,
            0.994498046408,
            0.980766419394,
            0.996111123202,
            1,
            1,
            0.962260800476,
            1,
            0.957499764455,
            0.937444081164,
            0.975,
            0.963372695581,
            0.960451106753,
            0.95295373889,
            0.923305290072,
            0.966678182218,
            0.887026163567,
            0.895951246848,
            0.915313589397
        };
        double[][] scores = TechnologyAchievement.scores();
        for (int unit = 0; unit < expected.length; unit++) {
            assertThat(BenefitOfTheDoubt.of(scores, column(scores, unit), 0, 1).score())
                    .isCloseTo(expected[unit], within(CLOSE));
        }
    }

    /** scipy, as above, with a row for each bound: shares between 5 and 30 %. */
    @Test
    void scoresTheTechnologyAchievementIndexUnderBoundsOfSharesAsScipy() {
        double[] expected = {
            1,
            1,
            1,
            1,
            0.30003665012,
            0.910934823126,
            0.744529674158,
            0.427848186099,
            0.623554035831,
            0.143075527282,
            0.747711799422,
            0.690297107981,
            0.749048474079,
            0.630635810974,
            0.564676395425,
            0.616428761718,
            0.696139323135,
            0.596492880189,
            0.39716714482,
            0.197322408271,
            0.277466483079,
            0.28696978468,
            0.294811659163
        };
        double[][] scores = TechnologyAchievement.scores();
        for (int unit = 0; unit < expected.length; unit++) {
            BenefitOfTheDoubt best = BenefitOfTheDoubt.of(scores, column(scores, unit), 0.05, 0.3);
            assertThat(best.score()).isCloseTo(expected[unit], within(CLOSE));
            for (double points : best.points().toArray()) {
                assertThat(points / best.score()).isBetween(0.05 - 1e-7, 0.3 + 1e-7);
            }
        }
    }

    /** One child: the score divided by the best. */
    @Test
    void dividesAnOnlyChildByTheBest() {
        BenefitOfTheDoubt best = BenefitOfTheDoubt.of(new double[][] {{20, 80, 50}}, new double[] {20}, 0, 1);
        assertThat(best.score()).isCloseTo(0.25, within(1e-15));
        assertThat(best.weights().toArray()).containsExactly(new double[] {1 / 80.0}, within(1e-15));
        assertThat(best).hasToString("BenefitOfTheDoubt(score 0.25 with weights 0.0125)");
    }

    /**
     * Peers (4, 1) and (2, 3): their line w = (1/5, 1/5) is the frontier between them, and (2, 2) lies at 4/5 of it; (4, 0.5)
     * is measured by the first child only, against 4, and (1, 3) by the second against 3.
     */
    @Test
    void measuresTwoChildrenAgainstTheFrontierOfPeers() {
        double[][] peers = {{4, 2}, {1, 3}};
        BenefitOfTheDoubt between = BenefitOfTheDoubt.of(peers, new double[] {2, 2}, 0, 1);
        assertThat(between.score()).isCloseTo(0.8, within(1e-12));
        assertThat(between.weights().toArray()).containsExactly(new double[] {0.2, 0.2}, within(1e-12));
        assertThat(between.points().toArray()).containsExactly(new double[] {0.4, 0.4}, within(1e-12));
        assertThat(BenefitOfTheDoubt.of(peers, new double[] {2, 0.1}, 0, 1).score())
                .isCloseTo(0.5, within(1e-12));
        assertThat(BenefitOfTheDoubt.of(peers, new double[] {0.5, 1.5}, 0, 1).score())
                .isCloseTo(0.5, within(1e-12));
    }

    /**
     * Equal shares leave no choice: w_i = t / (n y_i), and the peer that is largest there bounds t: for (1, 4) among (4, 1)
     * it is 1 / mean(4/1, 1/4) = 8/17.
     */
    @Test
    void hasNoChoiceUnderEqualShares() {
        BenefitOfTheDoubt equal = BenefitOfTheDoubt.of(new double[][] {{4}, {1}}, new double[] {1, 4}, 0.5, 0.5);
        assertThat(equal.score()).isCloseTo(8 / 17.0, within(1e-12));
        assertThat(equal.points().toArray()).containsExactly(new double[] {4 / 17.0, 4 / 17.0}, within(1e-12));
    }

    @Test
    void givesNoPeerMoreThanOneAndEachUnitItsBest() {
        Random random = new Random(20261128);
        for (int run = 0; run < 100; run++) {
            double[][] peers = random(1 + random.nextInt(6), 1 + random.nextInt(40), random);
            double[] own = column(random(peers.length, 1, random), 0);
            BenefitOfTheDoubt best = BenefitOfTheDoubt.of(peers, own, 0, 1);
            double[] weights = best.weights().toArray();
            double worstCase = 0;
            for (int unit = 0; unit < peers[0].length; unit++) {
                double other = ExactSum.ofProducts(weights, column(peers, unit));
                assertThat(other).isLessThanOrEqualTo(1 + CLOSE);
                worstCase = Math.max(worstCase, other);
            }
            assertThat(Math.max(worstCase, best.score())).isCloseTo(1, within(CLOSE));
            assertThat(ExactSum.ofProducts(weights, own)).isCloseTo(best.score(), within(CLOSE));
            for (int i = 0; i < own.length; i++) {
                double largest = own[i];
                for (double score : peers[i]) {
                    largest = Math.max(largest, score);
                }
                assertThat(best.score()).isGreaterThanOrEqualTo(own[i] / largest - CLOSE);
            }
        }
    }

    /** A unit with p times the scores of a peer scores p at most, and exactly p if the peer scores 1. */
    @Test
    void scoresADominatedUnitLess() {
        Random random = new Random(20261129);
        for (int run = 0; run < 50; run++) {
            double[][] peers = random(4, 15, random);
            double[] peer = column(peers, 3);
            double peers3 = BenefitOfTheDoubt.of(peers, peer, 0.1, 0.5).score();
            double[] less = new double[peer.length];
            for (int i = 0; i < less.length; i++) {
                less[i] = 0.7 * peer[i];
            }
            assertThat(BenefitOfTheDoubt.of(peers, less, 0.1, 0.5).score()).isCloseTo(0.7 * peers3, within(CLOSE));
            less[run % 4] /= 2;
            assertThat(BenefitOfTheDoubt.of(peers, less, 0, 1).score())
                    .isLessThanOrEqualTo(
                            0.7 * BenefitOfTheDoubt.of(peers, peer, 0, 1).score() + CLOSE);
        }
    }

    @Test
    void hasAScoreThatDoesNotDependOnOrderOrUnits() {
        Random random = new Random(20261130);
        for (int run = 0; run < 50; run++) {
            double[][] peers = random(5, 20, random);
            double[] own = column(random(5, 1, random), 0);
            double expected = BenefitOfTheDoubt.of(peers, own, 0.05, 0.4).score();
            assertThat(BenefitOfTheDoubt.of(TechnologyAchievement.unitsReordered(peers), own, 0.05, 0.4)
                            .score())
                    .isCloseTo(expected, within(CLOSE));
            assertThat(BenefitOfTheDoubt.of(
                                    TechnologyAchievement.childrenReversed(peers),
                                    TechnologyAchievement.reversed(own),
                                    0.05,
                                    0.4)
                            .score())
                    .isCloseTo(expected, within(CLOSE));
            double[] scales = {1e-6, 1, 1e3, 0.3, 1e9};
            double[][] scaled = new double[5][20];
            double[] scaledOwn = new double[5];
            for (int i = 0; i < 5; i++) {
                scaledOwn[i] = own[i] * scales[i];
                for (int unit = 0; unit < 20; unit++) {
                    scaled[i][unit] = peers[i][unit] * scales[i];
                }
            }
            assertThat(BenefitOfTheDoubt.of(scaled, scaledOwn, 0.05, 0.4).score())
                    .isCloseTo(expected, within(CLOSE));
        }
    }

    @Test
    void needsNoPeersAndGivesNothingForNothing() {
        assertThat(BenefitOfTheDoubt.of(new double[][] {{}, {}}, new double[] {3, 4}, 0, 1)
                        .score())
                .isCloseTo(1, within(1e-12));
        BenefitOfTheDoubt nothing = BenefitOfTheDoubt.of(new double[][] {{1}, {1}}, new double[] {0, 0}, 0.1, 0.9);
        assertThat(nothing.score()).isZero();
        assertThat(nothing.points().toArray()).containsExactly(0, 0);
    }

    @Test
    void refusesScoresWithoutAnAnswer() {
        double[] own = {1, 0};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenefitOfTheDoubt.of(new double[][] {{2, 3}, {0, 0}}, own, 0, 1))
                .withMessage(
                        "benefit-of-the-doubt weights need children with a positive score but child 2 is 0 for all units,"
                                + " so that any weight of it is as good as another; leave it out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenefitOfTheDoubt.of(new double[][] {{-2}, {1}}, own, 0, 1))
                .withMessage("benefit-of-the-doubt weights need scores between 0 and 1e100 but child 1 has -2;"
                        + " normalise to a range of at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenefitOfTheDoubt.of(new double[][] {{1}, {Double.NaN}}, own, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenefitOfTheDoubt.of(new double[][] {{1}}, own, 0, 1))
                .withMessageContaining("there were 1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenefitOfTheDoubt.of(new double[][] {{1}, {1, 2}}, own, 0, 1))
                .withMessageContaining("child 2 has 2 and child 1 has 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenefitOfTheDoubt.of(new double[0][], new double[0], 0, 1));
    }

    @Test
    void refusesBoundsOfSharesThatNobodyCanKeep() {
        double[][] peers = {{1, 2}, {2, 1}};
        double[] own = {1, 1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenefitOfTheDoubt.of(peers, own, 0.6, 0.9))
                .withMessage(
                        "benefit-of-the-doubt weights need bounds between which the shares of 2 children sum to 1 but"
                                + " they were 0.6 and 0.9");
        assertThatIllegalArgumentException().isThrownBy(() -> BenefitOfTheDoubt.of(peers, own, 0, 0.4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenefitOfTheDoubt.of(peers, own, 0.4, 0.3))
                .withMessage(
                        "benefit-of-the-doubt weights need 0 <= lowerShare <= upperShare <= 1 but they were 0.4 and 0.3");
        assertThatIllegalArgumentException().isThrownBy(() -> BenefitOfTheDoubt.of(peers, own, Double.NaN, 1));
    }

    @Test
    void refusesBoundsOfSharesThatAUnitWithZeroCannotKeep() {
        double[][] peers = {{1, 2}, {2, 1}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenefitOfTheDoubt.of(peers, new double[] {1, 0}, 0.1, 1))
                .withMessage(
                        "benefit-of-the-doubt weights cannot give child 2 a share of at least 0.1 of a unit that has 0 for"
                                + " it; state a lower share of 0 or normalise to a range above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenefitOfTheDoubt.of(peers, new double[] {1, 0}, 0, 0.7))
                .withMessageContaining("a share of at most 0.7 of a unit that has a positive score for 1 only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenefitOfTheDoubt.of(peers, new double[] {1, 1e-30}, 0.1, 1))
                .withMessageContaining("is too small beside its peers'");
    }

    private static double[] column(double[][] matrix, int unit) {
        double[] column = new double[matrix.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = matrix[i][unit];
        }
        return column;
    }

    private static double[][] random(int children, int units, Random random) {
        double[][] scores = new double[children][];
        for (int i = 0; i < children; i++) {
            scores[i] = random.doubles(units, 1, 100).toArray();
        }
        return scores;
    }
}
