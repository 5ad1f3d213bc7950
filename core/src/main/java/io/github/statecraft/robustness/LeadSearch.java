package io.github.statecraft.robustness;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether, and where, a unit is first: exactly for up to {@link RegionGeometry#MOST_CRITERIA} criteria, by linear programmes for
 * more. A unit of which another is ahead on every criterion is behind under all weights, and is not looked at further.
 */
final class LeadSearch {
    private final WeightRegion region;
    private final double[][] rows;

    LeadSearch(WeightSpace space) {
        region = space.region();
        rows = FirstRankRegions.rows(space.criteria());
    }

    /**
     * Where a unit is first.
     *
     * @param isStrict whether it is strictly ahead of all others somewhere, not only level with some
     * @param weights at which its margin over the best of the others is the largest
     */
    record Lead(boolean isStrict, ImmutableDoubleArray weights) {
        @Override
        public String toString() {
            return "Lead(" + (isStrict ? "strict" : "tie") + ")";
        }
    }

    /** Whether there are so few criteria that answers are exact. */
    boolean isExact() {
        return rows[0].length <= RegionGeometry.MOST_CRITERIA;
    }

    /** Whether another unit is strictly ahead on every criterion. */
    boolean isDominated(int unit) {
        return Arrays.stream(rows).anyMatch(rival -> isAhead(rival, rows[unit]));
    }

    private static boolean isAhead(double[] rival, double[] own) {
        for (int i = 0; i < own.length; i++) {
            if (!(rival[i] > own[i])) {
                return false;
            }
        }
        return true;
    }

    /** The best that a unit can do; empty if somebody is ahead of it under all weights of the set. */
    Optional<Lead> best(int unit) {
        double[] own = rows[unit];
        List<double[]> rivals =
                Arrays.stream(rows).filter(row -> !Arrays.equals(row, own)).toList();
        if (rivals.isEmpty()) {
            return Optional.of(new Lead(true, ImmutableDoubleArray.copyOf(region.centre())));
        }
        if (isDominated(unit)) {
            return Optional.empty();
        }
        if (isExact()) {
            return ExactLead.of(region, own, rivals).map(lead -> new Lead(lead.isStrict(), lead.weights()));
        }
        List<double[]> differences = new ArrayList<>();
        rivals.forEach(rival -> differences.add(FlipSearch.difference(rival, own)));
        WeightProgrammes programmes = new WeightProgrammes(region, differences);
        WeightProgrammes.Lead lead = programmes.clearestLead();
        return lead.isFirst() ? Optional.of(new Lead(lead.isStrict(), programmes.widest(lead))) : Optional.empty();
    }
}
