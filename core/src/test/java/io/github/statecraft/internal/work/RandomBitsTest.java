package io.github.statecraft.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Oracle: xoshiro256++ and SplitMix64 written in Python from the authors' public reference code (prng.di.unimi.it), whose
 * SplitMix64 gives the published 6457827717110365317 for the seed 1234567.
 */
class RandomBitsTest {
    @Test
    void givesTheBitsOfTheReferenceAlgorithm() {
        assertThat(firstThree(RandomBits.of(7, 0)))
                .containsExactly(-1114412700058419145L, -5963523949750212307L, -8120263933912444407L);
        assertThat(firstThree(RandomBits.of(7, 3)))
                .containsExactly(8637994949904124920L, 556090656840118806L, 6621502535819666143L);
        assertThat(firstThree(RandomBits.of(-1, 1)))
                .containsExactly(225194968528382673L, -241929762634916595L, 8106508583340323358L);
    }

    @Test
    void staysStrictlyBetweenZeroAndOne() {
        assertThat(RandomBits.open(0L)).isEqualTo(0x1p-53);
        assertThat(RandomBits.open(-1L)).isEqualTo(1 - 0x1p-53).isLessThan(1);
    }

    @Test
    void staysBelowABound() {
        RandomBits bits = RandomBits.of(1, 1);
        int[] counts = new int[3];
        for (int i = 0; i < 3000; i++) {
            counts[bits.nextInt(3)]++;
        }
        // five standard deviations of a count of 1000
        for (int count : counts) {
            assertThat(count).isBetween(871, 1129);
        }
    }

    private static long[] firstThree(RandomBits bits) {
        return new long[] {bits.nextLong(), bits.nextLong(), bits.nextLong()};
    }
}
