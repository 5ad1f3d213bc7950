package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Weighting;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The pillars of a framework with what a reference gave them: weights, scales of sub-indices, peers. Fitted from the leaves up,
 * so that each looks at finished scores of its children.
 */
final class FittedPillars implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The root, with the weights that count. */
    private final Pillar index;

    private final ImmutableMap<String, Scale> rescalings;
    private final ImmutableMap<String, Peers> peers;
    private final boolean isSupposing;

    private FittedPillars(
            Pillar index,
            ImmutableMap<String, Scale> rescalings,
            ImmutableMap<String, Peers> peers,
            boolean isSupposing) {
        this.index = index;
        this.rescalings = rescalings;
        this.peers = peers;
        this.isSupposing = isSupposing;
    }

    /** The same pillars above values that are supposed. */
    FittedPillars supposing() {
        return new FittedPillars(index, rescalings, peers, true);
    }

    /** Whether values are supposed, not known. */
    boolean isSupposing() {
        return isSupposing;
    }

    IndexTree tree(MissingDataPolicy missing) {
        return new IndexTree(index, missing, rescalings, peers, isSupposing);
    }

    /** The same under other stated weights, on which no fit of a pillar depends. */
    FittedPillars withWeights(Reweighting reweighting) {
        return new FittedPillars(reweighting.of(index), rescalings, peers, isSupposing);
    }

    static FittedPillars fit(
            ScoringFramework framework,
            ImmutableList<FittedColumn> columns,
            IndicatorTable reference,
            @Nullable IndicatorPanel panel,
            boolean isSupposing) {
        FittedPillars fitted = new FittedPillars(framework.index(), ImmutableMap.of(), ImmutableMap.of(), isSupposing);
        ImmutableList<IndexNode> nodes = Nodes.all(framework.index());
        LeafScores leaves = null;
        for (IndexNode node : nodes.reverse()) {
            if (!(node instanceof Pillar pillar)) {
                continue;
            }
            if (needsWeights(pillar) || pillar.normalisation().isPresent()) {
                boolean looks = looksAtReference(pillar);
                if (looks && leaves == null) {
                    leaves = LeafScores.of(columns, reference, panel, fitted.tree(framework.missing()));
                }
                fitted = fitted.with(pillar, looks ? leaves : null, framework.missing());
            }
        }
        return fitted;
    }

    private static boolean needsWeights(Pillar pillar) {
        return !(pillar.weighting() instanceof Weighting.Stated);
    }

    /** Whether the weights of its children, or its scale, are worked out from scores below it. */
    static boolean looksAtReference(Pillar pillar) {
        Weighting weighting = pillar.weighting();
        return !(weighting instanceof Weighting.Stated
                        || weighting instanceof Weighting.Equal
                        || weighting instanceof Weighting.AnalyticHierarchy)
                || pillar.normalisation().filter(ScaleFit::looksAtReference).isPresent();
    }

    /** Whether a pillar looks at the reference. */
    boolean looksAtReference() {
        return Nodes.all(index).stream().anyMatch(node -> node instanceof Pillar pillar && looksAtReference(pillar));
    }

    private FittedPillars with(Pillar pillar, @Nullable LeafScores leaves, MissingDataPolicy missing) {
        FittedPillars fitted = this;
        if (needsWeights(pillar)) {
            double[][] scores = leaves == null ? new double[0][] : leaves.childScores(tree(missing), pillar.id());
            fitted = fitted.weighted(pillar, scores);
        }
        if (pillar.normalisation().isPresent()) {
            Normalisation normalisation = pillar.normalisation().get();
            ImmutableMap<String, Double> scores = ScaleFit.looksAtReference(normalisation) && leaves != null
                    ? leaves.aggregated(fitted.tree(missing), pillar.id())
                    : ImmutableMap.of();
            Scale scale = ScaleFit.of(pillar, normalisation)
                    .to(
                            scores.entrySet().stream()
                                    .filter(e -> leaves != null && leaves.isRanked(e.getKey()))
                                    .mapToDouble(Map.Entry::getValue)
                                    .toArray(),
                            unit -> scores.getOrDefault(unit, Double.NaN));
            Map<String, Scale> more = new LinkedHashMap<>(fitted.rescalings);
            more.put(pillar.id(), scale);
            fitted = new FittedPillars(fitted.index, ImmutableMap.copyOf(more), fitted.peers, isSupposing);
        }
        return fitted;
    }

    private FittedPillars weighted(Pillar pillar, double[][] scores) {
        if (pillar.weighting() instanceof Weighting.BenefitOfTheDoubt) {
            Map<String, Peers> more = new LinkedHashMap<>(peers);
            more.put(
                    pillar.id(),
                    new Peers(pillar.children().stream().map(IndexNode::id).toList(), scores));
            return new FittedPillars(index, rescalings, ImmutableMap.copyOf(more), isSupposing);
        }
        double[] weights = weightsOfChildren(pillar, complete(scores));
        Pillar reweighted = (Pillar) reweighted(index, pillar.id(), weights);
        if (pillar.aggregation() instanceof Aggregation.Choquet choquet) {
            PillarRules.checkMonotone(pillar, choquet, Dispersion.shares(weights));
        }
        return new FittedPillars(reweighted, rescalings, peers, isSupposing);
    }

    /** Computed in the order of ids, so that the order of the tree changes no bit of them. */
    private static double[] weightsOfChildren(Pillar pillar, double[][] scores) {
        ImmutableList<IndexNode> children = pillar.children();
        int[] byId = IntStream.range(0, children.size())
                .boxed()
                .sorted(Comparator.comparing(child -> children.get(child).id()))
                .mapToInt(child -> child)
                .toArray();
        Pillar sorted =
                pillar.withChildren(Arrays.stream(byId).mapToObj(children::get).toList());
        double[] found;
        try {
            found = weights(
                    sorted,
                    scores.length == 0
                            ? scores
                            : Arrays.stream(byId)
                                    .mapToObj(child -> scores[child])
                                    .toArray(double[][]::new));
        } catch (IllegalArgumentException | ArithmeticException e) {
            boolean isOfData = scores.length > 0;
            throw new IllegalArgumentException(
                    "Pillar " + pillar.id() + ", " + pillar.weighting() + ": " + e.getMessage()
                            + (isOfData
                                    ? Nodes.numbered(sorted.children().stream()
                                            .map(IndexNode::id)
                                            .toArray(String[]::new))
                                    : ""),
                    e);
        }
        double[] weights = new double[found.length];
        for (int i = 0; i < byId.length; i++) {
            weights[byId[i]] = found[i];
        }
        return weights;
    }

    private static double[] weights(Pillar pillar, double[][] scores) {
        Weighting weighting = pillar.weighting();
        if (weighting instanceof Weighting.Equal) {
            return IntStream.range(0, pillar.children().size())
                    .mapToDouble(i -> 1)
                    .toArray();
        }
        if (weighting instanceof Weighting.AnalyticHierarchy hierarchy) {
            return priorities(pillar, hierarchy);
        }
        if (weighting instanceof Weighting.Entropy) {
            return DataWeights.entropy(scores);
        }
        if (weighting instanceof Weighting.Critic) {
            return DataWeights.critic(scores);
        }
        if (weighting instanceof Weighting.StandardDeviation deviation) {
            return deviation.inverse()
                    ? DataWeights.inverseStandardDeviation(scores)
                    : DataWeights.standardDeviation(scores);
        }
        return switch (((Weighting.PrincipalComponents) weighting).components()) {
            case FIRST ->
                PrincipalComponentWeights.firstComponent(scores, PrincipalComponentWeights.Loadings.AS_THEY_ARE);
            case FIRST_SQUARED ->
                PrincipalComponentWeights.firstComponent(scores, PrincipalComponentWeights.Loadings.SQUARED);
            case ROTATED -> PrincipalComponentWeights.rotated(scores);
        };
    }

    private static double[] priorities(Pillar pillar, Weighting.AnalyticHierarchy hierarchy) {
        double[][] matrix = hierarchy.judgements().stream()
                .map(row -> row.stream().mapToDouble(x -> x).toArray())
                .toArray(double[][]::new);
        PairwiseComparison comparison =
                PairwiseComparison.of(matrix, hierarchy.priorities() == Weighting.Priorities.GEOMETRIC_MEAN);
        if (!(comparison.consistencyRatio() <= hierarchy.maximumInconsistency())) {
            throw new IllegalArgumentException("the consistency ratio of the judgements must be at most "
                    + Numbers.shortest(hierarchy.maximumInconsistency()) + " but was "
                    + Numbers.significant(comparison.consistencyRatio(), 4)
                    + "; judge again, or state a higher maximumInconsistency and why");
        }
        return pillar.children().stream()
                .mapToDouble(child ->
                        comparison.priorities().get(hierarchy.children().indexOf(child.id())))
                .toArray();
    }

    /** The units that have all children. */
    private static double[][] complete(double[][] scores) {
        if (scores.length == 0) {
            return scores;
        }
        int[] units = IntStream.range(0, scores[0].length)
                .filter(unit -> Arrays.stream(scores).noneMatch(child -> Double.isNaN(child[unit])))
                .toArray();
        return Arrays.stream(scores)
                .map(child ->
                        Arrays.stream(units).mapToDouble(unit -> child[unit]).toArray())
                .toArray(double[][]::new);
    }

    private static IndexNode reweighted(IndexNode node, String id, double[] weights) {
        if (!(node instanceof Pillar pillar)) {
            return node;
        }
        ImmutableList.Builder<IndexNode> children = ImmutableList.builder();
        for (int i = 0; i < pillar.children().size(); i++) {
            IndexNode child = pillar.children().get(i);
            if (pillar.id().equals(id)) {
                children.add(
                        child instanceof Pillar p
                                ? p.withWeight(weights[i])
                                : ((Indicator) child).withWeight(weights[i]));
            } else {
                children.add(reweighted(child, id, weights));
            }
        }
        Pillar changed = pillar.id().equals(id) ? pillar.withWeightsSumTo(Optional.empty()) : pillar;
        return changed.withChildren(children.build());
    }

    /** What the reference gave a pillar, in words. */
    String given(Pillar pillar) {
        String weights = pillar.weighting() instanceof Weighting.Stated
                ? ""
                : pillar.weighting() + (peers.containsKey(pillar.id()) ? ", each unit its own" : "");
        Scale scale = rescalings.get(pillar.id());
        String rescaled = scale == null || scale.fitted().length == 0 ? "" : scale.given();
        return weights + (weights.isEmpty() || rescaled.isEmpty() ? "" : "; ") + rescaled;
    }

    /** All numbers that the reference gave. */
    double[] fitted() {
        List<double[]> parts = new ArrayList<>();
        Nodes.all(index).stream()
                .filter(Pillar.class::isInstance)
                .map(Pillar.class::cast)
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .forEach(pillar -> {
                    if (needsWeights(pillar)) {
                        parts.add(pillar.children().stream()
                                .sorted((a, b) -> a.id().compareTo(b.id()))
                                .mapToDouble(IndexNode::weight)
                                .toArray());
                    }
                    Scale scale = rescalings.get(pillar.id());
                    if (scale != null) {
                        parts.add(scale.fitted());
                    }
                    Peers own = peers.get(pillar.id());
                    if (own != null) {
                        parts.add(own.numbers());
                    }
                });
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    @Override
    public String toString() {
        return index.toString();
    }
}
