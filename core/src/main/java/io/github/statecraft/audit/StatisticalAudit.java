package io.github.statecraft.audit;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.ScoreTable;
import java.io.Serial;
import java.io.Serializable;
import java.util.function.Function;

/**
 * A statistical audit of an index, in the manner of the Joint Research Centre (JRC) of the European Commission: coverage,
 * outliers, correlations within and across pillars, Cronbach's alpha and principal components of each pillar, stated against
 * effective weights; and what of it an auditor would ask about, as warnings in words.
 *
 * <p>Audited are the units that hold a rank and have a score; coverage counts those without a score too. Correlations are those of
 * Pearson of scores on the common scale, higher is better, over the units that have both; alpha and components rest on those
 * that have a score on every child of the pillar. Every statistic says on how many units it rests. One that does not exist,
 * because a column is constant, a pillar has one child or there are fewer than {@link #FEWEST_UNITS} units, is not defined and
 * says why. The order of units changes no bit.
 *
 * <p>Profiles and warnings take correlations with the intended sign: multiplied by -1 where a better score of one node is meant to
 * make the other worse. A negative weight below a weighted sum or product turns a node round on its way into its pillar, and
 * a pillar whose rescaling has lower is better turns all its children round. So a node and its pillar have the sign of that
 * step, siblings the product of their signs into their pillar, a node and the index the product of the steps between, a node
 * and another pillar the product of their signs in the index. Turning a sub-index round, and round again where it is used,
 * changes none of them. Alpha and components take each child with the sign of its weight. Where nothing is turned round, all
 * signs are 1.
 *
 * <p>A warning is a question. Correlations describe these units in this year; they do not say what an index should measure, and
 * weights that are moved until warnings go away are weights chosen by results.
 *
 * <p>Immutable, thread-safe, serialisable; equal if the score tables are equal.
 */
public final class StatisticalAudit implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Below so many units no statistic is defined: through two points there is always a line. */
    public static final int FEWEST_UNITS = 3;

    /** Coverage below this is low: the default of {@code get_stats()} in COINr 1.1.14, a package of former JRC authors. */
    public static final double COVERAGE = 0.65;

    /** Skewness of this magnitude, with {@link #KURTOSIS}, means outliers: the JRC's audits of the Global Innovation Index. */
    public static final double SKEWNESS = 2;

    /** Excess kurtosis from here on, with {@link #SKEWNESS}, means outliers: the JRC's audits of the Global Innovation Index. */
    public static final double KURTOSIS = 3.5;

    /** A larger share of units than this with one score is mostly one value: as COINr's {@code get_stats()} has it of zeros. */
    public static final double ONE_VALUE = 0.5;

    /** A smaller share of different scores than this is few values: the default of COINr's {@code get_stats()}. */
    public static final double DISTINCT = 0.5;

    /** Siblings that correlate above this say the same twice: the JRC's rule of thumb. */
    public static final double REDUNDANT = 0.92;

    /** A node that correlates with its pillar below this is noise in it: the JRC's rule of thumb. */
    public static final double NOISE = 0.3;

    /**
     * Alpha below this is low: J. C. Nunnally, Psychometric Theory (1978), as in the OECD/JRC Handbook on Constructing Composite
     * Indicators (2008), p. 72, which says that some are as lenient as 0.6.
     */
    public static final double ALPHA = 0.7;

    /** A first component that explains less than this leaves most of a pillar unsaid: more is apart than in common. */
    public static final double FIRST_COMPONENT = 0.5;

    /** An effective share beyond this many times the stated one, or below its inverse, is not what the weight says. */
    public static final double WEIGHT_RATIO = 2;

    private final ScoreTable table;
    private final transient AuditScores scores;
    private final transient ImmutableList<IndicatorProfile> indicators;
    private final transient ImmutableList<NodeProfile> nodes;
    private final transient ImmutableList<PillarProfile> pillars;
    private final transient ImmutableList<AuditWarning> warnings;

    private StatisticalAudit(ScoreTable table) {
        this.table = table;
        scores = AuditScores.of(table);
        Profiles profiles = new Profiles(table, scores);
        indicators = profiles.indicators();
        nodes = profiles.nodes();
        pillars = profiles.pillars();
        warnings = AuditQuestions.of(indicators, nodes, pillars);
    }

    /**
     * Audits an index on the units of a table. Costs units x nodes for each child of a pillar and each pillar of one level.
     *
     * @param table scored units
     * @return the audit
     */
    public static StatisticalAudit of(ScoreTable table) {
        return new StatisticalAudit(table);
    }

    /** All follows from the table, so only that is written. */
    @Serial
    private Object readResolve() {
        return new StatisticalAudit(table);
    }

    /**
     * What was audited.
     *
     * @return the score table
     */
    public ScoreTable table() {
        return table;
    }

    /**
     * The units that are audited: those that hold a rank and have a score.
     *
     * @return unit ids, in the order of the table
     */
    public ImmutableList<String> units() {
        return scores.units();
    }

    /**
     * Coverage and shape of every indicator.
     *
     * @return profiles in the order of the tree
     */
    public ImmutableList<IndicatorProfile> indicators() {
        return indicators;
    }

    /**
     * Coverage and shape of an indicator.
     *
     * @param indicator its id in the framework
     * @return its profile
     * @throws IllegalArgumentException if there is no such indicator
     */
    public IndicatorProfile indicator(String indicator) {
        return find(indicators, IndicatorProfile::indicator, indicator, "an indicator");
    }

    /**
     * How every node goes with its siblings, its pillar and the index, and what its weight does.
     *
     * @return profiles of all nodes but the root, in the order of the tree
     */
    public ImmutableList<NodeProfile> nodes() {
        return nodes;
    }

    /**
     * How a node goes with its siblings, its pillar and the index, and what its weight does.
     *
     * @param node the id of a pillar or indicator
     * @return its profile
     * @throws IllegalArgumentException if there is no such node, or it is the root
     */
    public NodeProfile node(String node) {
        return find(nodes, NodeProfile::node, node, "a node below the root");
    }

    /**
     * Whether the children of every pillar measure one thing.
     *
     * @return profiles in the order of the tree, the root first
     */
    public ImmutableList<PillarProfile> pillars() {
        return pillars;
    }

    /**
     * Whether the children of a pillar measure one thing.
     *
     * @param pillar its id
     * @return its profile
     * @throws IllegalArgumentException if there is no such pillar
     */
    public PillarProfile pillar(String pillar) {
        return find(pillars, PillarProfile::pillar, pillar, "a pillar");
    }

    /**
     * The correlation of any two nodes, of their scores as they are: no intended sign is taken into account.
     *
     * @param node the id of a pillar or indicator
     * @param other another
     * @return their correlation, in [-1, 1]
     * @throws IllegalArgumentException if there is no such node
     */
    public Statistic correlation(String node, String other) {
        return scores.correlation(
                table.framework().node(node).id(), table.framework().node(other).id());
    }

    /**
     * What an auditor would ask about.
     *
     * @return warnings by kind, within a kind in the order of the tree; empty if there is nothing to ask
     */
    public ImmutableList<AuditWarning> warnings() {
        return warnings;
    }

    /**
     * What an auditor would ask of one kind.
     *
     * @param kind the kind
     * @return warnings in the order of the tree
     */
    public ImmutableList<AuditWarning> warnings(AuditWarning.Kind kind) {
        return warnings.stream().filter(warning -> warning.kind() == kind).collect(toImmutableList());
    }

    private <T> T find(ImmutableList<T> profiles, Function<T, String> id, String wanted, String what) {
        IndexNode node = table.framework().node(wanted);
        return profiles.stream()
                .filter(profile -> id.apply(profile).equals(node.id()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("StatisticalAudit: " + wanted + " must be " + what
                        + " of " + table.framework().id() + "; ask for another profile of it"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StatisticalAudit that && table.equals(that.table);
    }

    @Override
    public int hashCode() {
        return table.hashCode();
    }

    /** Tables of indicators, nodes and pillars, and the warnings. */
    @Override
    public String toString() {
        return AuditText.of(this);
    }
}
