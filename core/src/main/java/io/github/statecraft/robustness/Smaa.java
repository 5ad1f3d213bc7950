package io.github.statecraft.robustness;

import io.github.statecraft.Progress;
import io.github.statecraft.score.Ranking;
import io.github.statecraft.score.ScoreTable;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * SMAA-2, stochastic multicriteria acceptability analysis, by sampling: what ranks units hold over the draws of weights and,
 * where values have a spread, of values. It answers where no exact answer exists: for ranks, with values missing or uncertain,
 * over any set of weights; each figure comes with its standard error.
 *
 * <p>R. Lahdelma, P. Salminen, "SMAA-2: Stochastic Multicriteria Acceptability Analysis for Group Decision Making", Operations
 * Research 49 (2001) 444-454; T. Tervonen, R. Lahdelma, "Implementing stochastic multicriteria acceptability analysis", European
 * J. of Operational Research 178 (2007) 500-513. Uniform weights are exponential numbers divided by their sum; orders and lower
 * bounds are linear images of them; other polytopes are cut into simplices, and each draw is a uniform point of one of them. With
 * more than eight criteria (or 200,000 simplices) they are drawn by rejection where a hundredth of all weights or more lies in
 * them, else by hit-and-run in 64 chains; an analysis whose chains disagree ends with an ArithmeticException.
 *
 * <p>A value without a spread is taken as it is; a missing one leaves a mean of the others, their weights divided by their sum.
 * The result is a function of the input, this method and its seed; the number of threads changes nothing in it, and is no part
 * of what makes two methods equal. Cost: draws x units x (criteria + log(units)^2 + units). Immutable, thread-safe, serialisable.
 */
public final class Smaa implements Serializable {
    /** Draws unless stated: standard errors of shares are then at most 0.16 percentage points. */
    public static final int DEFAULT_DRAWS = 100_000;

    /** The seed unless stated. */
    public static final long DEFAULT_SEED = 1;

    /** More units are not ranked at once: what is counted takes some 40 bytes for each pair of them. */
    public static final int MOST_UNITS = 5_000;

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int UNSET = -1;
    private static final int LEAST_BURN_IN = 1_000;
    private static final int MOST_BURN_IN = 50_000;

    private final int draws;
    private final long seed;
    private final WeightSet weights;
    private final Ranking.Ties ties;
    /** 0 for all processors. */
    private final int threads;

    private final int burnIn;
    private final int thinning;

    private Smaa(int draws, long seed, WeightSet weights, Ranking.Ties ties, int threads, int burnIn, int thinning) {
        this.draws = draws;
        this.seed = seed;
        this.weights = weights;
        this.ties = ties;
        this.threads = threads;
        this.burnIn = burnIn;
        this.thinning = thinning;
    }

    /**
     * {@value #DEFAULT_DRAWS} draws, uniform over all weights, seed {@value #DEFAULT_SEED}, ties as 1, 2, 2, 4, as many threads
     * as there are processors.
     *
     * @return the method
     */
    public static Smaa withDefaults() {
        return new Smaa(DEFAULT_DRAWS, DEFAULT_SEED, WeightSet.simplex(), Ranking.Ties.STANDARD, 0, UNSET, UNSET);
    }

    /**
     * With another number of draws. Standard errors fall with its square root.
     *
     * @param count at least 2
     * @return the method
     * @throws IllegalArgumentException if it is less
     */
    public Smaa withDraws(int count) {
        return new Smaa(atLeast(2, "draws", count), seed, weights, ties, threads, burnIn, thinning);
    }

    /**
     * With another seed.
     *
     * @param number any number
     * @return the method
     */
    public Smaa withSeed(long number) {
        return new Smaa(draws, number, weights, ties, threads, burnIn, thinning);
    }

    /**
     * Over another set of weights.
     *
     * @param set the set, with its measure
     * @return the method
     */
    public Smaa withWeights(WeightSet set) {
        return new Smaa(draws, seed, Objects.requireNonNull(set, "Smaa.weights"), ties, threads, burnIn, thinning);
    }

    /**
     * With other ranks for units of one score. Under {@link Ranking.Ties#AVERAGE} a draw counts in equal parts for each of the
     * ranks that such units take up, so that shares of a rank always sum to 1 over the units; under the others each counts whole
     * for the one rank they all hold.
     *
     * @param treatment which rank units of one score hold
     * @return the method
     */
    public Smaa withTies(Ranking.Ties treatment) {
        return new Smaa(
                draws, seed, weights, Objects.requireNonNull(treatment, "Smaa.ties"), threads, burnIn, thinning);
    }

    /**
     * With at most so many threads. Nothing but the time depends on it.
     *
     * @param count at least 1
     * @return the method
     * @throws IllegalArgumentException if it is less
     */
    public Smaa withThreads(int count) {
        return new Smaa(draws, seed, weights, ties, atLeast(1, "threads", count), burnIn, thinning);
    }

    /**
     * With another number of steps that a chain of hit-and-run makes before its first draw. Unless stated, criteria<sup>3</sup>
     * steps (the order of T. Tervonen et al., European J. of Operational Research 229 (2013) 552-559), at least 1,000 and at
     * most 50,000.
     *
     * @param steps not negative
     * @return the method
     * @throws IllegalArgumentException if it is negative
     */
    public Smaa withBurnIn(int steps) {
        return new Smaa(draws, seed, weights, ties, threads, atLeast(0, "burnIn", steps), thinning);
    }

    /**
     * With another number of steps of hit-and-run for each draw. Unless stated, as many as there are criteria. Draws of a chain
     * hang together; standard errors come from the differences between chains and allow for it.
     *
     * @param steps at least 1
     * @return the method
     * @throws IllegalArgumentException if it is less
     */
    public Smaa withThinning(int steps) {
        return new Smaa(draws, seed, weights, ties, threads, burnIn, atLeast(1, "thinning", steps));
    }

    private static int atLeast(int least, String attribute, int value) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "Smaa." + attribute + " must be at least " + least + " but was " + value);
        }
        return value;
    }

    /**
     * Analyses the pillars of an index.
     *
     * @param table scored units
     * @return the figures
     * @throws IllegalArgumentException if the root is no mean of its children with weights that are the same for all
     * @throws CancellationException if the thread is interrupted
     */
    public SmaaResult analyse(ScoreTable table) {
        return analyse(table, Progress.none());
    }

    /**
     * Analyses the pillars of an index.
     *
     * @param table scored units
     * @param progress hears how far it is
     * @return the figures
     * @throws IllegalArgumentException if the root is no mean of its children with weights that are the same for all
     * @throws CancellationException if the thread is interrupted
     */
    public SmaaResult analyse(ScoreTable table, Progress progress) {
        return analyse(Criteria.of(table), progress);
    }

    /**
     * Analyses the pillars of an index whose data are uncertain: each draw is one of the weights and of all readings that have a
     * spread other than EXACT, scored anew as {@link ScoreTable#supposing} says. Readings of unknown spread stay as they are; the
     * result says how many inputs are covered.
     *
     * @param table scored units, whose readings may have spreads
     * @return the figures, over weights and data
     * @throws IllegalArgumentException if the root is no mean of its children with weights that are the same for all, or the mean
     *     has no value for a drawn score
     * @throws CancellationException if the thread is interrupted
     */
    public SmaaResult analyseUncertain(ScoreTable table) {
        return analyseUncertain(table, Progress.none());
    }

    /**
     * Analyses the pillars of an index whose data are uncertain, as {@link #analyseUncertain(ScoreTable)} does. A draw costs a
     * scoring of the table: about a second for 2,000 draws of 42 units.
     *
     * @param table scored units, whose readings may have spreads
     * @param progress hears how far it is
     * @return the figures, over weights and data
     * @throws IllegalArgumentException if the root is no mean of its children with weights that are the same for all, or the mean
     *     has no value for a drawn score
     * @throws CancellationException if the thread is interrupted
     */
    public SmaaResult analyseUncertain(ScoreTable table, Progress progress) {
        Criteria criteria = Criteria.of(table);
        return sampled(criteria, CriteriaDraws.of(table, criteria), progress);
    }

    /**
     * Analyses some criteria.
     *
     * @param criteria units x criteria; values that have a spread are drawn as well
     * @return the figures
     * @throws IllegalArgumentException if the set of weights does not fit the criteria or leaves no room for weights, or there
     *     are more than {@link #MOST_UNITS} units
     * @throws CancellationException if the thread is interrupted
     */
    public SmaaResult analyse(Criteria criteria) {
        return analyse(criteria, Progress.none());
    }

    /**
     * Analyses some criteria.
     *
     * @param criteria units x criteria; values that have a spread are drawn as well
     * @param progress hears how far it is
     * @return the figures
     * @throws IllegalArgumentException if the set of weights does not fit the criteria or leaves no room for weights, or there
     *     are more than {@link #MOST_UNITS} units
     * @throws CancellationException if the thread is interrupted
     */
    public SmaaResult analyse(Criteria criteria, Progress progress) {
        return sampled(criteria, ScoreSpreads.of(criteria), progress);
    }

    /**
     * Analyses some criteria under weights that somebody drew, each used once and as it is. For values without a spread the
     * result is a function of the two and the treatment of ties alone. Standard errors are those of independent draws.
     *
     * @param criteria units x criteria
     * @param draws weights of these criteria
     * @return the figures
     * @throws IllegalArgumentException if the draws are of other criteria, or there are more than {@link #MOST_UNITS} units
     * @throws CancellationException if the thread is interrupted
     */
    public SmaaResult analyse(Criteria criteria, WeightDraws draws) {
        return analyse(criteria, draws, Progress.none());
    }

    /**
     * Analyses some criteria under weights that somebody drew, each used once and as it is. For values without a spread the
     * result is a function of the two and the treatment of ties alone. Standard errors are those of independent draws.
     *
     * @param criteria units x criteria
     * @param draws weights of these criteria
     * @param progress hears how far it is
     * @return the figures
     * @throws IllegalArgumentException if the draws are of other criteria, or there are more than {@link #MOST_UNITS} units
     * @throws CancellationException if the thread is interrupted
     */
    public SmaaResult analyse(Criteria criteria, WeightDraws draws, Progress progress) {
        GivenWeights given = GivenWeights.of(draws, criteria);
        return run(criteria, given, draws.size(), "weights that were passed in", ScoreSpreads.of(criteria), progress);
    }

    /** Analyses criteria whose values are drawn. */
    SmaaResult analyse(Criteria criteria, ValueDraws values, Progress progress) {
        return sampled(criteria, values, progress);
    }

    private SmaaResult sampled(Criteria criteria, @Nullable ValueDraws values, Progress progress) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the thread that asked for the analysis is interrupted");
        }
        WeightSampler sampler = WeightSampler.of(WeightRegion.of(criteria.criteria(), weights), this);
        return run(criteria, sampler, draws, weights + ", " + sampler, values, progress);
    }

    private SmaaResult run(
            Criteria criteria,
            WeightSampler sampler,
            int count,
            String words,
            @Nullable ValueDraws values,
            Progress progress) {
        int units = criteria.units().size();
        if (units > MOST_UNITS) {
            throw new IllegalArgumentException(
                    "Smaa ranks at most " + MOST_UNITS + " units but there are " + units + "; ask about some of them");
        }
        SmaaFigures figures = SmaaRun.of(this, criteria.linear(), sampler, count, values, progress);
        boolean isSeeded = values != null || !(sampler instanceof GivenWeights);
        return new SmaaResult(
                criteria, words, values == null ? "" : values.toString(), isSeeded ? seed : 0, isSeeded, ties, figures);
    }

    /**
     * The number of draws.
     *
     * @return at least 2
     */
    public int draws() {
        return draws;
    }

    /**
     * The seed.
     *
     * @return any number
     */
    public long seed() {
        return seed;
    }

    /**
     * Over which weights.
     *
     * @return the set and its measure
     */
    public WeightSet weights() {
        return weights;
    }

    /**
     * Which ranks units of one score hold.
     *
     * @return the treatment of ties
     */
    public Ranking.Ties ties() {
        return ties;
    }

    /** How many threads there may be. */
    int threads() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }

    OptionalInt burnIn() {
        return burnIn == UNSET ? OptionalInt.empty() : OptionalInt.of(burnIn);
    }

    OptionalInt thinning() {
        return thinning == UNSET ? OptionalInt.empty() : OptionalInt.of(thinning);
    }

    static int defaultBurnIn(int criteria) {
        double cube = (double) criteria * criteria * criteria;
        return (int) Math.min(Math.max(cube, LEAST_BURN_IN), MOST_BURN_IN);
    }

    static int defaultThinning(int criteria) {
        return criteria;
    }

    /** Equal if they give the same results: threads do not count. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Smaa that
                && draws == that.draws
                && seed == that.seed
                && weights.equals(that.weights)
                && ties == that.ties
                && burnIn == that.burnIn
                && thinning == that.thinning;
    }

    @Override
    public int hashCode() {
        return Objects.hash(draws, seed, weights, ties.name(), burnIn, thinning);
    }

    /** Draws, weights, ties and seed in one line. */
    @Override
    public String toString() {
        return SmaaText.of(this);
    }
}
