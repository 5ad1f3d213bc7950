package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.Progress;
import io.github.statecraft.internal.work.Parts;
import io.github.statecraft.score.ScoreTable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Works out {@link SettlingValues}. */
final class Settling {
    private static final Comparator<SettlingValue> ORDER = Comparator.<SettlingValue>comparingDouble(
                    value -> -value.varianceShare().orElse(-1))
            .thenComparingDouble(value -> Math.abs(value.thresholdDistance().orElse(Double.POSITIVE_INFINITY)))
            .thenComparing(SettlingValue::unit)
            .thenComparing(SettlingValue::indicator);

    private static final double TEN_PERCENT_LESS = 0.9;

    private final GapModel model;
    private final PairShare share;
    private final GapVariance variance;
    private final Map<Datum, Integer> numbers = new LinkedHashMap<>();

    private Settling(GapModel model, PairShare share, GapVariance variance) {
        this.model = model;
        this.share = share;
        this.variance = variance;
        model.draws().uncertain().forEach(datum -> numbers.put(datum, numbers.size()));
    }

    static SettlingValues of(
            ScoreTable scored,
            String unit,
            String other,
            WeightSet weights,
            int draws,
            long seed,
            int threads,
            Progress progress) {
        GapModel model = GapModel.of(scored, unit, other);
        PairShare share = PairShare.of(scored, unit, other, weights);
        GapVariance variance = GapVariance.of(model, draws, seed, threads, progress);
        Settling settling = new Settling(model, share, variance);
        ImmutableList<Datum> data = model.data();
        List<SettlingValue> values = Parts.all(data.size(), threads, Progress.none(), i -> settling.value(data.get(i)));
        SettlingValues.Frame frame = new SettlingValues.Frame(
                scored.framework().id() + " " + scored.framework().version(),
                unit,
                other,
                ImmutableMap.of(
                        unit, scored.table().label(unit),
                        other, scored.table().label(other)),
                model.gap(scored),
                weights,
                share.of(scored),
                share.obstacle(),
                variance.variance(),
                draws,
                variance.ahead(),
                seed,
                variance.isExact(),
                scored.isOwnReference(),
                model.draws().inputs(),
                model.draws().covered(),
                model.draws().judged(),
                ImmutableMap.of(unit, model.missing(unit), other, model.missing(other)));
        return new SettlingValues(frame, values.stream().sorted(ORDER).collect(ImmutableList.toImmutableList()));
    }

    private SettlingValue value(Datum datum) {
        double threshold = Threshold.nearest(
                value -> gapIfAny(datum, value), datum.value(), scale(datum), datum.lowest(), datum.highest());
        double less = datum.isRelative() ? gapIfAny(datum, TEN_PERCENT_LESS * datum.value()) : Double.NaN;
        if (!datum.isUncertain()) {
            return new SettlingValue(
                    datum, threshold, less, new double[0], new double[0], new double[0], new double[0]);
        }
        double[] ends = {datum.low(), datum.high()};
        ScoreTable atLow = model.scores(datum, ends[0]);
        ScoreTable atHigh = model.scores(datum, ends[1]);
        double[] shares = share.obstacle().isEmpty() ? new double[] {share.of(atLow), share.of(atHigh)} : new double[0];
        int number = Objects.requireNonNull(numbers.get(datum));
        return new SettlingValue(
                datum, threshold, less, ends, new double[] {model.gap(atLow), model.gap(atHigh)}, shares, new double[] {
                    variance.shares().get(number), variance.standardErrors().get(number)
                });
    }

    /** NaN where a step has no result. */
    private double gapIfAny(Datum datum, double value) {
        try {
            return model.gap(datum, value);
        } catch (IllegalArgumentException e) { // what is divided by is no longer positive, or all values are the same
            return Double.NaN;
        }
    }

    /** The size of a value or, where a part of it means nothing, of its spread, or 1. */
    private static double scale(Datum datum) {
        double size = Math.abs(datum.value());
        if (datum.isRelative()) {
            return size;
        }
        double width = datum.isUncertain() ? datum.high() - datum.low() : 0;
        return Math.max(size, width) > 0 ? Math.max(size, width) : 1;
    }

    @Override
    public String toString() {
        return "settling the " + model;
    }
}
