package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.geometric;
import static io.github.statecraft.score.ScoreFixtures.leaf;
import static io.github.statecraft.score.ScoreFixtures.pillar;
import static io.github.statecraft.score.ScoreFixtures.reading;
import static io.github.statecraft.score.ScoreFixtures.unit;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import io.github.statecraft.score.method.OutputRange;
import io.github.statecraft.score.method.Weighting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person reads. Expected texts were written by hand. */
class PrintedResultsTest {
    private static final int WIDTH = 100;
    private static final String LONG = "an exceedingly long name that nobody would give but somebody will, ".repeat(3);

    private static ScoringFramework wordy() {
        Indicator population = leaf("a_rather_long_name_of_an_indicator_as_statistical_offices_like_them", 1)
                .withReason(LONG)
                .withDenomination(Denomination.per("population", 1e6, "models per million people"));
        return framework(
                        pillar("p", population, leaf("b", 1e-9)).withLabel(LONG).withReason(LONG),
                        geometric("g", 50, leaf("c", 1), leaf("d", 1)))
                .withQuestion(LONG + "?")
                .withRationale(LONG + LONG)
                .withMissing(MissingDataPolicy.reweight(0.3, MissingDataPolicy.Scope.OVERALL));
    }

    private static ScoreTable wordyScores() {
        IndicatorTable.Builder table = IndicatorTable.builder();
        for (String column : wordy().columns()) {
            table.indicator(column);
        }
        for (int i = 0; i < 4; i++) {
            String id = "unit-" + i;
            table.unit(id, i == 0 ? LONG : "Unit " + i, i != 2);
            if (i == 3) {
                table.value(id, "b", 0);
                continue;
            }
            table.reading(
                            id,
                            "a_rather_long_name_of_an_indicator_as_statistical_offices_like_them",
                            reading(Estimate.of(0), EvidenceKind.CENSUS_ZERO))
                    .reading(id, "population", reading(Estimate.range(1e9, 1e8, 1e10)))
                    .value(id, "c", 10 + i);
        }
        return wordy().scoreAll(table.build());
    }

    static Stream<Object> results() {
        ScoreTable scores = wordyScores();
        return Stream.of(
                wordy(),
                scores,
                scores.table(),
                scores.scorecard("unit-0"),
                scores.scorecard("unit-2"),
                scores.ranking(),
                scores.ranking(Ranking.Ties.AVERAGE),
                wordy().scoreAll(IndicatorTable.builder()
                        .indicator("a_rather_long_name_of_an_indicator_as_statistical_offices_like_them")
                        .indicator("population")
                        .indicator("b")
                        .indicator("c")
                        .indicator("d")
                        .build()),
                IndicatorTable.builder().build());
    }

    @ParameterizedTest
    @MethodSource("results")
    void linesFitAScreenAndShowNothingOfTheMachine(Object result) {
        assertThat(result.toString().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                        .as(line)
                        .isLessThanOrEqualTo(WIDTH))
                .allSatisfy(line -> assertThat(line).doesNotEndWith(" "));
        assertThat(result.toString()).doesNotContain("null", "NaN", "Optional", "@", "Infinity");
    }

    /** Three times 3.333 are 10: the missing hundredth goes to the first of equals. */
    @Test
    void aScorecardIsATableThatAddsUp() {
        Scorecard card = framework(leaf("a", 1), leaf("b", 1), leaf("c", 1))
                .scoreAll(unit(List.of("a", "b", "c"), 10, 10, 10))
                .scorecard("u");
        assertThat(card.toString().lines().limit(8))
                .containsExactly(
                        "u: 10.00 under test, version 1, SHARE",
                        "indicator  value  0-100  weight  points",
                        "---------------------------------------",
                        "a             10   10.0   0.333    3.34",
                        "b             10   10.0   0.333    3.33",
                        "c             10   10.0   0.333    3.33",
                        "---------------------------------------",
                        "score                             10.00");
    }

    /** Thirds of 0.1 on a scale that ends at 1, by hand: the digits of a scale that ends at 100, two places on. */
    @Test
    void aScoreOnAScaleFromZeroToOneHasAsManyDigits() {
        ScoreTable scores = framework(
                        leaf("a", 1).withRange(OutputRange.ONE),
                        leaf("b", 1).withRange(OutputRange.ONE),
                        leaf("c", 1).withRange(OutputRange.ONE))
                .scoreAll(unit(List.of("a", "b", "c"), 10, 10, 10));
        assertThat(scores.scorecard("u").toString().lines().limit(8))
                .containsExactly(
                        "u: 0.1000 under test, version 1, SHARE",
                        "indicator  value    0-1  weight  points",
                        "---------------------------------------",
                        "a             10  0.100   0.333  0.0334",
                        "b             10  0.100   0.333  0.0333",
                        "c             10  0.100   0.333  0.0333",
                        "---------------------------------------",
                        "score                            0.1000");
        assertThat(scores.toString().lines()).anyMatch(line -> line.matches(" +1 +u +0\\.1000 .*"));
    }

    private static IndicatorTable two(double first, double second) {
        return IndicatorTable.builder()
                .unit("u")
                .unit("v")
                .value("u", "a", first)
                .value("v", "a", second)
                .build();
    }

    /** 0.444 and 0.436 are 0.008 apart: two decimals and four more, by hand. */
    @Test
    void scoresThatAreValuesAreToldApart() {
        ScoreTable scores =
                framework(leaf("a", 1).withNormalisation(Normalisation.asIs())).scoreAll(two(0.444, 0.436));
        assertThat(scores.toString().lines())
                .anyMatch(line -> line.matches(" +1 +u +0\\.444000 .*"))
                .anyMatch(line -> line.matches(" +2 +v +0\\.436000 .*"));
        assertThat(scores.scorecard("u").toString().lines().limit(6))
                .containsExactly(
                        "u: 0.4440 under test, version 1, SHARE",
                        "indicator  value  score  weight  points",
                        "---------------------------------------",
                        "a          0.444  0.444   1.000  0.4440",
                        "---------------------------------------",
                        "score                            0.4440");
    }

    /** Of 40 and 60 the mean is 50 and the deviation the root of 200, so that both are 10 / 14.1421 = 0.7071 away. */
    @Test
    void zScoresHaveNoScaleFromZeroToAHundred() {
        ScoreTable scores = framework(leaf("a", 1).withNormalisation(Normalisation.zScore()))
                .scoreAll(two(40, 60));
        assertThat(scores.toString().lines())
                .anyMatch(line -> line.matches(" +1 +v +0\\.707 .*"))
                .anyMatch(line -> line.matches(" +2 +u +-0\\.707 .*"));
        assertThat(scores.scorecard("v").toString().lines())
                .contains("v: 0.7071 under test, version 1, SHARE", "a             60  0.707   1.000  0.7071");
    }

    /** 40 and 60 onto 0 to 1 by the ends of the table, so that 0 is at -2; the indicator stays on 0 to 100. */
    @Test
    void aRescaledIndexIsNotOnTheScaleOfItsIndicators() {
        Pillar index = pillar("index", leaf("a", 1))
                .withNormalisation(Normalisation.minMax())
                .withRange(OutputRange.ONE);
        ScoreTable scores = framework(index).scoreAll(two(40, 60));
        assertThat(scores.toString().lines()).anyMatch(line -> line.matches(" +1 +v +1\\.0000 .*"));
        assertThat(scores.scorecard("v").toString().lines())
                .contains(
                        "v: 1.000 under test, version 1, SHARE",
                        "indicator   value  score  weight  points",
                        "(baseline)                        -2.000",
                        "a              60  60.00   1.000   3.000",
                        "score                              1.000");
    }

    /** A pillar that is rescaled onto what its indicators are on changes no heading, one onto another range does. */
    @Test
    void aRescaledPillarCountsByItsRange() {
        Pillar pillar = pillar("p", leaf("a", 1)).withNormalisation(Normalisation.goalposts(0, 50));
        assertThat(framework(pillar, leaf("b", 1)).outputRanges()).containsExactly(OutputRange.HUNDRED);
        assertThat(framework(pillar.withRange(OutputRange.ONE), leaf("b", 1)).outputRanges())
                .containsExactly(OutputRange.ONE, OutputRange.HUNDRED);
        Pillar ranked = pillar.withNormalisation(Normalisation.rank(Normalisation.EqualValues.MEAN));
        assertThat(framework(ranked, leaf("b", 1)).outputRanges()).isEmpty();
    }

    @Test
    void aGeometricScorecardNamesItsBaseline() {
        Scorecard card = framework(geometric("g", 10, leaf("a", 1), leaf("b", 1)))
                .scoreAll(unit(List.of("a", "b"), 80, 20))
                .scorecard("u");
        assertThat(card.toString().lines())
                .contains(
                        "(baseline)                         10.00",
                        "a              80   80.0   0.500   22.50",
                        "b              20   20.0   0.500    7.50",
                        "score                              40.00");
        assertThat(card.contributions())
                .extracting(Contribution::toString)
                .containsExactly(
                        "a: 80.00 against 10.00, weight 0.5000, 22.50 points",
                        "b: 20.00 against 10.00, weight 0.5000, 7.50 points");
    }

    @Test
    void aScoreFarBeyondTheScaleIsPrintedAllTheSame() {
        Normalisation far = new Normalisation.Goalposts(0, 1, OutOfRange.EXTEND, "");
        Scorecard card = framework(leaf("a", 1).withNormalisation(far), leaf("b", 1))
                .scoreAll(unit(List.of("a", "b"), 9007199254740993e5, 1))
                .scorecard("u");
        assertThat(card).asString().contains("4.5036e22", "0.50");
    }

    @Test
    void aScoreTableShowsRanksBlocsAndWhoHasNoScore() {
        IndicatorTable table = IndicatorTable.builder()
                .unit("DEU", "Germany", true)
                .unit("EUU", "European Union", false)
                .unit("FRA", "France", true)
                .unit("ITA", "Italy", true)
                .reading("DEU", "a", reading(Estimate.range(40, 30, 60)))
                .value("EUU", "a", 50)
                .value("FRA", "a", 40)
                .build();
        assertThat(framework(leaf("a", 1)).scoreAll(table).toString().lines().toList())
                .containsSequence(
                        "rank  unit                  score        interval  covers  coverage",
                        "-------------------------------------------------------------------",
                        "  1=  DEU   Germany         40.00  30.00 to 60.00  1 of 1     100 %",
                        "  1=  FRA   France          40.00               ?  0 of 1     100 %",
                        "-------------------------------------------------------------------",
                        "   -  EUU   European Union  50.00               ?  0 of 1     100 %")
                .contains("No score: ITA: 0 % of the weight counts; missing a (strict: every");
    }

    /** No reader wants a hundred thousand lines. */
    @Test
    void longTablesAreCut() {
        IndicatorTable.Builder builder = IndicatorTable.builder();
        for (int i = 0; i < 1_700; i++) {
            builder.unit("u" + i).indicator("a");
            if (i < 1_300) {
                builder.value("u" + i, "a", i / 13.0);
            }
        }
        ScoreTable scores = framework(leaf("a", 1)).scoreAll(builder.build());
        List<String> texts = new ArrayList<>(List.of(
                scores.toString(), scores.ranking().toString(), scores.table().toString()));
        assertThat(texts.get(0))
                .contains(
                        "and 1,050 more units with a rank",
                        "and 150 more: 0 % of the weight counts",
                        "No score: u1300,");
        assertThat(texts.get(1)).endsWith("and 1,050 more units").contains("u1299");
        assertThat(texts.get(2)).endsWith("and 1,450 more units");
        assertThat(texts).allSatisfy(text -> assertThat(text.lines()).hasSizeLessThan(1_000));
    }

    @Test
    void anIndicatorTableSaysWhatItLeavesOut() {
        IndicatorTable.Builder table = IndicatorTable.builder().unit("u");
        for (int i = 0; i < 7; i++) {
            table.indicator("x" + i);
        }
        assertThat(table.value("u", "x1", 1 / 3.0).build()).hasToString("""
                        1 units x 7 indicators
                        unit  x0       x1  x2  x3  x4
                        -----------------------------
                        u      -  0.33333   -   -   -
                        -----------------------------
                        and 2 more indicators""");
    }

    @Test
    void weightsThatArePutAsideAreNotPrinted() {
        ScoringFramework framework =
                framework(pillar("p", leaf("a", 2), leaf("c", 3)).withWeighting(Weighting.equal()), leaf("b", 0.5));
        assertThat(framework.toString().lines())
                .contains(
                        "index          arithmetic mean",
                        "  p         1  equal weights; arithmetic mean",
                        "    a       -  goalposts 0 to 100, REFUSE",
                        "    c       -  goalposts 0 to 100, REFUSE",
                        "  b       0.5  goalposts 0 to 100, REFUSE");
    }

    @Test
    void aFrameworkIsATreeWithItsReasons() {
        ScoringFramework framework = framework(
                pillar("p", leaf("a", 2).withReason("It matters.")).withLabel("Funding"),
                leaf("b", 0.5).withDirection(Direction.LOWER_IS_BETTER));
        assertThat(framework.toString().lines())
                .contains(
                        "index              arithmetic mean",
                        "  Funding       1  arithmetic mean",
                        "    a           2  goalposts 0 to 100, REFUSE                   It matters.",
                        "  b           0.5  lower is better; goalposts 0 to 100, REFUSE",
                        "Missing data: strict: every indicator is needed.");
    }
}
