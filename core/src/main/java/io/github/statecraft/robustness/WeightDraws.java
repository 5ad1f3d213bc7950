package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;

/**
 * Vectors of weights that somebody drew, in a matrix of draws x criteria. They are used as they are. Immutable, thread-safe,
 * serialisable; equal if criteria and numbers are equal.
 */
public final class WeightDraws implements Serializable {
    /** By how much the weights of a draw may be off a sum of 1: weights that were printed with three decimals. */
    public static final double SUM_TOLERANCE = 0.01;

    @Serial
    private static final long serialVersionUID = 1L;

    private final ImmutableList<String> criteria;
    private final ImmutableDoubleArray weights;

    private WeightDraws(ImmutableList<String> criteria, ImmutableDoubleArray weights) {
        this.criteria = criteria;
        this.weights = weights;
    }

    /**
     * Takes a matrix.
     *
     * @param criteria the criterion of each column
     * @param rows draws x criteria, at least one draw; weights not negative, summing to 1 within {@link #SUM_TOLERANCE}; copied
     * @return the draws
     * @throws IllegalArgumentException if a row has another length, a negative weight or another sum
     */
    public static WeightDraws of(Iterable<String> criteria, double[][] rows) {
        ImmutableList<String> columns = ImmutableList.copyOf(criteria);
        if (rows.length == 0) {
            throw new IllegalArgumentException("WeightDraws needs at least one draw but got none");
        }
        ImmutableDoubleArray.Builder weights = ImmutableDoubleArray.builder(rows.length * columns.size());
        for (int row = 0; row < rows.length; row++) {
            check(columns, rows[row], row);
            weights.addAll(rows[row]);
        }
        return new WeightDraws(columns, weights.build());
    }

    private static void check(ImmutableList<String> criteria, double[] weights, int row) {
        if (weights.length != criteria.size()) {
            throw new IllegalArgumentException(
                    "WeightDraws row " + row + " must have " + criteria.size() + " weights but has " + weights.length);
        }
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0 && weights[i] <= 1 + SUM_TOLERANCE)) {
                throw new IllegalArgumentException("WeightDraws row " + row + ", criterion " + criteria.get(i)
                        + ": a weight must lie in [0, 1] but was " + Numbers.shortest(weights[i]));
            }
        }
        double sum = ExactSum.of(weights);
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException("WeightDraws row " + row + ": weights must sum to 1 but sum to "
                    + Numbers.shortest(sum) + "; divide them by their sum if that is what they mean");
        }
    }

    /**
     * The columns.
     *
     * @return ids of criteria
     */
    public ImmutableList<String> criteria() {
        return criteria;
    }

    /**
     * The number of draws.
     *
     * @return at least 1
     */
    public int size() {
        return weights.length() / criteria.size();
    }

    /**
     * A weight.
     *
     * @param draw number of the draw, from 0
     * @param criterion number of the column, from 0
     * @return from 0 to 1
     */
    public double weight(int draw, int criterion) {
        Objects.checkIndex(criterion, criteria.size());
        return weights.get(Objects.checkIndex(draw, size()) * criteria.size() + criterion);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeightDraws that && criteria.equals(that.criteria) && weights.equals(that.weights);
    }

    @Override
    public int hashCode() {
        return Objects.hash(criteria, weights);
    }

    /** How many draws of which criteria. */
    @Override
    public String toString() {
        return Numbers.grouped(size()) + " draws of the weights of " + String.join(", ", criteria);
    }
}
