package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Spread;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.numerics.Triangular;
import io.github.statecraft.internal.numerics.TwoPieceNormal;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.work.RandomBits;
import io.github.statecraft.score.method.Aggregation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws of scores that were given as estimates, independently of each other: two-piece normal for 90 % intervals, triangular for
 * ranges, as in {@link Estimate#quantile}. Where the mean takes positive scores only, the normal is cut off at 0.
 */
final class ScoreSpreads implements ValueDraws {
    /** One uncertain score. */
    private record Cell(
            int unit,
            int criterion,
            Estimate estimate,
            @Nullable TwoPieceNormal normal) {}

    private final Aggregation aggregation;
    private final double[][] linear;
    private final ImmutableList<Cell> cells;
    private final int known;
    private final int judged;
    private final int values;

    private ScoreSpreads(
            Aggregation aggregation, double[][] linear, List<Cell> cells, int known, int judged, int values) {
        this.aggregation = aggregation;
        this.linear = linear;
        this.cells = ImmutableList.copyOf(cells);
        this.known = known;
        this.judged = judged;
        this.values = values;
    }

    /** The draws of some criteria; null if no score has a spread that is wider than a point. */
    static @Nullable ScoreSpreads of(Criteria criteria) {
        double[][] linear = criteria.linear();
        List<Cell> cells = new ArrayList<>();
        int known = 0;
        int judged = 0;
        int values = 0;
        for (int unit = 0; unit < linear.length; unit++) {
            ImmutableList<Estimate> estimates =
                    criteria.estimates().getOrDefault(criteria.units().get(unit), ImmutableList.of());
            for (int criterion = 0; criterion < linear[unit].length; criterion++) {
                values += Double.isNaN(linear[unit][criterion]) ? 0 : 1;
                if (criterion < estimates.size()
                        && estimates.get(criterion).spread().isKnown()) {
                    Estimate estimate = estimates.get(criterion);
                    known++;
                    judged += estimate.spread() instanceof Spread.Judgement90 ? 1 : 0;
                    if (!(estimate.spread() instanceof Spread.Exact)) {
                        cells.add(new Cell(unit, criterion, estimate, normal(estimate)));
                    }
                }
            }
        }
        return cells.isEmpty() ? null : new ScoreSpreads(criteria.aggregation(), linear, cells, known, judged, values);
    }

    private static @Nullable TwoPieceNormal normal(Estimate estimate) {
        return estimate.spread() instanceof Spread.Range
                ? null
                : TwoPieceNormal.fromInterval90(
                        estimate.value(),
                        estimate.low().orElseThrow(),
                        estimate.high().orElseThrow());
    }

    @Override
    public void draw(RandomBits bits, double[][] drawn) {
        for (int unit = 0; unit < linear.length; unit++) {
            System.arraycopy(linear[unit], 0, drawn[unit], 0, linear[unit].length);
        }
        for (Cell cell : cells) {
            drawn[cell.unit][cell.criterion] = PowerMean.linear(aggregation, quantile(cell, bits.nextOpen()));
        }
    }

    private double quantile(Cell cell, double u) {
        Estimate estimate = cell.estimate;
        if (cell.normal == null) {
            return Triangular.quantile(
                    u,
                    estimate.low().orElseThrow(),
                    estimate.value(),
                    estimate.high().orElseThrow());
        }
        return aggregation instanceof Aggregation.Arithmetic
                ? cell.normal.quantile(u)
                : Math.max(cell.normal.quantile(u, 0, Double.POSITIVE_INFINITY), Double.MIN_NORMAL);
    }

    /** Checks that a range stays where the mean has a value. */
    static void check(Aggregation aggregation, String unit, String criterion, Estimate estimate) {
        if (estimate.spread() instanceof Spread.Range range
                && range.low() <= 0
                && !(aggregation instanceof Aggregation.Arithmetic)) {
            throw new IllegalArgumentException("Criteria: " + criterion + " of " + Problems.quote(unit)
                    + " must lie above 0 for a " + aggregation + " but its range starts at "
                    + Numbers.shortest(range.low()));
        }
    }

    /** How many values have a spread. */
    static String coverage(int known, int judged, int values) {
        return "spreads cover " + Numbers.grouped(known) + " of " + Numbers.grouped(values) + " values"
                + (judged == 0 ? "" : ", " + Numbers.grouped(judged) + " of them judged")
                + (known == values ? "" : "; the others are taken as they are, so that intervals are at least as wide");
    }

    @Override
    public String toString() {
        return coverage(known, judged, values);
    }

    /** Estimates by unit, for the units that are kept. */
    static ImmutableMap<String, ImmutableList<Estimate>> of(
            ImmutableMap<String, ImmutableList<Estimate>> estimates, ImmutableMap<String, String> kept) {
        ImmutableMap.Builder<String, ImmutableList<Estimate>> result = ImmutableMap.builder();
        estimates.forEach((unit, scores) -> {
            if (kept.containsKey(unit)) {
                result.put(unit, scores);
            }
        });
        return result.buildOrThrow();
    }
}
