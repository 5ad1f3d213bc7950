package io.github.statecraft.compare;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.ImmutableGraph;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.ScoreTable;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/**
 * Pareto dominance: a unit dominates another if it scores at least as high on every criterion and higher on one. Whatever the
 * weights of these criteria, it is then never behind, under any mean of them that rises with each. Units that score alike on
 * every criterion do not dominate each other.
 *
 * <p>Compared are units that hold a rank and have a score on every criterion; the others are left out and listed. Values beyond
 * goalposts that cap score alike.
 *
 * <p>Immutable, thread-safe, serialisable; equal if framework, criteria, units and who dominates whom are equal.
 */
public final class Dominance implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** So many units are printed. */
    private static final int UNITS_SHOWN = 100;

    private final String framework;
    private final ImmutableList<String> criteria;
    /** Labels by unit, in the order of the table. */
    private final ImmutableMap<String, String> labels;

    private final ImmutableMap<String, String> leftOut;
    /** For each unit, by number, those that it dominates. */
    private final ImmutableList<BitSet> below;

    private Dominance(
            String framework,
            ImmutableList<String> criteria,
            ImmutableMap<String, String> labels,
            ImmutableMap<String, String> leftOut,
            ImmutableList<BitSet> below) {
        this.framework = framework;
        this.criteria = criteria;
        this.labels = labels;
        this.leftOut = leftOut;
        this.below = below;
    }

    /**
     * Compares on every indicator of the framework.
     *
     * @param table scored units
     * @return who dominates whom; cost: units x units x indicators
     */
    public static Dominance of(ScoreTable table) {
        return of(
                table,
                table.framework().indicators().stream().map(Indicator::id).toList());
    }

    /**
     * Compares on some nodes of the tree, such as the pillars.
     *
     * @param table scored units
     * @param criteria ids of pillars or indicators, at least one
     * @return who dominates whom; cost: units x units x criteria
     * @throws IllegalArgumentException if there is no criterion, or no node of an id
     */
    public static Dominance of(ScoreTable table, Iterable<String> criteria) {
        ImmutableList<String> nodes = ImmutableSet.copyOf(criteria).asList();
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("Dominance.criteria must have at least one node but had none");
        }
        nodes.forEach(table.framework()::node);
        ImmutableMap.Builder<String, String> labels = ImmutableMap.builder();
        ImmutableMap.Builder<String, String> leftOut = ImmutableMap.builder();
        List<double[]> scores = new ArrayList<>();
        for (String unit : table.table().units()) {
            if (!table.table().isRanked(unit)) {
                continue;
            }
            List<String> missing = nodes.stream()
                    .filter(node -> table.score(unit, node).isEmpty())
                    .toList();
            if (table.score(unit).isEmpty()) {
                leftOut.put(unit, "no score");
            } else if (!missing.isEmpty()) {
                leftOut.put(unit, String.join(", ", missing));
            } else {
                labels.put(unit, table.table().label(unit));
                scores.add(nodes.stream()
                        .mapToDouble(node -> (table.fitted().rises(node) ? 1 : -1)
                                * table.score(unit, node).orElseThrow())
                        .toArray());
            }
        }
        return new Dominance(
                table.framework().id(),
                nodes,
                labels.buildOrThrow(),
                leftOut.buildOrThrow(),
                scores.stream().map(own -> below(own, scores)).collect(toImmutableList()));
    }

    private static BitSet below(double[] own, List<double[]> scores) {
        BitSet below = new BitSet(scores.size());
        for (int other = 0; other < scores.size(); other++) {
            below.set(other, dominates(own, scores.get(other)));
        }
        return below;
    }

    private static boolean dominates(double[] a, double[] b) {
        boolean higher = false;
        for (int i = 0; i < a.length; i++) {
            if (a[i] < b[i]) {
                return false;
            }
            higher |= a[i] > b[i];
        }
        return higher;
    }

    /**
     * What was compared on.
     *
     * @return ids of pillars or indicators
     */
    public ImmutableList<String> criteria() {
        return criteria;
    }

    /**
     * The units that are compared.
     *
     * @return unit ids in the order of the table
     */
    public ImmutableList<String> units() {
        return labels.keySet().asList();
    }

    /**
     * The units that are left out although they are no blocs: they have no score at all, or none on some criterion.
     *
     * @return what is missing, by unit
     */
    public ImmutableMap<String, String> leftOut() {
        return leftOut;
    }

    /**
     * Whether a unit dominates another.
     *
     * @param unit a unit that is compared
     * @param other a unit that is compared
     * @return true if it is at least as good on every criterion and better on one
     * @throws IllegalArgumentException if one of them is not compared; the message says why
     */
    public boolean dominates(String unit, String other) {
        return below.get(number(unit)).get(number(other));
    }

    /**
     * Whom a unit dominates.
     *
     * @param unit a unit that is compared
     * @return units in the order of the table; empty if it dominates nobody
     * @throws IllegalArgumentException if it is not compared; the message says why
     */
    public ImmutableList<String> dominated(String unit) {
        return named(below.get(number(unit)));
    }

    /**
     * Who dominates a unit.
     *
     * @param unit a unit that is compared
     * @return units in the order of the table; empty if nobody does
     * @throws IllegalArgumentException if it is not compared; the message says why
     */
    public ImmutableList<String> dominators(String unit) {
        int number = number(unit);
        BitSet above = new BitSet();
        for (int other = 0; other < below.size(); other++) {
            above.set(other, below.get(other).get(number));
        }
        return named(above);
    }

    /**
     * The units that nobody dominates: the Pareto front. Of the units that are compared, whoever is first under some weights of
     * the criteria, and does not merely tie, is among them; not each of them need be first under any.
     *
     * @return units in the order of the table
     */
    public ImmutableList<String> front() {
        BitSet front = new BitSet();
        front.set(0, units().size());
        below.forEach(front::andNot);
        return named(front);
    }

    /**
     * The Hasse diagram: an edge from a unit to each one that it dominates with nobody between.
     *
     * @return a directed graph without cycles whose nodes are all units that are compared; cost: cubic in their number
     *     at worst, 64 at a time
     */
    public ImmutableGraph<String> hasseDiagram() {
        ImmutableGraph.Builder<String> graph =
                GraphBuilder.directed().allowsSelfLoops(false).immutable();
        units().forEach(graph::addNode);
        for (int unit = 0; unit < below.size(); unit++) {
            for (String nearest : named(nearestBelow(unit))) {
                graph.putEdge(units().get(unit), nearest);
            }
        }
        return graph.build();
    }

    /** Those whom a unit dominates with nobody between. */
    private BitSet nearestBelow(int unit) {
        BitSet nearest = (BitSet) below.get(unit).clone();
        below.get(unit).stream().forEach(between -> nearest.andNot(below.get(between)));
        return nearest;
    }

    private ImmutableList<String> named(BitSet numbers) {
        return numbers.stream().mapToObj(units()::get).collect(toImmutableList());
    }

    private int number(String unit) {
        int number = units().indexOf(unit);
        if (number >= 0) {
            return number;
        }
        String missing = leftOut.get(unit);
        if (missing != null) {
            throw new IllegalArgumentException("Dominance: " + Problems.quote(unit) + " is not compared, since it has "
                    + (missing.equals("no score") ? missing : "no score on " + missing));
        }
        String nearest = Problems.nearest(unit, units());
        throw new IllegalArgumentException("Dominance: " + Problems.quote(unit)
                + " is not compared; it is not in the table or is a bloc"
                + (nearest.isEmpty() ? "" : "; " + nearest));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dominance that
                && framework.equals(that.framework)
                && criteria.equals(that.criteria)
                && labels.equals(that.labels)
                && leftOut.equals(that.leftOut)
                && below.equals(that.below);
    }

    @Override
    public int hashCode() {
        return Objects.hash(framework, criteria, labels, leftOut, below);
    }

    /** A table of the Hasse diagram: whom each unit dominates with nobody between, the front, and who is left out. */
    @Override
    public String toString() {
        ImmutableList<String> front = front();
        TextTable.Builder table = TextTable.builder()
                .title("Pareto dominance under " + framework + ", on " + String.join(", ", criteria))
                .left("unit")
                .left("")
                .right("is dominated by")
                .right("dominates")
                .wrapped("nearest below");
        for (int unit = 0; unit < Math.min(units().size(), UNITS_SHOWN); unit++) {
            String id = units().get(unit);
            table.row(
                    id + (front.contains(id) ? " *" : ""),
                    id.equals(labels.get(id)) ? "" : String.valueOf(labels.get(id)),
                    Integer.toString(dominators(id).size()),
                    Integer.toString(below.get(unit).cardinality()),
                    String.join(", ", named(nearestBelow(unit))));
        }
        if (units().size() > UNITS_SHOWN) {
            table.note("and " + Numbers.grouped(units().size() - UNITS_SHOWN) + " more units");
        }
        table.note("* nobody dominates these: " + shown(front)
                + ". Who dominates another is never behind it on these criteria "
                + "taken together, whatever their weights.");
        if (!leftOut.isEmpty()) {
            table.note("Left out, since a score is missing: "
                    + shown(leftOut.entrySet().stream()
                            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                            .toList())
                    + ".");
        }
        return table.build().toString();
    }

    private static String shown(List<String> texts) {
        int more = texts.size() - UNITS_SHOWN;
        return String.join(", ", texts.subList(0, Math.min(texts.size(), UNITS_SHOWN)))
                + (more > 0 ? " and " + Numbers.grouped(more) + " more" : "");
    }
}
