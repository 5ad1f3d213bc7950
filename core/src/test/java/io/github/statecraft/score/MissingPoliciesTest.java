package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.leaf;
import static io.github.statecraft.score.ScoreFixtures.pillar;
import static io.github.statecraft.score.ScoreFixtures.unit;
import static io.github.statecraft.score.StepFixtures.MISSING;
import static io.github.statecraft.score.StepFixtures.columns;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.MissingDataPolicy.Scope;
import io.github.statecraft.score.method.Normalisation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every policy on one tree, worked by hand. The index is p (weight 1) of a (1) and b (1), and q (weight 3) of c (2), d (1) and e
 * (1); effective weights are 1/8, 1/8, 3/8, 3/16 and 3/16.
 */
class MissingPoliciesTest {
    private static final List<String> FIVE = List.of("a", "b", "c", "d", "e");
    private static final Pillar P = pillar("p", leaf("a", 1), leaf("b", 1));
    private static final Pillar Q =
            pillar("q", leaf("c", 2), leaf("d", 1), leaf("e", 1)).withWeight(3);
    private static final ScoringFramework TREE = framework(P, Q);
    private static final double NONE = Double.NaN;

    static Stream<Arguments> scores() {
        MissingDataPolicy half = MissingDataPolicy.reweight(0.5, Scope.EVERY_PILLAR);
        MissingDataPolicy most = MissingDataPolicy.reweight(0.6, Scope.EVERY_PILLAR);
        MissingDataPolicy halfOfAll = MissingDataPolicy.reweight(0.5, Scope.OVERALL);
        MissingDataPolicy two = MissingDataPolicy.minimumCount(2, Scope.EVERY_PILLAR);
        MissingDataPolicy four = MissingDataPolicy.minimumCount(4, Scope.OVERALL);
        MissingDataPolicy nine = MissingDataPolicy.minimumCount(9, Scope.OVERALL);
        MissingDataPolicy proportional = MissingDataPolicy.proportional(0.5);
        MissingDataPolicy zero = MissingDataPolicy.statedScore(0, "absent is none");
        return Stream.of(
                // all there: (10 + 20)/2 / 4 + 3/4 (2 x 40 + 60 + 80)/4 = 3.75 + 41.25
                row(MissingDataPolicy.strict(), 1, 45, 10, 20, 40, 60, 80),
                row(nine, 1, 45, 10, 20, 40, 60, 80),
                row(proportional, 1, 45, 10, 20, 40, 60, 80),
                // b is missing: p is a, 10/4 + 41.25
                row(half, 7 / 8.0, 43.75, 10, NONE, 40, 60, 80),
                row(halfOfAll, 7 / 8.0, 43.75, 10, NONE, 40, 60, 80),
                row(four, 7 / 8.0, 43.75, 10, NONE, 40, 60, 80),
                row(nine, 7 / 8.0, NONE, 10, NONE, 40, 60, 80),
                // p has half of its weight, and one of its two: it is missing itself
                row(most, 3 / 4.0, 55, 10, NONE, 40, 60, 80),
                row(two, NONE, NONE, 10, NONE, 40, 60, 80),
                // all weights grow alike: (10/8 + 3/8 x 40 + 3/16 x 140) / (7/8)
                row(proportional, 7 / 8.0, 42.5 / 0.875, 10, NONE, 40, 60, 80),
                // 0 for b: 5/4 + 41.25
                row(zero, 7 / 8.0, 42.5, 10, NONE, 40, 60, 80),
                // c is missing: q is (60 + 80)/2, 3.75 + 3/4 x 70
                row(half, 5 / 8.0, 56.25, 10, 20, NONE, 60, 80),
                row(two, 5 / 8.0, 56.25, 10, 20, NONE, 60, 80),
                row(halfOfAll, 5 / 8.0, 56.25, 10, 20, NONE, 60, 80),
                row(most, NONE, NONE, 10, 20, NONE, 60, 80),
                // (30/8 + 3/16 x 140) / (5/8) = 30/0.625
                row(proportional, 5 / 8.0, 48, 10, 20, NONE, 60, 80),
                // all of p is missing: q alone
                row(half, 3 / 4.0, 55, NONE, NONE, 40, 60, 80),
                row(proportional, 3 / 4.0, 55, NONE, NONE, 40, 60, 80),
                row(two, NONE, NONE, NONE, NONE, 40, 60, 80),
                row(zero, 3 / 4.0, 41.25, NONE, NONE, 40, 60, 80),
                // q is gone, with 3 of 4 of the root's weight: a quarter is left
                row(half, NONE, NONE, 10, 20, NONE, NONE, 80),
                row(proportional, NONE, NONE, 10, 20, NONE, NONE, 80),
                row(MissingDataPolicy.proportional(7 / 16.0), 7 / 16.0, 18.75 / 0.4375, 10, 20, NONE, NONE, 80),
                row(MissingDataPolicy.minimumCount(3, Scope.OVERALL), 7 / 16.0, 63.75, 10, 20, NONE, NONE, 80),
                // nothing is known: no score, whatever the policy
                row(zero, NONE, NONE, NONE, NONE, NONE, NONE, NONE),
                row(proportional, NONE, NONE, NONE, NONE, NONE, NONE, NONE),
                row(MissingDataPolicy.minimumCount(1, Scope.OVERALL), NONE, NONE, NONE, NONE, NONE, NONE, NONE));
    }

    /** Coverage and score under a policy of the values of a to e; no coverage where it does not matter. */
    private static Arguments row(MissingDataPolicy policy, double coverage, double score, double... values) {
        return Arguments.of(policy, coverage, score, values);
    }

    @ParameterizedTest
    @MethodSource("scores")
    void scoresByHand(MissingDataPolicy policy, double coverage, double expected, double[] values) {
        ScoreTable scores = TREE.withMissing(policy).scoreAll(unit(FIVE, values));
        if (Double.isNaN(expected)) {
            assertThat(scores.score("u")).isEmpty();
            assertThat(scores.unscored()).containsOnlyKeys("u");
        } else {
            assertThat(scores.score("u").orElseThrow()).isCloseTo(expected, within(1e-13));
            assertThat(scores.scorecard("u").coverage()).isCloseTo(coverage, within(1e-15));
        }
    }

    /** p states 50 where nothing is known, the rest re-weights: (10 + 50)/2 / 4 + 3/4 x 55. */
    @Test
    void aPillarMayHaveAPolicyOfItsOwn() {
        ScoringFramework mixed = framework(P.withMissing(MissingDataPolicy.statedScore(50, "the middle")), Q)
                .withMissing(MissingDataPolicy.reweight(0.5, Scope.EVERY_PILLAR));
        ScoreTable scores = mixed.scoreAll(unit(FIVE, 10, NONE, 40, 60, 80));
        assertThat(scores.score("u")).hasValue(48.75);
        Contribution stated = scores.scorecard("u").contribution("b").orElseThrow();
        assertThat(stated.isKnown()).isFalse();
        assertThat(stated.treated()).isEmpty();
        assertThat(stated.points()).isEqualTo(6.25);
        assertThat(stated.notes()).containsExactly("a missing indicator scores 50");
        ScoringFramework strict = framework(P, Q.withMissing(MissingDataPolicy.reweight(0.2, Scope.OVERALL)));
        assertThat(strict.scoreAll(unit(FIVE, 10, 20, NONE, NONE, 80)).score("u"))
                .as("q re-weights, p and the root are strict")
                .hasValue(63.75);
        assertThat(strict.scoreAll(unit(FIVE, 10, NONE, 40, 60, 80)).score("u")).isEmpty();
    }

    /** What a pillar states for the absent is no value: a unit without any has no score, and is not 0. */
    @ParameterizedTest
    @CsvSource({"EVERY_PILLAR", "OVERALL"})
    void aUnitOfWhichNothingIsKnownHasNoScore(Scope scope) {
        ScoringFramework mixed = framework(Q, P.withWeight(3).withMissing(MissingDataPolicy.statedScore(0, "none")))
                .withMissing(MissingDataPolicy.reweight(0.5, scope));
        assertThat(mixed.scoreAll(unit(FIVE, NONE, NONE, NONE, NONE, NONE)).score("u"))
                .isEmpty();
    }

    /**
     * Screening comes before imputation: one of two known is enough for a minimum of 1, not of 2, though both are there after it.
     * The mean of b is (20 + 40)/2.
     */
    @ParameterizedTest
    @CsvSource({
        "1, EVERY_PILLAR, 0.5, EVERY_PILLAR, true",
        "1, OVERALL, 0.5, OVERALL, true",
        "2, EVERY_PILLAR, 0.51, EVERY_PILLAR, false",
        "2, OVERALL, 0.51, OVERALL, false"
    })
    void minimaAreAskedOfKnownValues(int count, Scope ofCount, double share, Scope ofShare, boolean isEnough) {
        ScoringFramework imputing =
                framework(leaf("a", 1), leaf("b", 1).withImputation(Imputation.mean(Imputation.Donors.ALL)));
        IndicatorTable table = columns(List.of("a", "b"), new double[] {10, 10, 10}, new double[] {20, 40, MISSING});
        for (MissingDataPolicy policy : List.of(
                MissingDataPolicy.minimumCount(count, ofCount),
                MissingDataPolicy.reweight(share, ofShare),
                MissingDataPolicy.proportional(share))) {
            ScoreTable scores = imputing.withMissing(policy).scoreAll(table);
            if (isEnough) {
                assertThat(scores.score("u2")).hasValue(20);
                Scorecard card = scores.scorecard("u2");
                assertThat(card.coverage()).isEqualTo(0.5);
                assertThat(card.contributions())
                        .extracting(Contribution::effectiveWeight)
                        .containsExactly(0.5, 0.5);
            } else {
                assertThat(scores.unscored().get("u2"))
                        .startsWith(
                                policy instanceof MissingDataPolicy.MinimumCount
                                        ? "1 of 2 "
                                        : "50 % of the weight counts;")
                        .contains("; imputed or stated only b");
            }
        }
    }

    /** Under the strict policy an imputed value is there; a unit of which all is imputed has no score. */
    @Test
    void strictTakesImputedValuesButNotThemAlone() {
        ScoringFramework imputing = framework(
                leaf("a", 1).withImputation(Imputation.median(Imputation.Donors.ALL)),
                leaf("b", 1).withImputation(Imputation.statedValue(7, "as law says")));
        ScoreTable scores = imputing.scoreAll(columns(
                List.of("a", "b"), new double[] {10, 30, MISSING, MISSING}, new double[] {20, MISSING, 6, MISSING}));
        assertThat(scores.score("u1")).hasValue(18.5);
        assertThat(scores.score("u2")).hasValue(13);
        assertThat(scores.unscored())
                .containsExactly(entry(
                        "u3",
                        "0 % of the weight counts; imputed or stated only a, b (strict: every indicator is needed)"));
    }

    /**
     * A sub-index on a scale of the reference is fitted to what units score under its own policy. p is the mean of a and b with
     * 0 for what is missing: 20, 5 and 10 of the three units, so min-max gives 100, 0 and 33.3.
     */
    @Test
    void subIndicesAreFittedUnderTheirOwnPolicy() {
        Pillar stated = P.withMissing(MissingDataPolicy.statedScore(0, "absent is none"))
                .withNormalisation(Optional.of(Normalisation.minMax()));
        ScoringFramework framework = framework(stated).withMissing(MissingDataPolicy.reweight(0.1, Scope.EVERY_PILLAR));
        ScoreTable scores = framework.scoreAll(
                columns(List.of("a", "b"), new double[] {10, 10, MISSING}, new double[] {30, MISSING, 20}));
        assertThat(scores.score("u0")).hasValue(100);
        assertThat(scores.score("u1")).hasValue(0);
        assertThat(scores.score("u2").orElseThrow()).isCloseTo(100 / 3.0, within(1e-13));
    }
}
