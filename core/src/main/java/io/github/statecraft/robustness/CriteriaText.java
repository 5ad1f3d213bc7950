package io.github.statecraft.robustness;

import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Criteria in print, and the sentences on them that all results share. */
final class CriteriaText {
    /** Longer tables are cut when they are printed. */
    static final int ROWS_SHOWN = 250;

    private CriteriaText() {}

    static String of(Criteria criteria) {
        TextTable.Builder text = TextTable.builder()
                .title("Criteria of " + criteria.title() + ": "
                        + criteria.units().size() + " units x "
                        + criteria.criteria().size() + " criteria")
                .left("unit")
                .left("");
        int columns = Math.min(criteria.criteria().size(), TextTable.MOST_COLUMNS - 2);
        criteria.criteria().subList(0, columns).forEach(text::right);
        for (int unit = 0; unit < Math.min(criteria.units().size(), ROWS_SHOWN); unit++) {
            String id = criteria.units().get(unit);
            List<String> cells = new ArrayList<>(List.of(id, label(criteria, id)));
            for (int criterion = 0; criterion < columns; criterion++) {
                double value = criteria.value(unit, criterion);
                cells.add(Double.isNaN(value) ? "-" : Numbers.fixed(value, 1));
            }
            text.row(cells.toArray(String[]::new));
        }
        text.note("Stated weights: "
                + criteria.weights().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + Numbers.significant(entry.getValue(), 3))
                        .collect(Collectors.joining(", "))
                + "; " + criteria.aggregation() + ".");
        ValueDraws spreads = ScoreSpreads.of(criteria);
        if (spreads != null) {
            text.note("Uncertainty: " + spreads + ".");
        }
        if (criteria.units().size() > ROWS_SHOWN) {
            text.note("and " + Numbers.grouped(criteria.units().size() - ROWS_SHOWN) + " more units");
        }
        leftOut(criteria).ifPresent(text::note);
        return text.build().toString();
    }

    /** The label of a unit where it says more than the id. */
    static String label(Criteria criteria, String unit) {
        String label = criteria.label(unit);
        return label.equals(unit) ? "" : label;
    }

    /** What an answer over all weightings does not vary. */
    static String heldFixed(Criteria criteria) {
        return "Held fixed: values, normalisation, the mean (" + criteria.aggregation()
                + "), weights inside the criteria.";
    }

    /** Who is left out and why; empty if nobody is. */
    static Optional<String> leftOut(Criteria criteria) {
        return criteria.leftOut().isEmpty()
                ? Optional.empty()
                : Optional.of("Left out: "
                        + criteria.leftOut().entrySet().stream()
                                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                                .collect(Collectors.joining(", "))
                        + ".");
    }
}
