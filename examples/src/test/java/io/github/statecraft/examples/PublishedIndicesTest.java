package io.github.statecraft.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.audit.AuditWarning;
import io.github.statecraft.audit.StatisticalAudit;
import io.github.statecraft.data.FrameworkFiles;
import io.github.statecraft.data.TableFiles;
import io.github.statecraft.data.TableReader;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.Ranking;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.method.MissingDataPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Oracle: what the owners published, in the columns {@code published_...} of each table; the README beside each says where it
 * was published. Where not every figure comes out, the count is that of a program of its own (Python 3.11 with numpy 2.4),
 * which meets the same figures, and the README gives the reason.
 */
class PublishedIndicesTest {
    private static final Path INDICES = ExampleFiles.INDICES;

    /** A table of an index: framework and data, the columns that are no inputs, what is asked of them. */
    private record Given(String directory, String file, String label, String... published) {
        ScoreTable scores() {
            return FrameworkFiles.read(INDICES.resolve(directory).resolve("framework.yaml"))
                    .scoreAll(reader().ignoring(published).read(data()));
        }

        IndicatorTable all() {
            return reader().read(data());
        }

        private TableReader reader() {
            TableReader reader = TableFiles.withDefaults();
            return label.isEmpty() ? reader : reader.withLabel(label);
        }

        private Path data() {
            return INDICES.resolve(directory).resolve(file);
        }

        @Override
        public String toString() {
            return directory + "/" + file;
        }
    }

    private static final Given HDI = new Given("hdi-2022", "data.csv", "country", "published_hdi", "published_rank");
    private static final Given PHDI =
            new Given("phdi-2022", "data.csv", "country", "published_phdi", "published_rank_difference");
    private static final Given EDUCATION = new Given(
            "kyodo-education-2023",
            "data.csv",
            "prefecture",
            "published_staff",
            "published_students",
            "published_education",
            "published_rank");
    private static final Given POLITICS =
            new Given("kyodo-politics-2023", "data.csv", "prefecture", "published_politics", "published_rank");
    private static final Given GDI =
            new Given("gdi", "data.csv", "", "published_hdi_women", "published_hdi_men", "published_gdi");
    private static final Given IHDI = new Given("ihdi", "data.csv", "", "published_ihdi");
    private static final Given GII = new Given("gii", "data.csv", "", "published_gii");
    private static final Given GII_2021 = new Given("gii", "data-2021.csv", "", "published_gii", "published_rank");

    static Stream<Arguments> scores() {
        return Stream.of(
                arguments(HDI, "published_hdi", "hdi", 3, 193),
                arguments(PHDI, "published_phdi", "phdi", 3, 154),
                arguments(EDUCATION, "published_staff", "staff", 3, 47),
                arguments(EDUCATION, "published_students", "students", 3, 47),
                arguments(EDUCATION, "published_education", "education", 3, 47),
                arguments(POLITICS, "published_politics", "politics", 3, 47),
                arguments(GDI, "published_hdi_women", "hdi_women", 9, 33),
                arguments(GDI, "published_hdi_men", "hdi_men", 9, 33),
                arguments(GDI, "published_gdi", "gdi", 3, 33),
                arguments(IHDI, "published_ihdi", "ihdi", 3, 13),
                arguments(GII, "published_gii", "gii", 3, 24));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("scores")
    void givesEveryScoreAsPrinted(Given given, String column, String node, int decimals, int count) {
        ScoreTable scores = given.scores();
        Map<String, BigDecimal> published = published(given.all(), column);
        assertThat(published).hasSize(count).allSatisfy((unit, value) -> assertThat(
                        printed(scores, unit, node, decimals))
                .isEqualByComparingTo(value));
    }

    static Stream<Arguments> missing() {
        return Stream.of(
                arguments(HDI, "published_hdi", 0),
                arguments(PHDI, "published_phdi", 39),
                arguments(EDUCATION, "published_education", 0),
                arguments(POLITICS, "published_politics", 0),
                arguments(GDI, "published_gdi", 0),
                arguments(IHDI, "published_ihdi", 20),
                arguments(GII, "published_gii", 9),
                arguments(GII_2021, "published_gii", 21));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("missing")
    void givesNoScoreToTheUnitsForWhichNoneIsPublished(Given given, String column, int count) {
        IndicatorTable all = given.all();
        ScoreTable scores = given.scores();
        assertThat(scores.unscored().keySet())
                .hasSize(count)
                .containsExactlyElementsOf(all.units().stream()
                        .filter(unit -> all.value(unit, column).isEmpty())
                        .toList());
        assertThat(scores.framework().missing()).isEqualTo(MissingDataPolicy.strict());
    }

    @ParameterizedTest
    @MethodSource("rankedFromTheHighest")
    void givesEveryRankAsPublished(Given given, int count) {
        Ranking ranking = given.scores().ranking().rounded(3);
        assertThat(published(given.all(), "published_rank"))
                .hasSize(count)
                .allSatisfy((unit, rank) -> assertThat(ranking.rank(unit)).isEqualTo(rank.doubleValue()));
    }

    static Stream<Arguments> rankedFromTheHighest() {
        return Stream.of(arguments(HDI, 193), arguments(EDUCATION, 47), arguments(POLITICS, 47));
    }

    /** The two published differences that are one off from what the printed figures of the same table give. */
    @Test
    void givesTheRanksLostToPlanetaryPressuresButForTwoCountries() {
        IndicatorTable all = PHDI.all();
        Ranking byPressures = PHDI.scores().ranking().rounded(3);
        Map<String, Double> hdi = new TreeMap<>();
        byPressures
                .entries()
                .forEach(e -> hdi.put(e.unit(), all.value(e.unit(), "hdi").orElseThrow()));
        Ranking byHdi = Ranking.of(hdi, Ranking.Ties.STANDARD);
        Map<String, BigDecimal> published = published(all, "published_rank_difference");
        assertThat(published).hasSize(154);
        assertThat(published.keySet().stream()
                        .filter(unit -> byHdi.rank(unit) - byPressures.rank(unit)
                                != published.get(unit).doubleValue()))
                .containsExactly("FIN", "ZWE");
    }

    /** Inputs are printed with one decimal: the largest of 28 differences is Kuwait's, 0.307 for 0.305. */
    @Test
    void givesTheInequalityOfCountriesAsNearAsPrintedInputsAllow() {
        IndicatorTable all = GII_2021.all();
        ScoreTable scores = GII_2021.scores();
        Map<String, BigDecimal> published = published(all, "published_gii");
        assertThat(published).hasSize(170).allSatisfy((unit, value) -> assertThat(
                        scores.score(unit).orElseThrow())
                .as(unit)
                .isCloseTo(value.doubleValue(), within(0.0026)));
        assertThat(published.keySet().stream()
                        .filter(unit -> printed(scores, unit, "gii", 3).compareTo(published.get(unit)) == 0))
                .hasSize(142);
        Ranking ranking = scores.ranking().lowestFirst().rounded(3);
        Map<String, BigDecimal> ranks = published(all, "published_rank");
        assertThat(ranks).hasSize(170);
        assertThat(ranks.keySet().stream()
                        .filter(unit -> ranking.rank(unit) == ranks.get(unit).doubleValue()))
                .hasSize(157);
    }

    /** The printed HDI is what enters: from the unrounded one 46 figures would differ. */
    @Test
    void needsTheHumanDevelopmentIndexAsPrinted() {
        ScoreTable development = HDI.scores();
        IndicatorTable pressures = PHDI.all();
        Map<String, BigDecimal> published = published(pressures, "published_phdi");
        ScoreTable scores = PHDI.scores();
        assertThat(published.keySet().stream().filter(unit -> {
                    double unrounded = development.score(unit).orElseThrow()
                            * scores.score(unit, "adjustment").orElseThrow();
                    return rounded(unrounded, 3).compareTo(published.get(unit)) == 0;
                }))
                .hasSize(108);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hdi-2022 published_hdi 3 193 of 193 0 193 of 193",
                "phdi-2022 published_phdi 3 154 of 154 39 152 of 154",
                "kyodo-education-2023 published_education 3 47 of 47 0 47 of 47",
                "kyodo-politics-2023 published_politics 3 47 of 47 0 47 of 47",
                "gdi published_gdi 3 33 of 33 0 none",
                "ihdi published_ihdi 3 13 of 13 20 none",
                "gii published_gii 3 24 of 24 9 none",
                "gii, data-2021.csv published_gii 3 142 of 170 21 157 of 170",
            })
    void programPrintsALineAnIndex(String line) {
        String printed = Printed.by(PublishedIndices::main);
        Printed.assertFitsAScreen(printed);
        assertThat(printed.lines().map(text -> text.replaceAll(" +", " "))).contains(line);
    }

    @Test
    void everyDirectoryStatesSourceTermsAndMethod() throws Exception {
        try (Stream<Path> directories = Files.list(INDICES)) {
            List<Path> indices = directories.filter(Files::isDirectory).sorted().toList();
            assertThat(indices)
                    .extracting(path -> path.getFileName().toString())
                    .containsExactly(
                            "gdi",
                            "gii",
                            "hdi-2022",
                            "ihdi",
                            "kyodo-education-2023",
                            "kyodo-politics-2023",
                            "phdi-2022");
            assertThat(indices).allSatisfy(index -> {
                String readme = Files.readString(index.resolve("README.md"));
                assertThat(readme).contains("Source:", "Terms:", "Method:", "Missing:", "Ranks:", "Matches:");
                assertThat(readme.lines().count()).isBetween(10L, 25L);
            });
        }
    }

    private static Map<String, BigDecimal> published(IndicatorTable all, String column) {
        Map<String, BigDecimal> published = new TreeMap<>();
        all.units().forEach(unit -> all.value(unit, column)
                .ifPresent(value -> published.put(unit, BigDecimal.valueOf(value))));
        return published;
    }

    private static BigDecimal printed(ScoreTable scores, String unit, String node, int decimals) {
        return rounded(scores.score(unit, node).orElseThrow(), decimals);
    }

    private static BigDecimal rounded(double score, int decimals) {
        return new BigDecimal(score).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    /**
     * What is reached apart makes inequality fall: it is turned round by the direction of the index, which an audit does not ask
     * about. What would be reached alike is divided by and should make it rise, but goes with it the other way: that is asked.
     */
    @Test
    void anAuditAsksOnlyAboutWhatGoesAgainstItsIntendedSign() {
        StatisticalAudit audit = StatisticalAudit.of(GII_2021.scores());
        double asItIs = audit.correlation("apart", "gii").value().orElseThrow();
        assertThat(asItIs).isLessThan(-0.9);
        assertThat(audit.node("apart").withPillar().value()).hasValue(-asItIs);
        assertThat(audit.warnings(AuditWarning.Kind.AGAINST_ITS_PILLAR))
                .extracting(AuditWarning::nodes)
                .containsExactly(ImmutableList.of("alike", "gii"));
        assertThat(audit.warnings(AuditWarning.Kind.REDUNDANT)).isEmpty();
    }
}
