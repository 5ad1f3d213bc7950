package io.github.statecraft.audit;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.statecraft.internal.numerics.Correlation;
import io.github.statecraft.internal.numerics.Statistics;
import io.github.statecraft.internal.numerics.Statistics.ShapeType;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.Step;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The scores at every node of the units that hold a rank and have a score, and the statistics of such columns, in which NaN
 * marks what is missing. No NaN leaves this package.
 */
final class AuditScores {
    /** Numbers whose range is less than this part of the largest in absolute value count as constant. */
    private static final double CONSTANT = 1e-9;

    private static final int FEWEST_FOR_KURTOSIS = 4;

    private final ImmutableList<String> units;
    private final ImmutableMap<String, double[]> columns;

    private AuditScores(ImmutableList<String> units, ImmutableMap<String, double[]> columns) {
        this.units = units;
        this.columns = columns;
    }

    static AuditScores of(ScoreTable table) {
        ImmutableList<String> units =
                table.units().stream().filter(table.table()::isRanked).collect(toImmutableList());
        IndicatorTable scores = table.table(Step.AGGREGATED);
        return new AuditScores(
                units, ImmutableMap.copyOf(Maps.toMap(scores.indicators(), id -> column(scores, units, id))));
    }

    static double[] column(IndicatorTable table, List<String> units, String id) {
        return units.stream()
                .mapToDouble(unit -> table.value(unit, id).orElse(Double.NaN))
                .toArray();
    }

    ImmutableList<String> units() {
        return units;
    }

    double[] of(String node) {
        return Objects.requireNonNull(columns.get(node));
    }

    /** Nodes x units, of the units that have a score on all these nodes. */
    double[][] completeCases(List<String> nodes) {
        double[][] all = nodes.stream().map(this::of).toArray(double[][]::new);
        int[] complete = IntStream.range(0, units.size())
                .filter(unit -> IntStream.range(0, all.length).noneMatch(i -> Double.isNaN(all[i][unit])))
                .toArray();
        double[][] cases = new double[all.length][complete.length];
        for (int i = 0; i < all.length; i++) {
            for (int row = 0; row < complete.length; row++) {
                cases[i][row] = all[i][complete[row]];
            }
        }
        return cases;
    }

    Statistic correlation(String node, String other) {
        double[][] both = completeCases(List.of(node, other));
        int count = both[0].length;
        if (count < StatisticalAudit.FEWEST_UNITS) {
            return tooFew(count);
        }
        for (int i = 0; i < both.length; i++) {
            if (isConstant(both[i])) {
                return Statistic.undefined((i == 0 ? node : other) + " is constant", count);
            }
        }
        return Statistic.of(Correlation.pearson(both[0], both[1]), count);
    }

    static Statistic tooFew(int count) {
        return Statistic.undefined("fewer than " + StatisticalAudit.FEWEST_UNITS + " units", count);
    }

    static Shape shape(double[] column) {
        int count = Statistics.count(column);
        if (count < StatisticalAudit.FEWEST_UNITS) {
            return new Shape(tooFew(count), tooFew(count));
        }
        if (isConstant(column)) {
            Statistic constant = Statistic.undefined("constant", count);
            return new Shape(constant, constant);
        }
        return new Shape(
                Statistic.of(Statistics.skewness(column, ShapeType.TYPE_2), count),
                count < FEWEST_FOR_KURTOSIS
                        ? Statistic.undefined("fewer than " + FEWEST_FOR_KURTOSIS + " units", count)
                        : Statistic.of(Statistics.excessKurtosis(column, ShapeType.TYPE_2), count));
    }

    static boolean isConstant(double[] column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double x : column) {
            if (!Double.isNaN(x)) {
                low = Math.min(low, x);
                high = Math.max(high, x);
            }
        }
        return !(high / 2 - low / 2 > CONSTANT / 2 * Math.max(Math.abs(low), Math.abs(high)));
    }
}
