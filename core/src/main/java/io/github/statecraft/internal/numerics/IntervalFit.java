package io.github.statecraft.internal.numerics;

/**
 * The equation behind {@link TwoPieceNormal#fromInterval90}: how the mass of a two-piece normal divides between its
 * sides, given how far the two ends of a 90 % interval are from the mode. Pure functions.
 */
final class IntervalFit {
    /** The mass below a 90 % interval, and the mass above it. */
    static final double TAIL = 0.05;

    private IntervalFit() {}

    /**
     * The mass r on the side whose end is nearer to the mode. Solves s1 (1 - r) = s2 r, with s1 and s2 as {@link #sigma}
     * gives them, by bisection to the last bit: some 55 steps of two normal quantiles.
     *
     * @param ratio distance of the nearer end from the mode over that of the farther one, in [0, 1]
     * @return a mass in [0.05, 0.5]: 0.05 for ratio 0, 0.5 for ratio 1
     */
    static double massOfNearSide(double ratio) {
        double low = TAIL;
        double high = 1 - TAIL;
        while (true) {
            double middle = low + (high - low) / 2;
            if (!(low < middle && middle < high)) {
                return low;
            }
            double balance = balance(middle, ratio);
            if (balance == 0) {
                return middle;
            }
            if (balance > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }

    /**
     * The standard deviation of a side that holds a given mass and has 5 % of the distribution beyond a given distance:
     * distance / z(0.05 / (2 mass)).
     *
     * @param distance from the mode to the end of the 90 % interval on that side, in any unit
     * @param mass the mass on that side, in (0.05, 0.95]
     * @return the standard deviation, in the unit of distance
     */
    static double sigma(double distance, double mass) {
        return distance / upperPoint(mass);
    }

    /** s1 (1 - r) - s2 r times both z, per unit of the farther distance; falls in r. */
    private static double balance(double mass, double ratio) {
        return ratio * (1 - mass) * upperPoint(1 - mass) - mass * upperPoint(mass);
    }

    /** z(0.05 / (2 mass)), with z(p) the point that a standard normal exceeds with probability p. */
    private static double upperPoint(double mass) {
        return -StandardNormal.quantile(TAIL / (2 * mass));
    }
}
