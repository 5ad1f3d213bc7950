package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.github.statecraft.internal.numerics.LeastSquares;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.PrintedScale;
import io.github.statecraft.internal.text.TextTable;
import java.io.Serial;
import java.io.Serializable;
import java.time.Year;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * The scores of several years by one frozen reference, so that a change of score is a change of the unit and of nothing else.
 *
 * <p>Immutable, thread-safe, serialisable; equal if framework and score tables are equal.
 */
public final class PanelScores implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final FittedFramework fitted;
    private final ImmutableSortedMap<Year, ScoreTable> scores;

    PanelScores(FittedFramework fitted, ImmutableSortedMap<Year, ScoreTable> scores) {
        this.fitted = fitted;
        this.scores = scores;
    }

    /**
     * By what was scored.
     *
     * @return the framework and what was taken from the reference
     */
    public FittedFramework fitted() {
        return fitted;
    }

    /**
     * The years.
     *
     * @return in their order, at least one
     */
    public ImmutableList<Year> years() {
        return scores.keySet().asList();
    }

    /**
     * The scores of a year.
     *
     * @param year one of the years
     * @return its score table
     * @throws IllegalArgumentException if there is no such year
     */
    public ScoreTable scores(Year year) {
        ScoreTable table = scores.get(year);
        if (table == null) {
            throw new IllegalArgumentException("PanelScores: no year " + year + "; there are "
                    + String.join(", ", years().stream().map(Year::toString).toList()));
        }
        return table;
    }

    /**
     * The scores of a unit over time.
     *
     * @param unit its id
     * @return scores by year, of the years in which it has one
     * @throws IllegalArgumentException if no year has such a unit
     */
    public ImmutableSortedMap<Year, Double> scores(String unit) {
        TreeMap<Year, Double> result = new TreeMap<>();
        boolean isThere = false;
        for (Map.Entry<Year, ScoreTable> entry : scores.entrySet()) {
            if (entry.getValue().table().has(unit)) {
                isThere = true;
                OptionalDouble score = entry.getValue().score(unit);
                score.ifPresent(s -> result.put(entry.getKey(), s));
            }
        }
        if (!isThere) {
            throw IndicatorTable.unknown("unit", unit, units());
        }
        return ImmutableSortedMap.copyOfSorted(result);
    }

    private Set<String> units() {
        Set<String> units = new LinkedHashSet<>();
        scores.values().forEach(table -> units.addAll(table.table().units()));
        return units;
    }

    /**
     * The compound annual growth rate from the first to the last year with a score: {@code (last / first)^(1 / years) - 1}.
     *
     * @param unit its id
     * @return in percent a year; empty with fewer than two years, if a score of the two is not positive, or if the rate is too
     *     large for a double
     * @throws IllegalArgumentException if no year has such a unit
     */
    public OptionalDouble growth(String unit) {
        ImmutableSortedMap<Year, Double> own = scores(unit);
        if (own.size() < 2) {
            return OptionalDouble.empty();
        }
        double first = Objects.requireNonNull(own.firstEntry()).getValue();
        double last = Objects.requireNonNull(own.lastEntry()).getValue();
        int years = own.lastKey().getValue() - own.firstKey().getValue();
        if (!(first > 0 && last > 0)) {
            return OptionalDouble.empty();
        }
        double ratio = last / first;
        double log = ratio > 0 && Double.isFinite(ratio)
                ? StrictMath.log(ratio)
                : StrictMath.log(last) - StrictMath.log(first);
        double rate = 100 * StrictMath.expm1(log / years);
        return Double.isFinite(rate) ? OptionalDouble.of(rate) : OptionalDouble.empty();
    }

    /**
     * The trend: the slope of the least-squares line through the scores.
     *
     * @param unit its id
     * @return in points a year; empty with fewer than two years
     * @throws IllegalArgumentException if no year has such a unit
     */
    public OptionalDouble trend(String unit) {
        ImmutableSortedMap<Year, Double> own = scores(unit);
        if (own.size() < 2) {
            return OptionalDouble.empty();
        }
        double[] years = own.keySet().stream().mapToDouble(Year::getValue).toArray();
        double[] points = own.values().stream().mapToDouble(s -> s).toArray();
        return OptionalDouble.of(LeastSquares.fit(years, points).slope());
    }

    /** A table: a line for each unit, with its scores, growth and trend; the highest of the last year first. */
    @Override
    public String toString() {
        double spread = PrintedScale.spread(units().stream()
                .flatMap(unit -> scores(unit).values().stream())
                .mapToDouble(score -> score)
                .toArray());
        int decimals = Nodes.printedScale(fitted.framework(), spread).decimals(2);
        ImmutableList<Year> shown = years().subList(Math.max(0, years().size() - YEARS_SHOWN), years().size());
        TextTable.Builder text = TextTable.builder()
                .title(fitted.framework().id() + " " + fitted.framework().version() + ", " + years().get(0) + " to "
                        + years().get(years().size() - 1) + ": "
                        + fitted.framework().question())
                .left("unit");
        shown.forEach(year -> text.right(year.toString()));
        text.right("growth %").right("trend");
        Set<String> order = new LinkedHashSet<>();
        scores(years().get(years().size() - 1)).ranking().entries().forEach(entry -> order.add(entry.unit()));
        order.addAll(units());
        for (String unit : order.stream().limit(Ranking.ROWS_SHOWN).toList()) {
            ImmutableSortedMap<Year, Double> own = scores(unit);
            ImmutableList.Builder<String> cells = ImmutableList.builder();
            cells.add(unit);
            shown.forEach(year -> {
                Double score = own.get(year);
                cells.add(score == null ? "-" : Numbers.fixed(score, decimals));
            });
            cells.add(shown(growth(unit), 2), shown(trend(unit), decimals));
            text.row(cells.build().toArray(new String[0]));
        }
        if (shown.size() < years().size()) {
            text.note("and " + (years().size() - shown.size()) + " earlier years");
        }
        if (order.size() > Ranking.ROWS_SHOWN) {
            text.note("and " + Numbers.grouped(order.size() - Ranking.ROWS_SHOWN) + " more units");
        }
        return text.note(
                        "growth: compound annual rate between the first and the last year with a score; trend: points a year "
                                + "by least squares. Every year is scored by one reference.")
                .note("Fitted fingerprint " + fitted.fingerprint().substring(0, Fingerprint.SHOWN) + ".")
                .build()
                .toString();
    }

    private static final int YEARS_SHOWN = 7;

    private static String shown(OptionalDouble value, int decimals) {
        return value.isPresent() ? Numbers.fixed(value.getAsDouble(), decimals) : "-";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PanelScores that && fitted.equals(that.fitted) && scores.equals(that.scores);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fitted, scores);
    }
}
