package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.PrintedScale;
import io.github.statecraft.internal.text.TextTable;
import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Units in the order of their scores, the highest first unless it says otherwise, with explicit ties. Scores are compared at full precision: rank
 * first, round last. Published tables that rank what they print are met by {@link #rounded}.
 *
 * <p>Immutable, thread-safe, serialisable; equal if scores and treatment of ties are equal.
 */
public final class Ranking implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** More decimals than this a score near 100 does not have. */
    private static final int MOST_DECIMALS = 15;

    /** Decimals of a score near 100 in print. */
    private static final int DECIMALS = 2;

    private static final double TEN = 10;

    /** Longer tables are cut when they are printed: no reader wants more lines, and there are not so many countries. */
    static final int ROWS_SHOWN = 250;

    private final ImmutableMap<String, Entry> entries;
    private final Ties ties;
    private final boolean isLowestFirst;

    /** Which rank units of one score hold. */
    public enum Ties {
        /** The best of the ranks they take up: 1, 2, 2, 4. Also called competition ranks. The default. */
        STANDARD,
        /** The next rank without gaps: 1, 2, 2, 3. */
        DENSE,
        /** The mean of the ranks they take up: 1, 2.5, 2.5, 4. Also called fractional ranks. */
        AVERAGE
    }

    /**
     * One line of a ranking.
     *
     * @param rank from 1; a multiple of one half under {@link Ties#AVERAGE}
     * @param unit the unit id
     * @param score its score
     * @param tied whether another unit has the same score
     */
    public record Entry(double rank, String unit, double score, boolean tied) implements Serializable {
        /** Checks that the unit is not null. */
        public Entry {
            Objects.requireNonNull(unit, "Ranking.Entry.unit");
            if (!(rank >= 1 && Double.isFinite(rank) && Double.isFinite(score))) {
                throw new IllegalArgumentException("Ranking.Entry of " + unit
                        + " must have a rank from 1 and a finite score but had " + Numbers.shortest(rank) + " and "
                        + Numbers.shortest(score));
            }
        }

        /** One line: rank, unit, score with two decimals; three up to 10, four up to 1. */
        @Override
        public String toString() {
            return Numbers.shortest(rank) + (tied ? "= " : " ") + unit + " " + Numbers.fixed(score, decimals(score));
        }
    }

    private Ranking(ImmutableMap<String, Entry> entries, Ties ties, boolean isLowestFirst) {
        this.entries = entries;
        this.ties = ties;
        this.isLowestFirst = isLowestFirst;
    }

    /**
     * Ranks units by their scores.
     *
     * @param scores finite scores by unit; their order changes nothing
     * @param ties which rank units of one score hold
     * @return the ranking
     * @throws IllegalArgumentException if a score is not finite
     */
    public static Ranking of(Map<String, Double> scores, Ties ties) {
        return of(scores, ties, false);
    }

    private static Ranking of(Map<String, Double> scores, Ties ties, boolean isLowestFirst) {
        scores.forEach((unit, score) -> {
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException(
                        "Ranking.score of " + unit + " must be finite but was " + Numbers.shortest(score));
            }
        });
        List<Map.Entry<String, Double>> sorted = new ArrayList<>();
        scores.forEach((unit, score) -> sorted.add(Map.entry(unit, score + 0.0)));
        Comparator<Double> order = isLowestFirst ? Comparator.naturalOrder() : Comparator.reverseOrder();
        sorted.sort(Map.Entry.<String, Double>comparingByValue(order).thenComparing(Map.Entry.comparingByKey()));
        ImmutableList.Builder<Entry> entries = ImmutableList.builder();
        int distinct = 0;
        for (int from = 0; from < sorted.size(); ) {
            double score = sorted.get(from).getValue();
            int to = from;
            while (to < sorted.size() && sorted.get(to).getValue() == score) {
                to++;
            }
            distinct++;
            double rank =
                    switch (ties) {
                        case STANDARD -> from + 1;
                        case DENSE -> distinct;
                        case AVERAGE -> (from + 1 + to) / 2.0;
                    };
            for (int i = from; i < to; i++) {
                entries.add(new Entry(rank, sorted.get(i).getKey(), score, to - from > 1));
            }
            from = to;
        }
        return new Ranking(Maps.uniqueIndex(entries.build(), Entry::unit), ties, isLowestFirst);
    }

    /**
     * The ranking of the scores as they would be printed, each rounded half-even: units that print the same score hold the
     * same rank, as in published tables.
     *
     * @param decimals digits after the decimal point of a score from 0 to 100, 0 to 15
     * @return the ranking of the rounded scores, ties treated as here
     * @throws IllegalArgumentException if decimals is out of range
     */
    public Ranking rounded(int decimals) {
        return rounded(decimals, RoundingMode.HALF_EVEN);
    }

    /**
     * The ranking of the scores as they would be printed by another rule of rounding. A score is a double: one that is printed
     * as 2.675 may be a little less, and is rounded as what it is.
     *
     * @param decimals digits after the decimal point, 0 to 15
     * @param mode what becomes of the digits behind them
     * @return the ranking of the rounded scores, ties treated as here
     * @throws IllegalArgumentException if decimals is out of range
     */
    public Ranking rounded(int decimals, RoundingMode mode) {
        Objects.requireNonNull(mode, "Ranking.rounded.mode");
        if (!(decimals >= 0 && decimals <= MOST_DECIMALS)) {
            throw new IllegalArgumentException(
                    "Ranking.rounded needs decimals in [0, " + MOST_DECIMALS + "] but was " + decimals);
        }
        Map<String, Double> rounded = new LinkedHashMap<>();
        entries.forEach((unit, entry) -> rounded.put(
                unit, new BigDecimal(entry.score()).setScale(decimals, mode).doubleValue()));
        return of(rounded, ties, isLowestFirst);
    }

    /**
     * The same scores with the lowest first, as for indices of risk or inequality.
     *
     * @return the ranking in which rank 1 is the lowest score, ties treated as here
     */
    public Ranking lowestFirst() {
        Map<String, Double> scores = new LinkedHashMap<>();
        entries.forEach((unit, entry) -> scores.put(unit, entry.score()));
        return of(scores, ties, true);
    }

    /**
     * The lines, rank 1 first.
     *
     * @return entries; units of one score by their ids
     */
    public ImmutableList<Entry> entries() {
        return entries.values().asList();
    }

    /**
     * How many units hold a rank.
     *
     * @return the number of entries
     */
    public int size() {
        return entries.size();
    }

    /**
     * Which rank units of one score hold.
     *
     * @return the treatment of ties
     */
    public Ties ties() {
        return ties;
    }

    /**
     * The line of a unit.
     *
     * @param unit its id
     * @return empty if it holds no rank: it has no score, or is a bloc
     */
    public Optional<Entry> find(String unit) {
        return Optional.ofNullable(entries.get(unit));
    }

    /**
     * The rank of a unit.
     *
     * @param unit its id
     * @return its rank, from 1
     * @throws IllegalArgumentException if it holds no rank
     */
    public double rank(String unit) {
        return find(unit)
                .orElseThrow(() -> {
                    String nearest = Problems.nearest(unit, entries.keySet());
                    return new IllegalArgumentException("Ranking: " + Problems.quote(unit) + " holds no rank"
                            + (nearest.isEmpty() ? "" : "; " + nearest));
                })
                .rank();
    }

    /** Decimals of scores up to a magnitude: a narrower scale has more. */
    private static int decimals(double magnitude) {
        double size = Math.abs(magnitude);
        return size > TEN ? DECIMALS : size > 1 ? DECIMALS + 1 : DECIMALS + 2;
    }

    /** A table: rank, unit, score with two decimals; with three if none is beyond 10, with four if none is beyond 1. */
    @Override
    public String toString() {
        int decimals = decimals(PrintedScale.magnitude(
                entries().stream().mapToDouble(Entry::score).toArray()));
        TextTable.Builder table = TextTable.builder().right("rank").left("unit").right("score");
        for (Entry entry : entries().subList(0, Math.min(size(), ROWS_SHOWN))) {
            table.row(
                    Numbers.shortest(entry.rank()) + (entry.tied() ? "=" : ""),
                    entry.unit(),
                    Numbers.fixed(entry.score(), decimals));
        }
        if (size() == 0) {
            table.note("Nobody holds a rank; a score table says who has no score, and why.");
        }
        if (size() > ROWS_SHOWN) {
            table.note("and " + Numbers.grouped(size() - ROWS_SHOWN) + " more units");
        }
        return table.build().toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ranking that
                && entries().equals(that.entries())
                && ties == that.ties
                && isLowestFirst == that.isLowestFirst;
    }

    @Override
    public int hashCode() {
        return Objects.hash(entries, ties.name());
    }
}
