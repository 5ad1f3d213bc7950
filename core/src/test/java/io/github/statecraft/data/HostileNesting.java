package io.github.statecraft.data;

import static io.github.statecraft.data.HostileCase.Target.FRAMEWORK_JSON;
import static io.github.statecraft.data.HostileCase.Target.FRAMEWORK_YAML;
import static io.github.statecraft.data.HostileCase.Target.STRATEGY_JSON;
import static io.github.statecraft.data.HostileCase.Target.STRATEGY_YAML;

import java.util.List;

/** JSON and YAML that means harm by its depth. */
final class HostileNesting extends HostileCases {
    private static final String STRATEGY = "{\"format\": \"statecraft/strategy/1\", \"jurisdiction\": \"NOR\", ";
    private static final String DEPTH = "line |, column |must be nested at most 64 deep|deeper|a bracket missing";

    private HostileNesting() {}

    static List<HostileCase> cases() {
        HostileNesting all = new HostileNesting();
        all.deepNesting();
        return all.cases;
    }

    private void deepNesting() {
        add(
                "1,000 lists in each other",
                DEPTH,
                out -> out.repeat("[", 1_000).repeat("]", 1_000),
                FRAMEWORK_JSON,
                FRAMEWORK_YAML,
                STRATEGY_JSON,
                STRATEGY_YAML);
        add(
                "30 million lists in each other",
                DEPTH,
                out -> out.repeat("[", SIXTY_MB / 2).repeat("]", SIXTY_MB / 2),
                STRATEGY_JSON);
        add(
                "1,000 objects in each other",
                DEPTH,
                out -> out.repeat("{\"index\": ", 1_000).repeat("}", 1_000),
                FRAMEWORK_JSON,
                FRAMEWORK_YAML,
                STRATEGY_JSON,
                STRATEGY_YAML);
        add(
                "1,000 pillars in each other",
                DEPTH,
                out -> out.put("{\"index\": ").repeat("{\"id\": \"x\", \"children\": [", 1_000),
                FRAMEWORK_JSON,
                FRAMEWORK_YAML);
        add(
                "1,000 lists in each other where a number belongs",
                DEPTH,
                out -> out.put(STRATEGY + "\"asOf\": ").repeat("[", 1_000),
                STRATEGY_JSON,
                STRATEGY_YAML);
        add(
                "1,000 lists under a name that is too long",
                2,
                DEPTH,
                out -> out.put("{\"" + "n".repeat(201) + "\": ").repeat("[", 1_000),
                STRATEGY_JSON);
        add("1,000 nested sequences", DEPTH, out -> out.repeat("- ", 1_000).put("x"), FRAMEWORK_YAML, STRATEGY_YAML);
        add(
                "a million nested sequences",
                DEPTH,
                out -> out.repeat("- ", MILLION).put("x"),
                STRATEGY_YAML);
        add(
                "1,000 nested complex keys",
                "is not YAML|",
                out -> out.repeat("? ", 1_000).put("x"),
                STRATEGY_YAML);
        add(
                "1,000 steps of indentation",
                DEPTH,
                out -> {
                    for (int i = 0; i < 1_000; i++) {
                        out.repeat(" ", i + 1).put("a:\n");
                    }
                },
                FRAMEWORK_YAML,
                STRATEGY_YAML);
    }
}
