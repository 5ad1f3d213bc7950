package io.github.statecraft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The main job prints what it promises. Figures in dispute are those of the cited sources, read in the data's README. */
class MainJobTest {
    private static final String PRINTED = Printed.by(MainJob::main);

    @Test
    void ranksAllCountriesUnderBothBasesAndSaysThatTheBasisDecides() {
        String table = PRINTED.substring(PRINTED.indexOf("1. Deployment"), PRINTED.indexOf("2. Scorecards"));
        assertThat(table.lines().filter(line -> line.matches("[A-Z]{3}   .*\\d+/\\d+.*\\d+/\\d+.*")))
                .hasSize(42);
        assertThat(table)
                .contains("The basis decides: ", "covers", "blocs, scored but not ranked", "No score under A: EUU");
        assertThat(table.indexOf("EUU")).isGreaterThan(table.indexOf("EST   Estonia"));
    }

    @Test
    void showsTheScorecardsOfChinaAndTheUnitedStatesWithSources() {
        assertThat(PRINTED)
                .containsPattern("China \\(CHN\\): \\d+\\.\\d\\d under deployment-at-scale.total")
                .containsPattern("China \\(CHN\\): \\d+\\.\\d\\d under deployment-at-scale.intensity")
                .containsPattern("United States \\(USA\\): \\d+\\.\\d\\d under deployment-at-scale.total")
                .containsPattern("United States \\(USA\\): \\d+\\.\\d\\d under deployment-at-scale.intensity")
                .contains("Microsoft AI Diffusion Report", "MODELLED, MEDIUM", "covers 0 of 10 inputs");
    }

    @Test
    void showsWhatEachReadingOfDisputedFiguresDoes() {
        String disputes = PRINTED.substring(PRINTED.indexOf("3. Where sources"), PRINTED.indexOf("4. How many"));
        assertThat(disputes)
                .containsPattern(Pattern.compile("^ *8\\.734 +2025 +read ", Pattern.MULTILINE))
                .containsPattern(Pattern.compile("^ *15 +2025 +also stands ", Pattern.MULTILINE))
                .containsPattern(Pattern.compile("^ *31 +2024 +read ", Pattern.MULTILINE))
                .containsPattern(Pattern.compile("^ *15 +2024 +also stands ", Pattern.MULTILINE))
                .containsPattern(Pattern.compile("^ *142 +2023 +read ", Pattern.MULTILINE))
                .containsPattern(Pattern.compile("^ *470 +2023 +withdrawn ", Pattern.MULTILINE));
    }

    @Test
    void saysWhatMovesAndWhatIsMissing() {
        assertThat(PRINTED)
                .contains("Without LOW confidence, deployment-at-scale.total")
                .contains("Without MODELLED values, deployment-at-scale.intensity")
                .contains("Missing under deployment-at-scale.total", "AUT, BEL, CHL, EST");
    }

    @Test
    void fitsAScreen() {
        assertThat(PRINTED.lines()).allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                .as(line)
                .isLessThanOrEqualTo(100));
    }
}
