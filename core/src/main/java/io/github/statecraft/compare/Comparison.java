package io.github.statecraft.compare;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.numerics.Settlement;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.Contribution;
import io.github.statecraft.score.Scorecard;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Why two scores of one methodology differ: of two countries, of one country in two years, of a strategy and a changed one.
 *
 * <p>The gap, first score minus second, is split into lines that add up to it: the correctly rounded sum of the lines is the
 * gap to the last bit, unless all lines are so much larger than the gap that no doubles of their size can; then to a unit in
 * the last place of the largest line. The lines are
 *
 * <ol>
 *   <li>one line for each indicator that both have, on the common set: only these indicators, their weights re-scaled pillar
 *       by pillar up the tree ({@link Scorecard#scoreFrom});
 *   <li>one line a side, its <i>coverage effect</i>: own score minus own score on the common set. It is what comes of
 *       having, or lacking, what the other lacks or has.
 * </ol>
 *
 * <p>What only one side has is listed with its value and no points. An indicator that is alike on both sides gives nothing,
 * below geometric means too ({@link Scorecard#pointsAgainst}), and the comparison the other way round has the same lines with
 * the signs turned.
 *
 * <p>Immutable, thread-safe, serialisable; equal if both sides are equal.
 */
public final class Comparison implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** So many digits of a fingerprint tell two methodologies apart in print. */
    static final int FINGERPRINT_SHOWN = 12;

    private final Scorecard first;
    private final Scorecard second;
    private final transient ImmutableList<ContributionDifference> differences;
    private final transient double firstCoverageEffect;
    private final transient double secondCoverageEffect;

    private Comparison(Scorecard first, Scorecard second) {
        this.first = first;
        this.second = second;
        ImmutableList<String> common = first.contributions().stream()
                .map(Contribution::id)
                .filter(id -> second.contribution(id).isPresent())
                .collect(toImmutableList());
        if (common.isEmpty()) {
            throw new IllegalArgumentException("Comparison of " + first.unit() + " and " + second.unit() + " under "
                    + first.framework().id()
                    + " must have an indicator that counts on both sides but has none, so the gap cannot be split");
        }
        ImmutableMap<String, Double> against = first.pointsAgainst(second, common);
        double[] points = Arrays.copyOf(
                common.stream()
                        .mapToDouble(id -> Objects.requireNonNull(against.get(id)))
                        .toArray(),
                common.size() + 2);
        points[common.size()] = first.score() - first.scoreFrom(common);
        points[common.size() + 1] = second.scoreFrom(common) - second.score();
        Settlement.settle(points, gap(), i -> i < common.size() ? common.get(i) : "");
        differences = IntStream.range(0, common.size())
                .mapToObj(i -> difference(common.get(i), points[i]))
                .sorted(Comparator.comparing((ContributionDifference d) -> -Math.abs(d.points())))
                .collect(toImmutableList());
        firstCoverageEffect = points[common.size()];
        secondCoverageEffect = points[common.size() + 1];
    }

    private ContributionDifference difference(String id, double points) {
        return new ContributionDifference(
                firstName(),
                first.contribution(id).orElseThrow(),
                secondName(),
                second.contribution(id).orElseThrow(),
                points);
    }

    /** The lines follow from the two sides, so only those are written. */
    @Serial
    private Object readResolve() {
        return new Comparison(first, second);
    }

    /**
     * Compares two scorecards of one methodology. Under min-max both should come from one score table, since the scale is that
     * of the table.
     *
     * @param first the first side
     * @param second the second side
     * @return the comparison
     * @throws IllegalArgumentException if the methodologies differ (their {@link Scorecard#fingerprint()}), no indicator
     *     with a weight counts on both sides, or a geometric mean meets a score of 0 on the common set
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
                    + "); score both sides under one framework");
        }
        return new Comparison(first, second);
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
     * @return what each gives to the gap, the largest first, in either direction
     */
    public ImmutableList<ContributionDifference> differences() {
        return differences;
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
     * @return points of the gap: the second score on the common set minus the second score; 0 if the second side has nothing
     *     that the first lacks
     */
    public double secondCoverageEffect() {
        return secondCoverageEffect;
    }

    /**
     * What only the first side has.
     *
     * @return contributions to the first score, in the order of the tree
     */
    public ImmutableList<Contribution> onlyFirst() {
        return only(first, second);
    }

    /**
     * What only the second side has.
     *
     * @return contributions to the second score, in the order of the tree
     */
    public ImmutableList<Contribution> onlySecond() {
        return only(second, first);
    }

    /** What the first side is called: its unit, its year where the units are the same, else the first. */
    String firstName() {
        return name(first, second, "first");
    }

    /** What the second side is called. */
    String secondName() {
        return name(second, first, "second");
    }

    private static String name(Scorecard side, Scorecard other, String otherwise) {
        if (!side.unit().equals(other.unit())) {
            return side.unit();
        }
        boolean twoYears = side.asOf().isPresent()
                && other.asOf().isPresent()
                && !side.asOf().equals(other.asOf());
        return twoYears ? "as of " + side.asOf().get() : otherwise;
    }

    private static ImmutableList<Contribution> only(Scorecard side, Scorecard other) {
        return side.contributions().stream()
                .filter(c -> other.contribution(c.id()).isEmpty())
                .collect(toImmutableList());
    }

    /** A number with its sign. */
    static String signed(double x, int decimals) {
        String text = Numbers.fixed(x, decimals);
        return x > 0 && !text.startsWith("-") ? "+" + text : text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Comparison that && first.equals(that.first) && second.equals(that.second);
    }

    @Override
    public int hashCode() {
        return Objects.hash(first, second);
    }

    /** A table: each indicator with both values, years and sources, what it gives, the coverage effects, and the gap. */
    @Override
    public String toString() {
        return new ComparisonTable(this).toString();
    }
}
