package io.github.statecraft.robustness;

import io.github.statecraft.internal.work.RandomBits;
import io.github.statecraft.score.IndicatorTable;
import java.io.Serializable;

/** Where the tables of a factor of a {@link MethodDesign} come from whose data are uncertain. */
@FunctionalInterface
interface DataDraws extends Serializable {
    /**
     * A table.
     *
     * @param table what is known
     * @param bits the stream of the draw, at its start
     * @return a table of the same units and indicators, a function of table and stream alone
     */
    IndicatorTable draw(IndicatorTable table, RandomBits bits);
}
