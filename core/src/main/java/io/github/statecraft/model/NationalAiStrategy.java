package io.github.statecraft.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.internal.text.TextTable;
import java.io.Serial;
import java.io.Serializable;
import java.time.Year;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A national AI strategy: a jurisdiction seen from a year, its context, six parts, and dated policy events. It describes and
 * does not judge: scores come from a framework.
 *
 * <p>Invariants: every observation is in its attribute's unit; every event is an act of the jurisdiction or aimed at it.
 * Immutable, thread-safe, serialisable; equal if jurisdiction, as-of year, observations and events are equal.
 */
public final class NationalAiStrategy implements Serializable {
    /** The as-of year where none is stated: that of the bundled data. */
    public static final Year DEFAULT_AS_OF = Year.of(2026);

    @Serial
    private static final long serialVersionUID = 1L;

    private final Jurisdiction jurisdiction;
    private final Year asOf;
    private final NationalContext context;
    private final FundingModel funding;
    private final DataRegime data;
    private final DeploymentCadence deployment;
    private final HardwareDependency hardware;
    private final Governance governance;
    private final SectorDiffusion diffusion;
    private final ImmutableList<PolicyEvent> events;

    NationalAiStrategy(
            Jurisdiction jurisdiction,
            Year asOf,
            ImmutableListMultimap<Attribute, Observation> observations,
            Iterable<PolicyEvent> events) {
        this.jurisdiction = Objects.requireNonNull(jurisdiction, "NationalAiStrategy.jurisdiction");
        this.asOf = Objects.requireNonNull(asOf, "NationalAiStrategy.asOf");
        if (!Unit.YEAR.allows(asOf.getValue())) {
            throw new IllegalArgumentException(
                    "NationalAiStrategy.asOf must be in " + Unit.YEAR.range() + " but was " + asOf);
        }
        this.context = new NationalContext(asOf, of(Part.CONTEXT, observations));
        this.funding = new FundingModel(asOf, of(Part.FUNDING, observations));
        this.data = new DataRegime(asOf, of(Part.DATA, observations));
        this.deployment = new DeploymentCadence(asOf, of(Part.DEPLOYMENT, observations));
        this.hardware = new HardwareDependency(asOf, of(Part.HARDWARE, observations));
        this.governance = new Governance(asOf, of(Part.GOVERNANCE, observations));
        this.diffusion = new SectorDiffusion(asOf, of(Part.DIFFUSION, observations));
        this.events = ImmutableList.sortedCopyOf(PolicyEvent.ORDER, ImmutableSet.copyOf(events));
        this.events.forEach(this::check);
    }

    /**
     * A strategy of which nothing is known yet, as of {@link #DEFAULT_AS_OF}. Withers fill it.
     *
     * @param jurisdiction whose strategy it is
     * @return the strategy
     */
    public static NationalAiStrategy of(Jurisdiction jurisdiction) {
        return new NationalAiStrategy(jurisdiction, DEFAULT_AS_OF, ImmutableListMultimap.of(), ImmutableList.of());
    }

    /**
     * Whose strategy it is.
     *
     * @return the jurisdiction
     */
    public Jurisdiction jurisdiction() {
        return jurisdiction;
    }

    /**
     * The year from which readings look back.
     *
     * @return the as-of year
     */
    public Year asOf() {
        return asOf;
    }

    /**
     * Economy and population.
     *
     * @return the context
     */
    public NationalContext context() {
        return context;
    }

    /**
     * How AI is paid for.
     *
     * @return the part
     */
    public FundingModel funding() {
        return funding;
    }

    /**
     * How much data there is and who may use it.
     *
     * @return the part
     */
    public DataRegime data() {
        return data;
    }

    /**
     * How fast AI is released and what stands before release.
     *
     * @return the part
     */
    public DeploymentCadence deployment() {
        return deployment;
    }

    /**
     * On whose chips and machines it runs.
     *
     * @return the part
     */
    public HardwareDependency hardware() {
        return hardware;
    }

    /**
     * How the state works.
     *
     * @return the part
     */
    public Governance governance() {
        return governance;
    }

    /**
     * How far AI has reached people, firms and machines.
     *
     * @return the part
     */
    public SectorDiffusion diffusion() {
        return diffusion;
    }

    /**
     * What the jurisdiction did, and what others did towards it.
     *
     * @return events in the order of their dates
     */
    public ImmutableList<PolicyEvent> events() {
        return events;
    }

    /**
     * All seven parts, the context first.
     *
     * @return the parts in the order of {@link Part}
     */
    public ImmutableList<StrategyPart<?>> parts() {
        return ImmutableList.of(context, funding, data, deployment, hardware, governance, diffusion);
    }

    /**
     * One of the parts.
     *
     * @param part which
     * @return the part
     */
    public StrategyPart<?> part(Part part) {
        return switch (part) {
            case CONTEXT -> context;
            case FUNDING -> funding;
            case DATA -> data;
            case DEPLOYMENT -> deployment;
            case HARDWARE -> hardware;
            case GOVERNANCE -> governance;
            case DIFFUSION -> diffusion;
        };
    }

    /**
     * All that is known of an attribute, whichever part it belongs to.
     *
     * @param attribute the attribute
     * @return everything observed
     */
    public Quantity quantity(Attribute attribute) {
        return part(attribute.part()).quantity(attribute);
    }

    /**
     * All that is known of an attribute, by its id.
     *
     * @param attributeId such as {@code gerd_pct_gdp}
     * @return everything observed
     * @throws IllegalArgumentException if there is no such attribute; the message names the nearest
     */
    public Quantity quantity(String attributeId) {
        return quantity(Attribute.of(attributeId));
    }

    /**
     * Who leads the funding of AI: a majority of three attributes.
     *
     * @return the archetype and what it rests on; {@link Archetype#UNDETERMINED} if fewer than two are known
     */
    public DerivedReading<Archetype> archetype() {
        return DerivedReadings.archetype(this);
    }

    /**
     * What stands between a public AI service and its release.
     *
     * @return the stance and what it rests on; {@link DeploymentCadence.Stance#UNDETERMINED} if it is not coded
     */
    public DerivedReading<DeploymentCadence.Stance> stance() {
        return DerivedReadings.stance(this);
    }

    /**
     * The link of the hardware chain of which the jurisdiction holds the smallest share.
     *
     * @return the link and what it rests on; {@link HardwareDependency.Link#UNDETERMINED} if fewer than two are known
     *     or two are equally weak
     */
    public DerivedReading<HardwareDependency.Link> weakestLink() {
        return DerivedReadings.weakestLink(this);
    }

    /**
     * {@return this strategy seen from another year}
     *
     * @param asOf the year
     */
    public NationalAiStrategy withAsOf(Year asOf) {
        return new NationalAiStrategy(jurisdiction, asOf, observations(), events);
    }

    /**
     * {@return this strategy with other observations of one attribute}
     *
     * @param attributeId such as {@code gerd_pct_gdp}
     * @param observations what replaces the present ones; none makes the attribute unknown
     * @throws IllegalArgumentException if there is no such attribute or an observation is in another unit
     */
    public NationalAiStrategy with(String attributeId, Observation... observations) {
        return with(Attribute.of(attributeId), observations);
    }

    /**
     * {@return this strategy with other observations of one attribute}
     *
     * @param attribute the attribute
     * @param observations what replaces the present ones; none makes the attribute unknown
     * @throws IllegalArgumentException if an observation is in another unit
     */
    public NationalAiStrategy with(Attribute attribute, Observation... observations) {
        return with(part(attribute.part()).with(attribute, observations));
    }

    /**
     * {@return this strategy with another part in the place of the one of its kind}
     *
     * @param part the new part; its observations are seen from this strategy's year
     */
    public NationalAiStrategy with(StrategyPart<?> part) {
        ListMultimap<Attribute, Observation> changed =
                MultimapBuilder.linkedHashKeys().arrayListValues().build(observations());
        Attribute.of(part.part()).forEach(changed::removeAll);
        changed.putAll(part.observations());
        return new NationalAiStrategy(jurisdiction, asOf, ImmutableListMultimap.copyOf(changed), events);
    }

    /**
     * {@return this strategy with a changed context}
     *
     * @param change from the present context to the new one
     */
    public NationalAiStrategy withContext(UnaryOperator<NationalContext> change) {
        return with(change.apply(context));
    }

    /**
     * {@return this strategy with a changed funding model}
     *
     * @param change from the present part to the new one, such as {@code f -> f.withGovernmentShare(guess)}
     */
    public NationalAiStrategy withFunding(UnaryOperator<FundingModel> change) {
        return with(change.apply(funding));
    }

    /**
     * {@return this strategy with a changed data regime}
     *
     * @param change from the present part to the new one
     */
    public NationalAiStrategy withData(UnaryOperator<DataRegime> change) {
        return with(change.apply(data));
    }

    /**
     * {@return this strategy with a changed deployment cadence}
     *
     * @param change from the present part to the new one
     */
    public NationalAiStrategy withDeployment(UnaryOperator<DeploymentCadence> change) {
        return with(change.apply(deployment));
    }

    /**
     * {@return this strategy with a changed hardware dependency}
     *
     * @param change from the present part to the new one
     */
    public NationalAiStrategy withHardware(UnaryOperator<HardwareDependency> change) {
        return with(change.apply(hardware));
    }

    /**
     * {@return this strategy with a changed governance}
     *
     * @param change from the present part to the new one
     */
    public NationalAiStrategy withGovernance(UnaryOperator<Governance> change) {
        return with(change.apply(governance));
    }

    /**
     * {@return this strategy with a changed sector diffusion}
     *
     * @param change from the present part to the new one
     */
    public NationalAiStrategy withDiffusion(UnaryOperator<SectorDiffusion> change) {
        return with(change.apply(diffusion));
    }

    /**
     * {@return this strategy with other events}
     *
     * @param events what replaces the present ones; what is given twice is kept once
     * @throws IllegalArgumentException if an event is neither an act of the jurisdiction nor aimed at it
     */
    public NationalAiStrategy withEvents(PolicyEvent... events) {
        return new NationalAiStrategy(jurisdiction, asOf, observations(), Arrays.asList(events));
    }

    /** A summary: how much is known of each part, and the derived readings. */
    @Override
    public String toString() {
        TextTable.Builder table = TextTable.builder()
                .title(jurisdiction.name()
                        + (jurisdiction.name().equals(jurisdiction.code()) ? "" : " (" + jurisdiction + ")")
                        + ", as of " + asOf)
                .left("part")
                .right("known")
                .right("of")
                .right("observations");
        for (StrategyPart<?> part : parts()) {
            table.row(
                    part.part().id(),
                    Integer.toString(part.quantities().size()),
                    Integer.toString(Attribute.of(part.part()).size()),
                    Integer.toString(part.observations().size()));
        }
        return table.note("Archetype " + archetype().value() + ", stance " + stance().value() + ", weakest link "
                        + weakestLink().value() + ", " + events.size() + (events.size() == 1 ? " event." : " events."))
                .build()
                .toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NationalAiStrategy that
                && jurisdiction.equals(that.jurisdiction)
                && asOf.equals(that.asOf)
                && parts().equals(that.parts())
                && events.equals(that.events);
    }

    @Override
    public int hashCode() {
        return Objects.hash(jurisdiction, asOf, parts(), events);
    }

    ImmutableListMultimap<Attribute, Observation> observations() {
        ImmutableListMultimap.Builder<Attribute, Observation> all = ImmutableListMultimap.builder();
        parts().forEach(part -> all.putAll(part.observations()));
        return all.build();
    }

    private void check(PolicyEvent event) {
        boolean own = event.jurisdiction().equals(jurisdiction)
                || event.target().map(jurisdiction::equals).orElse(false);
        if (!own) {
            throw new IllegalArgumentException("NationalAiStrategy.events of " + jurisdiction
                    + " must be its own acts or aimed at it but one was: " + event);
        }
    }

    private static ImmutableListMultimap<Attribute, Observation> of(
            Part part, ImmutableListMultimap<Attribute, Observation> observations) {
        return observations.entries().stream()
                .filter(e -> e.getKey().part() == part)
                .collect(ImmutableListMultimap.toImmutableListMultimap(e -> e.getKey(), e -> e.getValue()));
    }
}
