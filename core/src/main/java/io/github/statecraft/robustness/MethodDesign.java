package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.statecraft.Progress;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.ScoringFramework;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Which parts of the method of a framework vary, and how: what a score, a rank or a difference owes to choices that could have
 * been made otherwise. Factors vary independently of each other; the alternatives of one all count the same. A share of methods
 * says how much of the design agrees; it is no probability that something is true.
 *
 * <p>A design of alternatives alone is finite: all combinations are scored, and the answer is exact. A design with drawn weights
 * is sampled by a {@link SobolAnalysis}; what alternatives are fitted to is fitted once for each combination. Where a combination
 * computes the weights below a pillar, drawn and stated ones count for nothing there. Combinations that cannot be fitted are
 * counted and listed with their errors.
 *
 * <p>Immutable, thread-safe, serialisable; equal if all of it is equal. Threads do not count.
 */
public final class MethodDesign implements Serializable {
    /** A finite design may have so many combinations. */
    public static final int MOST_COMBINATIONS = 100_000;

    /** A sampled design may have so many combinations of alternatives, which are all kept. */
    public static final int MOST_SAMPLED_COMBINATIONS = 2_000;

    @Serial
    private static final long serialVersionUID = 1L;

    private final ScoringFramework framework;
    private final ImmutableMap<String, MethodFactor> factors;
    private final SobolAnalysis sampling;

    private MethodDesign(
            ScoringFramework framework, ImmutableMap<String, MethodFactor> factors, SobolAnalysis sampling) {
        this.framework = framework;
        this.factors = factors;
        this.sampling = sampling;
    }

    /** What is asked of every run. Immutable, serialisable. */
    public sealed interface Output extends Serializable {
        /**
         * The score of a unit.
         *
         * @param unit its id
         */
        record Score(String unit) implements Output {
            @Override
            public String toString() {
                return "score of " + unit;
            }
        }

        /**
         * The rank of a unit: one more than there are units strictly ahead of it.
         *
         * @param unit its id
         */
        record Rank(String unit) implements Output {
            @Override
            public String toString() {
                return "rank of " + unit;
            }
        }

        /**
         * The score of a unit less that of another.
         *
         * @param unit its id
         * @param other that of the other
         */
        record Difference(String unit, String other) implements Output {
            /** Checks that there are two. */
            public Difference {
                Objects.requireNonNull(unit, "MethodDesign.Output.Difference.unit");
                Objects.requireNonNull(other, "MethodDesign.Output.Difference.other");
                if (unit.equals(other)) {
                    throw new IllegalArgumentException(
                            "MethodDesign.Output.Difference.other must be another unit but was " + Problems.quote(other)
                                    + ", too; name two units");
                }
            }

            @Override
            public String toString() {
                return "score of " + unit + " less that of " + other;
            }
        }

        /**
         * The score of a unit.
         *
         * @param unit its id
         * @return the output
         */
        static Output score(String unit) {
            return new Score(unit);
        }

        /**
         * The rank of a unit.
         *
         * @param unit its id
         * @return the output
         */
        static Output rank(String unit) {
            return new Rank(unit);
        }

        /**
         * The difference of two scores.
         *
         * @param unit id of a unit
         * @param other id of the unit whose score is subtracted
         * @return the output
         * @throws IllegalArgumentException if both are the same unit
         */
        static Output difference(String unit, String other) {
            return new Difference(unit, other);
        }
    }

    /**
     * A design that varies nothing yet.
     *
     * @param framework the method as it is stated
     * @return the design
     */
    public static MethodDesign of(ScoringFramework framework) {
        return new MethodDesign(
                Objects.requireNonNull(framework, "MethodDesign.framework"),
                ImmutableMap.of(),
                SobolAnalysis.withDefaults());
    }

    /**
     * Varies a part of the method over alternatives that all count the same. Of two factors that change the same thing the later
     * one decides.
     *
     * @param factor a name
     * @param alternatives at least two, of different labels; {@link MethodVariant#asStated()} for the framework as it is
     * @return the design
     * @throws IllegalArgumentException if the name is taken, there are fewer than two, labels are the same, or one of them does
     *     not fit the framework as it is: it names a node that there is not or of another kind, or a weight or method that is not
     *     allowed there. What only data or other factors refuse is counted in {@link MethodResult#failures()}
     */
    public MethodDesign varying(String factor, MethodVariant... alternatives) {
        Set<String> labels = new LinkedHashSet<>();
        Arrays.stream(alternatives).forEach(alternative -> labels.add(alternative.label()));
        if (alternatives.length < 2 || labels.size() < alternatives.length) {
            throw new IllegalArgumentException("MethodDesign factor " + factor
                    + " must have at least two alternatives of different labels but has " + labels);
        }
        for (MethodVariant alternative : alternatives) {
            try {
                VariedFramework.of(framework, alternative);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "MethodDesign factor " + factor + ", alternative " + Problems.quote(alternative.label()) + ": "
                                + e.getMessage(),
                        e);
            }
        }
        return with(factor, new MethodFactor.Alternatives(ImmutableList.copyOf(alternatives)));
    }

    /**
     * Varies the weights of the children of a pillar over a set of weights.
     *
     * @param factor a name
     * @param node id of the pillar
     * @param weights all weights, an order, lower bounds, or a Dirichlet distribution with whole parameters
     * @return the design
     * @throws IllegalArgumentException if the name is taken, there is no such pillar, or the set does not fit
     */
    public MethodDesign varyingWeights(String factor, String node, WeightSet weights) {
        return with(
                factor,
                new MethodFactor.NodeWeights(
                        Objects.requireNonNull(node, "MethodDesign.node"),
                        Objects.requireNonNull(weights, "MethodDesign.weights")));
    }

    /**
     * Varies every stated weight for itself, uniformly around what is stated, as COINr does; weights below pillars that another
     * factor draws are left to that.
     *
     * @param factor a name
     * @param relative how far up and down, over the weight: above 0, at most 1; 0.25 for 25 %
     * @return the design
     * @throws IllegalArgumentException if the name is taken, or it is out of range
     */
    public MethodDesign varyingStatedWeights(String factor, double relative) {
        if (!(relative > 0 && relative <= 1)) {
            throw new IllegalArgumentException(
                    "MethodDesign.relative must be above 0 and at most 1 but was " + Numbers.shortest(relative));
        }
        return with(factor, new MethodFactor.WeightNoise(relative));
    }

    /**
     * Varies the data: every reading with a spread other than EXACT is drawn from the distribution of its estimate, independently
     * of the others. All of them are one factor; {@link DataUncertainty#settling} takes them one by one. Each run scores anew as
     * {@link io.github.statecraft.score.ScoreTable#supposing} says, with the method fitted anew where it looks at the table.
     *
     * @param factor a name
     * @return the design
     * @throws IllegalArgumentException if the name is taken
     */
    public MethodDesign varyingData(String factor) {
        return with(factor, new MethodFactor.Data());
    }

    private MethodDesign with(String name, MethodFactor factor) {
        if (name.isBlank() || factors.containsKey(name)) {
            throw new IllegalArgumentException("MethodDesign factors must have names of their own but one is "
                    + Problems.quote(name) + (name.isBlank() ? "" : " again"));
        }
        factor.coordinates(framework); // refuses what does not fit the framework
        return new MethodDesign(
                framework,
                ImmutableMap.<String, MethodFactor>builder()
                        .putAll(factors)
                        .put(name, factor)
                        .buildOrThrow(),
                sampling);
    }

    /**
     * How a design that is not finite is sampled: rows, seed, bootstraps; and with how many threads a finite one is scored.
     *
     * @param analysis the settings; {@link SobolAnalysis#withDefaults()} unless stated
     * @return the design
     */
    public MethodDesign sampledBy(SobolAnalysis analysis) {
        return new MethodDesign(framework, factors, Objects.requireNonNull(analysis, "MethodDesign.sampling"));
    }

    /**
     * Scores a table under all of the design.
     *
     * @param table a table that has all columns of every variant
     * @param outputs of which indices are wanted
     * @return ranks of all units, and distribution and indices of the outputs
     * @throws IllegalArgumentException if nothing varies, there are too many combinations, an output names no unit or the rank of
     *     one that holds none, or no combination at all can be scored
     */
    public MethodResult analyse(IndicatorTable table, Output... outputs) {
        return analyse(table, ImmutableList.copyOf(outputs), Progress.none());
    }

    /**
     * Scores a table under all of the design. Cost: a fit and a score table for each combination of alternatives; a sampled design
     * re-weights them {@code rows x (factors + 2)} times.
     *
     * @param table a table that has all columns of every variant
     * @param outputs of which indices are wanted
     * @param progress hears of parts of the work, of a sampled design of its runs
     * @return ranks of all units, and distribution and indices of the outputs
     * @throws IllegalArgumentException if nothing varies, there are too many combinations, an output names no unit or the rank of
     *     one that holds none, or no combination at all can be scored
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public MethodResult analyse(IndicatorTable table, Iterable<Output> outputs, Progress progress) {
        if (factors.isEmpty()) {
            throw new IllegalArgumentException(
                    "MethodDesign of " + framework.id() + " varies nothing; add a factor by varying(...)");
        }
        MethodRuns runs = new MethodRuns(this, table);
        long combinations = runs.combinations();
        int most = isFinite() ? MOST_COMBINATIONS : MOST_SAMPLED_COMBINATIONS;
        if (combinations > most) {
            throw new IllegalArgumentException(
                    "MethodDesign of " + framework.id() + " must have at most " + Numbers.grouped(most)
                            + " combinations but has " + Numbers.grouped(combinations) + "; leave alternatives out");
        }
        return new MethodOutcomes(
                        this, table, runs, ImmutableSet.copyOf(outputs).asList())
                .result(progress);
    }

    /**
     * Whether all factors have alternatives, so that combinations are enumerated and the answer is exact.
     *
     * @return false if it is sampled
     */
    public boolean isFinite() {
        return factors.values().stream().allMatch(MethodFactor.Alternatives.class::isInstance);
    }

    /**
     * The method as it is stated.
     *
     * @return the framework
     */
    public ScoringFramework framework() {
        return framework;
    }

    /**
     * What varies.
     *
     * @return for each factor, in words, over what
     */
    public ImmutableMap<String, String> factors() {
        ImmutableMap.Builder<String, String> words = ImmutableMap.builder();
        factors.forEach((name, factor) -> words.put(name, factor.toString()));
        return words.buildOrThrow();
    }

    ImmutableMap<String, MethodFactor> varied() {
        return factors;
    }

    SobolAnalysis sampling() {
        return sampling;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MethodDesign that
                && framework.equals(that.framework)
                && factors.equals(that.factors)
                && factors.keySet().asList().equals(that.factors.keySet().asList())
                && sampling.equals(that.sampling);
    }

    @Override
    public int hashCode() {
        return Objects.hash(framework, factors, sampling);
    }

    /** What varies over what, one line a factor. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder()
                .title("Method of " + framework.id() + " " + framework.version() + ", varied")
                .left("factor")
                .wrapped("over");
        factors().forEach(text::row);
        return text.note(isFinite() ? "Finite: all combinations are scored." : sampling + ".")
                .build()
                .toString();
    }
}
