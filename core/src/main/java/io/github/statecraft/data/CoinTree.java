package io.github.statecraft.data;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import io.github.statecraft.data.CoinMeta.Row;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScaleBasis;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Denomination;
import io.github.statecraft.score.method.Direction;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The index that the rows of {@link CoinMeta} describe from the leaves upwards, turned upside down. */
final class CoinTree {
    /** COINr takes the mean of what is there, however little; a share of weight that no value falls below. */
    private static final double ANY = 1e-9;

    private final CoinMeta meta;
    private final Problems problems;
    private final ListMultimap<String, Row> children;
    private final List<Row> roots = new ArrayList<>();

    CoinTree(CoinMeta meta, Problems problems) {
        this.meta = meta;
        this.problems = problems;
        this.children = MultimapBuilder.linkedHashKeys().arrayListValues().build();
        for (Row row : meta.rows().values()) {
            if (row.isNode() && !row.parent().isEmpty()) {
                children.put(row.parent(), row);
            } else if (row.isNode()) {
                roots.add(row);
            }
        }
    }

    /** Reports what makes no index of the rows. */
    void check() {
        meta.rows().values().stream().filter(Row::isNode).forEach(this::check);
        int cycles = checkCycles();
        if (roots.isEmpty() && cycles == 0 && !meta.rows().isEmpty()) {
            problems.add(
                    Problems.Position.whole(meta.name()),
                    "must have one aggregate without a parent, the index",
                    "none",
                    "leave the parent of the index empty");
        }
        Row index = roots.stream()
                .filter(row -> row.type() == CoinMeta.Type.AGGREGATE)
                .findFirst()
                .orElse(null);
        for (Row root : roots) {
            if (!root.equals(index)) {
                meta.report(
                        root.line(),
                        CoinMeta.PARENT,
                        "must not be empty but for the index",
                        index == null
                                ? "empty"
                                : "empty, as that of " + Problems.quote(index.code()) + " in line " + index.line(),
                        "name the parent");
            }
        }
    }

    private void check(Row row) {
        if (row.type() == CoinMeta.Type.AGGREGATE && !children.containsKey(row.code())) {
            meta.report(
                    row.line(),
                    CoinMeta.CODE,
                    "an aggregate must be the parent of something",
                    Problems.quote(row.code()) + ", which is none",
                    "remove it, or name it as a parent");
        }
        Row parent = meta.rows().get(row.parent());
        if (parent == null && !row.parent().isEmpty()) {
            meta.report(
                    row.line(),
                    CoinMeta.PARENT,
                    "must be a code of this table",
                    Problems.quote(row.parent()),
                    CoinMeta.nearest(row.parent(), meta.rows().keySet(), "add a row for it"));
        } else if (parent != null && parent.type() != CoinMeta.Type.AGGREGATE) {
            meta.report(
                    row.line(),
                    CoinMeta.PARENT,
                    "must be an aggregate",
                    Problems.quote(row.parent()) + ", of type " + parent.type(),
                    "correct the parent or its Type");
        } else if (parent != null && row.level() > 0 && parent.level() > 0 && parent.level() != row.level() + 1) {
            meta.report(
                    row.line(),
                    CoinMeta.LEVEL,
                    "must be one less than that of the parent, " + parent.level() + " of "
                            + Problems.quote(parent.code()),
                    String.valueOf(row.level()),
                    "correct one of the two");
        }
        Row denominator = meta.rows().get(row.denominator());
        if (!row.denominator().isEmpty() && (denominator == null || denominator.type() != CoinMeta.Type.DENOMINATOR)) {
            meta.report(
                    row.line(),
                    CoinMeta.DENOMINATOR,
                    "must be a code of Type Denominator",
                    Problems.quote(row.denominator()),
                    CoinMeta.nearest(
                            row.denominator(),
                            meta.rows().values().stream()
                                    .filter(other -> other.type() == CoinMeta.Type.DENOMINATOR)
                                    .map(Row::code)
                                    .toList(),
                            "give it a row of that Type"));
        }
    }

    /** Reports each circle of parents once, and returns how many there are. */
    private int checkCycles() {
        int cycles = 0;
        Set<String> done = new LinkedHashSet<>();
        for (Row start : meta.rows().values()) {
            Set<String> path = new LinkedHashSet<>();
            Row row = start;
            while (row != null && !done.contains(row.code()) && path.add(row.code())) {
                row = meta.rows().get(row.parent());
            }
            if (row != null && !done.contains(row.code())) {
                cycles++;
                Row of = row;
                List<String> circle =
                        path.stream().dropWhile(code -> !code.equals(of.code())).toList();
                meta.report(
                        row.line(),
                        CoinMeta.PARENT,
                        "must not lead back to the row itself",
                        Problems.cut(String.join(" in ", circle)) + " in " + row.code(),
                        "correct a parent of these");
            }
            done.addAll(path);
        }
        return cycles;
    }

    /** The framework of rows that were checked and found sound. */
    ScoringFramework framework(String table) {
        Row index = roots.get(0);
        return ScoringFramework.builder()
                .id(index.code())
                .version("1")
                .question(index.name())
                .scaleBasis(ScaleBasis.MIXED)
                .rationale("Read from " + table + " and " + meta.name()
                        + ", which state neither question nor scale basis: "
                        + "weights, directions and denominators are theirs; min-max normalisation, arithmetic means and "
                        + "means of what is there are the defaults of COINr.")
                .index(pillar(index))
                .missing(MissingDataPolicy.reweight(ANY, MissingDataPolicy.Scope.EVERY_PILLAR))
                .build();
    }

    private Pillar pillar(Row row) {
        Pillar.Builder pillar =
                Pillar.builder().id(row.code()).label(row.name()).weight(row.weight());
        for (Row child : children.get(row.code())) {
            IndexNode node = child.type() == CoinMeta.Type.INDICATOR ? indicator(child) : pillar(child);
            pillar.addChildren(node);
        }
        return pillar.build();
    }

    private Indicator indicator(Row row) {
        Indicator.Builder indicator = Indicator.builder()
                .indicator(row.code())
                .label(row.name())
                .weight(row.weight())
                .direction(row.isLowerBetter() ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER)
                .normalisation(Normalisation.minMax());
        if (!row.denominator().isEmpty()) {
            Row denominator = Objects.requireNonNull(meta.rows().get(row.denominator()));
            String unit = (row.unit().isEmpty() ? row.code() : row.unit()) + " per "
                    + (denominator.unit().isEmpty() ? denominator.code() : denominator.unit());
            indicator.denomination(Denomination.per(denominator.code(), 1, unit));
        }
        return indicator.build();
    }
}
