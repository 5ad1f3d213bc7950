package io.github.statecraft.compare;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScoringFramework;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One difference between two methodologies. Wording (labels, reasons, question, rationale) and the order of siblings are no
 * difference, since they change no score.
 *
 * <p>Immutable, thread-safe, serialisable.
 *
 * @param node the id of the node; that of the framework for what holds for all of it
 * @param what which part of it, such as {@code weight} or {@code normalisation}
 * @param before what the first says; the word none if it says nothing
 * @param after what the second says; the word none if it says nothing
 */
public record MethodologyChange(String node, String what, String before, String after) implements Serializable {
    private static final String NONE = "none";

    /** Checks that nothing is null. */
    public MethodologyChange {
        Objects.requireNonNull(node, "MethodologyChange.node");
        Objects.requireNonNull(what, "MethodologyChange.what");
        Objects.requireNonNull(before, "MethodologyChange.before");
        Objects.requireNonNull(after, "MethodologyChange.after");
    }

    /**
     * What differs between two frameworks. A node is known by its id.
     *
     * @param before the first
     * @param after the second
     * @return changes in the order of the first tree, then what only the second has
     */
    public static ImmutableList<MethodologyChange> between(ScoringFramework before, ScoringFramework after) {
        ImmutableList.Builder<MethodologyChange> changes = ImmutableList.builder();
        ImmutableMap<String, ImmutableMap<String, String>> first = parts(before);
        ImmutableMap<String, ImmutableMap<String, String>> second = parts(after);
        Set<String> nodes = new LinkedHashSet<>(first.keySet());
        nodes.addAll(second.keySet());
        for (String node : nodes) {
            ImmutableMap<String, String> one = first.getOrDefault(node, ImmutableMap.of());
            ImmutableMap<String, String> other = second.getOrDefault(node, ImmutableMap.of());
            if (one.isEmpty() || other.isEmpty()) {
                changes.add(new MethodologyChange(
                        node, "node", one.isEmpty() ? NONE : "there", other.isEmpty() ? NONE : "there"));
                continue;
            }
            Set<String> names = new LinkedHashSet<>(one.keySet());
            names.addAll(other.keySet());
            for (String name : names) {
                String was = one.getOrDefault(name, NONE);
                String is = other.getOrDefault(name, NONE);
                if (!was.equals(is)) {
                    changes.add(new MethodologyChange(node.isEmpty() ? after.id() : node, name, was, is));
                }
            }
        }
        return changes.build();
    }

    /** What bears on scores, by node; what holds for the whole under the empty id. */
    private static ImmutableMap<String, ImmutableMap<String, String>> parts(ScoringFramework framework) {
        Map<String, ImmutableMap<String, String>> nodes = new LinkedHashMap<>();
        nodes.put(
                "",
                ImmutableMap.of(
                        "id", framework.id(),
                        "version", framework.version(),
                        "scale basis", framework.scaleBasis().toString(),
                        "missing data", framework.missing().toString()));
        put(framework.index(), NONE, nodes);
        return ImmutableMap.copyOf(nodes);
    }

    private static void put(IndexNode node, String parent, Map<String, ImmutableMap<String, String>> nodes) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("parent", parent);
        if (!parent.equals(NONE)) { // the weight of the root counts for nothing
            parts.put("weight", Numbers.shortest(node.weight()));
        }
        if (node instanceof Indicator indicator) {
            parts.put("indicator", indicator.indicator());
            indicator.denomination().ifPresent(d -> parts.put("denomination", inFull(d, d.unitSize())));
            indicator.imputation().ifPresent(i -> parts.put("imputation", i.toString()));
            if (!indicator.treatments().isEmpty()) {
                parts.put(
                        "treatments",
                        indicator.treatments().stream().map(Object::toString).collect(Collectors.joining(", ")));
            }
            parts.put("direction", indicator.direction().toString());
            parts.put("normalisation", indicator.normalisation().toString());
            parts.put("range", indicator.range().toString());
            nodes.put(node.id(), ImmutableMap.copyOf(parts));
        } else if (node instanceof Pillar pillar) {
            parts.put("weighting", pillar.weighting().toString());
            parts.put("aggregation", pillar.aggregation().toString());
            pillar.normalisation().ifPresent(n -> {
                parts.put("direction", pillar.direction().toString());
                parts.put("normalisation", n.toString());
                parts.put("range", pillar.range().toString());
            });
            pillar.missing().ifPresent(m -> parts.put("missing data", m.toString()));
            nodes.put(node.id(), ImmutableMap.copyOf(parts));
            pillar.children().forEach(child -> put(child, pillar.id(), nodes));
        }
    }

    private static String inFull(Object denomination, double unitSize) {
        return denomination + ", unit size " + Numbers.shortest(unitSize);
    }

    /** One line, such as {@code use: weight 1 -> 2}. */
    @Override
    public String toString() {
        return node + ": " + what + " " + before + " -> " + after;
    }
}
