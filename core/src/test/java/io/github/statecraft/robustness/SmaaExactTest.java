package io.github.statecraft.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.internal.numerics.StandardNormal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Sampled shares against exact ones over many random tables: differences are pure sampling noise. */
class SmaaExactTest {
    private static final int TABLES = 4_000;
    private static final int DRAWS = 4_096;

    /** Mean square of the z-scores within 5 % of 1, none beyond the bound that 4,000 of them pass once in a million times. */
    @Test
    void sampledSharesDifferFromExactOnesByNoiseAlone() {
        SplittableRandom random = new SplittableRandom(20261124);
        List<Double> scores = new ArrayList<>();
        for (int table = 0; table < TABLES; table++) {
            int criteria = 2 + random.nextInt(9);
            double[][] values = SmaaDefinitionTest.table(random, 2 + random.nextInt(3), criteria);
            double exact = ahead(values[0], values[1]);
            if (exact * (1 - exact) * DRAWS < 50) {
                continue;
            }
            SmaaResult result = Smaa.withDefaults()
                    .withDraws(DRAWS)
                    .withSeed(table)
                    .withThreads(1)
                    .analyse(SmaaDefinitionTest.criteria(values));
            scores.add((result.pairwiseWinning("u0", "u1") - exact) / Math.sqrt(exact * (1 - exact) / DRAWS));
        }
        assertThat(scores).hasSizeGreaterThan(2_500);
        double meanSquare = scores.stream().mapToDouble(z -> z * z).average().orElseThrow();
        assertThat(meanSquare).isBetween(0.95, 1.05);
        double bound = -StandardNormal.quantile(1e-6 / 2 / scores.size());
        assertThat(scores).allMatch(z -> Math.abs(z) < bound);
    }

    /**
     * The share of weights under which one is ahead of another: G. Varsi, Pacific J. Math. 46 (1973) 303-313; M. M. Ali, Pacific
     * J. Math. 48 (1973) 313-322. With the positive differences Y and the sizes X of the negative ones, P(h, 0) = 1, P(0, k) = 0,
     * P(h, k) = (Y_h P(h, k - 1) + X_k P(h - 1, k)) / (Y_h + X_k).
     */
    private static double ahead(double[] a, double[] b) {
        List<Double> above = new ArrayList<>();
        List<Double> below = new ArrayList<>();
        for (int i = 0; i < a.length; i++) {
            (a[i] > b[i] ? above : below).add(Math.abs(a[i] - b[i]));
        }
        double[][] share = new double[above.size() + 1][below.size() + 1];
        for (int h = 0; h <= above.size(); h++) {
            for (int k = 0; k <= below.size(); k++) {
                share[h][k] = h == 0
                        ? 0
                        : k == 0
                                ? 1
                                : (above.get(h - 1) * share[h][k - 1] + below.get(k - 1) * share[h - 1][k])
                                        / (above.get(h - 1) + below.get(k - 1));
            }
        }
        return share[above.size()][below.size()];
    }
}
