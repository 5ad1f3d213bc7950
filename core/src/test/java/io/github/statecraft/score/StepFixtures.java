package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;

import io.github.statecraft.score.method.Normalisation;
import java.util.Arrays;
import java.util.List;

/** Tables of one column {@code x} and what steps leave of it, for tests of single steps. */
final class StepFixtures {
    /** A value that is not there. */
    static final double MISSING = Double.NaN;

    private StepFixtures() {}

    /** Units u0, u1, ... with one column x; NaN is missing. */
    static IndicatorTable column(double... values) {
        return columns(List.of("x"), new double[][] {values});
    }

    /** Units u0, u1, ... with some columns, columns x units; NaN is missing. */
    static IndicatorTable columns(List<String> names, double[]... values) {
        IndicatorTable.Builder table = IndicatorTable.builder();
        for (int row = 0; row < values[0].length; row++) {
            table.unit("u" + row);
        }
        for (int column = 0; column < values.length; column++) {
            table.indicator(names.get(column));
            for (int row = 0; row < values[column].length; row++) {
                if (!Double.isNaN(values[column][row])) {
                    table.value("u" + row, names.get(column), values[column][row]);
                }
            }
        }
        return table.build();
    }

    static Indicator x(Normalisation normalisation) {
        return Indicator.of("x", normalisation);
    }

    /** The column of a table, NaN where missing. */
    static double[] column(IndicatorTable table, String name) {
        return table.units().stream()
                .mapToDouble(unit -> table.value(unit, name).orElse(MISSING))
                .toArray();
    }

    /** What a step leaves of a leaf that is alone in its framework. */
    static double[] after(Step step, Indicator leaf, IndicatorTable table) {
        return column(framework(leaf).scoreAll(table).table(step), leaf.id());
    }

    /** The normalised values of a column of one leaf, which is the reference too. */
    static double[] normalised(Indicator leaf, double... values) {
        return after(Step.NORMALISED, leaf, column(values));
    }

    static double[] at(double[] values, int... places) {
        return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
    }
}
