package io.github.statecraft.data;

import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import java.math.BigDecimal;
import java.util.Locale;
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
        missing(framework.missing(), document.putObject("missing"));
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
            aggregation(pillar.aggregation(), to.putObject("aggregation"));
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
            indicator.denomination().ifPresent(d -> denomination(d, to.putObject("denomination")));
            normalisation(indicator.normalisation(), to.putObject("normalisation"));
        }
    }

    private static void label(IndexNode node, ObjectNode to) {
        if (!node.label().equals(node.id())) {
            to.put("label", node.label());
        }
    }

    private static void denomination(Denomination denomination, ObjectNode to) {
        to.put("type", denomination.operation().name().toLowerCase(Locale.ROOT));
        to.put("indicator", denomination.indicator());
        to.put("unitSize", decimal(denomination.unitSize()));
        to.put("unit", denomination.unit());
    }

    private static void aggregation(Aggregation aggregation, ObjectNode to) {
        if (aggregation instanceof Aggregation.Geometric geometric) {
            to.put("type", "geometric");
            to.put("baseline", decimal(geometric.baseline()));
        } else {
            to.put("type", "arithmetic");
        }
    }

    private static void missing(MissingDataPolicy policy, ObjectNode to) {
        if (policy instanceof MissingDataPolicy.Reweight reweight) {
            to.put("type", "re-weight");
            to.put("minimumShare", decimal(reweight.minimumShare()));
            to.put("appliesTo", reweight.scope().name());
        } else {
            to.put("type", "strict");
        }
    }

    private static void normalisation(Normalisation method, ObjectNode to) {
        if (method instanceof Normalisation.Goalposts g) {
            goalposts("goalposts", g.low(), g.high(), g.outOfRange(), g.reason(), to);
        } else if (method instanceof Normalisation.LogGoalposts g) {
            goalposts("log-goalposts", g.low(), g.high(), g.outOfRange(), g.reason(), to);
        } else if (method instanceof Normalisation.OrdinalMap map) {
            to.put("type", "ordinal-map");
            ArrayNode levels = to.putArray("levels");
            map.levels().forEach((level, score) -> {
                ObjectNode entry = levels.addObject();
                entry.put("level", decimal(level));
                entry.put("score", decimal(score));
            });
            reason(map.reason(), to);
        } else {
            to.put("type", "min-max");
        }
    }

    private static void goalposts(
            String type, double low, double high, OutOfRange outOfRange, String reason, ObjectNode to) {
        to.put("type", type);
        to.put("low", decimal(low));
        to.put("high", decimal(high));
        to.put("outOfRange", outOfRange.name());
        reason(reason, to);
    }

    private static void reason(String reason, ObjectNode to) {
        if (!reason.isEmpty()) {
            to.put("reason", reason);
        }
    }
}
