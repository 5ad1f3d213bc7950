package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.internal.input.CsvTable;
import io.github.statecraft.internal.input.Problems;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the cells of a row mean; a cell that means nothing becomes a problem. */
final class Cells {
    /** Decimal notation with bounded length and exponent; NaN, infinities and digit groups do not match. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,3})?");

    private static final String FINITE = "write a finite number, or leave the row out if it is unknown";

    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    static final String EXPECTED_YEAR = "expected a year such as 2024, in " + ObservationReader.YEARS;

    private final CsvTable.Row row;
    private final Problems problems;

    Cells(CsvTable.Row row, Problems problems) {
        this.row = row;
        this.problems = problems;
    }

    /** Whether a cell is empty, or the table is without its column. */
    boolean isEmpty(String column) {
        return !row.has(column) || row.cell(column).isEmpty();
    }

    Optional<String> textIfAny(String column) {
        return Optional.of(column).filter(row::has).map(row::cell).filter(text -> !text.isBlank());
    }

    Optional<String> text(String column) {
        Optional<String> text = textIfAny(column);
        if (text.isEmpty()) {
            row.report(problems, column, "must not be empty", "fill it in");
        }
        return text;
    }

    Optional<BigDecimal> number(String column) {
        String cell = row.cell(column);
        if (!NUMBER.matcher(cell).matches()) {
            row.report(problems, column, "expected a finite number such as 12.5", FINITE);
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(cell);
        double nearest = number.doubleValue();
        if (Double.isInfinite(nearest) || (nearest == 0 && number.signum() != 0)) {
            row.report(problems, column, "expected a number that a double can hold", FINITE);
            return Optional.empty();
        }
        return Optional.of(number);
    }

    Optional<Year> year(String column) {
        Optional<Year> year = yearIn(row.cell(column));
        if (year.isEmpty()) {
            row.report(problems, column, EXPECTED_YEAR, "correct it");
        }
        return year;
    }

    /** The year that a text says in four digits; empty if it says none that a value may be of. */
    static Optional<Year> yearIn(String text) {
        return YEAR.matcher(text).matches() && Unit.YEAR.allows(Integer.parseInt(text))
                ? Optional.of(Year.of(Integer.parseInt(text)))
                : Optional.empty();
    }

    Optional<LocalDate> dayIfAny(String column) {
        if (isEmpty(column)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(row.cell(column)));
        } catch (DateTimeException e) {
            row.report(problems, column, "expected a day such as 2025-01-13", "correct it, or leave it empty");
            return Optional.empty();
        }
    }

    /** A constant of an enum, by its name in upper or lower case as the tables write it. */
    <E extends Enum<E>> Optional<E> constant(String column, Class<E> type, Function<E, String> name) {
        String cell = row.cell(column);
        ImmutableList<String> names =
                Arrays.stream(type.getEnumConstants()).map(name).collect(ImmutableList.toImmutableList());
        int found = names.indexOf(cell);
        if (found < 0) {
            row.report(problems, column, "expected one of " + String.join(", ", names), "use one of these");
            return Optional.empty();
        }
        return Optional.of(type.getEnumConstants()[found]);
    }

    static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Makes something of a cell; a refusal becomes a problem of the cell. */
    <T> Optional<T> build(String column, Function<String, T> maker, String rule, String remedy) {
        try {
            return Optional.of(maker.apply(row.cell(column)));
        } catch (IllegalArgumentException e) {
            row.report(problems, column, rule, Problems.hint(String.valueOf(e.getMessage()), row.cell(column), remedy));
            return Optional.empty();
        }
    }

    /** How many problems there are so far; nothing is made of a row that brought any. */
    int problems() {
        return problems.count();
    }

    String cell(String column) {
        return row.cell(column);
    }

    void report(String column, String rule, String remedy) {
        row.report(problems, column, rule, remedy);
    }

    void report(String rule, String remedy) {
        row.report(problems, rule, remedy);
    }
}
