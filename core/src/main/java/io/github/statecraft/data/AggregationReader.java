package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Aggregation;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes an {@link Aggregation} of a node of a document. */
final class AggregationReader {
    private static final ImmutableListMultimap<String, String> METHODS = ImmutableListMultimap.<String, String>builder()
            .putAll("arithmetic", "type")
            .putAll("geometric", "type", "baseline", "onZero")
            .putAll("harmonic", "type", "baseline", "onZero")
            .putAll("power", "type", "exponent", "baseline", "onZero")
            .putAll("weighted-product", "type", "baseline")
            .putAll("weighted-sum", "type")
            .putAll("minimum", "type")
            .putAll("ordered-weighted", "type", "placeWeights")
            .putAll("choquet", "type", "interactions")
            .build();
    private static final ImmutableSet<String> SIGNED = ImmutableSet.of("weighted-product", "weighted-sum");

    /** Of more children none is searched for the nearest name, and not all are told. */
    private static final int MANY = 100;

    private AggregationReader() {}

    /** Whether the weights below an aggregation are taken as stated, so that they may be negative. */
    static boolean takesWeightsAsStated(Optional<DocumentNode> node) {
        return node.flatMap(n -> n.optional("type"))
                .map(DocumentNode::value)
                .filter(value -> value instanceof String text && SIGNED.contains(text))
                .isPresent();
    }

    static Optional<Aggregation> aggregation(DocumentNode node, String owner) {
        return MethodNode.of(node, owner, METHODS).flatMap(method -> switch (method.type()) {
            case "arithmetic" -> method.build(Aggregation::arithmetic);
            case "geometric" -> {
                Optional<Double> baseline = baseline(method, "Geometric");
                Aggregation.OnZero onZero = method.constant("onZero", Aggregation.OnZero.REFUSE);
                yield method.build(() -> new Aggregation.Geometric(baseline.orElseThrow(), onZero));
            }
            case "harmonic" -> {
                Optional<Double> baseline = baseline(method, "Harmonic");
                Aggregation.OnZero onZero = method.constant("onZero", Aggregation.OnZero.REFUSE);
                yield method.build(() -> new Aggregation.Harmonic(baseline.orElseThrow(), onZero));
            }
            case "power" -> power(method);
            case "weighted-product" -> {
                Optional<Double> baseline = baseline(method, "WeightedProduct");
                yield method.build(() -> Aggregation.weightedProduct(baseline.orElseThrow()));
            }
            case "weighted-sum" -> method.build(Aggregation::weightedSum);
            case "minimum" -> method.build(Aggregation::minimum);
            case "ordered-weighted" -> orderedWeighted(method);
            default -> choquet(method);
        });
    }

    private static Optional<Double> baseline(MethodNode method, String type) {
        return method.required(
                "baseline",
                n -> n.number(
                        b -> b > 0,
                        method.named("Aggregation." + type + ".baseline must be positive"),
                        "write a score in (0, 100] against which to attribute"));
    }

    private static Optional<Aggregation> power(MethodNode method) {
        Optional<Double> exponent = method.required(
                "exponent",
                n -> n.number(
                        p -> p != 0,
                        method.named("Aggregation.Power.exponent must not be zero"),
                        "correct it, or for zero take a geometric mean"));
        Optional<Double> baseline = baseline(method, "Power");
        Aggregation.OnZero onZero = method.constant("onZero", Aggregation.OnZero.REFUSE);
        return method.build(() -> new Aggregation.Power(exponent.orElseThrow(), baseline.orElseThrow(), onZero));
    }

    private static Optional<Aggregation> orderedWeighted(MethodNode method) {
        String owner = method.named("Aggregation.OrderedWeighted.placeWeights");
        Optional<ImmutableList<Double>> weights = method.list(
                "placeWeights",
                n -> n.number(w -> w >= 0 && w <= 1, owner + " must be in [0, 1]", "write them as parts of one"));
        if (weights.isPresent()) {
            double sum = ExactSum.of(weights.get().stream().mapToDouble(w -> w).toArray());
            if (!(Math.abs(sum - 1) <= Aggregation.SUM_TOLERANCE)) {
                method.required("placeWeights")
                        .ifPresent(n -> n.report(owner + " must sum to 1", Numbers.shortest(sum), "correct them"));
            }
        }
        return method.build(() -> Aggregation.orderedWeighted(weights.orElseThrow()));
    }

    private static Optional<Aggregation> choquet(MethodNode method) {
        Set<String> pairs = new TreeSet<>();
        Optional<ImmutableList<Aggregation.Interaction>> interactions = method.list("interactions", n -> {
            Optional<Aggregation.Interaction> pair = interaction(n, method);
            if (pair.isPresent() && !pairs.add(key(pair.get()))) {
                n.report(
                        method.named("Aggregation.Choquet must have each pair once"),
                        pair.get().first() + " and " + pair.get().second() + " twice",
                        "remove one");
            }
            return pair;
        });
        return method.build(() -> Aggregation.choquet(interactions.orElseThrow()));
    }

    /** The same text for the same pair, whichever stands first. */
    private static String key(Aggregation.Interaction pair) {
        boolean isInOrder = pair.first().compareTo(pair.second()) < 0;
        String smaller = isInOrder ? pair.first() : pair.second();
        return smaller.length() + ":" + smaller + (isInOrder ? pair.second() : pair.first());
    }

    private static Optional<Aggregation.Interaction> interaction(DocumentNode node, MethodNode method) {
        int before = node.problems();
        node.allow("first", "second", "index");
        Optional<String> first = node.required("first").flatMap(DocumentNode::text);
        Optional<String> second = node.required("second").flatMap(DocumentNode::text);
        Optional<Double> index = node.required("index")
                .flatMap(n -> n.number(
                        i -> i >= -1 && i <= 1,
                        method.named("Aggregation.Interaction.index must be in [-1, 1]"),
                        DocumentNode.CORRECT));
        if (first.isPresent() && first.equals(second)) {
            node.report(
                    method.named("Aggregation.Interaction must be of two children"),
                    Problems.quote(first.get()) + " with itself",
                    "name another child");
        }
        return node.problems() > before || first.isEmpty() || second.isEmpty() || index.isEmpty()
                ? Optional.empty()
                : node.build(() -> new Aggregation.Interaction(first.get(), second.get(), index.get()));
    }

    /**
     * Reports what an aggregation says of children that the pillar does not have.
     *
     * @param node of the aggregation
     * @param children their ids
     */
    static void checkChildren(DocumentNode node, String owner, Aggregation aggregation, ImmutableSet<String> children) {
        if (aggregation instanceof Aggregation.OrderedWeighted weights
                && weights.placeWeights().size() != children.size()) {
            node.required("placeWeights")
                    .ifPresent(n -> n.report(
                            owner + ": placeWeights must be one for each of the " + children.size() + " children",
                            Integer.toString(weights.placeWeights().size()),
                            "add or remove some"));
        } else if (aggregation instanceof Aggregation.Choquet) {
            for (DocumentNode pair :
                    node.required("interactions").map(DocumentNode::elements).orElse(ImmutableList.of())) {
                pair.optional("first").ifPresent(n -> checkChild(n, owner, children));
                pair.optional("second").ifPresent(n -> checkChild(n, owner, children));
            }
        }
    }

    /** Reports the id of something that is no child. */
    static void checkChild(DocumentNode node, String owner, ImmutableSet<String> children) {
        if (node.value() instanceof String id && !children.contains(id)) {
            String nearest = children.size() <= MANY ? Problems.nearest(id, children) : "";
            node.report(
                    owner + ": must be the id of a child",
                    Problems.quote(id),
                    !nearest.isEmpty()
                            ? nearest
                            : "its children are "
                                    + children.stream().limit(MANY).collect(Collectors.joining(", "))
                                    + (children.size() <= MANY ? "" : " and more"));
        }
    }
}
