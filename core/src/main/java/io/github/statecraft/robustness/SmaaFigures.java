package io.github.statecraft.robustness;

import com.google.common.primitives.ImmutableDoubleArray;
import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;

/**
 * The figures of an analysis, by number of the unit. NaN marks what there is none of, and never leaves this package.
 *
 * @param units how many
 * @param criteria how many
 * @param draws how many
 * @param ranks units x ranks: parts of the draws
 * @param rankErrors their standard errors; empty where draws are independent and the share says it all
 * @param ahead units x units
 * @param aheadErrors as rankErrors
 * @param firsts by unit
 * @param firstErrors as rankErrors
 * @param expectedErrors by unit
 * @param weights units x criteria
 * @param weightErrors units x criteria
 * @param confidence by unit
 * @param confidenceErrors by unit
 * @param isChained whether standard errors are from the differences between chains
 */
record SmaaFigures(
        int units,
        int criteria,
        long draws,
        ImmutableDoubleArray ranks,
        ImmutableDoubleArray rankErrors,
        ImmutableDoubleArray ahead,
        ImmutableDoubleArray aheadErrors,
        ImmutableDoubleArray firsts,
        ImmutableDoubleArray firstErrors,
        ImmutableDoubleArray expectedErrors,
        ImmutableDoubleArray weights,
        ImmutableDoubleArray weightErrors,
        ImmutableDoubleArray confidence,
        ImmutableDoubleArray confidenceErrors,
        boolean isChained)
        implements Serializable {

    /** The standard error of a share. */
    double error(ImmutableDoubleArray shares, ImmutableDoubleArray errors, int i) {
        return errors.isEmpty() ? binomial(shares.get(i), draws) : errors.get(i);
    }

    /** The standard error of a share of independent draws. */
    static double binomial(double share, long draws) {
        return Math.sqrt(Math.max(share * (1 - share), 0) / draws);
    }

    /** How much of what. */
    @Override
    public String toString() {
        return Numbers.grouped(draws) + " draws of the ranks of " + Numbers.grouped(units) + " units";
    }

    double rank(int unit, int rank) {
        return ranks.get(unit * units + rank - 1);
    }

    double rankError(int unit, int rank) {
        return error(ranks, rankErrors, unit * units + rank - 1);
    }

    double ahead(int unit, int other) {
        return ahead.get(unit * units + other);
    }

    double aheadError(int unit, int other) {
        return error(ahead, aheadErrors, unit * units + other);
    }

    double expectedRank(int unit) {
        double mean = 0;
        for (int rank = 1; rank <= units; rank++) {
            mean += rank * rank(unit, rank);
        }
        return mean;
    }

    /** The best rank at or below which the unit is in a part of the draws; within a millionth of a draw. */
    int quantile(int unit, double part) {
        double below = 0;
        for (int rank = 1; rank < units; rank++) {
            below += rank(unit, rank) * draws;
            if (below >= part * draws - 1e-6) {
                return rank;
            }
        }
        return units;
    }
}
