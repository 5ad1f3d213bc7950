package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Weighting;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Makes a {@link Weighting} of a node of a document. */
final class WeightingReader {
    private static final String STATED = "stated";
    private static final ImmutableListMultimap<String, String> METHODS = ImmutableListMultimap.<String, String>builder()
            .putAll(STATED, "type")
            .putAll("equal", "type")
            .putAll("entropy", "type")
            .putAll("critic", "type")
            .putAll("standard-deviation", "type", "inverse")
            .putAll("principal-components", "type", "components")
            .putAll("analytic-hierarchy", "type", "children", "judgements", "priorities", "maximumInconsistency")
            .putAll("benefit-of-the-doubt", "type", "lowestShare", "highestShare")
            .build();

    private WeightingReader() {}

    /** Whether the children of a pillar must state weights: not if they are computed, or may be. */
    static boolean needsWeights(Optional<DocumentNode> node) {
        return node.isEmpty()
                || node.flatMap(n -> n.optional("type"))
                        .map(DocumentNode::value)
                        .filter(STATED::equals)
                        .isPresent();
    }

    static Optional<Weighting> weighting(DocumentNode node, String owner) {
        return MethodNode.of(node, owner, METHODS).flatMap(method -> switch (method.type()) {
            case STATED -> method.build(Weighting::stated);
            case "equal" -> method.build(Weighting::equal);
            case "entropy" -> method.build(Weighting::entropy);
            case "critic" -> method.build(Weighting::critic);
            case "standard-deviation" -> {
                boolean inverse = method.optional("inverse", false, DocumentNode::bool);
                yield method.build(() -> new Weighting.StandardDeviation(inverse));
            }
            case "principal-components" -> {
                Optional<Weighting.Components> components = method.constant("components", Weighting.Components.class);
                yield method.build(() -> Weighting.principalComponents(components.orElseThrow()));
            }
            case "analytic-hierarchy" -> analyticHierarchy(method);
            default -> benefitOfTheDoubt(method);
        });
    }

    private static Optional<Weighting> analyticHierarchy(MethodNode method) {
        String owner = "Weighting.AnalyticHierarchy";
        Optional<ImmutableList<String>> children = method.list("children", DocumentNode::text);
        Optional<ImmutableList<ImmutableList<Double>>> judgements = method.list(
                "judgements",
                row -> MethodNode.list(
                        row,
                        n -> n.number(
                                x -> x > 0,
                                method.named(owner + ".judgements must be positive"),
                                "write how many times the row matters as much as the column")));
        Weighting.Priorities priorities = method.constant("priorities", Weighting.Priorities.EIGENVECTOR);
        double limit = method.optional(
                "maximumInconsistency",
                Weighting.AnalyticHierarchy.RULE_OF_THUMB,
                n -> n.number(
                        x -> x >= 0,
                        method.named(owner + ".maximumInconsistency must not be negative"),
                        DocumentNode.CORRECT));
        if (children.isPresent() && judgements.isPresent()) {
            checkSquare(method, children.get().size());
        }
        return method.build(() ->
                new Weighting.AnalyticHierarchy(children.orElseThrow(), judgements.orElseThrow(), priorities, limit));
    }

    private static void checkSquare(MethodNode method, int children) {
        DocumentNode matrix = method.required("judgements").orElseThrow();
        ImmutableList<DocumentNode> rows = matrix.elements();
        if (rows.size() != children) {
            matrix.report(
                    method.named("Weighting.AnalyticHierarchy.judgements must have a row for each of the " + children
                            + " children"),
                    rows.size() + (rows.size() == 1 ? " row" : " rows"),
                    "add or remove some");
        }
        for (DocumentNode row : rows) {
            if (row.elements().size() != children) {
                row.report(
                        method.named("Weighting.AnalyticHierarchy.judgements must have a column for each of the "
                                + children + " children"),
                        row.elements().size() + (row.elements().size() == 1 ? " column" : " columns"),
                        "add or remove some");
            }
        }
    }

    private static Optional<Weighting> benefitOfTheDoubt(MethodNode method) {
        String owner = method.named("Weighting.BenefitOfTheDoubt");
        double lowest = method.optional("lowestShare", 0.0, n -> share(n, owner));
        double highest = method.optional("highestShare", 1.0, n -> share(n, owner));
        if (!(lowest < highest)) {
            method.node()
                    .report(
                            owner + " must have lowestShare < highestShare",
                            method.node()
                                            .optional("lowestShare")
                                            .map(DocumentNode::describe)
                                            .orElse("0") + " to "
                                    + method.node()
                                            .optional("highestShare")
                                            .map(DocumentNode::describe)
                                            .orElse("1"),
                            DocumentNode.CORRECT);
        }
        return method.build(() -> new Weighting.BenefitOfTheDoubt(lowest, highest));
    }

    private static Optional<Double> share(DocumentNode node, String owner) {
        return node.number(
                s -> s >= 0 && s <= 1, owner + " must have shares in [0, 1]", "write it as a part of one, such as 0.6");
    }

    /** Reports a weighting that an aggregation cannot take. */
    static void checkAggregation(
            DocumentNode node, String owner, Weighting weighting, Aggregation aggregation, boolean isSigned) {
        if (isSigned && !(weighting instanceof Weighting.Stated)) {
            node.report(
                    owner + ": weights are taken as stated by its aggregation, so the weighting must be " + STATED,
                    Problems.quote(weighting.toString()),
                    "remove it, or choose another aggregation");
        } else if (weighting instanceof Weighting.BenefitOfTheDoubt
                && !(aggregation instanceof Aggregation.Arithmetic)) {
            node.report(
                    owner + ": benefit of the doubt needs an arithmetic aggregation",
                    Problems.quote(aggregation.toString()),
                    "choose another weighting or aggregation");
        }
    }

    /**
     * Reports what a weighting says of children that the pillar does not have.
     *
     * @param node of the weighting
     * @param ids of the children
     */
    static void checkChildren(DocumentNode node, String owner, Weighting weighting, ImmutableSet<String> ids) {
        if (!(weighting instanceof Weighting.AnalyticHierarchy)) {
            return;
        }
        DocumentNode list = node.required("children").orElseThrow();
        Set<String> named = new LinkedHashSet<>();
        for (DocumentNode child : list.elements()) {
            AggregationReader.checkChild(child, owner, ids);
            if (child.value() instanceof String id && !named.add(id)) {
                child.report(owner + ": must name each child once", Problems.quote(id) + " twice", "remove one");
            }
        }
        ImmutableSet<String> absent =
                ids.stream().filter(id -> !named.contains(id)).collect(ImmutableSet.toImmutableSet());
        if (list.elements().size() < ids.size()) {
            list.report(
                    owner + ": comparisons in pairs must have each of its children",
                    "no " + String.join(", ", absent),
                    "add it, with its row and column of judgements");
        }
    }
}
