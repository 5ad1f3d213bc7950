package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.statecraft.internal.input.Problems;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A node that holds a method: the field {@code type} names it, its parameters stand beside it. Where the name is unknown or
 * missing and the one that was meant can be told, by its letters or by its parameters, these are checked all the same, but
 * none is asked for and nothing is built.
 */
final class MethodNode {
    private static final String TYPE = "type";

    private final DocumentNode node;
    private final String owner;
    private final String type;
    private final boolean isCertain;
    private final int before;
    private boolean isSound = true;

    private MethodNode(DocumentNode node, String owner, String type, boolean isCertain, int before) {
        this.node = node;
        this.owner = owner;
        this.type = type;
        this.isCertain = isCertain;
        this.before = before;
    }

    /**
     * The method at a node.
     *
     * @param owner how errors call what the method belongs to, such as {@code Pillar use}
     * @param methods names of parameters by the name of the method; those without parameters have {@code type} alone
     */
    static Optional<MethodNode> of(DocumentNode node, String owner, ImmutableListMultimap<String, String> methods) {
        int before = node.problems();
        if (!(node.value() instanceof ImmutableMap)) {
            node.report("expected an object with a field 'type'", node.describe(), "write {\"type\": ...}");
            return Optional.empty();
        }
        if (!node.has(TYPE)) {
            node.allow(ImmutableSet.copyOf(methods.values()).toArray(new String[0]));
        }
        Optional<DocumentNode> typeNode = node.required(TYPE);
        Optional<String> name = typeNode.flatMap(DocumentNode::text);
        if (name.isPresent() && methods.containsKey(name.get())) {
            node.allow(methods.get(name.get()).toArray(new String[0]));
            return Optional.of(new MethodNode(node, owner, name.get(), true, before));
        }
        if (name.isPresent()) {
            String nearest = Problems.nearest(name.get(), methods.keySet());
            typeNode.get()
                    .report(
                            "expected one of " + String.join(", ", methods.keySet()),
                            Problems.quote(name.get()),
                            nearest.isEmpty() ? "use one of these" : nearest);
        }
        return name.flatMap(text -> Problems.misspelt(text, methods.keySet(), known -> true))
                .or(() -> byParameters(node, methods))
                .map(meant -> new MethodNode(node, owner, meant, false, before));
    }

    /** The method of fewest parameters that has all of those that are there. */
    private static Optional<String> byParameters(DocumentNode node, ImmutableListMultimap<String, String> methods) {
        Set<String> known = ImmutableSet.copyOf(methods.values());
        ImmutableSet<String> there = node.fields().keySet().stream()
                .filter(field -> !field.equals(TYPE) && known.contains(field))
                .collect(ImmutableSet.toImmutableSet());
        return methods.asMap().entrySet().stream()
                .filter(method -> !there.isEmpty() && method.getValue().containsAll(there))
                .min(Comparator.comparingInt(method -> method.getValue().size()))
                .map(Map.Entry::getKey);
    }

    String type() {
        return type;
    }

    /** How errors call a parameter of the method. */
    String named(String rest) {
        return owner + ": " + rest;
    }

    DocumentNode node() {
        return node;
    }

    /** The node of a parameter that must be there, if it is; its absence is reported if the method is certain. */
    Optional<DocumentNode> required(String field) {
        Optional<DocumentNode> parameter = isCertain ? node.required(field) : node.optional(field);
        isSound &= parameter.isPresent();
        return parameter;
    }

    /** A parameter that must be there. */
    <T> Optional<T> required(String field, Function<DocumentNode, Optional<T>> reader) {
        return kept(required(field).flatMap(reader));
    }

    /** A parameter that may be absent. */
    <T> T optional(String field, T absent, Function<DocumentNode, Optional<T>> reader) {
        return node.optional(field)
                .map(n -> kept(reader.apply(n)).orElse(absent))
                .orElse(absent);
    }

    <E extends Enum<E>> Optional<E> constant(String field, Class<E> type) {
        return required(field, n -> n.constant(type, Enum::name));
    }

    <E extends Enum<E>> E constant(String field, E absent) {
        return optional(field, absent, n -> n.constant(absent.getDeclaringClass(), Enum::name));
    }

    /** Why the method is so; empty if nothing is said. */
    String reason() {
        return optional("reason", "", DocumentNode::text);
    }

    /** The elements of a list that must be there, each read; empty if one is unsound or it is no list. */
    <T> Optional<ImmutableList<T>> list(String field, Function<DocumentNode, Optional<T>> reader) {
        return required(field, n -> list(n, reader));
    }

    /** The elements of a list, each read; empty if one is unsound or it is no list. */
    static <T> Optional<ImmutableList<T>> list(DocumentNode node, Function<DocumentNode, Optional<T>> reader) {
        ImmutableList<DocumentNode> elements = node.elements();
        ImmutableList.Builder<T> read = ImmutableList.builder();
        elements.forEach(element -> reader.apply(element).ifPresent(read::add));
        ImmutableList<T> list = read.build();
        return node.value() instanceof ImmutableList && list.size() == elements.size()
                ? Optional.of(list)
                : Optional.empty();
    }

    /** Notes that a part is unsound, so that nothing is built. */
    <T> Optional<T> kept(Optional<T> part) {
        isSound &= part.isPresent();
        return part;
    }

    /** Builds the method if all of it is sound; a refusal of its constructor is a problem of the node. */
    <T> Optional<T> build(Supplier<T> supplier) {
        return isCertain && isSound && node.problems() == before ? node.build(supplier) : Optional.empty();
    }
}
