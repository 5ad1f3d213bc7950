package io.github.statecraft.estimate;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import io.github.statecraft.internal.numerics.ExactSum;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How the observations of one quantity become one reading. Which observations can be chosen at all is the same for every
 * policy: complete ones, of a kind that {@linkplain EvidenceKind#isActual() stands for the actual}, whose reference year is
 * not after the as-of year and at most {@value #MAX_AGE_YEARS} years before it (LEGAL_TEXT, and rules with the days on
 * which they are in force, of any age), and whose rule, if it is one, is still in force on the last day of the as-of
 * year. Withdrawn and partial figures are never chosen, pooled or enveloped.
 *
 * <p>Policies are immutable and thread-safe.
 */
public sealed interface Reconciliation extends Serializable {
    /** An observation older than this, in years before the as-of year, is no reading any more. */
    int MAX_AGE_YEARS = 6;

    /** Figures of one quantity whose reference years are at most this far apart speak of the same thing. */
    int SAME_QUANTITY_YEARS = 1;

    /**
     * The latest reference year; ties by kind in the order of {@link EvidenceKind}, then figures of a series before
     * supplementary ones, then by confidence, then by source, then the smaller value. The default.
     */
    record Latest() implements Reconciliation {
        @Override
        public Optional<Reading> reconcile(Iterable<Observation> observations, Year asOf) {
            return eligible(observations, asOf).stream()
                    .findFirst()
                    .map(first -> reading(first.estimate(), this, ImmutableList.of(first)));
        }

        @Override
        public String toString() {
            return "LATEST";
        }
    }

    /**
     * The latest figure of one kind, and the latest of any kind where there is none.
     *
     * @param kind the kind that is preferred
     */
    record Prefer(EvidenceKind kind) implements Reconciliation {
        /** Checks that the kind is not null. */
        public Prefer {
            Objects.requireNonNull(kind, "Reconciliation.Prefer.kind");
            if (!kind.isActual()) {
                throw new IllegalArgumentException(
                        "Reconciliation.Prefer.kind must be one that stands for the actual but was " + kind);
            }
        }

        @Override
        public Optional<Reading> reconcile(Iterable<Observation> observations, Year asOf) {
            List<Observation> eligible = eligible(observations, asOf);
            return eligible.stream()
                    .filter(o -> o.evidence().kind() == kind)
                    .findFirst()
                    .or(() -> eligible.stream().findFirst())
                    .map(first -> reading(first.estimate(), this, ImmutableList.of(first)));
        }

        @Override
        public String toString() {
            return "PREFER(" + kind + ")";
        }
    }

    /**
     * The mean of the figures that speak of the same thing as the latest, one vote a source (each publisher by its own
     * latest year). The spread of
     * a mean of several is unknown: disagreement between two sources is no sample.
     */
    record Pooled() implements Reconciliation {
        @Override
        public Optional<Reading> reconcile(Iterable<Observation> observations, Year asOf) {
            Map<String, Observation> bySource = new LinkedHashMap<>();
            for (Observation o : sameQuantity(eligible(observations, asOf))) {
                bySource.putIfAbsent(o.evidence().source().key(), o);
            }
            if (bySource.isEmpty()) {
                return Optional.empty();
            }
            ImmutableList<Observation> votes = ImmutableList.copyOf(bySource.values());
            if (votes.size() == 1) {
                return Optional.of(reading(votes.get(0).estimate(), this, votes));
            }
            double[] values =
                    votes.stream().mapToDouble(o -> o.estimate().value()).toArray();
            return Optional.of(reading(Estimate.of(ExactSum.of(values) / values.length), this, votes));
        }

        @Override
        public String toString() {
            return "POOLED";
        }
    }

    /**
     * The value of {@link Latest} with the range over all figures that speak of the same thing, each publisher by its own
     * latest year: how far sources disagree, not how fast the quantity moves. Where there is only one figure, its own
     * spread stays as it is.
     */
    record Envelope() implements Reconciliation {
        @Override
        public Optional<Reading> reconcile(Iterable<Observation> observations, Year asOf) {
            ImmutableList<Observation> same = sameQuantity(eligible(observations, asOf));
            if (same.isEmpty()) {
                return Optional.empty();
            }
            Estimate first = same.get(0).estimate();
            if (same.size() == 1) {
                return Optional.of(reading(first, this, same));
            }
            double low = first.value();
            double high = first.value();
            for (Observation o : same) {
                double value = o.estimate().value();
                low = Math.min(low, o.estimate().low().orElse(value));
                high = Math.max(high, o.estimate().high().orElse(value));
            }
            return Optional.of(reading(Estimate.range(first.value(), low, high), this, same));
        }

        @Override
        public String toString() {
            return "ENVELOPE";
        }
    }

    /**
     * One reading from the observations of one quantity of one jurisdiction.
     *
     * @param observations the observations, in any order; their order changes nothing
     * @param asOf the year from which one looks back
     * @return empty if no observation can be chosen
     * @throws IllegalArgumentException if the observations, eligible or not, are not all in one unit
     */
    Optional<Reading> reconcile(Iterable<Observation> observations, Year asOf);

    /**
     * The default policy.
     *
     * @return see {@link Latest}
     */
    static Reconciliation latest() {
        return new Latest();
    }

    /**
     * Prefers one kind of evidence.
     *
     * @param kind the kind
     * @return see {@link Prefer}
     */
    static Reconciliation prefer(EvidenceKind kind) {
        return new Prefer(kind);
    }

    /**
     * Averages sources that disagree.
     *
     * @return see {@link Pooled}
     */
    static Reconciliation pooled() {
        return new Pooled();
    }

    /**
     * Shows how far sources disagree.
     *
     * @return see {@link Envelope}
     */
    static Reconciliation envelope() {
        return new Envelope();
    }

    /**
     * The observations that can be chosen, in the order in which {@link Latest} prefers them.
     *
     * @param observations the observations of one quantity
     * @param asOf the year from which one looks back
     * @return the eligible ones, the preferred first
     * @throws IllegalArgumentException if the observations, eligible or not, are not all in one unit
     */
    static ImmutableList<Observation> eligible(Iterable<Observation> observations, Year asOf) {
        requireOneUnit(observations);
        LocalDate lastDay = asOf.atMonth(12).atEndOfMonth();
        return Streams.stream(observations)
                .filter(o -> o.status() == Observation.Status.COMPLETE)
                .filter(o -> o.evidence().kind().isActual())
                .filter(o -> !o.year().isAfter(asOf))
                .filter(o -> o.evidence().kind() == EvidenceKind.LEGAL_TEXT
                        || o.inForce().isPresent()
                        || asOf.getValue() - o.year().getValue() <= MAX_AGE_YEARS)
                .filter(o -> o.isInForceOn(lastDay))
                .sorted(PREFERENCE)
                .collect(toImmutableList());
    }

    /**
     * The order in which {@link Latest} prefers observations. Total: what follows the value decides nothing that matters, and
     * makes the order of unequal observations independent of the order in which they came.
     */
    Comparator<Observation> PREFERENCE = comparing(Observation::year)
            .reversed()
            .thenComparing(o -> o.evidence().kind())
            .thenComparing(Observation::isSupplementary)
            .thenComparing(o -> o.evidence().confidence())
            .thenComparing(o -> o.evidence().source().key())
            .thenComparing(o -> o.estimate().value())
            .thenComparing(Observation::status)
            .thenComparing(Observation::unit)
            .thenComparing(o -> o.estimate().spread().toString())
            .thenComparing(o -> o.inForce().map(Object::toString).orElse(""))
            .thenComparing(o -> o.evidence().note().orElse(""))
            .thenComparing(o -> o.evidence().source(), Source.ORDER);

    /** Of what can be chosen: what speaks of the same thing as the first, each publisher by its own latest year. */
    private static ImmutableList<Observation> sameQuantity(List<Observation> eligible) {
        Map<String, Year> latestOfPublisher = new LinkedHashMap<>();
        for (Observation o : eligible) {
            latestOfPublisher.putIfAbsent(o.evidence().source().publisher(), o.year());
        }
        return eligible.stream()
                .filter(o -> eligible.get(0).year().getValue() - o.year().getValue() <= SAME_QUANTITY_YEARS)
                .filter(o -> o.year()
                        .equals(latestOfPublisher.get(o.evidence().source().publisher())))
                .collect(toImmutableList());
    }

    private static void requireOneUnit(Iterable<Observation> observations) {
        Optional<Unit> first = Optional.empty();
        for (Observation o : observations) {
            Unit unit = first.orElse(o.unit());
            if (o.unit() != unit) {
                throw new IllegalArgumentException(
                        "Reconciliation: observations of one quantity must have one unit but had " + unit.symbol()
                                + " and " + o.unit().symbol() + "; convert one of them");
            }
            first = Optional.of(unit);
        }
    }

    private static Reading reading(Estimate estimate, Reconciliation policy, ImmutableList<Observation> observations) {
        Observation first = observations.get(0);
        return new Reading(estimate, first.unit(), first.year(), policy, observations);
    }
}
