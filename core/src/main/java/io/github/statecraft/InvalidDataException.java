package io.github.statecraft;

import java.io.Serial;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A file or text that cannot be read as what it claims to be. Lists <em>all</em> of its problems at once; nothing of the
 * file was kept.
 *
 * <p>Immutable, thread-safe and serialisable, as far as a {@link Throwable} can be.
 */
public final class InvalidDataException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** At most this many problems are spelled out in the message; {@link #problems()} holds all that were collected. */
    private static final int SPELLED_OUT = 20;

    private final List<Problem> problems;

    /**
     * One thing that is wrong with a file.
     *
     * @param source the name of the file or text
     * @param location where in it: {@code line 14, column 'year'} for tables, for documents a JSON pointer with
     *     the line such as {@code /index/children/0/weight (line 12)}, or line and column where the text is no document; empty
     *     if the file as a whole is meant
     * @param rule what was expected, such as {@code expected a year}
     * @param found the value that was found, as errors show it: texts quoted, long ones cut, parts of a document in words;
     *     empty if nothing was found
     * @param remedy what to do; never empty in what readers report
     */
    public record Problem(String source, String location, String rule, String found, String remedy)
            implements java.io.Serializable {
        /** Checks that no component is null. */
        public Problem {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(location, "location");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(found, "found");
            Objects.requireNonNull(remedy, "remedy");
        }

        /** The problem in one line: {@code observations.csv line 14, column 'year': expected a year but was '20x5'; ...}. */
        @Override
        public String toString() {
            return source + (location.isEmpty() ? "" : " " + location) + ": " + rule
                    + (found.isEmpty() ? "" : " but was " + found) + (remedy.isEmpty() ? "" : "; " + remedy);
        }
    }

    /**
     * Reports problems.
     *
     * @param problems what is wrong, in the order of the file
     * @throws IllegalArgumentException if there is no problem
     */
    public InvalidDataException(List<Problem> problems) {
        super(describe(problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * All problems that were found, in the order of the file.
     *
     * @return at least one
     */
    public List<Problem> problems() {
        return problems;
    }

    private static String describe(List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("InvalidDataException.problems must not be empty");
        }
        if (problems.size() == 1) {
            return problems.get(0).toString();
        }
        String listed =
                problems.stream().limit(SPELLED_OUT).map(Problem::toString).collect(Collectors.joining("\n  "));
        int more = problems.size() - SPELLED_OUT;
        return problems.size() + " problems:\n  " + listed + (more > 0 ? "\n  ... and " + more + " more" : "");
    }
}
