package io.github.statecraft.audit;

import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScaleBasis;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Small indices whose scores are the numbers of their tables. */
final class AuditFixtures {
    private AuditFixtures() {}

    /** Values from -1000 to 1000 become scores that rise with them in a straight line. */
    static Indicator leaf(String id, double weight) {
        return Indicator.builder()
                .indicator(id)
                .weight(weight)
                .normalisation(Normalisation.goalposts(-1000, 1000))
                .build();
    }

    static Pillar pillar(String id, IndexNode... children) {
        return Pillar.builder().id(id).addChildren(children).build();
    }

    static ScoringFramework framework(IndexNode... children) {
        return ScoringFramework.builder()
                .id("test")
                .version("1")
                .question("Which is it?")
                .rationale("To be tested.")
                .scaleBasis(ScaleBasis.SHARE)
                .index(pillar("index", children))
                .missing(MissingDataPolicy.reweight(0.1, MissingDataPolicy.Scope.EVERY_PILLAR))
                .build();
    }

    /** Units u0, u1 and so on; indicators x units, NaN where missing. */
    static IndicatorTable table(List<String> indicators, double[]... values) {
        return table(IntStream.range(0, values[0].length).toArray(), indicators, values);
    }

    /** The same units in another order. */
    static IndicatorTable table(int[] order, List<String> indicators, double[]... values) {
        IndicatorTable.Builder table = IndicatorTable.builder();
        indicators.forEach(table::indicator);
        for (int unit : order) {
            table.unit("u" + unit);
            for (int i = 0; i < values.length; i++) {
                if (!Double.isNaN(values[i][unit])) {
                    table.value("u" + unit, indicators.get(i), values[i][unit]);
                }
            }
        }
        return table.build();
    }

    /** An audit of an index with as many indicators a, b, c of equal weight as there are columns. */
    static StatisticalAudit flat(double[]... values) {
        List<String> ids = Arrays.asList("abcdefgh".substring(0, values.length).split(""));
        IndexNode[] leaves = ids.stream().map(id -> leaf(id, 1)).toArray(IndexNode[]::new);
        return StatisticalAudit.of(framework(leaves).scoreAll(table(ids, values)));
    }
}
