package io.github.statecraft.robustness;

/**
 * Ratios of sums over blocks that are independent of each other, and their standard errors from how blocks differ: the ratio
 * estimator of cluster sampling (W. G. Cochran, Sampling Techniques, 3rd ed. (1977), section 6.4). Draws inside a block may hang
 * together. Mutable.
 */
final class BlockMoments {
    private final double[] sums;
    private final double[] squares;
    private final double[] products;
    private final double[] sizes;
    private final double[] sizeSquares;
    private int blocks;

    BlockMoments(int ratios) {
        sums = new double[ratios];
        squares = new double[ratios];
        products = new double[ratios];
        sizes = new double[ratios];
        sizeSquares = new double[ratios];
    }

    /** Adds what a block has for a ratio: {@code sum / size}. */
    void add(int ratio, double sum, double size) {
        sums[ratio] += sum;
        squares[ratio] += sum * sum;
        products[ratio] += sum * size;
        sizes[ratio] += size;
        sizeSquares[ratio] += size * size;
    }

    /** Says that all ratios of a block were added. */
    void endBlock() {
        blocks++;
    }

    /** The standard error of a ratio; NaN with fewer than two blocks, or where nothing was added. */
    double standardError(int ratio) {
        double share = sums[ratio] / sizes[ratio];
        double between = squares[ratio] - 2 * share * products[ratio] + share * share * sizeSquares[ratio];
        return blocks < 2 ? Double.NaN : Math.sqrt(Math.max(between, 0) * blocks / (blocks - 1)) / sizes[ratio];
    }
}
