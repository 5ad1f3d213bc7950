package io.github.statecraft.robustness;

import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Shares of first rank in print. */
final class FirstRankText {
    private static final int COLUMNS_BEFORE_WEIGHTS = 4;
    private static final int MOST_WEIGHTS = 10;

    private FirstRankText() {}

    static String of(FirstRankShares shares) {
        Criteria criteria = shares.criteria();
        List<String> columns =
                criteria.criteria().subList(0, Math.min(criteria.criteria().size(), MOST_WEIGHTS));
        TextTable.Builder text = TextTable.builder()
                .title("First among all: share of weightings under which a unit is first, " + criteria.title())
                .left("unit")
                .left("")
                .right("first");
        if (!shares.isExact()) {
            text.right("s.e.");
        }
        columns.forEach(text::right);
        List<String> first = criteria.units().stream()
                .filter(unit -> shares.share(unit) > 0)
                .sorted(Comparator.comparing(shares::share).reversed())
                .toList();
        for (String unit : first.subList(0, Math.min(first.size(), CriteriaText.ROWS_SHOWN))) {
            text.row(cells(shares, unit, columns));
        }
        notes(shares, first).forEach(text::note);
        return text.build().toString();
    }

    private static String[] cells(FirstRankShares shares, String unit, List<String> columns) {
        List<String> cells = new ArrayList<>(COLUMNS_BEFORE_WEIGHTS + columns.size());
        cells.add(unit + (shares.tiedWith(unit).isEmpty() ? "" : " ="));
        cells.add(CriteriaText.label(shares.criteria(), unit));
        cells.add(ShareText.percent(shares.share(unit)));
        if (!shares.isExact()) {
            cells.add(ShareText.percent(shares.standardError(unit)));
        }
        columns.forEach(column -> cells.add(shares.centralWeights(unit)
                .map(weights -> Numbers.fixed(weights.getOrDefault(column, 0.0), 2))
                .orElse("-")));
        return cells.toArray(String[]::new);
    }

    private static List<String> notes(FirstRankShares shares, List<String> first) {
        Criteria criteria = shares.criteria();
        List<String> notes = new ArrayList<>();
        notes.add("Weights: " + shares.weights() + ". " + shares.method());
        notes.add("Under a criterion: the mean of its weights where the unit is first (central weights). "
                + "A share of weightings is no probability that the unit is the best.");
        List<String> never = criteria.units().stream()
                .filter(unit -> shares.share(unit) == 0 && shares.region(unit).isEmpty())
                .toList();
        List<String> tied = criteria.units().stream()
                .filter(unit -> shares.share(unit) == 0 && !shares.region(unit).isEmpty())
                .toList();
        if (!tied.isEmpty()) {
            notes.add("First only together with others, on weights without volume: " + String.join(", ", tied) + ".");
        }
        if (!never.isEmpty()) {
            notes.add((shares.isExact() ? "Never first: " : "First in no draw: ") + listed(never) + ".");
        }
        String same = first.stream()
                .filter(unit -> !shares.tiedWith(unit).isEmpty())
                .map(unit -> unit + " with " + String.join(", ", shares.tiedWith(unit)))
                .collect(Collectors.joining("; "));
        if (!same.isEmpty()) {
            notes.add("= has the same scores as another and the whole share of both: " + same + ".");
        }
        if (criteria.criteria().size() > MOST_WEIGHTS) {
            notes.add("and " + Numbers.grouped(criteria.criteria().size() - MOST_WEIGHTS) + " more criteria");
        }
        if (shares.isExact()) {
            notes.add(CriteriaText.heldFixed(criteria));
        }
        CriteriaText.leftOut(criteria).ifPresent(notes::add);
        return notes;
    }

    private static String listed(List<String> units) {
        int shown = Math.min(units.size(), CriteriaText.ROWS_SHOWN);
        return String.join(", ", units.subList(0, shown))
                + (units.size() > shown ? " and " + Numbers.grouped(units.size() - shown) + " more" : "");
    }
}
