package io.github.statecraft.model;

import com.google.common.collect.ImmutableListMultimap;
import io.github.statecraft.estimate.Observation;
import java.io.Serial;
import java.time.Year;

/**
 * What strategies of different countries are set against: the size of the economy and of the population. Frameworks
 * use it as denominator.
 *
 * <p>Every accessor gives all observations of its attribute, and an empty quantity where nothing is known; every
 * wither replaces them. Immutable, thread-safe, serialisable; equal if as-of year and observations are equal.
 */
public final class NationalContext extends StrategyPart<NationalContext> {
    @Serial
    private static final long serialVersionUID = 1L;

    NationalContext(Year asOf, ImmutableListMultimap<Attribute, Observation> observations) {
        super(Part.CONTEXT, asOf, observations);
    }

    /**
     * A part of which nothing is known yet.
     *
     * @return the part, as of {@link NationalAiStrategy#DEFAULT_AS_OF}; a strategy sets its own year
     */
    public static NationalContext unknown() {
        return new NationalContext(NationalAiStrategy.DEFAULT_AS_OF, ImmutableListMultimap.of());
    }

    /**
     * Gross domestic product, current US$. Nominal GDP in current US dollars.
     *
     * @return all observations of {@code gdp_usd}, in USD (current), not negative
     */
    public Quantity grossDomesticProduct() {
        return quantity("gdp_usd");
    }

    /**
     * {@return this part with other observations of {@link #grossDomesticProduct()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public NationalContext withGrossDomesticProduct(Observation... observations) {
        return with("gdp_usd", observations);
    }

    /**
     * Total population. Resident population.
     *
     * @return all observations of {@code population}, in persons, not negative
     */
    public Quantity population() {
        return quantity("population");
    }

    /**
     * {@return this part with other observations of {@link #population()}}
     *
     * @param observations what replaces the present ones; none makes the attribute unknown
     */
    public NationalContext withPopulation(Observation... observations) {
        return with("population", observations);
    }

    @Override
    NationalContext copy(Year asOf, ImmutableListMultimap<Attribute, Observation> observations) {
        return new NationalContext(asOf, observations);
    }
}
