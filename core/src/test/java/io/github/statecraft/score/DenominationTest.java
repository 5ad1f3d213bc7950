package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Normalisation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: small cases worked by hand. */
class DenominationTest {
    private static final List<String> COLUMNS = List.of("x", "people");
    private static final Denomination PER_MILLION = Denomination.per("people", 1e6, "models per million people");
    private static final Denomination PERSONS = Denomination.times("people", 100, "persons");

    private static ScoringFramework by(Denomination denomination) {
        return framework(Indicator.of("x", Normalisation.goalposts(0, 1e6)).withDenomination(denomination));
    }

    /** 30 models for 60 million people are half a model per million; 30 % of 2,000 people are 600. */
    @ParameterizedTest
    @CsvSource({"PER, 1e6, 30, 6e7, 0.5", "TIMES, 100, 30, 2000, 600", "PER, 1e6, 0, 6e7, 0", "TIMES, 100, 30, 0, 0"})
    void dividesOrMultiplies(
            Denomination.Operation operation, double size, double value, double people, double expected) {
        Denomination denomination = new Denomination(operation, "people", size, "things");
        Contribution contribution = by(denomination)
                .scoreAll(unit(COLUMNS, value, people))
                .scorecard("u")
                .contributions()
                .get(0);
        assertThat(contribution.raw()).hasValue(value);
        assertThat(contribution.denominated()).hasValue(expected);
        assertThat(contribution.normalised()).isCloseTo(expected / 1e4, within(1e-12));
        assertThat(contribution.notes())
                .singleElement()
                .asString()
                .contains(" things, ")
                .endsWith(" people");
    }

    @Test
    void isMissingWhereEitherIsMissing() {
        for (Denomination denomination : List.of(PER_MILLION, PERSONS)) {
            assertThat(by(denomination).scoreAll(unit(COLUMNS, 30, Double.NaN)).unscored())
                    .containsKey("u");
            assertThat(by(denomination).scoreAll(unit(COLUMNS, Double.NaN, 30)).unscored())
                    .containsKey("u");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -5})
    void refusesToDivideByWhatIsNotPositive(double people) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> by(PER_MILLION).scoreAll(unit(COLUMNS, 30, people)))
                .withMessageStartingWith("Indicator x of u: people must be positive to divide by but was ");
        assertThat(by(PER_MILLION).scoreAll(unit(COLUMNS, Double.NaN, people)).unscored())
                .as("nothing is divided where there is no value")
                .containsKey("u");
    }

    /** Neither missing nor infinite. */
    @Test
    void refusesANumberThatADoubleCannotHold() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> by(PER_MILLION).scoreAll(unit(COLUMNS, 1e300, 1e-10)))
                .withMessage("Indicator x of u: 1e300 per people, in models per million people, is too large a number "
                        + "with people 1e-10");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        by(Denomination.times("people", 1e-300, "persons")).scoreAll(unit(COLUMNS, 0, 1e10)))
                .withMessageContaining("too large a number");
    }

    @Test
    void namesTheColumnsItNeeds() {
        assertThat(by(PER_MILLION).columns()).containsExactly("x", "people");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> by(PER_MILLION).scoreAll(unit(List.of("x"), 1)))
                .withMessageEndingWith("IndicatorTable: no indicator 'people' in this table");
    }

    @Test
    void refusesNamesAndSizesThatAreNone() {
        for (double size : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Denomination.per("people", size, "things"))
                    .withMessageStartingWith("Denomination.unitSize must be positive but was ");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Denomination.times(" ", 1, "things"))
                .withMessage("Denomination must name an indicator and a unit but was ' ' and 'things'");
        assertThatIllegalArgumentException().isThrownBy(() -> Denomination.per("people", 1, ""));
    }
}
