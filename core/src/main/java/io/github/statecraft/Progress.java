package io.github.statecraft;

/**
 * Hears how far long work is. Work is reported in parts as they are finished, in any order; the numbers only rise. The calls
 * come one at a time, from the thread that asked for the work or from one that helps it; an exception that is thrown here stops
 * the work and reaches who asked for it. A result never depends on it.
 *
 * <p>Long work also stops when the thread that asked for it is interrupted: it throws
 * {@link java.util.concurrent.CancellationException} and leaves the thread interrupted.
 */
@FunctionalInterface
public interface Progress {
    /**
     * Says how far the work is.
     *
     * @param done parts that are finished, from 0 to {@code total}
     * @param total parts in all, at least 1
     */
    void report(long done, long total);

    /**
     * Hears nothing.
     *
     * @return the default of all long work
     */
    static Progress none() {
        return (done, total) -> {};
    }
}
