package io.github.statecraft.internal.input;

import io.github.statecraft.internal.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a table says that its columns are. */
final class CsvHeader {
    /** A header with so many times the columns that it should have is reported as a whole. */
    static final int FAR_TOO_WIDE = 3;

    private CsvHeader() {}

    /** Reports what is wrong with the header; true if every column is in its place, though its name may be misspelt. */
    static boolean check(
            Problems.Position at, List<String> expected, List<String> found, int width, Problems problems) {
        if (found.equals(expected)) {
            return true;
        }
        if (found.size() == 1 && expected.size() > 1) {
            String rule = "must have " + expected.size() + " columns separated by commas";
            problems.add(at, rule, Problems.quote(found.get(0)), "the columns are " + String.join(",", expected));
            return false;
        }
        if (width > FAR_TOO_WIDE * expected.size()) {
            String rule = "must have " + expected.size() + " columns";
            problems.add(at, rule, Numbers.grouped(width), "the columns are " + String.join(",", expected));
            return false;
        }
        int before = problems.count();
        String order = "the columns are " + String.join(",", expected);
        boolean isInPlace = found.size() == expected.size();
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(found);
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            String column = found.get(i);
            isInPlace = isInPlace && (column.equals(expected.get(i)) || !expected.contains(column));
            if (seen.contains(column)) {
                problems.add(at, "must have each column once", Problems.quote(column) + " twice", "remove one");
            } else if (!expected.contains(column)) {
                String rule = "must have only the expected columns";
                Optional<String> meant = Problems.misspelt(column, expected, missing::contains);
                meant.ifPresent(missing::remove);
                isInPlace &= meant.equals(Optional.of(expected.get(Math.min(i, expected.size() - 1))));
                problems.add(
                        at,
                        rule,
                        column.isEmpty() ? "empty" : Problems.quote(column),
                        meant.map(name -> "nearest: " + name).orElse("remove it"));
            }
            seen.add(column);
        }
        if (!missing.isEmpty()) {
            String names = missing.stream().map(Problems::quote).collect(Collectors.joining(", "));
            String rule = missing.size() == 1
                    ? "must have a column " + names + ", which is missing"
                    : "must have the columns " + names + ", which are missing";
            problems.add(at, rule, "", order);
        }
        if (problems.count() == before) {
            problems.add(at, "must have its columns in their order", Problems.quote(String.join(",", found)), order);
        }
        return isInPlace;
    }
}
