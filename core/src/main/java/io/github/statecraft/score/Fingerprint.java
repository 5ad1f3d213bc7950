package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Benchmark;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutputRange;
import io.github.statecraft.score.method.Treatment;
import io.github.statecraft.score.method.Weighting;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.SortedMap;

/** The hash behind {@link ScoringFramework#fingerprint()}: a canonical walk through everything that bears on scores. */
final class Fingerprint {
    /** How many digits results print. */
    static final int SHOWN = 12;

    /** Changes whenever the walk or the meaning of a method changes. */
    private static final String FORMAT = "statecraft/fingerprint/2";

    private final Hasher hasher = Hashing.sha256().newHasher();

    private Fingerprint() {}

    static String of(ScoringFramework framework) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.put(FORMAT);
        fingerprint.put(framework.id());
        fingerprint.put(framework.version());
        fingerprint.put(framework.scaleBasis().name());
        fingerprint.put(framework.missing());
        fingerprint.put(framework.index().withWeight(1)); // the weight of the root counts for nothing
        return fingerprint.hasher.hash().toString();
    }

    private void put(IndexNode node) {
        put(node.id());
        put(node.weight());
        if (node instanceof Pillar pillar) {
            put("pillar");
            put(pillar.weighting());
            put(pillar.aggregation());
            hasher.putBoolean(pillar.normalisation().isPresent());
            pillar.normalisation().ifPresent(this::put);
            put(pillar.direction().name());
            put(pillar.range());
            hasher.putBoolean(pillar.missing().isPresent());
            pillar.missing().ifPresent(this::put);
            ImmutableList<IndexNode> children =
                    ImmutableList.sortedCopyOf(Comparator.comparing(IndexNode::id), pillar.children());
            hasher.putInt(children.size());
            children.forEach(this::put);
        } else if (node instanceof Indicator indicator) {
            put("indicator");
            put(indicator.indicator());
            put(indicator.direction().name());
            hasher.putBoolean(indicator.denomination().isPresent());
            indicator.denomination().ifPresent(this::put);
            hasher.putBoolean(indicator.imputation().isPresent());
            indicator.imputation().ifPresent(this::put);
            hasher.putInt(indicator.treatments().size());
            indicator.treatments().forEach(this::put);
            put(indicator.normalisation());
            put(indicator.range());
        }
    }

    private void put(OutputRange range) {
        put(range.low());
        put(range.high());
    }

    private void put(Denomination denomination) {
        put(denomination.operation().name());
        put(denomination.indicator());
        put(denomination.unitSize());
    }

    private void put(Imputation imputation) {
        if (imputation instanceof Imputation.Mean mean) {
            put("mean");
            put(mean.donors().name());
        } else if (imputation instanceof Imputation.Median median) {
            put("median");
            put(median.donors().name());
        } else if (imputation instanceof Imputation.LatestYear latest) {
            put("latest-year");
            hasher.putInt(latest.maximumAge());
        } else if (imputation instanceof Imputation.Regression regression) {
            put("regression");
            put(regression.covariate());
        } else if (imputation instanceof Imputation.StatedValue stated) {
            put("stated-value");
            put(stated.value());
        } else {
            put("linear-in-time");
        }
    }

    private void put(Treatment treatment) {
        if (treatment instanceof Treatment.Winsorise winsorise) {
            put("winsorise");
            hasher.putInt(winsorise.maximumPoints());
            put(winsorise.skewness());
            put(winsorise.kurtosis());
        } else if (treatment instanceof Treatment.IfSkewed ifSkewed) {
            put("if-skewed");
            put(ifSkewed.skewness());
            put(ifSkewed.kurtosis());
            put(ifSkewed.then());
        } else if (treatment instanceof Treatment.Log log) {
            put("log");
            put(log.form().name());
        } else if (treatment instanceof Treatment.BoxCox boxCox) {
            put("box-cox");
            put(boxCox.lambda());
        } else if (treatment instanceof Treatment.Linear linear) {
            put("linear");
            put(linear.factor());
            put(linear.offset());
        } else if (treatment instanceof Treatment.Power power) {
            put("power");
            put(power.exponent());
        } else if (treatment instanceof Treatment.Exponential) {
            put("exponential");
        } else if (treatment instanceof Treatment.Cap cap) {
            put("cap");
            put(cap.low());
            put(cap.high());
        } else if (treatment instanceof Treatment.PercentileCap cap) {
            put("percentile-cap");
            put(cap.low());
            put(cap.high());
        } else {
            put("fitted-box-cox");
        }
    }

    private void put(Weighting weighting) {
        if (weighting instanceof Weighting.Equal) {
            put("equal");
        } else if (weighting instanceof Weighting.Entropy) {
            put("entropy");
        } else if (weighting instanceof Weighting.Critic) {
            put("critic");
        } else if (weighting instanceof Weighting.StandardDeviation deviation) {
            put("standard-deviation");
            hasher.putBoolean(deviation.inverse());
        } else if (weighting instanceof Weighting.PrincipalComponents components) {
            put("principal-components");
            put(components.components().name());
        } else if (weighting instanceof Weighting.AnalyticHierarchy hierarchy) {
            put("analytic-hierarchy");
            hasher.putInt(hierarchy.children().size());
            hierarchy.children().forEach(this::put);
            hierarchy.judgements().forEach(row -> row.forEach(this::put));
            put(hierarchy.priorities().name());
            put(hierarchy.maximumInconsistency());
        } else if (weighting instanceof Weighting.BenefitOfTheDoubt doubt) {
            put("benefit-of-the-doubt");
            put(doubt.lowestShare());
            put(doubt.highestShare());
        } else {
            put("stated");
        }
    }

    private void put(Aggregation aggregation) {
        if (aggregation instanceof Aggregation.Geometric geometric) {
            put("geometric");
            put(geometric.baseline());
            put(geometric.onZero().name());
        } else if (aggregation instanceof Aggregation.Harmonic harmonic) {
            put("harmonic");
            put(harmonic.baseline());
            put(harmonic.onZero().name());
        } else if (aggregation instanceof Aggregation.Power power) {
            put("power");
            put(power.exponent());
            put(power.baseline());
            put(power.onZero().name());
        } else if (aggregation instanceof Aggregation.WeightedProduct product) {
            put("weighted-product");
            put(product.baseline());
        } else if (aggregation instanceof Aggregation.WeightedSum) {
            put("weighted-sum");
        } else if (aggregation instanceof Aggregation.Minimum) {
            put("minimum");
        } else if (aggregation instanceof Aggregation.OrderedWeighted weights) {
            put("ordered-weighted");
            hasher.putInt(weights.placeWeights().size());
            weights.placeWeights().forEach(this::put);
        } else if (aggregation instanceof Aggregation.Choquet choquet) {
            put("choquet");
            hasher.putInt(choquet.interactions().size());
            choquet.interactions().stream()
                    .sorted(Comparator.comparing(Fingerprint::smaller).thenComparing(Fingerprint::larger))
                    .forEach(pair -> {
                        put(smaller(pair));
                        put(larger(pair));
                        put(pair.index());
                    });
        } else {
            put("arithmetic");
        }
    }

    /** Of the ids of a pair that which comes first. */
    private static String smaller(Aggregation.Interaction pair) {
        return pair.first().compareTo(pair.second()) < 0 ? pair.first() : pair.second();
    }

    private static String larger(Aggregation.Interaction pair) {
        return pair.first().compareTo(pair.second()) < 0 ? pair.second() : pair.first();
    }

    private void put(MissingDataPolicy policy) {
        if (policy instanceof MissingDataPolicy.Reweight reweight) {
            put("re-weight");
            put(reweight.minimumShare());
            put(reweight.scope().name());
        } else if (policy instanceof MissingDataPolicy.MinimumCount count) {
            put("minimum-count");
            hasher.putInt(count.minimumCount());
            put(count.scope().name());
        } else if (policy instanceof MissingDataPolicy.Proportional proportional) {
            put("proportional");
            put(proportional.minimumShare());
        } else if (policy instanceof MissingDataPolicy.StatedScore stated) {
            put("stated-score");
            put(stated.score());
        } else {
            put("strict");
        }
    }

    private void put(Normalisation normalisation) {
        if (normalisation instanceof Normalisation.Goalposts goalposts) {
            put("goalposts");
            put(goalposts.low());
            put(goalposts.high());
            put(goalposts.outOfRange().name());
        } else if (normalisation instanceof Normalisation.LogGoalposts goalposts) {
            put("log-goalposts");
            put(goalposts.low());
            put(goalposts.high());
            put(goalposts.outOfRange().name());
        } else if (normalisation instanceof Normalisation.OrdinalMap map) {
            put("ordinal-map");
            put(map.levels());
        } else if (normalisation instanceof Normalisation.AsIs) {
            put("as-is");
        } else if (normalisation instanceof Normalisation.ZScore z) {
            put("z-score");
            put(z.mean());
            put(z.standardDeviation());
            put(z.divisor().name());
        } else if (normalisation instanceof Normalisation.Distance distance) {
            put("distance");
            put(distance.form().name());
            put(distance.benchmark());
            put(distance.outOfRange().name());
        } else if (normalisation instanceof Normalisation.PercentileRank rank) {
            put("percentile-rank");
            put(rank.form().name());
        } else if (normalisation instanceof Normalisation.Rank rank) {
            put("rank");
            put(rank.equal().name());
        } else if (normalisation instanceof Normalisation.Borda borda) {
            put("borda");
            put(borda.equal().name());
        } else if (normalisation instanceof Normalisation.Categorical categories) {
            put("categorical");
            put(categories.boundsOf().name());
            put(categories.lowest());
            put(categories.scoreFrom());
        } else if (normalisation instanceof Normalisation.PiecewiseLinear lines) {
            put("piecewise-linear");
            put(lines.points());
            put(lines.outOfRange().name());
        } else {
            put("min-max");
        }
    }

    private void put(Benchmark benchmark) {
        if (benchmark instanceof Benchmark.Unit unit) {
            put("unit");
            put(unit.id());
        } else if (benchmark instanceof Benchmark.Target target) {
            put("target");
            put(target.value());
        } else if (benchmark instanceof Benchmark.Mean) {
            put("mean");
        } else {
            put("best");
        }
    }

    private void put(SortedMap<Double, Double> points) {
        hasher.putInt(points.size());
        points.forEach((key, score) -> {
            put(key);
            put(score);
        });
    }

    private void put(String text) {
        hasher.putInt(text.length());
        hasher.putString(text, StandardCharsets.UTF_8);
    }

    private void put(double number) {
        hasher.putLong(Double.doubleToLongBits(number + 0.0));
    }
}
