package io.github.statecraft.compare;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.numerics.Settlement;
import io.github.statecraft.score.Contribution;
import io.github.statecraft.score.Scorecard;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Why two scores of one methodology differ: of two countries, of one country in two years, of a strategy and a changed one.
 *
 * <p>The gap, first score minus second, is split into lines that add up to it: the correctly rounded sum of the lines is the
 * gap to the last bit. Indicator lines take up the rounding of the scores, the largest that can; where none can without
 * turning its sign (lines much larger than the gap, or smaller than the rounding of the scores), the sum is off by a unit in
 * the last place of the largest line or score. The lines are
 *
 * <ol>
 *   <li>one line for each indicator that both have, on the common set: only these indicators, their weights re-scaled pillar
 *       by pillar up the tree ({@link Scorecard#scoreFrom});
 *   <li>one line a side, its <i>coverage effect</i>: own score minus own score on the common set, for the second side with
 *       its sign turned, since its score is subtracted. It is what comes of having what the other lacks.
 * </ol>
 *
 * <p>What counts on one side only is listed with its value and no points. An indicator that is alike on both sides
 * gives nothing, below geometric means too ({@link Scorecard#pointsAgainst}), and the comparison the other way round
 * has the same lines with the signs turned.
 *
 * <p>Immutable, thread-safe, serialisable; equal if both sides and their names are equal.
 */
public final class Comparison implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** So many digits of a fingerprint tell two methodologies apart in print. */
    static final int FINGERPRINT_SHOWN = 12;

    private final Scorecard first;
    private final Scorecard second;
    private final String firstName;
    private final String secondName;
    private final transient ImmutableList<ContributionDifference> differences;
    private final transient double firstCoverageEffect;
    private final transient double secondCoverageEffect;

    private Comparison(Scorecard first, String firstName, Scorecard second, String secondName) {
        this.first = first;
        this.second = second;
        this.firstName = firstName;
        this.secondName = secondName;
        ImmutableList<String> common = first.contributions().stream()
                .map(Contribution::id)
                .filter(id -> second.contribution(id).isPresent())
                .collect(toImmutableList());
        if (common.stream().noneMatch(id -> first.contribution(id).orElseThrow().effectiveWeight() != 0)) {
            throw new IllegalArgumentException("Comparison of " + first.unit() + " and " + second.unit() + " under "
                    + first.framework().id()
                    + " must have an indicator that counts on both sides with a weight but has "
                    + "none, so the gap cannot be split");
        }
        common.forEach(id -> checkUnits(
                first.contribution(id).orElseThrow(), second.contribution(id).orElseThrow()));
        if (!Double.isFinite(gap())) {
            throw new IllegalArgumentException("Comparison of " + first.unit() + " and " + second.unit()
                    + ": their scores are too far apart for a double");
        }
        ImmutableMap<String, Double> against = first.pointsAgainst(second, common);
        double[] points = Arrays.copyOf(
                common.stream()
                        .mapToDouble(id -> Objects.requireNonNull(against.get(id)))
                        .toArray(),
                common.size() + 2);
        points[common.size()] = first.score() - first.scoreFrom(common);
        points[common.size() + 1] = second.scoreFrom(common) - second.score();
        Settlement.settle(points, common.size(), gap(), common::get);
        differences = IntStream.range(0, common.size())
                .mapToObj(i -> difference(common.get(i), points[i]))
                .sorted(Comparator.comparing((ContributionDifference d) -> -Math.abs(d.points()))
                        .thenComparing(ContributionDifference::indicator))
                .collect(toImmutableList());
        firstCoverageEffect = points[common.size()];
        secondCoverageEffect = points[common.size() + 1];
    }

    private static void checkUnits(Contribution first, Contribution second) {
        if (first.reading().isPresent()
                && second.reading().isPresent()
                && first.reading().get().unit() != second.reading().get().unit()) {
            throw new IllegalArgumentException(
                    "Comparison: " + first.id() + " must be in one unit on both sides but was in "
                            + first.reading().get().unit().symbol() + " and in "
                            + second.reading().get().unit().symbol());
        }
    }

    private ContributionDifference difference(String id, double points) {
        return new ContributionDifference(
                firstName,
                first.contribution(id).orElseThrow(),
                secondName,
                second.contribution(id).orElseThrow(),
                points);
    }

    /** The lines follow from the two sides, so only those are written. */
    @Serial
    private Object readResolve() {
        return new Comparison(first, firstName, second, secondName);
    }

    /**
     * Compares two scorecards of one methodology. Under min-max both should come from one score table, since the scale is that
     * of the table; a comparison cannot see whether they do.
     *
     * @param first the first side
     * @param second the second side
     * @return the comparison
     * @throws IllegalArgumentException if the methodologies differ (their {@link Scorecard#fingerprint()}), no indicator
     *     with a weight counts on both sides, one is in two units of measure, a geometric mean meets a score of 0 on the
     *     common set, or scores are too far apart for a double
     */
    public static Comparison between(Scorecard first, Scorecard second) {
        Objects.requireNonNull(first, "Comparison.first");
        Objects.requireNonNull(second, "Comparison.second");
        if (!first.fingerprint().equals(second.fingerprint())) {
            throw new IllegalArgumentException("Comparison must be of two scores of one methodology but was of "
                    + first.framework().id() + " (fingerprint "
                    + first.fingerprint().substring(0, FINGERPRINT_SHOWN) + ") and "
                    + second.framework().id() + " ("
                    + second.fingerprint().substring(0, FINGERPRINT_SHOWN)
                    + "); score both sides under one framework, or put two score tables SideBySide");
        }
        return new Comparison(first, name(first, second, "first"), second, name(second, first, "second"));
    }

    /**
     * {@return this comparison with other names for its sides in text, such as {@code after} and {@code before}}
     *
     * @param firstName what the first side is called
     * @param secondName what the second side is called
     * @throws IllegalArgumentException if a name is blank or both are the same
     */
    public Comparison named(String firstName, String secondName) {
        if (firstName.isBlank() || secondName.isBlank() || firstName.equals(secondName)) {
            throw new IllegalArgumentException("Comparison.named must give two different names but got "
                    + Problems.quote(firstName) + " and " + Problems.quote(secondName));
        }
        return new Comparison(first, firstName, second, secondName);
    }

    /**
     * The first side.
     *
     * @return its scorecard
     */
    public Scorecard first() {
        return first;
    }

    /**
     * The second side.
     *
     * @return its scorecard
     */
    public Scorecard second() {
        return second;
    }

    /**
     * The gap.
     *
     * @return first score minus second score, in points of the common scale
     */
    public double gap() {
        return first.score() - second.score();
    }

    /**
     * The indicators that both sides have.
     *
     * @return what each gives to the gap, the largest first in either direction, then by id
     */
    public ImmutableList<ContributionDifference> differences() {
        return differences;
    }

    /**
     * What one indicator gives to the gap.
     *
     * @param id the id of the indicator in the framework
     * @return empty if one side lacks it
     * @throws IllegalArgumentException if the framework has no such indicator; the message names the nearest
     */
    public Optional<ContributionDifference> difference(String id) {
        first.contribution(id);
        return differences.stream().filter(d -> d.indicator().equals(id)).findFirst();
    }

    /**
     * What the other indicators do to the first score.
     *
     * @return points of the gap: the first score minus the first score on the common set; 0 if the first side has nothing that
     *     the second lacks
     */
    public double firstCoverageEffect() {
        return firstCoverageEffect;
    }

    /**
     * What the other indicators do to the second score.
     *
     * @return points of the gap: the second score on the common set minus the second score, the sign turned since the second
     *     score is subtracted; 0 if the second side has nothing that the first lacks
     */
    public double secondCoverageEffect() {
        return secondCoverageEffect;
    }

    /**
     * What counts on the first side only; why it does not count on the second stands in {@link Scorecard#missing()} of that
     * side.
     *
     * @return contributions to the first score, in the order of the tree
     */
    public ImmutableList<Contribution> onlyFirst() {
        return only(first, second);
    }

    /**
     * What counts on the second side only; why it does not count on the first stands in {@link Scorecard#missing()} of that
     * side.
     *
     * @return contributions to the second score, in the order of the tree
     */
    public ImmutableList<Contribution> onlySecond() {
        return only(second, first);
    }

    /**
     * What the first side is called in text: its unit; the year as of which it was read where units or years are not enough to
     * tell the sides apart; the policy by which it was read where only that differs; else {@code first}.
     *
     * @return a name that the second side does not have
     */
    public String firstName() {
        return firstName;
    }

    /**
     * What the second side is called in text.
     *
     * @return a name that the first side does not have
     */
    public String secondName() {
        return secondName;
    }

    private static String name(Scorecard side, Scorecard other, String otherwise) {
        boolean twoUnits = !side.unit().equals(other.unit());
        if (!side.asOf().equals(other.asOf())) {
            String year = side.asOf().map(y -> "as of " + y).orElse("as of no stated year");
            return twoUnits ? side.unit() + " " + year : year;
        }
        if (twoUnits) {
            return side.unit();
        }
        return policies(side).equals(policies(other)) ? otherwise : "by " + String.join(", ", policies(side));
    }

    /** The policies by which the observations of a side were reconciled. */
    static ImmutableSet<String> policies(Scorecard side) {
        return side.contributions().stream()
                .flatMap(c -> c.reading().stream())
                .map(r -> r.reconciliation().toString())
                .collect(toImmutableSet());
    }

    private static ImmutableList<Contribution> only(Scorecard side, Scorecard other) {
        return side.contributions().stream()
                .filter(c -> other.contribution(c.id()).isEmpty())
                .collect(toImmutableList());
    }

    /** A number as printed, with a plus sign if it is above zero as printed. */
    static String signed(String number) {
        boolean isPositive = !number.startsWith("-") && number.chars().anyMatch(c -> c >= '1' && c <= '9');
        return isPositive ? "+" + number : number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Comparison that
                && first.equals(that.first)
                && second.equals(that.second)
                && firstName.equals(that.firstName)
                && secondName.equals(that.secondName);
    }

    @Override
    public int hashCode() {
        return Objects.hash(first, second, firstName, secondName);
    }

    /** A table: each indicator with both values, years and sources, what it gives, the coverage effects, and the gap. */
    @Override
    public String toString() {
        return new ComparisonTable(this).toString();
    }
}
