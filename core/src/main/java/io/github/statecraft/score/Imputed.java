package io.github.statecraft.score;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a method of imputation puts into one column: for each row whose number was missing and that the method can fill, the
 * number and how far it may be off. Rows with a known number are never touched.
 *
 * <p>Immutable once handed out by {@link Filling#done}, and then thread-safe.
 */
final class Imputed implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] values;
    private final @Nullable DonorSpread[] spreads;

    private Imputed(double[] values, @Nullable DonorSpread[] spreads) {
        this.values = values;
        this.spreads = spreads;
    }

    /** What was put into several columns, one below the other. */
    static Imputed concat(List<Imputed> parts) {
        return new Imputed(
                parts.stream()
                        .flatMapToDouble(part -> Arrays.stream(part.values))
                        .toArray(),
                parts.stream().flatMap(part -> Arrays.stream(part.spreads)).toArray(DonorSpread[]::new));
    }

    /** Whether the row, counted from 0, was missing and is filled. */
    boolean isImputed(int row) {
        return !Double.isNaN(values[row]);
    }

    /** The imputed number of the row; NaN if it was known or could not be filled. */
    double value(int row) {
        return values[row];
    }

    /** How far the imputed number of the row may be off; empty if it is not imputed or donors are too few to tell. */
    Optional<DonorSpread> spread(int row) {
        return Optional.ofNullable(spreads[row]);
    }

    /** How many rows are filled. */
    int count() {
        int count = 0;
        for (int row = 0; row < values.length; row++) {
            if (isImputed(row)) {
                count++;
            }
        }
        return count;
    }

    /** The column with its gaps filled, a new array; NaN where the method cannot fill. */
    double[] fill(double[] column) {
        double[] filled = column.clone();
        for (int row = 0; row < column.length; row++) {
            if (isImputed(row)) {
                filled[row] = values[row];
            }
        }
        return filled;
    }

    /** Collects what is put into the gaps of one column. Mutable, for one thread. */
    static final class Filling {
        private final double[] values;
        private final @Nullable DonorSpread[] spreads;

        /** Nothing filled yet. */
        Filling(int rows) {
            values = new double[rows];
            Arrays.fill(values, Double.NaN);
            spreads = new DonorSpread[rows];
        }

        /** Fills a row. */
        void put(int row, double value, Optional<DonorSpread> spread) {
            values[row] = value;
            spreads[row] = spread.orElse(null);
        }

        /** What was filled. */
        Imputed done() {
            return new Imputed(values.clone(), spreads.clone());
        }
    }
}
