package io.github.statecraft.data;

import static io.github.statecraft.data.HostileCase.Target.FRAMEWORK_JSON;
import static io.github.statecraft.data.HostileCase.Target.FRAMEWORK_YAML;
import static io.github.statecraft.data.HostileCase.Target.STRATEGY_JSON;
import static io.github.statecraft.data.HostileCase.Target.STRATEGY_YAML;

import io.github.statecraft.data.HostileCase.Pieces;
import java.io.IOException;
import java.util.List;

/** JSON and YAML that means harm by the number of its parts. */
final class HostileCrowds extends HostileCases {
    private static final String STRATEGY = "{\"format\": \"statecraft/strategy/1\", \"jurisdiction\": \"NOR\", ";
    private static final String VALUES = "line 1, column |must have at most 200,000 values|more by here|split it";

    private HostileCrowds() {}

    static List<HostileCase> cases() {
        HostileCrowds all = new HostileCrowds();
        all.manyFields();
        all.manyElements();
        all.manyTexts();
        return all.cases;
    }

    private void manyFields() {
        add("a million unknown fields", VALUES, out -> fields(out, MILLION), FRAMEWORK_JSON);
        add(
                "50,000 unknown fields",
                10,
                "/ (line 1): must have only the fields that are known here, format|50,000 others, the first 'k0'|another kind",
                out -> fields(out, 50_000),
                FRAMEWORK_JSON,
                STRATEGY_YAML);
        add(
                "a field a million times",
                2,
                VALUES,
                out -> out.put("{\"asOf\": 1").repeat(",\"asOf\": 1", MILLION).put("}"),
                STRATEGY_JSON);
        add(
                "a field 100,000 times",
                "/asOf (line 1): the field 'asOf' stands there twice; remove one",
                out -> out.put(STRATEGY + "\"asOf\": 2026")
                        .repeat(", \"asOf\": 2026", 100_000)
                        .put("}"),
                STRATEGY_JSON,
                STRATEGY_YAML);
        // Java's hash code multiplies by 31, that of some parsers' tables of names by 33
        String[][] pairs = {{"Aa", "BB"}, {"aB", "b!"}};
        add("a million names of one hash code", VALUES, out -> colliding(out, pairs[0], 20), STRATEGY_JSON);
        for (String[] pair : pairs) {
            String name = "131,072 names of one hash code made of " + pair[0] + " and " + pair[1];
            add(
                    name,
                    10,
                    "must have only the fields that are known here|131,072 others",
                    out -> colliding(out, pair, 17),
                    FRAMEWORK_JSON);
        }
        add(
                "names of 200 line breaks",
                "unknown field '   ",
                out -> out.put(STRATEGY + "\"asOf\": 2026, \"")
                        .repeat("\\n", 200)
                        .put("\": 1}"),
                STRATEGY_JSON);
        add(
                "60 levels of names of 200 characters around a field that stands there twice",
                10,
                "stands there twice|",
                out -> out.repeat("{\"" + "\\n".repeat(200) + "\": ", 60)
                        .put("{\"a\": 1, \"a\": 1")
                        .repeat("}", 61),
                STRATEGY_JSON);
    }

    private void manyElements() {
        String pillar = "{\"index\": {\"id\": \"x\", \"children\": [{}";
        add(
                "a million children of a pillar",
                VALUES,
                out -> out.put(pillar).repeat(",{}", MILLION).put("]}}"),
                FRAMEWORK_JSON);
        add(
                "100,000 children of a pillar, all empty",
                1_000,
                "1000 problems:|must have fewer than 1,000 problems but was that many by here, where reading stopped|980 more",
                out -> out.put(pillar).repeat(",{}", 100_000).put("]}}"),
                FRAMEWORK_JSON,
                FRAMEWORK_YAML);
        String context = STRATEGY + "\"asOf\": 2026, \"context\": {\"gdp_usd\": [{}";
        add(
                "a million observations",
                VALUES,
                out -> out.put(context).repeat(",{}", MILLION).put("]}}"),
                STRATEGY_JSON);
        add(
                "100,000 observations, all empty",
                1_000,
                "1000 problems:|must have fewer than 1,000 problems|/context/gdp_usd/0 (line 1): the field 'unit' is missing",
                out -> out.put(context).repeat(",{}", 100_000).put("]}}"),
                STRATEGY_JSON,
                STRATEGY_YAML);
        add(
                "a million levels of an ordinal map",
                VALUES,
                out -> out.put(
                                "{\"index\": {\"id\": \"x\", \"children\": [{\"normalisation\": {\"type\": \"ordinal-map\", \"levels\": [1")
                        .repeat(",1", MILLION)
                        .put("]}}]}}"),
                FRAMEWORK_JSON);
        add(
                "20,000 children that do not act together",
                1_000,
                "1000 problems:|must have fewer than 1,000 problems|/index/aggregation/interactions/0/first (line 1): Pillar x: must be the id of a child",
                out -> {
                    out.put("{\"format\": \"statecraft/framework/1\", \"index\": {\"id\": \"x\", \"weighting\":"
                            + " {\"type\": \"equal\"}, \"aggregation\": {\"type\": \"choquet\", \"interactions\": [");
                    for (int i = 0; i < 20_000; i++) {
                        out.put(i == 0 ? "" : ",")
                                .put("{\"first\":\"j")
                                .put(Integer.toString(i))
                                .put("\",\"second\":\"i0\",\"index\":0}");
                    }
                    out.put("]}, \"children\": [");
                    for (int i = 0; i < 20_000; i++) {
                        out.put(i == 0 ? "" : ",")
                                .put("{\"indicator\":\"i")
                                .put(Integer.toString(i))
                                .put("\",\"direction\":\"HIGHER_IS_BETTER\",\"normalisation\":{\"type\":\"min-max\"}}");
                    }
                    out.put("]}}");
                },
                FRAMEWORK_JSON);
        add(
                "5,000 observations of one hash code",
                "/context/gdp_usd/101 (line 1): about 100 different ones at most may have texts of the same hash code",
                out -> {
                    out.put(STRATEGY + "\"asOf\": 2026, \"context\": {\"gdp_usd\": [");
                    for (int i = 0; i < 5_000; i++) {
                        out.put(i == 0 ? "" : ",")
                                .put(
                                        "{\"value\": 1, \"unit\": \"USD (current)\", \"year\": 2024, \"evidence\": {\"source\": {\"title\": \"t\", \"publisher\": \"p\"}, \"kind\": \"MEASURED\", \"confidence\": \"HIGH\", \"note\": \"")
                                .put(colliding(new String[] {"Aa", "BB"}, 13, i))
                                .put("\"}}");
                    }
                    out.put("]}}");
                },
                STRATEGY_JSON);
    }

    /** Almost as many texts as are allowed, of almost all bytes, each stretched to two bytes a character by its last one. */
    private void manyTexts() {
        String missing = "/ (line 1): |the field 'format' is missing";
        add(
                "199,000 texts that hold all of 64 MiB",
                10,
                missing,
                out -> {
                    out.put("{\"asOf\": [");
                    for (int i = 0; i < 199_000; i++) {
                        out.put(i == 0 ? "\"" : ",\"").put(text(i, 327)).put("\u4e2d\"");
                    }
                    out.put("]}");
                },
                STRATEGY_JSON);
        add(
                "99,000 names and texts that hold all of 64 MiB",
                10,
                missing,
                out -> {
                    for (int i = 0; i < 99_000; i++) {
                        out.put(i == 0 ? "{\"" : ",\"").put(text(i, 190)).put("\u4e2d\":[\"");
                        out.put(text(i, 460)).put("\u4e2d\"]");
                    }
                    out.put("}");
                },
                STRATEGY_JSON);
    }

    private static String text(int number, int length) {
        String digits = Integer.toString(number);
        return digits + "x".repeat(length - digits.length());
    }

    private static void fields(Pieces out, int count) throws IOException {
        out.put("{\"k0\": 0");
        for (int i = 1; i < count; i++) {
            out.put(", \"k").put(Integer.toString(i)).put("\": 1");
        }
        out.put("}");
    }

    private static void colliding(Pieces out, String[] pair, int bits) throws IOException {
        for (int i = 0; i < 1 << bits; i++) {
            out.put(i == 0 ? "{\"" : ",\"").put(colliding(pair, bits, i)).put("\": 1");
        }
        out.put("}");
    }

    /** One of 2^bits texts of one hash code: Aa and BB have the same, and so have their sequences. */
    static String colliding(String[] pair, int bits, int i) {
        StringBuilder text = new StringBuilder();
        for (int b = 0; b < bits; b++) {
            text.append(pair[i >> b & 1]);
        }
        return text.toString();
    }
}
