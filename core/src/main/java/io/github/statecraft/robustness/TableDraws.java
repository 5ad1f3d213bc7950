package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.estimate.Spread;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.work.RandomBits;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.ScoreTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Draws of the values behind a score table. Every reading with a spread other than EXACT is drawn from the distribution of its
 * estimate, independently of the others: one draw for a unit and a column, also where several indicators read the column or
 * divide by it. Readings that are exact or of unknown spread, bare values, and the values of units without a rank stay as they
 * are. What is missing stays missing, so that whoever has a score or a criterion has it in every draw.
 *
 * <p>A draw is scored by the same method, as {@link ScoreTable#supposing} says. Immutable; called by several threads at once.
 */
final class TableDraws {
    private final ScoreTable scored;
    private final IndicatorTable base;
    private final ImmutableList<Column> columns;
    private final int inputs;
    private final int covered;
    private final int judged;

    /** The drawn cells of one column: numbers of rows, and the quantiles of each. */
    private record Column(String indicator, int[] rows, DoubleUnaryOperator[] quantiles) {
        @Override
        public String toString() {
            return indicator + ", " + rows.length + " cells";
        }
    }

    private TableDraws(ScoreTable scored, IndicatorTable base, ImmutableSet<String> units) {
        this.scored = scored;
        this.base = base;
        ImmutableList.Builder<Column> drawn = ImmutableList.builder();
        int known = 0;
        int filled = 0;
        int judgements = 0;
        for (String indicator : scored.framework().columns()) {
            List<Integer> rows = new ArrayList<>();
            List<DoubleUnaryOperator> quantiles = new ArrayList<>();
            for (String unit : units) {
                if (base.value(unit, indicator).isEmpty()) {
                    continue;
                }
                filled++;
                Optional<Reading> reading = scored.table().reading(unit, indicator);
                if (reading.isEmpty() || !reading.get().estimate().spread().isKnown()) {
                    continue;
                }
                known++;
                Estimate estimate = reading.get().estimate();
                judgements += estimate.spread() instanceof Spread.Judgement90 ? 1 : 0;
                if (isDrawn(estimate)) {
                    rows.add(base.units().indexOf(unit));
                    quantiles.add(estimate.quantiles(reading.get().unit()));
                }
            }
            if (!rows.isEmpty()) {
                drawn.add(new Column(
                        indicator,
                        rows.stream().mapToInt(row -> row).toArray(),
                        quantiles.toArray(DoubleUnaryOperator[]::new)));
            }
        }
        columns = drawn.build();
        inputs = filled;
        covered = known;
        judged = judgements;
    }

    /**
     * Draws of the whole table: of all units that hold a rank.
     *
     * @param scored scored units, whose readings may have spreads
     */
    static TableDraws of(ScoreTable scored) {
        return new TableDraws(scored, scored.table(), ranked(scored.table()));
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
        return new TableDraws(scored, TableRows.of(scored, kept), kept);
    }

    private static ImmutableSet<String> ranked(IndicatorTable table) {
        return table.units().stream().filter(table::isRanked).collect(ImmutableSet.toImmutableSet());
    }

    /** Whether an estimate has a spread of some width. */
    static boolean isDrawn(Estimate estimate) {
        return estimate.spread().isKnown()
                && estimate.low().orElseThrow() < estimate.high().orElseThrow();
    }

    /**
     * Draws a table, with the units of the scored one or those that were asked for.
     *
     * @param bits where the bits come from; one number for each drawn value
     * @return values without readings
     */
    IndicatorTable table(RandomBits bits) {
        IndicatorTable table = base;
        for (Column column : columns) {
            double[] values = new double[column.rows().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = column.quantiles()[i].applyAsDouble(bits.nextOpen());
            }
            table = table.withValues(column.indicator(), column.rows(), values);
        }
        return table;
    }

    /** Draws a table and scores it. */
    ScoreTable scores(RandomBits bits) {
        return scored.supposing(table(bits));
    }

    /** How many values have a spread that draws follow. */
    int drawn() {
        return columns.stream().mapToInt(column -> column.rows().length).sum();
    }

    /** How many values of the units there are in the columns that the framework reads. */
    int inputs() {
        return inputs;
    }

    /** Of how many of them the spread is known, exact ones among them. */
    int covered() {
        return covered;
    }

    /** Of how many of these the spread is judgement. */
    int judged() {
        return judged;
    }

    /** What is drawn: how many inputs are covered, how much of it is judgement, what the method does. */
    @Override
    public String toString() {
        String others = covered == inputs ? "" : "; what the others would add is not known";
        String judgement = judged == 0 ? "" : ", " + Numbers.grouped(judged) + " of them by JUDGEMENT";
        return "covers " + Numbers.grouped(covered) + " of " + Numbers.grouped(inputs) + " inputs" + judgement + others
                + "; "
                + (scored.isOwnReference()
                        ? "the method is fitted anew to each draw of the table"
                        : "the method stays as it was fitted")
                + "; a drawn value that a step refuses stands at the end of its scale";
    }
}
