package io.github.statecraft.data;

import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScaleBasis;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private int nodes;

    private RandomFramework(Random random) {
        this.random = random;
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
                .missing(
                        made.random.nextBoolean()
                                ? MissingDataPolicy.strict()
                                : MissingDataPolicy.reweight(
                                        made.random.nextDouble() + Double.MIN_VALUE,
                                        made.one(MissingDataPolicy.Scope.values())))
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
        List<IndexNode> children = new ArrayList<>();
        children.add(leaf().withWeight(1));
        for (int i = random.nextInt(3); i > 0; i--) {
            children.add(depth > 1 ? pillar(depth - 1) : leaf());
        }
        if (children.size() == 1 && random.nextBoolean()) {
            pillar.weightsSumTo(1);
        }
        return pillar.addAllChildren(children)
                .aggregation(
                        random.nextBoolean()
                                ? Aggregation.arithmetic()
                                : Aggregation.geometric(Math.abs(number()) + Double.MIN_VALUE))
                .build();
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
            leaf.denomination(
                    random.nextBoolean()
                            ? Denomination.per(text(), Math.abs(number()) + Double.MIN_VALUE, text())
                            : Denomination.times(text(), Math.abs(number()) + Double.MIN_VALUE, text()));
        }
        double low = number();
        double high = Math.max(Math.nextUp(low), low + Math.abs(number()));
        OutOfRange outOfRange = one(OutOfRange.values());
        String reason = random.nextBoolean() ? "" : text();
        int method = random.nextInt(4);
        leaf.direction(method == 1 ? Direction.HIGHER_IS_BETTER : one(Direction.values()));
        switch (method) {
            case 0 -> leaf.normalisation(Normalisation.minMax());
            case 1 ->
                leaf.normalisation(Normalisation.ordinalMap(
                        Map.of(0.1 + 0.2, 100 * random.nextDouble(), 1e22, 100.0, -7.0, 1.0 / 3)));
            case 2 ->
                leaf.normalisation(new Normalisation.LogGoalposts(
                        0.1 + 0.2 + random.nextDouble(), 1 + 1e22 * random.nextDouble() + 2, outOfRange, reason));
            default -> leaf.normalisation(new Normalisation.Goalposts(low / 4, high / 4 + 1, outOfRange, reason));
        }
        return leaf.build();
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
