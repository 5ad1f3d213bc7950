package io.github.statecraft.data;

import static io.github.statecraft.data.Fixtures.REF;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.internal.text.TextTable;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.DerivedReading;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Normalisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What may enter a bundled framework: at least 30 jurisdictions including China and the United States have it in the jar,
 * the newest value is at most 6 years old, it is no rule that has expired, and of columns that say the same at most one.
 */
class AdmissionRuleTest {
    private static final int JURISDICTIONS = 30;
    private static final int YEARS = 6;
    private static final int AS_OF = 2026;
    private static final LocalDate TODAY = LocalDate.of(AS_OF, 11, 23);

    /**
     * Columns that say the same: three of WGI, three of TOP500, two of supercomputers, two of V-Dem, two of spending, two of
     * internet users, and generative-AI use with its own growth.
     */
    static final List<List<String>> SAME = List.of(
            List.of("wgi_gov_effectiveness", "wgi_regulatory_quality", "wgi_rule_of_law"),
            List.of("top500_count", "top500_rmax_pflops", "top500_rmax_share_pct"),
            List.of("ai_supercomputer_h100e", "ai_supercomputer_share_pct"),
            List.of("vdem_liberal", "vdem_polyarchy"),
            List.of("gerd_pct_gdp", "gerd_ppp_usd_bn"),
            List.of("internet_users_mn", "internet_users_pct"),
            List.of("genai_user_share_pct", "genai_user_growth_pp"));

    /** A column that may be asked for. */
    record Candidate(Attribute attribute, int jurisdictions, int newest, List<String> reasons) {
        static Candidate of(Attribute attribute) {
            Map<String, Reading> readings = new TreeMap<>();
            for (NationalAiStrategy s : everybody()) {
                s.quantity(attribute)
                        .reading()
                        .ifPresent(r -> readings.put(s.jurisdiction().code(), r));
            }
            int newest = readings.values().stream()
                    .mapToInt(r -> r.year().getValue())
                    .max()
                    .orElse(0);
            List<String> reasons = new ArrayList<>();
            if (readings.size() < JURISDICTIONS) {
                reasons.add("too few");
            }
            if (!readings.containsKey("CHN") || !readings.containsKey("USA")) {
                reasons.add("not both of CHN and USA");
            }
            if (!readings.isEmpty() && AS_OF - newest > YEARS) {
                reasons.add("too old");
            }
            List<Observation> observations = everybody().stream()
                    .flatMap(s -> s.quantity(attribute).observations().stream())
                    .toList();
            if (!observations.isEmpty() && observations.stream().allMatch(Candidate::isExpired)) {
                reasons.add("an expired rule");
            }
            return new Candidate(attribute, readings.size(), newest, reasons);
        }

        private static boolean isExpired(Observation o) {
            return o.inForce().isPresent()
                    && o.inForce().get().hasUpperBound()
                    && !o.inForce().get().upperEndpoint().isAfter(TODAY);
        }
    }

    /** The jurisdictions: 42 countries and the European Union. */
    private static List<NationalAiStrategy> everybody() {
        return Stream.concat(REF.strategies().stream(), REF.blocs().stream()).toList();
    }

    static Stream<ScoringFramework> frameworks() {
        return REF.frameworks().stream();
    }

    /**
     * What is admissible, and for how many jurisdictions: counted apart from this library, by a few lines of Python 3.11 over
     * the published tables (figures of 2020 to 2026 and legal texts of any year, neither partial nor withdrawn, no targets and forecasts, without the
     * expired export tiers; at least 30 jurisdictions, China and the United States among them).
     */
    private static final String COUNTED_APART = """
            account_ownership_pct 41, ai_supercomputer_h100e 30, ai_supercomputer_share_pct 30, data_governance_score 36, \
            data_international_score 36, data_regulation_score 36, efw_regulation 42, efw_size_of_gov 42, \
            fab_lt10nm_share_pct 43, first_ai_strategy_year 38, fixed_broadband_per100 41, gdp_usd 43, genai_user_growth_pp 41, genai_user_share_pct 41, \
            gerd_business_share_pct 32, gerd_gov_share_pct 32, gerd_pct_gdp 43, gerd_ppp_usd_bn 32, internet_users_mn 42, \
            internet_users_pct 42, large_scale_models_cum 43, notable_models_count 43, oecd_ai_initiatives 40, \
            online_purchase_pct 41, population 43, top500_count 43, top500_rmax_pflops 43, top500_rmax_share_pct 43, \
            vdem_liberal 43, vdem_polyarchy 42, wgi_gov_effectiveness 43, wgi_regulatory_quality 43, wgi_rule_of_law 43""";

    /** Prints the admissible list. */
    @Test
    void listsWhatIsAdmissible() {
        TextTable.Builder table = TextTable.builder()
                .left("attribute")
                .right("jurisdictions")
                .right("newest")
                .left("admissible, or why not");
        List<String> admissible = new ArrayList<>();
        for (Attribute attribute : Attribute.all()) {
            Candidate c = Candidate.of(attribute);
            table.row(
                    attribute.id(),
                    Integer.toString(c.jurisdictions()),
                    c.newest() == 0 ? "-" : Integer.toString(c.newest()),
                    c.reasons().isEmpty() ? "yes" : String.join(", ", c.reasons()));
            if (c.reasons().isEmpty()) {
                admissible.add(attribute.id() + " " + c.jurisdictions());
            }
        }
        System.out.println(table.build());
        assertThat(admissible.stream().sorted().collect(Collectors.joining(", ")))
                .isEqualTo(COUNTED_APART);
    }

    @Test
    void aColumnThatIsNotAdmissibleIsNoticed() {
        assertThat(Candidate.of(Attribute.of("us_export_tier")).reasons()).contains("an expired rule");
        // firm adoption: seven jurisdictions, neither China nor the USA
        assertThat(Candidate.of(Attribute.of("firm_ai_use_pct")).reasons())
                .contains("too few", "not both of CHN and USA");
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void everyIndicatorAndDenominatorOfABundledFrameworkIsAdmissible(ScoringFramework framework) {
        assertThat(framework.columns()).isNotEmpty().allSatisfy(id -> assertThat(
                        Candidate.of(Attribute.of(id)).reasons())
                .as(id)
                .isEmpty());
        for (List<String> same : SAME) {
            assertThat(framework.columns().stream().filter(same::contains))
                    .as("one at most of %s", same)
                    .hasSizeLessThan(2);
        }
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void everyPartOfABundledFrameworkHasAReason(ScoringFramework framework) {
        assertThat(framework.index().children()).hasSizeBetween(3, 7).allMatch(Pillar.class::isInstance);
        assertThat(framework.question()).endsWith("?");
        assertThat(framework.rationale()).hasSizeGreaterThan(40);
        assertHasReasons(framework.index());
    }

    private static void assertHasReasons(IndexNode node) {
        if (node instanceof Pillar pillar) {
            assertThat(pillar.reason()).as(pillar.id()).isPresent();
            pillar.children().forEach(AdmissionRuleTest::assertHasReasons);
        } else {
            Indicator indicator = (Indicator) node;
            assertThat(indicator.reason()).as(indicator.id()).isPresent();
            assertThat(indicator.normalisation())
                    .as(indicator.id())
                    .isInstanceOfSatisfying(Normalisation.Goalposts.class, g -> assertThat(g.reason())
                            .isNotBlank());
        }
    }

    @Test
    void bothBasesOfDeploymentAtScaleHaveTheSamePillars() {
        assertThat(pillars("deployment-at-scale.total"))
                .isNotEmpty()
                .isEqualTo(pillars("deployment-at-scale.intensity"));
    }

    private static List<String> pillars(String framework) {
        return REF.framework(framework).index().children().stream()
                .map(IndexNode::id)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"archetype", "stance", "weakest link"})
    void derivedReadingsUseOnlyAttributesKnownForEnough(String name) {
        List<Attribute> used = new ArrayList<>();
        for (NationalAiStrategy s : REF.strategies()) {
            DerivedReading<?> reading =
                    switch (name) {
                        case "archetype" -> s.archetype();
                        case "stance" -> s.stance();
                        default -> s.weakestLink();
                    };
            reading.used().forEach(u -> used.add(u.attribute()));
        }
        assertThat(used).isNotEmpty();
        assertThat(used.stream().distinct()).allSatisfy(a -> assertThat(REF.strategies().stream()
                        .filter(s -> s.quantity(a).reading().isPresent()))
                .as(a.id())
                .hasSizeGreaterThanOrEqualTo(15));
    }
}
