package io.github.statecraft.robustness;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * In how many draws one unit is strictly ahead of another, for all pairs. The ranks of 64 draws are taken apart into their binary
 * digits, one long for each digit; a comparison goes through the digits from the lowest and decides 64 draws at once (L. Lamport,
 * "Multiple byte processing with full-word instructions", Communications of the ACM 18 (1975) 471-475).
 */
final class PairCounts {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int BYTE_BITS = 8;
    private static final int WORDS = TileRanks.TILE / Long.SIZE;

    private final int units;
    private final int digits;
    /** Units x draws: the lowest eight digits of ranks; then the others, if there are. */
    private final byte[] low;

    private final byte[] high;
    /** Digits x words of 64 draws x units. */
    private final long[][] planes;

    /** Digits x units, of the word at hand. */
    private final long[][] compared;

    private final long[] below;
    /** Units x units, the first of a pair having the lower number: draws without ties. */
    private final int[] untied;

    private int untiedDraws;

    PairCounts(int units) {
        this.units = units;
        digits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(units - 1, 1));
        low = new byte[units * TileRanks.TILE];
        high = new byte[digits > BYTE_BITS ? low.length : 0];
        planes = new long[high.length > 0 ? 2 * BYTE_BITS : BYTE_BITS][units * WORDS];
        compared = new long[planes.length][units];
        below = new long[units];
        untied = new int[units * units];
    }

    /** Sets one rank, from 0. */
    void set(int unit, int draw, int rank) {
        low[unit * TileRanks.TILE + draw] = (byte) rank;
        if (high.length > 0) {
            high[unit * TileRanks.TILE + draw] = (byte) (rank >>> BYTE_BITS);
        }
    }

    /**
     * Sets the rank of one unit in each draw, and counts it.
     *
     * @param keys by draw, who stands at a place, in the low bits
     * @param mask the low bits
     * @param rank the place, from 0
     * @param count draws
     * @param held ranks x units, added to
     */
    void setAll(int[] keys, int mask, int rank, int count, int[] held) {
        int at = rank * units;
        byte digitsOfRank = (byte) rank;
        byte[] to = low;
        for (int draw = 0; draw < count; draw++) {
            int unit = keys[draw] & mask;
            held[at + unit]++;
            to[unit * TileRanks.TILE + draw] = digitsOfRank;
        }
        for (int draw = 0; high.length > 0 && draw < count; draw++) {
            high[(keys[draw] & mask) * TileRanks.TILE + draw] = (byte) (rank >>> BYTE_BITS);
        }
    }

    /**
     * Counts.
     *
     * @param count draws whose ranks are set
     * @param hasTies whether some ranks of a draw are equal
     * @param ahead units x units, added to now, or by {@link #finish}
     */
    void addTo(int[] ahead, int count, boolean hasTies) {
        takeApart(low, 0);
        if (high.length > 0) {
            takeApart(high, BYTE_BITS);
        }
        int[] counts = hasTies ? ahead : untied;
        untiedDraws += hasTies ? 0 : count;
        for (int word = 0; word * Long.SIZE < count; word++) {
            long present = -1L >>> Math.max(Long.SIZE - (count - word * Long.SIZE), 0);
            for (int digit = 0; digit < planes.length; digit++) {
                System.arraycopy(planes[digit], word * units, compared[digit], 0, units);
            }
            for (int unit = 0; unit < units; unit++) {
                int from = hasTies ? 0 : unit + 1;
                compare(unit, from);
                add(below, present, counts, unit * units, from);
            }
        }
    }

    private static void add(long[] below, long present, int[] counts, int at, int from) {
        for (int other = from; other < below.length; other++) {
            counts[at + other] += Long.bitCount(below[other] & present);
        }
    }

    /** Adds what was not added yet: without ties, who is not behind is ahead. */
    void finish(int[] ahead) {
        for (int unit = 0; unit < units && untiedDraws > 0; unit++) {
            for (int other = unit + 1; other < units; other++) {
                int won = untied[unit * units + other];
                ahead[unit * units + other] += won;
                ahead[other * units + unit] += untiedDraws - won;
            }
        }
        Arrays.fill(untied, 0);
        untiedDraws = 0;
    }

    /**
     * Turns the eight digits of ranks over: bytes x bits of each eight draws first, then the bytes of each 64 (H. S. Warren,
     * Hacker's Delight, 2nd ed. (2013), section 7-3).
     */
    private void takeApart(byte[] ranks, int plane) {
        for (int group = 0; group < BYTE_BITS; group++) {
            long[] row = planes[plane + group];
            for (int unit = 0; unit < units; unit++) {
                int at = unit * TileRanks.TILE + group * BYTE_BITS;
                for (int word = 0; word < WORDS; word++) {
                    row[word * units + unit] = (long) LONGS.get(ranks, at + word * Long.SIZE);
                }
            }
            turnBits(row);
        }
        long[][] p = planes;
        for (int i = plane; i < plane + 4; i++) {
            exchange(p[i], p[i + 4], 32, 0x00000000ffffffffL);
        }
        for (int i = plane; i < plane + BYTE_BITS; i += 4) {
            exchange(p[i], p[i + 2], 16, 0x0000ffff0000ffffL);
            exchange(p[i + 1], p[i + 3], 16, 0x0000ffff0000ffffL);
        }
        for (int i = plane; i < plane + BYTE_BITS; i += 2) {
            exchange(p[i], p[i + 1], 8, 0x00ff00ff00ff00ffL);
        }
    }

    private static void turnBits(long[] row) {
        for (int i = 0; i < row.length; i++) {
            long x = row[i];
            long t = (x ^ (x >>> 7)) & 0x00aa00aa00aa00aaL;
            x ^= t ^ (t << 7);
            t = (x ^ (x >>> 14)) & 0x0000cccc0000ccccL;
            x ^= t ^ (t << 14);
            t = (x ^ (x >>> 28)) & 0x00000000f0f0f0f0L;
            row[i] = x ^ t ^ (t << 28);
        }
    }

    private static void exchange(long[] low, long[] high, int shift, long mask) {
        for (int i = 0; i < low.length; i++) {
            long t = ((low[i] >>> shift) ^ high[i]) & mask;
            high[i] ^= t;
            low[i] ^= t << shift;
        }
    }

    /** In which draws the rank of a unit is below that of others. */
    private void compare(int unit, int from) {
        long[][] p = compared;
        Arrays.fill(below, from, units, 0);
        for (int i = 0; i < digits; i += 4) {
            four(
                    p[i][unit],
                    p[i + 1][unit],
                    p[i + 2][unit],
                    p[i + 3][unit],
                    p[i],
                    p[i + 1],
                    p[i + 2],
                    p[i + 3],
                    below,
                    from);
        }
    }

    /** Where digits differ, the higher one decides anew. */
    private static void four(
            long a, long b, long c, long d, long[] as, long[] bs, long[] cs, long[] ds, long[] below, int from) {
        for (int i = from; i < below.length; i++) {
            long r = below[i];
            r ^= (a ^ as[i]) & (r ^ as[i]);
            r ^= (b ^ bs[i]) & (r ^ bs[i]);
            r ^= (c ^ cs[i]) & (r ^ cs[i]);
            r ^= (d ^ ds[i]) & (r ^ ds[i]);
            below[i] = r;
        }
    }
}
