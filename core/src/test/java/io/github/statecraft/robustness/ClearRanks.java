package io.github.statecraft.robustness;

import io.github.statecraft.score.Ranking;

/** Ranks by their definition, one draw after the other: what is counted quickly must be equal to this. */
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
        boolean hasGaps = false;
        for (double[] row : values) {
            for (double value : row) {
                hasGaps |= Double.isNaN(value);
            }
        }
        for (double[] draw : weights) {
            double[] scores = new double[units];
            for (int unit = 0; unit < units; unit++) {
                scores[unit] = score(values[unit], draw, hasGaps);
            }
            add(scores, draw, ties);
        }
    }

    static double score(double[] values, double[] weights, boolean hasGaps) {
        double sum = 0;
        double present = 0;
        for (int criterion = 0; criterion < weights.length; criterion++) {
            if (!Double.isNaN(values[criterion])) {
                sum += weights[criterion] * values[criterion];
                present += weights[criterion];
            }
        }
        return hasGaps ? sum / present : sum;
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
