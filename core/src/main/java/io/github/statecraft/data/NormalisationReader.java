package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Benchmark;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import io.github.statecraft.score.method.OutputRange;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes a {@link Normalisation} and its range of nodes of a document. */
final class NormalisationReader {
    private static final ImmutableListMultimap<String, String> METHODS = ImmutableListMultimap.<String, String>builder()
            .putAll("goalposts", "type", "low", "high", "outOfRange", "reason")
            .putAll("log-goalposts", "type", "low", "high", "outOfRange", "reason")
            .putAll("min-max", "type")
            .putAll("ordinal-map", "type", "levels", "reason")
            .putAll("as-is", "type")
            .putAll("z-score", "type", "mean", "standardDeviation", "divisor")
            .putAll("distance", "type", "form", "benchmark", "outOfRange")
            .putAll("percentile-rank", "type", "form")
            .putAll("rank", "type", "equal")
            .putAll("borda", "type", "equal")
            .putAll("categorical", "type", "boundsOf", "lowest", "scoreFrom", "reason")
            .putAll("piecewise-linear", "type", "points", "outOfRange", "reason")
            .build();
    private static final ImmutableListMultimap<String, String> BENCHMARKS =
            ImmutableListMultimap.<String, String>builder()
                    .putAll("best", "type")
                    .putAll("mean", "type")
                    .putAll("unit", "type", "id")
                    .putAll("target", "type", "value", "reason")
                    .build();

    /** Methods whose scores say which way is good. */
    private static final ImmutableSet<String> WITHOUT_DIRECTION =
            ImmutableSet.of("ordinal-map", "as-is", "categorical", "piecewise-linear");
    /** Methods that state their scores themselves. */
    private static final ImmutableSet<String> WITHOUT_RANGE =
            ImmutableSet.of("ordinal-map", "as-is", "categorical", "piecewise-linear", "z-score", "rank", "borda");

    private static final String ALONE = " must have a normalisation beside a ";
    private static final String ADD = "add a normalisation, or remove it";

    private final MethodNode method;
    private final StatedUnit unit;

    private NormalisationReader(MethodNode method, StatedUnit unit) {
        this.method = method;
        this.unit = unit;
    }

    static Optional<Normalisation> normalisation(DocumentNode node, String owner, StatedUnit unit) {
        return MethodNode.of(node, owner, METHODS).flatMap(method -> new NormalisationReader(method, unit).read());
    }

    static Optional<OutputRange> range(DocumentNode node, String owner) {
        int before = node.problems();
        node.allow("low", "high");
        Optional<DocumentNode> lowNode = node.required("low");
        Optional<DocumentNode> highNode = node.required("high");
        Optional<Double> low = lowNode.flatMap(DocumentNode::number);
        Optional<Double> high = highNode.flatMap(DocumentNode::number);
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        checkOrder(node, owner + ": range", lowNode.get(), low.get(), highNode.get(), high.get());
        return node.problems() > before ? Optional.empty() : node.build(() -> OutputRange.of(low.get(), high.get()));
    }

    /** Reports ends that are not in order. */
    private static void checkOrder(
            DocumentNode node, String owner, DocumentNode lowNode, double low, DocumentNode highNode, double high) {
        if (!(low < high)) {
            node.report(
                    owner + " must have low < high",
                    lowNode.describe() + " to " + highNode.describe(),
                    "correct them; direction says which way is good");
        }
    }

    /** Reports a direction or range that means nothing beside the normalisation of a node, or without one. */
    static void checkRescaling(
            DocumentNode node, String owner, Optional<Direction> direction, Optional<OutputRange> range) {
        Optional<DocumentNode> method = node.optional("normalisation");
        Optional<String> type = method.flatMap(n -> n.optional("type"))
                .map(DocumentNode::value)
                .filter(String.class::isInstance)
                .map(String.class::cast);
        boolean isAlone = method.isEmpty();
        if (direction.equals(Optional.of(Direction.LOWER_IS_BETTER))
                && (isAlone || type.filter(WITHOUT_DIRECTION::contains).isPresent())) {
            node.required("direction")
                    .ifPresent(n -> n.report(
                            owner
                                    + (isAlone
                                            ? ALONE + "direction"
                                            : ": direction must be HIGHER_IS_BETTER beside " + type.get()),
                            Problems.quote(Direction.LOWER_IS_BETTER.name()),
                            isAlone
                                    ? ADD
                                    : type.get().equals("as-is")
                                            ? "take goalposts to turn a scale round"
                                            : "the scores of the map say which way is good"));
        }
        if (range.isPresent()
                && !range.get().equals(OutputRange.HUNDRED)
                && (isAlone || type.filter(WITHOUT_RANGE::contains).isPresent())) {
            node.required("range")
                    .ifPresent(n -> n.report(
                            owner + (isAlone ? ALONE + "range" : ": range must not stand beside " + type.get()),
                            range.get().toString(),
                            isAlone ? ADD : "remove it: the method states its scores itself"));
        }
    }

    /** A normalisation of an aggregated score: no map of codes, and none that bends the score back. */
    static Optional<Normalisation> rescaling(DocumentNode node, String owner) {
        Optional<Normalisation> method = normalisation(node, owner, StatedUnit.none(owner));
        if (method.isPresent() && method.get() instanceof Normalisation.OrdinalMap) {
            node.required("type")
                    .ifPresent(n -> n.report(
                            owner + ": an ordinal map is for codes, of which an aggregated score has none",
                            n.describe(),
                            "take categorical or piecewise-linear"));
            return Optional.empty();
        }
        ImmutableList.Builder<Double> scores = ImmutableList.builder();
        if (method.isPresent() && method.get() instanceof Normalisation.Categorical categories) {
            scores.add(categories.lowest()).addAll(categories.scoreFrom().values());
        } else if (method.isPresent() && method.get() instanceof Normalisation.PiecewiseLinear line) {
            scores.addAll(line.points().values());
        }
        if (!Ordering.natural().isOrdered(scores.build())) {
            node.report(
                    owner + ": the scores of a rescaling must not fall where the aggregated score rises",
                    scores.build().stream().map(Numbers::shortest).collect(Collectors.joining(", ")),
                    "correct them; goalposts or min-max with LOWER_IS_BETTER turn a scale round");
            return Optional.empty();
        }
        return method;
    }

    private Optional<Normalisation> read() {
        return switch (method.type()) {
            case "goalposts" -> goalposts(false);
            case "log-goalposts" -> goalposts(true);
            case "min-max" -> method.build(Normalisation::minMax);
            case "ordinal-map" -> ordinalMap();
            case "as-is" -> method.build(Normalisation::asIs);
            case "z-score" -> zScore();
            case "distance" -> distance();
            case "percentile-rank" -> percentileRank();
            case "rank" -> {
                Normalisation.EqualValues equal = method.constant("equal", Normalisation.EqualValues.MEAN);
                yield method.build(() -> Normalisation.rank(equal));
            }
            case "borda" -> {
                Normalisation.EqualValues equal = method.constant("equal", Normalisation.EqualValues.MEAN);
                yield method.build(() -> Normalisation.borda(equal));
            }
            case "categorical" -> categorical();
            default -> piecewiseLinear();
        };
    }

    private Optional<Normalisation> goalposts(boolean isLog) {
        String goalposts = method.named("Normalisation." + (isLog ? "LogGoalposts" : "Goalposts"));
        Optional<DocumentNode> lowNode = method.required("low");
        Optional<DocumentNode> highNode = method.required("high");
        Optional<Double> low = method.kept(lowNode.flatMap(unit::number));
        Optional<Double> high = method.kept(highNode.flatMap(unit::number));
        OutOfRange outOfRange = method.constant("outOfRange", OutOfRange.REFUSE);
        String reason = method.reason();
        if (isLog && low.isPresent() && !(low.get() > 0)) {
            lowNode.get()
                    .report(goalposts + ".low must be positive", lowNode.get().describe(), DocumentNode.CORRECT);
        }
        if (low.isPresent() && high.isPresent()) {
            checkOrder(method.node(), goalposts, lowNode.get(), low.get(), highNode.get(), high.get());
        }
        return method.build(() -> isLog
                ? new Normalisation.LogGoalposts(low.orElseThrow(), high.orElseThrow(), outOfRange, reason)
                : new Normalisation.Goalposts(low.orElseThrow(), high.orElseThrow(), outOfRange, reason));
    }

    private Optional<Normalisation> ordinalMap() {
        String levels = method.named("Normalisation.OrdinalMap.levels");
        String reason = method.reason();
        Optional<ImmutableSortedMap<Double, Double>> points = points(
                new Points("levels", "level", levels, 2),
                DocumentNode::number,
                n -> n.number(s -> s >= 0 && s <= 100, levels + " must have scores in [0, 100]", DocumentNode.CORRECT));
        return method.build(() -> new Normalisation.OrdinalMap(points.orElseThrow(), reason));
    }

    private Optional<Normalisation> zScore() {
        double mean = method.optional("mean", 0.0, DocumentNode::number);
        double deviation = method.optional(
                "standardDeviation",
                1.0,
                n -> n.number(
                        s -> s > 0,
                        method.named("Normalisation.ZScore.standardDeviation must be positive"),
                        "write how many points one standard deviation is"));
        Normalisation.Divisor divisor = method.constant("divisor", Normalisation.Divisor.SAMPLE);
        return method.build(() -> new Normalisation.ZScore(mean, deviation, divisor));
    }

    private Optional<Normalisation> distance() {
        Optional<Normalisation.DistanceForm> form = method.constant("form", Normalisation.DistanceForm.class);
        Optional<Benchmark> benchmark = method.required("benchmark", this::benchmark);
        OutOfRange outOfRange = method.constant("outOfRange", OutOfRange.EXTEND);
        if (form.equals(Optional.of(Normalisation.DistanceForm.DIFFERENCE)) && outOfRange != OutOfRange.EXTEND) {
            method.required("outOfRange")
                    .ifPresent(n -> n.report(
                            method.named("Normalisation.Distance.outOfRange must be EXTEND beside a DIFFERENCE"),
                            n.describe(),
                            "remove it: a difference goes both ways"));
        }
        return method.build(() -> new Normalisation.Distance(form.orElseThrow(), benchmark.orElseThrow(), outOfRange));
    }

    private Optional<Benchmark> benchmark(DocumentNode node) {
        return MethodNode.of(node, method.named("Normalisation.Distance.benchmark"), BENCHMARKS)
                .flatMap(benchmark -> switch (benchmark.type()) {
                    case "best" -> benchmark.build(Benchmark.Best::new);
                    case "mean" -> benchmark.build(Benchmark.Mean::new);
                    case "unit" -> {
                        Optional<String> id = benchmark.required("id", n -> n.filled("Benchmark.Unit"));
                        yield benchmark.build(() -> new Benchmark.Unit(id.orElseThrow()));
                    }
                    default -> {
                        Optional<Double> value = benchmark.required("value", unit::number);
                        String reason = benchmark.reason();
                        yield benchmark.build(() -> new Benchmark.Target(value.orElseThrow(), reason));
                    }
                });
    }

    private Optional<Normalisation> percentileRank() {
        Optional<Normalisation.PercentileForm> form = method.constant("form", Normalisation.PercentileForm.class);
        return method.build(() -> Normalisation.percentileRank(form.orElseThrow()));
    }

    private Optional<Normalisation> categorical() {
        Normalisation.BoundsOf boundsOf = method.constant("boundsOf", Normalisation.BoundsOf.VALUES);
        Optional<Double> lowest = method.required("lowest", DocumentNode::number);
        String bounds = method.named("Normalisation.Categorical.scoreFrom");
        Optional<ImmutableSortedMap<Double, Double>> scoreFrom = points(
                new Points("scoreFrom", "from", bounds, 1),
                boundsOf == Normalisation.BoundsOf.VALUES
                        ? unit::number
                        : n -> n.number(
                                p -> p >= 0 && p <= 100,
                                bounds + " must have percentiles in [0, 100]",
                                "correct it, or let boundsOf be VALUES"),
                DocumentNode::number);
        String reason = method.reason();
        return method.build(
                () -> new Normalisation.Categorical(boundsOf, lowest.orElseThrow(), scoreFrom.orElseThrow(), reason));
    }

    private Optional<Normalisation> piecewiseLinear() {
        Optional<ImmutableSortedMap<Double, Double>> points = points(
                new Points("points", "value", method.named("Normalisation.PiecewiseLinear.points"), 2),
                unit::number,
                DocumentNode::number);
        OutOfRange outOfRange = method.constant("outOfRange", OutOfRange.REFUSE);
        String reason = method.reason();
        return method.build(() -> new Normalisation.PiecewiseLinear(points.orElseThrow(), outOfRange, reason));
    }

    /**
     * A list of scores by something.
     *
     * @param field the list
     * @param by what the scores are given for
     * @param owner how errors call it
     * @param atLeast how many there must be
     */
    private record Points(String field, String by, String owner, int atLeast) {}

    private Optional<ImmutableSortedMap<Double, Double>> points(
            Points kind,
            Function<DocumentNode, Optional<Double>> byReader,
            Function<DocumentNode, Optional<Double>> scoreReader) {
        Optional<DocumentNode> list = method.required(kind.field());
        ImmutableList<DocumentNode> elements = list.map(DocumentNode::elements).orElse(ImmutableList.of());
        Map<Double, Double> points = new TreeMap<>();
        Set<Double> seen = new LinkedHashSet<>();
        for (DocumentNode element : elements) {
            element.allow(kind.by(), "score");
            Optional<Double> by = element.required(kind.by()).flatMap(byReader);
            Optional<Double> score = element.required("score").flatMap(scoreReader);
            if (by.isPresent() && !seen.add(by.get() + 0.0)) {
                element.report(
                        "each " + kind.by() + " must be given once",
                        Numbers.shortest(by.get()) + " twice",
                        "remove one");
            }
            by.ifPresent(key -> score.ifPresent(s -> points.put(key + 0.0, s)));
        }
        if (elements.size() < kind.atLeast()) {
            list.filter(n -> n.value() instanceof ImmutableList)
                    .ifPresent(n -> n.report(
                            kind.owner() + " must be at least " + (kind.atLeast() == 1 ? "one" : "two"),
                            elements.isEmpty() ? "none" : "one",
                            "add " + (kind.field().equals("scoreFrom") ? "bounds" : kind.field())));
        }
        return method.kept(
                points.size() == elements.size() && points.size() >= kind.atLeast()
                        ? Optional.of(ImmutableSortedMap.copyOf(points))
                        : Optional.empty());
    }
}
