package io.github.statecraft.robustness;

import io.github.statecraft.Progress;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.ScoreTable;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;

/**
 * What uncertain data makes of an answer: Monte Carlo over the data, exact over the weights. The values behind a score table are
 * drawn, the table is scored, and every draw is answered exactly over all weightings; the result is the mean over the draws, with
 * its standard error. Other than sampling weights as well it takes far fewer draws.
 *
 * <p>A reading is drawn if it has a spread of some width: two-piece normal for 90 % intervals, triangular for ranges, as in {@link
 * io.github.statecraft.estimate.Estimate#quantile}, each independently of all others. Most sources give no spread. Two ways lead
 * to one: {@link io.github.statecraft.estimate.SpreadPolicy#BY_CONFIDENCE}, which is judgement and counted as such, and {@link
 * io.github.statecraft.estimate.Reconciliation#envelope()}, a range wherever sources disagree. Readings that are exact or of unknown
 * spread and bare values stay as they are, as do blocs; results say how many inputs are covered.
 *
 * <p>The method is that of the table: fitted anew to each draw where it was fitted to the table itself (ends of scales, ranks,
 * weights from data, imputation), kept where every number is stated or was fitted elsewhere. A drawn value that a step refuses, such
 * as one beyond goalposts, stands at the nearest that it takes, as in score intervals: no draw is dropped. What is missing stays
 * missing, so that a unit with a score has one in every draw.
 *
 * <p>Immutable, thread-safe, serialisable; equal if all settings are equal. Results are a function of input, draws and seed alone.
 */
public final class DataUncertainty implements Serializable {
    /** Draws unless stated: a share of a half then has a standard error of at most 1.6 percentage points. */
    public static final int DEFAULT_DRAWS = 1_000;

    /** The seed unless stated. */
    public static final long DEFAULT_SEED = 1;

    @Serial
    private static final long serialVersionUID = 1L;

    private final int draws;
    private final long seed;
    /** 0 for as many as there are processors. */
    private final int threads;

    private DataUncertainty(int draws, long seed, int threads) {
        this.draws = draws;
        this.seed = seed;
        this.threads = threads;
    }

    /**
     * {@value #DEFAULT_DRAWS} draws, seed {@value #DEFAULT_SEED}, as many threads as there are processors.
     *
     * @return the method
     */
    public static DataUncertainty withDefaults() {
        return new DataUncertainty(DEFAULT_DRAWS, DEFAULT_SEED, 0);
    }

    /**
     * With another number of draws. Standard errors fall with its square root.
     *
     * @param count at least 2
     * @return the method
     * @throws IllegalArgumentException if it is less
     */
    public DataUncertainty withDraws(int count) {
        return new DataUncertainty(atLeast(2, "draws", count), seed, threads);
    }

    /**
     * With another seed.
     *
     * @param number any number
     * @return the method
     */
    public DataUncertainty withSeed(long number) {
        return new DataUncertainty(draws, number, threads);
    }

    /**
     * With at most so many threads. Nothing but the time depends on it.
     *
     * @param count at least 1
     * @return the method
     * @throws IllegalArgumentException if it is less
     */
    public DataUncertainty withThreads(int count) {
        return new DataUncertainty(draws, seed, atLeast(1, "threads", count));
    }

    private static int atLeast(int least, String what, int count) {
        if (count < least) {
            throw new IllegalArgumentException(
                    "DataUncertainty." + what + " must be at least " + least + " but was " + count);
        }
        return count;
    }

    /**
     * The number of draws of the data.
     *
     * @return at least 2
     */
    public int draws() {
        return draws;
    }

    /**
     * Where the random bits start.
     *
     * @return the seed
     */
    public long seed() {
        return seed;
    }

    /** Threads at most. */
    int threads() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }

    /**
     * For every two units the share of weightings of the root's children under which one is ahead of the other, as the mean over
     * the data.
     *
     * @param table scored units; those readings count as uncertain that have a spread
     * @return shares with their standard errors over the draws; units that lack a child of the root are left out
     * @throws IllegalArgumentException if the root is no mean of its children with weights that are the same for all, or that
     *     mean has no value for a drawn score
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public PairwiseWinning pairwiseWinning(ScoreTable table) {
        return pairwiseWinning(table, WeightSet.simplex(), Progress.none());
    }

    /**
     * For every two units the share of some weightings of the root's children under which one is ahead of the other, as the mean
     * over the data. Cost: for each draw, scores of all units and the exact shares of all pairs.
     *
     * @param table scored units; those readings count as uncertain that have a spread
     * @param weights over which weights
     * @param progress hears of parts of the draws
     * @return shares with their standard errors over the draws; units that lack a child of the root are left out
     * @throws IllegalArgumentException if the root is no mean of its children with weights that are the same for all, that mean
     *     has no value for a drawn score, or there is no exact share over such weights
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public PairwiseWinning pairwiseWinning(ScoreTable table, WeightSet weights, Progress progress) {
        return UncertainShares.of(table, weights, this, progress).pairwise();
    }

    /**
     * For every unit the share of weightings of the root's children under which it is first among all, as the mean over the data.
     *
     * @param table scored units; those readings count as uncertain that have a spread
     * @return shares with their standard errors over the draws, and the mean of the weights under which each unit is first;
     *     units that lack a child of the root are left out
     * @throws IllegalArgumentException if the root is no mean of its children with weights that are the same for all, that mean
     *     has no value for a drawn score, or there are more than 8 children
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public FirstRankShares firstRankShares(ScoreTable table) {
        return firstRankShares(table, WeightSet.simplex(), Progress.none());
    }

    /**
     * For every unit the share of some weightings of the root's children under which it is first among all, as the mean over the
     * data. Cost: for each draw, scores of all units and the volumes of the regions of those that nobody dominates.
     *
     * @param table scored units; those readings count as uncertain that have a spread
     * @param weights over which weights
     * @param progress hears of parts of the draws
     * @return shares with their standard errors over the draws, and the mean of the weights under which each unit is first;
     *     units that lack a child of the root are left out
     * @throws IllegalArgumentException if the root is no mean of its children with weights that are the same for all, that mean
     *     has no value for a drawn score, or there are more than 8 children
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public FirstRankShares firstRankShares(ScoreTable table, WeightSet weights, Progress progress) {
        return UncertainShares.of(table, weights, this, progress).first();
    }

    /**
     * What settling each single datum would do for the question whether a unit is ahead of another; shares are over all weights
     * of the root's children.
     *
     * @param table scored units; those readings count as uncertain that have a spread
     * @param unit id of a unit that holds a rank and has a score
     * @param other id of another
     * @return all values of the two
     * @throws IllegalArgumentException if a unit is not there, holds no rank or has no score, or a draw has none
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public SettlingValues settling(ScoreTable table, String unit, String other) {
        return settling(table, unit, other, WeightSet.simplex(), Progress.none());
    }

    /**
     * What settling each single datum would do for the question whether a unit is ahead of another. Cost: one score of the two
     * units for each draw, some hundred for each of their values and 500 more for each uncertain one; where the method looks at
     * the table these are scores of all units.
     *
     * @param table scored units; those readings count as uncertain that have a spread
     * @param unit id of a unit that holds a rank and has a score
     * @param other id of another
     * @param weights over which weights of the root's children shares are
     * @param progress hears of the draws
     * @return all values of the two
     * @throws IllegalArgumentException if a unit is not there, holds no rank or has no score, a draw has none, or there is no
     *     exact share over such weights
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public SettlingValues settling(ScoreTable table, String unit, String other, WeightSet weights, Progress progress) {
        return Settling.of(table, unit, other, weights, draws, seed, threads(), progress);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataUncertainty that
                && draws == that.draws
                && seed == that.seed
                && threads == that.threads;
    }

    @Override
    public int hashCode() {
        return Objects.hash(draws, seed, threads);
    }

    /** Draws and seed. */
    @Override
    public String toString() {
        return "Data uncertainty: " + Numbers.grouped(draws) + " draws, seed " + seed;
    }
}
