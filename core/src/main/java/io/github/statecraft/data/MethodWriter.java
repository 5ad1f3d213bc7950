package io.github.statecraft.data;

import static io.github.statecraft.data.FrameworkWriter.decimal;

import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Treatment;
import io.github.statecraft.score.method.Weighting;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes documents of the methods of a framework, but for normalisations. */
final class MethodWriter {
    private MethodWriter() {}

    static void denomination(Denomination denomination, ObjectNode to) {
        to.put("type", denomination.operation().name().toLowerCase(Locale.ROOT));
        to.put("indicator", denomination.indicator());
        to.put("unitSize", decimal(denomination.unitSize()));
        to.put("unit", denomination.unit());
    }

    static void imputation(Imputation method, ObjectNode to) {
        if (method instanceof Imputation.Mean mean) {
            to.put("type", "mean");
            to.put("donors", mean.donors().name());
        } else if (method instanceof Imputation.Median median) {
            to.put("type", "median");
            to.put("donors", median.donors().name());
        } else if (method instanceof Imputation.LatestYear latest) {
            to.put("type", "latest-year");
            to.put("maximumAge", latest.maximumAge());
        } else if (method instanceof Imputation.Regression regression) {
            to.put("type", "regression");
            to.put("covariate", regression.covariate());
        } else if (method instanceof Imputation.StatedValue stated) {
            to.put("type", "stated-value");
            to.put("value", decimal(stated.value()));
            reason(stated.reason(), to);
        } else {
            to.put("type", "linear-in-time");
        }
    }

    static void treatment(Treatment method, ObjectNode to) {
        if (method instanceof Treatment.Winsorise winsorise) {
            to.put("type", "winsorise");
            to.put("maximumPoints", winsorise.maximumPoints());
            to.put("skewness", decimal(winsorise.skewness()));
            to.put("kurtosis", decimal(winsorise.kurtosis()));
        } else if (method instanceof Treatment.IfSkewed ifSkewed) {
            to.put("type", "if-skewed");
            to.put("skewness", decimal(ifSkewed.skewness()));
            to.put("kurtosis", decimal(ifSkewed.kurtosis()));
            treatment(ifSkewed.then(), to.putObject("then"));
        } else if (method instanceof Treatment.Log log) {
            to.put("type", "log");
            to.put("form", log.form().name());
        } else if (method instanceof Treatment.BoxCox boxCox) {
            to.put("type", "box-cox");
            to.put("lambda", decimal(boxCox.lambda()));
        } else if (method instanceof Treatment.Linear linear) {
            to.put("type", "linear");
            to.put("factor", decimal(linear.factor()));
            to.put("offset", decimal(linear.offset()));
        } else if (method instanceof Treatment.Power power) {
            to.put("type", "power");
            to.put("exponent", decimal(power.exponent()));
        } else if (method instanceof Treatment.Exponential) {
            to.put("type", "exponential");
        } else if (method instanceof Treatment.Cap cap) {
            to.put("type", "cap");
            if (Double.isFinite(cap.low())) {
                to.put("low", decimal(cap.low()));
            }
            if (Double.isFinite(cap.high())) {
                to.put("high", decimal(cap.high()));
            }
        } else if (method instanceof Treatment.PercentileCap cap) {
            to.put("type", "percentile-cap");
            to.put("low", decimal(cap.low()));
            to.put("high", decimal(cap.high()));
        } else {
            to.put("type", "fitted-box-cox");
        }
    }

    static void weighting(Weighting method, ObjectNode to) {
        if (method instanceof Weighting.Equal) {
            to.put("type", "equal");
        } else if (method instanceof Weighting.Entropy) {
            to.put("type", "entropy");
        } else if (method instanceof Weighting.Critic) {
            to.put("type", "critic");
        } else if (method instanceof Weighting.StandardDeviation deviation) {
            to.put("type", "standard-deviation");
            to.put("inverse", deviation.inverse());
        } else if (method instanceof Weighting.PrincipalComponents components) {
            to.put("type", "principal-components");
            to.put("components", components.components().name());
        } else if (method instanceof Weighting.AnalyticHierarchy hierarchy) {
            to.put("type", "analytic-hierarchy");
            ArrayNode children = to.putArray("children");
            hierarchy.children().forEach(children::add);
            ArrayNode rows = to.putArray("judgements");
            hierarchy.judgements().forEach(row -> {
                ArrayNode cells = rows.addArray();
                row.forEach(cell -> cells.add(decimal(cell)));
            });
            to.put("priorities", hierarchy.priorities().name());
            to.put("maximumInconsistency", decimal(hierarchy.maximumInconsistency()));
        } else if (method instanceof Weighting.BenefitOfTheDoubt doubt) {
            to.put("type", "benefit-of-the-doubt");
            to.put("lowestShare", decimal(doubt.lowestShare()));
            to.put("highestShare", decimal(doubt.highestShare()));
        } else {
            to.put("type", "stated");
        }
    }

    static void aggregation(Aggregation method, ObjectNode to) {
        if (method instanceof Aggregation.Geometric geometric) {
            to.put("type", "geometric");
            to.put("baseline", decimal(geometric.baseline()));
            onZero(geometric.onZero(), to);
        } else if (method instanceof Aggregation.Harmonic harmonic) {
            to.put("type", "harmonic");
            to.put("baseline", decimal(harmonic.baseline()));
            onZero(harmonic.onZero(), to);
        } else if (method instanceof Aggregation.Power power) {
            to.put("type", "power");
            to.put("exponent", decimal(power.exponent()));
            to.put("baseline", decimal(power.baseline()));
            onZero(power.onZero(), to);
        } else if (method instanceof Aggregation.WeightedProduct product) {
            to.put("type", "weighted-product");
            to.put("baseline", decimal(product.baseline()));
        } else if (method instanceof Aggregation.WeightedSum) {
            to.put("type", "weighted-sum");
        } else if (method instanceof Aggregation.Minimum) {
            to.put("type", "minimum");
        } else if (method instanceof Aggregation.OrderedWeighted weights) {
            to.put("type", "ordered-weighted");
            ArrayNode places = to.putArray("placeWeights");
            weights.placeWeights().forEach(weight -> places.add(decimal(weight)));
        } else if (method instanceof Aggregation.Choquet choquet) {
            to.put("type", "choquet");
            ArrayNode interactions = to.putArray("interactions");
            choquet.interactions().forEach(pair -> {
                ObjectNode entry = interactions.addObject();
                entry.put("first", pair.first());
                entry.put("second", pair.second());
                entry.put("index", decimal(pair.index()));
            });
        } else {
            to.put("type", "arithmetic");
        }
    }

    private static void onZero(Aggregation.OnZero onZero, ObjectNode to) {
        if (onZero != Aggregation.OnZero.REFUSE) {
            to.put("onZero", onZero.name());
        }
    }

    static void missing(MissingDataPolicy policy, ObjectNode to) {
        if (policy instanceof MissingDataPolicy.Reweight reweight) {
            to.put("type", "re-weight");
            to.put("minimumShare", decimal(reweight.minimumShare()));
            to.put("appliesTo", reweight.scope().name());
        } else if (policy instanceof MissingDataPolicy.MinimumCount count) {
            to.put("type", "minimum-count");
            to.put("minimumCount", count.minimumCount());
            to.put("appliesTo", count.scope().name());
        } else if (policy instanceof MissingDataPolicy.Proportional proportional) {
            to.put("type", "proportional");
            to.put("minimumShare", decimal(proportional.minimumShare()));
        } else if (policy instanceof MissingDataPolicy.StatedScore stated) {
            to.put("type", "stated-score");
            to.put("score", decimal(stated.score()));
            reason(stated.reason(), to);
        } else {
            to.put("type", "strict");
        }
    }

    static void reason(String reason, ObjectNode to) {
        if (!reason.isEmpty()) {
            to.put("reason", reason);
        }
    }
}
