package io.github.statecraft.score;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The scores of the units of a reference on the children of one pillar, children x units: what benefit of the doubt is bounded
 * by. NaN marks a missing score and never leaves the package. Immutable and thread-safe.
 */
final class Peers implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ImmutableDoubleArray[] scores;

    Peers(double[][] scores) {
        this.scores = new ImmutableDoubleArray[scores.length];
        for (int child = 0; child < scores.length; child++) {
            this.scores[child] = ImmutableDoubleArray.copyOf(scores[child]);
        }
    }

    /** The scores of the units that have all of some children, children x units. */
    double[][] on(int[] children) {
        List<Integer> complete = new ArrayList<>();
        for (int unit = 0; unit < scores[0].length(); unit++) {
            boolean hasAll = true;
            for (int child : children) {
                hasAll &= !Double.isNaN(scores[child].get(unit));
            }
            if (hasAll) {
                complete.add(unit);
            }
        }
        double[][] result = new double[children.length][complete.size()];
        for (int child = 0; child < children.length; child++) {
            for (int unit = 0; unit < complete.size(); unit++) {
                result[child][unit] = scores[children[child]].get(complete.get(unit));
            }
        }
        return result;
    }

    /** All numbers, child by child. */
    double[] numbers() {
        double[][] all = new double[scores.length][];
        for (int child = 0; child < scores.length; child++) {
            all[child] = scores[child].toArray();
        }
        return Doubles.concat(all);
    }
}
