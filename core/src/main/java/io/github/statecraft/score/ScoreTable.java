package io.github.statecraft.score;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.PrintedScale;
import io.github.statecraft.internal.text.TextTable;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The scores of the units of a table under a framework, at every node of its tree; a scorecard for each unit on demand. The
 * same bits as scoring each unit alone, unless a normalisation looks at the whole table.
 *
 * <p>Immutable, thread-safe, serialisable; equal if framework and table are equal.
 */
public final class ScoreTable implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final FittedFramework fitted;
    private final IndicatorTable table;
    private final @Nullable IndicatorPanel panel;
    private final transient Scoring scoring;
    /** By row of the table; NaN marks what has no score and never leaves this class. */
    private final transient double[] scores;

    private final transient ImmutableList<String> units;
    private final transient Supplier<ImmutableMap<String, String>> unscored;
    private final transient Supplier<Boolean> isOwnReference;
    private final transient Supplier<FittedFramework> supposed;
    /** The scores of the unit that was asked for last, since units are asked for node by node. */
    private transient volatile @Nullable UnitScore latest;

    private ScoreTable(FittedFramework fitted, IndicatorTable table, @Nullable IndicatorPanel panel, Scoring scoring) {
        this.fitted = fitted;
        this.table = table;
        this.panel = panel;
        this.scoring = scoring;
        scores = scoring.provenScores();
        ImmutableList.Builder<String> scored = ImmutableList.builder();
        for (int row = 0; row < table.units().size(); row++) {
            String unit = table.units().get(row);
            if (Double.isNaN(scores[row])) {
                UnitScore score = scoring.scoreOfRow(unit, row);
                scores[row] = score.value(0);
                if (!score.isScored()) {
                    continue;
                }
            }
            scored.add(unit);
        }
        units = scored.build();
        unscored = Suppliers.memoize(this::whyUnscored);
        isOwnReference = Suppliers.memoize(this::findOwnReference);
        supposed = Suppliers.memoize(fitted::supposing);
    }

    private ImmutableMap<String, String> whyUnscored() {
        ImmutableMap.Builder<String, String> reasons = ImmutableMap.builder();
        for (int row = 0; row < scores.length; row++) {
            if (Double.isNaN(scores[row])) {
                String unit = table.units().get(row);
                reasons.put(unit, scoring.whyUnscored(scoring.scoreOfRow(unit, row)));
            }
        }
        return reasons.buildOrThrow();
    }

    private boolean findOwnReference() {
        if (!fitted.looksAtReference()) {
            return false;
        }
        try {
            return FittedFramework.of(framework(), table, panel).fingerprint().equals(fitted.fingerprint());
        } catch (IllegalArgumentException e) { // it was fitted to another, since it cannot be to this
            return false;
        }
    }

    static ScoreTable of(FittedFramework fitted, IndicatorTable table, @Nullable IndicatorPanel panel) {
        return new ScoreTable(fitted, table, panel, new Scoring(fitted, table, panel));
    }

    /** Scores follow from framework and table, so only those are written. */
    @Serial
    private Object readResolve() {
        return of(fitted, table, panel);
    }

    /**
     * What was asked.
     *
     * @return the framework
     */
    public ScoringFramework framework() {
        return fitted.framework();
    }

    /**
     * What was asked, with what was taken from the reference: this table, or another that was frozen.
     *
     * @return the fitted framework
     */
    public FittedFramework fitted() {
        return fitted;
    }

    /**
     * What was scored.
     *
     * @return the table
     */
    public IndicatorTable table() {
        return table;
    }

    /**
     * The units that have a score, blocs among them.
     *
     * @return unit ids in the order of the table
     */
    public ImmutableList<String> units() {
        return units;
    }

    /**
     * The units that have too little data for a score, and why.
     *
     * @return reasons by unit, in the order of the table
     */
    public ImmutableMap<String, String> unscored() {
        return Objects.requireNonNull(unscored.get());
    }

    /**
     * Whether the method looks at other rows of this table: ends of scales, ranks, weights or donors were fitted to it. Then
     * the value of one unit bears on the scores of others. Worked out when first asked for, at the cost of a fit.
     *
     * @return false if every number is stated, or was fitted to another reference
     */
    public boolean isOwnReference() {
        return Objects.requireNonNull(isOwnReference.get());
    }

    /**
     * What if: the scores that other values give by the same method. What was fitted to the values of this table is fitted anew
     * to the others; what was fitted to another reference stays, and so does what is imputed from other years of a panel. A
     * supposed value that a step refuses stands for the nearest that it takes, as at the ends of score intervals: the end of a
     * scale, the nearest of some levels, a mean of zero where one of its scores is not positive.
     *
     * @param values a table that has all columns of the framework, such as one of {@link IndicatorTable#withValue}
     * @return scores per node
     * @throws IllegalArgumentException if a column is missing, a step cannot be fitted to the values, one is divided by what is
     *     not positive, or a score is too large for a double
     */
    public ScoreTable supposing(IndicatorTable values) {
        FittedFramework method = isOwnReference()
                ? FittedFramework.of(framework(), values, panel, true)
                : Objects.requireNonNull(supposed.get());
        return new ScoreTable(method, values, panel, new Scoring(method, values, panel));
    }

    /**
     * The score of a unit.
     *
     * @param unit its id
     * @return empty if it has too little data
     * @throws IllegalArgumentException if there is no such unit
     */
    public OptionalDouble score(String unit) {
        return score(scores[table.row(unit)]);
    }

    /**
     * The score of a unit at a node of the tree, worked out when asked for.
     *
     * @param unit its id
     * @param node the id of a pillar or indicator
     * @return empty if it has too little data there
     * @throws IllegalArgumentException if there is no such unit or node
     */
    public OptionalDouble score(String unit, String node) {
        int row = table.row(unit);
        IndexTree tree = scoring.tree();
        int number = tree.number(tree.has(node) ? node : framework().node(node).id());
        if (number == 0) {
            return score(scores[row]);
        }
        return score(
                tree.isLeaf(number)
                        ? scoring.score(unit, number)
                        : unitScore(unit, row).value(number));
    }

    private UnitScore unitScore(String unit, int row) {
        UnitScore score = latest;
        if (score == null || !score.unit().equals(unit)) {
            score = scoring.scoreOfRow(unit, row);
            latest = score;
        }
        return score;
    }

    /**
     * What is known of the interval of a unit's score, as its scorecard says too.
     *
     * @param unit its id
     * @return empty if it has too little data
     * @throws IllegalArgumentException if there is no such unit
     */
    public Optional<ScoreInterval> interval(String unit) {
        UnitScore score = scoring.score(unit);
        return score.isScored() ? Optional.of(Intervals.of(scoring, score)) : Optional.empty();
    }

    /**
     * The part of the stated weight whose values of a unit are known.
     *
     * @param unit its id
     * @return from 0 to 1, whether or not it is enough for a score
     * @throws IllegalArgumentException if there is no such unit
     */
    public double coverage(String unit) {
        return scoring.score(unit).coverage();
    }

    /**
     * The same table under other stated weights, with the bits of scoring it anew, and what a pillar states of their sum left
     * out. Nothing below the weights is worked out again.
     *
     * @param weights weights by id of a pillar or indicator; nodes that are not named keep theirs
     * @return scores under these weights
     * @throws IllegalArgumentException if there is no such node, its weight is computed and not stated, a pillar above it takes
     *     weights or a scale from scores that would change, or its pillar may not have such a weight
     */
    public ScoreTable withWeights(Map<String, Double> weights) {
        FittedFramework other = fitted.withWeights(weights);
        return new ScoreTable(other, table, panel, scoring.with(other));
    }

    /**
     * The scores alone of {@link #withWeights}, for whoever needs those of many weightings: a few ten nanoseconds for each unit
     * and indicator, more for units that lack one.
     *
     * @param weights weights by id of a pillar or indicator; nodes that are not named keep theirs
     * @return scores by unit, of those that have one, in the order of the table
     * @throws IllegalArgumentException as {@link #withWeights}
     */
    public ImmutableMap<String, Double> scoresUnder(Map<String, Double> weights) {
        return scoring.scoresUnder(weights);
    }

    private static OptionalDouble score(double score) {
        return Double.isNaN(score) ? OptionalDouble.empty() : OptionalDouble.of(score);
    }

    /**
     * The units that hold a rank, by score; ties hold the best rank they take up.
     *
     * @return the ranking; blocs hold no rank
     */
    public Ranking ranking() {
        return ranking(Ranking.Ties.STANDARD);
    }

    /**
     * The units that hold a rank, by score.
     *
     * @param ties which rank units of one score hold
     * @return the ranking; blocs hold no rank
     */
    public Ranking ranking(Ranking.Ties ties) {
        Map<String, Double> ranked = new LinkedHashMap<>();
        for (String unit : units()) {
            if (table.isRanked(unit)) {
                ranked.put(unit, score(unit).orElseThrow());
            }
        }
        return Ranking.of(ranked, ties);
    }

    /**
     * The scorecard of a unit.
     *
     * @param unit its id
     * @return score and contributions
     * @throws IllegalArgumentException if there is no such unit or it has too little data; the message says what is missing
     */
    public Scorecard scorecard(String unit) {
        table.row(unit);
        String why = unscored().get(unit);
        if (why != null) {
            throw new IllegalArgumentException("ScoreTable: " + Problems.quote(unit) + " has no score under "
                    + framework().id() + ": " + why);
        }
        return scoring.scorecard(unit);
    }

    /**
     * What a step left behind, as a table of its own that can be written to a file or scored again. From screening on it has
     * the units that have a score.
     *
     * @param step the step
     * @return units x columns of the step
     * @throws IllegalArgumentException if the step is {@link Step#WEIGHTED} and contributions cannot be enumerated
     */
    public IndicatorTable table(Step step) {
        return scoring.table(step, units);
    }

    /**
     * What imputation and treatment changed, value by value, of the units that have a score.
     *
     * @return changes, unit by unit in the order of the table
     */
    public ImmutableList<ValueChange> changes() {
        return scoring.changes(units);
    }

    /** The ranking with what is known of intervals, coverage, blocs without rank, and who has no score. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder()
                .title(framework().id() + " " + framework().version() + ", "
                        + framework().scaleBasis() + ": " + framework().question())
                .right("rank")
                .left("unit")
                .left("")
                .right("score")
                .right("interval")
                .right("covers")
                .right("coverage");
        Ranking ranking = ranking();
        double spread = PrintedScale.spread(
                Arrays.stream(scores).filter(score -> !Double.isNaN(score)).toArray());
        int decimals = Nodes.printedScale(framework(), spread).decimals(2);
        for (Ranking.Entry entry : shown(ranking.entries())) {
            addRow(text, decimals, Numbers.shortest(entry.rank()) + (entry.tied() ? "=" : ""), entry.unit());
        }
        ImmutableList<String> blocs =
                units().stream().filter(u -> !table.isRanked(u)).collect(ImmutableList.toImmutableList());
        if (!blocs.isEmpty()) {
            text.separator();
            shown(blocs).forEach(bloc -> addRow(text, decimals, "-", bloc));
        }
        text.note("interval: the score with every input of known spread at its bad and at its good end; "
                + "\"covers\" says how many inputs that is; what the others would add is not known. "
                + "Coverage: the part of the weight that has data.");
        int more = ranking.size() - shown(ranking.entries()).size();
        if (more > 0) {
            text.note("and " + Numbers.grouped(more) + " more units with a rank");
        }
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        unscored().forEach((unit, why) -> byReason.computeIfAbsent(why, reason -> new ArrayList<>())
                .add(unit));
        shown(List.copyOf(byReason.entrySet()))
                .forEach(entry -> text.note("No score: " + listed(entry.getValue()) + ": " + entry.getKey() + "."));
        if (byReason.size() > Ranking.ROWS_SHOWN) {
            text.note("and units without a score for " + Numbers.grouped(byReason.size() - Ranking.ROWS_SHOWN)
                    + " more reasons");
        }
        return text.note("Methodology fingerprint " + framework().fingerprint().substring(0, Fingerprint.SHOWN) + ".")
                .build()
                .toString();
    }

    private static String listed(List<String> units) {
        int more = units.size() - Ranking.ROWS_SHOWN;
        return String.join(", ", shown(units)) + (more > 0 ? " and " + Numbers.grouped(more) + " more" : "");
    }

    private static <T> List<T> shown(List<T> rows) {
        return rows.subList(0, Math.min(rows.size(), Ranking.ROWS_SHOWN));
    }

    private void addRow(TextTable.Builder text, int decimals, String rank, String unit) {
        UnitScore score = scoring.score(unit);
        ScoreInterval interval = Intervals.of(scoring, score);
        text.row(
                rank,
                unit,
                table.label(unit).equals(unit) ? "" : table.label(unit),
                Numbers.fixed(score.value(0), decimals),
                interval.covered() == 0 ? "?" : interval.ends(decimals),
                interval.covered() + " of " + interval.inputs(),
                Scorecard.percent(score.coverage()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScoreTable that
                && fitted.equals(that.fitted)
                && table.equals(that.table)
                && Objects.equals(panel, that.panel);
    }

    @Override
    public int hashCode() {
        return Objects.hash(fitted, table);
    }
}
