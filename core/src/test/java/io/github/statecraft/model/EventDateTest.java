package io.github.statecraft.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the Gregorian calendar. */
class EventDateTest {
    @ParameterizedTest
    @CsvSource({
        "2017,2017-01-01,2017-12-31",
        "2017-07,2017-07-01,2017-07-31",
        "2024-02,2024-02-01,2024-02-29",
        "2025-02,2025-02-01,2025-02-28",
        "2017-12,2017-12-01,2017-12-31",
        "2017-07-20,2017-07-20,2017-07-20",
        "2024-02-29,2024-02-29,2024-02-29",
        "2017-01-01,2017-01-01,2017-01-01",
        "0000,0000-01-01,0000-12-31"
    })
    void readsYearsMonthsAndDaysAndPrintsThemBack(String text, LocalDate first, LocalDate last) {
        EventDate date = EventDate.parse(text);
        assertThat(date).isEqualTo(new EventDate(first, last)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "17",
                "20x5",
                "2025-13",
                "2025-00",
                "2025-02-30",
                "2025-2-3",
                "2025/02",
                "25-02-03",
                "+2025",
                "-2025",
                "2025-02-03T",
                " 2025",
                "2025-02-0x",
                "2023-02-29"
            })
    void refusesOtherTexts(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventDate.parse(text))
                .withMessage("EventDate must be a year, a month or a day such as 2017, 2017-07 or 2017-07-20 but was '"
                        + text + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "2017-01-01,2017-01-02",
        "2017-01-02,2017-01-31",
        "2017-01-01,2017-03-31",
        "2017-01-01,2018-12-31",
        "2017-12-31,2017-01-01",
        "2017-02-01,2018-02-28"
    })
    void refusesOtherPeriods(LocalDate first, LocalDate last) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventDate(first, last))
                .withMessage("EventDate must be one day, one month or one year but was " + first + " to " + last);
    }

    @Test
    void refusesYearsThatItCouldNotReadBack() {
        LocalDate far = LocalDate.of(10_000, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventDate(far, far))
                .withMessageStartingWith("EventDate must be in the years 0 to 9999");
    }

    @Test
    void isOrderedByItsFirstDayThenByItsLast() {
        assertThat(Stream.of("2018", "2017-12-31", "2017", "2017-01-02", "2017-01", "2017-01-01")
                        .map(EventDate::parse)
                        .sorted()
                        .map(EventDate::toString))
                .containsExactly("2017-01-01", "2017-01", "2017", "2017-01-02", "2017-12-31", "2018");
    }
}
