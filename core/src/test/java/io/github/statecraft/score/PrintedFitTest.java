package io.github.statecraft.score;

import static io.github.statecraft.score.ScoreFixtures.framework;
import static io.github.statecraft.score.ScoreFixtures.leaf;
import static io.github.statecraft.score.ScoreFixtures.pillar;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.Benchmark;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.Treatment;
import io.github.statecraft.score.method.Weighting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a fitted framework prints of what the reference gave. Lines were written by hand. */
class PrintedFitTest {
    private static IndicatorTable two(double a, double b, double other, double another) {
        return IndicatorTable.builder()
                .unit("u")
                .unit("v")
                .value("u", "a", a)
                .value("v", "a", b)
                .value("u", "b", other)
                .value("v", "b", another)
                .build();
    }

    private static String fitted(Indicator a, double first, double second) {
        return framework(a, leaf("b", 1)).fit(two(first, second, 1, 2)).toString();
    }

    /** Of 40 and 60: mean 50, standard deviation the root of 200. Of 0.001 and 0.003: 0.002 and 0.001 times the root of 2. */
    @Test
    void aZScoreHasAMeanAndAStandardDeviation() {
        Indicator a = leaf("a", 1).withNormalisation(Normalisation.zScore());
        assertThat(fitted(a, 40, 60)).contains("mean 50.00, standard deviation 14.14");
        assertThat(fitted(a, 0.001, 0.003)).contains("mean 0.002000, standard deviation 0.001414");
    }

    @Test
    void aRelativeDifferenceHasABenchmark() {
        Indicator a = leaf("a", 1)
                .withNormalisation(Normalisation.distance(Normalisation.DistanceForm.DIFFERENCE, new Benchmark.Mean()));
        assertThat(fitted(a, 40, 60)).contains("benchmark 50\n").doesNotContain("origin");
    }

    /** 10 and 0.025 of the way to 27.7: 10.4425. The hundredth percentile is the largest, 27.7. */
    @Test
    void capsHaveSixDigitsAndNoLimitThatIsInfinite() {
        Indicator a = leaf("a", 1).withTreatments(List.of(Treatment.percentileCap(2.5, 100)));
        assertThat(fitted(a, 10, 27.7)).contains("cap at 10.4425 below").doesNotContain("Infinity", "999");
        assertThat(new Caps(10.442499999999999, Double.POSITIVE_INFINITY)).hasToString("cap at 10.4425 below");
        assertThat(new Caps(Double.NEGATIVE_INFINITY, 3)).hasToString("cap at 3 above");
        assertThat(new Caps(1, 3)).hasToString("cap at 1 below and at 3 above");
        assertThat(Caps.NONE).hasToString("no cap");
    }

    private static List<String> lines(Pillar index) {
        return framework(index).fit(two(40, 60, 30, 20)).toString().lines().toList();
    }

    @Test
    void weightsThatDoNotCountAreNotPrinted() {
        Pillar index = pillar("index", leaf("a", 1), leaf("b", 3));
        assertThat(lines(index)).contains("  a    0.2500", "  b    0.7500");
        assertThat(lines(index.withAggregation(Aggregation.minimum()))).contains("  a         -", "  b         -");
        assertThat(lines(index.withAggregation(Aggregation.orderedWeighted(List.of(0.5, 0.5)))))
                .contains("  a         -", "  b         -");
        assertThat(lines(index.withWeighting(Weighting.benefitOfTheDoubt())))
                .contains(
                        "index          weights by benefit of the doubt, each unit its own",
                        "  a         -",
                        "  b         -");
    }
}
