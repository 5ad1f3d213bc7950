package io.github.statecraft.model;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Unit;
import io.github.statecraft.internal.input.Problems;
import java.io.Serial;
import java.io.Serializable;

/**
 * Something that can be known about a strategy, such as {@code gerd_pct_gdp}. The set is closed: the table
 * {@code attributes.csv} lists every attribute with its part, accessor, unit and definition. The attribute id is the
 * indicator id of the reference data. An attribute has no direction: which way is good belongs to a framework.
 *
 * <p>Immutable, thread-safe, serialisable; there is one instance an id.
 */
public final class Attribute implements Comparable<Attribute>, Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String id;
    private final transient int position;
    private final transient String name;
    private final transient Part part;
    private final transient String accessor;
    private final transient Unit.Label label;
    private final transient boolean target;
    private final transient Combination combination;
    private final transient String definition;

    /** How the values of members make the value of a bloc. */
    public enum Combination {
        /** The bloc's value is the sum. */
        SUM,
        /** The bloc's value is the mean weighted by population. */
        POPULATION_MEAN,
        /** The bloc's value is the mean weighted by gross domestic product. */
        GDP_MEAN,
        /** The bloc is as its weakest member; for tiers, where larger is more restricted, the largest value. */
        WEAKEST_LINK,
        /** Members' values say nothing about the bloc. */
        NONE
    }

    Attribute(
            int position,
            String id,
            String name,
            Part part,
            String accessor,
            Unit.Label label,
            boolean target,
            Combination combination,
            String definition) {
        this.position = position;
        this.id = id;
        this.name = name;
        this.part = part;
        this.accessor = accessor;
        this.label = label;
        this.target = target;
        this.combination = combination;
        this.definition = definition;
    }

    /**
     * The attribute of an id.
     *
     * @param id such as {@code gerd_pct_gdp}
     * @return the attribute
     * @throws IllegalArgumentException if there is none; the message names the nearest
     */
    public static Attribute of(String id) {
        Attribute attribute = AttributeTable.BY_ID.get(id);
        if (attribute == null) {
            String nearest = AttributeTable.ALL.stream()
                    .filter(a -> a.accessor().equals(id))
                    .findFirst()
                    .map(a -> "the id of " + a.accessor() + " is " + a.id())
                    .orElseGet(() -> Problems.nearest(id, AttributeTable.BY_ID.keySet()));
            throw new IllegalArgumentException("Attribute: unknown attribute " + Problems.quote(id)
                    + (nearest.isEmpty() ? "; Attribute.all() lists all" : "; " + nearest));
        }
        return attribute;
    }

    /**
     * Every attribute.
     *
     * @return all, in the order of the table: by part, then as a reader would want them
     */
    public static ImmutableList<Attribute> all() {
        return AttributeTable.ALL;
    }

    /**
     * The attributes of a part.
     *
     * @param part the part
     * @return those of {@link #all()} that belong to it
     */
    public static ImmutableList<Attribute> of(Part part) {
        return AttributeTable.ALL.stream().filter(a -> a.part == part).collect(ImmutableList.toImmutableList());
    }

    /**
     * The id, as data files and frameworks write it.
     *
     * @return such as {@code gerd_pct_gdp}
     */
    public String id() {
        return id;
    }

    /**
     * A name for people.
     *
     * @return such as {@code Gross domestic R&D expenditure}
     */
    public String name() {
        return name;
    }

    /**
     * The part it belongs to.
     *
     * @return the part
     */
    public Part part() {
        return part;
    }

    /**
     * The name of the method that reads it from its part.
     *
     * @return such as {@code researchIntensity}
     */
    public String accessor() {
        return accessor;
    }

    /**
     * The unit of its observations.
     *
     * @return the unit
     */
    public Unit unit() {
        return label.unit();
    }

    /**
     * The unit as data files write it, with what a share is a share of.
     *
     * @return such as {@code % of GDP}
     */
    public Unit.Label unitLabel() {
        return label;
    }

    /**
     * Whether it speaks of an aim; then the year of an observation is the year aimed at, and there is no reading of what is
     * the case.
     *
     * @return true for targets
     */
    public boolean isTarget() {
        return target;
    }

    /**
     * How members make a bloc.
     *
     * @return the rule
     */
    public Combination combination() {
        return combination;
    }

    /**
     * What exactly is measured.
     *
     * @return one or two sentences
     */
    public String definition() {
        return definition;
    }

    /**
     * Refuses an observation in another unit.
     *
     * @param observation the observation
     * @return the observation
     * @throws IllegalArgumentException if its unit is not {@link #unit()}
     */
    Observation check(Observation observation) {
        if (observation.unit() != unit()) {
            throw new IllegalArgumentException(id + " must be in " + unit().symbol() + " but was in "
                    + observation.unit().symbol() + "; convert it, or use the attribute of that unit");
        }
        return observation;
    }

    /** Orders attributes as the table does. */
    @Override
    public int compareTo(Attribute other) {
        return Integer.compare(position, other.position);
    }

    /** The id. */
    @Override
    public String toString() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attribute that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Serial
    private Object readResolve() {
        return of(id);
    }
}
