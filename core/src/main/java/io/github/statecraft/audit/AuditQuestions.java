package io.github.statecraft.audit;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.audit.AuditWarning.Kind;
import io.github.statecraft.internal.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an auditor would ask about, from the profiles of an index. */
final class AuditQuestions {
    /** Correlations closer to 0 than this many standard errors, about 1 / sqrt(n), are what chance gives in 19 of 20 samples. */
    private static final double CHANCE = 2;

    private final List<AuditWarning> warnings = new ArrayList<>();

    private AuditQuestions() {}

    static ImmutableList<AuditWarning> of(
            List<IndicatorProfile> indicators, List<NodeProfile> nodes, List<PillarProfile> pillars) {
        AuditQuestions questions = new AuditQuestions();
        indicators.forEach(questions::askOfIndicator);
        Set<String> seen = new LinkedHashSet<>();
        for (NodeProfile node : nodes) {
            seen.add(node.node());
            questions.askOfSiblings(node, seen);
            questions.askOfPillar(node);
            questions.askOfWeight(node);
        }
        pillars.forEach(questions::askOfConsistency);
        return questions.warnings.stream()
                .sorted(Comparator.comparing(AuditWarning::kind))
                .collect(ImmutableList.toImmutableList());
    }

    private void askOfIndicator(IndicatorProfile profile) {
        String id = profile.indicator();
        if (profile.units() > 0 && profile.coverage() < StatisticalAudit.COVERAGE) {
            add(
                    Kind.LOW_COVERAGE,
                    List.of(id),
                    profile.coverage(),
                    profile.units(),
                    id + ": " + profile.known() + " of " + profile.units() + " units have a value ("
                            + percent(profile.coverage()) + "%)");
        }
        if (profile.score().isOutlying()) {
            add(
                    Kind.OUTLIERS,
                    List.of(id),
                    profile.score().skewness().value().orElseThrow(),
                    profile.scores(),
                    id + ": single units rule its " + profile.scores() + " scores: skewness "
                            + profile.score().skewness().shown(2) + ", excess kurtosis "
                            + profile.score().kurtosis().shown(2));
        }
        if (profile.scores() >= StatisticalAudit.FEWEST_UNITS) {
            if (profile.mostCommonShare() > StatisticalAudit.ONE_VALUE) {
                add(
                        Kind.MOSTLY_ONE_VALUE,
                        List.of(id),
                        profile.mostCommonShare(),
                        profile.scores(),
                        id + ": " + profile.mostCommon() + " of " + profile.scores() + " units have the same score");
            } else if (profile.distinctShare() < StatisticalAudit.DISTINCT) {
                add(
                        Kind.FEW_DISTINCT_VALUES,
                        List.of(id),
                        profile.distinctShare(),
                        profile.scores(),
                        id + ": " + profile.distinct() + " different scores of " + profile.scores());
            }
        }
    }

    /** Each pair is asked about once, by the sibling that stands further down. */
    private void askOfSiblings(NodeProfile node, Set<String> seen) {
        node.withSiblings().forEach((sibling, r) -> {
            if (!seen.contains(sibling)) {
                return;
            }
            String pair = sibling + " and " + node.node() + " of " + node.pillar() + " correlate " + inWords(r);
            if (r.isAbove(StatisticalAudit.REDUNDANT)) {
                add(Kind.REDUNDANT, List.of(sibling, node.node()), r, pair + ": they say nearly the same twice");
            } else if (r.isBelow(0)) {
                add(
                        Kind.SIBLINGS_PULL_APART,
                        List.of(sibling, node.node()),
                        r,
                        pair + ": gains on one go with losses on the other" + chance(r));
            }
        });
    }

    private void askOfPillar(NodeProfile node) {
        Statistic own = node.withPillar();
        if (own.isBelow(0)) {
            add(
                    Kind.AGAINST_ITS_PILLAR,
                    List.of(node.node(), node.pillar()),
                    own,
                    node.node() + " correlates " + inWords(own) + " with its own pillar " + node.pillar()
                            + chance(own));
        } else if (own.isBelow(StatisticalAudit.NOISE)) {
            add(
                    Kind.NOISE,
                    List.of(node.node(), node.pillar()),
                    own,
                    node.node() + " correlates only " + inWords(own) + " with its own pillar " + node.pillar()
                            + ": it is noise there");
        }
        node.withOtherPillars().entrySet().stream()
                .filter(other ->
                        own.isDefined() && other.getValue().isAbove(own.value().orElseThrow()))
                .max(Comparator.comparingDouble((Map.Entry<String, Statistic> other) ->
                        other.getValue().value().orElseThrow()))
                .ifPresent(other -> add(
                        Kind.OTHER_PILLAR,
                        List.of(node.node(), node.pillar(), other.getKey()),
                        other.getValue(),
                        node.node() + " goes more with " + other.getKey() + " (" + closely(other.getValue())
                                + ") than with its own pillar " + node.pillar() + " (" + closely(own) + ")"));
    }

    private void askOfWeight(NodeProfile node) {
        double ratio = node.ratio().orElse(1);
        String words = node.node() + " states " + Numbers.fixed(100 * node.statedShare(), 1) + "% of "
                + node.pillar() + " and has an effective share of "
                + Numbers.fixed(100 * node.effectiveShare().value().orElse(0), 1) + "%, " + Numbers.fixed(ratio, 2)
                + " times that, " + over(node.effectiveShare());
        if (ratio > StatisticalAudit.WEIGHT_RATIO) {
            add(
                    Kind.HEAVIER_THAN_STATED,
                    List.of(node.node(), node.pillar()),
                    ratio,
                    node.withPillar().units(),
                    words);
        } else if (ratio < 1 / StatisticalAudit.WEIGHT_RATIO) {
            add(
                    Kind.LIGHTER_THAN_STATED,
                    List.of(node.node(), node.pillar()),
                    ratio,
                    node.withPillar().units(),
                    words);
        }
    }

    private void askOfConsistency(PillarProfile pillar) {
        if (pillar.alpha().isBelow(StatisticalAudit.ALPHA)) {
            add(
                    Kind.LOW_ALPHA,
                    List.of(pillar.pillar()),
                    pillar.alpha(),
                    pillar.pillar() + ": Cronbach's alpha of its "
                            + pillar.children().size() + " children is " + inWords(pillar.alpha()));
        }
        Statistic first = pillar.firstShare();
        if (pillar.components() > 1) {
            add(
                    Kind.SEVERAL_COMPONENTS,
                    List.of(pillar.pillar()),
                    pillar.components(),
                    first.units(),
                    pillar.pillar() + ": " + pillar.components()
                            + " principal components have an eigenvalue above 1, " + over(first)
                            + ": its children measure more than one thing");
        }
        if (first.isBelow(StatisticalAudit.FIRST_COMPONENT)) {
            add(
                    Kind.WEAK_FIRST_COMPONENT,
                    List.of(pillar.pillar()),
                    first,
                    pillar.pillar() + ": the first principal component explains "
                            + percent(first.value().orElseThrow()) + "% of the variance of its "
                            + pillar.children().size() + " children, " + over(first));
        }
    }

    private static String inWords(Statistic statistic) {
        return statistic.shown(2) + " " + over(statistic);
    }

    private static String closely(Statistic statistic) {
        return statistic.shown(3) + " " + over(statistic);
    }

    private static String over(Statistic statistic) {
        return "over " + statistic.units() + " units";
    }

    private static String chance(Statistic r) {
        double bound = CHANCE / Math.sqrt(r.units());
        return Math.abs(r.value().orElseThrow()) < bound
                ? " (so many units give up to " + Numbers.fixed(bound, 2) + " by chance)"
                : "";
    }

    private static String percent(double share) {
        return Numbers.fixed(100 * share, 0);
    }

    private void add(Kind kind, List<String> nodes, Statistic value, String sentence) {
        add(kind, nodes, value.value().orElseThrow(), value.units(), sentence);
    }

    private void add(Kind kind, List<String> nodes, double value, int units, String sentence) {
        warnings.add(new AuditWarning(kind, ImmutableList.copyOf(nodes), value, units, sentence + "."));
    }
}
