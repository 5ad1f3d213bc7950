package io.github.statecraft.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.github.statecraft.data.ReferenceData;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Evidence;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Reconciliation;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.model.Attribute;
import io.github.statecraft.model.Dossier;
import io.github.statecraft.model.Jurisdiction;
import io.github.statecraft.model.NationalAiStrategy;
import io.github.statecraft.score.Contribution;
import io.github.statecraft.score.Indicator;
import io.github.statecraft.score.IndicatorTable;
import io.github.statecraft.score.Pillar;
import io.github.statecraft.score.ScaleBasis;
import io.github.statecraft.score.ScoreTable;
import io.github.statecraft.score.ScoringFramework;
import io.github.statecraft.score.method.Aggregation;
import io.github.statecraft.score.method.MissingDataPolicy;
import io.github.statecraft.score.method.Normalisation;
import io.github.statecraft.score.method.OutOfRange;
import java.time.Year;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Comparisons worked out by hand, and those of bundled strategies traced back to their observations. */
class ComparisonTest {
    private static final ReferenceData REF = ReferenceData.load();
    private static final ScoringFramework TOTAL = REF.framework("deployment-at-scale.total");
    private static final ScoringFramework INTENSITY = REF.framework("deployment-at-scale.intensity");

    private static ScoringFramework framework(Aggregation aggregation, String... indicators) {
        Pillar.Builder index = Pillar.builder().id("index").aggregation(aggregation);
        for (String indicator : indicators) {
            index.addChildren(Indicator.of(indicator, Normalisation.goalposts(0, 100)));
        }
        return ScoringFramework.builder()
                .id("by-hand")
                .version("1")
                .question("Who leads?")
                .rationale("To be tested.")
                .scaleBasis(ScaleBasis.TOTAL)
                .index(index.build())
                .missing(MissingDataPolicy.reweight(0.1, MissingDataPolicy.Scope.OVERALL))
                .build();
    }

    /** Units with their values, such as {@code A: x 80, y 50}. */
    private static IndicatorTable table(String... units) {
        IndicatorTable.Builder table = IndicatorTable.builder();
        for (String unit : units) {
            String id = unit.substring(0, unit.indexOf(':'));
            table.unit(id);
            for (String cell : unit.substring(unit.indexOf(':') + 1).split(",")) {
                String[] indicatorAndValue = cell.strip().split(" ");
                table.value(id, indicatorAndValue[0], Double.parseDouble(indicatorAndValue[1]));
            }
        }
        return table.build();
    }

    /** A has x 80, y 50, z 20; B has x 60, y 70. Equal weights. */
    private static ScoreTable scores(Aggregation aggregation) {
        return framework(aggregation, "x", "y", "z").scoreAll(table("A: x 80, y 50, z 20", "B: x 60, y 70"));
    }

    private static Comparison between(ScoreTable table, String first, String second) {
        return Comparison.between(table.scorecard(first), table.scorecard(second));
    }

    /**
     * A scores 50 on three, B 65 on two. On x and y alone A scores 65: x gives (80 - 60) / 2 = 10, y (50 - 70) / 2 = -10; having
     * z costs A 50 - 65 = -15.
     */
    @Test
    void splitsAGapIntoCommonIndicatorsAndCoverageEffects() {
        Comparison comparison = between(scores(Aggregation.arithmetic()), "A", "B");
        assertThat(comparison.gap()).isEqualTo(-15);
        assertThat(comparison.differences())
                .extracting(ContributionDifference::indicator, ContributionDifference::points)
                .containsExactly(tuple("x", 10.0), tuple("y", -10.0));
        assertThat(comparison.firstCoverageEffect()).isEqualTo(-15);
        assertThat(comparison.secondCoverageEffect()).isZero();
        assertThat(comparison.onlyFirst()).extracting(Contribution::id).containsExactly("z");
        assertThat(comparison.onlySecond()).isEmpty();
        assertThat(between(scores(Aggregation.arithmetic()), "B", "A").secondCoverageEffect())
                .isEqualTo(15);
    }

    /**
     * On x and y A scores sqrt(80 x 50), B sqrt(60 x 70). With the logarithmic mean L(a, b) = (a - b) / ln(a / b), x gives
     * L(A, B) ln(80 / 60) / 2 and y gives L(A, B) ln(50 / 70) / 2.
     */
    @Test
    void dividesTheGapOfGeometricMeansByLogarithmicMeans() {
        Comparison comparison = between(scores(Aggregation.geometric(1)), "A", "B");
        double a = Math.sqrt(80 * 50);
        double b = Math.sqrt(60 * 70);
        double mean = (a - b) / Math.log(a / b);
        assertThat(comparison.differences().get(0).indicator()).isEqualTo("y");
        assertThat(comparison.differences().get(0).points()).isCloseTo(mean * Math.log(50.0 / 70) / 2, within(1e-12));
        assertThat(comparison.differences().get(1).points()).isCloseTo(mean * Math.log(80.0 / 60) / 2, within(1e-12));
        assertThat(comparison.firstCoverageEffect()).isCloseTo(Math.cbrt(80 * 50 * 20) - a, within(1e-12));
    }

    @Test
    void printsValuesPointsAndWhatOnlyOneSideHas() {
        assertThat(between(scores(Aggregation.arithmetic()), "A", "B").toString())
                .startsWith("""
                        A against B: -15.00 points
                        under by-hand, version 1, TOTAL
                        """)
                .contains("x                   80   80.0  60   60.0  +10.00")
                .contains("z                   20   20.0   -      -")
                .contains("coverage effect, A ")
                .containsPattern("gap +50\\.00 +65\\.00 +-15\\.00");
    }

    @Test
    void refusesTwoMethodologies() {
        ScoreTable one = scores(Aggregation.arithmetic());
        ScoreTable other = scores(Aggregation.geometric(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.between(one.scorecard("A"), other.scorecard("B")))
                .withMessageStartingWith(
                        "Comparison must be of two scores of one methodology but was of by-hand (finger")
                .withMessageEndingWith("; score both sides under one framework, or put two score tables SideBySide");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.scorecard("A").pointsAgainst(other.scorecard("B"), List.of("x")))
                .withMessageContaining("score both under one framework");
    }

    @Test
    void refusesSidesWithNothingInCommon() {
        ScoreTable table = framework(Aggregation.arithmetic(), "x", "y").scoreAll(table("A: x 1", "B: y 1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> between(table, "A", "B"))
                .withMessage(
                        "Comparison of A and B under by-hand must have an indicator that counts on both sides with a "
                                + "weight but has none, so the gap cannot be split");
    }

    /** A's pillar is positive by y alone; on the common x it is 0, which no geometric mean takes. */
    @Test
    void refusesAGeometricMeanOfZeroOnTheCommonSet() {
        Pillar pillar = Pillar.builder()
                .id("p")
                .addChildren(Indicator.of("x", Normalisation.goalposts(0, 100)))
                .addChildren(Indicator.of("y", Normalisation.goalposts(0, 100)))
                .build();
        ScoringFramework framework = framework(Aggregation.geometric(1), "z");
        ScoreTable table = framework
                .withIndex(framework.index().withChildren(pillar, framework.node("z")))
                .scoreAll(table("A: x 0, y 50, z 50", "B: x 10, z 50"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> between(table, "A", "B"))
                .withMessageContaining("Pillar index: a geometric mean needs positive scores, but p of A scores 0");
    }

    /** A drops the pillar p for want of y; x is there and does not count. B has both. */
    @Test
    void saysWhyAValueThatIsThereDoesNotCount() {
        Pillar pillar = Pillar.builder()
                .id("p")
                .addChildren(Indicator.of("x", Normalisation.goalposts(0, 100)))
                .addChildren(Indicator.of("y", Normalisation.goalposts(0, 100)))
                .build();
        ScoringFramework framework = framework(Aggregation.arithmetic(), "z")
                .withMissing(MissingDataPolicy.reweight(0.6, MissingDataPolicy.Scope.EVERY_PILLAR));
        ScoreTable table = framework
                .withIndex(framework
                        .index()
                        .withChildren(pillar.withWeight(1), ((Indicator) framework.node("z")).withWeight(2)))
                .scoreAll(table("A: x 10, z 50", "B: x 20, y 30, z 70"));
        assertThat(between(table, "A", "B").toString().replaceAll("\\s+", " "))
                .contains("Does not count, A: x (pillar p has too little data), y (no value).");
    }

    /** Only x carries weight for both sides or none: what has no weight gives no points, and cannot be all there is. */
    @Test
    void refusesACommonSetWithoutWeight() {
        ScoringFramework framework = framework(Aggregation.arithmetic(), "x", "y", "z");
        ScoreTable table = framework
                .withNode(((Indicator) framework.node("x")).withWeight(0))
                .scoreAll(table("A: x 10, y 50", "B: x 20, z 30"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> between(table, "A", "B"))
                .withMessageStartingWith(
                        "Comparison of A and B under by-hand must have an indicator that counts on both");
    }

    /** ln 1e-311 / 2e-311 is -ln 2, whatever their size: x gives L(A, B) w ln(1/2), with w 1/1001. */
    @Test
    void aGeometricMeanTakesScoresNearZero() {
        ScoringFramework framework = framework(Aggregation.geometric(1), "x", "y");
        ScoreTable table = framework
                .withNode(((Indicator) framework.node("y")).withWeight(1000))
                .scoreAll(table("A: x 1e-311, y 50", "B: x 2e-311, y 60"));
        Comparison comparison = between(table, "A", "B");
        double a = comparison.first().score();
        double b = comparison.second().score();
        assertThat(comparison.difference("x").orElseThrow().points())
                .isCloseTo((a - b) / Math.log(a / b) / 1001 * Math.log(0.5), within(1e-9));
    }

    @Test
    void refusesScoresTooFarApartForADouble() {
        ScoringFramework framework = framework(Aggregation.arithmetic(), "y");
        Indicator wide = Indicator.of("x", new Normalisation.Goalposts(0, 100, OutOfRange.EXTEND, "an example"));
        ScoreTable table = framework
                .withIndex(framework.index().withChildren(wide, framework.node("y")))
                .scoreAll(table("A: x 1.5e308, y 1", "B: x -1.5e308, y 1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> between(table, "A", "B"))
                .withMessageContaining("too far apart for a double");
    }

    /** Neighbouring doubles of 1e17 to 1e18 are 16 to 128 apart: far more than these lines are. */
    @Test
    void printsScoresThatHaveNoCents() {
        Normalisation wide = new Normalisation.Goalposts(0, 100, OutOfRange.EXTEND, "an example");
        ScoringFramework narrow = framework(Aggregation.arithmetic(), "y");
        ScoringFramework framework = narrow.withIndex(narrow.index()
                .withChildren(Indicator.of("x", wide), Indicator.of("y", wide).withWeight(2), Indicator.of("z", wide)));
        Random random = new Random(3);
        for (int run = 0; run < 500; run++) {
            IndicatorTable.Builder table = IndicatorTable.builder().unit("A").unit("B");
            for (String indicator : List.of("x", "y", "z")) {
                double large = StrictMath.pow(10, 18 * random.nextDouble());
                table.value("A", indicator, large).value("B", indicator, large + random.nextInt(200) - 100);
            }
            String printed =
                    between(framework.scoreAll(table.build()), "A", "B").toString();
            assertThat(printed).contains("gap ");
            assertThat(printed.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        }
    }

    @Test
    void namesTwoCountriesInTwoYearsByBoth() {
        Comparison comparison = Comparison.between(
                INTENSITY.score(REF.strategy("USA")),
                INTENSITY.score(REF.strategy("CHN").withAsOf(Year.of(2024))));
        assertThat(comparison.firstName()).isEqualTo("USA as of 2026");
        assertThat(comparison.toString())
                .startsWith("United States (USA), as of 2026 against China (CHN), as of 2024: ");
    }

    /** The pool differs from the latest figure only where several sources speak. */
    @Test
    void namesTwoPoliciesByPolicy() {
        NationalAiStrategy china = REF.strategy("CHN");
        Comparison comparison = Comparison.between(TOTAL.score(china, Reconciliation.pooled()), TOTAL.score(china));
        assertThat(comparison.firstName()).isEqualTo("by POOLED");
        assertThat(comparison.secondName()).isEqualTo("by LATEST");
        assertThat(comparison.difference("gerd_ppp_usd_bn").orElseThrow().isSame())
                .isTrue();
        assertThat(comparison.difference("notable_models_count").orElseThrow().isSame())
                .isFalse();
        assertThat(comparison.toString().replaceAll("\\s+", " "))
                .contains("Observations reconciled by POOLED (by POOLED) and LATEST (by LATEST).");
    }

    @Test
    void sidesCanBeNamed() {
        Comparison comparison =
                between(scores(Aggregation.arithmetic()), "A", "B").named("after", "before");
        assertThat(comparison.difference("x").orElseThrow().because()).isEqualTo("after 80 against before 60");
        assertThat(comparison.toString()).startsWith("A, after against B, before: -15.00 points");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> comparison.named("it", "it"))
                .withMessage("Comparison.named must give two different names but got 'it' and 'it'");
    }

    @Test
    void findsADifferenceById() {
        Comparison comparison = between(scores(Aggregation.arithmetic()), "A", "B");
        assertThat(comparison.difference("z")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> comparison.difference("zz"))
                .withMessageContaining("no indicator 'zz'");
    }

    static Stream<ScoringFramework> frameworks() {
        return REF.frameworks().stream();
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void everyLineOfEveryPairIsTracedToTwoObservationsOfTheDossier(ScoringFramework framework) {
        ScoreTable table = framework.scoreAll(REF.strategies());
        Dossier dossier = REF.dossier();
        for (int i = 0; i < table.units().size(); i++) {
            // each with the next but six, so that pairs differ in what they lack
            String first = table.units().get(i);
            String second = table.units().get((i + 7) % table.units().size());
            Comparison comparison = between(table, first, second);
            assertThat(comparison.differences()).isNotEmpty();
            for (ContributionDifference d : comparison.differences()) {
                assertTraced(dossier, first, d.first());
                assertTraced(dossier, second, d.second());
                assertThat(d.because()).contains(year(d.first()), year(d.second()), key(d.first()), key(d.second()));
            }
            assertThat(comparison.toString().lines())
                    .allSatisfy(line ->
                            assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(100));
        }
    }

    private static void assertTraced(Dossier dossier, String unit, Contribution contribution) {
        Observation lead = contribution.reading().orElseThrow().lead();
        assertThat(contribution.raw()).hasValue(lead.estimate().value());
        contribution.denomination().ifPresent(rule -> assertThat(
                        dossier.observations(Jurisdiction.of(unit), Attribute.of(rule.indicator())))
                .contains(contribution.denominator().orElseThrow().lead()));
        assertThat(dossier.observations(Jurisdiction.of(unit), Attribute.of(contribution.id())))
                .contains(lead);
    }

    private static String year(Contribution contribution) {
        return contribution.reading().orElseThrow().year().toString();
    }

    private static String key(Contribution contribution) {
        return contribution.reading().orElseThrow().lead().evidence().source().key();
    }

    /** The figures are those of the cited table (World Bank via QoG; see the data's README), the users per country in millions. */
    @Test
    void becauseNamesBothValuesYearsAndSources() {
        Comparison comparison = Comparison.between(TOTAL.score(REF.strategy("CHN")), TOTAL.score(REF.strategy("USA")));
        ContributionDifference users = line(comparison, "internet_users_mn");
        assertThat(users.because())
                .isEqualTo(
                        "CHN 1.03 bn persons (2021, QOG25-WDI-NET) against USA 321 mn persons (2021, QOG25-WDI-NET)");
        assertThat(line(comparison, "genai_user_share_pct").because())
                .isEqualTo(
                        "CHN 231 mn persons (16.4 % in 2026, MSFT-DIFF, times population 1.41 bn in 2024, WB-POP) "
                                + "against USA 106 mn persons (31.3 % in 2026, MSFT-DIFF, times population 340 mn in 2024, WB-POP)");
        assertThat(users.toString()).startsWith("internet_users_mn +");
    }

    private static ContributionDifference line(Comparison comparison, String indicator) {
        return comparison.differences().stream()
                .filter(d -> d.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    /** 2024 knew neither the figures of use of 2025 and 2026 nor the clusters of 2025. */
    @Test
    void comparesTwoYearsOfOneCountry() {
        NationalAiStrategy china = REF.strategy("CHN");
        Comparison comparison = Comparison.between(
                INTENSITY.score(china.withAsOf(Year.of(2026))), INTENSITY.score(china.withAsOf(Year.of(2024))));
        assertThat(comparison.firstName()).isEqualTo("as of 2026");
        assertThat(comparison.secondName()).isEqualTo("as of 2024");
        assertThat(comparison.onlyFirst())
                .extracting(Contribution::id)
                .contains("genai_user_share_pct", "ai_supercomputer_share_pct");
        assertThat(line(comparison, "large_scale_models_cum").because())
                .contains("as of 2026", "as of 2024", "(190 count in 2025", "(112 count in 2024");
        assertThat(comparison.toString())
                .startsWith("China (CHN), as of 2026 against as of 2024: ")
                .contains("The same figures on both sides, 0 points: ");
    }

    /** One fifth of the weight is use; goalposts 0 to 100 %: 13.6 points more use are 2.72 of the score. */
    @Test
    void aChangedStrategyDiffersWhereItWasChanged() {
        NationalAiStrategy china = REF.strategy("CHN");
        Observation guess =
                Observation.of(Estimate.range(30, 25, 35), Unit.PERCENT, Year.of(2026), Evidence.assumption("what if"));
        Comparison comparison = Comparison.between(
                INTENSITY.score(china.withDiffusion(d -> d.withGenerativeAiUse(guess))), INTENSITY.score(china));
        assertThat(comparison.firstName()).isEqualTo("first");
        assertThat(comparison.gap()).isCloseTo(0.2 * (30 - 16.4), within(1e-12));
        assertThat(comparison.differences().get(0).because())
                .isEqualTo("first 30 % (2026, Assumption) against second 16.4 % (2026, MSFT-DIFF)");
        assertThat(comparison.differences().stream().filter(d -> !d.isSame()))
                .extracting(ContributionDifference::indicator)
                .containsExactly("genai_user_share_pct");
    }
}
