package io.github.statecraft.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.IndicatorPanel;
import io.github.statecraft.score.PanelScores;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScaleBasis;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.Step;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import java.time.Year;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * From a file to growth and trend, computed by hand. In 2020, the reference, x goes from 10 to 30 and y from 1 to 5, and lower
 * y is better: a score is the mean of {@code 5 (x - 10)} and {@code 25 (5 - y)}. A missing value is the unit's latest of at
 * most two years before.
 */
class PanelExampleTest {
    private static final Offset<Double> TOLERANCE = within(1e-9);

    private static final IndicatorPanel PANEL = TableFiles.parsePanel("""
            unit,year,x,y
            A,2020,10,5
            B,2020,20,1
            C,2020,30,3.88
            A,2021,20,3
            B,2021,26,
            A,2022,30,
            B,2022,23,2
            C,2022,,1
            C,2023,,1
            """);

    private static final PanelScores SCORES =
            framework().fit(PANEL, Year.of(2020)).scoreAll(PANEL);

    private static ScoringFramework framework() {
        Pillar index = Pillar.builder()
                .id("index")
                .addChildren(
                        Indicator.of("x", Normalisation.minMax()).withImputation(Imputation.latestYear(2)),
                        Indicator.of("y", Normalisation.minMax())
                                .withDirection(Direction.LOWER_IS_BETTER)
                                .withImputation(Imputation.latestYear(2)))
                .build();
        return ScoringFramework.builder()
                .id("panel")
                .version("1")
                .question("How far has each come?")
                .scaleBasis(ScaleBasis.MIXED)
                .rationale("An example.")
                .index(index)
                .missing(MissingDataPolicy.strict())
                .build();
    }

    /**
     * A: (0 + 0) / 2; (50 + 50) / 2; (100 + 50) / 2, with y of 2021. B: (50 + 100) / 2; (80 + 100) / 2, with y of 2020;
     * (65 + 75) / 2. C: (100 + 28) / 2; (100 + 100) / 2, with x of 2020.
     */
    @ParameterizedTest
    @CsvSource({
        "A, 2020, 0",
        "A, 2021, 50",
        "A, 2022, 75",
        "B, 2020, 75",
        "B, 2021, 90",
        "B, 2022, 70",
        "C, 2020, 64",
        "C, 2022, 100"
    })
    void scoresEachYearByTheReference(String unit, int year, double score) {
        assertThat(SCORES.scores(Year.of(year)).score(unit).orElseThrow()).isCloseTo(score, TOLERANCE);
    }

    /** C is not there in 2021; in 2023 its x of 2020 is three years old, so that it has no score. */
    @Test
    void carriesNothingTooFar() {
        assertThat(SCORES.scores("C").keySet()).containsExactly(Year.of(2020), Year.of(2022));
        assertThat(SCORES.scores(Year.of(2022)).table(Step.IMPUTED).value("C", "x"))
                .hasValue(30);
        assertThat(SCORES.scores(Year.of(2023)).score("C")).isEmpty();
    }

    /** B: sqrt(70 / 75) - 1, python3. C: sqrt(100 / 64) - 1 = 10 / 8 - 1. A begins at 0, which has no rate. */
    @Test
    void growsByACompoundRate() {
        assertThat(SCORES.growth("B").orElseThrow()).isCloseTo(-3.390821692070, TOLERANCE);
        assertThat(SCORES.growth("C").orElseThrow()).isCloseTo(25, TOLERANCE);
        assertThat(SCORES.growth("A")).isEmpty();
    }

    /** Of three years in a row it is half of last less first: (75 - 0) / 2, (70 - 75) / 2; of two, (100 - 64) / 2. */
    @Test
    void hasATrendByLeastSquares() {
        assertThat(SCORES.trend("A").orElseThrow()).isCloseTo(37.5, TOLERANCE);
        assertThat(SCORES.trend("B").orElseThrow()).isCloseTo(-2.5, TOLERANCE);
        assertThat(SCORES.trend("C").orElseThrow()).isCloseTo(18, TOLERANCE);
    }
}
