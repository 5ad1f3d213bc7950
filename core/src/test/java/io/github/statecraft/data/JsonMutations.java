package io.github.statecraft.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every small change to a JSON document: each field left out, each misspelt, one too many in each object, each value replaced
 * by one of another type, each constant by another, each number by others, each element of a list left out or doubled.
 */
final class JsonMutations {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> NUMBERS = List.of("-1", "0", "0.5", "-0.5", "2.5", "101", "1000000000", "1e18");

    private final JsonNode root;
    private final List<Mutation> mutations = new ArrayList<>();

    /**
     * A change.
     *
     * @param what where and what
     * @param document makes the changed document
     */
    record Mutation(String what, Supplier<JsonNode> document) {}

    private JsonMutations(JsonNode root) {
        this.root = root;
    }

    static List<Mutation> of(JsonNode root) {
        JsonMutations made = new JsonMutations(root);
        made.visit("", root);
        return made.mutations;
    }

    private interface Change {
        void apply(JsonNode parent);
    }

    /** Notes a change of the node at a pointer, made on a copy when it is asked for. */
    private void note(String pointer, String what, Change change) {
        mutations.add(new Mutation(pointer + " " + what, () -> {
            JsonNode copy = root.deepCopy();
            change.apply(copy.at(pointer));
            return copy;
        }));
    }

    private void visit(String pointer, JsonNode node) {
        if (node instanceof ObjectNode object) {
            note(pointer, "with a field too many", parent -> ((ObjectNode) parent).put("surplus", 1));
            for (String name : object.propertyNames()) {
                JsonNode value = object.get(name);
                note(pointer, "without " + name, parent -> ((ObjectNode) parent).remove(name));
                note(pointer, "with misspelt " + name, parent -> {
                    ((ObjectNode) parent).remove(name);
                    ((ObjectNode) parent).set(name + "x", value.deepCopy());
                });
                others(value)
                        .forEach(other ->
                                note(pointer, name + " := " + other, parent -> ((ObjectNode) parent).set(name, other)));
                visit(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), value);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                note(pointer, "without element " + i, parent -> ((ArrayNode) parent).remove(index));
                note(pointer, "with element " + i + " twice", parent -> ((ArrayNode) parent)
                        .add(parent.get(index).deepCopy()));
                others(array.get(i))
                        .forEach(other -> note(
                                pointer, index + " := " + other, parent -> ((ArrayNode) parent).set(index, other)));
                visit(pointer + "/" + i, array.get(i));
            }
        }
    }

    private static Stream<JsonNode> others(JsonNode value) {
        Stream<JsonNode> types = Stream.of(
                NODES.stringNode("Other"),
                NODES.numberNode(7),
                NODES.booleanNode(true),
                NODES.nullNode(),
                NODES.objectNode(),
                NODES.arrayNode());
        if (value.isString()) {
            return Stream.concat(
                    types,
                    Stream.of(
                                    "",
                                    " ",
                                    "\u00A0",
                                    value.stringValue() + "s",
                                    value.stringValue().toLowerCase(Locale.ROOT))
                            .map(NODES::stringNode));
        }
        return value.isNumber()
                ? Stream.concat(types, NUMBERS.stream().map(text -> NODES.numberNode(new BigDecimal(text))))
                : types;
    }
}
