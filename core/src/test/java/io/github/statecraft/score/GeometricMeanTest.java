package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.geometric;
import static io.github.statecraft.score.ScoreFixtures.leaf;
import static io.github.statecraft.score.ScoreFixtures.pillar;
import static io.github.statecraft.score.ScoreFixtures.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: closed forms worked by hand. */
class GeometricMeanTest {
    private static final List<String> AB = List.of("a", "b");

    /**
     * G = 40, B = 10, L(G, B) = 30 / ln 4. a = 80 and b = 20 give L / 2 ln 8 = 22.5 and L / 2 ln 2 = 7.5.
     */
    @Test
    void attributesTheDistanceFromTheBaselineByLogarithms() {
        Scorecard card = framework(geometric("g", 10, leaf("a", 1), leaf("b", 1)))
                .scoreAll(unit(AB, 80, 20))
                .scorecard("u");
        assertThat(card.score()).isCloseTo(40, within(1e-12));
        assertThat(card.baseline()).isCloseTo(10, within(1e-12));
        assertThat(card.contribution("a").orElseThrow().points()).isCloseTo(22.5, within(1e-11));
        assertThat(card.contribution("b").orElseThrow().points()).isCloseTo(7.5, within(1e-11));
        assertThat(card.contributions()).extracting(Contribution::baseline).containsOnly(10.0);
    }

    @Test
    void aUnitAtTheBaselineHasNoPoints() {
        Scorecard card = framework(geometric("g", 10, leaf("a", 1), leaf("b", 3)))
                .scoreAll(unit(AB, 10, 10))
                .scorecard("u");
        assertThat(card.score()).isEqualTo(card.baseline()).isCloseTo(10, within(1e-13));
        assertThat(card.contributions()).extracting(Contribution::points).containsOnly(0.0);
    }

    /** A geometric mean of geometric means is one product of powers, and a product does not change with its order. */
    @Test
    void permutedValuesTieAcrossGeometricPillars() {
        List<String> names = List.of("a", "b", "c", "d", "e", "f");
        ScoringFramework nested = framework(geometric(
                "g",
                50,
                geometric("first", 50, leaf("a", 1), leaf("b", 1), leaf("c", 1)),
                geometric("second", 50, leaf("d", 2), leaf("e", 2), leaf("f", 2))));
        List<Double> values = new ArrayList<>(List.of(3.0, 17.0, 29.5, 61.0, 88.25, 99.0));
        Random random = new Random(20261124);
        Set<Double> scores = new TreeSet<>();
        for (int run = 0; run < 200; run++) {
            Collections.shuffle(values, random);
            double[] row = values.stream().mapToDouble(x -> x).toArray();
            scores.add(nested.scoreAll(unit(names, row)).score("u").orElseThrow());
        }
        assertThat(scores).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -20})
    void refusesAScoreThatIsNotPositiveAndSaysWhich(double score) {
        Indicator b = leaf("b", 1).withNormalisation(new Normalisation.Goalposts(0, 100, OutOfRange.EXTEND, ""));
        for (IndexNode child : List.of(b, pillar("inner", b))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            framework(geometric("g", 50, leaf("a", 1), child)).scoreAll(unit(AB, 80, score)))
                    .withMessage("Pillar g: a geometric mean needs positive scores, but " + child.id() + " of u scores "
                            + (score == 0 ? "0" : "-20") + "; give it a range above 0, or aggregate otherwise")
                    .withNoCause();
        }
    }

    @Test
    void aScoreOfZeroWithoutWeightIsFine() {
        Scorecard card = framework(geometric(
                        "g", 50, leaf("a", 1), pillar("p", leaf("b", 1)).withWeight(0)))
                .scoreAll(unit(AB, 80, 0))
                .scorecard("u");
        assertThat(card.score()).isCloseTo(80, within(1e-12));
        assertThat(card.contribution("b").orElseThrow().points()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesABaselineThatIsNotPositive(double baseline) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Aggregation.geometric(baseline))
                .withMessageStartingWith("Aggregation.Geometric.baseline must be positive but was ");
    }
}
