package io.github.statecraft.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.data.DossierFiles;
import io.github.statecraft.data.FrameworkFiles;
import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.data.TextFormat;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The framework of self-reliance, read from YAML and scored with the data for non-commercial use. */
class SelfRelianceTest {
    private static final ScoringFramework FRAMEWORK = FrameworkFiles.read(ExampleFiles.SELF_RELIANCE);
    private static final ReferenceData BUNDLED = ReferenceData.load();
    private static final ReferenceData REF = BUNDLED.plus(DossierFiles.read(ExampleFiles.NONCOMMERCIAL));
    private static final String FABRICATION = "fab_lt10nm_share_pct";
    private static final List<List<String>> STAGES = List.of(
            List.of("eda_share_pct", "core_ip_share_pct"),
            List.of(
                    "litho_tool_share_pct",
                    "deposition_tool_share_pct",
                    "etch_tool_share_pct",
                    "process_control_share_pct"),
            List.of("wafer_share_pct"),
            List.of(FABRICATION));

    private static List<NationalAiStrategy> strategies(ReferenceData data, int asOf) {
        return data.strategies().stream().map(s -> s.withAsOf(Year.of(asOf))).toList();
    }

    private static List<String> indicators() {
        return FRAMEWORK.indicators().stream().map(Indicator::indicator).toList();
    }

    /** A row of observations.csv, by its line in the file. */
    @ParameterizedTest
    @CsvSource({
        "507, GBR, core_ip_share_pct, 2019, 43",
        "557, KOR, deposition_tool_share_pct, 2025, 3.3",
        "584, CHN, eda_share_pct, 2019, 1",
        "616, USA, eda_share_pct, 2019, 96",
        "751, CHN, etch_tool_share_pct, 2025, 10.1",
        "889, NLD, litho_tool_share_pct, 2025, 81.5",
        "951, USA, process_control_share_pct, 2025, 71.7",
        "977, JPN, wafer_share_pct, 2019, 56",
        "994, USA, wafer_share_pct, 2019, 0",
    })
    void readsWhatTheTableSays(int line, String country, String indicator, int year, String value) throws IOException {
        List<String> lines = Files.readAllLines(ExampleFiles.NONCOMMERCIAL.resolve("observations.csv"));
        assertThat(lines.get(line - 1))
                .startsWith(String.join(",", country, indicator, Integer.toString(year), value) + ",");
        assertThat(REF.strategy(country)
                        .withAsOf(OpenLicensed.CHIP_CHAIN)
                        .quantity(indicator)
                        .reading())
                .hasValueSatisfying(reading -> {
                    assertThat(reading.year()).isEqualTo(Year.of(year));
                    assertThat(reading.estimate().value()).isEqualTo(Double.parseDouble(value));
                });
    }

    @Test
    void itsStagesAreThoseOfTheTest() {
        assertThat(indicators())
                .containsExactlyElementsOf(STAGES.stream().flatMap(List::stream).toList());
        assertThat(FRAMEWORK.index().children())
                .extracting(IndexNode::id)
                .containsExactly("design", "equipment", "materials", "fabrication");
        assertThat(FRAMEWORK.question()).endsWith("?");
    }

    /** Every score again, in exact decimal arithmetic from the cells of the two tables. */
    @Test
    void itsScoresAreThoseOfPlainArithmetic() throws IOException {
        Map<String, BigDecimal> cells = new TreeMap<>();
        cells.putAll(cells(Files.readString(ExampleFiles.NONCOMMERCIAL.resolve("observations.csv"))));
        try (InputStream table = ReferenceData.class.getResourceAsStream("reference/observations.csv")) {
            assertThat(table).isNotNull();
            cells.putAll(cells(new String(table.readAllBytes(), StandardCharsets.UTF_8)));
        }
        ScoreTable scores = FRAMEWORK.scoreAll(strategies(REF, 2025));
        assertThat(scores.ranking().size()).isEqualTo(42);
        assertThat(scores.units()).hasSize(42).allSatisfy(unit -> assertThat(
                        scores.score(unit).orElseThrow())
                .as(unit)
                .isCloseTo(mean(stages(cells, unit)).doubleValue(), within(1e-12)));
        // by hand: (96 + 52) / 2 = 74, (0.6 + 60.3 + 52.6 + 71.7) / 4 = 46.3, 0, 0: 120.3 / 4
        assertThat(scores.score("USA").orElseThrow()).isCloseTo(30.075, within(1e-12));
        // (1 + 2) / 2 = 1.5, (0.2 + 9.8 + 10.1 + 0.7) / 4 = 5.2, 4, 0: 10.7 / 4
        assertThat(scores.score("CHN").orElseThrow()).isCloseTo(2.675, within(1e-12));
        assertThat(FRAMEWORK.rationale()).contains("41 of 42 countries would score 0");
        assertThat(scores.units())
                .filteredOn(unit -> stages(cells, unit).stream().allMatch(stage -> stage.signum() > 0))
                .hasSize(1);
    }

    /** The first four cells of a row are never quoted; of two years the later stands further down. */
    private static Map<String, BigDecimal> cells(String table) {
        Map<String, BigDecimal> cells = new TreeMap<>();
        table.lines().skip(1).map(line -> line.split(",", 5)).forEach(row -> {
            if (indicators().contains(row[1])) {
                cells.put(row[0] + " " + row[1], new BigDecimal(row[3]));
            }
        });
        return cells;
    }

    private static List<BigDecimal> stages(Map<String, BigDecimal> cells, String unit) {
        return STAGES.stream()
                .map(stage -> mean(
                        stage.stream().map(id -> cells.get(unit + " " + id)).toList()))
                .toList();
    }

    /** The mean of one, two or four shares is a finite decimal. */
    private static BigDecimal mean(List<BigDecimal> shares) {
        return shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(shares.size()));
    }

    @Test
    void asOf2026NobodyHasAScore() {
        assertThat(FRAMEWORK.scoreAll(REF.strategies()).units()).isEmpty();
        assertThat(FRAMEWORK.rationale()).contains("two of four stages are left, and nobody has a score");
    }

    @ParameterizedTest
    @EnumSource(TextFormat.class)
    void isReadBackEqual(TextFormat format, @TempDir Path directory) {
        ScoringFramework copy = FrameworkFiles.parse(FrameworkFiles.format(FRAMEWORK, format), format);
        assertThat(copy).isEqualTo(FRAMEWORK);
        assertThat(copy.fingerprint()).isEqualTo(FRAMEWORK.fingerprint());
        Path file = directory.resolve("copy.yaml");
        FrameworkFiles.write(FRAMEWORK, file);
        assertThat(FrameworkFiles.read(file)).isEqualTo(FRAMEWORK);
    }

    @Test
    void noneOfItsNoncommercialColumnsIsBundled() {
        assertThat(indicators().stream()
                        .filter(id -> BUNDLED.dossier().attributes().contains(Attribute.of(id))))
                .containsExactly(FABRICATION);
    }

    @Test
    void itsRuleForColumnsHolds() {
        assertThat(indicators()).allSatisfy(id -> assertThat(known(id)).isGreaterThanOrEqualTo(30));
        List<String> few =
                List.of("chip_design_share_pct", "logic_design_share_pct", "fab_capacity_share_pct", "atp_share_pct");
        assertThat(FRAMEWORK.rationale()).contains("only six jurisdictions").contains(few);
        assertThat(few).allSatisfy(id -> assertThat(known(id)).isEqualTo(6));
    }

    private static long known(String id) {
        return Stream.concat(REF.strategies().stream(), REF.blocs().stream())
                .filter(s -> !s.quantity(id).observations().isEmpty())
                .count();
    }

    @Test
    void itsRationaleSaysWhatIsLeftUnderOpenLicences() {
        ReferenceData open = REF.openLicensedOnly();
        List<String> left = indicators().stream()
                .filter(id -> open.dossier().attributes().contains(Attribute.of(id)))
                .toList();
        assertThat(left).containsExactly(FABRICATION);
        assertThat(FRAMEWORK.rationale())
                .contains("Under openLicensedOnly() " + left.size() + " of "
                        + indicators().size() + " indicators remains (" + left.get(0) + "), and "
                        + FRAMEWORK.scoreAll(strategies(open, 2025)).units().size() + " of "
                        + FRAMEWORK.scoreAll(strategies(REF, 2025)).units().size() + " countries keep a score");
    }
}
