package io.github.statecraft.robustness;

import io.github.statecraft.internal.text.Numbers;
import java.io.Serializable;

/**
 * How much of a table a factor of data varies: of the values that units with a rank have in the columns that a design reads.
 *
 * @param inputs how many values there are
 * @param covered of how many of them the spread is known, exact ones among them
 * @param judged of how many of these it is judgement
 * @param drawn how many have a spread of some width
 */
record DataCoverage(int inputs, int covered, int judged, int drawn) implements Serializable {
    static DataCoverage of(TableDraws draws) {
        return new DataCoverage(
                draws.inputs(),
                draws.covered(),
                draws.judged(),
                draws.uncertain().size());
    }

    @Override
    public String toString() {
        return TableDraws.coverage(covered, judged, inputs) + "; " + Numbers.grouped(drawn)
                + (drawn == 1 ? " has" : " have") + " a spread of some width and " + (drawn == 1 ? "is" : "are")
                + " drawn";
    }
}
