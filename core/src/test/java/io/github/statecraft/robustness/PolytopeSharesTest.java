package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pairs and distributions under linear conditions; oracles: areas of triangles by hand, and the same set named otherwise. */
class PolytopeSharesTest {
    private static final double ROUNDING = 1e-14;

    /** The score of each unit is one weight. */
    private static final Criteria WEIGHTS = Criteria.builder()
            .criteria("a", "b", "c")
            .unit("a", 1, 0, 0)
            .unit("b", 0, 1, 0)
            .unit("c", 0, 0, 1)
            .build();

    /** w_a up to one half: three quarters of the triangle, since w_a is above one half on a quarter. */
    private static final WeightSpace AT_MOST_HALF =
            WeightSpace.of(WEIGHTS).within(WeightSet.between(Map.of(), Map.of("a", 0.5)));

    /** w_a > w_b on one half of the triangle, the quarter above one half among it: (1/2 - 1/4) / (3/4). */
    @Test
    void pairsByHand() {
        assertThat(AT_MOST_HALF.pairwiseWinning("a", "b")).isCloseTo(1.0 / 3, within(ROUNDING));
        assertThat(AT_MOST_HALF.pairwiseWinning("b", "a")).isCloseTo(2.0 / 3, within(ROUNDING));
        assertThat(AT_MOST_HALF.pairwiseWinning("b", "c")).isCloseTo(1.0 / 2, within(ROUNDING));
        assertThat(AT_MOST_HALF.pairwiseWinning().share("b", "a")).isCloseTo(2.0 / 3, within(ROUNDING));
        assertThat(AT_MOST_HALF.pairwiseWinning("a", "a")).isZero();
    }

    /** P(w_a <= t) is (1 - (1 - t)^2) / (3/4); the mean is (1/3 - 1/4 x 2/3) / (3/4). */
    @Test
    void distributionsByHand() {
        ScoreDistribution score = AT_MOST_HALF.scoreDistribution("a");
        assertThat(score.lowest()).isZero();
        assertThat(score.highest()).isEqualTo(0.5);
        assertThat(score.share(0.25)).isCloseTo(7.0 / 12, within(ROUNDING));
        assertThat(score.quantile(7.0 / 12)).isCloseTo(0.25, within(ROUNDING));
        assertThat(score.mean().orElseThrow()).isCloseTo(2.0 / 9, within(ROUNDING));
        assertThat(score.share(-1)).isZero();
        assertThat(score.share(0.5)).isEqualTo(1);
    }

    @Test
    void theSameSetHasTheSameSharesHoweverItIsNamed() {
        Random random = new Random(5);
        for (int trial = 0; trial < 50; trial++) {
            Criteria.Builder builder = Criteria.builder().criteria("a", "b", "c", "d");
            for (int unit = 0; unit < 4; unit++) {
                builder.unit(
                        "u" + unit, random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextInt(3));
            }
            WeightSpace all = WeightSpace.of(builder.build());
            assertAlike(
                    all.within(WeightSet.ordered("a", "b", "c", "d")),
                    all.within(WeightSet.polytope(
                            WeightSet.Constraint.notBelow("a", "b"),
                            WeightSet.Constraint.notBelow("b", "c"),
                            WeightSet.Constraint.notBelow("c", "d"))));
            Map<String, Double> bounds = Map.of("a", 0.125, "c", 0.25);
            assertAlike(all.within(WeightSet.atLeast(bounds)), all.within(WeightSet.between(bounds, Map.of())));
        }
    }

    private static void assertAlike(WeightSpace one, WeightSpace other) {
        PairwiseWinning first = one.pairwiseWinning();
        PairwiseWinning second = other.pairwiseWinning();
        for (String unit : one.criteria().units()) {
            for (String rival : one.criteria().units()) {
                assertThat(second.share(unit, rival)).isCloseTo(first.share(unit, rival), within(1e-12));
            }
            ScoreDistribution score = one.scoreDistribution(unit);
            ScoreDistribution again = other.scoreDistribution(unit);
            assertThat(again.lowest()).isCloseTo(score.lowest(), within(ROUNDING));
            assertThat(again.highest()).isCloseTo(score.highest(), within(ROUNDING));
            assertThat(again.mean().orElseThrow()).isCloseTo(score.mean().orElseThrow(), within(1e-12));
            double middle = score.quantile(0.3);
            assertThat(again.share(middle)).isCloseTo(0.3, within(1e-12));
        }
    }

    @Test
    void refusesMoreThanEightCriteria() {
        String[] nine = IntStream.range(0, 9).mapToObj(i -> "c" + i).toArray(String[]::new);
        WeightSpace space = WeightSpace.of(Criteria.builder()
                        .criteria(nine)
                        .unit("u", new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9})
                        .unit("v", new double[] {9, 2, 3, 4, 5, 6, 7, 8, 1})
                        .build())
                .within(WeightSet.between(Map.of(), Map.of("c0", 0.5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space.pairwiseWinning("u", "v"))
                .withMessage(
                        "WeightSpace: shares under linear conditions are worked out exactly for up to 8 criteria but there"
                                + " are 9; ask Smaa, which answers by sampling");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space.scoreDistribution("u"))
                .withMessageContaining("up to 8 criteria");
    }
}
