package io.github.statecraft.data;

import static io.github.statecraft.data.HostileCase.Target.EVENTS;
import static io.github.statecraft.data.HostileCase.Target.OBSERVATIONS;
import static io.github.statecraft.data.HostileCase.Target.SOURCES;
import static io.github.statecraft.data.HostileCase.Target.SUPPLEMENT;

import com.google.common.base.Splitter;
import io.github.statecraft.data.HostileCase.Target;
import java.util.List;

/** Tables that mean harm by their size or the number of their rows and cells. */
final class HostileTables extends TableCases {
    static final String[] PAIR = {"Aa", "BB"};

    private HostileTables() {}

    static List<HostileCase> cases() {
        HostileTables all = new HostileTables();
        all.longLines();
        all.manyRows();
        all.manyTexts();
        return all.cases;
    }

    private void longLines() {
        add(
                "a line of 100 MB",
                ": must have at most 64 MiB, 67,108,864 bytes but was 100,000,000 bytes; split it",
                out -> out.repeat("x", 100 * MILLION),
                OBSERVATIONS);
        add(
                "a header of one word of 60 MB",
                " line 1: a cell must have at most 100,000 characters",
                out -> out.repeat("x", SIXTY_MB),
                OBSERVATIONS);
        add(
                "a header of a million columns",
                " line 1: must have |columns but was 1,000,001; the columns are ",
                out -> out.repeat("note,", MILLION).put("\n"),
                ALL);
        add(
                "a row of 60 million cells",
                1,
                "line 2: a row must have |cells but was 60,000,001 cells; quote",
                (out, target) -> out.repeat(",", SIXTY_MB).put("\n"),
                SUPPLEMENT);
        add(
                "a row of a million cells",
                1,
                "line 2: a row must have |cells but was 1,000,001 cells; quote",
                (out, target) -> out.repeat("NOR,", MILLION).put("\n"),
                ALL);
        add(
                "a cell of 60 MB",
                1,
                CELL,
                (out, target) -> out.repeat("x", SIXTY_MB).put("\n"),
                OBSERVATIONS);
        add(
                "a quoted cell of 60 MB",
                1,
                CELL,
                (out, target) -> out.put("\"").repeat("\u00e9", SIXTY_MB / 2).put("\"\n"),
                EVENTS);
        add(
                "a quote that is never closed",
                1,
                CELL,
                (out, target) -> out.put("\"").repeat("NOR,population\n", SIXTY_MB / 15),
                SOURCES);
        add(
                "a quote that is never closed at the end",
                1,
                "line 2: the row that begins here cannot be read: Missing closing quote",
                (out, target) -> out.put("\"NOR\n"),
                ALL);
        add(
                "60 MB of blanks in a row",
                1,
                "line 2: a row must have |1 cell|",
                (out, target) -> out.repeat(" ", SIXTY_MB).put("x\n"),
                SOURCES);
        add(
                "a row after 10 MB of line breaks",
                1,
                "line 10000002: a row must have |1 cell|",
                (out, target) -> out.repeat("\n", 10 * MILLION).put("x\n"),
                EVENTS);
        add(
                "40,000 quotes in quotes in a cell, and one more",
                1,
                "line 2: the row that begins here cannot be read: ",
                (out, target) -> out.put("\"").repeat("\"\"", 40_000).put("\" \"\n"),
                ALL);
    }

    private void manyRows() {
        add(
                "a million empty cells, one a row",
                1_000,
                "line |must have fewer than 1,000 problems but was that many by here, where reading stopped|line 2: a row must have |1 cell|and 980 more",
                (out, target) -> out.repeat("x\n", MILLION),
                ALL);
        add(
                "a million rows of wrong cells",
                1_000,
                "line |must have fewer than 1,000 problems but was that many by here, where reading stopped|1000 problems:|line 2|and 980 more",
                (out, target) -> out.repeat(
                        "x".repeat(20).replace("x", "x,").substring(0, 2 * columns(target) - 1) + "\n", MILLION),
                ALL);
        add(
                "a sound row 800,000 times",
                1_000,
                "line |must have fewer than 1,000 problems|1000 problems:|line 3|remove one|and 980 more",
                (out, target) -> out.repeat(row(target, 1, "text"), 800_000),
                OBSERVATIONS);
        add(
                "200,001 sound rows",
                1,
                "line 200002: must have at most 200,000 rows but was more; split it",
                (out, target) -> {
                    for (int i = 1; i <= 200_001; i++) {
                        out.put(row(target, i, "text"));
                    }
                },
                SOURCES);
        add(
                "4,096 rows of one hash code",
                1,
                "line 103: about 100 different ones at most may have texts of the same hash code",
                (out, target) -> {
                    for (int i = 0; i < 4_096; i++) {
                        out.put(row(target, 1, HostileCrowds.colliding(PAIR, 12, i))
                                .replace("E1,", ","));
                    }
                },
                OBSERVATIONS,
                EVENTS);
    }

    /** Almost as many rows as are allowed, of almost all bytes, each stretched to two bytes a character by its last one. */
    private void manyTexts() {
        add(
                "199,999 sound rows that hold all of 64 MiB, and a year that is none",
                1,
                "line 200001, column 'year': expected a year such as 2024",
                (out, target) -> {
                    String filler = "x".repeat(255);
                    for (int i = 1; i < 200_000; i++) {
                        out.put(row(target, i, filler + "\u4e2d"));
                    }
                    out.put(row(target, 0, "text").replace(",2024,", ",20x4,").replace(",2025,", ",20x5,"));
                },
                OBSERVATIONS);
    }

    private static int columns(Target target) {
        return Splitter.on(',').splitToList(HEADERS.get(target)).size();
    }
}
