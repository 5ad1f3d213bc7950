package io.github.statecraft.robustness;

import io.github.statecraft.internal.work.RandomBits;

/**
 * What units are compared by, for many draws at once: {@code sum(w f(s))} in the order of the criteria, each product and each
 * sum rounded. Where any unit lacks a criterion, the sum of every unit is divided by that of its weights.
 */
final class UnitScores {
    /** Streams of the draws of data lie from here on; those of weights below. */
    private static final long DATA_STREAMS = 1L << 40;

    private final double[][] linear;
    private final boolean isComplete;

    private UnitScores(double[][] linear) {
        this.linear = linear;
        isComplete = isComplete(linear);
    }

    /** Of known values, units x criteria, NaN where missing. */
    static UnitScores of(double[][] linear) {
        return new UnitScores(linear);
    }

    /** The scores of the draws of one block. */
    interface Block {
        /**
         * Fills in scores.
         *
         * @param weights criteria x draws
         * @param scores units x draws, filled
         * @param count how many draws
         */
        void fill(double[][] weights, double[][] scores, int count);
    }

    /** Known values. */
    Block known() {
        return isComplete ? this::complete : this::gapped;
    }

    /** Values that are drawn for each draw. */
    Block drawn(ValueDraws values, long seed, int block) {
        RandomBits bits = RandomBits.of(seed, DATA_STREAMS + block);
        double[][] drawn = new double[linear.length][linear[0].length];
        return (weights, scores, count) -> {
            double[] one = new double[weights.length];
            double[] result = new double[scores.length];
            for (int draw = 0; draw < count; draw++) {
                values.draw(bits, drawn);
                for (int criterion = 0; criterion < one.length; criterion++) {
                    one[criterion] = weights[criterion][draw];
                }
                single(drawn, one, result);
                for (int unit = 0; unit < result.length; unit++) {
                    scores[unit][draw] = result[unit];
                }
            }
        };
    }

    /** The scores under one vector of weights: the definition. */
    static void single(double[][] values, double[] weights, double[] scores) {
        boolean isComplete = isComplete(values);
        for (int unit = 0; unit < values.length; unit++) {
            double sum = 0;
            double present = 0;
            for (int criterion = 0; criterion < weights.length; criterion++) {
                if (!Double.isNaN(values[unit][criterion])) {
                    sum += values[unit][criterion] * weights[criterion];
                    present += weights[criterion];
                }
            }
            scores[unit] = isComplete ? sum : checked(sum / present);
        }
    }

    private static boolean isComplete(double[][] values) {
        for (double[] row : values) {
            for (double value : row) {
                if (Double.isNaN(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double checked(double score) {
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException(
                    "Smaa: a draw gives no weight to any criterion that a unit has, so that the"
                            + " unit has no score; leave it out by Criteria.complete(), or keep weights above 0 by WeightSet.atLeast");
        }
        return score;
    }

    private void complete(double[][] weights, double[][] scores, int count) {
        for (int unit = 0; unit < linear.length; unit++) {
            sum(linear[unit], weights, scores[unit], count);
        }
    }

    private void gapped(double[][] weights, double[][] scores, int count) {
        double[] present = new double[count];
        double[] row = new double[weights.length];
        double[] held = new double[weights.length];
        for (int unit = 0; unit < linear.length; unit++) {
            for (int criterion = 0; criterion < row.length; criterion++) {
                boolean isPresent = !Double.isNaN(linear[unit][criterion]);
                row[criterion] = isPresent ? linear[unit][criterion] : 0;
                held[criterion] = isPresent ? 1 : 0;
            }
            sum(row, weights, scores[unit], count);
            sum(held, weights, present, count);
            for (int draw = 0; draw < count; draw++) {
                scores[unit][draw] = checked(scores[unit][draw] / present[draw]);
            }
        }
    }

    /** {@code sum(row w)} for each draw, four criteria at a time, in their order. */
    private static void sum(double[] row, double[][] weights, double[] sums, int count) {
        first(row[0], weights[0], sums, count);
        int criterion = 1;
        for (; criterion + 4 <= row.length; criterion += 4) {
            add(row, criterion, weights, sums, count);
        }
        for (; criterion < row.length; criterion++) {
            add(row[criterion], weights[criterion], sums, count);
        }
    }

    private static void first(double value, double[] weights, double[] sums, int count) {
        for (int draw = 0; draw < count; draw++) {
            sums[draw] = value * weights[draw];
        }
    }

    private static void add(double value, double[] weights, double[] sums, int count) {
        for (int draw = 0; draw < count; draw++) {
            sums[draw] += value * weights[draw];
        }
    }

    private static void add(double[] row, int from, double[][] weights, double[] sums, int count) {
        add(
                row[from],
                row[from + 1],
                row[from + 2],
                row[from + 3],
                weights[from],
                weights[from + 1],
                weights[from + 2],
                weights[from + 3],
                sums,
                count);
    }

    private static void add(
            double a,
            double b,
            double c,
            double d,
            double[] u,
            double[] v,
            double[] w,
            double[] x,
            double[] sums,
            int count) {
        for (int draw = 0; draw < count; draw++) {
            sums[draw] = (((sums[draw] + a * u[draw]) + b * v[draw]) + c * w[draw]) + d * x[draw];
        }
    }
}
