package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.github.statecraft.estimate.Reconciliation;
import io.github.statecraft.internal.text.TextTable;
import io.github.statecraft.model.NationalAiStrategy;
import java.io.Serial;
import java.io.Serializable;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tables of several years with the same columns: the raw material of scores over time. Units may come and go.
 *
 * <p>Immutable, thread-safe, serialisable; equal if the tables are equal.
 */
public final class IndicatorPanel implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ImmutableSortedMap<Year, IndicatorTable> tables;

    private IndicatorPanel(ImmutableSortedMap<Year, IndicatorTable> tables) {
        this.tables = tables;
    }

    /**
     * Puts tables together. A table that says of no year becomes one as of its year here.
     *
     * @param tables by year, at least one
     * @return the panel
     * @throws IllegalArgumentException if there is none, a table is as of another year, or columns differ
     */
    public static IndicatorPanel of(Map<Year, IndicatorTable> tables) {
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("IndicatorPanel must have at least one year but has none");
        }
        TreeMap<Year, IndicatorTable> sorted = new TreeMap<>();
        new TreeMap<>(tables).forEach((year, table) -> {
            if (!table.asOf().orElse(year).equals(year)) {
                throw new IllegalArgumentException(
                        "IndicatorPanel: the table of " + year + " must be as of that year but " + "was as of "
                                + table.asOf().get());
            }
            sorted.put(year, table.withAsOf(year));
        });
        IndicatorTable first = sorted.firstEntry().getValue();
        sorted.forEach((year, table) -> {
            if (!table.indicators().equals(first.indicators())) {
                throw new IllegalArgumentException("IndicatorPanel: every year must have the columns "
                        + String.join(", ", first.indicators()) + ", as " + sorted.firstKey() + " does, but " + year
                        + " has " + String.join(", ", table.indicators()));
            }
        });
        return new IndicatorPanel(ImmutableSortedMap.copyOfSorted(sorted));
    }

    /**
     * Strategies as they were in several years: each as of the year, so that later observations are left out.
     *
     * @param strategies the rows, each jurisdiction once
     * @param attributeIds the columns
     * @param years the years, at least one
     * @param reconciliation how several observations become one value
     * @return the panel
     * @throws IllegalArgumentException as for {@link IndicatorTable#of}
     */
    public static IndicatorPanel of(
            Iterable<NationalAiStrategy> strategies,
            Iterable<String> attributeIds,
            Iterable<Year> years,
            Reconciliation reconciliation) {
        Map<Year, IndicatorTable> tables = new LinkedHashMap<>();
        for (Year year : years) {
            ImmutableList.Builder<NationalAiStrategy> then = ImmutableList.builder();
            strategies.forEach(strategy -> then.add(strategy.withAsOf(year)));
            tables.put(year, IndicatorTable.of(then.build(), attributeIds, reconciliation));
        }
        return of(tables);
    }

    /**
     * The years.
     *
     * @return in their order, at least one
     */
    public ImmutableList<Year> years() {
        return tables.keySet().asList();
    }

    /**
     * The table of a year.
     *
     * @param year one of the years
     * @return the table, as of that year
     * @throws IllegalArgumentException if the panel has no such year
     */
    public IndicatorTable table(Year year) {
        return Optional.ofNullable(tables.get(year))
                .orElseThrow(() -> new IllegalArgumentException("IndicatorPanel: no year " + year + "; there are "
                        + String.join(", ", years().stream().map(Year::toString).toList())));
    }

    /**
     * All years in one table, a row for each unit and year, with ids such as {@code CHN 2024}: the reference for scales that
     * hold for all years.
     *
     * @return a table that says of no year
     */
    public IndicatorTable pooled() {
        IndicatorTable.Builder pooled = IndicatorTable.builder();
        first().indicators().forEach(pooled::indicator);
        tables.forEach((year, table) -> {
            for (String unit : table.units()) {
                String id = unit + " " + year;
                pooled.unit(id, table.label(unit) + " " + year, table.isRanked(unit));
                table.group(unit).ifPresent(group -> pooled.group(id, group));
                for (String indicator : table.indicators()) {
                    table.value(unit, indicator).ifPresent(value -> pooled.value(id, indicator, value));
                }
            }
        });
        return pooled.build();
    }

    private IndicatorTable first() {
        return tables.values().iterator().next();
    }

    /** The years, with their numbers of units. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder()
                .title(years().size() + " years, " + first().indicators().size() + " indicators")
                .left("year")
                .right("units");
        tables.forEach((year, table) ->
                text.row(year.toString(), Integer.toString(table.units().size())));
        return text.build().toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndicatorPanel that && tables.equals(that.tables);
    }

    @Override
    public int hashCode() {
        return tables.hashCode();
    }
}
