package io.github.statecraft.audit;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.numerics.Statistics;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.Step;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Takes the profiles of indicators, nodes and pillars of one score table. */
final class Profiles {
    private final ScoreTable table;
    private final AuditScores scores;
    private final Signs signs;

    /** A pillar with its depth below the root. */
    private record Placed(Pillar pillar, int depth) {}

    private final ImmutableList<Placed> pillars;

    Profiles(ScoreTable table, AuditScores scores) {
        this.table = table;
        this.scores = scores;
        signs = Signs.of(table.framework().index());
        ImmutableList.Builder<Placed> all = ImmutableList.builder();
        collect(table.framework().index(), 0, all);
        pillars = all.build();
    }

    private static void collect(Pillar pillar, int depth, ImmutableList.Builder<Placed> all) {
        all.add(new Placed(pillar, depth));
        for (IndexNode child : pillar.children()) {
            if (child instanceof Pillar below) {
                collect(below, depth + 1, all);
            }
        }
    }

    ImmutableList<IndicatorProfile> indicators() {
        List<String> ranked =
                table.table().units().stream().filter(table.table()::isRanked).toList();
        IndicatorTable values = table.table(Step.DENOMINATED);
        IndicatorTable imputed = table.table(Step.IMPUTED);
        IndicatorTable treated = table.table(Step.TREATED);
        ImmutableList.Builder<IndicatorProfile> profiles = ImmutableList.builder();
        for (Indicator indicator : table.framework().indicators()) {
            String id = indicator.id();
            double[] own = scores.of(id);
            double[] given = AuditScores.column(values, scores.units(), id);
            double[] sorted =
                    Arrays.stream(own).filter(x -> !Double.isNaN(x)).sorted().toArray();
            profiles.add(new IndicatorProfile(
                    id,
                    ranked.size(),
                    Statistics.count(AuditScores.column(values, ranked, id)),
                    filled(given, own),
                    sorted.length,
                    runs(sorted),
                    longestRun(sorted),
                    AuditScores.shape(AuditScores.column(imputed, scores.units(), id)),
                    AuditScores.shape(AuditScores.column(treated, scores.units(), id)),
                    AuditScores.shape(own)));
        }
        return profiles.build();
    }

    private static int filled(double[] given, double[] scores) {
        int filled = 0;
        for (int i = 0; i < given.length; i++) {
            if (Double.isNaN(given[i]) && !Double.isNaN(scores[i])) {
                filled++;
            }
        }
        return filled;
    }

    private static int runs(double[] sorted) {
        int runs = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                runs++;
            }
        }
        return runs;
    }

    private static int longestRun(double[] sorted) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < sorted.length; i++) {
            run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    ImmutableList<PillarProfile> pillars() {
        return pillars.stream()
                .map(placed -> Consistency.of(placed.pillar(), scores))
                .collect(toImmutableList());
    }

    private static ImmutableList<String> childrenOf(Pillar pillar) {
        return pillar.children().stream().map(IndexNode::id).collect(toImmutableList());
    }

    /** All nodes but the root, in the order of the tree. */
    ImmutableList<NodeProfile> nodes() {
        ImmutableList.Builder<NodeProfile> profiles = ImmutableList.builder();
        addBelow(pillars.get(0), profiles);
        return profiles.build();
    }

    private void addBelow(Placed parent, ImmutableList.Builder<NodeProfile> profiles) {
        ImmutableList<String> children = childrenOf(parent.pillar());
        ImmutableMap<String, Statistic> withPillar = withPillar(parent.pillar().id(), children);
        ImmutableMap<String, Statistic> effective =
                effectiveShares(parent.pillar().id(), withPillar);
        ImmutableMap<String, Double> stated = statedShares(children);
        for (IndexNode child : parent.pillar().children()) {
            String id = child.id();
            profiles.add(new NodeProfile(
                    id,
                    parent.pillar().id(),
                    correlations(id, children),
                    Objects.requireNonNull(withPillar.get(id)),
                    correlations(id, othersBeside(parent)),
                    correlation(id, table.framework().index().id()),
                    Objects.requireNonNull(stated.get(id)),
                    Objects.requireNonNull(effective.get(id))));
            pillars.stream()
                    .filter(placed -> placed.pillar().id().equals(id))
                    .forEach(placed -> addBelow(placed, profiles));
        }
    }

    private ImmutableList<String> othersBeside(Placed parent) {
        return pillars.stream()
                .filter(other -> other.depth() == parent.depth()
                        && !other.pillar().id().equals(parent.pillar().id()))
                .map(other -> other.pillar().id())
                .collect(toImmutableList());
    }

    private ImmutableMap<String, Statistic> correlations(String node, List<String> others) {
        return others.stream()
                .filter(other -> !other.equals(node))
                .collect(ImmutableMap.toImmutableMap(other -> other, other -> correlation(node, other)));
    }

    /** Taken with the sign that is meant. */
    private Statistic correlation(String node, String other) {
        return scores.correlation(node, other).times(signs.between(node, other));
    }

    private ImmutableMap<String, Statistic> withPillar(String pillar, ImmutableList<String> children) {
        return ImmutableMap.copyOf(Maps.toMap(children, child -> {
            Statistic correlation = correlation(child, pillar);
            return children.size() == 1 ? Statistic.undefined("only child", correlation.units()) : correlation;
        }));
    }

    /** A constant child explains nothing, so that its share is 0; any other correlation that is missing leaves no shares. */
    private ImmutableMap<String, Statistic> effectiveShares(String pillar, ImmutableMap<String, Statistic> withPillar) {
        ExactSum sum = new ExactSum();
        for (Statistic correlation : withPillar.values()) {
            double r = correlation.value().orElse(0);
            sum.add(r * r);
        }
        String whyNot = withPillar.entrySet().stream()
                .filter(entry -> !entry.getValue().isDefined() && !isConstant(entry.getKey(), pillar))
                .map(entry -> entry.getValue().whyUndefined().orElseThrow())
                .findFirst()
                .orElse(sum.value() > 0 ? "" : "no child goes with its pillar");
        return ImmutableMap.copyOf(Maps.transformValues(withPillar, correlation -> {
            double r = correlation.value().orElse(0);
            return whyNot.isEmpty()
                    ? Statistic.of(r * r / sum.value(), correlation.units())
                    : Statistic.undefined(whyNot, correlation.units());
        }));
    }

    private boolean isConstant(String child, String pillar) {
        double[][] both = scores.completeCases(List.of(child, pillar));
        return both[0].length >= StatisticalAudit.FEWEST_UNITS
                && AuditScores.isConstant(both[0])
                && !AuditScores.isConstant(both[1]);
    }

    private ImmutableMap<String, Double> statedShares(ImmutableList<String> children) {
        ImmutableMap<String, Double> weights = table.fitted().weights();
        double[] own = children.stream()
                .mapToDouble(child -> Math.abs(Objects.requireNonNull(weights.get(child))))
                .toArray();
        double sum = ExactSum.of(own);
        ImmutableMap.Builder<String, Double> shares = ImmutableMap.builder();
        for (int i = 0; i < own.length; i++) {
            shares.put(children.get(i), sum > 0 ? Math.min(1, own[i] / sum) : 0);
        }
        return shares.buildOrThrow();
    }
}
