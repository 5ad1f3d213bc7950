package io.github.statecraft.compare;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.graph.GraphBuilder;
import com.google.common.graph.ImmutableGraph;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.TextTable;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.ScoreTable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Pareto dominance: a unit dominates another if it scores at least as high on every criterion and higher on one. Whatever the
 * weights of the criteria, it is then never behind, under any mean that rises with each of them. Units that score alike on
 * every criterion do not dominate each other.
 *
 * <p>Compared are units that hold a rank and have a score on every criterion; the others are left out and listed. Nothing is
 * said of values beyond goalposts that cap: they score alike.
 *
 * <p>Immutable, thread-safe, serialisable.
 *
 * @param framework the id of the framework
 * @param criteria the nodes of its tree that are compared, indicators or pillars
 * @param units the units that are compared, in the order of the table
 * @param leftOut the units with a rank that lack a score on some criterion, and on which
 * @param dominated for each unit that dominates, whom; units of {@code units} only, without cycles
 */
public record Dominance(
        String framework,
        ImmutableList<String> criteria,
        ImmutableList<String> units,
        ImmutableMap<String, ImmutableList<String>> leftOut,
        ImmutableSetMultimap<String, String> dominated)
        implements Serializable {
    /** Checks that nothing is null and that all units of pairs are compared. */
    public Dominance {
        Objects.requireNonNull(framework, "Dominance.framework");
        Objects.requireNonNull(criteria, "Dominance.criteria");
        Objects.requireNonNull(leftOut, "Dominance.leftOut");
        ImmutableSet<String> known = ImmutableSet.copyOf(units);
        if (!known.containsAll(dominated.keySet()) || !known.containsAll(dominated.values())) {
            throw new IllegalArgumentException("Dominance.dominated must hold units that are compared only");
        }
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
        ImmutableList.Builder<String> units = ImmutableList.builder();
        ImmutableMap.Builder<String, ImmutableList<String>> leftOut = ImmutableMap.builder();
        List<double[]> scores = new ArrayList<>();
        for (String unit : table.table().units()) {
            ImmutableList<String> missing = nodes.stream()
                    .filter(node -> table.score(unit, node).isEmpty())
                    .collect(toImmutableList());
            if (table.table().isRanked(unit) && missing.isEmpty()) {
                units.add(unit);
                scores.add(nodes.stream()
                        .mapToDouble(node -> table.score(unit, node).orElseThrow())
                        .toArray());
            } else if (table.table().isRanked(unit)) {
                leftOut.put(unit, missing);
            }
        }
        ImmutableList<String> compared = units.build();
        ImmutableSetMultimap.Builder<String, String> dominated = ImmutableSetMultimap.builder();
        for (int i = 0; i < compared.size(); i++) {
            for (int j = 0; j < compared.size(); j++) {
                if (dominates(scores.get(i), scores.get(j))) {
                    dominated.put(compared.get(i), compared.get(j));
                }
            }
        }
        return new Dominance(table.framework().id(), nodes, compared, leftOut.buildOrThrow(), dominated.build());
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
     * Whether a unit dominates another.
     *
     * @param unit a unit that is compared
     * @param other a unit that is compared
     * @return true if it scores at least as high on every criterion and higher on one
     * @throws IllegalArgumentException if one of them is not compared; the message says why
     */
    public boolean dominates(String unit, String other) {
        requireCompared(unit);
        requireCompared(other);
        return dominated.containsEntry(unit, other);
    }

    /**
     * Who dominates a unit.
     *
     * @param unit a unit that is compared
     * @return units in the order of the table; empty if nobody does
     * @throws IllegalArgumentException if it is not compared; the message says why
     */
    public ImmutableList<String> dominators(String unit) {
        requireCompared(unit);
        return units.stream()
                .filter(other -> dominated.containsEntry(other, unit))
                .collect(toImmutableList());
    }

    /**
     * The units that nobody dominates: the Pareto front. Whoever is first under some weights, and does not merely tie, is
     * among them; not each of them need be first under any.
     *
     * @return units in the order of the table
     */
    public ImmutableList<String> front() {
        return units.stream().filter(unit -> dominators(unit).isEmpty()).collect(toImmutableList());
    }

    /**
     * The Hasse diagram: an edge from a unit to each one that it dominates with nobody between.
     *
     * @return a directed graph without cycles whose nodes are all units that are compared; cost: cubic in their number at worst
     */
    public ImmutableGraph<String> hasseDiagram() {
        ImmutableGraph.Builder<String> graph =
                GraphBuilder.directed().allowsSelfLoops(false).immutable();
        units.forEach(graph::addNode);
        dominated.forEach((above, below) -> {
            boolean between = dominated.get(above).stream().anyMatch(unit -> dominated.containsEntry(unit, below));
            if (!between) {
                graph.putEdge(above, below);
            }
        });
        return graph.build();
    }

    private void requireCompared(String unit) {
        ImmutableList<String> missing = leftOut.get(unit);
        if (missing != null) {
            throw new IllegalArgumentException("Dominance: " + Problems.quote(unit)
                    + " is not compared, since it has no " + "score on " + String.join(", ", missing));
        }
        if (!units.contains(unit)) {
            String nearest = Problems.nearest(unit, units);
            throw new IllegalArgumentException("Dominance: " + Problems.quote(unit)
                    + " is not compared; it is not in the table or holds no rank"
                    + (nearest.isEmpty() ? "" : "; " + nearest));
        }
    }

    /** A table of the Hasse diagram: whom each unit dominates with nobody between, the front, and who is left out. */
    @Override
    public String toString() {
        ImmutableGraph<String> hasse = hasseDiagram();
        ImmutableList<String> front = front();
        TextTable.Builder table = TextTable.builder()
                .title("Pareto dominance under " + framework + ", on " + String.join(", ", criteria))
                .left("unit")
                .right("is dominated by")
                .right("dominates")
                .wrapped("nearest below");
        for (String unit : units) {
            table.row(
                    unit + (front.contains(unit) ? " *" : ""),
                    Integer.toString(dominators(unit).size()),
                    Integer.toString(dominated.get(unit).size()),
                    String.join(
                            ", ",
                            units.stream()
                                    .filter(hasse.successors(unit)::contains)
                                    .toList()));
        }
        table.note("* nobody dominates these: " + String.join(", ", front)
                + ". Who dominates another is never behind it, " + "whatever the weights of the criteria.");
        if (!leftOut.isEmpty()) {
            table.note("Left out, since a score is missing: "
                    + String.join(
                            "; ",
                            leftOut.entrySet().stream()
                                    .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
                                    .toList())
                    + ".");
        }
        return table.build().toString();
    }
}
