package io.github.statecraft.examples;

import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.estimate.Reconciliation;
import io.github.statecraft.estimate.SpreadPolicy;
import io.github.statecraft.robustness.DataUncertainty;
import io.github.statecraft.robustness.Smaa;
import io.github.statecraft.robustness.SmaaResult;
import io.github.statecraft.score.ScoreTable;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Ranks where weights and data are uncertain together, and what settling single data is worth; with a bar while it takes. */
public final class UncertainRanks {
    private static final int DRAWS = 5_000;
    private static final int SEED = 7;

    private UncertainRanks() {}

    /**
     * Prints ranks under a framework.
     *
     * @param args the id of a bundled framework; {@code deployment-at-scale.intensity} if there is none
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ReferenceData ref = ReferenceData.load();
        ScoreTable table = ref.framework(args.length == 0 ? "deployment-at-scale.intensity" : args[0])
                .scoreAll(ref.strategies(), Reconciliation.latest(), SpreadPolicy.BY_CONFIDENCE);
        SmaaResult ranks;
        try (ConsoleBar bar = ConsoleBar.of("draws of weights and data")) {
            ranks = Smaa.withDefaults().withDraws(DRAWS).withSeed(SEED).analyseUncertain(table, bar);
        }
        out.println(ranks);
        out.println();
        out.println(DataUncertainty.withDefaults().withSeed(SEED).settling(table, "CHN", "USA"));
    }
}
