package io.github.statecraft.score;

import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.estimate.Spread;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Denomination;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known of the interval of a unit's score: every input of known spread at its bad and at its good end. */
final class Intervals {
    private final Scoring scoring;
    private final IndicatorTable table;
    private final IndexTree tree;
    private final UnitScore score;
    private final String unit;
    private final double[] low;
    private final double[] high;
    private final Set<String> covered = new TreeSet<>();
    private final Set<String> inputs = new TreeSet<>();

    private Intervals(Scoring scoring, UnitScore score) {
        this.scoring = scoring;
        this.score = score;
        table = scoring.table();
        tree = scoring.tree();
        unit = score.unit();
        low = new double[tree.leaves()];
        high = new double[tree.leaves()];
        Arrays.fill(low, Double.NaN);
        Arrays.fill(high, Double.NaN);
    }

    private record Ends(double low, double high) {
        @Override
        public String toString() {
            return Numbers.shortest(low) + " to " + Numbers.shortest(high);
        }
    }

    static ScoreInterval of(Scoring scoring, UnitScore score) {
        return new Intervals(scoring, score).interval();
    }

    private ScoreInterval interval() {
        for (int node = 0; node < tree.size(); node++) {
            if (tree.isLeaf(node) && score.isPresent(node)) {
                int leaf = tree.leaf(node);
                low[leaf] = score.value(node);
                high[leaf] = score.value(node);
                if (score.counts(node)) {
                    widen(node, leaf);
                }
            }
        }
        int judged = (int) covered.stream().filter(this::isJudged).count();
        try {
            double bad = bound(low);
            double good = bound(high);
            return new ScoreInterval(
                    Math.min(bad, score.value(0)),
                    Math.max(good, score.value(0)),
                    covered.size(),
                    judged,
                    inputs.size());
        } catch (IllegalArgumentException e) { // there is no score at an end, such as that of a ratio to zero
            return new ScoreInterval(score.value(0), score.value(0), 0, 0, inputs.size());
        }
    }

    private void widen(int node, int leaf) {
        FittedColumn column = scoring.column(leaf);
        Indicator indicator = column.indicator();
        inputs.add(indicator.indicator());
        indicator.denomination().ifPresent(d -> inputs.add(d.indicator()));
        Ends ends = scoring.steps(leaf).isKnown(table.row(unit)) ? ofKnown(indicator) : ofImputed(indicator, leaf);
        if (ends == null) {
            return;
        }
        boolean rises = tree.rises(node);
        double[] best = rises ? high : low;
        double[] worst = rises ? low : high;
        double from = column.treatedEnd(ends.low());
        double to = column.treatedEnd(ends.high());
        for (double end : column.scale().ends(from, to)) {
            worst[leaf] = Math.min(worst[leaf], end);
            best[leaf] = Math.max(best[leaf], end);
        }
    }

    private Ends ofKnown(Indicator indicator) {
        Optional<Ends> own = ends(indicator.indicator());
        Optional<Ends> other = indicator.denomination().flatMap(d -> ends(d.indicator()));
        own.ifPresent(known -> covered.add(indicator.indicator()));
        indicator.denomination().ifPresent(d -> other.ifPresent(known -> covered.add(d.indicator())));
        return extremes(indicator, own, other);
    }

    /** Null if a stated score stands for the value, or the spread of the imputation is not known. */
    private @Nullable Ends ofImputed(Indicator indicator, int leaf) {
        int row = table.row(unit);
        Imputed imputation = scoring.steps(leaf).imputation();
        if (imputation == null || imputation.spread(row).isEmpty()) {
            return null;
        }
        DonorSpread spread = imputation.spread(row).get();
        covered.add(indicator.indicator());
        indicator.denomination().ifPresent(d -> covered.add(d.indicator()));
        return new Ends(imputation.value(row) + spread.low(), imputation.value(row) + spread.high());
    }

    /** The score with leaves at one end. */
    private double bound(double[] scores) {
        boolean same = true;
        for (int node = 0; node < tree.size(); node++) {
            same &= !tree.isLeaf(node) || !score.isPresent(node) || scores[tree.leaf(node)] == score.value(node);
        }
        return same ? score.value(0) : score.withLeafScores(scores).value(0);
    }

    private boolean isJudged(String column) {
        return table.reading(unit, column)
                .map(r -> r.estimate().spread() instanceof Spread.Judgement90)
                .orElse(false);
    }

    private Optional<Ends> ends(String indicator) {
        Optional<Estimate> estimate = table.reading(unit, indicator).map(Reading::estimate);
        OptionalDouble lowEnd = estimate.map(Estimate::low).orElse(OptionalDouble.empty());
        OptionalDouble highEnd = estimate.map(Estimate::high).orElse(OptionalDouble.empty());
        return lowEnd.isPresent() && highEnd.isPresent()
                ? Optional.of(new Ends(lowEnd.getAsDouble(), highEnd.getAsDouble()))
                : Optional.empty();
    }

    /** The smallest and largest value, denominated. What is divided by comes close to 0 at most. */
    private Ends extremes(Indicator indicator, Optional<Ends> own, Optional<Ends> other) {
        double value = table.value(unit, indicator.indicator()).orElseThrow();
        Ends numerator = own.orElse(new Ends(value, value));
        if (indicator.denomination().isEmpty()) {
            return numerator;
        }
        Denomination denomination = indicator.denomination().get();
        double otherValue = table.value(unit, denomination.indicator()).orElseThrow();
        Ends against = other.orElse(new Ends(otherValue, otherValue));
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (double x : new double[] {numerator.low(), numerator.high()}) {
            for (double y : new double[] {against.low(), against.high()}) {
                boolean divided = denomination.operation() == Denomination.Operation.PER;
                double end = x == 0 ? 0 : denomination.apply(x, divided ? Math.max(y, 0) : y);
                smallest = Math.min(smallest, end);
                largest = Math.max(largest, end);
            }
        }
        return new Ends(smallest, largest);
    }
}
