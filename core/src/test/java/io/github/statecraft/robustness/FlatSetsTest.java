package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sampling from sets much flatter than they are wide: shares within five standard errors, errors those of independent draws. */
class FlatSetsTest {
    private static void assertShare(SmaaResult result, String unit, double exact) {
        double error = Math.sqrt(exact * (1 - exact) / result.draws());
        assertThat(result.firstRankShare(unit)).isEqualTo(exact, within(5 * error));
        assertThat(result.firstRankShareError(unit)).isBetween(error / 1.5, error * 1.5);
    }

    /** Swapping the last two weights swaps the units: 1/2 each. */
    @Test
    void twoWideWeightsBetweenTwoNarrowOnes() {
        Criteria criteria = WeightTables.criteria(new double[] {0, 0, 1, 0}, new double[] {0, 0, 0, 1});
        WeightSet set = WeightSet.between(Map.of("c0", 0.199, "c1", 0.299), Map.of("c0", 0.201, "c1", 0.301));
        SmaaResult one = Smaa.withDefaults().withThreads(1).withWeights(set).analyse(criteria);
        assertShare(one, "u0", 0.5);
        assertThat(Smaa.withDefaults().withThreads(2).withWeights(set).analyse(criteria))
                .isEqualTo(one);
        assertThat(Smaa.withDefaults().withThreads(5).withWeights(set).analyse(criteria))
                .isEqualTo(one);
    }

    /** The other two weights swap places likewise. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-4, 1e-6})
    void aBandOfATriangle(double width) {
        Criteria criteria = WeightTables.criteria(new double[] {0, 1, 0}, new double[] {0, 0, 1});
        WeightSet set = WeightSet.between(Map.of("c0", 0.3), Map.of("c0", 0.3 + width));
        assertShare(Smaa.withDefaults().withWeights(set).analyse(criteria), "u0", 0.5);
    }

    /** No bound is narrow, but a difference of two weights is; exact volumes say what the shares are. */
    @Test
    void twoWeightsThatAreNearlyEqual() {
        Criteria criteria = WeightTables.criteria(
                new double[] {0.9, 0.1, 0.3, 0.5, 0.2},
                new double[] {0.2, 0.4, 0.9, 0.1, 0.6},
                new double[] {0.4, 0.5, 0.1, 0.8, 0.3});
        WeightSet set = WeightSet.polytope(
                WeightSet.Constraint.of(Map.of("c0", 1.0, "c1", -1.0), -1e-4),
                WeightSet.Constraint.of(Map.of("c0", -1.0, "c1", 1.0), -1e-4));
        FirstRankShares exact = WeightSpace.of(criteria).within(set).firstRankShares();
        SmaaResult sampled = Smaa.withDefaults().withWeights(set).analyse(criteria);
        for (String unit : criteria.units()) {
            assertThat(exact.share(unit)).isBetween(0.02, 0.98);
            assertShare(sampled, unit, exact.share(unit));
        }
    }

    /** Nine weights are drawn by chains; the first two differ by 1e-4 at most, and the others swap places. */
    @Test
    void chainsInAFlatSet() {
        Criteria criteria = WeightTables.criteria(
                new double[] {0, 0, 1, 0, 0, 0, 0, 0, 0}, new double[] {0, 0, 0, 1, 0, 0, 0, 0, 0});
        WeightSet set = WeightSet.polytope(
                WeightSet.Constraint.of(Map.of("c0", 1.0, "c1", -1.0), -1e-4),
                WeightSet.Constraint.of(Map.of("c0", -1.0, "c1", 1.0), -1e-4));
        SmaaResult one = Smaa.withDefaults().withThreads(1).withWeights(set).analyse(criteria);
        assertThat(one.firstRankShareError("u0")).isBetween(0.0015, 0.01);
        assertThat(one.firstRankShare("u0")).isEqualTo(0.5, within(5 * one.firstRankShareError("u0")));
        assertThat(Smaa.withDefaults().withThreads(5).withWeights(set).analyse(criteria))
                .isEqualTo(one);
    }

    /** Every other chain finds another unit first all the time: no error says how far off they are. */
    @Test
    void refusesChainsThatDisagree() {
        SmaaTotals totals = new SmaaTotals(2, 1, true);
        for (int chain = 0; chain < 64; chain++) {
            BlockTally tally = new BlockTally(2, 1);
            tally.draws = 1_000;
            int first = chain % 2;
            tally.ranks[first] = 1_000;
            tally.ranks[2 + 1 - first] = 1_000;
            tally.firsts[first] = 1_000;
            totals.add(chain, tally);
        }
        assertThatThrownBy(() -> totals.figures(ImmutableDoubleArray.of(), ImmutableDoubleArray.of()))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("chains of hit-and-run disagree")
                .hasMessageContaining("raise Smaa.withThinning");
    }
}
