package io.github.statecraft.robustness;

import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.IndicatorTable;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How much of a table a factor of data varies: of the values that units with a rank have in the columns that a design reads.
 *
 * @param inputs how many values there are
 * @param covered of how many of them the spread is known, exact ones among them
 * @param judged of how many of these it is judgement
 * @param drawn how many have a spread of some width
 */
record DataCoverage(int inputs, int covered, int judged, int drawn) implements Serializable {
    static DataCoverage of(MethodDesign design, IndicatorTable table) {
        int inputs = 0;
        int covered = 0;
        int judged = 0;
        int drawn = 0;
        for (String indicator : columns(design)) {
            for (String unit : table.units()) {
                if (!table.isRanked(unit) || table.value(unit, indicator).isEmpty()) {
                    continue;
                }
                Datum datum = Datum.of(table, unit, indicator);
                inputs++;
                covered += datum.isCovered() ? 1 : 0;
                judged += datum.isJudged() ? 1 : 0;
                drawn += datum.isUncertain() ? 1 : 0;
            }
        }
        return new DataCoverage(inputs, covered, judged, drawn);
    }

    /** Those of the framework as it is, and what single alternatives need besides. */
    private static Set<String> columns(MethodDesign design) {
        Set<String> columns = new LinkedHashSet<>(design.framework().columns());
        for (MethodFactor factor : design.varied().values()) {
            if (factor instanceof MethodFactor.Alternatives alternatives) {
                alternatives
                        .variants()
                        .forEach(variant -> columns.addAll(
                                VariedFramework.of(design.framework(), variant).columns()));
            }
        }
        return columns;
    }

    @Override
    public String toString() {
        return TableDraws.coverage(covered, judged, inputs) + "; " + Numbers.grouped(drawn)
                + (drawn == 1 ? " has" : " have") + " a spread of some width and " + (drawn == 1 ? "is" : "are")
                + " drawn";
    }
}
