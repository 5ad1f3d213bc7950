package io.github.statecraft.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A yardstick: how often each unit holds each rank, in blocks of 256 draws. Scores are single precision, the leading 23 bits of a
 * key above the number of the unit, sorted by merge exchange; nothing is told apart that they do not tell.
 */
final class RanksByHand {
    private static final int BLOCK = 256;
    private static final int UNIT_MASK = 0xff;
    private static final int UNIT_BITS = 8;
    private static final float QUANTA = 1 << 23;

    private final float[][] values;
    private final int units;
    private final int criteria;
    private final int[] pairs;
    private final int[][] keys;
    private final float[][] weights;
    private final float[] score = new float[BLOCK];
    private final float[] sum = new float[BLOCK];

    RanksByHand(float[][] values) {
        this.values = values;
        units = values.length;
        criteria = values[0].length;
        pairs = mergeExchange(units);
        keys = new int[units][BLOCK];
        weights = new float[criteria][BLOCK];
    }

    int[] count(int draws, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] counts = new int[units * units];
        for (int done = 0; done < draws; done += BLOCK) {
            draw(random);
            for (int unit = 0; unit < units; unit++) {
                scale(weights[0], values[unit][0], score);
                for (int i = 1; i < criteria; i++) {
                    add(weights[i], values[unit][i], score);
                }
                quantise(score, keys[unit], unit);
            }
            for (int i = 0; i < pairs.length; i += 2) {
                exchange(keys[pairs[i]], keys[pairs[i + 1]]);
            }
            for (int rank = 0; rank < units; rank++) {
                histogram(keys[rank], counts, rank * units);
            }
        }
        return counts;
    }

    private void draw(SplittableRandom random) {
        Arrays.fill(sum, 0);
        for (float[] row : weights) {
            for (int i = 0; i < BLOCK; i++) {
                row[i] = (random.nextInt() >>> UNIT_BITS) * 0x1p-24f + 0x1p-25f;
            }
            logarithm(row);
            add(row, 1, sum);
        }
        for (float[] row : weights) {
            divide(row, sum);
        }
    }

    /** Minus a polynomial for the logarithm of the significand, minus the exponent times ln 2; good to six digits. */
    private static void logarithm(float[] row) {
        for (int i = 0; i < row.length; i++) {
            int bits = Float.floatToRawIntBits(row[i]) - 0x3f3504f3;
            float k = bits >> 23;
            float m = Float.intBitsToFloat((bits & 0x7fffff) + 0x3f3504f3) - 1;
            float p = 0.11f;
            p = p * m - 0.14f;
            p = p * m + 0.147f;
            p = p * m - 0.1665f;
            p = p * m + 0.19997f;
            p = p * m - 0.25f;
            p = p * m + 0.33333f;
            p = p * m - 0.5f;
            row[i] = -(k * 0.6931472f + m + m * m * p);
        }
    }

    private static void divide(float[] row, float[] by) {
        for (int i = 0; i < row.length; i++) {
            row[i] /= by[i];
        }
    }

    private static void scale(float[] row, float factor, float[] to) {
        for (int i = 0; i < row.length; i++) {
            to[i] = row[i] * factor;
        }
    }

    private static void add(float[] row, float factor, float[] to) {
        for (int i = 0; i < row.length; i++) {
            to[i] += row[i] * factor;
        }
    }

    private static void quantise(float[] score, int[] keys, int unit) {
        for (int i = 0; i < score.length; i++) {
            keys[i] = ((int) ((1 - score[i]) * QUANTA) << UNIT_BITS) | unit;
        }
    }

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

    private static void histogram(int[] keys, int[] counts, int at) {
        for (int key : keys) {
            counts[at + (key & UNIT_MASK)]++;
        }
    }

    private static int[] mergeExchange(int length) {
        List<Integer> result = new ArrayList<>();
        int top = Integer.highestOneBit(length - 1);
        for (int p = top; p > 0; p /= 2) {
            int r = 0;
            int d = p;
            for (int q = top; q >= p; q /= 2) {
                for (int i = 0; i + d < length; i++) {
                    if ((i & p) == r) {
                        result.add(i);
                        result.add(i + d);
                    }
                }
                d = q - p;
                r = p;
            }
        }
        return result.stream().mapToInt(Integer::intValue).toArray();
    }
}
