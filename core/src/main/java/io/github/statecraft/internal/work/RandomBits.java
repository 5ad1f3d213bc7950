package io.github.statecraft.internal.work;

import org.apache.commons.rng.core.source64.SplitMix64;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/**
 * Streams of random bits by seed and number: xoshiro256++ (D. Blackman, S. Vigna, "Scrambled Linear Pseudorandom Number
 * Generators", ACM Trans. Math. Softw. 47 (2021) article 36), its state drawn by SplitMix64 from seed and number as its authors
 * advise. The same bits on every Java runtime.
 */
public final class RandomBits {
    /**
     * An odd constant that sets the streams of one seed far apart: 2<sup>64</sup> over the root of {@code x^3 = x + 1}, and not over
     * the golden ratio, by which SplitMix64 itself steps.
     */
    private static final long BETWEEN_STREAMS = 0xc13fa9a902a6328fL;

    private static final double STEP = 0x1p-52;

    /** Keeps numbers off 0 and, as an odd multiple of it has 53 bits, off 1. */
    private static final double HALF_STEP = 0x1p-53;

    private static final int UNUSED_BITS = 12;

    private final XoShiRo256PlusPlus generator;

    private RandomBits(XoShiRo256PlusPlus generator) {
        this.generator = generator;
    }

    /**
     * A stream of its own.
     *
     * @param seed the seed that the caller stated
     * @param stream number of the stream under that seed
     * @return a generator at its start; not thread-safe
     */
    public static RandomBits of(long seed, long stream) {
        SplitMix64 mixed = new SplitMix64(new SplitMix64(seed).nextLong() + stream * BETWEEN_STREAMS);
        return new RandomBits(
                new XoShiRo256PlusPlus(mixed.nextLong(), mixed.nextLong(), mixed.nextLong(), mixed.nextLong()));
    }

    /**
     * The next bits.
     *
     * @return 64 random bits
     */
    public long nextLong() {
        return generator.nextLong();
    }

    /**
     * The next number below a bound, each with the same chance.
     *
     * @param bound above 0
     * @return from 0 to {@code bound - 1}
     */
    public int nextInt(int bound) {
        return generator.nextInt(bound);
    }

    /**
     * The next uniform number strictly between 0 and 1.
     *
     * @return an odd multiple of 2<sup>-53</sup>
     */
    public double nextOpen() {
        return open(nextLong());
    }

    /**
     * A uniform number strictly between 0 and 1.
     *
     * @param bits 64 random bits, of which 52 are used
     * @return an odd multiple of 2<sup>-53</sup>
     */
    public static double open(long bits) {
        return (bits >>> UNUSED_BITS) * STEP + HALF_STEP;
    }
}
