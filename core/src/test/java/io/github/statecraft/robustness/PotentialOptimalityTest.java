package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Oracles: cases solved by hand, SciPy, and properties of random tables. */
class PotentialOptimalityTest {
    private static final double CLOSE = 1e-9;
    private static final double TIE = 1e-9;

    /**
     * Weights (p, 1 - p): A is first up to 1/4, B from there to 3/4, C from there. D is below B throughout; E is on the line from
     * A to B and ties with both at 1/4.
     */
    private static final Criteria FAN = Criteria.builder()
            .criteria("p", "q")
            .unit("A", 0, 4)
            .unit("B", 3, 3)
            .unit("C", 4, 0)
            .unit("D", 2, 2)
            .unit("E", 1.5, 3.5)
            .build();

    @Test
    void countsTiesAsFirst() {
        assertThat(WeightSpace.of(FAN).potentiallyOptimal()).containsExactly("A", "B", "C", "E");
        assertThat(WeightSpace.of(FAN).bestWeights("E").orElseThrow().get("p")).isCloseTo(0.25, within(CLOSE));
        assertThat(WeightSpace.of(FAN).bestWeights("D")).isEmpty();
    }

    /** By hand: B is ahead of A by 4 p - 1, of C by 3 - 4 p, of E by 2 p - 1/2; the last two meet at 7/12. */
    @Test
    void givesTheLargestMargin() {
        assertThat(WeightSpace.of(FAN).bestWeights("B").orElseThrow().get("p")).isCloseTo(7 / 12.0, within(CLOSE));
        assertThat(WeightSpace.of(FAN).bestWeights("C").orElseThrow().get("p")).isCloseTo(1, within(CLOSE));
    }

    /** By hand: below 0.2 of p only A is first, from 0.3 to 0.5 only B. */
    @Test
    void keepsToTheSet() {
        WeightSpace space = WeightSpace.of(FAN);
        assertThat(space.within(WeightSet.between(Map.of(), Map.of("p", 0.2))).potentiallyOptimal())
                .containsExactly("A");
        WeightSpace middle = space.within(WeightSet.between(Map.of("p", 0.3), Map.of("p", 0.5)));
        assertThat(middle.potentiallyOptimal()).containsExactly("B");
        assertThat(middle.bestWeights("A")).isEmpty();
        assertThat(space.within(WeightSet.ordered("q", "p")).potentiallyOptimal())
                .containsExactly("A", "B", "E");
    }

    @Test
    void countsUnitsOfTheSameScoresAsFirstTogether() {
        WeightSpace space = WeightSpace.of(Criteria.builder()
                .criteria("p", "q")
                .unit("A", 1, 2)
                .unit("B", 3, 1)
                .unit("C", 3, 1)
                .build());
        assertThat(space.potentiallyOptimal()).containsExactly("A", "B", "C");
        assertThat(space.bestWeights("B")).isEqualTo(space.bestWeights("C"));
        assertThat(space.bestWeights("B").orElseThrow().get("p")).isCloseTo(1, within(CLOSE));
        WeightSpace alike = WeightSpace.of(Criteria.builder()
                .criteria("p", "q")
                .unit("A", 1, 2)
                .unit("B", 1, 2)
                .build());
        assertThat(alike.potentiallyOptimal()).containsExactly("A", "B");
        assertThat(alike.bestWeights("A")).isPresent();
    }

    /**
     * Properties: whoever is first at sampled weights is on the list; whoever is on it is first at its best weights, which are in
     * the set and better for it than any sample; whoever is not is first nowhere; and best weights agree with the list.
     */
    @Test
    void listsWhoeverIsFirstSomewhere() {
        Random random = new Random(11);
        for (int run = 0; run < 400; run++) {
            RandomTable table = RandomTable.draw(random, null);
            WeightSpace space = table.space();
            List<String> first = space.potentiallyOptimal();
            List<double[]> samples = table.samples(random, 40);
            for (String unit : space.criteria().units()) {
                Optional<ImmutableMap<String, Double>> best = space.bestWeights(unit);
                assertThat(best.isPresent()).isEqualTo(first.contains(unit));
                double margin = 0;
                if (best.isPresent()) {
                    double[] weights = best.get().values().stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray();
                    margin = table.margin(unit, weights);
                    assertThat(margin).isGreaterThan(-4 * TIE);
                    assertThat(table.isIn(weights, 1e-9)).isTrue();
                }
                for (double[] sample : samples) {
                    assertThat(table.margin(unit, sample)).isLessThan(margin + 4 * TIE);
                }
            }
        }
    }

    /**
     * Oracle: SciPy 1.17.1 (HiGHS) on 200 units x 40 criteria of whole numbers from 0 to 1008:
     * <pre>
     * import numpy as np; from scipy.optimize import linprog
     * a = np.array([[(7919 * (i + 3) * (j + 5) + 104729 * (i + 1) * (i + 1) * (j + 2)) % 1009 for j in range(40)]
     *     for i in range(200)])
     * def margin(i):
     *     rows = np.c_[np.delete(a, i, 0) - a[i], np.ones(199)]
     *     return -linprog(np.r_[np.zeros(40), -1], A_ub=rows, b_ub=np.zeros(199), A_eq=[np.r_[np.ones(40), 0]], b_eq=[1],
     *         bounds=[(0, 1)] * 40 + [(None, None)]).fun
     * </pre>
     */
    @Test
    void agreesWithSciPyOnALargeTable() {
        Criteria.Builder criteria = Criteria.builder();
        for (int j = 0; j < 40; j++) {
            criteria.criterion("c" + j, 1);
        }
        for (long i = 0; i < 200; i++) {
            double[] row = new double[40];
            for (int j = 0; j < 40; j++) {
                row[j] = (7919 * (i + 3) * (j + 5) + 104729 * (i + 1) * (i + 1) * (j + 2)) % 1009;
            }
            criteria.unit("u" + i, row);
        }
        WeightSpace space = WeightSpace.of(criteria.build());
        List<String> first = space.potentiallyOptimal();
        assertThat(first).hasSize(188);
        assertThat(first)
                .doesNotContain(
                        "u2", "u48", "u59", "u68", "u70", "u99", "u103", "u106", "u145", "u160", "u174", "u185");
        assertThat(margin(space, "u0")).isCloseTo(130.75000000000028, within(1e-6));
        assertThat(margin(space, "u1")).isCloseTo(204.12121212121247, within(1e-6));
        assertThat(margin(space, "u4")).isCloseTo(27.999999999999886, within(1e-6));
    }

    private static double margin(WeightSpace space, String unit) {
        ImmutableMap<String, Double> weights = space.bestWeights(unit).orElseThrow();
        double self = score(space, unit, weights);
        return space.criteria().units().stream()
                .filter(other -> !other.equals(unit))
                .mapToDouble(other -> self - score(space, other, weights))
                .min()
                .orElseThrow();
    }

    private static double score(WeightSpace space, String unit, ImmutableMap<String, Double> weights) {
        return weights.entrySet().stream()
                .mapToDouble(entry -> entry.getValue()
                        * space.criteria().value(unit, entry.getKey()).orElseThrow())
                .sum();
    }

    @Test
    void refusesAUnitThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSpace.of(FAN).bestWeights("F"))
                .withMessageContaining("no unit 'F'");
    }
}
