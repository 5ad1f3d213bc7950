package io.github.statecraft.score.method;

import com.google.common.collect.ImmutableSortedMap;
import io.github.statecraft.internal.text.Numbers;
import java.util.stream.Collectors;

/** Scores by value, as normalisations state them. */
final class ScorePoints {
    private ScorePoints() {}

    /** Points in natural order and with one zero, checked. */
    static ImmutableSortedMap<Double, Double> checked(
            String owner, ImmutableSortedMap<Double, Double> points, int atLeast) {
        if (points.size() < atLeast) {
            throw new IllegalArgumentException(
                    "Normalisation." + owner + " must be at least " + atLeast + " but was " + points.size());
        }
        ImmutableSortedMap.Builder<Double, Double> canonical = ImmutableSortedMap.naturalOrder();
        points.forEach((value, score) -> {
            if (!Double.isFinite(value) || !Double.isFinite(score)) {
                throw new IllegalArgumentException("Normalisation." + owner + " must be finite but mapped "
                        + Numbers.shortest(value) + " to " + Numbers.shortest(score));
            }
            canonical.put(value + 0.0, score + 0.0);
        });
        return canonical.buildOrThrow();
    }

    static String arrows(ImmutableSortedMap<Double, Double> map) {
        return map.entrySet().stream()
                .map(e -> Numbers.shortest(e.getKey()) + " -> " + Numbers.shortest(e.getValue()))
                .collect(Collectors.joining(", "));
    }
}
