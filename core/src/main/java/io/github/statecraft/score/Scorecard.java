package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.numerics.LargestRemainder;
import io.github.statecraft.internal.text.Citations;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.PrintedScale;
import io.github.statecraft.internal.text.TextTable;
import java.io.Serializable;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * One unit under one framework: the score, and the contributions that add up to it. How exactly depends on the pillars:
 *
 * <ul>
 *   <li>Arithmetic means and weighted sums, no pillar rescaled, benefit of the doubt among them: the correctly rounded sum of
 *       the points is the score, to the last bit. Where points of both signs cancel, so that the largest are coarser than the
 *       score, it may miss it by a unit in the last place of the largest.
 *   <li>Arithmetic and geometric means: baseline and points sum to the score to 1e-12 of the largest score in the tree.
 *   <li>Any other aggregation, or a pillar that is rescaled: points are Shapley values, the tree as structure of coalitions, and
 *       baseline and points sum to the score to 1e-12 of the largest score that a coalition has. They take {@code n 2^n}
 *       evaluations for n children of one pillar, products of these for pillars below one another; beyond some four million a
 *       scorecard is refused, with scores, ranks and score tables as before.
 * </ul>
 *
 * <p>Immutable, thread-safe, serialisable; equal if all attributes are equal.
 */
@Value.Immutable
public abstract class Scorecard implements Serializable {
    /** Scores and points are printed with this many decimals; they are never rounded before that. */
    private static final int DECIMALS = 2;

    Scorecard() {}

    /**
     * Whose score it is.
     *
     * @return the unit id, for strategies the code of the jurisdiction
     */
    public abstract String unit();

    /**
     * The unit's name for people.
     *
     * @return the label
     */
    public abstract String label();

    /**
     * The year as of which the values were read.
     *
     * @return empty for a table that does not say
     */
    public abstract Optional<Year> asOf();

    /**
     * What was asked, with what was taken from the reference.
     *
     * @return the fitted framework
     */
    public abstract FittedFramework fitted();

    /**
     * What was asked.
     *
     * @return the framework
     */
    public ScoringFramework framework() {
        return fitted().framework();
    }

    /**
     * The score.
     *
     * @return from 0 to 100, unless the framework lets values go beyond
     */
    public abstract double score();

    /**
     * What is known of the interval of the score.
     *
     * @return the interval and how many inputs it covers
     */
    public abstract ScoreInterval interval();

    /**
     * The score of a unit whose every indicator is at its baseline.
     *
     * @return 0 for frameworks with sums and arithmetic means only, if no pillar is rescaled
     */
    public abstract double baseline();

    /**
     * The part of the stated weight whose values are known, from 0 to 1.
     *
     * @return 1 if nothing is missing or imputed
     */
    public abstract double coverage();

    /**
     * What each indicator gives.
     *
     * @return contributions in the order of the tree
     */
    public abstract ImmutableList<Contribution> contributions();

    /**
     * The indicators that gave nothing, and why: there is no value, there are observations but none that the policy reads, or
     * the pillar has too little data.
     *
     * @return reasons by indicator id, in the order of the tree
     */
    public abstract ImmutableMap<String, String> missing();

    /**
     * The contribution of one indicator.
     *
     * @param id the id of the indicator in the framework
     * @return empty if it is missing
     * @throws IllegalArgumentException if the framework has no such indicator; the message names the nearest
     */
    public Optional<Contribution> contribution(String id) {
        Optional<Contribution> found =
                contributions().stream().filter(c -> c.id().equals(id)).findFirst();
        if (found.isEmpty() && !missing().containsKey(id)) {
            List<String> known = new ArrayList<>(missing().keySet());
            contributions().forEach(c -> known.add(c.id()));
            String nearest = Problems.nearest(id, known);
            throw new IllegalArgumentException("Scorecard: no indicator " + Problems.quote(id) + " in "
                    + framework().id() + (nearest.isEmpty() ? "" : "; " + nearest));
        }
        return found;
    }

    /**
     * The hash of the methodology; see {@link ScoringFramework#fingerprint()}.
     *
     * @return 64 hexadecimal digits
     */
    public String fingerprint() {
        return framework().fingerprint();
    }

    /**
     * The score that some of the indicators give alone, the weights of the others handed on to them pillar by pillar up the
     * tree; whether the framework would find that enough is not asked. Of all contributions it is {@link #score()}, to the
     * last bit.
     *
     * @param indicators ids of indicators that have a contribution, with a positive weight in all
     * @return from 0 to 100, unless the framework lets values go beyond
     * @throws IllegalArgumentException if there is no contribution of an id, or no weight among them
     */
    public double scoreFrom(Iterable<String> indicators) {
        return unitScore(indicators).value(0);
    }

    /**
     * How the gap to another unit divides among some indicators that both have: {@code scoreFrom(indicators)} of this one minus
     * that of the other. Below arithmetic means only, an indicator gives its weight times the difference on the common
     * scale. A geometric mean passes a difference of a child on by {@code w L(G, H) / L(s, t)}, with G and H the two means, s
     * and t the two scores of the child, w its weight and L the logarithmic mean: B. W. Ang and F. L. Liu, "A new energy
     * decomposition method: perfect in decomposition and consistent in aggregation", Energy 26 (2001) 537-548. With any
     * other aggregation it is the Shapley value by enumeration, with the tree as structure of coalitions. So what is
     * alike gives nothing, and the other way round every sign turns.
     *
     * @param other a scorecard of the same methodology
     * @param indicators ids of indicators that have a contribution in both, with a positive weight in all
     * @return points by indicator, in the order of the tree; they sum to the difference to 1e-12 of the largest score in
     *     either tree
     * @throws IllegalArgumentException if the methodologies differ, one has no contribution of an id, there is no weight
     *     among them, an aggregation has no value for a score on the way, two scores are too far apart for a double, weights
     *     differ between the two (benefit of the doubt), or the enumeration would take more than some 4 million evaluations
     */
    public ImmutableMap<String, Double> pointsAgainst(Scorecard other, Iterable<String> indicators) {
        if (!fitted().hasPillarsOf(other.fitted())) {
            boolean isOneFramework = fingerprint().equals(other.fingerprint());
            throw new IllegalArgumentException(
                    "Scorecard.pointsAgainst needs two scorecards of one methodology but had "
                            + framework().id() + " " + shown(fitted().fingerprint()) + " and "
                            + other.framework().id() + " "
                            + shown(other.fitted().fingerprint())
                            + (isOneFramework
                                    ? ", fitted to different references; score both in one table or by one fitted framework"
                                    : "; score both under one framework"));
        }
        UnitScore own = unitScore(indicators);
        return Attribution.between(own, other.unitScore(indicators));
    }

    private static String shown(String fingerprint) {
        return fingerprint.substring(0, Fingerprint.SHOWN);
    }

    /** The scores of some of the contributions at every node of the tree. */
    UnitScore unitScore(Iterable<String> indicators) {
        IndexTree tree = fitted().tree();
        double[] scores = new double[tree.leaves()];
        Arrays.fill(scores, Double.NaN);
        for (String id : indicators) {
            double normalised = contribution(id)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "Scorecard: " + Problems.quote(id) + " is missing for " + unit() + ", so it has no points"))
                    .normalised();
            scores[tree.leaf(tree.number(id))] = normalised;
        }
        UnitScore score = UnitScore.of(Presence.ofWhatIsThere(tree, scores), unit());
        if (!score.isScored()) {
            throw new IllegalArgumentException(
                    "Scorecard: no weight among the indicators " + ImmutableList.copyOf(indicators) + " of " + unit());
        }
        return score;
    }

    /**
     * Every step from the value in the table to the points, with the rule that acted.
     *
     * @return the steps, printed as a table
     */
    public Explanation explain() {
        return new Explanation(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** A table: value, year, scale, weight and points of each indicator, what is missing, and the sources. */
    @Override
    public String toString() {
        TextTable.Builder table = TextTable.builder()
                .title(label() + (label().equals(unit()) ? "" : " (" + unit() + ")") + ": " + shown(score()) + " under "
                        + framework().id() + ", version " + framework().version() + ", "
                        + framework().scaleBasis()
                        + asOf().map(year -> ", as of " + year).orElse(""))
                .left("indicator")
                .right("value");
        boolean sourced = contributions().stream()
                .anyMatch(c -> c.reading().isPresent() || c.denominator().isPresent());
        if (sourced) {
            table.wrapped("unit").right("year");
        }
        table.right(printedScale().heading()).right("weight").right("points");
        if (sourced) {
            table.left("src");
        }
        Citations sources = new Citations();
        List<String> notes = new ArrayList<>();
        ImmutableList<String> printed = printedPoints();
        if (baseline() != 0) {
            String points = printed.get(contributions().size());
            table.row(row(sourced, "(baseline)", "", "", "", "", "", points, ""));
        }
        for (int i = 0; i < contributions().size(); i++) {
            Contribution c = contributions().get(i);
            table.row(row(
                    sourced,
                    c.id(),
                    c.valueText(),
                    c.reading().map(r -> r.unit().symbol()).orElse(""),
                    c.reading().map(r -> r.year().toString()).orElse(""),
                    Numbers.fixed(c.normalised(), decimals() - 1),
                    Numbers.fixed(c.effectiveWeight(), 3),
                    printed.get(i),
                    Stream.concat(c.reading().stream(), c.denominator().stream())
                            .map(r -> cited(r, sources))
                            .distinct()
                            .collect(Collectors.joining(" "))));
            c.notes().forEach(note -> notes.add(c.id() + ": " + note));
        }
        table.separator();
        table.row(row(sourced, "score", "", "", "", "", "", shown(score()), ""));
        String inputs = interval().inputs() > contributions().size()
                ? " Inputs are the indicators and what they are set against."
                : "";
        table.note("Interval: " + interval().inWords(decimals()) + "." + inputs + " Coverage " + percent(coverage())
                + " of the weight, "
                + contributions().size() + " of "
                + (contributions().size() + missing().size()) + " indicators.");
        if (baseline() != 0) {
            table.note(
                    "(baseline): the score of a unit with every indicator at its baseline, from which points are counted.");
        }
        if (!missing().isEmpty()) {
            table.note("Missing: "
                    + missing().entrySet().stream()
                            .map(e -> Scoring.named(e.getKey(), e.getValue()))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        notes.forEach(table::note);
        policies().forEach(table::note);
        sources.list(table);
        return table.note("Methodology fingerprint " + fingerprint().substring(0, Fingerprint.SHOWN) + ".")
                .build()
                .toString();
    }

    /** A part of the weight in percent; 100 % only if it is all of it, 0 % only if it is nothing. */
    static String percent(double part) {
        String rounded = Numbers.fixed(100 * part, 0);
        if (part < 1 && rounded.equals("100")) {
            return "over 99 %";
        }
        return part > 0 && rounded.equals("0") ? "under 1 %" : rounded + " %";
    }

    String shown(double points) {
        return LargestRemainder.printed(points, decimals());
    }

    /** The cells of a row, without those of unit, year and sources where no value has any. */
    private static String[] row(boolean sourced, String... cells) {
        return sourced ? cells : new String[] {cells[0], cells[1], cells[4], cells[5], cells[6]};
    }

    /** The points of each contribution and the baseline, which add up to the score as printed. */
    ImmutableList<String> printedPoints() {
        double[] points = new double[contributions().size() + 1];
        for (int i = 0; i < contributions().size(); i++) {
            points[i] = contributions().get(i).points();
        }
        points[contributions().size()] = baseline();
        return LargestRemainder.printed(points, score(), decimals());
    }

    /** Decimals of points and score. */
    private int decimals() {
        return printedScale().decimals(DECIMALS);
    }

    private PrintedScale printedScale() {
        double points = PrintedScale.magnitude(
                contributions().stream().mapToDouble(Contribution::points).toArray());
        return Nodes.printedScale(framework(), PrintedScale.magnitude(score(), baseline(), points));
    }

    private List<String> policies() {
        return contributions().stream()
                .flatMap(c -> c.reading().stream())
                .map(r -> r.reconciliation().toString())
                .distinct()
                .map(policy -> "Observations reconciled by " + policy + ".")
                .toList();
    }

    private static String cited(Reading reading, Citations sources) {
        return reading.observations().stream()
                .map(o -> sources.mark(o.evidence().inShort()))
                .collect(Collectors.joining(" "));
    }

    /** Builds a {@link Scorecard}. */
    static final class Builder extends ImmutableScorecard.Builder {
        Builder() {}
    }
}
