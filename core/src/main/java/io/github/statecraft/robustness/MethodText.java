package io.github.statecraft.robustness;

import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Results of a {@link MethodDesign} in print. */
final class MethodText {
    private static final int ERRORS_SHOWN = 10;
    private static final double LOW_QUANTILE = 0.05;
    private static final double HIGH_QUANTILE = 0.95;

    private MethodText() {}

    static String of(MethodResult result) {
        StringBuilder text = new StringBuilder(ranks(result));
        for (MethodDesign.Output output : result.outputs()) {
            text.append("\n\n").append(output(result, output));
        }
        return text.toString();
    }

    private static String ranks(MethodResult result) {
        MethodDesign design = result.design();
        String over = result.isExact() ? " combinations" : " sampled methods";
        TextTable.Builder text = TextTable.builder()
                .title("Ranks of " + design.framework().id() + " "
                        + design.framework().version() + " over " + Numbers.grouped(result.scored()) + over)
                .left("unit")
                .left("")
                .right("as stated")
                .right("first")
                .right(rangeName(result));
        boolean hasUnscored = result.units().stream().anyMatch(unit -> result.unscoredShare(unit) > 0);
        if (hasUnscored) {
            text.right("no score");
        }
        List<String> byRank = result.units().stream()
                .sorted(Comparator.comparingDouble(
                        (String unit) -> result.statedRank(unit).orElse(Double.MAX_VALUE)))
                .toList();
        for (String unit : byRank.subList(0, Math.min(byRank.size(), CriteriaText.ROWS_SHOWN))) {
            addRow(text, result, unit, hasUnscored);
        }
        if (byRank.size() > CriteriaText.ROWS_SHOWN) {
            text.note("and " + Numbers.grouped(byRank.size() - CriteriaText.ROWS_SHOWN) + " more units");
        }
        text.note("As stated: the rank under the framework as it is, - without one"
                + (result.unstated().isEmpty() ? "" : "; it has none: " + result.unstated())
                + ". First: in which share of the methods it is first, alone or with others; no probability. "
                + (result.isExact()
                        ? "Best to worst: its ranks under all of them."
                        : "Observed ranks: the best and the worst that was drawn; ranks that hardly any method gives may be"
                                + " missing."));
        if (!result.isExact() && hasNone(result, hasUnscored)) {
            text.note("- in no run");
        }
        DataCoverage coverage = result.coverage();
        design.varied()
                .forEach((name, factor) -> text.note("Varied: " + name + ": " + factor
                        + (factor instanceof MethodFactor.Data && coverage != null ? "; " + coverage : "") + "."));
        text.note(HeldFixed.of(design));
        text.note(method(result));
        addFailures(text, result);
        return text.build().toString();
    }

    private static String rangeName(MethodResult result) {
        return result.isExact() ? "best to worst" : "observed ranks";
    }

    private static String method(MethodResult result) {
        if (result.isExact()) {
            return "Exact: each of " + Numbers.grouped(result.counted()) + " combinations counts the same.";
        }
        SobolAnalysis sampling = result.design().sampling();
        return "Sampled: 2 x " + Numbers.grouped(sampling.size()) + " points of a Sobol' sequence, seed "
                + sampling.seed() + "; a share is uncertain by a standard error of "
                + Numbers.significant(100 * Math.sqrt(0.25 / result.scored()), 2) + " % at most if points were random.";
    }

    private static void addRow(TextTable.Builder text, MethodResult result, String unit, boolean hasUnscored) {
        String label = result.label(unit).equals(unit) ? "" : result.label(unit);
        String stated = result.statedRank(unit).isEmpty()
                ? "-"
                : Numbers.shortest(result.statedRank(unit).getAsDouble());
        OptionalInt best = result.bestRank(unit);
        String ranks = best.isEmpty()
                ? "-"
                : range(best.getAsInt(), result.worstRank(unit).orElseThrow());
        String first = share(result, result.firstShare(unit));
        if (hasUnscored) {
            text.row(unit, label, stated, first, ranks, share(result, result.unscoredShare(unit)));
        } else {
            text.row(unit, label, stated, first, ranks);
        }
    }

    private static String range(int best, int worst) {
        return best == worst ? String.valueOf(best) : best + " to " + worst;
    }

    private static boolean hasNone(MethodResult result, boolean hasUnscored) {
        return result.units().stream()
                .anyMatch(unit -> result.firstShare(unit) == 0 || (hasUnscored && result.unscoredShare(unit) == 0));
    }

    /** What no run of a sample gave is not said to be 0. */
    private static String share(MethodResult result, double share) {
        return share == 0 && !result.isExact() ? "-" : ShareText.percent(share);
    }

    private static void addFailures(TextTable.Builder text, MethodResult result) {
        if (result.failures().isEmpty()) {
            return;
        }
        text.note(Numbers.grouped(result.failed()) + " of " + Numbers.grouped(result.counted())
                + (result.isExact() ? " combinations" : " points") + " cannot be scored and enter no share:");
        result.failures().entrySet().stream()
                .limit(ERRORS_SHOWN)
                .forEach(entry -> text.note("- " + entry.getKey() + ": " + entry.getValue()));
        if (result.failures().size() > ERRORS_SHOWN) {
            text.note("and " + Numbers.grouped(result.failures().size() - ERRORS_SHOWN) + " more combinations");
        }
    }

    private static String output(MethodResult result, MethodDesign.Output output) {
        String spread = result.quantile(output, 0.5).isEmpty()
                ? "no value"
                : "median " + quantile(result, output, 0.5) + ", 90 % of methods from "
                        + quantile(result, output, LOW_QUANTILE) + " to " + quantile(result, output, HIGH_QUANTILE);
        String title = "The " + output + ": " + spread;
        return result.indices(output)
                .map(indices -> indices.table(title).toString())
                .orElseGet(() -> TextTable.wrap(
                        title + "\nNo indices: they need a value from every run, and some have none.",
                        TextTable.WIDTH,
                        ""));
    }

    private static String quantile(MethodResult result, MethodDesign.Output output, double p) {
        return Numbers.significant(result.quantile(output, p).orElseThrow(), 4);
    }
}
