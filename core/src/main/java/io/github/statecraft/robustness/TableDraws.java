package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.work.RandomBits;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.ScoreTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Draws of the values in some columns of a table. Every reading with a spread other than EXACT is drawn from the distribution of its
 * estimate, independently of the others: one draw for a unit and a column, also where several indicators read the column or
 * divide by it. Readings that are exact or of unknown spread, bare values, and the values of units without a rank stay as they
 * are. What is missing stays missing, so that whoever has a score or a criterion has it in every draw.
 *
 * <p>A draw is scored by {@link ScoreTable#supposing}: fitted anew where the method was fitted to the table, and with values that a
 * step refuses at the nearest that it takes. Immutable; called by several threads at once.
 */
final class TableDraws {
    private final IndicatorTable base;
    private final ImmutableList<Datum> data;
    private final ImmutableList<Datum> uncertain;
    private final ImmutableList<Column> columns;

    /** The drawn cells of one column: numbers of rows, and the quantiles of each. */
    private static final class Column {
        private final String indicator;
        private final int[] rows;
        private final DoubleUnaryOperator[] quantiles;

        private Column(String indicator, List<Integer> rows, List<DoubleUnaryOperator> quantiles) {
            this.indicator = indicator;
            this.rows = rows.stream().mapToInt(row -> row).toArray();
            this.quantiles = quantiles.toArray(DoubleUnaryOperator[]::new);
        }
    }

    private TableDraws(
            IndicatorTable table, IndicatorTable base, Iterable<String> indicators, ImmutableSet<String> units) {
        this.base = base;
        ImmutableList.Builder<Datum> all = ImmutableList.builder();
        ImmutableList.Builder<Datum> open = ImmutableList.builder();
        ImmutableList.Builder<Column> drawn = ImmutableList.builder();
        for (String indicator : indicators) {
            List<Integer> rows = new ArrayList<>();
            List<DoubleUnaryOperator> quantiles = new ArrayList<>();
            for (String unit : units) {
                if (base.value(unit, indicator).isEmpty()) {
                    continue;
                }
                Datum datum = Datum.of(table, unit, indicator);
                all.add(datum);
                if (datum.isUncertain()) {
                    open.add(datum);
                    rows.add(base.units().indexOf(unit));
                    quantiles.add(datum.quantiles());
                }
            }
            if (!rows.isEmpty()) {
                drawn.add(new Column(indicator, rows, quantiles));
            }
        }
        data = all.build();
        uncertain = open.build();
        columns = drawn.build();
    }

    /**
     * Draws of the whole table: of all units that hold a rank.
     *
     * @param scored scored units, whose readings may have spreads
     */
    static TableDraws of(ScoreTable scored) {
        return of(scored.table(), scored.framework().columns());
    }

    /**
     * Draws of some columns of all units that hold a rank.
     *
     * @param table values, whose readings may have spreads
     * @param indicators ids of columns
     */
    static TableDraws of(IndicatorTable table, Iterable<String> indicators) {
        return new TableDraws(
                table,
                table,
                indicators,
                table.units().stream().filter(table::isRanked).collect(ImmutableSet.toImmutableSet()));
    }

    /**
     * Draws of what bears on the scores of some units: their own values or, where the method looks at the table, those of all
     * that hold a rank.
     *
     * @param scored scored units, whose readings may have spreads
     * @param units units that hold a rank
     */
    static TableDraws of(ScoreTable scored, Iterable<String> units) {
        if (scored.isOwnReference()) {
            return of(scored);
        }
        ImmutableSet<String> kept = ImmutableSet.copyOf(units);
        return new TableDraws(
                scored.table(), TableRows.of(scored, kept), scored.framework().columns(), kept);
    }

    /** What is drawn from: the scored table, or the rows that were asked for. */
    IndicatorTable base() {
        return base;
    }

    /** All values in the columns, column by column. */
    ImmutableList<Datum> data() {
        return data;
    }

    /** Those of them that are drawn, in the order in which they are. */
    ImmutableList<Datum> uncertain() {
        return uncertain;
    }

    /**
     * Draws a table.
     *
     * @param bits where the bits come from; one number for each uncertain value
     * @return values without readings
     */
    IndicatorTable table(RandomBits bits) {
        double[] uniform = new double[uncertain.size()];
        fill(bits, uniform);
        return table(uniform);
    }

    /** Draws the probabilities of whose quantiles a table is made. */
    void fill(RandomBits bits, double[] uniform) {
        for (int i = 0; i < uniform.length; i++) {
            uniform[i] = bits.nextOpen();
        }
    }

    /**
     * The table at some quantiles.
     *
     * @param uniform a probability for each uncertain value
     */
    IndicatorTable table(double[] uniform) {
        IndicatorTable table = base;
        int next = 0;
        for (Column column : columns) {
            double[] values = new double[column.rows.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = column.quantiles[i].applyAsDouble(uniform[next++]);
            }
            table = table.withValues(column.indicator, column.rows, values);
        }
        return table;
    }

    /** How many values of the units there are in the columns. */
    int inputs() {
        return data.size();
    }

    /** Of how many of them the spread is known, exact ones among them. */
    int covered() {
        return (int) data.stream().filter(Datum::isCovered).count();
    }

    /** Of how many of these the spread is judgement. */
    int judged() {
        return (int) data.stream().filter(Datum::isJudged).count();
    }

    /** What is covered: of how many inputs the spread is known, how much of it is judgement. */
    static String coverage(int covered, int judged, int inputs) {
        return "covers " + Numbers.grouped(covered) + " of " + Numbers.grouped(inputs) + " inputs"
                + (judged == 0 ? "" : ", " + Numbers.grouped(judged) + " of them by JUDGEMENT")
                + (covered == inputs ? "" : "; what the others would add is not known");
    }

    /** What the method does in a draw. */
    static String method(boolean isOwnReference) {
        return (isOwnReference
                        ? "the method is fitted anew to each draw of the table"
                        : "the method stays as it was fitted")
                + "; a drawn value that a step refuses stands at the nearest that it takes";
    }

    @Override
    public String toString() {
        return coverage(covered(), judged(), inputs());
    }
}
