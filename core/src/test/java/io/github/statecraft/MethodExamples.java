package io.github.statecraft;

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
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Every method of every step, each parameter with two values or more; no two of a list score alike. */
public final class MethodExamples {
    private MethodExamples() {}

    public static List<Denomination> denominations() {
        return List.of(
                Denomination.per("population", 1e6, "per million"),
                Denomination.times("population", 1e6, "times million"),
                Denomination.per("gdp_usd", 1e6, "per million"),
                Denomination.per("population", Math.nextUp(1e6), "per million"));
    }

    public static List<Imputation> imputations() {
        return List.of(
                Imputation.mean(Imputation.Donors.ALL),
                Imputation.mean(Imputation.Donors.GROUP),
                Imputation.median(Imputation.Donors.ALL),
                Imputation.median(Imputation.Donors.GROUP),
                Imputation.latestYear(1),
                Imputation.latestYear(5),
                Imputation.linearInTime(),
                Imputation.regression("gdp_usd"),
                Imputation.regression("population"),
                Imputation.statedValue(0, "none known"),
                Imputation.statedValue(-1.5, ""));
    }

    public static List<Treatment> treatments() {
        return List.of(
                Treatment.winsorise(5),
                Treatment.winsorise(1),
                new Treatment.Winsorise(5, 1, 3.5),
                new Treatment.Winsorise(5, 2, -0.5),
                Treatment.ifSkewed(Treatment.winsorise(5)),
                new Treatment.IfSkewed(1, 3.5, Treatment.winsorise(5)),
                new Treatment.IfSkewed(2, -0.5, Treatment.winsorise(5)),
                Treatment.ifSkewed(Treatment.ifSkewed(Treatment.log(Treatment.LogForm.SHIFTED))),
                Treatment.log(Treatment.LogForm.NATURAL),
                Treatment.log(Treatment.LogForm.SIGNED),
                Treatment.log(Treatment.LogForm.SHIFTED),
                Treatment.log(Treatment.LogForm.SHIFTED_BY_ONE),
                Treatment.log(Treatment.LogForm.SHIFTED_EITHER_WAY),
                Treatment.log(Treatment.LogForm.GII),
                Treatment.boxCox(0),
                Treatment.boxCox(-5),
                Treatment.fittedBoxCox(),
                Treatment.linear(1, 0.5),
                Treatment.linear(2, 0),
                Treatment.power(0.5),
                Treatment.power(2),
                Treatment.exponential(),
                Treatment.cap(0, 10),
                Treatment.cap(Double.NEGATIVE_INFINITY, 10),
                Treatment.cap(0, Double.POSITIVE_INFINITY),
                Treatment.percentileCap(0, 97.5),
                Treatment.percentileCap(2.5, 97.5),
                Treatment.percentileCap(2.5, 100));
    }

    public static List<Normalisation> normalisations() {
        return List.of(
                Normalisation.goalposts(0, 10),
                Normalisation.goalposts(-1, 10),
                Normalisation.goalposts(0, Math.nextUp(10.0)),
                new Normalisation.Goalposts(0, 10, OutOfRange.CAP, "why"),
                Normalisation.logGoalposts(1, 10),
                Normalisation.logGoalposts(0.5, 10),
                Normalisation.logGoalposts(1, 100),
                new Normalisation.LogGoalposts(1, 10, OutOfRange.EXTEND, ""),
                Normalisation.minMax(),
                Normalisation.ordinalMap(Map.of(0.0, 0.0, 1.0, 100.0)),
                Normalisation.ordinalMap(Map.of(0.0, 0.0, 1.0, 99.0)),
                Normalisation.ordinalMap(Map.of(0.0, 0.0, 1.0, 50.0, 2.0, 100.0)),
                Normalisation.asIs(),
                Normalisation.zScore(),
                new Normalisation.ZScore(50, 1, Normalisation.Divisor.SAMPLE),
                new Normalisation.ZScore(0, 10, Normalisation.Divisor.SAMPLE),
                new Normalisation.ZScore(0, 1, Normalisation.Divisor.POPULATION),
                Normalisation.distance(Normalisation.DistanceForm.RATIO, new Benchmark.Best()),
                Normalisation.distance(Normalisation.DistanceForm.RANGE, new Benchmark.Best()),
                Normalisation.distance(Normalisation.DistanceForm.DIFFERENCE, new Benchmark.Best()),
                Normalisation.distance(Normalisation.DistanceForm.RATIO, new Benchmark.Mean()),
                Normalisation.distance(Normalisation.DistanceForm.RATIO, new Benchmark.Unit("USA")),
                Normalisation.distance(Normalisation.DistanceForm.RATIO, new Benchmark.Unit("CHN")),
                Normalisation.distance(Normalisation.DistanceForm.RATIO, new Benchmark.Target(5, "the plan")),
                Normalisation.distance(Normalisation.DistanceForm.RATIO, new Benchmark.Target(6, "")),
                new Normalisation.Distance(
                        Normalisation.DistanceForm.RATIO, new Benchmark.Target(5, ""), OutOfRange.CAP),
                Normalisation.percentileRank(Normalisation.PercentileForm.INCLUSIVE),
                Normalisation.percentileRank(Normalisation.PercentileForm.HAZEN),
                Normalisation.percentileRank(Normalisation.PercentileForm.WEIBULL),
                Normalisation.percentileRank(Normalisation.PercentileForm.WEAK),
                Normalisation.percentileRank(Normalisation.PercentileForm.STRICT),
                Normalisation.rank(Normalisation.EqualValues.LOWEST),
                Normalisation.rank(Normalisation.EqualValues.MEAN),
                Normalisation.borda(Normalisation.EqualValues.LOWEST),
                Normalisation.borda(Normalisation.EqualValues.MEAN),
                Normalisation.categorical(Normalisation.BoundsOf.VALUES, 0, Map.of(50.0, 100.0)),
                Normalisation.categorical(Normalisation.BoundsOf.PERCENTILES, 0, Map.of(50.0, 100.0)),
                Normalisation.categorical(Normalisation.BoundsOf.VALUES, 1, Map.of(50.0, 100.0)),
                Normalisation.categorical(Normalisation.BoundsOf.VALUES, 0, Map.of(51.0, 100.0)),
                new Normalisation.Categorical(
                        Normalisation.BoundsOf.VALUES, 0, ImmutableSortedMap.of(50.0, 60.0, 70.0, 100.0), "why"),
                Normalisation.piecewiseLinear(Map.of(0.0, 0.0, 1.0, 100.0)),
                Normalisation.piecewiseLinear(Map.of(0.0, 0.0, 1.0, 50.0)),
                Normalisation.piecewiseLinear(Map.of(0.0, 0.0, 0.5, 60.0, 1.0, 100.0)),
                new Normalisation.PiecewiseLinear(ImmutableSortedMap.of(0.0, 0.0, 1.0, 100.0), OutOfRange.CAP, "why"));
    }

    public static List<MissingDataPolicy> policies() {
        return List.of(
                MissingDataPolicy.strict(),
                MissingDataPolicy.reweight(0.5, MissingDataPolicy.Scope.OVERALL),
                MissingDataPolicy.reweight(0.5, MissingDataPolicy.Scope.EVERY_PILLAR),
                MissingDataPolicy.reweight(0.6, MissingDataPolicy.Scope.OVERALL),
                MissingDataPolicy.minimumCount(2, MissingDataPolicy.Scope.OVERALL),
                MissingDataPolicy.minimumCount(2, MissingDataPolicy.Scope.EVERY_PILLAR),
                MissingDataPolicy.minimumCount(3, MissingDataPolicy.Scope.OVERALL),
                MissingDataPolicy.proportional(0.5),
                MissingDataPolicy.proportional(1),
                MissingDataPolicy.statedScore(0, "absent is none"),
                MissingDataPolicy.statedScore(50, ""));
    }

    /**
     * Weightings of children.
     *
     * @param children their ids, two
     */
    public static List<Weighting> weightings(ImmutableList<String> children) {
        ImmutableList<ImmutableList<Double>> thrice =
                ImmutableList.of(ImmutableList.of(1.0, 3.0), ImmutableList.of(1.0 / 3, 1.0));
        ImmutableList<ImmutableList<Double>> twice =
                ImmutableList.of(ImmutableList.of(1.0, 2.0), ImmutableList.of(0.5, 1.0));
        return List.of(
                Weighting.stated(),
                Weighting.equal(),
                Weighting.entropy(),
                Weighting.critic(),
                Weighting.standardDeviation(),
                new Weighting.StandardDeviation(true),
                Weighting.principalComponents(Weighting.Components.FIRST),
                Weighting.principalComponents(Weighting.Components.FIRST_SQUARED),
                Weighting.principalComponents(Weighting.Components.ROTATED),
                Weighting.analyticHierarchy(children, thrice),
                Weighting.analyticHierarchy(children, twice),
                Weighting.analyticHierarchy(children.reverse(), thrice),
                new Weighting.AnalyticHierarchy(children, thrice, Weighting.Priorities.GEOMETRIC_MEAN, 0.1),
                new Weighting.AnalyticHierarchy(children, thrice, Weighting.Priorities.EIGENVECTOR, 0.2),
                Weighting.benefitOfTheDoubt(),
                new Weighting.BenefitOfTheDoubt(0.1, 1),
                new Weighting.BenefitOfTheDoubt(0, 0.9));
    }

    /**
     * Aggregations of children of equal weight.
     *
     * @param one id of a child
     * @param other id of another, of two in all
     */
    public static List<Aggregation> aggregations(String one, String other) {
        return List.of(
                Aggregation.arithmetic(),
                Aggregation.geometric(50),
                Aggregation.geometric(1),
                new Aggregation.Geometric(50, Aggregation.OnZero.ZERO),
                Aggregation.harmonic(50),
                Aggregation.harmonic(1),
                new Aggregation.Harmonic(50, Aggregation.OnZero.ZERO),
                Aggregation.power(-2, 50),
                Aggregation.power(3, 50),
                Aggregation.power(-2, 1),
                new Aggregation.Power(-2, 50, Aggregation.OnZero.ZERO),
                Aggregation.weightedProduct(50),
                Aggregation.weightedProduct(1),
                Aggregation.weightedSum(),
                Aggregation.minimum(),
                Aggregation.orderedWeighted(List.of(0.25, 0.75)),
                Aggregation.orderedWeighted(List.of(0.0, 1.0)),
                Aggregation.choquet(List.of()),
                Aggregation.choquet(List.of(new Aggregation.Interaction(one, other, 0.5))),
                Aggregation.choquet(List.of(new Aggregation.Interaction(one, other, -0.5))));
    }

    /** Values of every public type of the package. */
    static Serialisation.Examples all() {
        List<Serializable> values = new ArrayList<>();
        values.addAll(denominations());
        values.addAll(imputations());
        values.addAll(treatments());
        values.addAll(normalisations());
        values.addAll(policies());
        values.addAll(weightings(ImmutableList.of("a", "b")));
        values.addAll(aggregations("a", "b"));
        values.addAll(List.of(new Benchmark.Best(), new Benchmark.Mean(), new Benchmark.Unit("USA")));
        values.add(new Benchmark.Target(5, "the plan"));
        values.add(new Aggregation.Interaction("a", "b", 0.5));
        values.add(OutputRange.ONE);
        return new Serialisation.Examples("io.github.statecraft.score.method", values, Map.of());
    }

    /** The permitted types of which nothing of a list is. */
    public static List<String> absent(Class<?> sealed, List<?> there) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .filter(type -> there.stream().noneMatch(type::isInstance))
                .map(Class::getSimpleName)
                .toList();
    }
}
