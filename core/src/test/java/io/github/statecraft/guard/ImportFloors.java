package io.github.statecraft.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The floors of the library as data, and the check of a list of imports against them. Imports go down only. A package that
 * stands in no row fails, so that a new one gets its row first.
 */
final class ImportFloors {
    /** The base package; all names in the table are relative to it. */
    static final String BASE = "io.github.statecraft";

    /** What any package may import beside its own classes. */
    private static final List<String> EVERYWHERE =
            List.of("java", "javax", "com.google.common", "org.jspecify.annotations", "org.immutables.value");

    /** What the base package may import: the JDK, and annotations that leave nothing behind at run time. */
    private static final List<String> IN_BASE = List.of("java", "org.jspecify.annotations");

    /** JSON, YAML and CSV are read and written at the edge only. */
    private static final List<String> JACKSON = List.of("tools.jackson", "com.fasterxml.jackson.annotation");

    /** Numerics that the library does not write itself. */
    private static final List<String> KEPT_NUMERICS = List.of("org.ojalgo", "org.apache.commons.rng");

    /** Our own packages that each of our packages may import; the base package is the empty name, a star is any rest. */
    private static final Map<String, List<String>> FLOORS = floors();

    /** Which of our packages may import a library that is not allowed everywhere. */
    private static final Map<String, List<String>> LIBRARIES = libraries();

    private ImportFloors() {}

    private static Map<String, List<String>> floors() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        rows.put("", List.of());
        rows.put("internal.*", List.of("", "internal.*"));
        rows.put("estimate", List.of("", "internal.*"));
        rows.put("model", List.of("", "internal.*", "estimate"));
        rows.put("score.method", List.of("", "internal.*"));
        rows.put("score", List.of("", "internal.*", "estimate", "model", "score.method"));
        rows.put("project", List.of("", "internal.*", "estimate", "model"));
        rows.put("compare", List.of("", "internal.*", "estimate", "model", "score", "score.method"));
        rows.put("audit", List.of("", "internal.*", "estimate", "model", "score", "score.method"));
        rows.put("robustness", List.of("", "internal.*", "estimate", "model", "score", "score.method", "compare"));
        rows.put(
                "claim",
                List.of(
                        "",
                        "internal.*",
                        "estimate",
                        "model",
                        "score",
                        "score.method",
                        "project",
                        "compare",
                        "robustness"));
        rows.put("data", List.of("", "internal.*", "estimate", "model", "score", "score.method", "project", "claim"));
        rows.put(
                "report",
                List.of(
                        "",
                        "internal.*",
                        "estimate",
                        "model",
                        "score",
                        "score.method",
                        "project",
                        "compare",
                        "robustness",
                        "claim"));
        return rows;
    }

    private static Map<String, List<String>> libraries() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        rows.put("data", JACKSON);
        rows.put("report", JACKSON);
        rows.put("internal.input", JACKSON);
        rows.put("internal.*", KEPT_NUMERICS);
        return rows;
    }

    /**
     * One class that uses another.
     *
     * @param from the class that imports, by its full name
     * @param to the class that is imported, by its full name
     */
    record Import(String from, String to) {}

    /** One line for each import that goes up, sideways or outside; empty if the house stands. */
    static List<String> violations(List<Import> imports) {
        List<String> found = new ArrayList<>();
        for (Import edge : imports) {
            reason(packageOf(edge.from()), packageOf(edge.to()))
                    .ifPresent(reason -> found.add(edge.from() + " imports " + edge.to() + ": " + reason));
        }
        return found.stream().distinct().sorted().toList();
    }

    private static Optional<String> reason(String from, String to) {
        Optional<List<String>> floors = floorsBelow(relative(from));
        if (floors.isEmpty()) {
            return Optional.of(from + " stands on no floor");
        }
        boolean allowed = from.equals(to)
                || (isOurs(to)
                        ? floors.get().stream().anyMatch(name -> covers(name, relative(to)))
                        : libraries(from).stream()
                                .anyMatch(library -> to.equals(library) || to.startsWith(library + ".")));
        return allowed ? Optional.empty() : Optional.of(from + " may not import " + to);
    }

    private static Optional<List<String>> floorsBelow(String name) {
        return FLOORS.entrySet().stream()
                .filter(row -> covers(row.getKey(), name))
                .findFirst()
                .map(Map.Entry::getValue);
    }

    private static List<String> libraries(String from) {
        if (from.equals(BASE)) {
            return IN_BASE;
        }
        List<String> all = new ArrayList<>(EVERYWHERE);
        LIBRARIES.forEach((name, libraries) -> {
            if (covers(name, relative(from))) {
                all.addAll(libraries);
            }
        });
        return all;
    }

    private static boolean covers(String pattern, String name) {
        return pattern.endsWith(".*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(name);
    }

    private static boolean isOurs(String packageName) {
        return packageName.equals(BASE) || packageName.startsWith(BASE + ".");
    }

    private static String relative(String packageName) {
        return packageName.equals(BASE) ? "" : packageName.substring(BASE.length() + 1);
    }

    /** The package of a class, nested or not: everything before the first name that starts with a capital. */
    static String packageOf(String className) {
        StringBuilder name = new StringBuilder();
        for (String part : className.split("\\.")) {
            if (Character.isUpperCase(part.charAt(0)) || part.equals("package-info") || part.equals("*")) {
                break;
            }
            name.append(name.isEmpty() ? "" : ".").append(part);
        }
        return name.toString();
    }
}
