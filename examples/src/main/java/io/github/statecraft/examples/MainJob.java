package io.github.statecraft.examples;

import io.github.statecraft.compare.Comparison;
import io.github.statecraft.compare.ConflictEffects;
import io.github.statecraft.compare.Dominance;
import io.github.statecraft.compare.RankShifts;
import io.github.statecraft.compare.SideBySide;
import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.estimate.Confidence;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.model.Bloc;
import io.github.statecraft.model.Dossier;
import io.github.statecraft.model.Jurisdiction;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.score.DataGaps;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The main job: one honest ranking of deployment at scale, under both bases, with what it rests on. */
public final class MainJob {
    private static final List<String> DISPUTED =
            List.of("ai_supercomputer_share_pct", "notable_models_count", "robot_density");

    private final PrintStream out;
    private final ReferenceData ref = ReferenceData.load();
    private final ScoringFramework total = ref.framework("deployment-at-scale.total");
    private final ScoringFramework intensity = ref.framework("deployment-at-scale.intensity");
    private final List<ScoringFramework> bothBases = List.of(total, intensity);

    private MainJob(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints the main job.
     *
     * @param args none
     */
    public static void main(String[] args) {
        new MainJob(new PrintStream(System.out, true, StandardCharsets.UTF_8)).run();
    }

    private void run() {
        out.println(ref);
        ScoreTable totals = total.scoreAll(everybody(ref));
        ScoreTable intensities = intensity.scoreAll(everybody(ref));

        heading("1. Deployment at scale, under both bases");
        out.println(SideBySide.of(totals, intensities));
        out.println(unionOfMembers());

        heading("2. Scorecards");
        for (ScoreTable table : List.of(totals, intensities)) {
            for (String unit : List.of("CHN", "USA")) {
                out.println(table.scorecard(unit));
                out.println();
            }
        }

        heading("3. Where sources disagree about China, and what each reading does to its rank");
        List<Dossier.Conflict> conflicts = ref.dossier().conflicts(ReferenceData.AS_OF).stream()
                .filter(conflict -> conflict.jurisdiction().code().equals("CHN"))
                .toList();
        conflicts.stream().filter(this::isShown).forEach(conflict -> {
            out.println(ConflictEffects.of(conflict, ref.strategies(), bothBases));
            out.println();
        });
        out.println(
                "Figures differ for " + conflicts.size() + " quantities of China, of one year or from one year to the");
        out.println("next (which may be growth). These others enter neither index:");
        conflicts.stream().filter(conflict -> !isShown(conflict)).forEach(out::println);

        heading("4. How many ranks move without the weaker evidence");
        without("LOW confidence", o -> o.evidence().confidence() != Confidence.LOW);
        without("MODELLED values", o -> o.evidence().kind() != EvidenceKind.MODELLED);

        heading("5. What is missing");
        out.println(DataGaps.of(totals));
        out.println();
        out.println(DataGaps.of(intensities));

        heading("6. China against the United States, indicator by indicator");
        for (ScoreTable table : List.of(totals, intensities)) {
            out.println(Comparison.between(table.scorecard("CHN"), table.scorecard("USA")));
            out.println();
            out.println(whoDominates(table));
            out.println();
        }

        heading("7. How far the answers hold: all weightings of the pillars of each index");
        new Weightings(ref, ref.frameworks(), "CHN", "USA").print(out);
    }

    /** Whether the answer needs weights at all. */
    private static String whoDominates(ScoreTable table) {
        Dominance dominance = Dominance.of(table);
        String answer = dominance.dominates("CHN", "USA")
                ? "China is behind nowhere, so no weights would put it behind the United States."
                : dominance.dominates("USA", "CHN")
                        ? "The United States is behind nowhere, so no weights would put it behind China."
                        : "Each is ahead of the other somewhere, so weights decide between them.";
        String front = "Of " + dominance.units().size() + " countries with every indicator, nobody dominates "
                + String.join(", ", dominance.front()) + ".";
        return answer + "\n" + front.replaceAll("(.{1,98})(?: |$)", "$1\n").stripTrailing();
    }

    /** The European Union combined from those of its members that are in the data, where that gives a score. */
    private String unionOfMembers() {
        Jurisdiction union = Jurisdiction.of("EUU");
        Bloc bloc = Bloc.of(
                union,
                ref.strategies().stream()
                        .filter(s -> union.members().contains(s.jurisdiction()))
                        .toList());
        List<String> scores = bothBases.stream()
                .map(f -> f.id() + " "
                        + f.scoreAll(List.of(bloc.strategy())).score(union.code()).stream()
                                .mapToObj(score -> String.format(Locale.ROOT, "%.1f", score))
                                .findFirst()
                                .orElse("no score, since sums need every member"))
                .toList();
        return "The European Union combined from " + bloc.members().size() + " of its "
                + union.members().size() + " members (" + bloc.absent().size() + " are not in the data):\n  "
                + String.join("\n  ", scores);
    }

    /** What enters an index, and the quantities that are disputed most. */
    private boolean isShown(Dossier.Conflict conflict) {
        String attribute = conflict.attribute().id();
        return DISPUTED.contains(attribute)
                || bothBases.stream().anyMatch(f -> f.columns().contains(attribute));
    }

    private void without(String what, Predicate<Observation> kept) {
        ReferenceData less = ref.withDossier(ref.dossier().where(kept));
        for (ScoringFramework framework : bothBases) {
            ScoreTable before = framework.scoreAll(ref.strategies());
            ScoreTable after = framework.scoreAll(less.strategies());
            out.println("Without " + what + ", " + framework.id() + " (" + share(before.table(), kept) + "):");
            out.println(RankShifts.between(before.ranking(), after.ranking()));
        }
    }

    /** How many of the values in a table would have to go. */
    private static String share(IndicatorTable table, Predicate<Observation> kept) {
        List<Reading> readings = table.units().stream()
                .flatMap(unit -> table.indicators().stream().flatMap(i -> table.reading(unit, i).stream()))
                .toList();
        long gone = readings.stream().filter(r -> !kept.test(r.lead())).count();
        return gone == 0
                ? "none of its " + readings.size() + " values is such"
                : gone + " of its " + readings.size() + " values are such";
    }

    private static List<NationalAiStrategy> everybody(ReferenceData data) {
        return Stream.concat(data.strategies().stream(), data.blocs().stream()).toList();
    }

    private void heading(String text) {
        out.println();
        out.println(text);
        out.println("=".repeat(text.length()));
    }
}
