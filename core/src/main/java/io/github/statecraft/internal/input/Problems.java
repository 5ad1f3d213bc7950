package io.github.statecraft.internal.input;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import io.github.statecraft.InvalidDataException;
import io.github.statecraft.InvalidDataException.Problem;
import io.github.statecraft.internal.text.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Collects everything that is wrong with one or several files, so that it can be reported at once. Confined to one reading;
 * not thread-safe.
 */
public final class Problems {
    /** With this many problems a file is not what it claims to be; reading stops, and the last problem says so. */
    static final int LIMIT = 1_000;
    /** A found value is quoted up to this many characters. */
    private static final int QUOTED = 60;
    /** Names further than this many edits away, or half of their letters, are not worth suggesting. */
    private static final int FAR = 6;

    /** Each part of a problem is cut at this many characters; it may hold texts of the file. */
    private static final int SPELLED_OUT = 1_000;

    /** That reading stopped is said before all else. */
    private static final int STOPPED = -1;

    private final List<String> documents = new ArrayList<>();
    private final List<Located> problems = new ArrayList<>();

    /**
     * Where a problem is.
     *
     * @param document name of the file or text
     * @param line the line, the first being 1; 0 for the file as a whole
     * @param column where in the line, for the order of problems
     * @param words how errors say it, may be empty
     */
    public record Position(String document, long line, long column, String words) {
        /**
         * A file as a whole.
         *
         * @param document its name
         * @return the position
         */
        public static Position whole(String document) {
            return new Position(document, 0, 0, "");
        }
    }

    private record Located(int document, Position at, Problem problem) {}

    /** Starts an empty list. */
    public Problems() {}

    /**
     * Adds a problem.
     *
     * @param at where it is
     * @param rule what was expected
     * @param found what was found, as errors show it, may be empty; {@link #quote} shows a text
     * @param remedy what to do, may be empty
     * @throws InvalidDataException if there are too many problems to go on
     */
    public void add(Position at, String rule, String found, String remedy) {
        if (problems.size() == LIMIT - 1) {
            problems.add(new Located(
                    STOPPED,
                    at,
                    problem(
                            at,
                            "must have fewer than " + Numbers.grouped(LIMIT) + " problems",
                            "that many by here, where reading stopped",
                            "is it another kind of file? If not, correct the first and read it again")));
            throwIfAny();
        }
        if (!documents.contains(at.document())) {
            documents.add(at.document());
        }
        problems.add(new Located(documents.indexOf(at.document()), at, problem(at, rule, found, remedy)));
    }

    private static Problem problem(Position at, String rule, String found, String remedy) {
        return new Problem(
                at.document(),
                shown(at.words(), SPELLED_OUT),
                shown(rule, SPELLED_OUT),
                shown(found, SPELLED_OUT),
                shown(remedy, SPELLED_OUT));
    }

    /**
     * Whether nothing is wrong so far.
     *
     * @return true if no problem was added
     */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /**
     * How many problems there are; compare before and after to see whether a part was sound.
     *
     * @return the number of problems so far
     */
    public int count() {
        return problems.size();
    }

    /** Throws all problems together, if there are any: files in the order of reading, and each from its top. */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw exception();
        }
    }

    /**
     * All problems together: files in the order of reading, and each from its top.
     *
     * @return the exception to throw
     * @throws IllegalArgumentException if there is no problem
     */
    public InvalidDataException exception() {
        return new InvalidDataException(problems.stream()
                .sorted(Comparator.comparingInt(Located::document)
                        .thenComparing(p -> p.at().line())
                        .thenComparing(p -> p.at().column()))
                .map(Located::problem)
                .toList());
    }

    /**
     * A value in quotes, cut to a length that fits an error message, without line breaks.
     *
     * @param found the value
     * @return the value as an error message shows it
     */
    public static String quote(String found) {
        return "'" + shown(found, QUOTED) + "'";
    }

    /**
     * A value without quotes, cut to a length that fits an error message, without line breaks.
     *
     * @param found the value
     * @return the value as an error message shows it
     */
    public static String cut(String found) {
        return cut(found, QUOTED);
    }

    /**
     * A value without quotes, cut to a length, without line breaks.
     *
     * @param found the value
     * @param most how many characters to show
     * @return the value as an error message shows it
     */
    public static String cut(String found, int most) {
        return shown(found, most);
    }

    /**
     * What a refusal says after the value that was found: what to do.
     *
     * @param refusal the words of the refusal
     * @param found the value
     * @param otherwise what to do if the refusal does not say
     * @return a remedy
     */
    public static String hint(String refusal, String found, String otherwise) {
        String quoted = quote(found);
        int at = refusal.indexOf(quoted + "; ");
        return at < 0 ? otherwise : refusal.substring(at + quoted.length() + 2);
    }

    private static String shown(String found, int most) {
        int length = found.codePointCount(0, found.length());
        String cut = length <= most
                ? found
                : found.substring(0, found.offsetByCodePoints(0, most)) + "... (" + length + " characters)";
        StringBuilder text = new StringBuilder();
        cut.codePoints().forEach(c -> text.appendCodePoint(isUnprintable(c) ? ' ' : c));
        return text.toString();
    }

    /**
     * The names nearest to one that is not known, for an error message.
     *
     * @param unknown the name that was looked for
     * @param known the names there are
     * @return a sentence such as {@code nearest: gerd_pct_gdp, gdp_usd}; empty if nothing is near
     */
    public static String nearest(String unknown, Iterable<String> known) {
        List<Candidate> best = candidates(unknown, known).stream()
                .collect(Comparators.least(
                        3, Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name)));
        return best.isEmpty()
                ? ""
                : "nearest: "
                        + String.join(
                                ", ", best.stream().map(Candidate::name).collect(ImmutableList.toImmutableList()));
    }

    /**
     * The name that is missing and was probably meant by one that is not known.
     *
     * @param unknown the name that was found
     * @param known the names there may be
     * @param isMissing which of them were not found
     * @return the nearest of all if it is missing, the missing one if several are equally near, else empty
     */
    public static Optional<String> misspelt(String unknown, Iterable<String> known, Predicate<String> isMissing) {
        List<Candidate> near = candidates(unknown, known);
        int least = near.stream().mapToInt(Candidate::distance).min().orElse(0);
        return near.stream()
                .filter(c -> c.distance() == least)
                .map(Candidate::name)
                .filter(isMissing)
                .findFirst();
    }

    private record Candidate(String name, int distance) {}

    private static List<Candidate> candidates(String unknown, Iterable<String> known) {
        String wanted = simplified(unknown);
        List<Candidate> candidates = new ArrayList<>();
        for (String name : known) {
            String simple = simplified(name);
            int edits = editDistance(wanted, simple);
            int distance = wanted.length() > 2 && simple.contains(wanted) ? Math.min(1, edits) : edits;
            if (distance <= Math.min(FAR, wanted.length() < 3 ? 1 : Math.max(2, wanted.length() / 2))) {
                candidates.add(new Candidate(name, distance));
            }
        }
        return candidates;
    }

    /** Whether a character shows nothing, breaks the line, or turns the direction of the text around it. */
    private static boolean isUnprintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static String simplified(String name) {
        String cut = name.length() > QUOTED ? name.substring(0, QUOTED) : name;
        return cut.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(" ", "");
    }

    /**
     * Levenshtein distance, by the two-row recursion of Wagner and Fischer, Journal of the ACM 21 (1974) 168-173, within the
     * band of Ukkonen, Information and Control 64 (1985) 100-118; what is farther than {@link #FAR} is only known to be.
     */
    private static int editDistance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > FAR) {
            return FAR + 1;
        }
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int first = Math.max(1, i - FAR);
            int last = Math.min(b.length(), i + FAR);
            current[first - 1] = first == 1 ? i : FAR + 1;
            if (last == i + FAR) {
                previous[last] = FAR + 1;
            }
            for (int j = first; j <= last; j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}
