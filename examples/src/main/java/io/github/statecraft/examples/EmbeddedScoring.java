package io.github.statecraft.examples;

import io.github.statecraft.compare.Comparison;
import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.data.StrategyFiles;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.score.Scorecard;
import io.github.statecraft.score.ScoringFramework;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.Locale;

/**
 * Scoring embedded in an application: a strategy is read from a file, one attribute is changed, both are scored under a
 * bundled framework, and the difference is explained. The strategy is an invented what-if of no country: each of its figures
 * is an assumption, and says so.
 */
public final class EmbeddedScoring {
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

        NationalAiStrategy strategy = StrategyFiles.read(ExampleFiles.named(args, ExampleFiles.MY_STRATEGY));
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
        Comparison why = Comparison.between(after, before).named("after", "before");
        out.printf(Locale.ROOT, "The score moved by %+.2f points:%n", why.gap());
        why.differences().stream().filter(d -> d.points() != 0).forEach(out::println);
        out.println();
        out.println(why);
    }
}
