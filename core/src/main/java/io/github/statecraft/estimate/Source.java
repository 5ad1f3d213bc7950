package io.github.statecraft.estimate;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where a figure was read.
 *
 * <p>Immutable, thread-safe, serialisable; equal if all attributes are equal.
 */
@Value.Immutable
public abstract class Source implements WithSource, Serializable {
    /** A total order: by key, then by all else. */
    static final Comparator<Source> ORDER = Comparator.comparing(Source::key)
            .thenComparing(s -> s.id().orElse(""))
            .thenComparing(Source::title)
            .thenComparing(Source::publisher)
            .thenComparing(s -> s.year().map(Year::getValue).orElse(Integer.MIN_VALUE))
            .thenComparing(s -> s.link().orElse(""))
            .thenComparing(s -> s.licence().orElse(""))
            .thenComparing(Source::licenceClass);

    Source() {}

    /**
     * Short identifier within a data set, such as {@code WB-GDP}.
     *
     * @return empty if the source stands alone
     */
    public abstract Optional<String> id();

    /**
     * Title of the publication or data set.
     *
     * @return never blank
     */
    public abstract String title();

    /**
     * Who published it.
     *
     * @return never blank
     */
    public abstract String publisher();

    /**
     * Year of publication.
     *
     * @return empty if the source does not say
     */
    public abstract Optional<Year> year();

    /**
     * Where to find it: a web address or another unambiguous locator.
     *
     * @return empty if there is none
     */
    public abstract Optional<String> link();

    /**
     * The terms as the source states them.
     *
     * @return empty if they are not known
     */
    public abstract Optional<String> licence();

    /**
     * The day on which it was read.
     *
     * @return empty if not known
     */
    public abstract Optional<LocalDate> accessed();

    /**
     * What those terms allow an embedder.
     *
     * @return {@link LicenceClass#UNSTATED} by default
     */
    @Value.Default
    public LicenceClass licenceClass() {
        return LicenceClass.UNSTATED;
    }

    /**
     * What tells this source from others: its {@link #id()} if it has one, else its title.
     *
     * @return never blank
     */
    public String key() {
        return id().orElse(title());
    }

    /**
     * Starts a source.
     *
     * @return a builder; title and publisher are required
     */
    public static Builder builder() {
        return new Builder();
    }

    /** One line: publisher, title, year. */
    @Override
    public String toString() {
        return publisher() + ", " + title() + year().map(y -> " (" + y + ")").orElse("");
    }

    @Value.Check
    void check() {
        requireText("title", title());
        requireText("publisher", publisher());
        id().ifPresent(text -> requireText("id", text));
        link().ifPresent(text -> requireText("link", text));
        licence().ifPresent(text -> requireText("licence", text));
        year().ifPresent(year -> {
            if (!Unit.YEAR.allows(year.getValue())) {
                throw new IllegalArgumentException("Source.year must be in " + Unit.YEAR.range() + " but was " + year);
            }
        });
    }

    private static void requireText(String attribute, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("Source." + attribute + " must not be blank; leave it out if unknown");
        }
    }

    /** Builds a {@link Source}. */
    public static final class Builder extends ImmutableSource.Builder {
        Builder() {}
    }
}
