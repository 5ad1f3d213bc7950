package io.github.statecraft.robustness;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * In how many draws one unit is strictly ahead of another, for all pairs. Ranks of several draws are compared in one subtraction:
 * each has its own bits of a long, with a guard bit that tells whether it borrowed (L. Lamport, "Multiple byte processing with
 * full-word instructions", Communications of the ACM 18 (1975) 471-475).
 */
final class PairCounts {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    /** Ranks up to here leave the top bit of a byte free. */
    private static final int MOST_IN_BYTES = 128;

    /** Ranks up to here leave the top bit of two bytes free. */
    static final int MOST_UNITS = 32_768;

    private static final int BYTE_BITS = 8;
    private static final int SHORT_BITS = 16;
    private static final int BYTES_OF_LONG = 8;

    private final int units;
    private final int bytes;
    /** Units x draws. */
    private final byte[] ranks;
    /** Units x groups of draws. */
    private final long[][] packed;

    private final long ones;
    private final long guards;

    PairCounts(int units) {
        this.units = units;
        bytes = units <= MOST_IN_BYTES ? 1 : 2;
        ranks = new byte[units * TileRanks.TILE * bytes];
        packed = new long[units][TileRanks.TILE * bytes / BYTES_OF_LONG];
        ones = bytes == 1 ? 0x0101010101010101L : 0x0001000100010001L;
        guards = bytes == 1 ? ones << (BYTE_BITS - 1) : ones << (SHORT_BITS - 1);
    }

    boolean isNarrow() {
        return bytes == 1;
    }

    /** Sets one rank, from 0. */
    void set(int unit, int draw, int rank) {
        if (bytes == 1) {
            ranks[unit * TileRanks.TILE + draw] = (byte) rank;
        } else {
            SHORTS.set(ranks, (unit * TileRanks.TILE + draw) * 2, (short) rank);
        }
    }

    /** Sets the rank of one unit in each draw, from 0: who stands at a place, in the low bits of the keys. */
    void setAll(int[] keys, int mask, int rank, int count) {
        if (bytes == 1) {
            for (int draw = 0; draw < count; draw++) {
                ranks[(keys[draw] & mask) * TileRanks.TILE + draw] = (byte) rank;
            }
        } else {
            for (int draw = 0; draw < count; draw++) {
                SHORTS.set(ranks, ((keys[draw] & mask) * TileRanks.TILE + draw) * 2, (short) rank);
            }
        }
    }

    /**
     * Counts.
     *
     * @param count draws whose ranks are set
     * @param hasTies whether some ranks of a draw are equal
     * @param ahead units x units, added to
     */
    void addTo(int[] ahead, int count, boolean hasTies) {
        int longs = (count * bytes + BYTES_OF_LONG - 1) / BYTES_OF_LONG;
        for (int unit = 0; unit < units; unit++) {
            for (int draw = count; draw < longs * BYTES_OF_LONG / bytes; draw++) {
                set(unit, draw, 0);
            }
            long[] row = packed[unit];
            int at = unit * TileRanks.TILE * bytes;
            for (int i = 0; i < longs; i++) {
                row[i] = (long) LONGS.get(ranks, at + i * BYTES_OF_LONG);
            }
        }
        for (int i = 0; i < units; i++) {
            for (int j = i + 1; j < units; j++) {
                int won = below(packed[i], packed[j], longs);
                ahead[i * units + j] += won;
                ahead[j * units + i] += hasTies ? below(packed[j], packed[i], longs) : count - won;
            }
        }
    }

    /** In how many draws a is below b. */
    private int below(long[] a, long[] b, int longs) {
        int shift = bytes == 1 ? BYTE_BITS - 1 : SHORT_BITS - 1;
        long sum = 0;
        for (int i = 0; i < longs; i++) {
            sum += (((b[i] | guards) - a[i] - ones) & guards) >>> shift;
        }
        if (bytes == 1) {
            sum = (sum & 0x00ff00ff00ff00ffL) + ((sum >>> BYTE_BITS) & 0x00ff00ff00ff00ffL);
        }
        return (int) ((sum * 0x0001000100010001L) >>> (Long.SIZE - SHORT_BITS));
    }
}
