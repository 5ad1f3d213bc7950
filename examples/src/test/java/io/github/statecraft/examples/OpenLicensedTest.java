package io.github.statecraft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the table prints; its figures were computed apart, in exact fractions by Python 3.11 from the published tables. */
class OpenLicensedTest {
    private static final String PRINTED = Printed.by(OpenLicensed::main);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deployment-at-scale.total 9 of 9 42 -> 42 0 of 42 CHN USA IND CHN USA IND",
                "deployment-at-scale.intensity 9 of 9 42 -> 42 0 of 42 USA SGP KOR USA SGP KOR",
                "frontier-race 5 of 6 38 -> 31 16 of 31 USA CHN TWN USA CHN TWN",
                "balanced 11 of 12 42 -> 42 36 of 42 USA KOR DNK USA BEL EST",
                "self-reliance 1 of 8 42 -> 0 0 of 0 USA TWN JPN nobody",
            })
    void printsALineAFramework(String line) {
        assertThat(PRINTED.lines().map(text -> text.replaceAll(" +", " "))).contains(line);
    }

    @Test
    void isAlignedAndFitsAScreen() {
        assertThat(PRINTED.lines()).hasSize(13).allMatch(line -> line.length() <= 100);
        // a figure ends where its heading ends, and a list starts where its heading starts
        String heading = PRINTED.lines()
                .filter(line -> line.startsWith("framework"))
                .findFirst()
                .orElseThrow();
        int scored = heading.indexOf("scored") + "scored".length();
        int top = heading.indexOf("top 3");
        assertThat(PRINTED.lines().filter(line -> line.contains(" -> ")))
                .hasSize(5)
                .allMatch(line -> line.substring(0, scored).matches(".* -> \\d+"))
                .allMatch(line -> line.substring(top - 1).matches(" [A-Z]{3} .*"));
    }
}
