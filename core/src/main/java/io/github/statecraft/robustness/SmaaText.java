package io.github.statecraft.robustness;

import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import io.github.statecraft.score.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** An analysis by sampling in print. */
final class SmaaText {
    /** Up to so many units the share of each rank has a column. */
    static final int MOST_RANKS_SHOWN = 10;

    private static final int TOP = 3;
    private static final double PERCENT = 100;

    private SmaaText() {}

    static String of(Smaa smaa) {
        return "SMAA-2, " + Numbers.grouped(smaa.draws()) + " draws, " + smaa.weights() + ", ties " + words(smaa.ties())
                + ", seed " + smaa.seed();
    }

    private static String words(Ranking.Ties ties) {
        return switch (ties) {
            case STANDARD -> "1, 2, 2, 4";
            case DENSE -> "1, 2, 2, 3";
            case AVERAGE -> "shared equally among the ranks they take up";
        };
    }

    static String of(SmaaResult result) {
        Criteria criteria = result.criteria();
        boolean isWide = criteria.units().size() <= MOST_RANKS_SHOWN;
        TextTable.Builder text = TextTable.builder()
                .title("Ranks of " + criteria.title() + " by sampling: % of "
                        + (result.data().isEmpty() ? "weightings" : "draws of weights and values"))
                .left("unit");
        if (isWide) {
            for (int rank = 1; rank <= criteria.units().size(); rank++) {
                text.right("rank " + rank);
            }
        } else {
            text.left("").right("first").right("top " + TOP);
        }
        text.right("expected rank").right("interval90");
        if (!isWide) {
            text.right("+-").right("bits");
        }
        List<String> units = criteria.units().stream()
                .sorted(Comparator.comparingDouble(result::expectedRank))
                .toList();
        for (String unit : units.subList(0, Math.min(units.size(), CriteriaText.ROWS_SHOWN))) {
            text.row((isWide ? wide(result, unit) : narrow(result, unit)).toArray(String[]::new));
        }
        if (units.size() > CriteriaText.ROWS_SHOWN) {
            text.note("and " + Numbers.grouped(units.size() - CriteriaText.ROWS_SHOWN) + " more units");
        }
        addNotes(result, text, isWide);
        return text.build().toString();
    }

    private static List<String> wide(SmaaResult result, String unit) {
        List<String> cells = new ArrayList<>(List.of(unit));
        for (int rank = 1; rank <= result.figures().units(); rank++) {
            cells.add(ShareText.number(result.rankAcceptability(unit, rank)));
        }
        cells.add(Numbers.fixed(result.expectedRank(unit), 2));
        cells.add(result.rankInterval90(unit).toString());
        return cells;
    }

    private static List<String> narrow(SmaaResult result, String unit) {
        double top = 0;
        for (int rank = 1; rank <= TOP; rank++) {
            top += result.rankAcceptability(unit, rank);
        }
        return List.of(
                unit,
                CriteriaText.label(result.criteria(), unit),
                ShareText.number(result.firstRankShare(unit)),
                ShareText.number(top),
                Numbers.fixed(result.expectedRank(unit), 2),
                result.rankInterval90(unit).toString(),
                Numbers.significant(result.expectedRankError(unit), 2),
                Numbers.fixed(result.entropy(unit), 2));
    }

    private static void addNotes(SmaaResult result, TextTable.Builder text, boolean isWide) {
        Criteria criteria = result.criteria();
        text.note("Method: SMAA-2, " + Numbers.grouped(result.draws()) + " draws; " + result.weighting()
                + (result.seed().isPresent() ? "; seed " + result.seed().getAsLong() : "") + ". Ties: "
                + words(result.ties()) + ".");
        text.note(errors(result, isWide));
        text.note(
                "Expected rank: the mean over the draws. interval90: rankInterval90, from the 5 % to the 95 % quantile"
                        + " of the ranks held." + (isWide ? "" : " Bits: entropy of the ranks held."));
        text.note((result.data().isEmpty()
                        ? "Held fixed: values, normalisation, the mean ("
                        : "Values are drawn too: " + result.data() + ". Held fixed: normalisation, the mean (")
                + criteria.aggregation() + "), weights inside the criteria."
                + (criteria.isComplete()
                        ? ""
                        : " Where a value is missing (" + withGaps(criteria) + " of "
                                + criteria.units().size() + " units), the mean is of the others."));
        text.note("A share of weightings is no probability.");
        CriteriaText.leftOut(criteria).ifPresent(text::note);
    }

    private static long withGaps(Criteria criteria) {
        return IntStream.range(0, criteria.units().size())
                .filter(unit -> !criteria.missing(unit).isEmpty())
                .count();
    }

    private static String errors(SmaaResult result, boolean isWide) {
        SmaaFigures figures = result.figures();
        double share = 0;
        double expected = 0;
        for (String unit : result.criteria().units()) {
            share = Math.max(share, result.firstRankShareError(unit));
            expected = Math.max(expected, result.expectedRankError(unit));
            for (int rank = 1; isWide && rank <= figures.units(); rank++) {
                share = Math.max(share, result.rankAcceptabilityError(unit, rank));
            }
        }
        return "Standard errors: at most " + Numbers.significant(PERCENT * share, 2) + " points of a share"
                + (isWide ? "" : " of first ranks") + ", " + Numbers.significant(expected, 2) + " of an expected rank"
                + (isWide ? "" : " (+-)")
                + (figures.isChained()
                        ? "; from the differences between chains, since draws of one hang together."
                        : ".");
    }
}
