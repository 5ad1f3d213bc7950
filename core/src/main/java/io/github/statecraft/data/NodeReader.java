package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutputRange;
import io.github.statecraft.score.method.Treatment;
import io.github.statecraft.score.method.Weighting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the tree of a framework, pillars and indicators, of nodes of its document. */
final class NodeReader {
    private static final String[] PILLAR = {
        "id",
        "label",
        "weight",
        "weighting",
        "aggregation",
        "normalisation",
        "direction",
        "range",
        "missing",
        "children",
        "weightsSumTo",
        "reason"
    };
    private static final String[] INDICATOR = {
        "id",
        "indicator",
        "label",
        "weight",
        "direction",
        "unit",
        "denomination",
        "imputation",
        "treatments",
        "normalisation",
        "range",
        "reason"
    };
    /** Fields by which a pillar is known, even if the name of one is misspelt. */
    private static final ImmutableSet<String> PILLARS_ONLY =
            ImmutableSet.of("children", "weighting", "aggregation", "weightsSumTo", "missing");
    /** Fields by which an indicator is known, where none says that it is a pillar. */
    private static final ImmutableSet<String> LEAVES =
            ImmutableSet.of("direction", "unit", "denomination", "imputation", "treatments", "normalisation", "range");

    private final Map<String, DocumentNode> ids = new LinkedHashMap<>();

    NodeReader() {}

    Optional<IndexNode> index(DocumentNode node) {
        return node(node, new Below(true, false, false)).node();
    }

    /**
     * Where a node stands.
     *
     * @param isRoot whether it is the index
     * @param needsWeight whether it must state its weight
     * @param isSigned whether its weight may be negative
     */
    private record Below(boolean isRoot, boolean needsWeight, boolean isSigned) {}

    /** What was read of a node: the node if it is sound, and its id and weight even if something else is not. */
    private record Read(Optional<IndexNode> node, Optional<String> id, Optional<Double> weight) {
        @Override
        public String toString() {
            return (node.isPresent() ? "a node" : "no node") + " of weight "
                    + weight.map(Numbers::shortest).orElse("unknown");
        }
    }

    private Read node(DocumentNode node, Below below) {
        boolean isLeaf = !node.has("children")
                && (node.has("indicator")
                        || (PILLARS_ONLY.stream().noneMatch(node::has)
                                && LEAVES.stream().anyMatch(node::has)));
        if (node.has("indicator") && node.has("children")) {
            node.report("a node is an indicator or has children, not both", "both", "remove one of the two");
        } else if (below.isRoot() && isLeaf) {
            node.report("the index must be a pillar with children", "an indicator", "put it below a pillar");
        }
        return isLeaf ? indicator(node, below) : pillar(node, below);
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

    /** The weight, 1 if it is left out where it may be. */
    private static Optional<Double> weight(String owner, DocumentNode node, Below below) {
        Optional<DocumentNode> weight = below.needsWeight() ? node.required("weight") : node.optional("weight");
        return weight.isEmpty() && !below.needsWeight()
                ? Optional.of(1.0)
                : weight.flatMap(n -> below.isSigned()
                        ? n.number()
                        : n.number(
                                w -> w >= 0,
                                owner + ": weight must be finite and not negative",
                                "correct it; only ratios count"));
    }

    private Read pillar(DocumentNode node, Below below) {
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
        Optional<Double> weight = weight(owner, node, below);
        Optional<DocumentNode> aggregationNode = node.required("aggregation");
        Optional<Aggregation> aggregation = aggregationNode.flatMap(n -> AggregationReader.aggregation(n, owner));
        boolean isSigned = AggregationReader.takesWeightsAsStated(aggregationNode);
        Optional<DocumentNode> weightingNode = node.optional("weighting");
        Optional<Weighting> weighting = weightingNode.flatMap(n -> WeightingReader.weighting(n, owner));
        weighting.ifPresent(w -> aggregation.ifPresent(
                a -> WeightingReader.checkAggregation(weightingNode.orElseThrow(), owner, w, a, isSigned)));
        Optional<Normalisation> normalisation =
                node.optional("normalisation").flatMap(n -> NormalisationReader.rescaling(n, owner));
        Optional<Direction> direction =
                node.optional("direction").flatMap(n -> n.constant(Direction.class, Enum::name));
        Optional<OutputRange> range = node.optional("range").flatMap(n -> NormalisationReader.range(n, owner));
        NormalisationReader.checkRescaling(node, owner, direction, range);
        Optional<MissingDataPolicy> missing = node.optional("missing").flatMap(MissingDataReader::policy);
        Optional<String> reason = node.optional("reason").flatMap(DocumentNode::text);
        register(id, node);
        Optional<DocumentNode> list = node.required("children");
        ImmutableList<DocumentNode> elements = list.map(DocumentNode::elements).orElse(ImmutableList.of());
        Below here = new Below(false, WeightingReader.needsWeights(weightingNode), isSigned);
        List<Read> children =
                elements.stream().map(element -> node(element, here)).toList();
        if (elements.isEmpty()) {
            list.filter(n -> n.value() instanceof ImmutableList)
                    .ifPresent(n -> n.report(owner + " must have at least one child", "an empty list", "add one"));
        }
        Optional<Double> sum = node.optional("weightsSumTo").flatMap(DocumentNode::number);
        List<Double> weights =
                children.stream().flatMap(read -> read.weight().stream()).toList();
        if (!weights.isEmpty() && weights.size() == elements.size()) {
            checkWeights(node, owner, weights, isSigned, sum);
        }
        List<String> named =
                children.stream().flatMap(read -> read.id().stream()).toList();
        ImmutableSet<String> distinct = ImmutableSet.copyOf(named);
        if (distinct.size() == elements.size()) {
            aggregation.ifPresent(
                    a -> AggregationReader.checkChildren(aggregationNode.orElseThrow(), owner, a, distinct));
            weighting.ifPresent(w -> WeightingReader.checkChildren(weightingNode.orElseThrow(), owner, w, distinct));
        }
        List<IndexNode> nodes =
                children.stream().flatMap(read -> read.node().stream()).toList();
        if (node.problems() > before
                || id.isEmpty()
                || aggregation.isEmpty()
                || nodes.size() < elements.size()
                || nodes.isEmpty()
                || weight.isEmpty()) {
            return new Read(Optional.empty(), id, weight);
        }
        // all else is checked above, but that interactions leave every child its weight
        DocumentNode suspect = aggregation.get() instanceof Aggregation.Choquet
                ? aggregationNode.get().required("interactions").orElse(node)
                : node;
        Optional<IndexNode> built = suspect.build(() -> {
            Pillar.Builder pillar = Pillar.builder()
                    .id(id.get())
                    .weight(weight.get())
                    .aggregation(aggregation.get())
                    .normalisation(normalisation)
                    .missing(missing)
                    .addAllChildren(nodes)
                    .weightsSumTo(sum)
                    .reason(reason);
            label.ifPresent(pillar::label);
            weighting.ifPresent(pillar::weighting);
            direction.ifPresent(pillar::direction);
            range.ifPresent(pillar::range);
            return pillar.build();
        });
        return new Read(built, id, weight);
    }

    /** Reports weights that are all zero, or do not sum to what they are stated to. */
    private static void checkWeights(
            DocumentNode node, String owner, List<Double> weights, boolean isSigned, Optional<Double> stated) {
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
        if (isSigned ? weights.stream().allMatch(w -> w == 0) : !(sum > 0)) {
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

    private Read indicator(DocumentNode node, Below below) {
        int before = node.problems();
        node.allow(INDICATOR);
        String owner = owner("Indicator", node);
        Optional<String> indicator = node.required("indicator").flatMap(n -> n.filled("Indicator"));
        Optional<String> id = node.optional("id").flatMap(n -> n.filled("Indicator"));
        Optional<String> known = id.or(() -> indicator);
        register(known, node);
        Optional<String> label = node.optional("label").flatMap(n -> n.filled(owner));
        Optional<Double> weight = weight(owner, node, below);
        Optional<Direction> direction =
                node.required("direction").flatMap(n -> n.constant(Direction.class, Enum::name));
        Optional<Denomination> denomination =
                node.optional("denomination").flatMap(n -> PreparationReader.denomination(n, owner));
        StatedUnit unit = StatedUnit.of(node, owner, indicator);
        Optional<Imputation> imputation =
                node.optional("imputation").flatMap(n -> PreparationReader.imputation(n, owner, unit));
        ImmutableList<Treatment> treatments = node.optional("treatments")
                .flatMap(n -> PreparationReader.treatments(n, owner, unit))
                .orElse(ImmutableList.of());
        Optional<Normalisation> normalisation =
                node.required("normalisation").flatMap(n -> NormalisationReader.normalisation(n, owner, unit));
        Optional<OutputRange> range = node.optional("range").flatMap(n -> NormalisationReader.range(n, owner));
        if (node.has("normalisation")) {
            NormalisationReader.checkRescaling(node, owner, direction, range);
        }
        Optional<String> reason = node.optional("reason").flatMap(DocumentNode::text);
        if (node.problems() > before
                || indicator.isEmpty()
                || weight.isEmpty()
                || direction.isEmpty()
                || normalisation.isEmpty()) {
            return new Read(Optional.empty(), known, weight);
        }
        Optional<IndexNode> built = node.build(() -> {
            Indicator.Builder leaf = Indicator.builder()
                    .indicator(indicator.get())
                    .weight(weight.get())
                    .direction(direction.get())
                    .denomination(denomination)
                    .imputation(imputation)
                    .addAllTreatments(treatments)
                    .normalisation(normalisation.get())
                    .reason(reason);
            id.ifPresent(leaf::id);
            label.ifPresent(leaf::label);
            range.ifPresent(leaf::range);
            return leaf.build();
        });
        return new Read(built, known, weight);
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
}
