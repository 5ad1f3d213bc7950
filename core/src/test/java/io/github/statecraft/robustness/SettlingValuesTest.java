package io.github.statecraft.robustness;

import static io.github.statecraft.robustness.UncertainTables.duel;
import static io.github.statecraft.robustness.UncertainTables.framework;
import static io.github.statecraft.robustness.UncertainTables.leaf;
import static io.github.statecraft.robustness.UncertainTables.normal;
import static io.github.statecraft.robustness.UncertainTables.range;
import static io.github.statecraft.robustness.UncertainTables.reading;
import static io.github.statecraft.robustness.UncertainTables.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Normalisation;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;
import org.junit.jupiter.api.Test;

class SettlingValuesTest {
    private static final double Z95 = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.95);
    private static final DataUncertainty METHOD = DataUncertainty.withDefaults().withThreads(1);

    /** Gap (x.a - y.a) / 4 + 3 (x.b - y.b) / 4 with three normal values. */
    private static final ScoreTable LINEAR = framework(leaf("a", 1), leaf("b", 3))
            .scoreAll(duel(List.of(normal(50, 8), normal(41, 4)), List.of(normal(40, 2), unknown(43))));

    @Test
    void dividesTheVarianceOfASumByHand() {
        // variances of independent normals: (8/4)^2, (3 * 4/4)^2 and (2/4)^2 over z^2; in all 13.25 / z^2
        SettlingValues values = METHOD.settling(LINEAR, "x", "y");
        assertThat(values.gap()).isEqualTo(1);
        assertThat(values.gapStandardDeviation()).isCloseTo(StrictMath.sqrt(13.25) / Z95, within(1e-12));
        assertThat(values.value("x", "a").varianceShare().orElseThrow()).isCloseTo(4 / 13.25, within(1e-12));
        assertThat(values.value("x", "b").varianceShare().orElseThrow()).isCloseTo(9 / 13.25, within(1e-12));
        assertThat(values.value("y", "a").varianceShare().orElseThrow()).isCloseTo(0.25 / 13.25, within(1e-12));
        assertThat(values.value("x", "b").varianceShareError()).hasValue(0);
        assertThat(values.value("y", "b").varianceShare()).isEmpty();
        assertThat(values.values())
                .extracting(SettlingValue::unit, SettlingValue::indicator)
                .startsWith(tuple("x", "b"), tuple("x", "a"), tuple("y", "a"));
        assertThat(values.inputs()).isEqualTo(4);
        assertThat(values.covered()).isEqualTo(3);
        assertThat(values.judged()).isZero();
    }

    @Test
    void countsDrawsInWhichTheUnitIsAhead() {
        // P(gap > 0) = Phi(1 / sd), commons-statistics 1.3
        SettlingValues values = METHOD.withDraws(20_000).settling(LINEAR, "x", "y");
        double expected = NormalDistribution.of(0, StrictMath.sqrt(13.25) / Z95).cumulativeProbability(1);
        double error = StrictMath.sqrt(expected * (1 - expected) / 20_000);
        assertThat(values.shareOfDrawsAhead()).isCloseTo(expected, within(4 * error));
        assertThat(values.shareOfDrawsAheadError()).isCloseTo(error, within(0.02 * error));
    }

    @Test
    void givesTheGapAtBothEnds() {
        SettlingValue value = METHOD.settling(LINEAR, "x", "y").value("x", "b");
        assertThat(value.low().orElseThrow()).isCloseTo(37, within(1e-9));
        assertThat(value.high().orElseThrow()).isCloseTo(45, within(1e-9));
        // by hand: (50 - 40) / 4 + 3 (37 - 43) / 4 and + 3 (45 - 43) / 4
        assertThat(value.gapAtLow().orElseThrow()).isCloseTo(-2, within(1e-9));
        assertThat(value.gapAtHigh().orElseThrow()).isCloseTo(4, within(1e-9));
        assertThat(value.turnsWithin()).isTrue();
        // by hand: x ahead by 10 on a and behind by 6 on b wins on 10 / 16 of the weights; ahead on both on all
        assertThat(value.shareAtLow().orElseThrow()).isCloseTo(10.0 / 16, within(1e-9));
        assertThat(value.shareAtHigh()).hasValue(1);
        assertThat(METHOD.settling(LINEAR, "x", "y").share().orElseThrow()).isCloseTo(10.0 / 12, within(1e-15));
        assertThat(METHOD.settling(LINEAR, "x", "y").value("y", "a").turnsWithin())
                .isFalse();
    }

    @Test
    void findsThresholdsByHand() {
        // the order turns where one value makes up 1 point: a by 4, b by 4/3
        SettlingValues values = METHOD.settling(LINEAR, "x", "y");
        assertThat(values.value("x", "a").threshold().orElseThrow()).isCloseTo(46, within(1e-10));
        assertThat(values.value("y", "a").threshold().orElseThrow()).isCloseTo(44, within(1e-10));
        assertThat(values.value("x", "b").threshold().orElseThrow()).isCloseTo(41 - 4.0 / 3, within(1e-10));
        assertThat(values.value("y", "b").threshold().orElseThrow()).isCloseTo(43 + 4.0 / 3, within(1e-10));
        // a standard score has no relative distance
        assertThat(values.value("y", "b").thresholdDistance()).isEmpty();
        assertThat(values.value("y", "b").gapAtTenPercentLess()).isEmpty();
        assertThat(values.nearest()).isEmpty();
    }

    @Test
    void findsTheThresholdOfASharedDenominator() {
        // x scores (a + b) / (2 d) = 3 at d = 4 and y 2; level at d = 6, half as much again
        Denomination perHead = Denomination.per("d", 1, "per d");
        IndicatorTable table = IndicatorTable.builder()
                .unit("x")
                .unit("y")
                .value("x", "a", 10)
                .value("x", "b", 14)
                .reading("x", "d", reading(Estimate.of(4), Unit.PERSONS))
                .value("y", "a", 2)
                .value("y", "b", 2)
                .value("y", "d", 1)
                .build();
        ScoreTable scored = framework(
                        leaf("a", 1).withDenomination(perHead), leaf("b", 1).withDenomination(perHead))
                .scoreAll(table);
        SettlingValues values = METHOD.settling(scored, "x", "y");
        assertThat(values.value("x", "d").threshold().orElseThrow()).isCloseTo(6, within(1e-11));
        assertThat(values.value("x", "d").thresholdDistance().orElseThrow()).isCloseTo(0.5, within(1e-12));
        // x.a has to fall by 8 of 10, y.d by a third
        assertThat(values.value("x", "a").thresholdDistance().orElseThrow()).isCloseTo(-0.8, within(1e-12));
        assertThat(values.value("y", "d").thresholdDistance().orElseThrow()).isCloseTo(-1.0 / 3, within(1e-12));
        assertThat(values.nearest()).contains(values.value("y", "d"));
        // by hand: 24 / (2 * 3.6) - 2
        assertThat(values.value("x", "d").gapAtTenPercentLess().orElseThrow()).isCloseTo(24 / 7.2 - 2, within(1e-12));
        assertThat(values.gapStandardDeviation()).isZero();
        assertThat(values.covered()).isZero();
        assertThat(values).asString().contains("+50 %").contains("-33.3 %").doesNotContain("variance");
    }

    @Test
    void findsNoThresholdBeyondTheEndOfAScale() {
        // at 100 of a, its cap, y is still 5 behind: no value of it turns the order
        Indicator capped = Indicator.of("a", Normalisation.goalposts(0, 100));
        ScoreTable scored = framework(capped, leaf("b", 1))
                .scoreAll(duel(List.of(unknown(90), unknown(50)), List.of(unknown(80), unknown(30))));
        SettlingValues values = METHOD.settling(scored, "x", "y");
        assertThat(values.value("y", "a").threshold()).isEmpty();
        assertThat(values.value("y", "b").threshold().orElseThrow()).isCloseTo(60, within(1e-10));
    }

    @Test
    void integratesTriangularDistributions() {
        // variance of a triangular distribution, commons-statistics 1.3; half the weight
        ScoreTable scored = framework(leaf("a", 1), leaf("b", 1))
                .scoreAll(duel(List.of(range(10, 20, 60), unknown(5)), List.of(unknown(20), unknown(5))));
        SettlingValues values = METHOD.settling(scored, "x", "y");
        double expected = StrictMath.sqrt(TriangularDistribution.of(10, 20, 60).getVariance()) / 2;
        assertThat(values.gapStandardDeviation()).isCloseTo(expected, within(1e-5 * expected));
        assertThat(values.value("x", "a").varianceShare()).hasValue(1);
    }

    /** x scores a d, both normal and independent. */
    private static ScoreTable product() {
        Denomination times = Denomination.times("d", 1, "units");
        IndicatorTable table = IndicatorTable.builder()
                .unit("x")
                .unit("y")
                .reading("x", "a", normal(10, 5))
                .reading("x", "d", normal(4, 3))
                .value("y", "a", 2)
                .value("y", "d", 1)
                .build();
        return framework(leaf("a", 1).withDenomination(times)).scoreAll(table);
    }

    @Test
    void estimatesFirstOrderIndicesOfAProduct() {
        // a d with independent normals: Var = ma^2 sd^2 + md^2 sa^2 + sa^2 sd^2; of it the first-order parts are
        // md^2 sa^2 and ma^2 sd^2
        ScoreTable scored = product();
        SettlingValues values = METHOD.withDraws(20_000).withThreads(2).settling(scored, "x", "y");
        double sa = 5 / Z95;
        double sd = 3 / Z95;
        double variance = 100 * sd * sd + 16 * sa * sa + sa * sa * sd * sd;
        assertThat(values.gapStandardDeviation())
                .isCloseTo(StrictMath.sqrt(variance), within(0.02 * StrictMath.sqrt(variance)));
        SettlingValue a = values.value("x", "a");
        SettlingValue d = values.value("x", "d");
        assertThat(a.varianceShareError().orElseThrow()).isBetween(0.001, 0.02);
        assertThat(a.varianceShare().orElseThrow())
                .isCloseTo(
                        16 * sa * sa / variance,
                        within(4 * a.varianceShareError().orElseThrow()));
        assertThat(d.varianceShare().orElseThrow())
                .isCloseTo(
                        100 * sd * sd / variance,
                        within(4 * d.varianceShareError().orElseThrow()));
        assertThat(values).asString().contains("+- standard error");
    }

    @Test
    void standardErrorsOfSharesAreRight() {
        // forty seeds: the mean square of (estimate - truth) / standard error is 1, with a standard deviation of
        // sqrt(2 / 40) = 0.22; taken to four of them
        ScoreTable scored = product();
        double sa = 5 / Z95;
        double sd = 3 / Z95;
        double truth = 16 * sa * sa / (100 * sd * sd + 16 * sa * sa + sa * sa * sd * sd);
        double squares = 0;
        for (int seed = 0; seed < 40; seed++) {
            SettlingValue value = METHOD.withDraws(1_000)
                    .withSeed(seed)
                    .settling(scored, "x", "y")
                    .value("x", "a");
            double z = (value.varianceShare().orElseThrow() - truth)
                    / value.varianceShareError().orElseThrow();
            squares += z * z;
        }
        assertThat(squares / 40).isBetween(0.2, 1.9);
    }

    @Test
    void listsUncertainValuesOfOthersWhereTheMethodLooksAtThem() {
        // min-max over 0 to r: gap 100 (50 - 40) / r; the 5 % and 95 % quantiles of r are 80 and 120
        Indicator minMax = Indicator.of("a", Normalisation.minMax());
        IndicatorTable table = IndicatorTable.builder()
                .unit("x")
                .unit("y")
                .unit("r")
                .unit("s")
                .value("x", "a", 50)
                .value("y", "a", 40)
                .reading("r", "a", normal(100, 20))
                .value("s", "a", 0)
                .build();
        SettlingValues values = METHOD.settling(framework(minMax).scoreAll(table), "x", "y");
        SettlingValue r = values.value("r", "a");
        assertThat(r.gapAtLow().orElseThrow()).isCloseTo(12.5, within(1e-9));
        assertThat(r.gapAtHigh().orElseThrow()).isCloseTo(100.0 / 12, within(1e-9));
        assertThat(r.varianceShare().orElseThrow()).isCloseTo(1, within(0.03));
        assertThat(r.threshold()).isEmpty();
        assertThat(values.values()).extracting(SettlingValue::unit).containsExactlyInAnyOrder("r", "x", "y");
        assertThat(values).asString().contains("fitted anew");
    }

    @Test
    void saysWhyThereIsNoShare() {
        Pillar minimum = Pillar.builder()
                .id("index")
                .addChildren(leaf("a", 1), leaf("b", 1))
                .aggregation(new Aggregation.Minimum())
                .build();
        ScoreTable scored = framework(minimum)
                .scoreAll(duel(List.of(normal(50, 8), unknown(41)), List.of(unknown(40), unknown(43))));
        SettlingValues values = METHOD.settling(scored, "x", "y");
        assertThat(values.share()).isEmpty();
        assertThat(values.value("x", "a").shareAtLow()).isEmpty();
        assertThat(values).asString().contains("no exact share of weightings").contains("minimum");
    }

    @Test
    void saysThatUnitsAreLevel() {
        ScoreTable scored = framework(leaf("a", 1)).scoreAll(duel(List.of(unknown(40)), List.of(unknown(40))));
        SettlingValues values = METHOD.settling(scored, "x", "y");
        assertThat(values.value("x", "a").threshold()).isEmpty();
        assertThat(values).asString().contains("level with y");
    }

    @Test
    void refusesWhatIsNoPair() {
        assertThatThrownBy(() -> METHOD.settling(LINEAR, "x", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("both were");
        assertThatThrownBy(() -> METHOD.settling(LINEAR, "x", "z")).hasMessageContaining("no unit");
        ScoreTable bloc = framework(leaf("a", 1))
                .scoreAll(IndicatorTable.builder()
                        .unit("x")
                        .unit("b", "bloc", false)
                        .value("x", "a", 1)
                        .value("b", "a", 2)
                        .build());
        assertThatThrownBy(() -> METHOD.settling(bloc, "x", "b")).hasMessageContaining("holds no rank");
        assertThatThrownBy(() -> METHOD.settling(LINEAR, "x", "y").value("x", "q"))
                .hasMessageContaining("there is no 'q' of 'x'");
    }
}
