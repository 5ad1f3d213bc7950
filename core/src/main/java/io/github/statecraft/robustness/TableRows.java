package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableSet;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.ScoreTable;

/** Some rows of a table with the columns that its framework reads. */
final class TableRows {
    private TableRows() {}

    /**
     * The values of some units, without readings.
     *
     * @param scored a score table whose method looks at each row alone
     * @param units ids of units
     * @return the rows in the order of the table
     */
    static IndicatorTable of(ScoreTable scored, ImmutableSet<String> units) {
        IndicatorTable table = scored.table();
        IndicatorTable.Builder rows = IndicatorTable.builder();
        table.asOf().ifPresent(rows::asOf);
        for (String unit : table.units()) {
            if (!units.contains(unit)) {
                continue;
            }
            rows.unit(unit, table.label(unit), table.isRanked(unit));
            table.group(unit).ifPresent(group -> rows.group(unit, group));
        }
        for (String indicator : scored.framework().columns()) {
            rows.indicator(indicator);
            for (String unit : units) {
                table.value(unit, indicator).ifPresent(value -> rows.value(unit, indicator, value));
            }
        }
        return rows.build();
    }
}
