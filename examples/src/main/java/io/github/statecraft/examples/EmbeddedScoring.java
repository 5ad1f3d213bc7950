package io.github.statecraft.examples;

import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.data.StrategyFiles;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.score.Contribution;
import io.github.statecraft.score.Scorecard;
import io.github.statecraft.score.ScoringFramework;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import java.util.Locale;

/**
 * Scoring embedded in an application: a strategy is read from a file, one attribute is changed, both are scored under a
 * bundled framework, and the difference is explained. The strategy is an invented what-if of no country: each of its figures
 * is an assumption, and says so.
 */
public final class EmbeddedScoring {
    private static final Path STRATEGY = Path.of("examples", "data", "my-strategy.json");

    private EmbeddedScoring() {}

    /**
     * Prints both scorecards and why the second is higher.
     *
     * @param args the file of a strategy, JSON or YAML; without it {@code examples/data/my-strategy.json}, as seen from the
     *     root of the repository
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ScoringFramework framework = ReferenceData.load().framework("deployment-at-scale.intensity");

        NationalAiStrategy strategy = StrategyFiles.read(ExampleFiles.named(args, STRATEGY));
        Observation moreUse = Observation.of(
                Estimate.range(30, 25, 35),
                Unit.PERCENT,
                Year.of(2026),
                Evidence.assumption("invented for this example: what if three in ten used generative AI"));
        NationalAiStrategy bolder = strategy.withDiffusion(d -> d.withGenerativeAiUse(moreUse));

        Scorecard before = framework.score(strategy);
        Scorecard after = framework.score(bolder);
        out.println(before);
        out.println();
        out.println(after);
        out.println();
        out.println(why(after, before));
    }

    /** What moved the score, one line an indicator: the points of the first less those of the second, and both values. */
    private static String why(Scorecard first, Scorecard second) {
        List<String> lines = first.contributions().stream()
                .flatMap(now -> second.contribution(now.id()).stream()
                        .filter(then -> then.points() != now.points())
                        .map(then -> line(now, then)))
                .toList();
        return String.format(Locale.ROOT, "The score moved by %+.2f points:%n", first.score() - second.score())
                + String.join(System.lineSeparator(), lines);
    }

    private static String line(Contribution now, Contribution then) {
        return String.format(
                Locale.ROOT,
                "  %s: %+.2f points, from %s to %s",
                now.id(),
                now.points() - then.points(),
                value(then),
                value(now));
    }

    private static String value(Contribution contribution) {
        return contribution
                .reading()
                .map(r -> r.lead().valueText() + " " + r.lead().unit().symbol() + " in "
                        + r.lead().year())
                .orElse("a bare value");
    }
}
