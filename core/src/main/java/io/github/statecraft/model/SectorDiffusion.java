package io.github.statecraft.model;

import com.google.common.collect.ImmutableListMultimap;
import io.github.statecraft.estimate.Observation;
import java.io.Serial;
import java.time.Year;

/**
 * How far AI has reached people, firms and machines.
 *
 * <p>Every accessor gives all observations of its attribute, and an empty quantity where nothing is known; every
 * wither replaces them. Immutable, thread-safe, serialisable; equal if as-of year and observations are equal.
 */
public final class SectorDiffusion extends StrategyPart<SectorDiffusion> {
    @Serial
    private static final long serialVersionUID = 1L;

    SectorDiffusion(Year asOf, ImmutableListMultimap<Attribute, Observation> observations) {
        super(Part.DIFFUSION, asOf, observations);
    }

    /**
     * A part of which nothing is known yet.
     *
     * @return the part, as of {@link NationalAiStrategy#DEFAULT_AS_OF}; a strategy sets its own year
     */
    public static SectorDiffusion unknown() {
        return new SectorDiffusion(NationalAiStrategy.DEFAULT_AS_OF, ImmutableListMultimap.of());
    }

    /**
     * Working-age people using generative AI. Modelled share of people aged 15-64 who used a generative AI
     * product in the period (year 2025 = July-December 2025, 2026 = January-March 2026).
     * Telemetry of people aged 15 to 64; surveys of the whole population are another quantity.
     *
     * @return all observations of {@code genai_user_share_pct}, in % of population 15-64, 0 to 100 %
     */
    public Quantity generativeAiUse() {
        return quantity("genai_user_share_pct");
    }

    /**
     * {@return this part with other observations of {@link #generativeAiUse()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public SectorDiffusion withGenerativeAiUse(Observation... observations) {
        return with("genai_user_share_pct", observations);
    }

    /**
     * Generative-AI users, share of whole population (survey). People who say that they use generative AI,
     * divided by the whole population; another base than genai_user_share_pct
     * A survey of the whole population; telemetry of people aged 15 to 64 is another quantity.
     *
     * @return all observations of {@code genai_user_share_all_ages_pct}, in % of population, 0 to 100 %
     */
    public Quantity generativeAiUseAllAges() {
        return quantity("genai_user_share_all_ages_pct");
    }

    /**
     * {@return this part with other observations of {@link #generativeAiUseAllAges()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public SectorDiffusion withGenerativeAiUseAllAges(Observation... observations) {
        return with("genai_user_share_all_ages_pct", observations);
    }

    /**
     * Growth of generative AI use over three waves. Derived: Q1 2026 share minus H1 2025 share: speed of uptake.
     *
     * @return all observations of {@code genai_user_growth_pp}, in percentage points, -100 to 100
     */
    public Quantity generativeAiUseGrowth() {
        return quantity("genai_user_growth_pp");
    }

    /**
     * {@return this part with other observations of {@link #generativeAiUseGrowth()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public SectorDiffusion withGenerativeAiUseGrowth(Observation... observations) {
        return with("genai_user_growth_pp", observations);
    }

    /**
     * Individuals who used generative AI tools (survey). Eurostat survey: used any generative AI tool in the last
     * three months, 2025.
     *
     * @return all observations of {@code individual_genai_use_pct}, in % of individuals, 0 to 100 %
     */
    public Quantity generativeAiUseSurveyed() {
        return quantity("individual_genai_use_pct");
    }

    /**
     * {@return this part with other observations of {@link #generativeAiUseSurveyed()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public SectorDiffusion withGenerativeAiUseSurveyed(Observation... observations) {
        return with("individual_genai_use_pct", observations);
    }

    /**
     * Claude usage per capita index. Share of global Claude.ai conversations divided by share of working-age
     * population (1 = proportional); countries without the service or without enough conversations have no value.
     *
     * @return all observations of {@code claude_usage_index}, in ratio, not negative
     */
    public Quantity claudeUsage() {
        return quantity("claude_usage_index");
    }

    /**
     * {@return this part with other observations of {@link #claudeUsage()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public SectorDiffusion withClaudeUsage(Observation... observations) {
        return with("claude_usage_index", observations);
    }

    /**
     * Enterprises using AI. Share of enterprises with ten or more employees using at least one AI technology
     * (Eurostat).
     *
     * @return all observations of {@code firm_ai_use_pct}, in % of enterprises (10+ employees), 0 to 100 %
     */
    public Quantity firmAdoption() {
        return quantity("firm_ai_use_pct");
    }

    /**
     * {@return this part with other observations of {@link #firmAdoption()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public SectorDiffusion withFirmAdoption(Observation... observations) {
        return with("firm_ai_use_pct", observations);
    }

    /**
     * Large enterprises using AI. As firm_ai_use_pct, for enterprises with 250 or more employees.
     *
     * @return all observations of {@code firm_ai_use_large_pct}, in % of large enterprises (250+ employees), 0 to
     * 100 %
     */
    public Quantity largeFirmAdoption() {
        return quantity("firm_ai_use_large_pct");
    }

    /**
     * {@return this part with other observations of {@link #largeFirmAdoption()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public SectorDiffusion withLargeFirmAdoption(Observation... observations) {
        return with("firm_ai_use_large_pct", observations);
    }

    /**
     * Stated AI penetration target. Target penetration of AI terminals and agents; the year is the target year
     *
     * @return all observations of {@code ai_penetration_target_pct}, in % of users or terminals, 0 to 100 %
     */
    public Quantity penetrationTarget() {
        return quantity("ai_penetration_target_pct");
    }

    /**
     * {@return this part with other observations of {@link #penetrationTarget()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public SectorDiffusion withPenetrationTarget(Observation... observations) {
        return with("ai_penetration_target_pct", observations);
    }

    /**
     * Adults buying online by phone or internet. Adults who used a mobile phone or the internet to buy something
     * online in the past year (Findex fin26b); reading of digital-commerce reach. High-income economies were last
     * asked in 2021.
     * Asked in 2024 in China and in 2021 in most other countries.
     *
     * @return all observations of {@code online_purchase_pct}, in % age 15+, 0 to 100 %
     */
    public Quantity onlinePurchases() {
        return quantity("online_purchase_pct");
    }

    /**
     * {@return this part with other observations of {@link #onlinePurchases()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public SectorDiffusion withOnlinePurchases(Observation... observations) {
        return with("online_purchase_pct", observations);
    }

    /**
     * Adults with a financial account. Adults with an account at a bank or similar institution or with a mobile
     * money provider.
     *
     * @return all observations of {@code account_ownership_pct}, in % age 15+, 0 to 100 %
     */
    public Quantity accountOwnership() {
        return quantity("account_ownership_pct");
    }

    /**
     * {@return this part with other observations of {@link #accountOwnership()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public SectorDiffusion withAccountOwnership(Observation... observations) {
        return with("account_ownership_pct", observations);
    }

    /**
     * Industrial robots per 10,000 manufacturing employees. Operational stock of industrial robots relative to
     * manufacturing employment (IFR); public figures exist only for leading countries.
     * China's figure of 2023 was published as 470 and revised to 142.
     *
     * @return all observations of {@code robot_density}, in robots per 10k employees, not negative
     */
    public Quantity robotDensity() {
        return quantity("robot_density");
    }

    /**
     * {@return this part with other observations of {@link #robotDensity()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public SectorDiffusion withRobotDensity(Observation... observations) {
        return with("robot_density", observations);
    }

    /**
     * Industrial robots installed in the year. New installations of industrial robots in the year (IFR).
     *
     * @return all observations of {@code robots_installed}, in units, not negative
     */
    public Quantity robotsInstalled() {
        return quantity("robots_installed");
    }

    /**
     * {@return this part with other observations of {@link #robotsInstalled()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public SectorDiffusion withRobotsInstalled(Observation... observations) {
        return with("robots_installed", observations);
    }

    /**
     * Robotaxis of named operators. Sum of fleet sizes of the operators named in one mid-2025 article; indicative
     * only.
     *
     * @return all observations of {@code robotaxi_fleet}, in vehicles, not negative
     */
    public Quantity robotaxiFleet() {
        return quantity("robotaxi_fleet");
    }

    /**
     * {@return this part with other observations of {@link #robotaxiFleet()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public SectorDiffusion withRobotaxiFleet(Observation... observations) {
        return with("robotaxi_fleet", observations);
    }

    /**
     * E-Government Development Index. UN index of online services, telecommunication infrastructure and human
     * capital.
     *
     * @return all observations of {@code egdi}, in 0-1, 0 to 1
     */
    public Quantity eGovernment() {
        return quantity("egdi");
    }

    /**
     * {@return this part with other observations of {@link #eGovernment()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public SectorDiffusion withEGovernment(Observation... observations) {
        return with("egdi", observations);
    }

    /**
     * Online Service Index. Component of EGDI: scope and quality of online public services.
     *
     * @return all observations of {@code egdi_online_service}, in 0-1, 0 to 1
     */
    public Quantity eGovernmentOnlineService() {
        return quantity("egdi_online_service");
    }

    /**
     * {@return this part with other observations of {@link #eGovernmentOnlineService()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public SectorDiffusion withEGovernmentOnlineService(Observation... observations) {
        return with("egdi_online_service", observations);
    }

    /**
     * Telecommunication Infrastructure Index. Component of EGDI: internet, mobile and broadband subscriptions and
     * affordability.
     *
     * @return all observations of {@code egdi_telecom}, in 0-1, 0 to 1
     */
    public Quantity eGovernmentTelecommunication() {
        return quantity("egdi_telecom");
    }

    /**
     * {@return this part with other observations of {@link #eGovernmentTelecommunication()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public SectorDiffusion withEGovernmentTelecommunication(Observation... observations) {
        return with("egdi_telecom", observations);
    }

    @Override
    SectorDiffusion copy(Year asOf, ImmutableListMultimap<Attribute, Observation> observations) {
        return new SectorDiffusion(asOf, observations);
    }
}
