package io.github.statecraft.internal.work;

import io.github.statecraft.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Numbered parts of one work, each a function of its number alone, done by several threads. The results come in the order of the
 * numbers, so that what is made of them does not depend on the threads.
 */
public final class Parts {
    private Parts() {}

    /**
     * Does all parts.
     *
     * @param <T> what a part gives
     * @param count parts, at least 1
     * @param threads threads at most, at least 1; with 1 the calling thread does it all
     * @param progress hears of each finished part
     * @param part gives the result of the part of a number from 0; called by several threads at once
     * @return results in the order of the numbers
     * @throws CancellationException if the calling thread is interrupted; it stays so
     */
    public static <T> List<T> all(int count, int threads, Progress progress, IntFunction<T> part) {
        if (count < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "Parts.all needs at least 1 part and 1 thread but got " + count + " and " + threads);
        }
        List<T> results = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            results.add(null);
        }
        Work<T> work = new Work<>(results, progress, part);
        int helpers = Math.min(threads, count) - 1;
        if (helpers == 0) {
            work.run();
            return results;
        }
        ExecutorService executor = Executors.newFixedThreadPool(helpers, task -> {
            Thread thread = new Thread(task, "statecraft-parts");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < helpers; i++) {
                done.add(executor.submit(work));
            }
            work.run();
            for (Future<?> helper : done) {
                await(helper);
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    /**
     * Stops long work in one thread.
     *
     * @throws CancellationException if the calling thread is interrupted; it stays so
     */
    public static void checkInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw cancelled(new InterruptedException());
        }
    }

    private static void await(Future<?> helper) {
        try {
            helper.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static CancellationException cancelled(Throwable cause) {
        CancellationException cancelled =
                new CancellationException("the thread that asked for the work was interrupted");
        cancelled.initCause(cause);
        return cancelled;
    }

    /** Takes the next part until there is none, or some thread fails. */
    private static final class Work<T> implements Runnable {
        private final List<T> results;
        private final Progress progress;
        private final IntFunction<T> part;
        private final AtomicInteger next = new AtomicInteger();
        private int done;

        private Work(List<T> results, Progress progress, IntFunction<T> part) {
            this.results = results;
            this.progress = progress;
            this.part = part;
        }

        @Override
        public void run() {
            try {
                for (int number = next.getAndIncrement(); number < results.size(); number = next.getAndIncrement()) {
                    checkInterrupted();
                    finish(number, part.apply(number));
                }
            } catch (RuntimeException | Error e) {
                next.set(results.size());
                throw e;
            }
        }

        private synchronized void finish(int number, T result) {
            results.set(number, result);
            done++;
            progress.report(done, results.size());
        }
    }
}
