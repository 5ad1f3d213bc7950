package io.github.statecraft.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.statecraft.data.StrategyFiles;
import io.github.statecraft.estimate.EvidenceKind;
import org.junit.jupiter.api.Test;

/**
 * The embedded what-if prints what arithmetic by hand gives. Goalposts and weights are those of the file
 * {@code deployment-at-scale.intensity.json}, the values those of {@code my-strategy.json}.
 */
class EmbeddedScoringTest {
    private static final String PRINTED = Printed.by(EmbeddedScoring::main);

    /**
     * Four of five pillars have data, so each weighs 1/4 and 80 % of the weight is there: use 20 of 100; reach 90 of 100 and 30
     * of 50 lines, mean 75; integration 50 and 80, mean 65; research 2 of 10 %, 20. (20 + 75 + 65 + 20) / 4 = 45.
     */
    @Test
    void scoresTheStrategyOfTheFile() {
        assertThat(PRINTED).contains("XAA: 45.00 under deployment-at-scale.intensity");
        assertThat(PRINTED.replaceAll("\\s+", " ")).contains("Coverage 80 % of the weight, 6 of 9 indicators.");
    }

    /** Use alone moves, from 20 to 30 of 100 at a weight of 1/4: 2.5 points. */
    @Test
    void saysWhichIndicatorMovedTheScoreAndByHowMuch() {
        assertThat(PRINTED).contains("XAA: 47.50 under deployment-at-scale.intensity");
        assertThat(PRINTED.substring(PRINTED.indexOf("The score moved")).lines())
                .startsWith(
                        "The score moved by +2.50 points:",
                        "genai_user_share_pct +2.50: "
                                + "after 30 % (2026, Assumption) against before 20 % (2026, Assumption)",
                        "",
                        "XAA, after against before: +2.50 points");
    }

    /** The range of use is 5 either side in both, at a weight of 1/4: 1.25 points either side of the score. */
    @Test
    void carriesTheRangeOfTheAssumptionIntoTheScore() {
        assertThat(PRINTED)
                .contains(
                        "at least 43.75 to 46.25 (covers 1 of 6 inputs)",
                        "at least 46.25 to 48.75 (covers 1 of 6 inputs)");
    }

    @Test
    void marksEachFigureOfTheFileAsAnAssumption() {
        assertThat(StrategyFiles.read(ExampleFiles.MY_STRATEGY).parts())
                .flatExtracting(part -> part.quantities())
                .flatExtracting(quantity -> quantity.observations())
                .hasSize(6)
                .extracting(observation -> observation.evidence())
                .allSatisfy(evidence -> {
                    assertThat(evidence.kind()).isEqualTo(EvidenceKind.EXPERT);
                    assertThat(evidence.source().title()).isEqualTo("Assumption");
                    assertThat(evidence.note()).get().asString().startsWith("invented for this example: ");
                });
    }

    @Test
    void saysWhatToDoWithoutAFile() {
        assertThatThrownBy(() -> EmbeddedScoring.main(new String[] {"nowhere.json"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no file ")
                .hasMessageContaining("nowhere.json")
                .hasMessageEndingWith("; start from the root of the repository, or name a file with -Dexec.args=FILE");
        assertThatThrownBy(() -> EmbeddedScoring.main(new String[] {"a.json", "b.json"}))
                .hasMessage("one file can be named but there were 2 arguments");
    }

    @Test
    void fitsAScreen() {
        assertThat(PRINTED.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }
}
