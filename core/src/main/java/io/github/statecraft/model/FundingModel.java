package io.github.statecraft.model;

import com.google.common.collect.ImmutableListMultimap;
import io.github.statecraft.estimate.Observation;
import java.io.Serial;
import java.time.Year;

/**
 * How AI is paid for: how much research, who finances it, what was announced and what became of it. Announcements are
 * headline sums and never added up.
 *
 * <p>Every accessor gives all observations of its attribute, and an empty quantity where nothing is known; every
 * wither replaces them. Immutable, thread-safe, serialisable; equal if as-of year and observations are equal.
 */
public final class FundingModel extends StrategyPart<FundingModel> {
    @Serial
    private static final long serialVersionUID = 1L;

    FundingModel(Year asOf, ImmutableListMultimap<Attribute, Observation> observations) {
        super(Part.FUNDING, asOf, observations);
    }

    /**
     * A part of which nothing is known yet.
     *
     * @return the part, as of {@link NationalAiStrategy#DEFAULT_AS_OF}; a strategy sets its own year
     */
    public static FundingModel unknown() {
        return new FundingModel(NationalAiStrategy.DEFAULT_AS_OF, ImmutableListMultimap.of());
    }

    /**
     * Gross domestic R&amp;D expenditure. All intramural R&amp;D expenditure performed in the country, relative
     * to GDP; latest year available.
     *
     * @return all observations of {@code gerd_pct_gdp}, in % of GDP, 0 to 100 %
     */
    public Quantity researchIntensity() {
        return quantity("gerd_pct_gdp");
    }

    /**
     * {@return this part with other observations of {@link #researchIntensity()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public FundingModel withResearchIntensity(Observation... observations) {
        return with("gerd_pct_gdp", observations);
    }

    /**
     * R&amp;D financed by government. Share of gross R&amp;D expenditure whose source of funds is government;
     * proxy for how far the state absorbs research risk.
     * Low: the state leaves the risk of research to others. High: it carries it.
     *
     * @return all observations of {@code gerd_gov_share_pct}, in % of GERD, 0 to 100 %
     */
    public Quantity governmentShare() {
        return quantity("gerd_gov_share_pct");
    }

    /**
     * {@return this part with other observations of {@link #governmentShare()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public FundingModel withGovernmentShare(Observation... observations) {
        return with("gerd_gov_share_pct", observations);
    }

    /**
     * R&amp;D financed by business. Share of gross R&amp;D expenditure financed by domestic business.
     * Not the complement of the government share: foreign and private non-profit money is in neither.
     *
     * @return all observations of {@code gerd_business_share_pct}, in % of GERD, 0 to 100 %
     */
    public Quantity businessShare() {
        return quantity("gerd_business_share_pct");
    }

    /**
     * {@return this part with other observations of {@link #businessShare()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public FundingModel withBusinessShare(Observation... observations) {
        return with("gerd_business_share_pct", observations);
    }

    /**
     * Gross domestic R&amp;D expenditure, PPP. Absolute R&amp;D expenditure in current purchasing-power dollars.
     *
     * @return all observations of {@code gerd_ppp_usd_bn}, in USD (PPP), not negative
     */
    public Quantity researchExpenditure() {
        return quantity("gerd_ppp_usd_bn");
    }

    /**
     * {@return this part with other observations of {@link #researchExpenditure()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public FundingModel withResearchExpenditure(Observation... observations) {
        return with("gerd_ppp_usd_bn", observations);
    }

    /**
     * Venture capital invested, all sectors. Venture capital received by firms headquartered in the economy, all
     * industries (PitchBook via NCSES); only a few economies are separately shown.
     *
     * @return all observations of {@code vc_invested_usd_mn}, in USD (current), not negative
     */
    public Quantity ventureCapital() {
        return quantity("vc_invested_usd_mn");
    }

    /**
     * {@return this part with other observations of {@link #ventureCapital()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public FundingModel withVentureCapital(Observation... observations) {
        return with("vc_invested_usd_mn", observations);
    }

    /**
     * Private AI investment of the year (AI Index / Quid). Private investment in AI companies in the year as
     * published by the Stanford AI Index from Quid data; second source beside ai_private_funding_usd, only the
     * countries named in the texts seen.
     *
     * @return all observations of {@code ai_private_investment_quid_usd}, in USD (current), not negative
     */
    public Quantity privateInvestment() {
        return quantity("ai_private_investment_quid_usd");
    }

    /**
     * {@return this part with other observations of {@link #privateInvestment()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public FundingModel withPrivateInvestment(Observation... observations) {
        return with("ai_private_investment_quid_usd", observations);
    }

    /**
     * External equity funding raised by AI companies. Estimated external equity money (venture, private equity,
     * M&amp;A) raised in the year by privately held AI firms headquartered in the country; CSET imputes
     * undisclosed deals (about 40 % of deals).
     *
     * @return all observations of {@code ai_private_funding_usd}, in USD (constant 2021), not negative
     */
    public Quantity privateFunding() {
        return quantity("ai_private_funding_usd");
    }

    /**
     * {@return this part with other observations of {@link #privateFunding()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public FundingModel withPrivateFunding(Observation... observations) {
        return with("ai_private_funding_usd", observations);
    }

    /**
     * AI company funding relative to GDP. Derived: ai_private_funding_usd of 2024 divided by nominal GDP of 2023
     * (2024 for Taiwan), times 100; mixes constant-2021 and current dollars, so use for ranking only.
     *
     * @return all observations of {@code ai_private_funding_pct_gdp}, in % of GDP, 0 to 100 %
     */
    public Quantity privateFundingIntensity() {
        return quantity("ai_private_funding_pct_gdp");
    }

    /**
     * {@return this part with other observations of {@link #privateFundingIntensity()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public FundingModel withPrivateFundingIntensity(Observation... observations) {
        return with("ai_private_funding_pct_gdp", observations);
    }

    /**
     * Cumulative private AI investment 2013-2024 (Quid). Sum of private investment in AI companies 2013 to 2024
     * as published in the 2025 AI Index; only the top 15 countries are listed.
     *
     * @return all observations of {@code ai_private_investment_cum_2013_2024_usd_bn}, in USD (current), not
     * negative
     */
    public Quantity cumulativePrivateInvestment() {
        return quantity("ai_private_investment_cum_2013_2024_usd_bn");
    }

    /**
     * {@return this part with other observations of {@link #cumulativePrivateInvestment()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public FundingModel withCumulativePrivateInvestment(Observation... observations) {
        return with("ai_private_investment_cum_2013_2024_usd_bn", observations);
    }

    /**
     * Public AI programme or yearly federal AI spending announced. Headline size of a government AI programme,
     * fund, or yearly AI spending; programmes differ in horizon and scope, so not additive.
     * A headline sum; never added up, never compared as a budget.
     *
     * @return all observations of {@code public_ai_programme_usd}, in USD (current), not negative
     */
    public Quantity announcedProgramme() {
        return quantity("public_ai_programme_usd");
    }

    /**
     * {@return this part with other observations of {@link #announcedProgramme()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public FundingModel withAnnouncedProgramme(Observation... observations) {
        return with("public_ai_programme_usd", observations);
    }

    /**
     * Dedicated state semiconductor fund or programme announced. Size of a dedicated public chip-industry fund or
     * act in the year it was set up, as converted in the source.
     * A headline sum; never added up, never compared as a budget.
     *
     * @return all observations of {@code public_semiconductor_fund_usd}, in USD (current), not negative
     */
    public Quantity announcedSemiconductorFund() {
        return quantity("public_semiconductor_fund_usd");
    }

    /**
     * {@return this part with other observations of {@link #announcedSemiconductorFund()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public FundingModel withAnnouncedSemiconductorFund(Observation... observations) {
        return with("public_semiconductor_fund_usd", observations);
    }

    /**
     * State venture guidance fund announced. Target size of a state-led venture guidance fund that includes AI
     * among its sectors.
     * A headline sum; never added up, never compared as a budget.
     *
     * @return all observations of {@code state_guidance_fund_usd}, in USD (current), not negative
     */
    public Quantity announcedGuidanceFund() {
        return quantity("state_guidance_fund_usd");
    }

    /**
     * {@return this part with other observations of {@link #announcedGuidanceFund()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public FundingModel withAnnouncedGuidanceFund(Observation... observations) {
        return with("state_guidance_fund_usd", observations);
    }

    /**
     * Co-funded AI firms that got government money first. Of AI firms funded by both government and private
     * venture capital, share that received government money first
     *
     * @return all observations of {@code state_first_cofunding_pct}, in % of co-funded firms, 0 to 100 %
     */
    public Quantity stateFirstCofunding() {
        return quantity("state_first_cofunding_pct");
    }

    /**
     * {@return this part with other observations of {@link #stateFirstCofunding()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public FundingModel withStateFirstCofunding(Observation... observations) {
        return with("state_first_cofunding_pct", observations);
    }

    /**
     * Guidance funds that met their target size. Share of government guidance funds that had raised their target
     * capital
     * High: announced money was raised. Low: it was not.
     *
     * @return all observations of {@code guidance_fund_realisation_pct}, in % of funds, 0 to 100 %
     */
    public Quantity guidanceFundRealisation() {
        return quantity("guidance_fund_realisation_pct");
    }

    /**
     * {@return this part with other observations of {@link #guidanceFundRealisation()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public FundingModel withGuidanceFundRealisation(Observation... observations) {
        return with("guidance_fund_realisation_pct", observations);
    }

    /**
     * Stated horizon of the state funding programme. Years over which the flagship state fund or plan commits
     * money
     *
     * @return all observations of {@code funding_horizon_years}, in years, not negative
     */
    public Quantity horizon() {
        return quantity("funding_horizon_years");
    }

    /**
     * {@return this part with other observations of {@link #horizon()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public FundingModel withHorizon(Observation... observations) {
        return with("funding_horizon_years", observations);
    }

    @Override
    FundingModel copy(Year asOf, ImmutableListMultimap<Attribute, Observation> observations) {
        return new FundingModel(asOf, observations);
    }
}
