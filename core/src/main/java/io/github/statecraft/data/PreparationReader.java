package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.Treatment;
import java.util.Optional;

/** Makes what is done to values before they are normalised of nodes of a document. */
final class PreparationReader {
    private static final ImmutableListMultimap<String, String> DENOMINATIONS =
            ImmutableListMultimap.<String, String>builder()
                    .putAll("per", "type", "indicator", "unitSize", "unit")
                    .putAll("times", "type", "indicator", "unitSize", "unit")
                    .build();
    private static final ImmutableListMultimap<String, String> IMPUTATIONS =
            ImmutableListMultimap.<String, String>builder()
                    .putAll("mean", "type", "donors")
                    .putAll("median", "type", "donors")
                    .putAll("latest-year", "type", "maximumAge")
                    .putAll("linear-in-time", "type")
                    .putAll("regression", "type", "covariate")
                    .putAll("stated-value", "type", "value", "reason")
                    .build();
    private static final ImmutableListMultimap<String, String> TREATMENTS =
            ImmutableListMultimap.<String, String>builder()
                    .putAll("winsorise", "type", "maximumPoints", "skewness", "kurtosis")
                    .putAll("if-skewed", "type", "skewness", "kurtosis", "then")
                    .putAll("log", "type", "form")
                    .putAll("box-cox", "type", "lambda")
                    .putAll("fitted-box-cox", "type")
                    .putAll("linear", "type", "factor", "offset")
                    .putAll("power", "type", "exponent")
                    .putAll("exponential", "type")
                    .putAll("cap", "type", "low", "high")
                    .putAll("percentile-cap", "type", "low", "high")
                    .build();

    private PreparationReader() {}

    static Optional<Denomination> denomination(DocumentNode node, String owner) {
        return MethodNode.of(node, owner, DENOMINATIONS).flatMap(method -> {
            Optional<String> indicator = method.required("indicator", n -> n.filled("Denomination"));
            Optional<Double> size = method.required(
                    "unitSize",
                    n -> n.number(
                            x -> x > 0, method.named("Denomination.unitSize must be positive"), DocumentNode.CORRECT));
            Optional<String> unit = method.required("unit", n -> n.filled("Denomination"));
            return method.build(() -> method.type().equals("per")
                    ? Denomination.per(indicator.orElseThrow(), size.orElseThrow(), unit.orElseThrow())
                    : Denomination.times(indicator.orElseThrow(), size.orElseThrow(), unit.orElseThrow()));
        });
    }

    static Optional<Imputation> imputation(DocumentNode node, String owner, StatedUnit unit) {
        return MethodNode.of(node, owner, IMPUTATIONS).flatMap(method -> switch (method.type()) {
            case "mean" -> {
                Optional<Imputation.Donors> donors = method.constant("donors", Imputation.Donors.class);
                yield method.build(() -> Imputation.mean(donors.orElseThrow()));
            }
            case "median" -> {
                Optional<Imputation.Donors> donors = method.constant("donors", Imputation.Donors.class);
                yield method.build(() -> Imputation.median(donors.orElseThrow()));
            }
            case "latest-year" -> {
                Optional<Integer> age = method.required(
                        "maximumAge",
                        n -> atLeastOne(n, method.named("Imputation.LatestYear.maximumAge must be at least 1 year")));
                yield method.build(() -> Imputation.latestYear(age.orElseThrow()));
            }
            case "linear-in-time" -> method.build(Imputation::linearInTime);
            case "regression" -> {
                Optional<String> covariate = method.required("covariate", n -> n.filled("Imputation.Regression"));
                yield method.build(() -> Imputation.regression(covariate.orElseThrow()));
            }
            default -> {
                Optional<Double> value = method.required("value", unit::number);
                String reason = method.reason();
                yield method.build(() -> Imputation.statedValue(value.orElseThrow(), reason));
            }
        });
    }

    /** A whole number of at least 1. */
    static Optional<Integer> atLeastOne(DocumentNode node, String rule) {
        Optional<Integer> number = node.integer();
        if (number.isPresent() && !(number.get() >= 1)) {
            node.report(rule, node.describe(), DocumentNode.CORRECT);
            return Optional.empty();
        }
        return number;
    }

    static Optional<ImmutableList<Treatment>> treatments(DocumentNode node, String owner, StatedUnit unit) {
        return MethodNode.list(node, element -> treatment(element, owner, unit));
    }

    private static Optional<Treatment> treatment(DocumentNode node, String owner, StatedUnit unit) {
        return MethodNode.of(node, owner, TREATMENTS).flatMap(method -> switch (method.type()) {
            case "winsorise" -> {
                Optional<Integer> points = method.required(
                        "maximumPoints",
                        n -> atLeastOne(n, method.named("Treatment.Winsorise.maximumPoints must be at least 1")));
                double skewness = skewness(method, "Winsorise");
                double kurtosis = method.optional("kurtosis", Treatment.KURTOSIS, DocumentNode::number);
                yield method.build(() -> new Treatment.Winsorise(points.orElseThrow(), skewness, kurtosis));
            }
            case "if-skewed" -> {
                double skewness = skewness(method, "IfSkewed");
                double kurtosis = method.optional("kurtosis", Treatment.KURTOSIS, DocumentNode::number);
                Optional<Treatment> then = method.required("then", n -> treatment(n, owner, unit));
                yield method.build(() -> new Treatment.IfSkewed(skewness, kurtosis, then.orElseThrow()));
            }
            case "log" -> {
                Optional<Treatment.LogForm> form = method.constant("form", Treatment.LogForm.class);
                unit.change();
                yield method.build(() -> Treatment.log(form.orElseThrow()));
            }
            case "box-cox" -> {
                Optional<Double> lambda = method.required(
                        "lambda",
                        n -> n.number(
                                x -> x >= -5 && x <= 5,
                                method.named("Treatment.BoxCox.lambda must be in [-5, 5]"),
                                DocumentNode.CORRECT));
                unit.change();
                yield method.build(() -> Treatment.boxCox(lambda.orElseThrow()));
            }
            case "fitted-box-cox" -> {
                unit.change();
                yield method.build(Treatment::fittedBoxCox);
            }
            case "linear" -> {
                double factor = method.optional(
                        "factor",
                        1.0,
                        n -> n.number(
                                x -> x > 0,
                                method.named("Treatment.Linear.factor must be positive"),
                                "direction says which way is good"));
                double offset = method.optional("offset", 0.0, DocumentNode::number);
                unit.change();
                yield method.build(() -> Treatment.linear(factor, offset));
            }
            case "power" -> {
                Optional<Double> exponent = method.required(
                        "exponent",
                        n -> n.number(
                                x -> x > 0,
                                method.named("Treatment.Power.exponent must be positive"),
                                DocumentNode.CORRECT));
                unit.change();
                yield method.build(() -> Treatment.power(exponent.orElseThrow()));
            }
            case "exponential" -> {
                unit.change();
                yield method.build(Treatment::exponential);
            }
            case "cap" -> cap(method, unit);
            default -> percentileCap(method);
        });
    }

    private static double skewness(MethodNode method, String type) {
        return method.optional(
                "skewness",
                Treatment.SKEWNESS,
                n -> n.number(
                        x -> x >= 0,
                        method.named("Treatment." + type + ".skewness must not be negative"),
                        "write the limit of the absolute skewness"));
    }

    private static Optional<Treatment> cap(MethodNode method, StatedUnit unit) {
        double low = method.optional("low", Double.NEGATIVE_INFINITY, unit::number);
        double high = method.optional("high", Double.POSITIVE_INFINITY, unit::number);
        Optional<DocumentNode> lowNode = method.node().optional("low");
        Optional<DocumentNode> highNode = method.node().optional("high");
        if (lowNode.isEmpty() && highNode.isEmpty()) {
            method.node().report(method.named("Treatment.Cap must have low, high or both"), "", "add one");
        } else {
            checkOrder(method, "Treatment.Cap", low, high);
        }
        return method.build(() -> Treatment.cap(low, high));
    }

    private static Optional<Treatment> percentileCap(MethodNode method) {
        String rule = method.named("Treatment.PercentileCap must have percentiles in [0, 100]");
        double low = method.optional("low", 0.0, n -> n.number(p -> p >= 0 && p <= 100, rule, DocumentNode.CORRECT));
        double high =
                method.optional("high", 100.0, n -> n.number(p -> p >= 0 && p <= 100, rule, DocumentNode.CORRECT));
        checkOrder(method, "Treatment.PercentileCap", low, high);
        return method.build(() -> Treatment.percentileCap(low, high));
    }

    private static void checkOrder(MethodNode method, String type, double low, double high) {
        if (!(low < high)) {
            method.node()
                    .report(
                            method.named(type + " must have low < high"),
                            method.node()
                                            .optional("low")
                                            .map(DocumentNode::describe)
                                            .orElse("0") + " to "
                                    + method.node()
                                            .optional("high")
                                            .map(DocumentNode::describe)
                                            .orElse("100"),
                            DocumentNode.CORRECT);
        }
    }
}
