package io.github.statecraft.model;

import io.github.statecraft.estimate.Evidence;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Something a jurisdiction did on a date: a strategy, a rule, a fund, an export control.
 *
 * <p>Immutable, thread-safe, serialisable; equal if all attributes are equal.
 */
@Value.Immutable
public abstract class PolicyEvent implements WithPolicyEvent, Serializable {
    /** What kind of event it is. */
    public enum Type {
        /** A national strategy or plan was published. */
        STRATEGY,
        /** A law or rule was passed or took effect. */
        REGULATION,
        /** A public fund or programme was announced or set up. */
        PUBLIC_FUND,
        /** A private programme was announced. */
        PRIVATE_PROGRAMME,
        /** Exports to a target were restricted. */
        EXPORT_CONTROL,
        /** A restriction of exports was lifted or loosened. */
        EXPORT_CONTROL_RELIEF,
        /** An institution or procedure of government changed. */
        GOVERNANCE,
        /** A product, service or capacity was reached. */
        MILESTONE;

        /**
         * The name in data files.
         *
         * @return the name in lower case
         */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A total order: by date, then by identifier, then by all else. */
    static final Comparator<PolicyEvent> ORDER = Comparator.comparing(PolicyEvent::date)
            .thenComparing(e -> e.id().orElse(""))
            .thenComparing(PolicyEvent::jurisdiction)
            .thenComparing(PolicyEvent::title)
            .thenComparing(PolicyEvent::type)
            .thenComparing(e -> e.target().map(Jurisdiction::code).orElse(""))
            .thenComparing(e -> e.part().map(Part::id).orElse(""))
            .thenComparing(e -> e.detail().orElse(""))
            .thenComparing(e -> e.evidence().toString())
            .thenComparing(e -> e.evidence().source().link().orElse(""));

    PolicyEvent() {}

    /**
     * Identifier within a data set, such as {@code E024}.
     *
     * @return empty if it has none
     */
    public abstract Optional<String> id();

    /**
     * When it happened, as precisely as is known.
     *
     * @return the date
     */
    public abstract EventDate date();

    /**
     * Who acted.
     *
     * @return the jurisdiction
     */
    public abstract Jurisdiction jurisdiction();

    /**
     * Against or towards whom.
     *
     * @return empty if nobody in particular
     */
    public abstract Optional<Jurisdiction> target();

    /**
     * What kind of event it is.
     *
     * @return the type
     */
    public abstract Type type();

    /**
     * The part of a strategy it bears on.
     *
     * @return empty if not said
     */
    public abstract Optional<Part> part();

    /**
     * What happened, in a few words.
     *
     * @return never blank
     */
    public abstract String title();

    /**
     * What a reader must know besides.
     *
     * @return empty if there is nothing
     */
    public abstract Optional<String> detail();

    /**
     * What it rests on.
     *
     * @return the evidence
     */
    public abstract Evidence evidence();

    /**
     * Starts an event.
     *
     * @return a builder; date, jurisdiction, type, title and evidence are required
     */
    public static Builder builder() {
        return new Builder();
    }

    /** One line: date, type, title, source. */
    @Override
    public String toString() {
        return date() + " " + jurisdiction() + target().map(t -> " -> " + t).orElse("") + " " + type().id() + ": "
                + title() + "; " + evidence().source();
    }

    @Value.Check
    void check() {
        if (title().isBlank()) {
            throw new IllegalArgumentException("PolicyEvent.title must not be blank");
        }
        if (id().filter(String::isBlank).isPresent()
                || detail().filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException(
                    "PolicyEvent '" + title() + "': id and detail must not be blank; leave them out if there are none");
        }
    }

    /** Builds a {@link PolicyEvent}. */
    public static final class Builder extends ImmutablePolicyEvent.Builder {
        Builder() {}
    }
}
