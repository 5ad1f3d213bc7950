package io.github.statecraft.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Imputation within one year. Oracles: COINr's vignette "Imputation" (version 1.1.11), R 4.2.2, closed forms. */
class ImputationTest {
    private static final Offset<Double> TOLERANCE = within(1e-12);
    private static final double MISSING = Double.NaN;

    /** Rows 37 to 46 of COINr's ASEM_iData, as the vignette prints them. */
    private static final double[] PATENTS = {23.7, 583.5, 3.6, 249.8, MISSING, 64.2, 0.3, MISSING, 46.5, 7.2};

    private static final double[] CULTURAL_GOODS = {
        MISSING, 16.182, 0.985, MISSING, MISSING, 7.555, 0.046, MISSING, 1.213, 1.256
    };

    private static final String[] GROUPS = {"a", "a", "a", "a", "a", "b", "b", "b", "b", "b"};

    /** Vignette, {@code Impute(df1, f_i = "i_mean")}: 122.35 and 4.5395. */
    @Test
    void fillsWithTheMeanOfTheVignette() {
        Imputed patents = CentreImputation.MEAN.overall(PATENTS);
        assertThat(patents.count()).isEqualTo(2);
        assertThat(patents.value(4)).isCloseTo(122.35, TOLERANCE);
        assertThat(patents.value(7)).isCloseTo(122.35, TOLERANCE);
        assertThat(CentreImputation.MEAN.overall(CULTURAL_GOODS).value(0)).isCloseTo(4.5395, TOLERANCE);
    }

    /** Vignette, {@code Impute(df1, f_i = "i_median_grp", f_i_para = list(f = groups))}: 136.75, 26.85, 8.5835, 1.2345. */
    @Test
    void fillsWithTheGroupMedianOfTheVignette() {
        Imputed patents = CentreImputation.MEDIAN.byGroup(PATENTS, GROUPS);
        assertThat(patents.value(4)).isCloseTo(136.75, TOLERANCE);
        assertThat(patents.value(7)).isCloseTo(26.85, TOLERANCE);
        Imputed goods = CentreImputation.MEDIAN.byGroup(CULTURAL_GOODS, GROUPS);
        assertThat(goods.value(0)).isCloseTo(8.5835, TOLERANCE);
        assertThat(goods.value(7)).isCloseTo(1.2345, TOLERANCE);
    }

    /** R: {@code quantile(z - m, c(.05, .95), na.rm = TRUE)} with m the mean, the median, the median of each group. */
    @Test
    void spreadsAsDonorsDo() {
        assertSpread(CentreImputation.MEAN.overall(PATENTS), 4, -120.895, 344.355);
        assertSpread(CentreImputation.MEDIAN.overall(PATENTS), 4, -33.645, 431.605);
        assertSpread(CentreImputation.MEDIAN.byGroup(PATENTS, GROUPS), 7, -126.115, 329.955);
    }

    @Test
    void leavesAGapWithoutGroupOrDonors() {
        double[] column = {1, MISSING, MISSING, MISSING, 3, 100};
        String[] groups = {"a", "a", "empty", null, "a", null};
        Imputed imputed = CentreImputation.MEAN.byGroup(column, groups);
        assertThat(imputed.fill(column)).containsExactly(1, 2, MISSING, MISSING, 3, 100);
        assertThat(imputed.isImputed(0)).isFalse();
        assertThat(imputed.isImputed(2)).isFalse();
        assertThat(imputed.spread(2)).isEmpty();
        assertThat(CentreImputation.MEAN
                        .overall(new double[] {MISSING, MISSING})
                        .count())
                .isZero();
    }

    /** Five donors have a spread, four do not; donors alone in their group are not among them. */
    @ParameterizedTest
    @EnumSource(CentreImputation.class)
    void hasNoSpreadBelowFiveResiduals(CentreImputation centre) {
        assertThat(centre.overall(new double[] {1, 2, 3, 4, MISSING}).spread(4)).isEmpty();
        assertSpread(centre.overall(new double[] {1, 2, 3, 4, 5, MISSING}), 5, -1.8, 1.8);
        double[] column = {1, 2, 3, 4, 50, 60, MISSING};
        String[] groups = {"a", "a", "a", "a", "b", "c", "a"};
        assertThat(centre.byGroup(column, groups).value(6)).isEqualTo(2.5);
        assertThat(centre.byGroup(column, groups).spread(6)).isEmpty();
    }

    /** R: {@code f <- lm(v ~ cov); predict(f, data.frame(cov = c(3, 7))); quantile(residuals(f), c(.05, .95))}. */
    @Test
    void fillsByRegressionOnACovariate() {
        double[] covariate = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double[] column = {2.1, 3.9, MISSING, 8.3, 9.8, 12.4, MISSING, 15.7, 18.5, 19.6};
        Imputed imputed = RegressionImputation.of(column, covariate);
        assertThat(imputed.count()).isEqualTo(2);
        assertThat(imputed.value(2)).isCloseTo(6.0761421319796911, TOLERANCE);
        assertThat(imputed.value(6)).isCloseTo(14.0172588832487293, TOLERANCE);
        assertSpread(imputed, 6, -0.34840101522842681, 0.46172588832487238);
    }

    @Test
    void leavesAGapWithoutCovariate() {
        double[] covariate = {1, 2, 3, MISSING, 4};
        double[] column = {2, 4, 6, MISSING, MISSING};
        Imputed imputed = RegressionImputation.of(column, covariate);
        assertThat(imputed.isImputed(3)).isFalse();
        assertThat(imputed.value(4)).isEqualTo(8);
        assertThat(imputed.spread(4)).isEmpty();
    }

    @Test
    void refusesRegressionOnTooFewDonorsOrAConstant() {
        double[] column = {2, 4, 6, MISSING};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionImputation.of(column, new double[] {1, 2, MISSING, 4}))
                .withMessage(
                        "Imputation.Regression needs at least 3 rows with both the indicator and the covariate but got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionImputation.of(column, new double[] {1, 1, 1, 4}))
                .withMessageContaining("values that differ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RegressionImputation.of(column, new double[] {1, 2}))
                .withMessageContaining("2 for 4");
        assertThat(RegressionImputation.of(column, new double[] {1, 1, 1, MISSING})
                        .count())
                .isZero();
    }

    /** The imputed number is within its spread even where all donors lie on one side of what the method gives. */
    @Test
    void keepsTheImputedNumberWithinItsSpread() {
        assertThat(DonorSpread.of(new double[] {1, 2, 3, 4, 5})).contains(new DonorSpread(0, 4.8));
        assertThat(DonorSpread.of(new double[] {-1, -2, -3, -4, -5, MISSING})).contains(new DonorSpread(-4.8, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new DonorSpread(1, 2));
        assertThat(new DonorSpread(-1.5, 2)).hasToString("-1.5 to +2");
    }

    @ParameterizedTest
    @EnumSource(CentreImputation.class)
    void neverTouchesWhatIsKnownNorDependsOnTheOrderOfRows(CentreImputation centre) {
        Random random = new Random(20261129);
        double[] column = new double[40];
        String[] groups = new String[40];
        double[] reversedColumn = new double[40];
        String[] reversedGroups = new String[40];
        for (int row = 0; row < 40; row++) {
            column[row] = random.nextInt(4) == 0 ? MISSING : random.nextGaussian();
            groups[row] = "g" + random.nextInt(6);
            reversedColumn[39 - row] = column[row];
            reversedGroups[39 - row] = groups[row];
        }
        Imputed imputed = centre.byGroup(column, groups);
        Imputed reversed = centre.byGroup(reversedColumn, reversedGroups);
        for (int row = 0; row < 40; row++) {
            assertThat(imputed.isImputed(row)).isEqualTo(Double.isNaN(column[row]));
            assertThat(reversed.value(39 - row)).isEqualTo(Double.valueOf(imputed.value(row)));
            assertThat(reversed.spread(39 - row)).isEqualTo(imputed.spread(row));
        }
    }

    @Test
    void refusesGroupsOfAnotherLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CentreImputation.MEAN.byGroup(PATENTS, new String[] {"a"}))
                .withMessageContaining("1 groups for 10 rows");
    }

    private static void assertSpread(Imputed imputed, int row, double low, double high) {
        assertThat(imputed.spread(row)).hasValueSatisfying(spread -> {
            assertThat(spread.low()).isCloseTo(low, TOLERANCE);
            assertThat(spread.high()).isCloseTo(high, TOLERANCE);
        });
    }
}
