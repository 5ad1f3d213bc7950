package io.github.statecraft.internal.numerics;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Settles rounded parts with a total that was rounded apart from them, so that the correctly rounded sum of the parts is the
 * total, to the last bit. That cannot be where every part that is not zero has larger steps between neighbouring doubles than
 * the total: then the sum comes within a step of the largest. Pure but for the array it is given.
 */
public final class Settlement {
    private Settlement() {}

    /**
     * Gives what rounding left over to the largest part that can take it up alone; where none can, to one after the other, the
     * largest first. Parts that are zero stay zero. Turning all signs turns the signs of the result.
     *
     * <p>The order of the parts changes nothing if their names differ. Costs a few exact sums.
     *
     * @param parts finite numbers, changed in place, by rounding errors only if the total is their sum but for rounding
     * @param total what they should sum to, finite
     * @param name what tells parts of one size apart, by index
     * @throws IllegalArgumentException if a number is not finite
     */
    public static void settle(double[] parts, double total, IntFunction<String> name) {
        if (ExactSum.of(parts) == total) {
            return;
        }
        List<Integer> largestFirst = IntStream.range(0, parts.length)
                .filter(i -> parts[i] != 0)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -Math.abs(parts[i])).thenComparing(name::apply))
                .toList();
        double left = left(parts, total);
        for (int i : largestFirst) {
            double before = parts[i];
            parts[i] = before + left;
            if (ExactSum.of(parts) == total) {
                return;
            }
            parts[i] = before;
        }
        for (int i : largestFirst) {
            parts[i] += left;
            left = left(parts, total);
        }
    }

    /** The total less the parts, rounded once. */
    private static double left(double[] parts, double total) {
        ExactSum left = new ExactSum().add(total);
        for (double part : parts) {
            left.add(-part);
        }
        return left.value();
    }
}
