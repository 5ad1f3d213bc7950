package io.github.statecraft.data;

import static io.github.statecraft.data.HostileCase.Target.COIN_DATA;
import static io.github.statecraft.data.HostileCase.Target.COIN_META;
import static io.github.statecraft.data.HostileCase.Target.NUMBERS;

import io.github.statecraft.data.HostileCase.Content;
import java.util.List;

/** Tables of numbers that mean harm. */
final class HostileNumberTables extends HostileCases {
    static final String SOUND_META = "code,level,parent,weight,direction\na,1,i,1,1\ni,2,,1,1\n";

    private static final String META = "code,level,parent,weight,direction\n";
    private static final String TOO_LONG = "a cell must have at most 100,000 bytes but was more; is a quote missing?";

    private HostileNumberTables() {}

    static List<HostileCase> small() {
        HostileNumberTables all = new HostileNumberTables();
        all.add(
                "numbers of 1,200 digits",
                1_000,
                "a number must have at most 1,100 characters",
                out -> {
                    out.put("id,x\nU,1\n");
                    for (int i = 0; i < 2_000; i++) {
                        out.put("u" + i + ",").repeat("7", 1_200).put("\n");
                    }
                },
                NUMBERS);
        all.add(
                "exponents of 1,000 digits",
                "expected a number that a double can hold",
                out -> out.put("id,x\nU,1\nV,1e").repeat("9", 1_000).put("\n"),
                NUMBERS);
        all.add(
                "100,000 columns of one name",
                1_000,
                "must have fewer than 1,000 problems",
                out -> out.put("uCode").repeat(",a", 99_999).put("\n"),
                NUMBERS,
                COIN_DATA);
        all.add(
                "a million columns",
                "must have at most 100,000 columns",
                manyColumns(MILLION),
                NUMBERS,
                COIN_DATA,
                COIN_META);
        all.add(
                "a circle of 100,000 parents",
                1_000,
                "must have fewer than 1,000 problems",
                out -> {
                    out.put(META);
                    for (int i = 0; i < 100_000; i++) {
                        out.put("p" + i + ",2,p" + (i + 1) % 100_000 + ",1,1\n");
                    }
                },
                COIN_META);
        all.add(
                "a row that is its own parent",
                3,
                "line 2, column 'parent': must not lead back to the row itself",
                out -> out.put(META + "p,2,p,1,1\na,1,i,1,1\ni,2,,1,1\n"),
                COIN_META);
        all.add(
                "weights too large to be summed",
                4,
                "line 2, column 'weight': must be a positive number, at most 1e100 but was '1e308'",
                out -> out.put(META).put("a,1,i,1e308,1\np,2,i,1e308,1\ni,3,,1,1\n"),
                COIN_META);
        return all.cases;
    }

    static List<HostileCase> large() {
        HostileNumberTables all = new HostileNumberTables();
        all.add("a line of 100 MB", "line 1: " + TOO_LONG, out -> out.repeat("x", 100 * MILLION), NUMBERS, COIN_DATA);
        all.add(
                "100 MB of quotes",
                "line 2: " + TOO_LONG,
                out -> out.put("id,x\n").repeat("\"", 100 * MILLION),
                NUMBERS);
        all.add(
                "60 MB of blanks",
                "line 2: " + TOO_LONG,
                out -> out.put("id,x\n").repeat(" ", SIXTY_MB),
                NUMBERS);
        all.add(
                "60 MB of NUL",
                "line 2: must be UTF-8 but was byte 0x0 at offset 5",
                out -> out.put("id,x\n").repeat("\0", SIXTY_MB),
                NUMBERS);
        all.add("60 MB of line breaks", "line 1: must not be empty", out -> out.repeat("\n", SIXTY_MB), NUMBERS);
        all.add(
                "60 MB of separators below a header",
                "line 2: a row must have 2 cells but was 60,000,001 cells",
                out -> out.put("id,x\n").repeat(",", SIXTY_MB).put("\n"),
                NUMBERS);
        all.add("10 million columns", "must have at most 100,000 columns", manyColumns(10 * MILLION), NUMBERS);
        all.add(
                "a million and one units",
                "a table of 2 columns must have at most 1,000,000 rows",
                out -> {
                    out.put("id,x\n");
                    for (int i = 0; i <= MILLION; i++) {
                        out.put(i + ",1\n");
                    }
                },
                NUMBERS);
        all.add(
                "labels of 99 MB",
                "ids, labels and groups must have at most 67,108,864 characters together",
                out -> {
                    out.put("unit,label,x\n");
                    for (int i = 0; i < 1_000; i++) {
                        out.put(i + ",").repeat("l", 99_000).put(",1\n");
                    }
                },
                NUMBERS);
        return all.cases;
    }

    private static Content manyColumns(int count) {
        return out -> {
            out.put("uCode");
            for (int i = 0; i < count; i++) {
                out.put(",c" + i);
            }
            out.put("\n");
        };
    }
}
