package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.statecraft.Progress;
import io.github.statecraft.internal.work.Parts;
import io.github.statecraft.internal.work.RandomBits;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The runs of a {@link MethodDesign} on one table: each gives the scores of all units, or says why there are none. */
final class MethodRuns {
    private final MethodDesign design;
    private final IndicatorTable table;
    private final ImmutableList<MethodFactor> factors;
    /** Alternatives of each factor; 1 for those that are drawn. */
    private final int[] levels;

    /** The first uniform number of each factor, then how many there are. */
    private final int[] start;
    /** By factor; null for those that are not the weights of one node. */
    private final @Nullable DrawnWeights[] drawn;

    /** By factor, the children of the node whose weights it draws. */
    private final ImmutableList<ImmutableList<String>> drawnChildren;

    private final ImmutableList<String> nodes;
    /** The nodes whose weights a factor of their own draws. */
    private final ImmutableSet<String> drawnNodes;

    /** Null if the data stay as they are. */
    private final @Nullable TableDraws data;

    /** By number; empty until they are fitted. */
    private List<Combination> combinations = List.of();

    MethodRuns(MethodDesign design, IndicatorTable table) {
        this.design = design;
        this.table = table;
        factors = design.varied().values().asList();
        levels = factors.stream()
                .mapToInt(factor -> factor instanceof MethodFactor.Alternatives alternatives
                        ? alternatives.variants().size()
                        : 1)
                .toArray();
        data = factors.stream().anyMatch(MethodFactor.Data.class::isInstance)
                ? TableDraws.of(table, columns(design))
                : null;
        start = new int[levels.length + 1];
        drawn = new DrawnWeights[levels.length];
        ImmutableList.Builder<ImmutableList<String>> children = ImmutableList.builder();
        for (int factor = 0; factor < levels.length; factor++) {
            start[factor + 1] = start[factor] + factors.get(factor).coordinates(design.framework());
            ImmutableList<String> own = ImmutableList.of();
            if (factors.get(factor) instanceof MethodFactor.NodeWeights node) {
                own = node.children(design.framework());
                drawn[factor] = DrawnWeights.of(own, node.weights());
            }
            children.add(own);
        }
        drawnChildren = children.build();
        drawnNodes = drawnChildren.stream().flatMap(List::stream).collect(ImmutableSet.toImmutableSet());
        nodes = MethodFactor.WeightNoise.nodes(design.framework().index()).stream()
                .map(IndexNode::id)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * One combination of alternatives.
     *
     * @param framework null if it cannot be built
     * @param weights that are stated and count
     * @param scores null if it cannot be fitted or scored
     * @param isFittedInside whether a pillar is fitted to scores below it, so that other weights need another fit
     * @param error why not; empty if it can
     */
    private record Combination(
            @Nullable ScoringFramework framework,
            ImmutableMap<String, Double> weights,
            @Nullable ScoreTable scores,
            boolean isFittedInside,
            String error) {
        @Override
        public String toString() {
            return error.isEmpty() ? "scored" : error;
        }
    }

    /** What a run gives. */
    static final class Run {
        private final double[] scores;
        private final String error;

        private Run(double[] scores, String error) {
            this.scores = scores;
            this.error = error;
        }

        /** By row of the table, NaN where there is none; not to be changed. */
        double[] scores() {
            return scores;
        }

        /** Why there are none at all; empty if there are. */
        String error() {
            return error;
        }

        @Override
        public String toString() {
            return error.isEmpty() ? "scored" : error;
        }
    }

    /** The columns that a design reads: those of the framework as it is, and what single alternatives need besides. */
    private static Set<String> columns(MethodDesign design) {
        Set<String> columns = new LinkedHashSet<>(design.framework().columns());
        for (MethodFactor factor : design.varied().values()) {
            if (factor instanceof MethodFactor.Alternatives alternatives) {
                alternatives
                        .variants()
                        .forEach(variant -> columns.addAll(
                                VariedFramework.of(design.framework(), variant).columns()));
            }
        }
        return columns;
    }

    /** How much of the data varies; empty if they stay as they are. */
    Optional<DataCoverage> coverage() {
        return Optional.ofNullable(data).map(DataCoverage::of);
    }

    int[] levels() {
        return levels.clone();
    }

    /** How many combinations of alternatives there are. */
    long combinations() {
        long count = 1;
        for (int level : levels) {
            count = Math.min(Long.MAX_VALUE / level, count) * level;
        }
        return count;
    }

    /** The alternatives of a combination; 0 for factors that are drawn. The last factor changes first. */
    private int[] alternatives(int combination) {
        int[] chosen = new int[levels.length];
        int rest = combination;
        for (int factor = levels.length - 1; factor >= 0; factor--) {
            chosen[factor] = rest % levels[factor];
            rest /= levels[factor];
        }
        return chosen;
    }

    /** A combination in words. */
    String label(int combination) {
        int[] chosen = alternatives(combination);
        List<String> words = new ArrayList<>();
        for (int factor = 0; factor < levels.length; factor++) {
            if (factors.get(factor) instanceof MethodFactor.Alternatives alternatives) {
                words.add(design.varied().keySet().asList().get(factor) + ": "
                        + alternatives.variants().get(chosen[factor]).label());
            }
        }
        return words.isEmpty() ? "as stated" : String.join("; ", words);
    }

    private Combination combination(int number) {
        int[] chosen = alternatives(number);
        ScoringFramework framework = null;
        try {
            framework = design.framework();
            for (int factor = 0; factor < levels.length; factor++) {
                if (factors.get(factor) instanceof MethodFactor.Alternatives alternatives) {
                    framework = VariedFramework.of(
                            framework, alternatives.variants().get(chosen[factor]));
                }
            }
            ImmutableMap<String, Double> weights = MethodFactor.statedWeights(framework.index());
            ScoreTable scores = framework.scoreAll(table);
            return new Combination(framework, weights, scores, isFittedInside(scores, weights), "");
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Combination(framework, ImmutableMap.of(), null, false, String.valueOf(e.getMessage()));
        }
    }

    /** Weights that are what they were can be given again, unless something is fitted to them. */
    private static boolean isFittedInside(ScoreTable scores, ImmutableMap<String, Double> weights) {
        try {
            scores.scoresUnder(weights);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** The runs of all combinations, of a finite design. */
    List<Run> enumerated(int threads, Progress progress) {
        return Parts.all((int) combinations(), threads, progress, number -> {
            Combination combination = combination(number);
            ScoreTable scores = combination.scores();
            return scores == null ? failed(combination.error()) : new Run(scores(scores), "");
        });
    }

    /** Fits all combinations, before runs are drawn. */
    void fit(int threads) {
        combinations = Parts.all((int) combinations(), threads, Progress.none(), this::combination);
    }

    /** How many uniform numbers each factor takes. */
    List<Integer> coordinates() {
        return IntStream.range(0, levels.length)
                .mapToObj(factor -> start[factor + 1] - start[factor])
                .toList();
    }

    /** The combination that a point stands for. */
    int combinationAt(double[] point) {
        int number = 0;
        for (int factor = 0; factor < levels.length; factor++) {
            int level = factors.get(factor) instanceof MethodFactor.Alternatives alternatives
                    ? alternatives.level(point[start[factor]])
                    : 0;
            number = number * levels[factor] + level;
        }
        return number;
    }

    /** The run at a point. */
    Run at(double[] point) {
        Combination combination = combinations.get(combinationAt(point));
        ScoringFramework framework = combination.framework();
        if (framework == null || !combination.error().isEmpty()) {
            return failed(combination.error());
        }
        try {
            ImmutableMap<String, Double> weights = weights(combination, point);
            ScoreTable fitted = combination.scores();
            if (fitted == null || (combination.isFittedInside() && !weights.isEmpty())) {
                fitted = VariedFramework.withWeights(framework, weights).scoreAll(table);
                weights = ImmutableMap.of();
            }
            if (data != null) {
                fitted = fitted.supposing(tableAt(data, point));
            }
            return new Run(weights.isEmpty() ? scores(fitted) : scores(fitted.scoresUnder(weights)), "");
        } catch (IllegalArgumentException | ArithmeticException e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    /** The weights that a point stands for, of nodes whose weights are stated and count. */
    private ImmutableMap<String, Double> weights(Combination combination, double[] point) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int factor = 0; factor < levels.length; factor++) {
            DrawnWeights ofNode = drawn[factor];
            if (ofNode != null) {
                ImmutableList<String> children = drawnChildren.get(factor);
                double[] shares = ofNode.at(point, start[factor]);
                for (int i = 0; i < shares.length; i++) {
                    if (combination.weights().containsKey(children.get(i))) {
                        weights.put(children.get(i), shares[i]);
                    }
                }
            }
        }
        for (int factor = 0; factor < levels.length; factor++) {
            if (factors.get(factor) instanceof MethodFactor.WeightNoise noise) {
                addNoise(combination, noise, point, start[factor], weights);
            }
        }
        return ImmutableMap.copyOf(weights);
    }

    private void addNoise(
            Combination combination,
            MethodFactor.WeightNoise noise,
            double[] point,
            int from,
            Map<String, Double> weights) {
        for (int node = 0; node < nodes.size(); node++) {
            String id = nodes.get(node);
            Double stated = combination.weights().get(id);
            if (stated != null && !drawnNodes.contains(id)) {
                double before = weights.getOrDefault(id, stated);
                weights.put(id, before * (1 + noise.relative() * (2 * point[from + node] - 1)));
            }
        }
    }

    /** The table that a point stands for; its stream is that of the bits of the coordinate. */
    private IndicatorTable tableAt(TableDraws values, double[] point) {
        int factor = 0;
        while (!(factors.get(factor) instanceof MethodFactor.Data)) {
            factor++;
        }
        long stream = Double.doubleToLongBits(point[start[factor]]);
        return values.table(RandomBits.of(design.sampling().seed(), stream));
    }

    private double[] scores(Map<String, Double> scores) {
        return table.units().stream()
                .mapToDouble(unit -> scores.getOrDefault(unit, Double.NaN))
                .toArray();
    }

    private Run failed(String error) {
        double[] none = new double[table.units().size()];
        Arrays.fill(none, Double.NaN);
        return new Run(none, error);
    }

    private double[] scores(ScoreTable scores) {
        return table.units().stream()
                .mapToDouble(unit -> scores.score(unit).orElse(Double.NaN))
                .toArray();
    }

    @Override
    public String toString() {
        return "runs of " + design;
    }
}
