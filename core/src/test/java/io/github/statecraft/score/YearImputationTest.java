package io.github.statecraft.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Imputation from other years. Oracles: COINr's own tests of impute_panel(), and closed forms. */
class YearImputationTest {
    private static final Offset<Double> TOLERANCE = within(1e-12);
    private static final double MISSING = Double.NaN;

    /** COINr's test-impute_panel.R: units 1, 2, 3; 3, NA, 5; NA, 5, 6; 7, 8, NA in the years 2020 to 2022. */
    private static final YearImputation PANEL = YearImputation.of(
            new int[] {2020, 2021, 2022}, new double[][] {{1, 3, MISSING, 7}, {2, MISSING, 5, 8}, {3, 5, 6, MISSING}});

    /** imp_type = "linear": the gap of the second unit in 2021 becomes 4. Beyond the ends COINr extrapolates; not here. */
    @Test
    void interpolatesBetweenTwoYears() {
        Imputed middle = PANEL.interpolated(2021);
        assertThat(middle.value(1)).isEqualTo(4);
        assertThat(middle.count()).isEqualTo(1);
        assertThat(PANEL.interpolated(2020).count()).isZero();
        assertThat(PANEL.interpolated(2022).count()).isZero();
    }

    /** imp_type = "constant": 2021 of the second unit becomes 3, 2022 of the fourth 8. Nothing comes from later years. */
    @Test
    void carriesTheLatestYearForward() {
        assertThat(PANEL.latest(2021, 1).value(1)).isEqualTo(3);
        assertThat(PANEL.latest(2022, 1).value(3)).isEqualTo(8);
        assertThat(PANEL.latestYear(2022, 3)).contains(2021);
        assertThat(PANEL.latest(2020, 5).count()).isZero();
        assertThat(PANEL.latestYear(2020, 0)).isEmpty();
        assertThat(PANEL.latest(2021, 1).isImputed(0)).isFalse();
    }

    @Test
    void carriesNothingThatIsTooOld() {
        YearImputation panel = YearImputation.of(
                new int[] {2015, 2018, 2020}, new double[][] {{1, 1}, {MISSING, 2}, {MISSING, MISSING}});
        assertThat(panel.latest(2020, 5).fill(new double[] {MISSING, MISSING})).containsExactly(1, 2);
        assertThat(panel.latest(2020, 4).fill(new double[] {MISSING, MISSING})).containsExactly(MISSING, 2);
        assertThat(panel.latest(2020, 1).count()).isZero();
    }

    /** The line takes the distance of years: a quarter of the way from 2016 to 2020 is 2017. */
    @Test
    void interpolatesByYearsNotByColumns() {
        YearImputation panel = YearImputation.of(
                new int[] {2010, 2016, 2017, 2019, 2020},
                new double[][] {{0, 0.1}, {10, 0.1}, {MISSING, MISSING}, {MISSING, MISSING}, {30, 0.1}});
        assertThat(panel.interpolated(2017).value(0)).isEqualTo(15);
        assertThat(panel.interpolated(2019).value(0)).isEqualTo(25);
        assertThat(panel.interpolated(2017).value(1)).isEqualTo(0.1);
    }

    /**
     * 21 units change by -10, -9, ..., 10 from 2018 to 2020, so the quantiles of 5 % and 95 % are -9 and 9. Changes over other
     * lags, of 1,000 a year, do not enter.
     */
    @Test
    void spreadsAsNumbersChangeOverTheSameLag() {
        double[] early = new double[23];
        double[] late = new double[23];
        double[] last = new double[23];
        Arrays.fill(last, MISSING);
        for (int unit = 0; unit < 21; unit++) {
            early[unit] = 100 + unit;
            late[unit] = 100 + unit + (unit - 10);
            last[unit] = late[unit] + 1000;
        }
        early[21] = 50;
        late[21] = MISSING;
        early[22] = MISSING;
        late[22] = 70;
        YearImputation panel = YearImputation.of(new int[] {2018, 2020, 2021}, new double[][] {early, late, last});
        assertSpread(panel.latest(2020, 3), 21, -9, 9);
        Imputed lastYear = panel.latest(2021, 3);
        assertThat(lastYear.value(21)).isEqualTo(50);
        assertSpread(lastYear, 21, 0, 1009);
        assertThat(lastYear.value(22)).isEqualTo(70);
        assertSpread(lastYear, 22, 0, 1000);
    }

    /** 21 units miss the line from 0 in 2019 to 3 in 2022 by -10, -9, ..., 10 in 2020: quantiles -9 and 9. */
    @Test
    void spreadsAsKnownNumbersMissTheLine() {
        double[][] columns = new double[3][22];
        for (int unit = 0; unit < 21; unit++) {
            columns[1][unit] = 1 + (unit - 10);
            columns[2][unit] = 3;
        }
        columns[0][21] = 6;
        columns[1][21] = MISSING;
        columns[2][21] = 12;
        Imputed imputed =
                YearImputation.of(new int[] {2019, 2020, 2022}, columns).interpolated(2020);
        assertThat(imputed.value(21)).isCloseTo(8, TOLERANCE);
        assertSpread(imputed, 21, -9, 9);
    }

    @Test
    void hasNoSpreadBelowFiveResiduals() {
        assertThat(PANEL.interpolated(2021).spread(1)).isEmpty();
        assertThat(PANEL.latest(2021, 1).value(1)).isEqualTo(3);
        assertThat(PANEL.latest(2021, 1).spread(1)).isEmpty();
    }

    @Test
    void keepsItsOwnCopyOfTheNumbers() {
        double[][] columns = {{1}, {MISSING}};
        YearImputation panel = YearImputation.of(new int[] {2020, 2021}, columns);
        columns[0][0] = 9;
        assertThat(panel.latest(2021, 1).value(0)).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNotAPanel() {
        double[][] one = {{1, 2}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YearImputation.of(new int[] {}, new double[][] {}))
                .withMessageContaining("0 columns for 0 years");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YearImputation.of(new int[] {2020, 2020}, new double[][] {{1}, {2}}))
                .withMessage("YearImputation.years must rise but 2020 came before 2020");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YearImputation.of(new int[] {2020, 2021}, new double[][] {{1}, {2, 3}}))
                .withMessageContaining("2 in 2021 and 1 in 2020");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YearImputation.of(new int[] {2020}, new double[][] {{Double.POSITIVE_INFINITY}}))
                .withMessageContaining("Infinity");
        YearImputation panel = YearImputation.of(new int[] {2020}, one);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> panel.latest(2021, 1))
                .withMessage("YearImputation has no column for 2021; its years go from 2020 to 2020");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> panel.latest(2020, 0))
                .withMessageContaining("maximumAge must be at least 1 but was 0");
    }

    private static void assertSpread(Imputed imputed, int row, double low, double high) {
        assertThat(imputed.spread(row)).hasValueSatisfying(spread -> {
            assertThat(spread.low()).isCloseTo(low, TOLERANCE);
            assertThat(spread.high()).isCloseTo(high, TOLERANCE);
        });
    }
}
