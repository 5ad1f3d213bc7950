package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.statecraft.internal.input.CellScanner;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.ScoringFramework;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Reads an index in the two-table form of COINr (Becker et al., Journal of Open Source Software 7(78), 2022, 4567), written as
 * CSV: {@code iData}, the values, and {@code iMeta}, what the columns of {@code iData} are and how they build the index.
 *
 * <p>{@code iData} has one row a unit: {@code uCode}, optionally {@code uName}, and one column for each code of {@code iMeta}
 * that is no aggregate; a column {@code Time} is left out, so that a panel is refused for its repeated units. {@code iMeta}
 * has one row a column or aggregate:
 * <ul>
 *   <li>{@code iCode}, or {@code code};
 *   <li>{@code Level}: 1 for indicators, 2 for what is made of them, and so on; each parent is one level up;
 *   <li>{@code Parent}: the code of the aggregate to which it belongs; empty for the index itself, the only one without;
 *   <li>{@code Weight}, or {@code relative weight}: positive, among siblings; the weight of the index counts for nothing;
 *   <li>{@code Direction}: 1 if higher values are better, -1 if lower ones are; that of an aggregate counts for nothing;
 *   <li>{@code Type}: Indicator, Aggregate, Group, Denominator or Other; if there is no such column, level 1 is an indicator
 *       and any other level an aggregate;
 *   <li>{@code iName}, or {@code name}: optional, a name for people;
 *   <li>{@code Unit}, {@code Denominator}: optional; {@code Target} and further columns are not looked at.
 * </ul>
 * The names of these columns are compared without case, blanks and underscores; codes with case. Cells that are empty or
 * {@code NA} are missing. Both files are CSV as {@link TableFiles} describes it.
 *
 * <p>What is made of them: a table with the indicators and denominators, the units in the groups of the first row of type
 * Group; and a framework with the methods that COINr takes by default: division by the denominator where one is named,
 * min-max normalisation, weighted arithmetic means, and weights scaled up where values are missing. COINr can also impute,
 * screen and treat; the two tables do not say whether it did, and nothing of it is done here. They say nothing of question and
 * scale basis either: the name of the index is the question, the basis is MIXED, and the rationale says so.
 */
public final class CoinFiles {
    /** A table {@code iMeta} has at most so many bytes. */
    private static final long MAX_META = 64L << 20;

    private static final String MISSING = "NA";

    private CoinFiles() {}

    /**
     * An index that was read.
     *
     * @param table the values of indicators and denominators
     * @param framework how they build the index; {@code framework.scoreAll(table)} scores it
     */
    public record Coin(IndicatorTable table, ScoringFramework framework) implements Serializable {
        /** Checks that nothing is null. */
        public Coin {
            Objects.requireNonNull(table, "CoinFiles.Coin.table");
            Objects.requireNonNull(framework, "CoinFiles.Coin.framework");
        }
    }

    /**
     * Reads an index.
     *
     * @param iData the values
     * @param iMeta what the columns are, and how they build the index
     * @return table and framework
     * @throws io.github.statecraft.InvalidDataException with all problems of both files, if they have any
     * @throws UncheckedIOException if a file cannot be read
     */
    public static Coin read(Path iData, Path iMeta) {
        Objects.requireNonNull(iData, "iData");
        Problems problems = new Problems();
        CoinMeta meta = CellScanner.read(
                Objects.requireNonNull(iMeta, "iMeta"),
                ',',
                MAX_META,
                problems,
                cells -> CoinMeta.read(cells, problems));
        return CellScanner.read(iData, ',', TableFiles.MAX_BYTES, problems, cells -> coin(cells, meta, problems));
    }

    /**
     * Reads an index from two texts.
     *
     * @param iData the values
     * @param iMeta what the columns are, and how they build the index
     * @return table and framework
     * @throws io.github.statecraft.InvalidDataException with all problems of both texts, if they have any
     */
    public static Coin parse(String iData, String iMeta) {
        Objects.requireNonNull(iData, "iData");
        Problems problems = new Problems();
        CoinMeta meta = CellScanner.read(
                "iMeta",
                Objects.requireNonNull(iMeta, "iMeta"),
                ',',
                MAX_META,
                problems,
                cells -> CoinMeta.read(cells, problems));
        return CellScanner.read(
                "iData", iData, ',', TableFiles.MAX_BYTES, problems, cells -> coin(cells, meta, problems));
    }

    private static Coin coin(CellScanner cells, CoinMeta meta, Problems problems) {
        ImmutableList<String> header = TableColumns.header(cells, problems);
        meta.requireColumns(header, cells.name());
        CoinTree tree = new CoinTree(meta, problems);
        tree.check();
        Map<String, Integer> texts = texts(cells, header, meta, problems);
        if (!texts.containsValue(TableColumns.UNIT)) {
            throw problems.exception();
        }
        TableRows rows = new TableRows(TableColumns.of(header, texts), ImmutableSet.of(MISSING), problems);
        rows.read(cells);
        problems.throwIfAny();
        return new Coin(rows.table(), tree.framework(cells.name()));
    }

    /** What the columns are that hold no numbers of the index. */
    private static Map<String, Integer> texts(
            CellScanner cells, ImmutableList<String> header, CoinMeta meta, Problems problems) {
        Map<String, Integer> texts = new LinkedHashMap<>();
        String group = meta.group();
        for (String column : header) {
            CoinMeta.Row row = meta.rows().get(column);
            Integer special = SPECIAL.get(CoinMeta.simplified(column));
            if (row != null) {
                if (!row.isNumber()) {
                    texts.put(column, column.equals(group) ? TableColumns.GROUP : TableColumns.IGNORED);
                }
            } else if (special != null && (special == TableColumns.IGNORED || !texts.containsValue(special))) {
                texts.put(column, special);
            } else {
                texts.put(column, TableColumns.IGNORED);
                problems.add(
                        TableColumns.at(cells),
                        "each column but uCode, uName and Time must be a code of " + meta.name(),
                        Problems.quote(column),
                        "give it a row there, of Type Other if it does not count");
            }
        }
        if (!texts.containsValue(TableColumns.UNIT)) {
            problems.add(
                    TableColumns.at(cells), "must have a column 'uCode', which is missing", "", "name the units there");
        }
        return texts;
    }

    private static final ImmutableMap<String, Integer> SPECIAL = ImmutableMap.of(
            "ucode", TableColumns.UNIT,
            "code", TableColumns.UNIT,
            "unit", TableColumns.UNIT,
            "uname", TableColumns.LABEL,
            "name", TableColumns.LABEL,
            "label", TableColumns.LABEL,
            "time", TableColumns.IGNORED);
}
