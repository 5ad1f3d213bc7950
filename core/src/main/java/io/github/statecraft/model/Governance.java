package io.github.statecraft.model;

import com.google.common.collect.ImmutableListMultimap;
import io.github.statecraft.estimate.Observation;
import java.io.Serial;
import java.time.Year;

/**
 * How the state works and what it has laid down. There is no measure of central direction; one minus the liberal
 * component is a proxy.
 *
 * <p>Every accessor gives all observations of its attribute, and an empty quantity where nothing is known; every
 * wither replaces them. Immutable, thread-safe, serialisable; equal if as-of year and observations are equal.
 */
public final class Governance extends StrategyPart<Governance> {
    @Serial
    private static final long serialVersionUID = 1L;

    Governance(Year asOf, ImmutableListMultimap<Attribute, Observation> observations) {
        super(Part.GOVERNANCE, asOf, observations);
    }

    /**
     * A part of which nothing is known yet.
     *
     * @return the part, as of {@link NationalAiStrategy#DEFAULT_AS_OF}; a strategy sets its own year
     */
    public static Governance unknown() {
        return new Governance(NationalAiStrategy.DEFAULT_AS_OF, ImmutableListMultimap.of());
    }

    /**
     * Government effectiveness. Perceived quality of public services, civil service and policy implementation;
     * low/high are estimate minus/plus 1.645 standard errors (90 % band).
     * The three WGI columns correlate above 0.9: a framework uses one of them.
     *
     * @return all observations of {@code wgi_gov_effectiveness}, in standard normal units, unbounded, most
     * countries between -2.5 and 2.5
     */
    public Quantity effectiveness() {
        return quantity("wgi_gov_effectiveness");
    }

    /**
     * {@return this part with other observations of {@link #effectiveness()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public Governance withEffectiveness(Observation... observations) {
        return with("wgi_gov_effectiveness", observations);
    }

    /**
     * Regulatory quality. Perceived ability to formulate and run sound policies for private-sector development;
     * band as above.
     * The three WGI columns correlate above 0.9: a framework uses one of them.
     *
     * @return all observations of {@code wgi_regulatory_quality}, in standard normal units, unbounded, most
     * countries between -2.5 and 2.5
     */
    public Quantity regulatoryQuality() {
        return quantity("wgi_regulatory_quality");
    }

    /**
     * {@return this part with other observations of {@link #regulatoryQuality()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public Governance withRegulatoryQuality(Observation... observations) {
        return with("wgi_regulatory_quality", observations);
    }

    /**
     * Rule of law. Perceived confidence in and abiding by the rules of society.
     * The three WGI columns correlate above 0.9: a framework uses one of them.
     *
     * @return all observations of {@code wgi_rule_of_law}, in standard normal units, unbounded, most countries
     * between -2.5 and 2.5
     */
    public Quantity ruleOfLaw() {
        return quantity("wgi_rule_of_law");
    }

    /**
     * {@return this part with other observations of {@link #ruleOfLaw()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public Governance withRuleOfLaw(Observation... observations) {
        return with("wgi_rule_of_law", observations);
    }

    /**
     * Liberal component (constraints on the executive). V-Dem liberal component: protection of individual
     * liberties and limits on the executive. One minus this value is this project's proxy of central direction.
     * One minus this value is a proxy of central direction, and marked as one wherever it is used.
     *
     * @return all observations of {@code vdem_liberal}, in 0-1, 0 to 1
     */
    public Quantity liberalComponent() {
        return quantity("vdem_liberal");
    }

    /**
     * {@return this part with other observations of {@link #liberalComponent()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public Governance withLiberalComponent(Observation... observations) {
        return with("vdem_liberal", observations);
    }

    /**
     * Electoral democracy index. V-Dem polyarchy.
     *
     * @return all observations of {@code vdem_polyarchy}, in 0-1, 0 to 1
     */
    public Quantity electoralDemocracy() {
        return quantity("vdem_polyarchy");
    }

    /**
     * {@return this part with other observations of {@link #electoralDemocracy()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public Governance withElectoralDemocracy(Observation... observations) {
        return with("vdem_polyarchy", observations);
    }

    /**
     * Constraints on government powers. World Justice Project factor 1; second proxy of (the absence of) central
     * direction.
     *
     * @return all observations of {@code wjp_constraints}, in 0-1, 0 to 1
     */
    public Quantity constraintsOnGovernment() {
        return quantity("wjp_constraints");
    }

    /**
     * {@return this part with other observations of {@link #constraintsOnGovernment()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public Governance withConstraintsOnGovernment(Observation... observations) {
        return with("wjp_constraints", observations);
    }

    /**
     * Freedom from regulation. Fraser Economic Freedom of the World area 5: credit, labour and business
     * regulation; higher is freer.
     *
     * @return all observations of {@code efw_regulation}, in 0-10, 0 to 10
     */
    public Quantity regulatoryFreedom() {
        return quantity("efw_regulation");
    }

    /**
     * {@return this part with other observations of {@link #regulatoryFreedom()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public Governance withRegulatoryFreedom(Observation... observations) {
        return with("efw_regulation", observations);
    }

    /**
     * Smallness of government. Fraser area 1: higher means a smaller state share in the economy.
     *
     * @return all observations of {@code efw_size_of_gov}, in 0-10, 0 to 10
     */
    public Quantity smallnessOfGovernment() {
        return quantity("efw_size_of_gov");
    }

    /**
     * {@return this part with other observations of {@link #smallnessOfGovernment()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public Governance withSmallnessOfGovernment(Observation... observations) {
        return with("efw_size_of_gov", observations);
    }

    /**
     * Year of first national AI strategy. Year of the first national-level AI strategy or plan found in the lists
     * cited; earlier means an earlier state commitment.
     *
     * @return all observations of {@code first_ai_strategy_year}, in year, 1900 to 2100
     */
    public Quantity firstStrategyYear() {
        return quantity("first_ai_strategy_year");
    }

    /**
     * {@return this part with other observations of {@link #firstStrategyYear()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public Governance withFirstStrategyYear(Observation... observations) {
        return with("first_ai_strategy_year", observations);
    }

    /**
     * AI policy documents in the OECD.AI corpus copy. Number of documents for the jurisdiction in a 2,216-entry
     * copy of the OECD.AI corpus; reflects reporting habits.
     *
     * @return all observations of {@code oecd_ai_initiatives}, in count, not negative
     */
    public Quantity policyDocuments() {
        return quantity("oecd_ai_initiatives");
    }

    /**
     * {@return this part with other observations of {@link #policyDocuments()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public Governance withPolicyDocuments(Observation... observations) {
        return with("oecd_ai_initiatives", observations);
    }

    @Override
    Governance copy(Year asOf, ImmutableListMultimap<Attribute, Observation> observations) {
        return new Governance(asOf, observations);
    }
}
