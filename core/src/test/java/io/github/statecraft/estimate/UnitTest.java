package io.github.statecraft.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: the unit texts that the tables of the reference data hold, and decimal arithmetic by hand. */
class UnitTest {
    @ParameterizedTest
    @EnumSource
    void hasItsSymbolAsALabelWithFactorOne(Unit unit) {
        Unit.Label label = Unit.label(unit.symbol());
        assertThat(label.unit()).isSameAs(unit);
        assertThat(label.factor()).isEqualTo(1);
        assertThat(label.of()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void allowsTheEndsOfItsRangeAndNothingBeyond(Unit unit) {
        assertThat(unit.lowest()).isLessThan(unit.highest());
        for (double end : new double[] {unit.lowest(), unit.highest()}) {
            assertThat(unit.allows(end)).isEqualTo(Double.isFinite(end));
        }
        assertThat(unit.allows(Math.nextDown(unit.lowest()))).isFalse();
        assertThat(unit.allows(Math.nextUp(unit.highest()))).isFalse();
        assertThat(unit.allows(Double.NaN)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void hasAPriceBasisIfAndOnlyIfItIsMoney(Unit unit) {
        assertThat(unit.priceBasis() != Unit.PriceBasis.NONE).isEqualTo(unit.dimension() == Unit.Dimension.MONEY);
    }

    /** Every text in the column "unit" of the reference data, 41 of them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            % age 15+                               | PERCENT
            % of GDP                                | PERCENT
            % of GERD                               | PERCENT
            % of co-funded firms                    | PERCENT
            % of consumption                        | PERCENT
            % of enterprises (10+ employees)        | PERCENT
            % of funds                              | PERCENT
            % of individuals                        | PERCENT
            % of large enterprises (250+ employees) | PERCENT
            % of list total                         | PERCENT
            % of population                         | PERCENT
            % of population 15-64                   | PERCENT
            % of set total                          | PERCENT
            % of users or terminals                 | PERCENT
            % of world                              | PERCENT
            % of world market                       | PERCENT
            0-1                                     | SCORE_1
            0-10                                    | SCORE_10
            0-100                                   | SCORE_100
            H100 equivalents                        | H100_EQUIVALENTS
            PFlop/s                                 | PETAFLOPS
            USD (constant 2021)                     | USD_CONSTANT_2021
            USD (current)                           | USD_CURRENT
            USD billion (PPP)                       | USD_PPP
            USD billion (current)                   | USD_CURRENT
            USD million (current)                   | USD_CURRENT
            count                                   | COUNT
            million persons                         | PERSONS
            months                                  | MONTHS
            ordinal 0-1                             | ORDINAL
            per 100 people                          | PER_100_PEOPLE
            percentage points                       | PERCENTAGE_POINTS
            persons                                 | PERSONS
            ratio                                   | RATIO
            robots per 10k employees                | PER_10K_EMPLOYEES
            standard normal units                   | STANDARD_NORMAL
            tier 0-3                                | TIER
            units                                   | COUNT
            vehicles                                | COUNT
            year                                    | YEAR
            years                                   | YEARS
            """)
    void knowsEveryTextOfTheReferenceData(String text, Unit unit) {
        assertThat(Unit.label(text).unit()).isSameAs(unit);
        assertThat(Unit.label(text)).hasToString(text);
    }

    /** The nearest double of the exact product; 0.1 million in binary is not 100,000 by double arithmetic alone. */
    @ParameterizedTest
    @CsvSource({
        "USD billion (current),47,47000000000",
        "USD billion (current),0.1,100000000",
        "USD million (current),8.7,8700000",
        "USD million (current),0.000001,1",
        "million persons,1.4126,1412600",
        "thousand persons,0.003,3",
        "USD billion (PPP),1000.0000000001,1000000000000.1",
        "USD (current),17794781986104.50,17794781986104.5",
        "% of GDP,2.58,2.58"
    })
    void convertsThePrintedDecimalExactly(String label, BigDecimal printed, double expected) {
        assertThat(Unit.label(label).toUnit(printed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "% of GDP,% of GDP,true",
        "%,% of GDP,true",
        "% of GERD,% of GDP,false",
        "% of GDP,%,false",
        "USD million (current),USD billion (current),true",
        "USD (current),USD (constant 2021),false",
        "USD (PPP),USD (current),false",
        "0-1,ordinal 0-1,false",
        "count,vehicles,true",
        "units,vehicles,false"
    })
    void fitsWhereUnitAndWholeAreTheSame(String given, String expected, boolean fits) {
        assertThat(Unit.label(given).fits(Unit.label(expected))).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            % of gdp                | nearest: % of GDP
            USD million             | nearest: USD million (PPP)
            PFlops                  | nearest: PFlop/s
            """)
    void namesTheNearestOfAnUnknownText(String text, String nearest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.label(text))
                .withMessageStartingWith("Unit: unknown unit '" + text + "'; " + nearest);
    }

    @Test
    void saysWhereToLookIfNothingIsNear() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Unit.label("furlongs per fortnight"))
                .withMessage("Unit: unknown unit 'furlongs per fortnight'; Unit.labels() lists all");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PERCENT         | [0, 100] %
            STANDARD_NORMAL | (-inf, inf) standard normal units
            COUNT           | [0, inf) count
            YEAR            | [1900, 2100] year
            """)
    void printsItsRange(Unit unit, String range) {
        assertThat(unit.range()).isEqualTo(range);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAFactorThatIsNotPositive(double factor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Unit.Label("x", Unit.COUNT, factor, ""))
                .withMessageStartingWith("Unit.Label.factor must be positive but was ");
    }
}
