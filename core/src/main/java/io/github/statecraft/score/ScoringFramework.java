package io.github.statecraft.score;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.statecraft.estimate.Reconciliation;
import io.github.statecraft.estimate.SpreadPolicy;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.OutputRange;
import io.github.statecraft.score.method.Weighting;
import java.io.Serializable;
import java.time.Year;
import java.util.LinkedHashSet;
import java.util.Set;
import org.immutables.value.Value;

/**
 * An index as data: the question it asks, the scale basis, a tree of pillars and indicators of any depth, and what absent
 * data does.
 *
 * <p>Invariants: ids of nodes are unique in the tree. Immutable, thread-safe, serialisable; equal if all attributes are
 * equal.
 */
@Value.Immutable
public abstract class ScoringFramework implements WithScoringFramework, Serializable {
    ScoringFramework() {}

    /**
     * What tells the framework from others, such as {@code deployment-at-scale.total}.
     *
     * @return never blank
     */
    public abstract String id();

    /**
     * The version of the framework; results name it.
     *
     * @return never blank
     */
    public abstract String version();

    /**
     * The question that a score answers.
     *
     * @return never blank
     */
    public abstract String question();

    /**
     * What is counted: totals, or how deep it goes.
     *
     * @return the basis
     */
    public abstract ScaleBasis scaleBasis();

    /**
     * Why the index is built as it is.
     *
     * @return never blank
     */
    public abstract String rationale();

    /**
     * The root of the tree.
     *
     * @return the index
     */
    public abstract Pillar index();

    /**
     * What absent data does.
     *
     * @return {@link MissingDataPolicy#strict()} by default
     */
    @Value.Default
    public MissingDataPolicy missing() {
        return MissingDataPolicy.strict();
    }

    /**
     * Starts a framework.
     *
     * @return a builder; everything but {@link #missing()} is required
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The leaves of the tree.
     *
     * @return indicators in the order of the tree
     */
    public ImmutableList<Indicator> indicators() {
        return Nodes.all(index()).stream()
                .filter(Indicator.class::isInstance)
                .map(Indicator.class::cast)
                .collect(toImmutableList());
    }

    /**
     * The columns a table needs: those of the indicators, those they are set against, and those they are imputed by.
     *
     * @return indicator ids, each once
     */
    public ImmutableSet<String> columns() {
        ImmutableSet.Builder<String> columns = ImmutableSet.builder();
        for (Indicator indicator : indicators()) {
            columns.add(indicator.indicator());
            indicator.denomination().ifPresent(d -> columns.add(d.indicator()));
            indicator
                    .imputation()
                    .filter(Imputation.Regression.class::isInstance)
                    .map(Imputation.Regression.class::cast)
                    .ifPresent(regression -> columns.add(regression.covariate()));
        }
        return columns.build();
    }

    /**
     * The ranges on which scores are measured: those of indicators, and of pillars below the root that are rescaled. A method
     * that extends goes beyond them.
     *
     * @return each range once; empty if scores may lie anywhere, since an indicator or a pillar states its scores itself (as
     *     it is, z-score, rank, Borda count, categories, lines between points) or the root is rescaled
     */
    public ImmutableSet<OutputRange> outputRanges() {
        return Nodes.ranges(index());
    }

    /**
     * A node of the tree.
     *
     * @param id its id
     * @return the node
     * @throws IllegalArgumentException if there is none; the message names the nearest
     */
    public IndexNode node(String id) {
        ImmutableList<IndexNode> nodes = Nodes.all(index());
        return nodes.stream().filter(n -> n.id().equals(id)).findFirst().orElseThrow(() -> {
            String nearest =
                    Problems.nearest(id, nodes.stream().map(IndexNode::id).toList());
            return new IllegalArgumentException("ScoringFramework " + id() + ": no node " + Problems.quote(id)
                    + (nearest.isEmpty() ? "" : "; " + nearest));
        });
    }

    /**
     * {@return this framework with another node in the place of the one of the same id}
     *
     * @param replacement the new node
     * @throws IllegalArgumentException if there is no node of that id, or a pillar would lose an invariant
     */
    public ScoringFramework withNode(IndexNode replacement) {
        node(replacement.id());
        if (replacement.id().equals(index().id()) && !(replacement instanceof Pillar)) {
            throw new IllegalArgumentException("ScoringFramework.index must be a pillar");
        }
        return withIndex((Pillar) replaced(index(), replacement));
    }

    /**
     * What makes two runs comparable: a hash of everything that bears on scores, doubles by their bits. Wording (labels,
     * reasons, question, rationale) and the order of siblings are left out, since they change no score.
     *
     * @return SHA-256 in 64 hexadecimal digits
     */
    @Value.Lazy
    public String fingerprint() {
        return Fingerprint.of(this);
    }

    /**
     * Scores one strategy, its observations reconciled by {@link Reconciliation#latest()}.
     *
     * @param strategy the strategy
     * @return its scorecard
     * @throws IllegalArgumentException if it has too little data, a value is beyond a goalpost that refuses, or a
     *     normalisation needs other units beside it
     */
    public Scorecard score(NationalAiStrategy strategy) {
        return score(strategy, Reconciliation.latest());
    }

    /**
     * Scores one strategy.
     *
     * @param strategy the strategy
     * @param reconciliation how several observations become one value
     * @return its scorecard
     * @throws IllegalArgumentException if it has too little data, a value is beyond a goalpost that refuses, or a
     *     normalisation needs other units beside it
     */
    public Scorecard score(NationalAiStrategy strategy, Reconciliation reconciliation) {
        return scoreAll(ImmutableList.of(strategy), reconciliation)
                .scorecard(strategy.jurisdiction().code());
    }

    /**
     * Scores strategies, their observations reconciled by {@link Reconciliation#latest()}.
     *
     * @param strategies the strategies, each jurisdiction once
     * @return scores per node
     * @throws IllegalArgumentException if a jurisdiction occurs twice or a value is beyond a goalpost that refuses
     */
    public ScoreTable scoreAll(Iterable<NationalAiStrategy> strategies) {
        return scoreAll(strategies, Reconciliation.latest());
    }

    /**
     * Scores strategies.
     *
     * @param strategies the strategies, each jurisdiction once, all as of one year
     * @param reconciliation how several observations become one value
     * @return scores per node
     * @throws IllegalArgumentException if a jurisdiction occurs twice, as-of years differ, an indicator is no attribute, or a
     *     value is beyond a goalpost that refuses
     */
    public ScoreTable scoreAll(Iterable<NationalAiStrategy> strategies, Reconciliation reconciliation) {
        return scoreAll(strategies, reconciliation, SpreadPolicy.REFUSE);
    }

    /**
     * Scores strategies.
     *
     * @param strategies the strategies, each jurisdiction once, all as of one year
     * @param reconciliation how several observations become one value
     * @param spreads what to do where a source gives no spread; score intervals count what is judgement apart
     * @return scores per node
     * @throws IllegalArgumentException if a jurisdiction occurs twice, as-of years differ, an indicator is no attribute, or a
     *     value is beyond a goalpost that refuses
     */
    public ScoreTable scoreAll(
            Iterable<NationalAiStrategy> strategies, Reconciliation reconciliation, SpreadPolicy spreads) {
        for (Indicator indicator : indicators()) {
            checkAttribute(indicator, indicator.indicator());
            indicator.denomination().ifPresent(d -> checkAttribute(indicator, d.indicator()));
        }
        return scoreAll(IndicatorTable.of(strategies, columns(), reconciliation, spreads));
    }

    private void checkAttribute(Indicator indicator, String attributeId) {
        try {
            Attribute.of(attributeId);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "ScoringFramework " + id() + ", indicator " + indicator.id() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Scores the units of a table. Cost: proportional to units x indicators x depth of the tree.
     *
     * @param table a table that has all of {@link #columns()}
     * @return scores per node
     * @throws IllegalArgumentException if a column is missing or a value is beyond a goalpost that refuses
     */
    public ScoreTable scoreAll(IndicatorTable table) {
        return fit(table).scoreAll(table);
    }

    /**
     * Takes from a reference everything that methods of this framework look at it for, and keeps it: other tables, years or
     * units can then be scored without moving the scale. Cost: proportional to units x indicators.
     *
     * @param reference a table that has all of {@link #columns()}
     * @return the fitted framework
     * @throws IllegalArgumentException if a step cannot be fitted: a column is missing or constant, a matrix singular,
     *     judgements contradict each other, a method has no meaning for so few units; the message says which step of which node
     */
    public FittedFramework fit(IndicatorTable reference) {
        return FittedFramework.of(this, reference);
    }

    /**
     * Fits to one year of a panel, with the other years for what is imputed over time.
     *
     * @param panel a panel that has all of {@link #columns()}
     * @param year the year that is the reference
     * @return the fitted framework
     * @throws IllegalArgumentException as for a table, or if the panel has no such year
     */
    public FittedFramework fit(IndicatorPanel panel, Year year) {
        return FittedFramework.of(this, panel.table(year), panel);
    }

    /**
     * Fits to all years of a panel together, each unit and year for itself, with what is imputed over time.
     *
     * @param panel a panel that has all of {@link #columns()}
     * @return the fitted framework
     * @throws IllegalArgumentException as for a table; a benchmark must be named with its year, such as {@code CHN 2024}
     */
    public FittedFramework fit(IndicatorPanel panel) {
        return FittedFramework.of(this, panel.pooled(), panel);
    }

    /** The tree, one line a node, with weights (- where a pillar leaves the stated ones aside), methods and reasons. */
    @Override
    public String toString() {
        TextTable.Builder table = TextTable.builder()
                .title(id() + " " + version() + ": " + question())
                .left("node")
                .right("weight")
                .wrapped("how")
                .wrapped("why");
        addRows(index(), "", "", table);
        return table.note("Scale basis " + scaleBasis() + ". " + rationale())
                .note("Missing data: " + missing() + ".")
                .note("Methodology fingerprint " + fingerprint().substring(0, Fingerprint.SHOWN) + ".")
                .build()
                .toString();
    }

    @Value.Check
    void check() {
        requireText("id", id());
        requireText("version", version());
        requireText("question", question());
        requireText("rationale", rationale());
        checkIds(index(), ImmutableSet.of(), new LinkedHashSet<>());
    }

    private void requireText(String attribute, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("ScoringFramework." + attribute + " must not be blank"
                    + (id().isBlank() ? "" : "; it is in framework " + id()));
        }
    }

    private void checkIds(IndexNode node, Set<String> ancestors, Set<String> seen) {
        if (ancestors.contains(node.id())) {
            throw new IllegalArgumentException("ScoringFramework " + id() + ": node " + Problems.quote(node.id())
                    + " stands below itself; an index is a tree and has no cycle");
        }
        if (!seen.add(node.id())) {
            throw new IllegalArgumentException("ScoringFramework " + id() + ": two nodes have the id "
                    + Problems.quote(node.id()) + "; give one of them another id");
        }
        if (node instanceof Pillar pillar) {
            ImmutableSet<String> path = ImmutableSet.<String>builder()
                    .addAll(ancestors)
                    .add(node.id())
                    .build();
            pillar.children().forEach(child -> checkIds(child, path, seen));
        }
    }

    private static IndexNode replaced(IndexNode node, IndexNode replacement) {
        if (node.id().equals(replacement.id())) {
            return replacement;
        }
        return node instanceof Pillar pillar
                ? pillar.withChildren(pillar.children().stream()
                        .map(child -> replaced(child, replacement))
                        .toList())
                : node;
    }

    private static void addRows(IndexNode node, String indent, String weight, TextTable.Builder table) {
        if (node instanceof Pillar pillar) {
            table.row(
                    indent + pillar.label(),
                    weight,
                    pillar.steps(),
                    pillar.reason().orElse(""));
            boolean isStated = pillar.weighting() instanceof Weighting.Stated;
            pillar.children()
                    .forEach(child ->
                            addRows(child, indent + "  ", isStated ? Numbers.shortest(child.weight()) : "-", table));
        } else if (node instanceof Indicator indicator) {
            String lower = indicator.direction() == Direction.LOWER_IS_BETTER ? "lower is better; " : "";
            String how = lower + indicator.steps();
            table.row(indent + indicator.id(), weight, how, indicator.reason().orElse(""));
        }
    }

    /** Builds a {@link ScoringFramework}. */
    public static final class Builder extends ImmutableScoringFramework.Builder {
        Builder() {}
    }
}
