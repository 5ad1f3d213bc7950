package io.github.statecraft.data;

import static io.github.statecraft.data.HostileCase.Target.FRAMEWORK_JSON;
import static io.github.statecraft.data.HostileCase.Target.FRAMEWORK_YAML;
import static io.github.statecraft.data.HostileCase.Target.STRATEGY_JSON;
import static io.github.statecraft.data.HostileCase.Target.STRATEGY_YAML;

import java.util.List;

/** JSON and YAML that means harm by its size. */
final class HostileSizes extends HostileCases {
    private static final String VALUES = "line 1, column |must have at most 200,000 values|more by here|split it";
    private static final String TEXT = " (line 1)|a text must have at most 1,000,000 characters|shorten it";
    private static final String NAME =
            "line 1, column |the name of a field must have at most 200 characters|shorten it";
    private static final String THREE_MB = "must have at most 3,145,728 characters as YAML|more|write it as JSON";

    private HostileSizes() {}

    static List<HostileCase> cases() {
        HostileSizes all = new HostileSizes();
        all.longLines();
        return all.cases;
    }

    private void longLines() {
        add(
                "a line of 100 MB",
                "must have at most 64 MiB, 67,108,864 bytes but was 100,000,013 bytes; split it",
                out -> out.put("{\"format\": \"").repeat("x", 100 * MILLION).put("\""),
                FRAMEWORK_JSON,
                STRATEGY_YAML);
        add(
                "a text of 60 MB",
                "/format" + TEXT,
                out -> out.put("{\"format\": \"").repeat("x", SIXTY_MB).put("\"}"),
                FRAMEWORK_JSON);
        add(
                "a text of 30 million characters of two bytes",
                "/format" + TEXT,
                out -> out.put("{\"format\": \"").repeat("\u00e9", SIXTY_MB / 2).put("\"}"),
                FRAMEWORK_JSON);
        add(
                "a text of 20 million characters of three bytes that never ends",
                "/format" + TEXT,
                out -> out.put("{\"format\": \"").repeat("\u4e2d", SIXTY_MB / 3),
                STRATEGY_JSON);
        add("a name of 60 MB", NAME, out -> out.put("{\"").repeat("x", SIXTY_MB).put("\": 1}"), STRATEGY_JSON);
        add(
                "a word of 60 MB that is no value",
                "line 1, column |is not JSON|Unrecognized token 'xxx",
                out -> out.put("{\"asOf\": ").repeat("x", SIXTY_MB).put("}"),
                STRATEGY_JSON);
        add(
                "60 MB of digits",
                "/asOf (line 1)|a number at most 100|more",
                out -> out.put("{\"asOf\": ").repeat("7", SIXTY_MB).put("}"),
                STRATEGY_JSON);
        add(
                "a comment of 60 MB",
                "line 1, column 1|has no comments|remove the comment",
                out -> out.put("/*").repeat("x", SIXTY_MB).put("*/ {}"),
                FRAMEWORK_JSON);
        add("60 MB of blanks", "line 1: must not be empty|cut off", out -> out.repeat(" ", SIXTY_MB), STRATEGY_YAML);
        add(
                "60 MB of blanks before a bracket that is never closed",
                "line 1, column |is not JSON|end-of-input|cut off",
                out -> out.repeat(" ", SIXTY_MB).put("{"),
                FRAMEWORK_JSON);
        add(
                "60 MB of blanks before a field",
                THREE_MB,
                out -> out.repeat(" ", SIXTY_MB).put("a: 1"),
                FRAMEWORK_YAML);
        add(
                "60 MB of line breaks before a field",
                THREE_MB,
                out -> out.repeat("\n", SIXTY_MB).put("a: 1"),
                STRATEGY_YAML);
        add(
                "a list of 30 million numbers in one line",
                VALUES,
                out -> out.put("{\"index\": [1").repeat(",1", SIXTY_MB / 2).put("]}"),
                FRAMEWORK_JSON);
        add(
                "20 million documents in one line",
                2,
                "/ (line 1): expected an object|",
                out -> out.repeat("[] ", SIXTY_MB / 3),
                STRATEGY_JSON);
        add("a plain text of 60 MB", THREE_MB, out -> out.put("format: ").repeat("x", SIXTY_MB), FRAMEWORK_YAML);
        add(
                "a plain text of 1,000,001 characters",
                10,
                "/format (line 2)|a text must have at most 1,000,000 characters|(1000001 characters)|shorten it",
                out -> out.put("asOf: 2026\nformat: ").repeat("x", MILLION + 1),
                STRATEGY_YAML);
        add(
                "a plain name of 500,000 characters",
                1,
                "is not YAML",
                out -> out.repeat("x", MILLION / 2).put(": 1"),
                STRATEGY_YAML);
        add(
                "a million quotes, each escaped",
                "/format (line 1): a text must have at most 1,000,000 characters|",
                out -> out.put("{\"format\": \"").repeat("\\\"", MILLION + 1).put("\"}"),
                FRAMEWORK_JSON,
                STRATEGY_JSON);
    }
}
