package io.github.statecraft.compare;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.PrintedScale;
import io.github.statecraft.internal.text.TextTable;
import io.github.statecraft.score.Ranking;
import io.github.statecraft.score.ScoreInterval;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two score tables of the same units side by side, such as one that counts totals and one that counts per head. Neither is
 * the default.
 *
 * <p>Immutable, thread-safe, serialisable.
 *
 * @param left the first table, which gives the order of the lines
 * @param right the second table
 */
public record SideBySide(ScoreTable left, ScoreTable right) implements Serializable {
    /** So many units are named in an error. */
    private static final int UNITS_NAMED = 8;

    /** So many changes of methodology are printed. */
    private static final int CHANGES_SHOWN = 10;

    /** Checks that both tables hold the same units. */
    public SideBySide {
        Objects.requireNonNull(left, "SideBySide.left");
        Objects.requireNonNull(right, "SideBySide.right");
        List<String> leftUnits = left.table().units().stream().sorted().toList();
        List<String> rightUnits = right.table().units().stream().sorted().toList();
        if (!leftUnits.equals(rightUnits)) {
            List<String> odd =
                    Sets.symmetricDifference(ImmutableSet.copyOf(leftUnits), ImmutableSet.copyOf(rightUnits)).stream()
                            .sorted()
                            .limit(UNITS_NAMED)
                            .toList();
            throw new IllegalArgumentException("SideBySide needs the same units in both tables but got "
                    + leftUnits.size() + " and " + rightUnits.size() + "; in one of them only: "
                    + String.join(", ", odd));
        }
    }

    /**
     * Puts two tables side by side.
     *
     * @param left the first table, which gives the order of the lines
     * @param right the second table
     * @return both
     * @throws IllegalArgumentException if they do not hold the same units
     */
    public static SideBySide of(ScoreTable left, ScoreTable right) {
        return new SideBySide(left, right);
    }

    /**
     * How ranks differ.
     *
     * @return the shifts from left to right
     */
    public RankShifts shifts() {
        return RankShifts.between(left.ranking(), right.ranking());
    }

    /**
     * What differs between the two methodologies: of one framework and a variant of it (with another weight, another method),
     * just that.
     *
     * @return changes from left to right; empty if the methodology is one
     */
    public ImmutableList<MethodologyChange> changes() {
        return MethodologyChange.between(left.framework(), right.framework());
    }

    /**
     * What the choice between the two decides, in a sentence made of the results: who leads under each, and how many units
     * move.
     *
     * @return one or two sentences
     */
    public String verdict() {
        RankShifts shifts = shifts();
        ImmutableList<String> leftFirst = first(left);
        ImmutableList<String> rightFirst = first(right);
        String both = left.framework().scaleBasis() == right.framework().scaleBasis() ? "framework" : "basis";
        String leaders = leftFirst.equals(rightFirst)
                ? "The " + both + " does not decide who leads: " + words(leftFirst)
                        + (leftFirst.size() > 1 ? " are" : " is") + " first under both"
                : "The " + both + " decides: " + name(left, "A") + " puts " + words(leftFirst) + " first, "
                        + name(right, "B") + " puts " + words(rightFirst) + " first";
        String moves = Stream.concat(leftFirst.stream(), rightFirst.stream())
                .distinct()
                .map(unit -> move(left.ranking(), unit))
                .collect(Collectors.joining());
        return leaders + moves + ". " + shifts.moved() + " of "
                + shifts.shifts().size() + " ranks differ.";
    }

    /** One line a unit: rank, score, interval and coverage under both, blocs without rank below, and the verdict. */
    @Override
    public String toString() {
        TextTable.Builder table =
                TextTable.builder().title(titles()).left("unit").left("");
        for (String side : ImmutableList.of("A", "B")) {
            table.right(side + " rank")
                    .right("score")
                    .right("interval")
                    .right("covers")
                    .right("cover");
        }
        int[] decimals = {decimals(left), decimals(right)};
        for (Ranking.Entry entry : left.ranking().entries()) {
            addRow(table, entry.unit(), decimals);
        }
        right.ranking().entries().stream()
                .map(Ranking.Entry::unit)
                .filter(unit -> left.ranking().find(unit).isEmpty())
                .forEach(unit -> addRow(table, unit, decimals));
        ImmutableList<String> blocs = left.table().units().stream()
                .filter(unit -> !left.table().isRanked(unit))
                .collect(toImmutableList());
        if (!blocs.isEmpty()) {
            table.section("blocs, scored but not ranked");
            blocs.forEach(unit -> addRow(table, unit, decimals));
        }
        table.note(verdict());
        ImmutableList<MethodologyChange> changes = changes();
        if (left.framework().id().equals(right.framework().id())) {
            table.note("From A to B: "
                    + (changes.isEmpty()
                            ? "nothing in the methodology" + reference()
                            : changes.stream()
                                    .limit(CHANGES_SHOWN)
                                    .map(MethodologyChange::toString)
                                    .collect(Collectors.joining("; ")))
                    + (changes.size() > CHANGES_SHOWN ? "; and " + (changes.size() - CHANGES_SHOWN) + " more" : "")
                    + ".");
        }
        unscored(left, "A").forEach(table::note);
        unscored(right, "B").forEach(table::note);
        return table.note(
                        "interval: of the score when every input whose spread is known stands at its bad and its good end, "
                                + "? where no input has a known spread. \"covers\": how many of the inputs "
                                + "have one; what the others would add is not known. \"cover\": the part of the weight that has "
                                + "data. = marks ties, - no rank or no score.")
                .build()
                .toString();
    }

    private void addRow(TextTable.Builder table, String unit, int[] decimals) {
        List<String> cells = new ArrayList<>();
        cells.add(unit);
        String label = left.table().label(unit);
        cells.add(label.equals(unit) ? "" : label);
        for (int i = 0; i < decimals.length; i++) {
            ScoreTable side = i == 0 ? left : right;
            Optional<Ranking.Entry> entry = side.ranking().find(unit);
            cells.add(entry.map(e -> Numbers.shortest(e.rank()) + (e.tied() ? "=" : ""))
                    .orElse("-"));
            if (side.score(unit).isPresent()) {
                ScoreInterval interval = side.interval(unit).orElseThrow();
                cells.add(Numbers.fixed(side.score(unit).orElseThrow(), decimals[i]));
                cells.add(interval.covered() == 0 ? "?" : interval.ends(decimals[i]));
                cells.add(interval.covered() + "/" + interval.inputs());
                cells.add(Numbers.fixed(100 * side.coverage(unit), 0) + "%");
            } else {
                cells.addAll(ImmutableList.of("-", "-", "-", "-"));
            }
        }
        table.row(cells.toArray(new String[0]));
    }

    /** A line for each side; of one framework id, what tells the two apart. */
    private String titles() {
        String first = title(left, right);
        String second = title(right, left);
        if (!first.equals(second)) {
            return "A: " + first + "\nB: " + second;
        }
        return "A: " + first + "\nB: the same methodology, "
                + (left.equals(right)
                        ? "the same table"
                        : left.fitted().equals(right.fitted()) ? "another table" : "fitted to another reference");
    }

    private static String title(ScoreTable side, ScoreTable other) {
        ScoringFramework own = side.framework();
        ScoringFramework its = other.framework();
        boolean isOneId = own.id().equals(its.id());
        boolean isOtherMethod = isOneId
                && own.version().equals(its.version())
                && !own.fingerprint().equals(its.fingerprint());
        String version = isOneId ? " " + own.version() : "";
        String fingerprint =
                isOtherMethod ? ", fingerprint " + own.fingerprint().substring(0, Comparison.FINGERPRINT_SHOWN) : "";
        String asOf = isOneId && !side.table().asOf().equals(other.table().asOf())
                ? side.table().asOf().map(year -> ", as of " + year).orElse("")
                : "";
        return own.id() + version + fingerprint + asOf + ", " + own.scaleBasis() + ". " + own.question();
    }

    private static int decimals(ScoreTable side) {
        double spread = PrintedScale.spread(side.units().stream()
                .mapToDouble(unit -> side.score(unit).orElseThrow())
                .toArray());
        return ComparisonTable.scale(side.framework(), spread).decimals(1);
    }

    private String move(Ranking ranking, String unit) {
        Optional<Ranking.Entry> other = right.ranking().find(unit);
        String from = ranking.find(unit).map(e -> Numbers.shortest(e.rank())).orElse("no rank");
        String to = other.map(e -> Numbers.shortest(e.rank())).orElse("no rank");
        return from.equals(to) ? "" : "; " + unit + " goes from " + from + " to " + to;
    }

    private static ImmutableList<String> unscored(ScoreTable table, String side) {
        return table.unscored().entrySet().stream()
                .map(e -> "No score under " + side + ": " + e.getKey() + ", " + e.getValue() + ".")
                .collect(toImmutableList());
    }

    /** Who leads: several where they tie, nobody where nobody has a rank. */
    private static ImmutableList<String> first(ScoreTable table) {
        ImmutableList<Ranking.Entry> entries = table.ranking().entries();
        return entries.stream()
                .filter(e -> e.score() == entries.get(0).score())
                .map(Ranking.Entry::unit)
                .collect(toImmutableList());
    }

    private static String words(ImmutableList<String> units) {
        return units.isEmpty() ? "nobody" : String.join(" and ", units);
    }

    /** Whether methods that look at a reference were fitted to two. */
    private String reference() {
        return left.fitted().equals(right.fitted())
                ? ""
                : ", but it was fitted to another reference (" + shortly(left) + " and " + shortly(right) + ")";
    }

    private static String shortly(ScoreTable table) {
        return table.fitted().fingerprint().substring(0, Comparison.FINGERPRINT_SHOWN);
    }

    /** The id of the framework; the side, if both have one id. */
    private String name(ScoreTable table, String side) {
        return left.framework().id().equals(right.framework().id())
                ? side
                : table.framework().id();
    }
}
