package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScaleBasis;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a {@link ScoringFramework} of a document. */
final class FrameworkReader {
    private static final String[] PILLAR = {"id", "label", "weight", "aggregation", "children", "weightsSumTo", "reason"
    };
    private static final String[] INDICATOR = {
        "id", "indicator", "label", "weight", "direction", "unit", "denomination", "normalisation", "reason"
    };
    /** Fields by which an indicator is known, even if the name of one is misspelt. */
    private static final ImmutableSet<String> LEAVES_ONLY =
            ImmutableSet.of("indicator", "direction", "unit", "denomination", "normalisation");

    private final Map<String, DocumentNode> ids = new LinkedHashMap<>();

    private FrameworkReader() {}

    static Optional<ScoringFramework> framework(DocumentNode root) {
        return new FrameworkReader().read(root);
    }

    private Optional<ScoringFramework> read(DocumentNode root) {
        int before = root.problems();
        if (!isOfFormat(root, FrameworkFiles.FORMAT)) {
            return Optional.empty();
        }
        root.allow("format", "id", "version", "question", "scaleBasis", "rationale", "index", "missing");
        Optional<String> id = filled(root, "id");
        Optional<String> version = filled(root, "version");
        Optional<String> question = filled(root, "question");
        Optional<String> rationale = filled(root, "rationale");
        Optional<ScaleBasis> basis = root.required("scaleBasis").flatMap(n -> n.constant(ScaleBasis.class, Enum::name));
        Optional<IndexNode> index =
                root.required("index").flatMap(n -> node(n, true).node());
        Optional<MissingDataPolicy> missing = root.required("missing").flatMap(MethodReader::missing);
        if (root.problems() > before
                || id.isEmpty()
                || version.isEmpty()
                || question.isEmpty()
                || rationale.isEmpty()
                || basis.isEmpty()
                || index.isEmpty()
                || missing.isEmpty()) {
            return Optional.empty();
        }
        return root.build(() -> ScoringFramework.builder()
                .id(id.get())
                .version(version.get())
                .question(question.get())
                .rationale(rationale.get())
                .scaleBasis(basis.get())
                .index((Pillar) index.get())
                .missing(missing.get())
                .build());
    }

    private static Optional<String> filled(DocumentNode root, String field) {
        return root.required(field).flatMap(n -> n.filled("ScoringFramework"));
    }

    /** Reports a document that says it is of another format; nothing else in it can be judged then. */
    static boolean isOfFormat(DocumentNode root, String expected) {
        Optional<DocumentNode> node = root.required("format");
        Optional<String> format = node.flatMap(DocumentNode::text);
        if (format.isEmpty() || format.get().equals(expected)) {
            return true;
        }
        node.get()
                .report("the format must be " + expected, Problems.quote(format.get()), "is it another kind of file?");
        return false;
    }

    /** What was read of a node: the node if it is sound, and its weight even if something else is not. */
    private record Read(Optional<IndexNode> node, Optional<Double> weight) {
        @Override
        public String toString() {
            return (node.isPresent() ? "a node" : "no node") + " of weight "
                    + weight.map(Numbers::shortest).orElse("unknown");
        }
    }

    private Read node(DocumentNode node, boolean isRoot) {
        boolean isLeaf = !node.has("children") && LEAVES_ONLY.stream().anyMatch(node::has);
        if (node.has("indicator") && node.has("children")) {
            node.report("a node is an indicator or has children, not both", "both", "remove one of the two");
        } else if (isRoot && isLeaf) {
            node.report("the index must be a pillar with children", "an indicator", "put it below a pillar");
        }
        return isLeaf ? indicator(node) : pillar(node, isRoot);
    }

    /** How errors call a node: by its id, as far as it has one. */
    private static String owner(String type, DocumentNode node) {
        return type
                + Stream.of("id", "indicator")
                        .flatMap(field -> node.optional(field).stream())
                        .map(DocumentNode::value)
                        .filter(value -> value instanceof String text && !text.isBlank())
                        .findFirst()
                        .map(id -> " " + Problems.cut((String) id))
                        .orElse("");
    }

    private static Optional<Double> weight(String owner, Optional<DocumentNode> node) {
        return node.flatMap(n -> n.number(
                w -> w >= 0, owner + ": weight must be finite and not negative", "correct it; only ratios count"));
    }

    private Read pillar(DocumentNode node, boolean isRoot) {
        int before = node.problems();
        node.allow(
                node.has("indicator")
                        ? Stream.concat(Stream.of(PILLAR), Stream.of(INDICATOR))
                                .distinct()
                                .toArray(String[]::new)
                        : PILLAR);
        String owner = owner("Pillar", node);
        Optional<String> id = node.required("id").flatMap(n -> n.filled("Pillar"));
        Optional<String> label = node.optional("label").flatMap(n -> n.filled(owner));
        Optional<Double> weight = weight(owner, isRoot ? node.optional("weight") : node.required("weight"));
        Optional<Aggregation> aggregation =
                node.required("aggregation").flatMap(n -> MethodReader.aggregation(n, owner));
        Optional<String> reason = node.optional("reason").flatMap(DocumentNode::text);
        register(id, node);
        List<IndexNode> children = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        Optional<DocumentNode> list = node.required("children");
        ImmutableList<DocumentNode> elements = list.map(DocumentNode::elements).orElse(ImmutableList.of());
        for (DocumentNode element : elements) {
            Read read = node(element, false);
            read.node().ifPresent(children::add);
            read.weight().ifPresent(weights::add);
        }
        if (elements.isEmpty()) {
            list.filter(n -> n.value() instanceof ImmutableList)
                    .ifPresent(n -> n.report(owner + " must have at least one child", "an empty list", "add one"));
        }
        Optional<Double> sum = node.optional("weightsSumTo").flatMap(DocumentNode::number);
        if (!weights.isEmpty() && weights.size() == elements.size()) {
            checkWeights(node, owner, weights, sum);
        }
        if (node.problems() > before
                || id.isEmpty()
                || aggregation.isEmpty()
                || children.size() < elements.size()
                || children.isEmpty()
                || (weight.isEmpty() && !isRoot)) {
            return new Read(Optional.empty(), weight);
        }
        return new Read(
                node.build(() -> {
                    Pillar.Builder pillar = Pillar.builder()
                            .id(id.get())
                            .aggregation(aggregation.get())
                            .addAllChildren(children)
                            .weightsSumTo(sum)
                            .reason(reason);
                    label.ifPresent(pillar::label);
                    weight.ifPresent(pillar::weight);
                    return pillar.build();
                }),
                weight);
    }

    /** Reports weights that are all zero, or do not sum to what they are stated to. */
    private static void checkWeights(DocumentNode node, String owner, List<Double> weights, Optional<Double> stated) {
        double sum;
        try {
            sum = ExactSum.of(weights.stream().mapToDouble(w -> w).toArray());
        } catch (ArithmeticException e) {
            node.required("children")
                    .ifPresent(n -> n.report(
                            owner + ": the weights of its children must be small enough to be summed",
                            "larger ones",
                            "divide them; only their ratios count"));
            return;
        }
        if (!(sum > 0)) {
            node.required("children")
                    .ifPresent(n -> n.report(
                            owner + ": the weights of its children must not all be zero",
                            weights.size() == 1 ? "0" : weights.size() + " zeros",
                            "give at least one of them a weight"));
        } else if (stated.isPresent()
                && !(Math.abs(sum - stated.get()) <= Pillar.SUM_TOLERANCE * Math.abs(stated.get()))) {
            node.required("weightsSumTo")
                    .ifPresent(n -> n.report(
                            owner + ": weightsSumTo must be the sum of its children's weights, "
                                    + Numbers.shortest(sum),
                            n.describe(),
                            "correct it or the weights, or leave it out"));
        }
    }

    private Read indicator(DocumentNode node) {
        int before = node.problems();
        node.allow(INDICATOR);
        String owner = owner("Indicator", node);
        Optional<String> indicator = node.required("indicator").flatMap(n -> n.filled("Indicator"));
        Optional<String> id = node.optional("id").flatMap(n -> n.filled("Indicator"));
        register(id.or(() -> indicator), node);
        Optional<String> label = node.optional("label").flatMap(n -> n.filled(owner));
        Optional<Double> weight = weight(owner, node.required("weight"));
        Optional<Direction> direction =
                node.required("direction").flatMap(n -> n.constant(Direction.class, Enum::name));
        Optional<Denomination> denomination =
                node.optional("denomination").flatMap(n -> MethodReader.denomination(n, owner));
        BigDecimal factor = factor(node, indicator);
        Optional<DocumentNode> normalisationNode = node.required("normalisation");
        Optional<Normalisation> normalisation =
                normalisationNode.flatMap(n -> MethodReader.normalisation(n, owner, factor));
        boolean isOrdinal = normalisationNode
                .flatMap(n -> n.optional("type"))
                .filter(type -> MethodReader.ORDINAL_MAP.equals(type.value()))
                .isPresent();
        if (isOrdinal && direction.isPresent() && direction.get() != Direction.HIGHER_IS_BETTER) {
            node.required("direction")
                    .ifPresent(n -> n.report(
                            owner + ": direction must be HIGHER_IS_BETTER beside an ordinal map",
                            Problems.quote(direction.get().name()),
                            "the scores of the map say which way is good"));
        }
        Optional<String> reason = node.optional("reason").flatMap(DocumentNode::text);
        if (node.problems() > before
                || indicator.isEmpty()
                || weight.isEmpty()
                || direction.isEmpty()
                || normalisation.isEmpty()) {
            return new Read(Optional.empty(), weight);
        }
        return new Read(
                node.build(() -> {
                    Indicator.Builder leaf = Indicator.builder()
                            .indicator(indicator.get())
                            .weight(weight.get())
                            .direction(direction.get())
                            .denomination(denomination)
                            .normalisation(normalisation.get())
                            .reason(reason);
                    id.ifPresent(leaf::id);
                    label.ifPresent(leaf::label);
                    return leaf.build();
                }),
                weight);
    }

    /** Reports an id that another node has. */
    private void register(Optional<String> id, DocumentNode node) {
        DocumentNode other = id.map(text -> ids.putIfAbsent(text, node)).orElse(null);
        if (other != null) {
            node.optional("id")
                    .or(() -> node.optional("indicator"))
                    .orElse(node)
                    .report(
                            "each node must have an id of its own",
                            Problems.quote(id.orElseThrow()) + ", as at "
                                    + other.step().pointer(),
                            "give one of them another id");
        }
    }

    /**
     * By what goalposts are multiplied to be in the unit of the attribute, where the field {@code unit} states them in
     * another of its units.
     */
    private static BigDecimal factor(DocumentNode leaf, Optional<String> indicator) {
        Optional<DocumentNode> node = leaf.optional("unit");
        Optional<Unit.Label> label =
                node.flatMap(n -> n.make(Unit::label, "unit must be a known unit", "Unit.labels() lists all"));
        if (label.isEmpty()) {
            return BigDecimal.ONE;
        }
        if (leaf.has("denomination")) {
            node.get()
                    .report(
                            "goalposts of a denominated indicator must be in the denomination's unit",
                            Problems.quote(label.get().text()),
                            "remove 'unit'");
        }
        Optional<Attribute> attribute = indicator.flatMap(
                id -> Attribute.all().stream().filter(a -> a.id().equals(id)).findFirst());
        if (attribute.isPresent() && !label.get().fits(attribute.get().unitLabel())) {
            node.get()
                    .report(
                            "must be a unit of " + attribute.get().id(),
                            Problems.quote(label.get().text()),
                            "it is in " + attribute.get().unitLabel());
        }
        return new BigDecimal(label.get().factor());
    }
}
