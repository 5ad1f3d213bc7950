package io.github.statecraft.examples;

import io.github.statecraft.data.FrameworkFiles;
import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * An index of one's own: a framework is read from a YAML file, the countries of the bundled data are scored, and the ranking
 * and the scorecard of its first are printed.
 */
public final class OwnFramework {
    private OwnFramework() {}

    /**
     * Prints the framework with its reasons, the ranking, and one scorecard.
     *
     * @param args the file of a framework, JSON or YAML; without it {@code examples/frameworks/prepared-state.yaml}, as seen
     *     from the root of the repository
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ReferenceData ref = ReferenceData.load();

        ScoringFramework framework = FrameworkFiles.read(ExampleFiles.named(args, ExampleFiles.PREPARED_STATE));
        out.println(framework);
        out.println();

        ScoreTable table = framework.scoreAll(ref.strategies());
        out.println(table);
        out.println();

        table.ranking().entries().stream().limit(1).forEach(first -> out.println(table.scorecard(first.unit())));
    }
}
