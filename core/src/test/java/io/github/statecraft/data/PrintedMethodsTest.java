package io.github.statecraft.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a framework with every method prints; lines are written by hand. */
class PrintedMethodsTest {
    private static final String PRINTED = FrameworkFiles.parse(
                    Fixtures.text("framework-1-methods.json"), TextFormat.JSON)
            .toString();

    @Test
    void isAtMostAHundredColumnsWide() {
        assertThat(PRINTED.lines()).hasSizeGreaterThan(40).allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void saysTheStepsOfEachNodeInTheirOrder() {
        assertThat(PRINTED.replaceAll("\\s+", " "))
                .contains(
                        "All methods weights by comparisons in pairs (geometric means); Choquet integral, interactions"
                                + " values and scores 0.25, scores and means -0.1",
                        "values - equal weights; geometric mean, attributed against 50, 0 if a score is 0; minimum count: a"
                                + " pillar needs 2 of its children, else it is missing itself",
                        "population - lower is better; imputed by the latest earlier year, at most 3 years older; winsorise"
                                + " up to 5 values while |skewness| > 1.5 and kurtosis > 3; ln x if |skewness| > 2 and"
                                + " kurtosis > 3.5; cap at the percentiles 2.5 and 100; goalposts 10 to 20, REFUSE, onto 0"
                                + " to 1",
                        "scores - weights by the loadings of the first principal component; power mean of exponent -2,"
                                + " attributed against 50; then min-max, lower is better, onto 1 to 7",
                        "below -1 entropy weights; harmonic mean, attributed against 20");
    }
}
