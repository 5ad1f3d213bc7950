package io.github.statecraft.model;

import com.google.common.collect.ImmutableListMultimap;
import io.github.statecraft.estimate.Observation;
import java.io.Serial;
import java.time.Year;

/**
 * How much data there is and who may use it. Scale (how many people are online) and access (what rules allow) are
 * separate readings.
 *
 * <p>Every accessor gives all observations of its attribute, and an empty quantity where nothing is known; every
 * wither replaces them. Immutable, thread-safe, serialisable; equal if as-of year and observations are equal.
 */
public final class DataRegime extends StrategyPart<DataRegime> {
    @Serial
    private static final long serialVersionUID = 1L;

    DataRegime(Year asOf, ImmutableListMultimap<Attribute, Observation> observations) {
        super(Part.DATA, asOf, observations);
    }

    /**
     * A part of which nothing is known yet.
     *
     * @return the part, as of {@link NationalAiStrategy#DEFAULT_AS_OF}; a strategy sets its own year
     */
    public static DataRegime unknown() {
        return new DataRegime(NationalAiStrategy.DEFAULT_AS_OF, ImmutableListMultimap.of());
    }

    /**
     * Internet users, absolute. Derived: internet_users_pct of 2021 times WDI population of 2021: the size of the
     * data-generating base.
     *
     * @return all observations of {@code internet_users_mn}, in persons, not negative
     */
    public Quantity digitalPopulation() {
        return quantity("internet_users_mn");
    }

    /**
     * {@return this part with other observations of {@link #digitalPopulation()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public DataRegime withDigitalPopulation(Observation... observations) {
        return with("internet_users_mn", observations);
    }

    /**
     * Individuals using the internet. Share of people who used the internet in the last three months (ITU via
     * WDI).
     *
     * @return all observations of {@code internet_users_pct}, in % of population, 0 to 100 %
     */
    public Quantity internetShare() {
        return quantity("internet_users_pct");
    }

    /**
     * {@return this part with other observations of {@link #internetShare()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public DataRegime withInternetShare(Observation... observations) {
        return with("internet_users_pct", observations);
    }

    /**
     * Fixed broadband subscriptions. Fixed subscriptions to high-speed internet per 100 inhabitants.
     *
     * @return all observations of {@code fixed_broadband_per100}, in per 100 people, not negative
     */
    public Quantity fixedBroadband() {
        return quantity("fixed_broadband_per100");
    }

    /**
     * {@return this part with other observations of {@link #fixedBroadband()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public DataRegime withFixedBroadband(Observation... observations) {
        return with("fixed_broadband_per100", observations);
    }

    /**
     * Data governance completeness. Overall score of the Global Data Governance Mapping Project: how many of its
     * strategic, regulatory, responsible, participatory, structural and international attributes a government has
     * in place.
     *
     * @return all observations of {@code data_governance_score}, in 0-100, 0 to 100
     */
    public Quantity governanceScore() {
        return quantity("data_governance_score");
    }

    /**
     * {@return this part with other observations of {@link #governanceScore()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public DataRegime withGovernanceScore(Observation... observations) {
        return with("data_governance_score", observations);
    }

    /**
     * Data regulation in place. Regulatory attribute of the same project (data protection, open data, competition
     * and similar laws in force).
     *
     * @return all observations of {@code data_regulation_score}, in 0-100, 0 to 100
     */
    public Quantity regulationScore() {
        return quantity("data_regulation_score");
    }

    /**
     * {@return this part with other observations of {@link #regulationScore()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public DataRegime withRegulationScore(Observation... observations) {
        return with("data_regulation_score", observations);
    }

    /**
     * Participation in international data rules. International attribute of the same project: membership in
     * cross-border data and digital-trade arrangements; proxy for openness of cross-border flows.
     *
     * @return all observations of {@code data_international_score}, in 0-100, 0 to 100
     */
    public Quantity internationalScore() {
        return quantity("data_international_score");
    }

    /**
     * {@return this part with other observations of {@link #internationalScore()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public DataRegime withInternationalScore(Observation... observations) {
        return with("data_international_score", observations);
    }

    /**
     * Freedom on the Net. Freedom House score of access, content limits and user rights; 100 is most free. Low
     * values indicate state control over data and platforms.
     *
     * @return all observations of {@code internet_freedom_score}, in 0-100, 0 to 100
     */
    public Quantity internetFreedom() {
        return quantity("internet_freedom_score");
    }

    /**
     * {@return this part with other observations of {@link #internetFreedom()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public DataRegime withInternetFreedom(Observation... observations) {
        return with("internet_freedom_score", observations);
    }

    /**
     * Data-localisation measures in force. Number of explicit or de facto data-localisation measures counted by
     * ITIF in 2021; only the leaders are named in the text seen.
     *
     * @return all observations of {@code data_localization_measures}, in count, not negative
     */
    public Quantity localisationMeasures() {
        return quantity("data_localization_measures");
    }

    /**
     * {@return this part with other observations of {@link #localisationMeasures()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public DataRegime withLocalisationMeasures(Observation... observations) {
        return with("data_localization_measures", observations);
    }

    @Override
    DataRegime copy(Year asOf, ImmutableListMultimap<Attribute, Observation> observations) {
        return new DataRegime(asOf, observations);
    }
}
