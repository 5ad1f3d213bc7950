package io.github.statecraft.examples.shell;

import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A thing that can be searched for.
 *
 * @param kind what it is
 * @param name how it is listed
 * @param home where it belongs, such as the package of a type; empty if nowhere
 * @param told what is said of it
 * @param texts what it is searched by
 */
record Named(Kind kind, String name, String home, Supplier<String> told, ImmutableList<String> texts) {
    private static final CharMatcher LETTERS_AND_DIGITS = CharMatcher.forPredicate(Character::isLetterOrDigit);

    /** Where a word starts within a name such as {@code FundingModel}. */
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** What can be found, in the order in which it is listed. */
    enum Kind {
        /** A type of the library. */
        TYPE("Types"),
        /** A constant of an enum. */
        CONSTANT("Constants"),
        /** A bundled framework. */
        FRAMEWORK("Frameworks"),
        /** A country or bloc. */
        JURISDICTION("Jurisdictions"),
        /** An attribute. */
        ATTRIBUTE("Attributes");

        private final String heading;

        Kind(String heading) {
            this.heading = heading;
        }

        /** How a list of them is called. */
        String heading() {
            return heading;
        }
    }

    Named(Kind kind, String name, String home, Supplier<String> told, String... texts) {
        this(kind, name, home, told, ImmutableList.copyOf(texts));
    }

    /**
     * Whether a word is a part of what the thing is called.
     *
     * @param word a word; capitals do not matter
     * @return true if one of the texts holds it, or if it is the home
     */
    boolean holds(String word) {
        return home.equalsIgnoreCase(word)
                || texts.stream().anyMatch(text -> lower(text).contains(lower(word)));
    }

    /**
     * Whether the thing is called by a word that starts with another, as {@code FundingModel} for {@code model}.
     *
     * @param word a word; capitals do not matter
     * @return true if in one of the texts a word starts with it
     */
    boolean startsWith(String word) {
        Pattern start = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(lower(word)));
        return texts.stream()
                .flatMap(text -> Stream.of(text, HUMP.matcher(text).replaceAll(" ")))
                .anyMatch(text -> start.matcher(lower(text)).find());
    }

    /**
     * How near a word comes to one of the texts: the part of the letters that both share at their start and end.
     *
     * @param word a word; capitals and signs do not matter
     * @return from 0, nothing shared, to 1, the same
     */
    double nearness(String word) {
        return texts.stream()
                .mapToDouble(text -> shared(letters(text), letters(word)))
                .max()
                .orElse(0);
    }

    private static double shared(String a, String b) {
        int start = Strings.commonPrefix(a, b).length();
        int end = Strings.commonSuffix(a.substring(start), b.substring(start)).length();
        return (start + end) / (double) Math.max(1, Math.max(a.length(), b.length()));
    }

    private static String letters(String text) {
        return lower(LETTERS_AND_DIGITS.retainFrom(text));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
