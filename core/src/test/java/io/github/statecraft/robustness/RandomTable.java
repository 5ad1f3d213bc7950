package io.github.statecraft.robustness;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A random table with random stated weights and a random set that has them, for tests of properties. What it says of weights it
 * works out itself, from the numbers drawn. Some tables have whole scores, so that units tie and agree.
 */
record RandomTable(double[][] scores, double[] stated, WeightSpace space) {
    /** Draws a table; of all kinds of sets if none is given. */
    static RandomTable draw(Random random, @Nullable WeightSet set) {
        int units = 2 + random.nextInt(7);
        int n = 2 + random.nextInt(6);
        boolean isWhole = random.nextInt(3) == 0;
        double[][] scores = new double[units][n];
        for (double[] row : scores) {
            for (int i = 0; i < n; i++) {
                row[i] = isWhole ? random.nextInt(4) : random.nextDouble();
            }
        }
        ImmutableList<String> names =
                IntStream.range(0, n).mapToObj(i -> "c" + i).collect(toImmutableList());
        WeightSet chosen = set == null ? draw(random, names) : set;
        double[] stated = sample(random, n, chosen);
        Criteria.Builder criteria = Criteria.builder();
        for (int i = 0; i < n; i++) {
            criteria.criterion("c" + i, stated[i]);
        }
        for (int unit = 0; unit < units; unit++) {
            criteria.unit("u" + unit, scores[unit]);
        }
        WeightSpace space = WeightSpace.of(criteria.build()).within(chosen);
        return new RandomTable(scores, space.criteria().statedWeights(), space);
    }

    private static WeightSet draw(Random random, ImmutableList<String> names) {
        List<String> order = new ArrayList<>(names);
        Collections.shuffle(order, random);
        Map<String, Double> lower = new LinkedHashMap<>();
        Map<String, Double> upper = new LinkedHashMap<>();
        names.forEach(name -> {
            lower.put(name, random.nextDouble() / (2 * names.size()));
            upper.put(name, (1.5 + 1.5 * random.nextDouble()) / names.size());
        });
        return switch (random.nextInt(4)) {
            case 0 -> WeightSet.simplex();
            case 1 -> WeightSet.ordered(order.toArray(String[]::new));
            case 2 -> WeightSet.atLeast(lower);
            default -> {
                upper.replaceAll((criterion, bound) -> Math.min(bound, 1));
                yield WeightSet.between(lower, upper);
            }
        };
    }

    private static double[] sample(Random random, int n, WeightSet set) {
        while (true) {
            double[] weights = new double[n];
            double sum = 0;
            for (int i = 0; i < n; i++) {
                weights[i] = -StrictMath.log(1 - random.nextDouble());
                sum += weights[i];
            }
            for (int i = 0; i < n; i++) {
                weights[i] /= sum;
            }
            if (set instanceof WeightSet.Ordered ordered) {
                Arrays.sort(weights);
                double[] sorted = weights.clone();
                for (int i = 0; i < n; i++) {
                    weights[Integer.parseInt(ordered.order().get(i).substring(1))] = sorted[n - 1 - i];
                }
            }
            if (set instanceof WeightSet.LowerBounds lower) {
                double rest =
                        1 - lower.bounds().values().stream().mapToDouble(x -> x).sum();
                for (int i = 0; i < n; i++) {
                    weights[i] = weights[i] * rest + lower.bounds().get("c" + i);
                }
            }
            if (isIn(set, weights, 0)) {
                return weights;
            }
        }
    }

    List<double[]> samples(Random random, int count) {
        List<double[]> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            samples.add(sample(random, stated.length, space.weights()));
        }
        return samples;
    }

    boolean isIn(double[] weights, double tolerance) {
        return isIn(space.weights(), weights, tolerance);
    }

    private static boolean isIn(WeightSet set, double[] weights, double tolerance) {
        for (double weight : weights) {
            if (weight < -tolerance) {
                return false;
            }
        }
        if (set instanceof WeightSet.Ordered ordered) {
            for (int i = 1; i < weights.length; i++) {
                if (of(weights, ordered.order().get(i - 1))
                        < of(weights, ordered.order().get(i)) - tolerance) {
                    return false;
                }
            }
        } else if (set instanceof WeightSet.LowerBounds lower) {
            ImmutableMap<String, Double> bounds = lower.bounds();
            return bounds.keySet().stream().allMatch(name -> of(weights, name) >= bounds.get(name) - tolerance - 1e-15);
        } else if (set instanceof WeightSet.Polytope polytope) {
            return polytope.constraints().stream()
                    .allMatch(c -> c.coefficients().entrySet().stream()
                                    .mapToDouble(e -> e.getValue() * of(weights, e.getKey()))
                                    .sum()
                            >= c.limit() - tolerance);
        }
        return true;
    }

    private static double of(double[] weights, String name) {
        return weights[Integer.parseInt(name.substring(1))];
    }

    /** The first two units, the one that is ahead at the stated weights before the other. */
    double[] difference() {
        boolean isAhead = dot(scores[0], stated) >= dot(scores[1], stated);
        double[] difference = new double[stated.length];
        for (int i = 0; i < difference.length; i++) {
            difference[i] = isAhead ? scores[0][i] - scores[1][i] : scores[1][i] - scores[0][i];
        }
        return difference;
    }

    /** The nearest flip of the first two units; empty also if they are equal throughout. */
    Optional<WeightFlip> flip(WeightFlip.Norm norm) {
        if (dot(difference(), stated) < 1e-9) {
            return Optional.empty();
        }
        boolean isAhead = dot(scores[0], stated) >= dot(scores[1], stated);
        return space.nearestFlip(isAhead ? "u0" : "u1", isAhead ? "u1" : "u0", norm);
    }

    /** How far a unit is ahead of the best other that has not its very scores. */
    double margin(String unit, double[] weights) {
        int self = Integer.parseInt(unit.substring(1));
        double best = Double.NEGATIVE_INFINITY;
        for (double[] row : scores) {
            if (!Arrays.equals(row, scores[self])) {
                best = Math.max(best, dot(row, weights));
            }
        }
        return best == Double.NEGATIVE_INFINITY ? 0 : dot(scores[self], weights) - best;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
