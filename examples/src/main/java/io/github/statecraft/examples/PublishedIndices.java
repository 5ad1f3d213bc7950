package io.github.statecraft.examples;

import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.ScoreTable;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Indices that others publish, computed from their framework files and compared with what was published: {@code mvn -q compile
 * exec:java -Dexec.mainClass=io.github.statecraft.examples.PublishedIndices}.
 */
public final class PublishedIndices {
    private PublishedIndices() {}

    /**
     * Prints one line for each column of published scores.
     *
     * @param args none
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println("Published indices from their framework files: how many figures come out as they were printed");
        out.println();
        String heading = line("index", "published column", "decimals", "scores", "no score", "ranks");
        out.println(heading);
        out.println("-".repeat(heading.length()));
        PublishedIndex.all().forEach(index -> print(out, index));
        out.println();
        out.println(
                "No score: units for which none was published, and none comes out. Scores and ranks that differ, and");
        out.println("why, stand in the README of each index below examples/indices.");
    }

    private static void print(PrintStream out, PublishedIndex index) {
        ScoreTable table = index.framework().scoreAll(index.inputs());
        IndicatorTable published = index.published();
        String name = index.directory() + (index.file().equals("data.csv") ? "" : ", " + index.file());
        for (PublishedIndex.Score score : index.scores()) {
            Map<String, Double> printed = PublishedIndex.printed(table, score);
            boolean isWhole = score.node().equals(index.framework().index().id());
            long none = published.units().stream()
                    .filter(unit -> published.value(unit, score.column()).isEmpty() && !printed.containsKey(unit))
                    .count();
            out.println(line(
                    name,
                    score.column(),
                    Integer.toString(score.decimals()),
                    matches(published, score.column(), printed),
                    Long.toString(none),
                    index.ranks()
                            .filter(ranks -> isWhole)
                            .map(ranks -> matches(published, ranks.column(), index.ranksBy(table, printed)))
                            .orElse("none")));
        }
    }

    private static String matches(IndicatorTable published, String column, Map<String, Double> computed) {
        long all = published.units().stream()
                .filter(unit -> published.value(unit, column).isPresent())
                .count();
        return all - PublishedIndex.misses(published, column, computed).size() + " of " + all;
    }

    private static String line(String index, String column, String decimals, String scores, String none, String ranks) {
        return String.format(
                Locale.ROOT, "%-21s %-20s %8s %11s %9s %11s", index, column, decimals, scores, none, ranks);
    }
}
