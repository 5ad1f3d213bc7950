package io.github.statecraft.score;

/**
 * The data of the OECD/JRC Handbook on Constructing Composite Indicators (2008), annex, for the 23 countries of its worked
 * examples: the Technology Achievement Index of UNDP (2001), from Finland to Slovenia, telephones and electricity as logs.
 * Patents, royalties, Internet, exports, telephones, electricity, schooling, university.
 */
public final class TechnologyAchievement {
    /** Countries x indicators, as the Handbook prints them. */
    private static final double[][] COUNTRIES = {
        {187, 125.6, 200.2, 50.7, 3.08, 4.15, 10, 27.4},
        {289, 130, 179.1, 66.2, 3, 4.07, 12, 13.9},
        {271, 156.6, 125.8, 59.7, 3.1, 4.14, 11.4, 15.3},
        {994, 64.6, 49, 80.8, 3, 3.86, 9.5, 10},
        {779, 9.8, 4.8, 66.7, 2.97, 3.65, 10.8, 23.2},
        {189, 151.2, 136, 50.9, 3.02, 3.77, 9.4, 9.5},
        {82, 134, 57.4, 61.9, 3.02, 3.73, 9.4, 14.9},
        {31, 38.6, 108, 48.7, 2.94, 4.18, 11.6, 14.2},
        {75, 18.2, 125.9, 16.2, 2.94, 3.94, 10.9, 25.3},
        {8, 25.5, 72.3, 74.9, 2.95, 3.83, 7.1, 24.2},
        {235, 36.8, 41.2, 64.2, 2.94, 3.75, 10.2, 14.4},
        {103, 20.2, 193.6, 19, 3.12, 4.39, 11.9, 11.2},
        {106, 110.3, 48.6, 53.6, 2.97, 3.68, 9.4, 12.3},
        {72, 73.9, 58.9, 47.6, 2.91, 3.86, 9.3, 13.6},
        {103, 13, 146.7, 15.4, 2.86, 3.91, 11.7, 13.1},
        {165, 14.8, 84.2, 50.3, 2.99, 3.79, 8.4, 13.6},
        {205, 33.6, 36.4, 58.9, 2.97, 3.8, 7.9, 12.6},
        {74, 43.6, 43.2, 45, 2.96, 3.74, 9.6, 11},
        {42, 8.6, 21, 53.4, 2.86, 3.62, 7.3, 15.6},
        {13, 9.8, 30.4, 51, 3, 3.65, 7.2, 13},
        {28, 4.2, 25, 51.7, 2.75, 3.68, 9.5, 8.2},
        {26, 6.2, 21.6, 63.5, 2.73, 3.46, 9.1, 7.7},
        {105, 4, 20.3, 49.5, 2.84, 3.71, 7.1, 10.6}
    };

    private TechnologyAchievement() {}

    /** Indicators x countries. */
    public static double[][] scores() {
        return transposed(COUNTRIES);
    }

    static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix[i].length; j++) {
                transposed[j][i] = matrix[i][j];
            }
        }
        return transposed;
    }

    /** Every second unit first, then the others: the same cases in another order. */
    static double[][] unitsReordered(double[][] scores) {
        double[][] reordered = new double[scores.length][scores[0].length];
        int units = scores[0].length;
        for (int i = 0; i < scores.length; i++) {
            for (int unit = 0; unit < units; unit++) {
                int from = unit < (units + 1) / 2 ? 2 * unit : 2 * (unit - (units + 1) / 2) + 1;
                reordered[i][unit] = scores[i][from];
            }
        }
        return reordered;
    }

    /** The last child first. */
    static double[][] childrenReversed(double[][] scores) {
        double[][] reversed = new double[scores.length][];
        for (int i = 0; i < scores.length; i++) {
            reversed[i] = scores[scores.length - 1 - i];
        }
        return reversed;
    }

    static double[] reversed(double[] weights) {
        double[] reversed = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            reversed[i] = weights[weights.length - 1 - i];
        }
        return reversed;
    }
}
