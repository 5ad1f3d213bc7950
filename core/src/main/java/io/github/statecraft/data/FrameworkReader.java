package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.score.Aggregation;
import io.github.statecraft.score.Denomination;
import io.github.statecraft.score.Direction;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.MissingDataPolicy;
import io.github.statecraft.score.Normalisation;
import io.github.statecraft.score.OutOfRange;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScaleBasis;
import io.github.statecraft.score.ScoringFramework;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a {@link ScoringFramework} of a document. */
final class FrameworkReader {
    private final Map<String, DocumentNode> ids = new LinkedHashMap<>();

    private FrameworkReader() {}

    static Optional<ScoringFramework> framework(DocumentNode root) {
        return new FrameworkReader().read(root);
    }

    private Optional<ScoringFramework> read(DocumentNode root) {
        root.allow("format", "id", "version", "question", "scaleBasis", "rationale", "index", "missing");
        checkFormat(root, FrameworkFiles.FORMAT);
        Optional<String> id = root.required("id").flatMap(DocumentNode::text);
        Optional<String> version = root.required("version").flatMap(DocumentNode::text);
        Optional<String> question = root.required("question").flatMap(DocumentNode::text);
        Optional<String> rationale = root.required("rationale").flatMap(DocumentNode::text);
        Optional<ScaleBasis> basis = root.required("scaleBasis").flatMap(n -> n.constant(ScaleBasis.class, Enum::name));
        Optional<IndexNode> index = root.required("index").flatMap(n -> node(n, true));
        Optional<MissingDataPolicy> missing = root.required("missing").flatMap(FrameworkReader::missing);
        if (index.isPresent() && !(index.get() instanceof Pillar)) {
            root.optional("index")
                    .ifPresent(node -> node.report(
                            "the index must be a pillar with children", "an indicator", "put it below a pillar"));
            return Optional.empty();
        }
        if (id.isEmpty()
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

    /** Reports a document that says it is of another format. */
    static void checkFormat(DocumentNode root, String expected) {
        root.required("format").ifPresent(node -> {
            Optional<String> format = node.text();
            if (format.isPresent() && !format.get().equals(expected)) {
                node.report(
                        "the format must be " + expected, Problems.quote(format.get()), "is it another kind of file?");
            }
        });
    }

    private Optional<IndexNode> node(DocumentNode node, boolean isRoot) {
        if (node.has("indicator") && node.has("children")) {
            node.report("a node is an indicator or has children, not both", "", "remove one of the two");
            return Optional.empty();
        }
        return node.has("indicator")
                ? indicator(node).map(i -> i)
                : pillar(node, isRoot).map(p -> p);
    }

    private Optional<Pillar> pillar(DocumentNode node, boolean isRoot) {
        node.allow("id", "label", "weight", "aggregation", "children", "weightsSumTo", "reason");
        Optional<String> id = node.required("id").flatMap(DocumentNode::text);
        Optional<String> label = node.optional("label").flatMap(DocumentNode::text);
        Optional<Double> weight = isRoot ? node.optional("weight").flatMap(DocumentNode::number) : weight(node);
        Optional<Aggregation> aggregation = node.required("aggregation").flatMap(FrameworkReader::aggregation);
        Optional<Double> sum = node.optional("weightsSumTo").flatMap(DocumentNode::number);
        Optional<String> reason = node.optional("reason").flatMap(DocumentNode::text);
        boolean isNew = register(id, node);
        List<IndexNode> children = new ArrayList<>();
        ImmutableList<DocumentNode> elements =
                node.required("children").map(DocumentNode::elements).orElse(ImmutableList.of());
        elements.forEach(element -> node(element, false).ifPresent(children::add));
        if (!isNew || id.isEmpty() || aggregation.isEmpty() || children.size() < elements.size()) {
            return Optional.empty();
        }
        if (!isRoot && weight.isEmpty()) {
            return Optional.empty();
        }
        return node.build(() -> {
            Pillar.Builder pillar = Pillar.builder()
                    .id(id.get())
                    .aggregation(aggregation.get())
                    .addAllChildren(children)
                    .weightsSumTo(sum)
                    .reason(reason);
            label.ifPresent(pillar::label);
            weight.ifPresent(pillar::weight);
            return pillar.build();
        });
    }

    private Optional<Indicator> indicator(DocumentNode node) {
        node.allow(
                "id", "indicator", "label", "weight", "direction", "unit", "denomination", "normalisation", "reason");
        Optional<String> indicator = node.required("indicator").flatMap(DocumentNode::text);
        Optional<String> id = node.optional("id").flatMap(DocumentNode::text);
        boolean isNew = register(id.or(() -> indicator), node);
        Optional<String> label = node.optional("label").flatMap(DocumentNode::text);
        Optional<Double> weight = weight(node);
        Optional<Direction> direction =
                node.required("direction").flatMap(n -> n.constant(Direction.class, Enum::name));
        Optional<DocumentNode> denominationNode = node.optional("denomination");
        Optional<Denomination> denomination = denominationNode.flatMap(FrameworkReader::denomination);
        BigDecimal factor = factor(node, indicator);
        Optional<Normalisation> normalisation = node.required("normalisation").flatMap(n -> normalisation(n, factor));
        Optional<String> reason = node.optional("reason").flatMap(DocumentNode::text);
        if (!isNew
                || indicator.isEmpty()
                || weight.isEmpty()
                || direction.isEmpty()
                || normalisation.isEmpty()
                || denominationNode.isPresent() != denomination.isPresent()) {
            return Optional.empty();
        }
        return node.build(() -> {
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
        });
    }

    /** Reports an id that another node has. */
    private boolean register(Optional<String> id, DocumentNode node) {
        DocumentNode other = id.map(text -> ids.putIfAbsent(text, node)).orElse(null);
        if (other == null) {
            return true;
        }
        node.optional("id")
                .or(() -> node.optional("indicator"))
                .orElse(node)
                .report(
                        "each node must have an id of its own",
                        Problems.quote(id.orElseThrow()) + ", as at "
                                + other.step().pointer(),
                        "give one of them another id");
        return false;
    }

    private static Optional<Double> weight(DocumentNode node) {
        return node.required("weight").flatMap(DocumentNode::number);
    }

    /**
     * By what goalposts are multiplied to be in the unit of the attribute, where the field {@code unit} states them in
     * another of its units.
     */
    private static BigDecimal factor(DocumentNode leaf, Optional<String> indicator) {
        Optional<DocumentNode> node = leaf.optional("unit");
        Optional<Unit.Label> label = node.flatMap(n -> n.text().flatMap(text -> n.build(() -> Unit.label(text))));
        if (label.isEmpty()) {
            return BigDecimal.ONE;
        }
        if (leaf.has("denomination")) {
            node.get()
                    .report("goalposts of a denominated indicator are in the denomination's unit", "", "remove 'unit'");
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

    private static Optional<Denomination> denomination(DocumentNode node) {
        node.allow("type", "indicator", "unitSize", "unit");
        Optional<String> type = node.type(ImmutableSet.of("per", "times"));
        Optional<String> indicator = node.required("indicator").flatMap(DocumentNode::text);
        Optional<Double> size = node.required("unitSize").flatMap(DocumentNode::number);
        Optional<String> unit = node.required("unit").flatMap(DocumentNode::text);
        if (type.isEmpty() || indicator.isEmpty() || size.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        return node.build(() -> type.get().equals("per")
                ? Denomination.per(indicator.get(), size.get(), unit.get())
                : Denomination.times(indicator.get(), size.get(), unit.get()));
    }

    private static Optional<Aggregation> aggregation(DocumentNode node) {
        Optional<String> type = node.type(ImmutableSet.of("arithmetic", "geometric"));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        if (type.get().equals("arithmetic")) {
            node.allow("type");
            return Optional.of(Aggregation.arithmetic());
        }
        node.allow("type", "baseline");
        Optional<Double> baseline = node.required("baseline").flatMap(DocumentNode::number);
        return baseline.flatMap(b -> node.build(() -> Aggregation.geometric(b)));
    }

    private static Optional<MissingDataPolicy> missing(DocumentNode node) {
        Optional<String> type = node.type(ImmutableSet.of("strict", "re-weight"));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        if (type.get().equals("strict")) {
            node.allow("type");
            return Optional.of(MissingDataPolicy.strict());
        }
        node.allow("type", "minimumShare", "appliesTo");
        Optional<Double> share = node.required("minimumShare").flatMap(DocumentNode::number);
        Optional<MissingDataPolicy.Scope> scope =
                node.required("appliesTo").flatMap(n -> n.constant(MissingDataPolicy.Scope.class, Enum::name));
        return share.flatMap(s -> scope.flatMap(c -> node.build(() -> MissingDataPolicy.reweight(s, c))));
    }

    private static Optional<Normalisation> normalisation(DocumentNode node, BigDecimal factor) {
        Optional<String> type = node.type(ImmutableSet.of("goalposts", "log-goalposts", "min-max", "ordinal-map"));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        return switch (type.get()) {
            case "min-max" -> {
                node.allow("type");
                yield Optional.of(Normalisation.minMax());
            }
            case "ordinal-map" -> ordinalMap(node);
            default -> goalposts(node, factor, type.get().equals("log-goalposts"));
        };
    }

    private static Optional<Normalisation> goalposts(DocumentNode node, BigDecimal factor, boolean isLog) {
        node.allow("type", "low", "high", "outOfRange", "reason");
        Optional<Double> low = node.required("low").flatMap(n -> scaled(n, factor));
        Optional<Double> high = node.required("high").flatMap(n -> scaled(n, factor));
        Optional<DocumentNode> outOfRangeNode = node.optional("outOfRange");
        Optional<OutOfRange> outOfRange = outOfRangeNode.isEmpty()
                ? Optional.of(OutOfRange.REFUSE)
                : outOfRangeNode.flatMap(n -> n.constant(OutOfRange.class, Enum::name));
        String reason = node.optional("reason").flatMap(DocumentNode::text).orElse("");
        if (low.isEmpty() || high.isEmpty() || outOfRange.isEmpty()) {
            return Optional.empty();
        }
        return node.build(() -> isLog
                ? new Normalisation.LogGoalposts(low.get(), high.get(), outOfRange.get(), reason)
                : new Normalisation.Goalposts(low.get(), high.get(), outOfRange.get(), reason));
    }

    private static Optional<Double> scaled(DocumentNode node, BigDecimal factor) {
        return node.number().flatMap(n -> node.decimal()).map(d -> d.multiply(factor)
                .doubleValue());
    }

    private static Optional<Normalisation> ordinalMap(DocumentNode node) {
        node.allow("type", "levels", "reason");
        String reason = node.optional("reason").flatMap(DocumentNode::text).orElse("");
        ImmutableList<DocumentNode> elements =
                node.required("levels").map(DocumentNode::elements).orElse(ImmutableList.of());
        TreeMap<Double, Double> levels = new TreeMap<>();
        int sound = 0;
        for (DocumentNode element : elements) {
            element.allow("level", "score");
            Optional<Double> level = element.required("level").flatMap(DocumentNode::number);
            Optional<Double> score = element.required("score").flatMap(DocumentNode::number);
            if (level.isPresent() && score.isPresent()) {
                sound++;
                if (levels.put(level.get() + 0.0, score.get()) != null) {
                    element.report(
                            "each level must be given once", Numbers.shortest(level.get()) + " twice", "remove one");
                }
            }
        }
        return sound < elements.size()
                ? Optional.empty()
                : node.build(() -> new Normalisation.OrdinalMap(ImmutableSortedMap.copyOfSorted(levels), reason));
    }
}
