package io.github.statecraft.robustness;

/**
 * Means and standard errors over draws, of many numbers at once: B. P. Welford, Technometrics 4 (1962) 419-420, and for parts T. F.
 * Chan, G. H. Golub, R. J. LeVeque, The American Statistician 37 (1983) 242-247. The mean of numbers that are all the same is that
 * number. Mutable, for one thread.
 */
final class DrawMeans {
    private final double[] mean;
    private final double[] squares;
    private int count;

    DrawMeans(int size) {
        mean = new double[size];
        squares = new double[size];
    }

    /** Adds a draw. */
    void add(double[] numbers) {
        count++;
        for (int i = 0; i < mean.length; i++) {
            double step = numbers[i] - mean[i];
            mean[i] += step / count;
            squares[i] += step * (numbers[i] - mean[i]);
        }
    }

    /** Adds the draws of another. */
    void add(DrawMeans other) {
        int both = count + other.count;
        for (int i = 0; i < mean.length && other.count > 0; i++) {
            double step = other.mean[i] - mean[i];
            mean[i] += step * other.count / both;
            squares[i] += other.squares[i] + step * step * count / both * other.count;
        }
        count = both;
    }

    double[] means() {
        return mean.clone();
    }

    /** The standard errors of the means; at least two draws. */
    double[] standardErrors() {
        double[] errors = new double[squares.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.sqrt(squares[i] / ((double) count * (count - 1)));
        }
        return errors;
    }

    @Override
    public String toString() {
        return mean.length + " means of " + count + " draws";
    }
}
