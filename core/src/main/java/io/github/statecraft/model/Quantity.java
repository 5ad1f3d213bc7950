package io.github.statecraft.model;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.estimate.Estimate;
import io.github.statecraft.estimate.Observation;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.estimate.Reconciliation;
import io.github.statecraft.internal.text.TextTable;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Year;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that is known of one attribute of one jurisdiction, seen from a year: none, one or several observations, which may
 * disagree.
 *
 * <p>Immutable, thread-safe, serialisable; equal if attribute, as-of year and observations are equal.
 *
 * @param attribute what it is about
 * @param asOf the year from which readings look back
 * @param observations everything that was observed, the preferred of {@link Reconciliation} first; may be empty
 */
public record Quantity(Attribute attribute, Year asOf, ImmutableList<Observation> observations)
        implements Serializable {
    /** Checks units, and brings the observations into their order. */
    public Quantity {
        Objects.requireNonNull(attribute, "Quantity.attribute");
        Objects.requireNonNull(asOf, "Quantity.asOf");
        observations = observations.stream()
                .map(attribute::check)
                .distinct()
                .sorted(Reconciliation.PREFERENCE)
                .collect(toImmutableList());
    }

    /**
     * Whether there is any observation, even one that no policy may choose.
     *
     * @return true if {@link #observations()} is not empty
     */
    public boolean isObserved() {
        return !observations.isEmpty();
    }

    /**
     * The reading under the default policy.
     *
     * @return empty if no observation can be chosen; missing is never zero
     */
    public Optional<Reading> reading() {
        return reading(Reconciliation.latest());
    }

    /**
     * The reading under a policy.
     *
     * @param policy how observations become one
     * @return empty if no observation can be chosen
     */
    public Optional<Reading> reading(Reconciliation policy) {
        return policy.reconcile(observations, asOf);
    }

    /**
     * Why nothing is read although there are observations: they are too old, of a later year, targets, or withdrawn.
     *
     * @param policy how observations become one
     * @return such as {@code 1 observation, of 2019, none read by LATEST as of 2026}; empty if there is a reading, or no
     *     observation
     */
    public Optional<String> whyUnread(Reconciliation policy) {
        if (observations.isEmpty() || reading(policy).isPresent()) {
            return Optional.empty();
        }
        String years = observations.stream()
                .map(Observation::year)
                .sorted()
                .distinct()
                .map(Year::toString)
                .collect(Collectors.joining(", "));
        return Optional.of(observations.size() + (observations.size() == 1 ? " observation" : " observations") + ", of "
                + years + ", none read by " + policy + " as of " + asOf);
    }

    /**
     * Value and spread under the default policy.
     *
     * @return empty if no observation can be chosen
     */
    public Optional<Estimate> estimate() {
        return reading().map(Reading::estimate);
    }

    /**
     * Value and spread under a policy.
     *
     * @param policy how observations become one
     * @return empty if no observation can be chosen
     */
    public Optional<Estimate> estimate(Reconciliation policy) {
        return reading(policy).map(Reading::estimate);
    }

    /**
     * The figures that speak of the same thing as the chosen one (reference years at most one apart, and
     * not after the as-of year, nor too old to be read) and say something else: of other publishers, or of the same
     * year; withdrawn figures of those years are among them. Rules that have ended or not begun by the end of the as-of
     * year disagree with nothing.
     *
     * @return the chosen observation and those that disagree with it; empty if none does
     */
    public ImmutableList<Observation> conflicting() {
        Optional<Observation> chosen = reading().map(Reading::lead);
        if (chosen.isEmpty()) {
            return ImmutableList.of();
        }
        Observation first = chosen.get();
        String publisher = first.evidence().source().publisher();
        LocalDate lastDay = asOf.atMonth(12).atEndOfMonth();
        ImmutableList<Observation> others = observations.stream()
                .filter(o -> o.evidence().kind().isActual() && o.status() != Observation.Status.PARTIAL)
                .filter(o -> !o.year().isAfter(asOf) && o.isInForceOn(lastDay))
                .filter(o -> Reconciliation.latest()
                        .reconcile(ImmutableList.of(o.withStatus(Observation.Status.COMPLETE)), asOf)
                        .isPresent())
                .filter(o ->
                        Math.abs(first.year().getValue() - o.year().getValue()) <= Reconciliation.SAME_QUANTITY_YEARS)
                .filter(o -> o.year().equals(first.year())
                        || !o.evidence().source().publisher().equals(publisher))
                .filter(o -> o.estimate().value() != first.estimate().value())
                .collect(toImmutableList());
        return others.isEmpty()
                ? ImmutableList.of()
                : ImmutableList.<Observation>builder().add(first).addAll(others).build();
    }

    /** A small table of the observations, the one that is read by default marked. */
    @Override
    public String toString() {
        String title = attribute.name() + " (" + attribute.id() + ", " + attribute.unitLabel() + "), as of " + asOf;
        if (observations.isEmpty()) {
            return TextTable.wrap(title + ": not known", TextTable.WIDTH, "  ");
        }
        TextTable.Builder table = TextTable.builder()
                .title(title)
                .left("")
                .right("year")
                .right("value")
                .left("spread")
                .left("kind")
                .left("confidence")
                .wrapped("source");
        Optional<Observation> chosen = reading().map(Reading::lead);
        for (Observation o : observations) {
            table.row(
                    chosen.isPresent() && o.equals(chosen.get()) ? "*" : "",
                    o.year().toString(),
                    o.valueText(),
                    o.estimate().spread().toString(),
                    o.evidence().kind() + (o.status() == Observation.Status.COMPLETE ? "" : ", " + o.status()),
                    o.evidence().confidence().toString(),
                    o.evidence().source().toString());
        }
        return table.note(whyUnread(Reconciliation.latest()).orElse("* the reading under LATEST"))
                .build()
                .toString();
    }
}
