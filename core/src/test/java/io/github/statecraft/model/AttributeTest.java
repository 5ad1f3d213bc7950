package io.github.statecraft.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.base.Ascii;
import io.github.statecraft.Samples;
import io.github.statecraft.Serialisation;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Unit;
import java.lang.reflect.Method;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracles: the ids of the reference data's table of indicators, and the methods that the parts declare. */
class AttributeTest {
    /** The column "indicator_id" of the reference data, by part. */
    private static final Map<Part, String> REFERENCE_IDS = Map.of(
            Part.CONTEXT,
            "gdp_usd population",
            Part.FUNDING,
            """
            ai_private_funding_pct_gdp ai_private_funding_usd ai_private_investment_cum_2013_2024_usd_bn
            ai_private_investment_quid_usd funding_horizon_years gerd_business_share_pct gerd_gov_share_pct gerd_pct_gdp
            gerd_ppp_usd_bn guidance_fund_realisation_pct public_ai_programme_usd public_semiconductor_fund_usd
            state_first_cofunding_pct state_guidance_fund_usd vc_invested_usd_mn
            """,
            Part.DATA,
            """
            data_governance_score data_international_score data_localization_measures data_regulation_score
            fixed_broadband_per100 internet_freedom_score internet_users_mn internet_users_pct
            """,
            Part.DEPLOYMENT,
            """
            ai_patents ai_premarket_control ai_publications approval_lag_months genai_filings_count large_scale_models_cum
            notable_models_count
            """,
            Part.HARDWARE,
            """
            ai_supercomputer_h100e ai_supercomputer_share_pct atp_share_pct chip_design_share_pct
            chip_self_sufficiency_pct chip_self_sufficiency_target_pct computer_electronics_va_usd_mn core_ip_share_pct
            deposition_tool_share_pct eda_share_pct etch_tool_share_pct euv_tool_share_pct fab_capacity_share_pct
            fab_lt10nm_share_pct litho_tool_share_pct logic_design_share_pct process_control_share_pct top500_count
            top500_rmax_pflops top500_rmax_share_pct us_export_tier wafer_share_pct
            """,
            Part.GOVERNANCE,
            """
            efw_regulation efw_size_of_gov first_ai_strategy_year oecd_ai_initiatives vdem_liberal vdem_polyarchy
            wgi_gov_effectiveness wgi_regulatory_quality wgi_rule_of_law wjp_constraints
            """,
            Part.DIFFUSION,
            """
            account_ownership_pct ai_penetration_target_pct claude_usage_index egdi egdi_online_service egdi_telecom
            firm_ai_use_large_pct firm_ai_use_pct genai_user_growth_pp genai_user_share_all_ages_pct genai_user_share_pct
            individual_genai_use_pct online_purchase_pct robot_density robotaxi_fleet robots_installed
            """);

    static Stream<Attribute> attributes() {
        return Attribute.all().stream();
    }

    @Test
    void hasTheEightyIndicatorsOfTheReferenceDataOnceEach() {
        assertThat(Attribute.all()).hasSize(80).extracting(Attribute::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void hasTheIndicatorsOfTheReferenceDataInTheirPart(Part part) {
        assertThat(Attribute.of(part))
                .extracting(Attribute::id)
                .containsExactlyInAnyOrder(REFERENCE_IDS.get(part).strip().split("\\s+"));
    }

    @ParameterizedTest
    @MethodSource("attributes")
    void hasAnAccessorAndAWitherOfItsOwn(Attribute attribute) throws ReflectiveOperationException {
        StrategyPart<?> unknown = NationalAiStrategy.of(Jurisdiction.of("CHN")).part(attribute.part());
        Observation[] observations = {
            observation(attribute), observation(attribute).withYear(Year.of(2024))
        };
        Method accessor = unknown.getClass().getMethod(attribute.accessor());
        Method wither = unknown.getClass().getMethod("with" + capitalised(attribute.accessor()), Observation[].class);

        assertThat(accessor.invoke(unknown)).isEqualTo(unknown.quantity(attribute));
        assertThat(((Quantity) accessor.invoke(unknown)).isObserved()).isFalse();
        StrategyPart<?> changed = (StrategyPart<?>) wither.invoke(unknown, (Object) observations);
        assertThat(changed).hasSameClassAs(unknown);
        assertThat(changed.quantities()).extracting(Quantity::attribute).containsExactly(attribute);
        assertThat(((Quantity) accessor.invoke(changed)).observations()).containsExactly(observations);
        assertThat(wither.invoke(changed, (Object) new Observation[0])).isEqualTo(unknown);
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoMethodOfAPartWithoutAnAttribute(Part part) {
        List<String> accessors = Arrays.stream(NationalAiStrategy.of(Jurisdiction.of("CHN"))
                        .part(part)
                        .getClass()
                        .getDeclaredMethods())
                .filter(method -> method.getReturnType() == Quantity.class)
                .map(Method::getName)
                .toList();
        assertThat(accessors)
                .containsExactlyInAnyOrderElementsOf(
                        Attribute.of(part).stream().map(Attribute::accessor).toList());
    }

    @ParameterizedTest
    @MethodSource("attributes")
    void refusesAnotherUnitEverywhere(Attribute attribute) {
        Unit other = attribute.unit() == Unit.COUNT ? Unit.PERSONS : Unit.COUNT;
        Observation wrong = Samples.measured(1, other, 2025, "S");
        Jurisdiction china = Jurisdiction.of("CHN");
        NationalAiStrategy strategy = NationalAiStrategy.of(china);
        String message = attribute.id() + " must be in " + attribute.unit().symbol() + " but was in " + other.symbol()
                + "; convert it, or use the attribute of that unit";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> strategy.with(attribute, wrong))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> strategy.part(attribute.part()).with(attribute, wrong))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dossier.builder().observe(china, attribute, wrong))
                .withMessage(message);
    }

    @ParameterizedTest
    @MethodSource("attributes")
    void saysWhatItIs(Attribute attribute) {
        assertThat(attribute.name()).isNotBlank();
        assertThat(attribute.definition()).isNotBlank();
        assertThat(attribute.unitLabel().unit()).isSameAs(attribute.unit());
        assertThat(attribute).hasToString(attribute.id());
        assertThat(Serialisation.copy(attribute)).isSameAs(attribute);
    }

    @Test
    void speaksOfTargetsInTwoAttributesOnly() {
        assertThat(attributes().filter(Attribute::isTarget).map(Attribute::id))
                .containsExactlyInAnyOrder("chip_self_sufficiency_target_pct", "ai_penetration_target_pct");
    }

    @Test
    void neverAddsAnnouncements() {
        assertThat(attributes()
                        .filter(a -> a.accessor().startsWith("announced"))
                        .collect(Collectors.toMap(Attribute::id, Attribute::combination)))
                .isEqualTo(Map.of(
                        "public_ai_programme_usd", Attribute.Combination.NONE,
                        "public_semiconductor_fund_usd", Attribute.Combination.NONE,
                        "state_guidance_fund_usd", Attribute.Combination.NONE));
    }

    @Test
    void isOrderedAsTheTableByPart() {
        assertThat(Attribute.all()).isSorted();
        assertThat(attributes().map(Attribute::part)).isSorted();
    }

    @ParameterizedTest
    @CsvSource({
        "gerd_pct,gerd_pct_gdp",
        "GERD_PCT_GDP,gerd_pct_gdp",
        "robot-density,robot_density",
        "notable_model_count,notable_models_count",
        "gdp_us,gdp_usd"
    })
    void namesTheNearestOfAnUnknownName(String unknown, String nearest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attribute.of(unknown))
                .withMessageStartingWith("Attribute: unknown attribute '" + unknown + "'; nearest: " + nearest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NationalAiStrategy.of(Jurisdiction.of("CHN")).quantity(unknown))
                .withMessageContaining(nearest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "qqqqqqqqqqqqqqqqqqqqqqqq"})
    void saysWhereToLookIfNothingIsNear(String unknown) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attribute.of(unknown))
                .withMessageEndingWith("Attribute.all() lists all");
    }

    private static Observation observation(Attribute attribute) {
        return Samples.of(attribute.id(), attribute.unit() == Unit.YEAR ? 2018 : 0.5);
    }

    private static String capitalised(String name) {
        return Ascii.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
