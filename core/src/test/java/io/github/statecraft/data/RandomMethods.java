package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Benchmark;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import io.github.statecraft.score.method.OutputRange;
import io.github.statecraft.score.method.Treatment;
import io.github.statecraft.score.method.Weighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Methods of every step with numbers that are hard to write down. */
final class RandomMethods {
    private final Random random;
    private final DoubleSupplier number;
    private final Supplier<String> text;

    /**
     * Methods.
     *
     * @param number any finite number whose double is finite too
     * @param text any text that is not blank
     */
    RandomMethods(Random random, DoubleSupplier number, Supplier<String> text) {
        this.random = random;
        this.number = number;
        this.text = text;
    }

    private double any() {
        return (random.nextBoolean() ? 1 : -1) * number.getAsDouble() / 4;
    }

    private double positive() {
        return Math.abs(number.getAsDouble()) / 4 + Double.MIN_VALUE;
    }

    private double share() {
        return random.nextDouble() + Double.MIN_VALUE;
    }

    private String reason() {
        return random.nextBoolean() ? "" : text.get();
    }

    private <E> E one(E[] values) {
        return values[random.nextInt(values.length)];
    }

    MissingDataPolicy policy() {
        return switch (random.nextInt(5)) {
            case 0 -> MissingDataPolicy.strict();
            case 1 -> MissingDataPolicy.reweight(share(), one(MissingDataPolicy.Scope.values()));
            case 2 ->
                MissingDataPolicy.minimumCount(
                        1 + random.nextInt(Integer.MAX_VALUE), one(MissingDataPolicy.Scope.values()));
            case 3 -> MissingDataPolicy.proportional(share());
            default -> MissingDataPolicy.statedScore(any(), reason());
        };
    }

    Denomination denomination() {
        return random.nextBoolean()
                ? Denomination.per(text.get(), positive(), text.get())
                : Denomination.times(text.get(), positive(), text.get());
    }

    Imputation imputation() {
        return switch (random.nextInt(6)) {
            case 0 -> Imputation.mean(one(Imputation.Donors.values()));
            case 1 -> Imputation.median(one(Imputation.Donors.values()));
            case 2 -> Imputation.latestYear(1 + random.nextInt(50));
            case 3 -> Imputation.linearInTime();
            case 4 -> Imputation.regression(text.get());
            default -> Imputation.statedValue(any(), reason());
        };
    }

    Treatment treatment() {
        double low = any();
        double high = Math.max(Math.nextUp(low), low + positive());
        return switch (random.nextInt(12)) {
            case 0 -> new Treatment.Winsorise(1 + random.nextInt(9), Math.abs(any()), any());
            case 1 -> new Treatment.IfSkewed(Math.abs(any()), any(), treatment());
            case 2 -> Treatment.log(one(Treatment.LogForm.values()));
            case 3 -> Treatment.boxCox(10 * random.nextDouble() - 5);
            case 4 -> Treatment.fittedBoxCox();
            case 5 -> Treatment.cap(low, high);
            case 6 -> Treatment.cap(low, Double.POSITIVE_INFINITY);
            case 7 -> Treatment.cap(Double.NEGATIVE_INFINITY, high);
            case 8 -> Treatment.linear(positive(), any());
            case 9 -> Treatment.power(positive());
            case 10 -> Treatment.exponential();
            default -> Treatment.percentileCap(50 * random.nextDouble(), 100 - 49 * random.nextDouble());
        };
    }

    /** A range, not for methods that state their scores. */
    OutputRange range() {
        double low = any();
        return OutputRange.of(low, Math.max(Math.nextUp(low), low + positive()));
    }

    Normalisation normalisation() {
        double low = any();
        double high = low + positive() + Math.abs(low);
        OutOfRange outOfRange = one(OutOfRange.values());
        return switch (random.nextInt(12)) {
            case 0 -> Normalisation.minMax();
            case 1 ->
                Normalisation.ordinalMap(Map.of(0.1 + 0.2, 100 * random.nextDouble(), 1e22, 100.0, -7.0, 1.0 / 3));
            case 2 ->
                new Normalisation.LogGoalposts(
                        0.1 + 0.2 + random.nextDouble(), 1 + 1e22 * random.nextDouble() + 2, outOfRange, reason());
            case 3 -> Normalisation.asIs();
            case 4 -> new Normalisation.ZScore(any(), positive(), one(Normalisation.Divisor.values()));
            case 5 -> distance(outOfRange);
            case 6 -> Normalisation.percentileRank(one(Normalisation.PercentileForm.values()));
            case 7 -> Normalisation.rank(one(Normalisation.EqualValues.values()));
            case 8 -> Normalisation.borda(one(Normalisation.EqualValues.values()));
            case 9 ->
                random.nextBoolean()
                        ? new Normalisation.Categorical(
                                Normalisation.BoundsOf.VALUES, any(), ImmutableSortedMap.of(low, any()), reason())
                        : new Normalisation.Categorical(
                                Normalisation.BoundsOf.PERCENTILES,
                                any(),
                                ImmutableSortedMap.of(100 * random.nextDouble(), any()),
                                reason());
            case 10 ->
                new Normalisation.PiecewiseLinear(
                        ImmutableSortedMap.of(low, any(), Math.max(Math.nextUp(low), high), any()),
                        outOfRange,
                        reason());
            default -> new Normalisation.Goalposts(low / 4, high / 4 + 1, outOfRange, reason());
        };
    }

    /** A normalisation for a pillar: no map of codes, and none whose scores fall. */
    Normalisation rescaling() {
        Normalisation method = normalisation();
        if (method instanceof Normalisation.Categorical categories) {
            return new Normalisation.Categorical(
                    categories.boundsOf(),
                    Math.min(
                            categories.lowest(),
                            categories.scoreFrom().firstEntry().getValue()),
                    categories.scoreFrom(),
                    categories.reason());
        }
        boolean falls = method instanceof Normalisation.PiecewiseLinear line
                && line.points().firstEntry().getValue()
                        > line.points().lastEntry().getValue();
        return falls || method instanceof Normalisation.OrdinalMap ? Normalisation.asIs() : method;
    }

    private Normalisation distance(OutOfRange outOfRange) {
        Normalisation.DistanceForm form = one(Normalisation.DistanceForm.values());
        Benchmark benchmark =
                switch (random.nextInt(4)) {
                    case 0 -> new Benchmark.Best();
                    case 1 -> new Benchmark.Mean();
                    case 2 -> new Benchmark.Unit(text.get());
                    default -> new Benchmark.Target(any(), reason());
                };
        return new Normalisation.Distance(
                form, benchmark, form == Normalisation.DistanceForm.DIFFERENCE ? OutOfRange.EXTEND : outOfRange);
    }

    /** An aggregation of children of equal weight. */
    Aggregation aggregation(List<String> children) {
        Aggregation.OnZero onZero = one(Aggregation.OnZero.values());
        return switch (random.nextInt(9)) {
            case 0 -> new Aggregation.Geometric(positive(), onZero);
            case 1 -> new Aggregation.Harmonic(positive(), onZero);
            case 2 -> new Aggregation.Power(random.nextInt(9) - 9, positive(), onZero);
            case 3 -> Aggregation.weightedProduct(positive());
            case 4 -> Aggregation.weightedSum();
            case 5 -> Aggregation.minimum();
            case 6 -> Aggregation.orderedWeighted(Collections.nCopies(children.size(), 1.0 / children.size()));
            case 7 -> choquet(children);
            default -> Aggregation.arithmetic();
        };
    }

    private Aggregation choquet(List<String> children) {
        List<Aggregation.Interaction> pairs = new ArrayList<>();
        for (int i = 1; i < children.size(); i++) {
            double index = (2 * random.nextDouble() - 1) / children.size() / children.size();
            pairs.add(new Aggregation.Interaction(children.get(i), children.get(i - 1), index));
        }
        return Aggregation.choquet(pairs);
    }

    /** Ones on the diagonal; below it one over what is above. */
    private ImmutableList<ImmutableList<Double>> judgements(int size) {
        Double[][] rows = new Double[size][size];
        for (int i = 0; i < size; i++) {
            rows[i][i] = 1.0;
            for (int j = 0; j < i; j++) {
                rows[j][i] = 0.1 + 9 * random.nextDouble();
                rows[i][j] = 1 / rows[j][i];
            }
        }
        return Arrays.stream(rows).map(ImmutableList::copyOf).collect(ImmutableList.toImmutableList());
    }

    /** A weighting that computes weights; benefit of the doubt only beside an arithmetic mean. */
    Weighting weighting(List<String> children, boolean isArithmetic) {
        return switch (random.nextInt(isArithmetic ? 7 : 6)) {
            case 0 -> Weighting.equal();
            case 1 -> Weighting.entropy();
            case 2 -> Weighting.critic();
            case 3 -> new Weighting.StandardDeviation(random.nextBoolean());
            case 4 -> Weighting.principalComponents(one(Weighting.Components.values()));
            case 5 -> {
                List<String> order = new ArrayList<>(children);
                Collections.shuffle(order, random);
                yield new Weighting.AnalyticHierarchy(
                        ImmutableList.copyOf(order),
                        judgements(order.size()),
                        one(Weighting.Priorities.values()),
                        Math.abs(number.getAsDouble()));
            }
            default -> new Weighting.BenefitOfTheDoubt(random.nextDouble() / 2, 0.5 + random.nextDouble() / 2);
        };
    }
}
