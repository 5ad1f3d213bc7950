package io.github.statecraft.data;

import java.util.concurrent.atomic.AtomicInteger;

/** A class that files name; nothing that reads them may load it, let alone make an instance. */
public final class Trap {
    /** Counts how often the trap was sprung. Kept apart, so that looking at it does not spring it. */
    static final class Sprung {
        static final AtomicInteger COUNT = new AtomicInteger();

        private Sprung() {}
    }

    static {
        Sprung.COUNT.incrementAndGet();
    }

    /** What a reader that makes instances would call. */
    public Trap() {
        Sprung.COUNT.incrementAndGet();
    }

    /**
     * What a reader that makes instances of a text would call.
     *
     * @param text ignored
     */
    public Trap(String text) {
        Sprung.COUNT.incrementAndGet();
    }
}
