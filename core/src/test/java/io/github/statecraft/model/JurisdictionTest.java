package io.github.statecraft.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: ISO 3166-1 alpha-3. */
class JurisdictionTest {
    @ParameterizedTest
    @CsvSource({"CHN,China", "USA,United States", "TUR,Turkiye", "CZE,Czechia", "FJI,FJI"})
    void knowsCountries(String code, String name) {
        Jurisdiction country = Jurisdiction.of(code);
        assertThat(country.isBloc()).isFalse();
        assertThat(country.name()).isEqualTo(name);
        assertThat(country).hasToString(code);
    }

    @Test
    void knowsTheBlocOfTheReferenceData() {
        assertThat(Jurisdiction.of("EUU").isBloc()).isTrue();
        assertThat(Jurisdiction.of("EUU")).isEqualTo(Jurisdiction.bloc("EUU"));
        assertThat(Jurisdiction.of("EUU").name()).isEqualTo("European Union (27)");
    }

    @Test
    void takesABlocOfOnesOwn() {
        assertThat(Jurisdiction.bloc("QQQ").isBloc()).isTrue();
        assertThat(Jurisdiction.bloc("QQQ").name()).isEqualTo("QQQ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            chn   | Jurisdiction.code must be three upper-case letters but was 'chn'; nearest: CHN
            CN    | Jurisdiction.code must be three upper-case letters but was 'CN'; nearest: CAN, CHN
            USB   | Jurisdiction: unknown country 'USB'; a country has an ISO 3166-1 alpha-3 code, a bloc of your own is Jurisdiction.bloc(code); nearest: USA
            QQQ   | Jurisdiction: unknown country 'QQQ'; a country has an ISO 3166-1 alpha-3 code, a bloc of your own is Jurisdiction.bloc(code)
            ''    | Jurisdiction.code must be three upper-case letters but was ''
            CHN_1 | Jurisdiction.code must be three upper-case letters but was 'CHN_1'
            """)
    void refusesWhatIsNoCodeAndNamesTheNearest(String code, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Jurisdiction.of(code))
                .withMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHN", "FJI"})
    void refusesABlocWithTheCodeOfACountry(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Jurisdiction.bloc(code))
                .withMessage("Jurisdiction.code of a bloc must not be that of a country but was " + code);
    }

    @Test
    void refusesToTakeABlocForACountry() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Jurisdiction("EUU", Jurisdiction.Kind.COUNTRY))
                .withMessage("Jurisdiction.kind of EUU must be BLOC but was COUNTRY");
    }

    @Test
    void isOrderedByCode() {
        assertThat(Jurisdiction.of("CHN")).isLessThan(Jurisdiction.of("EUU"));
        assertThat(Jurisdiction.of("EUU")).isLessThan(Jurisdiction.of("USA"));
    }
}
