package io.github.statecraft.robustness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tables of scores whose exact answers were computed elsewhere; criteria are c0, c1 and so on, units u0, u1 and so on. */
final class WeightTables {
    private WeightTables() {}

    /** The lines of a resource by the case in their first cell. */
    static Stream<List<String[]>> read(String resource) {
        Map<String, List<String[]>> tables = new LinkedHashMap<>();
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WeightTables.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            file.lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> tables.computeIfAbsent(
                            cells[0], number -> new ArrayList<>())
                    .add(cells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables.values().stream();
    }

    static double[] numbers(String cell) {
        return Stream.of(cell.split(" "))
                .filter(word -> !word.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** The set of weights of a name of the resources. */
    static WeightSet weights(String name, int criteria) {
        Stream<String> ids = IntStream.range(0, criteria).mapToObj(i -> "c" + i);
        return switch (name) {
            case "order" -> WeightSet.ordered(ids.toArray(String[]::new));
            case "half" ->
                WeightSet.polytope(
                        ids.map(id -> WeightSet.Constraint.atMost(id, 0.5)).toArray(WeightSet.Constraint[]::new));
            case "bound" -> WeightSet.atLeast(Map.of("c0", 0.25));
            default -> WeightSet.simplex();
        };
    }

    static Criteria criteria(double[]... rows) {
        Criteria.Builder criteria = Criteria.builder();
        for (int i = 0; i < rows[0].length; i++) {
            criteria.criterion("c" + i, 1);
        }
        for (int unit = 0; unit < rows.length; unit++) {
            criteria.unit("u" + unit, rows[unit]);
        }
        return criteria.build();
    }
}
