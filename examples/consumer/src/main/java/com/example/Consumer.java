package com.example;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.InvalidDataException;
import io.github.statecraft.compare.Comparison;
import io.github.statecraft.compare.SideBySide;
import io.github.statecraft.data.FrameworkFiles;
import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.data.StrategyFiles;
import io.github.statecraft.data.TextFormat;
import io.github.statecraft.estimate.Confidence;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Source;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.model.Jurisdiction;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.score.Contribution;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import java.time.Year;
import java.util.Locale;

/**
 * An application that embeds Statecraft. What it must print stands in {@code expected.txt}; the numbers are worked out by
 * hand beside the lines that print them. Its strategy is of no real country, and the figures are invented.
 */
public final class Consumer {
    private static final String FRAMEWORK = """
            {
              "format": "statecraft/framework/1",
              "id": "consumer.example",
              "version": "1",
              "question": "Does an embedded framework count as it says?",
              "scaleBasis": "PER_HEAD",
              "rationale": "Weights 3 to 1, so that each step can be checked by hand.",
              "index": { "id": "index", "label": "Example", "aggregation": { "type": "arithmetic" }, "children": [
                { "indicator": "gerd_pct_gdp", "weight": 3, "direction": "HIGHER_IS_BETTER",
                  "normalisation": { "type": "goalposts", "low": 0, "high": 10, "outOfRange": "REFUSE", "reason": "an example" } },
                { "indicator": "genai_user_share_pct", "weight": 1, "direction": "HIGHER_IS_BETTER",
                  "normalisation": { "type": "goalposts", "low": 0, "high": 100, "outOfRange": "REFUSE", "reason": "an example" } }
              ] },
              "missing": { "type": "strict" }
            }
            """;

    private Consumer() {}

    /**
     * Prints what {@code expected.txt} holds.
     *
     * @param args none
     */
    public static void main(String[] args) {
        ReferenceData ref = ReferenceData.load();
        print("countries: %d, as of %s", ref.strategies().size(), ReferenceData.AS_OF);

        ScoringFramework framework = FrameworkFiles.parse(FRAMEWORK, TextFormat.JSON);
        NationalAiStrategy ours = NationalAiStrategy.of(Jurisdiction.bloc("XAA"))
                .withFunding(f -> f.withResearchIntensity(research()))
                .withDiffusion(d -> d.withGenerativeAiUse(use(60)));

        // 4 % of 10 % is 40 of 100, by 3/4; 60 % of 100 % is 60, by 1/4: 30 + 15
        print("%s: %.2f", ours.jurisdiction(), framework.score(ours).score());
        ImmutableList<Contribution> contributions = framework.score(ours).contributions();
        contributions.forEach(c -> print("  %s %.2f", c.id(), c.points()));

        // 20 % more of 100 %, by 1/4: 5 points more
        NationalAiStrategy bolder = ours.withDiffusion(d -> d.withGenerativeAiUse(use(80)));
        print("%s, bolder: %.2f", bolder.jurisdiction(), framework.score(bolder).score());

        Comparison why = Comparison.between(framework.score(bolder), framework.score(ours));
        why.differences().stream().filter(d -> d.points() != 0).forEach(d -> print("  %s", d));

        String written = StrategyFiles.format(bolder, TextFormat.YAML);
        print(
                "read back equal: %s",
                StrategyFiles.parse(written, TextFormat.YAML).equals(bolder));

        ScoreTable totals = ref.framework("deployment-at-scale.total").scoreAll(ref.strategies());
        ScoreTable intensities = ref.framework("deployment-at-scale.intensity").scoreAll(ref.strategies());
        print("side by side: %s", SideBySide.of(totals, intensities).toString().contains("China"));

        // a negative weight and an unknown direction
        String broken = FRAMEWORK.replace("\"weight\": 1", "\"weight\": -1").replaceFirst("HIGHER_IS_BETTER", "UP");
        try {
            FrameworkFiles.parse(broken, TextFormat.JSON);
        } catch (InvalidDataException e) {
            print("problems of a broken framework: %d", e.problems().size());
        }
    }

    private static Observation research() {
        return Observation.builder()
                .estimate(Estimate.exactly(4))
                .unit(Unit.PERCENT)
                .year(Year.of(2026))
                .evidence(Evidence.builder()
                        .source(Source.builder()
                                .title("Example")
                                .publisher("the consumer")
                                .build())
                        .kind(EvidenceKind.EXPERT)
                        .confidence(Confidence.LOW)
                        .build())
                .build();
    }

    private static Observation use(double percent) {
        return Observation.of(
                Estimate.of(percent), Unit.PERCENT, Year.of(2026), Evidence.assumption("an invented figure"));
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
