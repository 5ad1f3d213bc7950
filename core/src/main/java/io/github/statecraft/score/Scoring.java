package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.estimate.Spread;
import io.github.statecraft.internal.text.Numbers;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Scores the units of one table under one framework: denominate, normalise, screen, weight, aggregate. */
final class Scoring {
    /** The plainest reason for a missing indicator. */
    private static final String NO_VALUE = "no value";

    private final ScoringFramework framework;
    private final IndicatorTable table;
    private final IndexTree tree;
    private final Indicator[] leaves;
    /** Denominated values, leaves x units; NaN where missing. */
    private final double[][] values;

    private final Scale[] scales;

    Scoring(ScoringFramework framework, IndicatorTable table) {
        this.framework = framework;
        this.table = table;
        tree = new IndexTree(framework.index());
        leaves = new Indicator[tree.leaves()];
        values = new double[tree.leaves()][];
        scales = new Scale[tree.leaves()];
        for (int node = 0; node < tree.size(); node++) {
            if (tree.node(node) instanceof Indicator indicator) {
                int leaf = tree.leaf(node);
                leaves[leaf] = indicator;
                values[leaf] = denominated(indicator);
                scales[leaf] = Scale.fit(
                        indicator,
                        indicator.normalisation() instanceof Normalisation.MinMax
                                ? ofRankedUnits(values[leaf])
                                : new double[0]);
            }
        }
    }

    /** The values of those that hold a rank: what is only shown moves nobody's score. */
    private double[] ofRankedUnits(double[] column) {
        return IntStream.range(0, column.length)
                .filter(row -> table.isRanked(table.units().get(row)))
                .mapToDouble(row -> column[row])
                .toArray();
    }

    private double[] denominated(Indicator indicator) {
        double[] column = table.columnOf(indicator.indicator());
        if (indicator.denomination().isEmpty()) {
            return column;
        }
        Denomination denomination = indicator.denomination().get();
        double[] other = table.columnOf(denomination.indicator());
        double[] result = new double[column.length];
        for (int row = 0; row < column.length; row++) {
            if (Double.isNaN(column[row]) || Double.isNaN(other[row])) {
                result[row] = Double.NaN;
                continue;
            }
            if (denomination.operation() == Denomination.Operation.PER && other[row] <= 0) {
                throw new IllegalArgumentException("Indicator " + indicator.id() + " of "
                        + table.units().get(row) + ": " + denomination.indicator()
                        + " must be positive to divide by but was "
                        + Numbers.shortest(other[row]));
            }
            result[row] = denomination.apply(column[row], other[row]);
            if (!Double.isFinite(result[row])) {
                throw new IllegalArgumentException("Indicator " + indicator.id() + " of "
                        + table.units().get(row) + ": " + Numbers.shortest(column[row]) + " "
                        + denomination + ", is too large a number with " + denomination.indicator() + " "
                        + Numbers.shortest(other[row]));
            }
        }
        return result;
    }

    UnitScore score(String unit) {
        int row = table.row(unit);
        double[] scores = new double[leaves.length];
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            double value = values[leaf][row];
            scores[leaf] = Double.isNaN(value) ? Double.NaN : scales[leaf].score(unit, value);
        }
        return new UnitScore(tree, framework.missing(), unit, scores);
    }

    /** The score of every row of the table that {@link BlockScores} gives, NaN for the others. */
    double[] provenScores() {
        return BlockScores.of(tree, scales, values, table.units().size());
    }

    /** The score of a unit at a node; NaN if it has none. */
    double score(String unit, int node) {
        if (!tree.isLeaf(node)) {
            return score(unit).value(node);
        }
        double value = values[tree.leaf(node)][table.row(unit)];
        return Double.isNaN(value) ? Double.NaN : scales[tree.leaf(node)].score(unit, value);
    }

    IndexTree tree() {
        return tree;
    }

    String whyUnscored(UnitScore score) {
        String absent = IntStream.range(0, tree.size())
                .filter(node -> tree.isLeaf(node) && !score.isPresent(node))
                .mapToObj(node -> named(tree.node(node).id(), whyMissing(score.unit(), node, score)))
                .collect(Collectors.joining(", "));
        return Scorecard.percent(score.coverage()) + " of the weight counts; missing " + absent + " ("
                + framework.missing() + ")";
    }

    Scorecard scorecard(String unit) {
        UnitScore score = score(unit);
        UnitScore baseline = score.atBaseline(framework.missing());
        Scorecard.Builder card = Scorecard.builder()
                .unit(unit)
                .label(table.label(unit))
                .asOf(table.asOf())
                .framework(framework)
                .score(score.value(0))
                .baseline(baseline.value(0))
                .coverage(score.coverage())
                .interval(interval(unit, score));
        double[] points = score.points(baseline);
        for (int node = 0; node < tree.size(); node++) {
            if (tree.isLeaf(node)) {
                if (score.counts(node)) {
                    card.addContributions(contribution(unit, node, score, points[node]));
                } else {
                    card.putMissing(tree.node(node).id(), whyMissing(unit, node, score));
                }
            }
        }
        return card.build();
    }

    /** An indicator that is missing, and why if there is more to say than that it has no value. */
    static String named(String indicator, String why) {
        return why.equals(NO_VALUE) ? indicator : indicator + " (" + why + ")";
    }

    private String whyMissing(String unit, int node, UnitScore score) {
        if (score.isPresent(node)) {
            int pillar = tree.parent(node);
            while (score.isPresent(pillar)) {
                pillar = tree.parent(pillar);
            }
            return "pillar " + tree.node(pillar).id() + " has too little data";
        }
        Indicator indicator = leaves[tree.leaf(node)];
        if (table.value(unit, indicator.indicator()).isEmpty()) {
            return table.unread(unit, indicator.indicator()).orElse(NO_VALUE);
        }
        String other = indicator.denomination().orElseThrow().indicator();
        return "no " + other + table.unread(unit, other).map(why -> ": " + why).orElse("");
    }

    private Contribution contribution(String unit, int node, UnitScore score, double points) {
        Indicator indicator = leaves[tree.leaf(node)];
        Optional<Reading> reading = table.reading(unit, indicator.indicator());
        return Contribution.builder()
                .id(indicator.id())
                .addAllPath(tree.path(node))
                .raw(table.value(unit, indicator.indicator()).orElseThrow())
                .reading(reading)
                .denomination(indicator.denomination())
                .denominator(indicator.denomination().flatMap(d -> table.reading(unit, d.indicator())))
                .denominated(values[tree.leaf(node)][table.row(unit)])
                .normalised(score.value(node))
                .effectiveWeight(score.effectiveWeight(node).high())
                .baseline(tree.baseline(node))
                .points(points)
                .addAllNotes(notes(unit, tree.leaf(node), reading))
                .build();
    }

    private ImmutableList<String> notes(String unit, int leaf, Optional<Reading> reading) {
        ImmutableList.Builder<String> notes = ImmutableList.builder();
        double value = values[leaf][table.row(unit)];
        Indicator indicator = leaves[leaf];
        indicator
                .denomination()
                .ifPresent(d -> notes.add(Numbers.compact(value) + " " + d.unit() + ", " + d.inWords()
                        + table.reading(unit, d.indicator())
                                .map(r -> " of " + Numbers.compact(r.estimate().value()) + " in " + r.year())
                                .orElse("")));
        if (scales[leaf].isBeyond(value)) {
            notes.add(Numbers.significant(value, 4) + " is beyond " + indicator.normalisation());
        }
        if (reading.map(r -> r.lead().evidence().kind() == EvidenceKind.CENSUS_ZERO)
                .orElse(false)) {
            notes.add("0 means not listed in a census that claims to list all above a threshold");
        }
        return notes.build();
    }

    private ScoreInterval interval(String unit, UnitScore score) {
        double[] low = new double[leaves.length];
        double[] high = new double[leaves.length];
        Arrays.fill(low, Double.NaN);
        Arrays.fill(high, Double.NaN);
        Set<String> covered = new TreeSet<>();
        Set<String> judged = new TreeSet<>();
        Set<String> inputs = new TreeSet<>();
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isLeaf(node) || !score.isPresent(node)) {
                continue;
            }
            int leaf = tree.leaf(node);
            double value = score.value(node);
            low[leaf] = value;
            high[leaf] = value;
            if (!score.counts(node)) {
                continue;
            }
            Indicator indicator = leaves[leaf];
            Optional<Ends> own = ends(unit, indicator.indicator());
            Optional<Ends> other = indicator.denomination().flatMap(d -> ends(unit, d.indicator()));
            inputs.add(indicator.indicator());
            own.ifPresent(known -> covered.add(indicator.indicator()));
            indicator.denomination().ifPresent(d -> {
                inputs.add(d.indicator());
                other.ifPresent(known -> covered.add(d.indicator()));
            });
            Ends ends = extremes(unit, indicator, own, other);
            for (double end : scales[leaf].ends(ends.low(), ends.high())) {
                low[leaf] = Math.min(low[leaf], end);
                high[leaf] = Math.max(high[leaf], end);
            }
        }
        covered.stream().filter(column -> isJudged(unit, column)).forEach(judged::add);
        return new ScoreInterval(bound(low, score), bound(high, score), covered.size(), judged.size(), inputs.size());
    }

    /** The score with leaves at one end. */
    private double bound(double[] scores, UnitScore score) {
        boolean same = true;
        for (int node = 0; node < tree.size(); node++) {
            same &= !tree.isLeaf(node) || !score.isPresent(node) || scores[tree.leaf(node)] == score.value(node);
        }
        return same
                ? score.value(0)
                : score.withLeafScores(framework.missing(), scores).value(0);
    }

    private record Ends(double low, double high) {
        @Override
        public String toString() {
            return Numbers.shortest(low) + " to " + Numbers.shortest(high);
        }
    }

    private boolean isJudged(String unit, String column) {
        return table.reading(unit, column)
                .map(r -> r.estimate().spread() instanceof Spread.Judgement90)
                .orElse(false);
    }

    private Optional<Ends> ends(String unit, String indicator) {
        Optional<Estimate> estimate = table.reading(unit, indicator).map(Reading::estimate);
        OptionalDouble low = estimate.map(Estimate::low).orElse(OptionalDouble.empty());
        OptionalDouble high = estimate.map(Estimate::high).orElse(OptionalDouble.empty());
        return low.isPresent() && high.isPresent()
                ? Optional.of(new Ends(low.getAsDouble(), high.getAsDouble()))
                : Optional.empty();
    }

    /** The smallest and largest value, denominated. What is divided by comes close to 0 at most. */
    private Ends extremes(String unit, Indicator indicator, Optional<Ends> own, Optional<Ends> other) {
        double value = table.value(unit, indicator.indicator()).orElseThrow();
        Ends numerator = own.orElse(new Ends(value, value));
        if (indicator.denomination().isEmpty()) {
            return numerator;
        }
        Denomination denomination = indicator.denomination().get();
        double otherValue = table.value(unit, denomination.indicator()).orElseThrow();
        Ends against = other.orElse(new Ends(otherValue, otherValue));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double x : new double[] {numerator.low(), numerator.high()}) {
            for (double y : new double[] {against.low(), against.high()}) {
                boolean divided = denomination.operation() == Denomination.Operation.PER;
                double end = x == 0 ? 0 : denomination.apply(x, divided ? Math.max(y, 0) : y);
                low = Math.min(low, end);
                high = Math.max(high, end);
            }
        }
        return new Ends(low, high);
    }
}
