package io.github.statecraft.compare;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.internal.text.TextTable;
import io.github.statecraft.model.Dossier;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.score.Ranking;
import io.github.statecraft.score.ScoringFramework;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What each reading of a quantity on which sources disagree does to a rank: the jurisdiction is scored once with each of the
 * disagreeing figures, everything else held. A withdrawn figure is tried as if it stood, to show what its withdrawal did.
 *
 * <p>Immutable, thread-safe, serialisable.
 *
 * @param conflict the figures that disagree
 * @param lines one line a figure, the one that is read by default first
 */
public record ConflictEffects(Dossier.Conflict conflict, ImmutableList<Line> lines) implements Serializable {
    /** Checks that nothing is null. */
    public ConflictEffects {
        Objects.requireNonNull(conflict, "ConflictEffects.conflict");
        Objects.requireNonNull(lines, "ConflictEffects.lines");
    }

    /**
     * One reading and what comes of it.
     *
     * @param observation the figure that is read
     * @param onIndicator the rank by this quantity alone, the largest first, among all who have it
     * @param known how many have it
     * @param outcomes rank and score under each framework that uses the quantity, by framework id; a jurisdiction without
     *     rank is not in it
     */
    public record Line(
            Observation observation, double onIndicator, int known, ImmutableMap<String, Ranking.Entry> outcomes)
            implements Serializable {
        /** Checks that nothing is null. */
        public Line {
            Objects.requireNonNull(observation, "ConflictEffects.Line.observation");
            Objects.requireNonNull(outcomes, "ConflictEffects.Line.outcomes");
        }

        /** One line: the figure and the ranks. */
        @Override
        public String toString() {
            return Numbers.shortest(observation.estimate().value()) + ": rank " + Numbers.shortest(onIndicator) + " of "
                    + known + " alone, " + outcomes;
        }
    }

    /**
     * Scores a jurisdiction with each reading.
     *
     * @param conflict the figures that disagree
     * @param strategies all strategies, that of the jurisdiction among them
     * @param frameworks the frameworks to score under
     * @return the effects
     * @throws IllegalArgumentException if the jurisdiction is not among the strategies, or is a bloc, which holds no rank
     */
    public static ConflictEffects of(
            Dossier.Conflict conflict, Iterable<NationalAiStrategy> strategies, Iterable<ScoringFramework> frameworks) {
        ImmutableList<NationalAiStrategy> all = ImmutableList.copyOf(strategies);
        ImmutableList<ScoringFramework> asked = ImmutableList.copyOf(frameworks);
        if (conflict.jurisdiction().isBloc()) {
            throw new IllegalArgumentException("ConflictEffects needs the conflict of a country, but "
                    + conflict.jurisdiction() + " is a bloc, which is scored but holds no rank");
        }
        if (all.stream().noneMatch(s -> s.jurisdiction().equals(conflict.jurisdiction()))) {
            throw new IllegalArgumentException(
                    "ConflictEffects needs the strategy of " + conflict.jurisdiction() + " among the strategies");
        }
        return new ConflictEffects(
                conflict,
                conflict.observations().stream()
                        .map(o -> line(conflict, o, all, asked))
                        .collect(toImmutableList()));
    }

    private static Line line(
            Dossier.Conflict conflict,
            Observation observation,
            ImmutableList<NationalAiStrategy> strategies,
            ImmutableList<ScoringFramework> frameworks) {
        Observation standing = observation.withStatus(Observation.Status.COMPLETE);
        ImmutableList<NationalAiStrategy> read = strategies.stream()
                .map(s -> s.jurisdiction().equals(conflict.jurisdiction()) ? s.with(conflict.attribute(), standing) : s)
                .collect(toImmutableList());
        Map<String, Double> values = new LinkedHashMap<>();
        for (NationalAiStrategy strategy : read) {
            Optional<Reading> reading = strategy.quantity(conflict.attribute()).reading();
            if (reading.isPresent() && !strategy.jurisdiction().isBloc()) {
                values.put(
                        strategy.jurisdiction().code(), reading.get().estimate().value());
            }
        }
        String unit = conflict.jurisdiction().code();
        ImmutableMap.Builder<String, Ranking.Entry> outcomes = ImmutableMap.builder();
        for (ScoringFramework framework : frameworks) {
            if (framework.columns().contains(conflict.attribute().id())) {
                framework.scoreAll(read).ranking().find(unit).ifPresent(e -> outcomes.put(framework.id(), e));
            }
        }
        Ranking alone = Ranking.of(values, Ranking.Ties.STANDARD);
        return new Line(observation, alone.rank(unit), alone.size(), outcomes.buildOrThrow());
    }

    /** A table: each figure with its source, the rank by it alone, and the rank under each framework that uses it. */
    @Override
    public String toString() {
        ImmutableList<String> frameworks = lines.stream()
                .flatMap(line -> line.outcomes().keySet().stream())
                .distinct()
                .collect(toImmutableList());
        TextTable.Builder table = TextTable.builder()
                .title(conflict.jurisdiction().name() + ", "
                        + conflict.attribute().name() + " ("
                        + conflict.attribute().id() + ", "
                        + conflict.attribute().unitLabel() + ")")
                .right("value")
                .right("year")
                .left("status")
                .left("src")
                .right("alone");
        frameworks.forEach(id -> table.right("rank, " + shortened(id)));
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            Observation o = line.observation();
            table.note("[" + (i + 1) + "] " + o.evidence().source().key() + ": " + o.evidence());
            ImmutableList.Builder<String> cells = ImmutableList.<String>builder()
                    .add(Numbers.significant(o.estimate().value(), 4))
                    .add(o.year().toString())
                    .add(status(o))
                    .add("[" + (i + 1) + "]")
                    .add(Numbers.shortest(line.onIndicator()) + " of " + line.known());
            for (String id : frameworks) {
                Ranking.Entry entry = line.outcomes().get(id);
                cells.add(
                        entry == null
                                ? "-"
                                : Numbers.shortest(entry.rank()) + " (" + Numbers.fixed(entry.score(), 1) + ")");
            }
            table.row(cells.build().toArray(new String[0]));
        }
        if (frameworks.isEmpty()) {
            table.note("No framework asked uses it, so no rank depends on it.");
        }
        return table.build().toString();
    }

    private String status(Observation observation) {
        if (observation.status() != Observation.Status.COMPLETE) {
            return "withdrawn";
        }
        return observation.equals(conflict.observations().get(0)) ? "read" : "also stands";
    }

    private static String shortened(String id) {
        int dot = id.lastIndexOf('.');
        return dot < 0 ? id : id.substring(dot);
    }
}
