package io.github.statecraft.internal.numerics;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Settles rounded parts with a total that was rounded apart from them, so that the correctly rounded sum of the parts is the
 * total, to the last bit. Pure but for the array it is given.
 */
public final class Settlement {
    private Settlement() {}

    /**
     * Gives what rounding left over to the largest of the free parts that can take it up alone; where none can, to one after
     * the other, the largest first. A part that is zero stays zero, and no part turns its sign. So the sum stays off by what
     * rounding left over where every free part is coarser than the total, or smaller than what is left over.
     *
     * <p>The order of the free parts changes nothing if their names differ, and turning all signs turns the signs of the
     * result. Costs one exact sum for each free part at most twice.
     *
     * @param parts finite numbers; the free ones are changed in place
     * @param free how many of the parts, the first ones, may change
     * @param total what they should sum to but for rounding, finite
     * @param name what tells free parts of one size apart, by index
     * @throws IllegalArgumentException if a number is not finite
     * @throws IndexOutOfBoundsException if there are fewer parts than free ones
     */
    public static void settle(double[] parts, int free, double total, IntFunction<String> name) {
        double left = left(parts, total);
        if (left == 0 || ExactSum.of(parts) == total) {
            return;
        }
        List<Integer> largestFirst = IntStream.range(0, free)
                .filter(i -> parts[i] != 0)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -Math.abs(parts[i])).thenComparing(name::apply))
                .toList();
        for (int i : largestFirst) {
            double before = parts[i];
            add(parts, i, left);
            if (ExactSum.of(parts) == total) {
                return;
            }
            parts[i] = before;
        }
        for (int i : largestFirst) {
            add(parts, i, left);
            left = left(parts, total);
        }
    }

    /** Adds to a part, unless it would become zero or turn its sign. */
    private static void add(double[] parts, int i, double left) {
        double after = parts[i] + left;
        if (after * Math.signum(parts[i]) > 0) {
            parts[i] = after;
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
