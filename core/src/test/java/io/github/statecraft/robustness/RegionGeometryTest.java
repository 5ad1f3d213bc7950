package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Oracles: closed forms by hand. */
class RegionGeometryTest {
    private static final double CLOSE = 1e-15;
    private static final ImmutableList<String> CRITERIA = ImmutableList.of("c0", "c1", "c2");

    private static double share(WeightSet set, double... d) {
        return RegionGeometry.ofMeasure(WeightRegion.of(CRITERIA, set), "shares of weightings")
                .share(d, new double[d.length]);
    }

    /** Of the triangle, w0 > w1 is one half, w0 > w1 + w2 one quarter; 3 w0 > w2 all but a triangle of 1 x 1/4. */
    @Test
    void measuresPartsOfTheTriangle() {
        assertThat(share(WeightSet.simplex(), 1, -1, 0)).isCloseTo(0.5, within(CLOSE));
        assertThat(share(WeightSet.simplex(), 1, -1, -1)).isCloseTo(0.25, within(CLOSE));
        assertThat(share(WeightSet.simplex(), 3, 0, -1)).isCloseTo(0.75, within(CLOSE));
    }

    @Test
    void knowsAllAndNothing() {
        assertThat(share(WeightSet.simplex(), 0, 0, 0)).isZero();
        assertThat(share(WeightSet.simplex(), 1, 0, 0)).isEqualTo(1);
        assertThat(share(WeightSet.simplex(), -1, 0, 0)).isZero();
        assertThat(share(WeightSet.ordered("c0", "c1", "c2"), 0, 1, -1)).isEqualTo(1);
    }

    /** With no weight above 1/2 the set is the triangle between the middles of the sides, a quarter of all. */
    @Test
    void measuresPartsOfAPolytope() {
        WeightSet half = WeightTables.weights("half", 3);
        assertThat(share(half, 1, -1, 0)).isCloseTo(0.5, within(CLOSE));
        // its corner at (0, 1/2, 1/2), cut at w0 = 1/4, is a quarter of it
        assertThat(share(half, -3, 1, 1)).isCloseTo(0.25, within(CLOSE));
    }

    /** w0 of Dirichlet (2, 1, 1) has the distribution Beta(2, 2): above 1/4 with 1 - (3 - 2/4) / 16. */
    @Test
    void measuresByDirichletParameters() {
        assertThat(share(WeightSet.dirichlet(Map.of("c0", 2.0)), 3, -1, -1)).isCloseTo(1 - 2.5 / 16, within(CLOSE));
    }

    /** One unit in the last place beside large numbers is a difference. */
    @Test
    void takesDifferencesExactly() {
        RegionGeometry geometry =
                RegionGeometry.ofMeasure(WeightRegion.of(CRITERIA, WeightSet.simplex()), "shares of weightings");
        double[] row = {1e30, 0.3, 1};
        assertThat(geometry.share(row, new double[] {1e30, StrictMath.nextDown(0.3), 1}))
                .isEqualTo(1);
        assertThat(geometry.share(row, row.clone())).isZero();
    }

    @Test
    void refusesParametersThatAreNotWhole() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> share(WeightSet.dirichlet(Map.of("c0", 0.5)), 1, 0, -1))
                .withMessage(
                        "WeightSpace: shares of weightings under a Dirichlet distribution are worked out exactly where"
                                + " its parameters are whole numbers that sum to 8 at most but they are not whole: Dirichlet"
                                + " distribution of weights with c0 0.5; ask Smaa, which answers by sampling");
    }
}
