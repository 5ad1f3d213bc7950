package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.leaf;
import static io.github.statecraft.score.StepFixtures.MISSING;
import static io.github.statecraft.score.StepFixtures.column;
import static io.github.statecraft.score.StepFixtures.columns;
import static io.github.statecraft.score.StepFixtures.x;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.Imputation.Donors;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Treatment;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Imputation by the whole engine, beside a column that is known. Oracles: small cases by hand, numpy 2.4.6 where it says so. */
class ImputationStepTest {
    private static final Indicator KNOWN = leaf("known", 1);

    private static ScoringFramework imputing(Imputation method) {
        return framework(KNOWN, leaf("x", 1).withImputation(method));
    }

    /** Six units, the last without x, in the groups east, east, west, west, none, east. */
    private static IndicatorTable grouped() {
        double[] values = {10, 30, 50, 54, 99};
        IndicatorTable.Builder table = IndicatorTable.builder();
        for (int row = 0; row < 6; row++) {
            table.unit("u" + row).value("u" + row, "known", 40);
            if (row < 5) {
                table.value("u" + row, "x", values[row]);
            }
            if (row != 4) {
                table.group("u" + row, row == 2 || row == 3 ? "west" : "east");
            }
        }
        return table.build();
    }

    /** Of all: mean 243/5, median 50. Of the east, 10 and 30: both 20. */
    @ParameterizedTest
    @CsvSource({"mean, ALL, 48.6", "median, ALL, 50", "mean, GROUP, 20", "median, GROUP, 20"})
    void takesTheCentreOfDonors(String centre, Donors donors, double expected) {
        Imputation method = centre.equals("mean") ? Imputation.mean(donors) : Imputation.median(donors);
        ScoreTable scores = imputing(method).scoreAll(grouped());
        assertThat(scores.table(Step.SCREENED).value("u5", "x")).isEmpty();
        assertThat(scores.table(Step.IMPUTED).value("u5", "x")).hasValue(expected);
        assertThat(scores.score("u5")).hasValue((40 + expected) / 2);
        Contribution imputed = scores.scorecard("u5").contribution("x").orElseThrow();
        assertThat(imputed.isKnown()).isFalse();
        assertThat(imputed.raw()).isEmpty();
        assertThat(imputed.denominated()).isEmpty();
        assertThat(imputed.imputed()).hasValue(expected);
        assertThat(imputed.treated()).hasValue(expected);
        assertThat(imputed.valueText()).isEqualTo("(imputed)");
        assertThat(imputed.notes()).singleElement().asString().startsWith(method + ": ");
        assertThat(scores.changes()).singleElement().satisfies(change -> {
            assertThat(change.step()).isEqualTo(Step.IMPUTED);
            assertThat(change.unit() + change.indicator()).isEqualTo("u5x");
            assertThat(change.before()).isEmpty();
            assertThat(change.after()).isEqualTo(expected);
            assertThat(change.rule()).isEqualTo(method.toString());
        });
        assertThat(scores.scorecard("u5").explain().rules("x").get(0)).startsWith(method + ": ");
        assertThat(scores.scorecard("u0").contribution("x").orElseThrow().isKnown())
                .isTrue();
    }

    /**
     * numpy 2.4.6: {@code polyfit([1, 2, 3, 4, 5, 6], [2.1, 3.9, 6.2, 7.8, 10.1, 12.2], 1)} gives 5.03 at 2.5 and 16.14 at 8;
     * residuals have the quantiles -0.225 and 0.145. The last unit has no covariate and stays missing.
     */
    @Test
    void regressesOnAColumnAndSpreadsAsResidualsDo() {
        IndicatorTable table = columns(
                List.of("known", "x", "c"),
                new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1},
                new double[] {2.1, 3.9, 6.2, 7.8, 10.1, 12.2, MISSING, MISSING, MISSING},
                new double[] {1, 2, 3, 4, 5, 6, 2.5, 8, MISSING});
        ScoringFramework framework = imputing(Imputation.regression("c"));
        assertThat(framework.columns()).containsExactly("known", "x", "c");
        ScoreTable scores = framework.scoreAll(table);
        assertThat(scores.table(Step.IMPUTED).value("u6", "x").orElseThrow()).isCloseTo(5.03, within(1e-14));
        assertThat(scores.table(Step.IMPUTED).value("u7", "x").orElseThrow()).isCloseTo(16.14, within(1e-14));
        assertThat(scores.unscored()).containsOnlyKeys("u8");
        ScoreInterval interval = scores.scorecard("u6").interval();
        assertThat(interval.low()).isCloseTo((1 + 5.03 - 0.225) / 2, within(1e-13));
        assertThat(interval.high()).isCloseTo((1 + 5.03 + 0.145) / 2, within(1e-13));
        assertThat(interval.covered()).isEqualTo(1);
        assertThat(interval.inputs()).isEqualTo(2);
        assertThat(scores.scorecard("u0").interval().covered()).isZero();
    }

    @Test
    void refusesARegressionThatHasNoLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> imputing(Imputation.regression("c"))
                        .scoreAll(columns(
                                List.of("known", "x", "c"),
                                new double[] {1, 1, 1},
                                new double[] {2, 3, MISSING},
                                new double[] {1, 2, 3})))
                .withMessageStartingWith("Indicator x, imputed by regression on c: ")
                .withMessageContaining("at least 3 rows with both the indicator and the covariate but got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> imputing(Imputation.regression("c"))
                        .scoreAll(columns(
                                List.of("known", "x", "c"),
                                new double[] {1, 1, 1, 1},
                                new double[] {2, 3, 4, MISSING},
                                new double[] {5, 5, 5, 5})))
                .withMessageStartingWith("Indicator x, imputed by regression on c: ");
    }

    /** The stated value stands before treatment: the cap of 5 brings it to 5, and it is imputed and treated. */
    @Test
    void aStatedValueIsTreatedLikeAKnownOne() {
        ScoringFramework framework = framework(
                KNOWN,
                leaf("x", 1)
                        .withImputation(Imputation.statedValue(9, "as law says"))
                        .withTreatments(Treatment.cap(0, 5)));
        ScoreTable scores =
                framework.scoreAll(columns(List.of("known", "x"), new double[] {1, 1}, new double[] {4, MISSING}));
        Contribution stated = scores.scorecard("u1").contribution("x").orElseThrow();
        assertThat(stated.imputed()).hasValue(9);
        assertThat(stated.treated()).hasValue(5);
        assertThat(stated.notes()).containsExactly("imputed by the stated value 9: 9", "9 was brought to 5");
        assertThat(scores.changes()).extracting(ValueChange::after).containsExactly(9.0, 5.0);
        assertThat(scores.scorecard("u1").interval().covered()).isZero();
    }

    /** What is imputed is in the unit of the denominated value: the mean of 10/2 and 30/3 is 7.5, also if only people miss. */
    @Test
    void imputesAfterDenomination() {
        ScoringFramework framework = framework(
                KNOWN,
                leaf("x", 1)
                        .withDenomination(Denomination.per("people", 1, "things a head"))
                        .withImputation(Imputation.mean(Donors.ALL)));
        ScoreTable scores = framework.scoreAll(columns(
                List.of("known", "x", "people"),
                new double[] {1, 1, 1, 1},
                new double[] {10, 30, MISSING, 8},
                new double[] {2, 3, 4, MISSING}));
        assertThat(column(scores.table(Step.DENOMINATED), "x")).containsExactly(5, 10, MISSING, MISSING);
        assertThat(column(scores.table(Step.IMPUTED), "x")).containsExactly(5, 10, 7.5, 7.5);
        assertThat(scores.scorecard("u3").contribution("x").orElseThrow().isKnown())
                .isFalse();
    }

    /** Donors are those of the reference: the mean of 10 and 30, not of the 90 beside the gap; blocs give nothing. */
    @Test
    void donorsComeFromTheFrozenReference() {
        IndicatorTable reference = IndicatorTable.builder()
                .unit("a")
                .unit("b")
                .unit("bloc", "Bloc", false)
                .value("a", "x", 10)
                .value("b", "x", 30)
                .value("bloc", "x", 80)
                .indicator("known")
                .build();
        FittedFramework fitted = imputing(Imputation.mean(Donors.ALL)).fit(reference);
        IndicatorTable other = columns(List.of("known", "x"), new double[] {1, 1}, new double[] {90, MISSING});
        assertThat(column(fitted.scoreAll(other).table(Step.IMPUTED), "x")).containsExactly(90, 20);
    }

    private static IndicatorPanel panel() {
        List<String> names = List.of("known", "x");
        double[] known = {1, 1, 1};
        return IndicatorPanel.of(Map.of(
                Year.of(2020), columns(names, known, new double[] {10, 20, MISSING}),
                Year.of(2021), columns(names, known, new double[] {MISSING, MISSING, MISSING}),
                Year.of(2024), columns(names, known, new double[] {MISSING, 60, 7})));
    }

    /** 2021 is a quarter of the way from 2020 to 2024: 20 + 40/4. Nothing is extrapolated. */
    @Test
    void drawsTheLineBetweenYears() {
        PanelScores scores = scored(Imputation.linearInTime());
        assertThat(imputed(scores, 2021, "u0")).isEmpty();
        assertThat(imputed(scores, 2021, "u1")).hasValue(30.0);
        assertThat(imputed(scores, 2021, "u2")).isEmpty();
        assertThat(imputed(scores, 2024, "u0")).isEmpty();
        assertThat(scores.scores(Year.of(2021)).changes())
                .extracting(ValueChange::rule)
                .containsExactly("imputed on the line between the years before and after");
    }

    /** 10 and 20 of 2020 stand in 2021; in 2024 they are four years old. */
    @ParameterizedTest
    @CsvSource({"3, false", "4, true"})
    void takesTheLatestYearThatIsNotTooOld(int maximumAge, boolean isYoungEnough) {
        PanelScores scores = scored(Imputation.latestYear(maximumAge));
        assertThat(imputed(scores, 2021, "u0")).hasValue(10.0);
        assertThat(imputed(scores, 2021, "u1")).hasValue(20.0);
        assertThat(imputed(scores, 2021, "u2")).isEmpty();
        assertThat(imputed(scores, 2024, "u0")).isEqualTo(isYoungEnough ? Optional.of(10.0) : Optional.empty());
    }

    private static PanelScores scored(Imputation method) {
        return imputing(method).fit(panel(), Year.of(2020)).scoreAll(panel());
    }

    private static Optional<Double> imputed(PanelScores scores, int year, String unit) {
        ScoreTable table = scores.scores(Year.of(year));
        return table.units().contains(unit)
                ? table.scorecard(unit).contribution("x").map(c -> c.imputed().orElseThrow())
                : Optional.empty();
    }

    @Test
    void needsAPanelForOtherYears() {
        for (Imputation method : List.of(Imputation.latestYear(2), Imputation.linearInTime())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> imputing(method).scoreAll(panel().table(Year.of(2021))))
                    .withMessage("Indicator x, " + method + ": needs the years of a panel; score an IndicatorPanel");
        }
    }

    /** A divisor of 0 in another year is told with that year. */
    @Test
    void tellsTheYearOfAValueThatCannotBeDivided() {
        List<String> names = List.of("x", "people");
        IndicatorPanel panel = IndicatorPanel.of(Map.of(
                Year.of(2020), columns(names, new double[] {5}, new double[] {1}),
                Year.of(2021), columns(names, new double[] {5}, new double[] {0})));
        Indicator leaf = x(Normalisation.asIs())
                .withDenomination(Denomination.per("people", 1, "a head"))
                .withImputation(Imputation.latestYear(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> framework(leaf).fit(panel, Year.of(2020)).scoreAll(panel))
                .withMessage("In 2020: In 2021, to impute over time: Indicator x of u0: "
                        + "people must be positive to divide by but was 0");
    }
}
