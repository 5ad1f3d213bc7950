package io.github.statecraft.robustness;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.Step;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Weighting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Criteria from the tree of a framework, and why a tree has none. */
final class TreeCriteria {
    private final ScoreTable table;
    private final Map<String, Double> weights = new LinkedHashMap<>();

    private TreeCriteria(ScoreTable table) {
        this.table = table;
    }

    static Criteria children(ScoreTable table, String node) {
        if (!(table.framework().node(node) instanceof Pillar pillar)) {
            throw new IllegalArgumentException("Criteria: " + Problems.quote(node)
                    + " is an indicator and has no children whose weights could vary");
        }
        obstacle(pillar).ifPresent(why -> refuse(table, pillar, why));
        TreeCriteria result = new TreeCriteria(table);
        pillar.children()
                .forEach(child -> result.weights.put(
                        child.id(),
                        Objects.requireNonNull(table.fitted().weights().get(child.id()))));
        return result.build(title(table) + ", " + name(table, pillar), pillar, pillar.aggregation());
    }

    static Criteria leaves(ScoreTable table) {
        Pillar root = table.framework().index();
        obstacle(root).ifPresent(why -> refuse(table, root, why));
        TreeCriteria result = new TreeCriteria(table);
        result.addLeaves(root, 1, root.aggregation());
        Criteria criteria = result.build(title(table) + ", all indicators", root, root.aggregation());
        for (int unit = 0; unit < criteria.units().size(); unit++) {
            if (!criteria.missing(unit).isEmpty()) {
                throw new IllegalArgumentException(
                        "Criteria: the indicators of " + table.framework().id()
                                + " cannot be varied together, since "
                                + criteria.units().get(unit) + " lacks "
                                + criteria.missing(unit)
                                + " and its pillars are re-weighted inside; vary the children of one node");
            }
        }
        return criteria;
    }

    private void addLeaves(Pillar pillar, double weight, Aggregation mean) {
        obstacle(pillar).ifPresent(why -> refuse(table, pillar, why));
        if (!pillar.aggregation().equals(mean)) {
            refuse(
                    table,
                    pillar,
                    "it is a " + pillar.aggregation() + " below a " + mean
                            + ", and indicators can be varied together only where all means are of one kind");
        }
        if (pillar.normalisation().isPresent()) {
            refuse(table, pillar, "its scores are rescaled, so that the index is not linear in weights inside");
        }
        for (IndexNode child : pillar.children()) {
            double share =
                    weight * Objects.requireNonNull(table.fitted().weights().get(child.id()));
            if (child instanceof Pillar below) {
                addLeaves(below, share, mean);
            } else if (child instanceof Indicator) {
                weights.put(child.id(), share);
            }
        }
    }

    /** Why the weights of a pillar's children cannot vary. */
    private static Optional<String> obstacle(Pillar pillar) {
        if (!PowerMean.is(pillar.aggregation())) {
            return Optional.of("it is a " + pillar.aggregation()
                    + ", and only weights of an arithmetic, geometric, harmonic or power mean can be varied");
        }
        if (pillar.weighting() instanceof Weighting.BenefitOfTheDoubt) {
            return Optional.of("each unit has weights of its own (" + pillar.weighting() + ")");
        }
        return pillar.direction() == Direction.LOWER_IS_BETTER
                ? Optional.of("its scores are turned round, so that the lowest mean is the best")
                : Optional.empty();
    }

    private static void refuse(ScoreTable table, Pillar pillar, String why) {
        throw new IllegalArgumentException("Criteria: the weights below " + Problems.quote(pillar.id()) + " of "
                + table.framework().id() + " cannot be varied: " + why
                + "; a MethodDesign can compare it with other methods");
    }

    private static String title(ScoreTable table) {
        return table.framework().id() + " " + table.framework().version();
    }

    private static String name(ScoreTable table, Pillar pillar) {
        return "weights of the " + pillar.children().size() + " children of "
                + (pillar.id().equals(table.framework().index().id()) ? "the index" : pillar.id());
    }

    private Criteria build(String title, Pillar node, Aggregation mean) {
        Criteria.Builder criteria = Criteria.builder().title(title).aggregation(mean);
        weights.forEach(criteria::criterion);
        ImmutableList<String> columns = weights.keySet().stream().collect(toImmutableList());
        IndicatorTable scores = table.table(Step.AGGREGATED);
        for (String unit : table.table().units()) {
            if (!table.table().isRanked(unit)) {
                continue;
            }
            if (table.score(unit).isEmpty() || scores.value(unit, node.id()).isEmpty()) {
                criteria.leftOut(unit, "no score");
                continue;
            }
            criteria.row(
                    unit,
                    table.table().label(unit),
                    columns.stream()
                            .mapToDouble(column -> scores.value(unit, column).orElse(Double.NaN))
                            .toArray());
        }
        return criteria.build();
    }
}
