package io.github.statecraft.robustness;

import io.github.statecraft.internal.work.RandomBits;
import java.util.Arrays;

/**
 * What units are compared by, for many draws at once: {@code sum(w f(s))} in the order of the criteria, each product and each
 * sum rounded. Where any unit lacks a criterion, the sum of every unit is divided by that of its weights. Where scores are closer
 * than rounding errors, {@link ExactOrder} decides.
 */
final class UnitScores {
    /** Streams of the draws of data lie from here on; those of weights below. */
    private static final long DATA_STREAMS = 1L << 40;

    /** Sums of weights below this, 2 to the -60, are not divided by last, lest the products underflow. */
    private static final double SMALLEST_DIVISOR = 0x1p-60;

    /** Above the number of any unit. */
    private static final long UNITS = 1L << 13;

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

    /** Values that are drawn for each draw; scores are then whole numbers from 1, equal where units tie. */
    Block drawn(ValueDraws values, long seed, int block) {
        RandomBits bits = RandomBits.of(seed, DATA_STREAMS + block);
        double[][] drawn = new double[linear.length][linear[0].length];
        return (weights, scores, count) -> {
            double[] one = new double[weights.length];
            double[] result = new double[scores.length];
            int[] place = new int[scores.length];
            boolean[] isTied = new boolean[scores.length];
            for (int draw = 0; draw < count; draw++) {
                values.draw(bits, drawn);
                for (int criterion = 0; criterion < one.length; criterion++) {
                    one[criterion] = weights[criterion][draw];
                }
                single(drawn, one, result);
                ranked(result, place);
                new ExactOrder(drawn).sort(place, isTied, result, one);
                int whole = place.length;
                for (int rank = 0; rank < place.length; rank++) {
                    whole -= rank == 0 || isTied[rank] ? 0 : 1;
                    scores[place[rank]][draw] = whole;
                }
            }
        };
    }

    private static void ranked(double[] scores, int[] place) {
        long[] keys = new long[scores.length];
        for (int unit = 0; unit < keys.length; unit++) {
            long bits = Double.doubleToRawLongBits(scores[unit] + 0.0);
            // negated, so that the highest comes first; the low bits of a score make room for the unit
            long key = ~(bits < 0 ? bits ^ Long.MAX_VALUE : bits);
            keys[unit] = (key & -UNITS) | unit;
        }
        Arrays.sort(keys);
        for (int rank = 0; rank < keys.length; rank++) {
            place[rank] = (int) (keys[rank] & (UNITS - 1));
        }
    }

    /** The scores under one vector of weights: the definition. */
    static void single(double[][] values, double[] weights, double[] scores) {
        boolean isComplete = isComplete(values);
        for (int unit = 0; unit < values.length; unit++) {
            scores[unit] = isComplete ? sum(values[unit], weights, 1) : mean(values[unit], weights);
        }
    }

    /** The mean of what is there, never outside of it. */
    private static double mean(double[] values, double[] weights) {
        double present = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int criterion = 0; criterion < weights.length; criterion++) {
            if (!Double.isNaN(values[criterion])) {
                present += weights[criterion];
                low = Math.min(low, values[criterion]);
                high = Math.max(high, values[criterion]);
            }
        }
        double mean =
                present < SMALLEST_DIVISOR ? sum(values, weights, checked(present)) : sum(values, weights, 1) / present;
        return Math.max(low, Math.min(mean, high));
    }

    /** Of products whose weight is divided first. */
    private static double sum(double[] values, double[] weights, double divisor) {
        double sum = 0;
        for (int criterion = 0; criterion < weights.length; criterion++) {
            sum += Double.isNaN(values[criterion]) ? 0 : values[criterion] * (weights[criterion] / divisor);
        }
        return sum;
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

    private static double checked(double present) {
        if (present == 0) {
            throw new IllegalArgumentException(
                    "Smaa: a draw gives no weight to any criterion that a unit has, so that the"
                            + " unit has no score; leave it out by Criteria.complete(), or keep weights above 0 by WeightSet.atLeast");
        }
        return present;
    }

    private void complete(double[][] weights, double[][] scores, int count) {
        int unit = 0;
        for (; unit + 2 <= linear.length; unit += 2) {
            two(linear[unit], linear[unit + 1], weights, scores[unit], scores[unit + 1], count);
        }
        if (unit < linear.length) {
            sum(linear[unit], weights, scores[unit], count);
        }
    }

    private void gapped(double[][] weights, double[][] scores, int count) {
        double[] present = new double[count];
        double[] row = new double[weights.length];
        double[] held = new double[weights.length];
        for (int unit = 0; unit < linear.length; unit++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int criterion = 0; criterion < row.length; criterion++) {
                boolean isPresent = !Double.isNaN(linear[unit][criterion]);
                row[criterion] = isPresent ? linear[unit][criterion] : 0;
                held[criterion] = isPresent ? 1 : 0;
                low = isPresent ? Math.min(low, row[criterion]) : low;
                high = isPresent ? Math.max(high, row[criterion]) : high;
            }
            sum(row, weights, scores[unit], count);
            sum(held, weights, present, count);
            for (int draw = 0; draw < count; draw++) {
                double mean = scores[unit][draw] / present[draw];
                scores[unit][draw] = present[draw] < SMALLEST_DIVISOR
                        ? mean(linear[unit], ExactOrder.column(weights, draw))
                        : Math.max(low, Math.min(mean, high));
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

    /** As {@link #sum}, for two units at once. */
    private static void two(
            double[] row, double[] other, double[][] weights, double[] sums, double[] others, int count) {
        first(row[0], weights[0], sums, count);
        first(other[0], weights[0], others, count);
        int i = 1;
        for (; i + 4 <= row.length; i += 4) {
            add(
                    row[i],
                    row[i + 1],
                    row[i + 2],
                    row[i + 3],
                    other[i],
                    other[i + 1],
                    other[i + 2],
                    other[i + 3],
                    weights[i],
                    weights[i + 1],
                    weights[i + 2],
                    weights[i + 3],
                    sums,
                    others,
                    count);
        }
        for (; i < row.length; i++) {
            add(row[i], weights[i], sums, count);
            add(other[i], weights[i], others, count);
        }
    }

    private static void add(
            double a,
            double b,
            double c,
            double d,
            double e,
            double f,
            double g,
            double h,
            double[] u,
            double[] v,
            double[] w,
            double[] x,
            double[] sums,
            double[] others,
            int count) {
        for (int draw = 0; draw < count; draw++) {
            double p = u[draw];
            double q = v[draw];
            double r = w[draw];
            double t = x[draw];
            double sum = (((sums[draw] + a * p) + b * q) + c * r) + d * t;
            double second = (((others[draw] + e * p) + f * q) + g * r) + h * t;
            sums[draw] = sum;
            others[draw] = second;
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
