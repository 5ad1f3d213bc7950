package io.github.statecraft.benchmark;

import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScaleBasis;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Normalisation;
import java.util.SplittableRandom;

/** Units x indicators of uniform random values, and an index of 20 pillars in 4 sub-indices over them; seeded. */
final class Workload {
    /** Every value lies in [0, 1), so that every score is positive and no value is beyond the scale. */
    static final double LOW = -0.01;

    static final double HIGH = 1;

    private static final long SEED = 20261124;
    private static final int SUB_INDICES = 4;
    private static final int PILLARS_EACH = 5;

    private final int units;
    private final int indicators;
    /** Indicators x units. */
    private final double[][] values;

    private Workload(int units, int indicators) {
        this.units = units;
        this.indicators = indicators;
        SplittableRandom random = new SplittableRandom(SEED);
        values = new double[indicators][units];
        for (double[] column : values) {
            for (int unit = 0; unit < units; unit++) {
                column[unit] = random.nextDouble();
            }
        }
    }

    /** A shape such as {@code 100000x100}, units x indicators; the latter a multiple of 20. */
    static Workload of(String shape) {
        String[] sizes = shape.split("x", -1);
        return new Workload(Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]));
    }

    double[][] values() {
        return values;
    }

    IndicatorTable table() {
        IndicatorTable.Builder table = IndicatorTable.builder();
        for (int unit = 0; unit < units; unit++) {
            table.unit(unit(unit));
        }
        for (int indicator = 0; indicator < indicators; indicator++) {
            for (int unit = 0; unit < units; unit++) {
                table.value(unit(unit), indicator(indicator), values[indicator][unit]);
            }
        }
        return table.build();
    }

    static String unit(int number) {
        return "unit" + number;
    }

    private static String indicator(int number) {
        return "indicator" + number;
    }

    /** The index with one mean inside the pillars and one above them. */
    ScoringFramework framework(Aggregation inside, Aggregation above) {
        SplittableRandom random = new SplittableRandom(SEED);
        Pillar.Builder index = Pillar.builder().id("index").aggregation(above);
        int each = indicators / (SUB_INDICES * PILLARS_EACH);
        int next = 0;
        for (int i = 0; i < SUB_INDICES; i++) {
            Pillar.Builder sub =
                    Pillar.builder().id("sub" + i).weight(weight(random)).aggregation(above);
            for (int j = 0; j < PILLARS_EACH; j++) {
                Pillar.Builder pillar = Pillar.builder()
                        .id("pillar" + i + "." + j)
                        .weight(weight(random))
                        .aggregation(inside);
                for (int k = 0; k < each; k++) {
                    pillar.addChildren(Indicator.of(indicator(next++), Normalisation.goalposts(LOW, HIGH))
                            .withWeight(weight(random)));
                }
                sub.addChildren(pillar.build());
            }
            index.addChildren(sub.build());
        }
        return ScoringFramework.builder()
                .id("benchmark")
                .version("1")
                .question("How long does it take?")
                .rationale("Many units, many indicators, three levels.")
                .scaleBasis(ScaleBasis.SHARE)
                .index(index.build())
                .build();
    }

    /** Weights for a mean by hand: as many as there are indicators, of sum 1. */
    double[] weights() {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] weights = new double[indicators];
        double total = 0;
        for (int i = 0; i < indicators; i++) {
            weights[i] = weight(random);
            total += weights[i];
        }
        for (int i = 0; i < indicators; i++) {
            weights[i] /= total;
        }
        return weights;
    }

    private static double weight(SplittableRandom random) {
        return 0.5 + random.nextDouble();
    }
}
