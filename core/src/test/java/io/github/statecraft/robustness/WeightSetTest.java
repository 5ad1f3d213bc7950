package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sets of weights by hand. */
class WeightSetTest {
    private static final ImmutableList<String> ABC = ImmutableList.of("a", "b", "c");

    private static double[][] corners(WeightSet set) {
        return WeightRegion.of(ABC, set).corners().orElseThrow();
    }

    /** The corners of the order cone: equal weights of the first k (Tervonen and Lahdelma, EJOR 178 (2007) 500-513). */
    @Test
    void theCornersOfAnOrderAreEqualWeightsOfTheMostImportant() {
        double third = 1.0 / 3;
        assertThat(corners(WeightSet.ordered("b", "c", "a")))
                .isDeepEqualTo(new double[][] {{0, 1, 0}, {0, 0.5, 0.5}, {third, third, third}});
    }

    @Test
    void theCornersOfLowerBoundsGiveAllTheRestToOne() {
        assertThat(corners(WeightSet.atLeast(Map.of("a", 0.25, "c", 0.25))))
                .isDeepEqualTo(new double[][] {{0.75, 0, 0.25}, {0.25, 0.5, 0.25}, {0.25, 0, 0.75}});
    }

    @Test
    void conditionsHoldInsideAndFailOutside() {
        WeightRegion region = WeightRegion.of(
                ABC,
                WeightSet.polytope(WeightSet.Constraint.atMost("a", 0.5), WeightSet.Constraint.notBelow("b", "c")));
        assertThat(signs(region, 0.4, 0.4, 0.2)).containsExactly(true, true);
        assertThat(signs(region, 0.6, 0.3, 0.1)).containsExactlyInAnyOrder(false, true);
        assertThat(signs(region, 0.4, 0.1, 0.5))
                .containsExactlyInAnyOrder(true, false)
                .isNotEqualTo(signs(region, 0.6, 0.3, 0.1));
        double[] centre = region.centre();
        assertThat(signs(region, centre)).containsExactly(true, true);
        assertThat(centre[0] + centre[1] + centre[2]).isCloseTo(1, within(1e-12));
    }

    private static List<Boolean> signs(WeightRegion region, double... weights) {
        return ImmutableList.copyOf(region.conditions()).stream()
                .map(c -> c[0] * weights[0] + c[1] * weights[1] + c[2] * weights[2] >= 0)
                .toList();
    }

    @Test
    void refusesSetsWithoutRoom() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightRegion.of(ABC, WeightSet.atLeast(Map.of("a", 0.5, "b", 0.5))))
                .withMessageContaining("leaves no room for weights")
                .withMessageContaining("a >= 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightRegion.of(
                        ABC,
                        WeightSet.polytope(
                                WeightSet.Constraint.notBelow("a", "b"), WeightSet.Constraint.notBelow("b", "a"))))
                .withMessageContaining("state no equalities");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> WeightRegion.of(ABC, WeightSet.between(Map.of(), Map.of("a", 0.2, "b", 0.2, "c", 0.2))))
                .withMessageContaining("leaves no room");
    }

    @Test
    void refusesNamesAndNumbersThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightRegion.of(ABC, WeightSet.atLeast(Map.of("d", 0.5))))
                .withMessageContaining("no criterion 'd'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightRegion.of(ABC, WeightSet.ordered("a", "b")))
                .withMessageContaining("must have each of [a, b, c] once but was [a, b]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightRegion.of(ABC, WeightSet.ordered("a", "b", "b")))
                .withMessageContaining("once but was [a, b, b]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSet.atLeast(Map.of("a", -0.1)))
                .withMessage(
                        "WeightSet.LowerBounds.bounds must be in [0, 1] (write 30 % as 0.3) but that of a was -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSet.between(Map.of(), Map.of("a", 30.0)))
                .withMessageContaining(
                        "WeightSet.between.upper must be in [0, 1] (write 30 % as 0.3) but that of a was 30");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSet.Constraint.notBelow("a", "a"))
                .withMessageContaining("needs two criteria");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSet.dirichlet(Map.of("a", 0.0)))
                .withMessage("WeightSet.Dirichlet.parameters must be positive but that of a was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSet.Constraint.of(Map.of("a", 0.0), 1))
                .withMessageContaining("must have one that is not zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSet.Constraint.atLeast("a", Double.NaN))
                .withMessageContaining("limit must be finite");
    }

    @Test
    void printsConditionsAsTheyAreWritten() {
        assertThat(WeightSet.Constraint.notBelow("a", "b")).hasToString("1 a - 1 b >= 0");
        assertThat(WeightSet.Constraint.atMost("a", 0.25)).hasToString("- 1 a >= -0.25");
    }

    @Test
    void drawsAreUsedAsTheyAreIfTheyAreWeights() {
        WeightDraws draws = WeightDraws.of(ABC, new double[][] {{0.5, 0.25, 0.25}, {0, 0, 1}});
        assertThat(draws.size()).isEqualTo(2);
        assertThat(draws.weight(1, 2)).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightDraws.of(ABC, new double[][] {{0.5, 0.5, 0.5}}))
                .withMessage("WeightDraws row 0: weights must sum to 1 but sum to 1.5; "
                        + "divide them by their sum if that is what they mean");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightDraws.of(ABC, new double[][] {{0.5, 0.5, 0}, {1.5, -0.5, 0}}))
                .withMessageContaining("row 1, criterion a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightDraws.of(ABC, new double[][] {{1}}))
                .withMessageContaining("must have 3 weights but has 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightDraws.of(ABC, new double[0][]))
                .withMessageContaining("got none");
    }
}
