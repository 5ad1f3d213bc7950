package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes the methods of a framework, such as a {@link Normalisation}, of nodes of its document. */
final class MethodReader {
    static final String ORDINAL_MAP = "ordinal-map";

    private MethodReader() {}

    static Optional<Denomination> denomination(DocumentNode node, String owner) {
        int before = node.problems();
        node.allow("type", "indicator", "unitSize", "unit");
        Optional<String> type = node.type(ImmutableSet.of("per", "times"), "type", "indicator", "unitSize", "unit");
        Optional<String> indicator = node.required("indicator").flatMap(n -> n.filled("Denomination"));
        Optional<Double> size = node.required("unitSize")
                .flatMap(n ->
                        n.number(x -> x > 0, owner + ": Denomination.unitSize must be positive", DocumentNode.CORRECT));
        Optional<String> unit = node.required("unit").flatMap(n -> n.filled("Denomination"));
        if (node.problems() > before || type.isEmpty() || indicator.isEmpty() || size.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        return node.build(() -> type.get().equals("per")
                ? Denomination.per(indicator.get(), size.get(), unit.get())
                : Denomination.times(indicator.get(), size.get(), unit.get()));
    }

    static Optional<Aggregation> aggregation(DocumentNode node, String owner) {
        Optional<String> type = node.type(ImmutableSet.of("arithmetic", "geometric"), "type", "baseline");
        if (type.isPresent()) {
            node.allow(type.get().equals("arithmetic") ? new String[] {"type"} : new String[] {"type", "baseline"});
        }
        if (type.isPresent() && type.get().equals("arithmetic")) {
            return Optional.of(Aggregation.arithmetic());
        }
        Optional<Double> baseline = (type.isPresent() ? node.required("baseline") : node.optional("baseline"))
                .flatMap(n -> n.number(
                        b -> b > 0,
                        owner + ": Aggregation.Geometric.baseline must be positive",
                        "write a score in (0, 100] against which to attribute"));
        return type.flatMap(t -> baseline.flatMap(b -> node.build(() -> Aggregation.geometric(b))));
    }

    static Optional<MissingDataPolicy> missing(DocumentNode node) {
        Optional<String> type = node.type(ImmutableSet.of("strict", "re-weight"), "type", "minimumShare", "appliesTo");
        if (type.isPresent() && type.get().equals("strict")) {
            node.allow("type");
            return Optional.of(MissingDataPolicy.strict());
        }
        if (type.isPresent()) {
            node.allow("type", "minimumShare", "appliesTo");
        }
        Optional<Double> share = (type.isPresent() ? node.required("minimumShare") : node.optional("minimumShare"))
                .flatMap(n -> n.number(
                        x -> x > 0 && x <= 1,
                        "MissingDataPolicy.Reweight.minimumShare must be in (0, 1]",
                        "write it as a part of one, such as 0.6"));
        Optional<MissingDataPolicy.Scope> scope = (type.isPresent()
                        ? node.required("appliesTo")
                        : node.optional("appliesTo"))
                .flatMap(n -> n.constant(MissingDataPolicy.Scope.class, Enum::name));
        return type.flatMap(
                t -> share.flatMap(s -> scope.flatMap(c -> node.build(() -> MissingDataPolicy.reweight(s, c)))));
    }

    static Optional<Normalisation> normalisation(DocumentNode node, String owner, BigDecimal factor) {
        Optional<String> type = node.type(
                ImmutableSet.of("goalposts", "log-goalposts", "min-max", ORDINAL_MAP),
                "type",
                "low",
                "high",
                "outOfRange",
                "reason",
                "levels");
        if (type.isEmpty()) {
            // what it was meant to be can be told by its fields, and these are checked all the same
            if (node.has("levels")) {
                ordinalMap(node, owner);
            } else if (node.has("low") && node.has("high")) {
                goalposts(node, owner, factor, false);
            }
            return Optional.empty();
        }
        return switch (type.get()) {
            case "min-max" -> {
                node.allow("type");
                yield Optional.of(Normalisation.minMax());
            }
            case ORDINAL_MAP -> {
                node.allow("type", "levels", "reason");
                yield ordinalMap(node, owner);
            }
            default -> {
                node.allow("type", "low", "high", "outOfRange", "reason");
                yield goalposts(node, owner, factor, type.get().equals("log-goalposts"));
            }
        };
    }

    private static Optional<Normalisation> goalposts(
            DocumentNode node, String owner, BigDecimal factor, boolean isLog) {
        int before = node.problems();
        String goalposts = owner + ": Normalisation." + (isLog ? "LogGoalposts" : "Goalposts");
        Optional<DocumentNode> lowNode = node.required("low");
        Optional<DocumentNode> highNode = node.required("high");
        Optional<Double> low = lowNode.flatMap(n -> scaled(n, factor));
        Optional<Double> high = highNode.flatMap(n -> scaled(n, factor));
        OutOfRange outOfRange = node.optional("outOfRange")
                .flatMap(n -> n.constant(OutOfRange.class, Enum::name))
                .orElse(OutOfRange.REFUSE);
        String reason = node.optional("reason").flatMap(DocumentNode::text).orElse("");
        if (isLog && low.isPresent() && !(low.get() > 0)) {
            lowNode.get()
                    .report(goalposts + ".low must be positive", lowNode.get().describe(), DocumentNode.CORRECT);
        }
        if (low.isPresent() && high.isPresent() && !(low.get() < high.get())) {
            node.report(
                    goalposts + " must have low < high",
                    lowNode.get().describe() + " to " + highNode.get().describe(),
                    "correct them; direction says which way is good");
        }
        if (node.problems() > before || low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        return node.build(() -> isLog
                ? new Normalisation.LogGoalposts(low.get(), high.get(), outOfRange, reason)
                : new Normalisation.Goalposts(low.get(), high.get(), outOfRange, reason));
    }

    private static Optional<Double> scaled(DocumentNode node, BigDecimal factor) {
        return node.number(x -> Double.isFinite(x * factor.doubleValue()), DocumentNode.DOUBLE_CAN_HOLD, "correct it")
                .flatMap(n -> node.decimal())
                .map(d -> d.multiply(factor).doubleValue());
    }

    private static Optional<Normalisation> ordinalMap(DocumentNode node, String owner) {
        int before = node.problems();
        String reason = node.optional("reason").flatMap(DocumentNode::text).orElse("");
        Optional<DocumentNode> list = node.required("levels");
        ImmutableList<DocumentNode> elements = list.map(DocumentNode::elements).orElse(ImmutableList.of());
        Map<Double, Double> levels = new TreeMap<>();
        Set<Double> seen = new LinkedHashSet<>();
        for (DocumentNode element : elements) {
            element.allow("level", "score");
            Optional<Double> level = element.required("level").flatMap(DocumentNode::number);
            Optional<Double> score = element.required("score")
                    .flatMap(n -> n.number(
                            s -> s >= 0 && s <= 100,
                            owner + ": Normalisation.OrdinalMap.levels must have scores in [0, 100]",
                            DocumentNode.CORRECT));
            if (level.isPresent() && !seen.add(level.get() + 0.0)) {
                element.report("each level must be given once", Numbers.shortest(level.get()) + " twice", "remove one");
            }
            level.ifPresent(l -> score.ifPresent(s -> levels.put(l + 0.0, s)));
        }
        if (elements.size() < 2) {
            list.filter(n -> n.value() instanceof ImmutableList)
                    .ifPresent(n -> n.report(
                            owner + ": Normalisation.OrdinalMap.levels must be at least two",
                            elements.isEmpty() ? "none" : "one",
                            "add levels"));
        }
        return node.problems() > before || levels.size() < elements.size() || levels.size() < 2
                ? Optional.empty()
                : node.build(() -> new Normalisation.OrdinalMap(ImmutableSortedMap.copyOf(levels), reason));
    }
}
