package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Weighting;
import java.io.Serial;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A framework with everything that its methods take from a reference: the ends of scales, limits of treatments, donors of
 * imputations, computed weights, scales of sub-indices. It scores any table by these, so that a unit or a year more changes no
 * other score: the frozen reference of a panel. (Where a gap is imputed on the line between two years, a later year more may
 * fill it.) Of the reference only units that hold a rank are looked at, whatever the order of its rows.
 *
 * <p>Either every step can be fitted or there is no fitted framework; nothing is skipped. Immutable, thread-safe,
 * serialisable; equal if the frameworks and what was fitted are equal.
 */
public final class FittedFramework implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ScoringFramework framework;
    private final ImmutableList<FittedColumn> columns;
    private final FittedPillars pillars;
    private final transient IndexTree tree;
    /** Worked out when first asked for; by several threads at once, to the same end. */
    private transient @Nullable String fingerprint;

    private FittedFramework(ScoringFramework framework, ImmutableList<FittedColumn> columns, FittedPillars pillars) {
        this.framework = framework;
        this.columns = columns;
        this.pillars = pillars;
        tree = pillars.tree(framework.missing());
    }

    /** The tree follows from the rest, so it is not written. */
    @Serial
    private Object readResolve() {
        return new FittedFramework(framework, columns, pillars);
    }

    static FittedFramework of(ScoringFramework framework, IndicatorTable reference) {
        return of(framework, reference, null);
    }

    static FittedFramework of(ScoringFramework framework, IndicatorTable reference, @Nullable IndicatorPanel panel) {
        return of(framework, reference, panel, false);
    }

    /** Fits to values that are known, or to some that are supposed. */
    static FittedFramework of(
            ScoringFramework framework, IndicatorTable reference, @Nullable IndicatorPanel panel, boolean isSupposing) {
        ImmutableList.Builder<FittedColumn> columns = ImmutableList.builder();
        boolean[] isRanked = reference.ranked();
        for (String column : framework.columns()) {
            if (!reference.indicators().contains(column)) {
                throw new IllegalArgumentException("ScoringFramework " + framework.id() + ": "
                        + IndicatorTable.unknown("indicator", column, ImmutableSet.copyOf(reference.indicators()))
                                .getMessage());
            }
        }
        for (Indicator indicator : framework.indicators()) {
            FittedColumn column = FittedColumn.fit(indicator, reference, isRanked, panel);
            columns.add(isSupposing ? column.supposing() : column);
        }
        ImmutableList<FittedColumn> fitted = columns.build();
        return new FittedFramework(
                framework, fitted, FittedPillars.fit(framework, fitted, reference, panel, isSupposing));
    }

    /** The same numbers for values that are supposed. */
    FittedFramework supposing() {
        return new FittedFramework(
                framework,
                columns.stream().map(FittedColumn::supposing).collect(ImmutableList.toImmutableList()),
                pillars.supposing());
    }

    /**
     * What was fitted.
     *
     * @return the framework
     */
    public ScoringFramework framework() {
        return framework;
    }

    /**
     * The weights that count: for each node its share among its siblings if all of them are there, from 0 to 1; below a
     * weighted sum or product the coefficient or exponent; for a child under benefit of the doubt, whose weight each unit has
     * for itself, the stated share.
     *
     * @return weights by node id, in the order of the tree, the root left out
     */
    public ImmutableMap<String, Double> weights() {
        ImmutableMap.Builder<String, Double> weights = ImmutableMap.builder();
        for (int node = 1; node < tree.size(); node++) {
            weights.put(tree.node(node).id(), tree.statedShare(node).high());
        }
        return weights.buildOrThrow();
    }

    /**
     * Whether a higher score of a node makes the index higher, or leaves it as it is. It does not where the node, or a pillar
     * above it, is subtracted, divided by or turned round.
     *
     * @param node the id of a pillar or indicator
     * @return false if the index falls where the score rises
     * @throws IllegalArgumentException if there is no such node
     */
    public boolean rises(String node) {
        return tree.rises(tree.number(framework.node(node).id()));
    }

    /**
     * A hash of the framework and of every number that was taken from the reference, by its bits. Frameworks that look at no
     * reference have the same whatever they were fitted to.
     *
     * @return SHA-256 in 64 hexadecimal digits
     */
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = fingerprint(framework, columns, pillars);
            fingerprint = known;
        }
        return known;
    }

    /**
     * Scores the units of a table.
     *
     * @param table a table that has all columns of the framework
     * @return scores per node
     * @throws IllegalArgumentException if a column is missing, a value is beyond a goalpost that refuses, or a step has no
     *     result for a value
     */
    public ScoreTable scoreAll(IndicatorTable table) {
        return ScoreTable.of(this, table, null);
    }

    /**
     * Scores every year of a panel by this one reference.
     *
     * @param panel a panel that has all columns of the framework
     * @return a score table for each year
     * @throws IllegalArgumentException as for a table; the message names the year
     */
    public PanelScores scoreAll(IndicatorPanel panel) {
        TreeMap<Year, ScoreTable> scores = new TreeMap<>();
        for (Year year : panel.years()) {
            try {
                scores.put(year, ScoreTable.of(this, panel.table(year), panel));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("In " + year + ": " + e.getMessage(), e);
            }
        }
        return new PanelScores(this, ImmutableSortedMap.copyOfSorted(scores));
    }

    /** Whether a number was taken from the reference. */
    boolean looksAtReference() {
        return pillars.looksAtReference()
                || columns.stream()
                        .anyMatch(column -> column.fitted().length > 0
                                || FittedColumn.looksAtReference(column.indicator())
                                || !column.groups().isEmpty());
    }

    /** Whether weights and rescalings are the same, so that scores on the common scale can be compared. */
    boolean hasPillarsOf(FittedFramework other) {
        return framework.fingerprint().equals(other.framework.fingerprint())
                && Arrays.equals(pillars.fitted(), other.pillars.fitted());
    }

    /**
     * The same steps under other stated weights.
     *
     * @throws IllegalArgumentException if a weight cannot be another; the message says why
     */
    FittedFramework withWeights(Map<String, Double> weights) {
        Reweighting reweighting = Reweighting.of(tree, weights);
        return new FittedFramework(
                framework.withIndex(reweighting.of(framework.index())), columns, pillars.withWeights(reweighting));
    }

    IndexTree tree() {
        return tree;
    }

    /** By leaf. */
    ImmutableList<FittedColumn> columns() {
        return columns;
    }

    private static String fingerprint(
            ScoringFramework framework, ImmutableList<FittedColumn> columns, FittedPillars pillars) {
        Hasher hasher = Hashing.sha256().newHasher();
        hasher.putString(framework.fingerprint(), StandardCharsets.UTF_8);
        columns.stream()
                .sorted((a, b) -> a.indicator().id().compareTo(b.indicator().id()))
                .forEach(column -> {
                    put(hasher, column.fitted());
                    put(hasher, column.groups());
                });
        put(hasher, pillars.fitted());
        return hasher.hash().toString();
    }

    private static void put(Hasher hasher, List<String> texts) {
        for (String text : texts) {
            hasher.putInt(text.length());
            hasher.putString(text, StandardCharsets.UTF_8);
        }
    }

    private static void put(Hasher hasher, double[] numbers) {
        hasher.putInt(numbers.length);
        for (double number : numbers) {
            hasher.putLong(Double.doubleToLongBits(number + 0.0));
        }
    }

    /** The tree with the weights that count, and what was taken from the reference. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder()
                .title(framework.id() + " " + framework.version() + ", fitted")
                .left("node")
                .right("weight")
                .wrapped("what the reference gave");
        for (int node = 0; node < tree.size(); node++) {
            int depth = tree.path(node).size() + (node == 0 ? 0 : 1);
            text.row(
                    "  ".repeat(depth) + tree.node(node).id(),
                    node == 0 ? "" : weight(node),
                    tree.isLeaf(node) ? given(columns.get(tree.leaf(node))) : pillars.given(tree.pillar(node)));
        }
        return text.note(
                        "Weights are shares among siblings, below sums and products coefficients and exponents; - where they do not "
                                + "count, or each unit has its own.")
                .note("Fitted fingerprint " + fingerprint().substring(0, Fingerprint.SHOWN) + ".")
                .build()
                .toString();
    }

    private String weight(int node) {
        Pillar pillar = tree.pillar(tree.parent(node));
        boolean counts = !(pillar.weighting() instanceof Weighting.BenefitOfTheDoubt
                || pillar.aggregation() instanceof Aggregation.Minimum
                || pillar.aggregation() instanceof Aggregation.OrderedWeighted);
        return counts ? Numbers.fixed(tree.statedShare(node).high(), 4) : "-";
    }

    private static String given(FittedColumn column) {
        List<String> given = new ArrayList<>();
        Optional.ofNullable(column.donors()).ifPresent(donors -> given.add(donors.rule()));
        column.treatments().forEach(treatment -> given.add(treatment.toString()));
        if (column.scale().fitted().length > 0) {
            given.add(column.scale().given());
        }
        return given.stream().collect(Collectors.joining("; "));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FittedFramework that
                && framework.equals(that.framework)
                && pillars.isSupposing() == that.pillars.isSupposing()
                && fingerprint().equals(that.fingerprint());
    }

    @Override
    public int hashCode() {
        return fingerprint().hashCode();
    }
}
