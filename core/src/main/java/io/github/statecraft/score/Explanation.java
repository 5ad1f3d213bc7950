package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import io.github.statecraft.score.method.Direction;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How a scorecard came about: for each indicator the value after every step, and the rules that acted.
 *
 * <p>Immutable, thread-safe, serialisable; equal if the scorecards are equal.
 */
public final class Explanation implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Scorecard card;

    Explanation(Scorecard card) {
        this.card = card;
    }

    /**
     * What is explained.
     *
     * @return the scorecard
     */
    public Scorecard scorecard() {
        return card;
    }

    /**
     * The rules that acted on one indicator, in the order of the steps.
     *
     * @param indicator its id in the framework
     * @return one line a rule, with the value it gave; empty if the indicator is missing
     * @throws IllegalArgumentException if the framework has no such indicator
     */
    public ImmutableList<String> rules(String indicator) {
        return card.contribution(indicator).map(this::rules).orElse(ImmutableList.of());
    }

    private ImmutableList<String> rules(Contribution c) {
        IndexTree tree = card.fitted().tree();
        int node = tree.number(c.id());
        FittedColumn column = card.fitted().columns().get(tree.leaf(node));
        Indicator indicator = column.indicator();
        List<String> rules = new ArrayList<>();
        c.denomination()
                .filter(d -> c.denominated().isPresent())
                .ifPresent(d -> rules.add(d + ": " + shown(c.denominated())));
        if (c.imputed().isPresent() && column.donors() != null) {
            rules.add(column.donors().rule() + ": " + shown(c.imputed()));
        }
        OptionalDouble before = c.denominated().isPresent() ? c.denominated() : c.imputed();
        if (before.isPresent()) {
            List<Double> values = new ArrayList<>(List.of(before.getAsDouble()));
            column.treated(card.unit(), before.getAsDouble(), values::add);
            for (int i = 0; i < column.treatments().size(); i++) {
                FittedTreatment treatment = column.treatments().get(i);
                boolean acted = !values.get(i).equals(values.get(i + 1));
                if (acted || !treatment.isCap()) {
                    rules.add(treatment + ": " + Numbers.significant(values.get(i + 1), 5));
                }
            }
        }
        if (c.treated().isPresent()) {
            boolean isLower = indicator.direction() == Direction.LOWER_IS_BETTER;
            String given = column.scale().fitted().length == 0
                    ? ""
                    : " (" + column.scale().given() + ")";
            rules.add(indicator.normalisation() + given + (isLower ? ", lower is better" : "") + ": "
                    + Numbers.significant(c.normalised(), 5));
        } else {
            rules.add(tree.policy(tree.parent(node)).toString());
        }
        for (int pillar = tree.parent(node); pillar >= 0; pillar = tree.parent(pillar)) {
            rules.add(
                    "in " + tree.node(pillar).id() + ": " + tree.pillar(pillar).steps());
        }
        return ImmutableList.copyOf(rules);
    }

    /** A table: a line for each indicator with its value after every step, and the rules below it. */
    @Override
    public String toString() {
        int decimals = Nodes.printedScale(card.framework()).decimals(2);
        TextTable.Builder text = TextTable.builder()
                .title(card.label() + ": " + Numbers.fixed(card.score(), decimals) + " under "
                        + card.framework().id() + ", step by step")
                .wrapped("indicator")
                .right("raw")
                .right("set against")
                .right("imputed")
                .right("treated")
                .right("score")
                .right("weight")
                .right("points");
        for (Contribution c : card.contributions()) {
            text.row(
                    c.id(),
                    shown(c.raw()),
                    c.denomination().isPresent() ? shown(c.denominated()) : "",
                    c.imputed().isPresent() ? shown(c.imputed()) : "",
                    shown(c.treated()),
                    Numbers.significant(c.normalised(), 4),
                    Numbers.fixed(c.effectiveWeight(), 3),
                    Numbers.fixed(c.points(), decimals));
        }
        if (card.baseline() != 0) {
            text.note("Points are counted from the score at the baseline, " + Numbers.fixed(card.baseline(), decimals)
                    + ".");
        }
        card.contributions().forEach(c -> text.note(c.id() + ": " + String.join("; ", rules(c)) + "."));
        card.missing().forEach((id, why) -> text.note(id + ": " + why + "; gives nothing."));
        return text.note("Fitted fingerprint " + card.fitted().fingerprint().substring(0, Fingerprint.SHOWN) + ".")
                .build()
                .toString();
    }

    private static String shown(OptionalDouble value) {
        return value.isPresent() ? Numbers.significant(value.getAsDouble(), 4) : "-";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Explanation that && card.equals(that.card);
    }

    @Override
    public int hashCode() {
        return card.hashCode();
    }
}
