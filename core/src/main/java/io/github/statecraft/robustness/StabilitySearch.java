package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.internal.numerics.ExactSum;
import io.github.statecraft.internal.numerics.LinearProgramme;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.robustness.StabilityIntervals.Interval.End;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Stability intervals: where lines in the weight of one criterion cross. */
final class StabilitySearch {
    private final WeightSpace space;
    private final Criteria criteria;
    private final double[][] linear;
    private final double[] stated;
    /** By unit, at the stated weights. */
    private final int[] ranks;

    private final List<Pair> pairs;

    /**
     * Two units, the first of which is in one of the first ranks and not behind the second at the stated weights.
     *
     * @param size the largest absolute difference on a criterion
     * @param isTie whether neither is ahead
     */
    private record Pair(int unit, int other, double size, boolean isTie) {
        @Override
        public String toString() {
            return "Pair(" + unit + ", " + other + ", " + Numbers.shortest(size) + (isTie ? ", tie)" : ")");
        }
    }

    /**
     * A function of the weight t of one criterion, linear in it.
     *
     * @param zero its value at 0
     * @param one its value at 1
     */
    private record Line(double zero, double one) {
        /** Where it is zero, if its ends differ in sign. */
        double root() {
            return zero / (zero - one);
        }

        @Override
        public String toString() {
            return "Line(" + Numbers.shortest(zero) + ", " + Numbers.shortest(one) + ")";
        }
    }

    private StabilitySearch(WeightSpace space, int firstRanks) {
        this.space = space;
        criteria = space.criteria();
        linear = criteria.linear();
        stated = criteria.statedWeights();
        ranks = new int[linear.length];
        pairs = pairs(firstRanks);
    }

    static StabilityIntervals of(WeightSpace space, int firstRanks) {
        int units = space.criteria().units().size();
        if (!(firstRanks >= 1 && firstRanks <= units)) {
            throw new IllegalArgumentException(
                    "WeightSpace.stabilityIntervals: firstRanks must be from 1 to the number of" + " units, " + units
                            + ", but was " + firstRanks);
        }
        StabilitySearch search = new StabilitySearch(space, firstRanks);
        search.checkStatedWeights();
        ImmutableList.Builder<StabilityIntervals.Interval> intervals = ImmutableList.builder();
        for (int criterion = 0; criterion < search.stated.length; criterion++) {
            intervals.add(search.interval(criterion));
        }
        return StabilityIntervals.of(space, firstRanks, intervals.build());
    }

    private List<Pair> pairs(int firstRanks) {
        int units = linear.length;
        int[][] signs = new int[units][units];
        Arrays.fill(ranks, 1);
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < i; j++) {
                signs[i][j] = FlipSearch.sign(FlipSearch.difference(linear[i], linear[j]), stated);
                signs[j][i] = -signs[i][j];
                ranks[signs[i][j] > 0 ? j : i] += signs[i][j] == 0 ? 0 : 1;
            }
        }
        List<Pair> found = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < units; j++) {
                if (i != j && ranks[i] <= firstRanks && signs[i][j] >= 0) {
                    double size = WeightProgrammes.largest(List.of(FlipSearch.difference(linear[i], linear[j])));
                    found.add(new Pair(i, j, size, signs[i][j] == 0));
                }
            }
        }
        return found;
    }

    private void checkStatedWeights() {
        for (double[] condition : space.region().conditions()) {
            if (!(ExactSum.ofProducts(condition, stated)
                    >= -LinearProgramme.FEASIBILITY * WeightProgrammes.largest(List.of(condition)))) {
                throw new IllegalArgumentException(
                        "WeightSpace.stabilityIntervals: the stated weights must be in the set \"" + space.weights()
                                + "\" but are " + criteria.weights() + "; ask within(WeightSet.simplex())");
            }
        }
    }

    private StabilityIntervals.Interval interval(int criterion) {
        String name = criteria.criteria().get(criterion);
        if (stated.length == 1) {
            return StabilityIntervals.Interval.of(name, 1, End.at(1), End.at(1));
        }
        double[] others = others(criterion);
        double at = stated[criterion];
        double[] rest = new double[linear.length];
        for (int unit = 0; unit < rest.length; unit++) {
            rest[unit] = ExactSum.ofProducts(linear[unit], others);
        }
        Nearest below = new Nearest(-1, 0);
        Nearest above = new Nearest(1, 1);
        for (Pair pair : pairs) {
            Line lead = new Line(
                    rest[pair.unit()] - rest[pair.other()],
                    linear[pair.unit()][criterion] - linear[pair.other()][criterion]);
            double level = FlipSearch.TIE * pair.size();
            if (pair.isTie()) {
                if (Math.abs(lead.zero()) > level || Math.abs(lead.one()) > level) {
                    below.offer(at, pair, lead, lead.zero() < lead.one());
                    above.offer(at, pair, lead, lead.one() < lead.zero());
                }
                continue;
            }
            if (lead.zero() < -level) {
                below.offer(Math.min(lead.root(), at), pair, lead, true);
            }
            if (lead.one() < -level) {
                above.offer(Math.max(lead.root(), at), pair, lead, true);
            }
        }
        for (double[] condition : space.region().conditions()) {
            Line kept = new Line(ExactSum.ofProducts(condition, others), condition[criterion]);
            double level = FlipSearch.TIE * WeightProgrammes.largest(List.of(condition));
            if (kept.zero() < -level) {
                below.edge(kept.one() > 0 ? Math.min(kept.root(), at) : at);
            }
            if (kept.one() < -level) {
                above.edge(kept.zero() > 0 ? Math.max(kept.root(), at) : at);
            }
        }
        return StabilityIntervals.Interval.of(name, at, below.end, above.end);
    }

    /** The end nearest to the stated weight of those offered. */
    private final class Nearest {
        /** -1 for the lower end, 1 for the upper. */
        private final int side;

        private double weight;
        private double slope;
        private int overtaken;
        private End end;

        Nearest(int side, double furthest) {
            this.side = side;
            weight = furthest;
            end = End.at(furthest);
        }

        /** Where several units meet, the best placed is overtaken, by the one that is furthest ahead beyond. */
        void offer(double crossing, Pair pair, Line lead, boolean isOtherOvertaking) {
            int loser = isOtherOvertaking ? pair.unit() : pair.other();
            int winner = isOtherOvertaking ? pair.other() : pair.unit();
            double steepness = Math.abs(lead.one() - lead.zero());
            double nearer = side * (weight - crossing);
            boolean isBetterPlaced = ranks[loser] < ranks[overtaken] || (loser == overtaken && steepness > slope);
            if (nearer > FlipSearch.TIE || (nearer > -FlipSearch.TIE && end.isOvertaking() && isBetterPlaced)) {
                weight = crossing;
                slope = steepness;
                overtaken = loser;
                end = new End(
                        crossing, criteria.units().get(winner), criteria.units().get(loser));
            }
        }

        /** The set ends here. */
        void edge(double edge) {
            if (side * (weight - edge) >= 0) {
                weight = edge;
                end = End.at(edge);
            }
        }
    }

    /** The proportions of the other weights: they sum to 1, and that of the criterion is 0. */
    private double[] others(int criterion) {
        double[] others = stated.clone();
        others[criterion] = 0;
        double sum = ExactSum.of(others);
        for (int i = 0; i < others.length; i++) {
            if (i != criterion) {
                others[i] = sum > 0 ? others[i] / sum : 1.0 / (others.length - 1);
            }
        }
        return others;
    }
}
