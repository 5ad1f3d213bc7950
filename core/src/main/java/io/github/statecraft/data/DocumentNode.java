package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.statecraft.internal.input.Problems;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A node of a document that is being read: where it stands, and what it holds. Every access that does not find what it
 * expects reports a problem and gives an empty answer, so that reading goes on to the next problem.
 *
 * @param place what all nodes of the document share
 * @param pointer the JSON pointer of the node (RFC 6901)
 * @param line the line on which it begins
 * @param value an {@link ImmutableMap}, an {@link ImmutableList}, a String, a BigDecimal, a Boolean, or null
 */
record DocumentNode(
        Place place, String pointer, long line, @Nullable Object value) {
    /** The document and where to report. */
    record Place(String document, Problems problems) {}

    void report(String rule, String found, String remedy) {
        place.problems()
                .add(
                        place.document(),
                        (pointer.isEmpty() ? "/" : pointer) + " (line " + line + ")",
                        rule,
                        found,
                        remedy);
    }

    /** Reports every field that is not one of these. */
    void allow(String... fields) {
        ImmutableList<String> known = ImmutableList.copyOf(fields);
        fields().forEach((name, node) -> {
            if (!known.contains(name)) {
                String nearest = Problems.nearest(name, known);
                node.report(
                        "unknown field",
                        name,
                        (nearest.isEmpty() ? "" : nearest + "; ") + "the fields here are " + String.join(", ", known));
            }
        });
    }

    /** The fields of an object; none, and a problem, if it is not one. */
    Map<String, DocumentNode> fields() {
        if (value instanceof ImmutableMap<?, ?> map) {
            ImmutableMap.Builder<String, DocumentNode> fields = ImmutableMap.builder();
            map.forEach((name, node) -> fields.put((String) name, (DocumentNode) node));
            return fields.buildOrThrow();
        }
        report("expected an object", describe(), "");
        return ImmutableMap.of();
    }

    /** The elements of a list; none, and a problem, if it is not one. */
    ImmutableList<DocumentNode> elements() {
        if (value instanceof ImmutableList<?> list) {
            return list.stream().map(DocumentNode.class::cast).collect(ImmutableList.toImmutableList());
        }
        report("expected a list", describe(), "");
        return ImmutableList.of();
    }

    boolean has(String field) {
        return value instanceof ImmutableMap<?, ?> map && map.containsKey(field);
    }

    Optional<DocumentNode> optional(String field) {
        return value instanceof ImmutableMap<?, ?> map
                ? Optional.ofNullable((DocumentNode) map.get(field))
                : Optional.empty();
    }

    Optional<DocumentNode> required(String field) {
        Optional<DocumentNode> node = optional(field);
        if (node.isEmpty() && value instanceof ImmutableMap<?, ?>) {
            report("the field '" + field + "' is missing", "", "add it");
        }
        return node;
    }

    Optional<String> text() {
        if (value instanceof String text) {
            return Optional.of(text);
        }
        report("expected text", describe(), value instanceof BigDecimal ? "put it in quotes" : "");
        return Optional.empty();
    }

    /** Text that counts as left out if it is empty. */
    Optional<String> textIfAny() {
        return text().filter(text -> !text.isBlank());
    }

    Optional<BigDecimal> decimal() {
        if (value instanceof BigDecimal number) {
            return Optional.of(number);
        }
        report("expected a number", describe(), "");
        return Optional.empty();
    }

    Optional<Double> number() {
        Optional<BigDecimal> decimal = decimal();
        if (decimal.isPresent() && Double.isInfinite(decimal.get().doubleValue())) {
            report("expected a number that a double can hold", describe(), "");
            return Optional.empty();
        }
        return decimal.map(BigDecimal::doubleValue);
    }

    Optional<Integer> integer() {
        Optional<BigDecimal> decimal = decimal();
        try {
            return decimal.map(BigDecimal::intValueExact);
        } catch (ArithmeticException e) {
            report("expected a whole number", describe(), "");
            return Optional.empty();
        }
    }

    Optional<Boolean> bool() {
        if (value instanceof Boolean bool) {
            return Optional.of(bool);
        }
        report("expected true or false", describe(), "");
        return Optional.empty();
    }

    /** A constant of an enum by its name, exactly as the writer writes it. */
    <E extends Enum<E>> Optional<E> constant(Class<E> type, Function<E, String> name) {
        Optional<String> text = text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<String> names =
                Arrays.stream(type.getEnumConstants()).map(name).collect(ImmutableList.toImmutableList());
        int found = names.indexOf(text.get());
        if (found >= 0) {
            return Optional.of(type.getEnumConstants()[found]);
        }
        report("expected one of " + String.join(", ", names), text.get(), "");
        return Optional.empty();
    }

    /** The name of a method, by the field that is called type. */
    Optional<String> type(ImmutableSet<String> types) {
        Optional<DocumentNode> node = required("type");
        Optional<String> type = node.flatMap(DocumentNode::text);
        if (type.isPresent() && !types.contains(type.get())) {
            String nearest = Problems.nearest(type.get(), types);
            node.get().report("expected one of " + String.join(", ", types), type.get(), nearest);
            return Optional.empty();
        }
        return type;
    }

    /** Builds something whose constructor checks its parts; a refusal becomes a problem of this node. */
    <T> Optional<T> build(Supplier<T> supplier) {
        try {
            return Optional.of(supplier.get());
        } catch (IllegalArgumentException e) {
            report(String.valueOf(e.getMessage()), "", "");
            return Optional.empty();
        }
    }

    private String describe() {
        if (value == null) {
            return "null";
        }
        if (value instanceof ImmutableMap) {
            return "an object";
        }
        if (value instanceof ImmutableList) {
            return "a list";
        }
        return value instanceof String text ? "text " + text : value.toString().toLowerCase(Locale.ROOT);
    }
}
