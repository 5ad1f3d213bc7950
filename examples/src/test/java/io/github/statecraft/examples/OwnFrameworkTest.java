package io.github.statecraft.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.data.FrameworkFiles;
import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The framework of one's own scores as arithmetic by hand says, and is what its texts say it is. Values are those of the
 * bundled tables {@code observations.csv}, read there.
 */
class OwnFrameworkTest {
    private static final Path FRAMEWORK = ExampleFiles.PREPARED_STATE;
    private static final ReferenceData REF = ReferenceData.load();
    private static final ScoringFramework OWN = FrameworkFiles.read(FRAMEWORK);
    private static final ScoreTable TABLE = OWN.scoreAll(REF.strategies());

    /**
     * South Korea: research 5.21081 % of GDP, capped to 100, and 76.1 % paid by firms: (2 x 100 + 76.1) / 3 = 92.03333. Rules 60
     * and 60. State (1.365654 + 2.5) / 5 = 77.31308 of 100. A third of 229.34641 is 76.44880.
     */
    @Test
    void scoresACountryThatHasEverything() {
        assertThat(TABLE.score("KOR").orElseThrow()).isCloseTo(76.44880, within(1e-5));
        assertThat(TABLE.scorecard("KOR").coverage()).isEqualTo(1);
    }

    /**
     * Viet Nam: research 0.42494 of 5 % alone, 8.4988 of 100, since who pays for it is not known. Rules 20 and 20. State (0.243436
     * + 2.5) / 5 = 54.86872 of 100. A third of 83.36752 is 27.78917. What is there weighs 2/9 + 1/3 + 1/3 = 8/9.
     */
    @Test
    void scoresACountryOfWhichOneValueIsMissing() {
        assertThat(TABLE.score("VNM").orElseThrow()).isCloseTo(27.78917, within(1e-5));
        assertThat(TABLE.scorecard("VNM").missing()).containsOnlyKeys("gerd_business_share_pct");
        assertThat(TABLE.scorecard("VNM").coverage()).isCloseTo(8 / 9.0, within(1e-12));
    }

    /** Of the state, the table gives 0.98277 and 1.748538 as ends: 69.6554 and 84.97076 of 100 at a weight of a third. */
    @Test
    void carriesTheErrorBandOfTheStateIntoTheScore() {
        assertThat(TABLE.scorecard("KOR").interval().low()).isCloseTo((92.03333 + 60 + 69.6554) / 3, within(1e-5));
        assertThat(TABLE.scorecard("KOR").interval().high()).isCloseTo((92.03333 + 60 + 84.97076) / 3, within(1e-5));
    }

    @Test
    void givesAReasonForEachNode() {
        assertThat(reasons(OWN.index())).hasSize(9).doesNotContain(Optional.empty());
    }

    private static Stream<Optional<String>> reasons(IndexNode node) {
        return node instanceof Pillar pillar
                ? Stream.concat(
                        Stream.of(pillar.reason()), pillar.children().stream().flatMap(OwnFrameworkTest::reasons))
                : Stream.of(((Indicator) node).reason());
    }

    /** Its reasons say so: research is known for every country, and two spend more than 5 %. */
    @Test
    void saysOfResearchWhatTheDataSays() {
        List<Double> research = TABLE.units().stream()
                .flatMap(unit ->
                        TABLE.table().value(unit, "gerd_pct_gdp").stream().boxed())
                .toList();
        assertThat(research).hasSize(42);
        assertThat(research.stream().filter(percent -> percent > 5)).hasSize(2);
    }

    /** Its rationale says so: without figures whose terms were not seen no country has rules, and each still has a score. */
    @Test
    void losesTheRulesWithoutFiguresWhoseTermsWereNotSeen() {
        ScoreTable open = OWN.scoreAll(REF.openLicensedOnly().strategies());
        assertThat(open.units()).hasSize(42).allSatisfy(unit -> assertThat(
                        open.scorecard(unit).missing())
                .containsKeys("data_regulation_score", "data_international_score"));
    }

    /**
     * Germany leads: research 3.13236 of 5 %, 62.6472 of 100, and 62.8 % paid by firms: (2 x 62.6472 + 62.8) / 3 = 62.69813.
     * Rules 100 and 100. State (1.289113 + 2.5) / 5 = 75.78226 of 100. A third of 238.48039 is 79.49346.
     */
    @Test
    void printsReasonsRankingAndTheScorecardOfTheFirst() {
        String printed = Printed.by(OwnFramework::main, FRAMEWORK.toString());
        assertThat(printed).contains("Prepared state", "Germany (DEU): 79.49 under prepared-state");
        assertThat(printed.lines().filter(line -> line.matches(" *\\d+=?  [A-Z]{3}   .*")))
                .hasSize(42)
                .first()
                .asString()
                .contains("   1  DEU ", " 79.49 ");
        assertThat(printed.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }
}
