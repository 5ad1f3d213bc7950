package io.github.statecraft.robustness;

import io.github.statecraft.estimate.Confidence;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.estimate.Reconciliation;
import io.github.statecraft.estimate.Source;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScaleBasis;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import java.time.Year;
import java.util.List;

/** Small frameworks, and tables whose readings have spreads. */
final class UncertainTables {
    /** Values as they are, however far beyond 0 and 100. */
    static final Normalisation AS_IT_IS = new Normalisation.Goalposts(0, 100, OutOfRange.EXTEND, "a test");

    private UncertainTables() {}

    static Reading reading(Estimate estimate, Unit unit) {
        Evidence evidence = Evidence.of(
                Source.builder().title("Yearbook").publisher("Office").build(), EvidenceKind.MEASURED, Confidence.HIGH);
        return Reconciliation.latest()
                .reconcile(List.of(Observation.of(estimate, unit, Year.of(2024), evidence)), Year.of(2026))
                .orElseThrow();
    }

    /** A symmetric normal distribution: an unbounded unit, and a 90 % interval around the middle. */
    static Reading normal(double mean, double halfWidth) {
        return reading(Estimate.interval90(mean, mean - halfWidth, mean + halfWidth), Unit.STANDARD_NORMAL);
    }

    static Reading range(double low, double mode, double high) {
        return reading(Estimate.range(mode, low, high), Unit.STANDARD_NORMAL);
    }

    static Reading unknown(double value) {
        return reading(Estimate.of(value), Unit.STANDARD_NORMAL);
    }

    static Indicator leaf(String id, double weight) {
        return Indicator.of(id, AS_IT_IS).withWeight(weight);
    }

    static ScoringFramework framework(IndexNode... children) {
        return framework(Pillar.builder().id("index").addChildren(children).build());
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

    /** Rows {@code x} and {@code y} with readings of columns {@code a}, {@code b} and so on. */
    static IndicatorTable duel(List<Reading> x, List<Reading> y) {
        IndicatorTable.Builder table = IndicatorTable.builder().unit("x").unit("y");
        for (int i = 0; i < x.size(); i++) {
            String column = String.valueOf((char) ('a' + i));
            table.reading("x", column, x.get(i)).reading("y", column, y.get(i));
        }
        return table.build();
    }
}
