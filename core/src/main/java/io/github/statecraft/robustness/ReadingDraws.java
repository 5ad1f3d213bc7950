package io.github.statecraft.robustness;

import io.github.statecraft.internal.work.RandomBits;
import io.github.statecraft.score.IndicatorTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables whose readings of some spread are drawn from the distributions of their estimates, each independently of the others:
 * those of units that hold a rank.
 */
record ReadingDraws() implements DataDraws {
    @Override
    public IndicatorTable draw(IndicatorTable table, RandomBits bits) {
        IndicatorTable result = table;
        for (String indicator : table.indicators()) {
            List<Integer> rows = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            for (int row = 0; row < table.units().size(); row++) {
                String unit = table.units().get(row);
                if (!table.isRanked(unit) || table.reading(unit, indicator).isEmpty()) {
                    continue;
                }
                Datum datum = Datum.of(table, unit, indicator);
                if (datum.isUncertain()) {
                    rows.add(row);
                    values.add(datum.quantiles().applyAsDouble(bits.nextOpen()));
                }
            }
            if (!rows.isEmpty()) {
                result = result.withValues(
                        indicator,
                        rows.stream().mapToInt(row -> row).toArray(),
                        values.stream().mapToDouble(value -> value).toArray());
            }
        }
        return result;
    }
}
