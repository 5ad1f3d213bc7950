package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.robustness.WeightFlip.Norm;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Oracles: cases solved by hand, the distance to a hyperplane, SciPy, and properties of random tables. */
class WeightFlipTest {
    private static final double CLOSE = 1e-9;
    private static final double SCIPY_DIGITS = 1e-8;

    /** Stated 0.5, 0.5: A has 7, B 5. A leads by 6 w1 - 2 w2 = 8 w1 - 2, so both tie at 0.25, 0.75. */
    private static final Criteria TWO = Criteria.builder()
            .criteria("p", "q")
            .unit("A", 10, 4)
            .unit("B", 4, 6)
            .build();

    @Test
    void solvesTwoCriteriaByHand() {
        WeightSpace space = WeightSpace.of(TWO);
        for (Norm norm : Norm.values()) {
            WeightFlip flip = space.nearestFlip("A", "B", norm).orElseThrow();
            assertThat(flip.weights().get("p")).isCloseTo(0.25, within(CLOSE));
            assertThat(flip.changes().get("q")).isCloseTo(0.25, within(CLOSE));
            double distance =
                    switch (norm) {
                        case MANHATTAN -> 0.5;
                        case EUCLIDEAN -> 0.25 * Math.sqrt(2);
                        case CHEBYSHEV -> 0.25;
                    };
            assertThat(flip.distance()).as(norm.name()).isCloseTo(distance, within(CLOSE));
        }
    }

    /**
     * A leads by 3 w1 - w2 - 2 w3, 0 at equal weights plus 0.1 at stated (0.4, 0.3, 0.3): 1.2 - 0.3 - 0.6 = 0.3. By hand:
     * Manhattan moves 0.06 from w1 (3) to w3 (-2); Chebyshev takes e from w1 and gives it to w3, w2 as it was, so again 0.06;
     * Euclidean: the gradient less its mean is (3, -1, -2), of square 14, so the distance is 0.3 / sqrt(14).
     */
    @Test
    void solvesThreeCriteriaByHand() {
        WeightSpace space = WeightSpace.of(Criteria.builder()
                .criterion("p", 4)
                .criterion("q", 3)
                .criterion("r", 3)
                .unit("A", 3, 0, 0)
                .unit("B", 0, 1, 2)
                .build());
        WeightFlip manhattan = space.nearestFlip("A", "B", Norm.MANHATTAN).orElseThrow();
        assertThat(weights(manhattan)).containsExactly(new double[] {0.34, 0.3, 0.36}, within(CLOSE));
        assertThat(manhattan.distance()).isCloseTo(0.12, within(CLOSE));
        WeightFlip chebyshev = space.nearestFlip("A", "B", Norm.CHEBYSHEV).orElseThrow();
        assertThat(weights(chebyshev)).containsExactly(new double[] {0.34, 0.3, 0.36}, within(CLOSE));
        WeightFlip euclidean = space.nearestFlip("A", "B", Norm.EUCLIDEAN).orElseThrow();
        assertThat(euclidean.distance()).isCloseTo(0.3 / Math.sqrt(14), within(CLOSE));
        assertThat(weights(euclidean))
                .containsExactly(new double[] {0.4 - 3 * 0.3 / 14, 0.3 + 0.3 / 14, 0.3 + 2 * 0.3 / 14}, within(CLOSE));
    }

    /** By hand: what is as good spreads evenly. A leads by w1 - w2 - w3, at stated 0.6, 0.2, 0.2 by 0.2. */
    @Test
    void spreadsWhatIsAsNearEvenly() {
        WeightFlip flip = WeightSpace.of(Criteria.builder()
                        .criterion("p", 3)
                        .criteria("q", "r")
                        .unit("A", 1, 0, 0)
                        .unit("B", 0, 1, 1)
                        .build())
                .nearestFlip("A", "B", Norm.MANHATTAN)
                .orElseThrow();
        assertThat(weights(flip)).containsExactly(new double[] {0.5, 0.25, 0.25}, within(CLOSE));
    }

    /** By hand: with two criteria on which the units agree, the largest change needs none of theirs. */
    @Test
    void leavesWeightsThatDoNotMatter() {
        WeightFlip flip = WeightSpace.of(Criteria.builder()
                        .criteria("p", "q", "r", "s")
                        .unit("A", 3, 1, 5, 5)
                        .unit("B", 1, 2, 5, 5)
                        .build())
                .nearestFlip("A", "B", Norm.CHEBYSHEV)
                .orElseThrow();
        // 2 (1/4 - e) = 1/4 + e
        assertThat(weights(flip))
                .containsExactly(new double[] {0.25 - 1 / 12.0, 0.25 + 1 / 12.0, 0.25, 0.25}, within(1e-8));
    }

    /**
     * Oracle: SciPy 1.17.1 on A - B = (4, 1, -1, -3, 2), stated (0.3, 0.2, 0.2, 0.2, 0.1), each weight from 0.1 to 0.35:
     * <pre>
     * import numpy as np; from scipy.optimize import minimize, linprog
     * d = np.array([4, 1, -1, -3, 2.]); s = np.array([.3, .2, .2, .2, .1]); n = 5
     * minimize(lambda w: ((w - s)**2).sum(), s, method='SLSQP', bounds=[(.1, .35)] * n, options=dict(ftol=1e-16, maxiter=999),
     *     constraints=[dict(type='eq', fun=lambda w: w.sum() - 1), dict(type='ineq', fun=lambda w: -d @ w)])
     * linprog(np.ones(2 * n), A_ub=[np.r_[d, -d]], b_ub=[-d @ s], A_eq=[np.r_[np.ones(n), -np.ones(n)]], b_eq=[0],
     *     bounds=[(0, .35 - a) for a in s] + [(0, a - .1) for a in s])
     * linprog(np.r_[np.zeros(n), 1], A_ub=np.vstack([np.r_[d, 0], np.c_[np.eye(n), -np.ones(n)],
     *     np.c_[-np.eye(n), -np.ones(n)]]), b_ub=np.r_[0, s, -s], A_eq=[np.r_[np.ones(n), 0]], b_eq=[1],
     *     bounds=[(.1, .35)] * n + [(0, None)])
     * </pre>
     */
    @Test
    void agreesWithSciPyWithinBounds() {
        WeightSpace space = WeightSpace.of(Criteria.builder()
                        .criterion("a", 3)
                        .criterion("b", 2)
                        .criterion("c", 2)
                        .criterion("d", 2)
                        .criterion("e", 1)
                        .unit("A", 4, 1, 0, 0, 2)
                        .unit("B", 0, 0, 1, 3, 0)
                        .build())
                .within(WeightSet.between(every(0.1), every(0.35)));
        WeightFlip euclidean = space.nearestFlip("A", "B", Norm.EUCLIDEAN).orElseThrow();
        assertThat(weights(euclidean))
                .containsExactly(
                        new double[] {0.18785047, 0.17757009, 0.23738318, 0.29719626, 0.1}, within(SCIPY_DIGITS));
        assertThat(euclidean.distance()).isCloseTo(0.15467783824730616, within(CLOSE));
        WeightFlip manhattan = space.nearestFlip("A", "B", Norm.MANHATTAN).orElseThrow();
        assertThat(weights(manhattan))
                .containsExactly(new double[] {0.18571429, 0.2, 0.2, 0.31428571, 0.1}, within(SCIPY_DIGITS));
        assertThat(manhattan.distance()).isCloseTo(0.22857142857142854, within(CLOSE));
        assertThat(space.nearestFlip("A", "B", Norm.CHEBYSHEV).orElseThrow().distance())
                .isCloseTo(0.0888888888888889, within(CLOSE));
    }

    /** Closed form: to a hyperplane d w = 0 among weights that sum to 1, |d s| / |d - mean(d)|, while weights stay positive. */
    @Test
    void hasTheDistanceToAHyperplaneInsideTheSimplex() {
        Random random = new Random(20261124);
        int inside = 0;
        for (int run = 0; run < 1000; run++) {
            RandomTable table = RandomTable.draw(random, WeightSet.simplex());
            double[] d = table.difference();
            double mean = Arrays.stream(d).average().orElseThrow();
            double[] s = table.stated();
            double lead = dot(d, s);
            double square = Arrays.stream(d).map(x -> (x - mean) * (x - mean)).sum();
            boolean staysInside = true;
            for (int i = 0; i < d.length; i++) {
                staysInside &= s[i] - lead * (d[i] - mean) / square > 0;
            }
            if (staysInside) {
                inside++;
                assertThat(table.flip(Norm.EUCLIDEAN).orElseThrow().distance())
                        .isCloseTo(lead / Math.sqrt(square), within(CLOSE));
            }
        }
        assertThat(inside).isGreaterThan(300);
    }

    /**
     * Properties, over random tables and sets: there is a flip if sampled weights of the set put the second ahead; at it both tie
     * and the weights are in the set; nothing nearer is found on the way to any such sample, nor next to the flip; and it is
     * empty if both tie at best.
     */
    @ParameterizedTest
    @EnumSource(Norm.class)
    void findsTheNearestOfTheSet(Norm norm) {
        Random random = new Random(7 + norm.ordinal());
        int flips = 0;
        for (int run = 0; run < 1000; run++) {
            RandomTable table = RandomTable.draw(random, null);
            Optional<WeightFlip> flip = table.flip(norm);
            List<double[]> turned = table.samples(random, 60).stream()
                    .filter(w -> dot(table.difference(), w) < 0)
                    .toList();
            if (flip.isEmpty()) {
                assertThat(turned).as(table.space().toString()).isEmpty();
                continue;
            }
            flips++;
            double[] w = weights(flip.orElseThrow());
            double distance = flip.orElseThrow().distance();
            assertThat(dot(table.difference(), w)).isCloseTo(0, within(CLOSE));
            assertThat(Arrays.stream(w).sum()).isCloseTo(1, within(CLOSE));
            assertThat(table.isIn(w, 1e-10)).isTrue();
            for (double[] beyond : turned) {
                double[] s = table.stated();
                double lead = dot(table.difference(), s);
                double share = lead / (lead - dot(table.difference(), beyond));
                assertThat(share * distance(norm, s, beyond)).isGreaterThan(distance - CLOSE);
                double[] near = between(w, beyond, 1e-3);
                assertThat(distance(norm, s, near)).isGreaterThan(distance - CLOSE);
            }
        }
        assertThat(flips).isGreaterThan(400);
    }

    /** Properties: at the lead nobody is ahead and somebody ties; sampled weights under which the unit leads are no nearer. */
    @ParameterizedTest
    @EnumSource(Norm.class)
    void findsTheNearestLead(Norm norm) {
        Random random = new Random(70 + norm.ordinal());
        int leads = 0;
        for (int run = 0; run < 300; run++) {
            RandomTable table = RandomTable.draw(random, null);
            WeightSpace space = table.space();
            double[] s = table.stated();
            for (String unit : space.criteria().units()) {
                if (table.margin(unit, s) > -1e-9) {
                    assertThatIllegalArgumentException().isThrownBy(() -> space.nearestLead(unit, norm));
                    continue;
                }
                Optional<WeightFlip> lead = space.nearestLead(unit, norm);
                for (double[] w : table.samples(random, 60)) {
                    if (table.margin(unit, w) > 0) {
                        double distance = lead.orElseThrow().distance();
                        assertThat(lead.orElseThrow().isNearest()).isTrue();
                        assertThat(distance(norm, s, w)).isGreaterThan(distance - CLOSE);
                        double[] near = between(weights(lead.orElseThrow()), w, 1e-3);
                        assertThat(distance(norm, s, near)).isGreaterThan(distance - CLOSE);
                    }
                }
                if (lead.isPresent()) {
                    leads++;
                    assertThat(table.margin(unit, weights(lead.orElseThrow()))).isCloseTo(0, within(CLOSE));
                    assertThat(table.isIn(weights(lead.orElseThrow()), 1e-10)).isTrue();
                    assertThat(table.margin(lead.orElseThrow().ahead(), s)).isNotNegative();
                }
            }
        }
        assertThat(leads).isGreaterThan(200);
    }

    /** By hand: B is level with A on its best criterion and below on the other. */
    @Test
    void findsNoFlipWhereAUnitOnlyTies() {
        WeightSpace space = WeightSpace.of(Criteria.builder()
                .criteria("p", "q")
                .unit("A", 5, 4)
                .unit("B", 5, 2)
                .build());
        for (Norm norm : Norm.values()) {
            assertThat(space.nearestFlip("A", "B", norm)).isEmpty();
            assertThat(space.nearestLead("B", norm)).isEmpty();
        }
    }

    /** By hand, in TWO: B is ahead below 0.25 of p, so weights of p from 0.1 to 0.2 start at 0.2, a change of 0.3. */
    @Test
    void startsAtStatedWeightsOutsideTheSet() {
        WeightSpace space = WeightSpace.of(TWO).within(WeightSet.between(Map.of("p", 0.1), Map.of("p", 0.2)));
        for (Norm norm : Norm.values()) {
            WeightFlip flip = space.nearestFlip("A", "B", norm).orElseThrow();
            assertThat(weights(flip)).containsExactly(new double[] {0.2, 0.8}, within(CLOSE));
        }
    }

    /** By hand: of A (8, 2) and B (4, 4) the geometric means tie where 2^(w1) = 2^(w2), at a half. */
    @Test
    void tiesGeometricMeans() {
        WeightFlip flip = WeightSpace.of(RobustnessExamples.GEOMETRIC_PAIR)
                .nearestFlip("A", "B", Norm.EUCLIDEAN)
                .orElseThrow();
        assertThat(weights(flip)).containsExactly(new double[] {0.5, 0.5}, within(CLOSE));
        assertThat(flip.toString().replace('\n', ' ')).contains("at the flip: B 4, A 4.");
    }

    /** A unit with the scores of another takes the lead with it. By hand as TWO. */
    @Test
    void takesTheLeadWithATwin() {
        WeightSpace space = WeightSpace.of(Criteria.builder()
                .criteria("p", "q")
                .unit("A", 10, 4)
                .unit("B", 4, 6)
                .unit("C", 4, 6)
                .build());
        WeightFlip lead = space.nearestLead("C", Norm.EUCLIDEAN).orElseThrow();
        assertThat(weights(lead)).containsExactly(new double[] {0.25, 0.75}, within(CLOSE));
        assertThat(lead.ahead()).isEqualTo("A");
        assertThat(lead.overtakesAll()).isTrue();
        assertThat(lead.toString()).startsWith("Nearest weights at which C takes the lead: criteria\n");
    }

    @Test
    void printsTheChangesAndTheDistanceInWords() {
        assertThat(WeightSpace.of(TWO).nearestFlip("A", "B", Norm.MANHATTAN).orElseThrow())
                .hasToString("""
                        Nearest weights at which B overtakes A: criteria
                        criterion  stated weight, %  at the flip, %  change, points
                        -----------------------------------------------------------
                        p                      50.0            25.0           -25.0
                        q                      50.0            75.0           +25.0
                        -----------------------------------------------------------
                        Distance: in all 25.0 percentage points of weight move to
                        other criteria (nearest in the Manhattan norm: 50.0 points
                        lost and gained).
                        Scores at the stated weights: B 5, A 7; at the flip: B 5.5,
                        A 5.5.
                        Method: exact, by linear programming; among all weights;
                        arithmetic mean.
                        Held fixed: values, normalisation, the mean (arithmetic
                        mean), weights inside the criteria.""");
    }

    @Test
    void refusesUnitsItCannotCompare() {
        WeightSpace space = WeightSpace.of(TWO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space.nearestFlip("B", "A", Norm.EUCLIDEAN))
                .withMessage("WeightSpace.nearestFlip: B must be ahead of A at the stated weights but B has 5 and A 7;"
                        + " ask for it the other way round");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space.nearestFlip("A", "A", Norm.EUCLIDEAN))
                .withMessage("WeightSpace.nearestFlip: ahead and behind must be two units but both were 'A'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space.nearestFlip("A", "X", Norm.EUCLIDEAN))
                .withMessageContaining("no unit 'X'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space.nearestLead("A", Norm.EUCLIDEAN))
                .withMessage(
                        "WeightSpace.nearestLead: A must be behind somebody at the stated weights but is first already:"
                                + " A has 7 and B 5");
        WeightSpace level = WeightSpace.of(TWO.withWeights(Map.of("p", 1.0, "q", 3.0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> level.nearestFlip("A", "B", Norm.EUCLIDEAN))
                .withMessageEndingWith("A has 5.5 and B 5.5; they tie there already");
    }

    @Test
    void saysWhyAUnitIsLeftOut() {
        Criteria gaps = Criteria.builder()
                .criteria("p", "q")
                .unit("A", 1, 2)
                .unit("B", 2, 1)
                .row("C", "C", new double[] {1, Double.NaN})
                .build();
        WeightSpace space = WeightSpace.of(gaps.complete());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space.nearestFlip("A", "C", Norm.EUCLIDEAN))
                .withMessage("Criteria of criteria: 'C' is left out: no q");
        assertThatIllegalArgumentException().isThrownBy(() -> space.nearestLead("C", Norm.EUCLIDEAN));
    }

    private static double[] weights(WeightFlip flip) {
        return flip.weights().values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double dot(double[] a, double[] b) {
        return RandomTable.dot(a, b);
    }

    private static double[] between(double[] from, double[] to, double share) {
        double[] point = from.clone();
        for (int i = 0; i < point.length; i++) {
            point[i] += share * (to[i] - from[i]);
        }
        return point;
    }

    private static double distance(Norm norm, double[] a, double[] b) {
        double result = 0;
        for (int i = 0; i < a.length; i++) {
            double change = Math.abs(a[i] - b[i]);
            result = switch (norm) {
                case MANHATTAN -> result + change;
                case EUCLIDEAN -> Math.sqrt(result * result + change * change);
                case CHEBYSHEV -> Math.max(result, change);
            };
        }
        return result;
    }

    private static Map<String, Double> every(double bound) {
        return Map.of("a", bound, "b", bound, "c", bound, "d", bound, "e", bound);
    }
}
