package io.github.statecraft.compare;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import io.github.statecraft.score.Ranking;
import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How ranks shift from one ranking to another. Units that hold a rank in one of them only are listed, and ranks are counted
 * anew among the others, so that nobody moves merely because somebody is gone.
 *
 * <p>Immutable, thread-safe, serialisable.
 *
 * @param shifts one line a unit that holds a rank in both, in the order of the first ranking
 * @param lost units that hold a rank in the first only
 * @param gained units that hold a rank in the second only
 */
public record RankShifts(ImmutableList<Shift> shifts, ImmutableList<String> lost, ImmutableList<String> gained)
        implements Serializable {
    /** Checks that nothing is null. */
    public RankShifts {
        Objects.requireNonNull(shifts, "RankShifts.shifts");
        Objects.requireNonNull(lost, "RankShifts.lost");
        Objects.requireNonNull(gained, "RankShifts.gained");
    }

    /**
     * The shift of one unit.
     *
     * @param unit the unit
     * @param before its rank in the first ranking, among the units in both
     * @param after its rank in the second, among the same
     */
    public record Shift(String unit, double before, double after) implements Serializable {
        /** Checks that the unit is not null. */
        public Shift {
            Objects.requireNonNull(unit, "RankShifts.Shift.unit");
            if (!(before >= 1 && after >= 1 && Double.isFinite(before) && Double.isFinite(after))) {
                throw new IllegalArgumentException("RankShifts.Shift of " + unit + " must have ranks from 1 but had "
                        + Numbers.shortest(before) + " and " + Numbers.shortest(after));
            }
        }

        /**
         * How far it moved.
         *
         * @return places, positive towards rank 1
         */
        public double places() {
            return before - after;
        }

        /** In words: {@code CHN 2 -> 4}. */
        @Override
        public String toString() {
            return unit + " " + Numbers.shortest(before) + " -> " + Numbers.shortest(after);
        }
    }

    /**
     * Compares two rankings. Ties hold the best rank they take up.
     *
     * @param before the first
     * @param after the second
     * @return the shifts
     */
    public static RankShifts between(Ranking before, Ranking after) {
        Ranking first = among(before, after);
        Ranking second = among(after, before);
        return new RankShifts(
                first.entries().stream()
                        .map(e -> new Shift(e.unit(), e.rank(), second.rank(e.unit())))
                        .collect(toImmutableList()),
                only(before, after),
                only(after, before));
    }

    /**
     * How many units moved at all.
     *
     * @return the number of shifts of at least half a place
     */
    public int moved() {
        return (int) shifts.stream().filter(s -> s.places() != 0).count();
    }

    /**
     * The shifts that are largest, in either direction.
     *
     * @param most how many to list at most
     * @return shifts that are not zero, the largest first
     */
    public ImmutableList<Shift> largest(int most) {
        return shifts.stream()
                .filter(s -> s.places() != 0)
                .sorted(Comparator.comparing((Shift s) -> -Math.abs(s.places())).thenComparing(Shift::unit))
                .limit(most)
                .collect(toImmutableList());
    }

    /** In words: how many moved, the largest moves, and who is missing. */
    @Override
    public String toString() {
        String moves = largest(LISTED).stream().map(Shift::toString).collect(Collectors.joining(", "));
        String text = moved() + " of the " + shifts.size() + " units ranked both times move"
                + (moves.isEmpty() ? "" : "; most, counted among these: " + moves)
                + (lost.isEmpty() ? "" : "; no rank any more: " + String.join(", ", lost))
                + (gained.isEmpty() ? "" : "; ranked anew: " + String.join(", ", gained));
        return TextTable.wrap(text + ".", TextTable.WIDTH, "  ");
    }

    private static final int LISTED = 6;

    private static Ranking among(Ranking ranking, Ranking other) {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (Ranking.Entry entry : ranking.entries()) {
            if (other.find(entry.unit()).isPresent()) {
                scores.put(entry.unit(), entry.score());
            }
        }
        return Ranking.of(scores, Ranking.Ties.STANDARD);
    }

    private static ImmutableList<String> only(Ranking ranking, Ranking other) {
        return ranking.entries().stream()
                .map(Ranking.Entry::unit)
                .filter(unit -> other.find(unit).isEmpty())
                .sorted()
                .collect(toImmutableList());
    }
}
