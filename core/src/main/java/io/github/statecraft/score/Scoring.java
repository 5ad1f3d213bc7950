package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.estimate.EvidenceKind;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.internal.text.Numbers;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scores the units of one table by one fitted framework: denominate, impute, treat, normalise, weight, aggregate. */
final class Scoring {
    /** The plainest reason for a missing indicator. */
    private static final String NO_VALUE = "no value";

    private final FittedFramework fitted;
    private final ScoringFramework framework;
    private final IndicatorTable table;
    private final IndexTree tree;
    private final ImmutableList<FittedColumn> columns;
    /** By leaf. */
    private final FittedColumn.Steps[] steps;
    /** By row, as far as {@link #scoresUnder} needed them; they do not depend on weights. */
    private final @Nullable Leaves[] leavesByRow;

    /** The scores of the leaves of one unit, NaN where missing, and which are known, not imputed. */
    private static final class Leaves {
        private final double[] scores;
        private final boolean[] isKnown;

        private Leaves(double[] scores, boolean[] isKnown) {
            this.scores = scores;
            this.isKnown = isKnown;
        }
    }

    Scoring(FittedFramework fitted, IndicatorTable table, @Nullable IndicatorPanel panel) {
        this(
                fitted,
                fitted.tree(),
                table,
                fitted.columns().stream()
                        .map(column -> column.steps(table, panel))
                        .toArray(FittedColumn.Steps[]::new));
    }

    private Scoring(FittedFramework fitted, IndexTree tree, IndicatorTable table, FittedColumn.Steps[] steps) {
        this.fitted = fitted;
        this.tree = tree;
        this.table = table;
        this.steps = steps;
        framework = fitted.framework();
        columns = fitted.columns();
        leavesByRow = new Leaves[table.units().size()];
    }

    /** The same table by a framework whose columns are fitted alike. */
    Scoring with(FittedFramework other) {
        return new Scoring(other, other.tree(), table, steps);
    }

    /** The scores of the units that have one under other stated weights, in the order of the table. */
    ImmutableMap<String, Double> scoresUnder(Map<String, Double> weights) {
        IndexTree reweighted = Reweighting.of(tree, weights).tree();
        double[] scores = provenScores(reweighted);
        ImmutableMap.Builder<String, Double> scored = ImmutableMap.builderWithExpectedSize(scores.length);
        for (int row = 0; row < scores.length; row++) {
            String unit = table.units().get(row);
            double score = Double.isNaN(scores[row]) ? scoreOfRow(unit, row, reweighted) : scores[row];
            if (!Double.isNaN(score)) {
                scored.put(unit, score);
            }
        }
        return scored.buildOrThrow();
    }

    /** The score of a row under another tree of the same nodes. */
    private double scoreOfRow(String unit, int row, IndexTree reweighted) {
        Leaves leaves = leavesByRow[row];
        if (leaves == null) {
            leaves = leaves(unit, row);
            leavesByRow[row] = leaves;
        }
        return UnitScore.of(Presence.of(reweighted, leaves.scores, leaves.isKnown), unit)
                .value(0);
    }

    UnitScore score(String unit) {
        return scoreOfRow(unit, table.row(unit));
    }

    UnitScore scoreOfRow(String unit, int row) {
        return UnitScore.of(presence(unit, row), unit);
    }

    private Presence presence(String unit, int row) {
        Leaves leaves = leaves(unit, row);
        return Presence.of(tree, leaves.scores, leaves.isKnown);
    }

    private Leaves leaves(String unit, int row) {
        double[] scores = new double[steps.length];
        boolean[] isKnown = new boolean[steps.length];
        for (int node = 0; node < tree.size(); node++) {
            if (tree.isLeaf(node)) {
                int leaf = tree.leaf(node);
                scores[leaf] = LeafScores.score(
                        columns.get(leaf), unit, steps[leaf].treated()[row], tree.policy(tree.parent(node)));
                isKnown[leaf] = steps[leaf].isKnown(row);
            }
        }
        return new Leaves(scores, isKnown);
    }

    /** The score of every row of the table that {@link BlockScores} gives, NaN for the others. */
    double[] provenScores() {
        return provenScores(tree);
    }

    private double[] provenScores(IndexTree byTree) {
        int rows = table.units().size();
        boolean isImputed = columns.stream().anyMatch(column -> column.donors() != null);
        if (isImputed || !byTree.hasOnlyMeans()) {
            double[] none = new double[rows];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        Scale[] scales = columns.stream().map(FittedColumn::scale).toArray(Scale[]::new);
        double[][] values =
                Arrays.stream(steps).map(FittedColumn.Steps::treated).toArray(double[][]::new);
        return BlockScores.of(byTree, scales, values, rows);
    }

    /** The score of a unit at a node; NaN if it has none. */
    double score(String unit, int node) {
        if (!tree.isLeaf(node)) {
            return score(unit).value(node);
        }
        int leaf = tree.leaf(node);
        return LeafScores.score(
                columns.get(leaf), unit, steps[leaf].treated()[table.row(unit)], tree.policy(tree.parent(node)));
    }

    IndexTree tree() {
        return tree;
    }

    IndicatorTable table() {
        return table;
    }

    FittedColumn column(int leaf) {
        return columns.get(leaf);
    }

    FittedColumn.Steps steps(int leaf) {
        return steps[leaf];
    }

    String whyUnscored(UnitScore score) {
        String absent = IntStream.range(0, tree.size())
                .filter(node -> tree.isLeaf(node) && !score.isPresent(node))
                .mapToObj(node -> named(tree.node(node).id(), whyMissing(score.unit(), node, score)))
                .collect(Collectors.joining(", "));
        String imputed = IntStream.range(0, tree.size())
                .filter(node -> tree.isLeaf(node)
                        && score.isPresent(node)
                        && !score.presence().isKnownLeaf(node))
                .mapToObj(node -> tree.node(node).id())
                .collect(Collectors.joining(", "));
        return score.presence().lacking().orElseGet(() -> Scorecard.percent(score.coverage()) + " of the weight counts")
                + (absent.isEmpty() ? "" : "; missing " + absent)
                + (imputed.isEmpty() ? "" : "; imputed or stated only " + imputed)
                + " (" + framework.missing() + ")";
    }

    Scorecard scorecard(String unit) {
        UnitScore score = score(unit);
        Scorecard.Builder card = Scorecard.builder()
                .unit(unit)
                .label(table.label(unit))
                .asOf(table.asOf())
                .fitted(fitted)
                .score(score.value(0))
                .baseline(Attribution.baseline(score))
                .coverage(score.coverage())
                .interval(Intervals.of(this, score));
        double[] points = Attribution.points(score);
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
        Indicator indicator = columns.get(tree.leaf(node)).indicator();
        if (table.value(unit, indicator.indicator()).isEmpty()) {
            return table.unread(unit, indicator.indicator()).orElse(NO_VALUE);
        }
        String other = indicator.denomination().orElseThrow().indicator();
        return "no " + other + table.unread(unit, other).map(why -> ": " + why).orElse("");
    }

    private Contribution contribution(String unit, int node, UnitScore score, double points) {
        int leaf = tree.leaf(node);
        int row = table.row(unit);
        Indicator indicator = columns.get(leaf).indicator();
        FittedColumn.Steps own = steps[leaf];
        boolean isImputed = own.imputation() != null && own.imputation().isImputed(row);
        Optional<Reading> reading = table.reading(unit, indicator.indicator());
        return Contribution.builder()
                .id(indicator.id())
                .addAllPath(tree.path(node))
                .raw(table.value(unit, indicator.indicator()))
                .reading(reading)
                .denomination(indicator.denomination())
                .denominator(indicator.denomination().flatMap(d -> table.reading(unit, d.indicator())))
                .denominated(optional(own.denominated()[row]))
                .imputed(optional(isImputed ? own.imputed()[row] : Double.NaN))
                .treated(optional(own.treated()[row]))
                .normalised(score.value(node))
                .effectiveWeight(score.effectiveWeight(node).high())
                .baseline(tree.isLinear() ? 0 : tree.baseline(node))
                .points(points)
                .addAllNotes(notes(unit, leaf, row, reading))
                .build();
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private ImmutableList<String> notes(String unit, int leaf, int row, Optional<Reading> reading) {
        ImmutableList.Builder<String> notes = ImmutableList.builder();
        FittedColumn column = columns.get(leaf);
        Indicator indicator = column.indicator();
        FittedColumn.Steps own = steps[leaf];
        if (!Double.isNaN(own.denominated()[row])) {
            indicator
                    .denomination()
                    .ifPresent(d -> notes.add(Numbers.compact(own.denominated()[row]) + " " + d.unit() + ", "
                            + d.inWords()
                            + table.reading(unit, d.indicator())
                                    .map(r -> " of "
                                            + Numbers.compact(r.estimate().value()) + " in " + r.year())
                                    .orElse("")));
        } else if (column.donors() != null
                && own.imputation() != null
                && own.imputation().isImputed(row)) {
            notes.add(column.donors().rule() + ": " + Numbers.compact(own.imputed()[row]));
        } else {
            notes.add(tree.policy(tree.parent(tree.number(indicator.id()))).toString());
        }
        double treated = own.treated()[row];
        broughtIn(leaf, row)
                .forEach(b -> notes.add(
                        Numbers.significant(b.before(), 4) + " was brought to " + Numbers.significant(b.after(), 4)));
        if (!Double.isNaN(treated) && column.scale().isBeyond(treated)) {
            notes.add(Numbers.significant(treated, 4) + " is beyond " + indicator.normalisation());
        }
        if (reading.map(r -> r.lead().evidence().kind() == EvidenceKind.CENSUS_ZERO)
                .orElse(false)) {
            notes.add("0 means not listed in a census that claims to list all above a threshold");
        }
        return notes.build();
    }

    /** A value that a treatment brought in, and by which rule. */
    private record BroughtIn(double before, double after, String rule) {
        @Override
        public String toString() {
            return Numbers.shortest(before) + " to " + Numbers.shortest(after) + ", " + rule;
        }
    }

    /** What the treatments of an indicator brought in of one value, in their order. */
    private ImmutableList<BroughtIn> broughtIn(int leaf, int row) {
        ImmutableList.Builder<BroughtIn> result = ImmutableList.builder();
        double value = steps[leaf].imputed()[row];
        for (FittedTreatment treatment : columns.get(leaf).treatments()) {
            if (Double.isNaN(value)) {
                break;
            }
            double after = treatment.apply(value);
            if (treatment.isCap() && after != value) {
                result.add(new BroughtIn(value, after, treatment.rule()));
            }
            value = after;
        }
        return result.build();
    }

    /** What a step left of the units that have a score; of all units before screening. */
    IndicatorTable table(Step step, ImmutableList<String> scored) {
        return switch (step) {
            case SELECTED ->
                columnsOf(table.units(), framework.columns().asList(), (unit, column) -> {
                    OptionalDouble value =
                            table.value(unit, framework.columns().asList().get(column));
                    return value.orElse(Double.NaN);
                });
            case DENOMINATED ->
                ofLeaves(table.units(), (unit, leaf) -> steps[leaf].denominated()[table.row(unit)]);
            case SCREENED -> ofLeaves(scored, (unit, leaf) -> steps[leaf].denominated()[table.row(unit)]);
            case IMPUTED -> ofLeaves(scored, (unit, leaf) -> steps[leaf].imputed()[table.row(unit)]);
            case TREATED -> ofLeaves(scored, (unit, leaf) -> steps[leaf].treated()[table.row(unit)]);
            case NORMALISED -> ofNodes(scored, true);
            case WEIGHTED -> weighted(scored);
            case AGGREGATED -> ofNodes(scored, false);
        };
    }

    private interface Cell {
        double of(String unit, int column);
    }

    private IndicatorTable ofLeaves(ImmutableList<String> units, Cell cell) {
        return columnsOf(
                units, columns.stream().map(c -> c.indicator().id()).collect(ImmutableList.toImmutableList()), cell);
    }

    private IndicatorTable ofNodes(ImmutableList<String> units, boolean onlyLeaves) {
        int[] nodes = IntStream.range(0, tree.size())
                .filter(node -> !onlyLeaves || tree.isLeaf(node))
                .toArray();
        ImmutableMap.Builder<String, UnitScore> scores = ImmutableMap.builder();
        units.forEach(unit -> scores.put(unit, score(unit)));
        ImmutableMap<String, UnitScore> byUnit = scores.buildOrThrow();
        return columnsOf(
                units,
                Arrays.stream(nodes).mapToObj(node -> tree.node(node).id()).collect(ImmutableList.toImmutableList()),
                (unit, column) -> Objects.requireNonNull(byUnit.get(unit)).value(nodes[column]));
    }

    private IndicatorTable weighted(ImmutableList<String> units) {
        ImmutableMap.Builder<String, double[]> points = ImmutableMap.builder();
        units.forEach(unit -> {
            UnitScore score = score(unit);
            double[] own = Attribution.points(score);
            for (int node = 0; node < tree.size(); node++) {
                own[node] = score.counts(node) ? own[node] : Double.NaN;
            }
            points.put(unit, own);
        });
        ImmutableMap<String, double[]> byUnit = points.buildOrThrow();
        int[] nodes = IntStream.range(0, tree.size()).filter(tree::isLeaf).toArray();
        return ofLeaves(units, (unit, leaf) -> Objects.requireNonNull(byUnit.get(unit))[nodes[leaf]]);
    }

    private IndicatorTable columnsOf(ImmutableList<String> units, ImmutableList<String> names, Cell cell) {
        IndicatorTable.Builder result = IndicatorTable.builder();
        table.asOf().ifPresent(result::asOf);
        names.forEach(result::indicator);
        for (String unit : units) {
            result.unit(unit, table.label(unit), table.isRanked(unit));
            table.group(unit).ifPresent(group -> result.group(unit, group));
            for (int column = 0; column < names.size(); column++) {
                double value = cell.of(unit, column);
                if (!Double.isNaN(value)) {
                    result.value(unit, names.get(column), value);
                }
            }
        }
        return result.build();
    }

    /** The single values that imputation and treatment put in the place of others, unit by unit. */
    ImmutableList<ValueChange> changes(ImmutableList<String> scored) {
        ImmutableList.Builder<ValueChange> changes = ImmutableList.builder();
        for (String unit : scored) {
            int row = table.row(unit);
            for (int leaf = 0; leaf < steps.length; leaf++) {
                FittedColumn column = columns.get(leaf);
                Imputed imputation = steps[leaf].imputation();
                if (column.donors() != null && imputation != null && imputation.isImputed(row)) {
                    changes.add(change(
                            Step.IMPUTED,
                            unit,
                            leaf,
                            OptionalDouble.empty(),
                            imputation.value(row),
                            column.donors().rule()));
                }
                for (BroughtIn b : broughtIn(leaf, row)) {
                    changes.add(change(Step.TREATED, unit, leaf, OptionalDouble.of(b.before()), b.after(), b.rule()));
                }
            }
        }
        return changes.build();
    }

    private ValueChange change(Step step, String unit, int leaf, OptionalDouble before, double after, String rule) {
        return ValueChange.builder()
                .step(step)
                .unit(unit)
                .indicator(columns.get(leaf).indicator().id())
                .before(before)
                .after(after)
                .rule(rule)
                .build();
    }
}
