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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a {@link Weighting} of a node of a document. */
final class WeightingReader {
    private static final String STATED = "stated";

    /** Two positive decimals that a double can hold, and so their ratio. */
    private static final Pattern FRACTION = Pattern.compile(
            "((?=[0-9.]*[1-9])[0-9]{1,30}(?:\\.[0-9]{1,30})?)/((?=[0-9.]*[1-9])[0-9]{1,30}(?:\\.[0-9]{1,30})?)");

    /** Saaty's random indices end here. */
    private static final int MOST_CHILDREN = 15;

    /** By how much the product of a judgement and its opposite may differ from 1. */
    private static final double RECIPROCAL = 1e-9;

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
                "judgements", row -> MethodNode.list(row, n -> judgement(n, method.named(owner + ".judgements"))));
        Weighting.Priorities priorities = method.constant("priorities", Weighting.Priorities.EIGENVECTOR);
        double limit = method.optional(
                "maximumInconsistency",
                Weighting.AnalyticHierarchy.RULE_OF_THUMB,
                n -> n.number(
                        x -> x >= 0,
                        method.named(owner + ".maximumInconsistency must not be negative"),
                        DocumentNode.CORRECT));
        if (children.isPresent() && judgements.isPresent()) {
            checkCount(method, children.get().size());
            checkSquare(method, children.get().size());
            checkReciprocal(method, children.get(), judgements.get());
        }
        return method.build(() ->
                new Weighting.AnalyticHierarchy(children.orElseThrow(), judgements.orElseThrow(), priorities, limit));
    }

    /** A positive number, or a fraction of two that is read as text. */
    private static Optional<Double> judgement(DocumentNode node, String owner) {
        String remedy = "write how many times the row matters as much as the column";
        if (!(node.value() instanceof String text)) {
            return node.number(x -> x > 0, owner + " must be positive", remedy);
        }
        Matcher fraction = FRACTION.matcher(text);
        if (!fraction.matches()) {
            node.report(owner + " must be positive numbers, or fractions of two such as 1/3", node.describe(), remedy);
            return Optional.empty();
        }
        return Optional.of(Double.parseDouble(fraction.group(1)) / Double.parseDouble(fraction.group(2)));
    }

    private static void checkCount(MethodNode method, int children) {
        if (children > MOST_CHILDREN) {
            method.required("children")
                    .orElseThrow()
                    .report(
                            method.named("Weighting.AnalyticHierarchy.children must be at most " + MOST_CHILDREN),
                            Integer.toString(children),
                            "group them into pillars");
        }
    }

    /** Reports entries of the diagonal that are not 1, and below it those that are not one over that of the same pair. */
    private static void checkReciprocal(
            MethodNode method, ImmutableList<String> children, ImmutableList<ImmutableList<Double>> judgements) {
        int n = children.size();
        if (judgements.size() != n || judgements.stream().anyMatch(row -> row.size() != n)) {
            return;
        }
        ImmutableList<DocumentNode> rows =
                method.required("judgements").orElseThrow().elements();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double own = judgements.get(i).get(j);
                DocumentNode entry = rows.get(i).elements().get(j);
                if (i == j && own != 1) {
                    entry.report(
                            method.named("Weighting.AnalyticHierarchy.judgements must be 1 on the diagonal, of "
                                    + Problems.quote(children.get(i)) + " with itself"),
                            entry.describe(),
                            "write 1");
                } else if (!(Math.abs(own * judgements.get(j).get(i) - 1) <= RECIPROCAL)) {
                    String opposite = rows.get(j).elements().get(i).describe();
                    entry.report(
                            method.named("Weighting.AnalyticHierarchy.judgements must be reciprocal, of "
                                    + Problems.quote(children.get(i)) + " with " + Problems.quote(children.get(j))
                                    + " one over that of " + Problems.quote(children.get(j)) + " with "
                                    + Problems.quote(children.get(i)) + ", " + opposite),
                            entry.describe(),
                            "correct one of the two; thirds are written as 1/3");
                }
            }
        }
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
