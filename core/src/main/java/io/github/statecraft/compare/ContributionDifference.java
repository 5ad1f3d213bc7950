package io.github.statecraft.compare;

import io.github.statecraft.estimate.Reading;
import io.github.statecraft.internal.numerics.LargestRemainder;
import io.github.statecraft.internal.text.Numbers;
import io.github.statecraft.score.Contribution;
import io.github.statecraft.score.method.Denomination;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/**
 * What one indicator that both sides of a {@link Comparison} have gives to the gap between them.
 *
 * <p>Immutable, thread-safe, serialisable.
 *
 * @param firstName what the first side is called in text, such as {@code CHN} or {@code as of 2021}
 * @param first the contribution to the first score, with its observations; its points and weight are those of that score
 * @param secondName what the second side is called
 * @param second the contribution to the second score
 * @param points what the indicator gives to the gap, in points of the common scale: positive if the first side is ahead
 */
public record ContributionDifference(
        String firstName, Contribution first, String secondName, Contribution second, double points)
        implements Serializable {
    /** Checks that nothing is null, that both are of one indicator, and that the points are finite. */
    public ContributionDifference {
        Objects.requireNonNull(firstName, "ContributionDifference.firstName");
        Objects.requireNonNull(secondName, "ContributionDifference.secondName");
        if (!first.id().equals(second.id())) {
            throw new IllegalArgumentException(
                    "ContributionDifference must be of one indicator but was of " + first.id() + " and " + second.id());
        }
        if (!Double.isFinite(points)) {
            throw new IllegalArgumentException("ContributionDifference.points of " + first.id()
                    + " must be finite but was " + Numbers.shortest(points));
        }
    }

    /**
     * The indicator.
     *
     * @return its id in the framework
     */
    public String indicator() {
        return first.id();
    }

    /**
     * Whether both sides have the very same figures, such as where only another attribute was changed.
     *
     * @return true if value, sources and what the value is set against are equal
     */
    public boolean isSame() {
        return first.raw().equals(second.raw())
                && first.denominated().equals(second.denominated())
                && first.imputed().equals(second.imputed())
                && isSame(first.reading(), second.reading())
                && isSame(first.denominator(), second.denominator());
    }

    /** Alike, whatever the policies were that read them. */
    private static boolean isSame(Optional<Reading> one, Optional<Reading> other) {
        return one.isPresent() == other.isPresent()
                && (one.isEmpty()
                        || (one.get().estimate().equals(other.get().estimate())
                                && one.get().observations().equals(other.get().observations())));
    }

    /**
     * One line for people: what is compared, and the value, year and source of each side, sources by their
     * {@link io.github.statecraft.estimate.Source#key()}.
     *
     * @return such as {@code CHN 16.4 % (2026, MSFT-DIFF) against USA 31.3 % (2026, MSFT-DIFF)}
     */
    public String because() {
        return firstName + " " + inWords(first) + " against " + secondName + " " + inWords(second);
    }

    private static String inWords(Contribution contribution) {
        Optional<Denomination> denomination = contribution.denomination();
        if (!contribution.isKnown()) {
            return countedValue(contribution);
        }
        if (denomination.isEmpty()) {
            return valueAndUnit(contribution)
                    + contribution.reading().map(r -> " (" + origin(r) + ")").orElse("");
        }
        return countedValue(contribution) + " "
                + denomination.get().unit() + " ("
                + valueAndUnit(contribution)
                + contribution.reading().map(r -> " in " + origin(r)).orElse("")
                + (denomination.get().operation() == Denomination.Operation.PER ? ", per " : ", times ")
                + denomination.get().indicator()
                + contribution
                        .denominator()
                        .map(r -> " " + Numbers.compact(r.estimate().value()) + " in " + origin(r))
                        .orElse("")
                + ")";
    }

    /** The value that counts, before it is treated: set against another, or imputed. */
    static String countedValue(Contribution contribution) {
        return contribution.denominated().isPresent()
                ? Numbers.compact(contribution.denominated().getAsDouble())
                : contribution.imputed().isPresent()
                        ? Numbers.compact(contribution.imputed().getAsDouble()) + " (imputed)"
                        : "nothing (a stated score)";
    }

    private static String valueAndUnit(Contribution contribution) {
        return (contribution.raw().isPresent()
                        ? Numbers.compact(contribution.raw().getAsDouble())
                        : "nothing")
                + contribution.reading().map(r -> " " + r.unit().symbol()).orElse("")
                + (contribution.isNotListed() ? ", not listed" : "");
    }

    /** Year and sources. */
    private static String origin(Reading reading) {
        int others = reading.observations().size() - 1;
        return reading.year() + ", " + reading.lead().evidence().source().key()
                + (others == 0 ? "" : " and " + others + (others == 1 ? " other" : " others"));
    }

    /** One line: indicator, points, and why. */
    @Override
    public String toString() {
        return indicator() + " " + Comparison.signed(LargestRemainder.printed(points, 2)) + ": " + because();
    }
}
