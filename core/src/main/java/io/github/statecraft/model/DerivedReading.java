package io.github.statecraft.model;

import com.google.common.collect.ImmutableList;
import io.github.statecraft.estimate.Reading;
import io.github.statecraft.internal.text.TextTable;
import java.io.Serializable;
import java.util.Objects;

/**
 * A judgement drawn from measured attributes by a stated rule, with everything it used. Rules use only attributes known for
 * at least {@value #MIN_JURISDICTIONS} jurisdictions; their cut-offs and the reason of each stand in
 * {@code derived-readings.csv}.
 *
 * <p>Immutable, thread-safe, serialisable.
 *
 * @param <E> the answers there can be; one of them says that too little is known
 * @param value the answer
 * @param rule the rule in words
 * @param used what it rests on, one line an attribute that is known
 */
public record DerivedReading<E extends Enum<E>>(E value, String rule, ImmutableList<Used> used)
        implements Serializable {
    /** An attribute known for fewer jurisdictions is not used. */
    public static final int MIN_JURISDICTIONS = 15;

    /**
     * One attribute and what it says.
     *
     * @param attribute the attribute
     * @param reading its reading
     * @param says what it says for the answer, in words
     */
    public record Used(Attribute attribute, Reading reading, String says) implements Serializable {
        /** Checks that nothing is null. */
        public Used {
            Objects.requireNonNull(attribute, "DerivedReading.Used.attribute");
            Objects.requireNonNull(reading, "DerivedReading.Used.reading");
            Objects.requireNonNull(says, "DerivedReading.Used.says");
        }
    }

    /** Checks that nothing is null. */
    public DerivedReading {
        Objects.requireNonNull(value, "DerivedReading.value");
        Objects.requireNonNull(rule, "DerivedReading.rule");
        Objects.requireNonNull(used, "DerivedReading.used");
    }

    /** The answer, what it used, and the rule. */
    @Override
    public String toString() {
        TextTable.Builder table = TextTable.builder()
                .title(value.toString())
                .left("used")
                .right("value")
                .right("year")
                .left("says")
                .wrapped("source");
        for (Used line : used) {
            table.row(
                    line.attribute().id(),
                    line.reading().valueText(),
                    line.reading().year().toString(),
                    line.says(),
                    line.reading().lead().evidence().source().toString());
        }
        return table.note(rule).build().toString();
    }
}
