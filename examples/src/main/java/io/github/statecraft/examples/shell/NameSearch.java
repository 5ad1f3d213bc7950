package io.github.statecraft.examples.shell;

import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.model.Attribute;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds what a word is a part of, or what comes near to it: types, constants, frameworks, jurisdictions and attributes. */
final class NameSearch {
    /** So many of one kind are enough. */
    private static final int ROWS = 20;

    private static final int NEAREST = 5;

    /** A shorter word counts only where a word starts with it. */
    private static final int SHORT = 3;

    /** The part of the letters that a name must share with a word to come near to it. */
    private static final double NEAR = 0.6;

    private final FirstSentences sentences = new FirstSentences();
    private final List<Named> things = new ArrayList<>();

    private NameSearch(ReferenceData ref) {
        for (Class<?> type : Library.types()) {
            add(type);
        }
        ref.frameworks().forEach(f -> things.add(new Named(Named.Kind.FRAMEWORK, f.id(), "", f::question, f.id())));
        NameHelp.everybody(ref)
                .map(strategy -> strategy.jurisdiction())
                .forEach(
                        j -> things.add(new Named(Named.Kind.JURISDICTION, j.code(), "", j::name, j.code(), j.name())));
        for (Attribute a : Attribute.all()) {
            String part = a.part().id();
            things.add(new Named(Named.Kind.ATTRIBUTE, a.id(), part, a::name, a.id(), a.accessor(), a.name()));
        }
    }

    private void add(Class<?> type) {
        String name = Names.of(type);
        String home = type.getPackageName();
        String last = home.substring(home.lastIndexOf('.') + 1);
        things.add(
                new Named(Named.Kind.TYPE, name, last, () -> sentences.of(type).orElse(""), name));
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                String id = ((Enum<?>) constant).name();
                things.add(new Named(
                        Named.Kind.CONSTANT,
                        name + "." + id,
                        "",
                        () -> sentences.of(type, id).orElse(""),
                        id));
            }
        }
    }

    /**
     * What a word may mean.
     *
     * @param word any word
     * @param ref where frameworks and jurisdictions are looked up
     * @return lines: of what the word is a part; else what comes near to it
     */
    static String of(String word, ReferenceData ref) {
        NameSearch search = new NameSearch(ref);
        String sought = word.strip();
        Map<Named.Kind, List<Named>> found = search.found(sought);
        return found.isEmpty() ? search.nothing(sought) : page(sought, found);
    }

    /** Those of which a word starts with the one sought come first; a short word is found in too much else. */
    private Map<Named.Kind, List<Named>> found(String word) {
        if (word.isEmpty()) {
            return Map.of();
        }
        List<Named> holding = things.stream().filter(thing -> thing.holds(word)).toList();
        List<Named> starting =
                holding.stream().filter(thing -> thing.startsWith(word)).toList();
        return (word.length() < SHORT && !starting.isEmpty() ? starting : holding)
                .stream()
                        .sorted(Comparator.comparing((Named thing) -> !starting.contains(thing)))
                        .collect(Collectors.groupingBy(Named::kind, TreeMap::new, Collectors.toList()));
    }

    private static String page(String word, Map<Named.Kind, List<Named>> found) {
        List<String> lines = new ArrayList<>();
        found.forEach((kind, things) -> {
            lines.add(kind.heading() + " for '" + word + "'");
            things.stream().limit(ROWS).forEach(thing -> lines.add(row(thing)));
            if (things.size() > ROWS) {
                lines.add("  and " + (things.size() - ROWS) + " more");
            }
            lines.add("");
        });
        lines.add("help(\"...\") with one of these names tells more.");
        return String.join("\n", lines);
    }

    private String nothing(String word) {
        List<String> near = things.stream()
                .filter(thing -> thing.nearness(word) >= NEAR)
                .sorted(Comparator.comparingDouble((Named thing) -> thing.nearness(word))
                        .reversed())
                .limit(NEAREST)
                .map(NameSearch::row)
                .toList();
        String first = "Nothing is called '" + word + "'" + (near.isEmpty() ? "." : "; nearest:");
        return Columns.hanging(first, "  ") + "\n"
                + near.stream().map(row -> row + "\n").collect(Collectors.joining())
                + "A name is that of a type, a constant, a framework, a jurisdiction or an attribute.";
    }

    private static String row(Named thing) {
        return Columns.row(thing.name(), thing.told().get());
    }
}
