package io.github.statecraft.score;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.score.method.MissingDataPolicy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The leaves of the units of a reference on the common scale: what pillars are fitted to, from the leaves up. */
final class LeafScores {
    private final IndicatorTable table;
    private final boolean[] isRanked;
    /** Units x leaves; NaN where missing. */
    private final double[][] scores;

    private final boolean[][] isKnown;

    private LeafScores(IndicatorTable table, double[][] scores, boolean[][] isKnown) {
        this.table = table;
        isRanked = table.ranked();
        this.scores = scores;
        this.isKnown = isKnown;
    }

    static LeafScores of(
            ImmutableList<FittedColumn> columns,
            IndicatorTable reference,
            @Nullable IndicatorPanel panel,
            IndexTree tree) {
        ImmutableList<String> units = reference.units();
        double[][] scores = new double[units.size()][columns.size()];
        boolean[][] isKnown = new boolean[units.size()][columns.size()];
        for (int node = 0; node < tree.size(); node++) {
            if (!tree.isLeaf(node)) {
                continue;
            }
            int leaf = tree.leaf(node);
            FittedColumn column = columns.get(leaf);
            MissingDataPolicy missing = tree.policy(tree.parent(node));
            FittedColumn.Steps steps = column.steps(reference, panel);
            for (int row = 0; row < units.size(); row++) {
                scores[row][leaf] = score(column, units.get(row), steps.treated()[row], missing);
                isKnown[row][leaf] = steps.isKnown(row);
            }
        }
        return new LeafScores(reference, scores, isKnown);
    }

    /** The score of a treated value; where it is missing, what the policy states, or NaN. */
    static double score(FittedColumn column, String unit, double treated, MissingDataPolicy policy) {
        if (!Double.isNaN(treated)) {
            return column.score(unit, treated);
        }
        return policy instanceof MissingDataPolicy.StatedScore stated ? stated.score() : Double.NaN;
    }

    boolean isRanked(String unit) {
        return isRanked[table.row(unit)];
    }

    /** The scores of the children of a pillar for the units that hold a rank: children x units, NaN where missing. */
    double[][] childScores(IndexTree tree, String pillar) {
        int node = tree.number(pillar);
        int[] children = tree.children(node);
        double[][] result = new double[children.length][scores.length];
        int count = 0;
        for (int row = 0; row < scores.length; row++) {
            if (isRanked[row]) {
                UnitScore score =
                        UnitScore.below(presence(tree, row), table.units().get(row), node);
                for (int child = 0; child < children.length; child++) {
                    result[child][count] = score.value(children[child]);
                }
                count++;
            }
        }
        for (int child = 0; child < children.length; child++) {
            result[child] = Arrays.copyOf(result[child], count);
        }
        return result;
    }

    /** The scores of a pillar before it is rescaled, by unit, of those that have one. */
    ImmutableMap<String, Double> aggregated(IndexTree tree, String pillar) {
        int node = tree.number(pillar);
        Map<String, Double> result = new LinkedHashMap<>();
        for (int row = 0; row < scores.length; row++) {
            Presence presence = presence(tree, row);
            if (presence.isPresent(node)) {
                UnitScore score = UnitScore.below(presence, table.units().get(row), node);
                result.put(table.units().get(row), score.aggregated(node));
            }
        }
        return ImmutableMap.copyOf(result);
    }

    private Presence presence(IndexTree tree, int row) {
        return Presence.of(tree, scores[row], isKnown[row]);
    }
}
