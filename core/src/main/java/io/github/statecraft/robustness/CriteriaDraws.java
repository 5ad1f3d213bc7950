package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.work.RandomBits;
import io.github.statecraft.score.ScoreTable;
import java.util.OptionalDouble;

/**
 * Scores of criteria under uncertain data: each call draws the values behind a score table, scores them, and reads the nodes that
 * are the criteria.
 */
final class CriteriaDraws implements ValueDraws {
    private final ScoreTable scored;
    private final Criteria criteria;
    private final TableDraws draws;

    private CriteriaDraws(ScoreTable scored, Criteria criteria, TableDraws draws) {
        this.scored = scored;
        this.criteria = criteria;
        this.draws = draws;
    }

    /**
     * Draws of criteria.
     *
     * @param table scored units
     * @param criteria criteria of that table: the children of one of its nodes or its indicators, of some or all units
     */
    static CriteriaDraws of(ScoreTable table, Criteria criteria) {
        return new CriteriaDraws(table, criteria, TableDraws.of(table, criteria.units()));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the mean has no value for a drawn score, such as a geometric one for 0
     */
    @Override
    public void draw(RandomBits bits, double[][] linear) {
        try {
            read(scored.supposing(draws.table(bits)), criteria, linear);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("In a draw of the data: " + e.getMessage(), e);
        }
    }

    /** Reads the criteria of units from scores, in their linear form. */
    static void read(ScoreTable scores, Criteria criteria, double[][] linear) {
        ImmutableList<String> units = criteria.units();
        ImmutableList<String> nodes = criteria.criteria();
        for (int unit = 0; unit < linear.length; unit++) {
            for (int criterion = 0; criterion < linear[unit].length; criterion++) {
                OptionalDouble score = scores.score(units.get(unit), nodes.get(criterion));
                if (score.isEmpty()) {
                    linear[unit][criterion] = Double.NaN;
                    continue;
                }
                PowerMean.check(criteria.aggregation(), score.getAsDouble(), units.get(unit), nodes.get(criterion));
                linear[unit][criterion] = PowerMean.linear(criteria.aggregation(), score.getAsDouble());
            }
        }
    }

    /** What is drawn. */
    TableDraws draws() {
        return draws;
    }

    @Override
    public String toString() {
        return draws + "; " + TableDraws.method(scored.isOwnReference());
    }
}
