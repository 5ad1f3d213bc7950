package io.github.statecraft.model;

import io.github.statecraft.internal.input.Problems;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;

/**
 * A date that may be known to the day, the month or the year only. Ordered by its first day.
 *
 * <p>Immutable, thread-safe, serialisable.
 *
 * @param first the first day it may be
 * @param last the last day it may be
 */
public record EventDate(LocalDate first, LocalDate last) implements Comparable<EventDate>, Serializable {
    /** Checks that the days are one day, one whole month or one whole year, of a year with four digits. */
    public EventDate {
        if (!(first.getYear() >= 0 && last.getYear() <= 9999)) {
            throw new IllegalArgumentException(
                    "EventDate must be in the years 0 to 9999 but was " + first + " to " + last);
        }
        boolean day = first.equals(last);
        boolean month = YearMonth.from(first).atDay(1).equals(first)
                && YearMonth.from(first).atEndOfMonth().equals(last);
        boolean year = first.getDayOfYear() == 1
                && first.getYear() == last.getYear()
                && last.plusDays(1).getDayOfYear() == 1;
        if (!(day || month || year)) {
            throw new IllegalArgumentException(
                    "EventDate must be one day, one month or one year but was " + first + " to " + last);
        }
    }

    /**
     * Reads a date.
     *
     * @param text {@code 2017}, {@code 2017-07} or {@code 2017-07-20}
     * @return the date
     * @throws IllegalArgumentException if the text is none of these
     */
    public static EventDate parse(String text) {
        try {
            return switch (text.length()) {
                case 4 -> of(Year.parse(text));
                case 7 -> of(YearMonth.parse(text));
                case 10 -> of(LocalDate.parse(text));
                default -> throw new IllegalArgumentException(rule(text));
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(rule(text), e);
        }
    }

    private static EventDate of(Year year) {
        return new EventDate(year.atDay(1), year.atMonth(12).atEndOfMonth());
    }

    private static EventDate of(YearMonth month) {
        return new EventDate(month.atDay(1), month.atEndOfMonth());
    }

    private static EventDate of(LocalDate day) {
        return new EventDate(day, day);
    }

    @Override
    public int compareTo(EventDate other) {
        int byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : last.compareTo(other.last);
    }

    /** The date as {@link #parse} reads it, to the precision known. */
    @Override
    public String toString() {
        String year = String.format(Locale.ROOT, "%04d", first.getYear());
        if (first.equals(last)) {
            return first.toString();
        }
        return first.getMonth() == last.getMonth() ? YearMonth.from(first).toString() : year;
    }

    private static String rule(String text) {
        return "EventDate must be a year, a month or a day such as 2017, 2017-07 or 2017-07-20 but was "
                + Problems.quote(text);
    }
}
