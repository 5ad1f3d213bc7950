package io.github.statecraft.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SobolSequenceTest {
    /** Points are moved off zero by half of a step of 2^-52. */
    private static final double OFFSET = 0x1p-53;

    // scipy 1.17.1: qmc.Sobol(1000, scramble=False, bits=30).random(4096)[index, dimension]
    @ParameterizedTest
    @CsvSource({
        "4095, 0, 0.000244140625",
        "4095, 1, 0.941162109375",
        "4095, 2, 0.334228515625",
        "4095, 9, 0.246337890625",
        "4095, 99, 0.962646484375",
        "4095, 499, 0.938720703125",
        "4095, 999, 0.308349609375",
        "2731, 0, 0.499755859375",
        "2731, 1, 0.566650390625",
        "2731, 2, 0.502685546875",
        "2731, 9, 0.415771484375",
        "2731, 99, 0.071533203125",
        "2731, 499, 0.675537109375",
        "2731, 999, 0.885986328125",
    })
    void givesThePointsOfScipy(int index, int dimension, double expected) {
        assertThat(SobolSequence.plain(1000).point(index)[dimension]).isEqualTo(expected + OFFSET);
    }

    // the first points by hand: van der Corput in the first dimension, Joe and Kuo's dimension 2 (polynomial x + 1)
    @Test
    void startsAsTheBookDoes() {
        SobolSequence sequence = SobolSequence.plain(2);
        double[][] first = {{0, 0}, {0.5, 0.5}, {0.75, 0.25}, {0.25, 0.75}, {0.375, 0.375}};
        for (int i = 0; i < first.length; i++) {
            assertThat(sequence.point(i)).containsExactly(new double[] {first[i][0], first[i][1]}, within(OFFSET));
        }
    }

    // property: a (0, m, 1)-net in base 2 in each dimension, whatever the seed, and for later runs as well
    @ParameterizedTest
    @ValueSource(ints = {0, 256, 1024})
    void everyPartOfEveryAxisHoldsOnePoint(int start) {
        int parts = 256;
        SobolSequence sequence = SobolSequence.of(SobolSequence.MOST_DIMENSIONS, 7);
        int[][] count = new int[SobolSequence.MOST_DIMENSIONS][parts];
        for (int i = 0; i < parts; i++) {
            double[] point = sequence.point(start + i);
            for (int dimension = 0; dimension < point.length; dimension++) {
                count[dimension][(int) (point[dimension] * parts)]++;
            }
        }
        for (int[] axis : count) {
            assertThat(Arrays.stream(axis).allMatch(n -> n == 1)).isTrue();
        }
    }

    // property: the first two dimensions are a (0, m, 2)-net: every elementary rectangle of area 1 / 2^m holds one
    // point
    @Test
    void everyRectangleOfTheFirstTwoAxesHoldsOnePoint() {
        int m = 8;
        SobolSequence sequence = SobolSequence.of(2, 11);
        for (int k = 0; k <= m; k++) {
            int[] count = new int[1 << m];
            for (int i = 0; i < 1 << m; i++) {
                double[] point = sequence.point(i);
                count[((int) (point[0] * (1 << k)) << (m - k)) + (int) (point[1] * (1 << (m - k)))]++;
            }
            assertThat(count).containsOnly(1);
        }
    }

    @Test
    void pointsDifferBySeed() {
        assertThat(SobolSequence.of(3, 1).point(5))
                .isEqualTo(SobolSequence.of(3, 1).point(5));
        assertThat(SobolSequence.of(3, 1).point(5))
                .isNotEqualTo(SobolSequence.of(3, 2).point(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1001})
    void refusesDimensionsWithoutDirections(int dimensions) {
        assertThatThrownBy(() -> SobolSequence.plain(dimensions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SobolSequence.dimensions must be in [1, 1000] but was " + dimensions);
    }
}
