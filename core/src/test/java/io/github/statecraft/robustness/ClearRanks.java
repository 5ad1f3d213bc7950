package io.github.statecraft.robustness;

import io.github.statecraft.score.Ranking;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranks by their definition in exact arithmetic, one draw after the other: what is counted quickly must be equal to this.
 */
final class ClearRanks {
    /** Units x ranks. */
    final double[][] held;
    /** Units x units. */
    final int[][] ahead;

    final int[] firsts;
    /** Units x criteria. */
    final double[][] weightSums;

    /**
     * Counts.
     *
     * @param values units x criteria, NaN where missing
     * @param weights draws x criteria
     */
    ClearRanks(double[][] values, double[][] weights, Ranking.Ties ties) {
        int units = values.length;
        held = new double[units][units];
        ahead = new int[units][units];
        firsts = new int[units];
        weightSums = new double[units][weights[0].length];
        for (double[] draw : weights) {
            add(order(values, draw), draw, ties);
        }
    }

    /** A mean as a fraction, its parts exact. */
    private record Mean(int unit, BigDecimal sum, BigDecimal present) {
        static Mean of(int unit, double[] values, double[] weights) {
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal present = BigDecimal.ZERO;
            for (int criterion = 0; criterion < weights.length; criterion++) {
                if (!Double.isNaN(values[criterion])) {
                    BigDecimal weight = new BigDecimal(weights[criterion]);
                    sum = sum.add(weight.multiply(new BigDecimal(values[criterion])));
                    present = present.add(weight);
                }
            }
            return new Mean(unit, sum, present);
        }

        int compare(Mean other) {
            return sum.multiply(other.present).compareTo(other.sum.multiply(present));
        }
    }

    /** By unit, how many different scores are below its own. */
    private static double[] order(double[][] values, double[] weights) {
        List<Mean> means = new ArrayList<>();
        for (int unit = 0; unit < values.length; unit++) {
            means.add(Mean.of(unit, values[unit], weights));
        }
        means.sort(Mean::compare);
        double[] order = new double[values.length];
        int below = 0;
        for (int i = 0; i < order.length; i++) {
            below += i > 0 && means.get(i).compare(means.get(i - 1)) > 0 ? 1 : 0;
            order[means.get(i).unit] = below;
        }
        return order;
    }

    private void add(double[] scores, double[] weights, Ranking.Ties ties) {
        for (int unit = 0; unit < scores.length; unit++) {
            int above = 0;
            int equal = 0;
            int distinctAbove = 0;
            for (int other = 0; other < scores.length; other++) {
                above += scores[other] > scores[unit] ? 1 : 0;
                equal += scores[other] == scores[unit] ? 1 : 0;
                ahead[unit][other] += scores[unit] > scores[other] ? 1 : 0;
                boolean isNew = scores[other] > scores[unit];
                for (int before = 0; before < other && isNew; before++) {
                    isNew = scores[before] != scores[other];
                }
                distinctAbove += isNew ? 1 : 0;
            }
            switch (ties) {
                case STANDARD -> held[unit][above]++;
                case DENSE -> held[unit][distinctAbove]++;
                case AVERAGE -> {
                    for (int rank = above; rank < above + equal; rank++) {
                        held[unit][rank] += 1.0 / equal;
                    }
                }
            }
            if (above == 0) {
                firsts[unit]++;
                for (int criterion = 0; criterion < weights.length; criterion++) {
                    weightSums[unit][criterion] += weights[criterion];
                }
            }
        }
    }
}
