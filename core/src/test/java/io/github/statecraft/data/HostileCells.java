package io.github.statecraft.data;

import static io.github.statecraft.data.HostileCase.Target.EVENTS;
import static io.github.statecraft.data.HostileCase.Target.OBSERVATIONS;
import static io.github.statecraft.data.HostileCase.Target.SOURCES;
import static io.github.statecraft.data.HostileCase.Target.SUPPLEMENT;

import io.github.statecraft.data.HostileCase.Content;
import io.github.statecraft.data.HostileCase.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables that mean harm by what stands in a cell. */
final class HostileCells extends TableCases {
    private HostileCells() {}

    static List<HostileCase> cases() {
        HostileCells all = new HostileCells();
        all.cells();
        all.characters();
        return all.cases;
    }

    private void cells() {
        String finite = "line 2, column 'value': expected a finite number such as 12.5";
        String[][] values = {
            {"90,000 digits", "7".repeat(90_000), finite + "|... (90000 characters)"},
            {"90,000 decimals", "1." + "7".repeat(90_000), finite},
            {"90,000 zeros after the point", "0." + "0".repeat(90_000) + "1", finite},
            {"a million digits", "7".repeat(MILLION), CELL},
            {"1e1000000000", "1e1000000000", finite + "|'1e1000000000'"},
            {"1e-1000000000", "1e-1000000000", finite},
            {"1e999", "1e999", "line 2, column 'value': expected a number that a double can hold"},
            {"1e-999", "1e-999", "line 2, column 'value': expected a number that a double can hold"},
            {"a formula", "=1+1", finite + "|'=1+1'"},
            {"a link as a formula", "\"=HYPERLINK(\"\"http://127.0.0.1:1/\"\")\"", finite},
        };
        for (String[] value : values) {
            add(
                    "a value of " + value[0],
                    1,
                    value[2],
                    (out, target) ->
                            out.put(row(target, 1, "").replace("1.25", value[1]).replace("1.75", value[1])),
                    OBSERVATIONS,
                    SUPPLEMENT);
        }
        String year = "line 2, column 'year': expected a year such as 2024, in [1900, 2100]";
        for (String number :
                new String[] {"2".repeat(90_000), "1e1000000000", "2e3", "-2024", "=2024", "\u0662\u0660\u0662\u0664"
                }) {
            String name = "a year of " + (number.length() > 20 ? "90,000 digits" : number);
            add(
                    name,
                    1,
                    year,
                    (out, target) -> out.put(row(target, 1, "text").replaceFirst("202[345],", number + ",")),
                    OBSERVATIONS,
                    SUPPLEMENT,
                    SOURCES);
        }
        add(
                "a date of 90,000 digits",
                1,
                "line 2, column 'date': expected a year, a month or a day",
                (out, target) -> out.put(row(target, 1, "text").replace("2024-02", "2".repeat(90_000))),
                EVENTS);
        add(
                "999 unknown sources",
                999,
                "line 2, column 'source_id': must stand in sources.csv|nearest: S1",
                (out, target) -> {
                    for (int i = 0; i < 999; i++) {
                        out.put(row(target, i, "text").replace(",S1,", ",S" + i + "x,"));
                    }
                },
                OBSERVATIONS);
    }

    private void characters() {
        for (Target target : ALL) {
            Content small = out -> out.put(HEADERS.get(target)).put("\n").put(row(target, 1, "text"));
            cases.add(HostileCase.of(
                            "UTF-16 and a mark",
                            target,
                            1,
                            small,
                            target.file + "|line 1: must be UTF-8 but was byte 0xfe at offset 0")
                    .inCharset(StandardCharsets.UTF_16));
            cases.add(HostileCase.of(
                            "UTF-16LE without a mark",
                            target,
                            1,
                            small,
                            target.file + "|line 1: must be UTF-8 but was byte 0x0 at offset 1")
                    .inCharset(StandardCharsets.UTF_16LE));
        }
        add(
                "a NUL",
                1,
                "line 2: must be UTF-8 but was byte 0x0 at offset |encoding UTF-8",
                (out, target) -> out.put(row(target, 1, "te\0xt")),
                ALL);
    }
}
