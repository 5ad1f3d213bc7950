package io.github.statecraft.estimate;

import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a figure rests on: its source, how it came about, and how far it is trusted. No number enters the model without it.
 *
 * <p>Immutable, thread-safe, serialisable; equal if all attributes are equal.
 */
@Value.Immutable
public abstract class Evidence implements WithEvidence, Serializable {
    Evidence() {}

    /**
     * Where it was read.
     *
     * @return the source
     */
    public abstract Source source();

    /**
     * How it came about.
     *
     * @return the kind
     */
    public abstract EvidenceKind kind();

    /**
     * How far it is trusted.
     *
     * @return the compilers' judgement
     */
    public abstract Confidence confidence();

    /**
     * What a reader must know besides.
     *
     * @return empty if there is nothing
     */
    public abstract Optional<String> note();

    /**
     * Evidence of a source without a note.
     *
     * @param source where it was read
     * @param kind how it came about
     * @param confidence how far it is trusted
     * @return the evidence
     */
    public static Evidence of(Source source, EvidenceKind kind, Confidence confidence) {
        return builder().source(source).kind(kind).confidence(confidence).build();
    }

    /**
     * A figure assumed for the sake of a question. Its kind is {@link EvidenceKind#EXPERT}, its confidence
     * {@link Confidence#LOW}, so that it is recognised wherever it ends up.
     *
     * @param reason the question, such as {@code what if the state financed a third}
     * @return the evidence
     * @throws IllegalArgumentException if the reason is blank
     */
    public static Evidence assumption(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException(
                    "Evidence.assumption must not be blank; say what is assumed, or what is asked");
        }
        return builder()
                .source(Source.builder()
                        .title("Assumption")
                        .publisher("the user")
                        .build())
                .kind(EvidenceKind.EXPERT)
                .confidence(Confidence.LOW)
                .note(reason)
                .build();
    }

    /**
     * Starts evidence.
     *
     * @return a builder; source, kind and confidence are required
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * One line, as tables cite it: id and source, kind, confidence. What stands alone, without an id of a data set, such as an
     * assumption, keeps its note, since nobody could look it up.
     *
     * @return the line
     */
    public String inShort() {
        String text = source() + ", " + kind() + ", " + confidence();
        return source().id()
                .map(id -> id + ": " + text)
                .orElseGet(() -> text + note().map(n -> ": " + n).orElse(""));
    }

    /** One line: source, kind, confidence, note. */
    @Override
    public String toString() {
        return source() + ", " + kind() + ", " + confidence()
                + note().map(text -> ": " + text).orElse("");
    }

    @Value.Check
    void check() {
        note().ifPresent(text -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException("Evidence.note must not be blank; leave it out if there is none");
            }
        });
    }

    /** Builds {@link Evidence}. */
    public static final class Builder extends ImmutableEvidence.Builder {
        Builder() {}
    }
}
