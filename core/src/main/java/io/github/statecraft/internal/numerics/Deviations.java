package io.github.statecraft.internal.numerics;

/**
 * The deviations of numbers from their mean, each correct to about an ulp however far the mean is from zero: the mean is
 * taken as an unevaluated sum of two doubles, the rounded mean and the mean of what is left (the corrected two-pass
 * algorithm of T. F. Chan, G. H. Golub and R. J. LeVeque, "Algorithms for Computing the Sample Variance", The American
 * Statistician 37 (1983) 242-247, equation 1.7, with exact sums).
 *
 * <p>All are divided by a power of two that brings the largest magnitude into [1, 2), so that no square, cube or fourth power
 * overflows or vanishes.
 */
final class Deviations {
    private final double[] values;
    private final int exponent;
    private final double mean;

    private Deviations(double[] values, int exponent, double mean) {
        this.values = values;
        this.exponent = exponent;
        this.mean = mean;
    }

    /**
     * The deviations of some numbers.
     *
     * @param numbers at least one finite number
     * @return their deviations, in their order
     */
    static Deviations of(double[] numbers) {
        double largest = 0;
        double low = numbers[0];
        double high = numbers[0];
        for (double number : numbers) {
            largest = Math.max(largest, Math.abs(number));
            low = Math.min(low, number);
            high = Math.max(high, number);
        }
        int exponent = largest == 0 ? 0 : StrictMath.getExponent(largest);
        double[] scaled = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            scaled[i] = Math.scalb(numbers[i], -exponent);
        }
        double center = ExactSum.of(scaled) / numbers.length;
        double mean = Math.min(high, Math.max(low, Math.scalb(center, exponent)));
        return new Deviations(deviations(scaled, center), exponent, mean + 0.0);
    }

    private static double[] deviations(double[] scaled, double center) {
        ExactSum sum = new ExactSum();
        for (double x : scaled) {
            sum.add(x).add(-center);
        }
        double rest = sum.value() / scaled.length;
        double[] deviations = new double[scaled.length];
        for (int i = 0; i < scaled.length; i++) {
            double difference = scaled[i] - center;
            double added = difference - scaled[i];
            double error = (scaled[i] - (difference - added)) - (center + added);
            deviations[i] = difference + (error - rest);
        }
        return deviations;
    }

    /** How many numbers there are. */
    int count() {
        return values.length;
    }

    /** The deviations divided by 2 to the {@link #exponent}. */
    double[] scaled() {
        return values;
    }

    /** The power of two by which deviations are divided. */
    int exponent() {
        return exponent;
    }

    /** The mean, between the smallest and the largest number. */
    double mean() {
        return mean;
    }

    /** The sum of products of both deviations, each divided by its power of two. */
    double products(Deviations other) {
        return ExactSum.ofProducts(values, other.values);
    }

    /** The mean of the squares of {@link #scaled}. */
    double meanSquare() {
        return products(this) / values.length;
    }

    /** The mean of the cubes of {@link #scaled}. */
    double meanCube() {
        return ExactSum.ofProducts(squares(), values) / values.length;
    }

    /** The mean of the fourth powers of {@link #scaled}. */
    double meanFourthPower() {
        double[] squares = squares();
        return ExactSum.ofProducts(squares, squares) / values.length;
    }

    private double[] squares() {
        double[] squares = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            squares[i] = values[i] * values[i];
        }
        return squares;
    }
}
