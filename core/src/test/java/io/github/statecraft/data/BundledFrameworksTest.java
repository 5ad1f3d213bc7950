package io.github.statecraft.data;

import static io.github.statecraft.data.Fixtures.REF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.compare.RankShifts;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.model.Part;
import io.github.statecraft.score.IndexNode;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.Ranking;
import io.github.statecraft.score.ScaleBasis;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundled frameworks are what their own rationales say. */
class BundledFrameworksTest {
    /** Whatever says how far the state pays, plans, rules or is bound; the list that the rationale of balanced gives. */
    private static final List<String> IN_DISPUTE = List.of(
            "gerd_gov_share_pct",
            "gerd_business_share_pct",
            "data_governance_score",
            "data_regulation_score",
            "data_international_score",
            "vdem_liberal",
            "vdem_polyarchy",
            "efw_regulation",
            "efw_size_of_gov",
            "first_ai_strategy_year",
            "oecd_ai_initiatives");

    static Stream<ScoringFramework> frameworks() {
        return REF.frameworks().stream();
    }

    @Test
    void thereAreFourWithAnIdOfTheirOwnFile() {
        assertThat(REF.frameworks())
                .extracting(ScoringFramework::id)
                .containsExactly(
                        "deployment-at-scale.total", "deployment-at-scale.intensity", "frontier-race", "balanced");
    }

    /** The rule that the rationale states, applied to the admissible columns. */
    @Test
    void balancedHoldsWhatItsRuleGives() {
        ScoringFramework balanced = REF.framework("balanced");
        assertThat(balanced.rationale()).contains(IN_DISPUTE);
        Map<String, List<String>> expected = new TreeMap<>();
        for (Attribute attribute : Attribute.all()) {
            if (attribute.part() != Part.CONTEXT && isEligible(attribute) && isFirstOfItsKind(attribute)) {
                expected.computeIfAbsent(attribute.part().name(), part -> new ArrayList<>())
                        .add(attribute.id());
            }
        }
        Map<String, List<String>> found = new TreeMap<>();
        for (IndexNode pillar : balanced.index().children()) {
            found.put(
                    pillar.id().toUpperCase(Locale.ROOT),
                    ((Pillar) pillar).children().stream().map(IndexNode::id).toList());
        }
        assertThat(found).hasSize(6).isEqualTo(expected);
    }

    private static boolean isEligible(Attribute attribute) {
        return AdmissionRuleTest.Candidate.of(attribute).reasons().isEmpty()
                && !IN_DISPUTE.contains(attribute.id())
                // the difference of two waves of another column
                && !attribute.id().equals("genai_user_growth_pp");
    }

    /** Of columns that say the same: known for the most, then a share of a whole, then listed first. */
    private static boolean isFirstOfItsKind(Attribute attribute) {
        return AdmissionRuleTest.SAME.stream()
                .filter(same -> same.contains(attribute.id()))
                .findFirst()
                .flatMap(same -> same.stream()
                        .map(Attribute::of)
                        .filter(BundledFrameworksTest::isEligible)
                        .min(Comparator.<Attribute>comparingInt(
                                        a -> -AdmissionRuleTest.Candidate.of(a).jurisdictions())
                                .thenComparing(a -> !a.unitLabel().text().startsWith("%"))
                                .thenComparing(Comparator.naturalOrder())))
                .map(attribute::equals)
                .orElse(true);
    }

    /** What is counted, column by column: read off the definitions in attributes.csv. */
    @ParameterizedTest
    @CsvSource({"totals, 1/3", "shares, 1/2", "neither, 1/6"})
    void balancedMixesBasesAtTheRatioItStates(String basis, String fraction) {
        Map<String, List<String>> columns = Map.of(
                "totals",
                        List.of(
                                "notable_models_count",
                                "large_scale_models_cum",
                                "ai_supercomputer_share_pct",
                                "top500_rmax_share_pct",
                                "fab_lt10nm_share_pct"),
                "shares",
                        List.of(
                                "gerd_pct_gdp",
                                "internet_users_pct",
                                "fixed_broadband_per100",
                                "genai_user_share_pct",
                                "online_purchase_pct",
                                "account_ownership_pct"),
                "neither", List.of("wgi_gov_effectiveness"));
        ScoringFramework balanced = REF.framework("balanced");
        assertThat(columns.values().stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(balanced.columns());
        double weight = columns.get(basis).stream()
                .mapToDouble(id -> effectiveWeight(balanced.index(), id).orElseThrow())
                .sum();
        double stated = 1.0 / Integer.parseInt(fraction.substring(2));
        assertThat(weight).isCloseTo(stated, within(1e-12));
        assertThat(balanced.rationale()).contains(fraction + " ");
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void onlyAMixedBasisStatesARatio(ScoringFramework framework) {
        assertThat(framework.scaleBasis() == ScaleBasis.MIXED)
                .isEqualTo(framework.id().equals("balanced"));
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void theRationaleSaysWhatIsLeftUnderOpenLicences(ScoringFramework framework) {
        ReferenceData open = REF.openLicensedOnly();
        List<String> all =
                framework.indicators().stream().map(Indicator::indicator).toList();
        List<String> gone = all.stream()
                .filter(id -> !open.dossier().attributes().contains(Attribute.of(id)))
                .toList();
        Ranking before = framework.scoreAll(REF.strategies()).ranking();
        Ranking after = framework.scoreAll(open.strategies()).ranking();
        RankShifts shifts = RankShifts.between(before, after);
        assertThat(framework.rationale())
                .contains(String.format(
                        Locale.ROOT,
                        "Under openLicensedOnly() %d of %d indicators remain%s, %d of %d countries keep a score and"
                                + " %d of their ranks move",
                        all.size() - gone.size(),
                        all.size(),
                        gone.isEmpty() ? "" : " (" + String.join(", ", gone) + " goes)",
                        shifts.shifts().size(),
                        before.size(),
                        shifts.moved()));
        assertThat(shifts.gained()).isEmpty();
    }

    @Test
    void withoutTheTop500WholePillarsFallAway() {
        List<NationalAiStrategy> open = REF.openLicensedOnly().strategies();
        ScoreTable race = REF.framework("frontier-race").scoreAll(open);
        assertThat(race.units()).isNotEmpty().allMatch(unit -> race.score(unit, "machines")
                .isEmpty());
        ScoreTable balanced = REF.framework("balanced").scoreAll(open);
        long known = balanced.units().stream()
                .filter(unit -> balanced.score(unit, "hardware").isPresent())
                .count();
        assertThat(REF.framework("balanced").rationale())
                .contains("hardware is then known for " + known + " countries, and for the other "
                        + (balanced.units().size() - known) + " it is re-weighted away");
    }

    private static Optional<Double> effectiveWeight(IndexNode node, String id) {
        if (node.id().equals(id)) {
            return Optional.of(1.0);
        }
        if (!(node instanceof Pillar pillar)) {
            return Optional.empty();
        }
        double sum = pillar.children().stream().mapToDouble(IndexNode::weight).sum();
        return pillar.children().stream()
                .flatMap(child -> effectiveWeight(child, id).map(weight -> child.weight() / sum * weight).stream())
                .findFirst();
    }

    /**
     * Goalposts that cap stand at the largest reading of the bundled data of any year, rounded up to 1, 2, 2.5 or 5 times a
     * power of ten. The readings are those of the published tables, before any unit is converted.
     */
    @ParameterizedTest
    @CsvSource({
        // indicator, largest figure of observations.csv, factor to the unit of the attribute
        "notable_models_count, 81, 1",
        "large_scale_models_cum, 214, 1",
        "gerd_ppp_usd_bn, 806, 1000000000",
        "gerd_pct_gdp, 6.01924, 1",
        "fixed_broadband_per100, 47.9433, 1",
        "wgi_gov_effectiveness, 2.248038, 1",
    })
    void goalpostsThatCapAreTheLargestReadingRoundedUp(String id, BigDecimal largest, BigDecimal factor) {
        assertThat(largestFigure(id)).isEqualByComparingTo(largest);
        List<Normalisation.Goalposts> goalposts = Stream.of("frontier-race", "balanced")
                .flatMap(name -> REF.framework(name).indicators().stream())
                .filter(i -> i.indicator().equals(id))
                .map(Indicator::normalisation)
                .map(Normalisation.Goalposts.class::cast)
                .toList();
        assertThat(goalposts).isNotEmpty().allSatisfy(g -> {
            assertThat(g.outOfRange()).isEqualTo(OutOfRange.CAP);
            assertThat(BigDecimal.valueOf(g.high()))
                    .isEqualByComparingTo(roundedUp(largest).multiply(factor));
            assertThat(g.low()).isEqualTo(id.startsWith("wgi_") ? -g.high() : 0);
        });
    }

    private static BigDecimal largestFigure(String id) {
        return Stream.of("reference", "series")
                .flatMap(folder -> Stream.of("observations", "supplement").map(name -> folder + "/" + name + ".csv"))
                .flatMap(table -> Fixtures.rows(table).stream())
                .filter(row -> row.get("indicator_id").equals(id))
                .filter(row -> row.get("partial").isEmpty())
                .map(row -> new BigDecimal(row.get("value")))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static BigDecimal roundedUp(BigDecimal value) {
        BigDecimal power = BigDecimal.ONE.movePointRight(value.precision() - value.scale() - 1);
        return Stream.of("1", "2", "2.5", "5", "10")
                .map(step -> new BigDecimal(step).multiply(power))
                .filter(step -> step.compareTo(value) >= 0)
                .findFirst()
                .orElseThrow();
    }
}
