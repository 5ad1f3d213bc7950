package io.github.statecraft.benchmark;

import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.Scorecard;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Few units: bundled strategies under a bundled framework, from observations to scores, and one unit of a large table. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx3g", "-XX:+UseSerialGC"})
public class UnitScores {
    private final ReferenceData reference = ReferenceData.load();
    private final ScoringFramework framework = reference.framework("deployment-at-scale.intensity");
    private final NationalAiStrategy strategy = reference.strategy("CHN");

    private final ScoreTable large = large();

    private static ScoreTable large() {
        Workload workload = Workload.of("10000x100");
        return workload.framework(Aggregation.arithmetic(), Aggregation.geometric(50))
                .scoreAll(workload.table());
    }

    /** One strategy, with its scorecard. */
    @Benchmark
    public Scorecard oneStrategy() {
        return framework.score(strategy);
    }

    /** All bundled strategies, without scorecards. */
    @Benchmark
    public ScoreTable allStrategies() {
        return framework.scoreAll(reference.strategies());
    }

    /** The scorecard of one unit of 10,000 with 100 indicators, the table being scored. */
    @Benchmark
    public Scorecard oneScorecard() {
        return large.scorecard(Workload.unit(0));
    }
}
