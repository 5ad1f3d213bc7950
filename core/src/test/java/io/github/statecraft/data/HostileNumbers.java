package io.github.statecraft.data;

import static io.github.statecraft.data.HostileCase.Target.FRAMEWORK_JSON;
import static io.github.statecraft.data.HostileCase.Target.FRAMEWORK_YAML;
import static io.github.statecraft.data.HostileCase.Target.STRATEGY_JSON;
import static io.github.statecraft.data.HostileCase.Target.STRATEGY_YAML;

import io.github.statecraft.data.HostileCase.Target;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small JSON, read as YAML too, that means harm by a number, a type or a character. */
final class HostileNumbers extends HostileCases {
    private static final String TRAP = "io.github.statecraft.data.Trap";
    private static final int DIGITS = 50_000;

    private HostileNumbers() {}

    static List<HostileCase> cases() {
        HostileNumbers all = new HostileNumbers();
        all.numbers();
        all.types();
        all.characters();
        return all.cases;
    }

    private void numbers() {
        String[][] numbers = {
            {"50,000 digits", "7".repeat(DIGITS), "a number must have at most 100 characters"},
            {"50,000 decimals", "1." + "7".repeat(DIGITS), "a number must have at most 100 characters"},
            {"50,000 zeros after the point", "0." + "0".repeat(DIGITS) + "1", "a number must have at most 100"},
            {"an exponent of 50,000 digits", "1e" + "9".repeat(DIGITS), "a number must have at most 100"},
            {"1e1000000000", "1e1000000000", "expected a number that a double can hold but was 1e1000000000"},
            {"-1e1000000000", "-1e1000000000", "expected a number that a double can hold but was -1e1000000000"},
            {"1e-1000000000", "1e-1000000000", "expected a number that a double can hold but was 1e-1000000000"},
            {"1e2147483647", "1e2147483647", "expected a number that a double can hold but was 1e2147483647"},
            {"1e-2147483647", "1e-2147483647", "expected a number that a double can hold but was 1e-2147483647"},
            {"1e2147483648", "1e2147483648", "expected a number that a double can hold but was '1e2147483648'"},
        };
        for (String[] number : numbers) {
            String of = " of " + number[0];
            change("a value" + of, "/funding/gerd_pct_gdp/0/value (line 7)|" + number[2], "1.14526", number[1]);
            change(
                    "a weight" + of,
                    "/index/children/0/children/0/weight (line 12)|" + number[2],
                    "\"weight\": 2",
                    "\"weight\": " + number[1]);
            change(
                    "a goalpost" + of,
                    "/normalisation/high (line 13)|" + number[2],
                    "\"high\": 80",
                    "\"high\": " + number[1]);
            change("a share" + of, "/missing/minimumShare (line 21)|" + number[2], "0.6", number[1]);
            change(
                    "the end of a range" + of,
                    "/diffusion/genai_user_share_pct/0/range/1 (line 10)|" + number[2],
                    "[20.0, 30.0]",
                    "[20.0, " + number[1] + "]");
        }
        change(
                "a sum of weights of 0e1000000000",
                "/index/weightsSumTo (line 9)|weightsSumTo must be the sum of its children's weights, 2 but was 0e1000000000",
                "\"label\": \"Example\"",
                "\"label\": \"Example\", \"weightsSumTo\": 0e1000000000");
        change(
                "a year of a million digits",
                "/asOf (line 4)|a number must have at most 100 characters",
                "\"asOf\": 2026",
                "\"asOf\": " + "2".repeat(MILLION));
        change(
                "a year of 1e1000000000",
                "/asOf (line 4)|expected a whole number but was 1e1000000000",
                "\"asOf\": 2026",
                "\"asOf\": 1e1000000000");
        change(
                "a year of 1e-1000000000",
                "/asOf (line 4)|expected a whole number but was 1e-1000000000",
                "\"asOf\": 2026",
                "\"asOf\": 1e-1000000000");
        change(
                "a year of 0e1000000000",
                "/asOf (line 4)|expected a year in [1900, 2100] but was 0e1000000000",
                "\"asOf\": 2026",
                "\"asOf\": 0e1000000000");
        change(
                "a year of 1e2147483647",
                "/asOf (line 4)|expected a whole number but was 1e2147483647",
                "\"asOf\": 2026",
                "\"asOf\": 1e2147483647");
        String yaml = "format: statecraft/strategy/1\njurisdiction: NOR\nasOf: ";
        text(
                "a hexadecimal year of 100,000 digits",
                1,
                "/asOf (line 3): expected a number but was text '0xFFF",
                yaml + "0x" + "F".repeat(100_000) + "\n",
                STRATEGY_YAML);
        text(
                "a year of digits and a million underscores",
                1,
                "/asOf (line 3): ",
                yaml + "2" + "_".repeat(MILLION - 10) + "026\n",
                STRATEGY_YAML);
        text(
                "a year in base 60",
                1,
                "/asOf (line 3): expected a number but was text '33:46:40'",
                yaml + "33:46:40\n",
                STRATEGY_YAML);
    }

    private void types() {
        for (String type : new String[] {TRAP, "com.sun.rowset.JdbcRowSetImpl", "javax.script.ScriptEngineManager"}) {
            for (String field : new String[] {"@class", "@type", "@c", "class"}) {
                change(
                        field + " " + type + " at the root",
                        "/" + field + " (line 4)|unknown field '" + field + "'|remove it",
                        "\"asOf\": 2026",
                        "\"asOf\": 2026, \"" + field + "\": \"" + type + "\"");
            }
            change(
                    "a normalisation of type " + type,
                    "/normalisation/type (line 13)|expected one of goalposts, log-goalposts, min-max, ordinal-map, |but was '"
                            + type + "'",
                    "\"type\": \"goalposts\"",
                    "\"type\": \"" + type + "\"");
            change(
                    "an aggregation of type " + type,
                    "/index/aggregation/type (line 9)|expected one of arithmetic, geometric, |but was '" + type + "'",
                    "\"type\": \"arithmetic\"",
                    "\"type\": \"" + type + "\"");
            change(
                    "a missing-data policy of type " + type,
                    "/missing/type (line 21)|expected one of strict, re-weight, |but was '" + type + "'",
                    "\"type\": \"re-weight\"",
                    "\"type\": \"" + type + "\"");
            change(
                    "a value wrapped in " + type,
                    "/funding/gerd_pct_gdp/0/value (line 7)|expected a number but was a list",
                    "1.14526",
                    "[\"" + type + "\", 1.14526]");
        }
        text(
                "a root wrapped in java.util.ArrayList",
                1,
                "/ (line 1): expected an object but was a list",
                "[\"java.util.ArrayList\", [{\"@class\": \"" + TRAP + "\"}]]",
                FRAMEWORK_JSON,
                FRAMEWORK_YAML,
                STRATEGY_JSON,
                STRATEGY_YAML);
        change(
                "a normalisation wrapped in java.util.ArrayList",
                "/normalisation (line 13)|expected an object with a field 'type' but was a list",
                "{ \"type\": \"goalposts\", \"low\": 0, \"high\": 80, \"outOfRange\": \"REFUSE\", \"reason\": \"0 is no use; 80 % is above the highest share seen (UAE 70.1)\" }",
                "[\"java.util.ArrayList\", []]");
    }

    private void characters() {
        characters("UTF-16 and a mark", StandardCharsets.UTF_16, "byte 0xfe at offset 0");
        characters("UTF-16LE without a mark", StandardCharsets.UTF_16LE, "byte 0x0 at offset 1");
        characters("UTF-32", Charset.forName("UTF-32"), "byte 0x0 at offset 0");
        text(
                "a NUL",
                1,
                "line 2: must be UTF-8 but was byte 0x0 at offset 2|encoding UTF-8",
                "{\n\0}",
                FRAMEWORK_JSON,
                FRAMEWORK_YAML,
                STRATEGY_JSON,
                STRATEGY_YAML);
        change(
                "half a character that is escaped",
                "/question (line 5)|a text must hold whole characters, not half of one but was U+D83D at character 1; remove it",
                "\"question\": \"",
                "\"question\": \"\\ud83d");
        text(
                "half a character in a name",
                1,
                "line 1, column |is not JSON: Unexpected low surrogate",
                "{\"a\\udc00\": 1}",
                FRAMEWORK_JSON);
        text(
                "two byte order marks",
                1,
                "line 1, column 1|is not JSON: Unexpected character",
                "\uFEFF\uFEFF{}",
                FRAMEWORK_JSON,
                STRATEGY_JSON);
        text("a control character", 1, "line 2, column 2|is not ", "{\n\"\u0007\": 1}", FRAMEWORK_JSON, STRATEGY_JSON);
    }

    private void characters(String name, Charset charset, String found) {
        for (Target target : new Target[] {FRAMEWORK_JSON, FRAMEWORK_YAML, STRATEGY_JSON, STRATEGY_YAML}) {
            cases.add(HostileCase.of(
                            name,
                            target,
                            1,
                            out -> out.put("{\"format\": 1}"),
                            "line 1: must be UTF-8|" + found + "|save it with the encoding UTF-8")
                    .inCharset(charset));
        }
    }

    private void text(String name, int mostProblems, String fragments, String text, Target... targets) {
        add(name, mostProblems, fragments, out -> out.put(text), targets);
    }

    private static String changed(String resource, String from, String to) {
        String text = Fixtures.text(resource);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(resource + " is without " + from);
        }
        int at = text.indexOf(from);
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    /** JSON is YAML, so each change of the JSON fixtures is given to both readers. */
    private void change(String name, String fragments, String from, String to) {
        boolean isFramework = Fixtures.text("framework-1.json").contains(from);
        String text = changed(isFramework ? "framework-1.json" : "strategy-1.json", from, to);
        Target[] targets = isFramework
                ? new Target[] {FRAMEWORK_JSON, FRAMEWORK_YAML}
                : new Target[] {STRATEGY_JSON, STRATEGY_YAML};
        text(name, 1, fragments, text, targets);
    }
}
