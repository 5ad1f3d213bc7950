package io.github.statecraft.estimate;

import com.google.common.collect.Range;
import io.github.statecraft.Samples;
import io.github.statecraft.Serialisation;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;

/** One example or more of every public value type of the package. */
public final class EstimateExamples {
    private EstimateExamples() {}

    /** For the test of serialisation. */
    public static Serialisation.Examples all() {
        Observation plain = Samples.measured(8.7, Unit.PERCENT, 2025, "EPOCH");
        Observation full = plain.withEstimate(Estimate.range(8.7, 8, 15))
                .withStatus(Observation.Status.PARTIAL)
                .withIsSupplementary(true)
                .withInForce(Range.closedOpen(LocalDate.of(2025, 1, 13), LocalDate.of(2025, 5, 13)))
                .withEvidence(plain.evidence().withSource(Samples.fullSource()).withNote("keep both"));
        return new Serialisation.Examples(
                "io.github.statecraft.estimate",
                List.of(
                        new Spread.Exact(),
                        new Spread.Unknown(),
                        new Spread.Interval90(1, 2),
                        new Spread.Judgement90(1, 2),
                        new Spread.Range(1, 2),
                        Estimate.of(5),
                        Estimate.interval90(5, 4, 7),
                        Samples.source("S"),
                        Samples.fullSource(),
                        plain.evidence(),
                        Evidence.assumption("what if"),
                        plain,
                        full,
                        full.withInForce(Range.atLeast(LocalDate.of(2027, 12, 2))),
                        Unit.label("USD billion (current)"),
                        Reconciliation.latest(),
                        Reconciliation.prefer(EvidenceKind.SURVEY),
                        Reconciliation.pooled(),
                        Reconciliation.envelope(),
                        Reconciliation.envelope()
                                .reconcile(List.of(plain), Year.of(2026))
                                .orElseThrow()),
                Map.of());
    }
}
