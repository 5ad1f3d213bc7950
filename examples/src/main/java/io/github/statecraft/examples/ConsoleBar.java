package io.github.statecraft.examples;

import io.github.statecraft.Progress;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on the console while long work runs; close it when the work is done. */
public final class ConsoleBar implements Progress, AutoCloseable {
    private static final int WIDTH = 80;
    private static final int MILLISECONDS_BETWEEN_UPDATES = 200;

    private final ProgressBar bar;

    private ConsoleBar(ProgressBar bar) {
        this.bar = bar;
    }

    /**
     * Starts a bar on standard error, which results do not go to.
     *
     * @param task what is being done
     * @return a bar at 0
     */
    public static ConsoleBar of(String task) {
        return of(task, System.err);
    }

    /**
     * Starts a bar.
     *
     * @param task what is being done
     * @param out where it is drawn, such as {@code System.err}
     * @return a bar at 0
     */
    public static ConsoleBar of(String task, PrintStream out) {
        return new ConsoleBar(new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLISECONDS_BETWEEN_UPDATES)
                .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
                .build());
    }

    @Override
    public void report(long done, long total) {
        bar.maxHint(total);
        bar.stepTo(done);
    }

    /** Draws the last state and leaves the line. */
    @Override
    public void close() {
        bar.close();
    }
}
