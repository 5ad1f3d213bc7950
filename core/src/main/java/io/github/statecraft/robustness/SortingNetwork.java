package io.github.statecraft.robustness;

import java.util.ArrayList;
import java.util.List;

/**
 * Sorts many short lists side by side, with the same comparisons for all: the merge exchange sort of K. E. Batcher (D. E. Knuth,
 * The Art of Computer Programming 3, 2nd ed. (1998), section 5.2.2, algorithm M).
 */
final class SortingNetwork {
    /** Places that are compared, in pairs, the lower first. */
    private final int[] pairs;

    private SortingNetwork(int[] pairs) {
        this.pairs = pairs;
    }

    /** For lists of a length. */
    static SortingNetwork of(int length) {
        List<Integer> pairs = new ArrayList<>();
        int top = Integer.highestOneBit(Math.max(length - 1, 1));
        for (int p = top; p > 0; p /= 2) {
            int r = 0;
            int d = p;
            for (int q = top; q >= p; q /= 2) {
                for (int i = 0; i + d < length; i++) {
                    if ((i & p) == r) {
                        pairs.add(i);
                        pairs.add(i + d);
                    }
                }
                d = q - p;
                r = p;
            }
        }
        return new SortingNetwork(pairs.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * Sorts.
     *
     * @param keys places x lists, not negative; afterwards each list rises
     */
    void sort(int[][] keys) {
        for (int i = 0; i < pairs.length; i += 2) {
            exchange(keys[pairs[i]], keys[pairs[i + 1]]);
        }
    }

    /** The smaller of each two numbers to the first row, the larger to the second, without a branch. */
    private static void exchange(int[] low, int[] high) {
        for (int i = 0; i < low.length; i++) {
            int a = low[i];
            int b = high[i];
            int difference = a - b;
            int shift = difference & (difference >> 31);
            low[i] = b + shift;
            high[i] = a - shift;
        }
    }
}
