package io.github.statecraft.data;

import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScaleBasis;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutputRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Frameworks with every method, numbers that are hard to write down, and texts that YAML could take for something else. */
final class RandomFramework {
    /** Texts that are not blank. */
    static final List<String> TEXTS = List.of(
            "no",
            "yes",
            "true",
            "null",
            "~",
            "Null",
            "1.0",
            "1e5",
            "0x1F",
            "0o17",
            "1_000",
            "12:30:00",
            "2021",
            "+5",
            ".inf",
            "-.INF",
            ".nan",
            ": x",
            "x: y",
            "a #b",
            "#",
            "-",
            "- a",
            "? q",
            "[a",
            "{a}",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a",
            "'",
            "\"",
            "a\"b'c",
            "a~b/c",
            "~1",
            "~0/",
            " leading",
            "trailing ",
            "\ttab\t",
            "line\nbreak",
            "two\n\nbreaks\n",
            "\nfirst",
            "cr\rlf",
            "crlf\r\nend",
            "  indented\n text",
            "\\",
            "\\n",
            "\u4E2D\u56FD",
            "\uD83D\uDE00",
            "caf\u00E9",
            "\u00A0x",
            "\u2028x",
            "\uFEFFx",
            "\u0000",
            "\u0007x",
            "\u0085x",
            "\u007F",
            "=",
            "<<",
            "---",
            "...",
            "--- a",
            "a:",
            ":",
            ",",
            "x".repeat(3_000),
            "w ".repeat(300) + "w");

    private static final double[] NUMBERS = {
        0.1 + 0.2,
        1e-300,
        Double.MIN_VALUE,
        -0.0,
        0.0,
        1.0 / 3,
        1,
        2,
        100,
        1e22,
        1e23,
        1.7e308,
        123456789.125,
        4.35,
        2.2250738585072014E-308,
        9007199254740993.0,
        0.1f
    };

    private final Random random;
    private final RandomMethods methods;
    private int nodes;

    private RandomFramework(Random random) {
        this.random = random;
        methods = new RandomMethods(random, this::number, this::text);
    }

    static ScoringFramework of(long seed) {
        RandomFramework made = new RandomFramework(new Random(seed));
        return ScoringFramework.builder()
                .id(made.text())
                .version(made.text())
                .question(made.text())
                .rationale(made.text())
                .scaleBasis(made.one(ScaleBasis.values()))
                .index(made.pillar(1 + made.random.nextInt(4)))
                .missing(made.methods.policy())
                .build();
    }

    private Pillar pillar(int depth) {
        Pillar.Builder pillar = Pillar.builder().id(id()).weight(weight());
        if (random.nextBoolean()) {
            pillar.label(text());
        }
        if (random.nextBoolean()) {
            pillar.reason(text());
        }
        if (random.nextInt(4) == 0) {
            pillar.missing(methods.policy());
        }
        if (random.nextInt(3) == 0) {
            Normalisation method = methods.rescaling();
            pillar.normalisation(method).direction(direction(method));
            range(method).ifPresent(pillar::range);
        }
        List<IndexNode> children = new ArrayList<>();
        children.add(leaf().withWeight(1));
        for (int i = random.nextInt(3); i > 0; i--) {
            children.add(depth > 1 ? pillar(depth - 1) : leaf());
        }
        List<String> ids = children.stream().map(IndexNode::id).toList();
        Aggregation aggregation = methods.aggregation(ids);
        if (aggregation instanceof Aggregation.Choquet) {
            children.replaceAll(child -> weighing(child, 1));
        } else if (takesSigns(aggregation)) {
            children.replaceAll(child -> random.nextBoolean() ? weighing(child, -child.weight()) : child);
        } else if (random.nextBoolean()) {
            pillar.weighting(methods.weighting(ids, aggregation instanceof Aggregation.Arithmetic));
        }
        if (children.size() == 1 && children.get(0).weight() == 1 && random.nextBoolean()) {
            pillar.weightsSumTo(1);
        }
        return pillar.addAllChildren(children).aggregation(aggregation).build();
    }

    private static boolean takesSigns(Aggregation aggregation) {
        return aggregation instanceof Aggregation.WeightedSum || aggregation instanceof Aggregation.WeightedProduct;
    }

    private static IndexNode weighing(IndexNode node, double weight) {
        return node instanceof Pillar pillar ? pillar.withWeight(weight) : ((Indicator) node).withWeight(weight);
    }

    private Indicator leaf() {
        Indicator.Builder leaf = Indicator.builder().id(id()).indicator(text()).weight(weight());
        if (random.nextBoolean()) {
            leaf.label(text());
        }
        if (random.nextBoolean()) {
            leaf.reason(text());
        }
        if (random.nextBoolean()) {
            leaf.denomination(methods.denomination());
        }
        if (random.nextInt(3) == 0) {
            leaf.imputation(methods.imputation());
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            leaf.addTreatments(methods.treatment());
        }
        Normalisation method = methods.normalisation();
        range(method).ifPresent(leaf::range);
        return leaf.normalisation(method).direction(direction(method)).build();
    }

    private static boolean statesScores(Normalisation method) {
        return method instanceof Normalisation.OrdinalMap
                || method instanceof Normalisation.AsIs
                || method instanceof Normalisation.Categorical
                || method instanceof Normalisation.PiecewiseLinear;
    }

    private Direction direction(Normalisation method) {
        return statesScores(method) ? Direction.HIGHER_IS_BETTER : one(Direction.values());
    }

    private Optional<OutputRange> range(Normalisation method) {
        return statesScores(method)
                        || method instanceof Normalisation.ZScore
                        || method instanceof Normalisation.Rank
                        || method instanceof Normalisation.Borda
                        || random.nextBoolean()
                ? Optional.empty()
                : Optional.of(methods.range());
    }

    private double weight() {
        return random.nextInt(4) == 0 ? 1 : Math.abs(number() / 16);
    }

    private double number() {
        return random.nextInt(3) > 0
                ? NUMBERS[random.nextInt(NUMBERS.length)]
                : Double.longBitsToDouble(random.nextLong() & 0x7FDFFFFFFFFFFFFFL) / 16;
    }

    private String id() {
        return text() + nodes++;
    }

    private String text() {
        String text = TEXTS.get(random.nextInt(TEXTS.size()));
        return text.isBlank() ? "blank" : text;
    }

    private <E> E one(E[] values) {
        return values[random.nextInt(values.length)];
    }
}
