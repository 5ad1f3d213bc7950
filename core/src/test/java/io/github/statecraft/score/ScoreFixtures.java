package io.github.statecraft.score;

import io.github.statecraft.estimate.Confidence;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.estimate.Reconciliation;
import io.github.statecraft.estimate.Source;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Normalisation;
import java.time.Year;
import java.util.List;

/** Small frameworks and tables for tests. */
final class ScoreFixtures {
    /** Values from 0 to 100 as they are. */
    static final Normalisation AS_IT_IS = Normalisation.goalposts(0, 100);

    private ScoreFixtures() {}

    static Indicator leaf(String id, double weight) {
        return Indicator.builder()
                .indicator(id)
                .weight(weight)
                .normalisation(AS_IT_IS)
                .build();
    }

    static Pillar pillar(String id, IndexNode... children) {
        return Pillar.builder().id(id).addChildren(children).build();
    }

    static Pillar geometric(String id, double baseline, IndexNode... children) {
        return pillar(id, children).withAggregation(Aggregation.geometric(baseline));
    }

    static ScoringFramework framework(IndexNode... children) {
        return framework(pillar("index", children));
    }

    static ScoringFramework framework(Pillar index) {
        return ScoringFramework.builder()
                .id("test")
                .version("1")
                .question("Which is it?")
                .rationale("To be tested.")
                .scaleBasis(ScaleBasis.SHARE)
                .index(index)
                .build();
    }

    /** One unit {@code u} with the values given; those that are not finite are missing. */
    static IndicatorTable unit(List<String> indicators, double... values) {
        IndicatorTable.Builder table = IndicatorTable.builder().unit("u");
        for (int i = 0; i < values.length; i++) {
            table.indicator(indicators.get(i));
            if (Double.isFinite(values[i])) {
                table.value("u", indicators.get(i), values[i]);
            }
        }
        return table.build();
    }

    /** The score of one value under a leaf of its own. */
    static double score(Indicator leaf, double value) {
        return framework(leaf)
                .scoreAll(unit(List.of(leaf.indicator()), value))
                .score("u")
                .orElseThrow();
    }

    static Reading reading(Estimate estimate, EvidenceKind kind) {
        Evidence evidence = Evidence.of(
                Source.builder().title("Yearbook").publisher("Office").build(), kind, Confidence.HIGH);
        Observation observation = Observation.of(estimate, Unit.STANDARD_NORMAL, Year.of(2024), evidence);
        return Reconciliation.latest()
                .reconcile(List.of(observation), Year.of(2026))
                .orElseThrow();
    }

    static Reading reading(Estimate estimate) {
        return reading(estimate, EvidenceKind.MEASURED);
    }
}
