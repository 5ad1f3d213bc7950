package io.github.statecraft.robustness;

import java.util.Arrays;

/** What is counted over the draws of one block. Mutable; used by one thread at a time. */
final class BlockTally {
    final int units;
    final int criteria;
    /** Ranks x units, from rank 1: in how many draws the unit holds the rank. */
    final int[] ranks;
    /** Ranks x units: parts of draws, where units of one score share the ranks they take up; empty if none do. */
    double[] shared = {};
    /** Units x units: in how many draws the first is strictly ahead of the second. */
    final int[] ahead;
    /** By unit: in how many draws nobody is strictly ahead of it. */
    final int[] firsts;
    /** Units x criteria: the sum of the weights of those draws. */
    final double[] weights;
    /** Units x criteria: the sum of their squares. */
    final double[] squares;

    int draws;

    BlockTally(int units, int criteria) {
        this.units = units;
        this.criteria = criteria;
        ranks = new int[units * units];
        ahead = new int[units * units];
        firsts = new int[units];
        weights = new double[units * criteria];
        squares = new double[units * criteria];
    }

    void clear() {
        draws = 0;
        Arrays.fill(ranks, 0);
        Arrays.fill(ahead, 0);
        Arrays.fill(firsts, 0);
        Arrays.fill(weights, 0);
        Arrays.fill(squares, 0);
        shared = new double[0];
    }

    /** Adds part of a draw. */
    void share(int rank, int unit, double part) {
        if (shared.length == 0) {
            shared = new double[ranks.length];
        }
        shared[rank * units + unit] += part;
    }

    /** Adds the weights of a draw to those of a unit that is first in it. */
    void addFirst(int unit, double[][] drawn, int draw) {
        firsts[unit]++;
        int at = unit * criteria;
        for (double[] row : drawn) {
            double weight = row[draw];
            weights[at] += weight;
            squares[at] += weight * weight;
            at++;
        }
    }
}
