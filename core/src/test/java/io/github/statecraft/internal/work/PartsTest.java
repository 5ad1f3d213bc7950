package io.github.statecraft.internal.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.statecraft.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from the contract: order, progress, failures, interruption. */
class PartsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 16})
    void resultsComeInTheOrderOfTheirNumbers(int threads) {
        assertThat(Parts.all(100, threads, Progress.none(), number -> number * number))
                .isEqualTo(IntStream.range(0, 100)
                        .map(number -> number * number)
                        .boxed()
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void progressRisesByOneToTheTotal(int threads) {
        List<Long> heard = Collections.synchronizedList(new ArrayList<>());
        Parts.all(50, threads, (done, total) -> heard.add(1000 * total + done), number -> number);
        assertThat(heard)
                .isEqualTo(IntStream.rangeClosed(1, 50)
                        .mapToObj(done -> 50_000L + done)
                        .toList());
    }

    @Test
    void severalThreadsWorkAtOnce() throws Exception {
        CountDownLatch bothAreIn = new CountDownLatch(2);
        List<Boolean> met = Parts.all(2, 2, Progress.none(), number -> {
            bothAreIn.countDown();
            try {
                return bothAreIn.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                return false;
            }
        });
        assertThat(met).containsExactly(true, true);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    @Timeout(30)
    void aFailureOfAPartReachesTheCallerAndStopsTheRest(int threads) {
        AtomicInteger begun = new AtomicInteger();
        assertThatThrownBy(() -> Parts.all(1_000_000, threads, Progress.none(), number -> {
                    if (begun.incrementAndGet() == 5) {
                        throw new IllegalStateException("part five");
                    }
                    return number;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("part five");
        assertThat(begun.get()).isLessThan(1_000_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aFailureOfWhoListensReachesTheCaller(int threads) {
        Progress deaf = (done, total) -> {
            throw new UnsupportedOperationException("deaf");
        };
        assertThatThrownBy(() -> Parts.all(10, threads, deaf, number -> number))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anInterruptedCallerStopsAndStaysInterrupted() {
        List<Integer> done = new ArrayList<>();
        try {
            assertThatThrownBy(() ->
                            Parts.all(10, 1, (d, t) -> Thread.currentThread().interrupt(), done::add))
                    .isInstanceOf(CancellationException.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(done).containsExactly(0);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    @Timeout(30)
    void anInterruptionFromOutsideEndsTheWait() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
        List<Boolean> interrupted = Collections.synchronizedList(new ArrayList<>());
        Thread caller = new Thread(() -> {
            try {
                Parts.all(Integer.MAX_VALUE / 1000, 2, Progress.none(), number -> {
                    started.countDown();
                    return number;
                });
            } catch (CancellationException e) {
                thrown.add(e);
                interrupted.add(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        started.await();
        caller.interrupt();
        caller.join();
        assertThat(thrown).hasSize(1);
        assertThat(interrupted).containsExactly(true);
    }

    @Test
    void needsAPartAndAThread() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parts.all(0, 1, Progress.none(), number -> number))
                .withMessageContaining("got 0 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Parts.all(1, 0, Progress.none(), number -> number));
    }
}
