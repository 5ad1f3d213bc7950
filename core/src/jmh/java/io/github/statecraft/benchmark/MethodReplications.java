package io.github.statecraft.benchmark;

import com.google.common.collect.ImmutableMap;
import io.github.statecraft.robustness.MethodDesign;
import io.github.statecraft.robustness.MethodResult;
import io.github.statecraft.robustness.MethodVariant;
import io.github.statecraft.robustness.SobolAnalysis;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScaleBasis;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutputRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * 10,000 replications under other weights of an index of the shape of COINr's ASEM: 51 units x 49 indicators, 8 pillars, 2
 * sub-indices. COINr takes about 1,000 s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
public class MethodReplications {
    private static final int UNITS = 51;
    private static final int INDICATORS = 49;
    private static final int PILLARS = 8;
    private static final int REPLICATIONS = 10_000;
    /** Times 4 points makes 8,192 runs. */
    private static final int DESIGN_ROWS = 2_048;

    private static final long SEED = 20261124;

    /** The share of cells that are missing. */
    @Param({"0", "0.02"})
    public double missing;

    /** The mean of all pillars. */
    @Param({"arithmetic", "geometric"})
    public String mean = "";

    private final List<Map<String, Double>> weightings = new ArrayList<>();
    private ScoreTable scores = framework(Aggregation.arithmetic()).scoreAll(table(0));

    private static IndicatorTable table(double missing) {
        SplittableRandom random = new SplittableRandom(SEED);
        IndicatorTable.Builder table = IndicatorTable.builder();
        for (int unit = 0; unit < UNITS; unit++) {
            table.unit("unit" + unit);
            for (int indicator = 0; indicator < INDICATORS; indicator++) {
                table.indicator("indicator" + indicator);
                if (random.nextDouble() >= missing) {
                    table.value("unit" + unit, "indicator" + indicator, random.nextDouble());
                }
            }
        }
        return table.build();
    }

    private static ScoringFramework framework(Aggregation mean) {
        Pillar.Builder[] subs = {
            Pillar.builder().id("sub0").aggregation(mean),
            Pillar.builder().id("sub1").aggregation(mean)
        };
        int next = 0;
        for (int pillar = 0; pillar < PILLARS; pillar++) {
            Pillar.Builder builder = Pillar.builder().id("pillar" + pillar).aggregation(mean);
            int until = INDICATORS * (pillar + 1) / PILLARS;
            while (next < until) {
                builder.addChildren(
                        Indicator.of("indicator" + next++, Normalisation.goalposts(Workload.LOW, Workload.HIGH)));
            }
            subs[pillar * 2 / PILLARS].addChildren(builder.build());
        }
        return ScoringFramework.builder()
                .id("replications")
                .version("1")
                .question("How long does it take?")
                .rationale("The shape of a published index.")
                .scaleBasis(ScaleBasis.SHARE)
                .missing(MissingDataPolicy.reweight(0.5, MissingDataPolicy.Scope.OVERALL))
                .index(Pillar.builder()
                        .id("index")
                        .aggregation(mean)
                        .addChildren(subs[0].build(), subs[1].build())
                        .build())
                .build();
    }

    /** Makes the table and the weightings once. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(SEED);
        scores = framework(mean.equals("geometric") ? Aggregation.geometric(50) : Aggregation.arithmetic())
                .scoreAll(table(missing));
        weightings.clear();
        for (int i = 0; i < REPLICATIONS; i++) {
            ImmutableMap.Builder<String, Double> weights = ImmutableMap.builder();
            scores.fitted()
                    .weights()
                    .forEach((node, weight) -> weights.put(node, weight * (0.5 + random.nextDouble())));
            weightings.add(weights.buildOrThrow());
        }
    }

    /** Scores alone. */
    @Benchmark
    public double scoresUnder() {
        double sum = 0;
        for (Map<String, Double> weights : weightings) {
            sum += scores.scoresUnder(weights).values().asList().get(0);
        }
        return sum;
    }

    /** A whole analysis of about as many runs, with ranks of all units: two means or ranges, weights within 25 %. */
    @Benchmark
    public MethodResult design() {
        return MethodDesign.of(scores.framework())
                .varying("range", MethodVariant.asStated(), MethodVariant.ranged(OutputRange.of(1, 100)))
                .varyingStatedWeights("weights", 0.25)
                .sampledBy(SobolAnalysis.withDefaults().withSize(DESIGN_ROWS).withBootstraps(0))
                .analyse(scores.table(), MethodDesign.Output.rank("unit0"));
    }

    /** Score tables, of which anything can be asked. */
    @Benchmark
    public double withWeights() {
        double sum = 0;
        for (Map<String, Double> weights : weightings) {
            sum += scores.withWeights(weights).score("unit0").orElseThrow();
        }
        return sum;
    }
}
