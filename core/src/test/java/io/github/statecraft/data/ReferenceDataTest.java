package io.github.statecraft.data;

import static io.github.statecraft.data.Fixtures.REF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.estimate.LicenceClass;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Source;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.Dossier;
import io.github.statecraft.model.Jurisdiction;
import io.github.statecraft.model.PolicyEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bundled data against the counts and figures that the compilers of the data published with it; tables are read a second
 * time by a reader of the test's own.
 */
class ReferenceDataTest {
    private static final List<String> OBSERVATIONS = List.of(
            "reference/observations.csv",
            "reference/rules.csv",
            "reference/supplement.csv",
            "series/observations.csv",
            "series/supplement.csv");

    private static Stream<Observation> observations(Dossier dossier) {
        return dossier.jurisdictions().stream()
                .flatMap(j -> dossier.attributes().stream().flatMap(a -> dossier.observations(j, a).stream()));
    }

    @Test
    void holdsWhatIsPublishedOfIt() {
        assertThat(REF.strategies()).hasSize(42);
        assertThat(REF.blocs()).extracting(s -> s.jurisdiction().code()).containsExactly("EUU");
        assertThat(Attribute.all()).hasSize(80);
        assertThat(REF.dossier().attributes()).hasSize(58);
        assertThat(REF.dossier().size()).isEqualTo(2_127);
        assertThat(observations(REF.dossier()).filter(Observation::isSupplementary))
                .hasSize(28);
        assertThat(REF.dossier().events()).hasSize(67);
        assertThat(Fixtures.rows("reference/sources.csv")).hasSize(92);
        assertThat(REF.toString())
                .contains(
                        "42 countries",
                        "1 bloc",
                        "2,127 observations",
                        "58 attributes",
                        "67 events",
                        "43 jurisdictions");
    }

    @Test
    void licenceClassesAreThosePublished() {
        Map<LicenceClass, Integer> counts = new TreeMap<>();
        observations(REF.dossier())
                .forEach(o -> counts.merge(o.evidence().source().licenceClass(), 1, Integer::sum));
        assertThat(counts)
                .isEqualTo(Map.of(LicenceClass.OPEN, 1_167, LicenceClass.FACTS, 233, LicenceClass.SERIES, 727));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reference/observations.csv",
                "reference/rules.csv",
                "reference/supplement.csv",
                "reference/events.csv",
                "series/observations.csv",
                "series/supplement.csv",
                "series/events.csv"
            })
    void tablesKeepColumnsWhoseTermsWereNotSeenApart(String table) {
        Map<String, String> classes = new TreeMap<>();
        Fixtures.rows("reference/sources.csv")
                .forEach(row -> classes.put(row.get("source_id"), row.get("licence_class")));
        List<Map<String, String>> rows = Fixtures.rows(table);
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(
                        classes.get(row.get("source_id")).equals("series"))
                .isEqualTo(table.startsWith("series/")));
    }

    @Test
    void openLicensedOnlyHasNothingOfClassSeries() {
        ReferenceData open = REF.openLicensedOnly();
        assertThat(open.dossier().size()).isEqualTo(2_127 - 727);
        assertThat(observations(open.dossier()))
                .noneMatch(o -> o.evidence().source().licenceClass() == LicenceClass.SERIES);
        // 13 of the 67 events cite the series of OECD.AI
        assertThat(open.dossier().events())
                .hasSize(54)
                .noneMatch(e -> e.evidence().source().licenceClass() == LicenceClass.SERIES);
        assertThat(open.strategies()).hasSize(42);
        assertThat(open.blocs()).hasSize(1);
        assertThat(open.strategies()).allSatisfy(s -> {
            assertThat(s.parts().stream()
                            .flatMap(part -> part.quantities().stream())
                            .flatMap(q -> q.observations().stream()))
                    .noneMatch(o -> o.evidence().source().licenceClass() == LicenceClass.SERIES);
            assertThat(s.events()).noneMatch(e -> e.evidence().source().licenceClass() == LicenceClass.SERIES);
        });
    }

    // Cells of the published tables observations.csv and supplement.csv, in the unit of the attribute: source id,
    // figure.
    @ParameterizedTest
    @CsvSource({
        "CHN, gdp_usd, 2023, 17794781986104.46, WB-GDP",
        "USA, gdp_usd, 2023, 27360935000000, WB-GDP",
        "CHN, population, 2024, 1408975000, WB-POP",
        "CHN, gerd_gov_share_pct, 2021, 19, NCSES-SRD2",
        "USA, gerd_gov_share_pct, 2021, 19.9, NCSES-SRD2",
        "CHN, gerd_ppp_usd_bn, 2021, 667600000000, NCSES-SRD2",
        "CHN, genai_user_share_pct, 2026, 16.4, MSFT-DIFF",
        "ARE, genai_user_share_pct, 2026, 70.1, MSFT-DIFF",
        "CHN, ai_supercomputer_share_pct, 2025, 8.7343, EPOCH-GPU",
        "CHN, ai_supercomputer_share_pct, 2025, 15, SUP-EPOCH-CLUSTER",
        "USA, ai_supercomputer_share_pct, 2025, 75.2725, EPOCH-GPU",
        "CHN, internet_users_mn, 2021, 1031774176, QOG25-WDI-NET",
        "CHN, online_purchase_pct, 2024, 74.416023, WB-FINDEX25",
        "DEU, online_purchase_pct, 2021, 59.639469, WB-FINDEX25",
        "CHN, robot_density, 2023, 142, IFR-REV-CHN",
        "CHN, robot_density, 2023, 470, IFR-WR24",
        "EUU, firm_ai_use_pct, 2025, 19.95, ESTAT-FIRM-SE",
        "IND, us_export_tier, 2025, 2, BIS-TIER-BBC",
        "BRA, wgi_gov_effectiveness, 2021, -0.49299, QOG25-WGI",
        "CHN, guidance_fund_realisation_pct, 2021, 26, SUP-GUIDANCE",
    })
    void holdsCell(String code, String attribute, int year, double value, String source) {
        assertThat(REF.strategy(code).quantity(attribute).observations())
                .filteredOn(o -> o.year().getValue() == year)
                .filteredOn(o -> o.evidence().source().key().equals(source))
                .singleElement()
                .satisfies(o -> assertThat(o.estimate().value()).isEqualTo(value));
    }

    @Test
    void everyRowOfTheTablesIsInTheDossierOnce() {
        List<String> expected = new ArrayList<>();
        for (String table : OBSERVATIONS) {
            Fixtures.rows(table)
                    .forEach(row -> expected.add(String.join(
                            " ",
                            row.get("country_iso3"),
                            row.get("indicator_id"),
                            row.get("year"),
                            row.get("source_id"))));
        }
        List<String> found = new ArrayList<>();
        for (Jurisdiction j : REF.dossier().jurisdictions()) {
            for (Attribute a : REF.dossier().attributes()) {
                REF.dossier()
                        .observations(j, a)
                        .forEach(o -> found.add(j + " " + a + " " + o.year() + " "
                                + o.evidence().source().key()));
            }
        }
        assertThat(found).hasSize(2_127).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aBandOfTheSourceIsKept() {
        // wgi_gov_effectiveness of Brazil in 2021: -0.49299 (-0.873485 to -0.112496), interval90
        Observation brazil = REF.strategy("BRA")
                .quantity("wgi_gov_effectiveness")
                .observations()
                .get(0);
        assertThat(brazil.estimate().low().orElseThrow()).isCloseTo(-0.873485, within(0.0));
        assertThat(brazil.estimate().high().orElseThrow()).isCloseTo(-0.112496, within(0.0));
    }

    @Test
    void rulesThatCameAndWentAreDated() {
        // the tiers of January 2025 were reversed on 2025-05-13
        Observation tier =
                REF.strategy("CHN").quantity("us_export_tier").observations().get(0);
        assertThat(tier.isInForceOn(java.time.LocalDate.of(2025, 5, 12))).isTrue();
        assertThat(tier.isInForceOn(java.time.LocalDate.of(2025, 5, 13))).isFalse();
    }

    @Test
    void noticeNamesEverySourceUnderItsClass() {
        String notice = Fixtures.text("/META-INF/NOTICE");
        int open = notice.indexOf("\nOpen licences\n");
        int series = notice.indexOf("\nWhole columns, terms not seen\n");
        int facts = notice.indexOf("\nCited facts\n");
        assertThat(open).isPositive().isLessThan(series);
        assertThat(series).isLessThan(facts);
        Map<String, String> sections = Map.of(
                "open", notice.substring(open, series),
                "series", notice.substring(series, facts),
                "facts", notice.substring(facts));
        assertThat(Fixtures.rows("reference/sources.csv"))
                .allSatisfy(row -> assertThat(sections.get(row.get("licence_class")))
                        .containsPattern("(?m)^" + java.util.regex.Pattern.quote(row.get("source_id")) + ": "));
    }

    // The distinct texts of the column "unit" in the reference tables and in those that are not for commercial use.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "% age 15+",
                "% of GDP",
                "% of GERD",
                "% of co-funded firms",
                "% of consumption",
                "% of enterprises (10+ employees)",
                "% of funds",
                "% of individuals",
                "% of large enterprises (250+ employees)",
                "% of list total",
                "% of population",
                "% of population 15-64",
                "% of set total",
                "% of users or terminals",
                "% of world",
                "% of world market",
                "0-1",
                "0-10",
                "0-100",
                "H100 equivalents",
                "PFlop/s",
                "USD (constant 2021)",
                "USD (current)",
                "USD billion (PPP)",
                "USD billion (current)",
                "USD million (current)",
                "count",
                "million persons",
                "months",
                "ordinal 0-1",
                "per 100 people",
                "percentage points",
                "persons",
                "ratio",
                "robots per 10k employees",
                "standard normal units",
                "tier 0-3",
                "units",
                "vehicles",
                "year",
                "years"
            })
    void everyUnitOfTheDataHasALabel(String text) {
        assertThat(Unit.label(text).text()).isEqualTo(text);
    }

    @Test
    void everyUnitOfTheBundledTablesAndOfTheAttributesHasALabel() {
        Set<String> texts = new LinkedHashSet<>();
        OBSERVATIONS.forEach(table -> Fixtures.rows(table).forEach(row -> texts.add(row.get("unit"))));
        Attribute.all().forEach(a -> texts.add(a.unitLabel().text()));
        assertThat(Unit.labels().keySet()).containsAll(texts);
        assertThat(texts).hasSizeGreaterThan(30);
    }

    @Test
    void strategiesAreInTheOrderOfTheirCodesAndFoundByThem() {
        assertThat(REF.strategies())
                .extracting(s -> s.jurisdiction().code())
                .isSorted()
                .contains("CHN", "USA", "BRA")
                .doesNotContain("EUU");
        assertThat(REF.strategy("EUU").jurisdiction().isBloc()).isTrue();
        assertThat(REF.strategies()).allSatisfy(s -> {
            assertThat(REF.strategy(s.jurisdiction().code())).isSameAs(s);
            assertThat(s.asOf().getValue()).isEqualTo(2026);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"CHM|nearest|CHN", "chn|'chn'|CHN", "usa|nearest|USA", "EU|'EU'|EUU"})
    void refusesAnUnknownJurisdictionWithTheNearest(String code, String fragment, String nearest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REF.strategy(code))
                .withMessageContainingAll("ReferenceData: no jurisdiction", fragment, nearest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "intensity|deployment-at-scale.intensity",
                "deployment-at-scale|deployment-at-scale.total",
                "frontier|frontier-race",
                "ballanced|balanced",
                "zzzzzz|there are deployment-at-scale.total, deployment-at-scale.intensity, frontier-race, balanced"
            })
    void refusesAnUnknownFrameworkWithTheNearest(String id, String nearest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REF.framework(id))
                .withMessageContainingAll("ReferenceData: no framework '" + id + "'", nearest);
    }

    /** More data of one's own: the second row disagrees with the bundled 6.01924 of Israel in 2022, and both are kept. */
    @Test
    void moreDataStandsBesideWhatIsThere() {
        Dossier more = DossierFiles.parse(
                DossierFiles.OBSERVATION_COLUMNS + "\n"
                        + "PER,population,2024,34000000,,,,persons,OWN,low,MEASURED,,\n"
                        + "ISR,gerd_pct_gdp,2023,6.3,,,,% of GDP,OWN,low,MEASURED,,\n",
                DossierFiles.SOURCE_COLUMNS + "\nOWN,Own figures,Us,2026,,,noncommercial,\n");
        ReferenceData both = REF.plus(more);
        assertThat(both.dossier().size()).isEqualTo(2_127 + 2);
        assertThat(both.dossier().events()).isEqualTo(REF.dossier().events());
        assertThat(both.strategies()).hasSize(43);
        assertThat(both.strategy("PER")
                        .context()
                        .population()
                        .estimate()
                        .orElseThrow()
                        .value())
                .isEqualTo(34_000_000);
        assertThat(both.strategy("ISR").quantity("gerd_pct_gdp").observations())
                .extracting(o -> o.estimate().value())
                .contains(6.01924, 6.3);
        assertThat(both.frameworks()).isEqualTo(REF.frameworks());
        assertThat(REF.plus(REF.dossier()).dossier()).isEqualTo(REF.dossier());
        assertThat(both.openLicensedOnly().dossier())
                .isEqualTo(REF.openLicensedOnly().dossier());
        assertThatNullPointerException().isThrownBy(() -> REF.plus(null)).withMessage("more");
    }

    @Test
    void whatUsersAddWithoutTermsCountsAsTheirOwn() {
        Dossier more = DossierFiles.parse(
                DossierFiles.OBSERVATION_COLUMNS + "\nPER,population,2024,34000000,,,,persons,OWN,low,MEASURED,,\n",
                DossierFiles.SOURCE_COLUMNS + "\nOWN,Own figures,Us,2026,,,,\n");
        assertThat(REF.plus(more)
                        .openLicensedOnly()
                        .strategy("PER")
                        .quantity("population")
                        .observations())
                .singleElement()
                .satisfies(o -> assertThat(o.evidence().source().licenceClass()).isEqualTo(LicenceClass.UNSTATED));
    }

    @Test
    void anotherDossierKeepsJurisdictionsAndFrameworks() {
        ReferenceData empty = REF.withDossier(Dossier.builder().build());
        assertThat(empty.strategies()).hasSize(42);
        assertThat(empty.dossier().size()).isZero();
        assertThat(empty.strategy("CHN").events()).isEmpty();
        assertThat(empty.frameworks()).isEqualTo(REF.frameworks());
    }

    @Test
    void eventsOfTheTablesAreThoseOfTheDossier() {
        List<String> ids = new ArrayList<>();
        for (String table : List.of("reference/events.csv", "series/events.csv")) {
            Fixtures.rows(table)
                    .forEach(row -> ids.add(row.get("event_id") + " " + row.get("date") + " " + row.get("type")));
        }
        assertThat(REF.dossier().events().stream()
                        .map(e -> e.id().orElseThrow() + " " + e.date() + " "
                                + e.type().id()))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(Arrays.stream(PolicyEvent.Type.values()).map(PolicyEvent.Type::id))
                .allMatch(id -> id.matches("[a-z_]+"));
    }

    @Test
    void sourcesKeepWhatTheirTableSays() {
        Map<String, Source> cited = new TreeMap<>();
        observations(REF.dossier())
                .forEach(
                        o -> cited.put(o.evidence().source().key(), o.evidence().source()));
        REF.dossier()
                .events()
                .forEach(
                        e -> cited.put(e.evidence().source().key(), e.evidence().source()));
        assertThat(cited.values()).allSatisfy(source -> assertThat(Fixtures.rows("reference/sources.csv"))
                .filteredOn(row -> row.get("source_id").equals(source.key()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(source.title()).isEqualTo(row.get("title"));
                    assertThat(source.publisher()).isEqualTo(row.get("publisher"));
                    assertThat(source.licence().orElse("")).isEqualTo(row.get("licence"));
                    assertThat(source.link().orElse("")).isEqualTo(row.get("url"));
                    assertThat(source.year().map(Object::toString).orElse("")).isEqualTo(row.get("year"));
                }));
    }
}
