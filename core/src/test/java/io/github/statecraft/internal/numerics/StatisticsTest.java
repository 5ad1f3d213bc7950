package io.github.statecraft.internal.numerics;

import static io.github.statecraft.internal.numerics.Statistics.Denominator.POPULATION;
import static io.github.statecraft.internal.numerics.Statistics.Denominator.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.internal.numerics.Statistics.ShapeType;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Oracles: the certified values of NIST's Statistical Reference Datasets (StRD, Univariate Summary Statistics), R 4.2.2 with
 * e1071 1.7-13, numpy 2.4.6, closed forms and invariances.
 */
class StatisticsTest {
    private static final double RELATIVE = 1e-14;
    private static final double MISSING = Double.NaN;

    /** Twelve numbers with two large ones: the example of COINr's winsorise(). */
    private static final double[] SKEWED = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100};

    private static final double[] MIXED = {2.5, -1, 0.75, 4, 4, 12, -3.25, 0, 1e-3, 7};

    /** Michelson's speeds of light of 1879 in km/s less 299,000: R's data set morley, NIST StRD's Michelso. */
    private static final double[] MICHELSON = {
        850, 740, 900, 1070, 930, 850, 950, 980, 980, 880, 1000, 980, 930, 650, 760, 810, 1000, 1000, 960, 960,
        960, 940, 960, 940, 880, 800, 850, 880, 900, 840, 830, 790, 810, 880, 880, 830, 800, 790, 760, 800,
        880, 880, 880, 860, 720, 720, 620, 860, 970, 950, 880, 910, 850, 870, 840, 840, 850, 840, 840, 840,
        890, 810, 810, 820, 800, 770, 760, 740, 750, 760, 910, 920, 890, 860, 880, 720, 840, 850, 850, 780,
        890, 840, 780, 810, 760, 810, 790, 810, 820, 850, 870, 870, 810, 740, 810, 940, 950, 800, 810, 870
    };

    /** StRD Michelso: mean 299.852400000000, standard deviation 0.0790105478190518, in thousands of km/s. */
    @Test
    void meetsTheCertifiedValuesOfMichelson() {
        double[] speeds = new double[MICHELSON.length];
        for (int i = 0; i < speeds.length; i++) {
            speeds[i] = (299_000 + MICHELSON[i]) / 1000;
        }
        assertThat(Statistics.mean(speeds)).isCloseTo(299.852400000000, within(1e-12));
        assertThat(Statistics.standardDeviation(speeds, SAMPLE)).isCloseTo(0.0790105478190518, within(1e-13));
    }

    /**
     * StRD NumAcc1 to NumAcc4: one value at the centre, then equally many below and above. Only the rounding of the data to
     * doubles, half an ulp of the centre, keeps the deviation from being exact.
     */
    @ParameterizedTest
    @CsvSource({"10000002,1,1,1", "1.2,0.1,500,0.1", "1000000.2,0.1,500,0.1", "10000000.2,0.1,500,0.1"})
    void meetsTheCertifiedValuesOfNumericalAccuracy(double centre, double step, int pairs, double deviation) {
        double[] column = new double[1 + 2 * pairs];
        column[0] = centre;
        for (int i = 0; i < pairs; i++) {
            column[2 * i + 1] = Double.parseDouble(decimal(centre, -step));
            column[2 * i + 2] = Double.parseDouble(decimal(centre, step));
        }
        assertThat(Statistics.mean(column)).isCloseTo(centre, within(Math.ulp(centre)));
        assertThat(Statistics.standardDeviation(column, SAMPLE)).isCloseTo(deviation, within(Math.ulp(centre)));
    }

    private static String decimal(double centre, double step) {
        return BigDecimal.valueOf(centre).add(BigDecimal.valueOf(step)).toPlainString();
    }

    /** numpy: {@code np.var(y), np.std(y), np.var(y, ddof=1), np.std(y, ddof=1), np.mean(y)}. */
    @Test
    void hasBothDenominators() {
        assertThat(Statistics.variance(MIXED, POPULATION)).isCloseTo(17.57698009, within(RELATIVE * 17));
        assertThat(Statistics.standardDeviation(MIXED, POPULATION)).isCloseTo(4.192490917104055, within(RELATIVE * 4));
        assertThat(Statistics.variance(MIXED, SAMPLE)).isCloseTo(19.529977877777775, within(RELATIVE * 19));
        assertThat(Statistics.standardDeviation(MIXED, SAMPLE)).isCloseTo(4.419273455872331, within(RELATIVE * 4));
        assertThat(Statistics.mean(MIXED)).isCloseTo(2.6001, within(RELATIVE));
    }

    /** R: {@code skewness(x, type = t); kurtosis(x, type = t)} of e1071, whose kurtosis is the excess. */
    @ParameterizedTest
    @CsvSource({
        "TYPE_1,2.6662090943385972,5.669406818959601,-0.018259613963112133,0.26353053231139167",
        "TYPE_2,3.0632410342394985,9.7413908345691436,-0.018538863775217546,0.33968459842011423",
        "TYPE_3,2.3399757900440612,4.2847098964868859,-0.017986405634716061,0.19858627471839485"
    })
    void agreesWithE1071OnShape(
            ShapeType type, double skewness, double kurtosis, double ofMichelson, double kurtosisOfMichelson) {
        assertThat(Statistics.skewness(SKEWED, type)).isCloseTo(skewness, within(1e-13));
        assertThat(Statistics.excessKurtosis(SKEWED, type)).isCloseTo(kurtosis, within(1e-13));
        assertThat(Statistics.skewness(MICHELSON, type)).isCloseTo(ofMichelson, within(1e-14));
        assertThat(Statistics.excessKurtosis(MICHELSON, type)).isCloseTo(kurtosisOfMichelson, within(1e-13));
    }

    /**
     * One in n numbers is 1, the others 0, the Bernoulli distribution with p = 1/n: g1 is (1 - 2p) / sqrt(p (1 - p)) and g2 is
     * 1 / (p (1 - p)) - 6.
     */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 40, 1000})
    void knowsTheShapeOfOneAmongZeros(int n) {
        double[] column = new double[n];
        column[n / 2] = 1;
        double spread = 1.0 / n * (1 - 1.0 / n);
        double skewness = (1 - 2.0 / n) / Math.sqrt(spread);
        double kurtosis = 1 / spread - 6;
        assertThat(Statistics.skewness(column, ShapeType.TYPE_1)).isCloseTo(skewness, within(1e-13 * n));
        assertThat(Statistics.excessKurtosis(column, ShapeType.TYPE_1)).isCloseTo(kurtosis, within(1e-13 * n));
    }

    /** Shape is free of place and scale; shifts and scales by powers of two of whole numbers are exact. */
    @ParameterizedTest
    @EnumSource(ShapeType.class)
    void keepsItsShapeFarFromZeroAndAtAnySize(ShapeType type) {
        double skewness = Statistics.skewness(SKEWED, type);
        double kurtosis = Statistics.excessKurtosis(SKEWED, type);
        for (double scale : new double[] {0x1p-1060, 0x1p-300, 1, 0x1p600, 0x1p1016}) {
            double[] scaled = mapped(SKEWED, scale, 0);
            assertThat(Statistics.skewness(scaled, type)).isCloseTo(skewness, within(1e-14));
            assertThat(Statistics.excessKurtosis(scaled, type)).isCloseTo(kurtosis, within(1e-14));
            assertThat(Statistics.skewness(mapped(SKEWED, -scale, 0), type)).isCloseTo(-skewness, within(1e-14));
        }
        double[] far = mapped(SKEWED, 1, 0x1p52);
        assertThat(Statistics.skewness(far, type)).isCloseTo(skewness, within(1e-13));
        assertThat(Statistics.excessKurtosis(far, type)).isCloseTo(kurtosis, within(1e-13));
        assertThat(Statistics.variance(far, SAMPLE)).isCloseTo(Statistics.variance(SKEWED, SAMPLE), within(1e-11));
    }

    /** R: {@code quantile(y, p, type = 7)}. */
    @ParameterizedTest
    @CsvSource({
        "0,-3.25",
        "0.05,-2.2375",
        "0.1,-1.225",
        "0.25,0.00025",
        "0.333,0.000997",
        "0.5,1.625",
        "0.9,7.5",
        "0.95,9.75",
        "1,12"
    })
    void hasTheQuantilesOfR(double p, double expected) {
        assertThat(Statistics.quantile(MIXED, p)).isCloseTo(expected, within(1e-14));
    }

    @Test
    void hasTheMiddleNumberOrTheMeanOfTheMiddleTwo() {
        assertThat(Statistics.median(3, 1, 2)).isEqualTo(2);
        assertThat(Statistics.median(4, 1, 2, 3)).isEqualTo(2.5);
        assertThat(Statistics.median(Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
        assertThat(Statistics.median(-Double.MAX_VALUE, Double.MAX_VALUE)).isZero();
    }

    @Test
    void staysWithinTheNumbersAndRisesWithP() {
        Random random = new Random(20261124);
        for (int trial = 0; trial < 200; trial++) {
            double[] column = random.doubles(1 + trial % 7, -1, 1).toArray();
            double before = -1;
            for (int step = 0; step <= 100; step++) {
                double quantile = Statistics.quantile(column, step / 100.0);
                assertThat(quantile).isBetween(before, 1.0);
                before = quantile;
            }
        }
    }

    @Test
    void skipsWhatIsMissing() {
        double[] gaps = {MISSING, 1, 2, MISSING, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100, MISSING};
        assertThat(Statistics.count(gaps)).isEqualTo(12);
        assertThat(Statistics.mean(gaps)).isEqualTo(Statistics.mean(SKEWED));
        assertThat(Statistics.variance(gaps, SAMPLE)).isEqualTo(Statistics.variance(SKEWED, SAMPLE));
        assertThat(Statistics.skewness(gaps, ShapeType.TYPE_2))
                .isEqualTo(Statistics.skewness(SKEWED, ShapeType.TYPE_2));
        assertThat(Statistics.median(gaps)).isEqualTo(6.5);
    }

    @Test
    void doesNotDependOnTheOrderOfRows() {
        double[] reversed = new double[MIXED.length];
        for (int i = 0; i < MIXED.length; i++) {
            reversed[i] = MIXED[MIXED.length - 1 - i];
        }
        assertThat(Statistics.mean(reversed)).isEqualTo(Statistics.mean(MIXED));
        assertThat(Statistics.variance(reversed, SAMPLE)).isEqualTo(Statistics.variance(MIXED, SAMPLE));
        for (ShapeType type : ShapeType.values()) {
            assertThat(Statistics.skewness(reversed, type)).isEqualTo(Statistics.skewness(MIXED, type));
            assertThat(Statistics.excessKurtosis(reversed, type)).isEqualTo(Statistics.excessKurtosis(MIXED, type));
        }
    }

    @Test
    void isExactForAConstantColumn() {
        double[] constant = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        assertThat(Statistics.mean(constant)).isEqualTo(0.1);
        assertThat(Statistics.variance(constant, SAMPLE)).isZero();
        assertThat(Statistics.standardDeviation(new double[] {7}, POPULATION)).isZero();
        assertThat(Statistics.mean(Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE))
                .isEqualTo(Double.MAX_VALUE);
    }

    @ParameterizedTest
    @EnumSource(ShapeType.class)
    void refusesTheShapeOfAConstantColumn(ShapeType type) {
        double[] constant = {2, 2, 2, 2, MISSING};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statistics.skewness(constant, type))
                .withMessage("Statistics.skewness needs values that differ but all 4 were 2");
        assertThatIllegalArgumentException().isThrownBy(() -> Statistics.excessKurtosis(constant, type));
    }

    @Test
    void refusesTooFewNumbers() {
        double[] one = {1, MISSING};
        double[] two = {1, 2};
        double[] three = {1, 2, 4};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statistics.mean(MISSING))
                .withMessage("Statistics.mean needs at least 1 known values but got 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Statistics.variance(one, SAMPLE));
        assertThatIllegalArgumentException().isThrownBy(() -> Statistics.skewness(one, ShapeType.TYPE_1));
        assertThatIllegalArgumentException().isThrownBy(() -> Statistics.skewness(two, ShapeType.TYPE_2));
        assertThatIllegalArgumentException().isThrownBy(() -> Statistics.excessKurtosis(three, ShapeType.TYPE_2));
        assertThatIllegalArgumentException().isThrownBy(() -> Statistics.quantile(new double[0], 0.5));
    }

    @Test
    void refusesWhatIsNotFiniteOrOutOfRange() {
        double[] infinite = {1, Double.POSITIVE_INFINITY, 2, 3};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statistics.median(infinite))
                .withMessage("Statistics.quantile needs finite values but the one in row 2 was Infinity");
        double[] wide = {-Double.MAX_VALUE, Double.MAX_VALUE};
        assertThat(Statistics.standardDeviation(wide, POPULATION)).isEqualTo(Double.MAX_VALUE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statistics.variance(wide, SAMPLE))
                .withMessageContaining("too large");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void refusesAQuantileOutsideZeroAndOne(double p) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Statistics.quantile(MIXED, p))
                .withMessageContaining("must be in [0, 1]");
    }

    private static double[] mapped(double[] column, double scale, double shift) {
        double[] mapped = new double[column.length];
        for (int i = 0; i < column.length; i++) {
            mapped[i] = column[i] * scale + shift;
        }
        return mapped;
    }
}
