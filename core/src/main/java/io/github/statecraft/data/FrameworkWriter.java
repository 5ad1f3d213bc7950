package io.github.statecraft.data;

import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Weighting;
import java.math.BigDecimal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a document of a {@link ScoringFramework}. */
final class FrameworkWriter {
    private FrameworkWriter() {}

    static ObjectNode document(ScoringFramework framework) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("format", FrameworkFiles.FORMAT);
        document.put("id", framework.id());
        document.put("version", framework.version());
        document.put("question", framework.question());
        document.put("scaleBasis", framework.scaleBasis().name());
        document.put("rationale", framework.rationale());
        node(framework.index(), document.putObject("index"), true);
        MethodWriter.missing(framework.missing(), document.putObject("missing"));
        return document;
    }

    /** A double as the shortest decimal that reads back as the same. */
    static BigDecimal decimal(double number) {
        return new BigDecimal(Numbers.shortest(number));
    }

    private static void node(IndexNode node, ObjectNode to, boolean isRoot) {
        if (node instanceof Pillar pillar) {
            to.put("id", pillar.id());
            label(node, to);
            if (!isRoot || pillar.weight() != 1) {
                to.put("weight", decimal(pillar.weight()));
            }
            pillar.weightsSumTo().ifPresent(sum -> to.put("weightsSumTo", decimal(sum)));
            pillar.reason().ifPresent(reason -> to.put("reason", reason));
            if (!(pillar.weighting() instanceof Weighting.Stated)) {
                MethodWriter.weighting(pillar.weighting(), to.putObject("weighting"));
            }
            MethodWriter.aggregation(pillar.aggregation(), to.putObject("aggregation"));
            pillar.normalisation().ifPresent(method -> {
                NormalisationWriter.normalisation(method, to.putObject("normalisation"));
                to.put("direction", pillar.direction().name());
                NormalisationWriter.range(pillar.range(), to);
            });
            pillar.missing().ifPresent(policy -> MethodWriter.missing(policy, to.putObject("missing")));
            ArrayNode children = to.putArray("children");
            pillar.children().forEach(child -> node(child, children.addObject(), false));
        } else if (node instanceof Indicator indicator) {
            if (!indicator.id().equals(indicator.indicator())) {
                to.put("id", indicator.id());
            }
            to.put("indicator", indicator.indicator());
            label(node, to);
            to.put("weight", decimal(indicator.weight()));
            to.put("direction", indicator.direction().name());
            indicator.reason().ifPresent(reason -> to.put("reason", reason));
            indicator.denomination().ifPresent(d -> MethodWriter.denomination(d, to.putObject("denomination")));
            indicator.imputation().ifPresent(i -> MethodWriter.imputation(i, to.putObject("imputation")));
            if (!indicator.treatments().isEmpty()) {
                ArrayNode treatments = to.putArray("treatments");
                indicator.treatments().forEach(t -> MethodWriter.treatment(t, treatments.addObject()));
            }
            NormalisationWriter.normalisation(indicator.normalisation(), to.putObject("normalisation"));
            NormalisationWriter.range(indicator.range(), to);
        }
    }

    private static void label(IndexNode node, ObjectNode to) {
        if (!node.label().equals(node.id())) {
            to.put("label", node.label());
        }
    }
}
