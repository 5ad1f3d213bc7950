package io.github.statecraft.audit;

import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints an audit: tables of indicators, nodes and pillars, and the warnings. */
final class AuditText {
    /** So many rows of a table are printed. */
    private static final int ROWS_SHOWN = 100;

    private AuditText() {}

    static String of(StatisticalAudit audit) {
        return String.join("\n\n", indicators(audit), nodes(audit), pillars(audit), warnings(audit));
    }

    private static String indicators(StatisticalAudit audit) {
        int units = audit.units().size();
        TextTable.Builder text = TextTable.builder()
                .title("Statistical audit of " + audit.table().framework().id() + " "
                        + audit.table().framework().version() + " on " + units
                        + (units == 1 ? " unit" : " units") + " with a rank and a score")
                .left("indicator")
                .right("known")
                .right("filled")
                .right("distinct")
                .right("same")
                .right("before")
                .right("after")
                .right("scores");
        for (IndicatorProfile profile : shown(audit.indicators())) {
            text.row(
                    profile.indicator(),
                    profile.known() + " of " + profile.units(),
                    Integer.toString(profile.filled()),
                    profile.distinct() + " of " + profile.scores(),
                    Integer.toString(profile.mostCommon()),
                    profile.before().shown(),
                    profile.treated().shown(),
                    profile.score().shown());
        }
        text.note(
                "known: units with a rank that have a value; filled: units without one that have a score, by imputation or"
                        + " policy; distinct: different scores of all; same: units with the score that most have. Before, after,"
                        + " scores: skewness/excess kurtosis of values before and after treatment, and of scores; * single units"
                        + " rule.");
        addMore(text, audit.indicators(), "indicators");
        addUndefined(
                text,
                audit.indicators(),
                IndicatorProfile::indicator,
                profile -> List.of(profile.score().kurtosis()));
        return text.build().toString();
    }

    private static String nodes(StatisticalAudit audit) {
        TextTable.Builder text = TextTable.builder()
                .left("node")
                .right("units")
                .right("least with a sibling")
                .right("most with a sibling")
                .right("with its pillar")
                .right("with the index")
                .right("stated %")
                .right("effective %")
                .right("times");
        Map<String, String> indents = new LinkedHashMap<>();
        for (NodeProfile node : shown(audit.nodes())) {
            String indent = indents.getOrDefault(node.pillar(), "");
            indents.put(node.node(), indent + "  ");
            List<Double> siblings = node.withSiblings().values().stream()
                    .flatMap(r -> r.value().stream().boxed())
                    .toList();
            text.row(
                    indent + node.node(),
                    Integer.toString(node.withPillar().units()),
                    siblings.stream()
                            .min(Comparator.naturalOrder())
                            .map(r -> Numbers.fixed(r, 2))
                            .orElse("-"),
                    siblings.stream()
                            .max(Comparator.naturalOrder())
                            .map(r -> Numbers.fixed(r, 2))
                            .orElse("-"),
                    node.withPillar().shown(2),
                    node.withIndex().shown(2),
                    Numbers.fixed(100 * node.statedShare(), 1),
                    node.effectiveShare().isDefined()
                            ? Numbers.fixed(100 * node.effectiveShare().value().orElseThrow(), 1)
                            : "-",
                    node.ratio().isPresent() ? Numbers.fixed(node.ratio().getAsDouble(), 2) : "-");
        }
        text.note(
                "Correlations of Pearson of scores. Stated: share of the weight in the pillar; effective: share of the squared"
                        + " correlations with the pillar; times: effective over stated.");
        if (Signs.of(audit.table().framework().index()).hasTurned()) {
            text.note(
                    "Where a negative weight or lower is better turns a score round on its way, correlations are taken with"
                            + " that sign: above 0 is as meant.");
        }
        addMore(text, audit.nodes(), "nodes");
        addUndefined(
                text,
                audit.nodes(),
                NodeProfile::node,
                node -> List.of(node.withPillar(), node.withIndex(), node.effectiveShare()));
        return text.build().toString();
    }

    private static String pillars(StatisticalAudit audit) {
        TextTable.Builder text = TextTable.builder()
                .left("pillar")
                .right("children")
                .right("units")
                .right("alpha")
                .right("standardised")
                .right("first component %")
                .wrapped("eigenvalues")
                .wrapped("loadings on the first");
        for (PillarProfile pillar : shown(audit.pillars())) {
            text.row(
                    pillar.pillar(),
                    Integer.toString(pillar.children().size()),
                    Integer.toString(pillar.alpha().units()),
                    pillar.alpha().shown(2),
                    pillar.standardisedAlpha().shown(2),
                    pillar.firstShare().isDefined()
                            ? Numbers.fixed(100 * pillar.firstShare().value().orElseThrow(), 0)
                            : "-",
                    joined(pillar.eigenvalues()),
                    pillar.loadings().isEmpty()
                            ? ""
                            : joined(pillar.loadings().get(0).values()));
        }
        text.note("Of the units that have a score on every child. Alpha: Cronbach's, of scores as they are (raw) and"
                + " standardised. Components of the correlation matrix; loadings in the order of the children.");
        addMore(text, audit.pillars(), "pillars");
        addUndefined(text, audit.pillars(), PillarProfile::pillar, pillar -> List.of(pillar.alpha()));
        return text.build().toString();
    }

    private static String warnings(StatisticalAudit audit) {
        if (audit.warnings().isEmpty()) {
            return "No warnings.";
        }
        TextTable.Builder text = TextTable.builder().left("warning").wrapped("");
        shown(audit.warnings()).forEach(warning -> text.row(warning.kind().toString(), warning.sentence()));
        text.note("A warning is a question to those who made the index, not a verdict.");
        addMore(text, audit.warnings(), "warnings");
        return text.build().toString();
    }

    private static String joined(Collection<Double> numbers) {
        return numbers.stream().map(x -> Numbers.fixed(x, 2)).collect(Collectors.joining(" "));
    }

    private static <T> List<T> shown(List<T> rows) {
        return rows.subList(0, Math.min(rows.size(), ROWS_SHOWN));
    }

    private static void addMore(TextTable.Builder text, List<?> rows, String what) {
        if (rows.size() > ROWS_SHOWN) {
            text.note("and " + Numbers.grouped(rows.size() - ROWS_SHOWN) + " more " + what);
        }
    }

    /** Says of every dash among the rows shown why there is no number. */
    private static <T> void addUndefined(
            TextTable.Builder text, List<T> rows, Function<T, String> id, Function<T, List<Statistic>> statistics) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (T row : shown(rows)) {
            statistics.apply(row).stream()
                    .flatMap(statistic -> statistic.whyUndefined().stream())
                    .distinct()
                    .forEach(why -> byReason.computeIfAbsent(why, reason -> new ArrayList<>())
                            .add(id.apply(row)));
        }
        byReason.forEach((why, ids) -> text.note("Not defined (" + why + "): " + String.join(", ", ids) + "."));
    }
}
