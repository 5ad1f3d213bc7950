package io.github.statecraft.robustness;

import io.github.statecraft.score.ScoreTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exact share of weightings of the root's children under which one unit is ahead of another, for any scores of the two. */
final class PairShare {
    private final String unit;
    private final String other;
    private final @Nullable WeightSpace space;
    private final String obstacle;

    private PairShare(String unit, String other, @Nullable WeightSpace space, String obstacle) {
        this.unit = unit;
        this.other = other;
        this.space = space;
        this.obstacle = obstacle;
    }

    /**
     * The share for two units.
     *
     * @throws IllegalArgumentException if the set names a criterion that there is not, or leaves no room
     */
    static PairShare of(ScoreTable scored, String unit, String other, WeightSet weights) {
        Criteria criteria;
        try {
            criteria = only(Criteria.of(scored), unit, other);
        } catch (IllegalArgumentException e) { // the root is no mean of its children
            return new PairShare(unit, other, null, String.valueOf(e.getMessage()));
        }
        if (!criteria.isComplete()) {
            String lacks = criteria.missing(criteria.row(unit)).isEmpty() ? other : unit;
            return new PairShare(unit, other, null, lacks + " has no " + criteria.missing(criteria.row(lacks)));
        }
        WeightSpace space = WeightSpace.of(criteria).within(weights);
        return new PairShare(unit, other, space, "");
    }

    private static Criteria only(Criteria all, String unit, String other) {
        Criteria.Builder two = Criteria.builder().title(all.title()).aggregation(all.aggregation());
        all.weights().forEach(two::criterion);
        for (String id : List.of(unit, other)) {
            two.row(
                    id,
                    all.label(id),
                    all.criteria().stream()
                            .mapToDouble(criterion -> all.value(id, criterion).orElse(Double.NaN))
                            .toArray());
        }
        return two.build();
    }

    /** Why there is no answer; empty if there is one. */
    String obstacle() {
        return obstacle;
    }

    /** The share under some scores; NaN if there is no answer, also where the mean has no value for one of them. */
    double of(ScoreTable scores) {
        if (space == null) {
            return Double.NaN;
        }
        Criteria criteria = space.criteria();
        double[][] linear = new double[2][criteria.criteria().size()];
        try {
            CriteriaDraws.read(scores, criteria, linear);
        } catch (IllegalArgumentException e) { // the mean has no value for a score, such as a geometric one for 0
            return Double.NaN;
        }
        double[] shares = new ExactShares(space.region()).pairs(linear);
        return shares[criteria.row(unit) * 2 + criteria.row(other)];
    }

    @Override
    public String toString() {
        return "share of weightings under which " + unit + " is ahead of " + other;
    }
}
