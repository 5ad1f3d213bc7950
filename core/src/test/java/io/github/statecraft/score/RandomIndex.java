package io.github.statecraft.score;

import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A random framework, a random table for it, and an independent naive way to score it. */
public final class RandomIndex {
    /** Which means a tree has. */
    public enum Means {
        ARITHMETIC,
        GEOMETRIC,
        MIXED
    }

    private static final int MOST_LEAVES = 60;

    private final Random random;
    private final Means means;
    private int leaves;
    private int pillars;

    private RandomIndex(Random random, Means means) {
        this.random = random;
        this.means = means;
    }

    /** A tree 1 to 5 deep with 2 to 8 children a pillar. Values from 0 to 100 score above 0 and below 100. */
    public static ScoringFramework framework(Random random, Means means, MissingDataPolicy missing) {
        RandomIndex index = new RandomIndex(random, means);
        return ScoreFixtures.framework(index.pillar(1 + random.nextInt(5))).withMissing(missing);
    }

    /** 5 units with values in [0, 100] and a part of the cells missing. */
    public static IndicatorTable table(Random random, ScoringFramework framework, double holes) {
        IndicatorTable.Builder table = IndicatorTable.builder();
        framework.columns().forEach(table::indicator);
        for (int i = 0; i < 5; i++) {
            table.unit("u" + i);
            for (String column : framework.columns()) {
                if (random.nextDouble() >= holes) {
                    table.value("u" + i, column, 100 * random.nextDouble());
                }
            }
        }
        return table.build();
    }

    private Pillar pillar(int depth) {
        Pillar.Builder pillar = Pillar.builder().id("p" + pillars++).weight(weight());
        int children = 2 + random.nextInt(7);
        for (int i = 0; i < children; i++) {
            boolean inner = depth > 1 && leaves < MOST_LEAVES && random.nextInt(3) > 0;
            // the first child has a weight for certain
            IndexNode child = inner ? pillar(depth - 1) : leaf();
            pillar.addChildren(i == 0 ? reweighted(child, 1 + random.nextDouble()) : child);
        }
        boolean geometric = means == Means.GEOMETRIC || (means == Means.MIXED && random.nextBoolean());
        return pillar.aggregation(
                        geometric ? Aggregation.geometric(1 + 99 * random.nextDouble()) : Aggregation.arithmetic())
                .build();
    }

    private Indicator leaf() {
        return Indicator.builder()
                .indicator("i" + leaves++)
                .weight(weight())
                .direction(random.nextBoolean() ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER)
                .normalisation(Normalisation.goalposts(-1 - random.nextDouble(), 101 + random.nextDouble()))
                .build();
    }

    private double weight() {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> StrictMath.pow(10, 24 * random.nextDouble() - 12);
            case 2 -> 1 + random.nextInt(5);
            default -> random.nextDouble();
        };
    }

    static IndexNode reweighted(IndexNode node, double weight) {
        return node instanceof Pillar pillar ? pillar.withWeight(weight) : ((Indicator) node).withWeight(weight);
    }

    /** The same tree with the children of every pillar in another order. */
    static Pillar shuffled(Pillar pillar, Random random) {
        List<IndexNode> children = new ArrayList<>();
        for (IndexNode child : pillar.children()) {
            children.add(child instanceof Pillar inner ? shuffled(inner, random) : child);
        }
        Collections.shuffle(children, random);
        return pillar.withChildren(children);
    }

    /** The same tree with the weights below every pillar times a power of two. */
    static Pillar rescaled(Pillar pillar, Random random) {
        double factor = Math.scalb(1.0, random.nextInt(61) - 30);
        return pillar.withChildren(pillar.children().stream()
                .map(child -> child instanceof Pillar inner ? rescaled(inner, random) : child)
                .map(child -> reweighted(child, factor * child.weight()))
                .toList());
    }

    /** The same cells, rows and columns in another order. */
    static IndicatorTable shuffled(IndicatorTable table, Random random) {
        List<String> units = new ArrayList<>(table.units());
        List<String> columns = new ArrayList<>(table.indicators());
        Collections.shuffle(units, random);
        Collections.shuffle(columns, random);
        return copy(table, units, columns).build();
    }

    /** The cells of some rows and columns. */
    static IndicatorTable.Builder copy(IndicatorTable table, List<String> units, List<String> columns) {
        IndicatorTable.Builder copy = IndicatorTable.builder();
        columns.forEach(copy::indicator);
        for (String unit : units) {
            copy.unit(unit);
            for (String column : columns) {
                table.value(unit, column).ifPresent(value -> copy.value(unit, column, value));
            }
        }
        return copy;
    }
}
