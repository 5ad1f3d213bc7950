package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.Progress;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serial;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.Objects;

/**
 * Sobol' indices of a model by sampling: which part of the variance of its output each factor accounts for, by itself (first
 * order) and with all its interactions (total order). Factors vary independently of each other; a factor may have several
 * coordinates, such as the weights of one node.
 *
 * <p>The points are those of A. Saltelli et al., "Variance based sensitivity analysis of model output", Comput. Phys. Commun.
 * 181 (2010) 259-270, from one Sobol' sequence (Joe and Kuo 2008), scrambled at random (Matousek 1998); the estimators of both orders are
 * those of M. J. W. Jansen, Comput. Phys. Commun. 117 (1999) 35-43, rows (c) and (f) of table 2 of Saltelli et al. Intervals are
 * percentiles of estimates from rows drawn anew with replacement (bootstrap). As rows of a Sobol' sequence are more even than
 * random ones, for smooth models the intervals are wider than the errors are.
 *
 * <p>The result is a function of the model, the size, the seed and the number of bootstraps alone, not of the number of threads,
 * which is no part of what makes two analyses equal. Immutable, thread-safe, serialisable.
 */
public final class SobolAnalysis implements Serializable {
    /** The rows of the design unless stated: errors of about 0.005 for smooth models with few interactions. */
    public static final int DEFAULT_SIZE = 4_096;

    /** The seed unless stated. */
    public static final long DEFAULT_SEED = 1;

    /** Bootstraps unless stated. */
    public static final int DEFAULT_BOOTSTRAPS = 1_000;

    /** The smallest size: of fewer rows, indices say nothing. */
    public static final int LEAST_ROWS = 64;

    /** The largest size. */
    public static final int MOST_ROWS = 1 << 24;

    @Serial
    private static final long serialVersionUID = 1L;

    private final int size;
    private final long seed;
    private final int bootstraps;
    /** 0 for as many as there are processors. */
    private final int threads;

    private SobolAnalysis(int size, long seed, int bootstraps, int threads) {
        this.size = size;
        this.seed = seed;
        this.bootstraps = bootstraps;
        this.threads = threads;
    }

    /** What is analysed. Safe for several threads, unless the analysis has one alone. */
    @FunctionalInterface
    public interface Model {
        /**
         * The output at a point.
         *
         * @param point coordinates strictly between 0 and 1, in the order of the factors
         * @return a finite number, a function of the point alone; asked by several threads at once
         */
        double at(ImmutableDoubleArray point);
    }

    /**
     * The analysis with {@link #DEFAULT_SIZE} rows, seed 1, {@link #DEFAULT_BOOTSTRAPS} bootstraps, and as many threads
     * as there are processors.
     *
     * @return the analysis
     */
    public static SobolAnalysis withDefaults() {
        return new SobolAnalysis(DEFAULT_SIZE, DEFAULT_SEED, DEFAULT_BOOTSTRAPS, 0);
    }

    /**
     * Another number of rows. The model is run {@code size x (factors + 2)} times.
     *
     * @param rows a power of two, from {@link #LEAST_ROWS} to {@link #MOST_ROWS}
     * @return the analysis
     * @throws IllegalArgumentException if it is no power of two or out of range
     */
    public SobolAnalysis withSize(int rows) {
        if (!(rows >= LEAST_ROWS && rows <= MOST_ROWS && Integer.bitCount(rows) == 1)) {
            throw new IllegalArgumentException("SobolAnalysis.size must be a power of two from " + LEAST_ROWS + " to "
                    + Numbers.grouped(MOST_ROWS) + " but was " + rows);
        }
        return new SobolAnalysis(rows, seed, bootstraps, threads);
    }

    /**
     * Another seed, of the points and of the bootstraps.
     *
     * @param number any number
     * @return the analysis
     */
    public SobolAnalysis withSeed(long number) {
        return new SobolAnalysis(size, number, bootstraps, threads);
    }

    /**
     * Another number of bootstraps.
     *
     * @param number 0 for no intervals, or from 20
     * @return the analysis
     * @throws IllegalArgumentException if it is negative, or too small for an interval of 90 %
     */
    public SobolAnalysis withBootstraps(int number) {
        if (!(number == 0 || number >= 20)) {
            throw new IllegalArgumentException(
                    "SobolAnalysis.bootstraps must be 0, or 20 or more for an interval of 90 %, but was " + number);
        }
        return new SobolAnalysis(size, seed, number, threads);
    }

    /**
     * With at most so many threads. Nothing but the time depends on it; a model that is not safe for several needs one.
     *
     * @param number at least 1; as many as there are processors unless stated
     * @return the analysis
     * @throws IllegalArgumentException if it is below 1
     */
    public SobolAnalysis withThreads(int number) {
        if (!(number >= 1)) {
            throw new IllegalArgumentException("SobolAnalysis.threads must be at least 1 but was " + number);
        }
        return new SobolAnalysis(size, seed, bootstraps, number);
    }

    /**
     * Analyses a model of factors with one coordinate each. Cost: {@code size x (factors + 2)} runs of the model, and as much
     * memory; the bootstraps cost {@code size x factors} additions each.
     *
     * @param factors names, each once
     * @param model the model
     * @return indices of each factor
     * @throws IllegalArgumentException if there is no factor, a name occurs twice, there are too many, or the model gives a
     *     number that is not finite
     * @throws RuntimeException whatever the model throws, as it is
     */
    public SobolIndices analyse(Iterable<String> factors, Model model) {
        ImmutableList<String> names = ImmutableList.copyOf(factors);
        if (new LinkedHashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("SobolAnalysis.factors must have each name once but was " + names);
        }
        ImmutableMap.Builder<String, Integer> coordinates = ImmutableMap.builder();
        names.forEach(factor -> coordinates.put(factor, 1));
        return analyse(coordinates.buildOrThrow(), model, Progress.none());
    }

    /**
     * Analyses a model of factors that have several coordinates, which vary together. Cost as for one coordinate each.
     *
     * @param coordinates how many coordinates each factor has, at least 1; they follow each other in the point
     * @param model the model
     * @param progress hears of parts of the runs
     * @return indices of each factor
     * @throws IllegalArgumentException if there is no factor, a factor has no coordinate, there are more than 500 in all, or the
     *     model gives a number that is not finite
     * @throws RuntimeException whatever the model throws, as it is
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public SobolIndices analyse(ImmutableMap<String, Integer> coordinates, Model model, Progress progress) {
        check(coordinates);
        SaltelliDesign design = SaltelliDesign.of(coordinates.values().asList(), size, seed);
        double[][][] runs = design.run(1, threads(), progress, point -> {
            ImmutableDoubleArray given = ImmutableDoubleArray.copyOf(point);
            double output = model.at(given);
            if (!Double.isFinite(output)) {
                throw new IllegalArgumentException("SobolAnalysis: the model must give a finite number but gave "
                        + Numbers.shortest(output) + " at " + given);
            }
            return new double[] {output};
        });
        return JansenEstimators.of(coordinates.keySet().asList(), runs[0], this);
    }

    private static void check(ImmutableMap<String, Integer> coordinates) {
        if (coordinates.isEmpty()) {
            throw new IllegalArgumentException("SobolAnalysis.factors must have at least one factor but was empty");
        }
        coordinates.forEach((factor, count) -> {
            if (!(count >= 1)) {
                throw new IllegalArgumentException(
                        "SobolAnalysis: factor " + factor + " must have at least 1 coordinate but has " + count);
            }
        });
    }

    /**
     * The rows of the design.
     *
     * @return a power of two
     */
    public int size() {
        return size;
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
     * The number of bootstraps.
     *
     * @return 0 for none
     */
    public int bootstraps() {
        return bootstraps;
    }

    /**
     * The threads.
     *
     * @return how many at most; as many as there are processors unless stated
     */
    public int threads() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /** Equal if they give the same results: threads do not count. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SobolAnalysis that
                && size == that.size
                && seed == that.seed
                && bootstraps == that.bootstraps;
    }

    @Override
    public int hashCode() {
        return Objects.hash(size, seed, bootstraps);
    }

    /** The settings in words. */
    @Override
    public String toString() {
        return "Sobol' indices by sampling, " + Numbers.grouped(size) + " rows, seed " + seed + ", "
                + Numbers.grouped(bootstraps) + " bootstraps";
    }
}
