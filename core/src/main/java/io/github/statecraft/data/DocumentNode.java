package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A node of a document that is being read: where it stands, and what it holds. Every access that does not find what it
 * expects reports a problem and gives an empty answer, so that reading goes on to the next problem.
 *
 * @param place what all nodes of the document share
 * @param step the way to the node
 * @param line the line on which it begins
 * @param column where in the line
 * @param value an {@link ImmutableMap}, an {@link ImmutableList}, a String, a BigDecimal, a Boolean, a Double if it is not a
 *     finite number, null, or {@link #BROKEN}
 * @param written a number as it stands in the document, else empty
 */
record DocumentNode(
        Place place,
        Step step,
        long line,
        long column,
        @Nullable Object value,
        String written) {
    /** The value of a node of which a problem was reported while it was parsed; it reports no other. */
    static final Object BROKEN = new Object();

    /** A pointer is cut at this many characters. */
    private static final int LONGEST_POINTER = 500;

    /** An object with more unknown fields is reported as a whole. */
    private static final int MANY = 20;

    /**
     * The document and where to report.
     *
     * @param document its name
     * @param problems where to report
     * @param unknown the fields that were reported as unknown
     * @param misspelt what stands under another name, by the field that was meant
     */
    record Place(String document, Problems problems, Set<Step> unknown, Map<Step, DocumentNode> misspelt) {
        Place(String document, Problems problems) {
            this(document, problems, new LinkedHashSet<>(), new LinkedHashMap<>());
        }
    }

    /** The last step of the way from the root to a node, and the way before it; the root has no name. */
    record Step(@Nullable Step before, String name) implements Comparable<Step> {
        static final Step ROOT = new Step(null, "");

        Step down(String name) {
            return new Step(this, name);
        }

        /** The JSON pointer (RFC 6901), that of the root being {@code /}. */
        String pointer() {
            StringBuilder pointer = new StringBuilder();
            for (Step step = this; step != null && step.before != null; step = step.before) {
                pointer.insert(0, "/" + step.name.replace("~", "~0").replace("/", "~1"));
            }
            return pointer.isEmpty() ? "/" : pointer.toString();
        }

        /** By the names from the last to the first; names that have the same hash code stay quick to find by it. */
        @Override
        public int compareTo(Step other) {
            @Nullable Step own = this;
            @Nullable Step others = other;
            while (own != null && others != null && own != others) {
                int byName = own.name.compareTo(others.name);
                if (byName != 0) {
                    return byName;
                }
                own = own.before;
                others = others.before;
            }
            return Boolean.compare(own != null, others != null);
        }
    }

    void report(String rule, String found, String remedy) {
        if (value != BROKEN) {
            place.problems().add(at(place, step, line, column), rule, found, remedy);
        }
    }

    FirstPlaces.Place standsAt() {
        return new FirstPlaces.Place(place.document(), line);
    }

    static Problems.Position at(Place place, Step step, long line, long column) {
        return at(place, step.pointer(), line, column);
    }

    static Problems.Position at(Place place, String pointer, long line, long column) {
        String words = Problems.cut(pointer.isEmpty() ? "/" : pointer, LONGEST_POINTER) + " (line " + line + ")";
        return new Problems.Position(place.document(), line, column, words);
    }

    /** How many problems there are so far; nothing is built of a node that brought any. */
    int problems() {
        return place.problems().count();
    }

    /**
     * Reports every field that is not one of these. If it is the misspelt name of one that is missing, that one is not
     * reported as missing, and what it holds is checked.
     */
    void allow(String... fields) {
        ImmutableList<String> known = ImmutableList.copyOf(fields);
        Map<String, DocumentNode> unknown = Maps.filterKeys(fields(), name -> !known.contains(name));
        if (unknown.size() > MANY) {
            if (place.unknown().add(step)) {
                report(
                        "must have only the fields that are known here, " + String.join(", ", known),
                        Numbers.grouped(unknown.size()) + " others, the first "
                                + Problems.quote(unknown.keySet().iterator().next()),
                        "remove them; is it another kind of file?");
            }
            return;
        }
        unknown.forEach((name, node) -> {
            if (place.unknown().add(step.down(name))) {
                Optional<String> meant =
                        Problems.misspelt(name, known, field -> optional(field).isEmpty());
                meant.ifPresent(field -> place.misspelt().put(step.down(field), node));
                String nearest = Problems.nearest(name, known);
                node.report(
                        "unknown field " + Problems.quote(name),
                        "",
                        meant.map(field -> "nearest: " + field)
                                .orElseGet(() -> "remove it, or correct its name; "
                                        + (nearest.isEmpty() ? "" : nearest + "; ") + "the fields here are "
                                        + String.join(", ", known)));
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
        report("expected an object", describe(), "write fields with names");
        return ImmutableMap.of();
    }

    /** The elements of a list; none, and a problem, if it is not one. */
    ImmutableList<DocumentNode> elements() {
        if (value instanceof ImmutableList<?> list) {
            return list.stream().map(DocumentNode.class::cast).collect(ImmutableList.toImmutableList());
        }
        report("expected a list", describe(), "write it as a list, even of one");
        return ImmutableList.of();
    }

    boolean has(String field) {
        return value instanceof ImmutableMap<?, ?> map && map.containsKey(field);
    }

    /** A field, also if its name is misspelt, which was reported. */
    Optional<DocumentNode> optional(String field) {
        return value instanceof ImmutableMap<?, ?> map
                ? Optional.ofNullable((DocumentNode) map.get(field))
                        .or(() -> Optional.ofNullable(place.misspelt().get(step.down(field))))
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
        report(
                "expected text",
                describe(),
                value instanceof BigDecimal || value instanceof Boolean || value instanceof Double
                        ? "put it in quotes"
                        : "write a text");
        return Optional.empty();
    }

    /** Text that counts as left out if it is empty. */
    Optional<String> textIfAny() {
        return text().filter(text -> !text.isBlank());
    }

    /** Text that says something. */
    Optional<String> filled(String owner) {
        Optional<String> text = text();
        if (text.isPresent() && text.get().isBlank()) {
            report(owner + "." + step.name() + " must not be blank", Problems.quote(text.get()), "fill it in");
            return Optional.empty();
        }
        return text;
    }

    Optional<BigDecimal> decimal() {
        if (value instanceof BigDecimal number) {
            return Optional.of(number);
        }
        if (value instanceof Double) {
            report("expected a finite number", describe(), FINITE);
        } else {
            report("expected a number", describe(), value instanceof String text ? unquoted(text) : "write one");
        }
        return Optional.empty();
    }

    private static String unquoted(String text) {
        return text.chars().anyMatch(Character::isDigit) ? "write digits without quotes" : FINITE;
    }

    /** A number that keeps a rule. */
    Optional<Double> number(DoublePredicate allowed, String rule, String remedy) {
        Optional<Double> number = number();
        if (number.isPresent() && !allowed.test(number.get())) {
            report(rule, describe(), remedy);
            return Optional.empty();
        }
        return number;
    }

    /** A number that a double can hold: it does not become infinite, nor zero if it is not. */
    Optional<Double> number() {
        Optional<BigDecimal> decimal = decimal();
        if (decimal.isEmpty()) {
            return Optional.empty();
        }
        double nearest = decimal.get().doubleValue();
        if (Double.isInfinite(nearest) || (nearest == 0 && decimal.get().signum() != 0)) {
            report(DOUBLE_CAN_HOLD, describe(), CORRECT);
            return Optional.empty();
        }
        return Optional.of(nearest);
    }

    static final String DOUBLE_CAN_HOLD = "expected a number that a double can hold";
    static final String CORRECT = "correct it";
    private static final String FINITE = "write a finite number, or leave out what is not known";

    Optional<Integer> integer() {
        Optional<BigDecimal> decimal = decimal();
        try {
            return decimal.map(BigDecimal::intValueExact);
        } catch (ArithmeticException e) {
            report("expected a whole number", describe(), CORRECT);
            return Optional.empty();
        }
    }

    Optional<Boolean> bool() {
        if (value instanceof Boolean bool) {
            return Optional.of(bool);
        }
        report("expected true or false", describe(), "write one of them, without quotes");
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
        String nearest = Problems.nearest(text.get(), names);
        report(
                "expected one of " + String.join(", ", names),
                Problems.quote(text.get()),
                nearest.isEmpty() ? "use one of these" : nearest);
        return Optional.empty();
    }

    /** Makes something of a text; a refusal becomes a problem of this node. */
    <T> Optional<T> make(Function<String, T> maker, String rule, String remedy) {
        Optional<String> text = text();
        try {
            return text.map(maker);
        } catch (IllegalArgumentException e) {
            String found = text.orElseThrow();
            report(rule, Problems.quote(found), Problems.hint(String.valueOf(e.getMessage()), found, remedy));
            return Optional.empty();
        }
    }

    /** Builds something of sound parts; if its constructor refuses them all the same, that is a problem of this node. */
    <T> Optional<T> build(Supplier<T> supplier) {
        try {
            return Optional.of(supplier.get());
        } catch (IllegalArgumentException | ArithmeticException e) {
            report(String.valueOf(e.getMessage()), "", CORRECT);
            return Optional.empty();
        }
    }

    /** What stands there, as errors show it. */
    String describe() {
        if (value == null) {
            return "null";
        }
        if (value instanceof ImmutableMap) {
            return "an object";
        }
        if (value instanceof ImmutableList) {
            return "a list";
        }
        if (!written.isEmpty()) {
            return Problems.cut(written);
        }
        return value instanceof String text
                ? "text " + Problems.quote(text)
                : value.toString().toLowerCase(Locale.ROOT);
    }
}
