package io.github.statecraft.data;

import static io.github.statecraft.data.HostileCase.Target.FRAMEWORK_YAML;
import static io.github.statecraft.data.HostileCase.Target.STRATEGY_YAML;

import io.github.statecraft.data.HostileCase.Target;
import java.util.Collections;
import java.util.List;

/** What only YAML can say, meant to do harm: tags, directives, documents, anchors, aliases and merge keys. */
final class HostileYaml extends HostileCases {
    private static final String TRAP = "io.github.statecraft.data.Trap";
    private static final String EXTRAS = "anchors, aliases and tags are not read|write the value out where it is meant";

    private HostileYaml() {}

    static List<HostileCase> cases() {
        HostileYaml all = new HostileYaml();
        all.tags();
        all.anchors();
        return all.cases;
    }

    private void tags() {
        String yaml = "format: statecraft/strategy/1\njurisdiction: NOR\nasOf: 2026\n";
        for (String tag : new String[] {
            "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1:1/\"]]]]",
            "!!" + TRAP + " []",
            "!!" + TRAP + " x",
            "!<tag:yaml.org,2002:" + TRAP + "> {}",
            "!<" + "x".repeat(MILLION) + "> {}",
            "!!java.net.URL [\"http://127.0.0.1:1/\"]",
            "!!binary aGVsbG8=",
            "!!set {a, b}",
            "!!omap [a: 1]",
            "!!timestamp 2001-12-14t21:59:43.10-05:00",
            "!!float x",
            "!custom {a: 1}",
            "! x",
        }) {
            String name = "the tag " + (tag.length() > 60 ? tag.substring(0, 60) : tag);
            text(name, 4, "line 3, column 7|" + EXTRAS, yaml.replace("2026", tag), STRATEGY_YAML);
            text(name + " at the root", 12, "line 1, column 1|" + EXTRAS, tag + "\n", STRATEGY_YAML, FRAMEWORK_YAML);
        }
        text(
                "binary that is none",
                1,
                "line 3, column |is not YAML: Illegal character '*'",
                yaml.replace("2026", "!!binary '***'"),
                STRATEGY_YAML);
        text("a tag on a name", 2, "line 4, column 1|" + EXTRAS, yaml + "!!" + TRAP + " events: []\n", STRATEGY_YAML);
        text(
                "a handle of a tag",
                2,
                "line 5, column 7|" + EXTRAS,
                "%TAG ! tag:yaml.org,2002:java\n---\n" + yaml.replace("2026", "!x 2026"),
                STRATEGY_YAML);
        text(
                "a handle of a tag that was not declared",
                1,
                "is not YAML: |undefined tag handle !x!",
                yaml.replace("2026", "!x!y 2026"),
                STRATEGY_YAML);
        text(
                "a version of YAML that does not exist",
                1,
                "must be YAML 1.2|major=9|remove the line",
                "%YAML 9.9\n---\n" + yaml,
                STRATEGY_YAML);
        text("a directive without a document", 1, "is not YAML", "%YAML 1.2\n" + yaml, STRATEGY_YAML);
        text(
                "two documents",
                1,
                "line 5, column 1: must hold one document, but another follows; remove it",
                yaml + "---\n" + yaml,
                STRATEGY_YAML);
        text(
                "a million documents",
                10,
                "must hold one document, but another follows",
                "---\n".repeat(700_000),
                STRATEGY_YAML,
                FRAMEWORK_YAML);
        text("a list as a name", 1, "is not YAML: ", yaml + "? [a, b]\n: c\n", STRATEGY_YAML);
        text("an object as a name", 1, "is not YAML: ", yaml + "? {a: b}\n: c\n", STRATEGY_YAML);
    }

    private void anchors() {
        String yaml = "format: statecraft/strategy/1\njurisdiction: NOR\nasOf: 2026\n";
        StringBuilder laughs = new StringBuilder(yaml + "context: {}\nlaughs:\n  a0: &a0 [lol, lol]\n");
        for (int i = 1; i < 30; i++) {
            String alias = "*a" + (i - 1);
            laughs.append("  a" + i + ": &a" + i + " [" + String.join(", ", Collections.nCopies(9, alias)) + "]\n");
        }
        text(
                "a billion laughs",
                32,
                "line 6, column 7: YAML anchors, aliases and tags are not read but was &a0|&a1|" + EXTRAS,
                laughs.toString(),
                STRATEGY_YAML,
                FRAMEWORK_YAML);
        cases.set(
                cases.size() - 1,
                HostileCase.of("a billion laughs", FRAMEWORK_YAML, 50, out -> out.put(laughs.toString()), EXTRAS));
        text(
                "a list that holds itself",
                2,
                "line 4, column 9|but was &x|" + EXTRAS,
                yaml + "events: &x [*x, *x]\n",
                STRATEGY_YAML);
        text("an alias of nothing", 1, "line 4, column 9|but was *x|" + EXTRAS, yaml + "events: *x\n", STRATEGY_YAML);
        text(
                "a merge key",
                2,
                "line 4, column 10|but was &x|" + EXTRAS,
                yaml + "context: &x {}\n<<: *x\n",
                STRATEGY_YAML);
        text(
                "a merge key without an anchor",
                1,
                "/<< (line 4)|unknown field '<<'",
                yaml + "<<: {asOf: 2025}\n",
                STRATEGY_YAML);
        text(
                "an anchor of a million characters",
                1,
                "but was &xxx|... (1000000 characters)|" + EXTRAS,
                yaml + "events: &" + "x".repeat(MILLION) + " []\n",
                STRATEGY_YAML);
        text(
                "an alias of a million characters",
                1,
                "but was *xxx|... (1000000 characters)|" + EXTRAS,
                yaml + "events: *" + "x".repeat(MILLION) + "\n",
                STRATEGY_YAML);
        StringBuilder many = new StringBuilder(yaml + "events:\n");
        for (int i = 0; i < 100_000; i++) {
            many.append("- &a").append(i).append(" []\n");
        }
        text(
                "100,000 anchors",
                1_000,
                "1000 problems:|must have fewer than 1,000 problems|but was &a0|" + EXTRAS,
                many.toString(),
                STRATEGY_YAML);
        text(
                "100,000 aliases of one anchor",
                1,
                "line 4, column 9|but was &x|" + EXTRAS,
                yaml + "events: &x [" + "*x, ".repeat(100_000) + "]\n",
                STRATEGY_YAML);
    }

    private void text(String name, int mostProblems, String fragments, String text, Target... targets) {
        add(name, mostProblems, fragments, out -> out.put(text), targets);
    }
}
