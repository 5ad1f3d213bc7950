package io.github.statecraft.examples;

import io.github.statecraft.data.FrameworkFiles;
import io.github.statecraft.data.TableFiles;
import io.github.statecraft.data.TableReader;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.Ranking;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An index that others publish, rebuilt as files: a framework, and a table in which what was published stands beside the
 * inputs, so that every figure can be compared.
 *
 * @param directory below {@code examples/indices}
 * @param file the table
 * @param columns the unit, then the label if there is one
 * @param scores columns of published scores
 * @param ranks the column of published ranks, if there is one
 */
record PublishedIndex(String directory, String file, List<String> columns, List<Score> scores, Optional<Ranks> ranks) {
    private static final String DATA = "data.csv";
    private static final int SCORE_DECIMALS = 3;
    private static final int SEX_DECIMALS = 9;

    /**
     * A column of published scores.
     *
     * @param column its name
     * @param node the node of the framework that gives them
     * @param decimals how many of them are printed
     */
    record Score(String column, String node, int decimals) {}

    /** What a column of ranks holds; ties hold the best rank they take up, and scores are ranked as they are printed. */
    enum RankKind {
        /** Ranks, the highest score first. */
        HIGHEST_FIRST,
        /** Ranks, the lowest score first. */
        LOWEST_FIRST,
        /** The rank by the input {@code hdi}, among the units that have a score, less the rank by score. */
        LESS_THAN_BY_HDI
    }

    /**
     * A column of published ranks.
     *
     * @param column its name
     * @param kind what it holds
     */
    record Ranks(String column, RankKind kind) {}

    /** All that stand below {@code examples/indices}. */
    static List<PublishedIndex> all() {
        return List.of(
                new PublishedIndex(
                        "hdi-2022",
                        DATA,
                        List.of("iso3", "country"),
                        List.of(new Score("published_hdi", "hdi", SCORE_DECIMALS)),
                        Optional.of(new Ranks("published_rank", RankKind.HIGHEST_FIRST))),
                new PublishedIndex(
                        "phdi-2022",
                        DATA,
                        List.of("iso3", "country"),
                        List.of(new Score("published_phdi", "phdi", SCORE_DECIMALS)),
                        Optional.of(new Ranks("published_rank_difference", RankKind.LESS_THAN_BY_HDI))),
                new PublishedIndex(
                        "kyodo-education-2023",
                        DATA,
                        List.of("code", "prefecture"),
                        List.of(
                                new Score("published_staff", "staff", SCORE_DECIMALS),
                                new Score("published_students", "students", SCORE_DECIMALS),
                                new Score("published_education", "education", SCORE_DECIMALS)),
                        Optional.of(new Ranks("published_rank", RankKind.HIGHEST_FIRST))),
                new PublishedIndex(
                        "kyodo-politics-2023",
                        DATA,
                        List.of("code", "prefecture"),
                        List.of(new Score("published_politics", "politics", SCORE_DECIMALS)),
                        Optional.of(new Ranks("published_rank", RankKind.HIGHEST_FIRST))),
                new PublishedIndex(
                        "gdi",
                        DATA,
                        List.of("year"),
                        List.of(
                                new Score("published_hdi_women", "hdi_women", SEX_DECIMALS),
                                new Score("published_hdi_men", "hdi_men", SEX_DECIMALS),
                                new Score("published_gdi", "gdi", SCORE_DECIMALS)),
                        Optional.empty()),
                new PublishedIndex(
                        "ihdi",
                        DATA,
                        List.of("year"),
                        List.of(new Score("published_ihdi", "ihdi", SCORE_DECIMALS)),
                        Optional.empty()),
                new PublishedIndex(
                        "gii",
                        DATA,
                        List.of("year"),
                        List.of(new Score("published_gii", "gii", SCORE_DECIMALS)),
                        Optional.empty()),
                new PublishedIndex(
                        "gii",
                        "data-2021.csv",
                        List.of("country"),
                        List.of(new Score("published_gii", "gii", SCORE_DECIMALS)),
                        Optional.of(new Ranks("published_rank", RankKind.LOWEST_FIRST))));
    }

    ScoringFramework framework() {
        return FrameworkFiles.read(path("framework.yaml"));
    }

    /** The inputs alone: what was published is left out, so that nothing of it can enter a score. */
    IndicatorTable inputs() {
        String[] published = Stream.concat(
                        scores.stream().map(Score::column), ranks.stream().map(Ranks::column))
                .toArray(String[]::new);
        return reader().ignoring(published).read(path(file));
    }

    /** The whole table, with what was published. */
    IndicatorTable published() {
        return reader().read(path(file));
    }

    private TableReader reader() {
        TableReader reader = TableFiles.withDefaults().withUnit(columns.get(0));
        return columns.size() > 1 ? reader.withLabel(columns.get(1)) : reader;
    }

    private Path path(String name) {
        return ExampleFiles.INDICES.resolve(directory).resolve(name);
    }

    /**
     * A column of scores as they would be printed.
     *
     * @param table scores of the inputs
     * @param score the column
     * @return by unit, rounded half-even
     */
    static Map<String, Double> printed(ScoreTable table, Score score) {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (String unit : table.table().units()) {
            table.score(unit, score.node()).ifPresent(value -> scores.put(unit, value));
        }
        return byUnit(Ranking.of(scores, Ranking.Ties.STANDARD).rounded(score.decimals()), Ranking.Entry::score);
    }

    /**
     * The ranks by what is printed.
     *
     * @param table scores of the inputs
     * @param printed scores as they would be printed
     * @return ranks, or differences of ranks, by unit
     */
    Map<String, Double> ranksBy(ScoreTable table, Map<String, Double> printed) {
        return ranks.map(column -> switch (column.kind()) {
                    case HIGHEST_FIRST -> ranks(ranking(printed));
                    case LOWEST_FIRST -> ranks(ranking(printed).lowestFirst());
                    case LESS_THAN_BY_HDI -> {
                        Map<String, Double> byHdi = new LinkedHashMap<>();
                        printed.keySet()
                                .forEach(unit -> byHdi.put(
                                        unit, table.table().value(unit, "hdi").orElseThrow()));
                        Map<String, Double> difference = ranks(ranking(byHdi));
                        ranks(ranking(printed)).forEach((unit, rank) -> difference.merge(unit, rank, (a, b) -> a - b));
                        yield difference;
                    }
                })
                .orElse(Map.of());
    }

    private static Ranking ranking(Map<String, Double> scores) {
        return Ranking.of(scores, Ranking.Ties.STANDARD);
    }

    private static Map<String, Double> ranks(Ranking ranking) {
        return byUnit(ranking, Ranking.Entry::rank);
    }

    private static Map<String, Double> byUnit(Ranking ranking, Function<Ranking.Entry, Double> value) {
        Map<String, Double> values = new LinkedHashMap<>();
        ranking.entries().forEach(entry -> values.put(entry.unit(), value.apply(entry)));
        return values;
    }

    /**
     * The units of which a column was published and comes out otherwise, or not at all.
     *
     * @param published the whole table
     * @param column the column
     * @param computed by unit
     * @return units in the order of the table
     */
    static List<String> misses(IndicatorTable published, String column, Map<String, Double> computed) {
        return published.units().stream()
                .filter(unit -> {
                    OptionalDouble value = published.value(unit, column);
                    return value.isPresent()
                            && !Double.valueOf(value.getAsDouble()).equals(computed.get(unit));
                })
                .toList();
    }
}
