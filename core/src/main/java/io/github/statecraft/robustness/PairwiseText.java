package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Shares of weightings in print. */
final class PairwiseText {
    /** The most units of which all pairs are printed. */
    private static final int MATRIX = 8;

    private static final int DECIMALS = 2;
    private static final double HALF = 0.5;

    private PairwiseText() {}

    static String of(PairwiseWinning pairs) {
        ImmutableList<String> units = pairs.criteria().units();
        ImmutableList<Double> ranks = pairs.expectedRanks().values().asList();
        List<Integer> shown = IntStream.range(0, units.size())
                .boxed()
                .sorted(Comparator.comparingDouble(ranks::get))
                .limit(CriteriaText.ROWS_SHOWN)
                .toList();
        boolean isMatrix = units.size() <= MATRIX;
        TextTable.Builder table = TextTable.builder()
                .title("Pairwise winning of " + pairs.criteria().title() + "\n" + pairs.weights() + "; "
                        + pairs.method())
                .right("expected rank")
                .left("unit");
        if (isMatrix) {
            shown.forEach(other -> table.right("ahead of " + units.get(other)));
        } else {
            table.left("").left("behind, most narrowly").right("share");
        }
        for (int unit : shown) {
            String id = units.get(unit);
            List<String> cells = new ArrayList<>(List.of(Numbers.fixed(ranks.get(unit), DECIMALS), id));
            if (isMatrix) {
                shown.forEach(other -> cells.add(unit == other ? "" : ShareText.percent(pairs.share(unit, other))));
            } else {
                OptionalInt rival = narrowest(pairs, unit);
                cells.add(CriteriaText.label(pairs.criteria(), id));
                cells.add(rival.isPresent() ? units.get(rival.getAsInt()) : "nobody");
                cells.add(rival.isPresent() ? ShareText.percent(pairs.share(rival.getAsInt(), unit)) : "");
            }
            table.row(cells.toArray(String[]::new));
        }
        notes(pairs, isMatrix, table);
        return table.build().toString();
    }

    private static void notes(PairwiseWinning pairs, boolean isMatrix, TextTable.Builder table) {
        int more = pairs.criteria().units().size() - CriteriaText.ROWS_SHOWN;
        if (more > 0) {
            table.note("and " + Numbers.grouped(more) + " more units");
        }
        table.note(
                isMatrix
                        ? "Share of weightings under which the unit of the row is strictly ahead of that of the column."
                        : "Of those who are ahead of a unit under more than half of all weightings, the one with the"
                                + " smallest share.");
        table.note("Expected rank: mean rank over all weightings, 1 + the sum of the shares of those ahead.");
        if (!pairs.isExact()) {
            table.note("Sampled; the largest standard error is " + Numbers.significant(pairs.largestStandardError(), 2)
                    + ".");
        }
        if (pairs.isExact()) {
            table.note(CriteriaText.heldFixed(pairs.criteria()));
        }
        CriteriaText.leftOut(pairs.criteria()).ifPresent(table::note);
    }

    /** Who is ahead of a unit under more than half of all weightings, by the smallest share. */
    private static OptionalInt narrowest(PairwiseWinning pairs, int unit) {
        return IntStream.range(0, pairs.criteria().units().size())
                .filter(rival -> pairs.share(rival, unit) > HALF)
                .boxed()
                .min(Comparator.comparingDouble(rival -> pairs.share(rival, unit)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }
}
