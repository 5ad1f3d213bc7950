package io.github.statecraft.robustness;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.Serialisation;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Imputation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutputRange;
import io.github.statecraft.score.method.Treatment;
import io.github.statecraft.score.method.Weighting;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** One example or more of every public value type of the package. */
public final class RobustnessExamples {
    /** Three units, each the best on one of three criteria. */
    static final Criteria TRIANGLE = Criteria.builder()
            .title("triangle")
            .criterion("a", 2)
            .criteria("b", "c")
            .unit("x", 3, 1, 1)
            .unit("y", 1, 3, 1)
            .unit("z", 1, 1, 2)
            .build();

    /** Two units whose scores are known more or less well. */
    static final Criteria UNCERTAIN = Criteria.builder()
            .criteria("a", "b")
            .unit("x", Estimate.interval90(2, 1, 3), Estimate.of(1))
            .unit("y", Estimate.range(2, 1, 3), Estimate.exactly(1))
            .build();

    /** Two units under a geometric mean. */
    static final Criteria GEOMETRIC_PAIR = Criteria.builder()
            .aggregation(new Aggregation.Geometric(1, Aggregation.OnZero.REFUSE))
            .criterion("p", 3)
            .criterion("q", 1)
            .unit("A", 8, 2)
            .unit("B", 4, 4)
            .build();

    private RobustnessExamples() {}

    public static Serialisation.Examples all() {
        WeightSpace space = WeightSpace.of(TRIANGLE);
        SobolAnalysis sobol = SobolAnalysis.withDefaults().withSize(64).withBootstraps(20);
        MethodDesign design = MethodDesignTest.twoByThree();
        MethodDesign.Output output = MethodDesign.Output.score("x");
        SettlingValues settling = DataUncertainty.withDefaults()
                .withDraws(10)
                .settling(
                        UncertainTables.framework(UncertainTables.leaf("a", 1))
                                .scoreAll(UncertainTables.duel(
                                        List.of(UncertainTables.normal(50, 8)), List.of(UncertainTables.unknown(40)))),
                        "x",
                        "y");
        List<Serializable> values = List.of(
                design,
                design.sampledBy(sobol).varyingWeights("drawn", "index", WeightSet.simplex()),
                design.analyse(MethodDesignTest.TABLE, output, MethodDesign.Output.rank("y")),
                output,
                MethodDesign.Output.rank("x"),
                MethodDesign.Output.difference("x", "y"),
                MethodVariant.asStated(),
                MethodVariant.asStated().labelled("as it is"),
                MethodVariant.normalised(Normalisation.minMax(), "a"),
                MethodVariant.ranged(OutputRange.ONE),
                MethodVariant.aggregated(Aggregation.harmonic(1)),
                MethodVariant.weighted(Weighting.equal(), "index"),
                MethodVariant.reweighted(Map.of("a", 2.0)),
                MethodVariant.imputed(Imputation.linearInTime()),
                MethodVariant.notImputed("b"),
                MethodVariant.treated(List.of(Treatment.winsorise(2))),
                MethodVariant.missingData(MissingDataPolicy.strict()),
                MethodVariant.together(MethodVariant.asStated(), MethodVariant.notImputed()),
                sobol,
                new SobolIndices.Interval(0.25, 0.5),
                sobol.analyse(ImmutableList.of("x", "y"), point -> point.get(0) + point.get(1)),
                TRIANGLE,
                WeightSet.simplex(),
                WeightSet.ordered("a", "b", "c"),
                WeightSet.atLeast(Map.of("a", 0.1)),
                WeightSet.dirichlet(Map.of("b", 2.0)),
                WeightSet.polytope(WeightSet.Constraint.notBelow("a", "b")),
                WeightSet.Constraint.atMost("c", 0.5),
                WeightDraws.of(TRIANGLE.criteria(), new double[][] {{0.5, 0.25, 0.25}}),
                Smaa.withDefaults().withSeed(7),
                Smaa.withDefaults().withDraws(100).analyse(TRIANGLE),
                Smaa.withDefaults().withDraws(100).analyse(TRIANGLE).rankInterval90("x"),
                UNCERTAIN,
                space,
                space.within(WeightSet.ordered("c", "b", "a")),
                space.nearestFlip("x", "y", WeightFlip.Norm.MANHATTAN).orElseThrow(),
                space.nearestLead("z", WeightFlip.Norm.EUCLIDEAN).orElseThrow(),
                space.stabilityIntervals(),
                space.stabilityIntervals().interval("a"),
                space.firstRankShares(),
                space.possibleRanks(),
                DataUncertainty.withDefaults().withDraws(10),
                settling,
                settling.values().get(0),
                space.pairwiseWinning(),
                space.scoreDistribution("x"));
        return new Serialisation.Examples("io.github.statecraft.robustness", values, Map.of());
    }
}
