package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.text.TextTable;
import java.io.Serializable;
import java.util.Objects;

/**
 * What a score table lacks: for each column that the framework uses, the units without a value.
 *
 * <p>Immutable, thread-safe, serialisable.
 *
 * @param framework the id of the framework
 * @param units how many units the table has
 * @param missing units without a value, by column, in the order of the table; columns without gaps are listed empty
 */
public record DataGaps(String framework, int units, ImmutableMap<String, ImmutableList<String>> missing)
        implements Serializable {
    /** Checks that nothing is null. */
    public DataGaps {
        Objects.requireNonNull(framework, "DataGaps.framework");
        Objects.requireNonNull(missing, "DataGaps.missing");
    }

    /**
     * Looks for gaps.
     *
     * @param scores a score table
     * @return the gaps of its table
     */
    public static DataGaps of(ScoreTable scores) {
        IndicatorTable table = scores.table();
        ImmutableMap.Builder<String, ImmutableList<String>> missing = ImmutableMap.builder();
        for (String column : scores.framework().columns()) {
            missing.put(
                    column,
                    table.units().stream()
                            .filter(unit -> table.value(unit, column).isEmpty())
                            .collect(ImmutableList.toImmutableList()));
        }
        return new DataGaps(scores.framework().id(), table.units().size(), missing.buildOrThrow());
    }

    /** A table: column, how many units have it, and who does not. */
    @Override
    public String toString() {
        TextTable.Builder table = TextTable.builder()
                .title("Missing under " + framework)
                .left("indicator")
                .right("known")
                .wrapped("missing");
        missing.forEach((column, without) ->
                table.row(column, (units - without.size()) + " of " + units, String.join(", ", without)));
        return table.build().toString();
    }
}
