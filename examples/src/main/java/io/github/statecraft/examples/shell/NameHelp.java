package io.github.statecraft.examples.shell;

import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.score.ScoringFramework;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What help says of a name: of an attribute, a framework, a type, a jurisdiction or a constant. */
final class NameHelp {
    private static final int LABELS = 14;

    private NameHelp() {}

    /**
     * What a name means.
     *
     * @param name any name
     * @param ref where jurisdictions, frameworks and values are looked up
     * @return lines; where nothing has the name, what comes near to it
     */
    static String of(String name, ReferenceData ref) {
        Optional<Attribute> attribute = Attribute.all().stream()
                .filter(a -> a.id().equals(name) || a.accessor().equals(name))
                .findFirst();
        if (attribute.isPresent()) {
            return of(attribute.get(), ref);
        }
        Optional<ScoringFramework> framework =
                ref.frameworks().stream().filter(f -> f.id().equals(name)).findFirst();
        if (framework.isPresent()) {
            return "A framework: ref.framework(\"" + name + "\")\n\n" + framework.get();
        }
        Optional<NationalAiStrategy> strategy = everybody(ref)
                .filter(s -> s.jurisdiction().code().equalsIgnoreCase(name)
                        || s.jurisdiction().name().equalsIgnoreCase(name))
                .findFirst();
        if (strategy.isPresent()) {
            return "A jurisdiction: ref.strategy(\""
                    + strategy.get().jurisdiction().code() + "\")\n\n" + strategy.get();
        }
        return Library.find(name).map(TypeHelp::of).orElseGet(() -> NameSearch.of(name, ref));
    }

    /**
     * What an attribute means, and how much is known of it.
     *
     * @param attribute the attribute
     * @param ref where values are looked up
     * @return lines
     */
    static String of(Attribute attribute, ReferenceData ref) {
        long known = everybody(ref)
                .filter(s -> s.quantity(attribute).reading().isPresent())
                .count();
        String users = ref.frameworks().stream()
                .filter(f -> f.columns().contains(attribute.id()))
                .map(ScoringFramework::id)
                .collect(Collectors.joining(", "));
        return Stream.of(
                        attribute.id(),
                        line("name", attribute.name()),
                        line("definition", attribute.definition()),
                        line(
                                "unit",
                                attribute.unitLabel() + ", range "
                                        + attribute.unit().range()),
                        line(
                                "read it by",
                                "ref.strategy(\"CHN\")." + attribute.part().id() + "()." + attribute.accessor() + "()"),
                        line("", "ref.strategy(\"CHN\").quantity(\"" + attribute.id() + "\")"),
                        line(
                                "can be read",
                                "for " + known + " of " + everybody(ref).count() + " jurisdictions"),
                        line("used by", users.isEmpty() ? "no bundled framework" : users),
                        line("in blocs", combination(attribute)))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Whose strategies are known.
     *
     * @param ref the data
     * @return countries, then blocs
     */
    static Stream<NationalAiStrategy> everybody(ReferenceData ref) {
        return Stream.concat(ref.strategies().stream(), ref.blocs().stream());
    }

    private static String combination(Attribute attribute) {
        String rule = attribute.combination().name();
        return new FirstSentences().of(Attribute.Combination.class, rule).orElse(rule);
    }

    private static String line(String label, String text) {
        return Columns.row(label, text, LABELS);
    }
}
