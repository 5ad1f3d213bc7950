package io.github.statecraft.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.internal.input.CellScanner;
import io.github.statecraft.internal.input.Decimals;
import io.github.statecraft.internal.input.Problems;
import io.github.statecraft.internal.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of the table {@code iMeta} of {@link CoinFiles}, each sound in itself or reported. */
final class CoinMeta {
    /** A table has at most so many rows. */
    private static final int MAX_ROWS = 200_000;

    /** An index has at most so many levels. */
    static final int MAX_LEVELS = 64;

    /** As many weights as there may be can be summed. */
    private static final double MAX_WEIGHT = 1e100;

    /** Among more names no nearest is looked for. */
    static final int MANY_NAMES = 1_000;

    static final String CODE = "iCode";
    static final String NAME = "iName";
    static final String LEVEL = "Level";
    static final String PARENT = "Parent";
    static final String WEIGHT = "Weight";
    static final String DIRECTION = "Direction";
    static final String TYPE = "Type";
    static final String UNIT = "Unit";
    static final String DENOMINATOR = "Denominator";

    private static final ImmutableMap<String, String> NAMES = ImmutableMap.<String, String>builder()
            .put("icode", CODE)
            .put("code", CODE)
            .put("iname", NAME)
            .put("name", NAME)
            .put("label", NAME)
            .put("level", LEVEL)
            .put("parent", PARENT)
            .put("weight", WEIGHT)
            .put("relativeweight", WEIGHT)
            .put("direction", DIRECTION)
            .put("type", TYPE)
            .put("unit", UNIT)
            .put("denominator", DENOMINATOR)
            .buildOrThrow();

    private static final ImmutableList<String> REQUIRED = ImmutableList.of(CODE, LEVEL, PARENT, WEIGHT, DIRECTION);

    /** What a row describes. */
    enum Type {
        INDICATOR,
        AGGREGATE,
        GROUP,
        DENOMINATOR,
        OTHER
    }

    /**
     * One row. Level and weight are 0 where they are missing or were reported.
     *
     * @param line where it stands
     * @param code what tells it from the others
     * @param name its name for people
     * @param type what it describes
     * @param level its level in the index
     * @param parent the code of its parent; empty if it has none
     * @param weight its weight among its siblings
     * @param isLowerBetter whether its direction is -1
     * @param unit its unit; empty if it is not said
     * @param denominator by what it is divided; empty for nothing
     */
    record Row(
            long line,
            String code,
            String name,
            Type type,
            int level,
            String parent,
            double weight,
            boolean isLowerBetter,
            String unit,
            String denominator) {
        boolean isNode() {
            return type == Type.INDICATOR || type == Type.AGGREGATE;
        }

        /** Whether the column of this code holds numbers. */
        boolean isNumber() {
            return type == Type.INDICATOR || type == Type.DENOMINATOR;
        }

        @Override
        public String toString() {
            return type + " " + code;
        }
    }

    private final String name;
    private final Problems problems;
    /** The columns that are there, as the header calls them, by the names above. */
    private final Map<String, String> columns = new LinkedHashMap<>();

    private final Map<String, Row> rows = new LinkedHashMap<>();

    private CoinMeta(String name, Problems problems) {
        this.name = name;
        this.problems = problems;
    }

    /** The name of a column without case, blanks and underscores. */
    static String simplified(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[ _.-]", "");
    }

    static CoinMeta read(CellScanner cells, Problems problems) {
        CoinMeta meta = new CoinMeta(cells.name(), problems);
        List<String> names = meta.header(cells);
        try {
            while (cells.nextRow()) {
                meta.row(cells, names);
            }
        } catch (CellScanner.Unreadable e) {
            // what is wrong was added to the problems
        }
        if (meta.rows.isEmpty() && problems.isEmpty()) {
            problems.add(TableColumns.at(cells), "must have at least one row", "only a header", "was it cut off?");
        }
        return meta;
    }

    /** What the columns are, by the names above; empty for those that are not looked at. */
    private List<String> header(CellScanner cells) {
        ImmutableList<String> header = TableColumns.header(cells, problems);
        List<String> names = new ArrayList<>();
        for (String column : header) {
            String known = NAMES.getOrDefault(simplified(column), "");
            String other = known.isEmpty() ? null : columns.putIfAbsent(known, column);
            if (other != null) {
                problems.add(
                        TableColumns.at(cells),
                        "must have one column " + Problems.quote(known),
                        Problems.quote(other) + " and " + Problems.quote(column),
                        "remove one");
            }
            names.add(known);
        }
        for (String required : REQUIRED) {
            if (!columns.containsKey(required)) {
                problems.add(
                        TableColumns.at(cells),
                        "must have a column " + Problems.quote(required) + ", which is missing",
                        "",
                        "the columns are iCode, Level, Parent, Weight, Direction and, if there are others than indicators "
                                + "and aggregates, Type");
            }
        }
        if (!columns.keySet().containsAll(REQUIRED)) {
            throw problems.exception();
        }
        return names;
    }

    private void row(CellScanner cells, List<String> names) {
        Map<String, String> row = new LinkedHashMap<>();
        int column = 0;
        do {
            cells.cell();
            if (column < names.size() && !names.get(column).isEmpty()) {
                String text = cells.text();
                row.put(names.get(column), text.equals("NA") || text.isBlank() ? "" : text);
            }
            column++;
        } while (!cells.isLast());
        if (column == 1 && cells.isEmpty() && !cells.isCut()) {
            return;
        }
        if (rows.size() == MAX_ROWS) {
            String rule = "must have at most " + Numbers.grouped(MAX_ROWS) + " rows";
            problems.add(TableColumns.at(cells), rule, "more", "is it another kind of file?");
            throw problems.exception();
        }
        if (column != names.size()) {
            problems.add(
                    TableColumns.at(cells),
                    "a row must have " + names.size() + " cells",
                    column == 1 ? "1 cell" : Numbers.grouped(column) + " cells",
                    "quote cells that hold commas, and write missing cells as nothing between commas");
        } else if (cells.isCut()) {
            problems.add(
                    TableColumns.at(cells),
                    "must end with a line break",
                    "the end of the row that begins here",
                    "was it cut off? If it is whole, add a line break");
        } else {
            add(cells.line(), row);
        }
    }

    private void add(long line, Map<String, String> cells) {
        String code = cell(cells, CODE);
        Row other = rows.get(code);
        if (code.isEmpty()) {
            report(line, CODE, "must not be empty", "", "give the row a code");
            return;
        }
        if (other != null) {
            report(
                    line,
                    CODE,
                    "each code must have one row",
                    Problems.quote(code) + ", as in line " + other.line(),
                    "remove one");
            return;
        }
        int level = level(line, cells);
        Type type = type(line, cells, level);
        boolean isNode = type == Type.INDICATOR || type == Type.AGGREGATE;
        boolean isIndex = type == Type.AGGREGATE && cell(cells, PARENT).isEmpty();
        if (isNode && cell(cells, LEVEL).isEmpty()) {
            report(line, LEVEL, "an indicator or aggregate must have a level", "", "it is 1 for indicators");
        } else if (type == Type.INDICATOR && level > 1) {
            report(line, LEVEL, "the level of an indicator must be 1", String.valueOf(level), "correct level or Type");
        } else if (type == Type.AGGREGATE && level == 1) {
            report(line, LEVEL, "the level of an aggregate must be above 1", "1", "correct level or Type");
        }
        String name = cell(cells, NAME);
        rows.put(
                code,
                new Row(
                        line,
                        code,
                        name.isEmpty() ? code : name,
                        type,
                        isNode ? level : 0,
                        isNode ? cell(cells, PARENT) : "",
                        isNode ? weight(line, cells, isIndex) : 0,
                        direction(line, cells, type),
                        cell(cells, UNIT),
                        type == Type.INDICATOR ? cell(cells, DENOMINATOR) : ""));
    }

    private static String cell(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "");
    }

    private int level(long line, Map<String, String> cells) {
        String text = cell(cells, LEVEL);
        double level = text.isEmpty() ? 0 : Decimals.parse(text);
        if (text.isEmpty() || (level >= 1 && level <= MAX_LEVELS && level == Math.rint(level))) {
            return (int) level;
        }
        report(line, LEVEL, "must be a whole number from 1 to " + MAX_LEVELS, Problems.quote(text), "correct it");
        return 0;
    }

    private Type type(long line, Map<String, String> cells, int level) {
        String text = cell(cells, TYPE);
        if (!columns.containsKey(TYPE)) {
            boolean hasLevel = !cell(cells, LEVEL).isEmpty();
            return !hasLevel ? Type.OTHER : level == 1 ? Type.INDICATOR : Type.AGGREGATE;
        }
        for (Type type : Type.values()) {
            if (type.name().equalsIgnoreCase(text)) {
                return type;
            }
        }
        report(
                line,
                TYPE,
                "must be Indicator, Aggregate, Group, Denominator or Other",
                text.isEmpty() ? "empty" : Problems.quote(text),
                "use one of these");
        return Type.OTHER;
    }

    private double weight(long line, Map<String, String> cells, boolean isIndex) {
        String text = cell(cells, WEIGHT);
        if (text.isEmpty() && isIndex) {
            return 1;
        }
        double weight = Decimals.parse(text);
        if (weight > 0 && weight <= MAX_WEIGHT) {
            return weight;
        }
        report(
                line,
                WEIGHT,
                "must be a positive number, at most 1e100",
                text.isEmpty() ? "empty" : Problems.quote(text),
                "weights count among siblings; leave out what has none");
        return 0;
    }

    private boolean direction(long line, Map<String, String> cells, Type type) {
        String text = cell(cells, DIRECTION);
        double direction = Decimals.parse(text);
        boolean isNeeded = type == Type.INDICATOR || (type == Type.AGGREGATE && !text.isEmpty());
        if (isNeeded && direction != 1 && direction != -1) {
            report(
                    line,
                    DIRECTION,
                    "must be 1 if higher is better, -1 if lower is",
                    text.isEmpty() ? "empty" : Problems.quote(text),
                    "correct it");
        }
        return direction == -1;
    }

    /** Reports something in a column of a row. */
    void report(long line, String column, String rule, String found, String remedy) {
        String header = columns.getOrDefault(column, column);
        int number = ImmutableList.copyOf(columns.values()).indexOf(header);
        Problems.Position at =
                new Problems.Position(name, line, number + 1L, "line " + line + ", column " + Problems.quote(header));
        problems.add(at, rule, found, remedy);
    }

    /** Reports codes of which {@code iData} has no column. */
    void requireColumns(ImmutableList<String> header, String table) {
        ImmutableMap.Builder<String, Boolean> names = ImmutableMap.builder();
        header.forEach(column -> names.put(column, true));
        ImmutableMap<String, Boolean> known = names.buildKeepingLast();
        String group = group();
        for (Row row : rows.values()) {
            boolean isNeeded = row.isNumber() || row.code().equals(group);
            if (isNeeded && !known.containsKey(row.code())) {
                report(
                        row.line(),
                        CODE,
                        "must be a column of " + table,
                        Problems.quote(row.code()),
                        nearest(row.code(), header, "add the column, or remove the row"));
            }
        }
    }

    /** A remedy that names the nearest of a few names. */
    static String nearest(String unknown, Iterable<String> names, String otherwise) {
        List<String> few = new ArrayList<>();
        for (String known : names) {
            if (few.size() == MANY_NAMES) {
                return otherwise;
            }
            few.add(known);
        }
        String nearest = Problems.nearest(unknown, few);
        return nearest.isEmpty() ? otherwise : nearest;
    }

    /** The rows by code, in the order of the file. */
    Map<String, Row> rows() {
        return rows;
    }

    /** The code of the first group; null if there is none. */
    @Nullable
    String group() {
        Optional<Row> first =
                rows.values().stream().filter(row -> row.type() == Type.GROUP).findFirst();
        return first.map(Row::code).orElse(null);
    }

    /** What errors call the table. */
    String name() {
        return Objects.requireNonNull(name);
    }
}
