package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.leaf;
import static io.github.statecraft.score.ScoreFixtures.pillar;
import static io.github.statecraft.score.StepFixtures.column;
import static io.github.statecraft.score.StepFixtures.columns;
import static io.github.statecraft.score.StepFixtures.x;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.Serialisation;
import io.github.statecraft.score.method.Benchmark;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.Imputation.Donors;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Normalisation.DistanceForm;
import io.github.statecraft.score.method.Treatment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a framework keeps of its reference. Oracles: properties, and small cases by hand. */
class FittedReferenceTest {
    private static final List<String> COLUMNS = List.of("a", "b", "x", "c");
    private static final int UNITS = 40;

    private static ScoringFramework everyStep(Indicator last) {
        return framework(
                        pillar(
                                        "p",
                                        leaf("a", 2),
                                        Indicator.of("b", Normalisation.zScore())
                                                .withTreatments(Treatment.winsorise(5), Treatment.percentileCap(5, 95)))
                                .withNormalisation(Optional.of(Normalisation.minMax())),
                        last)
                .withMissing(MissingDataPolicy.reweight(0.3, MissingDataPolicy.Scope.EVERY_PILLAR));
    }

    static List<Indicator> leaves() {
        Indicator x = x(Normalisation.minMax());
        return List.of(
                x.withImputation(Imputation.mean(Donors.ALL)),
                x.withImputation(Imputation.median(Donors.GROUP)).withTreatments(Treatment.fittedBoxCox()),
                x.withImputation(Imputation.regression("c")),
                x.withNormalisation(Normalisation.distance(DistanceForm.RATIO, new Benchmark.Mean())),
                x.withNormalisation(Normalisation.percentileRank(Normalisation.PercentileForm.HAZEN)),
                x.withTreatments(Treatment.ifSkewed(Treatment.log(Treatment.LogForm.SHIFTED))));
    }

    private static IndicatorTable table(long seed, List<Integer> order) {
        Random random = new Random(seed);
        double[][] values = new double[UNITS][];
        for (int unit = 0; unit < UNITS; unit++) {
            values[unit] = new double[] {
                100 * random.nextDouble(),
                random.nextGaussian(),
                StrictMath.exp(random.nextGaussian()),
                random.nextDouble()
            };
        }
        IndicatorTable.Builder table = IndicatorTable.builder();
        COLUMNS.forEach(table::indicator);
        for (int unit : order) {
            String id = "u" + unit;
            table.unit(id, id, unit % 10 != 9).group(id, unit % 3 == 0 ? "east" : "west");
            for (int column = 0; column < COLUMNS.size(); column++) {
                if (column == 3 || (unit + column) % 6 != 0) {
                    table.value(id, COLUMNS.get(column), values[unit][column]);
                }
            }
        }
        return table.build();
    }

    private static List<Integer> inOrder() {
        return IntStream.range(0, UNITS).boxed().toList();
    }

    /** The same reference with its rows shuffled fits the same, and scores the same to the bit. */
    @ParameterizedTest
    @MethodSource("leaves")
    void theOrderOfRowsChangesNoBit(Indicator last) {
        ScoringFramework framework = everyStep(last);
        List<Integer> shuffled = new ArrayList<>(inOrder());
        Collections.shuffle(shuffled, new Random(5));
        FittedFramework fitted = framework.fit(table(1, inOrder()));
        FittedFramework again = framework.fit(table(1, shuffled));
        assertThat(again).isEqualTo(fitted);
        assertThat(again.fingerprint()).isEqualTo(fitted.fingerprint());
        IndicatorTable other = table(2, inOrder());
        for (String unit : other.units()) {
            assertThat(again.scoreAll(other).score(unit))
                    .isEqualTo(fitted.scoreAll(other).score(unit));
            assertThat(again.scoreAll(other).scorecard(unit).interval())
                    .isEqualTo(fitted.scoreAll(other).scorecard(unit).interval());
        }
    }

    /** Written, read back, and fitted again, it is equal and scores the same; a fit to other values is not equal. */
    @ParameterizedTest
    @MethodSource("leaves")
    void survivesSerialisationAndRefitting(Indicator last) {
        FittedFramework fitted = everyStep(last).fit(table(1, inOrder()));
        Serialisation.assertSurvives(fitted);
        FittedFramework copy = (FittedFramework) Serialisation.copy(fitted);
        IndicatorTable other = table(3, inOrder());
        ScoreTable scores = fitted.scoreAll(other);
        ScoreTable read = (ScoreTable) Serialisation.copy(scores);
        assertThat(read).isEqualTo(scores);
        for (String unit : other.units()) {
            assertThat(copy.scoreAll(other).score(unit)).isEqualTo(scores.score(unit));
            assertThat(read.score(unit)).isEqualTo(scores.score(unit));
        }
        assertThat(everyStep(last).fit(other)).isNotEqualTo(fitted);
    }

    /** A skewed reference takes the logarithm, another does not: 20 scores 20, or 100 ln 20 / ln 1000 cut to goalposts. */
    @Test
    void whetherATreatmentActsTellsFitsApart() {
        for (Treatment then :
                List.of(Treatment.log(Treatment.LogForm.NATURAL), Treatment.boxCox(0.5), Treatment.cap(0, 15))) {
            ScoringFramework framework =
                    framework(x(Normalisation.goalposts(0, 2000)).withTreatments(Treatment.ifSkewed(then)));
            FittedFramework skewed = framework.fit(column(1, 2, 3, 4, 5, 6, 7, 8, 9, 1000));
            FittedFramework even = framework.fit(column(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
            assertThat(skewed.scoreAll(column(20)).score("u0"))
                    .isNotEqualTo(even.scoreAll(column(20)).score("u0"));
            assertThat(skewed).isNotEqualTo(even);
            assertThat(skewed.fingerprint()).isNotEqualTo(even.fingerprint());
        }
    }

    /** Two references with the same values in other groups impute 10 or 30 for the gap of the east. */
    @Test
    void groupsOfDonorsTellFitsApart() {
        ScoringFramework framework =
                framework(leaf("known", 1), leaf("x", 1).withImputation(Imputation.mean(Donors.GROUP)));
        FittedFramework one = framework.fit(groups("east", "west"));
        FittedFramework other = framework.fit(groups("west", "east"));
        IndicatorTable gap = IndicatorTable.builder()
                .unit("u")
                .group("u", "east")
                .value("u", "known", 0)
                .indicator("x")
                .build();
        assertThat(one.scoreAll(gap).score("u")).hasValue(5);
        assertThat(other.scoreAll(gap).score("u")).hasValue(15);
        assertThat(one).isNotEqualTo(other);
    }

    private static IndicatorTable groups(String ofTen, String ofThirty) {
        return IndicatorTable.builder()
                .unit("a")
                .group("a", ofTen)
                .value("a", "x", 10)
                .unit("b")
                .group("b", ofThirty)
                .value("b", "x", 30)
                .indicator("known")
                .build();
    }

    /** Frameworks that look at no reference fit to anything alike. */
    @Test
    void goalpostsLookAtNoReference() {
        ScoringFramework fixed = framework(leaf("a", 1));
        assertThat(fixed.fit(columns(List.of("a"), new double[] {1})))
                .isEqualTo(fixed.fit(columns(List.of("a"), new double[] {5, 7})));
    }
}
