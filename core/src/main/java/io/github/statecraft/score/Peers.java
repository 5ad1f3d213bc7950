package io.github.statecraft.score;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The scores of the units of a reference on the children of one pillar, children x units: what benefit of the doubt is bounded
 * by. NaN marks a missing score and never leaves the package. Immutable and thread-safe.
 */
final class Peers implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ImmutableSortedMap<String, ImmutableDoubleArray> scores;

    /**
     * Scores of peers.
     *
     * @param ids of the children
     * @param scores children x units, NaN where missing
     */
    Peers(List<String> ids, double[][] scores) {
        ImmutableSortedMap.Builder<String, ImmutableDoubleArray> byId = ImmutableSortedMap.naturalOrder();
        for (int child = 0; child < scores.length; child++) {
            byId.put(ids.get(child), ImmutableDoubleArray.copyOf(scores[child]));
        }
        this.scores = byId.buildOrThrow();
    }

    /** The scores of the units that have all of some children, children x units, in an order that the scores fix. */
    double[][] on(String[] children) {
        List<double[]> units = sorted(children);
        units.removeIf(unit -> Arrays.stream(unit).anyMatch(Double::isNaN));
        double[][] result = new double[children.length][units.size()];
        for (int child = 0; child < children.length; child++) {
            for (int unit = 0; unit < units.size(); unit++) {
                result[child][unit] = units.get(unit)[child];
            }
        }
        return result;
    }

    /** Units x children, in the order of their scores. */
    private List<double[]> sorted(String[] children) {
        ImmutableDoubleArray[] columns = Arrays.stream(children)
                .map(child -> Objects.requireNonNull(scores.get(child), child))
                .toArray(ImmutableDoubleArray[]::new);
        List<double[]> units = new ArrayList<>();
        for (int unit = 0; unit < columns[0].length(); unit++) {
            double[] row = new double[columns.length];
            for (int child = 0; child < row.length; child++) {
                row[child] = columns[child].get(unit);
            }
            units.add(row);
        }
        units.sort(Arrays::compare);
        return units;
    }

    /** All numbers, in an order that does not depend on that of children and units. */
    double[] numbers() {
        return sorted(scores.keySet().toArray(String[]::new)).stream()
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
