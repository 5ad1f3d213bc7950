package io.github.statecraft.robustness;

import io.github.statecraft.score.Ranking;
import java.util.Arrays;

/**
 * Ranks units in many draws and counts what ranks they hold. Scores are first sorted by whole numbers, each a quantised score
 * above the number of the unit; draws in which some of these are close are left to {@link ExactOrder}. So the ranks are those
 * of exact arithmetic. Mutable; used by one thread at a time.
 */
final class TileRanks {
    /** Draws that are ranked side by side. */
    static final int TILE = 256;

    /** Up to so many units are sorted side by side. */
    static final int MOST_SIDE_BY_SIDE = 256;

    private static final int UNIT_BITS = 8;
    private static final int QUANTA = 1 << 23;
    private static final int KEY_BITS = 63;
    private static final double WHOLE = 0x1p52;

    /** Set in {@link #order} where a unit ties with the one before. */
    private static final int TIED = 1 << 30;

    private final ExactOrder exact;
    private final int units;
    private final Ranking.Ties ties;
    private final double high;
    private final double range;
    private final SortingNetwork network;
    private final PairCounts pairs;
    /** Neighbours whose keys differ by less may be closer than rounding errors. */
    private final int margin;
    /** Places x draws: the unit in the low bits. */
    private final int[][] order;

    private final int mask;
    /** By draw: negative where two quantised scores are close. */
    private final int[] close = new int[TILE];

    private final double[] quanta = new double[TILE];
    /** The draws in which units tie. */
    private final int[] tied = new int[TILE];

    private int tiedCount;
    private final int[] place;
    private final boolean[] isTied;
    private final double[] single;
    private final long[] sorted;

    /**
     * For some units.
     *
     * @param exact who is ahead where scores are close
     * @param low most scores are above
     * @param high most scores are below
     */
    TileRanks(ExactOrder exact, int units, Ranking.Ties ties, double low, double high) {
        this.exact = exact;
        this.units = units;
        this.ties = ties;
        this.high = high;
        range = high - low;
        boolean isSideBySide = units <= MOST_SIDE_BY_SIDE;
        network = SortingNetwork.of(isSideBySide ? units : 1);
        mask = isSideBySide ? MOST_SIDE_BY_SIDE - 1 : TIED - 1;
        pairs = new PairCounts(units);
        order = new int[units][TILE];
        place = new int[units];
        isTied = new boolean[units];
        single = new double[units];
        // rounding to quanta adds one at most; the number of the unit, less than one
        double apart = Math.floor(2 * exact.widest() * scale(QUANTA) + 0.5) + 1;
        margin = (int) Math.min((apart + 1) * MOST_SIDE_BY_SIDE, Integer.MAX_VALUE);
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
            sortSideBySide(scores, weights, count);
        } else {
            for (int draw = 0; draw < count; draw++) {
                sortAlone(scores, weights, draw);
            }
        }
        for (int rank = 0; rank < units; rank++) {
            pairs.setAll(order[rank], mask, rank, count, tally.ranks);
        }
        for (int draw = 0; draw < count; draw++) {
            tally.addFirst(order[0][draw] & mask, weights, draw);
        }
        for (int i = 0; i < tiedCount; i++) {
            correct(weights, tied[i], tally);
        }
        pairs.addTo(tally.ahead, count, tiedCount > 0);
        tally.draws += count;
    }

    /** Ends a block: adds what {@link #count} has not added yet. */
    void finish(BlockTally tally) {
        pairs.finish(tally.ahead);
    }

    /** What scores are multiplied by; 0 where that has no finite value, which leaves all to the scores themselves. */
    private double scale(double quanta) {
        double scale = quanta / range;
        return Double.isFinite(scale) ? scale : 0;
    }

    private void sortSideBySide(double[][] scores, double[][] weights, int count) {
        double scale = scale(QUANTA);
        for (int unit = 0; unit < units; unit++) {
            quantise(scores[unit], high, scale, quanta);
            number(quanta, unit, order[unit]);
        }
        network.sort(order);
        Arrays.fill(close, 0);
        for (int rank = 1; rank < units; rank++) {
            mark(order[rank - 1], order[rank], margin, close);
        }
        for (int draw = 0; draw < count; draw++) {
            if (close[draw] < 0 && isOpen(scores, draw)) {
                for (int rank = 0; rank < units; rank++) {
                    place[rank] = order[rank][draw] & mask;
                }
                settle(scores, weights, draw);
            }
        }
    }

    /**
     * The larger the score, the smaller the number: from 2<sup>52</sup> on the spacing of doubles is 1, so that adding it rounds
     * to a whole number and leaves that in the lowest bits.
     */
    private static void quantise(double[] scores, double high, double scale, double[] quanta) {
        for (int draw = 0; draw < scores.length; draw++) {
            double quantum = (high - scores[draw]) * scale + WHOLE;
            quanta[draw] = Math.min(Math.max(quantum, WHOLE), WHOLE + (QUANTA - 1));
        }
    }

    private static void number(double[] quanta, int unit, int[] keys) {
        for (int draw = 0; draw < keys.length; draw++) {
            keys[draw] = ((int) Double.doubleToRawLongBits(quanta[draw]) << UNIT_BITS) | unit;
        }
    }

    /** Negative where the quantised scores of two neighbours are close. */
    private static void mark(int[] above, int[] below, int margin, int[] close) {
        for (int draw = 0; draw < close.length; draw++) {
            close[draw] |= (below[draw] - above[draw]) - margin;
        }
    }

    /** Whether keys leave open who is ahead in a draw. */
    private boolean isOpen(double[][] scores, int draw) {
        int above = order[0][draw];
        for (int rank = 1; rank < units; rank++) {
            int below = order[rank][draw];
            if (below - above < margin && !(scores[above & mask][draw] - scores[below & mask][draw] > exact.widest())) {
                return true;
            }
            above = below;
        }
        return false;
    }

    private void sortAlone(double[][] scores, double[][] weights, int draw) {
        int unitBits = Integer.SIZE - Integer.numberOfLeadingZeros(units - 1);
        double quanta = Math.scalb(1.0, KEY_BITS - unitBits);
        double scale = scale(quanta);
        for (int unit = 0; unit < units; unit++) {
            long quantum = (long) ((high - scores[unit][draw]) * scale);
            sorted[unit] = (Math.max(0, Math.min(quantum, (long) quanta - 1)) << unitBits) | unit;
        }
        Arrays.sort(sorted);
        for (int rank = 0; rank < units; rank++) {
            place[rank] = (int) (sorted[rank] & ((1L << unitBits) - 1));
        }
        settle(scores, weights, draw);
    }

    /** Brings the units of a draw, which are nearly in the order of their scores, into the exact one. */
    private void settle(double[][] scores, double[][] weights, int draw) {
        for (int unit = 0; unit < units; unit++) {
            single[unit] = scores[unit][draw];
        }
        if (exact.sort(place, isTied, single, ExactOrder.column(weights, draw))) {
            tied[tiedCount++] = draw;
        }
        for (int rank = 0; rank < units; rank++) {
            order[rank][draw] = place[rank] | (isTied[rank] ? TIED : 0);
        }
    }

    /** Counts a draw with ties anew, which was counted as if there were none. */
    private void correct(double[][] weights, int draw, BlockTally tally) {
        int distinct = 0;
        for (int from = 0; from < units; distinct++) {
            int to = from + 1;
            while (to < units && (order[to][draw] & TIED) != 0) {
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
