package io.github.statecraft.score;

import com.google.common.collect.ImmutableSortedMap;
import io.github.statecraft.internal.numerics.Statistics;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Benchmark;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import io.github.statecraft.score.method.OutputRange;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What is to be fitted to a reference.
 *
 * @param owner whose values they are, for errors
 * @param method the normalisation
 * @param direction which way is good
 * @param range the common scale
 */
record ScaleFit(String owner, Normalisation method, Direction direction, OutputRange range) implements Serializable {
    static ScaleFit of(Indicator indicator) {
        return new ScaleFit(
                "Indicator " + indicator.id(), indicator.normalisation(), indicator.direction(), indicator.range());
    }

    static ScaleFit of(Pillar pillar, Normalisation normalisation) {
        return new ScaleFit("Pillar " + pillar.id(), normalisation, pillar.direction(), pillar.range());
    }

    /** Whether a normalisation looks at a reference. */
    static boolean looksAtReference(Normalisation method) {
        return method instanceof Normalisation.MinMax
                || method instanceof Normalisation.ZScore
                || method instanceof Normalisation.PercentileRank
                || method instanceof Normalisation.Rank
                || method instanceof Normalisation.Borda
                || (method instanceof Normalisation.Categorical c && c.boundsOf() == Normalisation.BoundsOf.PERCENTILES)
                || (method instanceof Normalisation.Distance d
                        && (d.form() == Normalisation.DistanceForm.RANGE
                                || !(d.benchmark() instanceof Benchmark.Target)));
    }

    /**
     * Fits.
     *
     * @param reference treated values of the units that hold a rank and have one; not looked at by every method
     * @param ofUnit the value of a unit, NaN if it has none or is not there
     * @throws IllegalArgumentException if the reference has too few different values for the method
     */
    Scale to(double[] reference, ToDoubleFunction<String> ofUnit) {
        if (method instanceof Normalisation.Goalposts g) {
            return AffineScale.between(this, g.low(), g.high(), false, g.outOfRange(), false);
        }
        if (method instanceof Normalisation.LogGoalposts g) {
            return AffineScale.between(
                    this, StrictMath.log(g.low()), StrictMath.log(g.high()), true, g.outOfRange(), false);
        }
        if (method instanceof Normalisation.MinMax) {
            requireSpread("MinMax", reference);
            return AffineScale.between(this, min(reference), max(reference), false, OutOfRange.EXTEND, true);
        }
        if (method instanceof Normalisation.ZScore z) {
            requireSpread("ZScore", reference);
            double deviation = Statistics.standardDeviation(
                    reference,
                    z.divisor() == Normalisation.Divisor.SAMPLE
                            ? Statistics.Denominator.SAMPLE
                            : Statistics.Denominator.POPULATION);
            return AffineScale.around(
                    this, Statistics.mean(reference), deviation, z.mean(), z.standardDeviation(), true);
        }
        if (method instanceof Normalisation.Distance distance) {
            return distance(distance, reference, ofUnit);
        }
        if (method instanceof Normalisation.PercentileRank percentile) {
            if (percentile.form() == Normalisation.PercentileForm.INCLUSIVE) {
                requireSpread("PercentileRank", reference);
            }
            return place("PercentileRank", reference);
        }
        if (method instanceof Normalisation.Rank) {
            return place("Rank", reference);
        }
        if (method instanceof Normalisation.Borda) {
            return place("Borda", reference);
        }
        return points(reference);
    }

    private Scale place(String name, double[] reference) {
        if (reference.length < 2) {
            throw new IllegalArgumentException("Normalisation." + name + " of " + ownerId()
                    + " needs at least two units with a value in the reference but has " + reference.length
                    + "; it has no meaning for one unit alone: score more units");
        }
        return new PlaceScale(this, reference);
    }

    private Scale points(double[] reference) {
        if (method instanceof Normalisation.OrdinalMap map) {
            return new PointScale(this, PointScale.Kind.LEVELS, map.levels(), OutOfRange.REFUSE);
        }
        if (method instanceof Normalisation.PiecewiseLinear line) {
            return new PointScale(this, PointScale.Kind.LINES, line.points(), line.outOfRange());
        }
        if (method instanceof Normalisation.Categorical categories) {
            boolean isFitted = categories.boundsOf() == Normalisation.BoundsOf.PERCENTILES;
            ImmutableSortedMap<Double, Double> points =
                    isFitted ? atPercentiles(categories, reference) : categories.scoreFrom();
            return new PointScale(
                    this, PointScale.Kind.STEPS, points, categories.lowest(), OutOfRange.EXTEND, isFitted);
        }
        return AffineScale.around(this, 0, 1, 0, 1, false); // as is
    }

    /** Bounds that fall together give the score of the highest. */
    private ImmutableSortedMap<Double, Double> atPercentiles(Normalisation.Categorical categories, double[] reference) {
        requireSpread("Categorical", reference);
        TreeMap<Double, Double> points = new TreeMap<>();
        for (Map.Entry<Double, Double> bound : categories.scoreFrom().entrySet()) {
            points.put(Statistics.percentile(reference, bound.getKey()) + 0.0, bound.getValue());
        }
        return ImmutableSortedMap.copyOfSorted(points);
    }

    private Scale distance(Normalisation.Distance distance, double[] reference, ToDoubleFunction<String> ofUnit) {
        boolean isLower = direction == Direction.LOWER_IS_BETTER;
        boolean isStated = distance.benchmark() instanceof Benchmark.Target;
        double benchmark = benchmark(distance.benchmark(), reference, ofUnit);
        if (distance.form() != Normalisation.DistanceForm.RANGE) {
            if (!(benchmark > 0)) {
                throw new IllegalArgumentException("Normalisation.Distance of " + ownerId() + ": "
                        + distance.benchmark() + " must be positive for a " + distance.form() + " but was "
                        + Numbers.shortest(benchmark));
            }
            if (distance.form() == Normalisation.DistanceForm.DIFFERENCE) {
                return AffineScale.around(
                        this, benchmark, benchmark, range.low(), range.high() - range.low(), !isStated);
            }
            return isLower
                    ? new ReciprocalScale(this, benchmark, distance.outOfRange(), !isStated)
                    : AffineScale.between(this, 0, benchmark, false, distance.outOfRange(), !isStated);
        }
        requireSpread("Distance", reference);
        double low = isLower ? benchmark : min(reference);
        double high = isLower ? max(reference) : benchmark;
        if (!(low < high)) {
            throw new IllegalArgumentException("Normalisation.Distance of " + ownerId() + ": " + distance.benchmark()
                    + ", " + Numbers.shortest(benchmark) + ", must be better than the worst of the reference, "
                    + Numbers.shortest(isLower ? high : low));
        }
        return AffineScale.between(this, low, high, false, distance.outOfRange(), true);
    }

    private double benchmark(Benchmark benchmark, double[] reference, ToDoubleFunction<String> ofUnit) {
        if (benchmark instanceof Benchmark.Target target) {
            return target.value();
        }
        if (benchmark instanceof Benchmark.Unit unit) {
            double value = ofUnit.applyAsDouble(unit.id());
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("Normalisation.Distance of " + ownerId()
                        + ": the reference has no value of " + unit.id() + ", the benchmark");
            }
            return value;
        }
        if (reference.length == 0) {
            throw new IllegalArgumentException(
                    "Normalisation.Distance of " + ownerId() + " needs a unit with a value in the reference");
        }
        if (benchmark instanceof Benchmark.Mean) {
            return Statistics.mean(reference);
        }
        return direction == Direction.LOWER_IS_BETTER ? min(reference) : max(reference);
    }

    private void requireSpread(String name, double[] reference) {
        double min = min(reference);
        double max = max(reference);
        if (min < max && !Double.isFinite(max - min)) {
            throw new IllegalArgumentException("Normalisation." + name + " of " + ownerId()
                    + " needs values whose range a double can hold but has " + Numbers.shortest(min) + " to "
                    + Numbers.shortest(max) + "; use a larger unit of measurement");
        }
        if (!(min < max)) {
            throw new IllegalArgumentException("Normalisation." + name + " of " + ownerId()
                    + " needs at least two different values in the table"
                    + (reference.length == 0
                            ? ""
                            : " but has " + Numbers.shortest(min) + " to " + Numbers.shortest(max))
                    + "; score more units, or state goalposts");
        }
    }

    private String ownerId() {
        return owner.startsWith("Indicator ") ? owner.substring("Indicator ".length()) : owner;
    }

    private static double min(double[] values) {
        double min = Double.POSITIVE_INFINITY;
        for (double value : values) {
            min = Math.min(min, value);
        }
        return min;
    }

    private static double max(double[] values) {
        double max = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
