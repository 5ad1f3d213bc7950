package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Oracles: cases solved by hand, and ranking again just inside and outside of the ends. */
class StabilityIntervalTest {
    private static final double CLOSE = 1e-12;
    private static final double STEP = 1e-6;

    /**
     * By hand. Stated (0.5, 0.25, 0.25): A (8, 2, 2) has 5, B (4, 6, 4) 4.5, C (2, 2, 8) 3.5. As p goes to t, with q = r, A has
     * 2 + 6 t, B 5 - t, C 5 - 3 t: A and B tie at 3/7, B and C at 0, A and C at 1/3. As q goes to t, p = 2 r, A has 6 - 4 t, B
     * 4 + 2 t, C 4 - 2 t: A and B at 1/3, B and C at 0, A and C at 1. As r goes to t, p = 2 q, A has 6 - 4 t, B 14/3 - 2/3 t, C
     * 2 + 6 t: A and B at 2/5, B and C at 2/5, A and C at 2/5.
     */
    private static final Criteria THREE = Criteria.builder()
            .title("three")
            .criterion("p", 2)
            .criteria("q", "r")
            .unit("A", 8, 2, 2)
            .unit("B", 4, 6, 4)
            .unit("C", 2, 2, 8)
            .build();

    @Test
    void solvesThreeCriteriaByHand() {
        StabilityIntervals first = WeightSpace.of(THREE).stabilityIntervals();
        StabilityIntervals.Interval p = first.interval("p");
        assertThat(p.low()).isCloseTo(3 / 7.0, within(CLOSE));
        assertThat(p.high()).isEqualTo(1);
        assertThat(p.overtakerBelow()).contains("B");
        assertThat(p.overtakenBelow()).contains("A");
        assertThat(p.overtakerAbove()).isEmpty();
        StabilityIntervals.Interval q = first.interval("q");
        assertThat(q.low()).isZero();
        assertThat(q.high()).isCloseTo(1 / 3.0, within(CLOSE));
        assertThat(q.overtakerAbove()).contains("B");
        assertThat(first.interval("r").high()).isCloseTo(0.4, within(CLOSE));
        assertThat(first.interval("r").statedWeight()).isEqualTo(0.25);
        // all three meet there, and C is first beyond
        assertThat(first.interval("r").overtakerAbove()).contains("C");
        assertThat(first.intervals())
                .extracting(StabilityIntervals.Interval::criterion)
                .containsExactly("p", "q", "r");
    }

    @Test
    void keepsAsManyRanksAsAsked() {
        WeightSpace space = WeightSpace.of(Criteria.builder()
                .criteria("p", "q")
                .unit("A", 9, 8)
                .unit("B", 4, 6)
                .unit("C", 6, 1)
                .unit("D", 0, 2)
                .build());
        // at 0.5: A 8.5, B 5, C 3.5, D 1. In p: B 6 - 2 p, C 1 + 5 p tie at 5/7; C and D, 2 - 2 p, at 1/7; A stays
        // first.
        StabilityIntervals.Interval first = space.stabilityIntervals(1).interval("p");
        assertThat(first.low()).isZero();
        assertThat(first.high()).isEqualTo(1);
        StabilityIntervals.Interval two = space.stabilityIntervals(2).interval("p");
        assertThat(two.low()).isZero();
        assertThat(two.high()).isCloseTo(5 / 7.0, within(CLOSE));
        assertThat(two.overtakerAbove()).contains("C");
        assertThat(two.overtakenAbove()).contains("B");
        StabilityIntervals.Interval all = space.stabilityIntervals(4).interval("p");
        assertThat(all.low()).isCloseTo(1 / 7.0, within(CLOSE));
        assertThat(all.overtakerBelow()).contains("D");
        assertThat(all.high()).isCloseTo(5 / 7.0, within(CLOSE));
    }

    /** By hand: geometric means of A (8, 2) and B (4, 4) tie at a half. */
    @Test
    void followsGeometricMeans() {
        StabilityIntervals intervals =
                WeightSpace.of(RobustnessExamples.GEOMETRIC_PAIR).stabilityIntervals();
        assertThat(intervals.interval("p").low()).isCloseTo(0.5, within(CLOSE));
        assertThat(intervals.interval("q").high()).isCloseTo(0.5, within(CLOSE));
    }

    /** By hand: stated (1, 0, 0), the rest shared equally: A has 4 t, B 3 t + 3 (1 - t) / 2, which tie at 0.6. */
    @Test
    void sharesTheRestEquallyWhereOneWeightIsAll() {
        WeightSpace space = WeightSpace.of(Criteria.builder()
                .criterion("p", 1)
                .criterion("q", 0)
                .criterion("r", 0)
                .unit("A", 4, 0, 0)
                .unit("B", 3, 3, 0)
                .build());
        StabilityIntervals.Interval p = space.stabilityIntervals().interval("p");
        assertThat(p.low()).isCloseTo(0.6, within(CLOSE));
        assertThat(p.high()).isEqualTo(1);
        // A 4 (1 - t), B 3
        assertThat(space.stabilityIntervals().interval("q").high()).isCloseTo(0.25, within(CLOSE));
        // A 4 (1 - t), B 3 (1 - t): they tie at 1 only, and nothing lies beyond
        assertThat(space.stabilityIntervals().interval("r").high()).isEqualTo(1);
        assertThat(space.stabilityIntervals().interval("r").overtakerAbove()).isEmpty();
    }

    /** By hand: a tie at the stated weights is broken by any change, to the side of whoever is better there. */
    @Test
    void isAPointWhereUnitsTie() {
        StabilityIntervals.Interval p = WeightSpace.of(Criteria.builder()
                        .criteria("p", "q")
                        .unit("A", 3, 1)
                        .unit("B", 1, 3)
                        .unit("C", 0, 0)
                        .build())
                .stabilityIntervals()
                .interval("p");
        assertThat(p.low()).isEqualTo(0.5);
        assertThat(p.high()).isEqualTo(0.5);
        assertThat(p.overtakerBelow()).contains("B");
        assertThat(p.overtakerAbove()).contains("A");
    }

    @Test
    void staysWhereUnitsTieThroughout() {
        StabilityIntervals.Interval p = WeightSpace.of(Criteria.builder()
                        .criteria("p", "q")
                        .unit("A", 3, 1)
                        .unit("B", 3, 1)
                        .build())
                .stabilityIntervals(2)
                .interval("p");
        assertThat(p.low()).isZero();
        assertThat(p.high()).isEqualTo(1);
    }

    @Test
    void endsAtTheEdgeOfTheSet() {
        WeightSpace space = WeightSpace.of(THREE);
        StabilityIntervals.Interval p = space.within(WeightSet.between(Map.of("p", 0.45), Map.of("p", 0.7)))
                .stabilityIntervals()
                .interval("p");
        assertThat(p.low()).isCloseTo(0.45, within(CLOSE));
        assertThat(p.high()).isCloseTo(0.7, within(CLOSE));
        assertThat(p.overtakerBelow()).isEmpty();
        // p >= q with p = 2 r is 2 (1 - t) / 3 >= t, t <= 0.4; B overtakes at 1/3
        assertThat(space.within(WeightSet.polytope(WeightSet.Constraint.notBelow("p", "q")))
                        .stabilityIntervals()
                        .interval("q")
                        .high())
                .isCloseTo(1 / 3.0, within(CLOSE));
        // equal weights lie on the edge of an order, and can vary along it
        StabilityIntervals.Interval last = WeightSpace.of(THREE.withWeights(Map.of("p", 1.0, "q", 1.0, "r", 1.0)))
                .within(WeightSet.ordered("p", "q", "r"))
                .stabilityIntervals()
                .interval("r");
        assertThat(last.low()).isZero();
        assertThat(last.high()).isCloseTo(1 / 3.0, within(CLOSE));
    }

    @Test
    void cannotVaryTheOnlyWeight() {
        StabilityIntervals.Interval only = WeightSpace.of(Criteria.builder()
                        .criteria("p")
                        .unit("A", 1)
                        .unit("B", 2)
                        .build())
                .stabilityIntervals()
                .interval("p");
        assertThat(only.low()).isEqualTo(1);
        assertThat(only.high()).isEqualTo(1);
    }

    /** Property: ranks are as stated just inside each end, and not just outside one at which somebody overtakes. */
    @Test
    void endsWhereRanksChange() {
        Random random = new Random(3);
        int ends = 0;
        for (int run = 0; run < 1000; run++) {
            RandomTable table = RandomTable.draw(random, null);
            int units = table.scores().length;
            int kept = 1 + random.nextInt(units);
            List<List<Integer>> stated = first(table, table.stated(), kept);
            if (isClose(table, table.stated())) {
                continue;
            }
            for (StabilityIntervals.Interval interval :
                    table.space().stabilityIntervals(kept).intervals()) {
                int criterion = table.space().criteria().column(interval.criterion());
                double s = interval.statedWeight();
                for (double share : new double[] {0.001, 0.3, 0.7, 0.999}) {
                    double t = interval.low() + share * (interval.high() - interval.low());
                    double[] weights = at(table.stated(), criterion, t);
                    if (!isClose(table, weights)) {
                        assertThat(first(table, weights, kept)).isEqualTo(stated);
                    }
                    assertThat(table.isIn(weights, 1e-9)).isTrue();
                }
                if (interval.overtakerBelow().isPresent()) {
                    ends++;
                    assertThat(first(table, at(table.stated(), criterion, interval.low() - STEP), kept))
                            .isNotEqualTo(stated);
                    assertThat(interval.low()).isLessThanOrEqualTo(s);
                } else {
                    double[] beyond = at(table.stated(), criterion, interval.low() - STEP);
                    assertThat(table.isIn(beyond, 1e-12)).isFalse();
                }
                if (interval.overtakerAbove().isPresent()) {
                    ends++;
                    double[] beyond = at(table.stated(), criterion, interval.high() + STEP);
                    assertThat(first(table, beyond, kept)).isNotEqualTo(stated);
                    int overtaker = Integer.parseInt(
                            interval.overtakerAbove().orElseThrow().substring(1));
                    int overtaken = Integer.parseInt(
                            interval.overtakenAbove().orElseThrow().substring(1));
                    assertThat(RandomTable.dot(table.scores()[overtaker], beyond))
                            .isGreaterThan(RandomTable.dot(table.scores()[overtaken], beyond));
                } else {
                    double[] beyond = at(table.stated(), criterion, interval.high() + STEP);
                    assertThat(table.isIn(beyond, 1e-12)).isFalse();
                }
            }
        }
        assertThat(ends).isGreaterThan(3000);
    }

    /** The other weights keep their proportions. */
    private static double[] at(double[] stated, int criterion, double t) {
        double[] weights = stated.clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= (1 - t) / (1 - stated[criterion]);
        }
        weights[criterion] = t;
        return weights;
    }

    /** The units of each of the first places. */
    private static List<List<Integer>> first(RandomTable table, double[] weights, int kept) {
        List<List<Integer>> places = new ArrayList<>();
        for (int rank = 1; rank <= kept; rank++) {
            places.add(new ArrayList<>());
        }
        for (int i = 0; i < table.scores().length; i++) {
            int ahead = 0;
            for (double[] row : table.scores()) {
                if (RandomTable.dot(row, weights) > RandomTable.dot(table.scores()[i], weights) + CLOSE) {
                    ahead++;
                }
            }
            if (ahead < kept) {
                places.get(ahead).add(i);
            }
        }
        return places;
    }

    /** Whether units of different scores are too close to rank by rounded sums. */
    private static boolean isClose(RandomTable table, double[] weights) {
        for (double[] row : table.scores()) {
            for (double[] other : table.scores()) {
                double lead = RandomTable.dot(row, weights) - RandomTable.dot(other, weights);
                if (!Arrays.equals(row, other) && Math.abs(lead) < 1e-9) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void printsEndsAndWhoOvertakes() {
        assertThat(WeightSpace.of(THREE).stabilityIntervals()).hasToString("""
                        Stability intervals of weights, first rank kept: three
                        criterion  stated, %  from, %  to, %  below          above
                        ------------------------------------------------------------------
                        p               50.0     42.9  100.0  B overtakes A
                        q               25.0      0.0   33.3                 B overtakes A
                        r               25.0      0.0   40.0                 C overtakes A
                        ------------------------------------------------------------------
                        Each weight varies alone, the others keep their proportions.
                        Method: exact, in closed form; among all weights; arithmetic mean;
                        3 units.
                        Held fixed: values, normalisation, the mean (arithmetic mean),
                        weights inside the criteria.""");
        assertThat(WeightSpace.of(THREE).stabilityIntervals().interval("p"))
                .hasToString("p: 50.0 % may vary from 42.9 % (B overtakes A) to 100.0 %");
    }

    @Test
    void refusesRanksThatThereAreNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSpace.of(THREE).stabilityIntervals(4))
                .withMessage(
                        "WeightSpace.stabilityIntervals: firstRanks must be from 1 to the number of units, 3, but was 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSpace.of(THREE).stabilityIntervals(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSpace.of(THREE).stabilityIntervals().interval("s"))
                .withMessageContaining("no criterion 's'");
    }

    @Test
    void refusesStatedWeightsOutsideTheSet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSpace.of(THREE)
                        .within(WeightSet.ordered("q", "p", "r"))
                        .stabilityIntervals())
                .withMessageContaining("the stated weights must be in the set")
                .withMessageContaining("within(WeightSet.simplex())");
    }
}
