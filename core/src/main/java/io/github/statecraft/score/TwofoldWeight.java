package io.github.statecraft.score;

import io.github.statecraft.internal.text.Numbers;

/**
 * A weight as the unevaluated sum of two doubles, to about 106 bits. One third of three equal weights is not a double; kept to
 * twice the digits, three thirds make one again, and units that tie in rational arithmetic tie in ours.
 *
 * <p>Source of the arithmetic: Dekker, Numerische Mathematik 18 (1971) 224-242; products by fused multiply-add.
 *
 * @param high the weight, correctly rounded
 * @param low what the rounding left out
 */
record TwofoldWeight(double high, double low) {
    static final TwofoldWeight ONE = new TwofoldWeight(1, 0);

    /** The sum of two doubles of which the second is much the smaller. */
    private static TwofoldWeight sum(double large, double small) {
        double high = large + small;
        return new TwofoldWeight(high, small - (high - large));
    }

    /** A weight over a sum of weights. */
    static TwofoldWeight share(double weight, TwofoldWeight total) {
        double high = weight / total.high;
        double rest = Math.fma(-high, total.high, weight) - high * total.low;
        return sum(high, rest / total.high);
    }

    TwofoldWeight times(TwofoldWeight other) {
        double product = high * other.high;
        return sum(product, Math.fma(high, other.high, -product) + (high * other.low + low * other.high));
    }

    /** The product with a score, rounded. */
    double of(double score) {
        return high * score + low * score;
    }

    /** Puts three doubles whose exact sum is the product with a score, to twice the digits, into an array. */
    int addTo(double[] terms, int at, double score) {
        double product = high * score;
        terms[at] = product;
        terms[at + 1] = Math.fma(high, score, -product);
        terms[at + 2] = low * score;
        return at + 3;
    }

    @Override
    public String toString() {
        return Numbers.shortest(high);
    }
}
