package io.github.statecraft.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The values of rows that are being read, whose number is not known before the last, in blocks of rows, so that hardly more
 * is held than the values. Confined to one reading; not thread-safe.
 */
final class ValueBlocks {
    private static final int BLOCK_CELLS = 500_000;
    private static final int BLOCK_ROWS = 5_000;
    private static final double[] GIVEN_AWAY = {};

    private final int indicators;
    private final int blockRows;
    /** Values by block of rows, indicator and row of the block; NaN where missing. */
    private final List<double[][]> blocks = new ArrayList<>();

    ValueBlocks(int indicators) {
        this.indicators = indicators;
        this.blockRows = Math.max(1, Math.min(BLOCK_ROWS, BLOCK_CELLS / Math.max(1, indicators)));
    }

    /**
     * The block in which a row is, to be filled.
     *
     * @param row one of those before, or the next
     * @return indicators x rows of the block
     */
    double[][] blockOf(int row) {
        if (row / blockRows == blocks.size()) {
            blocks.add(new double[indicators][blockRows]);
        }
        return blocks.get(row / blockRows);
    }

    int rowOfBlock(int row) {
        return row % blockRows;
    }

    /** Whether an indicator has a value in the first rows. */
    boolean holdsNumbers(int indicator, int rows) {
        for (int row = 0; row < rows; row++) {
            if (!Double.isNaN(blocks.get(row / blockRows)[indicator][row % blockRows])) {
                return true;
            }
        }
        return false;
    }

    /**
     * Gives the values of an indicator away.
     *
     * @param indicator its number
     * @param rows how many rows there are
     * @return its values, NaN where missing
     */
    double[] take(int indicator, int rows) {
        double[] column = new double[rows];
        for (int number = 0; number * blockRows < rows; number++) {
            double[] cells = blocks.get(number)[indicator];
            blocks.get(number)[indicator] = GIVEN_AWAY;
            int first = number * blockRows;
            System.arraycopy(cells, 0, column, first, Math.min(cells.length, rows - first));
        }
        return column;
    }
}
