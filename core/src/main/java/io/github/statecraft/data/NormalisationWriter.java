package io.github.statecraft.data;

import static io.github.statecraft.data.FrameworkWriter.decimal;
import static io.github.statecraft.data.MethodWriter.reason;

import com.google.common.collect.ImmutableSortedMap;
import io.github.statecraft.score.method.Benchmark;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import io.github.statecraft.score.method.OutputRange;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes documents of normalisations. */
final class NormalisationWriter {
    private NormalisationWriter() {}

    static void normalisation(Normalisation method, ObjectNode to) {
        if (method instanceof Normalisation.Goalposts g) {
            goalposts("goalposts", g.low(), g.high(), g.outOfRange(), g.reason(), to);
        } else if (method instanceof Normalisation.LogGoalposts g) {
            goalposts("log-goalposts", g.low(), g.high(), g.outOfRange(), g.reason(), to);
        } else if (method instanceof Normalisation.OrdinalMap map) {
            to.put("type", "ordinal-map");
            points(map.levels(), "level", to.putArray("levels"));
            reason(map.reason(), to);
        } else if (method instanceof Normalisation.AsIs) {
            to.put("type", "as-is");
        } else if (method instanceof Normalisation.ZScore z) {
            to.put("type", "z-score");
            to.put("mean", decimal(z.mean()));
            to.put("standardDeviation", decimal(z.standardDeviation()));
            to.put("divisor", z.divisor().name());
        } else if (method instanceof Normalisation.Distance distance) {
            to.put("type", "distance");
            to.put("form", distance.form().name());
            benchmark(distance.benchmark(), to.putObject("benchmark"));
            to.put("outOfRange", distance.outOfRange().name());
        } else if (method instanceof Normalisation.PercentileRank rank) {
            to.put("type", "percentile-rank");
            to.put("form", rank.form().name());
        } else if (method instanceof Normalisation.Rank rank) {
            to.put("type", "rank");
            to.put("equal", rank.equal().name());
        } else if (method instanceof Normalisation.Borda borda) {
            to.put("type", "borda");
            to.put("equal", borda.equal().name());
        } else if (method instanceof Normalisation.Categorical categories) {
            to.put("type", "categorical");
            to.put("boundsOf", categories.boundsOf().name());
            to.put("lowest", decimal(categories.lowest()));
            points(categories.scoreFrom(), "from", to.putArray("scoreFrom"));
            reason(categories.reason(), to);
        } else if (method instanceof Normalisation.PiecewiseLinear lines) {
            to.put("type", "piecewise-linear");
            points(lines.points(), "value", to.putArray("points"));
            to.put("outOfRange", lines.outOfRange().name());
            reason(lines.reason(), to);
        } else {
            to.put("type", "min-max");
        }
    }

    private static void goalposts(
            String type, double low, double high, OutOfRange outOfRange, String reason, ObjectNode to) {
        to.put("type", type);
        to.put("low", decimal(low));
        to.put("high", decimal(high));
        to.put("outOfRange", outOfRange.name());
        reason(reason, to);
    }

    private static void points(ImmutableSortedMap<Double, Double> points, String by, ArrayNode to) {
        points.forEach((key, score) -> {
            ObjectNode entry = to.addObject();
            entry.put(by, decimal(key));
            entry.put("score", decimal(score));
        });
    }

    private static void benchmark(Benchmark benchmark, ObjectNode to) {
        if (benchmark instanceof Benchmark.Unit unit) {
            to.put("type", "unit");
            to.put("id", unit.id());
        } else if (benchmark instanceof Benchmark.Target target) {
            to.put("type", "target");
            to.put("value", decimal(target.value()));
            reason(target.reason(), to);
        } else if (benchmark instanceof Benchmark.Mean) {
            to.put("type", "mean");
        } else {
            to.put("type", "best");
        }
    }

    /** Writes a range that is not the one of frameworks that state none. */
    static void range(OutputRange range, ObjectNode to) {
        if (!range.equals(OutputRange.HUNDRED)) {
            ObjectNode ends = to.putObject("range");
            ends.put("low", decimal(range.low()));
            ends.put("high", decimal(range.high()));
        }
    }
}
