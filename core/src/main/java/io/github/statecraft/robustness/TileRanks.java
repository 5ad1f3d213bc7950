package io.github.statecraft.robustness;

import io.github.statecraft.score.Ranking;
import java.util.Arrays;

/**
 * Ranks units in many draws and counts what ranks they hold. Scores are first sorted by whole numbers, each a quantised score
 * above the number of the unit; where quantised scores are equal, the scores themselves decide. So the ranks are those of the
 * scores to the last bit. Mutable; used by one thread at a time.
 */
final class TileRanks {
    /** Draws that are ranked side by side. */
    static final int TILE = 256;

    /** Up to so many units are sorted side by side. */
    static final int MOST_SIDE_BY_SIDE = 256;

    private static final int UNIT_BITS = 8;
    private static final int QUANTA = 1 << 23;
    private static final int KEY_BITS = 63;

    private final int units;
    private final Ranking.Ties ties;
    private final double high;
    private final double range;
    private final SortingNetwork network;
    private final PairCounts pairs;
    /** Places x draws: the unit in the low bits. */
    private final int[][] order;

    private final int mask;
    /** By draw: negative where two quantised scores are equal. */
    private final int[] equal = new int[TILE];
    /** The draws in which scores are equal. */
    private final int[] tied = new int[TILE];

    private int tiedCount;
    private final int[] place;
    private final long[] sorted;

    /**
     * For some units.
     *
     * @param low most scores are above
     * @param high most scores are below
     */
    TileRanks(int units, Ranking.Ties ties, double low, double high) {
        this.units = units;
        this.ties = ties;
        this.high = high;
        range = high - low;
        boolean isSideBySide = units <= MOST_SIDE_BY_SIDE;
        network = SortingNetwork.of(isSideBySide ? units : 1);
        mask = isSideBySide ? MOST_SIDE_BY_SIDE - 1 : -1;
        pairs = new PairCounts(units);
        order = new int[units][TILE];
        place = new int[units];
        sorted = new long[isSideBySide ? 0 : units];
    }

    /**
     * Counts the ranks of some draws.
     *
     * @param scores units x draws
     * @param weights criteria x draws
     * @param count draws, at most {@link #TILE}
     * @param tally added to
     */
    void count(double[][] scores, double[][] weights, int count, BlockTally tally) {
        tiedCount = 0;
        if (sorted.length == 0) {
            sortSideBySide(scores, count);
        } else {
            for (int draw = 0; draw < count; draw++) {
                sortAlone(scores, draw);
            }
        }
        for (int rank = 0; rank < units; rank++) {
            addRanks(order[rank], rank * units, count, tally.ranks);
            pairs.setAll(order[rank], mask, rank, count);
        }
        for (int draw = 0; draw < count; draw++) {
            tally.addFirst(order[0][draw] & mask, weights, draw);
        }
        for (int i = 0; i < tiedCount; i++) {
            correct(scores, weights, tied[i], tally);
        }
        pairs.addTo(tally.ahead, count, tiedCount > 0);
        tally.draws += count;
    }

    private void addRanks(int[] keys, int at, int count, int[] ranks) {
        for (int draw = 0; draw < count; draw++) {
            ranks[at + (keys[draw] & mask)]++;
        }
    }

    private void sortSideBySide(double[][] scores, int count) {
        double scale = QUANTA / range;
        for (int unit = 0; unit < units; unit++) {
            quantise(scores[unit], high, scale, unit, order[unit], count);
        }
        network.sort(order);
        Arrays.fill(equal, 0);
        for (int rank = 1; rank < units; rank++) {
            mark(order[rank - 1], order[rank], equal);
        }
        for (int draw = 0; draw < count; draw++) {
            if (equal[draw] < 0) {
                settleKeys(scores, draw);
            }
        }
    }

    /** The larger the score, the smaller the key. */
    private static void quantise(double[] scores, double high, double scale, int unit, int[] keys, int count) {
        for (int draw = 0; draw < count; draw++) {
            int quantum = (int) ((high - scores[draw]) * scale);
            keys[draw] = (Math.max(0, Math.min(quantum, QUANTA - 1)) << UNIT_BITS) | unit;
        }
    }

    /** Negative where the quantised scores of two neighbours are equal. */
    private static void mark(int[] above, int[] below, int[] equal) {
        for (int draw = 0; draw < equal.length; draw++) {
            equal[draw] |= ((above[draw] ^ below[draw]) >>> UNIT_BITS) - 1;
        }
    }

    private void settleKeys(double[][] scores, int draw) {
        for (int rank = 0; rank < units; rank++) {
            place[rank] = order[rank][draw] & mask;
        }
        for (int from = 0; from < units; ) {
            int to = from + 1;
            while (to < units && order[to][draw] >>> UNIT_BITS == order[from][draw] >>> UNIT_BITS) {
                to++;
            }
            settle(scores, draw, from, to);
            from = to;
        }
        finish(scores, draw);
    }

    private void sortAlone(double[][] scores, int draw) {
        int unitBits = Integer.SIZE - Integer.numberOfLeadingZeros(units - 1);
        double quanta = Math.scalb(1.0, KEY_BITS - unitBits);
        double scale = quanta / range;
        for (int unit = 0; unit < units; unit++) {
            long quantum = (long) ((high - scores[unit][draw]) * scale);
            sorted[unit] = (Math.max(0, Math.min(quantum, (long) quanta - 1)) << unitBits) | unit;
        }
        Arrays.sort(sorted);
        for (int rank = 0; rank < units; rank++) {
            place[rank] = (int) (sorted[rank] & ((1L << unitBits) - 1));
        }
        for (int from = 0; from < units; ) {
            int to = from + 1;
            while (to < units && sorted[to] >>> unitBits == sorted[from] >>> unitBits) {
                to++;
            }
            settle(scores, draw, from, to);
            from = to;
        }
        finish(scores, draw);
    }

    /** Brings the units of some places into the order of their scores; of equal ones by number. */
    private void settle(double[][] scores, int draw, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int unit = place[i];
            double score = scores[unit][draw];
            int j = i;
            while (j > from && scores[place[j - 1]][draw] < score) {
                place[j] = place[j - 1];
                j--;
            }
            place[j] = unit;
        }
    }

    /** Writes the places of a draw back, and notes whether scores are equal. */
    private void finish(double[][] scores, int draw) {
        boolean isTied = false;
        for (int rank = 0; rank < units; rank++) {
            order[rank][draw] = place[rank];
            isTied |= rank > 0 && scores[place[rank - 1]][draw] == scores[place[rank]][draw];
        }
        if (isTied) {
            tied[tiedCount++] = draw;
        }
    }

    /** Counts a draw with ties anew, which was counted as if there were none. */
    private void correct(double[][] scores, double[][] weights, int draw, BlockTally tally) {
        int distinct = 0;
        for (int from = 0; from < units; distinct++) {
            double score = scores[order[from][draw] & mask][draw];
            int to = from + 1;
            while (to < units && scores[order[to][draw] & mask][draw] == score) {
                to++;
            }
            for (int rank = from; rank < to; rank++) {
                int unit = order[rank][draw] & mask;
                tally.ranks[rank * units + unit]--;
                if (ties == Ranking.Ties.AVERAGE && to - from > 1) {
                    share(unit, from, to, tally);
                } else {
                    tally.ranks[(ties == Ranking.Ties.DENSE ? distinct : from) * units + unit]++;
                }
                pairs.set(unit, draw, from);
                if (from == 0 && rank > 0) {
                    tally.addFirst(unit, weights, draw);
                }
            }
            from = to;
        }
    }

    private static void share(int unit, int from, int to, BlockTally tally) {
        for (int rank = from; rank < to; rank++) {
            tally.share(rank, unit, 1.0 / (to - from));
        }
    }
}
