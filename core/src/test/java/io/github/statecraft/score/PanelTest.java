package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.leaf;
import static io.github.statecraft.score.ScoreFixtures.pillar;
import static io.github.statecraft.score.StepFixtures.MISSING;
import static io.github.statecraft.score.StepFixtures.column;
import static io.github.statecraft.score.StepFixtures.columns;
import static io.github.statecraft.score.StepFixtures.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.Serialisation;
import io.github.statecraft.score.method.Benchmark;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Normalisation.DistanceForm;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several years against one reference. Oracles: closed forms, and numpy 2.4.6 where it says so. */
class PanelTest {
    private static final ScoringFramework AS_IS = framework(x(Normalisation.asIs()));
    private static final ScoringFramework MIN_MAX = framework(x(Normalisation.minMax()));

    /** A panel of one column from 2020 on, one array a year; no table for a year of no values. */
    private static IndicatorPanel panel(double[]... years) {
        Map<Year, IndicatorTable> tables = new TreeMap<>();
        for (int i = 0; i < years.length; i++) {
            if (years[i].length > 0) {
                tables.put(Year.of(2020 + i), column(years[i]));
            }
        }
        return IndicatorPanel.of(tables);
    }

    private static double[] scores(PanelScores scores, int year) {
        return column(scores.scores(Year.of(year)).table(Step.AGGREGATED), "index");
    }

    /**
     * 10, 12.5, 20 and 21 in 2020, 2021, 2023 and 2024. numpy 2.4.6: {@code polyfit(years, scores, 1)[0]} is 2.95, which is 29.5
     * over 10 by hand; {@code (21 / 10) ** (1 / 4) - 1} is 0.20380134350271595.
     */
    @Test
    void growthIsCompoundAndTrendIsLeastSquares() {
        PanelScores scores = AS_IS.fit(panel(new double[] {1}))
                .scoreAll(panel(
                        new double[] {10, 4},
                        new double[] {12.5, 4},
                        new double[] {},
                        new double[] {20, 4},
                        new double[] {21, 4}));
        assertThat(scores.growth("u0").orElseThrow()).isCloseTo(20.380134350271595, within(1e-13));
        assertThat(scores.trend("u0").orElseThrow()).isCloseTo(2.95, within(1e-14));
        assertThat(scores.growth("u1")).hasValue(0);
        assertThat(scores.trend("u1")).hasValue(0);
        assertThat(scores.years()).extracting(Year::getValue).containsExactly(2020, 2021, 2023, 2024);
    }

    /** Twice in a year is 100 %, half is -50 %; nothing grows from or to zero or less, nor beyond a double. */
    @ParameterizedTest
    @CsvSource({"5, 10, 100, 5", "10, 5, -50, -5", "0, 5, , 5", "5, 0, , -5", "-5, -10, , -5", "1e-300, 1e300, , 1e300"
    })
    void growthIsEmptyWhereThereIsNone(double first, double last, Double growth, double trend) {
        PanelScores scores =
                AS_IS.fit(panel(new double[] {1})).scoreAll(panel(new double[] {first}, new double[] {last}));
        if (growth == null) {
            assertThat(scores.growth("u0")).isEmpty();
        } else {
            assertThat(scores.growth("u0").orElseThrow()).isCloseTo(growth, within(1e-13));
        }
        assertThat(scores.trend("u0")).hasValue(trend);
    }

    /** 1e-300 to 1e300 in two years is a factor of 1e300 a year. */
    @Test
    void growthIsThereWhereTheRatioIsTooLargeForADouble() {
        PanelScores scores = AS_IS.fit(panel(new double[] {1}))
                .scoreAll(panel(new double[] {1e-300}, new double[] {}, new double[] {1e300}));
        assertThat(scores.growth("u0").orElseThrow() / 1e302).isCloseTo(1, within(1e-12));
    }

    /** u0 misses 2021, u1 comes in 2021, u2 is there in 2020 only. */
    @Test
    void unitsComeAndGo() {
        IndicatorTable.Builder last = IndicatorTable.builder();
        List.of("u0", "u1").forEach(unit -> last.unit(unit).value(unit, "x", 9));
        IndicatorPanel panel = IndicatorPanel.of(Map.of(
                Year.of(2020), column(4, MISSING, 7),
                Year.of(2021), column(MISSING, 3),
                Year.of(2022), last.build()));
        PanelScores scores = AS_IS.fit(panel).scoreAll(panel);
        assertThat(scores.scores("u0")).containsExactly(entry(Year.of(2020), 4.0), entry(Year.of(2022), 9.0));
        assertThat(scores.scores("u1")).containsExactly(entry(Year.of(2021), 3.0), entry(Year.of(2022), 9.0));
        assertThat(scores.scores("u2")).containsExactly(entry(Year.of(2020), 7.0));
        assertThat(scores.growth("u0").orElseThrow()).as("(9/4)^(1/2)").isCloseTo(50, within(1e-13));
        assertThat(scores.growth("u1").orElseThrow()).isCloseTo(200, within(1e-13));
        assertThat(scores.growth("u2")).isEmpty();
        assertThat(scores.trend("u2")).isEmpty();
        assertThat(scores.toString()).contains("u2").doesNotContain("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores.growth("u4"))
                .withMessageContaining("u4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scores.scores(Year.of(1999)))
                .withMessage("PanelScores: no year 1999; there are 2020, 2021, 2022");
    }

    /** 2020 has 10 to 30: the 50 of 2021 is 200 of its 100 points. Of both years 10 to 50 are the ends. */
    @Test
    void theReferenceIsAYearOrAllYears() {
        IndicatorPanel panel = panel(new double[] {10, 30}, new double[] {20, 50});
        PanelScores first = MIN_MAX.fit(panel, Year.of(2020)).scoreAll(panel);
        assertThat(scores(first, 2020)).containsExactly(0, 100);
        assertThat(scores(first, 2021)).containsExactly(50, 200);
        PanelScores last = MIN_MAX.fit(panel, Year.of(2021)).scoreAll(panel);
        assertThat(scores(last, 2021)).containsExactly(0, 100);
        assertThat(scores(last, 2020)[1]).isCloseTo(100 / 3.0, within(1e-13));
        PanelScores all = MIN_MAX.fit(panel).scoreAll(panel);
        assertThat(scores(all, 2020)).containsExactly(0, 50);
        assertThat(scores(all, 2021)).containsExactly(25, 100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MIN_MAX.fit(panel, Year.of(2019)))
                .withMessage("IndicatorPanel: no year 2019; there are 2020, 2021");
    }

    /** In the pooled reference a benchmark is a unit of a year: 20 of u0 in 2021 is the end of the scale. */
    @Test
    void aBenchmarkOfAllYearsIsNamedWithItsYear() {
        IndicatorPanel panel = panel(new double[] {10, 30}, new double[] {20, 50});
        ScoringFramework framework =
                framework(x(Normalisation.distance(DistanceForm.RATIO, new Benchmark.Unit("u0 2021"))));
        assertThat(scores(framework.fit(panel).scoreAll(panel), 2020)).containsExactly(50, 150);
    }

    @Test
    void aNewYearChangesNoEarlierBit() {
        IndicatorPanel two = panel(new double[] {10, 29, 17}, new double[] {20, 50, MISSING});
        IndicatorPanel three =
                panel(new double[] {10, 29, 17}, new double[] {20, 50, MISSING}, new double[] {-1e9, 1e9, 3});
        ScoringFramework framework = framework(
                        x(Normalisation.zScore()).withImputation(Imputation.latestYear(3)), leaf("y", 1))
                .withMissing(MissingDataPolicy.reweight(0.1, MissingDataPolicy.Scope.OVERALL));
        FittedFramework fitted = framework.fit(withY(two), Year.of(2020));
        PanelScores before = fitted.scoreAll(withY(two));
        PanelScores after = fitted.scoreAll(withY(three));
        for (int year : new int[] {2020, 2021}) {
            assertThat(scores(after, year)).containsExactly(scores(before, year));
        }
        assertThat(scores(before, 2021)).hasSize(3);
        assertThat(framework.fit(withY(three), Year.of(2020)).fingerprint()).isEqualTo(fitted.fingerprint());
    }

    private static IndicatorPanel withY(IndicatorPanel panel) {
        Map<Year, IndicatorTable> tables = new TreeMap<>();
        for (Year year : panel.years()) {
            double[] x = column(panel.table(year), "x");
            tables.put(year, columns(List.of("x", "y"), x, new double[] {1, 2, 3}));
        }
        return IndicatorPanel.of(tables);
    }

    /**
     * All years are the reference, with what is imputed over time: 10 of 2020 stands in 2021, so z has mean (10 + 10 + 40) / 3 and
     * the population's deviation sqrt(200), and 40 is 20 / sqrt(200) above it.
     */
    @Test
    void allYearsAreAReferenceWithWhatIsImputedOverTime() {
        IndicatorPanel panel = withKnown(new double[] {10}, new double[] {MISSING}, new double[] {40});
        Indicator leaf = x(new Normalisation.ZScore(0, 1, Normalisation.Divisor.POPULATION));
        PanelScores scores = framework(leaf.withImputation(Imputation.latestYear(1)), leaf("known", 0))
                .fit(panel)
                .scoreAll(panel);
        assertThat(scores(scores, 2022)[0]).isCloseTo(20 / Math.sqrt(200), within(1e-15));
        assertThat(scores(scores, 2021)[0]).isCloseTo(-10 / Math.sqrt(200), within(1e-15));
        PanelScores line = framework(leaf.withImputation(Imputation.linearInTime()), leaf("known", 0))
                .fit(panel)
                .scoreAll(panel);
        assertThat(scores(line, 2021)[0]).as("25 is the mean of 10, 25 and 40").isCloseTo(0, within(1e-15));
    }

    /** So is a sub-index: 10 stands in 2021 too, so min-max of 10, 10 and 40 gives 0, 0 and 100. */
    @Test
    void subIndicesOfAllYearsKnowWhatIsImputedOverTime() {
        IndicatorPanel panel = withKnown(new double[] {10}, new double[] {MISSING}, new double[] {40});
        Pillar index = pillar(
                        "index", x(Normalisation.asIs()).withImputation(Imputation.latestYear(1)), leaf("known", 0))
                .withNormalisation(Optional.of(Normalisation.minMax()));
        PanelScores scores = framework(index).fit(panel).scoreAll(panel);
        assertThat(scores.scores("u0").values()).containsExactly(0.0, 0.0, 100.0);
    }

    private static IndicatorPanel withKnown(double[]... years) {
        Map<Year, IndicatorTable> tables = new TreeMap<>();
        for (int i = 0; i < years.length; i++) {
            tables.put(Year.of(2020 + i), columns(List.of("x", "known"), years[i], new double[] {1}));
        }
        return IndicatorPanel.of(tables);
    }

    @Test
    void survivesSerialisation() {
        IndicatorPanel panel = panel(new double[] {10, 30}, new double[] {20, 50});
        PanelScores scores = MIN_MAX.fit(panel).scoreAll(panel);
        Serialisation.assertSurvives(scores);
        PanelScores copy = (PanelScores) Serialisation.copy(scores);
        assertThat(copy.scores("u1")).isEqualTo(scores.scores("u1"));
        assertThat(copy.growth("u1")).isEqualTo(scores.growth("u1"));
    }

    @Test
    void refusesWhatIsNoPanel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndicatorPanel.of(Map.of()))
                .withMessageContaining("at least one year");
        IndicatorTable other = IndicatorTable.builder()
                .asOf(Year.of(2021))
                .unit("u0")
                .value("u0", "x", 1)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndicatorPanel.of(Map.of(Year.of(2020), other)))
                .withMessage("IndicatorPanel: the table of 2020 must be as of that year but was as of 2021");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IndicatorPanel.of(
                        Map.of(Year.of(2020), column(1), Year.of(2021), columns(List.of("y"), new double[] {1}))))
                .withMessage("IndicatorPanel: every year must have the columns x, as 2020 does, but 2021 has y");
    }

    @Test
    void saysInWhichYearAValueIsBeyond() {
        ScoringFramework framework = framework(x(Normalisation.goalposts(0, 40)));
        IndicatorPanel panel = panel(new double[] {10, 30}, new double[] {20, 50});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework.fit(panel).scoreAll(panel))
                .withMessageStartingWith("In 2021: Indicator x of u1 is 50, beyond goalposts 0 to 40, REFUSE; ");
    }
}
