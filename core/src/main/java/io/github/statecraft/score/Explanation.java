package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import io.github.statecraft.score.method.Direction;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final int DIGITS = 5;

    /** From here on numbers are printed by their size. */
    private static final double FIRST_COMPACT = 1e6;

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
        List<String> rules = new ArrayList<>();
        steps(c).forEach(rule -> rules.add(rule.text() + ": " + rule.gives()));
        for (int pillar = tree.parent(tree.number(c.id())); pillar >= 0; pillar = tree.parent(pillar)) {
            rules.add(
                    "in " + tree.node(pillar).id() + ": " + tree.pillar(pillar).steps());
        }
        return ImmutableList.copyOf(rules);
    }

    /** What acted on a value, and what came out. */
    private record Rule(String text, String gives) {}

    private List<Rule> steps(Contribution c) {
        IndexTree tree = card.fitted().tree();
        int node = tree.number(c.id());
        FittedColumn column = card.fitted().columns().get(tree.leaf(node));
        Indicator indicator = column.indicator();
        List<Rule> rules = new ArrayList<>();
        c.denomination()
                .filter(d -> c.denominated().isPresent())
                .ifPresent(d -> rules.add(new Rule(d.toString(), shown(c.denominated()))));
        if (c.imputed().isPresent() && column.donors() != null) {
            rules.add(new Rule(column.donors().rule(), shown(c.imputed())));
        }
        OptionalDouble before = c.denominated().isPresent() ? c.denominated() : c.imputed();
        if (before.isPresent()) {
            List<Double> values = new ArrayList<>(List.of(before.getAsDouble()));
            column.treated(card.unit(), before.getAsDouble(), values::add);
            for (int i = 0; i < column.treatments().size(); i++) {
                FittedTreatment treatment = column.treatments().get(i);
                boolean acted = !values.get(i).equals(values.get(i + 1));
                if (acted || !treatment.isCap()) {
                    rules.add(new Rule(treatment.toString(), shown(values.get(i + 1))));
                }
            }
        }
        if (c.treated().isPresent()) {
            boolean isLower = indicator.direction() == Direction.LOWER_IS_BETTER;
            String given = column.scale().fitted().length == 0
                    ? ""
                    : " (" + column.scale().given() + ")";
            rules.add(new Rule(
                    indicator.normalisation() + given + (isLower ? ", lower is better" : ""), shown(c.normalised())));
        } else {
            rules.add(new Rule(tree.policy(tree.parent(node)).toString(), shown(c.normalised())));
        }
        return rules;
    }

    /** Two tables: the value of each indicator after every step, and the rules in the order of the tree with what each gave. */
    @Override
    public String toString() {
        return values() + "\n\n" + tree();
    }

    /** A column that no indicator uses is left out. */
    private String values() {
        ImmutableList<Contribution> all = card.contributions();
        boolean isDenominated = all.stream().anyMatch(c -> c.denomination().isPresent());
        boolean isImputed = all.stream().anyMatch(c -> c.imputed().isPresent());
        TextTable.Builder text = TextTable.builder()
                .title(card.label() + ": " + card.shown(card.score()) + " under "
                        + card.framework().id() + ", step by step")
                .left("indicator")
                .right("raw");
        if (isDenominated) {
            text.right("set against");
        }
        if (isImputed) {
            text.right("imputed");
        }
        text.right("treated").right("score").right("weight").right("points");
        ImmutableList<String> points = card.printedPoints();
        for (int i = 0; i < all.size(); i++) {
            Contribution c = all.get(i);
            List<String> cells = new ArrayList<>(List.of(c.id(), shown(c.raw())));
            if (isDenominated) {
                cells.add(c.denomination().isPresent() ? shown(c.denominated()) : "");
            }
            if (isImputed) {
                cells.add(c.imputed().isPresent() ? shown(c.imputed()) : "");
            }
            cells.addAll(List.of(
                    shown(c.treated()), shown(c.normalised()), Numbers.fixed(c.effectiveWeight(), 3), points.get(i)));
            text.row(cells.toArray(String[]::new));
        }
        int columns = 6 + (isDenominated ? 1 : 0) + (isImputed ? 1 : 0);
        text.separator();
        if (card.baseline() != 0) {
            text.row(total(columns, "(baseline)", points.get(all.size())));
        }
        text.row(total(columns, "score", card.shown(card.score())));
        if (card.baseline() != 0) {
            text.note(
                    "(baseline): what a unit scores with every indicator at its baseline; points are counted from there.");
        }
        return text.build().toString();
    }

    private static String[] total(int columns, String name, String points) {
        String[] cells = new String[columns];
        Arrays.fill(cells, "");
        cells[0] = name;
        cells[columns - 1] = points;
        return cells;
    }

    private String tree() {
        IndexTree tree = card.fitted().tree();
        UnitScore score = card.unitScore(
                card.contributions().stream().map(Contribution::id).toList());
        TextTable.Builder text = TextTable.builder()
                .left("node")
                .right("share")
                .wrapped("rule, in the order of the steps")
                .right("gives");
        for (int node = 0; node < tree.size(); node++) {
            String id = "  ".repeat(tree.path(node).size() + (node == 0 ? 0 : 1))
                    + tree.node(node).id();
            String why = card.missing().get(tree.node(node).id());
            String share = node == 0 || !score.counts(node)
                    ? ""
                    : Numbers.significant(score.share(node).high(), 4);
            if (why != null) {
                text.row(id, "", "missing: " + why, "-");
            } else if (tree.isLeaf(node)) {
                String first = id;
                for (Rule rule : steps(card.contribution(id.strip()).orElseThrow())) {
                    text.row(first, first.isEmpty() ? "" : share, rule.text(), rule.gives());
                    first = "";
                }
            } else {
                boolean isScored = score.isPresent(node) && score.counts(node);
                text.row(id, share, tree.pillar(node).steps(), isScored ? shown(score.value(node)) : "-");
            }
        }
        return text.note(
                        "share: of the weight among siblings that are there; below sums, products and benefit of the doubt the "
                                + "coefficient or exponent.")
                .note("Fitted fingerprint " + card.fitted().fingerprint().substring(0, Fingerprint.SHOWN) + ".")
                .build()
                .toString();
    }

    private static String shown(OptionalDouble value) {
        return value.isPresent() ? shown(value.getAsDouble()) : "-";
    }

    /** Five digits; large numbers by their size in words, since zeros in the place of digits would look exact. */
    private static String shown(double value) {
        return Math.abs(value) >= FIRST_COMPACT ? Numbers.compact(value) : Numbers.significant(value, DIGITS);
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
