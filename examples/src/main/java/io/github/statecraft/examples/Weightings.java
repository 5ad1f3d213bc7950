package io.github.statecraft.examples;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.robustness.Criteria;
import io.github.statecraft.robustness.FirstRankShares;
import io.github.statecraft.robustness.PossibleRanks;
import io.github.statecraft.robustness.Smaa;
import io.github.statecraft.robustness.SmaaResult;
import io.github.statecraft.robustness.WeightFlip;
import io.github.statecraft.robustness.WeightSpace;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far the answers of some frameworks hold over all weightings of their pillars, and between two countries. */
final class Weightings {
    private static final int SEED = 7;
    private static final int WIDTH = 98;
    private static final double PERCENT = 100;

    /** Shares nearer to nothing or to all do not print as such. */
    private static final double LEAST_PRINTED = 0.0005;

    private final ReferenceData ref;
    private final ImmutableList<Answer> answers;
    private final String one;
    private final String other;

    /** What one framework answers over all weightings, exactly and by sampling. */
    private record Answer(
            ScoreTable table, WeightSpace space, FirstRankShares first, PossibleRanks ranks, SmaaResult sampled) {
        static Answer of(ScoreTable table) {
            Criteria criteria = Criteria.of(table);
            WeightSpace space = WeightSpace.of(criteria.complete());
            return new Answer(
                    table,
                    space,
                    space.firstRankShares(),
                    space.possibleRanks(),
                    Smaa.withDefaults().withSeed(SEED).analyse(criteria));
        }

        String id() {
            return table.framework().id();
        }

        boolean compares(String unit) {
            return space.criteria().units().contains(unit);
        }
    }

    Weightings(ReferenceData ref, List<ScoringFramework> frameworks, String one, String other) {
        this.ref = ref;
        this.one = one;
        this.other = other;
        answers = frameworks.stream()
                .map(framework -> Answer.of(framework.scoreAll(ref.strategies())))
                .collect(toImmutableList());
    }

    void print(PrintStream out) {
        out.println(wrapped(
                "A weighting is a point of the set of all weights of an index's pillars, each as good as any other. "
                        + "\"first\": the exact share of them under which nobody is ahead of a country, blank for none. \"possible\": its "
                        + "possible ranks, best and worst under any weights at all. A share of weightings is no probability that a "
                        + "country is the best. A dash: some pillar has no value, so that no exact answer exists; such a country is "
                        + "left out of the exact columns, also of the ranks of others."));
        out.println();
        printCountries(out);
        out.println();
        for (Answer answer : answers) {
            out.println(wrapped(answer.id() + ": " + withTheOthers(answer)));
        }
        out.println();
        printDuel(out);
        out.println();
        for (Answer answer : answers) {
            out.println(swap(answer));
            out.println();
        }
    }

    private void printCountries(PrintStream out) {
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            out.println(letter(i) + ": " + answer.space().criteria().title() + ", "
                    + answer.space().criteria().units().size() + " countries");
        }
        StringBuilder header = new StringBuilder(String.format("%-5s %-20s", "unit", ""));
        for (int i = 0; i < answers.size(); i++) {
            header.append(String.format("  %7s %8s", letter(i) + " first", "possible"));
        }
        out.println(header);
        out.println("-".repeat(header.length()));
        for (NationalAiStrategy strategy : ref.strategies()) {
            String unit = strategy.jurisdiction().code();
            StringBuilder line = new StringBuilder(
                    String.format("%-5s %-20s", unit, strategy.jurisdiction().name()));
            for (Answer answer : answers) {
                line.append(String.format("  %7s %8s", first(answer, unit), ranks(answer, unit)));
            }
            out.println(line);
        }
        out.println("-".repeat(header.length()));
    }

    private static char letter(int index) {
        return (char) ('A' + index);
    }

    private static String first(Answer answer, String unit) {
        if (!answer.compares(unit)) {
            return "-";
        }
        double share = answer.first().share(unit);
        return share == 0 ? "" : percent(share);
    }

    private static String ranks(Answer answer, String unit) {
        if (!answer.compares(unit)) {
            return "-";
        }
        int best = answer.ranks().best(unit);
        int worst = answer.ranks().worst(unit);
        return best == worst ? Integer.toString(best) : best + "-" + worst;
    }

    /** Whether leaving countries out bears on who is first. */
    private String withTheOthers(Answer answer) {
        Criteria criteria = answer.space().criteria();
        if (criteria.leftOut().isEmpty()) {
            return "nobody is left out.";
        }
        SmaaResult sampled = answer.sampled();
        ImmutableList<String> first = sampled.criteria().units().stream()
                .filter(unit -> sampled.firstRankShare(unit) > 0)
                .sorted((a, b) -> Double.compare(sampled.firstRankShare(b), sampled.firstRankShare(a)))
                .map(unit -> unit + " " + percent(sampled.firstRankShare(unit)))
                .collect(toImmutableList());
        return "with all " + sampled.criteria().units().size()
                + " countries that have a score, means of what is there, sampled ("
                + String.format(Locale.ROOT, "%,d", sampled.draws())
                + " draws, seed " + SEED + ", standard errors up to "
                + String.format(Locale.ROOT, "%.2f", PERCENT * largestError(sampled)) + " points), first are "
                + String.join(", ", first) + ".";
    }

    private static double largestError(SmaaResult sampled) {
        return sampled.criteria().units().stream()
                .mapToDouble(sampled::firstRankShareError)
                .max()
                .orElseThrow();
    }

    private void printDuel(PrintStream out) {
        out.println("Exact shares of weightings under which");
        out.println(String.format(
                "%-30s %14s %14s %14s %14s",
                "", one + " is first", one + " is ahead", other + " is first", other + " is ahead"));
        out.println(
                String.format("%-30s %14s %14s %14s %14s", "", "among all", "of " + other, "among all", "of " + one));
        out.println("-".repeat(30 + 4 * 15));
        for (Answer answer : answers) {
            out.println(String.format(
                    "%-30s %14s %14s %14s %14s",
                    answer.id(),
                    percent(answer.first().share(one)),
                    percent(answer.space().pairwiseWinning(one, other)),
                    percent(answer.first().share(other)),
                    percent(answer.space().pairwiseWinning(other, one))));
        }
    }

    /** The nearest weights at which the two change places. */
    private String swap(Answer answer) {
        boolean isAhead = score(answer, one) > score(answer, other);
        String ahead = isAhead ? one : other;
        String behind = isAhead ? other : one;
        Optional<WeightFlip> flip = answer.space().nearestFlip(ahead, behind, WeightFlip.Norm.MANHATTAN);
        return flip.map(WeightFlip::toString)
                .orElse(wrapped("Under " + answer.id() + " no weights of its pillars put " + behind + " ahead of "
                        + ahead + "."));
    }

    private static double score(Answer answer, String unit) {
        return answer.table().score(unit).orElseThrow();
    }

    private static String percent(double share) {
        if (share > 0 && share < LEAST_PRINTED) {
            return "<0.1%";
        }
        if (share < 1 && share > 1 - LEAST_PRINTED) {
            return ">99.9%";
        }
        return String.format(Locale.ROOT, "%.1f%%", PERCENT * share);
    }

    private static String wrapped(String text) {
        return text.replaceAll("(.{1," + WIDTH + "})(?: |$)", "$1\n").stripTrailing();
    }
}
